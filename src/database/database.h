// SPDX-License-Identifier: Apache-2.0
// What all SQLite files of a data folder have in common: opened patiently and without trust in
// their schema, with errors as values, and forgotten for good where something was erased. Must not
// know: what is kept in them.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "base/string_view.h"

#include <sqlite3.h>

struct database {
    sqlite3 *handle;  // NULL: not open
    const char *name; // "the catalogue", for messages
    const char *path; // for messages as well; may be NULL
};

// Flags as sqlite3_open_v2 has them. To be closed also when this fails.
NODISCARD status database_open(struct database *d, const char *path, int flags, struct error *e);
void database_close(struct database *d); // fine when it is not open
// ST_CORRUPT when the file is damaged.
NODISCARD status database_check(struct database *d, struct error *e);

// The status and words of SQLite's last error: "the catalogue cannot be read: ...". ST_CORRUPT of a
// damaged file, ST_IO of one that cannot be reached, written or locked, else ST_INTERNAL.
NODISCARD status database_error(const struct database *d, const char *doing, struct error *e);
NODISCARD status database_run(struct database *d, const char *sql, const char *doing,
                              struct error *e);
NODISCARD status database_prepare(struct database *d, const char *sql, sqlite3_stmt **out,
                                  struct error *e);
// Runs a prepared statement that gives no rows, and finalises it.
NODISCARD status database_finish(struct database *d, sqlite3_stmt *statement, const char *doing,
                                 struct error *e);
// The number in the first row of a query.
NODISCARD status database_number(struct database *d, const char *sql, int64_t *out,
                                 struct error *e);

void database_bind_text(sqlite3_stmt *statement, int at, string_view text);
// An empty text is none.
void database_bind_optional(sqlite3_stmt *statement, int at, string_view text);
// A copy in the arena; "" for none.
string_view database_text(sqlite3_stmt *statement, int at, struct arena *arena);

// Erasing (rule F5): from the first on what is changed or removed is wiped, and the second writes
// the file anew, so that nothing of it is left in pages or logs. Others may have it open, and wait.
NODISCARD status database_wipe(struct database *d, struct error *e);
NODISCARD status database_forget(struct database *d, struct error *e);
