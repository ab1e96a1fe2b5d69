// SPDX-License-Identifier: Apache-2.0
// Records as a table of point features with typed columns: a GeoPackage. SQLite writes its pages in
// no order, so the file is laid by until it is whole, and then given on.
#include "api/download_format.h"

#include "api/all_records.h"
#include "catalogue/geopackage.h"
#include "portal/scratch_file.h"
#include "query/column_types.h"

#include <stdlib.h>
#include <string.h>

#define IDENTITY ((size_t)4)

struct package_writer {
    const struct download *download;
    struct scratch_file file;
    struct geopackage_table table;
    struct geopackage_column *columns; // of the table: who a row is, then its fields
    enum geopackage_type *types;       // of the fields
    struct geopackage *out;            // owned
};

// --- values on their way ---------------------------------------------------------------------
// Threads write each value as a byte that says what it is, then 8 bytes, or a length and a text.

enum mark { MARK_NONE, MARK_NUMBER, MARK_DECIMAL, MARK_TEXT };

static void put_text(string_view text, struct buffer *out)
{
    uint32_t length = (uint32_t)text.length;
    buffer_append_byte(out, text.length == 0 ? MARK_NONE : MARK_TEXT);
    if (text.length > 0) {
        buffer_append(out, &length, sizeof length);
        buffer_append_view(out, text);
    }
}

static void put_number(int64_t number, struct buffer *out)
{
    buffer_append_byte(out, MARK_NUMBER);
    buffer_append(out, &number, sizeof number);
}

static void put_decimal(double number, struct buffer *out)
{
    buffer_append_byte(out, MARK_DECIMAL);
    buffer_append(out, &number, sizeof number);
}

// column_kind_find has seen that all texts of the column are such.
static void write_cell(void *argument, size_t column, string_view text, struct buffer *out)
{
    const struct package_writer *w = argument;
    char digits[64];
    if (text.length == 0 || text.length >= sizeof digits || w->types[column] == GEOPACKAGE_TEXT) {
        put_text(text, out);
        return;
    }
    memcpy(digits, text.bytes, text.length);
    digits[text.length] = '\0';
    switch (w->types[column]) {
    case GEOPACKAGE_INTEGER:
        put_number(strtoll(digits, NULL, 10), out);
        break;
    case GEOPACKAGE_REAL:
        put_decimal(strtod(digits, NULL), out);
        break;
    case GEOPACKAGE_BOOLEAN:
        put_number(text.length == 4, out); // "true"
        break;
    case GEOPACKAGE_TEXT:
        break;
    }
}

static void write_key(const struct download *d, const struct row_identity *row, struct buffer *out)
{
    const struct row_naming *naming = download_naming(d);
    if (naming == NULL) {
        put_text(row->key, out);
        return;
    }
    size_t start = out->length;
    put_text(row->key, out); // keys are never empty: there is a length
    out->length = start + 1 + sizeof(uint32_t);
    naming->write(naming->argument, row, out);
    if (!out->failed) {
        uint32_t length = (uint32_t)(out->length - start - 1 - sizeof length);
        memcpy(out->bytes + start + 1, &length, sizeof length);
    }
}

static void write_head(void *argument, const struct row_identity *row, struct buffer *out)
{
    const struct package_writer *w = argument;
    const struct row_constants *rights = &w->download->rights;
    put_text(row->table->dataset_slug, out);
    put_text(row->table->slug, out);
    write_key(w->download, row, out);
    put_number(row->version, out);
    for (size_t i = 0; i < rights->count; i++) {
        put_text(rights->text(rights->argument, &row->table->table, i), out);
    }
}

// Where it lies; the line's end takes the last byte's place.
static void write_tail(void *argument, const struct row_identity *row, struct buffer *out)
{
    const int32_t place[2] = {row->point.longitude, row->point.latitude};
    (void)argument;
    buffer_append_byte(out, row->point.found);
    buffer_append(out, place, sizeof place);
    buffer_append_byte(out, '\n');
}

// --- rows ------------------------------------------------------------------------------------

static void take(string_view *rest, void *out, size_t length)
{
    memcpy(out, rest->bytes, length);
    *rest = sv_slice(*rest, length, SIZE_MAX);
}

static void give_value(struct package_writer *w, size_t column, string_view *rest)
{
    char kind = MARK_NONE;
    int64_t number = 0;
    double decimal = 0;
    uint32_t length = 0;
    take(rest, &kind, sizeof kind);
    if (kind == MARK_NUMBER) {
        take(rest, &number, sizeof number);
        geopackage_put_integer(w->out, column, number);
    } else if (kind == MARK_DECIMAL) {
        take(rest, &decimal, sizeof decimal);
        geopackage_put_real(w->out, column, decimal);
    } else if (kind == MARK_TEXT) {
        take(rest, &length, sizeof length);
        geopackage_put_text(w->out, column, sv_slice(*rest, 0, length));
        *rest = sv_slice(*rest, length, SIZE_MAX);
    }
}

