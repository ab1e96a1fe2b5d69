// SPDX-License-Identifier: Apache-2.0
// The drawing of a search as a map, from an invented model.
#include "support/page_models.h"
#include "support/views.h"

#include "api/pages/view_map.h"

#define TEXT(literal)                                                                              \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

struct drawing {
    struct page_models models;
    struct map_view map;
    struct arena arena;
    struct buffer out;
    struct page page;
};

static const struct map_cell cells[] = {
    {-5, 50, 0, 55, 1204, TEXT("/search?filter.bbox=-5,50,0,55"), TEXT("/search?a")},
    {175, -40, 180, -35, 30, TEXT("/search?b"), TEXT("/search?c")},
    {-180, -20, -175, -15, 1, TEXT("/search?d"), TEXT("/search?e")},
};

static int set_up(void **state)
{
    struct drawing *d = calloc(1, sizeof *d);
    static const string_view names[] = {TEXT("Kenya"), TEXT("C\xc3\xb4te <b>")};
    static const struct map_place places[] = {{TEXT("<script>"), 7, TEXT("/search?country=x")}};
    assert_non_null(d);
    page_models_fill(&d->models, SV(""));
    arena_init(&d->arena, 0);
    buffer_init(&d->out, (size_t)4 << 20);
    d->map = (struct map_view){.zoom = 1,
                               .width = 360,
                               .height = 180,
                               .cell_degrees = 5,
                               .cells = cells,
                               .cell_count = ARRAY_LENGTH(cells),
                               .inside = 1235,
                               .placed = 1235,
                               .unplaced = 40,
                               .placed_address = SV("/search?placed"),
                               .unplaced_address = SV("/search?unplaced"),
                               .countries = places,
                               .country_count = 1,
                               .area_names = names,
                               .area_name_count = 2,
                               .tiles = SV("?family=Apidae&version=1"),
                               .records = SV("/api/v1/records?version=1")};
    d->models.search.map = &d->map;
    d->page = (struct page){.arena = &d->arena, .site = &d->models.site};
    html_init(&d->page.w, &d->out);
    *state = d;
    return 0;
}

static int tear_down(void **state)
{
    struct drawing *d = *state;
    buffer_release(&d->out);
    arena_release(&d->arena);
    free(d);
    return 0;
}

static size_t count_of(const struct drawing *d, const char *part)
{
    size_t count = 0;
    string_view all = buffer_view(&d->out);
    for (size_t i = 0; i < all.length; i++) {
        count += sv_starts_with(sv_slice(all, i, SIZE_MAX), sv_from(part));
    }
    return count;
}

static void draw(struct drawing *d)
{
    struct error e = {0};
    buffer_clear(&d->out);
    html_init(&d->page.w, &d->out);
    view_draw_map(&d->page, &d->models.search);
    assert_int_equal(html_check(&d->page.w, &e), ST_OK);
}

static void rule_K1_says_the_same_in_picture_and_table(void **state)
{
    struct drawing *d = *state;
    draw(d);
    assert_int_equal(count_of(d, "class=\"map-cells step-"), 3); // three steps have cells
    assert_int_equal(count_of(d, "<td class=\"number\"><a href=\"/search?filter.bbox=-5,50,0,55\">"
                                 "1,204</a>"),
                     1);
    assert_int_equal(count_of(d, "50° N to 55° N, 5° W to 0° E"), 1);
    assert_int_equal(count_of(d, "href=\"/search?unplaced\">40 records have none"), 1);
    assert_int_equal(count_of(d, "<script>"), 0);
    assert_int_equal(count_of(d, "&lt;script&gt;"), 1);
    assert_int_equal(count_of(d, "C\xc3\xb4te &lt;b&gt;"), 2);
    assert_int_equal(count_of(d, " style="), 0);
    assert_int_equal(count_of(d, "role=\"img\" aria-label=\"Map of 1,235 records"), 1);
}

static void draws_each_mode(void **state)
{
    struct drawing *d = *state;
    for (size_t mode = 0; mode < MAP_MODE_COUNT; mode++) {
        d->map.mode = (enum map_mode)mode;
        draw(d);
        assert_int_equal(count_of(d, "aria-current=\"true\""), 1);
        assert_true(map_mode_of_name(sv_from(map_mode_name(d->map.mode))) == d->map.mode);
    }
    assert_int_equal(map_mode_of_name(SV("")), MAP_MODE_COUNT);
    assert_int_equal(map_mode_of_name(SV("Grid")), MAP_MODE_COUNT);
}

// A window over the antimeridian shows the cells of both its sides.
static void goes_round_the_world(void **state)
{
    struct drawing *d = *state;
    d->map.longitude = 179;
    d->map.latitude = -28;
    d->map.width = 90;
    d->map.height = 40;
    draw(d);
    assert_int_equal(count_of(d, "M355 125h5v5h-5z"), 1);
    assert_int_equal(count_of(d, "M360 105h5v5h-5z"), 1);
}

static void steps_are_of_equal_ratio(void **state)
{
    (void)state;
    static const struct {
        uint64_t most;
        size_t count;
        uint64_t last;
    } cases[] = {{0, 0, 0}, {1, 1, 1}, {2, 2, 2}, {10, 6, 8}, {1000000, 7, 138950}};
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        uint64_t least[MAP_STEPS] = {0};
        size_t count = map_steps(cases[i].most, least);
        assert_int_equal(count, cases[i].count);
        assert_int_equal(count == 0 ? 0 : least[count - 1], cases[i].last);
        assert_int_equal(least[0], count == 0 ? 0 : 1);
    }
}

static void reads_places(void **state)
{
    struct drawing *d = *state;
    double zoom = -1;
    double latitude = 0;
    double longitude = 0;
    assert_true(map_place_read(SV("4.25/51.5/-0.12"), &zoom, &latitude, &longitude));
    assert_view(map_place_write(&d->arena, zoom, latitude, longitude), "4.25/51.5/-0.12");
    static const char *const wrong[] = {
        "",       "1/2",    "1/2/3/4", "a/b/c",  "1//2",    "nan/0/0",
        "1/91/0", "-1/0/0", "1/0/181", "23/0/0", "0x1/0/0", "1/1e1/0",
        "1/+5/0", "1/5-/0", "1/ 5/0",  "1/./0",  "inf/0/0", "1/0/1234567890123456789012345"};
    for (size_t i = 0; i < ARRAY_LENGTH(wrong); i++) {
        assert_false(map_place_read(sv_from(wrong[i]), &zoom, &latitude, &longitude));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rule_K1_says_the_same_in_picture_and_table, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(draws_each_mode, set_up, tear_down),
        cmocka_unit_test_setup_teardown(goes_round_the_world, set_up, tear_down),
        cmocka_unit_test(steps_are_of_equal_ratio),
        cmocka_unit_test_setup_teardown(reads_places, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
