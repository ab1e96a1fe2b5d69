// SPDX-License-Identifier: Apache-2.0
// The tokens of one path's dictionary entries while a segment is written: cut, kept by entry,
// written as the path's own index (docs/format.md, FIELD_TOKENS). Whole codes are left out: the
// dictionary finds them (store/token.h). Must not know: rows.
#pragma once

#include "store/intern.h"
#include "store/section_file.h"
#include "store/text_sort.h"
#include "store/token.h"

struct path_tokens {
    uint32_t *starts; // owned: by ordinal - 1; entries' tokens are ids[starts[i] .. starts[i + 1])
    uint32_t *ids;    // owned: of the path's own tokens, later of the segment's
    size_t ids_count;
    size_t starts_capacity;
    size_t ids_capacity;
    struct intern_table texts; // the path's own tokens
};
void path_tokens_release(struct path_tokens *t);

// Cuts entry after entry. Texts of tokens are copied in batches, as the cutter reuses its memory.
#define TOKEN_BATCH 64u
struct token_collector {
    struct path_tokens *tokens;
    size_t entries;
    struct token_cutter cutter;
    struct intern_key keys[TOKEN_BATCH];
    size_t batch;
    size_t batch_length;
    char texts[TOKEN_BATCH * TEXT_SORT_MOST];
};
void token_collector_init(struct token_collector *c, struct path_tokens *tokens);
void token_collector_release(struct token_collector *c);
// The tokens of the next entry; of a value without text, none.
NODISCARD status token_collector_add(struct token_collector *c, string_view text, struct error *e);
NODISCARD status token_collector_finish(struct token_collector *c, struct error *e);

// Writes FIELD_TOKENS and FIELD_TOKEN_POSTINGS of a path with so many entries.
NODISCARD status path_tokens_write(const struct path_tokens *t, uint32_t entries,
                                   struct section_file *file, uint32_t path, struct error *e);

// Byte order of interned tokens: ranks[id] and its inverse, order[rank]; both malloc'ed.
NODISCARD status tokens_sort(const struct intern_table *texts, uint32_t **ranks, uint32_t **order,
                             struct error *e);
// Writes them as a string list.
NODISCARD status tokens_write_texts(struct section_file *file, enum section_kind kind,
                                    uint32_t path, const struct intern_table *texts,
                                    const uint32_t *order, struct error *e);
