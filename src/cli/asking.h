// SPDX-License-Identifier: Apache-2.0
// What the asking subcommands share: an open portal, a snapshot, the commit of a moment.
// Must not know: how answers are printed.
#pragma once

#include "portal/portal.h"

struct asking {
    struct portal *portal;
    struct snapshot *snapshot;
    uint32_t commit;
    struct arena arena;
    const struct dataset_view *view;
};

// `version` NULL: the newest commit. ST_NOT_FOUND when the moment lies before the first commit.
NODISCARD status asking_begin(struct asking *a, const char *data, const char *version,
                              struct error *e);
void asking_end(struct asking *a);
// Commit of a moment.
NODISCARD status asking_commit(const struct asking *a, const char *version, uint32_t *commit,
                               struct error *e);
// A table by its slug.
NODISCARD status asking_table(const struct asking *a, string_view slug,
                              const struct store_table **out, struct error *e);
// Begins, does the work, ends.
typedef status asking_work(struct asking *a, int count, char **arguments, struct buffer *out,
                           struct error *e);
NODISCARD status asking_do(const char *data, const char *version, asking_work *work, int count,
                           char **arguments, struct buffer *out, struct error *e);

// Does what commits: opens the data folder, does the work, tells the commit, or that nothing
// changed (ST_UNCHANGED), and settles.
typedef status asking_change(struct portal *p, int count, char **arguments, uint32_t *commit,
                             struct error *e);
NODISCARD status asking_do_change(const char *data, asking_change *change, int count,
                                  char **arguments, struct buffer *out, struct error *e);
// "commit 7", or that nothing changed (0), as words or JSON.
void asking_tell_commit(uint32_t commit, struct buffer *out);
