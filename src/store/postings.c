// SPDX-License-Identifier: Apache-2.0
// Decoding of posting lists.
#include "store/postings.h"

#include <string.h>

#define CONTAINER_WORDS ((size_t)1024) // of a set, that a container covers

static status damaged(uint32_t term, struct error *e)
{
    return error_set(e, ST_CORRUPT, "list %lu is damaged", (unsigned long)term);
}

static status block_damaged(struct error *e)
{
    return error_set(e, ST_CORRUPT, "the checksum of a block does not match");
}

status postings_open(const unsigned char *bytes, size_t length, struct postings *out,
                     struct error *e)
{
    return postings_open_checked(bytes, length, NULL, out, e);
}

status postings_open_checked(const unsigned char *bytes, size_t length,
                             const struct block_checks *checks, struct postings *out,
                             struct error *e)
{
    uint64_t head[2]; // number of lists, length of the blob
    if (length < sizeof head) {
        return error_set(e, ST_CORRUPT, "the posting lists are cut short");
    }
    if (!block_checks_hold(checks, bytes, sizeof head)) {
        return block_damaged(e);
    }
    memcpy(head, bytes, sizeof head);
    uint64_t rest = length - sizeof head;
    if (head[0] > UINT32_MAX || round_up(head[0] * sizeof(uint32_t), 8) > rest ||
        head[1] != rest - round_up(head[0] * sizeof(uint32_t), 8)) {
        return error_set(e, ST_CORRUPT, "the posting lists are cut short");
    }
    const void *heads = bytes + sizeof head;
    out->heads = heads;
    out->count = (uint32_t)head[0];
    out->blob = bytes + length - head[1];
    out->blob_length = head[1];
    out->checks = checks;
    return ST_OK;
}

// Where a list in the blob starts, and its first word.
static status find_list(const struct postings *p, uint32_t term, size_t *at, uint32_t *word,
                        struct error *e)
{
    size_t offset = (size_t)(p->heads[term] - HEAD_LIST) * 4;
    if (p->blob_length < sizeof *word || offset > p->blob_length - sizeof *word) {
        return damaged(term, e);
    }
    memcpy(word, p->blob + offset, sizeof *word);
    *at = offset + sizeof *word;
    return ST_OK;
}

static bool bytes_hold(const struct postings *p, size_t from, uint64_t length)
{
    return from <= p->blob_length && length <= p->blob_length - from &&
           block_checks_hold(p->checks, p->blob + from, (size_t)length);
}

// Of a bitmap: its table of containers, then each of them.
static bool containers_hold(const struct postings *p, size_t at)
{
    uint32_t count = 0;
    if (!bytes_hold(p, at, sizeof count)) {
        return false;
    }
    memcpy(&count, p->blob + at, sizeof count);
    at += sizeof count;
    if (!bytes_hold(p, at, (uint64_t)count * sizeof(struct container_record))) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        struct container_record r;
        uint16_t runs = 0;
        memcpy(&r, p->blob + at + i * sizeof r, sizeof r);
        size_t place = at + r.offset;
        if (r.kind == CONTAINER_RUNS && bytes_hold(p, place, sizeof runs)) {
            memcpy(&runs, p->blob + place, sizeof runs);
        }
        uint64_t length = r.kind == CONTAINER_ARRAY    ? (uint64_t)r.cardinality * 2
                          : r.kind == CONTAINER_BITMAP ? CONTAINER_BITMAP_BYTES
                                                       : sizeof runs + (uint64_t)runs * 4;
        if (!bytes_hold(p, place, length)) {
            return false;
        }
    }
    return true;
}

// What a look at the list reads is whole.
static bool list_holds(const struct postings *p, uint32_t term)
{
    if (!block_checks_hold(p->checks, &p->heads[term], sizeof *p->heads)) {
        return false;
    }
    uint32_t head = p->heads[term];
    size_t at = (size_t)(head - HEAD_LIST) * 4;
    uint32_t word = 0;
    if (head <= HEAD_EMPTY || head == HEAD_NOT_KEPT) {
        return true;
    }
    if (!bytes_hold(p, at, sizeof word)) {
        return false;
    }
    memcpy(&word, p->blob + at, sizeof word);
    at += sizeof word;
    // A difference has at most five bytes; the list may end sooner, and the blob with it.
    return word & LIST_BITMAP
               ? containers_hold(p, at)
               : bytes_hold(p, at, MIN((uint64_t)word * 5, (uint64_t)(p->blob_length - at)));
}

