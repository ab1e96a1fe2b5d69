// SPDX-License-Identifier: Apache-2.0
// Field names as small numbers: a hash table for finding, and each name's rank in byte order kept
// while adding, so that writing members in canonical order sorts numbers and never compares text.
#include "formats/name_table.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/hash.h"
#include "formats/json_write.h"

#include <stdlib.h>
#include <string.h>

#define SLOTS ((size_t)8192) // a power of two, at least twice LIMIT_TABLE_PATHS

static_assert(SLOTS >= 2 * LIMIT_TABLE_PATHS, "the hash table stays at most half full");

struct named {
    string_view name;
    string_view json; // "name":
    uint32_t rank;
};

struct name_table {
    struct arena text;
    struct named *names; // owned; by number
    uint32_t *sorted;    // owned; numbers in byte order of names
    size_t count;
    size_t capacity;        // of names
    size_t sorted_capacity; // of sorted
    uint16_t slots[SLOTS];  // number + 1; 0 is free
};

struct name_table *name_table_create(void)
{
    struct name_table *t = calloc(1, sizeof *t);
    if (t != NULL) {
        arena_init(&t->text, 0);
    }
    return t;
}

void name_table_destroy(struct name_table *t)
{
    if (t != NULL) {
        arena_release(&t->text);
        free(t->names);
        free(t->sorted);
        free(t);
    }
}

// The slot that holds the name, or the free one where it belongs.
static size_t find_slot(const struct name_table *t, string_view name)
{
    size_t slot = hash_bytes(name.bytes, name.length) & (SLOTS - 1);
    while (t->slots[slot] != 0 && !sv_equal(t->names[t->slots[slot] - 1].name, name)) {
        slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
}

bool name_table_find(const struct name_table *t, string_view name, uint32_t *out)
{
    size_t slot = find_slot(t, name);
    if (t->slots[slot] == 0) {
        return false;
    }
    *out = t->slots[slot] - 1u;
    return true;
}

// Puts the new last name at its place in the sorted order.
static void insert_sorted(struct name_table *t, uint32_t number)
{
    size_t low = 0;
    size_t high = t->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sv_compare(t->names[t->sorted[middle]].name, t->names[number].name) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    memmove(t->sorted + low + 1, t->sorted + low, (t->count - low) * sizeof *t->sorted);
    t->sorted[low] = number;
    for (size_t i = low; i <= t->count; i++) {
        t->names[t->sorted[i]].rank = (uint32_t)i;
    }
}

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "out of memory for field names");
}

// The name as the start of a JSON member.
static string_view make_json(struct name_table *t, string_view name)
{
    struct buffer json;
    buffer_init(&json, SIZE_MAX / 2);
    json_write_string(&json, name);
    buffer_append_byte(&json, ':');
    string_view copy =
        json.failed ? (string_view){NULL, 0} : arena_copy(&t->text, buffer_view(&json));
    buffer_release(&json);
    return copy;
}

status name_table_add(struct name_table *t, string_view name, uint32_t *out, struct error *e)
{
    size_t slot = find_slot(t, name);
    if (t->slots[slot] != 0) {
        *out = t->slots[slot] - 1u;
        return ST_OK;
    }
    if (t->count == LIMIT_TABLE_PATHS) {
        return error_set(e, ST_TOO_LARGE,
                         "there are more than %zu different field names; "
                         "put names that are data into values",
                         LIMIT_TABLE_PATHS);
    }
    if (!ARRAY_RESERVE(t->names, t->capacity, t->count, LIMIT_TABLE_PATHS) ||
        !ARRAY_RESERVE(t->sorted, t->sorted_capacity, t->count, LIMIT_TABLE_PATHS)) {
        return no_memory(e);
    }
    struct named named = {.name = arena_copy(&t->text, name), .json = make_json(t, name)};
    if (named.name.bytes == NULL || named.json.bytes == NULL) {
        return no_memory(e);
    }
    uint32_t number = (uint32_t)t->count;
    t->names[number] = named;
    t->slots[slot] = (uint16_t)(number + 1);
    insert_sorted(t, number);
    t->count++;
    *out = number;
    return ST_OK;
}

string_view name_table_get(const struct name_table *t, uint32_t number)
{
    assert(number < t->count);
    return t->names[number].name;
}

string_view name_table_json(const struct name_table *t, uint32_t number)
{
    assert(number < t->count);
    return t->names[number].json;
}

size_t name_table_count(const struct name_table *t)
{
    return t->count;
}

uint32_t name_table_rank(const struct name_table *t, uint32_t number)
{
    assert(number < t->count);
    return t->names[number].rank;
}
