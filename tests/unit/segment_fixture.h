// SPDX-License-Identifier: Apache-2.0
// A segment made from JSON records in a temporary file, with what is expected of it, for the tests
// of the segment format. Must not know: any one test.
#pragma once

#include "base/array.h"
#include "base/bitset.h"
#include "base/hash.h"
#include "formats/json_read.h"
#include "store/segment.h"
#include "store/segment_writer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define FIXTURE_BATCH 50

struct fixture_row {
    struct uuid table;
    char key[64];
    char *json; // owned: canonical bytes
    size_t length;
    struct sha256 hash;
    uint32_t from;
    uint32_t until;
    char *layers; // owned, or NULL
};

struct segment_fixture {
    char path[64];
    struct thread_pool *pool;
    struct segment_writer *writer;
    struct name_table *names;
    struct document_builder builders[FIXTURE_BATCH];
    struct document documents[FIXTURE_BATCH];
    char *sources[FIXTURE_BATCH]; // owned: what the documents' texts point into
    size_t pending;
    struct fixture_row *rows; // owned
    size_t count;
    size_t capacity;
    struct segment *segment;
    struct error error;
};

#define ASSERT_OK(f, expression)                                                                   \
    do {                                                                                           \
        status fixture_status_ = (expression);                                                     \
        if (fixture_status_ != ST_OK) {                                                            \
            fail_msg("%s: %s", status_text(fixture_status_), (f)->error.message);                  \
        }                                                                                          \
    } while (0)

static inline struct uuid fixture_table(unsigned number)
{
    struct uuid table = {{0}};
    table.bytes[0] = (unsigned char)(number >> 8);
    table.bytes[1] = (unsigned char)number;
    return table;
}

static inline void fixture_begin(struct segment_fixture *f, struct thread_pool *pool)
{
    memset(f, 0, sizeof *f);
    f->pool = pool;
    (void)snprintf(f->path, sizeof f->path, "/tmp/vitrine-segment-XXXXXX");
    int descriptor = mkstemp(f->path);
    assert_true(descriptor >= 0);
    (void)close(descriptor);
    f->names = name_table_create();
    assert_non_null(f->names);
    for (size_t i = 0; i < FIXTURE_BATCH; i++) {
        document_builder_init(&f->builders[i]);
    }
    ASSERT_OK(f, segment_writer_create(f->path, pool, &f->writer, &f->error));
}

// Hands the pending rows to the writer as one batch.
static inline void fixture_flush(struct segment_fixture *f)
{
    struct segment_row rows[FIXTURE_BATCH];
    for (size_t i = 0; i < f->pending; i++) {
        const struct fixture_row *r = &f->rows[f->count - f->pending + i];
        rows[i] = (struct segment_row){.table = &r->table,
                                       .key = sv_from(r->key),
                                       .from = r->from,
                                       .until = r->until,
                                       .document = &f->documents[i],
                                       .hash = &r->hash,
                                       .source_hash = r->layers == NULL ? NULL : &r->hash,
                                       .layers = sv_from(r->layers)};
    }
    ASSERT_OK(f, segment_writer_add_batch(f->writer, rows, f->pending, f->names, &f->error));
    f->pending = 0;
}

static inline struct fixture_row *fixture_add(struct segment_fixture *f, unsigned table,
                                              const char *key, const char *json)
{
    if (f->pending == FIXTURE_BATCH) {
        fixture_flush(f);
    }
    size_t offset = 0;
    struct document_builder *b = &f->builders[f->pending];
    free(f->sources[f->pending]);
    f->sources[f->pending] = strdup(json);
    assert_non_null(f->sources[f->pending]);
    string_view source = sv_from(f->sources[f->pending]);
    ASSERT_OK(f, json_parse(source, false, f->names, b, &offset, &f->error));
    f->documents[f->pending] = document_builder_finish(b);
    struct buffer canonical;
    buffer_init(&canonical, (size_t)64 << 20);
    document_write_json(&f->documents[f->pending], f->names, true, &canonical);
    assert_false(canonical.failed);
    assert_true(ARRAY_RESERVE(f->rows, f->capacity, f->count, SIZE_MAX / sizeof *f->rows));
    struct fixture_row *r = &f->rows[f->count++];
    *r = (struct fixture_row){.table = fixture_table(table),
                              .json = canonical.bytes,
                              .length = canonical.length,
                              .until = ROW_OPEN};
    (void)snprintf(r->key, sizeof r->key, "%s", key);
    sha256_of(canonical.bytes, canonical.length, &r->hash);
    f->pending++;
    return r;
}

