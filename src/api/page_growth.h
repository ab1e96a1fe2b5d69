// SPDX-License-Identifier: Apache-2.0
// How the records of a kind grew, from the counts in the commit log. Must not know: how it looks.
#pragma once

#include "api/commit_list.h"
#include "api/page_site.h"

// Specimens where there are any, else the kind with the most records.
enum record_kind leading_kind(const struct holdings *holdings);

// Records of a kind alive after each commit that touched them (rule C4), thinned to what a line can
// show: of neighbours the later stays. None where all happened within a week, of which a line
// shows nothing. Each with the search for them as they were. In the arena.
NODISCARD status growth_of_kind(const struct site *site, enum record_kind kind, struct arena *arena,
                                const struct growth_point **out, size_t *count, struct error *e);
// The same of one dataset's tables, which are of one kind.
NODISCARD status growth_of_dataset(const struct commit_list *list, string_view slug,
                                   struct arena *arena, const struct growth_point **out,
                                   size_t *count, struct error *e);
