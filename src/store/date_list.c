// SPDX-License-Identifier: Apache-2.0
// Reading dates: the long form is passed through, in the short one bounds are halved for.
#include "store/date_list.h"

#include "store/segment_format.h"

#include <string.h>

static status cut_short(struct error *e)
{
    return error_set(e, ST_CORRUPT, "the list of dates is cut short");
}

// --- opening -------------------------------------------------------------------------------------

static status open_long(const unsigned char *bytes, size_t length, uint64_t count,
                        struct date_list *out, struct error *e)
{
    if (count > length / 20 || length != round_up(count * 4, 8) + count * 16) {
        return cut_short(e);
    }
    const void *ordinals = bytes;
    const void *starts = bytes + round_up(count * 4, 8);
    *out = (struct date_list){.count = count, .ordinals = ordinals, .starts = starts};
    out->ends = out->starts + count;
    return ST_OK;
}

static void find_lengths(struct date_list *d)
{
    d->shortest = d->lengths[0];
    d->longest = d->lengths[0];
    for (uint32_t i = 1; i < d->length_count; i++) {
        d->shortest = MIN(d->shortest, d->lengths[i]);
        d->longest = MAX(d->longest, d->lengths[i]);
    }
}

static status open_short(const unsigned char *bytes, size_t length, uint64_t count,
                         struct date_list *out, struct error *e)
{
    struct dates_header h;
    if (length < sizeof h) {
        return cut_short(e);
    }
    memcpy(&h, bytes, sizeof h);
    uint64_t rest = length - sizeof h;
    bool known = h.width <= sizeof(uint64_t) && h.lengths > 0 && h.lengths <= DATE_LENGTHS_MOST &&
                 h.coded <= 1 && count > 0 && count <= UINT32_MAX && h.runs > 0 && h.runs <= count;
    if (!known || rest != h.lengths * sizeof(int64_t) + h.runs * sizeof(struct date_run) +
                              round_up(count * h.width + DATES_PADDING, 8) +
                              round_up(count * h.coded, 8)) {
        return cut_short(e);
    }
    const void *lengths = bytes + sizeof h;
    const void *runs = bytes + sizeof h + h.lengths * sizeof(int64_t);
    *out = (struct date_list){.count = count,
                              .runs = runs,
                              .run_count = h.runs,
                              .base = h.base,
                              .unit = h.unit,
                              .width = h.width,
                              .lengths = lengths,
                              .length_count = h.lengths};
    out->offsets = (const unsigned char *)(out->runs + h.runs);
    out->codes = h.coded == 0 ? NULL : out->offsets + round_up(count * h.width + DATES_PADDING, 8);
    find_lengths(out);
    return ST_OK;
}

status date_list_open(const unsigned char *bytes, size_t length, uint64_t count,
                      struct date_list *out, struct error *e)
{
    uint32_t mark = 0;
    if (length < sizeof mark) {
        return cut_short(e);
    }
    memcpy(&mark, bytes, sizeof mark);
    return mark == DATES_SHORT ? open_short(bytes, length, count, out, e)
                               : open_long(bytes, length, count, out, e);
}

static bool long_holds(const struct date_list *d, uint64_t most)
{
    for (size_t i = 0; i < d->count; i++) {
        if (d->ordinals[i] == 0 || d->ordinals[i] > most ||
            (i > 0 && d->ordinals[i] <= d->ordinals[i - 1])) {
            return false;
        }
    }
    return true;
}

bool date_list_holds(const struct date_list *d, uint64_t most)
{
    if (d->runs == NULL) {
        return long_holds(d, most);
    }
    uint64_t behind = 1; // the least ordinal that may come
    uint64_t count = 0;
    for (size_t i = 0; i < d->run_count; i++) {
        const struct date_run *run = &d->runs[i];
        if (run->count == 0 || run->ordinal < behind) {
            return false;
        }
        behind = (uint64_t)run->ordinal + run->count;
        count += run->count;
    }
    uint32_t code = 0;
    for (size_t i = 0; d->codes != NULL && i < d->count; i++) {
        code = MAX(code, (uint32_t)d->codes[i]);
    }
    return count == d->count && behind <= most + 1 && code < d->length_count;
}

// --- one date ------------------------------------------------------------------------------------

static inline moment start_at(const struct date_list *d, size_t index)
{
    uint64_t offset = 0;
    memcpy(&offset, d->offsets + index * d->width, sizeof offset);
    offset = d->width == 0 ? 0 : offset << (64 - 8 * d->width) >> (64 - 8 * d->width);
    return (moment)((uint64_t)d->base + offset * d->unit);
}

