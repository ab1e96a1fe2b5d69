// SPDX-License-Identifier: Apache-2.0
// Property: merges of every lane, restarts and files named in another order never change an answer
// at any version. Random commits, corrections, removals and reverts; what every commit said right
// after it was made is compared again and again.
#include "store/manifest.h"
#include "store/merge.h"
#include "support/store_fixture.h"

#define SEEDS        12
#define STEPS        70
#define KEYS         40
#define MOST_COMMITS (2 * STEPS)

struct property {
    struct store_fixture f;
    uint64_t seed;
    uint64_t said[MOST_COMMITS + 1]; // by commit: hash of all that it says
    struct sha256 digests[MOST_COMMITS + 1];
    uint32_t last;
    unsigned merges;
    unsigned removals;
};

static uint32_t chance(struct property *p, uint32_t bound)
{
    p->seed = p->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(p->seed >> 33) % bound;
}

// --- what a commit says --------------------------------------------------------------------------

static void add_record(struct snapshot *s, string_view key, const struct record_version *v,
                       struct buffer *out)
{
    struct error e = {0};
    buffer_append_view(out, key);
    buffer_print(out, " %u ", v->from);
    buffer_append(out, v->hash.bytes, sizeof v->hash.bytes);
    assert_int_equal(snapshot_write_record(s, v, true, out, &e), ST_OK);
    buffer_append_byte(out, '\n');
}

static uint64_t what_it_says(struct property *p, struct snapshot *s, uint32_t commit)
{
    struct error e = {0};
    struct table_walk *walk = NULL;
    struct buffer text;
    bool more = true;
    buffer_init(&text, (size_t)1 << 24);
    assert_int_equal(table_walk_create(s, &scope_public, &p->f.table.table, commit, &walk, &e),
                     ST_OK);
    for (;;) {
        string_view key = {0};
        struct record_version v;
        assert_int_equal(table_walk_next(walk, &key, &v, &more, &e), ST_OK);
        if (!more) {
            break;
        }
        add_record(s, key, &v, &text);
    }
    table_walk_destroy(walk);
    assert_false(text.failed);
    uint64_t hash = hash_bytes(text.bytes == NULL ? "" : text.bytes, text.length);
    buffer_release(&text);
    return hash;
}

static void digest(struct property *p, struct snapshot *s, uint32_t commit, struct sha256 *out)
{
    uint64_t rows = 0;
    assert_int_equal(
        snapshot_digest(s, &scope_public, &p->f.table.table, 1, commit, out, &rows, &p->f.error),
        ST_OK);
}

static void note_new_commits(struct property *p)
{
    struct snapshot *s = NULL;
    assert_int_equal(store_snapshot(p->f.store, &s, &p->f.error), ST_OK);
    for (uint32_t c = p->last + 1; c <= snapshot_last_commit(s); c++) {
        p->said[c] = what_it_says(p, s, c);
        digest(p, s, c, &p->digests[c]);
    }
    p->last = snapshot_last_commit(s);
    snapshot_release(s);
}

static void compare_all(struct property *p)
{
    struct snapshot *s = NULL;
    assert_int_equal(store_snapshot(p->f.store, &s, &p->f.error), ST_OK);
    assert_int_equal(snapshot_last_commit(s), p->last);
    for (uint32_t c = 1; c <= p->last; c++) {
        struct sha256 now;
        assert_true(what_it_says(p, s, c) == p->said[c]);
        digest(p, s, c, &now);
        assert_true(sha256_equal(&now, &p->digests[c]));
    }
    snapshot_release(s);
}

// --- steps ---------------------------------------------------------------------------------------

static void import_some(struct property *p, enum import_mode mode)
{
    char texts[KEYS][160];
    const char *rows[KEYS];
    size_t count = 1 + chance(p, mode == IMPORT_UPSERT ? 12 : 6);
    count = mode == IMPORT_SNAPSHOT ? KEYS - chance(p, 6) : count;
    for (size_t i = 0; i < count; i++) {
        uint32_t key = mode == IMPORT_SNAPSHOT ? (uint32_t)i : chance(p, KEYS);
        (void)snprintf(texts[i], sizeof texts[i],
                       "{\"id\":\"k%02u\",\"a\":%u,\"b\":\"word%u and %u\",\"list\":[{\"n\":%u},"
                       "{\"m\":\"x%u\"}],\"f%u\":true}",
                       key, chance(p, 4), chance(p, 5), chance(p, 90), chance(p, 3), chance(p, 9),
                       chance(p, 3));
        rows[i] = texts[i];
    }
    struct import_options o = {.mode = mode, .allow_removals = true, .allow_duplicates = true};
    status result = store_fixture_import(&p->f, rows, count, &o);
    assert_true(result == ST_OK || result == ST_UNCHANGED);
    p->removals += result == ST_OK && p->f.result.counts.removed > 0;
}