static status check_term(const struct postings *p, uint32_t term, struct error *e)
{
    if (term >= p->count) {
        return error_set(e, ST_CORRUPT, "list %lu is asked of %lu", (unsigned long)term,
                         (unsigned long)p->count);
    }
    return p->checks == NULL || list_holds(p, term) ? ST_OK : block_damaged(e);
}

status postings_count(const struct postings *p, uint32_t term, uint64_t *members, bool *kept,
                      struct error *e)
{
    TRY(check_term(p, term, e));
    uint32_t head = p->heads[term];
    *kept = head != HEAD_NOT_KEPT;
    *members = head < HEAD_LIST;
    if (head > HEAD_EMPTY && *kept) {
        size_t at = 0;
        uint32_t word = 0;
        TRY(find_list(p, term, &at, &word, e));
        *members = word & ~LIST_BITMAP;
    }
    return ST_OK;
}

static status read_differences(const struct postings *p, uint32_t term, size_t at, uint32_t number,
                               uint64_t universe, uint32_t *members, struct error *e)
{
    const unsigned char *next = p->blob + at;
    const unsigned char *end = p->blob + p->blob_length;
    uint64_t member = 0;
    for (uint32_t i = 0; i < number; i++) {
        uint64_t difference = 0;
        next = varint_get(next, end, &difference);
        if (next == NULL || difference >= universe - member || (i > 0 && difference == 0)) {
            return damaged(term, e);
        }
        member += difference;
        members[i] = (uint32_t)member;
    }
    return ST_OK;
}

status postings_short(const struct postings *p, uint32_t term, uint64_t universe,
                      uint32_t members[LIST_MOST], size_t *count, bool *is_short, struct error *e)
{
    TRY(check_term(p, term, e));
    uint32_t head = p->heads[term];
    *is_short = head <= HEAD_EMPTY;
    *count = head < HEAD_LIST;
    if (head < HEAD_LIST) {
        members[0] = head;
        return head < universe ? ST_OK : damaged(term, e);
    }
    if (head == HEAD_EMPTY || head == HEAD_NOT_KEPT) {
        return ST_OK;
    }
    size_t at = 0;
    uint32_t word = 0;
    TRY(find_list(p, term, &at, &word, e));
    if (word & LIST_BITMAP) {
        return ST_OK;
    }
    if (word > LIST_MOST) {
        return damaged(term, e);
    }
    *is_short = true;
    *count = word;
    return read_differences(p, term, at, word, universe, members, e);
}

// --- bitmaps -------------------------------------------------------------------------------------

static bool set_array(const unsigned char *bytes, size_t length, uint32_t number, size_t base,
                      struct bitset *out)
{
    if (number > CONTAINER_ARRAY_MOST || length < (size_t)number * sizeof(uint16_t)) {
        return false;
    }
    for (uint32_t i = 0; i < number; i++) {
        uint16_t low = 0;
        memcpy(&low, bytes + sizeof low * i, sizeof low);
        if (base + low >= out->bit_count) {
            return false;
        }
        bitset_set(out, base + low);
    }
    return true;
}

static bool set_bits(const unsigned char *bytes, size_t length, size_t base, struct bitset *out)
{
    if (length < CONTAINER_BITMAP_BYTES) {
        return false;
    }
    size_t first = base / 64;
    size_t words = bitset_word_count(out);
    size_t tail = out->bit_count % 64;
    for (size_t i = 0; i < CONTAINER_BITMAP_BYTES / sizeof(uint64_t); i++) {
        uint64_t word = 0;
        memcpy(&word, bytes + i * sizeof word, sizeof word);
        if (word == 0) {
            continue;
        }
        if (first + i >= words || (first + i + 1 == words && tail > 0 && word >> tail != 0)) {
            return false;
        }
        out->words[first + i] |= word;
    }
    return true;
}

