// SPDX-License-Identifier: Apache-2.0
// The steps that both forms of a search share: names of datasets and tables to UUIDs, sorts,
// facets, fields, each with its bound. Must not know: where the words come from.
#pragma once

#include "api/search_input.h"

#define SEARCH_KINDS ((size_t)8) // kinds of tables that one search names

struct search_builder {
    struct arena *arena;
    struct search_input *input;
    struct uuid *tables; // room for SEARCH_INPUT_TABLES
    struct search_facet_request facets[SEARCH_LIMIT_FACETS];
    struct search_sort sorts[SEARCH_LIMIT_SORTS];
    string_view fields[SEARCH_INPUT_FIELDS];
    bool narrowed; // datasets or tables were named
    string_view kinds[SEARCH_KINDS];
    size_t kind_count;
};

// The builder lies in the arena; NULL when out of memory. The view of `input` must be open.
struct search_builder *search_builder_create(struct arena *arena, struct search_input *input);

// Each adds one thing; `place` is the parameter or JSON pointer named in errors. Views must live as
// long as the arena.
NODISCARD status search_add_dataset(struct search_builder *b, string_view name, const char *place,
                                    struct error *e);
NODISCARD status search_add_table(struct search_builder *b, string_view name, const char *place,
                                  struct error *e);
NODISCARD status search_add_sort(struct search_builder *b, string_view text, const char *place,
                                 struct error *e);
NODISCARD status search_add_facet(struct search_builder *b, string_view field, const char *place,
                                  struct error *e);
NODISCARD status search_add_field(struct search_builder *b, string_view field, const char *place,
                                  struct error *e);
// A kind of table (rule C4), as portal/datasets.h names them.
NODISCARD status search_add_kind(struct search_builder *b, string_view name, const char *place,
                                 struct error *e);
// Gives every facet that says nothing of its own (limit 0) what `facet` says, keeps to the tables
// of the kinds, and hands all to input->request. ST_INVALID at `kinds_place` when no table that may
// be searched is of such a kind.
NODISCARD status search_builder_finish(struct search_builder *b, const struct api *api,
                                       const struct search_facet_request *facet,
                                       const char *kinds_place, struct error *e);
