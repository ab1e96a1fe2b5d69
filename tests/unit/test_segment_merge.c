// SPDX-License-Identifier: Apache-2.0
// A merged segment is the one that would have been written from the same rows: every section that
// does not hold places of long values is the same, byte for byte.
#include "base/thread_pool.h"
#include "store/segment.h"
#include "store/segment_merge.h"
#include "store/segment_private.h"
#include "unit/segment_fixture.h"

#define MOST_SOURCES 5

struct merge_fixture {
    struct segment_fixture sources[MOST_SOURCES];
    size_t source_count;
    struct segment_fixture whole; // written at once
    struct merge_row *rows;       // owned
    size_t row_count;
    char path[80]; // room for ".merged" behind the fixture's
    struct segment *merged;
    struct error error;
};

// --- rows ----------------------------------------------------------------------------------------

static void make_record(struct fixture_random *r, uint32_t number, bool with_long,
                        struct buffer *out)
{
    static const char *const words[] = {"river",
                                        "lake",
                                        "\xc3\x85"
                                        "by",
                                        "stone",
                                        "moss",
                                        "1850",
                                        "BM-1",
                                        "hill top",
                                        "Quercus robur"};
    uint32_t pick = fixture_below(r, 1000);
    buffer_clear(out);
    buffer_print(out, "{\"id\":\"%06u\",\"place\":\"%s %s n%u\",\"year\":\"%u\"", (unsigned)number,
                 words[pick % 9], words[pick / 9 % 9], (unsigned)fixture_below(r, 400),
                 1800 + (unsigned)fixture_below(r, 30));
    if (pick % 3 == 0) {
        buffer_print(out, ",\"decimalLatitude\":\"%u.5\",\"decimalLongitude\":%u", pick % 90,
                     pick % 180);
    }
    if (pick % 4 == 0) {
        buffer_print(out, ",\"l\":[{\"n\":\"w%u\",\"m\":[1,[%u]]},\"x\",{\"n\":%u}]", pick % 40,
                     pick % 7, pick % 11);
    }
    if (pick % 50 == 0) {
        buffer_print(out, ",\"rare%u\":{\"deep\":null,\"e\":[]}", pick % 3);
    }
    if (with_long && pick % 20 == 0) {
        buffer_print(out, ",\"remarks\":\"%02400u tail %u\"", pick % 5, pick % 3);
    }
    buffer_append_byte(out, '}');
    buffer_append_byte(out, '\0');
}

// Deals random rows to the sources and to the whole; one in `drop` is only in a source.
static void deal_rows(struct merge_fixture *f, uint64_t seed, uint32_t keys, uint32_t drop,
                      bool with_long)
{
    struct fixture_random random = {seed};
    struct buffer json;
    uint32_t counts[MOST_SOURCES] = {0};
    buffer_init(&json, 65536);
    f->rows = calloc((size_t)keys * 3, sizeof *f->rows);
    assert_non_null(f->rows);
    for (uint32_t i = 0; i < keys; i++) {
        uint32_t source = fixture_below(&random, (uint32_t)f->source_count);
        bool dropped = drop > 0 && fixture_below(&random, drop) == 0;
        unsigned table = i * 3 / keys;
        char key[16];
        (void)snprintf(key, sizeof key, "%08" PRIu32, i);
        make_record(&random, i, with_long, &json);
        struct fixture_row *row = fixture_add(&f->sources[source], table, key, json.bytes);
        row->from = 1 + source;
        row->layers = i % 17 == 0 ? strdup("{\"source\":{},\"corrections\":{}}") : NULL;
        if (!dropped) {
            struct fixture_row *copy = fixture_add(&f->whole, table, key, json.bytes);
            copy->from = row->from;
            copy->layers = row->layers == NULL ? NULL : strdup(row->layers);
            f->rows[f->row_count++] = (struct merge_row){
                .source = source, .row = counts[source], .from = row->from, .until = ROW_OPEN};
        }
        counts[source]++;
    }
    buffer_release(&json);
}

