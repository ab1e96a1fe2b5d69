// SPDX-License-Identifier: Apache-2.0
// Folding in one pass: ASCII by the block, other characters by table. Only where a character may
// combine with what stands before it is that stretch taken apart, put in canonical order and
// composed again (Unicode Standard, section 3.11).
#include "base/fold.h"

#include "base/fold_table.h"
#include "base/utf8.h"

#include <string.h>

#define MAPPING_MOST 32 // characters that one maps to, decomposed
// A stretch with more characters than this is cut there: text of no language has as many marks.
#define SEGMENT_MOST 64
#define SEGMENT_SIZE (SEGMENT_MOST + MAPPING_MOST)
#define OUT_SIZE     1024
#define OUT_ROOM     (SEGMENT_SIZE * 4) // for the output of one step

#define HANGUL_FIRST   0xac00u
#define HANGUL_L       0x1100u
#define HANGUL_V       0x1161u
#define HANGUL_T       0x11a7u
#define HANGUL_L_COUNT 19u
#define HANGUL_V_COUNT 21u
#define HANGUL_T_COUNT 28u
#define HANGUL_COUNT   (HANGUL_L_COUNT * HANGUL_V_COUNT * HANGUL_T_COUNT)

enum form { FORM_CASE, FORM_FULL };

// Makes a form piece by piece. What is in `out` from `segment_out` on comes from the text from
// `segment_in` on and may still change, by marks that follow.
struct folder {
    string_view text;
    enum form form;
    size_t at; // in the text
    size_t segment_in;
    size_t segment_out;
    size_t length; // of what is in `out`
    char out[OUT_SIZE];
};

// Characters in canonical decomposition, with their combining classes.
struct segment {
    uint32_t characters[SEGMENT_SIZE];
    uint8_t classes[SEGMENT_SIZE];
    size_t count;
};

typedef unsigned char byte_block __attribute__((vector_size(16)));

// Eight ASCII bytes in lower case.
static uint64_t lower_word(uint64_t word)
{
    uint64_t from_a = word + UINT64_C(0x3f3f3f3f3f3f3f3f);   // bit 7: 'A' or above
    uint64_t behind_z = word + UINT64_C(0x2525252525252525); // bit 7: above 'Z'
    return word | ((from_a ^ behind_z) & UINT64_C(0x8080808080808080)) >> 2;
}

static int lower_byte(char c)
{
    return c >= 'A' && c <= 'Z' ? c | 0x20 : (unsigned char)c;
}

static bool is_ascii(char c)
{
    return (signed char)c >= 0;
}

// Copies ASCII in lower case up to the first other byte; returns how many.
static size_t lower_ascii(char *out, const char *in, size_t length)
{
    size_t at = 0;
    for (; length - at >= sizeof(byte_block); at += sizeof(byte_block)) {
        byte_block block;
        uint64_t words[2];
        memcpy(&block, in + at, sizeof block);
        memcpy(words, in + at, sizeof words);
        if (((words[0] | words[1]) & UINT64_C(0x8080808080808080)) != 0) {
            break;
        }
        block |= (byte_block)(block - 'A' <= 'Z' - 'A') & 0x20;
        memcpy(out + at, &block, sizeof block);
    }
    if (length - at >= sizeof(uint64_t)) {
        uint64_t word = 0;
        memcpy(&word, in + at, sizeof word);
        if ((word & UINT64_C(0x8080808080808080)) == 0) {
            word = lower_word(word);
            memcpy(out + at, &word, sizeof word);
            at += sizeof word;
        }
    }
    for (; at < length && is_ascii(in[at]); at++) {
        out[at] = (char)lower_byte(in[at]);
    }
    return at;
}

static inline uint8_t property_of(uint32_t c)
{
    return c < FOLD_TABLE_END
               ? fold_property_blocks[fold_property_index[c / FOLD_BLOCK] * FOLD_BLOCK +
                                      c % FOLD_BLOCK]
               : 0;
}

static inline bool combines(uint32_t c, enum form form)
{
    return (property_of(c) & (form == FORM_CASE ? FOLD_CASE_COMBINES : FOLD_FULL_COMBINES)) != 0;
}

// The mapping of a character: a count and UTF-16 units; NULL where it maps to itself.
static inline const uint16_t *mapping_of(uint32_t c, enum form form)
{
    static const uint16_t nothing[1] = {0};
    if (c >= FOLD_TABLE_END) {
        return c >= FOLD_IGNORED_FIRST && c <= FOLD_IGNORED_LAST ? nothing : NULL;
    }
    size_t block = c / FOLD_BLOCK;
    size_t place = 0;
    if (form == FORM_FULL) {
        place = fold_full_blocks[fold_full_index[block] * FOLD_BLOCK + c % FOLD_BLOCK];
    }
    if (place == 0) {
        place = fold_case_blocks[fold_case_index[block] * FOLD_BLOCK + c % FOLD_BLOCK];
    }
    return place == 0 ? NULL : fold_pool + place;
}

