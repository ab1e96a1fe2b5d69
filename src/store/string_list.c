// SPDX-License-Identifier: Apache-2.0
// Reading front-coded string lists, every length checked.
#include "store/string_list.h"

#include <string.h>

static status damaged(uint64_t index, struct error *e)
{
    return error_set(e, ST_CORRUPT, "string %llu of the list is damaged",
                     (unsigned long long)index);
}

static status block_damaged(struct error *e)
{
    return error_set(e, ST_CORRUPT, "the checksum of a block does not match");
}

status string_list_open(const unsigned char *bytes, size_t length, struct string_list *out,
                        struct error *e)
{
    return string_list_open_checked(bytes, length, NULL, out, e);
}

static status open_uuids(const unsigned char *blob, uint64_t rest,
                         const struct string_list_head *head, const struct block_checks *checks,
                         struct string_list *out, struct error *e)
{
    uint64_t length = head->blob_length & ~LIST_OF_UUIDS;
    if (head->count > UINT32_MAX || length != head->count * sizeof(struct uuid) || length > rest) {
        return error_set(e, ST_CORRUPT, "the list of strings is cut short");
    }
    *out = (struct string_list){.blob = blob,
                                .blob_length = length,
                                .count = (uint32_t)head->count,
                                .checks = checks,
                                .uuids = blob};
    return ST_OK;
}

status string_list_open_checked(const unsigned char *bytes, size_t length,
                                const struct block_checks *checks, struct string_list *out,
                                struct error *e)
{
    struct string_list_head head;
    if (length < sizeof head) {
        return error_set(e, ST_CORRUPT, "the list of strings is cut short");
    }
    if (!block_checks_hold(checks, bytes, sizeof head)) {
        return block_damaged(e);
    }
    memcpy(&head, bytes, sizeof head);
    uint64_t rest = length - sizeof head;
    if (head.blob_length & LIST_OF_UUIDS) {
        return open_uuids(bytes + sizeof head, rest, &head, checks, out, e);
    }
    uint64_t blocks = (head.count + STRING_BLOCK - 1) / STRING_BLOCK;
    if (head.count > UINT32_MAX || (blocks + 1) * sizeof(uint64_t) > rest ||
        head.blob_length > rest - (blocks + 1) * sizeof(uint64_t)) {
        return error_set(e, ST_CORRUPT, "the list of strings is cut short");
    }
    const void *offsets = bytes + sizeof head;
    out->blocks = offsets;
    out->blob = bytes + sizeof head + (blocks + 1) * sizeof(uint64_t);
    out->blob_length = head.blob_length;
    out->count = (uint32_t)head.count;
    out->checks = checks;
    out->uuids = NULL;
    return ST_OK;
}

// Where the UUID at that place lies; NULL when its block is not whole.
static const unsigned char *find_uuid(const struct string_list *list, uint32_t index)
{
    const unsigned char *at = list->uuids + (size_t)index * sizeof(struct uuid);
    return block_checks_hold(list->checks, at, sizeof(struct uuid)) ? at : NULL;
}

bool string_list_holds(const struct string_list *list, uint32_t block)
{
    if (list->checks == NULL) {
        return true;
    }
    if (list->uuids != NULL) {
        uint64_t strings = (uint64_t)block * STRING_BLOCK * sizeof(struct uuid);
        uint64_t most = (uint64_t)STRING_BLOCK * sizeof(struct uuid);
        return strings <= list->blob_length &&
               block_checks_hold(list->checks, list->blob + strings,
                                 (size_t)MIN(most, list->blob_length - strings));
    }
    if (!block_checks_hold(list->checks, &list->blocks[block], 2 * sizeof *list->blocks)) {
        return false;
    }
    uint64_t from = list->blocks[block];
    uint64_t to = list->blocks[block + 1];
    return from <= to && to <= list->blob_length &&
           block_checks_hold(list->checks, list->blob + from, (size_t)(to - from));
}

