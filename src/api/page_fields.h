// SPDX-License-Identifier: Apache-2.0
// What the fields of some tables hold, kept from request to request: a table's fields change with
// its commits only. Thread-safe. Must not know: which of them a page shows.
#pragma once

#include "api/api.h"
#include "query/search.h"

struct field_list {
    const struct search_outline *fields; // by name's bytes
    size_t count;
};

// The fields of the tables at the view's commit (no tables: all there are), with the numbers of
// values of each type where these are asked for. The list belongs to the
// cache and stays until `arena` is released.
NODISCARD status page_fields(const struct view *v, const struct uuid *tables, size_t table_count,
                             bool types, struct arena *arena, struct field_list *out,
                             struct error *e);

// NULL when there is none of that name.
const struct search_outline *field_find(const struct field_list *list, string_view name);
// One with values: of that name, else of that name in another ASCII case; NULL for none.
const struct search_outline *field_with_values(const struct field_list *list, string_view name);
// The name as the list spells it, where some record has a value of it or of something below it: as
// it is, else in another case; empty where there is none.
string_view field_spelling(const struct field_list *list, string_view name);
// Whether some record has a value of it, or of something below it ("associatedMedia").
bool field_is_used(const struct field_list *list, string_view name);
