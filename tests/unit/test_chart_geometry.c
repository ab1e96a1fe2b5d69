// SPDX-License-Identifier: Apache-2.0
// Axes, treemaps, ramps and widths of texts, with awkward numbers.

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/pages/chart_scale.h"
#include "api/pages/chart_text.h"
#include "support/views.h"

// ---- axes ------------------------------------------------------------------------------------

static void test_axes_have_round_steps(void **state)
{
    (void)state;
    static const struct {
        double most;
        size_t steps;
        bool whole;
        double high, step;
    } cases[] = {
        {0, 4, true, 1, 1},
        {1, 4, true, 1, 1},
        {3, 4, true, 3, 1},
        {7, 4, true, 8, 2},
        {100, 4, true, 100, 50},
        {1000, 5, true, 1000, 200},
        {4500000, 4, true, 6e6, 2e6},
        {0.3, 3, false, 0.3, 0.1},
        {1, 4, false, 1, 0.5},
        {-5, 4, true, 1, 1},
        {1e308, 4, true, 1e300, 5e299},
        {12, 0, true, 20, 20},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct chart_axis axis =
            chart_axis_from_zero(cases[i].most, cases[i].steps, cases[i].whole);
        assert_true(fabs(axis.high - cases[i].high) <= 1e-9 * cases[i].high);
        assert_true(fabs(axis.step - cases[i].step) <= 1e-9 * cases[i].step);
        assert_true(axis.steps >= 1 && axis.steps <= MAX(cases[i].steps, (size_t)1));
    }
    assert_true(chart_axis_from_zero((double)NAN, 4, true).high == 1);
    assert_true(chart_axis_from_zero((double)INFINITY, 4, true).high == 1);
}

static void test_axes_between_hold_their_ends(void **state)
{
    (void)state;
    static const double ends[][2] = {{-90, 90}, {1.5, 1.5},   {0, 0},  {-3, -2},
                                     {0, 1e9},  {1e-9, 2e-9}, {-1, 1}, {41.2, 41.9}};
    for (size_t i = 0; i < ARRAY_LENGTH(ends); i++) {
        struct chart_axis axis = chart_axis_between(ends[i][0], ends[i][1], 5);
        assert_true(axis.low <= ends[i][0] && axis.high >= ends[i][1] - 1e-12);
        assert_true(axis.steps >= 1 && axis.steps <= 7);
    }
    assert_true(chart_axis_between((double)NAN, 1, 5).high >= 1);
    assert_true(chart_axis_between(-1e305, 1e305, 5).high >= 1);
}

static void test_places_stay_on_the_axis(void **state)
{
    (void)state;
    struct chart_axis axis = chart_axis_from_zero(100, 4, true);
    assert_true(chart_axis_place(&axis, 75, 300) == 225);
    assert_true(chart_axis_place(&axis, -1, 300) == 0);
    assert_true(chart_axis_place(&axis, 1e9, 300) == 300);
    assert_true(chart_axis_place(&axis, (double)NAN, 300) == 0);
}

// ---- treemaps --------------------------------------------------------------------------------

static bool apart(const struct chart_box *a, const struct chart_box *b)
{
    double e = 1e-6;
    return a->x + a->width <= b->x + e || b->x + b->width <= a->x + e ||
           a->y + a->height <= b->y + e || b->y + b->height <= a->y + e;
}

static void check_treemap(const uint64_t *values, size_t count)
{
    const struct chart_box whole = {10, 20, 400, 240};
    struct chart_box boxes[1000];
    double total = 0;
    chart_treemap(values, count, whole, boxes);
    for (size_t i = 0; i < count; i++) {
        total += (double)values[i];
    }
    for (size_t i = 0; i < count; i++) {
        double area = boxes[i].width * boxes[i].height;
        double expected = total > 0 ? (double)values[i] / total * 400 * 240 : 0;
        assert_true(fabs(area - expected) < 1e-3 * expected + 1e-6);
        assert_true(boxes[i].x >= 10 - 1e-6 && boxes[i].y >= 20 - 1e-6);
        assert_true(boxes[i].x + boxes[i].width <= 410 + 1e-6);
        assert_true(boxes[i].y + boxes[i].height <= 260 + 1e-6);
        for (size_t k = 0; k < i && count < 50; k++) {
            assert_true(apart(&boxes[i], &boxes[k]));
        }
    }
}

