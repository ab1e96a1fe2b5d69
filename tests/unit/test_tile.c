// SPDX-License-Identifier: Apache-2.0
// What a tile of a map shows of a search, and where tiles begin and end.
#include "support/search_fixture.h"
#include "support/views.h"

#include "query/tile.h"
#include "query/tile_bounds.h"

#include <math.h>

static int set_up(void **state)
{
    struct search_fixture *f = malloc(sizeof *f);
    assert_non_null(f);
    search_fixture_begin(f);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    search_fixture_end(*state);
    free(*state);
    return 0;
}

static const char *const finds[] = {
    "{\"id\":\"b\",\"family\":\"Apidae\",\"decimalLatitude\":\"51.5\",\"decimalLongitude\":\"-0."
    "1\"}",
    "{\"id\":\"a\",\"family\":\"Apidae\",\"decimalLatitude\":\"51.5\",\"decimalLongitude\":\"-0."
    "1\"}",
    "{\"id\":\"c\",\"family\":\"Vespidae\",\"decimalLatitude\":\"-33.9\",\"decimalLongitude\":\"18."
    "4\"}",
    "{\"id\":\"d\",\"family\":\"Apidae\",\"decimalLatitude\":\"90\",\"decimalLongitude\":\"180\"}",
    "{\"id\":\"e\",\"family\":\"Apidae\"}"};

static status ask(struct search_fixture *f, const char *query, struct tile_request r,
                  struct tile_answer *out)
{
    const struct search_request rows = {.query = search_fixture_query(f, query),
                                        .commit = snapshot_last_commit(f->snapshot)};
    error_clear(&f->error);
    return search_tile(f->snapshot, &scope_public, &f->arena, &rows, &r, out, &f->error);
}

static void few_records_are_told_one_by_one(void **state)
{
    struct search_fixture *f = *state;
    struct tile_answer t;
    SEARCH_IMPORT(f, finds);
    assert_int_equal(ask(f, "{}", (struct tile_request){.depth = 5, .points = 10}, &t), ST_OK);
    assert_int_equal(t.records, 4);
    assert_int_equal(t.cell_count, 3);
    assert_true(t.one_by_one);
    assert_int_equal(t.point_count, 3);
    assert_int_equal(t.points[0].latitude, -339000000);
    assert_int_equal(t.points[1].count, 2);
    assert_view(t.points[1].key, "a"); // the first of the two in the order of keys
    assert_int_equal(t.points[2].longitude, 1800000000);
    assert_int_equal(
        ask(f,
            "{\"filters\":{\"and\":[{\"string_equals\":{\"fields\":[\"family\"],\"value\":"
            "\"vespidae\"}}]}}",
            (struct tile_request){.zoom = 1, .x = 1, .y = 1, .depth = 5, .points = 1}, &t),
        ST_OK);
    assert_int_equal(t.records, 1);
    assert_true(t.one_by_one);
}

static void many_records_are_counted_in_cells(void **state)
{
    struct search_fixture *f = *state;
    struct tile_answer t;
    SEARCH_IMPORT(f, finds);
    assert_int_equal(ask(f, "{}", (struct tile_request){.depth = 5, .points = 3}, &t), ST_OK);
    assert_false(t.one_by_one);
    assert_int_equal(t.point_count, 0);
    assert_int_equal(t.records, 4);
    uint64_t sum = 0;
    for (size_t i = 0; i < t.cell_count; i++) {
        sum += t.cells[i].count;
    }
    assert_int_equal(sum, 4);
    assert_int_equal(
        ask(f, "{}", (struct tile_request){.zoom = 2, .x = 0, .y = 3, .depth = 5, .points = 3}, &t),
        ST_OK);
    assert_int_equal(t.records, 0);
    assert_int_equal(t.cell_count, 0);
}

// A first record that a later import of another segment takes the place of is of no tile.
static void only_what_is_visible_is_told(void **state)
{
    struct search_fixture *f = *state;
    static const char *const moved[] = {
        "{\"id\":\"a\",\"decimalLatitude\":\"10\",\"decimalLongitude\":\"10\"}"};
    struct tile_answer t;
    SEARCH_IMPORT(f, finds);
    SEARCH_IMPORT(f, moved);
    assert_int_equal(ask(f, "{}", (struct tile_request){.depth = 5, .points = 10}, &t), ST_OK);
    assert_int_equal(t.records, 4);
    assert_int_equal(t.point_count, 4);
    assert_view(t.points[2].key, "b");
}

static void no_such_tile_is_told(void **state)
{
    struct search_fixture *f = *state;
    struct tile_answer t;
    SEARCH_IMPORT(f, finds);
    static const struct tile_request wrong[] = {
        {.zoom = 1, .x = 2}, {.zoom = 23}, {.zoom = 20, .depth = 5}, {.depth = 9}};
    for (size_t i = 0; i < ARRAY_LENGTH(wrong); i++) {
        assert_int_equal(ask(f, "{}", wrong[i], &t), ST_INVALID);
    }
}

// Every tile begins where the one before it ends.
static void tiles_cover_the_world_once(void **state)
{
    (void)state;
    for (unsigned zoom = 0; zoom <= 12; zoom += 3) {
        uint32_t all = UINT32_C(1) << zoom;
        int64_t west = -1800000000;
        int64_t north = 900000000;
        for (uint32_t i = 0; i < all; i++) {
            struct tile_bounds b = tile_bounds(zoom, i, i);
            assert_int_equal(b.west, west);
            assert_int_equal(b.north, north);
            assert_true(b.east >= b.west && b.south <= b.north);
            west = (int64_t)b.east + 1;
            north = (int64_t)b.south - 1;
        }
        assert_int_equal(west, 1800000001);
        assert_int_equal(north, -900000001);
    }
}

static void places_are_projected(void **state)
{
    (void)state;
    double x = 0;
    double y = 0;
    tile_project(0, 0, &x, &y);
    assert_true(fabs(x - 0.5) < 1e-12 && fabs(y - 0.5) < 1e-12);
    tile_project(900000000, -1800000000, &x, &y);
    assert_true(fabs(x) < 1e-12 && fabs(y) < 1e-9);
    // OpenStreetMap's example: tile 18/131030/87182 is in London.
    tile_project(514775000, -613000, &x, &y);
    assert_int_equal((int)(ldexp(x, 18)), 131027);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(few_records_are_told_one_by_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(many_records_are_counted_in_cells, set_up, tear_down),
        cmocka_unit_test_setup_teardown(only_what_is_visible_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_such_tile_is_told, set_up, tear_down),
        cmocka_unit_test(tiles_cover_the_world_once),
        cmocka_unit_test(places_are_projected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
