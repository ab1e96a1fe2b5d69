// SPDX-License-Identifier: Apache-2.0
// The table of the search page. Its columns are what the rows shown have: a specimen's name, type,
// place and number, or the fields of a study of its own.
#include "api/page_record_place.h"
#include "api/page_search_internal.h"
#include "api/page_values.h"
#include "api/pages/language.h"
#include "api/pages/terms.h"

#include <stdlib.h>

#define COLUMNS_SHOWN     ((size_t)8)
#define COLUMNS_ASKED     ((size_t)16) // by the parameter fields
#define COLUMNS_LEAST     ((size_t)5)  // else fields beside the usual ones are taken
#define LIST_VALUES_SHOWN ((size_t)3)
#define OTHER_FIELDS      ((size_t)200) // looked at
#define CELL_LONGEST      ((size_t)160) // bytes
#define WORDY             60            // mean bytes of a field that is prose, not a column

// In the order of the museum's portal.
static const char *const names[] = {"currentScientificName", "scientificName", "acceptedNameUsage"};
static const char *const usual[] = {
    "typeStatus", "family",         "country",      "locality",  "recordedBy",    "catalogNumber",
    "year",       "collectionCode", "preservative", "taxonRank", "kindOfMaterial"};

struct table {
    struct search_filling *f;
    struct record_tree *trees; // of the rows
    size_t count;
    string_view columns[COLUMNS_ASKED + 1];
    size_t column_count;
    bool with_dataset; // a last column names the dataset
};

static size_t rows_with(struct table *t, string_view field)
{
    size_t rows = 0;
    for (size_t i = 0; i < t->count; i++) {
        rows += record_values_joined(t->f->arena, &t->trees[i], field, 1).length > 0;
    }
    return rows;
}

static bool has_column(const struct table *t, string_view field)
{
    for (size_t i = 0; i < t->column_count; i++) {
        if (sv_equal(t->columns[i], field)) {
            return true;
        }
    }
    return false;
}

static void add_column(struct table *t, string_view field)
{
    if (t->column_count < COLUMNS_ASKED && !has_column(t, field)) {
        t->columns[t->column_count++] = field;
    }
}

// --- fields beside the usual ones ------------------------------------------------------------

struct other_field {
    string_view name;
    size_t rows;
    size_t bytes;
    size_t place; // of first sight
};

static int by_rows(const void *a, const void *b)
{
    const struct other_field *x = a;
    const struct other_field *y = b;
    if (x->rows != y->rows) {
        return x->rows < y->rows ? 1 : -1;
    }
    return (x->place > y->place) - (x->place < y->place);
}

static size_t gather_others(const struct table *t, struct other_field *others)
{
    size_t count = 0;
    for (size_t i = 0; i < t->count; i++) {
        const struct node *end = node_next(t->trees[i].nodes);
        for (const struct node *m = t->trees[i].nodes + 1; m < end; m = node_next(m)) {
            string_view name = node_name(&t->trees[i], m);
            string_view text = node_is_scalar(m) ? node_text(m) : SV("");
            size_t at = 0;
            while (at < count && !sv_equal(others[at].name, name)) {
                at++;
            }
            if (text.length == 0 || at == OTHER_FIELDS) {
                continue;
            }
            if (at == count) {
                others[count] = (struct other_field){.name = name, .place = count};
                count++;
            }
            others[at].rows++;
            others[at].bytes += text.length;
        }
    }
    return count;
}

// Says nothing that a reader of a list wants: identifiers of the system, notes about the record.
static bool is_housekeeping(string_view field)
{
    static const char *const dull[] = {"_id",
                                       "id",
                                       "occurrenceID",
                                       "eventID",
                                       "parentEventID",
                                       "modified",
                                       "created",
                                       "language",
                                       "license",
                                       "rightsHolder",
                                       "datasetName",
                                       "datasetID",
                                       "institutionID",
                                       "collectionID",
                                       "accessRights",
                                       "references",
                                       "gbifID",
                                       "institutionCode",
                                       "basisOfRecord",
                                       "geodeticDatum",
                                       "countryCode",
                                       "decimalLatitude",
                                       "decimalLongitude",
                                       "type",
                                       "taxonID",
                                       "kingdom",
                                       "scientificName",
                                       "currentScientificName",
                                       "acceptedNameUsage",
                                       "scientificNameAuthorship",
                                       "specificEpithet",
                                       "infraspecificEpithet",
                                       "ownerInstitutionCode",
                                       "nomenclaturalCode",
                                       "occurrenceStatus",
                                       "coordinateUncertaintyInMeters"};
    for (size_t i = 0; i < ARRAY_LENGTH(dull); i++) {
        if (sv_equal(field, sv_from(dull[i]))) {
            return true;
        }
    }
    return false;
}

static status choose_others(struct table *t, struct error *e)
{
    struct other_field *others = arena_array(t->f->arena, struct other_field, OTHER_FIELDS);
    if (others == NULL) {
        return search_page_no_memory(e);
    }
    size_t count = gather_others(t, others);
    size_t most = t->with_dataset ? COLUMNS_LEAST + 1 : COLUMNS_SHOWN;
    qsort(others, count, sizeof *others, by_rows);
    for (size_t i = 0; i < count && t->column_count < most; i++) {
        if (others[i].bytes / others[i].rows <= WORDY && !is_housekeeping(others[i].name)) {
            add_column(t, others[i].name);
        }
    }
    return ST_OK;
}

// --- choosing --------------------------------------------------------------------------------

