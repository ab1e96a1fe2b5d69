// SPDX-License-Identifier: Apache-2.0
// An occurrence at GBIF that a paper names by its key: which record here it is (rule G2, "named").
// Must not know: publications.
#pragma once

#include "portal/gather.h"

#define GATHER_LIMIT_OCCURRENCES ((size_t)200) // of one paper; further ones are not asked for

// Its occurrenceID, where GBIF has it of one of our datasets; else "". Asked of GBIF once.
NODISCARD status gbif_occurrence_name(struct gathering *g, string_view key, string_view *out,
                                      struct error *e);