static bool set_runs(const unsigned char *bytes, size_t length, size_t base, struct bitset *out)
{
    uint16_t runs = 0;
    if (length < sizeof runs) {
        return false;
    }
    memcpy(&runs, bytes, sizeof runs);
    if ((length - sizeof runs) / (2 * sizeof runs) < runs) {
        return false;
    }
    for (size_t i = 0; i < runs; i++) {
        uint16_t run[2];
        memcpy(run, bytes + sizeof runs + i * sizeof run, sizeof run);
        size_t to = base + run[0] + run[1] + 1u;
        if ((size_t)run[0] + run[1] > UINT16_MAX || to > out->bit_count) {
            return false;
        }
        bitset_set_range(out, base + run[0], to);
    }
    return true;
}

static bool set_container(const unsigned char *table, size_t length, size_t index,
                          struct bitset *out)
{
    struct container_record record;
    memcpy(&record, table + index * sizeof record, sizeof record);
    size_t base = (size_t)record.high << 16;
    if (record.offset > length || base >= out->bit_count) {
        return false;
    }
    const unsigned char *bytes = table + record.offset;
    size_t rest = length - record.offset;
    switch (record.kind) {
    case CONTAINER_ARRAY:
        return set_array(bytes, rest, record.cardinality, base, out);
    case CONTAINER_BITMAP:
        return set_bits(bytes, rest, base, out);
    case CONTAINER_RUNS:
        return set_runs(bytes, rest, base, out);
    default:
        return false;
    }
}

static status set_bitmap(const struct postings *p, uint32_t term, size_t at, struct bitset *out,
                         struct error *e)
{
    uint32_t containers = 0;
    if (p->blob_length - at < sizeof containers) {
        return damaged(term, e);
    }
    memcpy(&containers, p->blob + at, sizeof containers);
    at += sizeof containers;
    const unsigned char *table = p->blob + at;
    size_t length = p->blob_length - at;
    if (length / sizeof(struct container_record) < containers) {
        return damaged(term, e);
    }
    for (size_t i = 0; i < containers; i++) {
        if (!set_container(table, length, i, out)) {
            return damaged(term, e);
        }
    }
    return ST_OK;
}

status postings_set(const struct postings *p, uint32_t term, struct bitset *out, bool *kept,
                    struct error *e)
{
    uint32_t members[LIST_MOST];
    size_t count = 0;
    bool is_short = false;
    TRY(postings_short(p, term, out->bit_count, members, &count, &is_short, e));
    *kept = p->heads[term] != HEAD_NOT_KEPT;
    for (size_t i = 0; i < count; i++) {
        bitset_set(out, members[i]);
    }
    if (is_short || !*kept) {
        return ST_OK;
    }
    size_t at = 0;
    uint32_t word = 0;
    TRY(find_list(p, term, &at, &word, e));
    return set_bitmap(p, term, at, out, e);
}

// --- what stays of a set ---------------------------------------------------------------------

// Clears the words [from, to) of a set.
static void clear_words(struct bitset *set, size_t from, size_t to)
{
    to = MIN(to, bitset_word_count(set));
    if (from < to) {
        memset(set->words + from, 0, (to - from) * sizeof *set->words);
    }
}

static uint16_t array_member(const unsigned char *bytes, size_t index)
{
    uint16_t low = 0;
    memcpy(&low, bytes + sizeof low * index, sizeof low);
    return low;
}

static bool array_has(const unsigned char *bytes, uint32_t number, uint16_t sought)
{
    uint32_t low = 0;
    uint32_t high = number;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        bool before = array_member(bytes, middle) < sought;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low < number && array_member(bytes, low) == sought;
}

// Looks for each of the few members of the set that lie in the container.
static void retain_found(const unsigned char *bytes, uint32_t number, uint64_t *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint64_t left = words[i];
        for (uint64_t word = words[i]; word != 0; word &= word - 1) {
            uint64_t bit = word & (~word + 1);
            uint16_t sought = (uint16_t)(i * 64 + (size_t)__builtin_ctzll(word));
            left = array_has(bytes, number, sought) ? left : left & ~bit;
        }
        words[i] = left;
    }
}

// Members of an array that are looked through while one is looked for.
#define ARRAY_MEMBERS_A_LOOK 16u

