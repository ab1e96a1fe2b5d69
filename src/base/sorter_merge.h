// SPDX-License-Identifier: Apache-2.0
// Reads sorted run files and merges them, for base/sorter.h. Only for src/base/sorter*.c.
#pragma once

#include "base/status.h"

#define SORTER_MOST_RUNS 64 // merged at once

struct sorter_merge;

// Opens the files, at most SORTER_MOST_RUNS, and removes their names: their space is given back
// when they are closed. Reads them through buffers of together about `memory` bytes. `shared`: the
// first bytes that all keys share. Of equal keys the earlier file's come first.
NODISCARD status sorter_merge_create(char *const *paths, size_t count, size_t memory, size_t shared,
                                     struct sorter_merge **out, struct error *e);
// The next record (base/sorter_record.h), valid until the next call; NULL at the end.
NODISCARD status sorter_merge_next(struct sorter_merge *m, const unsigned char **record,
                                   struct error *e);
void sorter_merge_destroy(struct sorter_merge *m);
