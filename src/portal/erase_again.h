// SPDX-License-Identifier: Apache-2.0
// Carries erasures out again in a data folder that does not have them: a copy that was made before,
// brought back from a backup (rule F5). Must not know: HTTP, where the list comes from.
#pragma once

#include "portal/portal.h"
#include "store/erasure_list.h"

struct erase_again_request {
    const struct erasure *erasures; // oldest first
    size_t count;
    const char *author;    // who carries them out again: NULL for who erased first
    const char *fallback;  // in its place where the first one's name is itself to be erased
    bool dry_run;          // count, change nothing
    unsigned wait_seconds; // as of erase_request
};

struct erase_again_result {
    uint64_t done;    // records of which something was erased
    uint64_t rows;    // of these
    uint64_t noted;   // not here: the log now says that no source may bring them
    uint64_t known;   // done here before: nothing to do
    uint64_t writers; // still at work when the last wait was over
};

// Records are told apart by the hashes of their rows, so that those of other commits, and those
// that were already erased here, are known: asked again nothing is left to do. Each erasure is a
// commit of its own, which says who erased first, when and why. A fault stops it; what was done
// stays done, and asking again does the rest.
NODISCARD status portal_erase_again(struct portal *p, const struct erase_again_request *r,
                                    struct erase_again_result *out, struct error *e);
