// SPDX-License-Identifier: Apache-2.0
// What a segment keeps of rows beside their records: table, key, life, hash, layers.
// Must not know: documents.
#include "store/segment_writer_private.h"

#include "base/array.h"

#include <string.h>

// `from` 0 stands for the segment's own commit, the highest.
static uint32_t from_order(uint32_t from)
{
    return from == ROW_OWN_COMMIT ? UINT32_MAX : from;
}

static status wrong_order(const struct segment_row *row, struct error *e)
{
    return error_set(e, ST_INTERNAL, "row " SV_FORMAT " comes out of order", SV_ARGUMENT(row->key));
}

// Begins a table when the row is the first of one; checks the order of rows.
static status place_row(struct segment_writer *w, const struct segment_row *row, struct error *e)
{
    struct writer_table *last = w->tables_count == 0 ? NULL : &w->tables[w->tables_count - 1];
    int order = last == NULL ? -1 : uuid_compare(&last->table, row->table);
    if (order > 0) {
        return wrong_order(row, e);
    }
    if (order == 0) {
        order = sv_compare(buffer_view(&w->last_key), row->key);
        if (order > 0 || (order == 0 && from_order(w->from[w->rows - 1]) > from_order(row->from))) {
            return wrong_order(row, e);
        }
        last->rows++;
        return ST_OK;
    }
    if (!ARRAY_RESERVE(w->tables, w->tables_capacity, w->tables_count, SEGMENT_MOST_ROWS)) {
        return error_set(e, ST_NO_MEMORY, "no memory for the tables of a segment");
    }
    w->tables[w->tables_count++] = (struct writer_table){*row->table, w->rows, 1};
    return ST_OK;
}

static status add_layers(struct segment_writer *w, const struct segment_row *row, struct error *e)
{
    size_t count = w->layers_count;
    if (!ARRAY_RESERVE(w->layer_rows, w->layer_rows_capacity, count, SEGMENT_MOST_ROWS) ||
        !ARRAY_RESERVE(w->layer_hashes, w->layer_hashes_capacity, count, SEGMENT_MOST_ROWS) ||
        !ARRAY_RESERVE(w->layer_offsets, w->layer_offsets_capacity, count + 1,
                       SEGMENT_MOST_ROWS + 1)) {
        return error_set(e, ST_NO_MEMORY, "no memory for corrected rows");
    }
    w->layer_rows[count] = w->rows;
    w->layer_hashes[count] = *row->source_hash;
    w->layer_offsets[count] = w->layer_frames.length;
    w->layers_count++;
    return frame_pack(row->layers, &w->layer_frames, e);
}

status writer_add_row(struct segment_writer *w, const struct segment_row *row, struct error *e)
{
    if (w->rows == SEGMENT_MOST_ROWS) {
        return error_set(e, ST_TOO_LARGE, "a segment cannot hold more than %lu rows",
                         (unsigned long)SEGMENT_MOST_ROWS);
    }
    if (row->key.length > SEGMENT_KEY_BYTES) {
        return error_set(e, ST_TOO_LARGE, "a key of %zu bytes is over the limit of %zu",
                         row->key.length, SEGMENT_KEY_BYTES);
    }
    TRY(place_row(w, row, e));
    buffer_clear(&w->last_key);
    buffer_append_view(&w->last_key, row->key);
    string_list_builder_add(&w->keys, row->key.bytes, row->key.length, 0);
    if (w->last_key.failed || w->keys.failed ||
        !ARRAY_RESERVE(w->from, w->from_capacity, w->rows, SEGMENT_MOST_ROWS) ||
        !ARRAY_RESERVE(w->until, w->until_capacity, w->rows, SEGMENT_MOST_ROWS) ||
        !ARRAY_RESERVE(w->hashes, w->hashes_capacity, w->rows, SEGMENT_MOST_ROWS)) {
        return error_set(e, ST_NO_MEMORY, "no memory for %lu rows", (unsigned long)w->rows);
    }
    if (row->source_hash != NULL) {
        TRY(add_layers(w, row, e));
    }
    w->from[w->rows] = row->from;
    w->until[w->rows] = row->until;
    w->hashes[w->rows] = *row->hash;
    w->any_from |= row->from != ROW_OWN_COMMIT;
    w->any_until |= row->until != ROW_OPEN;
    w->rows++;
    return ST_OK;
}

// --- writing -------------------------------------------------------------------------------------

static status write_tables(struct segment_writer *w, struct error *e)
{
    struct buffer records;
    buffer_init(&records, SIZE_MAX / 2);
    for (size_t i = 0; i < w->tables_count; i++) {
        struct table_record record = {.first_row = w->tables[i].first_row,
                                      .rows = w->tables[i].rows};
        memcpy(record.table, w->tables[i].table.bytes, sizeof record.table);
        buffer_append(&records, &record, sizeof record);
    }
    status result = buffer_check(&records, "the list of tables", e);
    if (result == ST_OK) {
        struct section_part part = {records.bytes, records.length};
        result = section_file_add(w->file, SECTION_TABLES, 0, w->tables_count, &part, 1, e);
    }
    buffer_release(&records);
    return result;
}

static status write_keys(struct segment_writer *w, struct error *e)
{
    struct string_list_head head;
    struct section_part parts[STRING_LIST_PARTS];
    TRY(string_list_builder_finish(&w->keys, &head, parts, e));
    return section_file_add(w->file, SECTION_KEYS, 0, w->rows, parts, STRING_LIST_PARTS, e);
}

static status write_layers(struct segment_writer *w, struct error *e)
{
    static const unsigned char zeros[4];
    uint64_t count = w->layers_count;
    size_t rows = w->layers_count * sizeof *w->layer_rows;
    size_t hashes = w->layers_count * sizeof *w->layer_hashes;
    size_t offsets = (w->layers_count + 1) * sizeof *w->layer_offsets;
    uint64_t start = sizeof count + round_up(rows, 8) + hashes + offsets;
    w->layer_offsets[w->layers_count] = w->layer_frames.length;
    for (size_t i = 0; i <= w->layers_count; i++) {
        w->layer_offsets[i] += start;
    }
    const struct section_part parts[] = {{&count, sizeof count},
                                         {w->layer_rows, rows},
                                         {zeros, round_up(rows, 8) - rows},
                                         {w->layer_hashes, hashes},
                                         {w->layer_offsets, offsets},
                                         {w->layer_frames.bytes, w->layer_frames.length}};
    return section_file_add(w->file, SECTION_LAYERS, 0, count, parts, ARRAY_LENGTH(parts), e);
}

status writer_write_rows(struct segment_writer *w, struct error *e)
{
    struct section_part from = {w->from, w->rows * sizeof *w->from};
    struct section_part until = {w->until, w->rows * sizeof *w->until};
    struct section_part hashes = {w->hashes, w->rows * sizeof *w->hashes};
    TRY(write_tables(w, e));
    TRY(write_keys(w, e));
    if (w->any_from) {
        TRY(section_file_add(w->file, SECTION_FROM, 0, w->rows, &from, 1, e));
    }
    if (w->any_until) {
        TRY(section_file_add(w->file, SECTION_UNTIL, 0, w->rows, &until, 1, e));
    }
    TRY(section_file_add(w->file, SECTION_HASHES, 0, w->rows, &hashes, 1, e));
    return w->layers_count > 0 ? write_layers(w, e) : ST_OK;
}
