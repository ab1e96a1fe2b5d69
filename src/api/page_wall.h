// SPDX-License-Identifier: Apache-2.0
// A few pictures that stand for a search: of as many families, genera or names as there are, one
// of each first, since the first records of a table are often much alike. The same ones for the
// same search and version. Must not know: how they look.
#pragma once

#include "api/page_media.h"

// Of the search in f->input over the fields in f->fields; at most `most` into `out`, none of them
// noticed (rule I2).
NODISCARD status page_wall(struct search_filling *f, size_t most, struct page_picture *out,
                           size_t *count, struct error *e);
