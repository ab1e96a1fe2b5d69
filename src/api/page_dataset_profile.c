// SPDX-License-Identifier: Apache-2.0
// What the fields of a dataset's tables hold: types, examples, commonest values, plots.
#include "api/page_dataset_internal.h"

#include "api/chart_ask.h"
#include "api/page_values.h"
#include "api/pages/language.h"
#include "query/summary.h"

#include <string.h>

#define TOP_FIELDS      ((size_t)25)
#define TOP_VALUES      ((size_t)3)
#define EXAMPLE_RECORDS ((size_t)20)
#define EXAMPLE_LENGTH  ((size_t)80)
#define PLOT_BUCKETS    ((size_t)24)
#define FEW_OF_A_NUMBER ((uint64_t)200)
#define FEW_RECORDS     UINT64_C(100000) // all their values are counted at once

// --- fields ----------------------------------------------------------------------------------

// The type that most of a field's entries can be read as, where nearly all can.
static const char *type_name(const struct search_outline *field)
{
    uint64_t most = field->entries - field->entries / 20; // 19 of 20
    if (field->booleans > 0 && field->booleans >= most) {
        return "true or false";
    }
    if (field->dates > 0 && field->dates >= most && field->numbers < field->dates) {
        return "date";
    }
    if (field->numbers > 0 && field->numbers >= most) {
        return field->dates >= most ? "year" : "number";
    }
    return "text";
}

static enum field_plot plot_of(const char *type)
{
    return strcmp(type, "number") == 0 || strcmp(type, "year") == 0 ? PLOT_NUMBERS
           : strcmp(type, "date") == 0                              ? PLOT_DATES
                                                                    : PLOT_NONE;
}

// The first records of a table, to take examples from.
static status read_examples(struct dataset_filling *f, const struct uuid *table,
                            struct record_tree *trees, size_t *count, struct error *e)
{
    struct record_reader reader;
    struct table_walk *walk = NULL;
    struct buffer json;
    TRY(record_reader_init(&reader, f->arena, e));
    TRY(table_walk_create(f->view.snapshot, &scope_public, table, f->view.commit, &walk, e));
    buffer_init(&json, HTTP_LIMIT_RESPONSE);
    status result = ST_OK;
    bool more = true;
    while (result == ST_OK && more && *count < EXAMPLE_RECORDS) {
        string_view key = {0};
        struct record_version row;
        result = table_walk_next(walk, &key, &row, &more, e);
        if (result == ST_OK && more) {
            buffer_clear(&json);
            result = snapshot_write_record(f->view.snapshot, &row, false, &json, e);
        }
        if (result == ST_OK && more) {
            result = record_read(&reader, buffer_view(&json), &trees[*count], e);
            *count += result == ST_OK;
        }
    }
    buffer_release(&json);
    table_walk_destroy(walk);
    return result;
}

static string_view example_of(struct dataset_filling *f, const struct record_tree *trees,
                              size_t count, string_view field)
{
    for (size_t i = 0; i < count; i++) {
        string_view text = record_values_joined(f->arena, &trees[i], field, 1);
        if (text.length > 0) {
            return excerpt(f->arena, text, EXAMPLE_LENGTH);
        }
    }
    return SV("");
}

static status fill_table_fields(struct dataset_filling *f, const struct resource *r,
                                struct field_row *rows, struct error *e)
{
    struct field_list fields = {0};
    struct record_tree *trees = arena_array(f->arena, struct record_tree, EXAMPLE_RECORDS);
    size_t count = 0;
    if (trees == NULL) {
        return dataset_page_no_memory(e);
    }
    TRY(page_fields(&f->view, &r->uuid, 1, true, f->arena, &fields, e));
    TRY(read_examples(f, &r->uuid, trees, &count, e));
    for (size_t i = 0; i < fields.count && f->page.field_count < LIMIT_TABLE_PATHS; i++) {
        const struct search_outline *field = &fields.fields[i];
        f->entries[f->page.field_count] = field->entries;
        rows[f->page.field_count++] = (struct field_row){
            .name = field->name,
            .table = r->slug,
            .type = sv_from(language_text(f->site.page.language, type_name(field))),
            .plot = plot_of(type_name(field)),
            .example = example_of(f, trees, count, field->name),
            .filled = field->records,
            .records = field->total,
        };
    }
    return ST_OK;
}

