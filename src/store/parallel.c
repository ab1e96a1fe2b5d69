// SPDX-License-Identifier: Apache-2.0
// Tasks are handed out by an atomic counter. Helpers that the pool starts only when all is done
// find the work closed; the last one to leave frees it.
#include "store/parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct work {
    atomic_size_t next;
    atomic_bool failed;
    size_t count;
    parallel_task *task;
    void *argument;
    pthread_mutex_t mutex; // guards what follows
    pthread_cond_t idle;   // signalled when a helper leaves
    size_t references;
    size_t active;
    bool closed;
    status result;
    struct error error;
};

static void do_tasks(struct work *w)
{
    while (!atomic_load(&w->failed)) {
        size_t index = atomic_fetch_add(&w->next, 1);
        if (index >= w->count) {
            return;
        }
        struct error error = {0};
        status result = w->task(w->argument, index, &error);
        if (result != ST_OK) {
            (void)pthread_mutex_lock(&w->mutex);
            if (w->result == ST_OK) {
                w->result = result;
                w->error = error;
            }
            (void)pthread_mutex_unlock(&w->mutex);
            atomic_store(&w->failed, true);
        }
    }
}

static void release(struct work *w)
{
    (void)pthread_mutex_lock(&w->mutex);
    size_t left = --w->references;
    (void)pthread_mutex_unlock(&w->mutex);
    if (left == 0) {
        (void)pthread_mutex_destroy(&w->mutex);
        (void)pthread_cond_destroy(&w->idle);
        free(w);
    }
}

static void help(void *argument)
{
    struct work *w = argument;
    (void)pthread_mutex_lock(&w->mutex);
    bool join = !w->closed;
    w->active += join ? 1 : 0;
    (void)pthread_mutex_unlock(&w->mutex);
    if (join) {
        do_tasks(w);
        (void)pthread_mutex_lock(&w->mutex);
        w->active--;
        (void)pthread_cond_signal(&w->idle);
        (void)pthread_mutex_unlock(&w->mutex);
    }
    release(w);
}

static void ask_for_help(struct work *w, struct thread_pool *pool)
{
    size_t wanted = MIN(thread_pool_processors() - 1, w->count - 1);
    for (size_t i = 0; i < wanted; i++) {
        (void)pthread_mutex_lock(&w->mutex);
        w->references++;
        (void)pthread_mutex_unlock(&w->mutex);
        if (thread_pool_submit(pool, help, w, NULL) != ST_OK) {
            release(w); // a full pool is no failure: the calling thread does the work
            return;
        }
    }
}

static status finish(struct work *w, struct error *e)
{
    (void)pthread_mutex_lock(&w->mutex);
    w->closed = true;
    while (w->active > 0) {
        (void)pthread_cond_wait(&w->idle, &w->mutex);
    }
    status result = w->result;
    if (result != ST_OK && e != NULL && e->code == ST_OK) {
        *e = w->error;
    }
    (void)pthread_mutex_unlock(&w->mutex);
    release(w);
    return result;
}

status parallel_run(struct thread_pool *pool, size_t count, parallel_task *task, void *argument,
                    struct error *e)
{
    if (pool == NULL || count < 2) {
        for (size_t i = 0; i < count; i++) {
            TRY(task(argument, i, e));
        }
        return ST_OK;
    }
    struct work *w = calloc(1, sizeof *w);
    if (w == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to share work among threads");
    }
    atomic_init(&w->next, 0);
    atomic_init(&w->failed, false);
    w->count = count;
    w->task = task;
    w->argument = argument;
    w->references = 1;
    (void)pthread_mutex_init(&w->mutex, NULL);
    (void)pthread_cond_init(&w->idle, NULL);
    ask_for_help(w, pool);
    do_tasks(w); // NOLINT(clang-analyzer-unix.Malloc): a release gives back only its own reference
    return finish(w, e);
}
