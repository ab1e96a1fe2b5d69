// SPDX-License-Identifier: Apache-2.0
// Records by how well they answer the words asked.
#include "support/search_fixture.h"

#include "query/record_lengths.h"
#include "query/relevance.h"

#include <math.h>

static const char *const texts[] = {
    "{\"id\":\"a\",\"t\":\"bee\"}",
    "{\"id\":\"b\",\"t\":\"bee bee wasp\",\"list\":[\"Bee\",\"ant\"]}",
    "{\"id\":\"c\",\"t\":\"wasp ant fly moth\"}",
    "{\"id\":\"d\",\"t\":\"bee\"}",
};

static int set_up(void **state)
{
    struct search_fixture *f = malloc(sizeof *f);
    assert_non_null(f);
    search_fixture_begin(f);
    SEARCH_IMPORT(f, texts);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    search_fixture_end(*state);
    free(*state);
    return 0;
}

// The formula of relevance.h, for one word.
static double score_of(double records, double with, double f, double length, double average)
{
    return log(1 + (records - with + 0.5) / (with + 0.5)) * f * 2.2 /
           (f + 1.2 * (0.25 + 0.75 * length / average));
}

static void scores_follow_the_formula(void **state)
{
    struct search_fixture *f = *state;
    search_fixture_sort(f, "_score");
    ASSERT_FOUND(f, "{\"search\":\"BEE\"}", "b a d"); // a and d are equal: by key
    // Lengths with the keys: 2, 6, 5 and 2.
    assert_true(fabs(f->result.hits[0].score - score_of(4, 3, 3, 6, 3.75)) < 1e-6);
    assert_true(fabs(f->result.hits[1].score - score_of(4, 3, 1, 2, 3.75)) < 1e-6);
    assert_true(f->result.hits[1].score == f->result.hits[2].score);
    search_fixture_sort(f, "_score");
    f->request.offset = 1;
    f->request.limit = 1;
    ASSERT_FOUND(f, "{\"search\":\"bee\"}", "a");
    assert_true(f->result.after.length > 0);
    search_fixture_sort(f, "_score");
    ASSERT_FOUND(
        f, "{\"filters\":{\"not\":[{\"string_contains\":{\"fields\":[],\"value\":\"fly\"}}]}}",
        "a b d"); // no words: the default order
    assert_true(f->result.hits[0].has_score && f->result.hits[0].score == 0);
}

static void stands_alone(void **state)
{
    struct search_fixture *f = *state;
    search_fixture_sort(f, "_score");
    search_fixture_sort(f, "t");
    assert_int_equal(search_fixture_ask(f, NULL), ST_INVALID);
    assert_string_equal(f->error.field, "sort");
    search_fixture_sort(f, "-_score");
    assert_int_equal(search_fixture_ask(f, NULL), ST_INVALID);
}

static void lengths_count_every_word(void **state)
{
    struct search_fixture *f = *state;
    struct arena holder;
    const uint32_t *lengths = NULL;
    struct segment *segment = snapshot_segment(f->snapshot, 0);
    arena_init(&holder, 0);
    error_clear(&f->error);
    assert_int_equal(record_lengths_get(segment, &holder, &lengths, &f->error), ST_OK);
    uint64_t sum = 0;
    for (uint32_t i = 0; i < segment_rows(segment); i++) {
        sum += lengths[i];
    }
    assert_int_equal(segment_rows(segment), 4);
    assert_int_equal(sum, 15);
    arena_release(&holder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_follow_the_formula),
        cmocka_unit_test(stands_alone),
        cmocka_unit_test(lengths_count_every_word),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
