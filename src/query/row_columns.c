// SPDX-License-Identifier: Apache-2.0
// Those that were asked for, or each name once, in the order in which the segments have them.
#include "query/row_columns.h"

#include "query/column_types.h"
#include "query/path_cells.h"
#include "query/query_tree.h"

#include <stdlib.h>
#include <string.h>

#define ROWS_AT_ONCE ((size_t)1024)

struct chooser {
    struct snapshot *snapshot;
    const struct search_request *request;
    const struct search_rows *found;
    struct arena *arena;
};

struct column_name {
    string_view name;
    uint64_t place; // part and path of its first leaf
};

static int by_name(const void *a, const void *b)
{
    const struct column_name *x = a;
    const struct column_name *y = b;
    int order = sv_compare(x->name, y->name);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static int by_place(const void *a, const void *b)
{
    const struct column_name *x = a;
    const struct column_name *y = b;
    return (x->place > y->place) - (x->place < y->place);
}

static status path_is_seen(const struct bitset *visible, const struct field_path *path, bool *out,
                           struct error *e)
{
    uint32_t rows[ROWS_AT_ONCE];
    uint64_t window = 0;
    uint64_t window_end = 0;
    size_t count = 0;
    struct path_cells cells;
    segment_window(path->segment, path->path, &window, &window_end);
    TRY(path_cells_open(path, &cells, e));
    size_t from = cells.depth == 0 ? (size_t)window : 0;
    size_t end = cells.depth == 0 ? (size_t)window_end : SIZE_MAX;
    for (; window < window_end && from < end && !*out; from = (size_t)rows[count - 1] + 1) {
        count = bitset_list(visible, from, rows, ROWS_AT_ONCE);
        if (count == 0) {
            break;
        }
        for (size_t i = 0; i < count && !*out; i++) {
            uint32_t first = 0;
            uint32_t behind = 0;
            path_cells_of(&cells, rows[i], &first, &behind);
            while (first < behind && column_get(&cells.column, first) == 0) {
                first++;
            }
            *out = first < behind;
        }
    }
    return ST_OK;
}

// Whether the tables have the field at the commit: what only later rows have would change what is
// told of an earlier moment (rule F3).
static status is_seen(const struct extent *x, const struct field_paths *field, bool *out,
                      struct error *e)
{
    for (size_t i = 0; i < field->count && !*out; i++) {
        const struct field_path *path = &field->paths[i];
        if (!path->inside) {
            TRY(path_is_seen(x->parts[path->part].visible, path, out, e));
        }
    }
    return ST_OK;
}

// Each name once, in the order in which the segments have them.
static status all_columns(struct chooser *x, const string_view **out, size_t *count,
                          struct error *e)
{
    const struct named_path *paths = NULL;
    size_t path_count = 0;
    TRY(field_paths_all(&x->found->extent, x->arena, &paths, &path_count, e));
    struct column_name *list = arena_array(x->arena, struct column_name, path_count + 1);
    string_view *names = arena_array(x->arena, string_view, path_count + 1);
    if (list == NULL || names == NULL) {
        return query_no_memory(e);
    }
    size_t kept = 0;
    for (size_t i = 0; i < path_count; i++) {
        list[i] = (struct column_name){paths[i].name,
                                       (uint64_t)paths[i].path.part << 32 | paths[i].path.path};
    }
    qsort(list, path_count, sizeof *list, by_name);
    for (size_t i = 0; i < path_count; i++) {
        if (kept == 0 || !sv_equal(list[kept - 1].name, list[i].name)) {
            list[kept++] = list[i];
        }
    }
    qsort(list, kept, sizeof *list, by_place);
    *count = 0;
    for (size_t i = 0; i < kept; i++) {
        struct field_paths field;
        TRY(field_paths_find(&x->found->extent, list[i].name, x->arena, &field, e));
        bool seen = false;
        if (field.has_leaf) { // not the name of a list or object that some record has empty
            TRY(is_seen(&x->found->extent, &field, &seen, e));
        }
        if (seen) {
            names[(*count)++] = list[i].name;
        }
    }
    *out = names;
    return ST_OK;
}

static status is_filled(const struct chooser *x, const struct scope *scope, string_view column,
                        struct arena *scratch, bool *out, struct error *e)
{
    struct search_request request = *x->request;
    struct search_result result;
    const struct query *list[2] = {query_tree_term(scratch, QUERY_EXISTS, &column, 1),
                                   x->request->query};
    request.query = query_tree_group(scratch, QUERY_AND, list, x->request->query == NULL ? 1 : 2);
    request.count_only = true;
    request.facet_count = 0;
    if (list[0] == NULL || request.query == NULL) {
        return query_no_memory(e);
    }
    TRY(search_run(x->snapshot, scope, scratch, &request, &result, e));
    *out = result.total > 0;
    return ST_OK;
}

static status filled_columns(struct chooser *x, const struct scope *scope,
                             const string_view *columns, size_t *count, const string_view **out,
                             struct error *e)
{
    string_view *filled = arena_array(x->arena, string_view, *count + 1);
    size_t kept = 0;
    if (filled == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < *count; i++) {
        bool has_values = false;
        struct arena scratch; // of one search: there may be thousands
        arena_init(&scratch, 0);
        status result = is_filled(x, scope, columns[i], &scratch, &has_values, e);
        arena_release(&scratch);
        TRY(result);
        filled[kept] = columns[i];
        kept += has_values;
    }
    *out = filled;
    *count = kept;
    return ST_OK;
}

// Puts the title's column before the others, if the tables have one.
static status add_title(struct chooser *x, const char *const *titles, const string_view **columns,
                        size_t *count, bool *titled, struct error *e)
{
    struct field_paths field = {0};
    *titled = false;
    for (size_t i = 0; titles != NULL && titles[i] != NULL && !*titled; i++) {
        TRY(field_paths_look(&x->found->extent, sv_from(titles[i]), x->arena, &field, e));
        if (field.count > 0 && field.has_leaf) {
            TRY(is_seen(&x->found->extent, &field, titled, e));
        }
    }
    if (!*titled) {
        return ST_OK;
    }
    string_view *all = arena_array(x->arena, string_view, *count + 1);
    if (all == NULL) {
        return query_no_memory(e);
    }
    all[0] = field.name;
    memcpy(all + 1, *columns, *count * sizeof *all);
    *columns = all;
    ++*count;
    return ST_OK;
}

// --- lists -----------------------------------------------------------------------------------

// Values that a row has under the paths of its part.
static uint32_t values_of(const struct path_cells *paths, size_t count, uint32_t row)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t first = 0;
        uint32_t end = 0;
        path_cells_of(&paths[i], row, &first, &end);
        bool none = paths[i].depth == 0 &&
                    column_get(&paths[i].column, first) <= paths[i].dictionary.missing;
        sum += none ? 0 : end - first;
    }
    return sum;
}

