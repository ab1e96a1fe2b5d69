// SPDX-License-Identifier: Apache-2.0
// Batches of pairs on a conveyor.
#include "base/sorter_feed.h"

#include "base/array.h"
#include "base/conveyor.h"

#include <stdlib.h>

// The batches together hold as much as the sorter's block: while it sorts and writes a full one,
// which takes as long as making its pairs, nobody waits for it.
#define BATCHES     24
#define BATCH_LEAST ((size_t)256 << 10)
#define BATCH_MOST  ((size_t)4 << 20)
#define BATCH_PAIRS ((size_t)16384)

struct pair {
    size_t start; // in the batch's bytes
    size_t key_length;
    size_t length; // of key and payload
};

struct batch {
    struct buffer bytes;
    struct pair *pairs; // owned
    size_t count;
    size_t capacity;
    size_t end; // of the last pair in `bytes`
};

struct sorter_feed {
    struct sorter *sorter;
    struct conveyor *conveyor;
    size_t batch_bytes;
    struct batch batches[BATCHES];
    struct batch *batch; // being filled
};

static status sort_batch(void *argument, size_t place, struct error *e)
{
    struct sorter_feed *f = argument;
    const struct batch *b = &f->batches[place];
    for (size_t i = 0; i < b->count; i++) {
        const struct pair *pair = &b->pairs[i];
        string_view key = {b->bytes.bytes + pair->start, pair->key_length};
        string_view payload = {key.bytes + key.length, pair->length - pair->key_length};
        TRY(sorter_add(f->sorter, key, payload, e));
    }
    return ST_OK;
}

static status take_batch(struct sorter_feed *f, struct error *e)
{
    size_t place = 0;
    TRY(conveyor_take(f->conveyor, &place, e));
    f->batch = &f->batches[place];
    f->batch->count = 0;
    f->batch->end = 0;
    buffer_clear(&f->batch->bytes);
    return ST_OK;
}

status sorter_feed_create(struct sorter *sorter, size_t most_bytes, struct sorter_feed **out,
                          struct error *e)
{
    struct sorter_feed *f = calloc(1, sizeof *f);
    if (f == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to sort rows");
    }
    f->sorter = sorter;
    f->batch_bytes = MAX(BATCH_LEAST, MIN(BATCH_MOST, sorter_memory_limit(sorter) / BATCHES));
    for (size_t i = 0; i < BATCHES; i++) {
        buffer_init(&f->batches[i].bytes, f->batch_bytes + most_bytes);
    }
    status result = conveyor_create(BATCHES, sort_batch, f, &f->conveyor, e);
    if (result == ST_OK) {
        result = take_batch(f, e);
    }
    if (result != ST_OK) {
        sorter_feed_destroy(f);
        return result;
    }
    *out = f;
    return ST_OK;
}

struct buffer *sorter_feed_buffer(struct sorter_feed *f)
{
    return &f->batch->bytes;
}

status sorter_feed_add(struct sorter_feed *f, size_t key_length, const char *what, struct error *e)
{
    struct batch *b = f->batch;
    TRY(buffer_check(&b->bytes, what, e));
    if (!ARRAY_RESERVE(b->pairs, b->capacity, b->count, BATCH_PAIRS)) {
        return error_set(e, ST_NO_MEMORY, "no memory to sort rows");
    }
    b->pairs[b->count++] = (struct pair){b->end, key_length, b->bytes.length - b->end};
    b->end = b->bytes.length;
    if (b->count < BATCH_PAIRS && b->end < f->batch_bytes) {
        return ST_OK;
    }
    conveyor_send(f->conveyor);
    return take_batch(f, e);
}

status sorter_feed_finish(struct sorter_feed *f, struct error *e)
{
    conveyor_send(f->conveyor);
    return conveyor_drain(f->conveyor, e);
}

void sorter_feed_destroy(struct sorter_feed *f)
{
    if (f == NULL) {
        return;
    }
    conveyor_destroy(f->conveyor);
    for (size_t i = 0; i < BATCHES; i++) {
        buffer_release(&f->batches[i].bytes);
        free(f->batches[i].pairs);
    }
    free(f);
}
