// SPDX-License-Identifier: Apache-2.0
// CSV's texts around the rows of an export. Must not know: HTTP, who asks, how rows are found.
#include "query/csv_export.h"

#include "formats/csv_write.h"

#include <string.h>

#define LINE_END    "\r\n"
#define MOST_HEADER ((size_t)1 << 31)

struct csv_writer {
    const struct csv_columns *columns;
    const struct row_constants *constants; // NULL: none
    char separator;
    unsigned *readings; // by column; NULL: none has another way
    csv_sink *sink;
    void *argument;
};

// --- text ------------------------------------------------------------------------------------

// Whether a spreadsheet might take the text for a formula. A number is none, so that places in the
// west stay numbers.
static bool is_formula(string_view text)
{
    struct value_facts facts;
    if (text.length == 0 || memchr("=+-@\t\r", text.bytes[0], 6) == NULL) {
        return false;
    }
    value_analyse(VALUE_STRING, text, &facts);
    return text.bytes[0] != '-' || !facts.is_number;
}

// A text and the separator behind it.
static void write_text(const struct csv_writer *w, string_view text, struct buffer *out)
{
    string_view before = w->columns->safe && is_formula(text) ? SV("'") : SV("");
    if (csv_needs_quotes(text, w->separator)) {
        csv_write_quoted(before, text, out);
    } else {
        buffer_append_view(out, before);
        buffer_append_view(out, text);
    }
    buffer_append_byte(out, w->separator);
}

// --- rows ------------------------------------------------------------------------------------

static status begin(void *argument, const struct row_columns *columns, struct arena *arena,
                    struct error *e)
{
    static const char *const identity[] = {"_dataset", "_table", "_key", "_version"};
    struct csv_writer *w = argument;
    const struct cell_reading *reading = w->columns->reading;
    struct buffer header;
    w->readings = reading == NULL ? NULL : arena_array(arena, unsigned, columns->count + 1);
    if (reading != NULL && w->readings == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the columns of a table");
    }
    for (size_t i = 0; reading != NULL && i < columns->count; i++) {
        w->readings[i] = reading->kind(reading->argument, columns->names[i]);
    }
    buffer_init(&header, MOST_HEADER);
    for (size_t i = 0; w->columns->identity && i < ARRAY_LENGTH(identity); i++) {
        write_text(w, sv_from(identity[i]), &header);
    }
    for (size_t i = 0; w->constants != NULL && i < w->constants->count; i++) {
        write_text(w, w->constants->names[i], &header);
    }
    for (size_t i = 0; i < columns->count; i++) {
        write_text(w, columns->names[i], &header);
    }
    header.length -= header.length > 0; // the last separator
    buffer_append_view(&header, SV(LINE_END));
    status result = buffer_check(&header, "the header", e);
    if (result == ST_OK) {
        result = w->sink(w->argument, buffer_view(&header), e);
    }
    buffer_release(&header);
    return result;
}

static void write_identity(void *argument, const struct row_identity *row, struct buffer *out)
{
    const struct csv_writer *w = argument;
    write_text(w, row->table->dataset_slug, out);
    write_text(w, row->table->slug, out);
    if (w->columns->naming == NULL) {
        write_text(w, row->key, out);
    } else { // an address has nothing to quote
        w->columns->naming->write(w->columns->naming->argument, row, out);
        buffer_append_byte(out, w->separator);
    }
    buffer_append_int(out, row->version);
    buffer_append_byte(out, w->separator);
    for (size_t i = 0; w->constants != NULL && i < w->constants->count; i++) {
        write_text(w, w->constants->text(w->constants->argument, &row->table->table, i), out);
    }
}

static void write_cell(void *argument, size_t column, string_view text, struct buffer *out)
{
    const struct csv_writer *w = argument;
    if (w->readings == NULL || w->readings[column] == 0) {
        write_text(w, text, out);
        return;
    }
    struct buffer read;
    buffer_init(&read, MOST_HEADER);
    w->columns->reading->read(w->columns->reading->argument, w->readings[column], text, &read);
    write_text(w, buffer_view(&read), out);
    out->failed |= read.failed;
    buffer_release(&read);
}

static status give(void *argument, string_view bytes, size_t rows, struct error *e)
{
    const struct csv_writer *w = argument;
    (void)rows;
    return w->sink(w->argument, bytes, e);
}

status csv_export(struct snapshot *s, const struct scope *scope,
                  const struct search_request *request, const struct csv_columns *columns,
                  csv_sink *sink, void *argument, struct error *e)
{
    struct csv_writer w = {.columns = columns,
                           .constants = columns->identity ? columns->constants : NULL,
                           .separator = columns->separator == 0 ? ',' : columns->separator,
                           .sink = sink,
                           .argument = argument};
    const struct row_choice choice = {.fields = columns->fields,
                                      .count = columns->count,
                                      .filled_only = columns->filled_only,
                                      .exploded = columns->exploded};
    const struct row_style style = {.begin = begin,
                                    .head = columns->identity ? write_identity : NULL,
                                    .cell = write_cell,
                                    .line_end = SV(LINE_END),
                                    .give = give,
                                    .argument = &w};
    return row_export(s, scope, request, &choice, &style, e);
}
