// SPDX-License-Identifier: Apache-2.0
// Keeps the files that an ingest reads (portal/kept_files.h): copied beforehand, put into the
// folder just before the commit that names them, taken back where there is none. A folder gives
// the plain files that lie in it. Must not know: what is in the files.
#pragma once

#include "portal/file_records.h"

struct source_keeping {
    const struct portal *portal;
    struct uuid table;
    uint32_t base; // newest commit when the ingest began
    struct kept_file *files;
    struct metadata_record *records; // beside the files; each comes only with rows
    size_t count;
    size_t capacity;
    int lock; // from the first file placed to the end
};

// Whether a table's source may be kept unasked: not once values of it were erased by law (rule F5),
// since its source may hold them still.
bool source_keeping_is_safe(const struct snapshot *s, const struct uuid *table);
// Copies the files into `folder`; everything lies in `arena`.
NODISCARD status source_keeping_start(const struct portal *p, const struct snapshot *s,
                                      const struct import_table *table, const char *const *paths,
                                      size_t count, const char *folder, struct arena *arena,
                                      struct source_keeping *out, struct error *e);
// Puts the files in place. ST_CONFLICT when values of the table were erased meanwhile.
NODISCARD status source_keeping_place(struct source_keeping *k, struct error *e);
// In any case, also of one that is all zero but for a lock of -1.
void source_keeping_end(struct source_keeping *k, bool committed);
