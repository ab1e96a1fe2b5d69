// SPDX-License-Identifier: Apache-2.0
// The log of commits (docs/format.md, Log) and what follows from it: commits by number, tables by
// UUID and slug. Grows only; shared by all snapshots of a store and counted by reference. Reading
// new frames is the store's, under its mutex; commits and table lists once given never change or
// move. Must not know: segments.
#pragma once

#include "store/store.h"

struct commit_log;

// What the newest frame at hand says of the tables; immutable.
struct table_list {
    const struct store_table *tables;         // by UUID
    const struct store_table *const *by_slug; // by slug bytes
    size_t count;
};

// Its erasures, oldest first; immutable.
struct erasure_list {
    const struct commit **commits;
    size_t count;
};

struct commit_log *commit_log_create(void); // NULL when out of memory
void commit_log_retain(struct commit_log *l);
void commit_log_release(struct commit_log *l);

// Reads frames of DATA/store/log from where it stopped up to `length`. ST_CORRUPT names the offset.
NODISCARD status commit_log_read(struct commit_log *l, const char *store_folder, uint64_t length,
                                 struct error *e);
uint32_t commit_log_count(const struct commit_log *l);
const struct commit *commit_log_get(const struct commit_log *l, uint32_t number); // 1 .. count
const struct table_list *commit_log_tables(const struct commit_log *l);
const struct erasure_list *commit_log_erasures(const struct commit_log *l);
// Whether an erasure read since the start, or since settling, took words out of older messages.
bool commit_log_is_redacted(const struct commit_log *l);
void commit_log_settle(struct commit_log *l);

// A commit to write: tables with `create`, as store_import gives them.
struct log_entry {
    struct commit commit;
    const struct store_table *create;
    size_t create_count;
    uint64_t redacted; // of an erasure: messages that it took words out of
};

// Writes the head of an empty log.
NODISCARD status commit_log_begin(const char *store_folder, uint64_t *length, struct error *e);
// Cuts what lies behind `length`, appends the frame, makes it durable; *new_length is the length
// with it.
NODISCARD status commit_log_append(const char *store_folder, uint64_t length,
                                   const struct log_entry *entry, uint64_t *new_length,
                                   struct error *e);

// Takes the texts out of the messages of all frames up to `length`, each byte becoming a '*', so
// that frames stay where they are; replaces the file, durably. *count is how many messages held
// one; with 0 nothing is written.
NODISCARD status commit_log_redact(const char *store_folder, uint64_t length,
                                   const string_view *texts, size_t text_count, uint64_t *count,
                                   struct error *e);
