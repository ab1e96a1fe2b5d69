// SPDX-License-Identifier: Apache-2.0
// Order of hits (rule C3), pages deep inside, and cursors, over one segment and several.
#include "support/search_fixture.h"

#include "query/cursor.h"
#include "query/search.h"

static int set_up(void **state)
{
    struct search_fixture *f = malloc(sizeof *f);
    assert_non_null(f);
    search_fixture_begin(f);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    search_fixture_end(*state);
    free(*state);
    return 0;
}

// Numbers, dates, booleans, texts; missing last both ways; equal numbers tie.
static void rule_C3_mixed_values(void **state)
{
    struct search_fixture *f = *state;
    static const char *const rows[] = {
        "{\"id\":\"a\",\"v\":\"10\",\"w\":1}",
        "{\"id\":\"b\",\"v\":9.5,\"w\":2}",
        "{\"id\":\"c\",\"v\":\"2001-05\",\"w\":1}",
        "{\"id\":\"d\",\"v\":\"2001-05-01\",\"w\":2}",
        "{\"id\":\"e\",\"v\":true,\"w\":1}",
        "{\"id\":\"f\",\"v\":\"FALSE\",\"w\":2}",
        "{\"id\":\"g\",\"v\":\"zebra\",\"w\":1}",
        "{\"id\":\"h\",\"v\":\"Émile\",\"w\":2}",
        "{\"id\":\"i\",\"v\":\"emil\",\"w\":1}",
        "{\"id\":\"j\",\"v\":\"\",\"w\":2}",
        "{\"id\":\"k\",\"w\":1}",
        "{\"id\":\"l\",\"v\":10.0,\"w\":0}",
        "{\"id\":\"m\",\"v\":[5,\"zz\"],\"w\":3}",
        "{\"id\":\"n\",\"v\":[],\"w\":3}",
    };
    SEARCH_IMPORT(f, rows);
    search_fixture_sort(f, "v");
    ASSERT_FOUND(f, NULL, "m b a l c d f e i h g j k n");
    search_fixture_sort(f, "-v");
    ASSERT_FOUND(f, NULL, "m g h i e f d c a l b j k n");
    search_fixture_sort(f, "v");
    search_fixture_sort(f, "w");
    ASSERT_FOUND(f, NULL, "m b l a c d f e i h g k j n");
    search_fixture_sort(f, "w");
    search_fixture_sort(f, "-v");
    ASSERT_FOUND(f, NULL, "l g i e c a k h f d b j m n");
    search_fixture_sort(f, "-_key");
    ASSERT_FOUND(f, NULL, "n m l k j i h g f e d c b a");
    search_fixture_sort(f, "w");
    search_fixture_sort(f, "-_key");
    ASSERT_FOUND(f, NULL, "l k i g e c a j h f d b n m");
}

// --- many rows, tables and segments ----------------------------------------------------------

#define MANY 6000

struct many {
    char *rows[MANY];
    size_t count;
};

static void add_row(struct many *m, int id, int table)
{
    char text[160];
    (void)snprintf(text, sizeof text,
                   "{\"id\":\"%05d\",\"few\":\"v%d\",\"one\":\"same\",\"many\":%d%s,\"t\":%d}", id,
                   id % 7, (id * 7919) % 3001, id % 5 == 0 ? ",\"opt\":1" : "", table);
    m->rows[m->count++] = strdup(text);
}

static void load_many(struct search_fixture *f)
{
    struct many *m = calloc(1, sizeof *m);
    assert_non_null(m);
    // Three tables with the same keys, rows of each over several commits and so segments.
    static const char *const slugs[] = {"one", "two", "three"};
    for (int round = 0; round < 4; round++) {
        for (int t = 0; t < 3; t++) {
            m->count = 0;
            for (int id = round; id < 6000; id += 4) {
                add_row(m, id, t);
            }
            search_fixture_table(f, slugs[t]);
            search_fixture_import(f, (const char *const *)m->rows, m->count, IMPORT_UPSERT);
            for (size_t i = 0; i < m->count; i++) {
                free(m->rows[i]);
            }
        }
    }
    free(m);
}

struct order {
    size_t sort_count;
    const char *sorts[3];
};

