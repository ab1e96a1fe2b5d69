// SPDX-License-Identifier: Apache-2.0
// Checks a whole segment: every checksum, and that its sections agree with each other: order of
// keys and values, typed columns with values, posting lists with columns, tokens with values, boxes
// with points. Must not know: the manifest, closings. That records match their hashes the store
// checks.
#include "store/segment_verify.h"
#include "store/posting_reader.h"
#include "store/segment_private.h"
#include "store/segment_writer.h"

#include "formats/document.h"

#include <string.h>

// --- rows ----------------------------------------------------------------------------------------

static uint32_t from_order(uint32_t from)
{
    return from == ROW_OWN_COMMIT ? UINT32_MAX : from;
}

// Keys rise within a table; versions of a key rise by the commit they came with.
static status verify_table(struct segment *s, const struct segment_table *table,
                           const uint32_t *from, struct buffer *before, struct error *e)
{
    struct string_list keys;
    struct string_cursor c;
    TRY(segment_key_list(s, &keys, e));
    TRY(string_cursor_seek(&c, &keys, table->first_row, e));
    for (uint32_t row = table->first_row;;) {
        buffer_clear(before);
        buffer_append(before, c.text, c.length);
        if (c.length > SEGMENT_KEY_BYTES) {
            return error_set(e, ST_CORRUPT, "the key of row %lu is too long", (unsigned long)row);
        }
        if (++row == table->first_row + table->rows) {
            return buffer_check(before, "a key", e);
        }
        TRY(string_cursor_next(&c, e));
        int order = sv_compare(buffer_view(before), string_cursor_text(&c));
        if (order > 0 ||
            (order == 0 && from != NULL && from_order(from[row - 1]) > from_order(from[row]))) {
            return error_set(e, ST_CORRUPT, "row %lu is out of order", (unsigned long)row);
        }
    }
}

static status verify_rows(struct segment *s, struct error *e)
{
    const uint32_t *from = NULL;
    struct buffer before;
    status result = ST_OK;
    TRY(segment_from(s, &from, e));
    buffer_init(&before, LIMIT_LIST_STRING);
    for (size_t i = 0; i < s->tables_count && result == ST_OK; i++) {
        result = verify_table(s, &s->tables[i], from, &before, e);
    }
    buffer_release(&before);
    return segment_blame(s, s->single[SECTION_KEYS], result, e);
}

static status verify_layers(struct segment *s, struct error *e)
{
    struct section section;
    struct buffer scratch;
    status result = ST_OK;
    uint32_t number = s->single[SECTION_LAYERS];
    TRY(segment_section(s, number, &section, e));
    if (section.bytes == NULL) {
        return ST_OK;
    }
    // Reading a layer checks the section's own lengths, so this goes by the directory's count.
    const void *start = section.bytes + sizeof(uint64_t);
    const uint32_t *rows = start;
    if (section.count > s->rows || section.length < (section.count + 2) * sizeof(uint64_t)) {
        return segment_damaged(s, number, e, "it is cut short");
    }
    buffer_init(&scratch, SIZE_MAX / 2);
    for (uint64_t i = 0; i < section.count && result == ST_OK; i++) {
        bool found = false;
        struct sha256 hash;
        string_view json;
        if (rows[i] >= s->rows || (i > 0 && rows[i] <= rows[i - 1])) {
            result = segment_damaged(s, number, e, "its rows are out of order");
        } else {
            result = segment_layers(s, rows[i], &found, &hash, &scratch, &json, e);
        }
    }
    buffer_release(&scratch);
    return result;
}

// --- points --------------------------------------------------------------------------------------

static bool box_holds(const struct segment_points *p, size_t block)
{
    const int32_t *box = p->boxes + block * 4;
    int32_t latitude[2] = {INT32_MAX, INT32_MIN};
    int32_t longitude[2] = {INT32_MAX, INT32_MIN};
    for (size_t i = block * POINT_BLOCK; i < MIN(p->count, (block + 1) * POINT_BLOCK); i++) {
        latitude[0] = MIN(latitude[0], p->latitudes[i]);
        latitude[1] = MAX(latitude[1], p->latitudes[i]);
        longitude[0] = MIN(longitude[0], p->longitudes[i]);
        longitude[1] = MAX(longitude[1], p->longitudes[i]);
    }
    return box[0] == latitude[0] && box[1] == latitude[1] && box[2] == longitude[0] &&
           box[3] == longitude[1];
}

