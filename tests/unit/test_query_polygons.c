// SPDX-License-Identifier: Apache-2.0
// Points in polygons: the index with its boxes answers as the plain test does.
#include "query/polygons.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static uint64_t state_of_chance = 1;

static double chance(double low, double high)
{
    state_of_chance = state_of_chance * 6364136223846793005u + 1442695040888963407u;
    return low + (high - low) * (double)(state_of_chance >> 11) / 9007199254740992.0;
}

static void squares_and_holes(void **state)
{
    (void)state;
    static const double outside[] = {0, 0, 10, 0, 10, 10, 0, 10, 0, 0};
    static const double hole[] = {4, 4, 6, 4, 6, 6, 4, 6, 4, 4};
    const struct query_ring rings[] = {{outside, 5}, {hole, 5}};
    const struct query_polygon polygon = {rings, 2};
    static const struct {
        double x, y;
        bool inside;
    } cases[] = {{1, 1, true},   {5, 5, false}, {11, 5, false}, {-1, 5, false},
                 {5, 11, false}, {0, 0, true},  {10, 5, false}, {5, 10, false},
                 {0, 5, true},   {5, 0, true},  {4, 5, false},  {6, 5, true}};
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        assert_int_equal(polygons_hold(&polygon, 1, cases[i].x, cases[i].y), cases[i].inside);
    }
}

// Rings with level and upright edges, which a box may lie across.
static void index_agrees_with_plain_test(void **state)
{
    (void)state;
    for (int turn = 0; turn < 300; turn++) {
        double positions[3][24];
        struct query_ring rings[3];
        for (size_t r = 0; r < 3; r++) {
            for (size_t i = 0; i < 11; i++) {
                bool coarse = chance(0, 1) < 0.5;
                double x = chance(-20, 20);
                double y = chance(-20, 20);
                positions[r][2 * i] = coarse ? (int)x : x;
                positions[r][2 * i + 1] = coarse ? (int)y / 5 * 5 : y;
            }
            positions[r][22] = positions[r][0];
            positions[r][23] = positions[r][1];
            rings[r] = (struct query_ring){positions[r], 12};
        }
        const struct query_polygon polygons[] = {{rings, 2}, {rings + 2, 1}};
        struct polygon_index *first = NULL;
        struct polygon_index *shared = NULL;
        struct error error = {0};
        assert_int_equal(polygon_index_create(polygons, 2, &first, &error), ST_OK);
        assert_int_equal(polygon_index_share(first, &shared, &error), ST_OK);
        for (int b = 0; b < 40; b++) {
            struct polygon_index *index = b % 2 == 0 ? first : shared;
            double west = chance(-22, 20);
            double south = chance(-22, 20);
            struct geo_box box = {west, south, west + chance(0, 6), south + chance(0, 6)};
            struct geo_box inner = {west, south, chance(west, box.east), chance(south, box.north)};
            enum box_relation outer_relation = polygon_index_box(index, &box);
            enum box_relation relation =
                outer_relation == BOX_CUT ? polygon_index_narrow(index, &inner) : outer_relation;
            for (int i = 0; i < 20; i++) {
                double x = i == 0 ? inner.west : i == 1 ? inner.east : chance(west, inner.east);
                double y = i == 0 ? inner.south : chance(south, inner.north);
                bool inside =
                    relation == BOX_CUT ? polygon_index_holds(index, x, y) : relation == BOX_INSIDE;
                assert_int_equal(inside, polygons_hold(polygons, 2, x, y));
            }
        }
        polygon_index_destroy(shared);
        polygon_index_destroy(first);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(squares_and_holes),
        cmocka_unit_test(index_agrees_with_plain_test),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
