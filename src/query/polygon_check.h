// SPDX-License-Identifier: Apache-2.0
// Whether polygons are whole: what `within` asks of an area that people drew or pasted. Bounded:
// near n log n for the shapes there are, and refused where it would be far more.
// Must not know: how the polygons were written, records.
#pragma once

#include "query/query.h"

// ST_INVALID with a sentence for: fewer than four positions in a ring, a ring that does not end
// where it starts, a position that is none (not a number, out of range), an edge longer than 180
// degrees of longitude but not 360 (a polygon across the antimeridian is given as two, RFC 7946
// section 3.1.9), rings of one polygon that cross each other or themselves (they may touch), a hole
// that lies outside. Polygons may overlap each other.
NODISCARD status polygons_check(const struct query_polygon *polygons, size_t count,
                                struct error *e);
