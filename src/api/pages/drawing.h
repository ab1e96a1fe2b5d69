// SPDX-License-Identifier: Apache-2.0
// Pictures that pages draw as inline SVG from numbers: locator maps, the growth chart, barcodes.
// Geometry goes into attributes only, colours come from the style sheet. Must not know: pages.
#pragma once

#include "api/pages/layout.h"

// A map of the surroundings of one point with its uncertainty, and the world with the window
// marked. Latitude and longitude in degrees (WGS 84); metres of uncertainty, 0 when not known.
// Draws nothing for coordinates out of range.
void draw_locator(struct page *p, double latitude, double longitude, double uncertainty_metres);

// The world with a box; west may be greater than east (over the antimeridian).
void draw_extent(struct page *p, double west, double south, double east, double north);

// The world with the cells that have records, and how many have a position; `extent` is what the
// metadata say of it, west, south, east and north, or NULL.
void draw_coverage(struct page *p, const struct coverage *coverage, const double *extent);

// How the number of records of a kind grew, with the same numbers as a table behind a <details>.
void draw_growth(struct page *p, enum record_kind kind, const struct growth_point *points,
                 size_t count);

// A small histogram: bars of one width from their lower bounds, by these, with the least and the
// greatest bound below.
void draw_plot(struct page *p, const struct plot_bar *bars, size_t count, double width);

// Code 128 (ISO/IEC 15417, code set B) of printable ASCII; nothing for other or overlong text.
void draw_barcode(struct page *p, string_view text);
