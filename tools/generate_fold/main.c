// SPDX-License-Identifier: Apache-2.0
// Writes src/base/fold_table.c from the Unicode data in libutf8proc and our own table of letters.
//
//     generate-fold > src/base/fold_table.c
//
// Run by hand when the project takes a new version of Unicode, which is a new format of the store.
#include "base/fold.h"
#include "base/fold_table.h"
#include "letters.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#define CHARACTERS   0x110000
#define MAPPING_MOST 32
#define LINE_WIDTH   99
#define PAIRS_MOST   2000
#define POOL_MOST    65535
#define BLOCKS_MOST  2000

#define CASE_OPTIONS (UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE)

struct mapping {
    int32_t characters[MAPPING_MOST];
    size_t count;
};

// One two-stage table while it is made.
struct trie {
    const char *name;
    const char *type;
    uint16_t index[FOLD_TABLE_END / FOLD_BLOCK];
    uint16_t blocks[BLOCKS_MOST][FOLD_BLOCK];
    size_t block_count;
};

static struct trie case_trie = {.name = "fold_case", .type = "uint16_t"};
static struct trie full_trie = {.name = "fold_full", .type = "uint16_t"};
static struct trie property_trie = {.name = "fold_property", .type = "uint8_t"};
static uint16_t pool[POOL_MOST];
static size_t pool_used = 1; // entry 0 means "none"
static struct fold_pair pairs[PAIRS_MOST];
static size_t pair_count;
static bool combines_backward[CHARACTERS];
static double largest_growth;

static void fail(const char *what, uint32_t character)
{
    fprintf(stderr, "generate-fold: U+%04X: %s\n", (unsigned)character, what);
    exit(1);
}

static bool is_character(uint32_t c)
{
    return c < 0xd800 || c > 0xdfff;
}

// Decomposes, and composes again when the options say so.
static void map_characters(const int32_t *from, size_t count, utf8proc_option_t options,
                           struct mapping *out)
{
    char text[MAPPING_MOST * 4 + 1];
    utf8proc_ssize_t length = 0;
    for (size_t i = 0; i < count; i++) {
        length += utf8proc_encode_char(from[i], (utf8proc_uint8_t *)text + length);
    }
    utf8proc_ssize_t written = utf8proc_decompose((utf8proc_uint8_t *)text, length, out->characters,
                                                  MAPPING_MOST, options);
    if (written < 0 || written > MAPPING_MOST) {
        fail("does not decompose", (uint32_t)from[0]);
    }
    written = utf8proc_normalize_utf32(out->characters, written, options);
    if (written < 0) {
        fail("does not normalise", (uint32_t)from[0]);
    }
    out->count = (size_t)written;
}

// Default_Ignorable_Code_Point of characters not assigned yet, of which libutf8proc knows nothing.
static bool is_ignored_unassigned(uint32_t c)
{
    return c == 0x2065 || (c >= 0xfff0 && c <= 0xfff8) ||
           (c >= FOLD_IGNORED_FIRST && c <= FOLD_IGNORED_LAST);
}

static void case_mapping(uint32_t c, struct mapping *out, utf8proc_option_t more)
{
    if (is_ignored_unassigned(c)) {
        out->count = 0;
        return;
    }
    const int32_t character = (int32_t)c;
    map_characters(&character, 1, (utf8proc_option_t)(CASE_OPTIONS | more), out);
}

static void append_replacement(const char *text, struct mapping *out)
{
    utf8proc_ssize_t left = (utf8proc_ssize_t)strlen(text);
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    while (left > 0) {
        utf8proc_ssize_t taken = utf8proc_iterate(at, left, &out->characters[out->count++]);
        at += taken;
        left -= taken;
    }
}

// The folded form, decomposed: case form without stripped marks, letters replaced.
static void full_decomposed(uint32_t c, struct mapping *out)
{
    struct mapping decomposed;
    case_mapping(c, &decomposed, UTF8PROC_DECOMPOSE);
    out->count = 0;
    for (size_t i = 0; i < decomposed.count; i++) {
        uint32_t character = (uint32_t)decomposed.characters[i];
        const char *replacement = letter_replacement(character);
        if (replacement != NULL) {
            append_replacement(replacement, out);
        } else if (!letter_is_stripped(character)) {
            out->characters[out->count++] = decomposed.characters[i];
        }
    }
}

