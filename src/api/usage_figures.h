// SPDX-License-Identifier: Apache-2.0
// What the answers about use share: the roll-ups for one request, months in parameters, datasets by
// their numbers in events. Must not know: how uses are counted.
#pragma once

#include "api/page_site.h"
#include "usage/figures.h"

// For one request; *out is NULL where nothing has been counted.
NODISCARD status usage_figures_open(const struct api *api, struct http_request *request,
                                    struct rollups **out, struct error *e);
// A month ("2020-05", or a day in it) in a parameter; `normal` where it is not there.
NODISCARD status usage_month_parameter(const struct http_request *request, const char *name,
                                       int32_t normal, int32_t *out, struct error *e);
// Of a UUID in words; NULL for a dataset that is not there now.
const struct dataset *usage_dataset(const struct dataset_view *data, string_view uuid);
// The dataset that a parameter names by slug or UUID, as its UUID in words; empty where the
// parameter is not there. ST_NOT_FOUND naming it.
NODISCARD status usage_dataset_parameter(const struct http_request *request,
                                         const struct dataset_view *data, const char *name,
                                         string_view *out, struct error *e);
// ,"name":"2020-05"
void usage_write_month(const char *name, int32_t month, struct buffer *out);