static void test_treemaps_fill_their_box(void **state)
{
    (void)state;
    static const uint64_t some[] = {60, 60, 40, 30, 20, 10, 10, 5, 1, 0, 0};
    static const uint64_t giant[] = {UINT64_MAX / 4, 1, 1};
    static const uint64_t none[] = {0, 0, 0};
    uint64_t many[1000];
    for (size_t i = 0; i < ARRAY_LENGTH(many); i++) {
        many[i] = 1000 - i;
    }
    check_treemap(some, ARRAY_LENGTH(some));
    check_treemap(some, 1);
    check_treemap(some, 0);
    check_treemap(none, ARRAY_LENGTH(none));
    check_treemap(many, ARRAY_LENGTH(many));
    struct chart_box boxes[3];
    chart_treemap(giant, 3, (struct chart_box){0, 0, 100, 100}, boxes);
    assert_true(boxes[0].width * boxes[0].height > 9999);
    assert_true(isfinite(boxes[2].width) && isfinite(boxes[2].height));
}

static void test_treemaps_are_near_squares(void **state)
{
    (void)state;
    static const uint64_t values[] = {6, 6, 4, 3, 2, 2, 1}; // the paper's example, 6 by 4
    struct chart_box boxes[7];
    chart_treemap(values, 7, (struct chart_box){0, 0, 6, 4}, boxes);
    assert_true(fabs(boxes[0].width - 3) < 1e-9 && fabs(boxes[0].height - 2) < 1e-9);
    assert_true(fabs(boxes[1].y - 2) < 1e-9 && fabs(boxes[2].x - 3) < 1e-9);
    for (size_t i = 0; i < 7; i++) {
        double ratio = MAX(boxes[i].width, boxes[i].height) / MIN(boxes[i].width, boxes[i].height);
        assert_true(ratio < 3);
    }
}

// ---- ramps -----------------------------------------------------------------------------------

static void test_ramps_go_by_the_logarithm(void **state)
{
    (void)state;
    assert_int_equal(chart_ramp_step(1, 10000000, 7), 0);
    assert_int_equal(chart_ramp_step(10, 10000000, 7), 1);
    assert_int_equal(chart_ramp_step(9999999, 10000000, 7), 6);
    assert_int_equal(chart_ramp_step(10000000, 10000000, 7), 6);
    assert_int_equal(chart_ramp_step(1, 1, 7), 6);
    assert_int_equal(chart_ramp_step(0, 0, 7), 0);
    for (uint64_t most = 1; most < 3000; most = most * 3 + 1) {
        for (uint64_t n = 1; n <= most; n++) {
            size_t step = chart_ramp_step(n, most, 7);
            assert_true(step < 7 && (n == 1 || step >= chart_ramp_step(n - 1, most, 7)));
            assert_true(chart_ramp_least(step, most, 7) <= n || most == 1);
        }
    }
}

// ---- texts -----------------------------------------------------------------------------------

static void test_texts_fit_their_room(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double most;
        const char *fitted;
        bool cut;
    } cases[] = {
        {"Aves", 100, "Aves", false},
        {"", 100, "", false},
        {"Carabidae", 40, "Cara…", true},
        {"a\nb\tc", 100, "a b c", false},
        {"x\x01y", 100, "x\xef\xbf\xbdy", false},
        {"bad \xff", 100, "bad \xef\xbf\xbd", false},
        {"\xef\xbf\xbe", 100, "\xef\xbf\xbd", false}, // U+FFFE, which XML does not allow
        {"abc", 3, "", true},
        {"\xd7\xa9\xd7\x9c", 100, "\xe2\x81\xa8\xd7\xa9\xd7\x9c\xe2\x81\xa9", false},
    };
    struct arena arena;
    arena_init(&arena, 0);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        bool cut = !cases[i].cut;
        string_view fitted =
            chart_text_fit(&arena, sv_from(cases[i].text), 12, cases[i].most, &cut);
        assert_view(fitted, cases[i].fitted);
        assert_int_equal(cut, cases[i].cut);
        assert_true(chart_text_width(fitted, 12) <= cases[i].most);
    }
    arena_release(&arena);
}

static void test_endless_texts_are_cut(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 0);
    size_t length = 100000;
    char *wide = malloc(length + 2);
    char *marks = malloc(length + 2);
    memset(wide, 'W', length);
    for (size_t i = 0; i < length; i += 2) { // combining marks, which have no width
        memcpy(marks + i, "\xcc\x81", 2);
    }
    assert_true(chart_text_fit(&arena, (string_view){wide, length}, 14, 200, NULL).length < 40);
    assert_true(chart_text_fit(&arena, (string_view){marks, length}, 14, 200, NULL).length < 1000);
    assert_true(arena.used < 10000);
    free(wide);
    free(marks);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_axes_have_round_steps),
        cmocka_unit_test(test_axes_between_hold_their_ends),
        cmocka_unit_test(test_places_stay_on_the_axis),
        cmocka_unit_test(test_treemaps_fill_their_box),
        cmocka_unit_test(test_treemaps_are_near_squares),
        cmocka_unit_test(test_ramps_go_by_the_logarithm),
        cmocka_unit_test(test_texts_fit_their_room),
        cmocka_unit_test(test_endless_texts_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
