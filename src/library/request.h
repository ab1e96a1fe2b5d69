// SPDX-License-Identifier: Apache-2.0
// A search as the library's callers ask it, gathered part by part or from a JSON body, with its
// bounds. Must not know: how answers look.
#pragma once

#include "library/library.h"

#define LIBRARY_TABLES     ((size_t)5000)
#define LIBRARY_PARAMETERS ((size_t)1000)

// What a search keeps between its calls; it lies in its own arena.
struct library_request {
    struct arena arena;
    const struct query *query;          // NULL: all
    struct query_parameter *parameters; // and with the query; room for LIBRARY_PARAMETERS
    size_t parameter_count;
    string_view *tables; // slugs of tables; room for LIBRARY_TABLES
    size_t table_count;
    string_view *datasets; // slugs of datasets; likewise
    size_t dataset_count;
    struct search_facet_request facets[SEARCH_LIMIT_FACETS];
    size_t facet_count;
    struct search_sort sorts[SEARCH_LIMIT_SORTS];
    size_t sort_count;
    size_t limit;
    uint64_t offset;
    string_view after;
    int64_t version; // a moment
    bool has_version;
    bool (*cancelled)(void *argument); // may be NULL
    void *cancelled_argument;
    uint64_t budget;   // nanoseconds; 0: no bound
    uint64_t deadline; // of the call at hand, as clock_ticks counts; set by library_request_finish
};

void library_request_init(struct library_request *r);
void library_request_release(struct library_request *r);

// `place` is what errors name. Texts are copied.
NODISCARD status library_request_table(struct library_request *r, bool dataset, string_view slug,
                                       const char *place, struct error *e);
NODISCARD status library_request_facet(struct library_request *r, string_view field, size_t limit,
                                       const char *place, struct error *e);
NODISCARD status library_request_parameter(struct library_request *r, string_view name,
                                           string_view value, struct error *e);
NODISCARD status library_request_after(struct library_request *r, string_view cursor,
                                       struct error *e);
NODISCARD status library_request_sort(struct library_request *r, string_view field, bool descending,
                                      const char *place, struct error *e);

// From the body that vitrine_search_json takes.
NODISCARD status library_request_from_json(struct library_request *r, string_view json,
                                           struct error *e);

// The query and the parameters as one tree; what is made lies in `arena`. NULL: all records.
NODISCARD status library_request_query(const struct library_request *r, struct arena *arena,
                                       const struct query **out, struct error *e);

// What the engine takes, as of the snapshot: slugs become UUIDs, parameters a part of the query.
// What is made lies in `arena`. The time budget begins.
NODISCARD status library_request_finish(struct library_request *r, const struct vitrine_snapshot *s,
                                        struct arena *arena, struct search_request *out,
                                        struct error *e);

// The request in a search of the library's callers.
struct library_request *library_request_of(struct vitrine_search *search);
