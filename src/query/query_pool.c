// SPDX-License-Identifier: Apache-2.0
// Made once, never ended: idle threads hold nothing.
// Must not know: what is worked on.
#include "query/query_pool.h"

#include <pthread.h>

// Requests for help that wait; more are answered by the asking threads themselves.
#define QUEUE_LENGTH 64

static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct thread_pool *pool;

static void make(void)
{
    struct error e = {0};
    size_t threads = thread_pool_processors() - 1;
    if (threads > 0 && thread_pool_create(threads, QUEUE_LENGTH, &pool, &e) != ST_OK) {
        pool = NULL;
    }
}

struct thread_pool *query_pool(void)
{
    (void)pthread_once(&once, make);
    return pool;
}
