// SPDX-License-Identifier: Apache-2.0
// Erased values are found in every spelling, and nothing is that only looks like one (rule F5).
#include "formats/mentions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const string_view values[] = {{"Å. Zubro \"Q\"", 13}, {"1234", 4}, {"山田太郎", 12}};

struct fixture {
    struct arena arena;
    struct mentions mentions;
    struct error e;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    arena_init(&f->arena, 0);
    assert_int_equal(mentions_make(values, ARRAY_LENGTH(values), &f->arena, &f->mentions, &f->e),
                     ST_OK);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_release(&f->arena);
    free(f);
    return 0;
}

static bool in_words(struct fixture *f, const char *text)
{
    bool found = false;
    assert_int_equal(mentions_in_words(&f->mentions, sv_from(text), &found, &f->e), ST_OK);
    return found;
}

static void test_rule_f5_every_spelling_is_found(void **state)
{
    struct fixture *f = *state;
    static const char *const texts[] = {
        "Å. Zubro \"Q\"",
        "by Å. Zubro \"Q\", 1901",
        "{\"q\":\"\xc3\x85. Zubro \\\"Q\\\"\"}",
        "/search?q=%C3%85.%20Zubro%20%22Q%22&x=1",
        "/search?q=%C3%85.+Zubro+%22Q%22",
        "/record/bees/1234",
        "查山田太郎採",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        assert_true(mentions_in_bytes(&f->mentions, sv_from(texts[i])));
        assert_true(in_words(f, texts[i]));
    }
}

static void test_rule_f5_words_are_found_in_any_case_and_with_any_accents(void **state)
{
    struct fixture *f = *state;
    static const char *const texts[] = {"a. zubro \"q\"", "(A. ZUBRO \"Q\")",
                                        "/search?q=%22a.%20zubro%20%22q%22"};
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        assert_false(mentions_in_bytes(&f->mentions, sv_from(texts[i])));
        assert_true(in_words(f, texts[i]));
    }
}

static void test_parts_of_other_words_are_no_mention(void **state)
{
    struct fixture *f = *state;
    static const char *const texts[] = {"12345", "x1234", "é1234", "Zubro", "", "123"};
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        assert_false(in_words(f, texts[i]));
    }
    // In bytes they are: what may go is looked for more widely.
    assert_true(mentions_in_bytes(&f->mentions, SV("12345")));
    // The first place is a part of a word, the next is not.
    assert_true(in_words(f, "12345 1234"));
    // What was found stays found.
    bool found = true;
    assert_int_equal(mentions_in_words(&f->mentions, SV("nothing"), &found, &f->e), ST_OK);
    assert_true(found);
}

static void test_none_mention_nothing(void **state)
{
    struct fixture *f = *state;
    const struct mentions none = {.count = 0};
    struct mentions empty;
    bool found = false;
    assert_int_equal(mentions_make(NULL, 0, &f->arena, &empty, &f->e), ST_OK);
    assert_false(mentions_in_bytes(&none, SV("1234")));
    assert_false(mentions_in_bytes(&empty, SV("1234")));
    assert_int_equal(mentions_in_words(&none, SV("1234"), &found, &f->e), ST_OK);
    assert_false(found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
        CASE(test_rule_f5_every_spelling_is_found),
        CASE(test_rule_f5_words_are_found_in_any_case_and_with_any_accents),
        CASE(test_parts_of_other_words_are_no_mention),
        CASE(test_none_mention_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
