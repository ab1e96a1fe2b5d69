// SPDX-License-Identifier: Apache-2.0
// Fills the map of a search: counts in cells of degrees, the countries recorded, addresses.
#include "api/page_views.h"
#include "api/pages/view_map.h"
#include "api/pages/views.h"
#include "query/areas_data.h"
#include "query/summary.h"

#include <math.h>
#include <stdlib.h>

#define WORLD_CELL      5.0  // degrees
#define CELLS_ACROSS    72.0 // at least so wide is the picture in cells
#define COUNTRIES_SHOWN ((size_t)30)
#define PICTURE_ZOOM    18.0
#define LAST_UNIT       1e-7 // of a degree

struct map_filling {
    struct search_filling *f;
    struct map_view *map;
    struct grid world; // of WORLD_CELL
    bool placed;       // map.at says where
};

// --- where -----------------------------------------------------------------------------------

static void set_place(struct map_view *map, double zoom, double latitude, double longitude)
{
    map->zoom = fmin(fmax(zoom, 1), PICTURE_ZOOM);
    map->width = fmin(720 / exp2(map->zoom), 360);
    double stretch = map->width >= 180 ? 1 : fmax(cos(latitude * M_PI / 180), 0.05);
    map->height = fmin(map->width * stretch / 2, 180);
    map->latitude = fmin(fmax(latitude, -90 + map->height / 2), 90 - map->height / 2);
    map->longitude = longitude;
}

// Round all cells with records, as near as they allow.
static void fit(struct map_filling *m)
{
    const struct grid *grid = &m->world;
    double west = 360;
    double east = 0;
    double south = 180;
    double north = 0;
    for (size_t i = 0; i < grid->cell_count; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        west = fmin(west, cell->x * WORLD_CELL);
        east = fmax(east, (cell->x + 1) * WORLD_CELL);
        south = fmin(south, cell->y * WORLD_CELL);
        north = fmax(north, (cell->y + 1) * WORLD_CELL);
    }
    if (grid->cell_count == 0) {
        set_place(m->map, 1, 0, 0);
        return;
    }
    double latitude = (south + north) / 2 - 90;
    double longitude = (west + east) / 2 - 180;
    double stretch = fmax(cos(latitude * M_PI / 180), 0.05);
    double width = fmax((east - west) * 1.1, (north - south) * 2.2 / stretch);
    set_place(m->map, floor(log2(720 / width) * 4) / 4, latitude, longitude);
}

static void read_place(struct map_filling *m)
{
    double zoom = 0;
    double latitude = 0;
    double longitude = 0;
    string_view at = address_value(&m->f->state, SV("map.at"));
    m->placed = at.length > 0 && map_place_read(at, &zoom, &latitude, &longitude);
    if (m->placed) {
        set_place(m->map, zoom, latitude, longitude);
    } else if (at.length > 0) {
        search_page_ignore(m->f, SV("map.at"), "a place is zoom/latitude/longitude");
    }
}

static void read_mode(struct map_filling *m)
{
    string_view name = address_value(&m->f->state, SV("map.mode"));
    enum map_mode mode = name.length == 0 ? MAP_GRID : map_mode_of_name(name);
    if (mode == MAP_MODE_COUNT) {
        search_page_ignore(m->f, SV("map.mode"), "the modes are grid, points and heat");
        mode = MAP_GRID;
    }
    m->map->mode = mode;
}

// --- addresses -------------------------------------------------------------------------------

static bool has_name(const struct address *a, string_view name)
{
    return address_value(a, name).length > 0;
}

// The search as a table, with a term more: values of one parameter are alternatives, so it takes
// another parameter where the term's own is used.
static string_view narrowed(const struct map_filling *m, const char *name, string_view value,
                            string_view json)
{
    struct address target;
    view_address(&m->f->state, VIEW_TABLE, &target);
    if (!has_name(&target, sv_from(name)) || address_has(&target, sv_from(name), value)) {
        address_add(&target, sv_from(name), value);
    } else if (!has_name(&target, SV("filter.and"))) {
        address_add(&target, SV("filter.and"), json);
    } else if (!has_name(&target, SV("filter.or"))) { // of one member is that member
        address_add(&target, SV("filter.or"), json);
    } else {
        address_set(&target, sv_from(name), value);
    }
    return address_print(&target, m->f->arena);
}

#define HAS_POSITION "{\"geo_field\":true}"

