// SPDX-License-Identifier: Apache-2.0
// Everything at once over one open store, for ThreadSanitizer: single corrections, imports,
// erasures and merges, while searches count over everything (counts that are kept from commit to
// commit) and over the same rows by a filter (counts that never are), newest and past. However the
// threads meet, both ways agree, every record is there, and what a past commit said it says again.
#include "support/search_fixture.h"

#include "query/search.h"
#include "query/summary.h"
#include "store/erase.h"
#include "store/merge.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#define RECORDS     120
#define CORRECTIONS 30
#define IMPORTS     6
#define ERASURES    8
#define WRITERS     4 // two that correct, one that imports, one that erases
#define READERS     3
#define COMMITS     (1 + 2 * CORRECTIONS + IMPORTS + ERASURES)

struct place {
    struct search_fixture f;
    atomic_bool done;
    atomic_uint looks;
    atomic_uint faults;
    pthread_mutex_t mutex;      // guards what follows
    uint64_t said[COMMITS + 1]; // by commit: records of the commonest family, as first seen
};

struct worker {
    struct place *p;
    unsigned number;
};

static void expect(struct place *p, bool holds, const char *what)
{
    if (!holds && atomic_fetch_add(&p->faults, 1) == 0) {
        print_error("%s\n", what);
    }
}

// --- writers -------------------------------------------------------------------------------------

static void *correct_many(void *argument)
{
    const struct worker *w = argument;
    struct store_fixture *store = &w->p->f.store;
    for (unsigned i = 0; i < CORRECTIONS; i++) {
        char key[8];
        char json[64];
        uint32_t commit = 0;
        struct error e = {0};
        (void)snprintf(key, sizeof key, "k%03u", (i * 7 + w->number) % RECORDS);
        (void)snprintf(json, sizeof json, "{\"family\":\"F%u\",\"by\":\"%u %u\"}", i % 3, i,
                       w->number);
        status result = ST_CONFLICT;
        while (result == ST_CONFLICT) {
            error_clear(&e);
            result = store_correct(store->store, &store->table.table, sv_from(key), sv_from(json),
                                   "c", "", &commit, &e);
        }
        expect(w->p, result == ST_OK, e.message);
    }
    return NULL;
}

static void *import_many(void *argument)
{
    struct place *p = argument;
    for (unsigned i = 0; i < IMPORTS; i++) {
        char texts[30][96];
        const char *rows[30];
        struct store_fixture own = p->f.store; // an error and a result of its own
        struct import_options o = {.allow_duplicates = true, .allow_erased = true};
        for (unsigned k = 0; k < ARRAY_LENGTH(rows); k++) {
            unsigned n = (k * 5 + i) % RECORDS;
            (void)snprintf(texts[k], sizeof texts[k],
                           "{\"id\":\"k%03u\",\"family\":\"F%u\",\"secret\":\"again%u-%u\"}", n,
                           (n + i) % 4, n, i);
            rows[k] = texts[k];
        }
        status result = ST_CONFLICT; // where values of its records were erased meanwhile
        while (result == ST_CONFLICT) {
            result = store_fixture_import(&own, rows, ARRAY_LENGTH(rows), &o);
        }
        expect(p, result == ST_OK, own.error.message);
    }
    return NULL;
}

// Erases a field of records, each once; imports may bring it back and must come again meanwhile.
static void *erase_many(void *argument)
{
    struct place *p = argument;
    for (unsigned i = 0; i < ERASURES; i++) {
        char key[8];
        struct error e = {0};
        struct arena arena;
        struct erase_result out;
        (void)snprintf(key, sizeof key, "k%03u", RECORDS - 1 - i);
        struct erase_request r = {.table = p->f.store.table.table,
                                  .key = sv_from(key),
                                  .field = SV("secret"),
                                  .author = "registrar",
                                  .message = "a letter",
                                  .wait_seconds = 30};
        arena_init(&arena, 0);
        status result = store_erase(p->f.store.store, &r, NULL, &arena, &out, &e);
        expect(p, result == ST_OK, e.message);
        arena_release(&arena);
    }
    return NULL;
}

