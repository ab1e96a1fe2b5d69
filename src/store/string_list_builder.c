// SPDX-License-Identifier: Apache-2.0
// Building front-coded string lists.
#include "store/string_list.h"

#include <stdlib.h>
#include <string.h>

void string_list_builder_init(struct string_list_builder *b)
{
    memset(b, 0, offsetof(struct string_list_builder, last));
    buffer_init(&b->blob, SIZE_MAX / 2);
}

void string_list_builder_release(struct string_list_builder *b)
{
    buffer_release(&b->blob);
    free(b->blocks);
    b->blocks = NULL;
}

static size_t shared_prefix(const unsigned char *a, size_t a_length, const unsigned char *b,
                            size_t b_length)
{
    size_t most = MIN(a_length, b_length);
    size_t i = 0;
    while (i + sizeof(uint64_t) <= most) {
        uint64_t x = 0;
        uint64_t y = 0;
        memcpy(&x, a + i, sizeof x);
        memcpy(&y, b + i, sizeof y);
        if (x != y) {
            return i + (size_t)__builtin_ctzll(x ^ y) / 8;
        }
        i += sizeof(uint64_t);
    }
    while (i < most && a[i] == b[i]) {
        i++;
    }
    return i;
}

static bool start_block(struct string_list_builder *b)
{
    if (!ARRAY_RESERVE(b->blocks, b->blocks_capacity, b->blocks_count + 1,
                       SIZE_MAX / sizeof(uint64_t))) {
        return false;
    }
    b->blocks[b->blocks_count++] = b->blob.length;
    return true;
}

void string_list_builder_add(struct string_list_builder *b, const void *bytes, size_t length,
                             unsigned kind)
{
    bool first = b->count % STRING_BLOCK == 0;
    if (b->failed || length > LIMIT_LIST_STRING || (first && !start_block(b)) ||
        !buffer_reserve(&b->blob, length + (size_t)2 * VARINT_MOST)) {
        b->failed = true;
        return;
    }
    size_t shared = first ? 0 : shared_prefix(b->last, b->last_length, bytes, length);
    unsigned char *start = (unsigned char *)b->blob.bytes + b->blob.length;
    unsigned char *at = first ? start : varint_put(start, shared);
    at = varint_put(at, (uint64_t)(length - shared) << 3 | kind);
    const unsigned char *rest = (const unsigned char *)bytes + shared;
    if (length > shared) {
        memcpy(at, rest, length - shared);
        memcpy(b->last + shared, rest, length - shared);
    }
    b->blob.length += (size_t)(at - start) + length - shared;
    b->last_length = length;
    b->count++;
}

size_t string_list_builder_memory(const struct string_list_builder *b)
{
    return b->blob.capacity + b->blocks_capacity * sizeof(uint64_t);
}

status string_list_builder_finish(struct string_list_builder *b, struct string_list_head *head,
                                  struct section_part parts[STRING_LIST_PARTS], struct error *e)
{
    if (b->failed || !ARRAY_RESERVE(b->blocks, b->blocks_capacity, b->blocks_count + 1,
                                    SIZE_MAX / sizeof(uint64_t))) {
        return error_set(e, ST_NO_MEMORY, "no memory for a list of %zu strings", b->count);
    }
    b->blocks[b->blocks_count] = b->blob.length;
    *head = (struct string_list_head){b->count, b->blob.length};
    parts[0] = (struct section_part){head, sizeof *head};
    parts[1] = (struct section_part){b->blocks, (b->blocks_count + 1) * sizeof(uint64_t)};
    parts[2] = (struct section_part){b->blob.bytes, b->blob.length};
    return ST_OK;
}
