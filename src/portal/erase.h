// SPDX-License-Identifier: Apache-2.0
// Erasing by law, over the whole data folder (rule F5): the store's files, reports of rows, notes
// of replays, the catalogue. Must not know: HTTP, how the store erases.
#pragma once

#include "portal/portal.h"
#include "store/erase.h"

struct portal_erasure {
    struct erase_result store;
    uint64_t report_lines; // of reports, that told of the record or held its words
};

// As store_erase; then every other file of the data folder that holds what went is written anew.
// Asked again when the store has nothing left to erase (ST_UNCHANGED), it looks through the reports
// for the key, and writes the catalogue anew.
NODISCARD status portal_erase(struct portal *p, const struct erase_request *r, struct arena *arena,
                              struct portal_erasure *out, struct error *e);
