// SPDX-License-Identifier: Apache-2.0
// Reads items of CSL-JSON and rows of CSV.
#include "portal/literature_read.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "formats/csv_parser.h"

#include <inttypes.h>
#include <string.h>

#define ITEMS_MOST ((size_t)200000)

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for publications");
}

// --- texts -----------------------------------------------------------------------------------

string_view literature_text(struct arena *arena, string_view text)
{
    struct buffer b;
    bool blank = true;
    buffer_init(&b, LITERATURE_LIMIT_TEXT);
    for (size_t at = 0; at < text.length;) {
        int32_t c = utf8_next(text, &at);
        if (c >= 0 && (c <= ' ' || (c >= 0x7f && c <= 0xa0) || c == 0x2028 || c == 0x2029)) {
            blank = true;
            continue;
        }
        size_t before = b.length;
        if (blank && b.length > 0) {
            buffer_append_byte(&b, ' ');
        }
        utf8_append(&b, c < 0 ? 0xFFFDu : (uint32_t)c);
        blank = false;
        if (b.failed) {
            b.length = before; // whole characters alone
            break;
        }
    }
    string_view out = b.length == 0 ? SV("") : arena_copy(arena, (string_view){b.bytes, b.length});
    buffer_release(&b);
    return out;
}

static string_view string_of(const json_t *value)
{
    return json_is_string(value)
               ? (string_view){json_string_value(value), json_string_length(value)}
               : SV("");
}

string_view literature_member(struct arena *arena, const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    value = json_is_array(value) ? json_array_get(value, 0) : value;
    return literature_text(arena, string_of(value));
}

string_view literature_address(struct arena *arena, string_view text)
{
    string_view address = literature_text(arena, text);
    bool web = sv_starts_with(address, SV("https://")) || sv_starts_with(address, SV("http://"));
    return web && address.length < 2000 && sv_find(address, ' ') == address.length ? address
                                                                                   : SV("");
}

static int32_t year_of_text(string_view text)
{
    int64_t year = 0;
    for (size_t i = 0; i + 4 <= text.length; i++) {
        if (sv_to_int64(sv_slice(text, i, 4), &year) && year >= 1000 && year <= 2999) {
            return (int32_t)year;
        }
    }
    return 0;
}

// --- CSL-JSON --------------------------------------------------------------------------------

static int32_t year_of(const json_t *date)
{
    const json_t *part = json_array_get(json_array_get(json_object_get(date, "date-parts"), 0), 0);
    json_int_t year = json_integer_value(part);
    if (json_is_integer(part)) {
        return year >= 1000 && year <= 2999 ? (int32_t)year : 0;
    }
    string_view text = string_of(part);
    text = text.length > 0 ? text : string_of(json_object_get(date, "raw"));
    return year_of_text(text.length > 0 ? text : string_of(json_object_get(date, "literal")));
}

// "Smith, J.; Jones, A."
static string_view authors_of(struct arena *arena, const json_t *list)
{
    struct buffer b;
    buffer_init(&b, LITERATURE_LIMIT_TEXT);
    for (size_t i = 0; i < json_array_size(list) && !b.failed; i++) {
        const json_t *one = json_array_get(list, i);
        string_view family = literature_member(arena, one, "family");
        string_view given = literature_member(arena, one, "given");
        string_view name = literature_member(arena, one, "literal");
        name = name.length > 0 ? name : literature_member(arena, one, "name");
        name = family.length > 0 ? family : name;
        size_t before = b.length;
        buffer_print(&b, "%s" SV_FORMAT "%s" SV_FORMAT, b.length > 0 && name.length > 0 ? "; " : "",
                     SV_ARGUMENT(name), family.length > 0 && given.length > 0 ? ", " : "",
                     SV_ARGUMENT(family.length > 0 ? given : SV("")));
        b.length = b.failed ? before : b.length;
    }
    string_view out = b.length == 0 ? SV("") : arena_copy(arena, (string_view){b.bytes, b.length});
    buffer_release(&b);
    return out;
}

static status read_cites(const json_t *list, struct arena *arena, struct literature_item *out,
                         struct error *e)
{
    size_t count = MIN(json_array_size(list), LITERATURE_LIMIT_CITES);
    string_view *cites = arena_array(arena, string_view, count + 1);
    if (cites == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        string_view one = literature_text(arena, string_of(json_array_get(list, i)));
        if (one.length > 0) {
            cites[out->cite_count++] = one;
        }
    }
    out->cites = cites;
    return ST_OK;
}

