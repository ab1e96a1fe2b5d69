// SPDX-License-Identifier: Apache-2.0
// How text is cut into search tokens, the same for indexing and asking (DESIGN.md, Segment).
// - Text is folded (base/fold.h, fold_full) and cut into chunks at blanks and at , ; | ( ) [ ] { } " < > and the like;
//   punctuation at both ends of a chunk is dropped.
// - A chunk with a digit in it is a code (UUID, URL, catalogue number, date): one token, whole.
// - Any other chunk is cut into runs of letters.
// - Scripts without spaces (fold_class_of: FOLD_PAIRED) go in as overlapping pairs of letters; a single one as itself.
// Tokens longer than 128 bytes are cut there.
// Must not know: segments, queries.
#pragma once

#include "base/buffer.h"
#include "base/status.h"
#include "base/string_view.h"

struct token {
    string_view text;  // folded; view into the cutter's buffer until the next cut
    bool is_code;      // has a digit
    bool is_whole;     // the only token, and the value was this one chunk: found by the field's dictionary, so codes
                       // of this kind are left out of the token index
};

// Reusable scratch space for cutting.
struct token_cutter {
    struct buffer folded;
    struct token *tokens; // owned
    size_t capacity;
    size_t count;
};

void token_cutter_init(struct token_cutter *c);
void token_cutter_release(struct token_cutter *c);
// Cuts `text` into c->tokens[0 .. c->count). Repeated tokens are kept, in order.
NODISCARD status token_cut(struct token_cutter *c, string_view text, struct error *e);
