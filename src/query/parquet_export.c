// SPDX-License-Identifier: Apache-2.0
// Rows fill slices; each slice is read column by column, side by side; so many slices, or fewer of
// large rows, are a row group.
#include "query/parquet_export.h"

#include "formats/parquet_file.h"
#include "query/column_types.h"
#include "query/parquet_source.h"
#include "query/query_pool.h"
#include "query/query_tree.h"
#include "query/row_walk.h"

#include <stdlib.h>
#include <string.h>

#define GROUP_ROWS  ((uint64_t)131072)
#define GROUP_BYTES ((size_t)32 << 20) // compressed; a group ends when it has so many
#define IDENTITY    ((size_t)4)
#define CREATED_BY  "Vitrine (row format 1)"
#define MOST_NOTE   ((size_t)1000)

struct parquet_export {
    struct snapshot *snapshot;
    const struct csv_columns *asked;
    struct cancellation cancellation;
    struct arena arena;
    struct search_rows found;
    struct row_columns columns;
    struct row_points *points; // owned; NULL: no row has a place
    struct parquet_source *sources;
    struct parquet_schema *schema; // as the sources'
    struct parquet_chunk *chunks;
    size_t count;
    struct slice *slice;       // owned
    struct parquet_file *file; // owned
    uint64_t group_rows;
};

// --- columns ---------------------------------------------------------------------------------

static status has_points(struct parquet_export *x, bool *out, struct error *e)
{
    *out = false;
    for (size_t part = 0; part < x->found.extent.count && !*out; part++) {
        struct segment_points points;
        const struct bitset *set = x->found.sets.sets[part];
        TRY(segment_points(x->found.extent.parts[part].segment, &points, e));
        for (size_t i = 0; i < points.count && !*out; i++) {
            *out = points.rows[i] < set->bit_count && bitset_test(set, points.rows[i]);
        }
    }
    return ST_OK;
}

static bool is_column(const struct parquet_export *x, string_view name)
{
    for (size_t i = 0; i < x->columns.count; i++) {
        if (sv_equal(x->columns.names[i], name)) {
            return true;
        }
    }
    return false;
}

static struct parquet_source *add_source(struct parquet_export *x, enum source_kind kind,
                                         string_view name, enum parquet_type type, bool required)
{
    struct parquet_source *s = &x->sources[x->count++];
    s->kind = kind;
    s->columns = x->asked;
    s->points = x->points;
    s->schema = (struct parquet_schema){.name = name, .type = type, .required = required};
    return s;
}

static void add_identity(struct parquet_export *x)
{
    (void)add_source(x, SOURCE_DATASET, SV("_dataset"), PARQUET_TEXT, true);
    (void)add_source(x, SOURCE_TABLE, SV("_table"), PARQUET_TEXT, true);
    (void)add_source(x, SOURCE_KEY, SV("_key"), PARQUET_TEXT, true);
    (void)add_source(x, SOURCE_VERSION, SV("_version"), PARQUET_MOMENT, true);
    for (size_t i = 0; x->asked->constants != NULL && i < x->asked->constants->count; i++) {
        add_source(x, SOURCE_CONSTANT, x->asked->constants->names[i], PARQUET_TEXT, false)
            ->constant = i;
    }
}

static status add_columns(struct parquet_export *x, struct error *e)
{
    bool places = false;
    size_t constants = x->asked->constants == NULL ? 0 : x->asked->constants->count;
    size_t most = IDENTITY + constants + x->columns.count + 1;
    TRY(has_points(x, &places, e));
    if (places) {
        TRY(row_points_create(x->snapshot, &x->points, e));
    }
    x->sources = arena_array(&x->arena, struct parquet_source, most);
    x->schema = arena_array(&x->arena, struct parquet_schema, most);
    x->chunks = arena_array(&x->arena, struct parquet_chunk, most);
    if (x->sources == NULL || x->schema == NULL || x->chunks == NULL) {
        return query_no_memory(e);
    }
    add_identity(x);
    for (size_t i = 0; i < x->columns.count; i++) {
        add_source(x, SOURCE_FIELD, x->columns.names[i], PARQUET_TEXT, false)->field =
            &x->columns.fields[i];
    }
    if (places) {
        string_view name = is_column(x, SV("geometry")) ? SV("_geometry") : SV("geometry");
        (void)add_source(x, SOURCE_POINT, name, PARQUET_BYTES, false);
    }
    return ST_OK;
}

static status open_source(void *argument, size_t index, struct error *e)
{
    static const enum parquet_type types[] = {[COLUMN_TEXT] = PARQUET_TEXT,
                                              [COLUMN_INTEGER] = PARQUET_INTEGER,
                                              [COLUMN_REAL] = PARQUET_REAL,
                                              [COLUMN_BOOLEAN] = PARQUET_BOOLEAN};
    struct parquet_export *x = argument;
    struct parquet_source *s = &x->sources[index];
    if (s->kind == SOURCE_FIELD) {
        struct column_kind kind;
        TRY(column_kind_find(&x->found.extent, s->field, &kind, e));
        s->schema.type = types[kind.type];
        s->schema.list = kind.list;
    }
    return parquet_source_open(s, &x->found.extent, e);
}

// --- row groups ------------------------------------------------------------------------------

static status finish_column(void *argument, size_t index, struct error *e)
{
    struct parquet_export *x = argument;
    return parquet_column_finish(x->sources[index].column, &x->chunks[index], e);
}

