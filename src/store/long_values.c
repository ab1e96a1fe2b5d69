// SPDX-License-Identifier: Apache-2.0
// Blocks of long values: collected until a block is full, packed with zstd, found again by block
// and offset.
#include "store/long_values.h"

#include "base/array.h"
#include "formats/document.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <zstd.h>

#define FRAME_LEVEL 1

struct long_values {
    pthread_mutex_t mutex; // guards everything
    struct buffer open;    // the block being filled
    struct buffer frames;
    uint64_t *offsets; // owned: of each closed block in `frames`, and its end
    size_t count;      // closed blocks
    size_t capacity;
};

status frame_pack(string_view text, struct buffer *out, struct error *e)
{
    size_t most = ZSTD_compressBound(text.length);
    if (!buffer_reserve(out, most)) {
        return error_set(e, ST_NO_MEMORY, "no memory to compress %zu bytes", text.length);
    }
    size_t length =
        ZSTD_compress(out->bytes + out->length, most, text.bytes, text.length, FRAME_LEVEL);
    if (ZSTD_isError(length)) {
        return error_set(e, ST_NO_MEMORY, "cannot compress: %s", ZSTD_getErrorName(length));
    }
    out->length += length;
    return ST_OK;
}

status frame_unpack(const void *frame, size_t length, size_t most, struct buffer *out,
                    struct error *e)
{
    unsigned long long size = ZSTD_getFrameContentSize(frame, length);
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > most) {
        return error_set(e, ST_CORRUPT, "a compressed block is damaged");
    }
    if (!buffer_reserve(out, (size_t)size + 1)) {
        return error_set(e, ST_NO_MEMORY, "no memory to unpack %llu bytes", size);
    }
    size_t got = ZSTD_decompress(out->bytes + out->length, (size_t)size, frame, length);
    if (ZSTD_isError(got) || got != size) {
        return error_set(e, ST_CORRUPT, "a compressed block is damaged");
    }
    out->length += got;
    return ST_OK;
}

status long_values_create(struct long_values **out, struct error *e)
{
    struct long_values *l = calloc(1, sizeof *l);
    if (l == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for long values");
    }
    (void)pthread_mutex_init(&l->mutex, NULL);
    buffer_init(&l->open, LONG_BLOCK_MOST);
    buffer_init(&l->frames, SIZE_MAX / 2);
    *out = l;
    return ST_OK;
}

void long_values_destroy(struct long_values *l)
{
    if (l != NULL) {
        (void)pthread_mutex_destroy(&l->mutex);
        buffer_release(&l->open);
        buffer_release(&l->frames);
        free(l->offsets);
        free(l);
    }
}

static status close_block(struct long_values *l, struct error *e)
{
    if (l->count >= UINT32_MAX ||
        !ARRAY_RESERVE(l->offsets, l->capacity, l->count + 1, SIZE_MAX / sizeof(uint64_t))) {
        return error_set(e, ST_NO_MEMORY, "no memory for long values");
    }
    l->offsets[l->count] = l->frames.length;
    TRY(frame_pack(buffer_view(&l->open), &l->frames, e));
    l->count++;
    buffer_clear(&l->open);
    return ST_OK;
}

static status add_locked(struct long_values *l, string_view text, struct long_reference *reference,
                         struct error *e)
{
    *reference = (struct long_reference){(uint32_t)l->count, (uint32_t)l->open.length,
                                         (uint32_t)text.length, 0};
    buffer_append_view(&l->open, text);
    TRY(buffer_check(&l->open, "a block of long values", e));
    return l->open.length < LONG_BLOCK_TARGET ? ST_OK : close_block(l, e);
}

status long_values_add(struct long_values *l, string_view text, struct long_reference *reference,
                       struct error *e)
{
    if (text.length > LIMIT_VALUE_BYTES) {
        return error_set(e, ST_TOO_LARGE, "a value of %zu bytes is over the limit of %zu",
                         text.length, LIMIT_VALUE_BYTES);
    }
    (void)pthread_mutex_lock(&l->mutex);
    status result = add_locked(l, text, reference, e);
    (void)pthread_mutex_unlock(&l->mutex);
    return result;
}

size_t long_values_memory(struct long_values *l)
{
    (void)pthread_mutex_lock(&l->mutex);
    size_t memory =
        l->open.capacity + l->frames.length + l->capacity * sizeof(uint64_t) + sizeof *l;
    (void)pthread_mutex_unlock(&l->mutex);
    return memory;
}