// All pages by offset give the order that reading all by cursor gives.
static void assert_pages(struct search_fixture *f, const struct order *order, uint64_t total)
{
    static const size_t sizes[] = {1, 37, 1000};
    struct search_hit *all = arena_array(&f->arena, struct search_hit, total);
    assert_non_null(all);
    size_t filled = 0;
    string_view after = SV("");
    do {
        for (size_t i = 0; i < order->sort_count; i++) {
            search_fixture_sort(f, order->sorts[i]);
        }
        f->request.limit = 1000;
        f->request.after = after;
        assert_int_equal(search_fixture_ask(f, NULL), ST_OK);
        assert_int_equal(f->result.total, total);
        assert_true(filled + f->result.hit_count <= total);
        memcpy(all + filled, f->result.hits, f->result.hit_count * sizeof *all);
        filled += f->result.hit_count;
        after = f->result.after;
    } while (after.length > 0);
    assert_int_equal(filled, total);
    for (size_t i = 0; i < 24; i++) {
        size_t size = sizes[i % ARRAY_LENGTH(sizes)];
        uint64_t offset = (i * 7919) % total;
        for (size_t k = 0; k < order->sort_count; k++) {
            search_fixture_sort(f, order->sorts[k]);
        }
        f->request.limit = size;
        f->request.offset = offset;
        assert_int_equal(search_fixture_ask(f, NULL), ST_OK);
        assert_int_equal(f->result.hit_count, MIN((uint64_t)size, total - offset));
        for (size_t k = 0; k < f->result.hit_count; k++) {
            assert_true(sv_equal(f->result.hits[k].key, all[offset + k].key));
            assert_int_equal(uuid_compare(&f->result.hits[k].table, &all[offset + k].table), 0);
        }
    }
}

static void finds_any_page(void **state)
{
    struct search_fixture *f = *state;
    load_many(f);
    assert_true(snapshot_segments(f->snapshot) > 1);
    static const struct order orders[] = {
        {0, {NULL}},           {1, {"few"}},
        {1, {"-many"}},        {1, {"one"}},
        {2, {"one", "-few"}},  {2, {"-few", "many"}},
        {1, {"opt"}},          {3, {"opt", "one", "-many"}},
        {1, {"_key"}},         {1, {"-_key"}},
        {1, {"-_table"}},      {2, {"_table", "-_key"}},
        {2, {"few", "-_key"}},
    };
    for (size_t turn = 0; turn < 2; turn++) {
        for (size_t i = 0; i < ARRAY_LENGTH(orders); i++) {
            assert_pages(f, &orders[i], 18000);
        }
        assert_int_equal(store_merge(f->store.store, NULL, &f->error), ST_OK);
        snapshot_release(f->snapshot);
        f->snapshot = NULL;
        assert_int_equal(store_snapshot(f->store.store, &f->snapshot, &f->error), ST_OK);
    }
}

static void default_order_is_table_then_key(void **state)
{
    struct search_fixture *f = *state;
    load_many(f);
    struct uuid last = {{0}};
    char last_key[16] = "";
    string_view after = SV("");
    size_t seen = 0;
    do {
        f->request.limit = 1000;
        f->request.after = after;
        assert_int_equal(search_fixture_ask(f, NULL), ST_OK);
        for (size_t i = 0; i < f->result.hit_count; i++) {
            const struct search_hit *hit = &f->result.hits[i];
            int tables = uuid_compare(&last, &hit->table);
            assert_true(tables <= 0);
            assert_true(tables < 0 || sv_compare(sv_from(last_key), hit->key) < 0);
            last = hit->table;
            (void)snprintf(last_key, sizeof last_key, SV_FORMAT, SV_ARGUMENT(hit->key));
            seen++;
        }
        after = f->result.after;
    } while (after.length > 0);
    assert_int_equal(seen, 18000);
    // Keys of all tables together.
    search_fixture_sort(f, "_key");
    f->request.limit = 4;
    ASSERT_FOUND(f, NULL, "00000 00000 00000 00001");
    search_fixture_sort(f, "-_key");
    f->request.limit = 4;
    ASSERT_FOUND(f, NULL, "05999 05999 05999 05998");
}

