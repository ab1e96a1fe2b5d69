// SPDX-License-Identifier: Apache-2.0
// Fills what pages show of use from the roll-ups. Must not know: how it looks.
#pragma once

#include "api/page_site.h"
#include "api/pages/use.h"

// Of a dataset, or of the portal (NULL), as of now, whatever version the page is of. What cannot be
// read is not known, and logged: a page never fails for it.
void page_use_fill(const struct api *api, struct http_request *request, const struct site *site,
                   const struct dataset *dataset, struct page_use *out);
