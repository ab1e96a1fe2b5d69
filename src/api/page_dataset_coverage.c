// SPDX-License-Identifier: Apache-2.0
// Where the records of a dataset are: counts in cells of degrees. Must not know: how they look.
#include "api/page_dataset_internal.h"
#include "api/page_text.h"
#include "api/pages/view_map.h"
#include "query/summary.h"

#include <stdlib.h>

#define CELL_DEGREES 3.0

static int by_count(const void *a, const void *b)
{
    const struct map_cell *x = a;
    const struct map_cell *y = b;
    return (x->count < y->count) - (x->count > y->count);
}

static status fill_map(struct dataset_filling *f, const struct grid *grid,
                       const struct map_view **out, struct error *e)
{
    struct map_view *map = arena_new(f->arena, struct map_view);
    struct map_cell *cells = arena_array(f->arena, struct map_cell, grid->cell_count + 1);
    if (map == NULL || cells == NULL) {
        return dataset_page_no_memory(e);
    }
    for (size_t i = 0; i < grid->cell_count; i++) {
        cells[i].west = grid->cells[i].x * CELL_DEGREES - 180;
        cells[i].south = grid->cells[i].y * CELL_DEGREES - 90;
        cells[i].count = grid->cells[i].count;
    }
    qsort(cells, grid->cell_count, sizeof *cells, by_count);
    *map = (struct map_view){.mode = MAP_GRID,
                             .zoom = 1,
                             .width = 360,
                             .height = 180,
                             .cell_degrees = CELL_DEGREES,
                             .cells = cells,
                             .cell_count = grid->cell_count,
                             .placed = grid->positions};
    *out = map;
    return ST_OK;
}

static string_view address_with(const struct dataset_filling *f, const char *name,
                                const char *value)
{
    struct address target;
    moment pinned = site_pinned(&f->site);
    address_init(&target, SV("/search"));
    address_add(&target, SV("dataset"), f->dataset->slug);
    address_add(&target, sv_from(name), sv_from(value));
    if (pinned != 0) {
        address_add(&target, SV("version"), arena_print(f->arena, "%lld", (long long)pinned));
    }
    return address_print(&target, f->arena);
}

status dataset_page_fill_coverage(struct dataset_filling *f, struct error *e)
{
    const struct grid_request asked = {.kind = GRID_DEGREES, .degrees = CELL_DEGREES};
    const struct summary_request request = {.grids = &asked, .grid_count = 1};
    const struct search_request rows = {.tables = f->tables,
                                        .table_count = f->table_count,
                                        .commit = f->view.commit,
                                        .cancelled = http_request_cancelled,
                                        .cancelled_argument = f->request};
    struct summary summary = {0};
    if (f->table_count == 0) {
        return ST_OK;
    }
    TRY(search_summary(f->view.snapshot, &scope_public, f->arena, &rows, &request, &summary, e));
    const struct grid *grid = &summary.grids[0];
    struct coverage *coverage = arena_new(f->arena, struct coverage);
    if (coverage == NULL) {
        return dataset_page_no_memory(e);
    }
    if (grid->cell_count == 0) {
        return ST_OK;
    }
    TRY(fill_map(f, grid, &coverage->map, e));
    coverage->records = summary.total;
    coverage->placed_address = address_with(f, "filter.exists", "{\"geo_field\":true}");
    coverage->map_address = address_with(f, "view", "map");
    f->page.coverage = coverage;
    return ST_OK;
}