static bool retain_array(const unsigned char *bytes, size_t length, uint32_t number, size_t base,
                         struct bitset *set)
{
    uint64_t listed[CONTAINER_WORDS] = {0};
    if (number > CONTAINER_ARRAY_MOST || length < (size_t)number * sizeof(uint16_t)) {
        return false;
    }
    uint64_t *words = set->words + base / 64;
    size_t count = MIN(bitset_word_count(set) - base / 64, CONTAINER_WORDS);
    size_t end = MIN(base + CONTAINER_WORDS * 64, set->bit_count);
    if (bitset_count_range(set, base, end) * ARRAY_MEMBERS_A_LOOK <= number) {
        retain_found(bytes, number, words, count);
        return true;
    }
    for (uint32_t i = 0; i < number; i++) {
        uint16_t low = array_member(bytes, i);
        listed[low / 64] |= UINT64_C(1) << (low % 64);
    }
    for (size_t i = 0; i < count; i++) {
        words[i] &= listed[i];
    }
    return true;
}

static bool retain_bits(const unsigned char *bytes, size_t length, size_t base, struct bitset *set)
{
    if (length < CONTAINER_BITMAP_BYTES) {
        return false;
    }
    size_t first = base / 64;
    size_t words = MIN(bitset_word_count(set) - first, CONTAINER_WORDS);
    for (size_t i = 0; i < words; i++) {
        uint64_t word = 0;
        memcpy(&word, bytes + i * sizeof word, sizeof word);
        set->words[first + i] &= word;
    }
    return true;
}

static bool retain_runs(const unsigned char *bytes, size_t length, size_t base, struct bitset *set)
{
    uint16_t runs = 0;
    if (length < sizeof runs) {
        return false;
    }
    memcpy(&runs, bytes, sizeof runs);
    if ((length - sizeof runs) / (2 * sizeof runs) < runs) {
        return false;
    }
    size_t kept = base; // members before are done
    for (size_t i = 0; i < runs; i++) {
        uint16_t run[2];
        memcpy(run, bytes + sizeof runs + i * sizeof run, sizeof run);
        size_t from = base + run[0];
        size_t to = from + run[1] + 1u;
        if ((size_t)run[0] + run[1] > UINT16_MAX || to > set->bit_count || from < kept) {
            return false;
        }
        bitset_clear_range(set, kept, from);
        kept = to;
    }
    bitset_clear_range(set, kept, MIN(base + CONTAINER_WORDS * 64, set->bit_count));
    return true;
}

static bool retain_container(const struct container_record *record, const unsigned char *table,
                             size_t length, struct bitset *set)
{
    size_t base = (size_t)record->high << 16;
    if (record->offset > length || base >= set->bit_count) {
        return false;
    }
    const unsigned char *bytes = table + record->offset;
    size_t rest = length - record->offset;
    switch (record->kind) {
    case CONTAINER_ARRAY:
        return retain_array(bytes, rest, record->cardinality, base, set);
    case CONTAINER_BITMAP:
        return retain_bits(bytes, rest, base, set);
    case CONTAINER_RUNS:
        return retain_runs(bytes, rest, base, set);
    default:
        return false;
    }
}

// What lies between the containers is cleared; each container sees to its own part.
static status retain_bitmap(const struct postings *p, uint32_t term, size_t at, struct bitset *set,
                            struct error *e)
{
    uint32_t containers = 0;
    if (p->blob_length - at < sizeof containers) {
        return damaged(term, e);
    }
    memcpy(&containers, p->blob + at, sizeof containers);
    at += sizeof containers;
    const unsigned char *table = p->blob + at;
    size_t length = p->blob_length - at;
    if (length / sizeof(struct container_record) < containers) {
        return damaged(term, e);
    }
    size_t done = 0; // containers' places before are done
    for (size_t i = 0; i < containers; i++) {
        struct container_record record;
        memcpy(&record, table + i * sizeof record, sizeof record);
        if (record.high < done || !retain_container(&record, table, length, set)) {
            return damaged(term, e);
        }
        clear_words(set, done * CONTAINER_WORDS, (size_t)record.high * CONTAINER_WORDS);
        done = (size_t)record.high + 1;
    }
    clear_words(set, done * CONTAINER_WORDS, SIZE_MAX);
    return ST_OK;
}

static void retain_members(const uint32_t *members, size_t count, struct bitset *set)
{
    bool stays[LIST_MOST];
    for (size_t i = 0; i < count; i++) {
        stays[i] = bitset_test(set, members[i]);
    }
    bitset_clear_range(set, 0, set->bit_count);
    for (size_t i = 0; i < count; i++) {
        if (stays[i]) {
            bitset_set(set, members[i]);
        }
    }
}

