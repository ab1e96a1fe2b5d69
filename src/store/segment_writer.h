// SPDX-License-Identifier: Apache-2.0
// Builds one segment file (docs/format.md, Segment) from rows given in order.
// Must not know: manifests, commits' times, what is already stored.
#pragma once

#include "base/hash.h"
#include "base/thread_pool.h"
#include "base/uuid.h"
#include "formats/document.h"

#define ROW_OPEN          UINT32_MAX
#define ROW_OWN_COMMIT    0u
#define SEGMENT_MOST_ROWS ((uint32_t)1 << 28)
// Of a row: a record's key, or a reserved table's made of a table's UUID and a record's key.
#define SEGMENT_KEY_BYTES (LIMIT_KEY_BYTES + 64)

struct segment_writer;

// Fields of a table that hold a record's position; NULL names switch points off for that table.
struct point_fields {
    const char *latitude;
    const char *longitude;
};

struct segment_row {
    const struct uuid *table;
    string_view key;
    uint32_t from;                   // ROW_OWN_COMMIT: the commit the manifest gives the segment
    uint32_t until;                  // ROW_OPEN, or known from a merge
    const struct document *document; // what is shown
    const struct sha256 *hash;       // of its canonical bytes
    // Of a corrected record: its source layer and its corrections, as JSON (docs/format.md,
    // LAYERS).
    const struct sha256 *source_hash; // NULL when source and shown are the same
    string_view layers;               // the JSON; "" when source_hash is NULL
};

// `path` is the file to write. `pool` (may be NULL) is used to encode paths side by side.
NODISCARD status segment_writer_create(const char *path, struct thread_pool *pool,
                                       struct segment_writer **out, struct error *e);
// Says where rows of a table to come have their position. Default: decimalLatitude and
// decimalLongitude, any case.
NODISCARD status segment_writer_points(struct segment_writer *w, const struct uuid *table,
                                       const struct point_fields *fields, struct error *e);
// The file is packed if it turns out small: for commits of few rows.
void segment_writer_pack(struct segment_writer *w);
// Adds a row; rows come in the order (table, key, from). Everything is copied. `names` belongs to
// the document and may differ from row to row.
NODISCARD status segment_writer_add(struct segment_writer *w, const struct segment_row *row,
                                    const struct name_table *names, struct error *e);
// A batch of rows at once, so that the work on them can be shared among the pool's threads.
NODISCARD status segment_writer_add_batch(struct segment_writer *w, const struct segment_row *rows,
                                          size_t count, const struct name_table *names,
                                          struct error *e);
uint32_t segment_writer_rows(const struct segment_writer *w);
// Estimate of the memory held, so that the caller can close a segment before it grows too large.
size_t segment_writer_memory(const struct segment_writer *w);
// Sorts dictionaries, encodes, writes, fsyncs the file. The writer is used up either way.
NODISCARD status segment_writer_finish(struct segment_writer *w, struct error *e);
void segment_writer_destroy(struct segment_writer *w); // abandons an unfinished file; NULL is fine
