// SPDX-License-Identifier: Apache-2.0
// Scores of past versions, asked by many threads while others commit and merge: each is the one
// that was told when its version was the newest (run under ThreadSanitizer too).
#include "support/search_fixture.h"

#include "store/merge.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdatomic.h>

#define READERS   4
#define ROUNDS    10
#define ROWS      4200 // of each table's first commit; parts of so many are searched side by side
#define CHANGED   150
#define QUESTIONS 4
#define ANSWER    4096 // bytes

static const char *const slugs[] = {"ants", "bees"};
static const char *const words[] = {"old/new", "wood", "river", "are", "near", "stone", "1850"};

static const char *const questions[QUESTIONS] = {
    "{\"search\":\"old/new\"}",
    "{\"search\":\"rare\"}",
    "{\"search\":\"wood river\"}",
    "{\"filters\":{\"or\":[{\"string_contains\":{\"fields\":[],\"value\":\"stone\"}},"
    "{\"string_contains\":{\"fields\":[],\"value\":\"near old 1850\"}}]}}",
};

struct shared {
    struct search_fixture *fixture;
    char (*told)[QUESTIONS][ANSWER]; // by commit
    atomic_uint commits;             // of which is told
    atomic_uint readers;
    atomic_int done;
    atomic_int faults;
    uint32_t chance;
};

static uint32_t next_chance(uint32_t *chance)
{
    *chance = *chance * 1664525u + 1013904223u;
    return *chance >> 16;
}

// --- answers ---------------------------------------------------------------------------------

static bool ask(struct snapshot *snapshot, uint32_t commit, size_t number, char out[ANSWER])
{
    struct arena arena;
    struct error error = {0};
    struct search_result result;
    struct uuid table;
    struct search_sort sort = {SV("_score"), false};
    struct search_request request = {
        .commit = commit, .sorts = &sort, .sort_count = 1, .limit = 25};
    arena_init(&arena, 0);
    if (number % 2 == 0) { // of one table, which shares segments with the other
        uuid_from_name(sv_from(slugs[0]), &table);
        request.tables = &table;
        request.table_count = 1;
    }
    bool asked =
        query_from_json(&arena, sv_from(questions[number]), &request.query, &error) == ST_OK &&
        search_run(snapshot, &scope_public, &arena, &request, &result, &error) == ST_OK;
    if (!asked) {
        print_error("%s: %s\n", questions[number], error.message);
    }
    int length = asked ? snprintf(out, ANSWER, "%" PRIu64, result.total) : 0;
    for (size_t i = 0; asked && i < result.hit_count && length < ANSWER; i++) {
        length += snprintf(out + length, ANSWER - (size_t)length, " " SV_FORMAT ":%.6f",
                           SV_ARGUMENT(result.hits[i].key), result.hits[i].score);
    }
    arena_release(&arena);
    return asked;
}

static void check(struct shared *s, struct snapshot *snapshot, uint32_t commit, size_t number)
{
    char now[ANSWER] = "";
    if (!ask(snapshot, commit, number, now) || strcmp(now, s->told[commit][number]) != 0) {
        print_error("commit %" PRIu32 ", %s:\n%.200s\n%.200s\n", commit, questions[number],
                    s->told[commit][number], now);
        atomic_fetch_add(&s->faults, 1);
    }
}

static void *read_on(void *argument)
{
    struct shared *s = argument;
    uint32_t chance = atomic_fetch_add(&s->readers, 1);
    while (!atomic_load(&s->done)) {
        struct snapshot *snapshot = NULL;
        uint32_t commits = atomic_load(&s->commits);
        if (store_snapshot(s->fixture->store.store, &snapshot, NULL) != ST_OK) {
            atomic_fetch_add(&s->faults, 1);
            break;
        }
        for (int i = 0; i < 4; i++) {
            uint32_t commit = 1 + next_chance(&chance) % commits;
            check(s, snapshot, commit, next_chance(&chance) % QUESTIONS);
        }
        snapshot_release(snapshot);
    }
    return NULL;
}

