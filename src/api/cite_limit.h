// SPDX-License-Identifier: Apache-2.0
// How many identifiers one client may have made in an hour (rule F2). Kept in memory alone, as
// salted hashes (rule E4). Thread-safe. Must not know: HTTP, what is cited.
#pragma once

#include "base/clock.h"
#include "base/status.h"
#include "base/string_view.h"

struct cite_limit;

NODISCARD status cite_limit_create(unsigned an_hour, struct cite_limit **out, struct error *e);
void cite_limit_destroy(struct cite_limit *l); // NULL is fine
// Counts one more of this client; false when it had all of its hour. NULL bounds nobody.
bool cite_limit_take(struct cite_limit *l, string_view client, moment now);
