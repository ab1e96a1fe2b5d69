// SPDX-License-Identifier: Apache-2.0
// A query in words of the reader's language, for pages. What machines read and packages hold is
// told by query_describe, which is one language for everyone (rule F3).
// Must not know: requests.
#pragma once

#include "api/pages/language.h"
#include "query/query.h"

// In the arena; "all records" for NULL and for what asks nothing; NULL is English. Empty without
// memory.
string_view query_words(struct arena *arena, const struct language *language,
                        const struct query *query);
