// SPDX-License-Identifier: Apache-2.0
// A part of the world on the plane of the basemap that web/basemap builds: x = longitude + 180,
// y = 90 - latitude, in degrees. Its shapes are stretched by the cosine of its middle's latitude,
// so that they look as they are. Must not know: what is drawn on it.
#pragma once

#include "api/pages/layout.h"

struct map_window {
    double left;    // may lie below 0 or past 360: the map goes round
    double top;     // 0 to 180
    double width;   // degrees of longitude
    double height;  // degrees of latitude
    double stretch; // horizontal factor
};

// The window's viewBox, in the arena.
string_view map_window_box(struct page *p, const struct map_window *window);
// Land, lines of longitude and latitude, borders between them: inside a group that is scaled by the
// stretch.
void map_window_base(struct page *p, const struct map_window *window);
// "12.34" for an attribute.
struct html_value map_number(struct page *p, double value);
