// SPDX-License-Identifier: Apache-2.0
#include "portal/house.h"
#include "unit/site_fixture.h"

#include <math.h>
#include <string.h>

static status open_house(struct fixture *f)
{
    f->e = (struct error){0};
    return house_open(f->folder, &f->arena, &f->house, &f->e);
}

static void test_a_folder_without_a_house_has_none(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(open_house(f), ST_OK);
    assert_int_equal(f->house.contact.length, 0);
    assert_int_equal(f->house.text_count, 0);
    assert_int_equal(house_text(&f->house, SV("about"), SV("de")).length, 0);
}

static void test_what_a_house_sets(void **state)
{
    struct fixture *f = *state;
    put(f, "site.json",
        "{\"contact\": \"data@museum.example\", \"logo\": \"ammonite.svg\","
        " \"colours\": {\"primary\": \"#7A1F3D\"}}");
    put(f, "ammonite.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    put(f, "pages/about.md", "About us");
    put(f, "pages/about.de.md", "Von uns");
    put(f, "pages/notes.txt", "no text of a page");
    assert_int_equal(open_house(f), ST_OK);
    assert_true(sv_equal(f->house.contact, SV("data@museum.example")));
    assert_true(sv_starts_with(f->house.logo, SV("<svg")));
    assert_string_equal(f->house.colours.primary, "#7A1F3D");
    assert_string_equal(f->house.colours.primary_dark, "");
    assert_int_equal(f->house.text_count, 2);
    assert_true(sv_equal(house_text(&f->house, SV("about"), SV("")), SV("About us")));
    assert_true(sv_equal(house_text(&f->house, SV("about"), SV("de")), SV("Von uns")));
    assert_true(sv_equal(house_text(&f->house, SV("about"), SV("fr")), SV("About us")));
    uint64_t before = f->house.state;
    put(f, "pages/about.md", "About all of us");
    assert_int_equal(open_house(f), ST_OK);
    assert_true(f->house.state != before);
}

static void test_the_state_tells_whose_a_text_is(void **state)
{
    struct fixture *f = *state;
    char path[PATH_SIZE];
    put(f, "pages/about.md", "About us");
    assert_int_equal(open_house(f), ST_OK);
    uint64_t before = f->house.state;
    (void)snprintf(path, sizeof path, "%s/site/pages/about.md", f->folder);
    assert_int_equal(remove(path), 0);
    put(f, "pages/help.md", "About us");
    assert_int_equal(open_house(f), ST_OK);
    assert_true(f->house.state != before);
}

static void test_what_is_wrong_is_named(void **state)
{
    static const struct {
        const char *settings;
        const char *words;
    } cases[] = {
        {"{", "line 1"},
        {"[]", "is to be an object"},
        {"{\"colors\": {}}", "there is no \"colors\""},
        {"{\"contact\": 7}", "\"contact\" is to be text"},
        {"{\"colours\": \"red\"}", "\"colours\" is to be an object"},
        {"{\"colours\": {\"primary\": \"red\"}}", "colours.primary is to be written"},
        {"{\"colours\": {\"primary\": \"#\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\"}}",
         "colours.primary is to be written"},
        {"{\"colours\": {\"primary\": \"#ffee00\"}}", "choose a darker one"},
        {"{\"colours\": {\"primaryDark\": \"#101010\"}}", "choose a lighter one"},
        {"{\"colours\": {\"secondary\": \"#101010\"}}", "there is no \"colours.secondary\""},
        {"{\"logo\": \"../../etc/passwd\"}", "is to name an SVG file"},
        {"{\"logo\": \".hidden.svg\"}", "is to name an SVG file"},
        {"{\"logo\": \"none.svg\"}", "none.svg"},
        {"{\"logo\": \"text.svg\"}", "is no SVG document"},
    };
    struct fixture *f = *state;
    put(f, "text.svg", "words");
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        put(f, "site.json", cases[i].settings);
        assert_int_not_equal(open_house(f), ST_OK);
        if (strstr(f->e.message, cases[i].words) == NULL) {
            fail_msg("%s: %s", cases[i].settings, f->e.message);
        }
    }
}

// WCAG 2.2: black on white is 21 to 1, a colour on itself 1 to 1, #767676 on white 4.54.
static void test_contrast(void **state)
{
    (void)state;
    assert_true(fabs(colour_contrast("#000000", "#ffffff") - 21.0) < 0.01);
    assert_true(fabs(colour_contrast("#123456", "#123456") - 1.0) < 0.01);
    assert_true(fabs(colour_contrast("#767676", "#FFFFFF") - 4.54) < 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_folder_without_a_house_has_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_a_house_sets, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_the_state_tells_whose_a_text_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_what_is_wrong_is_named, set_up, tear_down),
        cmocka_unit_test(test_contrast),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