static string_view placed_address(const struct map_filling *m)
{
    return narrowed(m, "filter.exists", SV(HAS_POSITION), SV("[{\"exists\":" HAS_POSITION "}]"));
}

static string_view unplaced_address(const struct map_filling *m)
{
    return narrowed(m, "filter.exists", SV("!" HAS_POSITION),
                    SV("[{\"not\":[{\"exists\":" HAS_POSITION "}]}]"));
}

static string_view box_address(const struct map_filling *m, const struct map_cell *c, double side)
{
    double east = c->west + side >= 180 ? 180 : c->west + side - LAST_UNIT;
    double north = c->south + side >= 90 ? 90 : c->south + side - LAST_UNIT;
    struct arena *arena = m->f->arena;
    string_view value =
        arena_print(arena, "%.10g,%.10g,%.10g,%.10g", c->west, c->south, east, north);
    string_view json = arena_print(
        arena, "[{\"bbox\":{\"west\":%.10g,\"south\":%.10g,\"east\":%.10g,\"north\":%.10g}}]",
        c->west, c->south, east, north);
    return narrowed(m, "filter.bbox", value, json);
}

static string_view closer_address(const struct map_filling *m, const struct map_cell *c,
                                  double side)
{
    struct address target = m->f->state;
    double zoom = fmin(floor(log2(720 / (side * 4))), PICTURE_ZOOM);
    address_set(&target, SV("map.at"),
                map_place_write(m->f->arena, zoom, c->south + side / 2, c->west + side / 2));
    return address_print(&target, m->f->arena);
}

// The search's own parameters at the page's moment, as the API takes them.
static void set_sources(struct map_filling *m)
{
    struct address target;
    view_address(&m->f->state, VIEW_TABLE, &target);
    static const char *const of_pages[] = {
        "facet", "facetLimit", "facetOffset", "facetPrefix", "facetMulti", "facetElements",
        "sort",  "limit",      "fields",      "explain",     "offset"};
    for (size_t i = 0; i < ARRAY_LENGTH(of_pages); i++) {
        address_remove(&target, sv_from(of_pages[i]));
    }
    address_set(&target, SV("version"),
                arena_print(m->f->arena, "%lld", (long long)m->f->site.view.version));
    target.path = SV("");
    m->map->tiles = address_print(&target, m->f->arena);
    target.path = SV("/api/v1/records");
    m->map->records = address_print(&target, m->f->arena);
}

// --- cells -----------------------------------------------------------------------------------

static double side_for(double width)
{
    static const double sides[] = {5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001};
    size_t i = ARRAY_LENGTH(sides) - 1;
    while (i > 0 && sides[i - 1] * CELLS_ACROSS <= width) {
        i--;
    }
    return sides[i];
}

// Counts in cells of degrees; `box` NULL: of the whole world.
static status count_cells(struct map_filling *m, double side, const struct query *box,
                          struct grid *out, struct error *e)
{
    const struct grid_request asked = {.kind = GRID_DEGREES, .degrees = side};
    const struct summary_request request = {.grids = &asked, .grid_count = 1};
    struct search_request rows = m->f->input.request;
    const struct query *members[2] = {box, rows.query};
    const struct query both = {.kind = QUERY_AND, .members = members, .member_count = 2};
    struct summary summary = {0};
    if (box != NULL) {
        rows.query = rows.query == NULL ? box : &both;
    }
    TRY(search_summary(m->f->site.view.snapshot, &scope_public, m->f->arena, &rows, &request,
                       &summary, e));
    *out = summary.grids[0];
    return ST_OK;
}

static double longitude_around(double longitude)
{
    return longitude < -180 ? longitude + 360 : longitude > 180 ? longitude - 360 : longitude;
}

static status count_window(struct map_filling *m, struct grid *out, struct error *e)
{
    const struct map_view *map = m->map;
    struct query box = {.kind = QUERY_BBOX,
                        .west = longitude_around(map->longitude - map->width / 2),
                        .east = longitude_around(map->longitude + map->width / 2),
                        .south = fmax(map->latitude - map->height / 2, -90),
                        .north = fmin(map->latitude + map->height / 2, 90)};
    return count_cells(m, map->cell_degrees, &box, out, e);
}

