// SPDX-License-Identifier: Apache-2.0
// The writer of vector tiles, by its bytes and by a reader of its own.
#include "support/views.h"

#include "formats/vector_tile.h"

struct reader {
    const unsigned char *bytes;
    size_t length;
    size_t at;
};

static uint64_t take_number(struct reader *r)
{
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        assert_true(r->at < r->length);
        unsigned char byte = r->bytes[r->at++];
        value |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80) {
            return value;
        }
    }
    fail_msg("a number of more than 64 bits");
    return 0;
}

// The next field: its number, and what has a length as a reader of its own.
static unsigned take_field(struct reader *r, struct reader *inner, uint64_t *value)
{
    uint64_t tag = take_number(r);
    *value = take_number(r);
    if ((tag & 7) == 2) {
        assert_true(*value <= r->length - r->at);
        *inner = (struct reader){r->bytes + r->at, (size_t)*value, 0};
        r->at += (size_t)*value;
    } else {
        assert_int_equal(tag & 7, 0);
    }
    return (unsigned)(tag >> 3);
}

struct layer_facts {
    size_t features, keys, values, tags;
    uint64_t version, extent;
    uint64_t number_sum; // of values that are numbers
};

static void read_layer(struct reader *r, struct layer_facts *out)
{
    struct reader part = {0};
    struct reader inner = {0};
    uint64_t value = 0;
    while (r->at < r->length) {
        unsigned field = take_field(r, &part, &value);
        out->features += field == 2;
        out->keys += field == 3;
        out->values += field == 4;
        out->extent = field == 5 ? value : out->extent;
        out->version = field == 15 ? value : out->version;
        while (field == 2 && part.at < part.length) {
            if (take_field(&part, &inner, &value) == 2) {
                while (inner.at < inner.length) {
                    (void)take_number(&inner);
                    out->tags++;
                }
            }
        }
        if (field == 4 && take_field(&part, &inner, &value) == 5) {
            out->number_sum += value;
        }
    }
}

// A tile being written, with what it is written into.
struct writing {
    struct arena arena;
    struct buffer out;
    struct vector_tile tile;
};

static void begin(struct writing *w, size_t ceiling)
{
    arena_init(&w->arena, 0);
    buffer_init(&w->out, ceiling);
    vector_tile_init(&w->tile, &w->arena, &w->out);
}

static void end(struct writing *w)
{
    vector_tile_release(&w->tile);
    buffer_release(&w->out);
    arena_release(&w->arena);
}

// Ends the tile's one layer and its writing, and reads it.
static struct layer_facts end_and_read(struct writing *w)
{
    struct error e = {0};
    vector_tile_end_layer(&w->tile);
    assert_int_equal(vector_tile_check(&w->tile, &e), ST_OK);
    struct reader all = {(const unsigned char *)w->out.bytes, w->out.length, 0};
    struct reader layer = {0};
    struct layer_facts facts = {0};
    uint64_t length = 0;
    assert_int_equal(take_field(&all, &layer, &length), 3);
    assert_int_equal(all.at, all.length);
    read_layer(&layer, &facts);
    end(w);
    return facts;
}

static void writes_the_bytes_of_the_specification(void **state)
{
    (void)state;
    // A layer "a" with the point 25, 17, whose attribute h is 7: the point's commands are those of
    // the specification, 4.3.5.1.
    static const unsigned char expected[] = {
        0x1a, 0x1c, 0x78, 2,  0x0a, 1,    'a', 0x12, 0x0b, 0x12, 2,    0, 0,    0x18, 1,
        0x22, 3,    9,    50, 34,   0x1a, 1,   'h',  0x22, 2,    0x28, 7, 0x28, 0x80, 0x20};
    struct writing w;
    struct error e = {0};
    begin(&w, 1000);
    vector_tile_begin_layer(&w.tile, SV("empty"));
    vector_tile_end_layer(&w.tile);
    vector_tile_begin_layer(&w.tile, SV("a"));
    vector_tile_point(&w.tile, 25, 17);
    vector_tile_number(&w.tile, SV("h"), 7);
    vector_tile_end_feature(&w.tile);
    vector_tile_end_layer(&w.tile);
    assert_int_equal(vector_tile_check(&w.tile, &e), ST_OK);
    assert_int_equal(w.out.length, sizeof expected);
    assert_memory_equal(w.out.bytes, expected, sizeof expected);
    end(&w);
}

