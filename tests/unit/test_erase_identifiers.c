// SPDX-License-Identifier: Apache-2.0
// What an erasure leaves of identifiers (rule F5): tombstones where what was asked held a value,
// blanked words where only descriptions did, and what the registry is to be told.
#include "base/file.h"
#include "portal/citing.h"
#include "portal/deposits.h"
#include "portal/erase_identifiers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define VALUE "Qwyx Zubro"

struct fixture {
    char folder[64];
    struct arena arena;
    struct identifier_register *identifiers;
    struct mentions values;
    struct erased_identifiers out;
    struct error e;
};

static int set_up(void **state)
{
    static const string_view values[] = {{VALUE, sizeof VALUE - 1}, {"1897", 4}};
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    (void)snprintf(f->folder, sizeof f->folder, "/tmp/test_erase_ids.XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    arena_init(&f->arena, 0);
    assert_int_equal(identifiers_open(f->folder, &f->identifiers, &f->e), ST_OK);
    assert_int_equal(mentions_make(values, ARRAY_LENGTH(values), &f->arena, &f->values, &f->e),
                     ST_OK);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    identifiers_close(f->identifiers);
    arena_release(&f->arena);
    assert_int_equal(folder_remove(f->folder, NULL), ST_OK);
    free(f);
    return 0;
}

static string_view record_of(struct fixture *f, const struct cited *c)
{
    struct buffer record;
    buffer_init(&record, CITED_LIMIT_BYTES);
    assert_int_equal(cited_write(c, &record, &f->e), ST_OK);
    string_view copy = arena_copy(&f->arena, buffer_view(&record));
    buffer_release(&record);
    return copy;
}

static struct identifier add(struct fixture *f, struct identifier one, struct cited cited)
{
    struct identifier out;
    bool is_new = false;
    cited.digest = SV("1897189718971897");
    cited.publisher = SV("Museum");
    one.record = record_of(f, &cited);
    one.equal =
        arena_print(&f->arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(one.record), SV_ARGUMENT(one.name));
    assert_int_equal(identifiers_add(f->identifiers, &one, &f->arena, &out, &is_new, &f->e), ST_OK);
    assert_true(is_new);
    return out;
}

static struct identifier after(struct fixture *f, const struct identifier *before,
                               struct cited *cited)
{
    struct identifier out;
    assert_int_equal(identifiers_find(f->identifiers, before->id, &f->arena, &out, &f->e), ST_OK);
    assert_int_equal(cited_read(out.record, &f->arena, cited, &f->e), ST_OK);
    return out;
}

static void erase(struct fixture *f)
{
    f->out = (struct erased_identifiers){.withdrawn = 0};
    assert_int_equal(erase_identifiers(f->folder, &f->values, false, &f->out, &f->e), ST_OK);
}

static void assert_text(string_view text, const char *expected)
{
    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes == NULL ? "" : text.bytes, expected, text.length);
}

static void test_rule_f5_what_was_asked_makes_a_tombstone(void **state)
{
    struct fixture *f = *state;
    const struct cited_pair pair[] = {{SV("recordedBy"), SV("qwyx zubro")}};
    const struct cited asked[] = {
        {.query = SV("{\"string_equals\":{\"fields\":[\"by\"],\"value\":\"QWYX Zubro\"}}")},
        {.search = pair, .search_count = 1},
        {.words = SV("By: " VALUE)},
        {.query = SV("{\"number_range\":{\"greater_than\":1897}}")},
    };
    struct identifier before[ARRAY_LENGTH(asked)];
    for (size_t i = 0; i < ARRAY_LENGTH(asked); i++) {
        before[i] = add(f,
                        (struct identifier){.kind = IDENTIFIER_SEARCH,
                                            .state = IDENTIFIER_FINDABLE,
                                            .real = true,
                                            .doi = arena_print(&f->arena, "10.1/%zu", i)},
                        asked[i]);
    }
    erase(f);
    assert_int_equal(f->out.withdrawn, ARRAY_LENGTH(asked));
    for (size_t i = 0; i < ARRAY_LENGTH(asked); i++) {
        struct cited cited;
        struct identifier one = after(f, &before[i], &cited);
        assert_int_equal(one.state, IDENTIFIER_WITHDRAWN);
        assert_text(one.wanted, "hidden");
        assert_text(cited.query, "{}");
        assert_int_equal(cited.search_count, 0);
        assert_text(cited.digest, "1897189718971897");
        assert_text(cited.publisher, "Museum");
        assert_true(cited.erased > 0);
    }
    // Once more there is nothing.
    erase(f);
    assert_int_equal(f->out.withdrawn + f->out.blanked, 0);
}

