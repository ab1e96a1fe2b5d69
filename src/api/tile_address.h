// SPDX-License-Identifier: Apache-2.0
// The tile that an address names, as {z}/{x}/{y}.mvt. Must not know: what tiles show.
#pragma once

#include "http/request.h"

struct tile_address {
    uint32_t zoom, x, y;
};

// From the captures z, x and y of the route, y with its ".mvt". ST_NOT_FOUND where there is no such
// tile, or its zoom is past `most`.
NODISCARD status tile_address_of(const struct http_request *request, uint32_t most,
                                 struct tile_address *out, struct error *e);
