// SPDX-License-Identifier: Apache-2.0
// Which fields of records hold nucleotide sequences, and the sequences of one record with what they
// are of: the field itself, or the elements of a list such as GBIF's DNA-derived data. Must not
// know: how sequences are written, HTTP.
#pragma once

#include "query/search.h"

// Fields that may hold one, in any letters' case: "dna_sequence" of a record or
// "dnaDerivedData.dna_sequence" of a list's elements. In docs/api.md.
extern const char *const sequence_fields[];
extern const size_t sequence_field_count;

// Those that the request's tables have values in at its commit; in `arena`.
NODISCARD status sequence_fields_find(struct snapshot *s, const struct search_request *request,
                                      struct arena *arena, const string_view **out, size_t *count,
                                      struct error *e);
// Keeps the request to records that have a value in one of them. With none of them it finds
// nothing. All of it lies in `arena`.
NODISCARD status sequence_fields_narrow(struct snapshot *s, struct search_request *request,
                                        struct arena *arena, struct error *e);

// As it lies in the record's JSON: strings with their quotes, other values as written; empty where
// the record does not say.
struct sequence_found {
    string_view text;
    string_view marker;     // the gene
    string_view identifier; // of the record
    string_view name;       // of its taxon
    size_t number;          // among the record's, from 1
};

// Calls `see` for each of them in the record (the store's own JSON), in its order.
typedef void sequence_see(void *argument, const struct sequence_found *found);
void sequence_fields_each(string_view record, sequence_see *see, void *argument);
