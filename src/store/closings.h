// SPDX-License-Identifier: Apache-2.0
// Closings of a segment: which of its rows a later commit ended (docs/format.md, Closings).
// Must not know: manifests, commits' times.
#pragma once

#include "base/status.h"

struct closing {
    uint32_t row;
    uint32_t commit; // 0 in a file: the commit the manifest gives the file
};

// Writes a closings file, durably; pairs are sorted by row and rows are unique.
NODISCARD status closings_write(const char *path, const char *segment_name,
                                const struct closing *pairs, size_t count, struct error *e);

// Appends the pairs of a file to a malloc'ed array, with 0 replaced by `commit`; checks the
// checksum, the order and that rows are below `rows`.
NODISCARD status closings_read(const char *path, const char *segment_name, uint32_t commit,
                               uint32_t rows, struct closing **pairs, size_t *count,
                               size_t *capacity, struct error *e);

// Sorts by row; of several pairs for a row the earliest commit stands. Returns the new count.
size_t closings_settle(struct closing *pairs, size_t count);
