// SPDX-License-Identifier: Apache-2.0
// Dense sets against plain arrays of truth values, at sizes around the words' edges.
#include "base/bitset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const size_t sizes[] = {0, 1, 63, 64, 65, 127, 128, 129, 255, 256, 257, 1000, 4096, 10007};

static uint64_t random_state = 88172645463325252u;

static uint64_t next_random(void)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return random_state;
}

// A set and its model: one byte a member.
struct pair {
    struct bitset set;
    unsigned char *model;
};

static struct pair make_pair(size_t bits, unsigned one_in)
{
    struct pair p;
    struct error e = {0};
    assert_int_equal(bitset_init(&p.set, bits, &e), ST_OK);
    p.model = calloc(bits + 1, 1);
    assert_non_null(p.model);
    for (size_t i = 0; one_in > 0 && i < bits; i++) {
        if (next_random() % one_in == 0) {
            p.model[i] = 1;
            bitset_set(&p.set, i);
        }
    }
    return p;
}

static void release_pair(struct pair *p)
{
    bitset_release(&p->set);
    free(p->model);
}

static void assert_same(const struct pair *p)
{
    size_t bits = p->set.bit_count;
    size_t count = 0;
    size_t next = bits;
    for (size_t i = bits; i-- > 0;) {
        assert_int_equal(bitset_test(&p->set, i), p->model[i]);
        next = p->model[i] ? i : next;
        assert_int_equal(bitset_next(&p->set, i), next);
        count += p->model[i];
    }
    assert_int_equal(bitset_next(&p->set, bits), bits);
    assert_int_equal(bitset_count(&p->set), count);
    assert_int_equal(bitset_is_empty(&p->set), count == 0);
    size_t rank = 0;
    size_t previous = bits;
    for (size_t i = 0; i < bits; i++) {
        assert_int_equal(bitset_previous(&p->set, i), previous);
        if (p->model[i]) {
            previous = i;
            assert_int_equal(bitset_select(&p->set, rank), i);
            rank++;
        }
    }
    assert_int_equal(bitset_select(&p->set, rank), bits);
    if (bits % 64 != 0) {
        assert_true(p->set.words[bits / 64] >> (bits % 64) == 0);
    }
}

static void test_members(void **unused)
{
    (void)unused;
    for (size_t s = 0; s < ARRAY_LENGTH(sizes); s++) {
        for (unsigned one_in = 0; one_in < 40; one_in = one_in * 3 + 1) {
            struct pair p = make_pair(sizes[s], one_in);
            assert_same(&p);
            for (size_t i = 0; i < sizes[s]; i += 5) {
                bitset_clear(&p.set, i);
                p.model[i] = 0;
            }
            assert_same(&p);
            release_pair(&p);
        }
    }
}

static void test_ranges(void **unused)
{
    (void)unused;
    for (size_t s = 0; s < ARRAY_LENGTH(sizes); s++) {
        struct pair p = make_pair(sizes[s], 2);
        for (int i = 0; i < 60; i++) {
            size_t a = next_random() % (sizes[s] + 1);
            size_t b = i % 3 == 0 ? MIN(a + 64, sizes[s]) : next_random() % (sizes[s] + 1);
            size_t from = MIN(a, b);
            size_t to = MAX(a, b);
            bool value = next_random() % 2 == 0;
            if (value) {
                bitset_set_range(&p.set, from, to);
            } else {
                bitset_clear_range(&p.set, from, to);
            }
            memset(p.model + from, value, to - from);
            assert_int_equal(bitset_count_range(&p.set, from, to), value ? to - from : 0);
            a = next_random() % (sizes[s] + 1);
            b = a + next_random() % (sizes[s] - a + 1);
            size_t expected = 0;
            for (size_t k = a; k < b; k++) {
                expected += p.model[k];
            }
            assert_int_equal(bitset_count_range(&p.set, a, b), expected);
            assert_int_equal(bitset_count_range(&p.set, b, a), 0);
        }
        assert_same(&p);
        release_pair(&p);
    }
}

static void test_combining(void **unused)
{
    (void)unused;
    for (size_t s = 0; s < ARRAY_LENGTH(sizes); s++) {
        for (int operation = 0; operation < 5; operation++) {
            struct pair a = make_pair(sizes[s], 2);
            struct pair b = make_pair(sizes[s], 3);
            size_t both = 0;
            for (size_t i = 0; i < sizes[s]; i++) {
                both += a.model[i] & b.model[i];
                const unsigned char results[] = {a.model[i] & b.model[i], a.model[i] | b.model[i],
                                                 a.model[i] & (unsigned char)!b.model[i],
                                                 (unsigned char)!a.model[i], b.model[i]};
                a.model[i] = results[operation];
            }
            assert_int_equal(bitset_count_and(&a.set, &b.set), both);
            switch (operation) {
            case 0:
                bitset_and(&a.set, &b.set);
                break;
            case 1:
                bitset_or(&a.set, &b.set);
                break;
            case 2:
                bitset_and_not(&a.set, &b.set);
                break;
            case 3:
                bitset_not(&a.set);
                break;
            default:
                bitset_copy(&a.set, &b.set);
                assert_true(bitset_equal(&a.set, &b.set));
                break;
            }
            assert_same(&a);
            if (sizes[s] > 0) {
                bitset_copy(&b.set, &a.set);
                bool last = bitset_test(&b.set, sizes[s] - 1);
                (last ? bitset_clear : bitset_set)(&b.set, sizes[s] - 1);
                assert_false(bitset_equal(&a.set, &b.set));
            }
            release_pair(&a);
            release_pair(&b);
        }
    }
}