// --- the commonest values --------------------------------------------------------------------

// Values that come once or twice each say nothing of the table.
static bool tells(const struct search_facet *facet, const struct field_row *row)
{
    return facet->value_count > 0 && facet->distinct * 2 <= row->filled;
}

// Not an identifier, nor a measure: of those most records bring a value of their own to the
// dictionaries, which is known before any row is read, and would take most of the time. Few records
// share theirs with other tables. What has a plot needs no values beside it.
static bool is_asked(const struct field_row *row, uint64_t entries)
{
    return row->bar_count <= 1 && (row->filled < FEW_RECORDS || entries <= row->filled / 2);
}

static void take_top(struct dataset_filling *f, const struct search_facet *facet,
                     struct field_row *row)
{
    struct page_link *top = arena_array(f->arena, struct page_link, TOP_VALUES);
    if (top == NULL || !tells(facet, row)) {
        return;
    }
    row->top = top;
    row->distinct = facet->distinct;
    for (size_t i = 0; i < facet->value_count; i++) {
        struct address target;
        address_init(&target, SV("/search"));
        address_add(&target, SV("table"), row->table);
        if (value_fits_address(facet->values[i].value)) {
            address_add(&target, parameter_of_field(f->arena, row->name),
                        query_value_write(f->arena, facet->values[i].value));
            top[row->top_count++] = (struct page_link){.label = facet->values[i].value,
                                                       .address = address_print(&target, f->arena),
                                                       .count = facet->values[i].count};
        }
    }
}

// Of the first fields of a table, which are those that the page shows unfolded. Fields that
// hardly repeat cost most and are not asked.
static status fill_top(struct dataset_filling *f, const struct resource *r, struct field_row *rows,
                       size_t count, struct error *e)
{
    const uint64_t *entries = f->entries + (f->page.field_count - count);
    size_t asked = 0;
    struct field_row *of[TOP_FIELDS];
    struct search_facet_request *facets =
        arena_array(f->arena, struct search_facet_request, TOP_FIELDS);
    struct search_result result = {0};
    if (facets == NULL) {
        return dataset_page_no_memory(e);
    }
    for (size_t i = 0; i < MIN(count, TOP_FIELDS); i++) {
        if (is_asked(&rows[i], entries[i])) {
            of[asked] = &rows[i];
            facets[asked++] =
                (struct search_facet_request){.field = rows[i].name, .limit = TOP_VALUES};
        }
    }
    struct search_request search = {.tables = &r->uuid,
                                    .table_count = 1,
                                    .commit = f->view.commit,
                                    .facets = facets,
                                    .facet_count = asked,
                                    .cancelled = http_request_cancelled,
                                    .cancelled_argument = f->request};
    TRY(search_run(f->view.snapshot, &scope_public, f->arena, &search, &result, e));
    for (size_t i = 0; i < result.facet_count; i++) {
        take_top(f, &result.facets[i], of[i]);
    }
    return ST_OK;
}

// --- plots -----------------------------------------------------------------------------------

// Whole numbers that name records, such as those of barcodes: of many records no two share one.
// Measures of a few differ by themselves.
static bool is_identifier(const struct field_row *row, uint64_t entries)
{
    return row->plot == PLOT_NUMBERS && row->filled > FEW_OF_A_NUMBER && entries >= row->filled &&
           sv_find(row->example, '.') == row->example.length;
}

static bool plotted(const struct field_row *row, uint64_t entries, enum bucket_kind *kind)
{
    *kind = row->plot == PLOT_DATES ? BUCKET_DECADE : BUCKET_WIDTH;
    return row->plot != PLOT_NONE && row->filled > 0 && !is_identifier(row, entries);
}