// The most values that a row of a set has under paths of its part.
static status see_longest(const struct bitset *set, const struct field_path *field, size_t count,
                          struct arena *scratch, uint32_t *longest, struct error *e)
{
    uint32_t rows[ROWS_AT_ONCE];
    size_t listed = 0;
    struct path_cells *paths = arena_array(scratch, struct path_cells, count);
    if (paths == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        TRY(path_cells_open(&field[i], &paths[i], e));
    }
    for (size_t from = 0;; from = (size_t)rows[listed - 1] + 1) {
        listed = bitset_list(set, from, rows, ROWS_AT_ONCE);
        if (listed == 0) {
            return ST_OK;
        }
        for (size_t i = 0; i < listed; i++) {
            *longest = MAX(*longest, values_of(paths, count, rows[i]));
        }
    }
}

// How many columns a field becomes; 0: it is in no list, and stays as it is.
static status count_numbers(const struct search_rows *found, const struct field_paths *field,
                            struct arena *scratch, uint32_t *out, struct error *e)
{
    bool list = false;
    *out = 0;
    TRY(column_is_list(&found->extent, field, &list, e));
    for (size_t i = 0; i < field->count && list;) {
        size_t part = field->paths[i].part;
        size_t end = i + 1;
        while (end < field->count && field->paths[end].part == part) {
            end++;
        }
        TRY(see_longest(found->sets.sets[part], &field->paths[i], end - i, scratch, out, e));
        i = end;
    }
    *out = list ? MAX(*out, 1u) : 0;
    return ST_OK;
}

static status count_all_numbers(const struct row_columns *columns, uint32_t *counts, size_t *sum,
                                struct error *e)
{
    size_t numbered = 0;
    for (size_t i = 0; i < columns->count; i++) {
        struct arena scratch;
        arena_init(&scratch, 0);
        status result = count_numbers(columns->found, &columns->fields[i], &scratch, &counts[i], e);
        arena_release(&scratch);
        TRY(result);
        numbered += counts[i];
        *sum += MAX(counts[i], 1u);
        if (numbered > ROW_COLUMNS_NUMBERED) {
            return error_set_field(e, ST_INVALID, "lists",
                                   "with %u values in \"" SV_FORMAT
                                   "\" lists would become more than %zu columns: choose fields, or "
                                   "leave them joined",
                                   counts[i], SV_ARGUMENT(columns->names[i]), ROW_COLUMNS_NUMBERED);
        }
    }
    return ST_OK;
}

