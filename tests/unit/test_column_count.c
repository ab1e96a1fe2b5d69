// SPDX-License-Identifier: Apache-2.0
// Counting passes over cells of every width, in windows that begin and end anywhere, against a look
// at each cell.
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "query/count_pass.h"
#include "store/column_count.h"

#define ELEMENTS   ((size_t)40000)
#define MOST_VALUE 3000u

static uint64_t seed = 88172645463325252u;

static uint32_t random_below(uint32_t bound)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 20) % bound;
}

struct window {
    struct column column;
    uint32_t most;
    unsigned char cells[4 * ELEMENTS + 8];
};

static void fill_window(struct window *w, uint32_t width, uint64_t first, uint64_t count)
{
    memset(w, 0, sizeof *w);
    w->column = (struct column){.first = first, .count = count, .width = width, .cells = w->cells};
    w->most = width >= 12 ? MOST_VALUE : (1u << width) - 1;
    w->column.constant = width == 0 ? w->most : 0;
    if (width == 0 && random_below(2) == 0) {
        w->most = (uint32_t)count;
        w->column.constant = 1;
        w->column.step = 1;
    }
    for (uint64_t i = 0; i < count; i++) {
        uint32_t cell = random_below(w->most + 1);
        for (uint32_t bit = 0; bit < width; bit++) {
            uint64_t at = i * width + bit;
            w->cells[at / 8] |= (unsigned char)((cell >> bit & 1) << at % 8);
        }
    }
}

// Blocks of rows that are all there, none of them, and some.
static void fill_rows(struct bitset *rows)
{
    for (size_t from = 0; from < ELEMENTS; from += 500) {
        size_t end = MIN(from + 500, ELEMENTS);
        uint32_t kind = random_below(4);
        for (size_t i = from; i < end; i++) {
            if (kind == 0 || (kind < 3 && random_below(5) == 0)) {
                bitset_set(rows, i);
            }
        }
    }
    bitset_set_range(rows, 0, ELEMENTS / 2 * random_below(2));
}

static void check_counts(const struct window *w, const struct bitset *rows, size_t from, size_t end)
{
    struct error e = {0};
    size_t room = column_count_room(&w->column, w->most);
    uint32_t *counts = calloc(room, sizeof *counts);
    uint32_t *expected = calloc(room, sizeof *expected);
    assert_non_null(counts);
    assert_non_null(expected);
    for (size_t i = from; i < end; i++) {
        if (bitset_test(rows, i)) {
            expected[column_get(&w->column, i)]++;
        }
    }
    struct count_target target = {w->column, w->most, counts};
    assert_int_equal(count_pass(rows, from, end, &target, 1, NULL, &e), ST_OK);
    assert_memory_equal(counts, expected, room * sizeof *counts);
    free(counts);
    free(expected);
}

static void test_passes_agree_with_a_look_at_each_cell(void **state)
{
    (void)state;
    static const uint32_t widths[] = {0, 1, 2, 4, 8, 16, 24, 32};
    struct error e = {0};
    struct window *w = malloc(sizeof *w);
    assert_non_null(w);
    for (size_t i = 0; i < 20 * ARRAY_LENGTH(widths); i++) {
        uint64_t first = random_below(3) * random_below(20000);
        uint64_t count = i % 3 == 0 ? ELEMENTS - first : random_below((uint32_t)(ELEMENTS - first));
        fill_window(w, widths[i % ARRAY_LENGTH(widths)], first, count);
        struct bitset rows;
        assert_int_equal(bitset_init(&rows, ELEMENTS, &e), ST_OK);
        fill_rows(&rows);
        check_counts(w, &rows, 0, ELEMENTS);
        check_counts(w, &rows, 64 * (size_t)random_below(100), ELEMENTS - random_below(9000));
        bitset_release(&rows);
    }
    free(w);
}

static void test_a_cell_beyond_the_dictionary_is_told(void **state)
{
    (void)state;
    static const uint32_t widths[] = {4, 8, 16, 24, 32};
    struct error e = {0};
    struct window *w = malloc(sizeof *w);
    struct bitset rows;
    assert_non_null(w);
    assert_int_equal(bitset_init(&rows, ELEMENTS, &e), ST_OK);
    bitset_set_range(&rows, 0, ELEMENTS);
    for (size_t i = 0; i < ARRAY_LENGTH(widths); i++) {
        fill_window(w, widths[i], 0, ELEMENTS);
        uint32_t *counts = calloc(column_count_room(&w->column, 9), sizeof *counts);
        assert_non_null(counts);
        struct count_target target = {w->column, 9, counts};
        assert_int_equal(count_pass(&rows, 0, ELEMENTS, &target, 1, NULL, &e), ST_CORRUPT);
        error_clear(&e);
        free(counts);
    }
    bitset_release(&rows);
    free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_passes_agree_with_a_look_at_each_cell),
        cmocka_unit_test(test_a_cell_beyond_the_dictionary_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
