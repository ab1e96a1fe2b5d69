// SPDX-License-Identifier: Apache-2.0
// What the phases of an import share. Reading: rows go into a sorter by key. Comparing: the sorted
// rows are merged with the table's records; what differs goes into a change set. Publishing.
#pragma once

#include "base/sorter.h"
#include "store/change_set.h"
#include "store/import.h"
#include "store/layers.h"
#include "store/record_key.h"
#include "store/row_codec.h"

#include <pthread.h>

struct import {
    struct store *store;
    const struct import_table *table;
    struct row_source *source;
    struct row_report *report;
    const struct import_options *options;
    struct snapshot *base;
    struct change_set *changes;
    struct sorter *sorter;
    struct thread_pool *pool;
    string_view key_field;
    uint64_t table_rows;      // of the table before
    uint64_t shared_key_rows; // rows whose key another row has too
    bool may_remove;          // of a snapshot: no row was unreadable
    bool in_order;            // rows come in the order of their keys: nothing is sorted
    struct buffer row_key;    // then: of the row last taken
    struct buffer row_payload;
    struct import_result *result;
    struct buffer key_scratch;
    uint32_t *ignored; // name numbers, malloc'ed
    size_t ignored_count;
    // Rows are read and decoded, and their names looked up, while others are compared, which may
    // add names.
    pthread_mutex_t names_mutex;
};

static inline void import_lock_names(struct import *in)
{
    (void)pthread_mutex_lock(&in->names_mutex);
}

static inline void import_unlock_names(struct import *in)
{
    (void)pthread_mutex_unlock(&in->names_mutex);
}

// Phase 1. Rule A8's bound on bad rows is checked once the last row is read.
NODISCARD status import_read(struct import *in, struct error *e);
// The rows in the order of their keys: payloads are varint line and the encoded document. The views
// live until the next call.
NODISCARD status import_next_row(struct import *in, string_view *key, string_view *payload,
                                 bool *more, struct error *e);
// Phase 2. Rule A3's bounds are checked at its end.
NODISCARD status import_compare(struct import *in, struct error *e);

// A row and the old record of its key, one of them, or both.
enum import_item_kind { ITEM_ADDED, ITEM_COMPARED, ITEM_REMOVED };
struct import_item {
    enum import_item_kind kind;
    string_view key;     // of the row
    string_view payload; // of the row
    struct record_version old;
};

// Items in the order of their keys, filled by one thread and then handed to another.
#define IMPORT_BATCH_ITEMS ((size_t)4096)
#define IMPORT_CHUNK_ITEMS ((size_t)128)
#define IMPORT_CHUNKS      (IMPORT_BATCH_ITEMS / IMPORT_CHUNK_ITEMS)

// What a thread needs to decode and hash its part of a batch.
struct import_chunk {
    struct arena arena; // nodes
    struct buffer json;
};

struct import_batch {
    struct arena arena; // keys and payloads
    struct import_item items[IMPORT_BATCH_ITEMS];
    size_t count;
    // Of the rows of items, once decoded.
    struct document documents[IMPORT_BATCH_ITEMS];
    struct sha256 hashes[IMPORT_BATCH_ITEMS];
    struct import_chunk chunks[IMPORT_CHUNKS];
};

void import_batch_init(struct import_batch *b);
void import_batch_release(struct import_batch *b);
void import_batch_clear(struct import_batch *b);
// Key and payload of the item are copied. Call only while the batch is not full.
NODISCARD status import_batch_add(struct import_batch *b, const struct import_item *item,
                                  struct error *e);
bool import_batch_is_full(const struct import_batch *b);
NODISCARD status import_batch_decode(struct import_batch *b, struct import *in, struct error *e);

// Compares the items of a decoded batch and puts what differs into the change set; counts are the
// result's. The batch stays as it is until the call returns. One thread at a time.
struct import_putter;
NODISCARD status import_putter_create(struct import *in, struct import_putter **out,
                                      struct error *e);
NODISCARD status import_putter_put(struct import_putter *p, const struct import_batch *batch,
                                   struct error *e);
void import_putter_destroy(struct import_putter *p); // NULL is fine

void import_tell(const struct import *in, const char *phase, uint64_t rows);
bool import_is_cancelled(const struct import *in);
