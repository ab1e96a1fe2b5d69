// SPDX-License-Identifier: Apache-2.0
// Holds a store to rule C1, for tests: `check-facets STORE [EVERY:]TABLES...`, where TABLES are
// slugs with commas between them, or "all". For every field of the tables and every value of its
// facet (with EVERY, a number, for the 100 commonest and each EVERY-th of the others), the search
// that an address with that value asks for finds as many records as the facet counts. Prints a line
// of JSON for each TABLES, and what is wrong on standard error; exit code 1 then.
// Must not know: HTTP.
#include "formats/json_write.h"
#include "query/search_rows.h"

#include <inttypes.h>
#include <stdio.h>

#define MOST_TOLD    20  // of what is wrong
#define ALWAYS_TAKEN 100 // commonest values

struct check {
    struct snapshot *snapshot;
    const struct uuid *tables;
    size_t table_count;
    struct search_rows everything;
    uint64_t every;
    uint64_t fields;
    uint64_t values; // asked for
    uint64_t quoted; // values that mean something else as they stand
    uint64_t wrong;
};

static void tell(struct check *c, string_view field, string_view value, uint64_t count,
                 uint64_t total, const char *what)
{
    if (c->wrong++ < MOST_TOLD) {
        (void)fprintf(stderr,
                      SV_FORMAT " = [" SV_FORMAT "]: %s: counted %" PRIu64 ", found %" PRIu64 "\n",
                      SV_ARGUMENT(field), SV_ARGUMENT(value), what, count, total);
    }
}

// How many records the address FIELD=value finds.
static status count_value(struct check *c, string_view field, string_view value,
                          struct arena *arena, uint64_t *total, struct error *e)
{
    struct query_parameter parameter = {arena_print(arena, "field." SV_FORMAT, SV_ARGUMENT(field)),
                                        value};
    struct search_request search = {.tables = c->tables,
                                    .table_count = c->table_count,
                                    .commit = snapshot_last_commit(c->snapshot),
                                    .count_only = true};
    struct search_result result;
    TRY(query_from_parameters(arena, &parameter, 1, NULL, 0, &search.query, e));
    TRY(search_run(c->snapshot, &scope_public, arena, &search, &result, e));
    *total = result.total;
    return ST_OK;
}

static status check_count(struct check *c, string_view field, string_view value, uint64_t count,
                          const char *what, struct error *e)
{
    struct arena arena;
    uint64_t total = 0;
    arena_init(&arena, 0);
    status result = count_value(c, field, value, &arena, &total, e);
    arena_release(&arena);
    if (result == ST_INVALID) { // values too long for a query
        tell(c, field, value, count, 0, e->message);
        error_clear(e);
        return ST_OK;
    }
    TRY(result);
    if (total != count) {
        tell(c, field, value, count, total, what);
    }
    return ST_OK;
}

static bool is_plain(const struct field_paths *paths)
{
    for (size_t i = 0; i < paths->count; i++) {
        bool again = i > 0 && paths->paths[i].part == paths->paths[i - 1].part;
        if (paths->paths[i].level > 0 || again) {
            return false;
        }
    }
    return true;
}

static status check_facet(struct check *c, const struct field_paths *paths,
                          const struct search_facet *facet, struct arena *arena, struct error *e)
{
    uint64_t sum = 0;
    uint64_t total = c->everything.sets.total;
    for (size_t i = 0; i < facet->value_count; i++) {
        const struct search_facet_value *value = &facet->values[i];
        sum += value->count;
        if (i >= ALWAYS_TAKEN && i % c->every != 0) {
            continue;
        }
        string_view written = query_value_write(arena, value->value);
        c->values++;
        c->quoted += !sv_equal(written, value->value);
        TRY(check_count(c, paths->name, written, value->count, "the value", e));
    }
    // A record counts once for each of its values, so lists sum to more.
    if (is_plain(paths) ? sum + facet->missing != total : sum + facet->missing < total) {
        tell(c, paths->name, SV(""), sum + facet->missing, total, "the sum");
    }
    return ST_OK;
}

static bool same_values(const struct search_facet *a, const struct search_facet *all)
{
    for (size_t i = 0; i < a->value_count; i++) {
        if (!sv_equal(a->values[i].value, all->values[i].value) ||
            a->values[i].count != all->values[i].count) {
            return false;
        }
    }
    return a->distinct == all->value_count;
}

