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

static int digit_value(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
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

int uuid_compare(const struct uuid *a, const struct uuid *b)
{
    return memcmp(a->bytes, b->bytes, sizeof a->bytes);
}
