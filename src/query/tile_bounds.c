// SPDX-License-Identifier: Apache-2.0
// Web Mercator (EPSG:3857) in whole units of 1e-7 degree.
#include "query/tile_bounds.h"

#include <math.h>

#define WIDTH_UNITS  (UINT64_C(360) * POSITION_UNITS)
#define LATITUDE_END 85.05112877980659

int32_t tile_southern_edge(uint32_t row, unsigned zoom)
{
    double all = ldexp(1, (int)zoom);
    double y = M_PI * (1 - 2 * ((double)row + 1) / all);
    double degrees = atan(sinh(y)) * 180 / M_PI;
    return (double)row + 1 >= all ? -INT32_MAX : (int32_t)ceil(degrees * POSITION_UNITS);
}

// The least longitude of a column, counted from 180° W.
static uint64_t western_edge(uint32_t column, unsigned zoom)
{
    uint64_t all = UINT64_C(1) << zoom;
    return (column * WIDTH_UNITS + all - 1) / all;
}

struct tile_bounds tile_bounds(unsigned zoom, uint32_t x, uint32_t y)
{
    const int32_t pole = 90 * POSITION_UNITS;
    const int64_t half = (int64_t)(WIDTH_UNITS / 2);
    bool last = (uint64_t)x + 1 >= UINT64_C(1) << zoom; // 180° E lies in it
    int32_t south = tile_southern_edge(y, zoom);
    return (struct tile_bounds){
        .south = MAX(south, -pole),
        .north = y == 0 ? pole : tile_southern_edge(y - 1, zoom) - 1,
        .west = (int32_t)((int64_t)western_edge(x, zoom) - half),
        .east = (int32_t)((int64_t)western_edge(x + 1, zoom) - half - (last ? 0 : 1)),
    };
}

void tile_project(int32_t latitude, int32_t longitude, double *x, double *y)
{
    double degrees = fmin(fmax((double)latitude / POSITION_UNITS, -LATITUDE_END), LATITUDE_END);
    *x = ((double)longitude / POSITION_UNITS + 180) / 360;
    *y = (1 - asinh(tan(degrees * M_PI / 180)) / M_PI) / 2;
}
