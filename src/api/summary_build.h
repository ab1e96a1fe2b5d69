// SPDX-License-Identifier: Apache-2.0
// The steps that both forms of a summary share, each with its bound.
// Must not know: where the words come from.
#pragma once

#include "api/summary_input.h"

struct summary_builder {
    const struct api *api;
    struct http_request *request;
    struct arena *arena;
    struct summary_input *input;
    size_t buckets; // of histograms that say nothing of their own
    struct statistics_request statistics[SUMMARY_LIMIT_PARTS];
    struct histogram_request histograms[SUMMARY_LIMIT_PARTS];
    struct group_request groups[SUMMARY_LIMIT_PARTS]; // their lists are those below
    struct bucket_request by[SUMMARY_LIMIT_PARTS][SUMMARY_LIMIT_GROUP_FIELDS];
    struct measure_request measures[SUMMARY_LIMIT_PARTS][SUMMARY_LIMIT_MEASURES];
    struct grid_request grids[SUMMARY_LIMIT_PARTS];
};

// The builder lies in the arena; NULL when out of memory.
struct summary_builder *summary_builder_create(const struct api *api, struct http_request *request,
                                               struct summary_input *input);
// The kind that an interval's word stands for: century, decade, year, month, day.
bool summary_interval(string_view word, enum bucket_kind *kind);
// The vocabulary of that name, "" the one of the field's last part.
NODISCARD status summary_vocabulary(struct summary_builder *b, string_view name, string_view field,
                                    const struct vocabulary **out, struct error *e);
// A quantile of 0 to 1 as millionths.
NODISCARD status summary_quantile(double number, const char *place, uint32_t *out, struct error *e);
// Hands everything to input->request and leaves index lots out where a share is asked (rule C5),
// unless the request names kinds.
NODISCARD status summary_builder_finish(struct summary_builder *b, bool kinds_named,
                                        struct error *e);
