// SPDX-License-Identifier: Apache-2.0
// Rows by the kinds of their tables (rule C4): the meaning of "_kind" where a search is sorted by
// it, for the API, the pages and the command line alike.
// Must not know: how a search was asked.
#pragma once

#include "portal/portal.h"
#include "query/search.h"

// Lets the request be sorted by "_kind": specimens first, then the other kinds in the order of
// metadata_kinds, each in the default order, as of the commit. A request without an order is left
// without one. The arena and the snapshot live as long as the request.
NODISCARD status kind_order_give(struct portal *p, struct snapshot *s, struct arena *arena,
                                 struct search_request *request, struct error *e);