static void *merge_always(void *argument)
{
    struct place *p = argument;
    static const enum merge_lane lanes[] = {MERGE_TINY, MERGE_SMALL, MERGE_SETTLE, MERGE_LARGE};
    while (!atomic_load(&p->done)) {
        for (size_t i = 0; i < ARRAY_LENGTH(lanes); i++) {
            struct error e = {0};
            bool at_work = false;
            status result = store_merge_lane(p->f.store.store, lanes[i], NULL, &at_work, &e);
            expect(p, result == ST_OK, e.message);
        }
        (void)usleep(2000);
    }
    return NULL;
}

// --- readers -------------------------------------------------------------------------------------

struct look {
    struct place *p;
    struct snapshot *snapshot;
    struct arena arena;
    const struct query *every; // matches all records by a filter
    uint32_t commit;
};

static status ask(struct look *l, const struct query *query, struct search_result *out,
                  struct error *e)
{
    const struct search_facet_request facets[] = {{.field = SV("family"), .limit = 100},
                                                  {.field = SV("id"), .limit = 1},
                                                  {.field = SV("secret"), .limit = 100}};
    const struct search_sort sort = {SV("family"), true};
    const struct search_request request = {.query = query,
                                           .commit = l->commit,
                                           .facets = facets,
                                           .facet_count = ARRAY_LENGTH(facets),
                                           .sorts = &sort,
                                           .sort_count = 1,
                                           .limit = 7};
    return search_run(l->snapshot, &scope_public, &l->arena, &request, out, e);
}

static uint64_t records_in(const struct search_facet *facet)
{
    uint64_t sum = facet->missing + facet->other;
    for (size_t i = 0; i < facet->value_count; i++) {
        sum += facet->values[i].count;
    }
    return sum;
}

static bool same_facet(const struct search_facet *a, const struct search_facet *b)
{
    bool same = a->value_count == b->value_count && a->missing == b->missing &&
                a->other == b->other && a->distinct == b->distinct;
    for (size_t i = 0; same && i < a->value_count; i++) {
        same = sv_equal(a->values[i].value, b->values[i].value) &&
               a->values[i].count == b->values[i].count;
    }
    return same;
}

// Counts of everything and of everything by a filter, of one snapshot at one commit.
static void compare(struct look *l)
{
    struct search_result all;
    struct search_result filtered;
    struct error e = {0};
    expect(l->p, ask(l, NULL, &all, &e) == ST_OK, e.message);
    expect(l->p, ask(l, l->every, &filtered, &e) == ST_OK, e.message);
    if (e.code != ST_OK) {
        return;
    }
    expect(l->p, all.total == RECORDS && filtered.total == RECORDS, "a record is missing");
    expect(l->p, all.hit_count == 7 && filtered.hit_count == 7, "a page is not whole");
    for (size_t i = 0; i < all.hit_count && i < filtered.hit_count; i++) {
        expect(l->p, sv_equal(all.hits[i].key, filtered.hits[i].key), "pages differ");
    }
    for (size_t i = 0; i < all.facet_count; i++) {
        expect(l->p, records_in(&all.facets[i]) == RECORDS, "counts do not add up");
        expect(l->p, same_facet(&all.facets[i], &filtered.facets[i]), "kept counts are others");
    }
    uint64_t most = all.facets[0].value_count == 0 ? 0 : all.facets[0].values[0].count;
    (void)pthread_mutex_lock(&l->p->mutex);
    uint64_t *said = &l->p->said[l->commit];
    *said = *said == 0 ? most : *said;
    bool same = *said == most;
    (void)pthread_mutex_unlock(&l->p->mutex);
    expect(l->p, same, "a commit says something else than before");
    atomic_fetch_add(&l->p->looks, 1);
}

