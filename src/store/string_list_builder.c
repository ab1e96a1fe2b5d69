// SPDX-License-Identifier: Apache-2.0
// Building front-coded string lists.
#include "store/string_list.h"

#include <stdlib.h>
#include <string.h>

void string_list_builder_init(struct string_list_builder *b)
{
    memset(b, 0, offsetof(struct string_list_builder, last));
    buffer_init(&b->blob, SIZE_MAX / 2);
    buffer_init(&b->uuids, SIZE_MAX / 2);
}

void string_list_builder_release(struct string_list_builder *b)
{
    buffer_release(&b->blob);
    buffer_release(&b->uuids);
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

static void add_string(struct string_list_builder *b, const void *bytes, size_t length,
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
    if (length > shared) { // an empty string may come without an address
        const unsigned char *rest = (const unsigned char *)bytes + shared;
        memcpy(at, rest, length - shared);
        memcpy(b->last + shared, rest, length - shared);
    }
    b->blob.length += (size_t)(at - start) + length - shared;
    b->last_length = length;
    b->count++;
}

// The UUIDs so far become strings like others.
static void spell_uuids(struct string_list_builder *b)
{
    size_t count = b->uuids.length / sizeof(struct uuid);
    char text[UUID_TEXT];
    b->not_uuids = true;
    b->count = 0;
    for (size_t i = 0; i < count; i++) {
        uuid_write((const unsigned char *)b->uuids.bytes + i * sizeof(struct uuid), text);
        add_string(b, text, sizeof text, 0);
    }
    buffer_release(&b->uuids);
}

void string_list_builder_add(struct string_list_builder *b, const void *bytes, size_t length,
                             unsigned kind)
{
    struct uuid id;
    if (!b->not_uuids && kind == 0 && uuid_from_lower((string_view){bytes, length}, &id)) {
        buffer_append(&b->uuids, id.bytes, sizeof id.bytes);
        b->failed |= b->uuids.failed;
        b->count++;
        return;
    }
    if (!b->not_uuids) {
        spell_uuids(b);
    }
    add_string(b, bytes, length, kind);
}

size_t string_list_builder_memory(const struct string_list_builder *b)
{
    return b->blob.capacity + b->uuids.capacity + b->blocks_capacity * sizeof(uint64_t);
}

bool string_list_builder_equal(const struct string_list_builder *a,
                               const struct string_list_builder *b)
{
    const struct buffer *x = a->not_uuids ? &a->blob : &a->uuids;
    const struct buffer *y = b->not_uuids ? &b->blob : &b->uuids;
    return !a->failed && !b->failed && a->not_uuids == b->not_uuids && a->count == b->count &&
           x->length == y->length && (a->count == 0 || memcmp(x->bytes, y->bytes, x->length) == 0);
}

status string_list_builder_finish(struct string_list_builder *b, struct string_list_head *head,
                                  struct section_part parts[STRING_LIST_PARTS], struct error *e)
{
    if (b->failed || !ARRAY_RESERVE(b->blocks, b->blocks_capacity, b->blocks_count + 1,
                                    SIZE_MAX / sizeof(uint64_t))) {
        return error_set(e, ST_NO_MEMORY, "no memory for a list of %zu strings", b->count);
    }
    if (!b->not_uuids && b->count > 0) {
        *head = (struct string_list_head){b->count, b->uuids.length | LIST_OF_UUIDS};
        parts[0] = (struct section_part){head, sizeof *head};
        parts[1] = (struct section_part){b->uuids.bytes, b->uuids.length};
        parts[2] = (struct section_part){"", 0};
        return ST_OK;
    }
    b->blocks[b->blocks_count] = b->blob.length;
    *head = (struct string_list_head){b->count, b->blob.length};
    parts[0] = (struct section_part){head, sizeof *head};
    parts[1] = (struct section_part){b->blocks, (b->blocks_count + 1) * sizeof(uint64_t)};
    parts[2] = (struct section_part){b->blob.bytes, b->blob.length};
    return ST_OK;
}
