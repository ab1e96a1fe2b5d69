// SPDX-License-Identifier: Apache-2.0
// Makes ahead, in a process that serves, what a first question would wait for: the values of fields
// that a search box offers, and the lengths of records that relevance weighs by; seconds of work
// for millions of records. One thread of low priority, which looks at the store now and then.
// Must not know: HTTP, who asks.
#pragma once

#include "base/status.h"

struct store;
struct warm_up;

// `store` is open until it is stopped: much of what is kept is kept for who asks of the same store.
// `fields`, which stay, end with NULL.
NODISCARD status warm_up_start(struct store *store, const char *const *fields, struct warm_up **out,
                               struct error *e);
// Asks the thread to stop and waits for it; one that counts a large segment for longer than that
// ends with the process. NULL is fine.
void warm_up_stop(struct warm_up *w, unsigned most_seconds);
