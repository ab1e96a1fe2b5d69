// SPDX-License-Identifier: Apache-2.0
// Gathers publications that used what is here from those who keep count of them, into the register
// of the literature: question by question, page by page. After each page the place is kept, so that
// who is stopped goes on there. Must not know: how a source is asked (gather_source.h).
#pragma once

#include "catalogue/literature.h"
#include "portal/gather_ask.h"
#include "portal/gather_settings.h"
#include "portal/literature_links.h"

struct gather_tally {
    uint64_t asked;    // questions put to the source
    uint64_t read;     // publications read
    uint64_t is_new;   // of them, that were not known
    uint64_t evidence; // that was not known
    uint64_t left_out; // publications that were broken
};

struct gathering {
    struct literature_links links; // with an arena for as long as the gathering
    const struct gather_settings *settings;
    struct gather_asker asker;
    string_view since; // "2024-01-31": what changed since, where the source can tell; "": all
    bool dry_run;      // nothing is kept
    struct gather_tally tally;
};

// Sets the members from the settings; `links` is copied.
void gather_begin(struct gathering *g, const struct literature_links *links,
                  const struct gather_settings *settings, const atomic_bool *stopping);
// Until there is no more. What failed is told, and kept as the gathering's trouble.
NODISCARD status gather_run(struct gathering *g, enum gather_source_id source, struct error *e);

// The last gathering of a source.
struct gather_state {
    bool there;
    bool unfinished;     // it goes on where it was stopped
    moment started;      // the last one
    moment ended;        // 0: it was stopped, or runs
    moment good;         // when the last one that ended well began; 0: none
    string_view trouble; // of the last one; "" none
    struct gather_tally tally;
};
NODISCARD status gather_state_read(struct literature *l, enum gather_source_id source,
                                   struct arena *arena, struct gather_state *out, struct error *e);
