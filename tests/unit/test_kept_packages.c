// SPDX-License-Identifier: Apache-2.0
// Kept packages: nothing half under a name, room for the newest, one writer of each, nothing of
// what was erased (rule F5).
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "portal/kept_packages.h"

#define MIB               ((uint64_t)1 << 20)
#define assert_ok(result) assert_int_equal((result), ST_OK)

static char folder[64];

static struct kept_packages *open_with(uint64_t all, uint64_t each)
{
    struct kept_packages *k = NULL;
    const struct kept_limits limits = {all, each};
    assert_ok(kept_open(folder, &limits, &k, NULL));
    return k;
}

static struct sha256 named(const char *name)
{
    struct sha256 hash;
    sha256_of(name, strlen(name), &hash);
    return hash;
}

static void fill(struct kept_writer *w, char byte, size_t length)
{
    char block[1000];
    memset(block, byte, sizeof block);
    for (size_t at = 0; at < length; at += sizeof block) {
        string_view part = {block, MIN(sizeof block, length - at)};
        assert_ok(kept_write(w, part, NULL));
    }
}

static void put(struct kept_packages *k, const char *name, size_t length)
{
    struct sha256 hash = named(name);
    struct kept_writer *w = NULL;
    assert_ok(kept_begin(k, &hash, &w, NULL));
    fill(w, name[0], length);
    assert_ok(kept_finish(w, NULL, NULL, NULL));
}

// The length of what is kept; -1 for nothing.
static long find(struct kept_packages *k, const char *name)
{
    struct sha256 hash = named(name);
    struct kept_package found;
    struct error e = {0};
    if (kept_find(k, &hash, &found, &e) != ST_OK) {
        return -1;
    }
    struct sha256 real;
    sha256_of(found.bytes.bytes, found.bytes.length, &real);
    assert_true(sha256_equal(&real, &found.hash));
    for (size_t i = 0; i < found.bytes.length; i++) {
        assert_int_equal(found.bytes.bytes[i], name[0]);
    }
    long length = (long)found.bytes.length;
    file_unmap(&found.file);
    return length;
}

// So long before now was it used.
static void age(struct kept_packages *k, const char *name, long seconds)
{
    struct sha256 hash = named(name);
    kept_hold(k, &hash, clock_now() - 1000 * seconds);
}

static void test_lengths_around_a_chunk(void **state)
{
    (void)state;
    static const size_t lengths[] = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20};
    struct kept_packages *k = open_with(100 * MIB, 100 * MIB);
    char name[2] = "a";
    for (size_t i = 0; i < ARRAY_LENGTH(lengths); i++, name[0]++) {
        put(k, name, lengths[i]);
        assert_int_equal(find(k, name), lengths[i]);
    }
    kept_close(k);
    k = open_with(100 * MIB, 100 * MIB); // checked anew
    assert_int_equal(find(k, "f"), 3 << 20);
    assert_int_equal(find(k, "z"), -1);
    kept_close(k);
}

static void test_what_was_used_longest_ago_goes_first(void **state)
{
    (void)state;
    struct kept_packages *k = open_with(4 * MIB, 4 * MIB);
    put(k, "a", MIB);
    put(k, "b", MIB);
    put(k, "c", MIB);
    age(k, "a", 30);
    age(k, "b", 20);
    age(k, "c", 10);
    assert_int_equal(find(k, "a"), MIB); // a use
    put(k, "d", 2 * MIB + 4096);
    assert_int_equal(find(k, "b"), -1);
    assert_int_equal(find(k, "c"), -1);
    assert_int_equal(find(k, "a"), MIB);
    age(k, "a", -3600); // held
    age(k, "d", 5);
    put(k, "e", 2 * MIB);
    assert_int_equal(find(k, "d"), -1);
    assert_int_equal(find(k, "a"), MIB);
    kept_close(k);
}

