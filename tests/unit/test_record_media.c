// SPDX-License-Identifier: Apache-2.0
// What records say of their media.

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/record_media.h"
#include "support/views.h"

static int set_up(void **state)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (arena == NULL) {
        return -1;
    }
    arena_init(arena, 0);
    *state = arena;
    return 0;
}

static int tear_down(void **state)
{
    arena_release(*state);
    free(*state);
    return 0;
}

struct media {
    struct record_medium *rows;
    size_t count;
    size_t total;
};

static struct media read_media(struct arena *arena, const char *json, size_t most)
{
    struct record_reader reader;
    struct record_tree tree;
    struct media out = {0};
    assert_int_equal(record_reader_init(&reader, arena, NULL), ST_OK);
    assert_int_equal(record_read(&reader, sv_from(json), &tree, NULL), ST_OK);
    assert_int_equal(record_media(arena, &tree, SV("https://museum.example"), most, &out.rows,
                                  &out.count, &out.total, NULL),
                     ST_OK);
    return out;
}

static void test_simple_multimedia_is_read_whole(void **state)
{
    struct media m = read_media(
        *state,
        "{\"Multimedia\":[{\"identifier\":\"/media/ab12.svg\",\"type\":\"StillImage\","
        "\"format\":\"image/svg+xml\",\"title\":\"Dorsal\",\"description\":\"From above\","
        "\"creator\":\"A. Body\",\"created\":\"2020-01-02\",\"license\":\"CC_BY_4_0\","
        "\"rightsHolder\":\"The house\",\"references\":\"https://museum.example/p\","
        "\"category\":\"Specimen\"}]}",
        10);
    assert_int_equal(m.count, 1);
    assert_int_equal(m.total, 1);
    assert_int_equal(m.rows[0].kind, MEDIA_IMAGE);
    assert_true(m.rows[0].own);
    assert_view(m.rows[0].address, "/media/ab12.svg");
    assert_view(m.rows[0].thumbnail, "/media/ab12.svg");
    assert_view(m.rows[0].format, "image/svg+xml");
    assert_view(m.rows[0].title, "Dorsal");
    assert_view(m.rows[0].text, "From above");
    assert_view(m.rows[0].creator, "A. Body");
    assert_view(m.rows[0].created, "2020-01-02");
    assert_view(m.rows[0].licence, "CC BY 4.0");
    assert_view(m.rows[0].licence_address, "https://creativecommons.org/licenses/by/4.0/");
    assert_view(m.rows[0].rights_holder, "The house");
    assert_view(m.rows[0].page, "https://museum.example/p");
    assert_view(m.rows[0].category, "Specimen");
}

// Rule D1: no licence is taken from elsewhere.
static void test_rule_d1_a_medium_without_licence_has_none(void **state)
{
    struct media m = read_media(*state,
                                "{\"license\":\"CC0\",\"associatedMedia\":["
                                "{\"identifier\":\"https://a.example/x.jpg\"}]}",
                                10);
    assert_int_equal(m.count, 1);
    assert_view(m.rows[0].licence, "");
    assert_false(m.rows[0].own);
    assert_view(m.rows[0].thumbnail, "");
}

static void test_audiovisual_core_prefers_an_own_address(void **state)
{
    struct media m = read_media(
        *state,
        "{\"Multimedia\":[{\"identifier\":\"urn:uuid:1\",\"accessURI\":"
        "\"https://b.example/lg.jpg\",\"thumbnailAccessURI\":\"https://museum.example/media/t1\","
        "\"caption\":\"Label\",\"Owner\":\"O\",\"WebStatement\":"
        "\"http://creativecommons.org/publicdomain/zero/1.0/\"},"
        "{\"accessURI\":\"https://b.example/2\",\"identifier\":"
        "\"https://museum.example/media/own.jpg\",\"type\":\"StillImage\"}]}",
        10);
    assert_int_equal(m.count, 2);
    assert_view(m.rows[0].address, "https://b.example/lg.jpg");
    assert_view(m.rows[0].thumbnail, "/media/t1");
    assert_view(m.rows[0].title, "Label");
    assert_view(m.rows[0].rights_holder, "O");
    assert_view(m.rows[0].licence, "CC0 1.0");
    assert_true(m.rows[1].own);
    assert_view(m.rows[1].address, "/media/own.jpg");
    assert_view(m.rows[1].thumbnail, "/media/own.jpg");
}

static void test_texts_hold_addresses(void **state)
{
    struct media m = read_media(*state,
                                "{\"associatedMedia\":\"https://a.example/1.jpg | "
                                "http://a.example/2.mp3; https://a.example/3.glb|none\"}",
                                10);
    assert_int_equal(m.count, 3);
    assert_int_equal(m.rows[0].kind, MEDIA_IMAGE);
    assert_int_equal(m.rows[1].kind, MEDIA_SOUND);
    assert_view(m.rows[1].address, "http://a.example/2.mp3");
    assert_int_equal(m.rows[2].kind, MEDIA_MODEL);
}

