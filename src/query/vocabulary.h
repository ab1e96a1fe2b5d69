// SPDX-License-Identifier: Apache-2.0
// Vocabularies: how the many spellings of a field such as sex are read as few terms (rule C5). The
// spellings stay as they are; a vocabulary only says what they count as. Must not know: records.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "base/string_view.h"

#define VOCABULARY_TERMS ((size_t)64)
#define VOCABULARY_BYTES ((size_t)1 << 20) // of a file

// A text file in UTF-8, a line each, parts with tabs between; empty lines and those that begin with
// '#' say nothing.
//   TERM <tab> SPELLING   a word that means the term wherever it stands in a value, or, if it has
//                         blanks or other signs within, the whole value. Case and accents do not
//                         matter. ? and the signs of the sexes are words of their own.
//   @missing <tab> TERM   what a record without a value counts as
//   @several <tab> TERM   ... whose words or values mean different terms
//   @doubt <tab> TERM     a term that, where a value means it, outweighs all others
//   @other <tab> TERM     ... with none of the words
//   @share <tab> TERM <tab> TERM ...   the first term's share is of all these together
struct vocabulary {
    const string_view *terms; // as first named in the file
    size_t term_count;
    size_t missing; // each an index of terms
    size_t several;
    size_t doubt;
    size_t other;
    size_t share_of;                     // the term
    uint64_t share_base;                 // a bit for each term that the share is of
    const struct vocabulary_word *words; // sorted by bytes of the folded form
    size_t word_count;
    uint64_t check; // of the file's bytes
};

// Everything lies in `arena`. ST_INVALID names the line.
NODISCARD status vocabulary_parse(struct arena *arena, string_view text, struct vocabulary *out,
                                  struct error *e);
// The term that one value means. ST_NO_MEMORY.
NODISCARD status vocabulary_read(const struct vocabulary *v, string_view value, size_t *term,
                                 struct error *e);
// The index of a term's name; term_count when there is none such.
size_t vocabulary_term(const struct vocabulary *v, string_view name);
// What a record counts as whose values mean these two terms.
size_t vocabulary_join(const struct vocabulary *v, size_t a, size_t b);

// The files that come with the program, in the form above: "sex", "lifeStage", "typeStatus". The
// empty view for another name.
string_view vocabulary_built_in(string_view name);
