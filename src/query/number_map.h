// SPDX-License-Identifier: Apache-2.0
// Numbers each thing that a 64-bit key stands for by the order in which it first came: cells of
// groups and grids, pairs that are to be counted once. Must not know: what keys are.
#pragma once

#include "base/status.h"

struct number_map {
    uint64_t *keys;   // by number; owned
    uint32_t *places; // numbers + 1 by hash, 0: free; owned
    size_t place_count;
    size_t count;
    size_t capacity;
    size_t most; // keys
};

// `most` is at most 2^31.
void number_map_init(struct number_map *m, size_t most);
void number_map_release(struct number_map *m);
// The key's number; a new one (*added) when it has none yet. ST_TOO_LARGE past `most`, for the
// caller to say of what.
NODISCARD status number_map_add(struct number_map *m, uint64_t key, uint32_t *number, bool *added,
                                struct error *e);
