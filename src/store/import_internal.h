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
    struct import_result *result;
    struct buffer text; // scratch
    uint32_t *ignored;  // name numbers, malloc'ed
    size_t ignored_count;
};

// Phase 1. Rule A8's bound on bad rows is checked at its end.
NODISCARD status import_read(struct import *in, struct error *e);
// Phase 2. Rule A3's bounds are checked at its end.
NODISCARD status import_compare(struct import *in, struct error *e);

void import_tell(const struct import *in, const char *phase, uint64_t rows);
bool import_is_cancelled(const struct import *in);
