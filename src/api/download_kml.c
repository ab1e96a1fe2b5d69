// SPDX-License-Identifier: Apache-2.0
// Records as placemarks of KML 2.2 (OGC 07-147r2), with all they hold as extended data; a record
// without a place is a placemark without a geometry.
#include "api/download_format.h"

#include "api/all_records.h"
#include "formats/xml_write.h"

#define MOST_NAME ((size_t)1 << 20)

struct kml_writer {
    const struct download *download;
    struct row_columns *columns;
    string_view *data; // by column: the element before its value
    csv_sink *sink;
    void *argument;
};

// --- elements --------------------------------------------------------------------------------

static void write_data_name(string_view name, struct buffer *out)
{
    buffer_append_view(out, SV("<Data name=\""));
    xml_write_text(out, name);
    buffer_append_view(out, SV("\"><value>"));
}

static void write_data(const char *name, string_view text, struct buffer *out)
{
    write_data_name(sv_from(name), out);
    xml_write_text(out, text);
    buffer_append_view(out, SV("</value></Data>"));
}

static void write_name(string_view name, struct buffer *out)
{
    buffer_append_view(out, SV("<name>"));
    xml_write_text(out, name);
    buffer_append_view(out, SV("</name><ExtendedData>"));
}

static void write_head(void *argument, const struct row_identity *row, struct buffer *out)
{
    const struct kml_writer *w = argument;
    buffer_append_view(out, SV("<Placemark>"));
    if (!w->columns->titled) {
        write_name(row->key, out);
    }
}

static void write_cell(void *argument, size_t column, string_view text, struct buffer *out)
{
    const struct kml_writer *w = argument;
    if (w->columns->titled && column == 0) {
        write_name(text, out);
    } else if (text.length > 0) {
        buffer_append_view(out, w->data[column]);
        xml_write_text(out, text);
        buffer_append_view(out, SV("</value></Data>"));
    }
}

static void write_key(const struct kml_writer *w, const struct row_identity *row,
                      struct buffer *out)
{
    const struct row_naming *naming = download_naming(w->download);
    if (naming == NULL) {
        write_data("_key", row->key, out);
        return;
    }
    write_data_name(SV("_key"), out);
    naming->write(naming->argument, row, out); // an address has nothing to escape
    buffer_append_view(out, SV("</value></Data>"));
}

static void write_identity(const struct kml_writer *w, const struct row_identity *row,
                           struct buffer *out)
{
    const struct row_constants *rights = &w->download->rights;
    write_data("_dataset", row->table->dataset_slug, out);
    write_data("_table", row->table->slug, out);
    write_key(w, row, out);
    buffer_print(out, "<Data name=\"_version\"><value>%lld</value></Data>",
                 (long long)row->version);
    for (size_t i = 0; i < rights->count; i++) {
        string_view text = rights->text(rights->argument, &row->table->table, i);
        if (text.length > 0) {
            write_data_name(rights->names[i], out);
            xml_write_text(out, text);
            buffer_append_view(out, SV("</value></Data>"));
        }
    }
}

static void write_tail(void *argument, const struct row_identity *row, struct buffer *out)
{
    const struct kml_writer *w = argument;
    write_identity(w, row, out);
    buffer_append_view(out, SV("</ExtendedData>"));
    if (row->point.found) {
        buffer_append_view(out, SV("<Point><coordinates>"));
        write_degrees(out, row->point.longitude);
        buffer_append_byte(out, ',');
        write_degrees(out, row->point.latitude);
        buffer_append_view(out, SV("</coordinates></Point>"));
    }
    buffer_append_view(out, SV("</Placemark>\n"));
}

// --- the document ----------------------------------------------------------------------------

static status begin(void *argument, const struct row_columns *columns, struct arena *arena,
                    struct error *e)
{
    struct kml_writer *w = argument;
    struct buffer text;
    w->columns = arena_new(arena, struct row_columns);
    w->data = arena_array(arena, string_view, columns->count + 1);
    if (w->columns == NULL || w->data == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the names of fields");
    }
    *w->columns = *columns;
    buffer_init(&text, MOST_NAME);
    for (size_t i = 0; i < columns->count; i++) {
        buffer_clear(&text);
        write_data_name(columns->names[i], &text);
        w->data[i] = arena_copy(arena, buffer_view(&text));
    }
    status result = buffer_check(&text, "the name of a field", e);
    buffer_release(&text);
    TRY(result);
    return w->sink(w->argument,
                   SV("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n"),
                   e);
}

static status give(void *argument, string_view bytes, size_t rows, struct error *e)
{
    const struct kml_writer *w = argument;
    (void)rows;
    return w->sink(w->argument, bytes, e);
}

// As the title of a record's page, as far as one field tells it.
static const char *const titles[] = {"currentScientificName",
                                     "scientificName",
                                     "acceptedNameUsage",
                                     "genus",
                                     "title",
                                     "name",
                                     "vernacularName",
                                     "catalogNumber",
                                     NULL};

static struct row_choice choice_of(const struct download *d)
{
    return (struct row_choice){.fields = d->input.fields,
                               .count = d->input.field_count,
                               .filled_only = !d->empty_columns,
                               .titles = titles};
}

static status check(const struct download *d, struct arena *arena, struct error *e)
{
    struct row_choice choice = choice_of(d);
    return all_records_check(&d->input, &choice, arena, e);
}

static status write(const struct download *d, const struct search_input *input, csv_sink *sink,
                    void *argument, struct error *e)
{
    struct kml_writer w = {.download = d, .sink = sink, .argument = argument};
    struct row_choice choice = choice_of(d);
    const struct row_style style = {.begin = begin,
                                    .head = write_head,
                                    .cell = write_cell,
                                    .tail = write_tail,
                                    .points = true,
                                    .line_end = SV("\n"),
                                    .give = give,
                                    .argument = &w};
    TRY(row_export(input->view.snapshot, &scope_public, &input->request, &choice, &style, e));
    return sink(argument, SV("</Document>\n</kml>\n"), e);
}

const struct download_format download_kml = {
    .name = "kml",
    .extension = "kml",
    .label = "KML",
    .media_type = "application/vnd.google-earth.kml+xml",
    .options = OPTION_IDENTIFIERS,
    .row_mark = "<Placemark",
    .check = check,
    .write = write,
};
