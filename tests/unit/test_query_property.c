// SPDX-License-Identifier: Apache-2.0
// Random trees: the one form of a query prints, reads back as itself, stays the same when members
// change places or are wrapped, and finds the same rows as the tree it was made from.
#include "support/search_fixture.h"

#include "query/match.h"

#include <stdio.h>
#include <string.h>

static const char *const rows[] = {
    "{\"id\":\"a\",\"f\":\"x\",\"g\":1,\"m\":[{\"a\":\"x\",\"b\":\"y\"},{\"a\":\"z\"}]}",
    "{\"id\":\"b\",\"f\":\"Y\",\"g\":\"2\",\"m\":[{\"a\":\"y\",\"b\":\"y\"}]}",
    "{\"id\":\"c\",\"f\":\"z\",\"m\":[]}",
    "{\"id\":\"d\",\"f\":\"xyz\",\"g\":3.5,\"m\":{\"a\":\"x\"}}",
    "{\"id\":\"e\",\"g\":\"\",\"decimalLatitude\":1,\"decimalLongitude\":1}",
    "{\"id\":\"f\",\"f\":[\"x\",\"y\"],\"g\":[1,2],\"m\":[{\"b\":\"x\"},{\"a\":\"x\",\"b\":\"x\"}]"
    "}",
};

static uint64_t state_of_chance = 3;

static unsigned chance(unsigned below)
{
    state_of_chance = state_of_chance * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)((state_of_chance >> 33) % below);
}

static const char *const terms[] = {
    "{\"string_equals\":{\"fields\":[\"f\"],\"value\":\"x\"}}",
    "{\"string_equals\":{\"fields\":[\"f\"],\"value\":\"y\"}}",
    "{\"in\":{\"fields\":[\"f\"],\"values\":[\"z\",\"x\"]}}",
    "{\"prefix\":{\"fields\":[\"f\"],\"value\":\"x\"}}",
    "{\"wildcard\":{\"fields\":[\"f\"],\"value\":\"x*\"}}",
    "{\"wildcard\":{\"fields\":[\"f\"],\"value\":\"?*z\"}}",
    "{\"number_range\":{\"fields\":[\"g\"],\"greater_than\":2}}",
    "{\"number_range\":{\"fields\":[\"g\"],\"greater_than\":2,\"less_than\":2}}",
    "{\"number_equals\":{\"fields\":[\"g\"],\"value\":2}}",
    "{\"exists\":{\"fields\":[\"g\"]}}",
    "{\"missing\":{\"fields\":[\"m\"]}}",
    "{\"exists\":{\"geo_field\":true}}",
    "{\"string_contains\":{\"fields\":[],\"value\":\"x\"}}",
    "{\"string_contains\":{\"fields\":[],\"value\":\"\"}}",
    "{\"distance\":{\"latitude\":1,\"longitude\":1,\"at_most\":1,\"unit\":\"km\"}}",
    "{\"same\":{\"list\":\"m\",\"filters\":{\"and\":[{\"string_equals\":{\"fields\":[\"m.a\"],"
    "\"value\":\"x\"}},{\"not\":[{\"exists\":{\"fields\":[\"m.b\"]}}]}]}}}",
    "{\"same\":{\"list\":\"m\",\"filters\":{\"or\":[{\"string_equals\":{\"fields\":[\"m.a\"],"
    "\"value\":\"x\"}}]}}}",
    "{\"fuzzy\":{\"fields\":[\"f\"],\"value\":\"xyy\"}}",
};

