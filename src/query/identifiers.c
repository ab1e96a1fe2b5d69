// SPDX-License-Identifier: Apache-2.0
// Walks a result in the default order and reads one field of each row.
// Must not know: HTTP.
#include "query/identifiers.h"

#include "query/field_paths.h"
#include "query/key_order.h"
#include "query/ordinals.h"
#include "query/query_tree.h"
#include "query/search_rows.h"

struct walk {
    struct arena arena;
    struct search_rows rows;
    struct field_paths paths;
    struct buffer text;
    identifiers_visit *visit;
    void *argument;
};

// The first value of a row under a path; *found stays when there is none.
static status read_path(struct walk *w, const struct field_path *path, uint32_t row, bool *found,
                        string_view *out, struct error *e)
{
    struct dictionary d;
    struct column column;
    uint32_t first = row;
    uint32_t end = row + 1;
    TRY(segment_dictionary(path->segment, path->path, &d, e));
    TRY(segment_column(path->segment, path->path, &column, e));
    if (path->level > 0) {
        TRY(field_level_range(path->segment, path->level, row, row + 1, &first, &end, e));
    }
    for (uint32_t at = first; at < end; at++) {
        uint32_t ordinal = column_get(&column, at);
        if (ordinal > d.missing && ordinal <= d.count) {
            enum value_kind kind = VALUE_STRING;
            TRY(dictionary_get(&d, ordinal, &w->text, &kind, out, e));
            *out = ordinal_text(kind, *out);
            *found = true;
            return ST_OK;
        }
    }
    return ST_OK;
}

static status see_row(void *argument, const struct ordered_row *row, const struct uuid *table,
                      string_view key, struct error *e)
{
    struct walk *w = argument;
    string_view value = key;
    bool found = false;
    for (size_t i = 0; i < w->paths.count && !found; i++) {
        if (w->paths.paths[i].part == row->part) {
            TRY(read_path(w, &w->paths.paths[i], row->row, &found, &value, e));
        }
    }
    return w->visit(w->argument, table, key, value, e);
}

static status walk(struct walk *w, struct snapshot *s, const struct scope *scope,
                   const struct search_request *r, string_view field, struct error *e)
{
    const struct query *normalised = NULL;
    struct cancellation cancellation = {r->cancelled, r->cancelled_argument};
    if (r->query != NULL) {
        TRY(query_normalise(&w->arena, r->query, &normalised, e));
    }
    TRY(search_rows_find(s, scope, r->tables, r->table_count, r->commit, normalised, &w->arena,
                         &cancellation, &w->rows, e));
    if (w->rows.sets.total > SEARCH_LIMIT_IDENTIFIERS) {
        return error_set(e, ST_INVALID,
                         "the result has %llu records, and the identifiers of at most %zu are "
                         "copied at once",
                         (unsigned long long)w->rows.sets.total, SEARCH_LIMIT_IDENTIFIERS);
    }
    if (field.length > 0) {
        TRY(field_paths_find_leaf(&w->rows.extent, field, &w->arena, &w->paths, e));
    }
    return key_order_walk(&w->rows.extent, w->rows.sets.sets, see_row, w, e);
}

status identifiers_walk(struct snapshot *s, const struct scope *scope,
                        const struct search_request *request, string_view field,
                        identifiers_visit *visit, void *argument, struct error *e)
{
    struct walk w = {.visit = visit, .argument = argument};
    arena_init(&w.arena, 0);
    buffer_init(&w.text, (size_t)64 << 20);
    status result = walk(&w, s, scope, request, field, e);
    buffer_release(&w.text);
    arena_release(&w.arena);
    return result;
}