static inline moment end_of(const struct date_list *d, size_t index, moment start)
{
    int64_t length = d->lengths[d->codes == NULL ? 0 : d->codes[index]];
    return (moment)((uint64_t)start + (uint64_t)length);
}

bool date_list_next(const struct date_list *d, struct date_cursor *c, uint32_t *ordinal,
                    moment *start, moment *end)
{
    if (c->index >= d->count) {
        return false;
    }
    size_t index = c->index++;
    if (d->runs == NULL) {
        *ordinal = d->ordinals[index];
        *start = d->starts[index];
        *end = d->ends[index];
        return true;
    }
    if (c->at == d->runs[c->run].count) {
        c->run++;
        c->at = 0;
    }
    *ordinal = d->runs[c->run].ordinal + (uint32_t)c->at++;
    *start = start_at(d, index);
    *end = end_of(d, index, *start);
    return true;
}

// --- dates within bounds -------------------------------------------------------------------------

struct finder {
    const struct date_list *d;
    const struct date_bounds *bounds;
    date_range_visit *visit;
    void *argument;
    uint32_t first; // ordinals found that follow each other, not given yet: [first, behind)
    uint32_t behind;
};

static status give(struct finder *f, struct error *e)
{
    return f->first < f->behind ? f->visit(f->argument, f->first, f->behind - 1, e) : ST_OK;
}

static status found(struct finder *f, uint32_t first, uint32_t count, struct error *e)
{
    if (count == 0) {
        return ST_OK;
    }
    if (f->first < f->behind && f->behind == first) {
        f->behind += count;
        return ST_OK;
    }
    TRY(give(f, e));
    f->first = first;
    f->behind = first + count;
    return ST_OK;
}

static bool is_within(const struct date_bounds *b, moment start, moment end)
{
    return start >= b->least_start && start <= b->most_start && end >= b->least_end &&
           end <= b->most_end;
}

static status find_long(struct finder *f, struct error *e)
{
    const struct date_list *d = f->d;
    for (size_t i = 0; i < d->count; i++) {
        if (is_within(f->bounds, d->starts[i], d->ends[i])) {
            TRY(found(f, d->ordinals[i], 1, e));
        }
    }
    return ST_OK;
}

// First of the dates [low, high) that starts at `bound` or later (behind it when `past`).
static size_t bound_of(const struct date_list *d, size_t low, size_t high, moment bound, bool past)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        moment start = start_at(d, middle);
        bool before = past ? start <= bound : start < bound;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

static moment less(moment a, int64_t b)
{
    moment result = 0;
    return __builtin_sub_overflow(a, b, &result) ? (b > 0 ? INT64_MIN : INT64_MAX) : result;
}

// A run whose first date is number `base` of the list.
struct run_at {
    size_t base;
    uint32_t ordinal;
};

static status look(struct finder *f, const struct run_at *run, size_t from, size_t to,
                   struct error *e)
{
    for (size_t i = from; i < to; i++) {
        moment start = start_at(f->d, i);
        if (is_within(f->bounds, start, end_of(f->d, i, start))) {
            TRY(found(f, run->ordinal + (uint32_t)(i - run->base), 1, e));
        }
    }
    return ST_OK;
}

// Starts tell of most dates, whatever their length, whether they are within; the others are looked
// at.
static status find_in_run(struct finder *f, const struct run_at *run, size_t count, struct error *e)
{
    const struct date_list *d = f->d;
    const struct date_bounds *b = f->bounds;
    size_t end = run->base + count;
    moment least = MAX(b->least_start, less(b->least_end, d->longest));
    moment most = MIN(b->most_start, less(b->most_end, d->shortest));
    size_t from = bound_of(d, run->base, end, least, false);
    size_t to = bound_of(d, from, end, most, true);
    size_t sure = bound_of(d, from, to, less(b->least_end, d->shortest), false);
    size_t unsure = bound_of(d, sure, to, less(b->most_end, d->longest), true);
    TRY(look(f, run, from, sure, e));
    TRY(found(f, run->ordinal + (uint32_t)(sure - run->base), (uint32_t)(unsure - sure), e));
    return look(f, run, unsure, to, e);
}

status date_list_find(const struct date_list *d, const struct date_bounds *bounds,
                      date_range_visit *visit, void *argument, struct error *e)
{
    struct finder f = {.d = d, .bounds = bounds, .visit = visit, .argument = argument};
    if (d->runs == NULL) {
        TRY(find_long(&f, e));
        return give(&f, e);
    }
    size_t base = 0;
    for (size_t i = 0; i < d->run_count; i++) {
        struct run_at run = {base, d->runs[i].ordinal};
        TRY(find_in_run(&f, &run, d->runs[i].count, e));
        base += d->runs[i].count;
    }
    return give(&f, e);
}
