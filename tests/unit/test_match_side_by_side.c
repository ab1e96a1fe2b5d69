// SPDX-License-Identifier: Apache-2.0
// Segments that are searched side by side give what each gives alone, whatever is asked.
#include "support/search_fixture.h"

#include "query/match.h"
#include "query/query_pool.h" // thread_pool: run under the thread sanitizer too
#include "query/query_tree.h"
#include "store/merge.h"

#define SEGMENTS 4
#define ROWS     4500
#define TURNS    5

static void import_rows(struct search_fixture *f, const char *slug)
{
    const char **rows = calloc(ROWS, sizeof *rows);
    assert_non_null(rows);
    for (int i = 0; i < ROWS; i++) {
        rows[i] =
            arena_print(&f->arena,
                        "{\"id\":\"%06d\",\"decimalLatitude\":%d.5,\"decimalLongitude\":%d.25,"
                        "\"place\":\"bank of the river %d\",\"year\":%d,"
                        "\"media\":[{\"type\":\"sound\",\"n\":%d},{\"type\":\"image\"}],"
                        "\"latestEonOrHighestEonothem\":\"%s\"}",
                        i, i % 170 - 85, i * 7 % 350 - 175, i % 97, 1800 + i % 200, i % 5,
                        i % 3 == 0 ? "Phanerozoic" : "Proterozoic")
                .bytes;
    }
    search_fixture_table(f, slug);
    search_fixture_import(f, rows, ROWS, IMPORT_UPSERT);
    free(rows);
}

static const char *const terms[] = {
    "{\"geo_custom_area\":[[[[-10,-10],[60,-20],[70,55],[5,40],[-10,-10]]],[[[80,0],[120,0],[100,"
    "60],[80,0]]]]}",
    "{\"distance\":{\"latitude\":10,\"longitude\":20,\"at_most\":2000,\"unit\":\"km\"}}",
    "{\"bbox\":{\"west\":170,\"east\":-100,\"south\":-40,\"north\":60}}",
    "{\"geo_named_area\":{\"country\":\"Brazil\"}}",
    "{\"wildcard\":{\"fields\":[\"place\"],\"value\":\"*riv*7\"}}",
    "{\"phrase\":{\"fields\":[\"place\"],\"value\":\"the river 13\"}}",
    "{\"fuzzy\":{\"fields\":[\"latestEonOrHighestEonothem\"],\"value\":\"phanerozic\",\"distance\":"
    "1}}",
    "{\"number_range\":{\"fields\":[\"year\"],\"greater_than\":1850,\"less_than\":1900}}",
    "{\"same\":{\"list\":\"media\",\"filters\":{\"and\":[{\"number_equals\":{\"fields\":[\"media."
    "n\"],\"value\":3}}]}}}",
    "{\"not\":[{\"number_equals\":{\"fields\":[\"media.n\"],\"value\":3}},{\"prefix\":{\"fields\":["
    "\"place\"],\"value\":\"sea\"}}]}",
    "{\"geological_time\":{\"name\":\"Phanerozoic\"}}",
};

static void ask_side_by_side(struct search_fixture *f, const struct extent *x,
                             const struct query *q, struct arena *arena)
{
    struct matcher *m = NULL;
    const struct bitset *sets[SEGMENTS];
    uint64_t counts[SEGMENTS];
    uint64_t total = 0;
    assert_int_equal(matcher_create(x, q, arena, NULL, &m, &f->error), ST_OK);
    assert_int_equal(matcher_all_rows(m, sets, counts, &f->error), ST_OK);
    for (size_t i = 0; i < x->count; i++) {
        const struct bitset *alone = NULL;
        uint64_t count = 0;
        assert_int_equal(matcher_rows(m, i, &alone, &count, &f->error), ST_OK);
        assert_int_equal(counts[i], count);
        assert_true(bitset_equal(alone, sets[i]));
        total += count;
    }
    f->result.total = total;
}

static void segments_give_what_each_gives_alone(void **state)
{
    struct search_fixture *f = *state;
    static const char *const slugs[SEGMENTS] = {"ants", "bees", "moths", "wasps"};
    for (size_t i = 0; i < SEGMENTS; i++) {
        import_rows(f, slugs[i]);
    }
    struct arena arena;
    struct extent x;
    arena_init(&arena, 0);
    assert_int_equal(extent_create(f->snapshot, &scope_public, NULL, 0,
                                   snapshot_last_commit(f->snapshot), &arena, &x, &f->error),
                     ST_OK);
    assert_int_equal(x.count, SEGMENTS);
    for (size_t i = 0; i < ARRAY_LENGTH(terms); i++) {
        const struct query *q = NULL;
        const char *json = arena_print(&arena, "{\"filters\":{\"and\":[%s]}}", terms[i]).bytes;
        assert_int_equal(query_normalise(&arena, search_fixture_query(f, json), &q, &f->error),
                         ST_OK);
        for (size_t turn = 0; turn < TURNS; turn++) {
            ask_side_by_side(f, &x, q, &arena);
        }
        if (f->result.total == 0 || f->result.total == (uint64_t)SEGMENTS * ROWS) {
            print_error("%s: %lu\n", terms[i], (unsigned long)f->result.total);
        }
        assert_true(f->result.total > 0 && f->result.total < (uint64_t)SEGMENTS * ROWS);
    }
    arena_release(&arena);
}

// --- entries of one dictionary ---------------------------------------------------------------

#define ENTRIES 20000

static bool has_in_order(const char *text, const char *first, const char *second)
{
    const char *at = strstr(text, first);
    return at != NULL && strstr(at + strlen(first), second) != NULL;
}

static void assert_total(struct search_fixture *f, const char *pattern, size_t total)
{
    const char *json = arena_print(&f->arena,
                                   "{\"filters\":{\"and\":[{\"wildcard\":{\"fields\":[\"code\"],"
                                   "\"value\":\"%s\"}}]}}",
                                   pattern)
                           .bytes;
    assert_int_equal(search_fixture_ask(f, json), ST_OK);
    assert_int_equal(f->result.total, total);
}

static void patterns_are_asked_of_every_entry(void **state)
{
    struct search_fixture *f = *state;
    const char **rows = calloc(ENTRIES, sizeof *rows);
    size_t inner = 0;
    size_t single = 0;
    assert_non_null(rows);
    for (int i = 0; i < ENTRIES; i++) {
        const char *code =
            arena_print(&f->arena, "%s%05d-\xc3\x84", i % 2 == 0 ? "N" : "", i).bytes;
        rows[i] = arena_print(&f->arena, "{\"id\":\"%d\",\"code\":\"%s\"}", i, code).bytes;
        inner += has_in_order(code, "7", "55");
        single += strstr(code, "19999") != NULL;
    }
    search_fixture_table(f, "codes");
    search_fixture_import(f, rows, ENTRIES, IMPORT_UPSERT);
    free(rows);
    assert_true(inner > 0 && single == 1);
    assert_total(f, "*7*55*", inner);
    assert_total(f, "*19999*", 1);
    assert_total(f, "n*-\xc3\xa4", ENTRIES / 2);
    assert_total(f, "??*", ENTRIES);
    assert_total(f, "*5*X*", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(patterns_are_asked_of_every_entry, search_fixture_set_up,
                                        search_fixture_tear_down),
        cmocka_unit_test_setup_teardown(segments_give_what_each_gives_alone, search_fixture_set_up,
                                        search_fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
