// SPDX-License-Identifier: Apache-2.0
// Passes over cells of every width, in windows that begin and end anywhere, against a look at each
// cell.
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/column_scan.h"

#define MOST_CELLS 1200u
#define ELEMENTS   (MOST_CELLS + 400u)

static uint64_t seed = 88172645463325252u;

static uint32_t random_below(uint32_t bound)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (uint32_t)(seed >> 20) % bound;
}

// Cells are few different numbers, the least and greatest of the width among them.
static uint32_t random_cell(uint32_t width)
{
    uint32_t most = width == 32 ? UINT32_MAX : (1u << width) - 1;
    switch (random_below(4)) {
    case 0:
        return 0;
    case 1:
        return most;
    default:
        return MIN(random_below(20), most);
    }
}

struct window {
    struct column column;
    unsigned char cells[4 * MOST_CELLS + 8];
};

static void fill_window(struct window *w, uint32_t width, uint64_t first, uint64_t count)
{
    memset(w, 0, sizeof *w);
    w->column = (struct column){.first = first, .count = count, .width = width, .cells = w->cells};
    w->column.step = width == 0 ? random_below(2) : 0;
    w->column.constant = width == 0 ? random_below(3) + w->column.step : 0;
    for (uint64_t i = 0; i < count; i++) {
        uint32_t cell = random_cell(MAX(width, 1u));
        for (uint32_t bit = 0; bit < width; bit++) {
            uint64_t at = i * width + bit;
            w->cells[at / 8] |= (unsigned char)((cell >> bit & 1) << at % 8);
        }
    }
}

static void check_scan(const struct column *c, uint32_t first, uint32_t last)
{
    struct error e = {0};
    struct bitset found;
    assert_int_equal(bitset_init(&found, ELEMENTS, &e), ST_OK);
    bitset_set(&found, 7); // what is there stays
    column_scan(c, first, last - first, &found);
    for (uint32_t i = 0; i < ELEMENTS; i++) {
        uint32_t cell = column_get(c, i);
        if (bitset_test(&found, i) != (i == 7 || (cell >= first && cell <= last))) {
            fail_msg("width %u, window %llu + %llu, %u to %u, element %u: cell %u", c->width,
                     (unsigned long long)c->first, (unsigned long long)c->count, first, last, i,
                     cell);
        }
    }
    bitset_release(&found);
}

static bool has_cells(const struct column *c, uint64_t first, uint64_t end)
{
    for (uint64_t i = first; i < end; i++) {
        if (column_get(c, i) != 0) {
            return true;
        }
    }
    return false;
}

static const uint32_t widths[] = {0, 1, 2, 4, 8, 16, 24, 32};

static void test_scans_agree_with_a_look_at_each_cell(void **state)
{
    (void)state;
    static const struct {
        uint32_t first;
        uint32_t last;
    } ranges[] = {
        {1, 1},     {2, 2},     {3, 9},         {1, UINT32_MAX}, {15, 15},
        {255, 255}, {255, 300}, {65535, 65535}, {1000, 70000},   {UINT32_MAX, UINT32_MAX}};
    static const uint32_t firsts[] = {0, 1, 7, 8, 63, 64, 65, 100, 256};
    static const uint32_t counts[] = {0, 1, 63, 64, 65, 127, 128, 129, 500, MOST_CELLS};
    struct window *w = malloc(sizeof *w);
    assert_non_null(w);
    for (size_t i = 0; i < ARRAY_LENGTH(widths) * ARRAY_LENGTH(firsts) * ARRAY_LENGTH(counts);
         i++) {
        uint32_t width = widths[i % ARRAY_LENGTH(widths)];
        uint32_t first = firsts[i / ARRAY_LENGTH(widths) % ARRAY_LENGTH(firsts)];
        uint32_t count = counts[i / ARRAY_LENGTH(widths) / ARRAY_LENGTH(firsts)];
        fill_window(w, width, first, count);
        for (size_t k = 0; k < ARRAY_LENGTH(ranges); k++) {
            check_scan(&w->column, ranges[k].first, ranges[k].last);
        }
    }
    free(w);
}

static void test_cells_are_found_wherever_they_stand(void **state)
{
    (void)state;
    struct window *w = malloc(sizeof *w);
    assert_non_null(w);
    for (size_t i = 0; i < ARRAY_LENGTH(widths); i++) {
        fill_window(w, widths[i], 13, 300);
        for (uint32_t turn = 0; turn < 2000; turn++) {
            if (turn % 2 == 0 && widths[i] > 0) { // nothing, or a single cell
                memset(w->cells, 0, sizeof w->cells);
                uint32_t at = random_below(300) * widths[i];
                w->cells[at / 8] |= (unsigned char)((turn / 2 % 3 > 0) << at % 8);
            }
            uint64_t first = random_below(330);
            uint64_t end = first + random_below(40) * (turn % 3 + 1);
            assert_int_equal(column_has_cells(&w->column, first, end),
                             has_cells(&w->column, first, end));
        }
    }
    free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scans_agree_with_a_look_at_each_cell),
        cmocka_unit_test(test_cells_are_found_wherever_they_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