// Decodes the string at c->at, number c->index, over the one before it.
static status decode(struct string_cursor *c, struct error *e)
{
    uint64_t shared = 0;
    uint64_t word = 0;
    const unsigned char *at = c->at;
    if (c->index % STRING_BLOCK != 0) {
        at = varint_get(at, c->end, &shared);
    }
    if (at == NULL || shared > c->length) {
        return damaged(c->index, e);
    }
    at = varint_get(at, c->end, &word);
    uint64_t rest = word >> 3;
    if (at == NULL || rest > (size_t)(c->end - at) || rest > LIMIT_LIST_STRING - shared) {
        return damaged(c->index, e);
    }
    memcpy(c->text + shared, at, rest);
    c->length = shared + rest;
    c->kind = (unsigned)(word & 7);
    c->at = at + rest;
    return ST_OK;
}

static status seek_uuid(struct string_cursor *c, const struct string_list *list, uint32_t index,
                        struct error *e)
{
    const unsigned char *at = find_uuid(list, index);
    if (at == NULL) {
        return block_damaged(e);
    }
    uuid_write(at, c->text);
    c->list = list;
    c->at = at + sizeof(struct uuid);
    c->end = list->blob + list->blob_length;
    c->index = index;
    c->kind = 0;
    c->length = UUID_TEXT;
    return ST_OK;
}

status string_cursor_seek(struct string_cursor *c, const struct string_list *list, uint32_t index,
                          struct error *e)
{
    if (index >= list->count) {
        return error_set(e, ST_CORRUPT, "string %lu is asked of a list of %lu",
                         (unsigned long)index, (unsigned long)list->count);
    }
    if (list->uuids != NULL) {
        return seek_uuid(c, list, index, e);
    }
    uint32_t block = index / STRING_BLOCK;
    if (!string_list_holds(list, block)) {
        return block_damaged(e);
    }
    uint64_t from = list->blocks[block];
    uint64_t to = list->blocks[block + 1];
    if (from > to || to > list->blob_length) {
        return damaged(index, e);
    }
    c->list = list;
    c->at = list->blob + from;
    c->end = list->blob + to;
    c->length = 0;
    c->index = block * STRING_BLOCK;
    for (;;) {
        TRY(decode(c, e));
        if (c->index == index) {
            return ST_OK;
        }
        c->index++;
    }
}

status string_cursor_next(struct string_cursor *c, struct error *e)
{
    if ((c->index + 1) % STRING_BLOCK == 0 || c->index + 1 >= c->list->count ||
        c->list->uuids != NULL) {
        return string_cursor_seek(c, c->list, c->index + 1, e);
    }
    c->index++;
    return decode(c, e);
}

status string_cursor_resume(struct string_cursor *c, const struct string_list *list, uint32_t index,
                            size_t blob_at, string_view text, struct error *e)
{
    if (list->uuids != NULL) {
        return string_cursor_seek(c, list, index + 1, e);
    }
    if (!string_list_holds(list, index / STRING_BLOCK)) {
        return block_damaged(e);
    }
    uint64_t to = list->blocks[index / STRING_BLOCK + 1];
    if (to > list->blob_length || blob_at > to || text.length > LIMIT_LIST_STRING) {
        return damaged(index, e);
    }
    c->list = list;
    c->at = list->blob + blob_at;
    c->end = list->blob + to;
    c->length = text.length;
    c->index = index + 1;
    if (text.length > 0) {
        memcpy(c->text, text.bytes, text.length);
    }
    return decode(c, e);
}

// --- one string alone ------------------------------------------------------------------------

// A string of a block, as it lies: `rest` behind the first `shared` bytes of the one before.
struct coded_string {
    const unsigned char *rest;
    size_t shared;
    size_t length; // whole
};

// Nearly all numbers have one byte, nearly all others two.
static inline const unsigned char *next_number(const unsigned char *at, const unsigned char *end,
                                               uint64_t *value)
{
    if (end - at >= 2 && at[0] >= 128 && at[1] < 128) {
        *value = (uint64_t)(at[0] & 127) | (uint64_t)at[1] << 7;
        return at + 2;
    }
    return varint_get(at, end, value);
}

