// SPDX-License-Identifier: Apache-2.0
// What is asked of the words of few rows is answered as of many, and what is kept of a version as
// if it were made anew.
#include "support/search_fixture.h"

#include "query/listed_values.h"
#include "query/record_lengths.h"
#include "query/relevance.h"
#include "query/visible_words.h"
#include "query/word_counts.h"

#define ROWS 6400
#define FEW  90
#define STEP 71 // rows from one of the few to the next

static const char *const words[] = {
    "bee",  "river", "bank", "nowhere", "1850",   "7.5", "2010-01-05t10:00z",
    "true", "x3",    "1e5",  "000071",  "river13"};

static void import_rows(struct search_fixture *f, int count)
{
    const char **rows = calloc((size_t)count, sizeof *rows);
    assert_non_null(rows);
    for (int i = 0; i < count; i++) {
        rows[i] =
            arena_print(&f->arena,
                        "{\"id\":\"%06d\",\"t\":\"%s\",\"note\":\"bank %d of the river%s\","
                        "\"year\":%d,\"depth\":-%d.5,\"size\":\"1e%d\","
                        "\"date\":\"2010-01-%02dT10:00Z\",\"flag\":%s,"
                        "\"list\":[{\"n\":\"Bee bee\"},{\"n\":\"x%d %d\",\"m\":[\"River\"]}]}",
                        i, i % 3 == 0 ? "bee true" : "wasp", i, i % 13 == 0 ? " river" : "13",
                        1800 + i % 200, i % 20, i % 9, i % 28 + 1, i % 2 == 0 ? "true" : "false",
                        i % 5, 1845 + i % 10)
                .bytes;
    }
    search_fixture_import(f, rows, (size_t)count, IMPORT_UPSERT);
    free(rows);
}

static int set_up(void **state)
{
    assert_int_equal(search_fixture_set_up(state), 0);
    import_rows(*state, ROWS);
    return 0;
}

static void cut_words(struct search_fixture *f, struct token *out)
{
    struct token_cutter cutter;
    token_cutter_init(&cutter);
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        assert_int_equal(token_cut(&cutter, sv_from(words[i]), &f->error), ST_OK);
        assert_int_equal(cutter.count, 1);
        out[i] = cutter.tokens[0];
        out[i].text = arena_copy(&f->arena, cutter.tokens[0].text);
    }
    token_cutter_release(&cutter);
}

static void few_rows_count_as_many(void **state)
{
    struct search_fixture *f = *state;
    static uint32_t all[ROWS];
    static uint32_t few[FEW];
    static uint32_t of_all[ARRAY_LENGTH(words) * ROWS];
    static uint32_t of_few[ARRAY_LENGTH(words) * FEW];
    struct segment *segment = snapshot_segment(f->snapshot, 0);
    struct token tokens[ARRAY_LENGTH(words)];
    struct token_cutter cutter;
    cut_words(f, tokens);
    token_cutter_init(&cutter);
    for (uint32_t i = 0; i < ROWS; i++) {
        all[i] = i;
    }
    for (uint32_t i = 0; i < FEW; i++) {
        few[i] = i * STEP;
    }
    assert_int_equal(segment_rows(segment), ROWS);
    assert_true(listed_values_are_few(segment, FEW));
    assert_false(listed_values_are_few(segment, ROWS));
    struct word_counting many = {segment, all, ROWS, &cutter, NULL};
    struct word_counting some = {segment, few, FEW, &cutter, NULL};
    assert_int_equal(word_counts_find(&many, tokens, ARRAY_LENGTH(words), of_all, &f->error),
                     ST_OK);
    assert_int_equal(word_counts_find(&some, tokens, ARRAY_LENGTH(words), of_few, &f->error),
                     ST_OK);
    for (size_t word = 0; word < ARRAY_LENGTH(words); word++) {
        uint32_t sum = 0;
        for (size_t i = 0; i < FEW; i++) {
            assert_int_equal(of_few[word * FEW + i], of_all[word * ROWS + few[i]]);
            sum += of_few[word * FEW + i];
        }
        assert_true((sum == 0) == (strcmp(words[word], "nowhere") == 0));
    }
    assert_int_equal(of_few[0], 3);            // of row 0: "bee true", and "Bee bee" in a list
    assert_int_equal(of_few[FEW], 3);          // "the river river", and one in a list in a list
    assert_int_equal(of_few[7 * FEW], 2);      // a truth value, and a word
    assert_int_equal(of_all[4 * ROWS + 5], 1); // 1850 in the list; the year is 1805
    token_cutter_release(&cutter);
}

