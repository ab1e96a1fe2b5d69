// SPDX-License-Identifier: Apache-2.0
// Geological time (rule C6): the table of intervals, its names, the term and the tree of counts.
#include "support/search_fixture.h"

#include "query/geological_chart.h"
#include "query/geological_time.h"

#include <string.h>

static void table_is_a_tree_of_spans(void **state)
{
    (void)state;
    for (size_t i = 0; i < geological_interval_count; i++) {
        const struct geological_interval *g = &geological_intervals[i];
        assert_true(g->start > g->end && g->end >= 0 && g->start <= GEOLOGICAL_OLDEST);
        assert_ptr_equal(geological_find(sv_from(g->name)), g);
        if (g->parent != GEOLOGICAL_NO_PARENT) {
            const struct geological_interval *above = &geological_intervals[g->parent];
            assert_true(g->parent < i && above->rank < g->rank);
            assert_true(above->start >= g->start && above->end <= g->end);
        }
    }
    for (size_t i = 0; i < geological_name_count; i++) {
        assert_ptr_equal(geological_find(sv_from(geological_names[i].name)),
                         &geological_intervals[geological_names[i].interval]);
    }
}

// Children of the chart itself fill their parent without a gap.
static void ages_follow_each_other(void **state)
{
    (void)state;
    for (size_t i = 0; i < geological_interval_count; i++) {
        double covered = 0;
        for (size_t k = 0; k < geological_interval_count; k++) {
            const struct geological_interval *g = &geological_intervals[k];
            covered += g->parent == i && g->source == NULL ? g->start - g->end : 0;
        }
        const struct geological_interval *above = &geological_intervals[i];
        double length = above->start - above->end;
        bool filled = covered == 0 || (covered - length < 1e-6 && length - covered < 1e-6);
        // The Hadean has no eras, and the Silurian's Pridoli and some series have no stages.
        if (!filled) {
            print_error("%s: %g of %g\n", above->name, covered, length);
        }
        assert_true(filled);
    }
}

static void names_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *asked;
        const char *found;
    } cases[] = {
        {"jurassic", "Jurassic"},
        {"Late JURASSIC", "Upper Jurassic"},
        {"Jurassic Period", "Jurassic"},
        {"?Bajocian", "Bajocian"},
        {"Bajocian Stage ?", "Bajocian"},
        {"Palaeocene", "Paleocene"},
        {"Viséan", "Visean"},
        {"Tertiary", "Tertiary"},
        {"Lias", "Lower Jurassic"},
        {"Early Carboniferous", "Mississippian"},
        {"Middle Pleistocene", "Chibanian"},
        {"Stage 10", "Cambrian Stage 10"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        const struct geological_interval *g = geological_find(sv_from(cases[i].asked));
        assert_non_null(g);
        assert_string_equal(g->name, cases[i].found);
    }
    const struct geological_interval *g = NULL;
    struct error error = {0};
    assert_null(geological_find(SV("")));
    assert_null(geological_find(SV("Stage")));
    assert_int_equal(geological_look_up(SV("Jurasic"), &g, &error), ST_INVALID);
    assert_non_null(strstr(error.message, "Jurassic"));
}

#define EARLY "\"earliestPeriodOrLowestSystem\""
#define LATE  "\"latestPeriodOrHighestSystem\""
static const char *const rows[] = {
    "{\"id\":\"a\"," EARLY ":\"Jurassic\"}",
    "{\"id\":\"b\"," EARLY ":\"Triassic\"," LATE ":\"Jurassic\"}",
    "{\"id\":\"c\"," EARLY ":\"Jurassic\",\"earliestAgeOrLowestStage\":\"Bajocian\","
    "\"latestAgeOrHighestStage\":\"Bathonian\"}",
    "{\"id\":\"d\",\"latestEraOrHighestErathem\":\"mesozoic\"}",
    "{\"id\":\"e\"," EARLY ":\"Jurassik\"}",
    "{\"id\":\"f\"," EARLY ":\"Cretaceous\"," LATE ":\"Triassic\"}",
    "{\"id\":\"g\"," EARLY ":\"Cretaceous\",\"earliestEpochOrLowestSeries\":\"nonsense\"}",
    "{\"id\":\"h\"}",
};

