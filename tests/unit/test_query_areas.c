// SPDX-License-Identifier: Apache-2.0
// Named areas: every country decodes to closed rings, and known places lie where they do.
#include "query/areas.h"
#include "query/areas_data.h"
#include "query/polygons.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void every_country_has_closed_rings(void **state)
{
    (void)state;
    size_t positions = 0;
    for (size_t i = 0; i < area_country_count; i++) {
        struct arena arena;
        arena_init(&arena, 0);
        struct error error = {0};
        const struct query_polygon *polygons = NULL;
        size_t count = 0;
        assert_int_equal(area_lookup(NULL, 0, &arena, SV("country"),
                                     sv_from(area_countries[i].name), &polygons, &count, &error),
                         ST_OK);
        assert_true(count > 0);
        for (size_t p = 0; p < count; p++) {
            assert_true(polygons[p].count > 0);
            for (size_t r = 0; r < polygons[p].count; r++) {
                struct query_ring ring = polygons[p].rings[r];
                assert_true(ring.count >= 4);
                size_t last = 2 * (ring.count - 1);
                assert_true(ring.positions[0] == ring.positions[last]);
                assert_true(ring.positions[1] == ring.positions[last + 1]);
                for (size_t k = 0; k < ring.count; k++) {
                    assert_true(ring.positions[2 * k] >= -180.001 &&
                                ring.positions[2 * k] <= 180.001);
                    assert_true(ring.positions[2 * k + 1] >= -90 &&
                                ring.positions[2 * k + 1] <= 90);
                }
                positions += ring.count;
            }
        }
        arena_release(&arena);
    }
    assert_int_equal(area_country_count, 241);
    assert_true(positions > 90000);
}

static void places_lie_where_they_do(void **state)
{
    (void)state;
    static const struct {
        const char *country;
        double longitude, latitude;
        bool inside;
    } cases[] = {
        {"Peru", -71.97, -13.53, true},
        {"Peru", -70.65, -33.45, false},
        {"curaçao", -68.98, 12.2, true},
        {"CURAÇAO", -69.97, 12.52, false},
        {"United Kingdom", -0.12, 51.5, true},
        {"United Kingdom", 2.35, 48.86, false},
        {"South Africa", 28.19, -25.75, true},
        {"South Africa", 28.0, -29.6, false}, // Lesotho
        {"Lesotho", 28.0, -29.6, true},
        {"W. Sahara", -14.0, 21.8, true},
        {"Western Sahara", -14.0, 21.8, true},
        {"New Zealand", 175.6, -39.5, true},
        {"Antigua And Barbuda", -61.8, 17.08, true},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct arena arena;
        arena_init(&arena, 0);
        struct error error = {0};
        const struct query_polygon *polygons = NULL;
        size_t count = 0;
        assert_int_equal(area_lookup(NULL, 0, &arena, SV("country"), sv_from(cases[i].country),
                                     &polygons, &count, &error),
                         ST_OK);
        assert_int_equal(polygons_hold(polygons, count, cases[i].longitude, cases[i].latitude),
                         cases[i].inside);
        arena_release(&arena);
    }
}

static void unknown_names_are_told_with_near_ones(void **state)
{
    (void)state;
    static const struct {
        const char *category;
        const char *name;
        const char *words;
    } cases[] = {
        {"country", "Curacao", "Curaçao"},
        {"country", "Zambi", "Zambia"},
        {"country", "Xyzzy", "no country"},
        {"marine", "North Sea", "no areas of the category marine"},
        {"geography", "Alps", "no areas of the category geography"},
        {"planet", "Mars", "no areas of the category planet"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct error error = {0};
        assert_int_equal(area_check(sv_from(cases[i].category), sv_from(cases[i].name), &error),
                         ST_INVALID);
        assert_non_null(strstr(error.message, cases[i].words));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_country_has_closed_rings),
        cmocka_unit_test(places_lie_where_they_do),
        cmocka_unit_test(unknown_names_are_told_with_near_ones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
