// SPDX-License-Identifier: Apache-2.0
// Two threads at one job: the caller fills batches, a thread of the conveyor's own works on them in
// the order they are sent, while the next ones are filled.
// Must not know: what is in the batches; the caller keeps one for each place, by its number.
#pragma once

#include "base/status.h"

struct conveyor;

// Works on the batch at `place`. After a failure the batches sent later are left out.
typedef status conveyor_work(void *argument, size_t place, struct error *e);

NODISCARD status conveyor_create(size_t places, conveyor_work *work, void *argument,
                                 struct conveyor **out, struct error *e);
// Waits for a place that nobody works on; the caller may fill its batch. It stays the caller's
// until sent; taking again before sending gives the same one. The failure of earlier work.
NODISCARD status conveyor_take(struct conveyor *c, size_t *place, struct error *e);
// Hands over the place last taken.
void conveyor_send(struct conveyor *c);
// Waits until all that was sent is worked on.
NODISCARD status conveyor_drain(struct conveyor *c, struct error *e);
// Waits likewise, then ends the thread. NULL is fine.
void conveyor_destroy(struct conveyor *c);