static int by_count(const void *a, const void *b)
{
    const struct map_cell *x = a;
    const struct map_cell *y = b;
    if (x->count != y->count) {
        return x->count > y->count ? -1 : 1;
    }
    if (x->south != y->south) { // NOLINT(clang-diagnostic-float-equal): equal cells are equal
        return x->south > y->south ? -1 : 1;
    }
    return (x->west > y->west) - (x->west < y->west);
}

static status fill_cells(struct map_filling *m, struct error *e)
{
    struct map_view *map = m->map;
    struct grid grid = m->world;
    map->cell_degrees = side_for(map->width);
    if (map->width < 360) {
        TRY(count_window(m, &grid, e));
    }
    struct map_cell *cells = arena_array(m->f->arena, struct map_cell, grid.cell_count + 1);
    if (cells == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < grid.cell_count; i++) {
        struct map_cell *cell = &cells[i];
        cell->west = grid.cells[i].x * map->cell_degrees - 180;
        cell->south = grid.cells[i].y * map->cell_degrees - 90;
        cell->count = grid.cells[i].count;
        map->inside += cell->count;
    }
    if (grid.cell_count > 1) {
        qsort(cells, grid.cell_count, sizeof *cells, by_count);
    }
    for (size_t i = 0; i < MIN(grid.cell_count, MAP_CELLS_LISTED); i++) {
        cells[i].records = box_address(m, &cells[i], map->cell_degrees);
        cells[i].closer = closer_address(m, &cells[i], map->cell_degrees);
    }
    map->cells = cells;
    map->cell_count = grid.cell_count;
    return ST_OK;
}

// --- countries -------------------------------------------------------------------------------

static string_view country_address(const struct map_filling *m, string_view value)
{
    struct map_filling other = *m;
    struct search_filling f = *m->f;
    if (!value_fits_address(value)) {
        return SV("");
    }
    other.f = &f;
    address_set(&f.state, SV("country"), query_value_write(f.arena, value));
    return placed_address(&other);
}

static status fill_countries(struct map_filling *m, struct error *e)
{
    static const struct query positioned = {.kind = QUERY_GEO_EXISTS};
    const struct search_facet_request facet = {.field = SV("country"), .limit = COUNTRIES_SHOWN};
    struct search_request rows = m->f->input.request;
    const struct query *members[2] = {&positioned, rows.query};
    const struct query both = {.kind = QUERY_AND, .members = members, .member_count = 2};
    struct search_result result = {0};
    if (!field_is_used(&m->f->fields, facet.field)) {
        return ST_OK;
    }
    rows.query = rows.query == NULL ? &positioned : &both;
    rows.facets = &facet;
    rows.facet_count = 1;
    rows.count_only = false;
    rows.limit = 0;
    TRY(search_run(m->f->site.view.snapshot, &scope_public, m->f->arena, &rows, &result, e));
    const struct search_facet *counted = &result.facets[0];
    struct map_place *places = arena_array(m->f->arena, struct map_place, counted->value_count + 1);
    if (places == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < counted->value_count; i++) {
        const struct search_facet_value *value = &counted->values[i];
        places[i] =
            (struct map_place){value->value, value->count, country_address(m, value->value)};
    }
    m->map->countries = places;
    m->map->country_count = counted->value_count;
    m->map->country_rest = counted->other;
    return ST_OK;
}

static status fill_area_names(struct map_filling *m, struct error *e)
{
    string_view *names = arena_array(m->f->arena, string_view, area_country_count + 1);
    if (names == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < area_country_count; i++) {
        names[i] = sv_from(area_countries[i].name);
    }
    m->map->area_names = names;
    m->map->area_name_count = area_country_count;
    return ST_OK;
}

status view_fill_map(struct search_filling *f, struct error *e)
{
    struct map_view *map = arena_new(f->arena, struct map_view);
    struct map_filling m = {.f = f, .map = map};
    if (map == NULL) {
        return search_page_no_memory(e);
    }
    read_mode(&m);
    read_place(&m);
    TRY(count_cells(&m, WORLD_CELL, NULL, &m.world, e));
    if (!m.placed) {
        fit(&m);
    }
    map->several_kinds = f->page.matches.count > 1;
    map->placed = m.world.positions;
    map->unplaced = m.world.missing;
    map->placed_address = placed_address(&m);
    map->unplaced_address = unplaced_address(&m);
    set_sources(&m);
    TRY(fill_cells(&m, e));
    TRY(fill_countries(&m, e));
    TRY(fill_area_names(&m, e));
    f->page.map = map;
    return ST_OK;
}
