// SPDX-License-Identifier: Apache-2.0
// What a client says it takes (RFC 9110 section 12.5) and already has (section 13.1.2).
// Must not know: what the offers hold.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

// The weight of a media type such as "text/html" under an Accept header, 0 to 1000; the most
// specific range that fits decides. An empty header takes everything.
int accept_weight(string_view header, string_view media_type);

// The offer with the highest weight, the earlier among equals; `count` when none is taken.
size_t accept_best(string_view header, const char *const *offers, size_t count);

// The weight of a language such as "de" under an Accept-Language header, 0 to 1000; "de-AT" asks
// for it too (RFC 4647 section 3.4). An empty header asks for none.
int accept_language_weight(string_view header, string_view language);

// Whether a content coding such as "gzip" is welcome under an Accept-Encoding header: it must be
// named, or covered by "*", with a weight above 0. An empty header asks for no coding.
bool accept_encoding_allows(string_view header, string_view coding);

// Whether an If-None-Match header names the tag, compared weakly; "*" names every tag.
bool etag_listed(string_view header, string_view etag);
