// SPDX-License-Identifier: Apache-2.0
// The texts of fields for rows that go by in any order: tables of cells, such as CSV. Small
// dictionaries are taken apart once. Must not know: how cells are written, which rows.
#pragma once

#include "query/search.h"

struct row_texts;

// Over all leaf fields of the tables of the request, or those named (ST_INVALID names one that no
// table has). Lies in `arena`.
NODISCARD status row_texts_create(struct snapshot *s, const struct scope *scope,
                                  const struct search_request *request, const string_view *fields,
                                  size_t field_count, struct arena *arena, struct row_texts **out,
                                  struct error *e);
const string_view *row_texts_names(const struct row_texts *t, size_t *count);
// The cells of a row, one a field, each given to `cell`; several values of a list with " | "
// between, as Darwin Core has it. Missing values are empty.
typedef void row_texts_cell(void *argument, string_view text);
NODISCARD status row_texts_read(struct row_texts *t, const struct record_version *row,
                                row_texts_cell *cell, void *argument, struct error *e);
