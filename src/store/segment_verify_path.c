// SPDX-License-Identifier: Apache-2.0
// Checks the sections of one leaf path against each other.
// Must not know: rows' keys, other paths.
#include "store/segment_verify.h"

#include "store/posting_reader.h"
#include "store/token.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK ((size_t)1024)

status verify_byte_order(const struct string_list *list, struct error *e)
{
    struct string_cursor c;
    char before[LIMIT_LIST_STRING + 1];
    for (uint32_t i = 0; i < list->count; i++) {
        size_t length = i == 0 ? 0 : c.length;
        if (i == 0) {
            TRY(string_cursor_seek(&c, list, 0, e));
            continue;
        }
        memcpy(before, c.text, length);
        TRY(string_cursor_next(&c, e));
        if (sv_compare((string_view){before, length}, string_cursor_text(&c)) >= 0) {
            return error_set(e, ST_CORRUPT, "string %lu is out of order", (unsigned long)i);
        }
    }
    return ST_OK;
}

// --- values --------------------------------------------------------------------------------------

struct value_check {
    struct segment *s;
    struct dictionary d;
    const double *numbers;
    struct date_list dates;
    struct date_cursor date; // behind those seen
    struct buffer before;
    enum value_kind before_kind;
    struct value_facts before_facts;
    struct token_cutter cutter;
    struct intern_table *tokens; // of the segment
    struct intern_table own;     // of the path
    bool has_own;
};

static status check_types(struct value_check *c, uint32_t ordinal, const struct value_facts *facts,
                          struct error *e)
{
    bool holds = facts->class == dictionary_class(&c->d, ordinal);
    if (holds && facts->class == CLASS_NUMBER) {
        double kept = c->numbers[ordinal - c->d.missing - 1];
        // NOLINTNEXTLINE(bugprone-suspicious-memory-comparison): the very bits, -0 and NaN too
        holds = memcmp(&kept, &facts->number, sizeof kept) == 0;
    }
    if (holds && facts->is_date) {
        uint32_t kept = 0;
        moment start = 0;
        moment end = 0;
        holds = date_list_next(&c->dates, &c->date, &kept, &start, &end) && kept == ordinal &&
                start == facts->start && end == facts->end;
    }
    return holds ? ST_OK
                 : error_set(e, ST_CORRUPT, "value %lu is not of the type it is kept as",
                             (unsigned long)ordinal);
}

// A token that is not there becomes a new one of the table.
static status find_token(struct intern_table *tokens, string_view token, uint32_t ordinal,
                         struct error *e)
{
    struct intern_key key = {token.bytes, (uint32_t)token.length, 0};
    uint32_t before = tokens->count;
    uint32_t number = 0;
    TRY(intern_one(tokens, &key, &number, e));
    return tokens->count == before
               ? ST_OK
               : error_set(e, ST_CORRUPT, "a word of value %lu is not in the index",
                           (unsigned long)ordinal);
}

static status check_tokens(struct value_check *c, uint32_t ordinal, string_view text,
                           struct error *e)
{
    if (text.length == 0 || token_is_plain_code(text)) {
        return ST_OK;
    }
    TRY(token_cut(&c->cutter, text, e));
    for (size_t i = 0; i < c->cutter.count; i++) {
        const struct token *token = &c->cutter.tokens[i];
        if (token->is_whole && token->is_code) {
            continue;
        }
        TRY(find_token(c->tokens, token->text, ordinal, e));
        if (c->has_own) {
            TRY(find_token(&c->own, token->text, ordinal, e));
        }
    }
    return ST_OK;
}

static status check_value(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                          struct error *e)
{
    struct value_check *c = argument;
    struct value_facts facts;
    value_analyse(kind, text, &facts);
    TRY(check_types(c, ordinal, &facts, e));
    if (ordinal > 1 && value_compare(c->before_kind, buffer_view(&c->before), &c->before_facts,
                                     kind, text, &facts) >= 0) {
        return error_set(e, ST_CORRUPT, "value %lu is out of order", (unsigned long)ordinal);
    }
    buffer_clear(&c->before);
    buffer_append_view(&c->before, text);
    TRY(buffer_check(&c->before, "a value", e));
    c->before_kind = kind;
    c->before_facts = facts;
    return check_tokens(c, ordinal, text, e);
}

status verify_load_tokens(struct segment *s, uint32_t number, struct intern_table *out,
                          struct error *e)
{
    struct section section;
    struct string_list list;
    struct string_cursor c;
    if (number == NO_SECTION) {
        return ST_OK;
    }
    TRY(segment_section(s, number, &section, e));
    status result = string_list_open(section.bytes, section.length, &list, e);
    for (uint32_t i = 0; result == ST_OK && i < list.count; i++) {
        uint32_t ignored = 0;
        result = i == 0 ? string_cursor_seek(&c, &list, 0, e) : string_cursor_next(&c, e);
        if (result == ST_OK) {
            struct intern_key key = {c.text, (uint32_t)c.length, 0};
            result = intern_one(out, &key, &ignored, e);
        }
    }
    return segment_blame(s, number, result, e);
}