static status end_group(struct parquet_export *x, struct error *e)
{
    if (x->group_rows == 0) {
        return ST_OK;
    }
    TRY(parallel_run(query_pool(), x->count, finish_column, x, e));
    TRY(parquet_file_group(x->file, x->chunks, x->group_rows, e));
    for (size_t i = 0; i < x->count; i++) {
        TRY(parquet_source_clear(&x->sources[i], e));
    }
    x->group_rows = 0;
    return ST_OK;
}

static status read_source(void *argument, size_t index, struct error *e)
{
    struct parquet_export *x = argument;
    return parquet_source_read(&x->sources[index], x->slice, e);
}

static status end_slice(struct parquet_export *x, struct error *e)
{
    size_t bytes = 0;
    TRY(cancellation_check(&x->cancellation, e));
    TRY(parallel_run(query_pool(), x->count, read_source, x, e));
    x->group_rows += x->slice->row_count;
    x->slice->row_count = 0;
    x->slice->piece_count = 0;
    for (size_t i = 0; i < x->count; i++) {
        bytes += parquet_column_bytes(x->sources[i].column);
    }
    return x->group_rows >= GROUP_ROWS || bytes >= GROUP_BYTES ? end_group(x, e) : ST_OK;
}

static status add_rows(void *argument, size_t part, const uint32_t *rows, size_t count,
                       struct error *e)
{
    struct parquet_export *x = argument;
    struct slice *s = x->slice;
    while (count > 0) {
        size_t taken = MIN(count, SLICE_ROWS - s->row_count);
        memcpy(s->rows + s->row_count, rows, taken * sizeof *rows);
        s->pieces[s->piece_count].part = (uint32_t)part;
        s->pieces[s->piece_count++].count = (uint32_t)taken;
        s->row_count += taken;
        rows += taken;
        count -= taken;
        if (s->row_count == SLICE_ROWS) {
            TRY(end_slice(x, e));
        }
    }
    return ST_OK;
}

// --- the file --------------------------------------------------------------------------------

// GeoParquet 1.1, "File metadata": WGS 84, longitude first, is what it means where no crs is said.
static void put_geo(const struct parquet_source *point, struct buffer *out)
{
    buffer_print(out,
                 "{\"version\":\"1.1.0\",\"primary_column\":\"" SV_FORMAT
                 "\",\"columns\":{\"" SV_FORMAT
                 "\":{\"encoding\":\"WKB\",\"geometry_types\":[\"Point\"],"
                 "\"bbox\":[%.7f,%.7f,%.7f,%.7f]}}}",
                 SV_ARGUMENT(point->schema.name), SV_ARGUMENT(point->schema.name), point->box[0],
                 point->box[1], point->box[2], point->box[3]);
}

static status finish(struct parquet_export *x, struct error *e)
{
    struct buffer geo;
    const struct parquet_source *last = &x->sources[x->count - 1];
    buffer_init(&geo, MOST_NOTE);
    if (last->kind == SOURCE_POINT) {
        put_geo(last, &geo);
    }
    const struct parquet_note note = {SV("geo"), buffer_view(&geo)};
    status result = buffer_check(&geo, "the metadata of a Parquet file", e);
    if (result == ST_OK) {
        result = parquet_file_finish(x->file, SV(CREATED_BY), &note, geo.length > 0, e);
    }
    buffer_release(&geo);
    return result;
}

static status run(struct parquet_export *x, const struct scope *scope,
                  const struct search_request *r, csv_sink *sink, void *argument, struct error *e)
{
    const struct row_choice choice = {
        .fields = x->asked->fields, .count = x->asked->count, .filled_only = x->asked->filled_only};
    const struct query *query = NULL;
    if (r->query != NULL) {
        TRY(query_normalise(&x->arena, r->query, &query, e));
    }
    TRY(search_rows_find(x->snapshot, scope, r->tables, r->table_count, r->commit, query, &x->arena,
                         &x->cancellation, &x->found, e));
    TRY(row_columns_open(x->snapshot, scope, r, &choice, &x->found, &x->arena, &x->columns, e));
    TRY(add_columns(x, e));
    TRY(parallel_run(query_pool(), x->count, open_source, x, e));
    for (size_t i = 0; i < x->count; i++) {
        x->schema[i] = x->sources[i].schema;
    }
    TRY(parquet_file_create(x->schema, x->count, sink, argument, &x->file, e));
    TRY(row_walk(&x->found, r, &x->cancellation, &x->arena, add_rows, x, e));
    if (x->slice->row_count > 0) {
        TRY(end_slice(x, e));
    }
    TRY(end_group(x, e));
    return finish(x, e);
}

status parquet_export(struct snapshot *s, const struct scope *scope,
                      const struct search_request *request, const struct csv_columns *columns,
                      csv_sink *sink, void *argument, struct error *e)
{
    struct parquet_export x = {.snapshot = s,
                               .asked = columns,
                               .cancellation = {request->cancelled, request->cancelled_argument}};
    x.slice = calloc(1, sizeof *x.slice);
    if (x.slice == NULL) {
        return query_no_memory(e);
    }
    arena_init(&x.arena, 0);
    x.slice->found = &x.found;
    x.slice->snapshot = s;
    status result = run(&x, scope, request, sink, argument, e);
    for (size_t i = 0; i < x.count; i++) {
        parquet_source_release(&x.sources[i]);
    }
    parquet_file_destroy(x.file);
    row_points_destroy(x.points);
    free(x.slice);
    arena_release(&x.arena);
    return result;
}
