// SPDX-License-Identifier: Apache-2.0
// Sets of named areas: brought in, found, replaced, removed, damaged, and asked.
#include "support/search_fixture.h"

#include "query/area_sets.h"

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
};

static int set_up(void **state)
{
    struct area_test *t = calloc(1, sizeof *t);
    assert_non_null(t);
    arena_init(&t->arena, 0);
    (void)snprintf(t->folder, sizeof t->folder, "/tmp/vitrine-areas-XXXXXX");
    assert_non_null(mkdtemp(t->folder));
    area_sets_use(t->folder);
    *state = t;
    return 0;
}

static int tear_down(void **state)
{
    struct area_test *t = *state;
    char path[128];
    area_sets_use(NULL);
    (void)snprintf(path, sizeof path, "%s/seas.areas", t->folder);
    (void)unlink(path);
    (void)snprintf(path, sizeof path, "%s/parks.areas", t->folder);
    (void)unlink(path);
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

static status import(struct area_test *t, const char *json, const struct area_import *asked,
                     struct area_import_result *done)
{
    error_clear(&t->error);
    return area_sets_import(sv_from(json), asked, tell, t, done, &t->error);
}

static status look_up(struct area_test *t, const char *category, const char *name, size_t *count)
{
    const struct query_polygon *polygons = NULL;
    error_clear(&t->error);
    return area_sets_look_up(&t->arena, sv_from(category), sv_from(name), &polygons, count,
                             &t->error);
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

    const struct area_set *sets = NULL;
    assert_int_equal(area_sets_list(&t->arena, &sets, &count, &t->error), ST_OK);
    assert_int_equal(count, 2);
    assert_true(sv_equal(sets[1].source, SV("A \"source\"")));
    assert_true(sv_equal(sets[0].category, SV("parks")));
    assert_int_equal(sets[1].count, 2);

    assert_int_equal(area_sets_remove(SV("seas"), &t->error), ST_OK);
    assert_int_equal(look_up(t, "marine", "North Séa", &count), ST_INVALID);
    assert_int_equal(area_sets_remove(SV("seas"), &t->error), ST_NOT_FOUND);
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
    char path[128];
    assert_int_equal(import(t, SQUARE("a", 0), &seas, &done), ST_OK);
    (void)snprintf(path, sizeof path, "%s/seas.areas", t->folder);
    struct buffer whole;
    buffer_init(&whole, (size_t)1 << 20);
    assert_int_equal(file_read(path, (size_t)1 << 20, &whole, &t->error), ST_OK);
    for (size_t i = 0; i < whole.length; i += 7) {
        char kept = whole.bytes[i];
        whole.bytes[i] = (char)(kept ^ 1);
        assert_int_equal(file_replace(path, whole.bytes, whole.length, &t->error), ST_OK);
        status result = look_up(t, "seas", "a", &count);
        assert_true(result == ST_CORRUPT || result == ST_INVALID || result == ST_OK);
        bool body = i > (size_t)((char *)memchr(whole.bytes, '\n', whole.length) - whole.bytes);
        assert_true(!body || (result == ST_CORRUPT && strstr(t->error.message, path) != NULL));
        whole.bytes[i] = kept;
    }
    assert_int_equal(file_replace(path, whole.bytes, whole.length, &t->error), ST_OK);
    assert_int_equal(look_up(t, "seas", "A", &count), ST_OK);
    buffer_release(&whole);
}

static const char *const rows[] = {
    "{\"id\":\"in\",\"decimalLatitude\":1,\"decimalLongitude\":1}",
    "{\"id\":\"out\",\"decimalLatitude\":1,\"decimalLongitude\":9}",
};

static void records_are_found_in_them(void **state)
{
    struct area_test *t = *state;
    struct area_import seas = {.name = SV("seas"), .category = SV("marine")};
    struct area_import_result done;
    struct search_fixture f;
    search_fixture_begin(&f);
    SEARCH_IMPORT(&f, rows);
    assert_int_equal(import(t, SQUARE("Small Sea", 0), &seas, &done), ST_OK);
    ASSERT_FOUND(&f, "{\"filters\":{\"and\":[{\"geo_named_area\":{\"marine\":\"small sea\"}}]}}",
                 "in");
    search_fixture_end(&f);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(sets_are_found),
        TEST(broken_areas_are_refused_or_left_out),
        TEST(damage_is_named),
        TEST(records_are_found_in_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
