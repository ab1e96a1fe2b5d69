// SPDX-License-Identifier: Apache-2.0
// Decoding of UTF-16, Latin-1 and Windows-1252 as a stream.
#include "formats/text_decode.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define ENCODED_SIZE ((size_t)64 * 1024)
#define UNDECODABLE  '\xff'

struct text_source {
    struct byte_source source;
    struct byte_source *encoded; // owned
    enum text_encoding encoding;
    bool started;
    bool ended;           // nothing more to read from `encoded`
    unsigned char *bytes; // owned; NULL for UTF-8, which needs no room
    size_t capacity;
    size_t at;
    size_t end;
};

const uint16_t windows1252_high[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static void destroy_text(struct byte_source *s)
{
    struct text_source *t = (struct text_source *)s;
    byte_source_destroy(t->encoded);
    free(t->bytes);
    free(t);
}

// UTF-8 is handed on as it is; only its byte order mark is dropped.
static status read_utf8(struct text_source *t, void *bytes, size_t capacity, size_t *length,
                        struct error *e)
{
    if (t->started) {
        return t->encoded->read(t->encoded, bytes, capacity, length, e);
    }
    t->started = true;
    TRY(byte_source_fill(t->encoded, bytes, capacity, length, e));
    if (*length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        *length -= 3;
        memmove(bytes, (unsigned char *)bytes + 3, *length);
        if (*length == 0) {
            return t->encoded->read(t->encoded, bytes, capacity, length, e);
        }
    }
    return ST_OK;
}

static status refill(struct text_source *t, struct error *e)
{
    size_t kept = t->end - t->at;
    memmove(t->bytes, t->bytes + t->at, kept);
    t->at = 0;
    t->end = kept;
    size_t length = 0;
    TRY(byte_source_fill(t->encoded, t->bytes + kept, t->capacity - kept, &length, e));
    t->end += length;
    t->ended = length == 0;
    return ST_OK;
}

static uint32_t unit_at(const struct text_source *t, size_t at)
{
    size_t high = t->encoding == ENCODING_UTF16_BE ? at : at + 1;
    return (uint32_t)t->bytes[high] << 8 | t->bytes[high ^ at ^ (at + 1)];
}

// Decodes one character of UTF-16 (RFC 2781 section 2.2) to 0..4 bytes; 0 when more input is
// needed.
static size_t decode_utf16(struct text_source *t, char *out)
{
    size_t left = t->end - t->at;
    if (left < 4 && !t->ended) {
        return 0;
    }
    if (left < 2) {
        t->at += left;
        *out = UNDECODABLE;
        return 1;
    }
    uint32_t unit = unit_at(t, t->at);
    t->at += 2;
    if (unit < 0xd800 || unit > 0xdfff) {
        return utf8_encode(unit, out);
    }
    uint32_t low = left >= 4 ? unit_at(t, t->at) : 0;
    if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff) {
        *out = UNDECODABLE;
        return 1;
    }
    t->at += 2;
    return utf8_encode(0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00), out);
}

static size_t decode_byte(struct text_source *t, char *out)
{
    uint32_t character = t->bytes[t->at++];
    if (t->encoding == ENCODING_WINDOWS1252 && character >= 0x80 && character < 0xa0) {
        character = windows1252_high[character - 0x80];
        if (character == 0) {
            *out = UNDECODABLE;
            return 1;
        }
    }
    return utf8_encode(character, out);
}

static status read_decoded(struct text_source *t, char *bytes, size_t capacity, size_t *length,
                           struct error *e)
{
    bool is_utf16 = t->encoding == ENCODING_UTF16_LE || t->encoding == ENCODING_UTF16_BE;
    size_t filled = 0;
    while (capacity - filled >= 4) {
        if (t->at < t->end) {
            size_t got =
                is_utf16 ? decode_utf16(t, bytes + filled) : decode_byte(t, bytes + filled);
            if (got > 0) {
                bool is_mark = !t->started && got == 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
                t->started = true;
                filled += is_mark && is_utf16 ? 0 : got;
                continue;
            }
        }
        if (t->ended) {
            break;
        }
        TRY(refill(t, e));
    }
    *length = filled;
    return ST_OK;
}

static status read_text(struct byte_source *s, void *bytes, size_t capacity, size_t *length,
                        struct error *e)
{
    struct text_source *t = (struct text_source *)s;
    status result = t->encoding == ENCODING_UTF8 ? read_utf8(t, bytes, capacity, length, e)
                                                 : read_decoded(t, bytes, capacity, length, e);
    s->consumed = t->encoded->consumed;
    return result;
}

status text_source_create(struct byte_source *encoded, enum text_encoding encoding,
                          struct byte_source **out, struct error *e)
{
    struct text_source *t = calloc(1, sizeof *t);
    size_t capacity = byte_source_buffer_size(encoded, ENCODED_SIZE);
    unsigned char *bytes = encoding == ENCODING_UTF8 ? NULL : malloc(capacity);
    if (t == NULL || (bytes == NULL && encoding != ENCODING_UTF8)) {
        free(t);
        free(bytes);
        byte_source_destroy(encoded);
        return error_set(e, ST_NO_MEMORY, "out of memory for decoding");
    }
    t->source =
        (struct byte_source){.read = read_text, .destroy = destroy_text, .total = encoded->total};
    t->encoded = encoded;
    t->bytes = bytes;
    t->capacity = capacity;
    t->encoding = encoding;
    *out = &t->source;
    return ST_OK;
}

static const struct {
    const char *name; // lower case, without hyphens, underscores and blanks
    enum text_encoding encoding;
} encoding_names[] = {
    {"utf8", ENCODING_UTF8},
    {"ascii", ENCODING_UTF8},
    {"usascii", ENCODING_UTF8},
    {"utf16", ENCODING_UTF16_LE},
    {"utf16le", ENCODING_UTF16_LE},
    {"utf16be", ENCODING_UTF16_BE},
    {"ucs2", ENCODING_UTF16_LE},
    // Browsers and GBIF read Latin-1 as Windows-1252, which differs in control characters only.
    {"latin1", ENCODING_WINDOWS1252},
    {"iso88591", ENCODING_WINDOWS1252},
    {"88591", ENCODING_WINDOWS1252},
    {"l1", ENCODING_WINDOWS1252},
    {"windows1252", ENCODING_WINDOWS1252},
    {"cp1252", ENCODING_WINDOWS1252},
    {"1252", ENCODING_WINDOWS1252},
    {"ansi", ENCODING_WINDOWS1252},
};

bool text_encoding_from_name(string_view name, enum text_encoding *out)
{
    char plain[16];
    size_t length = 0;
    for (size_t i = 0; i < name.length; i++) {
        char byte = name.bytes[i];
        if (byte == '-' || byte == '_' || byte == ' ' || byte == '"' || byte == '\'') {
            continue;
        }
        if (length == sizeof plain) {
            return false;
        }
        plain[length++] = byte;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(encoding_names); i++) {
        if (sv_equal_ignore_case((string_view){plain, length}, sv_from(encoding_names[i].name))) {
            *out = encoding_names[i].encoding;
            return true;
        }
    }
    return false;
}

const char *text_encoding_name(enum text_encoding encoding)
{
    static const char *const names[] = {
        [ENCODING_DETECT] = "unknown",    [ENCODING_UTF8] = "UTF-8",
        [ENCODING_UTF16_LE] = "UTF-16LE", [ENCODING_UTF16_BE] = "UTF-16BE",
        [ENCODING_LATIN1] = "ISO-8859-1", [ENCODING_WINDOWS1252] = "windows-1252",
    };
    return names[encoding];
}
