// SPDX-License-Identifier: Apache-2.0
// Pieces of work that several threads do side by side, whose results one thread takes in order: the
// one that brings them, which works too while there is nothing to take. Nobody waits in a pool's
// thread: a helper goes when no piece is left. Must not know: what the pieces are; the caller keeps
// a batch for each place, by its number.
#pragma once

#include "base/thread_pool.h"

struct ordered_work;

struct ordered_work_calls {
    status (*work)(void *argument, size_t place, struct error *e); // on any thread
    status (*take)(void *argument, size_t place, struct error *e); // on the caller's, in order
    void *argument;
};

// `pool` may be NULL, and is asked for help only.
NODISCARD status ordered_work_create(struct thread_pool *pool, size_t places,
                                     const struct ordered_work_calls *calls,
                                     struct ordered_work **out, struct error *e);
// A place that is free, if need be after the oldest result was taken; the caller fills its batch.
// The failure of earlier work, or of taking it, which ends all: no call is made any more.
NODISCARD status ordered_work_place(struct ordered_work *w, size_t *place, struct error *e);
// Hands over the place last given.
void ordered_work_send(struct ordered_work *w);
// Takes all that was sent.
NODISCARD status ordered_work_drain(struct ordered_work *w, struct error *e);
// Waits for work that was begun; what was not is left. NULL is fine.
void ordered_work_destroy(struct ordered_work *w);
