// SPDX-License-Identifier: Apache-2.0
// The geometry of charts: axes with round steps, areas of a treemap, sectors of a ring, steps of a
// ramp. Pure numbers, in any unit. Must not know: pictures, words.
#pragma once

#include "base/base.h"

// An axis from `low` to `high` in equal round steps (1, 2 or 5 times a power of ten).
struct chart_axis {
    double low, high;
    double step;
    size_t steps; // high = low + steps * step
};

// From 0 to at least `most` in at most `steps` steps (at least 1); of whole numbers the step is at
// least 1. What is no number, or not above 0, is taken for 1.
struct chart_axis chart_axis_from_zero(double most, size_t steps, bool whole);
// From at most `least` to at least `most`.
struct chart_axis chart_axis_between(double least, double most, size_t steps);
// Where a value lies on an axis drawn `length` long, from 0 to `length`.
double chart_axis_place(const struct chart_axis *axis, double value, double length);

struct chart_box {
    double x, y, width, height;
};

// Boxes whose areas are in proportion to the values and fill `whole`, as near to squares as the
// squarified treemap makes them (M. Bruls, K. Huizing, J. van Wijk, 2000). Values in descending
// order; those of 0 get boxes without area.
void chart_treemap(const uint64_t *values, size_t count, struct chart_box whole,
                   struct chart_box *out);

// The step of a ramp of `steps` that a count from 1 to `most` takes, by the logarithm: 0 to steps -
// 1.
size_t chart_ramp_step(uint64_t count, uint64_t most, size_t steps);
// The least count that takes that step.
uint64_t chart_ramp_least(size_t step, uint64_t most, size_t steps);
