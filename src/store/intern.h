// SPDX-License-Identifier: Apache-2.0
// Distinct (kind, bytes) pairs numbered 0, 1, 2 ... in the order of first sight. Not thread-safe.
// Must not know: what the kinds mean.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

#define INTERN_MOST_LENGTH 4095u

struct intern_table {
    uint64_t *slots;   // owned: upper half of a hash, number + 1; 0 is free
    size_t slot_count; // a power of two, or 0
    uint64_t *entries; // owned: offset in bytes (48 bits), kind (4 bits), length (12 bits)
    size_t entries_capacity;
    uint32_t count;
    unsigned char *bytes; // owned
    size_t bytes_length;
    size_t bytes_capacity;
};

struct intern_key {
    const char *bytes;
    uint32_t length; // at most INTERN_MOST_LENGTH
    uint32_t kind;   // below 16
};

void intern_release(struct intern_table *t);
// Frees what only interning needs; entries stay readable.
void intern_seal(struct intern_table *t);
// Interns `count` keys and writes their numbers.
NODISCARD status intern_many(struct intern_table *t, const struct intern_key *keys, size_t count,
                             uint32_t *numbers, struct error *e);
NODISCARD status intern_one(struct intern_table *t, const struct intern_key *key, uint32_t *number,
                            struct error *e);
size_t intern_memory(const struct intern_table *t);

static inline uint32_t intern_kind(const struct intern_table *t, uint32_t number)
{
    return (uint32_t)(t->entries[number] >> 12) & 15;
}

static inline string_view intern_text(const struct intern_table *t, uint32_t number)
{
    // Where all texts are empty there are no bytes, and nothing may be added to a null pointer.
    uint64_t entry = t->entries[number];
    return (string_view){(const char *)((uintptr_t)t->bytes + (entry >> 16)), entry & 4095};
}

static inline void intern_prefetch(const struct intern_table *t, uint32_t number)
{
    __builtin_prefetch((const void *)((uintptr_t)t->bytes + (t->entries[number] >> 16)));
}