static void full_mapping(uint32_t c, struct mapping *out)
{
    struct mapping decomposed;
    full_decomposed(c, &decomposed);
    out->count = 0;
    if (decomposed.count > 0) {
        map_characters(decomposed.characters, decomposed.count,
                       (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE), out);
    }
}

static bool is_itself(const struct mapping *m, uint32_t c)
{
    return m->count == 1 && m->characters[0] == (int32_t)c;
}

static bool is_hangul_syllable(uint32_t c)
{
    return c >= 0xac00 && c <= 0xd7a3;
}

// Notes the canonical pair of a composite that can stand in a case form.
static void note_pair(uint32_t c)
{
    struct mapping parts;
    struct mapping whole;
    const int32_t character = (int32_t)c;
    case_mapping(c, &whole, UTF8PROC_COMPOSE);
    map_characters(&character, 1, (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE),
                   &parts);
    if (!is_itself(&whole, c) || parts.count < 2 || is_hangul_syllable(c)) {
        return;
    }
    int32_t second = parts.characters[parts.count - 1];
    struct mapping first;
    map_characters(parts.characters, parts.count - 1,
                   (utf8proc_option_t)(UTF8PROC_STABLE | UTF8PROC_COMPOSE), &first);
    if (first.count != 1) {
        fail("is no pair", c);
    }
    if (pair_count == PAIRS_MOST) {
        fail("is one pair too many", c);
    }
    pairs[pair_count++] = (struct fold_pair){(uint32_t)first.characters[0], (uint32_t)second, c};
    combines_backward[second] = true;
    if (first.characters[0] < 0x80 && !letter_is_stripped((uint32_t)second)) {
        fail("combines ASCII with a mark that stays: fold_compare must not skip ASCII", c);
    }
}

static int by_parts(const void *left, const void *right)
{
    const struct fold_pair *a = left;
    const struct fold_pair *b = right;
    if (a->first != b->first) {
        return a->first < b->first ? -1 : 1;
    }
    return (a->second > b->second) - (a->second < b->second);
}

static void collect_pairs(void)
{
    for (uint32_t c = 0; c < CHARACTERS; c++) {
        if (is_character(c)) {
            note_pair(c);
        }
        const utf8proc_property_t *property = utf8proc_get_property((int32_t)c);
        combines_backward[c] = combines_backward[c] || property->combining_class != 0;
    }
    for (uint32_t c = 0x1161; c <= 0x11c2; c++) { // Hangul vowels and final consonants
        combines_backward[c] = c <= 0x1175 || c >= 0x11a8;
    }
    qsort(pairs, pair_count, sizeof pairs[0], by_parts);
}

// The place of a mapping in the pool, where equal ones share it.
static uint16_t pool_place(const struct mapping *m, uint32_t c)
{
    uint16_t units[2 * MAPPING_MOST + 1];
    size_t count = 1;
    for (size_t i = 0; i < m->count; i++) {
        uint32_t character = (uint32_t)m->characters[i];
        if (character >= 0x10000) {
            units[count++] = (uint16_t)(0xd800 + ((character - 0x10000) >> 10));
            units[count++] = (uint16_t)(0xdc00 + ((character - 0x10000) & 0x3ff));
        } else {
            units[count++] = (uint16_t)character;
        }
    }
    units[0] = (uint16_t)(count - 1);
    for (size_t at = 1; at < pool_used; at += pool[at] + 1u) {
        if (pool[at] == units[0] && memcmp(pool + at, units, count * sizeof units[0]) == 0) {
            return (uint16_t)at;
        }
    }
    if (pool_used + count > POOL_MOST) {
        fail("does not fit the pool", c);
    }
    memcpy(pool + pool_used, units, count * sizeof units[0]);
    pool_used += count;
    return (uint16_t)(pool_used - count);
}

