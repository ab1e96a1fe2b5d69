// SPDX-License-Identifier: Apache-2.0
// Encoding of posting lists; which form a list takes depends on its members alone.
#include "store/postings_builder.h"

#include <stdlib.h>
#include <string.h>

status postings_builder_init(struct postings_builder *b, size_t count, struct error *e)
{
    *b = (struct postings_builder){.count = count};
    buffer_init(&b->blob, (size_t)INT32_MAX * 4);
    b->heads = calloc(count + 1, sizeof *b->heads);
    if (b->heads == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for %zu posting lists", count);
    }
    for (size_t i = 0; i < count; i++) {
        b->heads[i] = HEAD_EMPTY;
    }
    buffer_append(&b->blob, "\0\0\0", 4); // so that no list starts at 0
    return ST_OK;
}

void postings_builder_release(struct postings_builder *b)
{
    free(b->heads);
    buffer_release(&b->blob);
    b->heads = NULL;
}

void postings_builder_not_kept(struct postings_builder *b, size_t term)
{
    b->heads[term] = HEAD_NOT_KEPT;
}

static void align(struct buffer *out)
{
    buffer_append(out, "\0\0\0", round_up(out->length, 4) - out->length);
}

// Points the term at the end of the blob and writes the list's first word there.
static void start_list(struct postings_builder *b, size_t term, uint32_t word)
{
    b->heads[term] = HEAD_LIST + (uint32_t)(b->blob.length / 4);
    buffer_append(&b->blob, &word, sizeof word);
}

static void add_differences(struct buffer *out, const uint32_t *members, size_t count)
{
    if (!buffer_reserve(out, count * 5 + 3)) {
        return;
    }
    unsigned char *start = (unsigned char *)out->bytes + out->length;
    unsigned char *at = start;
    uint32_t before = 0;
    for (size_t i = 0; i < count; i++) {
        at = varint_put(at, members[i] - before);
        before = members[i];
    }
    out->length += (size_t)(at - start);
    align(out);
}

static size_t count_runs(const uint16_t *lows, size_t count)
{
    size_t runs = 1;
    for (size_t i = 1; i < count; i++) {
        runs += lows[i] != lows[i - 1] + 1;
    }
    return runs;
}

static void encode_runs(const uint16_t *lows, size_t count, size_t runs, struct buffer *out)
{
    uint16_t number = (uint16_t)runs;
    buffer_append(out, &number, sizeof number);
    for (size_t i = 0; i < count;) {
        size_t first = i;
        do {
            i++;
        } while (i < count && lows[i] == lows[i - 1] + 1);
        uint16_t run[2] = {lows[first], (uint16_t)(i - 1 - first)};
        buffer_append(out, run, sizeof run);
    }
}

static void encode_bits(const uint16_t *lows, size_t count, struct buffer *out)
{
    if (!buffer_reserve(out, CONTAINER_BITMAP_BYTES)) {
        return;
    }
    unsigned char *bits = (unsigned char *)out->bytes + out->length;
    memset(bits, 0, CONTAINER_BITMAP_BYTES);
    for (size_t i = 0; i < count; i++) {
        bits[lows[i] >> 3] |= (unsigned char)(1u << (lows[i] & 7));
    }
    out->length += CONTAINER_BITMAP_BYTES;
}

// Their numbers by high byte; false when one does not fit into a byte.
static bool count_buckets(const uint16_t *lows, size_t count,
                          unsigned char counts[CONTAINER_BUCKET_COUNT])
{
    memset(counts, 0, CONTAINER_BUCKET_COUNT);
    for (size_t i = 0; i < count; i++) {
        if (counts[lows[i] >> 8]++ == UINT8_MAX) {
            return false;
        }
    }
    return true;
}

// False, and nothing appended, when these are no lists for buckets.
static bool encode_buckets(const uint16_t *lows, size_t count, size_t least, struct buffer *out)
{
    unsigned char counts[CONTAINER_BUCKET_COUNT];
    if (count < CONTAINER_BUCKETS_LEAST || count > CONTAINER_ARRAY_MOST ||
        sizeof counts + count >= least || !count_buckets(lows, count, counts) ||
        !buffer_reserve(out, sizeof counts + count)) {
        return false;
    }
    buffer_append(out, counts, sizeof counts);
    unsigned char *at = (unsigned char *)out->bytes + out->length;
    for (size_t i = 0; i < count; i++) {
        at[i] = (unsigned char)(lows[i] & 0xFF);
    }
    out->length += count;
    return true;
}

