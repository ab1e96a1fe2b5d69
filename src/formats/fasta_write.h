// SPDX-License-Identifier: Apache-2.0
// Sequences as FASTA: a line ">id description", then lines of at most 80 letters. Must not know:
// where sequences come from.
#pragma once

#include "base/buffer.h"
#include "base/string_view.h"

#define FASTA_LINE  80u // letters
#define FASTA_LEAST 8u  // letters of A, C, G, T and U that make a text a sequence

// Whether a text is a nucleotide sequence: letters of IUPAC's code (NC-IUB 1984) in either case,
// "-" and "." for gaps, "?" for an unknown letter, white space, which counts for nothing; with at
// least FASTA_LEAST of A, C, G, T, U.
bool fasta_is_sequence(string_view text);
// Appends its lines: without white space, N for "?", else as it stands.
void fasta_write_sequence(string_view text, struct buffer *out);
// A part of an id, which must hold neither blanks nor "|": "_" stands for these.
void fasta_write_id(string_view text, struct buffer *out);
// " [name=value]" behind the id, on its line: blanks for breaks, round brackets for square ones.
// Nothing of an empty value.
void fasta_write_note(const char *name, string_view value, struct buffer *out);
