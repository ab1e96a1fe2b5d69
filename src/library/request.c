// SPDX-License-Identifier: Apache-2.0
// Gathers the parts of a search.
#include "library/request.h"

#include "base/clock.h"

void library_request_init(struct library_request *r)
{
    *r = (struct library_request){.limit = SEARCH_DEFAULT_ROWS, .after = SV("")};
    arena_init(&r->arena, 0);
}

void library_request_release(struct library_request *r)
{
    arena_release(&r->arena);
}

static status too_many(const char *place, const char *what, size_t most, struct error *e)
{
    return error_set_field(e, ST_INVALID, place, "%s: at most %zu %s", place, most, what);
}

static status keep(struct library_request *r, string_view text, string_view *out, struct error *e)
{
    *out = arena_copy(&r->arena, text);
    return out->bytes == NULL ? error_set(e, ST_NO_MEMORY, "no memory for the search") : ST_OK;
}

static status check_name(string_view name, const char *place, struct error *e)
{
    if (name.length == 0) {
        return error_set_field(e, ST_INVALID, place, "%s: a name is missing", place);
    }
    return ST_OK;
}

status library_request_table(struct library_request *r, bool dataset, string_view slug,
                             const char *place, struct error *e)
{
    string_view **list = dataset ? &r->datasets : &r->tables;
    size_t *count = dataset ? &r->dataset_count : &r->table_count;
    TRY(check_name(slug, place, e));
    if (*list == NULL) {
        *list = arena_array(&r->arena, string_view, LIBRARY_TABLES);
        if (*list == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory for the search");
        }
    }
    if (*count == LIBRARY_TABLES) {
        return too_many(place, "tables", LIBRARY_TABLES, e);
    }
    TRY(keep(r, slug, &(*list)[*count], e));
    (*count)++;
    return ST_OK;
}

status library_request_facet(struct library_request *r, string_view field, size_t limit,
                             const char *place, struct error *e)
{
    TRY(check_name(field, place, e));
    if (r->facet_count == SEARCH_LIMIT_FACETS) {
        return too_many(place, "facets", SEARCH_LIMIT_FACETS, e);
    }
    if (limit > SEARCH_LIMIT_FACET_VALUES) {
        return too_many(place, "values of a facet", SEARCH_LIMIT_FACET_VALUES, e);
    }
    struct search_facet_request facet = {.limit = limit};
    TRY(keep(r, field, &facet.field, e));
    r->facets[r->facet_count++] = facet;
    return ST_OK;
}

status library_request_parameter(struct library_request *r, string_view name, string_view value,
                                 struct error *e)
{
    struct query_parameter parameter = {{0}, {0}};
    if (r->parameters == NULL) {
        r->parameters = arena_array(&r->arena, struct query_parameter, LIBRARY_PARAMETERS);
        if (r->parameters == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory for the search");
        }
    }
    if (r->parameter_count == LIBRARY_PARAMETERS) {
        return too_many("parameter", "parameters", LIBRARY_PARAMETERS, e);
    }
    TRY(keep(r, name, &parameter.name, e));
    TRY(keep(r, value, &parameter.value, e));
    r->parameters[r->parameter_count++] = parameter;
    return ST_OK;
}

status library_request_after(struct library_request *r, string_view cursor, struct error *e)
{
    return keep(r, cursor, &r->after, e);
}

status library_request_sort(struct library_request *r, string_view field, bool descending,
                            const char *place, struct error *e)
{
    TRY(check_name(field, place, e));
    if (r->sort_count == SEARCH_LIMIT_SORTS) {
        return too_many(place, "fields to sort by", SEARCH_LIMIT_SORTS, e);
    }
    struct search_sort sort = {.descending = descending};
    TRY(keep(r, field, &sort.field, e));
    r->sorts[r->sort_count++] = sort;
    return ST_OK;
}

// --- for the engine ------------------------------------------------------------------------------