static uint64_t next_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *seed >> 33;
}

// Any features: the layers are whole, and each value stands in them once.
static void whatever_is_written_can_be_read(void **state)
{
    (void)state;
    static const char *const keys[] = {"count", "table", "key", ""};
    uint64_t seed = 1;
    for (size_t round = 0; round < 50; round++) {
        struct writing w;
        bool seen[300] = {false};
        size_t different = 0;
        uint64_t sum = 0;
        size_t features = (size_t)(next_random(&seed) % 1500) + 1;
        begin(&w, (size_t)1 << 24);
        vector_tile_begin_layer(&w.tile, SV("x"));
        for (size_t i = 0; i < features; i++) {
            int32_t x = (int32_t)(next_random(&seed) % 10000) - 3000;
            if (i % 2 == 0) {
                vector_tile_point(&w.tile, x, -x);
            } else {
                vector_tile_rectangle(&w.tile, x, -x, x + 64, 64 - x);
            }
            size_t value = (size_t)(next_random(&seed) % ARRAY_LENGTH(seen));
            different += !seen[value];
            sum += seen[value] ? 0 : value << 20;
            seen[value] = true;
            vector_tile_number(&w.tile, sv_from(keys[i % 4]), (uint64_t)value << 20);
            vector_tile_end_feature(&w.tile);
        }
        struct layer_facts facts = end_and_read(&w);
        assert_int_equal(facts.features, features);
        assert_int_equal(facts.tags, 2 * features);
        assert_int_equal(facts.keys, MIN(features, 4));
        assert_int_equal(facts.values, different);
        assert_int_equal(facts.number_sum, sum);
        assert_int_equal(facts.version, 2);
        assert_int_equal(facts.extent, VECTOR_TILE_EXTENT);
    }
}

static void texts_and_numbers_are_apart_and_keys_are_bounded(void **state)
{
    (void)state;
    struct writing w;
    begin(&w, 10000);
    vector_tile_begin_layer(&w.tile, SV("x"));
    vector_tile_point(&w.tile, 0, 0);
    for (size_t i = 0; i < VECTOR_TILE_KEYS + 3; i++) {
        vector_tile_text(&w.tile, arena_print(&w.arena, "key %zu", i), SV("same"));
        vector_tile_number(&w.tile, arena_print(&w.arena, "key %zu", i), 5);
    }
    vector_tile_end_feature(&w.tile);
    struct layer_facts facts = end_and_read(&w);
    assert_int_equal(facts.keys, VECTOR_TILE_KEYS);
    assert_int_equal(facts.values, 2);
    assert_int_equal(facts.tags, 4 * VECTOR_TILE_KEYS);
}

static void a_full_buffer_is_told(void **state)
{
    (void)state;
    struct writing w;
    struct error e = {0};
    begin(&w, 10);
    vector_tile_begin_layer(&w.tile, SV("too long a name"));
    vector_tile_point(&w.tile, 1, 1);
    vector_tile_end_feature(&w.tile);
    vector_tile_end_layer(&w.tile);
    assert_int_equal(vector_tile_check(&w.tile, &e), ST_TOO_LARGE);
    end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_the_bytes_of_the_specification),
        cmocka_unit_test(whatever_is_written_can_be_read),
        cmocka_unit_test(texts_and_numbers_are_apart_and_keys_are_bounded),
        cmocka_unit_test(a_full_buffer_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
