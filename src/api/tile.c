// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/tiles/{z}/{x}/{y}.mvt: what a search finds in a tile of a map, as a vector tile with
// the layers "cells" (squares with the count of records in them) and "points" (places with their
// count; of the records one by one where they are few, else the middle of each cell).
#include "query/tile.h"
#include "api/search_input.h"
#include "api/tile_address.h"
#include "formats/vector_tile.h"
#include "query/tile_bounds.h"

#include <math.h>

#define ZOOM_MOST      22u
#define RECORDS_SINGLY ((size_t)5000)
#define WORLD_ZOOMS    2u // up to which cells are half as large

struct tile_drawing {
    struct vector_tile tile;
    const struct view *view;
    struct tile_address at;
    uint32_t depth;
};

static void write_cells(struct tile_drawing *d, const struct tile_answer *answer)
{
    int32_t side = VECTOR_TILE_EXTENT >> d->depth;
    vector_tile_begin_layer(&d->tile, SV("cells"));
    for (size_t i = 0; i < answer->cell_count; i++) {
        const struct grid_cell *cell = &answer->cells[i];
        int32_t left = (int32_t)(cell->x - (d->at.x << d->depth)) * side;
        int32_t top = (int32_t)(cell->y - (d->at.y << d->depth)) * side;
        vector_tile_rectangle(&d->tile, left, top, left + side, top + side);
        vector_tile_number(&d->tile, SV("count"), cell->count);
        vector_tile_end_feature(&d->tile);
    }
    vector_tile_end_layer(&d->tile);
}

static void write_middles(struct tile_drawing *d, const struct tile_answer *answer)
{
    int32_t side = VECTOR_TILE_EXTENT >> d->depth;
    vector_tile_begin_layer(&d->tile, SV("points"));
    for (size_t i = 0; i < answer->cell_count; i++) {
        const struct grid_cell *cell = &answer->cells[i];
        int32_t left = (int32_t)(cell->x - (d->at.x << d->depth)) * side;
        int32_t top = (int32_t)(cell->y - (d->at.y << d->depth)) * side;
        vector_tile_point(&d->tile, left + side / 2, top + side / 2);
        vector_tile_number(&d->tile, SV("count"), cell->count);
        vector_tile_end_feature(&d->tile);
    }
    vector_tile_end_layer(&d->tile);
}

// Where a share of the world's side lies in the tile, 0 to the extent.
static int32_t units(double share, uint32_t zoom, uint32_t tile)
{
    double at = (ldexp(share, (int)zoom) - tile) * VECTOR_TILE_EXTENT;
    return (int32_t)fmin(fmax(floor(at), 0), VECTOR_TILE_EXTENT);
}

static void write_points(struct tile_drawing *d, const struct tile_answer *answer)
{
    vector_tile_begin_layer(&d->tile, SV("points"));
    for (size_t i = 0; i < answer->point_count; i++) {
        const struct tile_point *point = &answer->points[i];
        const struct store_table *table = snapshot_table_by_uuid(d->view->snapshot, &point->table);
        double x = 0;
        double y = 0;
        tile_project(point->latitude, point->longitude, &x, &y);
        vector_tile_point(&d->tile, units(x, d->at.zoom, d->at.x), units(y, d->at.zoom, d->at.y));
        vector_tile_number(&d->tile, SV("count"), point->count);
        if (table != NULL) {
            vector_tile_text(&d->tile, SV("table"), table->slug);
            vector_tile_text(&d->tile, SV("key"), point->key);
        }
        vector_tile_end_feature(&d->tile);
    }
    vector_tile_end_layer(&d->tile);
}

static status refuse(const struct http_request *request, struct error *e)
{
    static const char *const useless[] = {"limit", NULL};
    TRY(search_input_refuse_page(request, e));
    return search_input_refuse(request, useless, e);
}

status api_tile(void *context, struct http_request *request, struct http_response *response,
                struct error *e)
{
    struct search_input input;
    struct tile_answer answer = {0};
    struct tile_drawing d = {.view = &input.view};
    TRY(tile_address_of(request, ZOOM_MOST, &d.at, e));
    TRY(refuse(request, e));
    TRY(search_input_from_parameters(context, request, NULL, &input, e));
    if (view_not_modified(&input.view, request, response)) {
        return ST_OK;
    }
    d.depth = MIN(d.at.zoom < WORLD_ZOOMS ? 6u : 5u, TILE_ZOOM_MOST - d.at.zoom);
    const struct tile_request asked = {d.at.zoom, d.at.x, d.at.y, d.depth, RECORDS_SINGLY};
    input.request.cancelled = http_request_cancelled;
    input.request.cancelled_argument = request;
    TRY(search_tile(input.view.snapshot, &scope_public, request->arena, &input.request, &asked,
                    &answer, e));
    response->content_type = "application/vnd.mapbox-vector-tile";
    vector_tile_init(&d.tile, request->arena, &response->body);
    write_cells(&d, &answer);
    if (answer.one_by_one) {
        write_points(&d, &answer);
    } else {
        write_middles(&d, &answer);
    }
    status result = vector_tile_check(&d.tile, e);
    vector_tile_release(&d.tile);
    return result;
}
