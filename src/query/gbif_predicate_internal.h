// SPDX-License-Identifier: Apache-2.0
// What the files that read GBIF's predicates share. Must not know: who asks.
#pragma once

#include "query/gbif_predicate.h"

// What a predicate comes to on one dataset.
enum gbif_sense {
    GBIF_ALL,
    GBIF_NONE,
    GBIF_UNKNOWN, // what it means cannot be told here
    GBIF_TERM,
};
struct gbif_meaning {
    enum gbif_sense sense;
    json_t *term; // of GBIF_TERM: a term or group of our own form; a reference of the holder's
};

struct gbif_reading {
    const struct gbif_dataset *dataset;
    struct arena *arena;
    struct gbif_question *out;
    string_view *told; // GBIF_LIMIT_TOLD
    size_t terms;      // so far
};

// Values as text, whatever JSON writes them as; "" for others.
string_view gbif_text(struct arena *arena, const json_t *value);
// The sense of what is not known, which is told.
struct gbif_meaning gbif_not_known(struct gbif_reading *r, string_view key, string_view value);
struct gbif_meaning gbif_term(json_t *term); // unknown where there was no memory for it
// What is true of `key` and one value ("equals"; `like`: of a pattern).
struct gbif_meaning gbif_value(struct gbif_reading *r, string_view key, string_view value,
                               bool like);
// A side that is open is "".
struct gbif_meaning gbif_range(struct gbif_reading *r, string_view key, string_view low,
                               bool low_inclusive, string_view high, bool high_inclusive);
struct gbif_meaning gbif_exists(struct gbif_reading *r, string_view key);
// Whether the key is of a taxon of the backbone.
bool gbif_is_taxon_key(string_view key);
