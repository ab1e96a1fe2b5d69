// SPDX-License-Identifier: Apache-2.0
// Media files of the data folder.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "portal/media.h"

struct media_fixture {
    char folder[64];
    struct portal portal; // only its folder is asked for
    struct error error;
};

static int set_up(void **state)
{
    struct media_fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    (void)snprintf(f->folder, sizeof f->folder, "/tmp/vitrine-media-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    (void)snprintf(f->portal.folder, sizeof f->portal.folder, "%s", f->folder);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct media_fixture *f = *state;
    assert_int_equal(folder_remove(f->folder, &f->error), ST_OK);
    free(f);
    return 0;
}

static status add(struct media_fixture *f, const char *file, const char *content,
                  char name[MEDIA_NAME_SIZE])
{
    char folder[PATH_SIZE];
    char path[PATH_SIZE];
    assert_int_equal(path_join(folder, sizeof folder, f->folder, "source", NULL), ST_OK);
    assert_int_equal(folder_make(folder, &f->error), ST_OK);
    assert_int_equal(path_join(path, sizeof path, folder, file, NULL), ST_OK);
    assert_int_equal(file_replace(path, content, strlen(content), &f->error), ST_OK);
    struct medium_file added;
    status result = portal_add_medium(&f->portal, path, &added, &f->error);
    if (result == ST_OK) {
        assert_int_equal(added.bytes, strlen(content));
        memcpy(name, added.name, MEDIA_NAME_SIZE);
    }
    return result;
}

static void test_files_are_named_by_their_content(void **state)
{
    struct media_fixture *f = *state;
    struct mapped_file file;
    char name[MEDIA_NAME_SIZE];
    char again[MEDIA_NAME_SIZE];
    assert_int_equal(add(f, "A plate.SVG", "abc", name), ST_OK);
    // FIPS 180-4's example.
    assert_string_equal(name,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.svg");
    assert_int_equal(add(f, "other.svg", "abc", again), ST_OK);
    assert_string_equal(name, again);
    assert_int_equal(portal_map_medium(&f->portal, sv_from(name), &file, &f->error), ST_OK);
    assert_int_equal(file.length, 3);
    assert_memory_equal(file.bytes, "abc", 3);
    file_unmap(&file);
}

static void test_only_media_are_taken(void **state)
{
    struct media_fixture *f = *state;
    char name[MEDIA_NAME_SIZE];
    assert_int_equal(add(f, "page.html", "<script>", name), ST_BAD_DATA);
    assert_int_equal(add(f, "svg", "abc", name), ST_BAD_DATA);
    assert_int_equal(add(f, "empty.png", "", name), ST_BAD_DATA);
    struct medium_file none;
    assert_int_equal(portal_add_medium(&f->portal, "/nowhere/x.png", &none, &f->error),
                     ST_BAD_DATA);
    assert_int_equal(portal_add_media_folder(&f->portal, "/nowhere", &f->error), ST_BAD_DATA);
}

static void test_no_name_leads_out_of_the_folder(void **state)
{
    static const char digits[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    static const char *const ends[] = {"", ".", ".html", ".SVG", ".svg/..", "/x.svg", ".svg.svg"};
    struct media_fixture *f = *state;
    struct mapped_file file;
    char name[200];
    for (size_t i = 0; i < ARRAY_LENGTH(ends); i++) {
        (void)snprintf(name, sizeof name, "%s%s", digits, ends[i]);
        assert_int_equal(portal_map_medium(&f->portal, sv_from(name), &file, &f->error),
                         ST_NOT_FOUND);
    }
    assert_int_equal(portal_map_medium(&f->portal, SV("../../etc/passwd"), &file, &f->error),
                     ST_NOT_FOUND);
    (void)snprintf(name, sizeof name, "../%.61s.svg", digits);
    assert_int_equal(portal_map_medium(&f->portal, sv_from(name), &file, &f->error), ST_NOT_FOUND);
    (void)snprintf(name, sizeof name, "%s.svg", digits);
    assert_int_equal(portal_map_medium(&f->portal, sv_from(name), &file, &f->error), ST_NOT_FOUND);
}

static void test_types(void **state)
{
    (void)state;
    assert_string_equal(media_type_of(SV("a.JPG")), "image/jpeg");
    assert_string_equal(media_type_of(SV("a.b.wav")), "audio/wav");
    assert_string_equal(media_type_of(SV("x.glb")), "model/gltf-binary");
    assert_null(media_type_of(SV("x.js")));
    assert_null(media_type_of(SV("png")));
    assert_null(media_type_of(SV("a.png/x")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_files_are_named_by_their_content, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_only_media_are_taken, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_name_leads_out_of_the_folder, set_up, tear_down),
        cmocka_unit_test(test_types),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
