// SPDX-License-Identifier: Apache-2.0
// The state of a search as its address carries it: a list of name=value pairs, as the portal API's
// GET /api/v1/records takes them. Links are made by changing a copy; equal states give equal
// addresses, since pairs are printed in one order. Must not know: what a parameter means.
#pragma once

#include "base/arena.h"
#include "base/buffer.h"

struct address_pair {
    string_view name;  // decoded
    string_view value; // decoded
};

#define ADDRESS_PAIRS_MAX 400 // a server refuses longer queries before they come here

struct address {
    string_view path; // already encoded, such as "/search"
    struct address_pair pairs[ADDRESS_PAIRS_MAX];
    size_t count;
};

void address_init(struct address *a, string_view path);
// A copy without the pairs named `name` (all values).
void address_remove(struct address *a, string_view name);
// Without the one pair (name, value), if it is there.
void address_remove_pair(struct address *a, string_view name, string_view value);
// Adds a pair; an empty value or a pair over the limit is left out, an equal pair is not repeated.
void address_add(struct address *a, string_view name, string_view value);
// Removes `name` and adds (name, value).
void address_set(struct address *a, string_view name, string_view value);
bool address_has(const struct address *a, string_view name, string_view value);
// The first value of `name`, or the empty view.
string_view address_value(const struct address *a, string_view name);

// Prints path?name=value&... into the arena: q first, then names in byte order, values in the order
// they came. Empty when out of memory.
string_view address_print(const struct address *a, struct arena *arena);
