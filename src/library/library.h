// SPDX-License-Identifier: Apache-2.0
// What stands behind the opaque structs of include/vitrine/. The library translates: its functions
// check what comes from outside, call the layers below, and turn their errors into its own.
// Must not know: portals, people, HTTP.
#pragma once

#include "query/search.h"
#include "vitrine/vitrine.h"

struct vitrine_error {
    struct error inner;
};

struct vitrine_buffer {
    struct buffer bytes;
};

struct vitrine_store {
    struct store *store;
};

struct vitrine_snapshot {
    struct snapshot *snapshot;
    uint32_t commit;
};

// Where a call's error goes: the caller's, cleared, or `own` when there is none.
struct error *library_error(struct vitrine_error *error, struct error *own);
// The same status by its public number, with the text of a status that said nothing.
enum vitrine_status library_result(status result, struct error *e);

// The time of a commit of the snapshot; 0 for 0.
moment library_time(const struct vitrine_snapshot *s, uint32_t commit);
// A table by slug as of the snapshot. ST_NOT_FOUND with near names.
NODISCARD status library_table(const struct vitrine_snapshot *s, string_view slug,
                               const struct store_table **out, struct error *e);
