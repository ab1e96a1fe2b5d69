// SPDX-License-Identifier: Apache-2.0
// Plain checks of a record's values, made when it is read: nothing is changed and nothing kept.
// Must not know: pages, stores.
#pragma once

#include "api/page_values.h"
#include "api/pages/flags.h"
#include "base/clock.h"

// The fields that hold a table's coordinates; usually decimalLatitude and decimalLongitude.
struct coordinate_fields {
    string_view latitude;
    string_view longitude;
};

// Fills the flags that a record deserves, each once, in their order, and gives their number. `now`
// is the moment that is the future's beginning.
size_t record_checks(struct arena *arena, const struct record_tree *record,
                     const struct coordinate_fields *fields, moment now,
                     enum record_flag out[FLAG_COUNT]);

// A number as people write it in data, alone in its text; false for all else, NaN and infinity too.
bool record_number(string_view text, double *out);
