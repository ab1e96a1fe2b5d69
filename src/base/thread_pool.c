// SPDX-License-Identifier: Apache-2.0
// Worker threads over a ring of pending jobs. A thread that has lowered its priority is replaced by
// whoever submits the next job, for a new thread has the priority of the one that makes it.
#include "base/thread_pool.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#define LONG_JOB_NICENESS 10

struct job {
    void (*run)(void *);
    void *argument;
};

struct thread_pool {
    pthread_mutex_t mutex; // guards everything below
    pthread_cond_t work;   // signalled when a job arrives or the pool stops
    pthread_cond_t room;   // signalled when a job is taken or finished, or a thread has ended
    struct job *queue;     // ring of `capacity` jobs
    size_t capacity;
    size_t first;
    size_t pending;
    size_t running;
    bool stopping;
    size_t alive; // threads
    size_t low;   // of them: with low priority, which are to end when fresh ones are there
    size_t fresh; // made in place of low ones that have not ended yet
};

static _Thread_local bool is_worker;
static _Thread_local bool stepped_back;

void thread_pool_step_back(void)
{
    if (is_worker && !stepped_back) {
        stepped_back = true;
        (void)setpriority(PRIO_PROCESS, (id_t)syscall(SYS_gettid), LONG_JOB_NICENESS);
    }
}

static void *work(void *argument);

static bool start_thread(struct thread_pool *pool)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, pool) != 0) {
        return false;
    }
    (void)pthread_detach(thread);
    pool->alive++;
    return true;
}

// Whether this thread is one of low priority that has been replaced.
static bool is_replaced(struct thread_pool *pool)
{
    if (!stepped_back || pool->fresh == 0) {
        return false;
    }
    pool->fresh--;
    pool->low--;
    return true;
}

static void *work(void *argument)
{
    struct thread_pool *pool = argument;
    bool told = false; // that it is low
    is_worker = true;
    (void)pthread_mutex_lock(&pool->mutex);
    for (;;) {
        while (pool->pending == 0 && !pool->stopping && !(stepped_back && pool->fresh > 0)) {
            (void)pthread_cond_wait(&pool->work, &pool->mutex);
        }
        if (is_replaced(pool)) {
            (void)pthread_cond_signal(&pool->work); // what woke this one may be for another
            break;
        }
        if (pool->pending == 0) {
            break;
        }
        struct job job = pool->queue[pool->first];
        pool->first = (pool->first + 1) % pool->capacity;
        pool->pending--;
        pool->running++;
        (void)pthread_cond_broadcast(&pool->room);
        (void)pthread_mutex_unlock(&pool->mutex);
        job.run(job.argument);
        (void)pthread_mutex_lock(&pool->mutex);
        pool->running--;
        if (stepped_back && !told) {
            told = true;
            pool->low++;
        }
        (void)pthread_cond_broadcast(&pool->room);
    }
    pool->alive--;
    (void)pthread_cond_broadcast(&pool->room);
    (void)pthread_mutex_unlock(&pool->mutex);
    return NULL;
}

status thread_pool_create(size_t threads, size_t queue_length, struct thread_pool **out,
                          struct error *e)
{
    threads = MAX(threads, (size_t)1);
    struct thread_pool *pool = calloc(1, sizeof *pool);
    struct job *queue = calloc(MAX(queue_length, (size_t)1), sizeof *queue);
    if (pool == NULL || queue == NULL) {
        free(pool);
        free(queue);
        return error_set(e, ST_NO_MEMORY, "no memory for a pool of %zu threads", threads);
    }
    pool->queue = queue;
    pool->capacity = MAX(queue_length, (size_t)1);
    (void)pthread_mutex_init(&pool->mutex, NULL);
    (void)pthread_cond_init(&pool->work, NULL);
    (void)pthread_cond_init(&pool->room, NULL);
    size_t started = 0;
    (void)pthread_mutex_lock(&pool->mutex);
    while (started < threads && start_thread(pool)) {
        started++;
    }
    (void)pthread_mutex_unlock(&pool->mutex);
    if (started < threads) {
        thread_pool_destroy(pool);
        return error_set(e, ST_NO_MEMORY, "cannot start thread %zu of %zu", started + 1, threads);
    }
    *out = pool;
    return ST_OK;
}

// Under the mutex: fresh threads for those of low priority.
static void replace_low(struct thread_pool *pool)
{
    while (!stepped_back && !pool->stopping && pool->fresh < pool->low && start_thread(pool)) {
        pool->fresh++;
        (void)pthread_cond_broadcast(&pool->work);
    }
}

static status submit(struct thread_pool *pool, struct job job, bool wait, struct error *e)
{
    status result = ST_OK;
    (void)pthread_mutex_lock(&pool->mutex);
    while (wait && pool->pending == pool->capacity && !pool->stopping) {
        (void)pthread_cond_wait(&pool->room, &pool->mutex);
    }
    if (pool->stopping) {
        result = error_set(e, ST_CANCELLED, "the server is shutting down");
    } else if (pool->pending == pool->capacity) {
        result = error_set(e, ST_TOO_LARGE, "too many requests are waiting; try again shortly");
    } else {
        pool->queue[(pool->first + pool->pending) % pool->capacity] = job;
        pool->pending++;
        replace_low(pool);
        (void)pthread_cond_signal(&pool->work);
    }
    (void)pthread_mutex_unlock(&pool->mutex);
    return result;
}

status thread_pool_submit(struct thread_pool *pool, void (*run)(void *), void *argument,
                          struct error *e)
{
    return submit(pool, (struct job){run, argument}, false, e);
}

status thread_pool_submit_waiting(struct thread_pool *pool, void (*run)(void *), void *argument,
                                  struct error *e)
{
    return submit(pool, (struct job){run, argument}, true, e);
}

void thread_pool_drain(struct thread_pool *pool)
{
    (void)pthread_mutex_lock(&pool->mutex);
    while (pool->pending > 0 || pool->running > 0) {
        (void)pthread_cond_wait(&pool->room, &pool->mutex);
    }
    (void)pthread_mutex_unlock(&pool->mutex);
}

void thread_pool_destroy(struct thread_pool *pool)
{
    if (pool == NULL) {
        return;
    }
    (void)pthread_mutex_lock(&pool->mutex);
    pool->stopping = true;
    (void)pthread_cond_broadcast(&pool->work);
    (void)pthread_cond_broadcast(&pool->room);
    while (pool->alive > 0) {
        (void)pthread_cond_wait(&pool->room, &pool->mutex);
    }
    (void)pthread_mutex_unlock(&pool->mutex);
    (void)pthread_mutex_destroy(&pool->mutex);
    (void)pthread_cond_destroy(&pool->work);
    (void)pthread_cond_destroy(&pool->room);
    free(pool->queue);
    free(pool);
}

size_t thread_pool_processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : (size_t)count;
}