static void test_listing(void **unused)
{
    (void)unused;
    for (size_t s = 0; s < ARRAY_LENGTH(sizes); s++) {
        struct pair p = make_pair(sizes[s], 4);
        uint32_t members[37];
        size_t from = 0;
        size_t expected = bitset_next(&p.set, 0);
        size_t listed = 0;
        do {
            listed = bitset_list(&p.set, from, members, ARRAY_LENGTH(members));
            for (size_t i = 0; i < listed; i++) {
                assert_int_equal(members[i], expected);
                expected = bitset_next(&p.set, expected + 1);
                from = members[i] + 1;
            }
        } while (listed == ARRAY_LENGTH(members));
        assert_int_equal(expected, sizes[s]);
        release_pair(&p);
    }
}

static void test_in_an_arena(void **unused)
{
    (void)unused;
    struct arena a;
    struct bitset b;
    struct error e = {0};
    arena_init(&a, 1000);
    assert_int_equal(bitset_init_in(&b, &a, 500, &e), ST_OK);
    assert_true(bitset_is_empty(&b));
    bitset_set(&b, 499);
    assert_int_equal(bitset_next(&b, 0), 499);
    assert_int_equal(bitset_init_in(&b, &a, 100000, &e), ST_NO_MEMORY);
    assert_int_equal(b.bit_count, 500);
    arena_release(&a);
}

// Asks of a settled set what its model tells, and that every answer is as that of an open one.
static void assert_settled(const struct bitset *settled, const struct pair *p)
{
    const struct pair as_pair = {*settled, p->model};
    size_t bits = p->set.bit_count;
    uint32_t members[BITSET_FEW_MOST];
    uint32_t expected[BITSET_FEW_MOST];
    assert_same(&as_pair);
    assert_true(bitset_equal(settled, &p->set));
    assert_int_equal(bitset_count_and(settled, &p->set), bitset_count(&p->set));
    assert_int_equal(bitset_count_and(&p->set, settled), bitset_count(&p->set));
    for (size_t i = 0; i < 50; i++) {
        size_t from = next_random() % (bits + 1);
        size_t to = from + next_random() % (bits + 1 - from);
        assert_int_equal(bitset_count_range(settled, from, to),
                         bitset_count_range(&p->set, from, to));
        size_t most = next_random() % (BITSET_FEW_MOST + 1);
        size_t listed = bitset_list(settled, from, members, most);
        assert_int_equal(listed, bitset_list(&p->set, from, expected, most));
        assert_memory_equal(members, expected, listed * sizeof *members);
    }
    assert_int_equal(bitset_count_range(settled, 0, bits), bitset_count(&p->set));
}

static void test_settled_sets_answer_alike(void **unused)
{
    (void)unused;
    static const unsigned parts[] = {0, 1, 2, 50};
    for (size_t s = 0; s < ARRAY_LENGTH(sizes); s++) {
        for (size_t k = 0; k < ARRAY_LENGTH(parts); k++) {
            struct pair p = make_pair(sizes[s], parts[k]);
            struct bitset settled = p.set;
            bitset_settle(&settled);
            assert_settled(&settled, &p);
            // All of another's members stay where the other has all.
            struct pair other = make_pair(sizes[s], 3);
            struct pair both = {other.set, calloc(sizes[s] + 1, 1)};
            assert_non_null(both.model);
            for (size_t i = 0; i < sizes[s]; i++) {
                both.model[i] = other.model[i] && p.model[i];
            }
            bitset_and(&both.set, &settled);
            assert_same(&both);
            free(both.model);
            release_pair(&other);
            release_pair(&p);
        }
    }
}

// Words that were used come back empty: each turn sets other members in them.
static void test_few_members_cost_no_more(void **unused)
{
    (void)unused;
    for (size_t turn = 0; turn < 60; turn++) {
        size_t size = sizes[turn % ARRAY_LENGTH(sizes)];
        struct pair p = make_pair(size, 60);
        struct arena a;
        struct bitset few;
        struct error e = {0};
        uint32_t members[BITSET_FEW_MOST];
        size_t count = bitset_list(&p.set, 0, members, BITSET_FEW_MOST);
        if (count == BITSET_FEW_MOST) {
            release_pair(&p);
            continue;
        }
        arena_init(&a, 0);
        assert_int_equal(bitset_few(&a, size, members, count, &few, &e), ST_OK);
        memset(members, 0xff, sizeof members);
        assert_settled(&few, &p);
        arena_release(&a);
        release_pair(&p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_members),
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_combining),
        cmocka_unit_test(test_listing),
        cmocka_unit_test(test_in_an_arena),
        cmocka_unit_test(test_settled_sets_answer_alike),
        cmocka_unit_test(test_few_members_cost_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