// Takes the character at mapping[*at], which counts from 1.
static uint32_t next_mapped(const uint16_t *mapping, size_t *at)
{
    uint32_t unit = mapping[(*at)++];
    if (unit >= 0xd800 && unit <= 0xdbff) {
        return 0x10000 + ((unit - 0xd800) << 10) + (mapping[(*at)++] - 0xdc00u);
    }
    return unit;
}

static uint8_t combining_class(uint32_t c)
{
    size_t low = 0;
    size_t high = fold_combining_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > fold_combining[middle].last) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < fold_combining_count && c >= fold_combining[low].first ? fold_combining[low].class
                                                                        : 0;
}

static const struct fold_pair *pair_of_composite(uint32_t c)
{
    size_t low = 0;
    size_t high = fold_pair_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (fold_pairs[fold_pairs_by_composite[middle]].composite < c) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const struct fold_pair *pair =
        low < fold_pair_count ? &fold_pairs[fold_pairs_by_composite[low]] : NULL;
    return pair != NULL && pair->composite == c ? pair : NULL;
}

static uint32_t compose_hangul(uint32_t first, uint32_t second)
{
    if (first - HANGUL_L < HANGUL_L_COUNT && second - HANGUL_V < HANGUL_V_COUNT) {
        return HANGUL_FIRST +
               ((first - HANGUL_L) * HANGUL_V_COUNT + (second - HANGUL_V)) * HANGUL_T_COUNT;
    }
    uint32_t syllable = first - HANGUL_FIRST;
    if (syllable < HANGUL_COUNT && syllable % HANGUL_T_COUNT == 0 && second > HANGUL_T &&
        second - HANGUL_T < HANGUL_T_COUNT) {
        return first + (second - HANGUL_T);
    }
    return 0;
}

// The composite of two characters, or 0.
static uint32_t compose(uint32_t first, uint32_t second)
{
    size_t low = 0;
    size_t high = fold_pair_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct fold_pair *pair = &fold_pairs[middle];
        if (pair->first < first || (pair->first == first && pair->second < second)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low < fold_pair_count && fold_pairs[low].first == first &&
        fold_pairs[low].second == second) {
        return fold_pairs[low].composite;
    }
    return compose_hangul(first, second);
}

static void push(struct segment *s, uint32_t c)
{
    assert(s->count < SEGMENT_SIZE);
    s->characters[s->count] = c;
    s->classes[s->count] = combining_class(c);
    s->count++;
}

static void push_decomposed(struct segment *s, uint32_t c)
{
    uint32_t seconds[8];
    size_t depth = 0;
    if (c - HANGUL_FIRST < HANGUL_COUNT) {
        uint32_t syllable = c - HANGUL_FIRST;
        push(s, HANGUL_L + syllable / (HANGUL_V_COUNT * HANGUL_T_COUNT));
        push(s, HANGUL_V + syllable / HANGUL_T_COUNT % HANGUL_V_COUNT);
        if (syllable % HANGUL_T_COUNT != 0) {
            push(s, HANGUL_T + syllable % HANGUL_T_COUNT);
        }
        return;
    }
    const struct fold_pair *pair = pair_of_composite(c);
    while (pair != NULL && depth < ARRAY_LENGTH(seconds)) {
        seconds[depth++] = pair->second;
        c = pair->first;
        pair = pair_of_composite(c);
    }
    push(s, c);
    while (depth > 0) {
        push(s, seconds[--depth]);
    }
}

// Canonical order: marks by class, equal classes as they stood.
static void put_in_order(struct segment *s)
{
    for (size_t i = 1; i < s->count; i++) {
        uint32_t character = s->characters[i];
        uint8_t class = s->classes[i];
        size_t at = i;
        while (class != 0 && at > 0 && s->classes[at - 1] > class) {
            s->characters[at] = s->characters[at - 1];
            s->classes[at] = s->classes[at - 1];
            at--;
        }
        s->characters[at] = character;
        s->classes[at] = class;
    }
}

