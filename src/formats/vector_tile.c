// SPDX-License-Identifier: Apache-2.0
// Protocol Buffers by hand: every length is known before it is written, since parts are made in
// buffers of their own. Must not know: what tiles show.
#include "formats/vector_tile.h"

#include "base/hash.h"

#define PART_BYTES ((size_t)64 << 20)

// Field numbers of vector_tile.proto 2.1, with the wire types that they have.
enum {
    TILE_LAYER = 3 << 3 | 2,
    LAYER_NAME = 1 << 3 | 2,
    LAYER_FEATURE = 2 << 3 | 2,
    LAYER_KEY = 3 << 3 | 2,
    LAYER_VALUE = 4 << 3 | 2,
    LAYER_EXTENT = 5 << 3,
    LAYER_VERSION = 15 << 3,
    FEATURE_TAGS = 2 << 3 | 2,
    FEATURE_TYPE = 3 << 3,
    FEATURE_GEOMETRY = 4 << 3 | 2,
    VALUE_TEXT = 1 << 3 | 2,
    VALUE_NUMBER = 5 << 3,
};
enum { TYPE_POINT = 1, TYPE_POLYGON = 3 };
enum { MOVE_TO = 1, LINE_TO = 2, CLOSE_PATH = 7 };

static void put_number(struct buffer *out, uint64_t value)
{
    while (value >= 0x80) {
        buffer_append_byte(out, (char)(value | 0x80));
        value >>= 7;
    }
    buffer_append_byte(out, (char)value);
}

static void put_bytes(struct buffer *out, uint64_t field, string_view bytes)
{
    put_number(out, field);
    put_number(out, bytes.length);
    buffer_append_view(out, bytes);
}

static void put_step(struct buffer *out, int32_t from, int32_t to)
{
    int64_t step = (int64_t)to - from;
    put_number(out, step < 0 ? (uint64_t)(-step) * 2 - 1 : (uint64_t)step * 2);
}

void vector_tile_init(struct vector_tile *t, struct arena *arena, struct buffer *out)
{
    *t = (struct vector_tile){.out = out, .arena = arena};
    buffer_init(&t->features, PART_BYTES);
    buffer_init(&t->tags, PART_BYTES);
    buffer_init(&t->geometry, PART_BYTES);
}

void vector_tile_release(struct vector_tile *t)
{
    buffer_release(&t->features);
    buffer_release(&t->tags);
    buffer_release(&t->geometry);
}

void vector_tile_begin_layer(struct vector_tile *t, string_view name)
{
    t->layer = name;
    t->key_count = 0;
    t->value_count = 0;
    buffer_clear(&t->features);
    if (t->slot_count > 0) {
        memset(t->slots, 0, t->slot_count * sizeof *t->slots);
    }
}

void vector_tile_point(struct vector_tile *t, int32_t x, int32_t y)
{
    buffer_clear(&t->tags);
    buffer_clear(&t->geometry);
    t->type = TYPE_POINT;
    put_number(&t->geometry, 1 << 3 | MOVE_TO);
    put_step(&t->geometry, 0, x);
    put_step(&t->geometry, 0, y);
}

// Exterior rings go clockwise where y points down.
void vector_tile_rectangle(struct vector_tile *t, int32_t left, int32_t top, int32_t right,
                           int32_t bottom)
{
    struct buffer *g = &t->geometry;
    buffer_clear(&t->tags);
    buffer_clear(g);
    t->type = TYPE_POLYGON;
    put_number(g, 1 << 3 | MOVE_TO);
    put_step(g, 0, left);
    put_step(g, 0, top);
    put_number(g, 3 << 3 | LINE_TO);
    put_step(g, left, right);
    put_step(g, top, top);
    put_step(g, right, right);
    put_step(g, top, bottom);
    put_step(g, right, left);
    put_step(g, bottom, bottom);
    put_number(g, 1 << 3 | CLOSE_PATH);
}

// --- attributes ------------------------------------------------------------------------------

static uint64_t hash_of(const struct vector_tile_value *v)
{
    return v->is_text ? hash_bytes(v->text.bytes, v->text.length)
                      : hash_bytes(&v->number, sizeof v->number);
}

static bool same_value(const struct vector_tile_value *a, const struct vector_tile_value *b)
{
    return a->is_text == b->is_text &&
           (a->is_text ? sv_equal(a->text, b->text) : a->number == b->number);
}

static uint32_t *slot_of(struct vector_tile *t, const struct vector_tile_value *v)
{
    size_t at = (size_t)hash_of(v) & (t->slot_count - 1);
    while (t->slots[at] != 0 && !same_value(&t->values[t->slots[at] - 1], v)) {
        at = (at + 1) & (t->slot_count - 1);
    }
    return &t->slots[at];
}

