// SPDX-License-Identifier: Apache-2.0
// How migrations are done, shown with steps of this test's own in place of the program's: each is
// done once, in order, all of them or none.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "base/file.h"
#include "catalogue/catalogue.h"
#include "catalogue/migrations.h"

static const char *const good_steps[] = {
    "CREATE TABLE done (step INTEGER); INSERT INTO done VALUES (1)",
    "INSERT INTO done VALUES (2)",
    "CREATE TABLE more (x); INSERT INTO done VALUES (3)",
};
static const char *const bad_steps[] = {
    "CREATE TABLE done (step INTEGER); INSERT INTO done VALUES (1)",
    "INSERT INTO done VALUES (2)",
    "CREATE TABLE more (x); INSERT INTO nothing VALUES (3)",
};
static const char *const *steps = good_steps;
static int count = 3;

int migrations_count(void)
{
    return count;
}

const char *migrations_step(int number)
{
    return steps[number - 1];
}

static char folder[64];
static char path[96];

static int set_up(void **state)
{
    (void)state;
    (void)snprintf(folder, sizeof folder, "/tmp/vitrine-migrations-XXXXXX");
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/catalogue.sqlite", folder);
    steps = good_steps;
    count = 3;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    struct error e = {0};
    assert_int_equal(folder_remove(folder, &e), ST_OK);
    return 0;
}

static status open_and_close(struct error *e)
{
    struct catalogue *c = NULL;
    status result = catalogue_open(path, &c, e);
    catalogue_close(c);
    return result;
}

#define STORY_SIZE ((size_t)64)

static void tell(char *text, const char *more)
{
    size_t used = strlen(text);
    (void)snprintf(text + used, STORY_SIZE - used, "%s", more);
}

static int tell_number(void *text, int columns, char **values, char **names)
{
    (void)columns;
    (void)names;
    tell(text, values[0]);
    return 0;
}

// The steps done, and the version noted: "123/3".
static const char *story(void)
{
    static char text[STORY_SIZE];
    sqlite3 *database = NULL;
    text[0] = '\0';
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    (void)sqlite3_exec(database, "SELECT step FROM done", tell_number, text, NULL);
    tell(text, "/");
    assert_int_equal(sqlite3_exec(database, "PRAGMA user_version", tell_number, text, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    return text;
}

static void test_each_step_is_done_once_and_in_order(void **state)
{
    (void)state;
    struct error e = {0};
    for (count = 0; count <= 3; count++) {
        static const char *const stories[] = {"/0", "1/1", "12/2", "123/3"};
        assert_int_equal(open_and_close(&e), ST_OK);
        assert_int_equal(open_and_close(&e), ST_OK);
        assert_string_equal(story(), stories[count]);
    }
    count = 3;
}

static void test_all_steps_at_once(void **state)
{
    (void)state;
    struct error e = {0};
    assert_int_equal(open_and_close(&e), ST_OK);
    assert_string_equal(story(), "123/3");
}

static void test_a_step_that_fails_undoes_those_before_it(void **state)
{
    (void)state;
    struct error e = {0};
    count = 1;
    assert_int_equal(open_and_close(&e), ST_OK);
    steps = bad_steps;
    count = 3;
    assert_int_not_equal(open_and_close(&e), ST_OK);
    assert_non_null(strstr(e.message, "bring its schema up to date"));
    assert_string_equal(story(), "1/1");
    steps = good_steps;
    error_clear(&e);
    assert_int_equal(open_and_close(&e), ST_OK);
    assert_string_equal(story(), "123/3");
}

static void test_an_older_program_refuses_what_a_newer_one_wrote(void **state)
{
    (void)state;
    struct error e = {0};
    assert_int_equal(open_and_close(&e), ST_OK);
    count = 2;
    assert_int_equal(open_and_close(&e), ST_CONFLICT);
    assert_non_null(strstr(e.message, "schema 3, this one knows 2"));
    assert_string_equal(story(), "123/3");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_each_step_is_done_once_and_in_order),
        TEST(test_all_steps_at_once),
        TEST(test_a_step_that_fails_undoes_those_before_it),
        TEST(test_an_older_program_refuses_what_a_newer_one_wrote),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
