// SPDX-License-Identifier: Apache-2.0
// The roll-ups: DATA/usage/usage.sqlite holds what the events add up to by month, how far in the
// file of events that is, and the figures of other sources (rule E1). It can be made again from the
// events, but for the other sources. One connection; not thread-safe. Must not know: how uses are
// counted, HTTP.
#pragma once

#include "base/arena.h"
#include "usage/event_file.h"
#include "usage/sums.h"

struct rollups;

// Opens for writing, made when it is not there. ST_CORRUPT when it is damaged, ST_CONFLICT when a
// newer program wrote it.
NODISCARD status rollups_open(const char *path, struct rollups **out, struct error *e);
// Opens for reading alone; *out is NULL where there is none.
NODISCARD status rollups_open_read(const char *path, struct rollups **out, struct error *e);
void rollups_close(struct rollups *r); // NULL is fine

// How far the events have been added up, in bytes of their file.
NODISCARD status rollups_applied(struct rollups *r, uint64_t *out, struct error *e);

// --- adding, all between begin and commit ----------------------------------------------------
NODISCARD status rollups_begin(struct rollups *r, struct error *e);
NODISCARD status rollups_commit(struct rollups *r, uint64_t applied, struct error *e);
void rollups_undo(struct rollups *r); // what came since begin
NODISCARD status rollups_add_name(struct rollups *r, uint32_t number, enum usage_name kind,
                                  string_view text, struct error *e);
NODISCARD status rollups_add(struct rollups *r, const struct usage_sums *sums, struct error *e);
// Counting began at that hour, if not earlier.
NODISCARD status rollups_began(struct rollups *r, uint32_t hour, struct error *e);

// The number of a name, 0 when it has none; the highest number.
NODISCARD status rollups_find_name(struct rollups *r, enum usage_name kind, string_view text,
                                   uint32_t *out, struct error *e);
NODISCARD status rollups_last_name(struct rollups *r, uint32_t *out, struct error *e);

// --- erasing (rule F5) -----------------------------------------------------------------------
// Between begin and commit: a name, new or old, keeps its number and what was counted of it, and
// loses what it told. Names of a noted hash (usage_name_hash) are erased from now on.
NODISCARD status rollups_blank_name(struct rollups *r, uint32_t number, enum usage_name kind,
                                    string_view text, struct error *e);
NODISCARD status rollups_note_erased(struct rollups *r, uint64_t hash, struct error *e);
NODISCARD status rollups_is_erased(struct rollups *r, uint64_t hash, bool *out, struct error *e);
// Outside of them: nothing of what was changed stays in the file or its log.
NODISCARD status rollups_forget(struct rollups *r, struct error *e);

// --- other sources (rule E1) -----------------------------------------------------------------
struct usage_source_month {
    int32_t month;
    string_view dataset; // as the source names it; empty: of all
    uint64_t downloads;
    uint64_t records;
};
// Takes the place of what was imported under that name before. `method` says how the source
// counts; may be empty.
NODISCARD status rollups_import(struct rollups *r, string_view source, string_view method,
                                const struct usage_source_month *months, size_t count,
                                struct error *e);

// --- asking ----------------------------------------------------------------------------------
// Calls `row` for each row of a query with its integers bound in order; `texts` of the row live
// during the call.
struct rollup_row {
    const int64_t *numbers; // of the columns that are numbers, 0 elsewhere
    const string_view *texts;
    size_t count;
};
#define ROLLUP_COLUMNS 12
typedef status rollup_visit(void *argument, const struct rollup_row *row, struct error *e);
NODISCARD status rollups_ask(struct rollups *r, const char *sql, const int64_t *numbers,
                             size_t number_count, rollup_visit *visit, void *argument,
                             struct error *e);
// Only one text may be bound beside, as the last.
NODISCARD status rollups_ask_of(struct rollups *r, const char *sql, const int64_t *numbers,
                                size_t number_count, string_view text, rollup_visit *visit,
                                void *argument, struct error *e);