static status scan_values(struct value_check *c, uint32_t path, struct error *e)
{
    struct segment *s = c->s;
    size_t numbers = 0;
    uint32_t own = path_section(s, path, PATH_FIELD_TOKENS);
    TRY(segment_dictionary(s, path, &c->d, e));
    TRY(segment_numbers(s, path, &c->numbers, &numbers, e));
    TRY(segment_dates(s, path, &c->dates, e));
    TRY(verify_load_tokens(s, own, &c->own, e));
    c->has_own = own != NO_SECTION;
    status result = dictionary_scan(&c->d, 1, c->d.count, check_value, c, e);
    if (result == ST_OK && c->date.index != c->dates.count) {
        return segment_damaged(s, path_section(s, path, PATH_DATES), e,
                               "it holds dates that are none");
    }
    return segment_blame(s, path_section(s, path, PATH_DICTIONARY), result, e);
}

static status verify_values(struct segment *s, uint32_t path, struct intern_table *tokens,
                            struct error *e)
{
    struct value_check c = {.s = s, .tokens = tokens};
    buffer_init(&c.before, SIZE_MAX / 2);
    token_cutter_init(&c.cutter);
    status result = scan_values(&c, path, e);
    token_cutter_release(&c.cutter);
    buffer_release(&c.before);
    intern_release(&c.own);
    return result;
}

// --- cells and posting lists ---------------------------------------------------------------------

// Counts the cells of each ordinal.
static status count_cells(struct segment *s, uint32_t path, const struct column *column,
                          uint32_t *counts, uint32_t entries, struct error *e)
{
    uint32_t cells[CHUNK];
    for (uint64_t at = 0; at < column->count; at += CHUNK) {
        size_t count = (size_t)MIN((uint64_t)CHUNK, column->count - at);
        column_unpack(column, column->first + at, count, cells);
        for (size_t i = 0; i < count; i++) {
            if (cells[i] > entries) {
                return segment_damaged(s, path_section(s, path, PATH_ORDINALS), e,
                                       "a cell is beyond the dictionary");
            }
            counts[cells[i]]++;
        }
    }
    for (uint32_t ordinal = 1; ordinal <= entries; ordinal++) {
        if (counts[ordinal] == 0) {
            return segment_damaged(s, path_section(s, path, PATH_ORDINALS), e,
                                   "value %lu is in no cell", (unsigned long)ordinal);
        }
    }
    return ST_OK;
}

static status check_list(const struct posting_reader *r, const struct column *column,
                         uint32_t ordinal, uint32_t wanted, struct error *e)
{
    bool holds = r->count == wanted;
    for (size_t i = 0; holds && i < r->count; i++) {
        holds = column_get(column, r->members[i]) == ordinal;
    }
    return holds ? ST_OK
                 : error_set(e, ST_CORRUPT, "list %lu does not match the column",
                             (unsigned long)ordinal - 1);
}

static status verify_lists(struct segment *s, uint32_t path, const struct column *column,
                           const uint32_t *counts, uint32_t entries, struct error *e)
{
    struct postings postings;
    struct posting_reader reader;
    uint32_t number = path_section(s, path, PATH_POSTINGS);
    uint32_t size = s->levels[s->paths[path].level].size;
    TRY(segment_open_postings(s, number, entries, &postings, e));
    TRY(posting_reader_init(&reader, &postings, size, e));
    status result = ST_OK;
    for (uint32_t ordinal = 1; ordinal <= entries && result == ST_OK; ordinal++) {
        bool kept = false;
        result = posting_reader_read(&reader, ordinal - 1, &kept, e);
        if (result == ST_OK && kept) {
            result = check_list(&reader, column, ordinal, counts[ordinal], e);
        }
    }
    posting_reader_release(&reader);
    return segment_blame(s, number, result, e);
}

static status verify_column(struct segment *s, uint32_t path, uint32_t entries, struct error *e)
{
    struct column column;
    TRY(segment_column(s, path, &column, e));
    uint32_t *counts = calloc((size_t)entries + 1, sizeof *counts);
    if (counts == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to check %s", s->name);
    }
    status result = count_cells(s, path, &column, counts, entries, e);
    if (result == ST_OK && path_section(s, path, PATH_POSTINGS) != NO_SECTION) {
        result = verify_lists(s, path, &column, counts, entries, e);
    }
    free(counts);
    return result;
}

status verify_path(struct segment *s, uint32_t path, struct intern_table *tokens, struct error *e)
{
    struct dictionary d;
    TRY(segment_dictionary(s, path, &d, e));
    TRY(verify_values(s, path, tokens, e));
    TRY(verify_column(s, path, d.count, e));
    return verify_token_lists(s, path_section(s, path, PATH_FIELD_TOKENS),
                              path_section(s, path, PATH_FIELD_TOKEN_POSTINGS), d.count, e);
}
