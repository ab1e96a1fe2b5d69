// SPDX-License-Identifier: Apache-2.0
// The hash of a file, of a folder, of several; errors; giving up.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/hash.h"
#include "formats/source_hash.h"
#include "portal/source_hashing.h"

static char folder[] = "/tmp/vitrine-test-hashing-XXXXXX";
static char first[PATH_SIZE];
static char second[PATH_SIZE];

static void write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fputs(text, file) >= 0, 1);
    assert_int_equal(fclose(file), 0);
}

static int set_up(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL || path_join(first, sizeof first, folder, "t.csv", NULL) != ST_OK ||
        path_join(second, sizeof second, folder, "u.csv", NULL) != ST_OK) {
        return 1;
    }
    write_text(first, "a,b\n1,2\n");
    write_text(second, "");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    return folder_remove(folder, NULL) == ST_OK ? 0 : 1;
}

static void hash_text(const void *bytes, size_t length, char out[65])
{
    struct sha256 hash;
    sha256_of(bytes, length, &hash);
    sha256_to_hex(&hash, out);
}

static void hash_paths(const char *const *paths, size_t count, char out[65])
{
    struct source_hashing *h = NULL;
    struct error e = {0};
    assert_int_equal(source_hashing_start(paths, count, &h, &e), ST_OK);
    assert_int_equal(source_hashing_finish(h, out, &e), ST_OK);
    source_hashing_destroy(h);
}

static void test_a_file_by_its_bytes(void **state)
{
    (void)state;
    char expected[65];
    char found[65];
    const char *const paths[] = {first};
    hash_text("a,b\n1,2\n", 8, expected);
    hash_paths(paths, 1, found);
    assert_string_equal(found, expected);
}

static void test_a_folder_by_names_sizes_and_bytes(void **state)
{
    (void)state;
    static const char bytes[] = "t.csv\0"
                                "8\0"
                                "a,b\n1,2\n"
                                "u.csv\0"
                                "0";
    char expected[65];
    char found[65];
    const char *const paths[] = {folder};
    hash_text(bytes, sizeof bytes, expected); // with the NUL behind the last size
    hash_paths(paths, 1, found);
    assert_string_equal(found, expected);
}

static void test_several_by_their_hashes(void **state)
{
    (void)state;
    char both[131];
    char expected[65];
    char found[65];
    const char *const paths[] = {second, first};
    hash_text("", 0, both);
    hash_text("a,b\n1,2\n", 8, both + 64);
    hash_text(both, 128, expected);
    hash_paths(paths, 2, found);
    assert_string_equal(found, expected);
}

static void test_a_missing_file_is_named(void **state)
{
    (void)state;
    struct source_hashing *h = NULL;
    struct error e = {0};
    char found[65];
    const char *const paths[] = {first, "/nowhere/file.csv"};
    assert_int_equal(source_hashing_start(paths, 2, &h, &e), ST_OK);
    assert_int_not_equal(source_hashing_finish(h, found, &e), ST_OK);
    assert_non_null(strstr(e.message, "/nowhere/file.csv"));
    source_hashing_destroy(h);
}

static void test_giving_up(void **state)
{
    (void)state;
    struct source_hashing *h = NULL;
    char found[65];
    atomic_bool stopped = true;
    const char *const paths[] = {first};
    assert_int_equal(source_hash(first, &stopped, found, NULL), ST_CANCELLED);
    assert_int_equal(source_hashing_start(paths, 1, &h, NULL), ST_OK);
    source_hashing_destroy(h); // waits for its thread, finished or not
    source_hashing_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file_by_its_bytes),
        cmocka_unit_test(test_a_folder_by_names_sizes_and_bytes),
        cmocka_unit_test(test_several_by_their_hashes),
        cmocka_unit_test(test_a_missing_file_is_named),
        cmocka_unit_test(test_giving_up),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
