// SPDX-License-Identifier: Apache-2.0
// Sums are kept by the numbers of the sets of rows that they are made of. Must not know: queries.
#include "query/visible_words.h"

#include "query/query_cache.h"
#include "query/record_lengths.h"

#include <stdlib.h>

// Smaller segments are added up each time: looking for a kept sum would take as long.
#define KEPT_ROWS 1024u

static status add_up(const struct extent_part *part, struct visible_words *out, struct error *e)
{
    struct arena holder;
    const uint32_t *lengths = NULL;
    const struct bitset *visible = part->visible;
    *out = (struct visible_words){0, 0};
    arena_init(&holder, 0);
    status result = record_lengths_get(part->segment, &holder, &lengths, e);
    if (result == ST_OK) {
        for (size_t row = bitset_next(visible, 0); row < visible->bit_count;
             row = bitset_next(visible, row + 1)) {
            out->words += lengths[row];
            out->records++;
        }
    }
    arena_release(&holder);
    return result;
}

static status make_kept(void *argument, void **out, size_t *bytes, struct error *e)
{
    struct visible_words *kept = malloc(sizeof *kept);
    if (kept == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to count the words of records");
    }
    status result = add_up(argument, kept, e);
    if (result != ST_OK) {
        free(kept);
        return result;
    }
    *out = kept;
    *bytes = sizeof *kept;
    return ST_OK;
}

static const struct cache_kind words_kind = {"visible words", make_kept, free};

status visible_words_get(const struct extent_part *part, struct arena *arena,
                         struct visible_words *out, struct error *e)
{
    struct extent_part own = *part;
    string_view key;
    void *thing = NULL;
    if (segment_rows(part->segment) < KEPT_ROWS) {
        return add_up(part, out, e);
    }
    TRY(extent_part_key(part, &part->origin, sizeof part->origin, arena, &key, e));
    TRY(query_cache_get(&words_kind, key, &own, arena, &thing, e));
    *out = *(const struct visible_words *)thing;
    return ST_OK;
}
