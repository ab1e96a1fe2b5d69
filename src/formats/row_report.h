// SPDX-License-Identifier: Apache-2.0
// What went wrong with rows, collected as JSON Lines in a file that can be downloaded, and counted.
// Rows are never dropped in silence. Thread-safe: an archive's files may be read side by side.
// Must not know: who reads rows, what is done about them.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

// One bad row or a remark on one; `column` is 0 when the whole row is meant.
struct row_problem {
    const char *file;
    uint64_t line;
    uint32_t column;    // of a table: the field's number; of JSON: the character's, from 1
    string_view field;  // "" when not known
    string_view reason; // a sentence
    string_view key;    // the row's key where one could be read, else ""
    bool key_readable;  // false: nobody can tell which record the row meant (rule A1)
};

struct row_report;
// `path` NULL keeps counts and the first 100 problems only. Each line of the file is an object
// {"file","line","column","field","reason","key"}; members that are not known are left out.
NODISCARD status row_report_create(const char *path, struct row_report **out, struct error *e);
// `r` may be NULL. Trouble with the file is told by row_report_finish.
void row_report_add(struct row_report *r, const struct row_problem *problem);
uint64_t row_report_count(const struct row_report *r);           // bad rows so far
uint64_t row_report_unreadable_keys(const struct row_report *r); // of these, without a readable key
// Calls visit for the key of every bad row whose key could be read, in the order of the problems;
// an import never takes such a record for removed (rule A1). Stops when visit fails. Past 64 MiB of
// keys the rest counts as unreadable.
NODISCARD status row_report_keys(const struct row_report *r,
                                 status (*visit)(void *argument, string_view key, struct error *e),
                                 void *argument, struct error *e);
// The first problem as one sentence, "" when there is none; borrowed.
const char *row_report_first(const struct row_report *r);
// The problems kept in memory (the first 100), as JSON Lines; borrowed until the next add.
string_view row_report_kept(const struct row_report *r);
NODISCARD status row_report_finish(struct row_report *r, struct error *e); // flush; then destroy
void row_report_destroy(struct row_report *r);