// Of one record among few and among many.
static double score_of_first(struct search_fixture *f, const char *filters)
{
    const char *json = arena_print(&f->arena, "{\"search\":\"river 1850 bee\"%s}", filters).bytes;
    search_fixture_sort(f, "_score");
    assert_int_equal(search_fixture_ask(f, json), ST_OK);
    assert_true(f->result.total > 0);
    return f->result.hits[0].score;
}

static void scores_do_not_depend_on_how_many_are_found(void **state)
{
    struct search_fixture *f = *state;
    double among_all = score_of_first(f, "");
    assert_false(listed_values_are_few(snapshot_segment(f->snapshot, 0), f->result.total));
    const char *only = arena_print(&f->arena,
                                   ",\"filters\":{\"and\":[{\"string_equals\":{\"fields\":"
                                   "[\"id\"],\"value\":\"" SV_FORMAT "\"}}]}",
                                   SV_ARGUMENT(f->result.hits[0].key))
                           .bytes;
    assert_true(score_of_first(f, only) == among_all);
    assert_int_equal(f->result.total, 1);
}

static uint64_t total_of(struct search_fixture *f, const char *member)
{
    const char *json = arena_print(&f->arena, "{\"filters\":{\"and\":[%s]}}", member).bytes;
    assert_int_equal(search_fixture_ask(f, json), ST_OK);
    return f->result.total;
}

static void phrases_of_few_candidates_are_found_as_in_fields(void **state)
{
    struct search_fixture *f = *state;
    static const struct {
        const char *text;
        uint64_t found;
    } cases[] = {
        {"bank 71 of", 1},
        {"71 bank", 0},
        {"Bank 77", 1},
        {"bee bee", ROWS},
        {"the river river", (ROWS + 12) / 13},
        {"000071", 1},
        {"x3 1848", ROWS / 10},
        {"river 1848", 0},
        {"000072 bank 72", 0},
        {"-19.5", ROWS / 20},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        const char *anywhere =
            arena_print(&f->arena, "{\"phrase\":{\"fields\":[],\"value\":\"%s\"}}", cases[i].text)
                .bytes;
        const char *fields = arena_print(&f->arena,
                                         "{\"phrase\":{\"fields\":[\"id\",\"t\",\"note\",\"year\","
                                         "\"depth\",\"date\",\"flag\",\"list.n\",\"list.m\"],"
                                         "\"value\":\"%s\"}}",
                                         cases[i].text)
                                 .bytes;
        assert_int_equal(total_of(f, anywhere), cases[i].found);
        assert_int_equal(total_of(f, fields), cases[i].found);
    }
}

static void assert_words(struct search_fixture *f, uint64_t records)
{
    struct arena arena;
    struct extent x;
    struct visible_words first;
    struct visible_words again;
    const uint32_t *lengths = NULL;
    uint64_t words_seen = 0;
    arena_init(&arena, 0);
    assert_int_equal(extent_create(f->snapshot, &scope_public, NULL, 0,
                                   snapshot_last_commit(f->snapshot), &arena, &x, &f->error),
                     ST_OK);
    const struct extent_part *part = &x.parts[0];
    assert_int_equal(segment_rows(part->segment), ROWS);
    assert_int_equal(visible_words_get(part, &arena, &first, &f->error), ST_OK);
    assert_int_equal(visible_words_get(part, &arena, &again, &f->error), ST_OK);
    assert_int_equal(record_lengths_get(part->segment, &arena, &lengths, &f->error), ST_OK);
    for (uint32_t row = 0; row < ROWS; row++) {
        words_seen += bitset_test(part->visible, row) ? lengths[row] : 0;
    }
    assert_int_equal(first.records, records);
    assert_int_equal(first.words, words_seen);
    assert_memory_equal(&first, &again, sizeof first);
    arena_release(&arena);
}

static void kept_sums_are_those_of_the_version(void **state)
{
    struct search_fixture *f = *state;
    static const char *const changed[] = {"{\"id\":\"000005\",\"t\":\"fly\"}"};
    assert_words(f, ROWS);
    SEARCH_IMPORT(f, changed);
    assert_words(f, ROWS - 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, search_fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(few_rows_count_as_many),
        TEST(scores_do_not_depend_on_how_many_are_found),
        TEST(phrases_of_few_candidates_are_found_as_in_fields),
        TEST(kept_sums_are_those_of_the_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
