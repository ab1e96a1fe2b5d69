// SPDX-License-Identifier: Apache-2.0
// The two layers of a record (DESIGN.md, Record): what its source last sent, and corrections made
// here, field by field. What is shown is the second over the first. On disk as JSON `{"source":
// {...}, "corrections": {...}}`. Must not know: segments, commits.
#pragma once

#include "base/hash.h"
#include "formats/document_builder.h"

struct layers {
    struct document source;
    struct document corrections; // an object: field -> value to show
};

// Reads the JSON; documents live in `arena`, which copies what it needs.
NODISCARD status layers_read(string_view json, struct name_table *names, struct arena *arena,
                             struct layers *out, struct error *e);
// Parses a JSON object given by a caller into `arena`.
NODISCARD status layers_parse_object(string_view json, const char *what, struct name_table *names,
                                     struct arena *arena, struct document *out, struct error *e);
// The record to show: source members, replaced or added by corrections.
NODISCARD status layers_show(const struct layers *l, struct arena *arena, struct document *out,
                             struct error *e);
// `changes` over existing corrections: members with null take a correction away.
NODISCARD status layers_correct(const struct document *corrections, const struct document *changes,
                                struct arena *arena, struct document *out, struct error *e);
void layers_write(const struct layers *l, const struct name_table *names, struct buffer *out);
// Fields that a new source changes where a correction stands.
uint64_t layers_clashes(const struct layers *old, const struct document *new_source,
                        const struct name_table *names);
// SHA-256 of the canonical bytes.
void layers_hash(const struct document *d, const struct name_table *names, struct buffer *scratch,
                 struct sha256 *out);
