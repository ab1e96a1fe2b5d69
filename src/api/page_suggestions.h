// SPDX-License-Identifier: Apache-2.0
// What somebody may have meant who asked for an address where nothing is: a record whose key or
// number is near, a dataset whose name is. Must not know: how pages look.
#pragma once

#include "api/page_site.h"

// Fills the page's suggestions, at most SUGGESTIONS_MOST, and the words to search for instead. What
// cannot be found out in a moment is left out. `request` is changed by nobody.
void page_suggest(const struct api *api, const struct http_request *request,
                  const struct site *site, struct error_page *page);

#define SUGGESTIONS_MOST ((size_t)8)
