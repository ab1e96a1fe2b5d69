// SPDX-License-Identifier: Apache-2.0
// Axes, treemaps, ramps.
#include "api/pages/chart_scale.h"

#include <math.h>

#define GREATEST 1e300 // steps beyond it would overflow

// The least round number that is at least `x`.
static double round_step(double x)
{
    double power = pow(10, floor(log10(x)));
    static const double factors[] = {1, 2, 5, 10};
    for (size_t i = 0; i < ARRAY_LENGTH(factors); i++) {
        if (factors[i] * power >= x * (1 - 1e-9)) {
            return factors[i] * power;
        }
    }
    return 10 * power;
}

struct chart_axis chart_axis_from_zero(double most, size_t steps, bool whole)
{
    struct chart_axis axis = {.low = 0};
    steps = MAX(steps, (size_t)1);
    most = isfinite(most) && most > 0 ? MIN(most, GREATEST) : 1;
    axis.step = round_step(most / (double)steps);
    axis.step = whole ? MAX(axis.step, 1) : axis.step;
    axis.steps = (size_t)ceil(most / axis.step * (1 - 1e-9));
    axis.steps = MAX(axis.steps, (size_t)1);
    axis.high = axis.step * (double)axis.steps;
    return axis;
}

struct chart_axis chart_axis_between(double least, double most, size_t steps)
{
    if (!isfinite(least) || !isfinite(most) || fabs(least) > GREATEST || fabs(most) > GREATEST) {
        return chart_axis_from_zero(1, steps, false);
    }
    double span = most - least;
    if (!(span > 0)) {
        span = fabs(least) > 0 ? fabs(least) / 10 : 1;
        least -= span / 2;
        most += span / 2;
    }
    struct chart_axis axis = {.step = round_step(span / (double)MAX(steps, (size_t)2))};
    axis.low = floor(least / axis.step) * axis.step;
    axis.steps = (size_t)ceil((most - axis.low) / axis.step * (1 - 1e-9));
    axis.steps = MAX(axis.steps, (size_t)1);
    axis.high = axis.low + axis.step * (double)axis.steps;
    return axis;
}

double chart_axis_place(const struct chart_axis *axis, double value, double length)
{
    double part = (value - axis->low) / (axis->high - axis->low);
    return isfinite(part) ? MIN(MAX(part, 0), 1) * length : 0;
}

// --- treemap ---------------------------------------------------------------------------------

// The worst ratio of sides in a row of boxes of that sum along a side.
static double worst_ratio(double sum, double least, double most, double side)
{
    double square = sum * sum;
    double along = side * side;
    return MAX(along * most / square, square / (along * least));
}

// Lays boxes first..end along the shorter side of *room and takes them off it.
static void lay_row(const uint64_t *values, size_t first, size_t end, double scale, double sum,
                    struct chart_box *room, struct chart_box *out)
{
    bool upright = room->width >= room->height; // the row stands at the left
    double side = upright ? room->height : room->width;
    double depth = side > 0 ? sum / side : 0;
    double at = 0;
    for (size_t i = first; i < end; i++) {
        double length = depth > 0 ? (double)values[i] * scale / depth : 0;
        out[i] = upright ? (struct chart_box){room->x, room->y + at, depth, length}
                         : (struct chart_box){room->x + at, room->y, length, depth};
        at += length;
    }
    if (upright) {
        room->x += depth;
        room->width = MAX(room->width - depth, 0);
    } else {
        room->y += depth;
        room->height = MAX(room->height - depth, 0);
    }
}

void chart_treemap(const uint64_t *values, size_t count, struct chart_box whole,
                   struct chart_box *out)
{
    double total = 0;
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        total += (double)values[i];
        used += values[i] > 0;
        out[i] = (struct chart_box){whole.x, whole.y, 0, 0};
    }
    if (used == 0 || whole.width <= 0 || whole.height <= 0) {
        return;
    }
    double scale = whole.width * whole.height / total;
    struct chart_box room = whole;
    for (size_t first = 0; first < used;) {
        double side = MIN(room.width, room.height);
        double sum = (double)values[first] * scale;
        size_t end = first + 1;
        double most = sum;
        double worst = worst_ratio(sum, sum, most, side);
        while (end < used) {
            double area = (double)values[end] * scale;
            double next = worst_ratio(sum + area, area, most, side);
            if (next > worst) {
                break;
            }
            worst = next;
            sum += area;
            end++;
        }
        lay_row(values, first, end, scale, sum, &room, out);
        first = end;
    }
}

// --- ramps -----------------------------------------------------------------------------------

size_t chart_ramp_step(uint64_t count, uint64_t most, size_t steps)
{
    if (count <= 1 || most <= 1 || steps <= 1) {
        return count > 0 && count >= most && steps > 0 ? steps - 1 : 0;
    }
    double part = log((double)MIN(count, most)) / log((double)most);
    return MIN((size_t)(part * (double)steps + 1e-9), steps - 1);
}

uint64_t chart_ramp_least(size_t step, uint64_t most, size_t steps)
{
    if (step == 0 || steps == 0 || most <= 1) {
        return 1;
    }
    uint64_t least = (uint64_t)pow((double)most, (double)step / (double)steps);
    least = MAX(least, (uint64_t)1);
    while (chart_ramp_step(least, most, steps) < step && least < most) {
        least++;
    }
    return least;
}
