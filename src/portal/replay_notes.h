// SPDX-License-Identifier: Apache-2.0
// The steps of plans that were brought in and changed nothing: they leave no commit that would tell
// that they were done, so DATA/replayed does (docs/replay.md), a line each: the SHA-256 of the step
// and the newest commit it was held against. Must not know: what a step says.
#pragma once

#include "base/file.h"
#include "base/hash.h"
#include "portal/portal.h"

struct replay_notes {
    char path[PATH_SIZE];
    struct buffer text;
};

// Reads what is noted; nothing is fine. Release in any case.
NODISCARD status replay_notes_read(const struct portal *p, struct replay_notes *out,
                                   struct error *e);
void replay_notes_release(struct replay_notes *n);
// Whether the step was noted against a commit that the snapshot has: of a store that was put back
// to an earlier state, later notes do not count.
bool replay_notes_have(const struct replay_notes *n, const struct sha256 *step,
                       const struct snapshot *s);
// Adds a note, durably.
NODISCARD status replay_notes_add(struct replay_notes *n, const struct sha256 *step,
                                  uint32_t commit, struct error *e);
