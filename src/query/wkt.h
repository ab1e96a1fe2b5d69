// SPDX-License-Identifier: Apache-2.0
// Polygons from well-known text (OGC 06-103r4, section 7): POLYGON and MULTIPOLYGON, in any case,
// with Z, M or ZM, whose further numbers are passed over; longitude first.
// Must not know: JSON, whether the polygons are whole (polygon_check.h).
#pragma once

#include "query/query.h"

// Into the arena, at most `most` positions. ST_INVALID says what stands where.
NODISCARD status wkt_read_polygons(struct arena *arena, string_view text, size_t most,
                                   const struct query_polygon **out, size_t *count,
                                   struct error *e);
