// SPDX-License-Identifier: Apache-2.0
// Sets of named areas: brought in, found, replaced, removed, damaged, asked, and asked as of a
// version (rule F3).
#include "support/search_fixture.h"

#include "query/area_sets.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SQUARE(name, west)                                                                         \
    "{\"type\":\"Feature\",\"properties\":{\"name\":\"" name "\",\"id\":7},\"geometry\":{"         \
    "\"type\":\"Polygon\",\"coordinates\":[[[" #west ",0],[5,0],[5,5],[" #west ",5],[" #west       \
    ",0]]]}}"
#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
#define BROKEN                                                                                     \
    "{\"type\":\"Feature\",\"properties\":{\"name\":\"Bow\"},\"geometry\":{\"type\":\"Polygon\","  \
    "\"coordinates\":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}}"

struct area_test {
    struct arena arena;
    struct error error;
    char folder[64];
    size_t told;
    struct search_fixture f; // its store's metadata table tells which files count
};

static const char *const rows[] = {
    "{\"id\":\"in\",\"decimalLatitude\":1,\"decimalLongitude\":1}",
    "{\"id\":\"out\",\"decimalLatitude\":1,\"decimalLongitude\":9}",
};

static int set_up(void **state)
{
    struct area_test *t = calloc(1, sizeof *t);
    assert_non_null(t);
    arena_init(&t->arena, 0);
    (void)snprintf(t->folder, sizeof t->folder, "/tmp/vitrine-areas-XXXXXX");
    assert_non_null(mkdtemp(t->folder));
    search_fixture_begin(&t->f);
    SEARCH_IMPORT(&t->f, rows);
    area_sets_use(t->folder, NULL);
    *state = t;
    return 0;
}

static int tear_down(void **state)
{
    struct area_test *t = *state;
    area_sets_use(NULL, NULL);
    DIR *folder = opendir(t->folder);
    assert_non_null(folder);
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        (void)unlinkat(dirfd(folder), entry->d_name, 0);
    }
    (void)closedir(folder);
    search_fixture_end(&t->f);
    assert_int_equal(rmdir(t->folder), 0);
    arena_release(&t->arena);
    free(t);
    return 0;
}

static void tell(void *argument, const char *sentence)
{
    struct area_test *t = argument;
    t->told += strstr(sentence, "crosses itself") != NULL;
}

// A commit that says what counts of a set; with no version that it is gone.
static void commit_set(struct area_test *t, string_view name, const struct area_set_version *v)
{
    struct buffer json;
    uint32_t commit = 0;
    buffer_init(&json, 10000);
    if (v != NULL) {
        area_version_print(v, &json);
    }
    const struct metadata_record record = {
        .key = arena_print(&t->arena, AREA_SET_KEY SV_FORMAT, SV_ARGUMENT(name)),
        .json = buffer_view(&json)};
    assert_int_equal(store_write_metadata(t->f.store.store, &record, 1, NULL, 0, "a", "m", 0,
                                          &commit, &t->error),
                     ST_OK);
    buffer_release(&json);
    snapshot_release(t->f.snapshot);
    assert_int_equal(store_snapshot(t->f.store.store, &t->f.snapshot, &t->error), ST_OK);
}

static status import(struct area_test *t, const char *json, const struct area_import *asked,
                     struct area_import_result *done)
{
    error_clear(&t->error);
    TRY(area_sets_import(sv_from(json), asked, tell, t, done, &t->error));
    const struct area_set_version v = {.name = asked->name,
                                       .category = asked->category.length > 0 ? asked->category
                                                                              : asked->name,
                                       .source = asked->source,
                                       .file = sv_from(done->file),
                                       .areas = done->areas};
    commit_set(t, asked->name, &v);
    return ST_OK;
}

static status look_up_at(struct area_test *t, uint32_t commit, const char *category,
                         const char *name, size_t *count)
{
    const struct query_polygon *polygons = NULL;
    error_clear(&t->error);
    return area_sets_look_up(t->f.snapshot, commit, &t->arena, sv_from(category), sv_from(name),
                             &polygons, count, &t->error);
}

static status look_up(struct area_test *t, const char *category, const char *name, size_t *count)
{
    return look_up_at(t, snapshot_last_commit(t->f.snapshot), category, name, count);
}

