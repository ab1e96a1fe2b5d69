// SPDX-License-Identifier: Apache-2.0
// A record by its name, its rows, and why it went. Must not know: how it is shown.
#pragma once

#include "api/api.h"
#include "store/record_events.h"
#include "store/removals.h"

// /{table}/{key} of the request's path, or /{table}?key= (rule C2).
struct named_record {
    const struct store_table *table;
    string_view key;
};
// ST_INVALID without a key, ST_NOT_FOUND for a table that is not there at the view's commit.
NODISCARD status record_of_request(const struct view *v, const struct http_request *request,
                                   struct named_record *out, struct error *e);

// Its rows up to the view's commit, oldest first. ST_NOT_FOUND when there are none.
NODISCARD status record_rows(const struct view *v, const struct named_record *r,
                             struct arena *arena, struct record_version **rows, size_t *count,
                             struct error *e);
// The row that stood at a commit, or NULL when there was none.
const struct record_version *record_row_at(const struct record_version *rows, size_t count,
                                           uint32_t commit);
status record_not_found(const struct named_record *r, struct error *e); // always ST_NOT_FOUND

// Why the record was removed whose row `last` ended (rule A5).
NODISCARD status record_removal(const struct view *v, const struct named_record *r,
                                const struct record_version *last, struct arena *arena,
                                struct removal *out, struct error *e);

// The row's JSON, in the arena; the empty view for no row.
NODISCARD status record_json(const struct view *v, const struct record_version *row,
                             struct arena *arena, string_view *out, struct error *e);
// The commit that a moment parameter names; `normal` where it is not given.
NODISCARD status commit_parameter(const struct view *v, const struct http_request *request,
                                  const char *name, uint32_t normal, uint32_t *out,
                                  struct error *e);