static void test_an_address_comes_once_and_described(void **state)
{
    struct media m = read_media(*state,
                                "{\"associatedMedia\":\"https://a.example/1\",\"multimedia\":["
                                "{\"identifier\":\"https://a.example/1\",\"title\":\"One\"},"
                                "{\"identifier\":\"https://a.example/1\"}]}",
                                10);
    assert_int_equal(m.count, 1);
    assert_view(m.rows[0].title, "One");
}

static void test_kinds(void **state)
{
    static const struct {
        const char *members;
        enum media_kind kind;
    } cases[] = {
        {"\"type\":\"Sound\"", MEDIA_SOUND},
        {"\"type\":\"http://purl.org/dc/dcmitype/MovingImage\"", MEDIA_FILM},
        {"\"type\":\"dcmitype:StillImage\"", MEDIA_IMAGE},
        {"\"type\":\"InteractiveResource\",\"format\":\"model/gltf-binary\"", MEDIA_MODEL},
        {"\"type\":\"PhysicalObject\"", MEDIA_OTHER},
        {"\"format\":\"audio/wav\"", MEDIA_SOUND},
        {"\"format\":\"application/pdf\"", MEDIA_DOCUMENT},
        {"\"title\":\"nothing said\"", MEDIA_OTHER},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        char json[300];
        snprintf(json, sizeof json, "{\"media\":[{\"identifier\":\"https://a.example/x\",%s}]}",
                 cases[i].members);
        struct media m = read_media(*state, json, 10);
        assert_int_equal(m.count, 1);
        assert_int_equal(m.rows[0].kind, cases[i].kind);
    }
}

// Only files of this host are shown, and no address runs.
static void test_addresses_that_are_none(void **state)
{
    static const char *const cases[] = {
        "javascript:alert(1)",
        "data:image/png;base64,AA",
        "//evil.example/x",
        "/media/",
        "/media/..",
        "/media/../search",
        "/media/a/b",
        "/media/%2e%2e",
        "/api/v1/scan",
        "https://",
        "https://a.example/a b",
        "https://a.example/\\\\x",
        "https://a.example/<x>",
        "file:///etc/passwd",
        "",
        "/media/a?b",
        "https:/a.example",
        "ftp://a.example/x",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        char json[200];
        snprintf(json, sizeof json, "{\"Image\":[{\"identifier\":\"%s\"}]}", cases[i]);
        assert_int_equal(read_media(*state, json, 10).total, 0);
    }
    struct media m = read_media(
        *state, "{\"media\":[{\"identifier\":\"https://museum.example.evil/media/a.png\"}]}", 10);
    assert_int_equal(m.count, 1);
    assert_false(m.rows[0].own);
}

static void test_no_more_than_asked(void **state)
{
    struct media m = read_media(*state,
                                "{\"media\":[\"https://a.example/1\",\"https://a.example/2\","
                                "\"https://a.example/3\"]}",
                                2);
    assert_int_equal(m.count, 2);
    assert_int_equal(m.total, 3);
    assert_int_equal(read_media(*state, "{}", 2).total, 0);
    assert_int_equal(read_media(*state, "{\"media\":null,\"images\":7,\"image\":{}}", 2).total, 0);
}

static void test_notices_and_sizes_are_read(void **state)
{
    struct media m = read_media(*state,
                                "{\"contentNotice\":\"Human remains\",\"associatedMedia\":["
                                "{\"identifier\":\"/media/ab12.jpg\",\"PixelXDimension\":\"1200\","
                                "\"PixelYDimension\":800},"
                                "{\"identifier\":\"/media/ab13.jpg\",\"contentNotice\":\"Sacred\","
                                "\"width\":\"a lot\",\"height\":99999999}]}",
                                10);
    assert_int_equal(m.count, 2);
    assert_int_equal(m.rows[0].width, 1200);
    assert_int_equal(m.rows[0].height, 800);
    assert_view(m.rows[0].notice, "Human remains");
    assert_view(m.rows[1].notice, "Sacred");
    assert_int_equal(m.rows[1].width, 0);
    assert_int_equal(m.rows[1].height, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_simple_multimedia_is_read_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_rule_d1_a_medium_without_licence_has_none, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_audiovisual_core_prefers_an_own_address, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_texts_hold_addresses, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_an_address_comes_once_and_described, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_kinds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_addresses_that_are_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_more_than_asked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_notices_and_sizes_are_read, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