static void sets_are_found(void **state)
{
    struct area_test *t = *state;
    struct area_import seas = {
        .name = SV("seas"), .category = SV("marine"), .source = SV("A \"source\"")};
    struct area_import parks = {.name = SV("parks"), .name_field = SV("id")};
    struct area_import_result done;
    size_t count = 0;
    assert_int_equal(look_up(t, "marine", "North Sea", &count), ST_INVALID);
    assert_non_null(strstr(t->error.message, "no areas of the category marine"));
    assert_int_equal(import(t,
                            COLLECTION(SQUARE("North Séa", 0) "," SQUARE(
                                "b\\\"x\\\"", 1) "," SQUARE("NORTH SÉA", 2)),
                            &seas, &done),
                     ST_OK);
    assert_int_equal(done.areas, 2);
    assert_int_equal(done.positions, 15);
    assert_int_equal(import(t, SQUARE("x", 3), &parks, &done), ST_OK);
    assert_int_equal(look_up(t, "marine", "north séa", &count), ST_OK);
    assert_int_equal(count, 2);
    assert_int_equal(look_up(t, "marine", "B\"X\"", &count), ST_OK);
    assert_int_equal(look_up(t, "parks", "7", &count), ST_OK);
    assert_int_equal(look_up(t, "marine", "North Sez", &count), ST_INVALID);
    assert_non_null(strstr(t->error.message, "near names: North Séa"));

    const struct area_set_version *sets = NULL;
    assert_int_equal(area_sets_list(t->f.snapshot, 3, &t->arena, &sets, &count, &t->error), ST_OK);
    assert_int_equal(count, 2);
    assert_true(sv_equal(sets[1].source, SV("A \"source\"")));
    assert_true(sv_equal(sets[0].category, SV("parks")));
    assert_int_equal(sets[1].areas, 2);
    commit_set(t, SV("seas"), NULL);
    assert_int_equal(look_up(t, "marine", "North Séa", &count), ST_INVALID);
    assert_int_equal(look_up_at(t, 3, "marine", "North Séa", &count), ST_OK);
}

static void each_moment_has_its_areas(void **state) // rule F3
{
    struct area_test *t = *state;
    const struct area_import seas = {.name = SV("seas"), .category = SV("marine")};
    struct area_import_result done;
    const struct area_set_version *sets = NULL;
    size_t count = 0;
    assert_int_equal(import(t, SQUARE("one", 0), &seas, &done), ST_OK); // 2
    assert_int_equal(import(t, COLLECTION(SQUARE("one", 0) "," SQUARE("two", 1)), &seas, &done),
                     ST_OK);                                            // 3
    commit_set(t, SV("seas"), NULL);                                    // 4
    assert_int_equal(import(t, SQUARE("two", 0), &seas, &done), ST_OK); // 5
    static const struct {
        uint32_t commit;
        status one;
        status two;
    } cases[] = {{1, ST_OK, ST_INVALID}, // as it came in first
                 {2, ST_OK, ST_INVALID},
                 {3, ST_OK, ST_OK},
                 {4, ST_INVALID, ST_INVALID},
                 {5, ST_INVALID, ST_OK}};
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_int_equal(look_up_at(t, cases[i].commit, "marine", "one", &count), cases[i].one);
        assert_int_equal(look_up_at(t, cases[i].commit, "marine", "two", &count), cases[i].two);
    }
    assert_int_equal(area_sets_check(SV("marine"), SV("ONE"), &t->error), ST_OK);
    assert_int_equal(area_sets_list(t->f.snapshot, 0, &t->arena, &sets, &count, &t->error), ST_OK);
    assert_int_equal(count, 3);
    assert_int_equal(sets[1].from, 3);
    assert_int_equal(sets[1].until, 4);
    assert_int_equal(area_sets_list(t->f.snapshot, 4, &t->arena, &sets, &count, &t->error), ST_OK);
    assert_int_equal(count, 0);
    assert_int_equal(area_sets_list(t->f.snapshot, 1, &t->arena, &sets, &count, &t->error), ST_OK);
    assert_int_equal(count, 1);
    // A file that a commit names and that is gone is no answer of another kind.
    char path[200];
    (void)snprintf(path, sizeof path, "%s/%s", t->folder, done.file);
    assert_int_equal(rename(path, "/tmp/vitrine-areas-moved"), 0);
    assert_int_equal(look_up(t, "marine", "two", &count), ST_CORRUPT);
    assert_non_null(strstr(t->error.message, done.file));
    assert_int_equal(rename("/tmp/vitrine-areas-moved", path), 0);
}

