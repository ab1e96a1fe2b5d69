// SPDX-License-Identifier: Apache-2.0
// Decoding of posting lists.
#include "store/postings.h"

#include "store/container_filter.h"
#include "store/container_set.h"

#include <string.h>

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
                          : r.kind == CONTAINER_BUCKETS
                              ? CONTAINER_BUCKET_COUNT + (uint64_t)r.cardinality
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

// The containers of a bitmap.
struct containers {
    const unsigned char *table; // of records; their members lie behind
    size_t length;
    uint32_t count;
};

static status open_containers(const struct postings *p, uint32_t term, struct containers *out,
                              struct error *e)
{
    size_t at = 0;
    uint32_t word = 0;
    TRY(find_list(p, term, &at, &word, e));
    if (p->blob_length - at < sizeof out->count) {
        return damaged(term, e);
    }
    memcpy(&out->count, p->blob + at, sizeof out->count);
    at += sizeof out->count;
    out->table = p->blob + at;
    out->length = p->blob_length - at;
    return out->length / sizeof(struct container_record) < out->count ? damaged(term, e) : ST_OK;
}

static struct container_record record_at(const struct containers *c, size_t index)
{
    struct container_record record;
    memcpy(&record, c->table + index * sizeof record, sizeof record);
    return record;
}

static status set_bitmap(const struct postings *p, uint32_t term, struct bitset *out,
                         struct error *e)
{
    struct containers c;
    TRY(open_containers(p, term, &c, e));
    for (size_t i = 0; i < c.count; i++) {
        struct container_record record = record_at(&c, i);
        if (!container_add(&record, c.table, c.length, out)) {
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
    return set_bitmap(p, term, out, e);
}

// A container's members go through a set of its own.
static bool list_container(const struct containers *c, size_t index, uint64_t universe,
                           uint32_t *numbers, size_t most, size_t *count)
{
    uint64_t words[CONTAINER_WORDS] = {0};
    struct container_record record = record_at(c, index);
    size_t base = (size_t)record.high << 16;
    if (base >= universe) {
        return false;
    }
    struct bitset members = {.words = words,
                             .bit_count = (size_t)MIN(universe - base, CONTAINER_WORDS * 64)};
    record.high = 0;
    if (!container_add(&record, c->table, c->length, &members)) {
        return false;
    }
    size_t found = bitset_list(&members, 0, numbers + *count, most - *count);
    for (size_t i = 0; i < found; i++) {
        numbers[*count + i] += (uint32_t)base;
    }
    *count += found;
    return true;
}

status postings_list(const struct postings *p, uint32_t term, uint64_t universe, uint32_t *numbers,
                     size_t most, size_t *count, bool *fits, struct error *e)
{
    uint64_t rows = 0;
    uint32_t members[LIST_MOST];
    bool is_short = false;
    *count = 0;
    TRY(postings_count(p, term, &rows, fits, e));
    *fits = *fits && rows <= most;
    if (!*fits) {
        return ST_OK;
    }
    TRY(postings_short(p, term, universe, members, count, &is_short, e));
    if (is_short) {
        memcpy(numbers, members, *count * sizeof *numbers);
        return ST_OK;
    }
    struct containers c;
    TRY(open_containers(p, term, &c, e));
    for (size_t i = 0; i < c.count; i++) {
        if (!list_container(&c, i, universe, numbers, most, count)) {
            return damaged(term, e);
        }
    }
    return *count == rows ? ST_OK : damaged(term, e);
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

// What lies between the containers is cleared; each container sees to its own part.
static status retain_bitmap(const struct postings *p, uint32_t term, struct bitset *set,
                            struct error *e)
{
    struct containers c;
    size_t done = 0; // containers' places before are done
    TRY(open_containers(p, term, &c, e));
    for (size_t i = 0; i < c.count; i++) {
        struct container_record record = record_at(&c, i);
        if (record.high < done || !container_retain(&record, c.table, c.length, set)) {
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
    return retain_bitmap(p, term, set, e);
}

// --- what stays of a few numbers -------------------------------------------------------------

// The first container from `next` on whose high half is not below the one sought.
static size_t find_container(const struct containers *c, size_t next, uint32_t high,
                             struct container_record *record)
{
    for (; next < c->count; next++) {
        *record = record_at(c, next);
        if (record->high >= high) {
            break;
        }
    }
    return next;
}

static status filter_bitmap(const struct postings *p, uint32_t term, uint32_t *numbers,
                            size_t *count, struct error *e)
{
    struct containers c;
    struct container_record record;
    size_t kept = 0;
    TRY(open_containers(p, term, &c, e));
    for (size_t i = 0, next = 0; i < *count;) {
        size_t end = i + 1; // of the numbers with this high half
        while (end < *count && numbers[end] >> 16 == numbers[i] >> 16) {
            end++;
        }
        size_t found = 0;
        next = find_container(&c, next, numbers[i] >> 16, &record);
        if (next < c.count && record.high == numbers[i] >> 16) {
            if (!container_filter(&record, c.table, c.length, numbers + i, end - i, &found)) {
                return damaged(term, e);
            }
            memmove(numbers + kept, numbers + i, found * sizeof *numbers);
        }
        kept += found;
        i = end;
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
    return filter_bitmap(p, term, numbers, count, e);
}
