// SPDX-License-Identifier: Apache-2.0
// What a segment answers about tokens and positions. Must not know: how words are asked for.
#include "store/list_fence.h"
#include "store/segment_private.h"

#include <string.h>

static status open_tokens(struct segment *s, uint32_t number, struct string_list *out,
                          struct error *e)
{
    struct section section;
    TRY(segment_section_by_block(s, number, &section, e));
    status result = string_list_open_checked(section.bytes, section.length, section.checks, out, e);
    return segment_blame(s, number, result, e);
}

static status open_lists(struct segment *s, uint32_t number, uint32_t tokens, struct postings *out,
                         struct error *e)
{
    if (number == NO_SECTION) {
        return segment_damaged(s, NO_SECTION, e, "tokens have no posting lists");
    }
    return segment_open_postings(s, number, tokens, out, e);
}

static status set_token(struct segment *s, uint32_t number, uint32_t tokens, uint32_t token,
                        struct bitset *out, struct error *e)
{
    struct postings postings;
    bool kept = false;
    TRY(open_lists(s, number, tokens, &postings, e));
    status result = postings_set(&postings, token, out, &kept, e);
    return segment_blame(s, number, result, e);
}

static status check_rows(const struct segment *s, const struct bitset *rows, struct error *e)
{
    return rows->bit_count == s->rows
               ? ST_OK
               : error_set(e, ST_INVALID, "a set of rows does not fit %s", s->name);
}

static status open_row_lists(struct segment *s, struct postings *out, struct error *e)
{
    uint32_t number = s->single[SECTION_TOKENS];
    return open_lists(s, s->single[SECTION_TOKEN_POSTINGS],
                      number == NO_SECTION ? 0 : (uint32_t)s->directory[number].count, out, e);
}

status segment_find_token(struct segment *s, string_view token, bool *found, uint32_t *number,
                          uint64_t *rows, struct error *e)
{
    struct string_list list;
    struct postings postings;
    bool kept = false;
    uint32_t section = s->single[SECTION_TOKENS];
    *found = false;
    if (section == NO_SECTION) {
        return ST_OK;
    }
    TRY(open_tokens(s, section, &list, e));
    uint32_t first = 0;
    uint32_t end = list.count;
    status result = list_fence_narrow(&s->token_fence, &list, token, &first, &end, e);
    if (result == ST_OK) {
        result = string_list_find_bytes(&list, first, end, token, number, found, e);
    }
    TRY(segment_blame(s, section, result, e));
    if (*found) {
        TRY(open_row_lists(s, &postings, e));
        result = postings_count(&postings, *number, rows, &kept, e);
        TRY(segment_blame(s, s->single[SECTION_TOKEN_POSTINGS], result, e));
    }
    return ST_OK;
}

status segment_token_rows(struct segment *s, uint32_t number, struct bitset *rows, struct error *e)
{
    struct postings postings;
    bool kept = false;
    TRY(check_rows(s, rows, e));
    TRY(open_row_lists(s, &postings, e));
    status result = postings_set(&postings, number, rows, &kept, e);
    return segment_blame(s, s->single[SECTION_TOKEN_POSTINGS], result, e);
}

status segment_token_short(struct segment *s, uint32_t number, uint32_t rows[SHORT_LIST_MOST],
                           size_t *count, bool *is_short, struct error *e)
{
    struct postings postings;
    TRY(open_row_lists(s, &postings, e));
    status result = postings_short(&postings, number, s->rows, rows, count, is_short, e);
    return segment_blame(s, s->single[SECTION_TOKEN_POSTINGS], result, e);
}

status segment_token_list(struct segment *s, uint32_t number, uint32_t *rows, size_t most,
                          size_t *count, bool *fits, struct error *e)
{
    struct postings postings;
    TRY(open_row_lists(s, &postings, e));
    status result = postings_list(&postings, number, s->rows, rows, most, count, fits, e);
    return segment_blame(s, s->single[SECTION_TOKEN_POSTINGS], result, e);
}

status segment_token_filter(struct segment *s, uint32_t number, uint32_t *rows, size_t *count,
                            struct error *e)
{
    struct postings postings;
    TRY(open_row_lists(s, &postings, e));
    status result = postings_filter(&postings, number, s->rows, rows, count, e);
    return segment_blame(s, s->single[SECTION_TOKEN_POSTINGS], result, e);
}

status segment_token_retain(struct segment *s, uint32_t number, struct bitset *rows,
                            struct error *e)
{
    struct postings postings;
    bool kept = false;
    TRY(check_rows(s, rows, e));
    TRY(open_row_lists(s, &postings, e));
    status result = postings_retain(&postings, number, rows, &kept, e);
    return segment_blame(s, s->single[SECTION_TOKEN_POSTINGS], result, e);
}

status segment_rows_with_token(struct segment *s, string_view token, struct bitset *rows,
                               struct error *e)
{
    bool found = false;
    uint32_t number = 0;
    uint64_t count = 0;
    TRY(check_rows(s, rows, e));
    TRY(segment_find_token(s, token, &found, &number, &count, e));
    return found ? segment_token_rows(s, number, rows, e) : ST_OK;
}

