// SPDX-License-Identifier: Apache-2.0
// Posting lists: every form (single, list, array, bitmap, runs, empty, not kept) gives its members
// back; the Roaring containers agree with libroaring; damaged bytes are told.
#include "base/base.h"
#include "store/postings.h"
#include "store/postings_builder.h"
#include "unit/segment_fixture.h"

#ifdef HAVE_ROARING
// The library's own helpers have names like ours.
#define bitset_set_range roaring_bitset_set_range
#include <roaring/roaring.h>
#undef bitset_set_range
#endif

#define UNIVERSE 300000u

struct lists_fixture {
    struct postings_builder builder;
    struct postings postings;
    unsigned char *bytes; // owned, exact
    size_t length;
    struct error error;
};

static void finish_lists(struct lists_fixture *f)
{
    struct section_part parts[POSTINGS_PARTS];
    ASSERT_OK(f, postings_builder_finish(&f->builder, parts, &f->error));
    for (size_t i = 0; i < POSTINGS_PARTS; i++) {
        f->length += parts[i].length;
    }
    f->bytes = malloc(f->length);
    assert_non_null(f->bytes);
    size_t at = 0;
    for (size_t i = 0; i < POSTINGS_PARTS; i++) {
        memcpy(f->bytes + at, parts[i].bytes, parts[i].length);
        at += parts[i].length;
    }
    ASSERT_OK(f, postings_open(f->bytes, f->length, &f->postings, &f->error));
}

static void begin_lists(struct lists_fixture *f, size_t count)
{
    memset(f, 0, sizeof *f);
    ASSERT_OK(f, postings_builder_init(&f->builder, count, &f->error));
}

static void end_lists(struct lists_fixture *f)
{
    postings_builder_release(&f->builder);
    free(f->bytes);
}

// How a list's members are spread.
struct shape {
    const char *name;
    uint32_t from;
    uint32_t step; // between members; 1: a run
    uint32_t gap;  // one of so many is left out; 0: none
    uint32_t count;
};

static const struct shape shapes[] = {
    {"empty", 0, 1, 0, 0},
    {"single", 299999, 1, 0, 1},
    {"two", 0, 299999, 0, 2},
    {"longest list", 5, 1000, 0, 256},
    {"shortest bitmap", 5, 1000, 0, 257},
    {"arrays of several", 1, 160, 0, 1800},
    {"buckets of several", 3, 61, 0, 4900},
    {"buckets of one container", 65536, 16, 0, 4096},
    {"bitmap of one container", 65536, 15, 0, 4097},
    {"bitmaps of several", 1, 3, 0, 99000},
    {"one run", 70000, 1, 0, 130000},
    {"runs with gaps", 10, 1, 50, 200000},
    {"everything", 0, 1, 0, 300000},
};

static uint32_t *make_members(const struct shape *shape, size_t *count)
{
    uint32_t *members = malloc(((size_t)shape->count + 1) * sizeof *members);
    assert_non_null(members);
    *count = 0;
    uint32_t at = shape->from;
    for (uint32_t i = 0; i < shape->count && at < UNIVERSE; i++, at += shape->step) {
        if (shape->gap == 0 || i % shape->gap != 0) {
            members[(*count)++] = at;
        }
    }
    return members;
}

static void assert_members(struct lists_fixture *f, uint32_t term, const uint32_t *members,
                           size_t count, const char *name)
{
    struct bitset set;
    bool kept = false;
    uint64_t said = 0;
    ASSERT_OK(f, bitset_init(&set, UNIVERSE, &f->error));
    ASSERT_OK(f, postings_set(&f->postings, term, &set, &kept, &f->error));
    assert_true(kept);
    if (bitset_count(&set) != count) {
        fail_msg("%s: %zu members of %zu", name, bitset_count(&set), count);
    }
    for (size_t i = 0; i < count; i++) {
        assert_true(bitset_test(&set, members[i]));
    }
    ASSERT_OK(f, postings_count(&f->postings, term, &said, &kept, &f->error));
    assert_int_equal(said, count);
    uint32_t *listed = malloc((count + 1) * sizeof *listed);
    size_t listed_count = 0;
    assert_non_null(listed);
    ASSERT_OK(f, postings_list(&f->postings, term, UNIVERSE, listed, count, &listed_count, &kept,
                               &f->error));
    assert_true(kept);
    assert_int_equal(listed_count, count);
    assert_true(count == 0 || memcmp(listed, members, count * sizeof *listed) == 0);
    if (count > 0) {
        ASSERT_OK(f, postings_list(&f->postings, term, UNIVERSE, listed, count - 1, &listed_count,
                                   &kept, &f->error));
        assert_false(kept);
        assert_int_equal(listed_count, 0);
    }
    free(listed);
    bitset_release(&set);
}

