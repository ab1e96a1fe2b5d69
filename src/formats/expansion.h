// SPDX-License-Identifier: Apache-2.0
// How much packed input may unpack to, so that a small file cannot fill a disk (rule A8).
#pragma once

#include "base/status.h"

#define EXPANSION_RATIO        200u                 // beyond EXPANSION_FREE_BYTES
#define EXPANSION_FREE_BYTES   ((uint64_t)64 << 20) // unpacked, at any ratio
#define EXPANSION_MOST_BYTES   ((uint64_t)64 << 30) // unpacked, in all
#define EXPANSION_MOST_ENTRIES ((size_t)10000)      // of a zip or tar

// ST_BAD_DATA when `unpacked` bytes out of `packed` bytes so far are too many.
NODISCARD status expansion_check(uint64_t packed, uint64_t unpacked, const char *name,
                                 struct error *e);
