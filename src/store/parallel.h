// SPDX-License-Identifier: Apache-2.0
// One piece of work cut into numbered tasks and shared between the calling thread and a pool.
// Must not know: what the tasks do.
#pragma once

#include "base/thread_pool.h"

typedef status parallel_task(void *argument, size_t index, struct error *e);

// Runs task(argument, index) once for every index below `count`, in any order, on the calling
// thread and on idle threads of `pool` (may be NULL). Returns when all have ended. The calling
// thread works too, so that it may itself be a thread of the pool. After a failure the tasks not
// yet begun are left out; the first failure is returned.
NODISCARD status parallel_run(struct thread_pool *pool, size_t count, parallel_task *task,
                              void *argument, struct error *e);