static status write_locked(struct long_values *l, struct section_file *file, struct error *e)
{
    if (l->open.length > 0) {
        TRY(close_block(l, e));
    }
    if (l->count == 0) {
        return ST_OK;
    }
    uint64_t count = l->count;
    size_t table = (l->count + 1) * sizeof(uint64_t);
    uint64_t *offsets = malloc(table);
    if (offsets == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for long values");
    }
    uint64_t start = sizeof count + table;
    for (size_t i = 0; i < l->count; i++) {
        offsets[i] = start + l->offsets[i];
    }
    offsets[l->count] = start + l->frames.length;
    const struct section_part parts[] = {
        {&count, sizeof count}, {offsets, table}, {l->frames.bytes, l->frames.length}};
    status result =
        section_file_add(file, SECTION_LONG_VALUES, 0, count, parts, ARRAY_LENGTH(parts), e);
    free(offsets);
    return result;
}

status long_values_write(struct long_values *l, struct section_file *file, struct error *e)
{
    (void)pthread_mutex_lock(&l->mutex);
    status result = write_locked(l, file, e);
    (void)pthread_mutex_unlock(&l->mutex);
    return result;
}

void long_block_init(struct long_block *b)
{
    buffer_init(&b->text, LONG_BLOCK_MOST + 1);
    b->number = 0;
}

void long_block_release(struct long_block *b)
{
    buffer_release(&b->text);
    b->number = 0;
}

// The value's bytes in the unpacked block.
static status cut(const struct long_block *block, const struct long_reference *reference,
                  string_view *text, struct error *e)
{
    if (reference->offset > block->text.length ||
        reference->length > block->text.length - reference->offset) {
        return error_set(e, ST_CORRUPT, "a long value lies outside of its block");
    }
    *text = (string_view){block->text.bytes + reference->offset, reference->length};
    return ST_OK;
}

static status unpack(const void *frame, size_t length, uint32_t number, struct long_block *block,
                     struct error *e)
{
    if (block->number == number + 1) {
        return ST_OK;
    }
    block->number = 0;
    buffer_clear(&block->text);
    TRY(frame_unpack(frame, length, LONG_BLOCK_MOST, &block->text, e));
    block->number = number + 1;
    return ST_OK;
}

static status get_locked(struct long_values *l, const struct long_reference *reference,
                         struct long_block *block, struct error *e)
{
    if (reference->block == l->count && block->number != reference->block + 1) {
        TRY(close_block(l, e)); // whoever reads has no more to add
    }
    uint64_t from = l->offsets[reference->block];
    uint64_t to =
        reference->block + 1 < l->count ? l->offsets[reference->block + 1] : l->frames.length;
    return unpack(l->frames.bytes + from, to - from, reference->block, block, e);
}

status long_values_get(struct long_values *l, const struct long_reference *reference,
                       struct long_block *block, string_view *text, struct error *e)
{
    (void)pthread_mutex_lock(&l->mutex);
    status result = get_locked(l, reference, block, e);
    (void)pthread_mutex_unlock(&l->mutex);
    return result == ST_OK ? cut(block, reference, text, e) : result;
}

status long_section_blocks(const unsigned char *bytes, size_t length, uint64_t *count,
                           struct error *e)
{
    uint64_t n = 0;
    if (length < sizeof n) {
        return error_set(e, ST_CORRUPT, "the section of long values is cut short");
    }
    memcpy(&n, bytes, sizeof n);
    if (n >= UINT32_MAX || length - sizeof n < (n + 1) * sizeof(uint64_t)) {
        return error_set(e, ST_CORRUPT, "the section of long values is cut short");
    }
    *count = n;
    return ST_OK;
}

status long_section_get(const unsigned char *bytes, size_t length,
                        const struct long_reference *reference, struct long_block *block,
                        string_view *text, struct error *e)
{
    uint64_t count = 0;
    uint64_t range[2];
    TRY(long_section_blocks(bytes, length, &count, e));
    if (reference->block >= count) {
        return error_set(e, ST_CORRUPT, "block %lu of long values is not there",
                         (unsigned long)reference->block);
    }
    memcpy(range, bytes + sizeof count + reference->block * sizeof(uint64_t), sizeof range);
    if (range[0] > range[1] || range[1] > length) {
        return error_set(e, ST_CORRUPT, "block %lu of long values lies outside of its section",
                         (unsigned long)reference->block);
    }
    TRY(unpack(bytes + range[0], range[1] - range[0], reference->block, block, e));
    return cut(block, reference, text, e);
}
