// SPDX-License-Identifier: Apache-2.0
// Decoding of posting lists.
#include "store/postings.h"

#include <string.h>

static status damaged(uint32_t term, struct error *e)
{
    return error_set(e, ST_CORRUPT, "list %lu is damaged", (unsigned long)term);
}

status postings_open(const unsigned char *bytes, size_t length, struct postings *out,
                     struct error *e)
{
    uint64_t head[2]; // number of lists, length of the blob
    if (length < sizeof head) {
        return error_set(e, ST_CORRUPT, "the posting lists are cut short");
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

static status check_term(const struct postings *p, uint32_t term, struct error *e)
{
    return term < p->count ? ST_OK
                           : error_set(e, ST_CORRUPT, "list %lu is asked of %lu",
                                       (unsigned long)term, (unsigned long)p->count);
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