static void compose_segment(struct segment *s)
{
    size_t count = 0;
    size_t starter = SIZE_MAX;
    for (size_t i = 0; i < s->count; i++) {
        uint8_t class = s->classes[i];
        bool next_to_starter = count == starter + 1;
        if (starter != SIZE_MAX && (next_to_starter || s->classes[count - 1] < class)) {
            uint32_t composite = compose(s->characters[starter], s->characters[i]);
            if (composite != 0) {
                s->characters[starter] = composite;
                continue;
            }
        }
        if (class == 0) {
            starter = count;
        }
        s->characters[count] = s->characters[i];
        s->classes[count] = class;
        count++;
    }
    s->count = count;
}

static inline void append_character(struct folder *f, uint32_t c)
{
    char *out = f->out + f->length;
    if (c < 0x80) {
        out[0] = (char)c;
        f->length++;
    } else if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        f->length += 2;
    } else {
        f->length += utf8_encode(c, out);
    }
}

// As utf8_next, with the common ways short: two bytes, and three that cannot be malformed.
static inline int32_t next_character(string_view text, size_t *at)
{
    const unsigned char *s = (const unsigned char *)text.bytes + *at;
    size_t left = text.length - *at;
    if (left >= 2 && s[0] >= 0xc2 && s[0] <= 0xdf && (s[1] & 0xc0) == 0x80) {
        *at += 2;
        return (int32_t)((s[0] & 0x1fu) << 6 | (s[1] & 0x3fu));
    }
    if (left >= 3 && s[0] >= 0xe1 && s[0] <= 0xec && (s[1] & 0xc0) == 0x80 &&
        (s[2] & 0xc0) == 0x80) {
        *at += 3;
        return (int32_t)((s[0] & 0x0fu) << 12 | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu));
    }
    return utf8_next(text, at);
}

// Does the open segment, with the character that may combine with it, again and in full.
static void fold_segment(struct folder *f)
{
    struct segment s;
    s.count = 0;
    size_t at = f->segment_in;
    while (at < f->text.length && s.count < SEGMENT_MOST) {
        size_t next = at;
        int32_t c = next_character(f->text, &next);
        if (c < 0) {
            break;
        }
        const uint16_t *mapping = mapping_of((uint32_t)c, f->form);
        bool is_left_out = mapping != NULL && mapping[0] == 0;
        if (s.count > 0 && !is_left_out && !combines((uint32_t)c, f->form)) {
            break;
        }
        if (mapping == NULL) {
            push_decomposed(&s, (uint32_t)c);
        } else {
            for (size_t i = 1; i <= mapping[0];) {
                push_decomposed(&s, next_mapped(mapping, &i));
            }
        }
        at = next;
    }
    put_in_order(&s);
    compose_segment(&s);
    f->length = f->segment_out;
    for (size_t i = 0; i < s.count; i++) {
        append_character(f, s.characters[i]);
    }
    f->at = at;
    f->segment_in = at;
    f->segment_out = f->length;
}

// Takes the character at f->at, which is not ASCII.
static void fold_character(struct folder *f)
{
    size_t start = f->at;
    int32_t c = next_character(f->text, &f->at);
    if (c < 0) {
        f->out[f->length++] = f->text.bytes[start];
        f->segment_in = f->at;
        f->segment_out = f->length;
        return;
    }
    if (combines((uint32_t)c, f->form)) {
        fold_segment(f);
        return;
    }
    const uint16_t *mapping = mapping_of((uint32_t)c, f->form);
    if (mapping != NULL && mapping[0] == 0) {
        return; // left out: what follows may still combine with what stands before
    }
    f->segment_in = start;
    f->segment_out = f->length;
    if (mapping == NULL) {
        append_character(f, (uint32_t)c);
        return;
    }
    for (size_t i = 1; i <= mapping[0];) {
        append_character(f, next_mapped(mapping, &i));
    }
}

static void folder_init(struct folder *f, string_view text, enum form form)
{
    f->text = text;
    f->form = form;
    f->at = 0;
    f->segment_in = 0;
    f->segment_out = 0;
    f->length = 0;
}

// The next bytes of the form, valid until the next call; none at the end.
static string_view folder_next(struct folder *f)
{
    f->length -= f->segment_out;
    memmove(f->out, f->out + f->segment_out, f->length);
    f->segment_out = 0;
    while (f->at < f->text.length && f->length + OUT_ROOM <= OUT_SIZE) {
        if (!is_ascii(f->text.bytes[f->at])) {
            fold_character(f);
            continue;
        }
        size_t most = MIN(f->text.length - f->at, OUT_SIZE - f->length);
        size_t run = lower_ascii(f->out + f->length, f->text.bytes + f->at, most);
        f->at += run;
        f->length += run;
        f->segment_in = f->at - 1;
        f->segment_out = f->length - 1;
    }
    if (f->at == f->text.length) {
        f->segment_in = f->at;
        f->segment_out = f->length;
    }
    return (string_view){f->out, f->segment_out};
}