struct table_list {
    struct uuid *tables; // room for LIBRARY_TABLES
    size_t count;
};

static status add_table(struct table_list *l, const struct uuid *table, struct error *e)
{
    for (size_t i = 0; i < l->count; i++) {
        if (uuid_compare(&l->tables[i], table) == 0) {
            return ST_OK;
        }
    }
    if (l->count == LIBRARY_TABLES) {
        return too_many("tables", "tables", LIBRARY_TABLES, e);
    }
    l->tables[l->count++] = *table;
    return ST_OK;
}

static status add_dataset(struct table_list *l, const struct vitrine_snapshot *s, string_view slug,
                          struct error *e)
{
    size_t count = 0;
    size_t before = l->count;
    const struct store_table *tables = snapshot_tables(s->snapshot, &count);
    for (size_t i = 0; i < count; i++) {
        if (sv_equal(tables[i].dataset_slug, slug) && tables[i].created <= s->commit) {
            TRY(add_table(l, &tables[i].table, e));
        }
    }
    if (l->count == before) {
        return error_set_field(e, ST_NOT_FOUND, "datasets", "there is no dataset \"" SV_FORMAT "\"",
                               SV_ARGUMENT(sv_slice(slug, 0, 80)));
    }
    return ST_OK;
}

static status find_tables(struct library_request *r, const struct vitrine_snapshot *s,
                          struct arena *arena, struct search_request *out, struct error *e)
{
    if (r->table_count == 0 && r->dataset_count == 0) {
        return ST_OK;
    }
    struct table_list l = {arena_array(arena, struct uuid, LIBRARY_TABLES), 0};
    if (l.tables == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    for (size_t i = 0; i < r->table_count; i++) {
        const struct store_table *table = NULL;
        TRY(library_table(s, r->tables[i], &table, e));
        TRY(add_table(&l, &table->table, e));
    }
    for (size_t i = 0; i < r->dataset_count; i++) {
        TRY(add_dataset(&l, s, r->datasets[i], e));
    }
    out->tables = l.tables;
    out->table_count = l.count;
    return ST_OK;
}

static bool is_over(void *argument)
{
    const struct library_request *r = argument;
    return (r->deadline > 0 && clock_ticks() > r->deadline) ||
           (r->cancelled != NULL && r->cancelled(r->cancelled_argument));
}

status library_request_query(const struct library_request *r, struct arena *arena,
                             const struct query **out, struct error *e)
{
    const struct query *asked = NULL;
    if (r->parameter_count == 0) {
        *out = r->query;
        return ST_OK;
    }
    TRY(query_from_parameters(arena, r->parameters, r->parameter_count, NULL, 0, &asked, e));
    if (r->query == NULL) {
        *out = asked;
        return ST_OK;
    }
    struct query *both = arena_new(arena, struct query);
    const struct query **members =
        (const struct query **)arena_alloc_array(arena, 2, sizeof *members);
    if (both == NULL || members == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    members[0] = r->query;
    members[1] = asked;
    *both = (struct query){.kind = QUERY_AND, .members = members, .member_count = 2};
    *out = both;
    return ST_OK;
}

status library_request_finish(struct library_request *r, const struct vitrine_snapshot *s,
                              struct arena *arena, struct search_request *out, struct error *e)
{
    struct search_request request = {
        .commit = s->commit,
        .facets = r->facets,
        .facet_count = r->facet_count,
        .sorts = r->sorts,
        .sort_count = r->sort_count,
        .limit = r->limit,
        .offset = r->offset,
        .after = r->after,
        .cancelled = is_over,
        .cancelled_argument = r,
    };
    r->deadline = r->budget == 0 ? 0 : clock_ticks() + r->budget;
    TRY(find_tables(r, s, arena, &request, e));
    TRY(library_request_query(r, arena, &request.query, e));
    *out = request;
    return ST_OK;
}
