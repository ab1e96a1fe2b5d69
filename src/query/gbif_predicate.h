// SPDX-License-Identifier: Apache-2.0
// The predicate of a download from GBIF (standards.md 1.3), as a question in our own form, so that
// it can be run on one dataset here. What GBIF alone can know (keys of its backbone, its own
// interpretations) is left out and told: the question then finds at least what GBIF found, and
// perhaps more. Bounded in depth and terms. Must not know: stores, HTTP, who asks.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "base/string_view.h"

#include <jansson.h>

#define GBIF_LIMIT_DEPTH ((size_t)48)   // of predicates in predicates
#define GBIF_LIMIT_TERMS ((size_t)5000) // predicates in all
#define GBIF_LIMIT_TAXA  ((size_t)100)  // keys of taxa whose names are asked for
#define GBIF_LIMIT_TOLD  ((size_t)8)    // parts that are told one by one

// A taxon of GBIF's backbone.
struct gbif_taxon {
    string_view key;  // "212"
    string_view rank; // "CLASS"
    string_view name; // "Aves", without authors
};

// The dataset that the predicate is run on.
struct gbif_dataset {
    string_view key;       // its own at GBIF, a UUID; may be empty
    string_view publisher; // its publisher's; may be empty
    bool (*has_field)(void *argument, string_view field);
    void *argument;
    const struct gbif_taxon *taxa;
    size_t taxon_count;
};

struct gbif_question {
    bool none;               // nothing of the dataset can be meant
    string_view query;       // JSON as docs/query.md has it
    const string_view *told; // what was left out: "TAXON_KEY 212"
    size_t told_count;       // at most GBIF_LIMIT_TOLD; `left_out` counts all
    size_t left_out;
};

// ST_BAD_DATA for what is no predicate, ST_TOO_LARGE past a limit.
NODISCARD status gbif_predicate_read(const json_t *predicate, const struct gbif_dataset *dataset,
                                     struct arena *arena, struct gbif_question *out,
                                     struct error *e);
// The keys of taxa that it names, each once.
NODISCARD status gbif_predicate_taxa(const json_t *predicate, struct arena *arena,
                                     string_view **out, size_t *count, struct error *e);
