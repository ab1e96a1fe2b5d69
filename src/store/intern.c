// SPDX-License-Identifier: Apache-2.0
// Open addressing, at most two thirds full. Keys come in groups, so that the memory a group needs
// is fetched while the others of the group are hashed and compared.
#include "store/intern.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#define GROUP       32u
#define FIRST_SLOTS 16u
#define SMALL_TABLE 2048u // entries

void intern_release(struct intern_table *t)
{
    free(t->slots);
    free(t->entries);
    free(t->bytes);
    *t = (struct intern_table){0};
}

void intern_seal(struct intern_table *t)
{
    free(t->slots);
    t->slots = NULL;
    t->slot_count = 0;
}

size_t intern_memory(const struct intern_table *t)
{
    return t->slot_count * sizeof *t->slots + t->count * sizeof *t->entries + t->bytes_length;
}

static uint64_t hash_key(const struct intern_key *key)
{
    return XXH3_64bits(key->bytes, key->length) ^ (key->kind * UINT64_C(0x9E3779B97F4A7C15));
}

// Doubles the slots. Old ones hold the upper half of the hash; the place comes from the same half,
// so nothing is hashed again.
static bool grow_slots(struct intern_table *t)
{
    size_t wanted = t->slot_count == 0 ? FIRST_SLOTS : t->slot_count * 2;
    uint64_t *slots = calloc(wanted, sizeof *slots);
    if (slots == NULL) {
        return false;
    }
    for (size_t i = 0; i < t->slot_count; i++) {
        uint64_t slot = t->slots[i];
        if (slot != 0) {
            size_t at = (slot >> 32) & (wanted - 1);
            while (slots[at] != 0) {
                at = (at + 1) & (wanted - 1);
            }
            slots[at] = slot;
        }
    }
    free(t->slots);
    t->slots = slots;
    t->slot_count = wanted;
    return true;
}

static bool reserve_bytes(struct intern_table *t, size_t extra)
{
    size_t needed = t->bytes_length + extra;
    if (needed <= t->bytes_capacity) {
        return true;
    }
    size_t capacity = MAX(t->bytes_capacity + t->bytes_capacity / 2, MAX(needed, (size_t)256));
    unsigned char *bytes = realloc(t->bytes, capacity);
    if (bytes == NULL) {
        return false;
    }
    t->bytes = bytes;
    t->bytes_capacity = capacity;
    return true;
}

static bool is_entry(const struct intern_table *t, uint32_t number, const struct intern_key *key)
{
    uint64_t entry = t->entries[number];
    return (entry & 0xFFFF) == ((uint64_t)key->kind << 12 | key->length) &&
           (key->length == 0 || memcmp(t->bytes + (entry >> 16), key->bytes, key->length) == 0);
}

static status add_entry(struct intern_table *t, const struct intern_key *key, size_t slot,
                        uint64_t half, uint32_t *number, struct error *e)
{
    if (t->count == UINT32_MAX - 2 || t->bytes_length >> 48 != 0 ||
        !ARRAY_RESERVE(t->entries, t->entries_capacity, t->count, UINT32_MAX) ||
        !reserve_bytes(t, key->length)) {
        return error_set(e, ST_NO_MEMORY, "no memory for %lu distinct values",
                         (unsigned long)t->count);
    }
    t->entries[t->count] = (uint64_t)t->bytes_length << 16 | key->kind << 12 | key->length;
    if (key->length > 0) {
        memcpy(t->bytes + t->bytes_length, key->bytes, key->length);
    }
    t->bytes_length += key->length;
    t->slots[slot] = half << 32 | (t->count + 1);
    *number = t->count++;
    return ST_OK;
}

static status find_or_add(struct intern_table *t, const struct intern_key *key, uint64_t hash,
                          uint32_t *number, struct error *e)
{
    uint64_t half = hash >> 32;
    size_t at = half & (t->slot_count - 1);
    while (t->slots[at] != 0) {
        uint64_t slot = t->slots[at];
        uint32_t candidate = (uint32_t)slot - 1;
        if (slot >> 32 == half && is_entry(t, candidate, key)) {
            *number = candidate;
            return ST_OK;
        }
        at = (at + 1) & (t->slot_count - 1);
    }
    return add_entry(t, key, at, half, number, e);
}

// A small table is in the cache: keys are taken one after the other.
static status intern_plainly(struct intern_table *t, const struct intern_key *keys, size_t count,
                             uint32_t *numbers, struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        TRY(find_or_add(t, &keys[i], hash_key(&keys[i]), &numbers[i], e));
    }
    return ST_OK;
}

static status intern_group(struct intern_table *t, const struct intern_key *keys, size_t count,
                           uint32_t *numbers, struct error *e)
{
    uint64_t hashes[GROUP];
    for (size_t i = 0; i < count; i++) {
        hashes[i] = hash_key(&keys[i]);
        __builtin_prefetch(&t->slots[(hashes[i] >> 32) & (t->slot_count - 1)]);
    }
    for (size_t i = 0; i < count; i++) {
        uint64_t slot = t->slots[(hashes[i] >> 32) & (t->slot_count - 1)];
        if (slot >> 32 == hashes[i] >> 32 && slot != 0) {
            __builtin_prefetch(&t->entries[(uint32_t)slot - 1]);
        }
    }
    for (size_t i = 0; i < count; i++) {
        uint64_t slot = t->slots[(hashes[i] >> 32) & (t->slot_count - 1)];
        if (slot >> 32 == hashes[i] >> 32 && slot != 0) {
            intern_prefetch(t, (uint32_t)slot - 1);
        }
    }
    for (size_t i = 0; i < count; i++) {
        TRY(find_or_add(t, &keys[i], hashes[i], &numbers[i], e));
    }
    return ST_OK;
}

status intern_many(struct intern_table *t, const struct intern_key *keys, size_t count,
                   uint32_t *numbers, struct error *e)
{
    for (size_t done = 0; done < count; done += GROUP) {
        size_t group = MIN(count - done, (size_t)GROUP);
        while ((t->count + group) * 3 > t->slot_count * 2) {
            if (!grow_slots(t)) {
                return error_set(e, ST_NO_MEMORY, "no memory for %lu distinct values",
                                 (unsigned long)t->count);
            }
        }
        TRY(t->count < SMALL_TABLE ? intern_plainly(t, keys + done, group, numbers + done, e)
                                   : intern_group(t, keys + done, group, numbers + done, e));
    }
    return ST_OK;
}

status intern_one(struct intern_table *t, const struct intern_key *key, uint32_t *number,
                  struct error *e)
{
    return intern_many(t, key, 1, number, e);
}
