// SPDX-License-Identifier: Apache-2.0
// Records as a collection of features (RFC 7946): what identifies the record and its own members
// are properties, a record without a place has a geometry of null.
#include "api/download_format.h"

#include "api/all_records.h"
#include "api/line_array.h"
#include "api/search_answer.h"
#include "formats/json_write.h"
#include "query/row_points.h"

struct feature_writer {
    const struct download *download;
    const struct search_input *input;
    struct row_points *points; // owned
};

static status write_geometry(const struct feature_writer *w, const struct search_hit *hit,
                             struct buffer *out, struct error *e)
{
    struct row_point point;
    TRY(row_points_find(w->points, hit->version.segment, hit->version.row, &point, e));
    if (!point.found) {
        buffer_append_view(out, SV("null"));
        return ST_OK;
    }
    buffer_append_view(out, SV("{\"type\":\"Point\",\"coordinates\":["));
    write_degrees(out, point.longitude);
    buffer_append_byte(out, ',');
    write_degrees(out, point.latitude);
    buffer_append_view(out, SV("]}"));
    return ST_OK;
}

static void write_key(const struct download *d, const struct row_identity *row, struct buffer *out)
{
    const struct row_naming *naming = download_naming(d);
    json_write_name(out, SV("_key"));
    if (naming == NULL) {
        json_write_string(out, row->key);
    } else { // an address has nothing to escape
        buffer_append_byte(out, '"');
        naming->write(naming->argument, row, out);
        buffer_append_byte(out, '"');
    }
}

// Without the closing brace: the record's own members follow.
static void write_identity(const struct download *d, const struct row_identity *row,
                           struct buffer *out)
{
    buffer_append_byte(out, '{');
    json_write_name(out, SV("_dataset"));
    json_write_string(out, row->table->dataset_slug);
    json_write_name(out, SV("_table"));
    json_write_string(out, row->table->slug);
    write_key(d, row, out);
    json_write_name(out, SV("_version"));
    buffer_append_int(out, row->version);
    for (size_t i = 0; i < d->rights.count; i++) {
        string_view text = d->rights.text(d->rights.argument, &row->table->table, i);
        json_write_member(out, d->rights.names[i], text);
    }
}

static status write_properties(const struct feature_writer *w, const struct search_hit *hit,
                               struct buffer *scratch, struct buffer *out, struct error *e)
{
    struct snapshot *s = w->input->view.snapshot;
    const struct commit *made = snapshot_commit(s, hit->from);
    const struct row_identity row = {.table = snapshot_table_by_uuid(s, &hit->table),
                                     .key = hit->key,
                                     .version = made == NULL ? 0 : made->time};
    if (row.table == NULL) {
        return error_set(e, ST_INTERNAL, "a row belongs to no table");
    }
    write_identity(w->download, &row, out);
    size_t start = out->length;
    TRY(write_record_data(s, &hit->version, w->input->fields, w->input->field_count, scratch, out,
                          e));
    TRY(buffer_check(out, "a record", e));
    if (out->length - start > 2) { // its opening brace becomes a comma
        out->bytes[start] = ',';
    } else {
        out->length = start;
        buffer_append_byte(out, '}');
    }
    return ST_OK;
}

static status write_feature(void *argument, const struct search_hit *hit, struct buffer *scratch,
                            struct buffer *out, struct error *e)
{
    const struct feature_writer *w = argument;
    const struct store_table *t = snapshot_table_by_uuid(w->input->view.snapshot, &hit->table);
    buffer_append_view(out, SV("{\"type\":\"Feature\",\"id\":\""));
    json_write_escaped(out, t == NULL ? SV("") : t->slug);
    buffer_append_byte(out, '/');
    json_write_escaped(out, hit->key);
    buffer_append_view(out, SV("\",\"geometry\":"));
    TRY(write_geometry(w, hit, out, e));
    buffer_append_view(out, SV(",\"properties\":"));
    TRY(write_properties(w, hit, scratch, out, e));
    buffer_append_view(out, SV("}\n"));
    return ST_OK;
}

static status write(const struct download *d, const struct search_input *input, csv_sink *sink,
                    void *argument, struct error *e)
{
    struct feature_writer w = {.download = d, .input = input};
    const struct line_writer lines = {write_feature, &w};
    TRY(row_points_create(input->view.snapshot, &w.points, e));
    struct line_array array = line_array(SV("{\"type\":\"FeatureCollection\",\"features\":["),
                                         SV("]}\n"), sink, argument);
    status result = scan_lines_with(input, &lines, line_array_add, &array, e);
    row_points_destroy(w.points);
    return line_array_end(&array, result, e);
}

const struct download_format download_geojson = {
    .name = "geojson",
    .extension = "geojson",
    .label = "GeoJSON",
    .media_type = "application/geo+json",
    .options = OPTION_IDENTIFIERS,
    .row_mark = "\n",
    .write = write,
};
