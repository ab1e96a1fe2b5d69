// SPDX-License-Identifier: Apache-2.0
// Named areas: which polygons a name stands for. Countries are Natural Earth's 1:50m Admin 0,
// version 4.1.0, under the names that the museum's schema v1.0.0 has, in any case, and Natural
// Earth's short ones; other categories are those of sets that were brought in (area_sets.h).
// Thread-safe. Must not know: records, queries' other terms.
#pragma once

#include "query/query.h"
#include "store/store.h"

// Whether some version has it: ST_INVALID when there is no such category, or no such name in it
// (then the sentence gives near ones).
NODISCARD status area_check(string_view category, string_view name, struct error *e);
// The polygons as of a commit, decoded into the arena; troubles as above. Countries are the same at
// all commits, and need no snapshot.
NODISCARD status area_lookup(struct snapshot *s, uint32_t commit, struct arena *arena,
                             string_view category, string_view name,
                             const struct query_polygon **polygons, size_t *count, struct error *e);
