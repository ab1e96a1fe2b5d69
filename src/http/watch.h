// SPDX-License-Identifier: Apache-2.0
// Open connections and the time by which each must have come further: against clients that send a
// byte now and then, or read one, to hold a connection for ever. Thread-safe. Must not know: HTTP.
#pragma once

#include "base/status.h"

#include <stdint.h>

struct watch;
struct watched; // one connection

NODISCARD status watch_create(struct watch **out, struct error *e);
void watch_destroy(struct watch *w); // NULL is fine; all connections must have been removed

// Begins to watch an open socket; NULL when out of memory. The socket must stay open until removal.
struct watched *watch_add(struct watch *w, int socket, uint64_t deadline);
void watch_remove(struct watch *w, struct watched *c);
// By when (clock_ticks) the next thing must have happened; 0: no limit for now.
void watched_set_deadline(struct watched *c, uint64_t deadline);

// Shuts down (both ways) every socket whose deadline is before `now`; whoever owns it sees it end.
// Returns how many.
size_t watch_sweep(struct watch *w, uint64_t now);

// Shuts down (both ways) every socket. Returns how many are still on the list.
size_t watch_shut(struct watch *w);