static void append_form(string_view text, enum form form, struct buffer *out)
{
    if (!buffer_reserve(out, text.length)) {
        return;
    }
    size_t ascii =
        text.length == 0 ? 0 : lower_ascii(out->bytes + out->length, text.bytes, text.length);
    if (ascii == text.length) {
        out->length += ascii;
        return;
    }
    // The last of them may combine with a mark behind it.
    size_t from = ascii > 0 ? ascii - 1 : 0;
    out->length += from;
    struct folder f;
    folder_init(&f, sv_slice(text, from, text.length), form);
    for (string_view piece = folder_next(&f); piece.length > 0; piece = folder_next(&f)) {
        buffer_append_view(out, piece);
    }
}

void fold_case(string_view text, struct buffer *out)
{
    append_form(text, FORM_CASE, out);
}

void fold_full(string_view text, struct buffer *out)
{
    append_form(text, FORM_FULL, out);
}

static int compare_forms(string_view a, string_view b, enum form form)
{
    struct folder left;
    struct folder right;
    folder_init(&left, a, form);
    folder_init(&right, b, form);
    string_view left_piece = {"", 0};
    string_view right_piece = {"", 0};
    for (;;) {
        if (left_piece.length == 0) {
            left_piece = folder_next(&left);
        }
        if (right_piece.length == 0) {
            right_piece = folder_next(&right);
        }
        size_t shared = MIN(left_piece.length, right_piece.length);
        if (shared == 0) {
            return (left_piece.length > 0) - (right_piece.length > 0);
        }
        int order = memcmp(left_piece.bytes, right_piece.bytes, shared);
        if (order != 0) {
            return order;
        }
        left_piece = sv_slice(left_piece, shared, left_piece.length);
        right_piece = sv_slice(right_piece, shared, right_piece.length);
    }
}

// How many bytes both begin with that are ASCII and equal without case.
static size_t shared_ascii(string_view a, string_view b)
{
    size_t most = MIN(a.length, b.length);
    size_t at = 0;
    for (; most - at >= sizeof(uint64_t); at += sizeof(uint64_t)) {
        uint64_t x = 0;
        uint64_t y = 0;
        memcpy(&x, a.bytes + at, sizeof x);
        memcpy(&y, b.bytes + at, sizeof y);
        if (((x | y) & UINT64_C(0x8080808080808080)) != 0 || lower_word(x) != lower_word(y)) {
            break;
        }
    }
    while (at < most && is_ascii(a.bytes[at]) &&
           lower_byte(a.bytes[at]) == lower_byte(b.bytes[at])) {
        at++;
    }
    return at;
}

// Whether what stands at `at` decides: both are ASCII there, or one has ended and the other is. In
// either form an ASCII character begins with itself whatever marks follow (the generator checks
// that for those that stay in the folded form; the case form is only asked for equality).
static bool decides_at(string_view a, string_view b, size_t at)
{
    return (at == a.length || is_ascii(a.bytes[at])) && (at == b.length || is_ascii(b.bytes[at]));
}

int fold_compare(string_view a, string_view b)
{
    size_t at = shared_ascii(a, b);
    if (decides_at(a, b, at)) {
        if (at < a.length && at < b.length) {
            return lower_byte(a.bytes[at]) - lower_byte(b.bytes[at]);
        }
        return a.length == b.length ? sv_compare(a, b) : (a.length > b.length ? 1 : -1);
    }
    int order = compare_forms(sv_slice(a, at, a.length), sv_slice(b, at, b.length), FORM_FULL);
    if (order == 0) {
        // A mark may combine with the last character that both share.
        size_t from = at > 0 ? at - 1 : 0;
        order = compare_forms(sv_slice(a, from, a.length), sv_slice(b, from, b.length), FORM_CASE);
    }
    return order != 0 ? order : sv_compare(a, b);
}

bool fold_case_equal(string_view a, string_view b)
{
    size_t at = shared_ascii(a, b);
    if (decides_at(a, b, at)) {
        return at == a.length && at == b.length;
    }
    size_t from = at > 0 ? at - 1 : 0;
    return compare_forms(sv_slice(a, from, a.length), sv_slice(b, from, b.length), FORM_CASE) == 0;
}

enum fold_class fold_class_of(uint32_t character)
{
    return (enum fold_class)(property_of(character) & FOLD_CLASS_MASK);
}
