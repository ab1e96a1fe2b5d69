// SPDX-License-Identifier: Apache-2.0
// Counts, groups and grids of everything at any version, for which much is kept and made of each
// other, against a pass over the version's rows or what a query for all of them finds: through
// commits large and small, removals, merges, tables that share segments, and looks back in any
// order.
#include "support/search_fixture.h"

#include "query/facet.h"
#include "query/search_rows.h"
#include "query/summary.h"
#include "store/merge.h"

#define ANTS    5000u
#define BEES    300u
#define COMMITS 24u

static const char *const fields[] = {"colour", "size", "tags", "only"};

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static const char *make_row(struct search_fixture *f, unsigned key, uint32_t *random)
{
    static const char *const colours[] = {"red", "Red", "blue", "green", "", "grey"};
    uint32_t n = next_random(random);
    return arena_print(
               &f->arena,
               "{\"id\":\"%06u\",\"colour\":\"%s\",\"size\":%u,\"tags\":[\"t%u\",\"t%u\"]%s,"
               "\"decimalLatitude\":%d.5,\"decimalLongitude\":%d.25}",
               key, colours[n % 6], n / 6 % 40, n % 3, n % 5,
               n % 7 == 0 ? ",\"only\":\"here\"" : "", (int)(n % 11 * n % 170) - 85,
               (int)(n % 13 * n % 360) - 180)
        .bytes;
}

// Each `step`-th record of a table.
static void commit_rows(struct search_fixture *f, const char *slug, unsigned records, unsigned step,
                        enum import_mode mode, uint32_t *random)
{
    const char **rows = calloc(records, sizeof *rows);
    size_t count = 0;
    assert_non_null(rows);
    for (unsigned key = next_random(random) % MIN(step, records); key < records; key += step) {
        rows[count++] = make_row(f, key, random);
    }
    search_fixture_table(f, slug);
    search_fixture_import(f, rows, count, mode);
    free((void *)rows);
}

static void assert_alike(const struct value_counts *kept, const struct value_counts *counted)
{
    assert_int_equal(kept->missing, counted->missing);
    assert_int_equal(kept->sum, counted->sum);
    assert_int_equal(kept->distinct, counted->distinct);
    assert_int_equal(kept->values->count, counted->values->count);
    for (uint32_t i = 1; i <= kept->values->count; i++) {
        assert_int_equal(kept->by_value[i], counted->by_value[i]);
    }
    for (uint32_t i = 1; i <= kept->values->group_count; i++) {
        assert_int_equal(kept->by_group[i], counted->by_group[i]);
    }
}

// All fields over the rows of one table, or of both.
static void check_counts(struct search_fixture *f, const char *slug, uint32_t commit)
{
    struct arena arena;
    struct uuid table;
    struct search_rows rows;
    arena_init(&arena, 0);
    uuid_from_name(sv_from(slug == NULL ? "" : slug), &table);
    assert_int_equal(search_rows_find(f->snapshot, &scope_public, &table, slug == NULL ? 0 : 1,
                                      commit, NULL, &arena, NULL, &rows, &f->error),
                     ST_OK);
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++) {
        struct field_paths paths;
        const struct field_paths *asked = &paths;
        struct value_counts kept;
        struct value_counts counted;
        assert_int_equal(
            field_paths_find_leaf(&rows.extent, sv_from(fields[i]), &arena, &paths, &f->error),
            ST_OK);
        assert_int_equal(
            value_counts_make(&rows.extent, &paths, &rows.sets, &arena, NULL, &kept, &f->error),
            ST_OK);
        assert_true(kept.kept);
        assert_int_equal(value_counts_count(&rows.extent, &asked, 1, &rows.sets, &arena, NULL,
                                            &counted, &f->error),
                         ST_OK);
        assert_alike(&kept, &counted);
        value_counts_release(&kept);
        value_counts_release(&counted);
    }
    arena_release(&arena);
}

#define EVERY_RECORD "{\"filters\":{\"and\":[{\"exists\":{\"fields\":[\"id\"]}}]}}"

static void assert_same_cells(const struct summary *a, const struct summary *b)
{
    assert_int_equal(a->groups[0].cell_count, b->groups[0].cell_count);
    for (size_t i = 0; i < a->groups[0].cell_count; i++) {
        assert_int_equal(a->groups[0].cells[i].count, b->groups[0].cells[i].count);
    }
    for (size_t grid = 0; grid < 3; grid++) {
        const struct grid *x = &a->grids[grid];
        const struct grid *y = &b->grids[grid];
        assert_int_equal(x->cell_count, y->cell_count);
        assert_int_equal(x->positions, y->positions);
        assert_int_equal(x->missing, y->missing);
        for (size_t i = 0; i < x->cell_count; i++) {
            assert_string_equal(x->cells[i].geohash, y->cells[i].geohash);
            assert_int_equal(x->cells[i].x, y->cells[i].x);
            assert_int_equal(x->cells[i].y, y->cells[i].y);
            assert_int_equal(x->cells[i].count, y->cells[i].count);
        }
    }
}

