// SPDX-License-Identifier: Apache-2.0
// The dates of a dictionary with the ordinals they belong to (docs/format.md, DATES): encoding and
// reading. A date is its first and its last millisecond, UTC. In the short form dates lie in runs
// of ordinals that follow each other and starts that never fall, so that those of an interval are
// found by halving. Must not know: how dates are written, files. Thread-safe.
#pragma once

#include "base/buffer.h"
#include "base/clock.h"
#include "base/status.h"

// --- reading -------------------------------------------------------------------------------------

struct date_run {
    uint32_t ordinal; // of the first date
    uint32_t count;
};

struct date_list {
    size_t count;
    // of the long form, else NULL: one of each a date
    const uint32_t *ordinals;
    const int64_t *starts;
    const int64_t *ends;
    // of the short form
    const struct date_run *runs;
    size_t run_count;
    int64_t base;
    uint64_t unit;                // milliseconds
    const unsigned char *offsets; // of starts from the base, in units; 8 readable bytes behind
    uint32_t width;               // bytes of an offset, at most 8
    const int64_t *lengths;       // end - start
    uint32_t length_count;
    const unsigned char *codes; // the length of each date; NULL: all have the first
    int64_t shortest;
    int64_t longest;
};

// `bytes` is aligned to 8. ST_CORRUPT when `count` dates do not fit into them.
NODISCARD status date_list_open(const unsigned char *bytes, size_t length, uint64_t count,
                                struct date_list *out, struct error *e);
// Whether the ordinals rise and are at most `most`, and all dates have a length.
bool date_list_holds(const struct date_list *d, uint64_t most);

// The dates in order.
struct date_cursor {
    size_t index;
    size_t run;
    size_t at; // in the run
};
// False behind the last.
bool date_list_next(const struct date_list *d, struct date_cursor *c, uint32_t *ordinal,
                    moment *start, moment *end);

// All four, ends included.
struct date_bounds {
    moment least_start;
    moment most_start;
    moment least_end;
    moment most_end;
};
// Gives the ordinals of the dates within the bounds, as ranges that rise; stops when visit fails.
typedef status date_range_visit(void *argument, uint32_t first, uint32_t last, struct error *e);
NODISCARD status date_list_find(const struct date_list *d, const struct date_bounds *bounds,
                                date_range_visit *visit, void *argument, struct error *e);

// --- encoding ------------------------------------------------------------------------------------

// Appends the shorter of the two forms. Ordinals rise.
void date_list_encode(const uint32_t *ordinals, const moment *starts, const moment *ends,
                      size_t count, struct buffer *out);