static void *merge_on(void *argument)
{
    struct shared *s = argument;
    static const enum merge_lane lanes[] = {MERGE_TINY, MERGE_SMALL, MERGE_SETTLE};
    struct store *store = NULL;
    struct error error = {0};
    bool at_work = false;
    if (store_open(s->fixture->store.folder, &store, &error) != ST_OK) {
        atomic_fetch_add(&s->faults, 1);
        return NULL;
    }
    for (size_t i = 0; !atomic_load(&s->done); i++) {
        if (store_merge_lane(store, lanes[i % ARRAY_LENGTH(lanes)], NULL, &at_work, &error) !=
            ST_OK) {
            print_error("%s\n", error.message);
            atomic_fetch_add(&s->faults, 1);
        }
    }
    store_close(store);
    return NULL;
}

// --- commits ---------------------------------------------------------------------------------

static const char *make_row(struct shared *s, size_t key, struct arena *arena)
{
    const char *some[4];
    for (size_t i = 0; i < ARRAY_LENGTH(some); i++) {
        some[i] = words[next_chance(&s->chance) % ARRAY_LENGTH(words)];
    }
    return arena_print(arena,
                       "{\"id\":\"%05zu\",\"place\":\"%s %s\",\"list\":[\"%s\",{\"of\":\"%s\"}]%s}",
                       key, some[0], some[1], some[2], some[3],
                       next_chance(&s->chance) % 300 == 0 ? ",\"note\":\"Rare rare\"" : "")
        .bytes;
}

// A commit, told before anybody else asks for it.
static void commit_rows(struct shared *s, const char *slug, size_t count, enum import_mode mode)
{
    struct search_fixture *f = s->fixture;
    struct arena arena;
    arena_init(&arena, 0);
    const char **rows = (const char **)arena_alloc_array(&arena, count, sizeof *rows);
    assert_non_null(rows);
    size_t step = ROWS / count;
    for (size_t i = 0; i < count; i++) {
        rows[i] = make_row(s, i * step + next_chance(&s->chance) % step, &arena);
    }
    search_fixture_table(f, slug);
    search_fixture_import(f, rows, count, mode);
    uint32_t commit = snapshot_last_commit(f->snapshot);
    assert_in_range(commit, 1, 2 * ROUNDS);
    for (size_t i = 0; i < QUESTIONS; i++) {
        assert_true(ask(f->snapshot, commit, i, s->told[commit][i]));
    }
    atomic_store(&s->commits, commit);
    arena_release(&arena);
}

static void scores_of_past_versions_stay(void **state)
{
    struct search_fixture *f = *state;
    struct shared shared = {.fixture = f, .chance = 1};
    pthread_t threads[READERS + 1];
    shared.told = calloc(2 * ROUNDS + 1, sizeof *shared.told);
    assert_non_null(shared.told);
    commit_rows(&shared, slugs[0], ROWS, IMPORT_UPSERT);
    commit_rows(&shared, slugs[1], ROWS, IMPORT_UPSERT);
    for (size_t i = 0; i <= READERS; i++) {
        assert_int_equal(
            pthread_create(&threads[i], NULL, i < READERS ? read_on : merge_on, &shared), 0);
    }
    for (size_t round = 2; round < 2 * ROUNDS; round++) {
        commit_rows(&shared, slugs[round % 2], CHANGED,
                    round % 5 == 4 ? IMPORT_DELETE : IMPORT_UPSERT);
    }
    atomic_store(&shared.done, 1);
    for (size_t i = 0; i <= READERS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    }
    // Merged into as few segments as may be, and with nothing kept.
    assert_int_equal(store_merge(f->store.store, NULL, &f->error), ST_OK);
    query_cache_clear();
    struct snapshot *snapshot = NULL;
    assert_int_equal(store_snapshot(f->store.store, &snapshot, &f->error), ST_OK);
    for (uint32_t commit = 1; commit <= atomic_load(&shared.commits); commit++) {
        for (size_t i = 0; i < QUESTIONS; i++) {
            check(&shared, snapshot, commit, i);
        }
    }
    snapshot_release(snapshot);
    free(shared.told);
    assert_int_equal(atomic_load(&shared.faults), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(scores_of_past_versions_stay, search_fixture_set_up,
                                        search_fixture_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