static void check_summaries(struct search_fixture *f, uint32_t commit)
{
    const struct bucket_request by[] = {{.field = SV("colour")}, {.field = SV("size")}};
    const struct group_request groups[] = {{.by = by, .by_count = 2}};
    static const struct grid_request grids[] = {{.kind = GRID_DEGREES, .degrees = 5.625},
                                                {.kind = GRID_DEGREES, .degrees = 60},
                                                {.kind = GRID_GEOHASH, .precision = 2}};
    const struct summary_request asked = {
        .groups = groups, .group_count = 1, .grids = grids, .grid_count = 3};
    struct search_request rows = {.commit = commit};
    struct summary found[2];
    assert_int_equal(
        search_summary(f->snapshot, &scope_public, &f->arena, &rows, &asked, &found[0], &f->error),
        ST_OK);
    rows.query = search_fixture_query(f, EVERY_RECORD);
    assert_int_equal(
        search_summary(f->snapshot, &scope_public, &f->arena, &rows, &asked, &found[1], &f->error),
        ST_OK);
    assert_same_cells(&found[0], &found[1]);
}

// The page behind a thousand records: ranks by the counts kept, and by those of a query's rows.
static void check_order(struct search_fixture *f, const char *field, uint32_t commit)
{
    static const char *const queries[] = {NULL, EVERY_RECORD};
    const char *keys[2];
    for (size_t i = 0; i < 2; i++) {
        search_fixture_sort(f, field);
        f->request.commit = commit;
        f->request.offset = 1000;
        f->request.limit = 50;
        assert_int_equal(search_fixture_ask(f, queries[i]), ST_OK);
        assert_int_equal(f->result.hit_count, 50);
        keys[i] = search_fixture_keys(f);
    }
    assert_string_equal(keys[0], keys[1]);
}

static void check(struct search_fixture *f, uint32_t commit)
{
    check_counts(f, NULL, commit);
    check_counts(f, "ants", commit);
    check_counts(f, "bees", commit);
    check_order(f, "colour", commit);
    check_order(f, "-size", commit);
    check_summaries(f, commit);
}

static void merge(struct search_fixture *f)
{
    bool at_work = false;
    assert_int_equal(store_merge_lane(f->store.store, MERGE_SETTLE, NULL, &at_work, &f->error),
                     ST_OK);
    snapshot_release(f->snapshot);
    f->snapshot = NULL;
    assert_int_equal(store_snapshot(f->store.store, &f->snapshot, &f->error), ST_OK);
}

static void counts_of_any_version_are_those_of_a_pass(void **state)
{
    struct search_fixture *f = *state;
    static const unsigned steps[] = {50, 4000, 9, 400, 2, 70};
    uint32_t random = 7;
    commit_rows(f, "ants", ANTS, 1, IMPORT_UPSERT, &random);
    commit_rows(f, "bees", BEES, 1, IMPORT_UPSERT, &random);
    for (unsigned i = 0; i < COMMITS; i++) {
        bool bees = i % 5 == 4;
        commit_rows(f, bees ? "bees" : "ants", bees ? BEES : ANTS, steps[i % ARRAY_LENGTH(steps)],
                    i % 8 == 3 ? IMPORT_DELETE : IMPORT_UPSERT, &random);
        if (i % 9 == 6) {
            merge(f);
        }
        if (i == 15) {
            query_cache_clear(); // what follows starts with a look back
        }
        uint32_t last = snapshot_last_commit(f->snapshot);
        check(f, 2 + next_random(&random) % (last - 1));
        check(f, last);
        check(f, last - 1);
        arena_reset(&f->arena);
    }
    merge(f);
    for (uint32_t commit = snapshot_last_commit(f->snapshot); commit > 3; commit -= 3) {
        check(f, commit);
    }
}

// Snapshots of two moments, whose segments are the same, asked in turn.
static void versions_are_kept_apart(void **state)
{
    struct search_fixture *f = *state;
    uint32_t random = 3;
    commit_rows(f, "ants", ANTS, 1, IMPORT_UPSERT, &random);
    commit_rows(f, "bees", BEES, 1, IMPORT_UPSERT, &random);
    struct snapshot *before = f->snapshot;
    f->snapshot = NULL;
    check_counts(&(struct search_fixture){.snapshot = before}, NULL, 2);
    commit_rows(f, "ants", ANTS, 10, IMPORT_DELETE, &random);
    for (size_t turn = 0; turn < 2; turn++) {
        check(f, 3);
        check_counts(&(struct search_fixture){.snapshot = before}, NULL, 2);
        check(f, 2);
    }
    snapshot_release(before);
}

static int begin(void **state)
{
    static struct search_fixture f;
    search_fixture_begin(&f);
    *state = &f;
    return 0;
}

static int end(void **state)
{
    search_fixture_end(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(counts_of_any_version_are_those_of_a_pass, begin, end),
        cmocka_unit_test_setup_teardown(versions_are_kept_apart, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
