// SPDX-License-Identifier: Apache-2.0
// Sortable keys of values.
#include "store/value_key.h"

#include "base/fold.h"

#include <string.h>

#define FOLDED_SAMPLE 1024u // bytes of a longer text that are folded to get FOLDED_MOST
#define FOLDED_UNSURE 32u // at the end of a sample's folded form: what stands behind may change it

// Lower-cases ASCII; false when there is anything else.
static bool fold_ascii(const char *text, size_t length, unsigned char *out)
{
    const uint64_t high = UINT64_C(0x8080808080808080);
    const uint64_t each = UINT64_C(0x0101010101010101);
    size_t i = 0;
    for (; i + sizeof(uint64_t) <= length; i += sizeof(uint64_t)) {
        uint64_t word = 0;
        memcpy(&word, text + i, sizeof word);
        if (word & high) {
            return false;
        }
        uint64_t from_a = word + each * (0x80 - 'A');
        uint64_t past_z = word + each * (0x7F - 'Z');
        word |= (from_a & ~past_z & high) >> 2;
        memcpy(out + i, &word, sizeof word);
    }
    for (; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 128) {
            return false;
        }
        out[i] = (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return true;
}

// The folded form, at least as much of it as is asked for.
static string_view fold_sample(string_view text, struct buffer *scratch)
{
    buffer_clear(scratch);
    if (text.length > FOLDED_SAMPLE) {
        size_t sample = FOLDED_SAMPLE;
        while (sample > 0 && ((unsigned char)text.bytes[sample] & 0xC0) == 0x80) {
            sample--;
        }
        fold_full(sv_slice(text, 0, sample), scratch);
        if (scratch->length >= FOLDED_MOST + FOLDED_UNSURE) {
            return buffer_view(scratch);
        }
        buffer_clear(scratch);
    }
    fold_full(text, scratch);
    return buffer_view(scratch);
}

static size_t fold_to(string_view text, struct buffer *scratch, unsigned char *out, size_t most)
{
    // One byte more is looked at: a mark behind the last may belong to it.
    unsigned char ascii[FOLDED_MOST + 1];
    size_t length = MIN(text.length, most + 1);
    if (fold_ascii(text.bytes, length, ascii)) {
        length = MIN(length, most);
        memcpy(out, ascii, length);
        return length;
    }
    string_view folded = sv_slice(fold_sample(text, scratch), 0, most);
    if (folded.length > 0) {
        memcpy(out, folded.bytes, folded.length);
    }
    return folded.length;
}

size_t value_fold_start(string_view text, struct buffer *scratch, unsigned char out[FOLDED_MOST])
{
    return fold_to(text, scratch, out, FOLDED_MOST);
}

static uint64_t number_key(double number)
{
    uint64_t bits = 0;
    memcpy(&bits, &number, sizeof bits);
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

uint64_t value_typed_key(enum value_kind kind, const struct value_facts *facts)
{
    switch (facts->class) {
    case CLASS_NUMBER:
        return number_key(facts->number);
    case CLASS_DATE:
        return (uint64_t)facts->start ^ (uint64_t)1 << 63;
    case CLASS_BOOLEAN:
        return facts->boolean;
    case CLASS_MISSING:
    case CLASS_TEXT:
        break;
    }
    return (uint64_t)kind;
}

uint64_t value_key(enum value_kind kind, string_view text, const struct value_facts *facts,
                   struct buffer *scratch)
{
    if (facts->class != CLASS_TEXT) {
        return value_typed_key(kind, facts);
    }
    unsigned char bytes[sizeof(uint64_t)] = {0};
    uint64_t key = 0;
    (void)fold_to(text, scratch, bytes, sizeof bytes);
    memcpy(&key, bytes, sizeof key);
    return __builtin_bswap64(key);
}