enum container_kind container_encode(const uint16_t *lows, size_t count, struct buffer *out)
{
    size_t runs = count_runs(lows, count);
    size_t plain = count <= CONTAINER_ARRAY_MOST ? 2 * count : CONTAINER_BITMAP_BYTES;
    if (encode_buckets(lows, count, MIN(2 + 4 * runs, plain), out)) {
        return CONTAINER_BUCKETS;
    }
    if (2 + 4 * runs < plain) {
        encode_runs(lows, count, runs, out);
        return CONTAINER_RUNS;
    }
    if (count <= CONTAINER_ARRAY_MOST) {
        buffer_append(out, lows, 2 * count);
        return CONTAINER_ARRAY;
    }
    encode_bits(lows, count, out);
    return CONTAINER_BITMAP;
}

void postings_builder_add_bitmap(struct postings_builder *b, size_t term, size_t members,
                                 const struct container *containers, size_t count)
{
    start_list(b, term, (uint32_t)members | LIST_BITMAP);
    uint32_t number = (uint32_t)count;
    buffer_append(&b->blob, &number, sizeof number);
    size_t offset = count * sizeof(struct container_record);
    for (size_t i = 0; i < count; i++) {
        struct container_record record = {containers[i].high, containers[i].kind,
                                          containers[i].cardinality, (uint32_t)offset};
        buffer_append(&b->blob, &record, sizeof record);
        offset += round_up(containers[i].length, 4);
    }
    for (size_t i = 0; i < count; i++) {
        buffer_append(&b->blob, containers[i].bytes, containers[i].length);
        align(&b->blob);
    }
}

// Cuts members into containers of their high halves. The containers' bytes lie in `bytes` while it
// may still move, so they are found again by their lengths.
static bool cut_containers(const uint32_t *members, size_t count, struct container *containers,
                           size_t *number, struct buffer *bytes)
{
    uint16_t *lows = malloc(sizeof(uint16_t) * 65536);
    if (lows == NULL) {
        return false;
    }
    size_t made = 0;
    for (size_t i = 0; i < count;) {
        uint32_t high = members[i] >> 16;
        size_t n = 0;
        while (i < count && members[i] >> 16 == high) {
            lows[n++] = (uint16_t)(members[i++] & 0xFFFF);
        }
        size_t start = bytes->length;
        enum container_kind kind = container_encode(lows, n, bytes);
        containers[made++] = (struct container){(uint16_t)high, (uint16_t)kind, (uint32_t)n, NULL,
                                                bytes->length - start};
    }
    free(lows);
    *number = made;
    const char *at = bytes->bytes;
    for (size_t i = 0; i < made && !bytes->failed; i++) {
        containers[i].bytes = at;
        at += containers[i].length;
    }
    return !bytes->failed;
}

static void add_bitmap(struct postings_builder *b, size_t term, const uint32_t *members,
                       size_t count)
{
    struct buffer bytes;
    buffer_init(&bytes, SIZE_MAX / 2);
    size_t most = MIN(count, (size_t)(members[count - 1] >> 16) + 1);
    size_t number = 0;
    struct container *containers = calloc(most, sizeof *containers);
    if (containers != NULL && cut_containers(members, count, containers, &number, &bytes)) {
        postings_builder_add_bitmap(b, term, count, containers, number);
    } else {
        b->blob.failed = true;
    }
    free(containers);
    buffer_release(&bytes);
}

void postings_builder_add(struct postings_builder *b, size_t term, const uint32_t *members,
                          size_t count)
{
    if (count == 1 && members[0] < HEAD_LIST) {
        b->heads[term] = members[0];
    } else if (count > LIST_MOST) {
        add_bitmap(b, term, members, count);
    } else if (count > 0) {
        start_list(b, term, (uint32_t)count);
        add_differences(&b->blob, members, count);
    }
}

void postings_builder_trim(struct postings_builder *b, size_t count)
{
    b->count = count;
    b->heads[count] = 0;
}

status postings_builder_finish(struct postings_builder *b,
                               struct section_part parts[POSTINGS_PARTS], struct error *e)
{
    if (b->blob.failed) {
        return error_set(e, ST_NO_MEMORY, "no memory for %zu posting lists", b->count);
    }
    b->head = (struct postings_head){b->count, b->blob.length};
    parts[0] = (struct section_part){&b->head, sizeof b->head};
    parts[1] = (struct section_part){b->heads, round_up(b->count * sizeof *b->heads, 8)};
    parts[2] = (struct section_part){b->blob.bytes, b->blob.length};
    return ST_OK;
}
