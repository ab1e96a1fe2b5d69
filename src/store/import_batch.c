// SPDX-License-Identifier: Apache-2.0
// A batch of rows on their way from the merge to the change set: copied, then decoded and hashed on
// all threads. Must not know: what they are compared with.
#include "store/import_internal.h"

#include "store/parallel.h"

#include <string.h>

#define BATCH_BYTES ((size_t)8 << 20)
// A buffer that a large record made larger than this is given back.
#define KEPT_BYTES ((size_t)1 << 20)

void import_batch_init(struct import_batch *b)
{
    memset(b, 0, sizeof *b);
    arena_init(&b->arena, 0);
    for (size_t i = 0; i < IMPORT_CHUNKS; i++) {
        arena_init(&b->chunks[i].arena, 0);
        buffer_init(&b->chunks[i].json, LIMIT_RECORD_BYTES * 4);
    }
}

void import_batch_release(struct import_batch *b)
{
    for (size_t i = 0; i < IMPORT_CHUNKS; i++) {
        arena_release(&b->chunks[i].arena);
        buffer_release(&b->chunks[i].json);
    }
    arena_release(&b->arena);
}

void import_batch_clear(struct import_batch *b)
{
    b->count = 0;
    arena_reset(&b->arena);
}

bool import_batch_is_full(const struct import_batch *b)
{
    return b->count == IMPORT_BATCH_ITEMS || b->arena.used > BATCH_BYTES;
}

status import_batch_add(struct import_batch *b, const struct import_item *item, struct error *e)
{
    struct import_item *copy = &b->items[b->count++];
    *copy = *item;
    copy->key = arena_copy(&b->arena, item->key);
    copy->payload = arena_copy(&b->arena, item->payload);
    if (copy->key.bytes == NULL || copy->payload.bytes == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the import");
    }
    return ST_OK;
}

struct decoding {
    struct import_batch *batch;
    const struct name_table *names;
};

static status decode_item(const struct decoding *d, struct import_chunk *chunk, size_t i,
                          struct error *e)
{
    struct import_batch *b = d->batch;
    uint64_t line = 0;
    string_view payload = b->items[i].payload;
    if (!varint_read(&payload, &line)) {
        return error_set(e, ST_CORRUPT, "a sorted run of the import is damaged");
    }
    TRY(row_decode(payload, &chunk->arena, &b->documents[i], e));
    layers_hash(&b->documents[i], d->names, &chunk->json, &b->hashes[i]);
    return buffer_check(&chunk->json, "a record", e);
}

static status decode_chunk(void *argument, size_t index, struct error *e)
{
    const struct decoding *d = argument;
    struct import_chunk *chunk = &d->batch->chunks[index];
    size_t end = MIN((index + 1) * IMPORT_CHUNK_ITEMS, d->batch->count);
    arena_reset(&chunk->arena);
    if (chunk->json.capacity > KEPT_BYTES) {
        buffer_release(&chunk->json);
    }
    for (size_t i = index * IMPORT_CHUNK_ITEMS; i < end; i++) {
        if (d->batch->items[i].payload.length > 0) { // a snapshot's removals have no row
            TRY(decode_item(d, chunk, i, e));
        }
    }
    return ST_OK;
}

status import_batch_decode(struct import_batch *b, struct import *in, struct error *e)
{
    struct decoding d = {b, in->source->names};
    import_lock_names(in);
    status result = parallel_run(in->pool, (b->count + IMPORT_CHUNK_ITEMS - 1) / IMPORT_CHUNK_ITEMS,
                                 decode_chunk, &d, e);
    import_unlock_names(in);
    return result;
}