static void merge_sources(struct merge_fixture *f, struct thread_pool *pool)
{
    struct segment *sources[MOST_SOURCES];
    for (size_t i = 0; i < f->source_count; i++) {
        fixture_finish(&f->sources[i]);
        sources[i] = f->sources[i].segment;
    }
    fixture_finish(&f->whole);
    (void)snprintf(f->path, sizeof f->path, "%s.merged", f->whole.path);
    ASSERT_OK(f, segment_merge(f->path, pool, sources, f->source_count, f->rows, f->row_count,
                               &f->error));
    ASSERT_OK(f, segment_open(f->path, &f->merged, &f->error));
    ASSERT_OK(f, segment_verify(f->merged, &f->error));
}

static void begin_merge(struct merge_fixture *f, size_t sources)
{
    memset(f, 0, sizeof *f);
    f->source_count = sources;
    for (size_t i = 0; i < sources; i++) {
        fixture_begin(&f->sources[i], NULL);
    }
    fixture_begin(&f->whole, NULL);
}

static void end_merge(struct merge_fixture *f)
{
    for (size_t i = 0; i < f->source_count; i++) {
        fixture_end(&f->sources[i]);
    }
    fixture_end(&f->whole);
    segment_close(f->merged);
    (void)unlink(f->path);
    free(f->rows);
}

// --- comparing -----------------------------------------------------------------------------------

static void assert_section(struct merge_fixture *f, uint32_t merged, uint32_t whole,
                           const char *name)
{
    struct section a;
    struct section b;
    if ((merged == NO_SECTION) != (whole == NO_SECTION)) {
        fail_msg("%s is only in one of the segments", name);
    }
    ASSERT_OK(f, segment_section(f->merged, merged, &a, &f->error));
    ASSERT_OK(f, segment_section(f->whole.segment, whole, &b, &f->error));
    if (a.length != b.length || a.count != b.count ||
        (a.length > 0 && memcmp(a.bytes, b.bytes, a.length) != 0)) {
        fail_msg("%s differs: %zu and %zu bytes", name, a.length, b.length);
    }
}

// The path of the same names and kinds, or NO_PATH.
static uint32_t same_path(const struct segment *in, const struct segment *of, uint32_t path)
{
    if (path == NO_PATH) {
        return NO_PATH;
    }
    const struct segment_path *p = &of->paths[path];
    uint32_t parent = same_path(in, of, p->parent);
    for (uint32_t i = 0; i < in->paths_count; i++) {
        if (in->paths[i].kind == p->kind && in->paths[i].parent == parent &&
            sv_equal(in->paths[i].name, p->name)) {
            return i;
        }
    }
    return NO_PATH;
}

static void assert_paths(struct merge_fixture *f)
{
    const struct segment *whole = f->whole.segment;
    for (uint32_t path = 0; path < whole->paths_count; path++) {
        uint32_t merged = same_path(f->merged, whole, path);
        assert_int_not_equal(merged, NO_PATH);
        for (unsigned i = 0; whole->paths[path].kind == PATH_LEAF && i < PATH_SECTIONS; i++) {
            char name[80];
            (void)snprintf(name, sizeof name, "section %u of " SV_FORMAT, i,
                           SV_ARGUMENT(whole->paths[path].name));
            assert_section(f, f->merged->facts[merged].sections[i], whole->facts[path].sections[i],
                           name);
        }
        uint32_t level = whole->paths[path].level;
        assert_section(f, f->merged->levels[f->merged->paths[merged].level].section,
                       whole->levels[level].section, "OFFSETS");
    }
}

static void assert_same_segment(struct merge_fixture *f)
{
    static const enum section_kind kinds[] = {
        SECTION_TABLES, SECTION_KEYS,   SECTION_FROM,   SECTION_UNTIL,         SECTION_HASHES,
        SECTION_LAYERS, SECTION_POINTS, SECTION_TOKENS, SECTION_TOKEN_POSTINGS};
    for (size_t i = 0; i < ARRAY_LENGTH(kinds); i++) {
        char name[32];
        (void)snprintf(name, sizeof name, "section kind %d", (int)kinds[i]);
        assert_section(f, f->merged->single[kinds[i]], f->whole.segment->single[kinds[i]], name);
    }
    assert_paths(f);
}

static void assert_records(struct merge_fixture *f)
{
    struct segment *written = f->whole.segment;
    f->whole.segment = f->merged;
    fixture_assert_rows(&f->whole);
    f->whole.segment = written;
}

