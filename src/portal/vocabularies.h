// SPDX-License-Identifier: Apache-2.0
// The vocabularies of a portal (rule C5): those that come with the program, or files of the data
// folder in their place, `vocabularies/NAME.tsv`. Must not know: what they are used for.
#pragma once

#include "portal/portal.h"
#include "query/vocabulary.h"

// Reads the file as it is now, so that an edited one counts from the next request on. ST_INVALID
// for a name that there is no vocabulary of, or a file that is none, telling its line.
NODISCARD status portal_vocabulary(const struct portal *p, string_view name, struct arena *arena,
                                   const struct vocabulary **out, struct error *e);