// The fields asked for; else a name, the leading order, what specimens are told by, and others
// where those are few.
static status choose_columns(struct table *t, struct error *e)
{
    const struct search_input *input = &t->f->input;
    for (size_t i = 0; i < input->field_count; i++) {
        add_column(t, input->fields[i]);
    }
    if (input->field_count > 0) {
        return ST_OK;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(names) && t->column_count == 0; i++) {
        if (rows_with(t, sv_from(names[i])) > 0) {
            add_column(t, sv_from(names[i]));
        }
    }
    if (input->request.sort_count > 0) {
        add_column(t, input->request.sorts[0].field);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(usual) && t->column_count < COLUMNS_SHOWN; i++) {
        if (rows_with(t, sv_from(usual[i])) > 0) {
            add_column(t, sv_from(usual[i]));
        }
    }
    if (t->column_count < COLUMNS_LEAST) {
        TRY(choose_others(t, e));
    }
    if (t->column_count == 0) {
        add_column(t, SV("_key")); // nothing but keys
    }
    return ST_OK;
}

// Whether the rows shown come from several datasets.
static bool spans_datasets(const struct search_filling *f)
{
    for (size_t i = 1; i < f->result.hit_count; i++) {
        const struct dataset *first = NULL;
        const struct dataset *other = NULL;
        (void)dataset_view_resource(f->site.data, &f->result.hits[0].table, &first);
        (void)dataset_view_resource(f->site.data, &f->result.hits[i].table, &other);
        if (first != other) {
            return true;
        }
    }
    return false;
}

static status fill_columns(struct table *t, struct error *e)
{
    const struct search_request *search = &t->f->input.request;
    size_t count = t->column_count + t->with_dataset;
    struct result_column *columns = arena_array(t->f->arena, struct result_column, count + 1);
    if (columns == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < t->column_count; i++) {
        columns[i] = (struct result_column){.field = t->columns[i], .sortable = true};
        if (search->sort_count > 0 && sv_equal(search->sorts[0].field, t->columns[i])) {
            columns[i].sorted = search->sorts[0].descending ? -1 : 1;
        }
    }
    if (t->with_dataset) {
        columns[t->column_count] = (struct result_column){
            .field = SV("dataset"),
            .label = sv_from(language_text(t->f->site.page.language, "Dataset"))};
    }
    t->f->page.columns = columns;
    t->f->page.column_count = count;
    return ST_OK;
}

// --- rows ------------------------------------------------------------------------------------

static status read_trees(struct table *t, struct error *e)
{
    struct search_filling *f = t->f;
    struct record_reader reader;
    struct buffer json;
    TRY(record_reader_init(&reader, f->arena, e));
    buffer_init(&json, HTTP_LIMIT_RESPONSE);
    status result = ST_OK;
    for (size_t i = 0; i < f->result.hit_count && result == ST_OK; i++) {
        buffer_clear(&json);
        result = snapshot_write_record(f->site.view.snapshot, &f->result.hits[i].version, false,
                                       &json, e);
        if (result == ST_OK) {
            result = record_read(&reader, buffer_view(&json), &t->trees[t->count++], e);
        }
    }
    buffer_release(&json);
    return result;
}

static status fill_row(struct table *t, size_t index, struct result_row *row, struct error *e)
{
    struct arena *arena = t->f->arena;
    const struct search_hit *hit = &t->f->result.hits[index];
    const struct record_tree *tree = &t->trees[index];
    const struct store_table *table = snapshot_table_by_uuid(t->f->site.view.snapshot, &hit->table);
    struct result_cell *cells = arena_array(arena, struct result_cell, t->f->page.column_count + 1);
    if (cells == NULL || table == NULL) {
        return search_page_no_memory(e);
    }
    struct record_title title = record_title(arena, tree, hit->key);
    for (size_t i = 0; i < t->column_count; i++) {
        string_view text = record_values_joined(arena, tree, t->columns[i], LIST_VALUES_SHOWN);
        cells[i] = (struct result_cell){
            .text = i == 0 && title.is_name && term_is_name(t->columns[0]) && text.length > 0
                        ? title.text
                        : excerpt(arena, text, CELL_LONGEST),
            .name = term_is_name(t->columns[i]),
            .code = term_is_code(t->columns[i]),
        };
    }
    if (t->with_dataset) {
        const struct dataset *d = NULL;
        (void)dataset_view_resource(t->f->site.data, &hit->table, &d);
        cells[t->column_count] =
            (struct result_cell){.text = d == NULL ? table->dataset_slug : d->title, .quiet = true};
    }
    *row = (struct result_row){
        .address = record_in_search(
            arena, record_address(arena, table->slug, hit->key, site_pinned(&t->f->site)),
            &t->f->state, t->f->page.offset + index),
        .title = title.text,
        .cells = cells,
    };
    return ST_OK;
}

status search_page_fill_rows(struct search_filling *f, struct error *e)
{
    struct table *t = arena_new(f->arena, struct table);
    struct result_row *rows = arena_array(f->arena, struct result_row, f->result.hit_count + 1);
    if (t == NULL || rows == NULL) {
        return search_page_no_memory(e);
    }
    t->f = f;
    t->trees = arena_array(f->arena, struct record_tree, f->result.hit_count + 1);
    if (t->trees == NULL) {
        return search_page_no_memory(e);
    }
    t->with_dataset = f->input.field_count == 0 && spans_datasets(f);
    TRY(read_trees(t, e));
    TRY(choose_columns(t, e));
    TRY(fill_columns(t, e));
    for (size_t i = 0; i < t->count; i++) {
        TRY(fill_row(t, i, &rows[i], e));
    }
    f->page.rows = rows;
    f->page.row_count = t->count;
    return ST_OK;
}
