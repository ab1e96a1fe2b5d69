// SPDX-License-Identifier: Apache-2.0
// What a download from GBIF took from here: which of our datasets, and which of their records, by
// its predicate run on our data of its date (rule G2, "estimated"). Asked of GBIF once; what came
// of it is kept beside the places of the gathering. Must not know: publications.
#pragma once

#include "portal/gather.h"

// Evidence for whoever cites the download, one for each of our datasets in it; none where it has
// nothing of ours, or GBIF does not know it. In g->links.arena.
NODISCARD status gbif_download_evidence(struct gathering *g, string_view key, struct evidence **out,
                                        size_t *count, struct error *e);