static status verify_points(struct segment *s, struct error *e)
{
    struct segment_points p;
    struct bitset rows;
    bool holds = true;
    TRY(segment_points(s, &p, e));
    TRY(bitset_init(&rows, s->rows, e));
    for (size_t i = 0; i < p.count && holds; i++) {
        holds = p.latitudes[i] >= -90 * POINT_UNITS && p.latitudes[i] <= 90 * POINT_UNITS &&
                p.longitudes[i] >= -180 * POINT_UNITS && p.longitudes[i] <= 180 * POINT_UNITS &&
                !bitset_test(&rows, p.rows[i]) &&
                (i == 0 || point_code(p.latitudes[i - 1], p.longitudes[i - 1]) <=
                               point_code(p.latitudes[i], p.longitudes[i]));
        bitset_set(&rows, p.rows[i]);
    }
    for (size_t i = 0; i < p.blocks && holds; i++) {
        holds = box_holds(&p, i);
    }
    bitset_release(&rows);
    return holds ? ST_OK
                 : segment_damaged(s, s->single[SECTION_POINTS], e,
                                   "a position is out of range or out of order");
}

// --- tokens --------------------------------------------------------------------------------------

status verify_token_lists(struct segment *s, uint32_t texts, uint32_t lists, uint64_t universe,
                          struct error *e)
{
    struct section section;
    struct string_list list;
    struct postings postings;
    struct posting_reader reader;
    if (texts == NO_SECTION || lists == NO_SECTION) {
        return texts == lists ? ST_OK
                              : segment_damaged(s, texts == NO_SECTION ? lists : texts, e,
                                                "it stands without its companion");
    }
    TRY(segment_section(s, texts, &section, e));
    TRY(segment_blame(s, texts, string_list_open(section.bytes, section.length, &list, e), e));
    TRY(segment_blame(s, texts, verify_byte_order(&list, e), e));
    TRY(segment_open_postings(s, lists, list.count, &postings, e));
    TRY(posting_reader_init(&reader, &postings, universe, e));
    status result = ST_OK;
    for (uint32_t token = 0; token < list.count && result == ST_OK; token++) {
        bool kept = false;
        result = posting_reader_read(&reader, token, &kept, e);
        if (result == ST_OK && (!kept || reader.count == 0)) {
            result = error_set(e, ST_CORRUPT, "token %lu is nowhere", (unsigned long)token);
        }
    }
    posting_reader_release(&reader);
    return segment_blame(s, lists, result, e);
}

// --- everything ----------------------------------------------------------------------------------

static status verify_long_values(struct segment *s, struct error *e)
{
    struct section section;
    struct long_block block;
    uint32_t number = s->single[SECTION_LONG_VALUES];
    uint64_t count = 0;
    TRY(segment_section(s, number, &section, e));
    if (section.bytes == NULL) {
        return ST_OK;
    }
    status result = long_section_blocks(section.bytes, section.length, &count, e);
    long_block_init(&block);
    for (uint64_t i = 0; i < count && result == ST_OK; i++) {
        string_view text;
        struct long_reference reference = {.block = (uint32_t)i};
        result = long_section_get(section.bytes, section.length, &reference, &block, &text, e);
    }
    long_block_release(&block);
    return segment_blame(s, number, result, e);
}

static status verify_paths(struct segment *s, struct error *e)
{
    struct intern_table tokens = {0};
    status result = verify_load_tokens(s, s->single[SECTION_TOKENS], &tokens, e);
    for (uint32_t path = 0; path < s->paths_count && result == ST_OK; path++) {
        if (s->paths[path].kind == PATH_LEAF) {
            result = verify_path(s, path, &tokens, e);
        }
    }
    intern_release(&tokens);
    return result;
}

status segment_verify(struct segment *s, struct error *e)
{
    for (uint32_t i = 0; i < s->directory_count; i++) {
        struct section section;
        TRY(segment_section(s, i, &section, e));
    }
    TRY(verify_rows(s, e));
    TRY(verify_layers(s, e));
    TRY(verify_long_values(s, e));
    TRY(verify_paths(s, e));
    TRY(verify_token_lists(s, s->single[SECTION_TOKENS], s->single[SECTION_TOKEN_POSTINGS], s->rows,
                           e));
    return verify_points(s, e);
}
