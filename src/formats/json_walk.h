// SPDX-License-Identifier: Apache-2.0
// A walk over the members of an object or the elements of a list in JSON of our own writing: valid,
// without blanks. Nothing is copied. Must not know: what the members mean.
#pragma once

#include "base/buffer.h"

struct json_walk {
    string_view rest; // behind the opening bracket, or what follows a value
};

// `value` is an object or a list; of other values nothing is given.
struct json_walk json_walk_into(string_view value);
// The next member: its name as written, without the quotes, and its value; false when there is none
// left. Of a list `name` is empty.
bool json_walk_next(struct json_walk *w, string_view *name, string_view *value);
// The value of an object's member; empty where it has none of that name, in whatever letters' case.
string_view json_walk_find(string_view object, string_view member);
// Appends the characters of a string as it is written, with or without its quotes.
void json_write_unescaped(struct buffer *out, string_view text);
