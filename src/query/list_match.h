// SPDX-License-Identifier: Apache-2.0
// A pasted list of catalogue numbers, identifiers or names (rule C7): which of them records have,
// in one pass over each field's column, whatever the list's length.
// Must not know: HTTP, how lists are written.
#pragma once

#include "query/extent.h"
#include "query/search.h"

#define SEARCH_LIMIT_LIST      ((size_t)100000)  // values of a list
#define SEARCH_LIMIT_LIST_HITS ((size_t)2000000) // records that they stand in, all values together
#define LIST_FIELDS_MOST       ((size_t)16)

// Fields that are looked in when none is named, those of them that some table asked has.
extern const char *const list_default_fields[];

enum list_status { LIST_FOUND, LIST_NOT_FOUND, LIST_AMBIGUOUS }; // one record, none, several

struct list_hit {
    uint32_t part; // of the extent
    uint32_t row;
};
struct list_entry {
    string_view value; // as first written, without blanks at its ends
    uint64_t times;    // how often the list has it, case ignored as string_equals does
    enum list_status status;
    const struct list_hit *hits; // in order of parts and rows
    size_t hit_count;
};
struct list_match {
    struct extent extent; // what hits are of
    uint32_t commit;
    const string_view *fields; // looked in
    size_t field_count;
    const struct list_entry *entries; // in the list's order
    size_t entry_count;
    size_t counts[3]; // entries by status
};

// The lines of `text`; empty ones are left out. The request's query, tables and commit say which
// records count. A value is looked for as string_equals has it. Everything lies in `arena`.
// ST_INVALID past the limits, naming "values"; for a field that no table has; and when no field is
// named and none of the usual ones is there.
NODISCARD status list_match_run(struct snapshot *s, const struct scope *scope, struct arena *arena,
                                const struct search_request *request, string_view text,
                                const string_view *fields, size_t field_count,
                                struct list_match *out, struct error *e);
// Table, key and version of a hit; the key in `scratch`.
NODISCARD status list_hit_read(struct snapshot *s, const struct list_match *m,
                               const struct list_hit *hit, struct buffer *scratch,
                               struct search_hit *out, struct error *e);
// The search that finds the records of the entries of one status: an "in" of their values as JSON.
void list_query_print(const struct list_match *m, enum list_status which, struct buffer *out);
