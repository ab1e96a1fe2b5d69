// SPDX-License-Identifier: Apache-2.0
// The ranks of a classification: the fields whose values are taxa, from the top. Must not know: who
// walks them, whether any table has them.
#pragma once

#include "base/arena.h"
#include "base/string_view.h"

enum {
    RANK_KINGDOM,
    RANK_PHYLUM,
    RANK_CLASS,
    RANK_ORDER,
    RANK_FAMILY,
    RANK_GENUS, // names from here on are set in italics (ICZN, ICN)
    RANK_SPECIES,
    RANK_NAME, // scientificName: any rank, and the lowest a record tells
    TAXON_RANKS,
};
#define TAXON_GROUPS ((size_t)RANK_SPECIES) // the ranks of several species each

// "kingdom"
string_view taxon_rank_field(size_t rank);
// The place of a field among them, case aside; TAXON_RANKS for none.
size_t taxon_rank(string_view field);
// "/taxon/genus/Bombus"; the field spelled as above. Empty for a field that is none of them.
string_view taxon_path(struct arena *arena, string_view field, string_view name);