// The same of numbers that are listed.
static void assert_filtered(struct lists_fixture *f, uint32_t term, uint32_t step,
                            const struct bitset *expected, const char *name)
{
    uint32_t *numbers = malloc(UNIVERSE * sizeof *numbers);
    size_t count = 0;
    assert_non_null(numbers);
    for (uint32_t at = step / 2; at < UNIVERSE; at += step) {
        numbers[count++] = at;
    }
    ASSERT_OK(f, postings_filter(&f->postings, term, UNIVERSE, numbers, &count, &f->error));
    if (count != bitset_count(expected)) {
        fail_msg("%s: another %zu numbers than %zu of every %u", name, count,
                 bitset_count(expected), step);
    }
    for (size_t i = 0; i < count; i++) {
        assert_true(bitset_test(expected, numbers[i]));
    }
    free(numbers);
}

// Of sets with many members, few and none, a list keeps those that it has.
static void assert_retained(struct lists_fixture *f, uint32_t term, const char *name)
{
    static const uint32_t steps[] = {1, 2, 7, 64, 1000, 70001, UNIVERSE};
    struct bitset list;
    ASSERT_OK(f, bitset_init(&list, UNIVERSE, &f->error));
    bool kept = false;
    ASSERT_OK(f, postings_set(&f->postings, term, &list, &kept, &f->error));
    for (size_t i = 0; i < ARRAY_LENGTH(steps); i++) {
        struct bitset set;
        struct bitset expected;
        ASSERT_OK(f, bitset_init(&set, UNIVERSE, &f->error));
        ASSERT_OK(f, bitset_init(&expected, UNIVERSE, &f->error));
        for (uint32_t at = steps[i] / 2; at < UNIVERSE; at += steps[i]) {
            bitset_set(&set, at);
        }
        bitset_copy(&expected, &set);
        bitset_and(&expected, &list);
        ASSERT_OK(f, postings_retain(&f->postings, term, &set, &kept, &f->error));
        assert_true(kept);
        if (!bitset_equal(&set, &expected)) {
            fail_msg("%s: another %zu members than %zu of every %u", name, bitset_count(&set),
                     bitset_count(&expected), steps[i]);
        }
        bitset_release(&set);
        assert_filtered(f, term, steps[i], &expected, name);
        bitset_release(&expected);
    }
    bitset_release(&list);
}

static void test_every_form_gives_its_members_back(void **state)
{
    (void)state;
    struct lists_fixture f;
    begin_lists(&f, ARRAY_LENGTH(shapes) + 1);
    for (size_t i = 0; i < ARRAY_LENGTH(shapes); i++) {
        size_t count = 0;
        uint32_t *members = make_members(&shapes[i], &count);
        postings_builder_add(&f.builder, i, members, count);
        free(members);
    }
    postings_builder_not_kept(&f.builder, ARRAY_LENGTH(shapes));
    finish_lists(&f);
    for (size_t i = 0; i < ARRAY_LENGTH(shapes); i++) {
        size_t count = 0;
        uint32_t *members = make_members(&shapes[i], &count);
        assert_members(&f, (uint32_t)i, members, count, shapes[i].name);
        assert_retained(&f, (uint32_t)i, shapes[i].name);
        free(members);
    }
    struct bitset set;
    bool kept = true;
    ASSERT_OK(&f, bitset_init(&set, UNIVERSE, &f.error));
    ASSERT_OK(&f, postings_set(&f.postings, ARRAY_LENGTH(shapes), &set, &kept, &f.error));
    assert_false(kept);
    assert_true(bitset_is_empty(&set));
    bitset_release(&set);
    end_lists(&f);
}

static void test_forms_are_chosen_by_size(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        uint32_t step;
        size_t count;
        enum container_kind kind;
        size_t length;
    } cases[] = {
        {"few", 3, 10, CONTAINER_ARRAY, 20},
        {"most of an array", 15, 511, CONTAINER_ARRAY, 1022},
        {"least of buckets", 15, 512, CONTAINER_BUCKETS, 768},
        {"most of buckets", 15, 4096, CONTAINER_BUCKETS, 4352},
        {"one more", 15, 4097, CONTAINER_BITMAP, 8192},
        {"a run", 1, 5000, CONTAINER_RUNS, 6},
        {"all", 1, 65536, CONTAINER_RUNS, 6},
        {"every second", 2, 32768, CONTAINER_BITMAP, 8192},
    };
    static uint16_t lows[65536];
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct buffer out;
        buffer_init(&out, 65536);
        for (size_t k = 0; k < cases[i].count; k++) {
            lows[k] = (uint16_t)(k * cases[i].step);
        }
        assert_int_equal(container_encode(lows, cases[i].count, &out), cases[i].kind);
        assert_int_equal(out.length, cases[i].length);
        buffer_release(&out);
    }
}

