// SPDX-License-Identifier: Apache-2.0
// Darwin Core terms (TDWG, quick reference guide of 2023) and the museum's own fields: the group of
// the record page each belongs to, their order, and the label people read. Must not know: records.
#pragma once

#include "base/arena.h"
#include "base/string_view.h"

struct page;

enum term_group {
    TERM_CLASSIFICATION,
    TERM_LOCATION,
    TERM_EVENT,
    TERM_IDENTIFICATION,
    TERM_SPECIMEN,
    TERM_MINERALOGY,
    TERM_STRATIGRAPHY,
    TERM_METEORITES,
    TERM_BOTANY,
    TERM_ZOOLOGY,
    TERM_INDEX_LOT,
    TERM_SAMPLE,
    TERM_RECORD,
    TERM_OTHER, // every field not listed
    TERM_GROUP_COUNT,
};

const char *term_group_title(enum term_group group);
// The group of a field and its place in it (smaller first; equal for fields not listed).
enum term_group term_group_of(string_view field, size_t *place);
// "stateProvince" reads "State province"; listed terms have the label the house uses. In the arena.
string_view term_label(struct arena *arena, string_view field);
// The same in the reader's language where it has a word for it, else the term's own words.
string_view term_words(struct page *p, string_view field);
// Values of these are scientific names, set in italics.
bool term_is_name(string_view field);
// Values of these are identifiers or coordinates, set in the monospaced face.
bool term_is_code(string_view field);
