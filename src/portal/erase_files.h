// SPDX-License-Identifier: Apache-2.0
// Erasing by law in the files that a portal keeps as they came (rule F5): a file that holds the
// values cannot be written anew without them and still be what came, so it goes whole; its record
// stays and says so. Must not know: HTTP, how the store erases.
#pragma once

#include "formats/mentions.h"
#include "portal/portal.h"
#include "store/erase.h"

struct erased_files {
    const string_view *removed; // what they were called
    size_t removed_count;
    // Beside the dataset, put there by hand, of a form that cannot be searched (packed, pictures):
    // a person has to look at them.
    const string_view *unsearched;
    size_t unsearched_count;
};

// Goes: every source that was read into the table, unless it is plain CSV or TSV that holds neither
// the key nor an erased text; every other file in whose bytes an erased text stands; what no record
// names and cannot be shown to be free of it. Everything in `arena`. To be called when the store
// has been erased; calling it again does what was left.
NODISCARD status erase_files(struct portal *p, const struct erase_request *r,
                             const struct mentions *values, struct arena *arena,
                             struct erased_files *out, struct error *e);