// Twice the room; slots stay at most half full.
static bool make_room(struct vector_tile *t)
{
    size_t capacity = t->value_capacity == 0 ? 256 : t->value_capacity * 2;
    struct vector_tile_value *values = arena_array(t->arena, struct vector_tile_value, capacity);
    uint32_t *slots = arena_array(t->arena, uint32_t, capacity * 2);
    if (values == NULL || slots == NULL) {
        t->no_memory = true;
        return false;
    }
    for (size_t i = 0; i < t->value_count; i++) {
        values[i] = t->values[i];
    }
    t->values = values;
    t->value_capacity = capacity;
    t->slots = slots;
    t->slot_count = capacity * 2;
    for (size_t i = 0; i < t->value_count; i++) {
        *slot_of(t, &values[i]) = (uint32_t)i + 1;
    }
    return true;
}

static size_t key_number(struct vector_tile *t, string_view key)
{
    for (size_t i = 0; i < t->key_count; i++) {
        if (sv_equal(t->keys[i], key)) {
            return i;
        }
    }
    if (t->key_count < VECTOR_TILE_KEYS) {
        t->keys[t->key_count++] = key;
        return t->key_count - 1;
    }
    return VECTOR_TILE_KEYS;
}

static void add_attribute(struct vector_tile *t, string_view key,
                          const struct vector_tile_value *value)
{
    size_t number = key_number(t, key);
    if (number == VECTOR_TILE_KEYS || (t->value_count == t->value_capacity && !make_room(t))) {
        return;
    }
    uint32_t *slot = slot_of(t, value);
    if (*slot == 0) {
        t->values[t->value_count++] = *value;
        *slot = (uint32_t)t->value_count;
    }
    put_number(&t->tags, number);
    put_number(&t->tags, *slot - 1);
}

void vector_tile_number(struct vector_tile *t, string_view key, uint64_t value)
{
    add_attribute(t, key, &(struct vector_tile_value){.number = value});
}

void vector_tile_text(struct vector_tile *t, string_view key, string_view value)
{
    add_attribute(t, key, &(struct vector_tile_value){.is_text = true, .text = value});
}

// --- features and layers ---------------------------------------------------------------------

static size_t number_size(uint64_t value)
{
    size_t size = 1;
    while (value >= 0x80) {
        value >>= 7;
        size++;
    }
    return size;
}

void vector_tile_end_feature(struct vector_tile *t)
{
    size_t tags = t->tags.length;
    size_t geometry = t->geometry.length;
    size_t size = 2 + 1 + number_size(geometry) + geometry;
    size += tags > 0 ? 1 + number_size(tags) + tags : 0;
    put_number(&t->features, LAYER_FEATURE);
    put_number(&t->features, size);
    if (tags > 0) {
        put_bytes(&t->features, FEATURE_TAGS, buffer_view(&t->tags));
    }
    put_number(&t->features, FEATURE_TYPE);
    put_number(&t->features, t->type);
    put_bytes(&t->features, FEATURE_GEOMETRY, buffer_view(&t->geometry));
}

static void put_value(struct buffer *out, const struct vector_tile_value *v)
{
    put_number(out, LAYER_VALUE);
    if (v->is_text) {
        put_number(out, 1 + number_size(v->text.length) + v->text.length);
        put_bytes(out, VALUE_TEXT, v->text);
    } else {
        put_number(out, 1 + number_size(v->number));
        put_number(out, VALUE_NUMBER);
        put_number(out, v->number);
    }
}

void vector_tile_end_layer(struct vector_tile *t)
{
    struct buffer layer;
    if (t->features.length == 0 && !t->features.failed) {
        return;
    }
    buffer_init(&layer, PART_BYTES);
    put_number(&layer, LAYER_VERSION);
    put_number(&layer, 2);
    put_bytes(&layer, LAYER_NAME, t->layer);
    buffer_append_view(&layer, buffer_view(&t->features));
    for (size_t i = 0; i < t->key_count; i++) {
        put_bytes(&layer, LAYER_KEY, t->keys[i]);
    }
    for (size_t i = 0; i < t->value_count; i++) {
        put_value(&layer, &t->values[i]);
    }
    put_number(&layer, LAYER_EXTENT);
    put_number(&layer, VECTOR_TILE_EXTENT);
    put_bytes(t->out, TILE_LAYER, buffer_view(&layer));
    t->no_memory =
        t->no_memory || layer.failed || t->features.failed || t->tags.failed || t->geometry.failed;
    buffer_release(&layer);
}

status vector_tile_check(const struct vector_tile *t, struct error *e)
{
    if (t->no_memory) {
        return error_set(e, ST_NO_MEMORY, "no memory for a vector tile");
    }
    return buffer_check(t->out, "a vector tile", e);
}