// Files from before sets had versions count until a commit tells otherwise.
static void sets_without_versions_count_till_then(void **state)
{
    struct area_test *t = *state;
    const struct area_import seas = {.name = SV("seas"), .category = SV("marine")};
    struct area_import_result done;
    const struct area_set_version *sets = NULL;
    size_t count = 0;
    char from[200];
    char to[200];
    assert_int_equal(area_sets_import(SV(SQUARE("old", 0)), &seas, tell, t, &done, &t->error),
                     ST_OK);
    (void)snprintf(from, sizeof from, "%s/%s", t->folder, done.file);
    (void)snprintf(to, sizeof to, "%s/seas.areas", t->folder);
    assert_int_equal(rename(from, to), 0);
    assert_int_equal(look_up_at(t, 1, "marine", "old", &count), ST_OK);
    assert_int_equal(area_sets_list(t->f.snapshot, 1, &t->arena, &sets, &count, &t->error), ST_OK);
    assert_int_equal(count, 1);
    assert_int_equal(sets[0].from, 0);
    assert_int_equal(import(t, SQUARE("new", 0), &seas, &done), ST_OK);
    assert_int_equal(look_up_at(t, 1, "marine", "old", &count), ST_OK);
    assert_int_equal(look_up_at(t, 1, "marine", "new", &count), ST_INVALID);
    assert_int_equal(look_up_at(t, 2, "marine", "new", &count), ST_OK);
    assert_int_equal(look_up_at(t, 2, "marine", "old", &count), ST_INVALID);
    assert_int_equal(area_sets_list(t->f.snapshot, 0, &t->arena, &sets, &count, &t->error), ST_OK);
    assert_int_equal(count, 2);
    assert_int_equal(sets[0].until, 2);
}

static void broken_areas_are_refused_or_left_out(void **state)
{
    struct area_test *t = *state;
    struct area_import seas = {.name = SV("seas")};
    struct area_import_result done;
    size_t count = 0;
    static const struct {
        const char *json;
        const char *word;
    } cases[] = {
        {COLLECTION(SQUARE("a", 0) "," BROKEN), "feature 2 (Bow): the polygon crosses itself"},
        {COLLECTION("{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}"), "no name"},
        {COLLECTION("{\"type\":\"Feature\",\"properties\":{\"name\":\"a\"},\"geometry\":null}"),
         "feature 1 (a)"},
        {COLLECTION(""), "no area"},
        {"[]", "no GeoJSON"},
        {"{", "not valid JSON at line 1"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_int_equal(import(t, cases[i].json, &seas, &done), ST_BAD_DATA);
        assert_non_null(strstr(t->error.message, cases[i].word));
        assert_int_equal(look_up(t, "seas", "a", &count), ST_INVALID);
    }
    seas.skip_broken = true;
    assert_int_equal(import(t, cases[0].json, &seas, &done), ST_OK);
    assert_int_equal(done.skipped, 1);
    assert_int_equal(t->told, 1);
    assert_int_equal(look_up(t, "seas", "a", &count), ST_OK);
    struct area_import wrong[] = {{.name = SV("Bad Name")},
                                  {.name = SV("../up")},
                                  {.name = SV("seas"), .category = SV("country")},
                                  {.name = SV("seas"), .category = SV("other")}};
    for (size_t i = 0; i < ARRAY_LENGTH(wrong); i++) {
        assert_int_equal(import(t, SQUARE("a", 0), &wrong[i], &done), ST_INVALID);
    }
}

// Every changed byte shows, and no set is half read.
static void damage_is_named(void **state)
{
    struct area_test *t = *state;
    struct area_import seas = {.name = SV("seas")};
    struct area_import_result done;
    size_t count = 0;
    char path[200];
    assert_int_equal(import(t, SQUARE("a", 0), &seas, &done), ST_OK);
    (void)snprintf(path, sizeof path, "%s/%s", t->folder, done.file);
    struct buffer whole;
    buffer_init(&whole, (size_t)1 << 20);
    assert_int_equal(file_read(path, (size_t)1 << 20, &whole, &t->error), ST_OK);
    for (size_t i = 0; i < whole.length; i += 7) {
        char kept = whole.bytes[i];
        whole.bytes[i] = (char)(kept ^ 1);
        assert_int_equal(file_replace(path, whole.bytes, whole.length, &t->error), ST_OK);
        assert_int_equal(look_up(t, "seas", "a", &count), ST_CORRUPT);
        assert_non_null(strstr(t->error.message, done.file));
        whole.bytes[i] = kept;
    }
    assert_int_equal(file_replace(path, whole.bytes, whole.length, &t->error), ST_OK);
    assert_int_equal(look_up(t, "seas", "A", &count), ST_OK);
    buffer_release(&whole);
}

static void records_are_found_in_them(void **state)
{
    struct area_test *t = *state;
    struct area_import seas = {.name = SV("seas"), .category = SV("marine")};
    struct area_import_result done;
    assert_int_equal(import(t, SQUARE("Small Sea", 0), &seas, &done), ST_OK);
    ASSERT_FOUND(&t->f, "{\"filters\":{\"and\":[{\"geo_named_area\":{\"marine\":\"small sea\"}}]}}",
                 "in");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(sets_are_found),
        TEST(each_moment_has_its_areas),
        TEST(sets_without_versions_count_till_then),
        TEST(broken_areas_are_refused_or_left_out),
        TEST(damage_is_named),
        TEST(records_are_found_in_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
