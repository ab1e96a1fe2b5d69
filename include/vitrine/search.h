// SPDX-License-Identifier: Apache-2.0
// libvitrine: asking. A search is made once, asked of any number of snapshots, and gives exact
// totals, a page of records in a total order, facets, or all of its records one after another.
// docs/query.md tells the language, docs/api.md the JSON of vitrine_search_json.
#ifndef VITRINE_SEARCH_H
#define VITRINE_SEARCH_H

#include "vitrine/store.h"

VITRINE_BEGIN

// --- a whole search as JSON ----------------------------------------------------------------------

// The body of POST /api/v1/search in, its answer out, appended to `out` without a line break; but
// for "kinds", "fields" and "explain", which a portal alone takes.
//   in:  {"query", "datasets", "tables", "version", "facets", "facetLimit", "sort", "limit",
//        "offset", "after", "budget"}, all of them optional; "" stands for {}.
//   out: {"version", "total", "records": [{"dataset", "table", "key", "version", "data"}],
//        "facets": [{"field", "values": [{"value", "count"}], "missing", "other"}], "after"}
// The snapshot's moment is asked unless "version" names an earlier one, or "after" pins its own.
// VITRINE_INVALID: the error's field is a JSON pointer (RFC 6901) into the body. What was written
// to `out` before a failure is cut off again.
VITRINE_CHECKED enum vitrine_status vitrine_search_json(struct vitrine_snapshot *snapshot,
                                                        const char *json, size_t length,
                                                        struct vitrine_buffer *out,
                                                        struct vitrine_error *error);

// --- a search part by part -----------------------------------------------------------------------

// What is asked. It keeps copies of all texts given to it, and may be asked again and again.
struct vitrine_search;

// All records, 20 of them, in the default order: tables by UUID, keys as bytes. NULL when out of
// memory.
VITRINE_API struct vitrine_search *vitrine_search_create(void);
VITRINE_API void vitrine_search_destroy(struct vitrine_search *search);

// The query as JSON (docs/query.md): {"search", "filters"}. Takes the place of the one before.
VITRINE_CHECKED enum vitrine_status vitrine_search_query(struct vitrine_search *search,
                                                         const char *json, size_t length,
                                                         struct vitrine_error *error);
// A parameter as in a page's address: a field and what it shall be ("1850..1900", "Bom*", "!x"), or
// "q" and words, or "filter.TERM" and a term (docs/query.md). The same twice is or, different ones
// are and; they are and with the query.
VITRINE_CHECKED enum vitrine_status vitrine_search_parameter(struct vitrine_search *search,
                                                             const char *name, const char *value,
                                                             struct vitrine_error *error);
// Keeps to this table (a slug), and to the others named so.
VITRINE_CHECKED enum vitrine_status
vitrine_search_table(struct vitrine_search *search, const char *table, struct vitrine_error *error);
// Counts the values of a field, the `limit` commonest of them.
VITRINE_CHECKED enum vitrine_status vitrine_search_facet(struct vitrine_search *search,
                                                         const char *field, size_t limit,
                                                         struct vitrine_error *error);
// Sorts by a field, after those named before it; missing values come last both ways.
VITRINE_CHECKED enum vitrine_status vitrine_search_sort(struct vitrine_search *search,
                                                        const char *field, bool descending,
                                                        struct vitrine_error *error);
// The page: at most 1,000 records behind the first `offset`.
VITRINE_CHECKED enum vitrine_status vitrine_search_page(struct vitrine_search *search,
                                                        uint64_t offset, size_t limit,
                                                        struct vitrine_error *error);
// Goes on behind an earlier answer, at that answer's commit; "" goes back to the start.
VITRINE_CHECKED enum vitrine_status vitrine_search_after(struct vitrine_search *search,
                                                         const char *cursor,
                                                         struct vitrine_error *error);
// `cancelled` is asked now and then while a search runs, perhaps by several threads; when it says
// true the search ends with VITRINE_CANCELLED. NULL: never.
VITRINE_API void vitrine_search_cancel(struct vitrine_search *search, bool (*cancelled)(void *),
                                       void *argument);
// Likewise once it has run for so long; 0: no bound.
VITRINE_API void vitrine_search_budget(struct vitrine_search *search, uint32_t milliseconds);
// Appends the query's canonical JSON; its SHA-256 names the query.
VITRINE_CHECKED enum vitrine_status vitrine_search_canonical(struct vitrine_search *search,
                                                             struct vitrine_buffer *out,
                                                             struct vitrine_error *error);

// --- its answer ----------------------------------------------------------------------------------

// Holds the snapshot's files. Texts live until the result's end; an index past the end gives "" or
// 0.
struct vitrine_result;

VITRINE_CHECKED enum vitrine_status vitrine_search_run(struct vitrine_search *search,
                                                       struct vitrine_snapshot *snapshot,
                                                       struct vitrine_result **out,
                                                       struct vitrine_error *error);
