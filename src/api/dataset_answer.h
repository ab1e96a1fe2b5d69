// SPDX-License-Identifier: Apache-2.0
// What the files about datasets share. Must not know: records.
#pragma once

#include "api/api.h"

// The dataset in the request's path, by slug or UUID, in the request's view. ST_NOT_FOUND says
// which are near.
NODISCARD status dataset_of_request(const struct api *api, struct http_request *request,
                                    struct view *v, const struct dataset **out, struct error *e);

// The metadata record with "records", "modified" and "resources" added.
void write_dataset(const struct dataset *d, struct buffer *out);
