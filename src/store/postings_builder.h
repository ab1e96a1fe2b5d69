// SPDX-License-Identifier: Apache-2.0
// Builds posting lists (docs/format.md, POSTINGS): one list a term, of sorted member numbers.
// Must not know: what terms and members are.
#pragma once

#include "base/buffer.h"
#include "store/section_file.h"

struct postings_head {
    uint64_t count;
    uint64_t blob_length;
};

struct postings_builder {
    uint32_t *heads; // owned; one a term, padded with a zero
    size_t count;
    struct buffer blob;
    struct postings_head head;
};

// Room for `count` terms, all of them empty lists.
NODISCARD status postings_builder_init(struct postings_builder *b, size_t count, struct error *e);
void postings_builder_release(struct postings_builder *b);
// Gives a term its members, sorted and unique. A failure shows in postings_builder_finish.
void postings_builder_add(struct postings_builder *b, size_t term, const uint32_t *members,
                          size_t count);
// The term's members are to be read from the column.
void postings_builder_not_kept(struct postings_builder *b, size_t term);

// A bitmap put together from containers that container_encode has made, in rising order of `high`.
struct container {
    uint16_t high;
    uint16_t kind;
    uint32_t cardinality;
    const void *bytes;
    size_t length;
};
void postings_builder_add_bitmap(struct postings_builder *b, size_t term, size_t members,
                                 const struct container *containers, size_t count);
// Appends the smallest of the four forms of a container; `lows` is sorted, 1 to 65,536 of them.
enum container_kind container_encode(const uint16_t *lows, size_t count, struct buffer *out);

// Leaves out the terms from `count` on, which got no members.
void postings_builder_trim(struct postings_builder *b, size_t count);

#define POSTINGS_PARTS 3
NODISCARD status postings_builder_finish(struct postings_builder *b,
                                         struct section_part parts[POSTINGS_PARTS],
                                         struct error *e);