static unsigned class_of(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((int32_t)c);
    if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME) {
        return letter_is_unspaced(c) ? FOLD_PAIRED : FOLD_LETTER;
    }
    if (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO) {
        return letter_is_unspaced(c) ? FOLD_PAIRED : FOLD_DIGIT;
    }
    return FOLD_OTHER;
}

static bool starts_combining(const struct mapping *decomposed)
{
    return decomposed->count > 0 && combines_backward[decomposed->characters[0]];
}

static unsigned property_of(uint32_t c)
{
    struct mapping case_parts;
    struct mapping full_parts;
    case_mapping(c, &case_parts, UTF8PROC_DECOMPOSE);
    full_decomposed(c, &full_parts);
    return class_of(c) | (starts_combining(&case_parts) ? FOLD_CASE_COMBINES : 0) |
           (starts_combining(&full_parts) ? FOLD_FULL_COMBINES : 0);
}

static void measure_growth(uint32_t c, const struct mapping *m)
{
    utf8proc_uint8_t text[4];
    double length = 0;
    for (size_t i = 0; i < m->count; i++) {
        length += (double)utf8proc_encode_char(m->characters[i], text);
    }
    double growth = length / (double)utf8proc_encode_char((int32_t)c, text);
    largest_growth = growth > largest_growth ? growth : largest_growth;
}

struct entries {
    unsigned case_place;
    unsigned full_place;
    unsigned property;
};

static struct entries entries_of(uint32_t c)
{
    struct mapping case_form;
    struct mapping full_form;
    case_mapping(c, &case_form, UTF8PROC_COMPOSE);
    full_mapping(c, &full_form);
    measure_growth(c, &case_form);
    measure_growth(c, &full_form);
    struct entries found = {.property = property_of(c)};
    if (!is_itself(&case_form, c)) {
        found.case_place = pool_place(&case_form, c);
    }
    if (case_form.count != full_form.count ||
        memcmp(case_form.characters, full_form.characters,
               case_form.count * sizeof case_form.characters[0]) != 0) {
        found.full_place = pool_place(&full_form, c);
    }
    return found;
}

static void add_block(struct trie *t, size_t place, const uint16_t *block)
{
    size_t i = 0;
    while (i < t->block_count && memcmp(t->blocks[i], block, sizeof t->blocks[i]) != 0) {
        i++;
    }
    if (i == BLOCKS_MOST) {
        fail("too many blocks", (uint32_t)(place * FOLD_BLOCK));
    }
    if (i == t->block_count) {
        memcpy(t->blocks[t->block_count++], block, sizeof t->blocks[i]);
    }
    t->index[place] = (uint16_t)i;
}

static void fill_tries(void)
{
    for (size_t place = 0; place < FOLD_TABLE_END / FOLD_BLOCK; place++) {
        uint16_t case_block[FOLD_BLOCK] = {0};
        uint16_t full_block[FOLD_BLOCK] = {0};
        uint16_t property_block[FOLD_BLOCK] = {0};
        for (size_t i = 0; i < FOLD_BLOCK; i++) {
            uint32_t c = (uint32_t)(place * FOLD_BLOCK + i);
            if (is_character(c)) {
                struct entries found = entries_of(c);
                case_block[i] = (uint16_t)found.case_place;
                full_block[i] = (uint16_t)found.full_place;
                property_block[i] = (uint16_t)found.property;
            }
        }
        add_block(&case_trie, place, case_block);
        add_block(&full_trie, place, full_block);
        add_block(&property_trie, place, property_block);
    }
}

// What fold_table.h promises of the characters behind the tables.
static void check_the_rest(void)
{
    for (uint32_t c = FOLD_TABLE_END; c < CHARACTERS; c++) {
        struct mapping m;
        bool ignored = c >= FOLD_IGNORED_FIRST && c <= FOLD_IGNORED_LAST;
        case_mapping(c, &m, UTF8PROC_COMPOSE);
        if (ignored ? m.count != 0 : !is_itself(&m, c)) {
            fail("is mapped, behind the end of the tables", c);
        }
        if (!ignored && (combines_backward[c] || class_of(c) != FOLD_OTHER)) {
            fail("has properties, behind the end of the tables", c);
        }
    }
}

