// SPDX-License-Identifier: Apache-2.0
// Searches of a store in a temporary folder, told as short texts, for tests of the query layer.
#pragma once

#include "support/store_fixture.h"

#include "query/query_cache.h"
#include "query/search.h"

struct search_fixture {
    struct store_fixture store;
    struct snapshot *snapshot;
    struct arena arena; // of what is asked and answered
    struct error error;
    struct search_request request; // the next search's; cleared by running it
    struct search_facet_request facets[8];
    struct search_sort sorts[8];
    struct uuid tables[8];
    struct search_result result;
};

static inline void search_fixture_begin(struct search_fixture *f)
{
    *f = (struct search_fixture){0};
    store_fixture_begin(&f->store);
    arena_init(&f->arena, 0);
}

static inline void search_fixture_end(struct search_fixture *f)
{
    snapshot_release(f->snapshot);
    arena_release(&f->arena);
    store_fixture_end(&f->store);
    query_cache_clear();
}

// For cmocka: a fixture for each test, which its state points to.
static inline int search_fixture_set_up(void **state)
{
    struct search_fixture *f = malloc(sizeof *f);
    assert_non_null(f);
    search_fixture_begin(f);
    *state = f;
    return 0;
}

static inline int search_fixture_tear_down(void **state)
{
    search_fixture_end(*state);
    free(*state);
    return 0;
}

// Chooses the table that the next import writes to.
static inline void search_fixture_table(struct search_fixture *f, const char *slug)
{
    f->store.table = (struct import_table){.slug = sv_from(slug), .dataset_slug = sv_from(slug)};
    uuid_from_name(sv_from(slug), &f->store.table.table);
    uuid_from_name(f->store.table.slug, &f->store.table.dataset);
}

// Imports rows (JSON, key "id") into the chosen table and takes a new snapshot.
static inline void search_fixture_import(struct search_fixture *f, const char *const *rows,
                                         size_t count, enum import_mode mode)
{
    struct import_options options = {
        .mode = mode, .allow_removals = true, .author = "test", .message = "test"};
    status result = store_fixture_import(&f->store, rows, count, &options);
    if (result != ST_OK) {
        print_error("%s\n", f->store.error.message);
    }
    assert_int_equal(result, ST_OK);
    snapshot_release(f->snapshot);
    f->snapshot = NULL;
    assert_int_equal(store_snapshot(f->store.store, &f->snapshot, &f->error), ST_OK);
}

#define SEARCH_IMPORT(f, rows) search_fixture_import(f, rows, ARRAY_LENGTH(rows), IMPORT_UPSERT)

static inline const struct query *search_fixture_query(struct search_fixture *f, const char *json)
{
    const struct query *q = NULL;
    error_clear(&f->error);
    status result = query_from_json(&f->arena, sv_from(json), &q, &f->error);
    if (result != ST_OK) {
        print_error("%s: %s\n", json, f->error.message);
    }
    assert_int_equal(result, ST_OK);
    return q;
}

static inline void search_fixture_sort(struct search_fixture *f, const char *field)
{
    bool descending = field[0] == '-';
    f->sorts[f->request.sort_count++] =
        (struct search_sort){sv_from(field + descending), descending};
    f->request.sorts = f->sorts;
}

static inline void search_fixture_facet(struct search_fixture *f, const char *field, size_t limit)
{
    f->facets[f->request.facet_count++] =
        (struct search_facet_request){.field = sv_from(field), .limit = limit};
    f->request.facets = f->facets;
}

static inline void search_fixture_only(struct search_fixture *f, const char *slug)
{
    uuid_from_name(sv_from(slug), &f->tables[f->request.table_count++]);
    f->request.tables = f->tables;
}

// Runs the request; commit 0 there means the newest, limit 0 means 100.
static inline status search_fixture_run(struct search_fixture *f)
{
    struct search_request request = f->request;
    request.commit = request.commit == 0 ? snapshot_last_commit(f->snapshot) : request.commit;
    request.limit = request.limit == 0 ? 100 : request.limit;
    f->request = (struct search_request){0};
    error_clear(&f->error);
    return search_run(f->snapshot, &scope_public, &f->arena, &request, &f->result, &f->error);
}

// The same with the query in JSON; NULL: all.
static inline status search_fixture_ask(struct search_fixture *f, const char *json)
{
    f->request.query = json == NULL ? NULL : search_fixture_query(f, json);
    return search_fixture_run(f);
}

// Keys of the hits with one blank between.
static inline const char *search_fixture_keys(struct search_fixture *f)
{
    struct buffer out;
    buffer_init(&out, (size_t)1 << 20);
    for (size_t i = 0; i < f->result.hit_count; i++) {
        buffer_append(&out, " ", i > 0);
        buffer_append_view(&out, f->result.hits[i].key);
    }
    string_view text = arena_copy(&f->arena, buffer_view(&out));
    buffer_release(&out);
    return text.bytes;
}

// The facet as "value:count value:count ... missing:n other:n distinct:n".
static inline const char *search_fixture_facet_text(struct search_fixture *f, size_t number)
{
    struct buffer out;
    const struct search_facet *facet = &f->result.facets[number];
    buffer_init(&out, (size_t)1 << 20);
    for (size_t i = 0; i < facet->value_count; i++) {
        buffer_append_view(&out, facet->values[i].value);
        buffer_print(&out, ":%lu ", (unsigned long)facet->values[i].count);
    }
    buffer_print(&out, "missing:%lu other:%lu distinct:%lu", (unsigned long)facet->missing,
                 (unsigned long)facet->other, (unsigned long)facet->distinct);
    string_view text = arena_copy(&f->arena, buffer_view(&out));
    buffer_release(&out);
    return text.bytes;
}

#define ASSERT_FOUND(f, json, keys)                                                                \
    do {                                                                                           \
        const char *asked_ = (json);                                                               \
        status found_ = search_fixture_ask((f), asked_);                                           \
        if (found_ != ST_OK) {                                                                     \
            print_error("%s: %s\n", asked_ != NULL ? asked_ : "all", (f)->error.message);          \
        }                                                                                          \
        assert_int_equal(found_, ST_OK);                                                           \
        assert_string_equal(search_fixture_keys(f), (keys));                                       \
    } while (0)
