// SPDX-License-Identifier: Apache-2.0
// UUIDs (RFC 9562).
#include "base/uuid.h"

#include "base/hash.h"

#include <stdio.h>
#include <string.h>
#include <sys/random.h>

static void set_version(struct uuid *id, unsigned version)
{
    id->bytes[6] = (unsigned char)((id->bytes[6] & 0x0f) | (version << 4));
    id->bytes[8] = (unsigned char)((id->bytes[8] & 0x3f) | 0x80);
}

status uuid_random(struct uuid *out, struct error *e)
{
    struct uuid id;
    if (getrandom(id.bytes, sizeof id.bytes, 0) != (ssize_t)sizeof id.bytes) {
        return error_set_errno(e, "cannot get random bytes for an identifier");
    }
    set_version(&id, 4);
    *out = id;
    return ST_OK;
}

void uuid_from_name(string_view name, struct uuid *out)
{
    struct sha256 hash;
    sha256_of(name.bytes, name.length, &hash);
    memcpy(out->bytes, hash.bytes, sizeof out->bytes);
    set_version(out, 8);
}

void uuid_to_text(const struct uuid *id, char out[37])
{
    static const char digits[] = "0123456789abcdef";
    size_t at = 0;
    for (size_t i = 0; i < sizeof id->bytes; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            out[at++] = '-';
        }
        out[at++] = digits[id->bytes[i] >> 4];
        out[at++] = digits[id->bytes[i] & 15];
    }
    out[at] = '\0';
}

typedef unsigned char sixteen_bytes __attribute__((vector_size(16), aligned(1)));

void uuid_write(const unsigned char bytes[16], char out[UUID_TEXT])
{
    sixteen_bytes all;
    char digits[32];
    memcpy(&all, bytes, sizeof all);
    const sixteen_bytes high = all >> 4;
    const sixteen_bytes low = all & 15;
    const sixteen_bytes first =
        __builtin_shufflevector(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const sixteen_bytes second = __builtin_shufflevector(high, low, 8, 24, 9, 25, 10, 26, 11, 27,
                                                         12, 28, 13, 29, 14, 30, 15, 31);
    // Digits above 9 are letters, which stand 39 further on.
    const sixteen_bytes first_text = first + '0' + ((sixteen_bytes)(first > 9) & ('a' - '0' - 10));
    const sixteen_bytes second_text =
        second + '0' + ((sixteen_bytes)(second > 9) & ('a' - '0' - 10));
    memcpy(digits, &first_text, sizeof first_text);
    memcpy(digits + sizeof first_text, &second_text, sizeof second_text);
    memcpy(out, digits, 8);
    out[8] = '-';
    memcpy(out + 9, digits + 8, 4);
    out[13] = '-';
    memcpy(out + 14, digits + 12, 4);
    out[18] = '-';
    memcpy(out + 19, digits + 16, 4);
    out[23] = '-';
    memcpy(out + 24, digits + 20, 12);
}

// Of each character the value of its digit and 1, or 0.
static const unsigned char digit_values[256] = {
    ['0'] = 1,  ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,  ['6'] = 7,  ['7'] = 8,
    ['8'] = 9,  ['9'] = 10, ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
    ['A'] = 11, ['B'] = 12, ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16};

static int digit_value(char c)
{
    return digit_values[(unsigned char)c] - 1;
}

bool uuid_from_text(string_view text, struct uuid *out)
{
    struct uuid id;
    if (text.length != 36) {
        return false;
    }
    size_t at = 0;
    for (size_t i = 0; i < sizeof id.bytes; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            if (text.bytes[at++] != '-') {
                return false;
            }
        }
        int high = digit_value(text.bytes[at++]);
        int low = digit_value(text.bytes[at++]);
        if (high < 0 || low < 0) {
            return false;
        }
        id.bytes[i] = (unsigned char)(high * 16 + low);
    }
    *out = id;
    return true;
}

bool uuid_from_lower(string_view text, struct uuid *out)
{
    char again[UUID_TEXT];
    struct uuid id;
    if (!uuid_from_text(text, &id)) {
        return false;
    }
    uuid_write(id.bytes, again);
    if (memcmp(text.bytes, again, sizeof again) != 0) {
        return false;
    }
    *out = id;
    return true;
}

int uuid_compare(const struct uuid *a, const struct uuid *b)
{
    return memcmp(a->bytes, b->bytes, sizeof a->bytes);
}
