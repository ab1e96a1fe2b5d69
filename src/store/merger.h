// SPDX-License-Identifier: Apache-2.0
// Merges in the background of a process that serves: a thread for small segments, so that
// single-record commits never pile up, and one for large ones, both of low priority. Merges of
// other processes are no trouble: each lane has one at a time. Must not know: queries, HTTP.
#pragma once

#include "base/status.h"

struct merger;

// Opens the store of the folder for itself and starts.
NODISCARD status merger_start(const char *store_folder, struct merger **out, struct error *e);
// Asks the threads to stop and waits for a merge at work; one that is longer than that ends with
// the process, and leaves nothing that the next writer does not remove. NULL is fine.
void merger_stop(struct merger *m, unsigned most_seconds);