static status explode(struct arena *arena, struct row_columns *columns, struct error *e)
{
    size_t sum = 0;
    size_t at = 0;
    uint32_t *counts = arena_array(arena, uint32_t, columns->count + 1);
    if (counts == NULL) {
        return query_no_memory(e);
    }
    TRY(count_all_numbers(columns, counts, &sum, e));
    string_view *names = arena_array(arena, string_view, sum + 1);
    uint32_t *numbers = arena_array(arena, uint32_t, sum + 1);
    struct field_paths *fields = arena_array(arena, struct field_paths, sum + 1);
    if (names == NULL || numbers == NULL || fields == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < columns->count; i++) {
        for (uint32_t k = counts[i] > 0; k <= counts[i]; k++, at++) {
            names[at] =
                k == 0 ? columns->names[i]
                       : arena_print(arena, SV_FORMAT ".%u", SV_ARGUMENT(columns->names[i]), k);
            numbers[at] = k;
            fields[at] = columns->fields[i];
        }
    }
    columns->names = names;
    columns->numbers = numbers;
    columns->fields = fields;
    columns->count = sum;
    return ST_OK;
}

// --- all of them -----------------------------------------------------------------------------

status row_columns_open(struct snapshot *s, const struct scope *scope,
                        const struct search_request *request, const struct row_choice *asked,
                        const struct search_rows *found, struct arena *arena,
                        struct row_columns *out, struct error *e)
{
    struct chooser x = {s, request, found, arena};
    const string_view *columns = asked->fields;
    size_t count = asked->count;
    bool titled = false;
    if (count == 0) {
        TRY(all_columns(&x, &columns, &count, e));
    }
    if (asked->filled_only) {
        TRY(filled_columns(&x, scope, columns, &count, &columns, e));
    }
    TRY(add_title(&x, asked->titles, &columns, &count, &titled, e));
    struct field_paths *fields = arena_array(arena, struct field_paths, count + 1);
    if (fields == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        TRY(field_paths_find_leaf(&found->extent, columns[i], arena, &fields[i], e));
    }
    uint32_t *numbers = arena_array(arena, uint32_t, count + 1);
    if (numbers == NULL) {
        return query_no_memory(e);
    }
    memset(numbers, 0, count * sizeof *numbers);
    *out = (struct row_columns){columns, numbers, count, titled, fields, found};
    return asked->exploded ? explode(arena, out, e) : ST_OK;
}

// Only the rows found tell how long their lists are.
static status check_exploded(struct snapshot *s, const struct scope *scope,
                             const struct search_request *request, const struct row_choice *columns,
                             struct arena *arena, struct error *e)
{
    const struct cancellation cancellation = {request->cancelled, request->cancelled_argument};
    const struct query *query = NULL;
    struct search_rows found;
    struct row_columns opened;
    if (request->query != NULL) {
        TRY(query_normalise(arena, request->query, &query, e));
    }
    TRY(search_rows_find(s, scope, request->tables, request->table_count, request->commit, query,
                         arena, &cancellation, &found, e));
    return row_columns_open(s, scope, request, columns, &found, arena, &opened, e);
}

status row_columns_check(struct snapshot *s, const struct scope *scope,
                         const struct search_request *request, const struct row_choice *columns,
                         struct arena *arena, struct error *e)
{
    struct extent extent;
    struct field_paths paths;
    TRY(extent_create(s, scope, request->tables, request->table_count, 0, arena, &extent, e));
    for (size_t i = 0; i < columns->count; i++) {
        TRY(field_paths_find_leaf(&extent, columns->fields[i], arena, &paths, e));
    }
    return columns->exploded ? check_exploded(s, scope, request, columns, arena, e) : ST_OK;
}

status row_columns_have(struct snapshot *s, const struct scope *scope,
                        const struct search_request *request, string_view name, struct arena *arena,
                        bool *out, struct error *e)
{
    struct extent extent;
    struct field_paths paths;
    *out = false;
    TRY(extent_create(s, scope, request->tables, request->table_count, request->commit, arena,
                      &extent, e));
    TRY(field_paths_look(&extent, name, arena, &paths, e));
    return is_seen(&extent, &paths, out, e);
}