status postings_retain(const struct postings *p, uint32_t term, struct bitset *set, bool *kept,
                       struct error *e)
{
    uint32_t members[LIST_MOST];
    size_t count = 0;
    bool is_short = false;
    TRY(postings_short(p, term, set->bit_count, members, &count, &is_short, e));
    *kept = p->heads[term] != HEAD_NOT_KEPT;
    if (is_short) {
        retain_members(members, count, set);
    }
    if (is_short || !*kept) {
        return ST_OK;
    }
    size_t at = 0;
    uint32_t word = 0;
    TRY(find_list(p, term, &at, &word, e));
    return retain_bitmap(p, term, at, set, e);
}

// --- what stays of a few numbers -------------------------------------------------------------

static bool runs_have(const unsigned char *bytes, uint16_t runs, uint16_t sought)
{
    for (size_t i = 0; i < runs; i++) {
        uint16_t run[2];
        memcpy(run, bytes + sizeof runs + i * sizeof run, sizeof run);
        if (sought >= run[0] && sought - run[0] <= run[1]) {
            return true;
        }
    }
    return false;
}

// *has tells whether the container holds the number's low half; false when it is damaged.
static bool container_has(const struct container_record *record, const unsigned char *table,
                          size_t length, uint16_t sought, bool *has)
{
    if (record->offset > length) {
        return false;
    }
    const unsigned char *bytes = table + record->offset;
    size_t rest = length - record->offset;
    uint16_t runs = 0;
    switch (record->kind) {
    case CONTAINER_ARRAY:
        *has = rest / sizeof sought >= record->cardinality &&
               array_has(bytes, record->cardinality, sought);
        return rest / sizeof sought >= record->cardinality;
    case CONTAINER_BITMAP:
        *has = rest >= CONTAINER_BITMAP_BYTES && (bytes[sought / 8] >> (sought % 8) & 1) != 0;
        return rest >= CONTAINER_BITMAP_BYTES;
    case CONTAINER_RUNS:
        if (rest < sizeof runs) {
            return false;
        }
        memcpy(&runs, bytes, sizeof runs);
        if ((rest - sizeof runs) / (2 * sizeof runs) < runs) {
            return false;
        }
        *has = runs_have(bytes, runs, sought);
        return true;
    default:
        return false;
    }
}

static status filter_bitmap(const struct postings *p, uint32_t term, size_t at, uint32_t *numbers,
                            size_t *count, struct error *e)
{
    uint32_t containers = 0;
    if (p->blob_length - at < sizeof containers) {
        return damaged(term, e);
    }
    memcpy(&containers, p->blob + at, sizeof containers);
    at += sizeof containers;
    const unsigned char *table = p->blob + at;
    size_t length = p->blob_length - at;
    if (length / sizeof(struct container_record) < containers) {
        return damaged(term, e);
    }
    size_t kept = 0;
    struct container_record record = {0};
    for (size_t i = 0, next = 0; i < *count; i++) {
        bool has = false;
        for (; next < containers && (next == 0 || record.high < numbers[i] >> 16); next++) {
            memcpy(&record, table + next * sizeof record, sizeof record);
        }
        if (containers > 0 && record.high == numbers[i] >> 16 &&
            !container_has(&record, table, length, (uint16_t)numbers[i], &has)) {
            return damaged(term, e);
        }
        numbers[kept] = numbers[i];
        kept += has;
    }
    *count = kept;
    return ST_OK;
}

status postings_filter(const struct postings *p, uint32_t term, uint64_t universe,
                       uint32_t *numbers, size_t *count, struct error *e)
{
    uint32_t members[LIST_MOST];
    size_t member_count = 0;
    bool is_short = false;
    TRY(postings_short(p, term, universe, members, &member_count, &is_short, e));
    if (is_short) {
        size_t kept = 0;
        for (size_t i = 0, at = 0; i < *count; i++) {
            for (; at < member_count && members[at] < numbers[i]; at++) {
            }
            numbers[kept] = numbers[i];
            kept += at < member_count && members[at] == numbers[i];
        }
        *count = kept;
        return ST_OK;
    }
    if (p->heads[term] == HEAD_NOT_KEPT) {
        return damaged(term, e);
    }
    size_t at = 0;
    uint32_t word = 0;
    TRY(find_list(p, term, &at, &word, e));
    return filter_bitmap(p, term, at, numbers, count, e);
}
