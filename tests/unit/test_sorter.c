// SPDX-License-Identifier: Apache-2.0
// The sorter against the C library's sort over the same pairs, in memory and through files.
#include "base/file.h"
#include "base/sorter.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/vitrine-test-sorter-XXXXXX";

struct pair {
    char key[96];
    size_t key_length;
    size_t place; // in which it was added: the order of equal keys
};

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static int by_key_then_place(const void *left, const void *right)
{
    const struct pair *a = left;
    const struct pair *b = right;
    int order =
        sv_compare((string_view){a->key, a->key_length}, (string_view){b->key, b->key_length});
    return order != 0 ? order : (a->place > b->place) - (a->place < b->place);
}

// The kinds of keys that take different ways through the sort.
enum key_shape {
    SHAPE_RANDOM_BYTES, // zero bytes among them
    SHAPE_LONG_PREFIX,
    SHAPE_FEW_DISTINCT,
    SHAPE_ONLY_ZEROS, // differ in length alone
    SHAPE_DEEP,       // differ behind many shared bytes, in groups
    SHAPE_ASCENDING,
    SHAPE_DESCENDING,
};

static void make_key(enum key_shape shape, size_t i, size_t count, uint64_t *state,
                     struct pair *out)
{
    uint64_t r = next_random(state);
    switch (shape) {
    case SHAPE_RANDOM_BYTES:
        out->key_length = r % 24;
        for (size_t k = 0; k < out->key_length; k++) {
            uint64_t byte = next_random(state) % 300;
            out->key[k] = (char)(byte > 255 ? 0 : byte);
        }
        return;
    case SHAPE_ONLY_ZEROS:
        out->key_length = r % 40;
        memset(out->key, 0, out->key_length);
        return;
    case SHAPE_LONG_PREFIX:
        (void)snprintf(out->key, sizeof out->key, "https://museum.example/object/%u",
                       (unsigned)(r % count));
        break;
    case SHAPE_FEW_DISTINCT:
        (void)snprintf(out->key, sizeof out->key, "key %u", (unsigned)(r % 7));
        break;
    case SHAPE_DEEP:
        (void)snprintf(out->key, sizeof out->key, "%c%-40s%c%-30s%04u", "ab"[r % 2], "x",
                       "cd"[r / 2 % 2], "y", (unsigned)(r / 4 % 1000));
        break;
    case SHAPE_ASCENDING:
        (void)snprintf(out->key, sizeof out->key, "%08u", (unsigned)(i / 3));
        break;
    case SHAPE_DESCENDING:
        (void)snprintf(out->key, sizeof out->key, "%08u", (unsigned)(count - i));
        break;
    }
    out->key_length = strlen(out->key);
}

static size_t files_in_folder;

static status count_file(const char *name, void *argument)
{
    (void)name;
    (void)argument;
    files_in_folder++;
    return ST_OK;
}

static size_t count_files(void)
{
    struct error e = {0};
    files_in_folder = 0;
    assert_int_equal(folder_list(folder, count_file, NULL, &e), ST_OK);
    return files_in_folder;
}

// The payload of the pair in place i: its number, then filling of a length of its own.
static string_view payload_of(size_t place, size_t filling, char *space)
{
    memcpy(space, &place, sizeof place);
    size_t length = sizeof place + (filling == 0 ? 0 : place % filling);
    memset(space + sizeof place, (int)('a' + place % 26), length - sizeof place);
    return (string_view){space, length};
}

static void check_sort(enum key_shape shape, size_t count, size_t memory, size_t filling)
{
    struct error e = {0};
    struct sorter *s = NULL;
    struct pair *pairs = calloc(count + 1, sizeof *pairs);
    char *space = malloc(filling + sizeof(size_t));
    assert_non_null(pairs);
    assert_non_null(space);
    assert_int_equal(sorter_create(folder, memory, &s, &e), ST_OK);
    uint64_t state = 88172645463325252u + count;
    for (size_t i = 0; i < count; i++) {
        make_key(shape, i, count, &state, &pairs[i]);
        pairs[i].place = i;
        assert_int_equal(sorter_add(s, (string_view){pairs[i].key, pairs[i].key_length},
                                    payload_of(i, filling, space), &e),
                         ST_OK);
    }
    assert_int_equal(sorter_count(s), count);
    assert_int_equal(sorter_finish(s, &e), ST_OK);
    qsort(pairs, count, sizeof *pairs, by_key_then_place);
    string_view key;
    string_view payload;
    bool more = false;
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(sorter_next(s, &key, &payload, &more, &e), ST_OK);
        assert_true(more);
        assert_true(sv_equal(key, (string_view){pairs[i].key, pairs[i].key_length}));
        assert_true(sv_equal(payload, payload_of(pairs[i].place, filling, space)));
    }
    for (int again = 0; again < 2; again++) {
        assert_int_equal(sorter_next(s, &key, &payload, &more, &e), ST_OK);
        assert_false(more);
    }
    sorter_destroy(s);
    free(pairs);
    free(space);
    assert_int_equal(count_files(), 0);
}