// --- tests ---------------------------------------------------------------------------------------

static void test_a_merge_is_what_would_have_been_written(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 3; seed++) {
        struct merge_fixture f;
        begin_merge(&f, 1 + seed);
        deal_rows(&f, seed, 1500, 0, false);
        merge_sources(&f, NULL);
        assert_records(&f);
        assert_same_segment(&f);
        end_merge(&f);
    }
}

static void test_rows_left_out_leave_nothing_behind(void **state)
{
    (void)state;
    struct merge_fixture f;
    begin_merge(&f, 3);
    deal_rows(&f, 9, 1200, 3, false);
    merge_sources(&f, NULL);
    assert_records(&f);
    assert_same_segment(&f);
    end_merge(&f);
}

static void test_long_values_move_along(void **state)
{
    (void)state;
    struct merge_fixture f;
    begin_merge(&f, 4);
    deal_rows(&f, 5, 600, 5, true);
    merge_sources(&f, NULL);
    assert_records(&f);
    end_merge(&f);
}

static void test_wide_merges_on_a_pool(void **state)
{
    (void)state;
    struct merge_fixture f;
    struct thread_pool *pool = NULL;
    begin_merge(&f, 2);
    ASSERT_OK(&f, thread_pool_create(2, 8, &pool, &f.error));
    deal_rows(&f, 21, 70000, 0, false);
    merge_sources(&f, pool);
    assert_same_segment(&f);
    end_merge(&f);
    thread_pool_destroy(pool);
}

static void test_nothing_merged_is_an_empty_segment(void **state)
{
    (void)state;
    struct merge_fixture f;
    begin_merge(&f, 1);
    deal_rows(&f, 2, 50, 1, false); // every row is left out
    merge_sources(&f, NULL);
    assert_int_equal(segment_rows(f.merged), 0);
    end_merge(&f);
}

static void test_lives_are_as_given(void **state)
{
    (void)state;
    struct merge_fixture f;
    begin_merge(&f, 2);
    deal_rows(&f, 6, 100, 0, false);
    for (size_t i = 0; i < f.row_count; i++) {
        f.rows[i].from = ROW_OWN_COMMIT;
        f.rows[i].until = i == 7 ? 12 : ROW_OPEN;
    }
    merge_sources(&f, NULL);
    const uint32_t *from = &f.rows[0].from;
    const uint32_t *until = NULL;
    ASSERT_OK(&f, segment_from(f.merged, &from, &f.error));
    ASSERT_OK(&f, segment_until(f.merged, &until, &f.error));
    assert_null(from);
    assert_int_equal(until[7], 12);
    assert_int_equal(until[8], ROW_OPEN);
    end_merge(&f);
}

static void test_rows_out_of_order_are_refused(void **state)
{
    (void)state;
    struct merge_fixture f;
    begin_merge(&f, 1);
    deal_rows(&f, 6, 10, 0, false);
    struct merge_row first = f.rows[0];
    f.rows[0] = f.rows[1];
    f.rows[1] = first;
    fixture_finish(&f.sources[0]);
    (void)snprintf(f.path, sizeof f.path, "%s.merged", f.whole.path);
    assert_int_equal(
        segment_merge(f.path, NULL, &f.sources[0].segment, 1, f.rows, f.row_count, &f.error),
        ST_INTERNAL);
    assert_int_equal(access(f.path, F_OK), -1);
    error_clear(&f.error);
    f.rows[0] = f.rows[1]; // twice
    assert_int_equal(
        segment_merge(f.path, NULL, &f.sources[0].segment, 1, f.rows, f.row_count, &f.error),
        ST_INTERNAL);
    end_merge(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_merge_is_what_would_have_been_written),
        cmocka_unit_test(test_rows_left_out_leave_nothing_behind),
        cmocka_unit_test(test_long_values_move_along),
        cmocka_unit_test(test_wide_merges_on_a_pool),
        cmocka_unit_test(test_nothing_merged_is_an_empty_segment),
        cmocka_unit_test(test_lives_are_as_given),
        cmocka_unit_test(test_rows_out_of_order_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