status literature_read_item(const json_t *item, struct arena *arena, struct literature_item *out,
                            struct error *e)
{
    struct publication *p = &out->publication;
    *out = (struct literature_item){.cite_count = 0};
    p->doi = literature_doi(arena, string_of(json_object_get(item, "DOI")));
    p->title = literature_member(arena, item, "title");
    p->authors = authors_of(arena, json_object_get(item, "author"));
    p->venue = literature_member(arena, item, "container-title");
    p->type = literature_member(arena, item, "type");
    p->address = literature_address(arena, string_of(json_object_get(item, "URL")));
    p->year = year_of(json_object_get(item, "issued"));
    const json_t *cites = json_object_get(json_object_get(item, "custom"), "cites");
    return read_cites(cites != NULL ? cites : json_object_get(item, "cites"), arena, out, e);
}

struct items {
    struct arena *arena;
    literature_skipped *skipped;
    void *argument;
    struct literature_item *list;
    size_t count;
    size_t number;         // read so far
    uint64_t lines_before; // empty ones, before the text begins
    size_t capacity;
};

static bool has_name(const struct publication *p)
{
    return p->doi.length > 0 || p->title.length > 0;
}

static status keep(struct items *items, const struct literature_item *one, struct error *e)
{
    items->number++;
    if (!has_name(&one->publication)) {
        items->skipped(items->argument, items->number, "it has neither a DOI nor a title");
        return ST_OK;
    }
    if (items->count == items->capacity) {
        size_t capacity = MAX(items->capacity * 2, (size_t)64);
        struct literature_item *more = arena_array(items->arena, struct literature_item, capacity);
        if (more == NULL || items->count >= ITEMS_MOST) {
            return more == NULL ? no_memory(e)
                                : error_set(e, ST_TOO_LARGE, "more than %zu publications in a file",
                                            ITEMS_MOST);
        }
        if (items->count > 0) {
            memcpy(more, items->list, items->count * sizeof *more);
        }
        items->list = more;
        items->capacity = capacity;
    }
    items->list[items->count++] = *one;
    return ST_OK;
}

static status read_json(string_view text, struct items *items, struct error *e)
{
    json_error_t at;
    struct literature_item one;
    json_t *root = json_loadb(text.bytes, text.length, JSON_REJECT_DUPLICATES, &at);
    if (root == NULL) {
        uint64_t line = items->lines_before + (unsigned)MAX(at.line, 1);
        return error_set(e, ST_BAD_DATA, "no CSL-JSON: line %" PRIu64 ", column %d: %s", line,
                         MAX(at.column, 0), at.text);
    }
    status result = ST_OK;
    size_t count = json_is_array(root) ? json_array_size(root) : 1;
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        const json_t *item = json_is_array(root) ? json_array_get(root, i) : root;
        result = literature_read_item(item, items->arena, &one, e);
        result = result == ST_OK ? keep(items, &one, e) : result;
    }
    json_decref(root);
    return result;
}

// --- CSV -------------------------------------------------------------------------------------

enum csv_column { DOI, TITLE, AUTHORS, YEAR, VENUE, TYPE, ADDRESS, CITES, COLUMNS };
static const char *const csv_names[COLUMNS] = {"doi",   "title", "authors", "year",
                                               "venue", "type",  "url",     "cites"};

static status read_header(struct csv_parser *parser, size_t places[COLUMNS], struct error *e)
{
    struct csv_row row;
    bool more = false;
    size_t known = 0;
    TRY(csv_parser_next(parser, &row, &more, e));
    for (size_t c = 0; c < COLUMNS; c++) {
        places[c] = SIZE_MAX;
        for (size_t i = 0; more && i < row.count && places[c] == SIZE_MAX; i++) {
            string_view name = sv_trim(row.fields[i]);
            places[c] = sv_equal_ignore_case(name, sv_from(csv_names[c])) ? i : SIZE_MAX;
        }
        known += places[c] != SIZE_MAX;
    }
    return known > 0 && (places[DOI] != SIZE_MAX || places[TITLE] != SIZE_MAX)
               ? ST_OK
               : error_set(e, ST_BAD_DATA,
                           "the file is neither CSL-JSON nor CSV with a header of doi, title, "
                           "authors, year, venue, type, url, cites");
}