#define TIME(members) "{\"filters\":{\"and\":[{\"geological_time\":{" members "}}]}}"

static void term_finds_records(void **state)
{
    (void)state;
    struct search_fixture f;
    search_fixture_begin(&f);
    SEARCH_IMPORT(&f, rows);
    ASSERT_FOUND(&f, TIME("\"name\":\"Jurassic\""), "a b c d f");
    ASSERT_FOUND(&f, TIME("\"name\":\"Jurassic\",\"match\":\"within\""), "a c");
    ASSERT_FOUND(&f, TIME("\"name\":\"Mesozoic\",\"match\":\"within\""), "a b c d f g");
    ASSERT_FOUND(&f, TIME("\"name\":\"Bathonian\""), "a b c d f");
    ASSERT_FOUND(&f, TIME("\"name\":\"Bathonian\",\"match\":\"within\""), "");
    ASSERT_FOUND(&f, TIME("\"from\":100,\"to\":90"), "d f g");
    ASSERT_FOUND(&f, TIME("\"from\":168,\"to\":168"), "a b c d f");
    ASSERT_FOUND(&f, TIME("\"from\":201.4,\"match\":\"within\""), "a c g");
    ASSERT_FOUND(&f, TIME("\"to\":250"), "b d f");
    search_fixture_end(&f);
}

// Rule C6: names that are not known are listed, not dropped; counts are the term's totals.
static void tree_counts_what_the_term_finds(void **state)
{
    (void)state;
    struct search_fixture f;
    search_fixture_begin(&f);
    SEARCH_IMPORT(&f, rows);
    for (int within = 0; within < 2; within++) {
        struct geological_tree tree;
        struct search_request request = {.commit = snapshot_last_commit(f.snapshot)};
        assert_int_equal(geological_tree_make(f.snapshot, &scope_public, &f.arena, &request,
                                              within != 0, &tree, &f.error),
                         ST_OK);
        assert_int_equal(tree.total, 8);
        assert_int_equal(tree.dated, 6);
        for (size_t i = 0; i < geological_interval_count; i++) {
            string_view json =
                arena_print(&f.arena, TIME("\"name\":\"%s\",\"match\":\"%s\""),
                            geological_intervals[i].name, within ? "within" : "overlap");
            f.request.count_only = true;
            assert_int_equal(search_fixture_ask(&f, json.bytes), ST_OK);
            assert_int_equal(f.result.total, tree.counts[i]);
        }
        assert_int_equal(tree.unknown_count, 2);
        assert_true(sv_equal(tree.unknown[0].name, SV("Jurassik")));
        assert_int_equal(tree.unknown[0].count, 1);
        assert_true(sv_equal(tree.unknown[1].field, SV("earliestEpochOrLowestSeries")));
    }
    search_fixture_end(&f);
}

static void refuses_what_is_no_time(void **state)
{
    (void)state;
    static const struct {
        const char *json;
        const char *word;
    } cases[] = {
        {TIME("\"name\":\"Jurasic\""), "near names: Jurassic"},
        {TIME("\"from\":10,\"to\":20"), "upside down"},
        {TIME("\"match\":\"within\""), "either a name"},
        {TIME("\"name\":\"Jurassic\",\"to\":1"), "either a name"},
        {TIME("\"from\":5000"), "not from 0 to 4567"},
        {TIME("\"name\":\"Jurassic\",\"match\":\"near\""), "overlap or within"},
    };
    struct arena arena;
    arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        const struct query *q = NULL;
        struct error error = {0};
        assert_int_equal(query_from_json(&arena, sv_from(cases[i].json), &q, &error), ST_INVALID);
        assert_non_null(strstr(error.message, cases[i].word));
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_is_a_tree_of_spans),
        cmocka_unit_test(ages_follow_each_other),
        cmocka_unit_test(names_are_found),
        cmocka_unit_test(term_finds_records),
        cmocka_unit_test(tree_counts_what_the_term_finds),
        cmocka_unit_test(refuses_what_is_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
