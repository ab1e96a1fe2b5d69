// SPDX-License-Identifier: Apache-2.0
// The values of one field over several segments' dictionaries, numbered in the one order of values
// (DESIGN.md, How it answers: "translated to the snapshot's ordinals"). Made when a field is first
// counted or sorted by, and kept (query_cache.h).
// Must not know: rows, queries.
#pragma once

#include "query/field_paths.h"

// Values are numbered 1 .. count. Two spellings that are equal without case (rule C1), or truths
// that are equal, are of one group; values that sort alike (equal numbers, equal intervals) have
// one place. Groups and places are numbered from 1 too, and rise with the values.
struct field_values {
    uint32_t count;
    uint32_t group_count;
    uint32_t place_count;
    uint32_t *groups; // by value; NULL: the value's own number
    uint32_t *places; // by value; NULL: the value's own number
    struct value_source {
        uint32_t path; // in the field_paths
        uint32_t ordinal;
    } * sources; // by value: where its text can be had
    struct field_translation {
        uint32_t count;   // entries of the dictionary
        uint32_t missing; // ordinals up to here have no value
        uint32_t *values; // by ordinal; NULL: the ordinal less `missing`
    } * translations;     // by path
    size_t path_count;
};

// ST_INVALID never: any field can be counted. Valid until `holder` is released.
NODISCARD status field_values_get(const struct field_paths *paths, struct arena *holder,
                                  const struct field_values **out, struct error *e);

static inline uint32_t field_values_group(const struct field_values *v, uint32_t value)
{
    return v->groups == NULL ? value : v->groups[value];
}
static inline uint32_t field_values_place(const struct field_values *v, uint32_t value)
{
    return v->places == NULL ? value : v->places[value];
}
// Value of an ordinal of one path, which is at most the dictionary's count; 0: none.
static inline uint32_t field_translate(const struct field_translation *t, uint32_t ordinal)
{
    if (ordinal <= t->missing) {
        return 0;
    }
    return t->values == NULL ? ordinal - t->missing : t->values[ordinal];
}
// First value of a group.
uint32_t field_values_group_start(const struct field_values *v, uint32_t group);
// A value's text, into `scratch`.
NODISCARD status field_values_text(const struct field_values *v, const struct field_paths *paths,
                                   uint32_t value, struct buffer *scratch, string_view *text,
                                   struct error *e);