static status read_row(const struct csv_row *row, const size_t places[COLUMNS], struct arena *arena,
                       struct literature_item *out, struct error *e)
{
    string_view values[COLUMNS];
    for (size_t c = 0; c < COLUMNS; c++) {
        values[c] =
            places[c] < row->count ? literature_text(arena, row->fields[places[c]]) : SV("");
    }
    *out = (struct literature_item){
        .publication = {.doi = literature_doi(arena, values[DOI]),
                        .title = values[TITLE],
                        .authors = values[AUTHORS],
                        .year = year_of_text(values[YEAR]),
                        .venue = values[VENUE],
                        .type = values[TYPE],
                        .address = literature_address(arena, values[ADDRESS])},
    };
    size_t most = 1;
    for (size_t i = 0; i < values[CITES].length; i++) {
        most += values[CITES].bytes[i] == '|';
    }
    string_view *cites = arena_array(arena, string_view, most);
    string_view rest = values[CITES];
    string_view part;
    if (cites == NULL) {
        return no_memory(e);
    }
    while (out->cite_count < MIN(most, LITERATURE_LIMIT_CITES) && sv_split(&rest, '|', &part)) {
        part = sv_trim(part);
        if (part.length > 0) {
            cites[out->cite_count++] = part;
        }
    }
    out->cites = cites;
    return ST_OK;
}

static status skip_broken(struct items *items, const struct csv_row *row, struct error *e)
{
    static const char *const faults[] = {[CSV_UNCLOSED_QUOTE] = "a quote is never closed",
                                         [CSV_ROW_TOO_LONG] = "the row is too long",
                                         [CSV_FIELD_TOO_LONG] = "the value is too long",
                                         [CSV_BAD_BYTE] = "a byte is no UTF-8",
                                         [CSV_NUL] = "a character NUL"};
    uint64_t line = items->lines_before + row->line;
    string_view why = arena_print(items->arena, "line %" PRIu64 ", column %zu: %s", line,
                                  row->fault_field + 1, faults[row->fault]);
    if (why.bytes == NULL) {
        return no_memory(e);
    }
    items->number++;
    items->skipped(items->argument, items->number, why.bytes);
    return ST_OK;
}

static status read_rows(struct csv_parser *parser, struct items *items, struct error *e)
{
    size_t places[COLUMNS];
    struct csv_row row;
    bool more = false;
    TRY(read_header(parser, places, e));
    for (;;) {
        struct literature_item one;
        TRY(csv_parser_next(parser, &row, &more, e));
        if (!more) {
            return ST_OK;
        }
        if (row.recovering) {
            csv_parser_judge(parser, true);
        }
        if (row.fault != CSV_FINE) {
            TRY(skip_broken(items, &row, e));
            continue;
        }
        TRY(read_row(&row, places, items->arena, &one, e));
        TRY(keep(items, &one, e));
    }
}

static status read_csv(string_view text, struct items *items, struct error *e)
{
    const struct csv_dialect dialect = {.delimiter = ',', .quote = '"', .newline = '\n'};
    struct byte_source *source = NULL;
    struct csv_parser *parser = NULL;
    TRY(byte_source_from_memory(text, "publications", &source, e));
    TRY(csv_parser_create(source, &dialect, &parser, e));
    status result = read_rows(parser, items, e);
    csv_parser_destroy(parser);
    return result;
}

status literature_read_file(string_view text, struct arena *arena, literature_skipped *skipped,
                            void *argument, struct literature_item **out, size_t *count,
                            struct error *e)
{
    struct items items = {.arena = arena, .skipped = skipped, .argument = argument};
    if (sv_starts_with(text, SV("\xEF\xBB\xBF"))) {
        text = sv_slice(text, 3, SIZE_MAX);
    }
    string_view whole = text;
    text = sv_trim(text);
    for (const char *at = whole.bytes; at < text.bytes; at++) {
        items.lines_before += *at == '\n';
    }
    bool json = sv_starts_with(text, SV("[")) || sv_starts_with(text, SV("{"));
    status result = json ? read_json(text, &items, e) : read_csv(text, &items, e);
    *out = items.list;
    *count = items.count;
    return result;
}
