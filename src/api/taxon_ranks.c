// SPDX-License-Identifier: Apache-2.0
// The fields that are ranks, and the pages about their values.
#include "api/taxon_ranks.h"

#include "api/page_text.h"

static const char *const fields[TAXON_RANKS] = {
    [RANK_KINGDOM] = "kingdom", [RANK_PHYLUM] = "phylum",       [RANK_CLASS] = "class",
    [RANK_ORDER] = "order",     [RANK_FAMILY] = "family",       [RANK_GENUS] = "genus",
    [RANK_SPECIES] = "species", [RANK_NAME] = "scientificName",
};

string_view taxon_rank_field(size_t rank)
{
    return sv_from(fields[rank]);
}

size_t taxon_rank(string_view field)
{
    size_t i = 0;
    while (i < TAXON_RANKS && !sv_equal_ignore_case(field, sv_from(fields[i]))) {
        i++;
    }
    return i;
}

string_view taxon_path(struct arena *arena, string_view field, string_view name)
{
    size_t rank = taxon_rank(field);
    return rank == TAXON_RANKS
               ? SV("")
               : named_path(arena, arena_print(arena, "/taxon/%s/", fields[rank]), name);
}
