// SPDX-License-Identifier: Apache-2.0
// Readers, writers and merges together, in threads of one process over one open store, for
// ThreadSanitizer: every reader sees whole commits, and what a commit said once it says always.
#include "store/merge.h"
#include "support/store_fixture.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#define RECORDS     60
#define CORRECTIONS 60
#define IMPORTS     12

struct meeting {
    struct store_fixture *f;
    atomic_bool done;
    atomic_uint looks;
    atomic_uint faults;
    pthread_mutex_t mutex;    // guards what follows
    struct sha256 said[4096]; // by commit: its digest as first seen
    bool known[4096];
};

struct writer {
    struct meeting *m;
    unsigned number;
};

static void expect(struct meeting *m, bool holds, const char *what)
{
    if (!holds && atomic_fetch_add(&m->faults, 1) == 0) {
        print_error("%s\n", what);
    }
}

static void *correct_many(void *argument)
{
    const struct writer *w = argument;
    for (unsigned i = 0; i < CORRECTIONS; i++) {
        char key[8];
        char json[48];
        uint32_t commit = 0;
        struct error e = {0};
        // Two writers meet at the same records.
        (void)snprintf(key, sizeof key, "k%02u", (i * 7 + w->number) % RECORDS);
        (void)snprintf(json, sizeof json, "{\"a\":\"%u by %u\"}", i, w->number);
        status result = store_correct(w->m->f->store, &w->m->f->table.table, sv_from(key),
                                      sv_from(json), "c", "", &commit, &e);
        expect(w->m, result == ST_OK, e.message);
    }
    return NULL;
}

static void *import_many(void *argument)
{
    struct meeting *m = argument;
    for (unsigned i = 0; i < IMPORTS; i++) {
        char texts[20][64];
        const char *rows[20];
        struct store_fixture own = *m->f; // an error and a result of its own
        for (unsigned k = 0; k < 20; k++) {
            (void)snprintf(texts[k], sizeof texts[k], "{\"id\":\"k%02u\",\"b\":%u}",
                           (k * 3 + i) % RECORDS, i);
            rows[k] = texts[k];
        }
        struct import_options o = {.allow_duplicates = true};
        status result = store_fixture_import(&own, rows, 20, &o);
        expect(m, result == ST_OK, own.error.message);
    }
    return NULL;
}

static void *merge_always(void *argument)
{
    struct meeting *m = argument;
    while (!atomic_load(&m->done)) {
        static const enum merge_lane lanes[] = {MERGE_SMALL, MERGE_SETTLE, MERGE_LARGE};
        for (size_t i = 0; i < ARRAY_LENGTH(lanes); i++) {
            struct error e = {0};
            bool at_work = false;
            status result = store_merge_lane(m->f->store, lanes[i], NULL, &at_work, &e);
            expect(m, result == ST_OK, e.message);
        }
        (void)usleep(3000);
    }
    return NULL;
}

static void look_at(struct meeting *m, struct snapshot *s, uint32_t commit)
{
    struct sha256 digest;
    struct error e = {0};
    uint64_t rows = 0;
    if (commit == 0 || commit >= ARRAY_LENGTH(m->said)) {
        return;
    }
    status result =
        snapshot_digest(s, &scope_public, &m->f->table.table, 1, commit, &digest, &rows, &e);
    expect(m, result == ST_OK, e.message);
    expect(m, rows == RECORDS, "a commit is seen in part");
    (void)pthread_mutex_lock(&m->mutex);
    if (!m->known[commit]) {
        m->said[commit] = digest;
        m->known[commit] = true;
    }
    bool same = sha256_equal(&m->said[commit], &digest);
    (void)pthread_mutex_unlock(&m->mutex);
    expect(m, same, "a commit says something else than before");
    atomic_fetch_add(&m->looks, 1);
}

static void *read_always(void *argument)
{
    struct meeting *m = argument;
    uint32_t turn = 0;
    while (!atomic_load(&m->done)) {
        struct snapshot *s = NULL;
        struct error e = {0};
        status result = store_snapshot(m->f->store, &s, &e);
        expect(m, result == ST_OK, e.message);
        if (result == ST_OK) {
            uint32_t last = snapshot_last_commit(s);
            look_at(m, s, last);
            look_at(m, s, 1 + turn++ % last);
            snapshot_release(s);
        }
    }
    return NULL;
}

static void import_all(struct store_fixture *f)
{
    char texts[RECORDS][48];
    const char *rows[RECORDS];
    for (unsigned i = 0; i < RECORDS; i++) {
        (void)snprintf(texts[i], sizeof texts[i], "{\"id\":\"k%02u\",\"a\":%u}", i, i);
        rows[i] = texts[i];
    }
    assert_int_equal(STORE_IMPORT(f, rows, NULL), ST_OK);
}

static void readers_writers_and_merges_meet(void **state)
{
    (void)state;
    struct store_fixture f;
    struct meeting *m = calloc(1, sizeof *m);
    pthread_t threads[6];
    assert_non_null(m);
    store_fixture_begin(&f);
    import_all(&f);
    m->f = &f;
    (void)pthread_mutex_init(&m->mutex, NULL);
    struct writer writers[2] = {{m, 0}, {m, 1}};
    assert_int_equal(pthread_create(&threads[0], NULL, correct_many, &writers[0]), 0);
    assert_int_equal(pthread_create(&threads[1], NULL, correct_many, &writers[1]), 0);
    assert_int_equal(pthread_create(&threads[2], NULL, import_many, m), 0);
    assert_int_equal(pthread_create(&threads[3], NULL, merge_always, m), 0);
    assert_int_equal(pthread_create(&threads[4], NULL, read_always, m), 0);
    assert_int_equal(pthread_create(&threads[5], NULL, read_always, m), 0);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    }
    atomic_store(&m->done, true);
    for (size_t i = 3; i < 6; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    }
    struct snapshot *s = NULL;
    assert_int_equal(store_snapshot(f.store, &s, &f.error), ST_OK);
    for (uint32_t c = 1; c <= snapshot_last_commit(s); c++) {
        look_at(m, s, c);
    }
    assert_int_equal(snapshot_last_commit(s), 1 + 2 * CORRECTIONS + IMPORTS);
    snapshot_release(s);
    assert_int_equal(m->faults, 0);
    assert_true(m->looks > 100);
    store_fixture_verify(&f);
    (void)pthread_mutex_destroy(&m->mutex);
    free(m);
    store_fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readers_writers_and_merges_meet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
