// SPDX-License-Identifier: Apache-2.0
// The pages: each function draws one whole document from its model into `out` (appended; the caller
// gives the buffer its ceiling). `arena` holds what the drawing needs and may be released
// afterwards. Errors: ST_TOO_LARGE when the page does not fit, ST_INTERNAL when a template is at
// fault. Pure: any number of threads may draw at once. Must not know: stores, queries, HTTP.
#pragma once

#include "api/pages/model.h"
#include "base/buffer.h"

NODISCARD status page_home(const struct home_page *home, struct arena *arena, struct buffer *out,
                           struct error *e);
NODISCARD status page_search(const struct search_page *search, struct arena *arena,
                             struct buffer *out, struct error *e);
NODISCARD status page_datasets(const struct datasets_page *datasets, struct arena *arena,
                               struct buffer *out, struct error *e);
NODISCARD status page_dataset(const struct dataset_page *dataset, struct arena *arena,
                              struct buffer *out, struct error *e);
// Also the page of a removed record (send it with 410).
NODISCARD status page_record(const struct record_page *record, struct arena *arena,
                             struct buffer *out, struct error *e);
NODISCARD status page_error(const struct error_page *error, struct arena *arena, struct buffer *out,
                            struct error *e);
NODISCARD status page_api(const struct api_page *api, struct arena *arena, struct buffer *out,
                          struct error *e);
NODISCARD status page_statistics(const struct statistics_page *statistics, struct arena *arena,
                                 struct buffer *out, struct error *e);
NODISCARD status page_text(const struct text_page *text, struct arena *arena, struct buffer *out,
                           struct error *e);
