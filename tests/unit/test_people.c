// SPDX-License-Identifier: Apache-2.0
#include "portal/people.h"
#include "unit/site_fixture.h"

#include <string.h>

#define MANY 30000

static status open_people(struct fixture *f, string_view text)
{
    put_bytes(f, "people.json", text);
    f->e = (struct error){0};
    return people_open(f->folder, &f->arena, &f->people, &f->e);
}

static const char *slug_of(const struct person *person)
{
    return person == NULL ? "none" : person->slug.bytes;
}

static void test_no_file_is_nobody(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(people_open(f->folder, &f->arena, &f->people, &f->e), ST_OK);
    assert_null(people_find(&f->people, SV("a")));
    assert_null(people_written(&f->people, SV("a")));
    assert_int_equal(f->people.state, 0);
}

// Rule I1; the names of those without pages lead to nobody.
static void test_people_by_slug_and_by_name(void **state)
{
    struct fixture *f = *state;
    string_view text =
        SV("[{\"slug\":\"z\",\"name\":\"Z\",\"died\":\"1\",\"asWritten\":[\"Müller, F.\",\"F.\"]},"
           "{\"slug\":\"n\",\"name\":\"Nobody\",\"asWritten\":[\"M\"]},"
           "{\"slug\":\"w\",\"name\":\"W\",\"died\":\"1\",\"withdrawn\":true},"
           "{\"slug\":\"a\",\"name\":\"A\",\"died\":\"1\",\"asWritten\":[\"F.\",\"A., Ä.\"]}]");
    assert_int_equal(open_people(f, text), ST_OK);
    assert_int_equal(f->people.count, 2);
    assert_string_equal(slug_of(people_find(&f->people, SV("a"))), "a");
    assert_string_equal(slug_of(people_find(&f->people, SV("z"))), "z");
    assert_null(people_find(&f->people, SV("n")));
    assert_null(people_find(&f->people, SV("w")));
    assert_null(people_find(&f->people, SV("")));
    // As searches for the name read it: letters beyond ASCII have cases, too (rule C1).
    assert_string_equal(slug_of(people_written(&f->people, SV("MÜLLER, f."))), "z");
    assert_string_equal(slug_of(people_written(&f->people, SV("a., ä."))), "a");
    assert_string_equal(slug_of(people_written(&f->people, SV("F."))), "z");
    assert_null(people_written(&f->people, SV("M")));
    assert_null(people_written(&f->people, SV("Muller, F.")));
    assert_null(people_written(&f->people, SV("")));
}

static void test_the_state_is_of_the_file(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(open_people(f, SV("[{\"slug\":\"a\",\"name\":\"A\",\"died\":\"1\"}]")), ST_OK);
    uint64_t before = f->people.state;
    assert_int_equal(open_people(f, SV("[]")), ST_OK);
    assert_true(before != 0 && f->people.state != 0 && f->people.state != before);
}

static void test_what_is_wrong_is_named(void **state)
{
    static const struct {
        const char *text;
        const char *words;
    } cases[] = {
        {"{}", "is to be a list"},
        {"[{\"slug\":\"A\",\"name\":\"A\"}]", "entry 1"},
        {"[{\"slug\":\"a\",\"name\":\"A\",\"died\":\"1\"},{\"slug\":\"b\",\"name\":\"B\"},"
         "{\"slug\":\"a\",\"name\":\"C\",\"died\":\"1\"}]",
         "entry 3: another person"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_int_equal(open_people(f, sv_from(cases[i].text)), ST_BAD_DATA);
        if (strstr(f->e.message, cases[i].words) == NULL) {
            fail_msg("%s: %s", cases[i].text, f->e.message);
        }
    }
}

// Their records are one search, whose address a server takes.
static void test_names_that_no_address_has_room_for(void **state)
{
    struct fixture *f = *state;
    struct buffer text;
    buffer_init(&text, (size_t)1 << 20);
    buffer_append_view(&text, SV("[{\"slug\":\"a\",\"name\":\"A\",\"died\":\"1\",\"asWritten\":["));
    for (int i = 0; i < 300; i++) {
        buffer_print(&text, "%s\"Spelling, N. %d\"", i > 0 ? "," : "", i);
    }
    buffer_append_view(&text, SV("]}]"));
    assert_false(text.failed);
    assert_int_equal(open_people(f, buffer_view(&text)), ST_BAD_DATA);
    assert_non_null(strstr(f->e.message, "too many or too long"));
    buffer_release(&text);
}

static void test_many_people(void **state)
{
    struct fixture *f = *state;
    struct buffer text;
    buffer_init(&text, (size_t)8 << 20);
    buffer_append_byte(&text, '[');
    for (int i = 0; i < MANY; i++) {
        buffer_print(&text, "%s{\"slug\":\"p-%d\",\"name\":\"Person %d\",\"died\":\"1\"}",
                     i > 0 ? "," : "", i * 7919 % MANY, i * 7919 % MANY);
    }
    buffer_append_byte(&text, ']');
    assert_false(text.failed);
    assert_int_equal(open_people(f, buffer_view(&text)), ST_OK);
    buffer_release(&text);
    for (int i = 0; i < MANY; i++) {
        char slug[32];
        char name[32];
        (void)snprintf(slug, sizeof slug, "p-%d", i);
        (void)snprintf(name, sizeof name, "PERSON %d", i);
        assert_string_equal(slug_of(people_find(&f->people, sv_from(slug))), slug);
        assert_string_equal(slug_of(people_written(&f->people, sv_from(name))), slug);
    }
}

int main(void)
{
#define PEOPLE_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        PEOPLE_TEST(test_no_file_is_nobody),
        PEOPLE_TEST(test_people_by_slug_and_by_name),
        PEOPLE_TEST(test_the_state_is_of_the_file),
        PEOPLE_TEST(test_what_is_wrong_is_named),
        PEOPLE_TEST(test_names_that_no_address_has_room_for),
        PEOPLE_TEST(test_many_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
