// SPDX-License-Identifier: Apache-2.0
// Reads well-known text from left to right; lists grow in the arena.
// Must not know: JSON, whether polygons are whole.
#include "query/wkt.h"

#include "query/query_tree.h"

#include <stdlib.h>
#include <string.h>

struct text_reader {
    struct arena *arena;
    string_view text;
    size_t at;
    size_t positions; // read so far
    size_t most;
    struct error *e;
};

static status expected(struct text_reader *r, const char *what)
{
    return error_set(r->e, ST_INVALID, "well-known text: expected %s at character %zu", what,
                     r->at + 1);
}

static void pass_blanks(struct text_reader *r)
{
    while (r->at < r->text.length && memchr(" \t\r\n", r->text.bytes[r->at], 4) != NULL) {
        r->at++;
    }
}

static bool take(struct text_reader *r, char c)
{
    pass_blanks(r);
    bool found = r->at < r->text.length && r->text.bytes[r->at] == c;
    r->at += found;
    return found;
}

// Takes the word where it stands, in any case, and ends as a word.
static bool take_word(struct text_reader *r, const char *word)
{
    pass_blanks(r);
    size_t length = strlen(word);
    if (r->text.length - r->at < length) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        char c = r->text.bytes[r->at + i];
        if ((c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c) != word[i]) {
            return false;
        }
    }
    bool ends = r->at + length == r->text.length ||
                memchr(" \t\r\n(", r->text.bytes[r->at + length], 5) != NULL;
    r->at += ends ? length : 0;
    return ends;
}

static bool is_of_number(char c)
{
    return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
}

static status read_number(struct text_reader *r, double *out)
{
    char digits[64];
    size_t length = 0;
    pass_blanks(r);
    while (r->at + length < r->text.length && length + 1 < sizeof digits &&
           is_of_number(r->text.bytes[r->at + length])) {
        digits[length] = r->text.bytes[r->at + length];
        length++;
    }
    digits[length] = '\0';
    char *end = digits;
    *out = length == 0 ? 0 : strtod(digits, &end);
    if (length == 0 || *end != '\0') {
        return expected(r, "a number");
    }
    r->at += length;
    return ST_OK;
}

static bool more_numbers(struct text_reader *r)
{
    pass_blanks(r);
    return r->at < r->text.length && is_of_number(r->text.bytes[r->at]);
}

// Numbers grow by doubling in the arena; a ring's are given back with it.
static status read_ring(struct text_reader *r, struct query_ring *out)
{
    size_t capacity = 64;
    size_t count = 0;
    double *positions = arena_array(r->arena, double, 2 * capacity);
    if (!take(r, '(')) {
        return expected(r, "( before a ring's positions");
    }
    do {
        if (count == capacity && positions != NULL) {
            double *grown = arena_array(r->arena, double, 4 * capacity);
            if (grown != NULL) {
                memcpy(grown, positions, 2 * count * sizeof *grown);
            }
            positions = grown;
            capacity *= 2;
        }
        if (positions == NULL) {
            return query_no_memory(r->e);
        }
        if (++r->positions > r->most) {
            return error_set(r->e, ST_INVALID, "the areas have more than %zu positions", r->most);
        }
        TRY(read_number(r, &positions[2 * count]));
        TRY(read_number(r, &positions[2 * count + 1]));
        count++;
        double passed = 0;
        for (unsigned further = 0; further < 2 && more_numbers(r); further++) {
            TRY(read_number(r, &passed));
        }
    } while (take(r, ','));
    *out = (struct query_ring){positions, count};
    return take(r, ')') ? ST_OK : expected(r, ", or ) after a position");
}

static status read_polygon(struct text_reader *r, struct query_polygon *out)
{
    size_t capacity = 4;
    size_t count = 0;
    struct query_ring *rings = arena_array(r->arena, struct query_ring, capacity);
    if (!take(r, '(')) {
        return expected(r, "( before a polygon's rings");
    }
    do {
        if (count == capacity && rings != NULL) {
            struct query_ring *grown = arena_array(r->arena, struct query_ring, 2 * capacity);
            if (grown != NULL) {
                memcpy(grown, rings, count * sizeof *grown);
            }
            rings = grown;
            capacity *= 2;
        }
        if (rings == NULL) {
            return query_no_memory(r->e);
        }
        TRY(read_ring(r, &rings[count++]));
    } while (take(r, ','));
    *out = (struct query_polygon){rings, count};
    return take(r, ')') ? ST_OK : expected(r, ", or ) after a ring");
}

static status read_multi(struct text_reader *r, const struct query_polygon **out, size_t *count)
{
    size_t capacity = 4;
    struct query_polygon *list = arena_array(r->arena, struct query_polygon, capacity);
    if (!take(r, '(')) {
        return expected(r, "( before the polygons");
    }
    do {
        if (*count == capacity && list != NULL) {
            struct query_polygon *grown = arena_array(r->arena, struct query_polygon, 2 * capacity);
            if (grown != NULL) {
                memcpy(grown, list, *count * sizeof *grown);
            }
            list = grown;
            capacity *= 2;
        }
        if (list == NULL) {
            return query_no_memory(r->e);
        }
        TRY(read_polygon(r, &list[(*count)++]));
    } while (take(r, ','));
    *out = list;
    return take(r, ')') ? ST_OK : expected(r, ", or ) after a polygon");
}

static status read_shape(struct text_reader *r, const struct query_polygon **out, size_t *count)
{
    bool multi = take_word(r, "MULTIPOLYGON");
    if (!multi && !take_word(r, "POLYGON")) {
        return expected(r, "POLYGON or MULTIPOLYGON");
    }
    (void)(take_word(r, "ZM") || take_word(r, "Z") || take_word(r, "M"));
    if (multi) {
        return read_multi(r, out, count);
    }
    struct query_polygon *polygon = arena_new(r->arena, struct query_polygon);
    if (polygon == NULL) {
        return query_no_memory(r->e);
    }
    TRY(read_polygon(r, polygon));
    *out = polygon;
    *count = 1;
    return ST_OK;
}

status wkt_read_polygons(struct arena *arena, string_view text, size_t most,
                         const struct query_polygon **out, size_t *count, struct error *e)
{
    struct text_reader r = {.arena = arena, .text = text, .most = most, .e = e};
    const struct query_polygon *polygons = NULL;
    size_t found = 0;
    TRY(read_shape(&r, &polygons, &found));
    pass_blanks(&r);
    if (r.at != text.length) {
        return expected(&r, "the end");
    }
    *out = polygons;
    *count = found;
    return ST_OK;
}
