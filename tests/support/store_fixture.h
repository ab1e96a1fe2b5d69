// SPDX-License-Identifier: Apache-2.0
// A store in a temporary folder, and row sources made of JSON texts, for tests of the store and
// above.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "formats/document_builder.h"
#include "formats/json_read.h"
#include "store/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct store_fixture {
    char folder[64];
    struct store *store;
    struct import_table table;
    struct error error;
    struct import_result result;
    struct arena arena;
};

// --- rows ----------------------------------------------------------------------------------------

struct memory_source {
    struct row_source base; // first
    const char *const *rows;
    size_t count;
    size_t at;
    struct document_builder builder;
};

static inline status memory_source_next(struct row_source *s, struct source_row *row, bool *more,
                                        struct error *e)
{
    struct memory_source *m = (struct memory_source *)s;
    size_t offset = 0;
    *more = m->at < m->count;
    if (!*more) {
        return ST_OK;
    }
    TRY(json_parse(sv_from(m->rows[m->at]), false, s->names, &m->builder, &offset, e));
    m->at++;
    *row = (struct source_row){document_builder_finish(&m->builder), "memory", m->at};
    return ST_OK;
}

static inline void memory_source_destroy(struct row_source *s)
{
    struct memory_source *m = (struct memory_source *)s;
    document_builder_release(&m->builder);
    name_table_destroy(s->names);
    free(m);
}

static inline struct row_source *memory_source_create(const char *const *rows, size_t count)
{
    struct memory_source *m = calloc(1, sizeof *m);
    assert_non_null(m);
    m->base = (struct row_source){
        .next = memory_source_next, .destroy = memory_source_destroy, .names = name_table_create()};
    m->rows = rows;
    m->count = count;
    document_builder_init(&m->builder);
    assert_non_null(m->base.names);
    return &m->base;
}

// --- the store -----------------------------------------------------------------------------------

static inline void store_fixture_begin(struct store_fixture *f)
{
    *f = (struct store_fixture){0};
    (void)snprintf(f->folder, sizeof f->folder, "/tmp/vitrine-test-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    arena_init(&f->arena, 0);
    f->table = (struct import_table){.slug = SV("birds"), .dataset_slug = SV("birds")};
    uuid_from_name(SV("table/birds"), &f->table.table);
    uuid_from_name(SV("dataset/birds"), &f->table.dataset);
    assert_int_equal(store_create(f->folder, &f->error), ST_OK);
    assert_int_equal(store_open(f->folder, &f->store, &f->error), ST_OK);
}

static inline void store_fixture_end(struct store_fixture *f)
{
    store_close(f->store);
    arena_release(&f->arena);
    assert_int_equal(folder_remove(f->folder, NULL), ST_OK);
}

// Imports rows given as JSON texts with the key field "id" unless the options say otherwise.
static inline status store_fixture_import(struct store_fixture *f, const char *const *rows,
                                          size_t count, const struct import_options *options)
{
    struct import_options o = options == NULL ? (struct import_options){0} : *options;
    struct row_report *report = NULL;
    struct row_source *source = memory_source_create(rows, count);
    o.key_field = o.key_field == NULL ? "id" : o.key_field;
    o.memory_limit = o.memory_limit == 0 ? (size_t)48 << 20 : o.memory_limit;
    error_clear(&f->error);
    assert_int_equal(row_report_create(NULL, &report, &f->error), ST_OK);
    status result =
        store_import(f->store, &f->table, source, report, &o, NULL, 0, &f->result, &f->error);
    row_source_destroy(source);
    row_report_destroy(report);
    return result;
}

#define STORE_IMPORT(f, rows, options) store_fixture_import(f, rows, ARRAY_LENGTH(rows), options)

// The record as JSON at a commit (0: the newest); "" when it is not there.
static inline string_view store_fixture_record(struct store_fixture *f, const char *key,
                                               uint32_t commit)
{
    struct snapshot *s = NULL;
    struct record_version v;
    struct buffer text;
    string_view out = SV("");
    assert_int_equal(store_snapshot(f->store, &s, NULL), ST_OK);
    commit = commit == 0 ? snapshot_last_commit(s) : commit;
    if (snapshot_record(s, &scope_public, &f->table.table, sv_from(key), commit, &v, NULL) ==
        ST_OK) {
        buffer_init(&text, (size_t)64 << 20);
        assert_int_equal(snapshot_write_record(s, &v, true, &text, NULL), ST_OK);
        out = arena_copy(&f->arena, buffer_view(&text));
        buffer_release(&text);
    }
    snapshot_release(s);
    return out;
}

static inline void store_fixture_tell(void *argument, const char *sentence)
{
    (void)argument;
    print_error("%s\n", sentence);
}

static inline void store_fixture_verify(struct store_fixture *f)
{
    error_clear(&f->error);
    status result = store_verify(f->store, store_fixture_tell, NULL, &f->error);
    if (result != ST_OK) {
        print_error("%s\n", f->error.message);
    }
    assert_int_equal(result, ST_OK);
}
