// SPDX-License-Identifier: Apache-2.0
// A zip of files that are written one after another, compressed on all processors that are idle,
// and given on in order, with the SHA-256 of each. The same files give the same bytes. Must not
// know: HTTP, what the files hold.
#pragma once

#include "base/clock.h"
#include "base/hash.h"
#include "formats/zip_writer.h"

struct package;

struct package_file {
    string_view name;
    uint64_t bytes;
    struct sha256 hash;
};

// `time` is that of all files.
NODISCARD status package_create(zip_sink *sink, void *argument, moment time, struct package **out,
                                struct error *e);
void package_destroy(struct package *p); // NULL is fine

// Files follow each other; `name` as zip_file_begin takes it. A failure ends the package.
NODISCARD status package_file_begin(struct package *p, string_view name, struct error *e);
// A csv_sink and a scan_lines_sink: `package` is the package.
NODISCARD status package_write(void *package, string_view bytes, struct error *e);
NODISCARD status package_file_end(struct package *p, struct error *e);
// A file in one call.
NODISCARD status package_file(struct package *p, string_view name, string_view bytes,
                              struct error *e);
// The same of what is compressed already: it is stored as it stands.
NODISCARD status package_file_stored(struct package *p, string_view name, string_view bytes,
                                     struct error *e);
// What was written so far. Valid until the next call.
const struct package_file *package_files(const struct package *p, size_t *count);
NODISCARD status package_finish(struct package *p, struct error *e);
