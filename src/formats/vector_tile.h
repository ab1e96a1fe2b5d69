// SPDX-License-Identifier: Apache-2.0
// Writes Mapbox Vector Tiles 2.1 (github.com/mapbox/vector-tile-spec, in Protocol Buffers): layers
// of points and rectangles with attributes. A writer keeps one layer open at a time, in one arena.
// Must not know: what tiles show.
#pragma once

#include "base/arena.h"
#include "base/buffer.h"

#define VECTOR_TILE_EXTENT 4096 // units across a tile
#define VECTOR_TILE_KEYS   ((size_t)16)

struct vector_tile_value {
    bool is_text;
    string_view text;
    uint64_t number;
};

struct vector_tile {
    struct buffer *out; // not owned: whole layers are appended to it
    struct arena *arena;
    string_view layer;
    string_view keys[VECTOR_TILE_KEYS];
    size_t key_count;
    struct vector_tile_value *values; // the layer's, each once
    size_t value_count;
    size_t value_capacity;
    uint32_t *slots; // 1 + number of a value by hash; 0: free
    size_t slot_count;
    struct buffer features; // of the layer
    struct buffer tags;     // of the feature
    struct buffer geometry;
    uint32_t type; // of the feature's geometry
    bool no_memory;
};

void vector_tile_init(struct vector_tile *t, struct arena *arena, struct buffer *out);
void vector_tile_release(struct vector_tile *t);

void vector_tile_begin_layer(struct vector_tile *t, string_view name);
// Begins a feature: one point, or a rectangle with y downwards, first < last. Units of the extent;
// what lies outside of it is allowed.
void vector_tile_point(struct vector_tile *t, int32_t x, int32_t y);
void vector_tile_rectangle(struct vector_tile *t, int32_t left, int32_t top, int32_t right,
                           int32_t bottom);
// Of the feature begun; keys and texts live until the layer ends. At most VECTOR_TILE_KEYS
// different keys a layer, further ones are left out.
void vector_tile_number(struct vector_tile *t, string_view key, uint64_t value);
void vector_tile_text(struct vector_tile *t, string_view key, string_view value);
void vector_tile_end_feature(struct vector_tile *t);
// A layer without features is left out.
void vector_tile_end_layer(struct vector_tile *t);
// ST_OK, or that memory or room in `out` ran out.
NODISCARD status vector_tile_check(const struct vector_tile *t, struct error *e);
