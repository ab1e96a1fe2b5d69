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
    // Rows that come in order are read, and their names looked up, while others are compared, which
    // may add names.
    pthread_mutex_t names_mutex;
};

static inline void import_lock_names(struct import *in)
{
    if (in->in_order) {
        (void)pthread_mutex_lock(&in->names_mutex);
    }
}

static inline void import_unlock_names(struct import *in)
{
    if (in->in_order) {
        (void)pthread_mutex_unlock(&in->names_mutex);
    }
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

// Compares items and puts what differs into the change set; counts are the result's. At most 1,024
// items at a time, which live until the call returns. One thread at a time.
struct import_putter;
NODISCARD status import_putter_create(struct import *in, struct import_putter **out,
                                      struct error *e);
NODISCARD status import_putter_put(struct import_putter *p, const struct import_item *items,
                                   size_t count, struct error *e);
void import_putter_destroy(struct import_putter *p); // NULL is fine

void import_tell(const struct import *in, const char *phase, uint64_t rows);
bool import_is_cancelled(const struct import *in);
