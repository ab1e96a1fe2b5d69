// SPDX-License-Identifier: Apache-2.0
// Buffers, growing arrays and errors as values.
#include "base/array.h"
#include "base/buffer.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void test_appends(void **unused)
{
    (void)unused;
    struct buffer b;
    struct error e = {0};
    buffer_init(&b, 1 << 20);
    assert_string_equal(buffer_view(&b).bytes, "");
    buffer_append(&b, NULL, 0);
    buffer_append_view(&b, SV("id "));
    buffer_append_int(&b, INT64_MIN);
    buffer_append_byte(&b, ' ');
    buffer_append_int(&b, -7);
    buffer_append_byte(&b, ' ');
    buffer_append_int(&b, 0);
    buffer_append_byte(&b, ' ');
    buffer_append_uint(&b, UINT64_MAX);
    buffer_print(&b, " %s=%03d", "n", 5);
    assert_int_equal(buffer_check(&b, "text", &e), ST_OK);
    string_view expected = SV("id -9223372036854775808 -7 0 18446744073709551615 n=005");
    assert_true(sv_equal(buffer_view(&b), expected));
    for (int i = 0; i < 100000; i++) {
        buffer_append_view(&b, SV("0123456"));
    }
    assert_int_equal(b.length, expected.length + 700000);
    assert_memory_equal(b.bytes + b.length - 7, "0123456", 7);
    buffer_release(&b);
    assert_null(b.bytes);
    buffer_append_byte(&b, 'x'); // usable again, with the same ceiling
    assert_int_equal(b.length, 1);
    buffer_release(&b);
}

static void test_past_the_ceiling_it_stays_failed(void **unused)
{
    (void)unused;
    struct buffer b;
    struct error e = {0};
    buffer_init(&b, 10);
    buffer_append_view(&b, SV("12345678"));
    buffer_append_view(&b, SV("abc"));
    assert_true(b.failed);
    buffer_append_byte(&b, 'x');
    assert_true(sv_equal(buffer_view(&b), SV("12345678")));
    assert_int_equal(buffer_check(&b, "the note", &e), ST_TOO_LARGE);
    assert_string_equal(e.message, "the note is larger than 10 bytes");
    buffer_clear(&b);
    buffer_append_view(&b, SV("1234567890"));
    assert_false(b.failed);
    assert_int_equal(b.length, 10);
    assert_false(buffer_reserve(&b, SIZE_MAX));
    buffer_release(&b);
}

// The sanitizers' allocators end the program where malloc returns NULL, unless told otherwise.
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

const char *__tsan_default_options(void);
const char *__tsan_default_options(void)
{
    return "allocator_may_return_null=1";
}

static void test_no_memory_is_told_apart(void **unused)
{
    (void)unused;
    struct buffer b;
    struct error e = {0};
    buffer_init(&b, SIZE_MAX);
    assert_false(buffer_reserve(&b, (size_t)PTRDIFF_MAX + 1));
    assert_int_equal(buffer_check(&b, "the map", &e), ST_NO_MEMORY);
    assert_string_equal(e.message, "no memory for the map");
    buffer_release(&b);
}

static void test_arrays_grow_up_to_their_most(void **unused)
{
    (void)unused;
    uint32_t *items = NULL;
    size_t capacity = 0;
    size_t count = 0;
    while (ARRAY_RESERVE(items, capacity, count, 1000)) {
        items[count] = (uint32_t)count;
        count++;
    }
    assert_int_equal(count, 1000);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(items[i], i);
    }
    assert_false(array_reserve(&items, &capacity, count, SIZE_MAX / 4, SIZE_MAX));
    free(items);
}

static void test_the_first_error_wins(void **unused)
{
    (void)unused;
    struct error e = {0};
    error_prefix(&e, "ignored");
    assert_string_equal(e.message, "");
    assert_int_equal(error_set_field(&e, ST_INVALID, "limit", "%d is below 0", -1), ST_INVALID);
    assert_int_equal(error_set(&e, ST_IO, "later"), ST_IO);
    assert_int_equal(e.code, ST_INVALID);
    assert_string_equal(e.field, "limit");
    error_prefix(&e, "line %d", 3);
    assert_string_equal(e.message, "line 3: -1 is below 0");
    error_clear(&e);
    errno = ENOENT;
    assert_int_equal(error_set_errno(&e, "cannot open %s", "x"), ST_IO);
    assert_string_equal(e.message, "cannot open x: No such file or directory");
    error_clear(&e);
    errno = ENOMEM;
    assert_int_equal(error_set_errno(&e, "cannot map"), ST_NO_MEMORY);
    assert_int_equal(error_set(NULL, ST_GONE, "nobody listens"), ST_GONE);
    error_prefix(NULL, "nor here");
    error_clear(NULL);
}

static void test_long_messages_end_with_a_whole_character(void **unused)
{
    (void)unused;
    for (size_t filling = ERROR_MESSAGE_SIZE - 10; filling < ERROR_MESSAGE_SIZE; filling++) {
        struct error e = {0};
        char text[ERROR_MESSAGE_SIZE + 1];
        memset(text, 'a', filling);
        text[filling] = '\0';
        (void)error_set(&e, ST_INVALID, "%s\u00e9\u6807\U0001f98b\u00e9", text);
        size_t length = strlen(e.message);
        assert_true(length < ERROR_MESSAGE_SIZE && length + 4 >= ERROR_MESSAGE_SIZE);
        string_view rest = {e.message + MIN(filling, length), length - MIN(filling, length)};
        string_view all = SV("\u00e9\u6807\U0001f98b\u00e9");
        assert_true(sv_starts_with(all, rest));
        bool whole = rest.length == 0 || rest.length == 2 || rest.length == 5 || rest.length == 9;
        assert_true(whole);
    }
}

static void test_every_status_has_a_text(void **unused)
{
    (void)unused;
    assert_string_equal(status_text(ST_OK), "ok");
    assert_string_equal(status_text(ST_INTERNAL), "internal error");
    assert_string_equal(status_text((status)1000), "unknown status");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_appends),
        cmocka_unit_test(test_past_the_ceiling_it_stays_failed),
        cmocka_unit_test(test_no_memory_is_told_apart),
        cmocka_unit_test(test_arrays_grow_up_to_their_most),
        cmocka_unit_test(test_the_first_error_wins),
        cmocka_unit_test(test_long_messages_end_with_a_whole_character),
        cmocka_unit_test(test_every_status_has_a_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
