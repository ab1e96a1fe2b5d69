// SPDX-License-Identifier: Apache-2.0
// Erasing by law, over the whole data folder (rule F5): the store's files, reports of rows, notes
// of replays, kept packages and downloads, files kept as they came, media, subscriptions, the
// registers of identifiers and of the literature, what is kept of uses, the catalogue. What is
// known of the values alone goes before the store's commit is published, so that one that is killed
// anywhere can be asked again. Must not know: HTTP, how the store erases.
#pragma once

#include "catalogue/literature.h"
#include "portal/erase_files.h"
#include "portal/erase_identifiers.h"
#include "portal/erase_media.h"

struct portal_erasure {
    struct erase_result store;
    uint64_t report_lines;  // of reports, that told of the record or held its words
    uint64_t subscriptions; // to searches that held them
    uint64_t used_names;    // of what was used, that lost what they told
    struct erased_identifiers identifiers;
    struct literature_erased literature;
    struct erased_files files;
    struct erased_media media;
};

// As store_erase; then every other file of the data folder that holds what went is written anew.
// Asked again when the store has nothing left to erase (ST_UNCHANGED), it looks through the reports
// for the key, and writes the catalogue anew.
NODISCARD status portal_erase(struct portal *p, const struct erase_request *r, struct arena *arena,
                              struct portal_erasure *out, struct error *e);
// What portal_erase would reach: counts of rows, segments and of all that is found by the values
// (not lines of reports and files kept as they came), media by name. Nothing changes, so author and
// message may be NULL.
NODISCARD status portal_erase_look(struct portal *p, const struct erase_request *r,
                                   struct arena *arena, struct portal_erasure *out,
                                   struct error *e);
// The end of an erasure whose commit is there already, in case that it was stopped behind it: files
// of the store that nothing names any more, reports and the catalogue. Only the request's table and
// key are looked at.
NODISCARD status portal_erase_settle(struct portal *p, const struct erase_request *r,
                                     struct error *e);