// A group of terms and groups as JSON; `shuffled` turns its members round and wraps some of them.
static void write_group(unsigned depth, bool shuffled, struct buffer *out)
{
    static const char *const kinds[] = {"and", "or", "not"};
    const char *members[4];
    size_t lengths[4];
    struct buffer parts;
    unsigned count = 1 + chance(4);
    buffer_init(&parts, (size_t)1 << 20);
    buffer_print(out, "{\"%s\":[", kinds[chance(3)]);
    size_t starts[5] = {0};
    for (unsigned i = 0; i < count; i++) {
        bool wraps = chance(4) == 0;
        buffer_append_view(&parts, shuffled && wraps ? SV("{\"and\":[") : SV(""));
        if (depth > 0 && chance(3) == 0) {
            write_group(depth - 1, shuffled, &parts);
        } else {
            buffer_append_view(&parts, sv_from(terms[chance(ARRAY_LENGTH(terms))]));
        }
        buffer_append_view(&parts, shuffled && wraps ? SV("]}") : SV(""));
        starts[i + 1] = parts.length;
    }
    for (unsigned i = 0; i < count; i++) {
        unsigned place = shuffled ? count - 1 - i : i;
        members[i] = parts.bytes + starts[place];
        lengths[i] = starts[place + 1] - starts[place];
        buffer_append(out, ",", i > 0);
        buffer_append(out, members[i], lengths[i]);
    }
    buffer_append(out, "]}", 2);
    buffer_release(&parts);
}

static const char *make_query(struct arena *arena, uint64_t seed, bool shuffled)
{
    struct buffer out;
    buffer_init(&out, (size_t)1 << 20);
    state_of_chance = seed;
    buffer_append_view(&out, SV("{\"filters\":"));
    write_group(3, shuffled, &out);
    buffer_append_byte(&out, '}');
    string_view text = arena_copy(arena, buffer_view(&out));
    buffer_release(&out);
    return text.bytes;
}

static const struct query *normal_of(struct search_fixture *f, const char *json)
{
    const struct query *q = NULL;
    assert_int_equal(query_normalise(&f->arena, search_fixture_query(f, json), &q, &f->error),
                     ST_OK);
    return q;
}

static const char *form_of(struct search_fixture *f, const struct query *q)
{
    struct buffer out;
    buffer_init(&out, (size_t)1 << 24);
    query_print(q, &out);
    string_view text = arena_copy(&f->arena, buffer_view(&out));
    buffer_release(&out);
    return text.bytes;
}

// The rows of a tree as it stands, not brought to its one form first.
static const struct bitset *rows_of(struct search_fixture *f, const struct query *q)
{
    struct extent *x = arena_new(&f->arena, struct extent);
    struct matcher *m = NULL;
    const struct bitset *found = NULL;
    uint64_t count = 0;
    assert_non_null(x);
    assert_int_equal(extent_create(f->snapshot, &scope_public, NULL, 0,
                                   snapshot_last_commit(f->snapshot), &f->arena, x, &f->error),
                     ST_OK);
    assert_int_equal(x->count, 1);
    assert_int_equal(matcher_create(x, q, &f->arena, NULL, &m, &f->error), ST_OK);
    assert_int_equal(matcher_rows(m, 0, &found, &count, &f->error), ST_OK);
    assert_int_equal(bitset_count(found), count);
    return found;
}

static void one_form_means_the_same(void **state)
{
    (void)state;
    struct search_fixture f;
    search_fixture_begin(&f);
    SEARCH_IMPORT(&f, rows);
    size_t some = 0;
    for (uint64_t seed = 1; seed <= 1500; seed++) {
        arena_release(&f.arena);
        arena_init(&f.arena, 0);
        const char *json = make_query(&f.arena, seed, false);
        const struct query *normal = normal_of(&f, json);
        const char *form = form_of(&f, normal);
        assert_string_equal(form_of(&f, normal_of(&f, form)), form);
        assert_string_equal(form_of(&f, normal_of(&f, make_query(&f.arena, seed, true))), form);
        const struct bitset *raw = rows_of(&f, search_fixture_query(&f, json));
        const struct bitset *made = rows_of(&f, normal);
        if (!bitset_equal(raw, made)) {
            print_error("%s\n%s\n", json, form);
        }
        assert_true(bitset_equal(raw, made));
        some += !bitset_is_empty(raw);
    }
    assert_in_range(some, 500, 1499);
    search_fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_form_means_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
