// SPDX-License-Identifier: Apache-2.0
// Lists of strings, front-coded in blocks (docs/format.md, String list): building and reading.
// Must not know: what the strings are. Readers are thread-safe; a cursor belongs to one thread.
#pragma once

#include "base/array.h"
#include "base/buffer.h"
#include "base/uuid.h"
#include "store/block_checks.h"
#include "store/section_file.h"
#include "store/segment_format.h"

// --- building ------------------------------------------------------------------------------------
struct string_list_builder {
    struct buffer blob;
    struct buffer uuids; // the strings as 16 bytes each, while all of them can be
    bool not_uuids;      // one of them could not: they are in the blob
    uint64_t *blocks;    // owned: offsets in the blob
    size_t blocks_capacity;
    size_t blocks_count;
    size_t count;
    bool failed; // out of memory, or a string too long
    size_t last_length;
    unsigned char last[LIMIT_LIST_STRING];
};

void string_list_builder_init(struct string_list_builder *b);
void string_list_builder_release(struct string_list_builder *b);
// `kind` is below 8. A failure shows in string_list_builder_finish.
void string_list_builder_add(struct string_list_builder *b, const void *bytes, size_t length,
                             unsigned kind);
size_t string_list_builder_memory(const struct string_list_builder *b);
// Whether two lists are the same bytes.
bool string_list_builder_equal(const struct string_list_builder *a,
                               const struct string_list_builder *b);
// The parts of the finished list, in order; they live in the builder.
#define STRING_LIST_PARTS 3
struct string_list_head {
    uint64_t count;
    uint64_t blob_length;
};
NODISCARD status string_list_builder_finish(struct string_list_builder *b,
                                            struct string_list_head *head,
                                            struct section_part parts[STRING_LIST_PARTS],
                                            struct error *e);

// --- reading -------------------------------------------------------------------------------------
struct string_list {
    const unsigned char *blob;
    uint64_t blob_length;
    const uint64_t *blocks;
    uint32_t count;
    const struct block_checks *checks; // NULL: the section was found whole
    const unsigned char *uuids;        // 16 bytes a string, in place of the blob; else NULL
};

// `bytes` is aligned to 8. ST_CORRUPT when the list does not fit into `length`.
NODISCARD status string_list_open(const unsigned char *bytes, size_t length,
                                  struct string_list *out, struct error *e);

// The same of a section that is checked block by block, where it is read.
NODISCARD status string_list_open_checked(const unsigned char *bytes, size_t length,
                                          const struct block_checks *checks,
                                          struct string_list *out, struct error *e);
// Whether block `block` of the list, and where it lies, are whole. Who reads a list without a
// cursor asks first.
bool string_list_holds(const struct string_list *list, uint32_t block);

// String `index` alone, many times quicker than by a cursor; false when it is not there or damaged.
bool string_list_decode(const struct string_list *list, uint32_t index,
                        char text[LIMIT_LIST_STRING], size_t *length, unsigned *kind);
// Asks the processor, and of a cold file the system, for what decoding a string will need, in two
// steps that each take a wait: where its block begins, then the block. Any index may be given.
static inline void string_list_expect(const struct string_list *list, uint32_t index)
{
    if (list->uuids != NULL) {
        const unsigned char *uuid = list->uuids + sizeof(struct uuid) * MIN(index, list->count);
        block_checks_expect(list->checks, uuid);
        __builtin_prefetch(uuid);
        return;
    }
    const uint64_t *block = &list->blocks[MIN(index, list->count) / STRING_BLOCK];
    block_checks_expect(list->checks, block);
    __builtin_prefetch(block);
}
#define STRING_BLOCK_EXPECTED 512u // bytes of a block: those of longer ones are read through
static inline void string_list_expect_block(const struct string_list *list, uint32_t index)
{
    if (list->count == 0 || list->uuids != NULL) {
        return;
    }
    index = MIN(index, list->count - 1);
    const uint64_t *block = &list->blocks[index / STRING_BLOCK];
    uint64_t from = MIN(block[0], list->blob_length);
    // As far as the string is likely to reach: nothing behind it is looked at.
    uint64_t length = (block[1] - block[0]) * (index % STRING_BLOCK + 1) / STRING_BLOCK + 32;
    length = MIN(length, (uint64_t)STRING_BLOCK_EXPECTED);
    block_checks_expect(list->checks, list->blob + from);
    for (uint64_t at = 0; at < length; at += 64) {
        __builtin_prefetch(list->blob + from + at);
    }
}

struct string_cursor {
    const struct string_list *list;
    const unsigned char *at;  // behind the current string
    const unsigned char *end; // of its block
    uint32_t index;
    unsigned kind;
    size_t length;
    char text[LIMIT_LIST_STRING + 1];
};

// Decodes string `index`; ST_CORRUPT when it is not there or damaged.
NODISCARD status string_cursor_seek(struct string_cursor *c, const struct string_list *list,
                                    uint32_t index, struct error *e);
// Decodes the string behind the current one, which must not be the last.
NODISCARD status string_cursor_next(struct string_cursor *c, struct error *e);
// Decodes the string behind string `index` of the same block, whose text is `text` and which ends
// at `blob_at` of the blob.
NODISCARD status string_cursor_resume(struct string_cursor *c, const struct string_list *list,
                                      uint32_t index, size_t blob_at, string_view text,
                                      struct error *e);
static inline string_view string_cursor_text(const struct string_cursor *c)
{
    return (string_view){c->text, c->length};
}

// How the cursor's string stands to what is sought: *order < 0 before it, 0 equal, > 0 behind it.
typedef status string_list_order(void *argument, const struct string_cursor *c, int *order,
                                 struct error *e);
// First string of [first, last) that does not stand before what is sought, else `last`; the strings
// in the range are sorted. *equal says whether it is what is sought.
NODISCARD status string_list_find(const struct string_list *list, uint32_t first, uint32_t last,
                                  string_list_order *order, void *argument, uint32_t *index,
                                  bool *equal, struct error *e);
// The same in the order of bytes.
NODISCARD status string_list_find_bytes(const struct string_list *list, uint32_t first,
                                        uint32_t last, string_view sought, uint32_t *index,
                                        bool *equal, struct error *e);
