// SPDX-License-Identifier: Apache-2.0
// The verbs of `vitrine literature` that ask others. Must not know: the other verbs.
#pragma once

#include "cli/cli.h"
#include "portal/literature_links.h"

// Gathers from "gbif", "datacite", "crossref", or from all of them (NULL), one after the other.
NODISCARD status literature_gather(const struct literature_links *links, const char *source,
                                   const char *since, bool dry_run, struct buffer *out,
                                   struct error *e);
// What came of the last gathering of each.
NODISCARD status literature_status(const struct literature_links *links, struct buffer *out,
                                   struct error *e);