VITRINE_API void vitrine_result_destroy(struct vitrine_result *result);
VITRINE_API uint32_t vitrine_result_commit(const struct vitrine_result *result);
VITRINE_API uint64_t vitrine_result_total(const struct vitrine_result *result);
// The cursor behind the last record of the page, with a NUL; "" at the end.
VITRINE_API struct vitrine_text vitrine_result_after(const struct vitrine_result *result);

VITRINE_API size_t vitrine_result_count(const struct vitrine_result *result);
VITRINE_API struct vitrine_text vitrine_result_table(const struct vitrine_result *result,
                                                     size_t index);
VITRINE_API struct vitrine_text vitrine_result_key(const struct vitrine_result *result,
                                                   size_t index);
// The commit that made this version of the record.
VITRINE_API uint32_t vitrine_result_version(const struct vitrine_result *result, size_t index);
// Appends the record as JSON.
VITRINE_CHECKED enum vitrine_status vitrine_result_json(const struct vitrine_result *result,
                                                        size_t index, struct vitrine_buffer *out,
                                                        struct vitrine_error *error);

VITRINE_API size_t vitrine_result_facet_count(const struct vitrine_result *result);
VITRINE_API struct vitrine_text vitrine_result_facet_field(const struct vitrine_result *result,
                                                           size_t facet);
VITRINE_API size_t vitrine_result_value_count(const struct vitrine_result *result, size_t facet);
VITRINE_API struct vitrine_text vitrine_result_value(const struct vitrine_result *result,
                                                     size_t facet, size_t index);
VITRINE_API uint64_t vitrine_result_value_records(const struct vitrine_result *result, size_t facet,
                                                  size_t index);
VITRINE_API uint64_t vitrine_result_missing(const struct vitrine_result *result, size_t facet);
VITRINE_API uint64_t vitrine_result_other(const struct vitrine_result *result, size_t facet);

// --- all records of a search ---------------------------------------------------------------------

// Gives every record in the default order, in memory that does not grow with their number. The
// search's sort, facets and page say nothing here; it may be destroyed while rows are read.
struct vitrine_rows;

VITRINE_CHECKED enum vitrine_status vitrine_rows_open(struct vitrine_search *search,
                                                      struct vitrine_snapshot *snapshot,
                                                      struct vitrine_rows **out,
                                                      struct vitrine_error *error);
VITRINE_API void vitrine_rows_close(struct vitrine_rows *rows);
VITRINE_API uint64_t vitrine_rows_total(const struct vitrine_rows *rows);
// The next record; *more is false behind the last. What the functions below give lives until the
// next call.
VITRINE_CHECKED enum vitrine_status vitrine_rows_next(struct vitrine_rows *rows, bool *more,
                                                      struct vitrine_error *error);
VITRINE_API struct vitrine_text vitrine_rows_table(const struct vitrine_rows *rows);
VITRINE_API struct vitrine_text vitrine_rows_key(const struct vitrine_rows *rows);
VITRINE_API struct vitrine_text vitrine_rows_json(const struct vitrine_rows *rows);

// All records of a search as CSV (RFC 4180, UTF-8), many times quicker than one by one: a header of
// the tables' fields, then the records in the search's order; its page says nothing here. `write`
// gets the bytes in order, by one thread at a time, and says whether to go on; VITRINE_CANCELLED
// when it did not.
VITRINE_CHECKED enum vitrine_status
vitrine_export_csv(struct vitrine_search *search, struct vitrine_snapshot *snapshot,
                   bool (*write)(void *argument, struct vitrine_text bytes), void *argument,
                   struct vitrine_error *error);

// --- completions ---------------------------------------------------------------------------------

// Appends the values of a field that start with `prefix` (case and accents ignored), the commonest
// first, of the records that the search finds (`search` NULL: of all): [{"value", "count"}].
VITRINE_CHECKED enum vitrine_status vitrine_suggest_json(struct vitrine_snapshot *snapshot,
                                                         struct vitrine_search *search,
                                                         const char *field, const char *prefix,
                                                         size_t limit, struct vitrine_buffer *out,
                                                         struct vitrine_error *error);

// --- differences ---------------------------------------------------------------------------------

enum vitrine_change { VITRINE_ADDED = 0, VITRINE_REMOVED = 1, VITRINE_CHANGED = 2 };

// One record that is not the same at both moments. The JSON of the moment at which it was not there
// has length 0. Views live during the call. Says whether to go on.
typedef bool vitrine_difference(void *argument, enum vitrine_change change,
                                struct vitrine_text table, struct vitrine_text key,
                                struct vitrine_text before, struct vitrine_text after);

// Calls `visit` for each record that came into the search's results, left them or changed between
// two commits of the snapshot, in the default order (`search` NULL: all records).
// VITRINE_CANCELLED when the visit stopped it.
VITRINE_CHECKED enum vitrine_status vitrine_diff(struct vitrine_snapshot *snapshot,
                                                 struct vitrine_search *search, uint32_t from,
                                                 uint32_t to, vitrine_difference *visit,
                                                 void *argument, struct vitrine_error *error);

VITRINE_END

#endif
