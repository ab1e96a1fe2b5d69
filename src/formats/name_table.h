// SPDX-License-Identifier: Apache-2.0
// Field names as small numbers, 0, 1, 2 ... in the order of first sight. One thread may add while
// no other reads; any number may read a table that nobody adds to.
// Must not know: what the names mean.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

// Most names of a table (rule A8: 4,000 paths a table).
#define LIMIT_TABLE_PATHS ((size_t)4000)

// Names are non-empty UTF-8 without control characters; readers clean them (formats/field_name.h).
struct name_table;
struct name_table *name_table_create(void); // NULL when out of memory
void name_table_destroy(struct name_table *t);
// Gives the number of a name, adding it when new; ST_TOO_LARGE past LIMIT_TABLE_PATHS names.
NODISCARD status name_table_add(struct name_table *t, string_view name, uint32_t *out,
                                struct error *e);
// False when the name is not in the table.
bool name_table_find(const struct name_table *t, string_view name, uint32_t *out);
string_view name_table_get(const struct name_table *t, uint32_t number); // view until destroy
size_t name_table_count(const struct name_table *t);
// The name's place in the byte order of all names now in the table, from 0.
uint32_t name_table_rank(const struct name_table *t, uint32_t number);
// The name as the start of a JSON member, escaped, with quotes and colon: "name":
string_view name_table_json(const struct name_table *t, uint32_t number); // view until destroy
