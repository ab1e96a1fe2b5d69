// SPDX-License-Identifier: Apache-2.0
// What happened to one record, from its rows. Must not know: what the record says, how it is shown.
#pragma once

#include "store/store.h"

enum record_change { RECORD_ADDED, RECORD_CHANGED, RECORD_REMOVED, RECORD_RETURNED };
struct record_event {
    uint32_t commit;
    enum record_change change;
    const struct record_version *row;   // that began; NULL for a removal
    const struct record_version *ended; // by a removal; else NULL
};
extern const char *const record_change_names[]; // "added", "changed", "removed", "returned"

// What happened up to a commit, newest first; at most two events a row. `rows` are the record's as
// snapshot_versions gives them, up to that commit. Between the end of one row and the start of the
// next the record was removed.
NODISCARD status record_events(const struct record_version *rows, size_t count, uint32_t commit,
                               struct arena *arena, struct record_event **out, size_t *event_count,
                               struct error *e);