static inline void fixture_finish(struct segment_fixture *f)
{
    fixture_flush(f);
    struct segment_writer *w = f->writer;
    f->writer = NULL;
    ASSERT_OK(f, segment_writer_finish(w, &f->error));
    ASSERT_OK(f, segment_open(f->path, &f->segment, &f->error));
}

static inline void fixture_end(struct segment_fixture *f)
{
    segment_close(f->segment);
    segment_writer_destroy(f->writer);
    name_table_destroy(f->names);
    for (size_t i = 0; i < FIXTURE_BATCH; i++) {
        document_builder_release(&f->builders[i]);
        free(f->sources[i]);
    }
    for (size_t i = 0; i < f->count; i++) {
        free(f->rows[i].json);
        free(f->rows[i].layers);
    }
    free(f->rows);
    (void)unlink(f->path);
}

// The path with a dotted name (of its kind), or NO_PATH.
static inline uint32_t fixture_path(struct segment_fixture *f, const char *name,
                                    enum path_kind kind)
{
    const struct segment_path *paths = NULL;
    size_t count = 0;
    struct buffer dotted;
    uint32_t found = NO_PATH;
    buffer_init(&dotted, (size_t)1 << 20);
    ASSERT_OK(f, segment_paths(f->segment, &paths, &count, &f->error));
    for (uint32_t i = 0; i < count && found == NO_PATH; i++) {
        buffer_clear(&dotted);
        segment_path_name(paths, i, &dotted);
        if (paths[i].kind == kind && sv_equal(buffer_view(&dotted), sv_from(name))) {
            found = i;
        }
    }
    buffer_release(&dotted);
    return found;
}

static inline uint32_t fixture_leaf(struct segment_fixture *f, const char *name)
{
    uint32_t path = fixture_path(f, name, PATH_LEAF);
    assert_int_not_equal(path, NO_PATH);
    return path;
}

// Every row's record, key and hash come back as they went in.
static inline void fixture_assert_rows(struct segment_fixture *f)
{
    struct buffer out;
    struct buffer key;
    buffer_init(&out, (size_t)64 << 20);
    buffer_init(&key, LIMIT_KEY_BYTES);
    assert_int_equal(segment_rows(f->segment), f->count);
    const struct sha256 *hashes = NULL;
    ASSERT_OK(f, segment_hashes(f->segment, &hashes, &f->error));
    for (uint32_t row = 0; row < f->count; row++) {
        const struct fixture_row *r = &f->rows[row];
        string_view text;
        buffer_clear(&out);
        ASSERT_OK(f, segment_write_record(f->segment, row, true, &out, &f->error));
        if (out.length != r->length || memcmp(out.bytes, r->json, r->length) != 0) {
            fail_msg("row %" PRIu32 ": %.*s came back as %.*s", row, (int)r->length, r->json,
                     (int)out.length, out.bytes);
        }
        struct sha256 hash;
        sha256_of(out.bytes, out.length, &hash);
        assert_memory_equal(&hash, &hashes[row], sizeof hash);
        ASSERT_OK(f, segment_key(f->segment, row, &key, &text, &f->error));
        assert_true(sv_equal(text, sv_from(r->key)));
    }
    buffer_release(&out);
    buffer_release(&key);
}

// A small generator of numbers, the same on every machine.
struct fixture_random {
    uint64_t state;
};

static inline uint32_t fixture_below(struct fixture_random *r, uint32_t bound)
{
    r->state += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t z = r->state;
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (uint32_t)(((z ^ (z >> 31)) >> 32) * bound >> 32);
}
