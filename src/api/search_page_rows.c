// SPDX-License-Identifier: Apache-2.0
// The table of the search page.
#include "api/pages/terms.h"
#include "api/record_values.h"
#include "api/search_page_internal.h"

#define COLUMNS_SHOWN     ((size_t)8)
#define LIST_VALUES_SHOWN ((size_t)3)

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

static void add_column(struct search_filling *f, struct result_column *columns, string_view field)
{
    const struct search_request *search = &f->input.request;
    int sorted = 0;
    if (search->sort_count > 0 && sv_equal(search->sorts[0].field, field)) {
        sorted = search->sorts[0].descending ? -1 : 1;
    }
    columns[f->page.column_count++] =
        (struct result_column){.field = field, .sorted = sorted, .sortable = true};
}

static bool has_column(const struct search_filling *f, const struct result_column *columns,
                       string_view field)
{
    for (size_t i = 0; i < f->page.column_count; i++) {
        if (sv_equal(columns[i].field, field)) {
            return true;
        }
    }
    return false;
}

// The field with the most records that is no column yet; NULL when none is left.
static const struct search_field *fullest(const struct search_filling *f,
                                          const struct result_column *columns)
{
    const struct search_field *best = NULL;
    for (size_t i = 0; i < f->fields.count; i++) {
        const struct search_field *field = &f->fields.fields[i];
        if (!field->nested && !has_column(f, columns, field->name) &&
            (best == NULL || field->records > best->records)) {
            best = field;
        }
    }
    return best;
}

// The fields asked for; else what specimens are told by; for other tables the fullest fields.
static void choose_columns(struct search_filling *f, struct result_column *columns)
{
    static const char *const usual[] = {"scientificName", "catalogNumber", "family",
                                        "typeStatus",     "country",       "locality",
                                        "recordedBy",     "year"};
    for (size_t i = 0; i < f->input.field_count && f->page.column_count < 2 * COLUMNS_SHOWN; i++) {
        add_column(f, columns, f->input.fields[i]);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(usual) && f->input.field_count == 0; i++) {
        if (has_field(&f->fields, sv_from(usual[i]))) {
            add_column(f, columns, sv_from(usual[i]));
        }
    }
    const struct search_field *next = NULL;
    while (f->input.field_count == 0 && f->page.column_count < COLUMNS_SHOWN / 2 &&
           (next = fullest(f, columns)) != NULL) {
        add_column(f, columns, next->name);
    }
}

static status fill_row(struct search_filling *f, const struct search_hit *hit,
                       const struct result_column *columns, struct record_reader *reader,
                       struct buffer *scratch, struct result_row *row, struct error *e)
{
    struct record_tree record;
    struct arena *arena = f->request->arena;
    const struct view *v = &f->input.view;
    const struct store_table *t = snapshot_table_by_uuid(v->snapshot, &hit->table);
    struct result_cell *cells = arena_array(arena, struct result_cell, f->page.column_count + 1);
    if (cells == NULL || t == NULL) {
        return no_memory(e);
    }
    buffer_clear(scratch);
    TRY(snapshot_write_record(v->snapshot, &hit->version, false, scratch, e));
    TRY(record_read(reader, buffer_view(scratch), &record, e));
    for (size_t i = 0; i < f->page.column_count; i++) {
        cells[i] = (struct result_cell){
            .text = record_values_joined(arena, &record, columns[i].field, LIST_VALUES_SHOWN),
            .name = term_is_name(columns[i].field),
            .code = term_is_code(columns[i].field),
        };
    }
    *row = (struct result_row){
        .address = record_address(arena, t->slug, hit->key, v->newest ? 0 : v->version),
        .title = record_title(arena, &record, hit->key).text,
        .cells = cells,
    };
    return ST_OK;
}

status search_page_fill_rows(struct search_filling *f, struct error *e)
{
    struct arena *arena = f->request->arena;
    struct result_column *columns = arena_array(arena, struct result_column, 2 * COLUMNS_SHOWN);
    struct result_row *rows = arena_array(arena, struct result_row, f->result.hit_count + 1);
    if (columns == NULL || rows == NULL) {
        return no_memory(e);
    }
    choose_columns(f, columns);
    f->page.columns = columns;
    f->page.rows = rows;
    f->page.row_count = f->page.column_count == 0 ? 0 : f->result.hit_count;
    struct record_reader reader;
    struct buffer scratch;
    TRY(record_reader_init(&reader, arena, e));
    buffer_init(&scratch, HTTP_LIMIT_RESPONSE);
    status result = ST_OK;
    for (size_t i = 0; i < f->page.row_count && result == ST_OK; i++) {
        result = fill_row(f, &f->result.hits[i], columns, &reader, &scratch, &rows[i], e);
    }
    buffer_release(&scratch);
    return result;
}
