// SPDX-License-Identifier: Apache-2.0
// The media of the records that a search page finds: which fields hold them, the search of the
// records that have any, one picture for a value. Noticed media (rule I2) are known as such.
// Must not know: how pages look.
#pragma once

#include "api/page_search_internal.h"
#include "api/record_media.h"

// The fields that hold media in the tables searched, as they are spelled there.
size_t page_media_fields(const struct search_filling *f, string_view out[MEDIA_FIELDS_MOST]);
// The query of the search and the presence of media; *found is false where no table searched has
// any.
NODISCARD status page_media_query(const struct search_filling *f, const struct query *query,
                                  const struct query **out, bool *found, struct error *e);
// The notice that a record's dataset bears for all that it shows; empty for none.
string_view page_dataset_notice(const struct search_filling *f, const struct uuid *table);
// The record of a hit as a tree.
NODISCARD status page_read_hit(struct search_filling *f, struct record_reader *reader,
                               const struct search_hit *hit, struct record_tree *out,
                               struct error *e);

struct value_picture {
    string_view thumbnail; // path of this host; empty for none
    string_view record;    // address of the record's page
};
// The first picture of a record that may be shown; `tree` is the record where there is one.
NODISCARD status page_picture_of_hit(struct search_filling *f, struct record_reader *reader,
                                     const struct search_hit *hit, struct record_tree *tree,
                                     struct value_picture *out, struct error *e);
// A picture of one of the records that have the value in the field; none of them noticed.
NODISCARD status page_picture_of_value(struct search_filling *f, string_view field,
                                       string_view value, struct value_picture *out,
                                       struct error *e);
