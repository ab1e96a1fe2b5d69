// SPDX-License-Identifier: Apache-2.0
// A fixed pool of worker threads over a bounded queue. Thread-safe throughout.
#pragma once

#include "base/status.h"

struct thread_pool;

NODISCARD status thread_pool_create(size_t threads, size_t queue_length, struct thread_pool **out,
                                    struct error *e);
// Queues run(argument); ST_TOO_LARGE when the queue is full, ST_CANCELLED when shutting down.
NODISCARD status thread_pool_submit(struct thread_pool *pool, void (*run)(void *), void *argument,
                                    struct error *e);
// As submit, but waits for a place in the queue.
NODISCARD status thread_pool_submit_waiting(struct thread_pool *pool, void (*run)(void *),
                                            void *argument, struct error *e);
// Waits until nothing is queued or running.
void thread_pool_drain(struct thread_pool *pool);
// Finishes what is queued, then ends the threads. NULL is fine.
void thread_pool_destroy(struct thread_pool *pool);
// For a job that turns out to be long: the thread that runs it goes on with low priority, so that
// short ones beside it are not kept waiting, and is replaced by a fresh one when the job ends (a
// thread may not raise its priority again). Does nothing outside a pool's threads.
void thread_pool_step_back(void);
size_t thread_pool_processors(void); // online processors, at least 1