static void test_random_lists_come_back(void **state)
{
    (void)state;
    struct fixture_random random = {11};
    struct lists_fixture f;
    struct bitset sets[40];
    begin_lists(&f, ARRAY_LENGTH(sets));
    uint32_t *members = malloc(UNIVERSE * sizeof *members);
    assert_non_null(members);
    for (size_t i = 0; i < ARRAY_LENGTH(sets); i++) {
        ASSERT_OK(&f, bitset_init(&sets[i], UNIVERSE, &f.error));
        uint32_t tries = 1u << fixture_below(&random, 18);
        uint32_t width = 1 + fixture_below(&random, UNIVERSE);
        uint32_t run = 1 + fixture_below(&random, 30);
        for (uint32_t k = 0; k < tries; k++) {
            uint32_t at = fixture_below(&random, width);
            bitset_set_range(&sets[i], at, MIN(at + run, UNIVERSE));
        }
        size_t count = bitset_list(&sets[i], 0, members, UNIVERSE);
        postings_builder_add(&f.builder, i, members, count);
    }
    finish_lists(&f);
    for (uint32_t i = 0; i < ARRAY_LENGTH(sets); i++) {
        size_t count = bitset_list(&sets[i], 0, members, UNIVERSE);
        assert_members(&f, i, members, count, "random");
        assert_retained(&f, i, "random");
        bitset_release(&sets[i]);
    }
    free(members);
    end_lists(&f);
}

static void test_containers_are_as_libroaring_chooses(void **state)
{
    (void)state;
#ifndef HAVE_ROARING
    print_message("libroaring is not here to compare with\n");
    skip();
#else
    for (size_t i = 0; i < ARRAY_LENGTH(shapes); i++) {
        size_t count = 0;
        uint32_t *members = make_members(&shapes[i], &count);
        roaring_bitmap_t *bitmap = roaring_bitmap_of_ptr(count, members);
        assert_non_null(bitmap);
        (void)roaring_bitmap_run_optimize(bitmap);
        roaring_statistics_t facts;
        roaring_bitmap_statistics(bitmap, &facts);
        size_t kinds[4] = {0, 0, 0, 0};
        for (size_t at = 0; at < count;) {
            static uint16_t lows[65536];
            struct buffer out;
            size_t n = 0;
            uint32_t high = members[at] >> 16;
            for (; at < count && members[at] >> 16 == high; at++) {
                lows[n++] = (uint16_t)(members[at] & 0xFFFF);
            }
            buffer_init(&out, 65536);
            kinds[container_encode(lows, n, &out)]++;
            buffer_release(&out);
        }
        assert_int_equal(kinds[CONTAINER_ARRAY] + kinds[CONTAINER_BUCKETS],
                         facts.n_array_containers);
        assert_int_equal(kinds[CONTAINER_BITMAP], facts.n_bitset_containers);
        assert_int_equal(kinds[CONTAINER_RUNS], facts.n_run_containers);
        roaring_bitmap_free(bitmap);
        free(members);
    }
#endif
}

static void test_damaged_bytes_are_told_or_harmless(void **state)
{
    (void)state;
    struct fixture_random random = {3};
    struct lists_fixture f;
    begin_lists(&f, ARRAY_LENGTH(shapes));
    for (size_t i = 0; i < ARRAY_LENGTH(shapes); i++) {
        size_t count = 0;
        uint32_t *members = make_members(&shapes[i], &count);
        postings_builder_add(&f.builder, i, members, count);
        free(members);
    }
    finish_lists(&f);
    size_t told = 0;
    struct bitset set;
    ASSERT_OK(&f, bitset_init(&set, UNIVERSE, &f.error));
    for (size_t turn = 0; turn < 3000; turn++) {
        size_t at = turn < 400 ? turn / 4 : fixture_below(&random, (uint32_t)f.length);
        unsigned char before = f.bytes[at];
        f.bytes[at] ^= (unsigned char)(1 + fixture_below(&random, 255));
        struct postings postings;
        struct error error = {0};
        bool kept = false;
        status result = postings_open(f.bytes, f.length, &postings, &error);
        for (uint32_t i = 0;
             result == ST_OK && i < MIN(postings.count, (uint32_t)ARRAY_LENGTH(shapes)); i++) {
            result = postings_set(&postings, i, &set, &kept, &error);
        }
        assert_true(result == ST_OK || result == ST_CORRUPT);
        told += result == ST_CORRUPT;
        f.bytes[at] = before;
    }
    assert_true(told > 100);
    bitset_release(&set);
    end_lists(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_form_gives_its_members_back),
        cmocka_unit_test(test_forms_are_chosen_by_size),
        cmocka_unit_test(test_random_lists_come_back),
        cmocka_unit_test(test_containers_are_as_libroaring_chooses),
        cmocka_unit_test(test_damaged_bytes_are_told_or_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
