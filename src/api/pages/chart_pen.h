// SPDX-License-Identifier: Apache-2.0
// Shapes of a chart's picture. A shape has a role; within a page the style sheet colours roles by
// classes (web/src/views/charts.css), in a file that stands alone they carry the light colours as
// attributes. Must not know: what a chart means.
#pragma once

#include "api/pages/chart.h"
#include "api/pages/chart_scale.h"

#define CHART_TEXT     14.0 // size of text
#define CHART_TEXT_LOW 12.0 // of ticks and notes
#define CHART_SERIES   ((size_t)6)
#define CHART_TINTS    ((size_t)4)
#define CHART_RAMP     ((size_t)7)

enum chart_role {
    ROLE_GROUND, // behind a picture that stands alone
    ROLE_TEXT,
    ROLE_QUIET,  // smaller text
    ROLE_STRONG, // a picture's title
    ROLE_AXIS,
    ROLE_GRID,
    ROLE_BAR,
    ROLE_MISSING, // a bar, box or segment of what is not recorded, or of the rest
    ROLE_EMPTY,   // a cell without records
    ROLE_ROW,     // all of a row that can be clicked
    ROLE_WHISKER,
    ROLE_SERIES,                 // and CHART_SERIES - 1 more
    ROLE_TINT = ROLE_SERIES + 6, // and CHART_TINTS - 1 more
    ROLE_RAMP = ROLE_TINT + 4,   // and CHART_RAMP - 1 more
    ROLE_COUNT = ROLE_RAMP + 7,
};

enum chart_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

// Begins and ends the <svg>; `name` is what assistive software calls it.
void pen_begin(struct chart_picture *c, string_view name);
void pen_end(struct chart_picture *c);

void pen_box(struct chart_picture *c, enum chart_role role, struct chart_box box);
void pen_line(struct chart_picture *c, enum chart_role role, double x1, double y1, double x2,
              double y2);
void pen_circle(struct chart_picture *c, enum chart_role role, double x, double y, double radius);
// A path of numbers made by this program.
void pen_path(struct chart_picture *c, enum chart_role role, string_view d);
// A text as it is; `y` is its base line.
void pen_text(struct chart_picture *c, enum chart_role role, enum chart_anchor anchor, double x,
              double y, string_view text);
// The same turned about its start, in degrees.
void pen_turned_text(struct chart_picture *c, enum chart_role role, enum chart_anchor anchor,
                     double x, double y, double degrees, string_view text);
// The text or its start, at most `most` wide.
void pen_fitted_text(struct chart_picture *c, enum chart_role role, enum chart_anchor anchor,
                     double x, double y, string_view text, double most);
// Shapes between the two share a link and a name that is shown on hover.
void pen_link_begin(struct chart_picture *c, string_view address, string_view name);
void pen_link_end(struct chart_picture *c, string_view address);
// Squares with names beside them, wrapped to the picture's width from (0, y); returns the height
// taken.
double pen_legend(struct chart_picture *c, double y, const struct chart_item *series,
                  const enum chart_role *roles, size_t count);
// Where text is written over several lines of at most `width`; returns the height taken.
double pen_paragraph(struct chart_picture *c, enum chart_role role, double size, double y,
                     string_view text);
