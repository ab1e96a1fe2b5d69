// SPDX-License-Identifier: Apache-2.0
// How text is cut into search tokens, the same for indexing and asking (DESIGN.md, Segment).
// - Text is folded (base/fold.h, fold_full) and cut into chunks at blanks and controls, at
//   , ; | ( ) [ ] { } " < > and at every character beyond ASCII that is no letter, mark or number;
//   punctuation at both ends of a chunk is dropped.
// - A chunk with a digit in it is a code (UUID, URL, catalogue number, date): one token, whole. A
//   sign before a number is punctuation: -33.5 and 33.5 find each other, as "1914 -1918" finds
//   1918. The code is not the whole value then, so negative numbers stand in the token index (a
//   few bytes for each of them; their fields' dictionaries hold them with the sign).
// - Any other chunk is cut into runs of letters.
// - Scripts without spaces (fold_class_of: FOLD_PAIRED) go in as overlapping pairs of letters, a
//   single one as itself; they cut the chunks beside them.
// - Of a token longer than 128 bytes the first 128 stay, cut at a character.
// Must not know: segments, queries.
#pragma once

#include "base/buffer.h"
#include "base/status.h"
#include "base/string_view.h"

struct token {
    string_view text; // folded; view into the cutter's buffer until the next cut
    bool is_code;     // has a digit
    bool is_whole; // the only token, and all of the folded value: the field's dictionary finds it,
                   // so codes of this kind are left out of the token index
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
// Whether `text` is ASCII and token_cut would find one whole code in it. Much quicker than cutting.
bool token_is_plain_code(string_view text);
// How many tokens token_cut would find in ASCII text; false of any other text. Much quicker
// likewise.
bool token_count_ascii(string_view text, size_t *count);
// Cuts `text` into c->tokens[0 .. c->count). Repeated tokens are kept, in order.
NODISCARD status token_cut(struct token_cutter *c, string_view text, struct error *e);