// The facet as answers give it: the start of the whole one, and what it says of the rest.
static status check_answer(struct check *c, const struct search_facet *all, struct arena *arena,
                           struct error *e)
{
    struct search_facet_request cut = {.field = all->field, .limit = 10};
    struct search_request search = {.tables = c->tables,
                                    .table_count = c->table_count,
                                    .commit = snapshot_last_commit(c->snapshot),
                                    .facets = &cut,
                                    .facet_count = 1};
    struct search_result result;
    uint64_t rest = 0;
    TRY(search_run(c->snapshot, &scope_public, arena, &search, &result, e));
    const struct search_facet *facet = &result.facets[0];
    for (size_t i = facet->value_count; i < all->value_count; i++) {
        rest += all->values[i].count;
    }
    if (!same_values(facet, all) || facet->other != rest) {
        tell(c, all->field, SV(""), rest, facet->other, "the other values");
    }
    TRY(check_count(c, all->field, SV(""), facet->missing, "missing", e));
    return check_count(c, all->field, SV("*"), result.total - facet->missing, "any value", e);
}

static status check_field(struct check *c, string_view name, struct error *e)
{
    struct arena arena;
    struct field_paths paths;
    struct value_counts counts;
    struct search_facet facet;
    const struct facet_page page = {.limit = SIZE_MAX};
    arena_init(&arena, 0);
    status result = field_paths_find_leaf(&c->everything.extent, name, &arena, &paths, e);
    if (result == ST_OK) {
        result = value_counts_make(&c->everything.extent, &paths, &c->everything.sets, &arena, NULL,
                                   &counts, e);
    }
    if (result == ST_OK) {
        result = value_counts_top(&counts, &paths, NULL, &page, &arena, &facet, e);
        value_counts_release(&counts);
    }
    if (result == ST_OK) {
        result = check_facet(c, &paths, &facet, &arena, e);
    }
    if (result == ST_OK) {
        result = check_answer(c, &facet, &arena, e);
    }
    c->fields++;
    arena_release(&arena);
    return result;
}

static status check_tables(struct check *c, const char *title, struct error *e)
{
    struct arena arena;
    const struct search_field *fields = NULL;
    size_t count = 0;
    arena_init(&arena, 0);
    status result =
        search_rows_find(c->snapshot, &scope_public, c->tables, c->table_count,
                         snapshot_last_commit(c->snapshot), NULL, &arena, NULL, &c->everything, e);
    if (result == ST_OK) {
        result = search_fields(c->snapshot, &scope_public, &arena, c->tables, c->table_count,
                               snapshot_last_commit(c->snapshot), NULL, NULL, &fields, &count, e);
    }
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        result = check_field(c, fields[i].name, e);
    }
    printf("{\"tables\":\"%s\",\"records\":%" PRIu64 ",\"fields\":%" PRIu64 ",\"values\":%" PRIu64
           ",\"quoted\":%" PRIu64 ",\"wrong\":%" PRIu64 "}\n",
           title, c->everything.sets.total, c->fields, c->values, c->quoted, c->wrong);
    arena_release(&arena);
    return result;
}

static status check_argument(struct snapshot *s, const char *argument, uint64_t *wrong,
                             struct error *e)
{
    struct uuid tables[1000];
    struct check c = {.snapshot = s, .tables = tables, .every = 1};
    string_view rest = sv_from(argument);
    string_view slug;
    size_t colon = sv_find(rest, ':');
    if (colon < rest.length) {
        if (!sv_to_uint64(sv_slice(rest, 0, colon), &c.every) || c.every == 0) {
            return error_set(e, ST_INVALID, "%s: EVERY is no number", argument);
        }
        rest = sv_slice(rest, colon + 1, SIZE_MAX);
    }
    while (!sv_equal(rest, SV("all")) && sv_split(&rest, ',', &slug)) {
        const struct store_table *table = snapshot_table_by_slug(s, slug);
        if (table == NULL || c.table_count == ARRAY_LENGTH(tables)) {
            return error_set(e, ST_INVALID, "%s: no such table, or too many", argument);
        }
        tables[c.table_count++] = table->table;
    }
    TRY(check_tables(&c, argument, e));
    *wrong += c.wrong;
    return ST_OK;
}

int main(int argc, char **argv)
{
    struct error e = {0};
    struct store *store = NULL;
    struct snapshot *s = NULL;
    uint64_t wrong = 0;
    if (argc < 3) {
        (void)fprintf(stderr, "usage: check-facets STORE [EVERY:]TABLE,TABLE...|all...\n");
        return 2;
    }
    status result = store_open(argv[1], &store, &e);
    if (result == ST_OK) {
        result = store_snapshot(store, &s, &e);
    }
    for (int i = 2; i < argc && result == ST_OK; i++) {
        result = check_argument(s, argv[i], &wrong, &e);
    }
    if (result != ST_OK) {
        (void)fprintf(stderr, "check-facets: %s\n", e.message);
    }
    snapshot_release(s);
    store_close(store);
    return result != ST_OK || wrong > 0;
}