static void test_orders_every_shape_of_key(void **unused)
{
    (void)unused;
    static const struct {
        size_t count;
        size_t memory;
        size_t filling;
    } sizes[] = {
        {0, 1 << 20, 0},       {1, 1 << 20, 10},    {2, 0, 10},
        {37, 1 << 20, 100},    {5000, 8 << 20, 40}, // in memory
        {5000, 128 << 10, 40}, {20000, 8 << 10, 9}, // a few runs; more than are merged at once
        {300, 4096, 9000},                          // records larger than the memory
    };
    for (int shape = SHAPE_RANDOM_BYTES; shape <= SHAPE_DESCENDING; shape++) {
        for (size_t i = 0; i < ARRAY_LENGTH(sizes); i++) {
            check_sort((enum key_shape)shape, sizes[i].count, sizes[i].memory, sizes[i].filling);
        }
    }
}

static void test_writes_nothing_when_all_fits(void **unused)
{
    (void)unused;
    struct error e = {0};
    struct sorter *s = NULL;
    assert_int_equal(sorter_create("/nonexistent", 16 << 20, &s, &e), ST_OK);
    for (int i = 0; i < 1000; i++) {
        char key[16];
        (void)snprintf(key, sizeof key, "%d", 1000 - i);
        assert_int_equal(sorter_add(s, sv_from(key), SV("payload"), &e), ST_OK);
    }
    assert_int_equal(sorter_finish(s, &e), ST_OK);
    sorter_destroy(s);
}

static void test_sorted_input_makes_one_run(void **unused)
{
    (void)unused;
    struct error e = {0};
    struct sorter *s = NULL;
    assert_int_equal(sorter_create(folder, 16 << 10, &s, &e), ST_OK);
    for (int i = 0; i < 5000; i++) {
        char key[16];
        (void)snprintf(key, sizeof key, "%08d", i);
        assert_int_equal(sorter_add(s, sv_from(key), SV("payload of some length"), &e), ST_OK);
    }
    assert_int_equal(count_files(), 1);
    sorter_destroy(s); // before finishing: nothing stays behind
    assert_int_equal(count_files(), 0);
}

static void test_a_failing_disk_is_an_error(void **unused)
{
    (void)unused;
    for (long n = 1; n <= 3; n++) {
        struct error e = {0};
        struct sorter *s = NULL;
        assert_int_equal(sorter_create(folder, 64 << 10, &s, &e), ST_OK);
        char payload[2000];
        memset(payload, 'p', sizeof payload);
        file_inject_fault(n, ENOSPC);
        status result = ST_OK;
        uint64_t state = 7;
        for (int i = 0; i < 4000 && result == ST_OK; i++) {
            char key[24];
            (void)snprintf(key, sizeof key, "%016lx", (unsigned long)next_random(&state));
            result = sorter_add(s, sv_from(key), (string_view){payload, sizeof payload}, &e);
        }
        if (result == ST_OK) {
            result = sorter_finish(s, &e);
        }
        file_inject_fault(0, 0);
        assert_int_equal(result, ST_IO);
        assert_non_null(strstr(e.message, "cannot write"));
        sorter_destroy(s);
        assert_int_equal(count_files(), 0);
    }
}

static int make_folder(void **unused)
{
    (void)unused;
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int remove_folder(void **unused)
{
    (void)unused;
    struct error e = {0};
    return folder_remove(folder, &e) == ST_OK ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_orders_every_shape_of_key),
        cmocka_unit_test(test_writes_nothing_when_all_fits),
        cmocka_unit_test(test_sorted_input_makes_one_run),
        cmocka_unit_test(test_a_failing_disk_is_an_error),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
