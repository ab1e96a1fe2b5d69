// SPDX-License-Identifier: Apache-2.0
// The tables behind base/fold.h: fold_table.c is written by tools/generate_fold, fold.c reads it.
#pragma once

#include "base/base.h"

// Characters from here on map to themselves, are starters and no letters, but for those from
// FOLD_IGNORED_FIRST to FOLD_IGNORED_LAST, which are left out.
#define FOLD_TABLE_END     0x32400
#define FOLD_IGNORED_FIRST 0xe0000
#define FOLD_IGNORED_LAST  0xe0fff

// Two-stage tables: the entry of c is blocks[index[c / FOLD_BLOCK] * FOLD_BLOCK + c % FOLD_BLOCK].
#define FOLD_BLOCK 64

// Entry 0: maps to itself (case form), or to the same as in the case form (folded form). Any other
// is a place in fold_pool: a count, then as many UTF-16 code units, in NFC.
extern const uint16_t fold_case_index[FOLD_TABLE_END / FOLD_BLOCK];
extern const uint16_t fold_case_blocks[];
extern const uint16_t fold_full_index[FOLD_TABLE_END / FOLD_BLOCK];
extern const uint16_t fold_full_blocks[];
extern const uint16_t fold_pool[];

// Entry: enum fold_class in the low two bits, and whether what the character maps to may combine
// with what stands before it.
#define FOLD_CLASS_MASK    3
#define FOLD_CASE_COMBINES 4
#define FOLD_FULL_COMBINES 8
extern const uint16_t fold_property_index[FOLD_TABLE_END / FOLD_BLOCK];
extern const uint8_t fold_property_blocks[];

// Canonical pairs that compose, both in the order (first, second) and in that of the composite.
// Hangul syllables are computed.
struct fold_pair {
    uint32_t first;
    uint32_t second;
    uint32_t composite;
};
extern const struct fold_pair fold_pairs[];
extern const uint16_t fold_pairs_by_composite[];
extern const size_t fold_pair_count;

// Canonical combining classes other than 0, sorted.
struct fold_combining {
    uint32_t first;
    uint32_t last;
    uint8_t class;
};
extern const struct fold_combining fold_combining[];
extern const size_t fold_combining_count;