static void test_what_is_too_large_is_given_up(void **state)
{
    (void)state;
    struct kept_packages *k = open_with(4 * MIB, MIB);
    struct sha256 hash = named("a");
    struct kept_writer *w = NULL;
    char block[4096] = {0};
    assert_ok(kept_begin(k, &hash, &w, NULL));
    status result = ST_OK;
    for (size_t i = 0; i < 1000 && result == ST_OK; i++) {
        result = kept_write(w, (string_view){block, sizeof block}, NULL);
    }
    assert_int_equal(result, ST_TOO_LARGE);
    kept_abandon(w);
    assert_int_equal(find(k, "a"), -1);
    put(k, "a", 100); // nothing of it is in the way
    kept_close(k);
    k = open_with(0, MIB);
    assert_int_equal(kept_begin(k, &hash, &w, NULL), ST_TOO_LARGE);
    kept_close(k);
}

static void test_one_writes_at_a_time(void **state)
{
    (void)state;
    struct kept_packages *k = open_with(4 * MIB, 4 * MIB);
    struct sha256 hash = named("a");
    struct kept_writer *one = NULL;
    struct kept_writer *other = NULL;
    assert_ok(kept_begin(k, &hash, &one, NULL));
    assert_int_equal(kept_begin(k, &hash, &other, NULL), ST_CONFLICT);
    struct kept_packages *elsewhere = open_with(4 * MIB, 4 * MIB); // takes no file of a writer's
    assert_int_equal(kept_begin(elsewhere, &hash, &other, NULL), ST_CONFLICT);
    fill(one, 'a', 5000);
    assert_int_equal(find(elsewhere, "a"), -1);
    assert_ok(kept_finish(one, NULL, NULL, NULL));
    assert_int_equal(find(elsewhere, "a"), 5000);
    assert_int_equal(kept_begin(k, &hash, &other, NULL), ST_UNCHANGED);
    kept_close(elsewhere);
    kept_close(k);
}

static bool never(void *argument)
{
    (void)argument;
    return false;
}

static void test_rule_f5_nothing_comes_back_after_an_erasure(void **state)
{
    (void)state;
    struct kept_packages *k = open_with(4 * MIB, 4 * MIB);
    struct sha256 a = named("a");
    struct sha256 b = named("b");
    struct kept_writer *w = NULL;
    struct kept_writer *stale = NULL;
    put(k, "c", 10);
    assert_ok(kept_begin(k, &a, &w, NULL));
    fill(w, 'a', 5000);
    assert_ok(kept_clear(folder, NULL));
    assert_int_equal(find(k, "c"), -1);
    assert_int_equal(kept_finish(w, NULL, NULL, NULL), ST_CONFLICT); // its file was removed
    assert_int_equal(find(k, "a"), -1);
    assert_ok(kept_begin(k, &b, &stale, NULL));
    assert_int_equal(kept_finish(stale, never, NULL, NULL), ST_CONFLICT);
    assert_int_equal(find(k, "b"), -1);
    kept_close(k);
}

static void test_lengths_are_remembered(void **state)
{
    (void)state;
    struct kept_packages *k = open_with(MIB, MIB);
    struct sha256 a = named("a");
    uint64_t length = 0;
    assert_false(kept_length(k, &a, &length));
    kept_note_length(k, &a, 42);
    assert_true(kept_length(k, &a, &length));
    assert_int_equal(length, 42);
    kept_close(k);
}

static int make_folder(void **state)
{
    (void)state;
    (void)snprintf(folder, sizeof folder, "/tmp/vitrine-kept-XXXXXX");
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int remove_folder(void **state)
{
    (void)state;
    return folder_remove(folder, NULL) == ST_OK ? 0 : -1;
}

#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(test_lengths_around_a_chunk),
        IN_A_FOLDER(test_what_was_used_longest_ago_goes_first),
        IN_A_FOLDER(test_what_is_too_large_is_given_up),
        IN_A_FOLDER(test_one_writes_at_a_time),
        IN_A_FOLDER(test_rule_f5_nothing_comes_back_after_an_erasure),
        IN_A_FOLDER(test_lengths_are_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