status segment_rows_with_token_prefix(struct segment *s, string_view prefix, size_t limit,
                                      struct bitset *rows, struct error *e)
{
    struct string_list list;
    struct string_cursor c;
    uint32_t index = 0;
    bool equal = false;
    uint32_t number = s->single[SECTION_TOKENS];
    TRY(check_rows(s, rows, e));
    if (number == NO_SECTION) {
        return ST_OK;
    }
    TRY(open_tokens(s, number, &list, e));
    status result = string_list_find_bytes(&list, 0, list.count, prefix, &index, &equal, e);
    for (size_t i = 0; result == ST_OK && i < limit && index < list.count; i++, index++) {
        result = i == 0 ? string_cursor_seek(&c, &list, index, e) : string_cursor_next(&c, e);
        if (result == ST_OK && !sv_starts_with(string_cursor_text(&c), prefix)) {
            break;
        }
        if (result == ST_OK) {
            TRY(set_token(s, s->single[SECTION_TOKEN_POSTINGS], list.count, index, rows, e));
        }
    }
    return segment_blame(s, number, result, e);
}

// The ordinals minus 1 of the list become ordinals: the set moves up by one.
static status set_ordinals(struct segment *s, uint32_t path, uint32_t tokens, uint32_t token,
                           struct bitset *ordinals, struct error *e)
{
    struct bitset entries;
    uint32_t list[256];
    TRY(bitset_init(&entries, ordinals->bit_count - 1, e));
    status result =
        set_token(s, path_section(s, path, PATH_FIELD_TOKEN_POSTINGS), tokens, token, &entries, e);
    size_t from = 0;
    while (result == ST_OK) {
        size_t count = bitset_list(&entries, from, list, ARRAY_LENGTH(list));
        for (size_t i = 0; i < count; i++) {
            bitset_set(ordinals, (size_t)list[i] + 1);
        }
        if (count < ARRAY_LENGTH(list)) {
            break;
        }
        from = (size_t)list[count - 1] + 1;
    }
    bitset_release(&entries);
    return result;
}

status segment_field_token(struct segment *s, uint32_t path, string_view token,
                           struct bitset *ordinals, bool *kept, struct error *e)
{
    TRY(segment_check_leaf(s, path, e));
    uint32_t number = path_section(s, path, PATH_FIELD_TOKENS);
    uint64_t count = s->directory[path_section(s, path, PATH_DICTIONARY)].count;
    struct string_list list;
    uint32_t index = 0;
    bool equal = false;
    if (ordinals->bit_count != count + 1) {
        return error_set(e, ST_INVALID, "a set of ordinals does not fit path %lu of %s",
                         (unsigned long)path, s->name);
    }
    *kept = number != NO_SECTION;
    if (!*kept) {
        return ST_OK;
    }
    TRY(open_tokens(s, number, &list, e));
    status result = string_list_find_bytes(&list, 0, list.count, token, &index, &equal, e);
    TRY(segment_blame(s, number, result, e));
    return equal ? set_ordinals(s, path, list.count, index, ordinals, e) : ST_OK;
}

status segment_field_tokens(struct segment *s, uint32_t path, struct string_list *out, bool *kept,
                            struct error *e)
{
    TRY(segment_check_leaf(s, path, e));
    uint32_t number = path_section(s, path, PATH_FIELD_TOKENS);
    *kept = number != NO_SECTION;
    return *kept ? open_tokens(s, number, out, e) : ST_OK;
}

status segment_field_token_entries(struct segment *s, uint32_t path, uint32_t index,
                                   struct bitset *ordinals, struct error *e)
{
    struct string_list list;
    bool kept = false;
    TRY(segment_field_tokens(s, path, &list, &kept, e));
    uint64_t count = s->directory[path_section(s, path, PATH_DICTIONARY)].count;
    if (!kept || index >= list.count || ordinals->bit_count != count + 1) {
        return error_set(e, ST_INVALID, "a token or a set of ordinals does not fit path %lu of %s",
                         (unsigned long)path, s->name);
    }
    return set_ordinals(s, path, list.count, index, ordinals, e);
}

status segment_points(struct segment *s, struct segment_points *out, struct error *e)
{
    struct section section;
    TRY(segment_section(s, s->single[SECTION_POINTS], &section, e));
    *out = (struct segment_points){0};
    if (section.bytes == NULL) {
        return ST_OK;
    }
    uint64_t count = 0;
    memcpy(&count, section.bytes, sizeof count);
    size_t stride = round_up(count, 2);
    const void *rows = section.bytes + sizeof count;
    out->count = count;
    out->rows = rows;
    const void *latitudes = out->rows + stride;
    out->latitudes = latitudes;
    out->longitudes = out->latitudes + stride;
    out->boxes = out->longitudes + stride;
    out->blocks = (count + POINT_BLOCK - 1) / POINT_BLOCK;
    return ST_OK;
}
