// SPDX-License-Identifier: Apache-2.0
// A segment as a manifest names it: the mapped file, the commit its own rows belong to, its
// closings, and the sets of rows visible at commits. Shared by the snapshots whose manifests agree
// on it; counted by reference. Must not know: logs, tables' names.
#pragma once

#include "base/arena.h"
#include "store/closings.h"
#include "store/manifest.h"
#include "store/store.h"

struct live_segment;

// Opens and maps the files; ST_NOT_FOUND when one is missing (the manifest is out of date: read it
// again). `before` (may be NULL) is the same segment with fewer closings: what it has read, checked
// and made is shared, so that a small commit costs nothing of the segment's size but the copy of a
// set of rows.
NODISCARD status live_segment_open(const char *store_folder, const struct manifest_segment *entry,
                                   struct live_segment *before, struct live_segment **out,
                                   struct error *e);
// True when both name one file, and what `entry` says beside it may have grown.
bool live_segment_precedes(const struct live_segment *l, const struct manifest_segment *entry);
// True when it is what this entry names.
bool live_segment_matches(const struct live_segment *l, const struct manifest_segment *entry);
void live_segment_retain(struct live_segment *l);
void live_segment_release(struct live_segment *l);

struct segment *live_segment_file(const struct live_segment *l);
const struct manifest_segment *live_segment_entry(const struct live_segment *l);
const struct closing *live_segment_closings(const struct live_segment *l, size_t *count);
// Life of a row with closings applied.
NODISCARD status live_segment_life(struct live_segment *l, uint32_t row, uint32_t *from,
                                   uint32_t *until, struct error *e);
// The set of rows visible at a commit, shared; valid until `arena` is released. Thread-safe.
NODISCARD status live_segment_visible(struct live_segment *l, uint32_t commit, struct arena *arena,
                                      const struct bitset **out, struct error *e);