// The search for the records of a bar; of numbers by a term, since a parameter has no open end.
static string_view bar_address(struct dataset_filling *f, const struct field_row *row,
                               const struct bucket_name *name, double width)
{
    struct address target;
    moment version = site_pinned(&f->site);
    address_init(&target, SV("/search"));
    address_add(&target, SV("table"), row->table);
    if (row->plot == PLOT_DATES) {
        address_add(&target, parameter_of_field(f->arena, row->name),
                    chart_bin_range(f->arena, BUCKET_DECADE, name->text));
    } else {
        address_add(&target, SV("filter.number_range"),
                    arena_print(f->arena,
                                "{\"fields\":[\"" SV_FORMAT
                                "\"],\"greater_than\":%.15g,\"less_than\":%.15g,"
                                "\"less_than_inclusive\":false}",
                                SV_ARGUMENT(row->name), name->number, name->number + width));
    }
    if (version != 0) {
        address_add(&target, SV("version"), arena_print(f->arena, "%lld", (long long)version));
    }
    return address_print(&target, f->arena);
}

static status take_plot(struct dataset_filling *f, const struct histogram *h, struct field_row *row,
                        struct error *e)
{
    struct plot_bar *bars = arena_array(f->arena, struct plot_bar, h->bucket_count + 1);
    if (bars == NULL) {
        return dataset_page_no_memory(e);
    }
    for (size_t i = 0; i < h->bucket_count; i++) {
        double from = h->buckets[i].from.number;
        int64_t decade = 0;
        if (h->buckets[i].from.missing) {
            continue;
        }
        if (row->plot == PLOT_DATES) {
            if (!sv_to_int64(h->buckets[i].from.text, &decade)) {
                continue;
            }
            from = (double)decade;
        }
        bars[row->bar_count++] = (struct plot_bar){
            from, h->buckets[i].count, bar_address(f, row, &h->buckets[i].from, h->width)};
    }
    row->bars = bars;
    row->bar_width = row->plot == PLOT_DATES ? 10 : h->width;
    return ST_OK;
}

// Histograms of the first fields of numbers and dates, in one pass.
static status fill_plots(struct dataset_filling *f, const struct resource *r,
                         struct field_row *rows, const uint64_t *entries, size_t count,
                         struct error *e)
{
    struct histogram_request asked[SUMMARY_LIMIT_PARTS];
    struct field_row *of[SUMMARY_LIMIT_PARTS];
    struct summary summary = {0};
    struct summary_request request = {.histograms = asked};
    for (size_t i = 0; i < count && request.histogram_count < SUMMARY_LIMIT_PARTS; i++) {
        enum bucket_kind kind = BUCKET_WIDTH;
        if (plotted(&rows[i], entries[i], &kind)) {
            of[request.histogram_count] = &rows[i];
            asked[request.histogram_count++] =
                (struct histogram_request){{.field = rows[i].name, .kind = kind}, PLOT_BUCKETS};
        }
    }
    if (request.histogram_count == 0) {
        return ST_OK;
    }
    struct search_request search = {.tables = &r->uuid,
                                    .table_count = 1,
                                    .commit = f->view.commit,
                                    .cancelled = http_request_cancelled,
                                    .cancelled_argument = f->request};
    TRY(search_summary(f->view.snapshot, &scope_public, f->arena, &search, &request, &summary, e));
    for (size_t i = 0; i < request.histogram_count; i++) {
        TRY(take_plot(f, &summary.histograms[i], of[i], e));
    }
    return ST_OK;
}

static status fill_profile(struct dataset_filling *f, const struct resource *r,
                           struct field_row *rows, size_t count, struct error *e)
{
    const uint64_t *entries = f->entries + (f->page.field_count - count);
    TRY(fill_plots(f, r, rows, entries, MIN(count, TOP_FIELDS), e));
    return fill_top(f, r, rows, count, e);
}

status dataset_page_fill_fields(struct dataset_filling *f, struct error *e)
{
    struct field_row *rows = arena_array(f->arena, struct field_row, LIMIT_TABLE_PATHS);
    f->entries = arena_array(f->arena, uint64_t, LIMIT_TABLE_PATHS);
    if (rows == NULL || f->entries == NULL) {
        return dataset_page_no_memory(e);
    }
    for (size_t i = 0; i < f->dataset->resource_count; i++) {
        if (f->dataset->resources[i].is_table) {
            size_t before = f->page.field_count;
            TRY(fill_table_fields(f, &f->dataset->resources[i], rows, e));
            if (f->profile) {
                TRY(fill_profile(f, &f->dataset->resources[i], &rows[before],
                                 f->page.field_count - before, e));
            }
        }
    }
    f->page.fields = rows;
    return ST_OK;
}
