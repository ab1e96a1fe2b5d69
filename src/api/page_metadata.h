// SPDX-License-Identifier: Apache-2.0
// Reads what pages say of a dataset from its metadata record (portal/datasets.h says the shape):
// authors, texts, coverage. Pure. Must not know: stores, requests.
#pragma once

#include "api/pages/model.h"
#include "portal/datasets.h"

#include <jansson.h>

// A parsed JSON object that goes with the arena; NULL when it is none or memory is out (all that
// asks below takes NULL for an empty record).
const json_t *json_in_arena(struct arena *arena, string_view text);
// A string member, in the JSON's memory; "" when there is none.
string_view json_text(const json_t *object, const char *name);

// The licence of a dataset's records as its metadata states it: a URI where it is known (rule D1),
// else as written; "" where nothing is. In the arena.
string_view dataset_licence(struct arena *arena, const struct dataset *dataset);

// Authors in their order. Views live as long as the record.
NODISCARD status metadata_authors(struct arena *arena, const json_t *dataset,
                                  const struct author_row **out, size_t *count, struct error *e);
// "Quillfeather M., Ombro T."; past `most` of them "... and 4 more"; the organisation's name where
// there are no authors.
string_view metadata_authors_line(struct arena *arena, const json_t *dataset, size_t most);
// How often a dataset is updated, in words of the language.
string_view update_frequency_words(const struct language *language, string_view frequency);

// Label and value for what the record states: licence, publisher, time, place, ...
NODISCARD status metadata_facts(struct arena *arena, const struct language *language,
                                const json_t *dataset, const struct page_pair **out, size_t *count,
                                struct error *e);
