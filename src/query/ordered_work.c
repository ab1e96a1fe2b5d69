// SPDX-License-Identifier: Apache-2.0
// A ring of places: taken <= begun <= sent, each counted from the start. Helpers that the pool
// starts only when all is over find that, and the last one to leave frees the ring.
#include "query/ordered_work.h"

#include <pthread.h>
#include <stdlib.h>

struct ordered_work {
    struct ordered_work_calls calls;
    struct thread_pool *pool;
    size_t places;
    pthread_mutex_t mutex; // guards what follows
    pthread_cond_t done;   // signalled when a piece is done or a helper leaves
    bool *is_done;         // owned: by place
    size_t sent;
    size_t begun;
    size_t taken;
    size_t helpers; // asked for and not gone
    size_t active;  // of them: at work
    size_t references;
    bool closed;
    status result;
    struct error error;
};

static void release(struct ordered_work *w)
{
    (void)pthread_mutex_lock(&w->mutex);
    size_t left = --w->references;
    (void)pthread_mutex_unlock(&w->mutex);
    if (left == 0) {
        (void)pthread_mutex_destroy(&w->mutex);
        (void)pthread_cond_destroy(&w->done);
        free(w->is_done);
        free(w);
    }
}

static void note_failure(struct ordered_work *w, status result, const struct error *error)
{
    if (result != ST_OK && w->result == ST_OK) {
        w->result = result;
        w->error = *error;
    }
}

// Under the mutex, which is left meanwhile: does the next piece.
static void do_next(struct ordered_work *w)
{
    size_t place = w->begun++ % w->places;
    struct error error = {0};
    (void)pthread_mutex_unlock(&w->mutex);
    status result = w->calls.work(w->calls.argument, place, &error);
    (void)pthread_mutex_lock(&w->mutex);
    note_failure(w, result, &error);
    w->is_done[place] = true;
    (void)pthread_cond_signal(&w->done);
}

static bool has_work(const struct ordered_work *w)
{
    return !w->closed && w->result == ST_OK && w->begun < w->sent;
}

static void help(void *argument)
{
    struct ordered_work *w = argument;
    (void)pthread_mutex_lock(&w->mutex);
    w->active++;
    while (has_work(w)) {
        do_next(w);
    }
    w->active--;
    w->helpers--;
    (void)pthread_cond_signal(&w->done);
    (void)pthread_mutex_unlock(&w->mutex);
    release(w);
}

// Under the mutex. A full pool is no failure: the caller's thread does the work.
static void ask_for_help(struct ordered_work *w)
{
    if (w->pool != NULL && w->helpers + 1 < thread_pool_processors()) {
        w->helpers++;
        w->references++;
        if (thread_pool_submit(w->pool, help, w, NULL) != ST_OK) {
            w->helpers--;
            w->references--;
        }
    }
}

status ordered_work_create(struct thread_pool *pool, size_t places,
                           const struct ordered_work_calls *calls, struct ordered_work **out,
                           struct error *e)
{
    struct ordered_work *w = calloc(1, sizeof *w);
    bool *is_done = calloc(MAX(places, (size_t)1), sizeof *is_done);
    if (w == NULL || is_done == NULL) {
        free(w);
        free(is_done);
        return error_set(e, ST_NO_MEMORY, "no memory to share work among threads");
    }
    *w = (struct ordered_work){.calls = *calls,
                               .pool = pool,
                               .places = MAX(places, (size_t)1),
                               .is_done = is_done,
                               .references = 1};
    (void)pthread_mutex_init(&w->mutex, NULL);
    (void)pthread_cond_init(&w->done, NULL);
    *out = w;
    return ST_OK;
}

// Under the mutex: takes the oldest piece, which was sent, and works until it is done.
static void take_oldest(struct ordered_work *w)
{
    size_t place = w->taken % w->places;
    while (!w->is_done[place] && w->result == ST_OK) {
        if (has_work(w)) {
            do_next(w);
        } else {
            (void)pthread_cond_wait(&w->done, &w->mutex);
        }
    }
    if (w->result == ST_OK) {
        struct error error = {0};
        (void)pthread_mutex_unlock(&w->mutex);
        status result = w->calls.take(w->calls.argument, place, &error);
        (void)pthread_mutex_lock(&w->mutex);
        note_failure(w, result, &error);
        w->is_done[place] = false;
        w->taken++;
    }
}

// Under the mutex: takes pieces until at most `most` are left.
static status take_until(struct ordered_work *w, size_t most, struct error *e)
{
    while (w->result == ST_OK && w->sent - w->taken > most) {
        take_oldest(w);
    }
    if (w->result != ST_OK && e != NULL && e->code == ST_OK) {
        *e = w->error;
    }
    return w->result;
}

status ordered_work_place(struct ordered_work *w, size_t *place, struct error *e)
{
    (void)pthread_mutex_lock(&w->mutex);
    status result = take_until(w, w->places - 1, e);
    if (result == ST_OK) {
        *place = w->sent % w->places;
    }
    (void)pthread_mutex_unlock(&w->mutex);
    return result;
}

void ordered_work_send(struct ordered_work *w)
{
    (void)pthread_mutex_lock(&w->mutex);
    w->sent++;
    ask_for_help(w);
    (void)pthread_mutex_unlock(&w->mutex);
}

status ordered_work_drain(struct ordered_work *w, struct error *e)
{
    (void)pthread_mutex_lock(&w->mutex);
    status result = take_until(w, 0, e);
    (void)pthread_mutex_unlock(&w->mutex);
    return result;
}

void ordered_work_destroy(struct ordered_work *w)
{
    if (w == NULL) {
        return;
    }
    (void)pthread_mutex_lock(&w->mutex);
    w->closed = true;
    while (w->active > 0) {
        (void)pthread_cond_wait(&w->done, &w->mutex);
    }
    (void)pthread_mutex_unlock(&w->mutex);
    release(w);
}
