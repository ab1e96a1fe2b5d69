// SPDX-License-Identifier: Apache-2.0
// Open addressing, at most half full.
// Must not know: what keys are.
#include "query/number_map.h"

#include "base/array.h"

#include <stdlib.h>

void number_map_init(struct number_map *m, size_t most)
{
    *m = (struct number_map){.most = most};
}

void number_map_release(struct number_map *m)
{
    free(m->keys);
    free(m->places);
    number_map_init(m, 0);
}

static size_t place_of(const struct number_map *m, uint64_t key)
{
    uint64_t mixed = key * UINT64_C(0x9e3779b97f4a7c15);
    mixed ^= mixed >> 32;
    size_t place = (size_t)mixed & (m->place_count - 1);
    while (m->places[place] != 0 && m->keys[m->places[place] - 1] != key) {
        place = (place + 1) & (m->place_count - 1);
    }
    return place;
}

static status grow(struct number_map *m, struct error *e)
{
    size_t wanted = m->place_count == 0 ? 1024 : 2 * m->place_count;
    uint32_t *places = calloc(wanted, sizeof *places);
    if (places == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to count");
    }
    free(m->places);
    m->places = places;
    m->place_count = wanted;
    for (size_t i = 0; i < m->count; i++) {
        m->places[place_of(m, m->keys[i])] = (uint32_t)i + 1;
    }
    return ST_OK;
}

status number_map_add(struct number_map *m, uint64_t key, uint32_t *number, bool *added,
                      struct error *e)
{
    if (2 * m->count >= m->place_count) {
        TRY(grow(m, e));
    }
    size_t place = place_of(m, key);
    *added = m->places[place] == 0;
    if (*added) {
        if (m->count == m->most) {
            return error_set(e, ST_TOO_LARGE, "there are more than %zu of them", m->most);
        }
        if (!ARRAY_RESERVE(m->keys, m->capacity, m->count, m->most)) {
            return error_set(e, ST_NO_MEMORY, "no memory to count");
        }
        m->keys[m->count++] = key;
        m->places[place] = (uint32_t)m->count;
    }
    *number = m->places[place] - 1;
    return ST_OK;
}
