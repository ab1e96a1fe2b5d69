// SPDX-License-Identifier: Apache-2.0
// Arenas: zeroed and aligned memory, limits, clean-ups in reverse order.
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void test_memory_is_zeroed_aligned_and_apart(void **unused)
{
    (void)unused;
    struct arena a;
    arena_init(&a, 0);
    unsigned char *before = NULL;
    size_t before_size = 0;
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *memory = arena_alloc(&a, size);
        assert_non_null(memory);
        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            assert_int_equal(memory[i], 0);
        }
        memset(memory, 0xee, size);
        for (size_t i = 0; i < before_size; i++) {
            assert_int_equal(before[i], 0xee);
        }
        before = memory;
        before_size = size;
    }
    arena_release(&a);
    assert_int_equal(a.used, 0);
    assert_non_null(arena_alloc(&a, 10)); // usable again
    arena_release(&a);
}

static void test_large_pieces_leave_the_small_block_in_use(void **unused)
{
    (void)unused;
    struct arena a;
    arena_init(&a, 0);
    char *first = arena_alloc(&a, 16);
    char *large = arena_alloc(&a, (size_t)4 << 20);
    char *second = arena_alloc(&a, 16);
    assert_non_null(large);
    large[((size_t)4 << 20) - 1] = 'x';
    assert_ptr_equal(second, first + 16);
    arena_release(&a);
}

static void test_limit_and_overflow(void **unused)
{
    (void)unused;
    struct arena a;
    arena_init(&a, 1000);
    assert_null(arena_alloc(&a, 1001));
    assert_non_null(arena_alloc(&a, 900));
    assert_null(arena_alloc(&a, 200));
    assert_non_null(arena_alloc(&a, 50));
    assert_null(arena_alloc(&a, SIZE_MAX));
    assert_null(arena_alloc_array(&a, SIZE_MAX / 2, 3));
    assert_null(arena_copy(&a, (string_view){"x", SIZE_MAX}).bytes);
    arena_release(&a);
}

static void test_copies_and_prints_end_with_nul(void **unused)
{
    (void)unused;
    struct arena a;
    arena_init(&a, 0);
    string_view copy = arena_copy(&a, SV("ab\0cd"));
    assert_int_equal(copy.length, 5);
    assert_memory_equal(copy.bytes, "ab\0cd", 6);
    assert_string_equal(arena_copy(&a, (string_view){NULL, 0}).bytes, "");
    string_view printed = arena_print(&a, "%s-%d", "row", 7);
    assert_string_equal(printed.bytes, "row-7");
    assert_int_equal(printed.length, 5);
    for (int width = 126; width <= 130; width++) { // around what is printed in one go
        printed = arena_print(&a, "%*d", width, 7);
        assert_int_equal(printed.length, width);
        assert_int_equal(strlen(printed.bytes), width);
        assert_int_equal(printed.bytes[width - 1], '7');
    }
    arena_release(&a);
    arena_init(&a, 4);
    assert_int_equal(arena_print(&a, "%s", "too long for it").length, 0);
    arena_release(&a);
}

struct trace {
    struct arena *arena;
    char text[8];
    size_t length;
};

static void note_one(void *argument)
{
    struct trace *t = argument;
    t->text[t->length++] = '1';
}

static void note_two_and_defer(void *argument)
{
    struct trace *t = argument;
    t->text[t->length++] = '2';
    assert_int_equal(arena_defer(t->arena, note_one, t), ST_OK);
}

static void test_cleanups_run_last_in_first_out(void **unused)
{
    (void)unused;
    struct arena a;
    struct trace t = {.arena = &a};
    arena_init(&a, 0);
    assert_int_equal(arena_defer(&a, note_one, &t), ST_OK);
    assert_int_equal(arena_defer(&a, note_two_and_defer, &t), ST_OK);
    arena_release(&a);
    assert_memory_equal(t.text, "211", 3);
    assert_int_equal(t.length, 3);
    arena_init(&a, 1);
    assert_int_equal(arena_defer(&a, note_one, &t), ST_NO_MEMORY); // and runs at once
    assert_int_equal(t.length, 4);
    arena_release(&a);
    assert_int_equal(t.length, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory_is_zeroed_aligned_and_apart),
        cmocka_unit_test(test_large_pieces_leave_the_small_block_in_use),
        cmocka_unit_test(test_limit_and_overflow),
        cmocka_unit_test(test_copies_and_prints_end_with_nul),
        cmocka_unit_test(test_cleanups_run_last_in_first_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
