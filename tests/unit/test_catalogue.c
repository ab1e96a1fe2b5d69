// SPDX-License-Identifier: Apache-2.0
// The catalogue: made, opened again, migrated from every released schema, refused when it is newer,
// made anew when it is damaged; its copy of datasets and its jobs.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "base/buffer.h"
#include "base/file.h"
#include "catalogue/catalogue.h"

struct place {
    char folder[64];
    char path[96];
    struct arena arena;
    struct error error;
    struct catalogue *catalogue;
};

static int set_up(void **state)
{
    struct place *p = calloc(1, sizeof *p);
    assert_non_null(p);
    (void)snprintf(p->folder, sizeof p->folder, "/tmp/vitrine-catalogue-XXXXXX");
    assert_non_null(mkdtemp(p->folder));
    (void)snprintf(p->path, sizeof p->path, "%s/catalogue.sqlite", p->folder);
    arena_init(&p->arena, 0);
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct place *p = *state;
    catalogue_close(p->catalogue);
    arena_release(&p->arena);
    assert_int_equal(folder_remove(p->folder, &p->error), ST_OK);
    free(p);
    return 0;
}

static void open_catalogue(struct place *p)
{
    catalogue_close(p->catalogue);
    p->catalogue = NULL;
    error_clear(&p->error);
    if (catalogue_open(p->path, &p->catalogue, &p->error) != ST_OK) {
        fail_msg("%s", p->error.message);
    }
}

// --- datasets --------------------------------------------------------------------------------

static struct uuid numbered(unsigned number)
{
    struct uuid id = {.bytes = {0}};
    id.bytes[15] = (unsigned char)number;
    return id;
}

static struct catalogue_dataset dataset(unsigned number, const char *title, const char *description,
                                        const char *fields)
{
    return (struct catalogue_dataset){
        .uuid = numbered(number),
        .slug = sv_from("slug"),
        .title = sv_from(title),
        .description = sv_from(description),
        .fields = sv_from(fields),
    };
}

static void copy_some(struct place *p, uint32_t commit)
{
    const struct catalogue_dataset list[] = {
        dataset(1, "Bees of Åland", "Pinned in drawers", "scientificName sex"),
        dataset(2, "Drawers", "Lists bees, and wasps", "drawer"),
        dataset(3, "Lichens", "On the rocks of the Ålands", "wingLength substrate"),
    };
    assert_int_equal(catalogue_copy(p->catalogue, commit, list, ARRAY_LENGTH(list), &p->error),
                     ST_OK);
}

// The numbers of the datasets found, as text.
static const char *found(struct place *p, const char *text, size_t limit)
{
    static char numbers[64];
    struct uuid *list = NULL;
    size_t count = 0;
    size_t used = 0;
    assert_int_equal(
        catalogue_search(p->catalogue, sv_from(text), limit, &p->arena, &list, &count, &p->error),
        ST_OK);
    numbers[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        used += (size_t)snprintf(numbers + used, sizeof numbers - used, "%s%u", i > 0 ? " " : "",
                                 list[i].bytes[15]);
    }
    return numbers;
}

static void assert_copied(struct place *p, uint32_t expected)
{
    uint32_t commit = UINT32_MAX;
    assert_int_equal(catalogue_copied_commit(p->catalogue, &commit, &p->error), ST_OK);
    assert_int_equal(commit, expected);
}

static void test_a_new_one_is_empty(void **state)
{
    struct place *p = *state;
    struct job *jobs = NULL;
    size_t count = 1;
    open_catalogue(p);
    assert_copied(p, 0);
    assert_string_equal(found(p, "bees", 10), "");
    assert_int_equal(catalogue_jobs(p->catalogue, 10, &p->arena, &jobs, &count, &p->error), ST_OK);
    assert_int_equal(count, 0);
}

static void test_the_copy_is_searched(void **state)
{
    static const struct {
        const char *text;
        const char *numbers;
    } cases[] = {
        {"bees", "1 2"}, // a title before a description
        {"BEES", "1 2"},
        {"bee", "1 2"},      // the last word may be a beginning
        {"bee drawers", ""}, // the others may not
        {"bees drawer", "2 1"},
        {"aland", "1 3"}, // accents do not count
        {"Åland", "1 3"},
        {"winglength", "3"}, // names of fields
        {"wasps -\"*) bees", "2"},
        {"", ""},
        {" \" ", ""},
    };
    struct place *p = *state;
    open_catalogue(p);
    copy_some(p, 7);
    assert_copied(p, 7);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        const char *numbers = found(p, cases[i].text, 10);
        if (strcmp(numbers, cases[i].numbers) != 0) {
            fail_msg("\"%s\" finds %s, not %s", cases[i].text, numbers, cases[i].numbers);
        }
    }
    assert_string_equal(found(p, "bees", 1), "1");
    open_catalogue(p); // again
    assert_copied(p, 7);
    assert_string_equal(found(p, "bees", 10), "1 2");
}