static status give(void *argument, string_view bytes, size_t rows, struct error *e)
{
    struct package_writer *w = argument;
    TRY(scratch_check_room(&w->file, e));
    for (size_t i = 0; i < rows; i++) {
        bool found = false;
        int32_t place[2] = {0};
        for (size_t c = 0; c < w->table.count; c++) {
            give_value(w, c, &bytes);
        }
        take(&bytes, &found, sizeof found);
        take(&bytes, place, sizeof place);
        bytes = sv_slice(bytes, 1, SIZE_MAX);
        if (found) {
            geopackage_put_point(w->out, place[0], place[1]);
        }
        TRY(geopackage_row(w->out, e));
    }
    return ST_OK;
}

// --- columns ---------------------------------------------------------------------------------

static status name_columns(struct package_writer *w, const struct row_columns *columns,
                           struct error *e)
{
    static const enum geopackage_type types[] = {[COLUMN_TEXT] = GEOPACKAGE_TEXT,
                                                 [COLUMN_INTEGER] = GEOPACKAGE_INTEGER,
                                                 [COLUMN_REAL] = GEOPACKAGE_REAL,
                                                 [COLUMN_BOOLEAN] = GEOPACKAGE_BOOLEAN};
    const struct row_constants *rights = &w->download->rights;
    struct geopackage_column *column = w->columns;
    *column++ = (struct geopackage_column){SV("_dataset"), GEOPACKAGE_TEXT};
    *column++ = (struct geopackage_column){SV("_table"), GEOPACKAGE_TEXT};
    *column++ = (struct geopackage_column){SV("_key"), GEOPACKAGE_TEXT};
    *column++ = (struct geopackage_column){SV("_version"), GEOPACKAGE_INTEGER};
    for (size_t i = 0; i < rights->count; i++) {
        *column++ = (struct geopackage_column){rights->names[i], GEOPACKAGE_TEXT};
    }
    for (size_t i = 0; i < columns->count; i++) {
        struct column_kind kind;
        TRY(column_kind_find(&columns->found->extent, &columns->fields[i], &kind, e));
        w->types[i] = kind.list && columns->numbers[i] == 0 ? GEOPACKAGE_TEXT : types[kind.type];
        *column++ = (struct geopackage_column){columns->names[i], w->types[i]};
    }
    return ST_OK;
}

static status begin(void *argument, const struct row_columns *columns, struct arena *arena,
                    struct error *e)
{
    struct package_writer *w = argument;
    size_t count = IDENTITY + w->download->rights.count + columns->count;
    w->columns = arena_array(arena, struct geopackage_column, count);
    w->types = arena_array(arena, enum geopackage_type, columns->count + 1);
    if (w->columns == NULL || w->types == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the columns of a GeoPackage");
    }
    TRY(name_columns(w, columns, e));
    w->table = (struct geopackage_table){.name = SV("records"),
                                         .changed = w->download->input.view.version,
                                         .columns = w->columns,
                                         .count = count};
    TRY(geopackage_create(w->file.path, &w->table, &w->out, e));
    scratch_hide(&w->file);
    return ST_OK;
}

// --- the file --------------------------------------------------------------------------------

static struct row_choice choice_of(const struct download *d)
{
    return (struct row_choice){.fields = d->input.fields,
                               .count = d->input.field_count,
                               .filled_only = !d->empty_columns,
                               .exploded = d->exploded};
}

static status check(const struct download *d, struct arena *arena, struct error *e)
{
    struct row_choice choice = choice_of(d);
    return all_records_check(&d->input, &choice, arena, e);
}

static status make(struct package_writer *w, const struct search_input *input, struct error *e)
{
    struct row_choice choice = choice_of(w->download);
    const struct row_style style = {.begin = begin,
                                    .head = write_head,
                                    .cell = write_cell,
                                    .tail = write_tail,
                                    .points = true,
                                    .line_end = SV("\n"),
                                    .give = give,
                                    .argument = w};
    status result =
        row_export(input->view.snapshot, &scope_public, &input->request, &choice, &style, e);
    if (result == ST_OK) {
        result = geopackage_finish(w->out, e);
    }
    geopackage_destroy(w->out);
    return result;
}

static status write(const struct download *d, const struct search_input *input, csv_sink *sink,
                    void *argument, struct error *e)
{
    struct package_writer w = {.download = d};
    TRY(scratch_open(d->portal->folder, &w.file, e));
    status result = make(&w, input, e);
    if (result == ST_OK) {
        result = scratch_give(&w.file, sink, argument, e);
    }
    scratch_close(&w.file);
    return result;
}

const struct download_format download_geopackage = {
    .name = "gpkg",
    .extension = "gpkg",
    .label = "GeoPackage",
    .media_type = "application/geopackage+sqlite3",
    .beside_csv = 1.25,
    .options = OPTION_IDENTIFIERS | OPTION_COLUMNS | OPTION_LISTS,
    .check = check,
    .write = write,
};