static void print_numbers(const uint16_t *numbers, size_t count)
{
    int column = 0;
    for (size_t i = 0; i < count; i++) {
        char text[8];
        int length = snprintf(text, sizeof text, "%u,", (unsigned)numbers[i]);
        if (column + length > LINE_WIDTH) {
            putchar('\n');
            column = 0;
        }
        fputs(text, stdout);
        column += length;
    }
    putchar('\n');
}

static void print_trie(const struct trie *t)
{
    printf("\nconst uint16_t %s_index[FOLD_TABLE_END / FOLD_BLOCK] = {\n", t->name);
    print_numbers(t->index, FOLD_TABLE_END / FOLD_BLOCK);
    printf("};\n\nconst %s %s_blocks[] = {\n", t->type, t->name);
    print_numbers(t->blocks[0], t->block_count * FOLD_BLOCK);
    printf("};\n");
}

static int by_composite(const void *left, const void *right)
{
    const struct fold_pair *a = &pairs[*(const uint16_t *)left];
    const struct fold_pair *b = &pairs[*(const uint16_t *)right];
    return (a->composite > b->composite) - (a->composite < b->composite);
}

static void print_pairs(void)
{
    static uint16_t order[PAIRS_MOST];
    printf("\nconst struct fold_pair fold_pairs[] = {\n");
    for (size_t i = 0; i < pair_count; i++) {
        order[i] = (uint16_t)i;
        printf("{0x%x,0x%x,0x%x},%s", (unsigned)pairs[i].first, (unsigned)pairs[i].second,
               (unsigned)pairs[i].composite, i % 3 == 2 || i + 1 == pair_count ? "\n" : "");
    }
    qsort(order, pair_count, sizeof order[0], by_composite);
    printf("};\nconst size_t fold_pair_count = %zu;\n\n", pair_count);
    printf("const uint16_t fold_pairs_by_composite[] = {\n");
    print_numbers(order, pair_count);
    printf("};\n");
}

static unsigned combining_class(uint32_t c)
{
    return c < CHARACTERS ? (unsigned)utf8proc_get_property((int32_t)c)->combining_class : 0;
}

static void print_combining_classes(void)
{
    size_t count = 0;
    printf("\nconst struct fold_combining fold_combining[] = {\n");
    for (uint32_t c = 0; c < CHARACTERS; c++) {
        uint32_t first = c;
        unsigned class = combining_class(c);
        while (class != 0 && combining_class(c + 1) == class) {
            c++;
        }
        if (class != 0) {
            printf("{0x%x,0x%x,%u},%s", (unsigned)first, (unsigned)c, class,
                   count % 4 == 3 ? "\n" : "");
            count++;
        }
    }
    printf("\n};\nconst size_t fold_combining_count = %zu;\n", count);
}

static void print_head(void)
{
    char version[16];
    (void)snprintf(version, sizeof version, "%s", utf8proc_unicode_version());
    char *second_point = strrchr(version, '.');
    if (second_point != strchr(version, '.')) {
        *second_point = '\0'; // 15.0.0 is known as 15.0
    }
    printf(
        "// SPDX-License-Identifier: Apache-2.0\n"
        "// Written by tools/generate_fold from Unicode %s and its letters.c; not to be edited.\n"
        "// fold_table.h says what the tables mean. %zu pairs compose; %zu units of mappings;\n"
        "// no character grows more than %.1f times.\n"
        "#include \"base/fold_table.h\"\n"
        "\n"
        "#include \"base/fold.h\"\n"
        "\n"
        "const char fold_unicode_version[] = \"%s\";\n"
        "\n"
        "// clang-format off\n",
        version, pair_count, pool_used, largest_growth, version);
}

int main(void)
{
    collect_pairs();
    fill_tries();
    check_the_rest();
    print_head();
    print_trie(&case_trie);
    print_trie(&full_trie);
    printf("\nconst uint16_t fold_pool[] = {\n");
    print_numbers(pool, pool_used);
    printf("};\n");
    print_trie(&property_trie);
    print_pairs();
    print_combining_classes();
    return fflush(stdout) == 0 && ferror(stdout) == 0 ? 0 : 1;
}
