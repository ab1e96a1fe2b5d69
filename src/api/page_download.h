// SPDX-License-Identifier: Apache-2.0
// The part of a page that offers all records of a search as a download (rule H2): what comes with
// them, and where each form of it is. Must not know: how the part looks, how packages are made.
#pragma once

#include "api/contributions.h"
#include "api/pages/model.h"

// Of the `records` that `input` finds at its view, as of `state`'s address. Its datasets are
// counted only where that takes about a millisecond; elsewhere `out` leads to who counts them.
// Without records there is no part.
NODISCARD status page_download(const struct site *site, const struct search_input *input,
                               const struct address *state, uint64_t records, struct arena *arena,
                               const struct download_part **out, struct error *e);
// Of all records of one dataset.
NODISCARD status page_download_dataset(const struct site *site, const struct dataset *d,
                                       string_view licence, struct arena *arena,
                                       const struct download_part **out, struct error *e);
