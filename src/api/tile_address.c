// SPDX-License-Identifier: Apache-2.0
// Reads {z}/{x}/{y}.mvt. Only the shortest form of a number is taken, so that a tile has one
// address.
#include "api/tile_address.h"

static bool take(string_view text, uint64_t most, uint32_t *out)
{
    uint64_t value = 0;
    if (text.length > 8 || (text.length > 1 && text.bytes[0] == '0') ||
        !sv_to_uint64(text, &value) || value > most) {
        return false;
    }
    *out = (uint32_t)value;
    return true;
}

status tile_address_of(const struct http_request *request, uint32_t most, struct tile_address *out,
                       struct error *e)
{
    const string_view ending = SV(".mvt");
    string_view y = http_request_capture(request, "y");
    struct tile_address a = {0};
    if (!sv_ends_with(y, ending) || !take(http_request_capture(request, "z"), most, &a.zoom) ||
        !take(http_request_capture(request, "x"), (UINT64_C(1) << a.zoom) - 1, &a.x) ||
        !take(sv_slice(y, 0, y.length - ending.length), (UINT64_C(1) << a.zoom) - 1, &a.y)) {
        return error_set(e, ST_NOT_FOUND,
                         "there is no such tile: the address ends in zoom/x/y.mvt, zoom from 0 to "
                         "%u, x and y below 2^zoom",
                         (unsigned)most);
    }
    *out = a;
    return ST_OK;
}
