// SPDX-License-Identifier: Apache-2.0
// A delimited file with a header as a source of rows.
#include "formats/csv_source.h"

#include "formats/field_name.h"
#include "formats/table_reader.h"

#include <stdlib.h>

struct csv_source {
    struct row_source source;
    struct arena memory; // titles, columns, nodes
    struct table_reader reader;
    string_view *titles;
    struct table_column *columns;
    struct node *nodes;
};

static void destroy_csv(struct row_source *s)
{
    struct csv_source *c = (struct csv_source *)s;
    table_reader_close(&c->reader);
    name_table_destroy(c->source.names);
    arena_release(&c->memory);
    free(c);
}

// Adds the title as a name of its own: " (2)", " (3)" ... behind one that was there before.
static status add_unique_name(struct csv_source *c, struct buffer *title, uint32_t *out,
                              struct error *e)
{
    size_t length = title->length;
    for (unsigned copy = 2; name_table_find(c->source.names, buffer_view(title), out); copy++) {
        title->length = length;
        buffer_append_view(title, SV(" ("));
        buffer_append_uint(title, copy);
        buffer_append_byte(title, ')');
    }
    TRY(buffer_check(title, "the name of a column", e));
    return name_table_add(c->source.names, buffer_view(title), out, e);
}

// `missing` columns at the start have no name in the header.
static status take_titles(struct csv_source *c, const struct csv_row *header, size_t missing,
                          struct buffer *title, struct error *e)
{
    for (size_t i = 0; i < header->count + missing; i++) {
        string_view field = i < missing ? SV("") : header->fields[i - missing];
        TRY(field_name_clean(field, i + 1, title, e));
        TRY(add_unique_name(c, title, &c->columns[i].name, e));
        c->columns[i].index = i;
        c->columns[i].default_value = SV("");
        c->titles[i] = name_table_get(c->source.names, c->columns[i].name);
    }
    return ST_OK;
}

static status check_header(const struct csv_row *header, struct error *e)
{
    switch (header->fault) {
    case CSV_FINE:
        break;
    case CSV_UNCLOSED_QUOTE:
    case CSV_ROW_TOO_LONG:
        return error_set(e, ST_BAD_DATA, "the header has a quoted name that is never closed");
    case CSV_NUL:
        return error_set(e, ST_BAD_DATA,
                         "the header holds a NUL character; save the file as UTF-8 text");
    case CSV_FIELD_TOO_LONG:
    case CSV_BAD_BYTE:
        return error_set(e, ST_BAD_DATA,
                         "the name of column %zu is not text in this encoding; "
                         "say which encoding the file has",
                         header->fault_field + 1);
    }
    if (header->count > LIMIT_TABLE_PATHS) {
        return error_set(e, ST_BAD_DATA, "the header has %s%zu columns, more than %zu",
                         header->more_fields ? "more than " : "", header->count, LIMIT_TABLE_PATHS);
    }
    return ST_OK;
}

static status read_header(struct csv_source *c, bool has_row_names, struct error *e)
{
    struct csv_row header;
    bool more = false;
    TRY(csv_parser_next(c->reader.parser, &header, &more, e));
    if (!more) {
        return error_set(e, ST_BAD_DATA, "it is empty; give a file with a header and rows");
    }
    TRY(check_header(&header, e));
    size_t missing = has_row_names ? 1 : 0;
    size_t count = header.count + missing;
    c->titles = arena_array(&c->memory, string_view, count);
    c->columns = arena_array(&c->memory, struct table_column, count);
    c->nodes = arena_array(&c->memory, struct node, count + 1);
    if (c->titles == NULL || c->columns == NULL || c->nodes == NULL) {
        return error_set(e, ST_NO_MEMORY, "out of memory for a header");
    }
    struct buffer title;
    buffer_init(&title, LIMIT_NAME_BYTES + 64);
    status result = take_titles(c, &header, missing, &title, e);
    buffer_release(&title);
    c->reader.width = count;
    c->reader.titles = c->titles;
    c->reader.title_count = count;
    return result;
}

// Follows a key field that the caller may have changed.
static size_t find_key_index(const struct csv_source *c)
{
    uint32_t name = 0;
    if (c->source.key_field == NULL ||
        !name_table_find(c->source.names, sv_from(c->source.key_field), &name)) {
        return NO_INDEX;
    }
    return name; // columns are named in order, each with a name of its own
}

static status next_csv(struct row_source *s, struct source_row *row, bool *more, struct error *e)
{
    struct csv_source *c = (struct csv_source *)s;
    struct csv_row fields;
    c->reader.key_index = find_key_index(c);
    TRY(table_reader_next(&c->reader, &fields, more, e));
    s->bytes_done = csv_parser_consumed(c->reader.parser);
    if (*more) {
        size_t count =
            table_fill_nodes(c->nodes, c->columns, c->reader.width, fields.fields, fields.count);
        *row = (struct source_row){
            .document = {c->nodes, count}, .file = c->reader.file, .line = fields.line};
    }
    return ST_OK;
}

static status open_csv(struct csv_source *c, bool has_row_names, struct error *e)
{
    TRY(read_header(c, has_row_names, e));
    bool more = false;
    TRY(csv_parser_has_more(c->reader.parser, &more, e));
    if (!more) {
        return error_set(e, ST_BAD_DATA, "it has a header and no rows; give a file with rows");
    }
    c->source.bytes_done = csv_parser_consumed(c->reader.parser);
    return ST_OK;
}

status csv_source_create(struct byte_source *source, const struct csv_dialect *dialect,
                         const char *file, struct row_report *report, struct row_source **out,
                         struct error *e)
{
    struct csv_source *c = calloc(1, sizeof *c);
    if (c == NULL) {
        byte_source_destroy(source);
        return error_set(e, ST_NO_MEMORY, "out of memory opening %s", file);
    }
    c->source =
        (struct row_source){.next = next_csv, .destroy = destroy_csv, .bytes_total = source->total};
    arena_init(&c->memory, 0);
    c->source.names = name_table_create();
    status result = table_reader_open(&c->reader, source, dialect, file, report, e);
    if (result == ST_OK && c->source.names == NULL) {
        result = error_set(e, ST_NO_MEMORY, "out of memory opening %s", file);
    }
    if (result == ST_OK) {
        result = open_csv(c, dialect->has_row_names, e);
    }
    if (result != ST_OK) {
        error_prefix(e, "%s", file);
        destroy_csv(&c->source);
        return result;
    }
    *out = &c->source;
    return ST_OK;
}
