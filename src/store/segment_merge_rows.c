// SPDX-License-Identifier: Apache-2.0
// Merges what is kept by row: keys, lives, hashes, layers. Must not know: values.
#include "store/segment_merge_private.h"

#include <stdlib.h>

// Reads rows of one source in rising order.
struct row_reader {
    struct segment *segment;
    struct string_list keys;
    struct string_cursor cursor;
    bool started;
    const struct sha256 *hashes;
    size_t table;
};

static status open_reader(struct segment *s, struct row_reader *r, struct error *e)
{
    r->segment = s;
    r->started = false;
    r->table = 0;
    TRY(segment_key_list(s, &r->keys, e));
    return segment_hashes(s, &r->hashes, e);
}

static status read_key(struct row_reader *r, uint32_t row, string_view *key, struct error *e)
{
    status result = r->started && r->cursor.index + 1 == row
                        ? string_cursor_next(&r->cursor, e)
                        : string_cursor_seek(&r->cursor, &r->keys, row, e);
    r->started = true;
    *key = string_cursor_text(&r->cursor);
    return segment_blame(r->segment, r->segment->single[SECTION_KEYS], result, e);
}

static const struct uuid *table_of(struct row_reader *r, uint32_t row)
{
    const struct segment_table *tables = r->segment->tables;
    while (row >= tables[r->table].first_row + tables[r->table].rows) {
        r->table++; // the tables hold all rows
    }
    return &tables[r->table].table;
}

static status copy_row(struct segment_writer *w, struct row_reader *r, const struct merge_row *from,
                       struct buffer *scratch, struct error *e)
{
    string_view key;
    string_view json = SV("");
    struct sha256 source_hash;
    bool corrected = false;
    TRY(read_key(r, from->row, &key, e));
    TRY(segment_layers(r->segment, from->row, &corrected, &source_hash, scratch, &json, e));
    struct segment_row row = {.table = table_of(r, from->row),
                              .key = key,
                              .from = from->from,
                              .until = from->until,
                              .hash = &r->hashes[from->row],
                              .source_hash = corrected ? &source_hash : NULL,
                              .layers = json};
    return writer_add_row(w, &row, e);
}

status merge_rows(struct segment_merge *m, struct error *e)
{
    struct buffer scratch;
    buffer_init(&scratch, SIZE_MAX / 2);
    struct row_reader *readers = calloc(MAX(m->source_count, (size_t)1), sizeof *readers);
    status result =
        readers == NULL ? error_set(e, ST_NO_MEMORY, "no memory to merge segments") : ST_OK;
    for (size_t i = 0; i < m->source_count && result == ST_OK; i++) {
        result = open_reader(m->sources[i].segment, &readers[i], e);
    }
    for (size_t i = 0; i < m->row_count && result == ST_OK; i++) {
        result = copy_row(m->writer, &readers[m->rows[i].source], &m->rows[i], &scratch, e);
    }
    free(readers);
    buffer_release(&scratch);
    return result;
}