static void correct_one(struct property *p)
{
    char key[8];
    char json[64];
    uint32_t commit = 0;
    (void)snprintf(key, sizeof key, "k%02u", chance(p, KEYS));
    (void)snprintf(json, sizeof json, chance(p, 4) == 0 ? "{\"a\":null}" : "{\"a\":\"c%u\"}",
                   chance(p, 5));
    status result = store_correct(p->f.store, &p->f.table.table, sv_from(key), sv_from(json), "c",
                                  "", &commit, &p->f.error);
    assert_true(result == ST_OK || result == ST_UNCHANGED || result == ST_GONE ||
                result == ST_NOT_FOUND);
}

static void revert_one(struct property *p)
{
    uint32_t commit = 0;
    status result = store_revert(p->f.store, p->last - chance(p, MIN(p->last, 3u)), "r", "",
                                 &commit, &p->f.error);
    assert_true(result == ST_OK || result == ST_UNCHANGED || result == ST_REFUSED);
}

static void name_files_in_another_order(struct property *p)
{
    struct manifest m;
    struct arena arena;
    arena_init(&arena, 0);
    assert_int_equal(manifest_read(p->f.folder, &arena, &m, &p->f.error), ST_OK);
    struct manifest_segment *list = arena_array(&arena, struct manifest_segment, m.count);
    assert_non_null(list);
    for (size_t i = 0; i < m.count; i++) {
        list[i] = m.segments[i];
    }
    for (size_t i = m.count; i > 1; i--) {
        size_t other = chance(p, (uint32_t)i);
        struct manifest_segment swapped = list[i - 1];
        list[i - 1] = list[other];
        list[other] = swapped;
    }
    m.segments = list;
    m.generation++;
    assert_int_equal(manifest_write(p->f.folder, &m, &p->f.error), ST_OK);
    arena_release(&arena);
}

static void open_again(struct property *p)
{
    store_close(p->f.store);
    assert_int_equal(store_open(p->f.folder, &p->f.store, &p->f.error), ST_OK);
}

static void merge_some(struct property *p)
{
    static const enum merge_lane lanes[] = {MERGE_TINY, MERGE_SMALL, MERGE_LARGE, MERGE_SETTLE};
    bool at_work = false;
    uint64_t before = 0;
    struct snapshot *s = NULL;
    assert_int_equal(store_snapshot(p->f.store, &s, &p->f.error), ST_OK);
    before = snapshot_generation(s);
    snapshot_release(s);
    assert_int_equal(store_merge_lane(p->f.store, lanes[chance(p, ARRAY_LENGTH(lanes))], NULL,
                                      &at_work, &p->f.error),
                     ST_OK);
    assert_false(at_work);
    assert_int_equal(store_snapshot(p->f.store, &s, &p->f.error), ST_OK);
    p->merges += snapshot_generation(s) != before;
    snapshot_release(s);
}

static void take_step(struct property *p)
{
    switch (chance(p, 14)) {
    case 0:
        import_some(p, IMPORT_SNAPSHOT);
        break;
    case 1:
        import_some(p, IMPORT_DELETE);
        break;
    case 2:
        revert_one(p);
        break;
    case 3:
    case 4:
    case 5:
        import_some(p, IMPORT_UPSERT);
        break;
    case 6:
    case 7:
        merge_some(p);
        break;
    case 8:
        name_files_in_another_order(p);
        break;
    case 9:
        open_again(p);
        break;
    default:
        correct_one(p);
        break;
    }
}

static void merges_never_change_an_answer(void **state)
{
    (void)state;
    unsigned merges = 0;
    unsigned removals = 0;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct property p = {.seed = seed * 7919};
        store_fixture_begin(&p.f);
        import_some(&p, IMPORT_SNAPSHOT);
        note_new_commits(&p);
        for (int step = 0; step < STEPS && p.last < MOST_COMMITS; step++) {
            take_step(&p);
            note_new_commits(&p);
            if (step % 5 == 0) {
                compare_all(&p);
            }
        }
        assert_int_equal(store_merge(p.f.store, NULL, &p.f.error), ST_OK);
        compare_all(&p);
        store_fixture_verify(&p.f);
        merges += p.merges;
        removals += p.removals;
        store_fixture_end(&p.f);
    }
    assert_true(merges >= SEEDS);
    assert_true(removals >= SEEDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merges_never_change_an_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
