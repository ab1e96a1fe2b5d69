// SPDX-License-Identifier: Apache-2.0
// Which columns a table of a search's rows has. Must not know: what is made of them.
#pragma once

#include "query/field_paths.h"
#include "query/search_rows.h"

// Which columns are wanted.
struct row_choice {
    const string_view *fields; // dotted names
    size_t
        count; // 0: all fields of the tables at the commit, in the order in which they first came
    bool filled_only; // leave out columns that no row of the request has a value in
    // A list's field becomes a column for each of its values: "tags.1", "tags.2" ..., as many as
    // the longest of the rows found has, one at least.
    bool exploded;
    // A column before the others, which may be among them too: the first of these names that the
    // tables have. Ended by NULL; NULL: no such column.
    const char *const *titles;
};

// Of exploded lists, in all.
#define ROW_COLUMNS_NUMBERED ((size_t)2000)

struct row_columns {
    const string_view *names;
    const uint32_t *numbers; // by column: which value of the field, from 1; 0: all of them, joined
    size_t count;
    bool titled;                      // the first one is of the titles
    const struct field_paths *fields; // by column
    const struct search_rows *found;
};

// The columns of the rows found; all of it lies in `arena`. ST_INVALID names an unknown field, or
// lists that would become more than ROW_COLUMNS_NUMBERED columns.
NODISCARD status row_columns_open(struct snapshot *s, const struct scope *scope,
                                  const struct search_request *request,
                                  const struct row_choice *asked, const struct search_rows *found,
                                  struct arena *arena, struct row_columns *out, struct error *e);
// Whether the tables of the request have the fields: what row_columns_open would find out. `arena`
// is for scratch.
NODISCARD status row_columns_check(struct snapshot *s, const struct scope *scope,
                                   const struct search_request *request,
                                   const struct row_choice *columns, struct arena *arena,
                                   struct error *e);
// Whether the tables of the request have the field at its commit.
NODISCARD status row_columns_have(struct snapshot *s, const struct scope *scope,
                                  const struct search_request *request, string_view name,
                                  struct arena *arena, bool *out, struct error *e);