static void test_the_copy_is_replaced_and_mended(void **state)
{
    struct place *p = *state;
    const struct catalogue_dataset renamed = dataset(2, "Moths", "", "");
    open_catalogue(p);
    copy_some(p, 7);
    assert_int_equal(catalogue_update(p->catalogue, 7, 9, &renamed, 1, &p->error), ST_OK);
    assert_copied(p, 9);
    assert_string_equal(found(p, "bees", 10), "1");
    assert_string_equal(found(p, "moths", 10), "2");
    // Another program brought it elsewhere: nothing changes.
    assert_int_equal(catalogue_update(p->catalogue, 7, 10, &renamed, 1, &p->error), ST_CONFLICT);
    assert_copied(p, 9);
    assert_int_equal(catalogue_copy(p->catalogue, 11, &renamed, 1, &p->error), ST_OK);
    assert_copied(p, 11);
    assert_string_equal(found(p, "lichens", 10), "");
}

// A copy that another connection has begun and never ended, as of a process that was killed.
static void test_a_copy_cut_short_leaves_the_one_before(void **state)
{
    struct place *p = *state;
    sqlite3 *other = NULL;
    open_catalogue(p);
    copy_some(p, 7);
    assert_int_equal(sqlite3_open(p->path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other,
                                  "BEGIN IMMEDIATE; DELETE FROM dataset_text;"
                                  "UPDATE copy_state SET commit_number = 8",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    assert_copied(p, 7);
    assert_string_equal(found(p, "bees", 10), "1 2");
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
    open_catalogue(p);
    assert_copied(p, 7);
    assert_string_equal(found(p, "bees", 10), "1 2");
}

// --- jobs ------------------------------------------------------------------------------------

static int64_t begin_job(struct place *p, const char *slug)
{
    int64_t id = 0;
    assert_int_equal(catalogue_job_begin(p->catalogue, SV("ingest"), sv_from(slug), &id, &p->error),
                     ST_OK);
    return id;
}

static void test_jobs_are_noted(void **state)
{
    struct place *p = *state;
    struct job *jobs = NULL;
    size_t count = 0;
    open_catalogue(p);
    int64_t first = begin_job(p, "bees");
    int64_t second = begin_job(p, "wasps");
    assert_true(second > first);
    struct job done = {.id = first,
                       .state = JOB_DONE,
                       .rows = 100,
                       .bad_rows = 3,
                       .commit = 12,
                       .message = SV(""),
                       .report = SV("reports/ingest-1.jsonl")};
    assert_int_equal(catalogue_job_end(p->catalogue, &done, &p->error), ST_OK);
    open_catalogue(p); // the second was killed, and is told as it stands
    assert_int_equal(catalogue_jobs(p->catalogue, 10, &p->arena, &jobs, &count, &p->error), ST_OK);
    assert_int_equal(count, 2);
    assert_int_equal(jobs[0].id, second);
    assert_int_equal(jobs[0].state, JOB_RUNNING);
    assert_int_equal(jobs[0].ended, 0);
    assert_true(sv_equal(jobs[0].dataset, SV("wasps")));
    assert_int_equal(jobs[1].state, JOB_DONE);
    assert_int_equal(jobs[1].rows, 100);
    assert_int_equal(jobs[1].bad_rows, 3);
    assert_int_equal(jobs[1].commit, 12);
    assert_true(jobs[1].ended >= jobs[1].started && jobs[1].started > 0);
    assert_true(sv_equal(jobs[1].report, SV("reports/ingest-1.jsonl")));
    assert_int_equal(catalogue_jobs(p->catalogue, 1, &p->arena, &jobs, &count, &p->error), ST_OK);
    assert_int_equal(count, 1);
    assert_int_equal(jobs[0].id, second);
}

// --- other schemas ---------------------------------------------------------------------------

static void write_database(struct place *p, const char *sql)
{
    sqlite3 *database = NULL;
    char *message = NULL;
    assert_int_equal(sqlite3_open(p->path, &database), SQLITE_OK);
    if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK) {
        fail_msg("%s", message);
    }
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

// Each released schema with rows in it, as a program of its time left them: never changed again.
static const char *const released[] = {
    // 0: a file that was made, and nothing more.
    "PRAGMA journal_mode = WAL",
    // 1
    "CREATE TABLE copy_state (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), commit_number "
    "INTEGER NOT NULL) STRICT;"
    "INSERT INTO copy_state VALUES (1, 41);"
    "CREATE VIRTUAL TABLE dataset_text USING fts5(uuid UNINDEXED, slug, title, description, "
    "authors, tags, organisation, category, fields, tokenize = \"unicode61 remove_diacritics 2\");"
    "INSERT INTO dataset_text VALUES ('00000000-0000-0000-0000-000000000005', 'bees', 'bees of "
    "aland', 'pinned', '', '', '', '', 'sex');"
    "CREATE TABLE job (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, dataset TEXT NOT NULL, state "
    "INTEGER NOT NULL, started INTEGER NOT NULL, ended INTEGER NOT NULL DEFAULT 0, rows_read "
    "INTEGER NOT NULL DEFAULT 0, bad_rows INTEGER NOT NULL DEFAULT 0, commit_number INTEGER NOT "
    "NULL DEFAULT 0, message TEXT NOT NULL DEFAULT '', report TEXT NOT NULL DEFAULT '') STRICT;"
    "INSERT INTO job VALUES (3, 'ingest', 'bees', 1, 1500000000000, 1500000001000, 20, 2, 41, '', "
    "'reports/ingest-3.jsonl');"
    "PRAGMA user_version = 1",
};

static void test_every_released_schema_is_migrated(void **state)
{
    struct place *p = *state;
    assert_int_equal(ARRAY_LENGTH(released), catalogue_schema_version() + 1);
    for (size_t i = 0; i < ARRAY_LENGTH(released); i++) {
        struct job *jobs = NULL;
        size_t count = 0;
        (void)unlink(p->path);
        write_database(p, released[i]);
        open_catalogue(p);
        assert_copied(p, i == 0 ? 0 : 41);
        assert_string_equal(found(p, "Bees", 10), i == 0 ? "" : "5");
        assert_int_equal(catalogue_jobs(p->catalogue, 10, &p->arena, &jobs, &count, &p->error),
                         ST_OK);
        assert_int_equal(count, i == 0 ? 0 : 1);
        copy_some(p, 42); // and it is of use
        assert_string_equal(found(p, "lichens", 10), "3");
        assert_true(begin_job(p, "bees") > (i == 0 ? 0 : 3));
        catalogue_close(p->catalogue);
        p->catalogue = NULL;
    }
}

static void test_a_newer_one_is_refused_and_left_alone(void **state)
{
    struct place *p = *state;
    struct buffer before;
    struct buffer after;
    write_database(p, "CREATE TABLE of_later (x); PRAGMA user_version = 99");
    buffer_init(&before, (size_t)1 << 20);
    buffer_init(&after, (size_t)1 << 20);
    assert_int_equal(file_read(p->path, (size_t)1 << 20, &before, &p->error), ST_OK);
    assert_int_equal(catalogue_open(p->path, &p->catalogue, &p->error), ST_CONFLICT);
    assert_null(p->catalogue);
    assert_non_null(strstr(p->error.message, "newer program"));
    assert_non_null(strstr(p->error.message, "schema 99"));
    assert_non_null(strstr(p->error.message, p->path));
    assert_int_equal(file_read(p->path, (size_t)1 << 20, &after, &p->error), ST_OK);
    // The header's counters and the journal mode aside, it is the file that it was.
    assert_int_equal(before.length, after.length);
    assert_memory_equal(before.bytes + 100, after.bytes + 100, before.length - 100);
    buffer_release(&before);
    buffer_release(&after);
}

// --- damage ----------------------------------------------------------------------------------

static void damage(struct place *p, size_t at, const char *bytes, size_t count, size_t length)
{
    FILE *file = fopen(p->path, "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, (long)at, SEEK_SET), 0);
    assert_int_equal(fwrite(bytes, 1, count, file), count);
    assert_int_equal(fclose(file), 0);
    if (length > 0) {
        assert_int_equal(truncate(p->path, (off_t)length), 0);
    }
}

static void test_a_damaged_one_is_made_anew(void **state)
{
    static const char noise[4096] = "no page of SQLite's";
    static const struct {
        size_t at;
        size_t count;
        size_t length; // cut to; 0: not
    } damages[] = {
        {0, 64, 0},      // no header
        {4096, 4096, 0}, // a page
        {0, 0, 5000},    // cut short
        {0, 4096, 4096}, // another file altogether
    };
    struct place *p = *state;
    char aside[128];
    (void)snprintf(aside, sizeof aside, "%s" CATALOGUE_DAMAGED, p->path);
    for (size_t i = 0; i < ARRAY_LENGTH(damages); i++) {
        open_catalogue(p);
        copy_some(p, 7);
        catalogue_close(p->catalogue);
        p->catalogue = NULL;
        (void)unlink(aside);
        damage(p, damages[i].at, noise, damages[i].count, damages[i].length);
        open_catalogue(p);
        assert_true(file_exists(aside));
        assert_copied(p, 0); // so that it is filled again
        assert_string_equal(found(p, "bees", 10), "");
        copy_some(p, 8);
        assert_string_equal(found(p, "bees", 10), "1 2");
        open_catalogue(p);
        assert_copied(p, 8);
    }
}

static void test_where_nothing_can_be_written_it_lies_in_memory(void **state)
{
    struct place *p = *state;
    (void)snprintf(p->path, sizeof p->path, "%s/nowhere/catalogue.sqlite", p->folder);
    // A folder that is not there cannot be written: what is opened lies in memory.
    open_catalogue(p);
    copy_some(p, 7);
    open_catalogue(p);
    assert_copied(p, 0);
    assert_false(file_exists(p->path));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_a_new_one_is_empty),
        TEST(test_the_copy_is_searched),
        TEST(test_the_copy_is_replaced_and_mended),
        TEST(test_a_copy_cut_short_leaves_the_one_before),
        TEST(test_jobs_are_noted),
        TEST(test_every_released_schema_is_migrated),
        TEST(test_a_newer_one_is_refused_and_left_alone),
        TEST(test_a_damaged_one_is_made_anew),
        TEST(test_where_nothing_can_be_written_it_lies_in_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
