// SPDX-License-Identifier: Apache-2.0
// Fills what a taxon's page tells of other names for it, where checklists do: the name that is
// accepted in its place, the names that stand for it (dwc:acceptedNameUsage and, within a dataset,
// dwc:acceptedNameUsageID, which names a dwc:taxonID). Must not know: how they look.
#pragma once

#include "api/page_views.h"
#include "api/pages/portrait.h"

// Of a page whose search was run: its records say what is accepted.
NODISCARD status portrait_names(struct search_filling *f, struct portrait_page *page,
                                struct error *e);