static void sorted_values_rise(void **state)
{
    struct search_fixture *f = *state;
    load_many(f);
    for (int descending = 0; descending < 2; descending++) {
        search_fixture_sort(f, descending ? "-many" : "many");
        f->request.limit = 1000;
        f->request.offset = 8500;
        assert_int_equal(search_fixture_ask(f, NULL), ST_OK);
        int last = -1;
        for (size_t i = 0; i < f->result.hit_count; i++) {
            int id = (int)strtol(f->result.hits[i].key.bytes, NULL, 10);
            int value = (id * 7919) % 3001;
            assert_true(last < 0 || (descending ? value <= last : value >= last));
            last = value;
        }
    }
}

// --- cursors ---------------------------------------------------------------------------------

static void cursors_pin_their_commit(void **state)
{
    struct search_fixture *f = *state;
    static const char *const first[] = {"{\"id\":\"a\"}", "{\"id\":\"c\"}", "{\"id\":\"e\"}"};
    static const char *const second[] = {"{\"id\":\"b\"}", "{\"id\":\"d\"}"};
    search_fixture_import(f, first, 3, IMPORT_UPSERT);
    f->request.limit = 2;
    ASSERT_FOUND(f, NULL, "a c");
    string_view after = f->result.after;
    assert_int_equal(after.length, 28);
    search_fixture_import(f, second, 2, IMPORT_UPSERT);
    f->request.after = after;
    ASSERT_FOUND(f, NULL, "e");
    assert_int_equal(f->result.commit, 1);
    assert_int_equal(f->result.total, 3);
    assert_int_equal(f->result.after.length, 0);
}

static void cursors_of_other_searches_are_refused(void **state)
{
    struct search_fixture *f = *state;
    static const char *const rows[] = {"{\"id\":\"a\",\"x\":1}", "{\"id\":\"c\",\"x\":1}"};
    search_fixture_import(f, rows, 2, IMPORT_UPSERT);
    f->request.limit = 1;
    ASSERT_FOUND(f, "{\"search\":\"1\"}", "a");
    string_view after = f->result.after;
    // The same query, differently written.
    f->request.after = after;
    ASSERT_FOUND(
        f, "{\"filters\":{\"and\":[{\"string_contains\":{\"fields\":[],\"value\":\" 1\"}}]}}", "c");
    f->request.after = after;
    assert_int_equal(search_fixture_ask(f, NULL), ST_INVALID);
    assert_string_equal(f->error.field, "after");
    f->request.after = after;
    search_fixture_sort(f, "x");
    assert_int_equal(search_fixture_ask(f, "{\"search\":\"1\"}"), ST_INVALID);
    f->request.after = after;
    search_fixture_only(f, "birds");
    uuid_from_name(SV("table/birds"), &f->tables[0]);
    assert_int_equal(search_fixture_ask(f, "{\"search\":\"1\"}"), ST_INVALID);
    f->request.after = after;
    f->request.offset = 1;
    assert_int_equal(search_fixture_ask(f, "{\"search\":\"1\"}"), ST_INVALID);
    static const char *const broken[] = {
        "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AQEAAAABAAAAAAAAAAAAAAAAAAA=", "!QEAAAABAAAAAAAAAAAAAAAAAAAA"};
    for (size_t i = 0; i < ARRAY_LENGTH(broken); i++) {
        f->request.after = sv_from(broken[i]);
        assert_int_equal(search_fixture_ask(f, "{\"search\":\"1\"}"), ST_INVALID);
        assert_string_equal(f->error.field, "after");
    }
}

static void cursors_read_back(void **state)
{
    struct search_fixture *f = *state;
    struct cursor c = {0x12345678, 0x1122334455667788, 0x8877665544332211};
    struct cursor read;
    string_view text;
    assert_int_equal(cursor_write(&c, &f->arena, &text, &f->error), ST_OK);
    assert_int_equal(cursor_read(text, c.asked, &read, &f->error), ST_OK);
    assert_int_equal(read.commit, c.commit);
    assert_int_equal(read.offset, c.offset);
    assert_int_equal(cursor_read(text, 1, &read, &f->error), ST_INVALID);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(rule_C3_mixed_values),
        TEST(finds_any_page),
        TEST(default_order_is_table_then_key),
        TEST(sorted_values_rise),
        TEST(cursors_pin_their_commit),
        TEST(cursors_of_other_searches_are_refused),
        TEST(cursors_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