static void test_rule_f5_descriptions_are_blanked_and_told_anew(void **state)
{
    struct fixture *f = *state;
    struct cited_dataset datasets[] = {{.title = SV("Bees of " VALUE), .slug = SV("bees")},
                                       {.title = SV("Wasps"), .slug = SV("wasps")}};
    const struct cited_creator creators[] = {{.name = SV(VALUE), .family = SV("Zubro")}};
    struct identifier search = add(
        f, (struct identifier){.state = IDENTIFIER_REGISTERED, .doi = SV("10.1/a"), .real = true},
        (struct cited){.words = SV("All bees"), .datasets = datasets, .dataset_count = 2});
    struct identifier dataset = add(f, (struct identifier){.kind = IDENTIFIER_DATASET},
                                    (struct cited){.title = SV("Bees"),
                                                   .description = SV("Gathered by " VALUE),
                                                   .creators = creators,
                                                   .creator_count = 1});
    struct identifier other =
        add(f, (struct identifier){.name = SV("x")}, (struct cited){.words = SV("Year: 18970")});
    erase(f);
    assert_int_equal(f->out.withdrawn, 0);
    assert_int_equal(f->out.blanked, 2);
    struct cited cited;
    struct identifier one = after(f, &search, &cited);
    assert_int_equal(one.state, IDENTIFIER_REGISTERED);
    assert_text(one.wanted, "registered");
    assert_text(cited.words, "All bees");
    assert_text(cited.datasets[0].title, "[erased]");
    assert_text(cited.datasets[1].title, "Wasps");
    one = after(f, &dataset, &cited);
    assert_text(one.wanted, "");
    assert_text(cited.title, "Bees");
    assert_text(cited.description, "[erased]");
    assert_text(cited.creators[0].name, "[erased]");
    assert_text(cited.creators[0].family, "");
    one = after(f, &other, &cited);
    assert_true(sv_equal(one.record, other.record));
}

static void test_rule_f5_names_that_hold_a_value_go(void **state)
{
    struct fixture *f = *state;
    struct identifier named =
        add(f, (struct identifier){.kind = IDENTIFIER_SLUG, .name = SV("bees-of-qwyx-zubro-1901")},
            (struct cited){.words = SV("Bees")});
    struct cited cited;
    erase(f);
    struct identifier one = after(f, &named, &cited);
    assert_int_equal(one.state, IDENTIFIER_WITHDRAWN);
    assert_text(one.name, "");
    assert_text(one.wanted, "");
}

// A registry that answers late must not bring back what was erased meanwhile.
static void test_rule_f5_what_was_held_meanwhile_is_not_written(void **state)
{
    struct fixture *f = *state;
    struct identifier held = {.state = IDENTIFIER_LOCAL, .doi = SV("10.1/a"), .real = true};
    deposit_want(&held, "findable", 1);
    held = add(f, held, (struct cited){.words = SV(VALUE)});
    erase(f);
    held.state = IDENTIFIER_FINDABLE;
    held.wanted = SV("");
    assert_int_equal(identifiers_update(f->identifiers, &held, held.record, &f->e), ST_NOT_FOUND);
    struct cited cited;
    struct identifier one = after(f, &held, &cited);
    assert_int_equal(one.state, IDENTIFIER_WITHDRAWN);
    assert_text(one.wanted, "hidden"); // it may be there
    assert_true(one.next_try > 0);
}

static void test_without_a_register_there_is_none_after(void **state)
{
    struct fixture *f = *state;
    char path[PATH_SIZE];
    erase(f);
    assert_int_equal(path_join(path, sizeof path, f->folder, "identifiers.sqlite", &f->e), ST_OK);
    assert_false(file_exists(path));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
        CASE(test_rule_f5_what_was_asked_makes_a_tombstone),
        CASE(test_rule_f5_descriptions_are_blanked_and_told_anew),
        CASE(test_rule_f5_names_that_hold_a_value_go),
        CASE(test_rule_f5_what_was_held_meanwhile_is_not_written),
        CASE(test_without_a_register_there_is_none_after),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