// Goes through the block up to string `last` of it; false when the block is damaged.
static bool walk_block(const unsigned char *at, const unsigned char *end, uint32_t last,
                       struct coded_string strings[STRING_BLOCK], unsigned *kind)
{
    uint64_t word = 0;
    size_t length = 0;
    for (uint32_t i = 0; i <= last; i++) {
        uint64_t shared = 0;
        at = i == 0 ? at : next_number(at, end, &shared);
        if (at == NULL || shared > length) {
            return false;
        }
        at = next_number(at, end, &word);
        uint64_t rest = word >> 3;
        if (at == NULL || rest > (size_t)(end - at) || rest > LIMIT_LIST_STRING - shared) {
            return false;
        }
        length = shared + rest;
        strings[i] = (struct coded_string){at, shared, length};
        at += rest;
    }
    *kind = (unsigned)(word & 7);
    return true;
}

// Puts the last string together from its own bytes and those it shares, back to front: of the ones
// before only what nobody behind them has of their own.
static void join_string(const struct coded_string *strings, uint32_t last, char *text)
{
    size_t needed = strings[last].length;
    for (uint32_t i = last + 1; i-- > 0 && needed > 0;) {
        const struct coded_string *s = &strings[i];
        if (s->shared < needed) {
            memcpy(text + s->shared, s->rest, needed - s->shared);
            needed = s->shared;
        }
    }
}

static bool decode_uuid(const struct string_list *list, uint32_t index, char *text, size_t *length,
                        unsigned *kind)
{
    const unsigned char *at = index < list->count ? find_uuid(list, index) : NULL;
    if (at == NULL) {
        return false;
    }
    uuid_write(at, text);
    *length = UUID_TEXT;
    *kind = 0;
    return true;
}

bool string_list_decode(const struct string_list *list, uint32_t index,
                        char text[LIMIT_LIST_STRING], size_t *length, unsigned *kind)
{
    struct coded_string strings[STRING_BLOCK];
    if (list->uuids != NULL) {
        return decode_uuid(list, index, text, length, kind);
    }
    if (index >= list->count || !string_list_holds(list, index / STRING_BLOCK)) {
        return false;
    }
    uint32_t last = index % STRING_BLOCK;
    uint64_t from = list->blocks[index / STRING_BLOCK];
    uint64_t to = list->blocks[index / STRING_BLOCK + 1];
    if (from > to || to > list->blob_length ||
        !walk_block(list->blob + from, list->blob + to, last, strings, kind)) {
        return false;
    }
    join_string(strings, last, text);
    *length = strings[last].length;
    return true;
}

// --- looking for strings ---------------------------------------------------------------------

// Number of the last block of [low, high) whose first string stands before what is sought; `low`
// when none of the others does.
static status find_block(struct string_cursor *c, const struct string_list *list, uint32_t low,
                         uint32_t high, string_list_order *order, void *argument, uint32_t *block,
                         struct error *e)
{
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        int found = 0;
        TRY(string_cursor_seek(c, list, middle * STRING_BLOCK, e));
        TRY(order(argument, c, &found, e));
        if (found < 0) {
            low = middle;
        } else {
            high = middle;
        }
    }
    *block = low;
    return ST_OK;
}

status string_list_find(const struct string_list *list, uint32_t first, uint32_t last,
                        string_list_order *order, void *argument, uint32_t *index, bool *equal,
                        struct error *e)
{
    *equal = false;
    *index = last;
    if (first >= last) {
        return ST_OK;
    }
    struct string_cursor c;
    uint32_t block = 0;
    TRY(find_block(&c, list, first / STRING_BLOCK, (last - 1) / STRING_BLOCK + 1, order, argument,
                   &block, e));
    uint32_t at = MAX(first, block * STRING_BLOCK);
    TRY(string_cursor_seek(&c, list, at, e));
    for (;;) {
        int found = 0;
        TRY(order(argument, &c, &found, e));
        if (found >= 0) {
            *index = at;
            *equal = found == 0;
            return ST_OK;
        }
        if (++at == last) {
            return ST_OK;
        }
        TRY(string_cursor_next(&c, e));
    }
}

static status order_bytes(void *argument, const struct string_cursor *c, int *order,
                          struct error *e)
{
    (void)e;
    *order = sv_compare(string_cursor_text(c), *(const string_view *)argument);
    return ST_OK;
}

status string_list_find_bytes(const struct string_list *list, uint32_t first, uint32_t last,
                              string_view sought, uint32_t *index, bool *equal, struct error *e)
{
    return string_list_find(list, first, last, order_bytes, &sought, index, equal, e);
}
