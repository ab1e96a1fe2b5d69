// SPDX-License-Identifier: Apache-2.0
// Cuts a field out of a record, or empties it, and gathers the texts that went.
// Must not know: segments, commits.
#pragma once

#include "formats/document_builder.h"

struct erased_texts {
    string_view *items; // malloc'ed; texts in the arena given when they were gathered
    size_t count;
    size_t capacity;
};
void erased_texts_release(struct erased_texts *t);

// `field` is a member of the root, or names joined by '.', lists between them passed through; ""
// empties the record. *found when something was there. Nodes in `arena`.
NODISCARD status erase_from_document(const struct document *d, const struct name_table *names,
                                     string_view field, struct arena *arena, struct document *out,
                                     bool *found, struct erased_texts *texts, struct error *e);
// Whether the record has the field with a value that counts (rule: empty ones are missing).
bool document_has_field(const struct document *d, const struct name_table *names,
                        string_view field);
