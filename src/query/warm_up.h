// SPDX-License-Identifier: Apache-2.0
// Makes ahead, in a process that serves, what a first question would wait for: the lengths of
// records that relevance weighs by, seconds of work for millions of records. One thread of low
// priority, which looks at the store now and then. Must not know: HTTP, who asks.
#pragma once

#include "base/status.h"

struct warm_up;

// Opens the store of the folder for itself and starts.
NODISCARD status warm_up_start(const char *store_folder, struct warm_up **out, struct error *e);
// Asks the thread to stop and waits for it; one that counts a large segment for longer than that
// ends with the process. NULL is fine.
void warm_up_stop(struct warm_up *w, unsigned most_seconds);
