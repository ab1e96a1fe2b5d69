// SPDX-License-Identifier: Apache-2.0
// Cursors: a format byte, then the commit, the offset and the hash, little-endian; 21 bytes.
// Must not know: how hits are found.
#include "query/cursor.h"

#include <string.h>

#define CURSOR_FORMAT     1
#define CURSOR_BYTES      21
#define CURSOR_CHARACTERS 28

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static void put(unsigned char *to, uint64_t number, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        to[i] = (unsigned char)(number >> (8 * i));
    }
}

static uint64_t get(const unsigned char *from, size_t bytes)
{
    uint64_t number = 0;
    for (size_t i = 0; i < bytes; i++) {
        number |= (uint64_t)from[i] << (8 * i);
    }
    return number;
}

status cursor_write(const struct cursor *c, struct arena *arena, string_view *out, struct error *e)
{
    unsigned char bytes[CURSOR_BYTES] = {CURSOR_FORMAT};
    put(bytes + 1, c->commit, 4);
    put(bytes + 5, c->offset, 8);
    put(bytes + 13, c->asked, 8);
    char *text = arena_alloc(arena, CURSOR_CHARACTERS + 1);
    if (text == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a cursor");
    }
    for (size_t i = 0; i < CURSOR_BYTES / 3; i++) {
        uint32_t three =
            (uint32_t)bytes[3 * i] << 16 | (uint32_t)bytes[3 * i + 1] << 8 | bytes[3 * i + 2];
        for (size_t k = 0; k < 4; k++) {
            text[4 * i + k] = alphabet[three >> (18 - 6 * k) & 63];
        }
    }
    *out = (string_view){text, CURSOR_CHARACTERS};
    return ST_OK;
}

static bool decode(string_view text, unsigned char bytes[CURSOR_BYTES])
{
    if (text.length != CURSOR_CHARACTERS) {
        return false;
    }
    for (size_t i = 0; i < CURSOR_BYTES / 3; i++) {
        uint32_t three = 0;
        for (size_t k = 0; k < 4; k++) {
            const char *found = memchr(alphabet, text.bytes[4 * i + k], sizeof alphabet - 1);
            if (found == NULL) {
                return false;
            }
            three = three << 6 | (uint32_t)(found - alphabet);
        }
        put(bytes + 3 * i, (three & 0xff) << 16 | (three & 0xff00) | three >> 16, 3);
    }
    return bytes[0] == CURSOR_FORMAT;
}

status cursor_read(string_view text, uint64_t asked, struct cursor *out, struct error *e)
{
    unsigned char bytes[CURSOR_BYTES];
    if (!decode(text, bytes)) {
        return error_set_field(e, ST_INVALID, "after",
                               "after is no cursor: give back the one that an answer held");
    }
    struct cursor c = {(uint32_t)get(bytes + 1, 4), get(bytes + 5, 8), get(bytes + 13, 8)};
    if (c.asked != asked) {
        return error_set_field(e, ST_INVALID, "after",
                               "after is the cursor of another search: query, sort and datasets "
                               "must be the same");
    }
    *out = c;
    return ST_OK;
}
