// SPDX-License-Identifier: Apache-2.0
// The manifest: which files are live (docs/format.md, Manifest). Read whole, replaced whole.
// Must not know: what is in the files.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "store/closings.h"

#define FILE_NAME_SIZE 17 // 16 hexadecimal digits and a NUL

struct manifest_closings {
    char file[FILE_NAME_SIZE];
    uint32_t commit; // that a commit of 0 in the file stands for
    uint32_t pairs;  // in the file; 0: not told
};

struct manifest_segment {
    char file[FILE_NAME_SIZE];
    uint32_t rows;
    uint32_t commit; // that a `from` of 0 in the segment stands for
    const struct manifest_closings *closings;
    size_t closings_count;
    const struct closing *ended; // beside those of the files: few enough to stand in the manifest
    size_t ended_count;
};

struct manifest {
    uint64_t generation;
    uint64_t log_length;
    uint32_t last_commit;
    const struct manifest_segment *segments;
    size_t count;
};

// Reads DATA/store/manifest; everything in `arena`. ST_CORRUPT names what is wrong.
NODISCARD status manifest_read(const char *store_folder, struct arena *arena, struct manifest *out,
                               struct error *e);
// Replaces it durably.
NODISCARD status manifest_write(const char *store_folder, const struct manifest *m,
                                struct error *e);
// A new random file name.
NODISCARD status manifest_new_name(char out[FILE_NAME_SIZE], struct error *e);
