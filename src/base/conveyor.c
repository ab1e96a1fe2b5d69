// SPDX-License-Identifier: Apache-2.0
// A ring of places between two threads.
#include "base/conveyor.h"

#include <pthread.h>
#include <stdlib.h>

struct conveyor {
    pthread_t thread;
    pthread_mutex_t mutex; // guards what follows
    pthread_cond_t sent;   // signalled when a batch is sent or the conveyor stops
    pthread_cond_t done;   // signalled when a batch is worked on
    conveyor_work *work;
    void *argument;
    size_t places;
    size_t first;   // the oldest place sent and not done
    size_t waiting; // places sent and not done
    bool stopping;
    status result;
    struct error error;
};

static void *run(void *argument)
{
    struct conveyor *c = argument;
    (void)pthread_mutex_lock(&c->mutex);
    for (;;) {
        while (c->waiting == 0 && !c->stopping) {
            (void)pthread_cond_wait(&c->sent, &c->mutex);
        }
        if (c->waiting == 0) {
            break;
        }
        struct error error = {0};
        status result = c->result;
        size_t place = c->first;
        (void)pthread_mutex_unlock(&c->mutex);
        if (result == ST_OK) {
            result = c->work(c->argument, place, &error);
        }
        (void)pthread_mutex_lock(&c->mutex);
        if (c->result == ST_OK && result != ST_OK) {
            c->result = result;
            c->error = error;
        }
        c->first = (c->first + 1) % c->places;
        c->waiting--;
        (void)pthread_cond_signal(&c->done);
    }
    (void)pthread_mutex_unlock(&c->mutex);
    return NULL;
}

status conveyor_create(size_t places, conveyor_work *work, void *argument, struct conveyor **out,
                       struct error *e)
{
    struct conveyor *c = calloc(1, sizeof *c);
    if (c == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a thread");
    }
    c->work = work;
    c->argument = argument;
    c->places = MAX(places, (size_t)1);
    (void)pthread_mutex_init(&c->mutex, NULL);
    (void)pthread_cond_init(&c->sent, NULL);
    (void)pthread_cond_init(&c->done, NULL);
    if (pthread_create(&c->thread, NULL, run, c) != 0) {
        (void)pthread_cond_destroy(&c->done);
        (void)pthread_cond_destroy(&c->sent);
        (void)pthread_mutex_destroy(&c->mutex);
        free(c);
        return error_set(e, ST_NO_MEMORY, "cannot start a thread");
    }
    *out = c;
    return ST_OK;
}

// Under the mutex: waits until fewer than `most` places are sent and not done.
static status wait_below(struct conveyor *c, size_t most, struct error *e)
{
    while (c->waiting >= most) {
        (void)pthread_cond_wait(&c->done, &c->mutex);
    }
    if (c->result != ST_OK && e != NULL && e->code == ST_OK) {
        *e = c->error;
    }
    return c->result;
}

status conveyor_take(struct conveyor *c, size_t *place, struct error *e)
{
    (void)pthread_mutex_lock(&c->mutex);
    status result = wait_below(c, c->places, e);
    if (result == ST_OK) {
        *place = (c->first + c->waiting) % c->places;
    }
    (void)pthread_mutex_unlock(&c->mutex);
    return result;
}

void conveyor_send(struct conveyor *c)
{
    (void)pthread_mutex_lock(&c->mutex);
    c->waiting++;
    (void)pthread_cond_signal(&c->sent);
    (void)pthread_mutex_unlock(&c->mutex);
}

status conveyor_drain(struct conveyor *c, struct error *e)
{
    (void)pthread_mutex_lock(&c->mutex);
    status result = wait_below(c, 1, e);
    (void)pthread_mutex_unlock(&c->mutex);
    return result;
}

void conveyor_destroy(struct conveyor *c)
{
    if (c == NULL) {
        return;
    }
    (void)pthread_mutex_lock(&c->mutex);
    c->stopping = true;
    (void)pthread_cond_signal(&c->sent);
    (void)pthread_mutex_unlock(&c->mutex);
    (void)pthread_join(c->thread, NULL);
    (void)pthread_cond_destroy(&c->done);
    (void)pthread_cond_destroy(&c->sent);
    (void)pthread_mutex_destroy(&c->mutex);
    free(c);
}
