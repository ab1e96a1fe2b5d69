// SPDX-License-Identifier: Apache-2.0
// The names most like one that was not found, for the sentence that says so.
// Must not know: what the names are of.
#pragma once

#include "base/string_view.h"

#define NEAR_NAMES_MOST 5
#define NEAR_NAMES_TEXT 256

struct near_names {
    char *folded; // of the name looked for; owned, NULL when out of memory
    size_t length;
    string_view names[NEAR_NAMES_MOST]; // borrowed; the nearest first
    size_t distances[NEAR_NAMES_MOST];
    size_t count;
};

void near_names_init(struct near_names *n, string_view name);
void near_names_release(struct near_names *n);
// Keeps the name if it is among the nearest so far (edit distance of the folded forms, at most a
// third of the length; or one holds the other). The view must outlive the struct.
void near_names_offer(struct near_names *n, string_view name);
// "a, b, c", cut to what fits; "" when there are none.
void near_names_print(const struct near_names *n, char out[NEAR_NAMES_TEXT]);