static void summarise(struct look *l)
{
    const struct statistics_request statistics = {.field = SV("family")};
    const struct summary_request asked = {.statistics = &statistics, .statistics_count = 1};
    const struct search_request rows = {.commit = l->commit};
    struct summary summary;
    struct error e = {0};
    status result =
        search_summary(l->snapshot, &scope_public, &l->arena, &rows, &asked, &summary, &e);
    expect(l->p, result == ST_OK, e.message);
    if (result == ST_OK) {
        expect(l->p, summary.statistics[0].records + summary.statistics[0].missing == RECORDS,
               "statistics do not add up");
    }
}

static void *read_always(void *argument)
{
    const struct worker *w = argument;
    uint32_t turn = w->number;
    while (!atomic_load(&w->p->done)) {
        struct look l = {.p = w->p};
        struct error e = {0};
        arena_init(&l.arena, 0);
        status result = store_snapshot(w->p->f.store.store, &l.snapshot, &e);
        expect(w->p, result == ST_OK, e.message);
        if (result == ST_OK) {
            uint32_t last = snapshot_last_commit(l.snapshot);
            result = query_from_json(
                &l.arena, SV("{\"filters\":{\"and\":[{\"exists\":{\"fields\":[\"id\"]}}]}}"),
                &l.every, &e);
            expect(w->p, result == ST_OK, e.message);
            l.commit = last;
            compare(&l);
            summarise(&l);
            l.commit = 1 + turn++ % last;
            compare(&l);
            snapshot_release(l.snapshot);
        }
        arena_release(&l.arena);
    }
    return NULL;
}

// --- the meeting ---------------------------------------------------------------------------------

static void import_all(struct store_fixture *f)
{
    static char texts[RECORDS][96];
    const char *rows[RECORDS];
    for (unsigned i = 0; i < RECORDS; i++) {
        (void)snprintf(texts[i], sizeof texts[i],
                       "{\"id\":\"k%03u\",\"family\":\"F%u\",\"by\":\"x\",\"secret\":\"hidden%u\"}",
                       i, i % 4, i);
        rows[i] = texts[i];
    }
    assert_int_equal(STORE_IMPORT(f, rows, NULL), ST_OK);
}

static void all_meet_and_agree(void **state)
{
    (void)state;
    struct place *p = calloc(1, sizeof *p);
    pthread_t writers[WRITERS];
    pthread_t others[READERS + 1];
    assert_non_null(p);
    search_fixture_begin(&p->f);
    import_all(&p->f.store);
    (void)pthread_mutex_init(&p->mutex, NULL);
    struct worker correcting[] = {{p, 0}, {p, 1}};
    struct worker reading[READERS];
    assert_int_equal(pthread_create(&writers[0], NULL, correct_many, &correcting[0]), 0);
    assert_int_equal(pthread_create(&writers[1], NULL, correct_many, &correcting[1]), 0);
    assert_int_equal(pthread_create(&writers[2], NULL, import_many, p), 0);
    assert_int_equal(pthread_create(&writers[3], NULL, erase_many, p), 0);
    assert_int_equal(pthread_create(&others[READERS], NULL, merge_always, p), 0);
    for (unsigned i = 0; i < READERS; i++) {
        reading[i] = (struct worker){p, i};
        assert_int_equal(pthread_create(&others[i], NULL, read_always, &reading[i]), 0);
    }
    for (size_t i = 0; i < WRITERS; i++) {
        assert_int_equal(pthread_join(writers[i], NULL), 0);
    }
    atomic_store(&p->done, true);
    for (size_t i = 0; i < READERS + 1; i++) {
        assert_int_equal(pthread_join(others[i], NULL), 0);
    }
    struct snapshot *s = NULL;
    assert_int_equal(store_snapshot(p->f.store.store, &s, &p->f.error), ST_OK);
    assert_int_equal(snapshot_last_commit(s), COMMITS);
    snapshot_release(s);
    assert_int_equal(p->faults, 0);
    assert_true(p->looks > 20);
    store_fixture_verify(&p->f.store);
    (void)pthread_mutex_destroy(&p->mutex);
    search_fixture_end(&p->f);
    free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_meet_and_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
