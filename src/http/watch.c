// SPDX-License-Identifier: Apache-2.0
// A list of connections with deadlines.
#include "http/watch.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/socket.h>

struct watched {
    struct watched *previous;
    struct watched *next;
    int socket;
    _Atomic uint64_t deadline;
};

struct watch {
    pthread_mutex_t mutex; // guards the list: a socket on it is open
    struct watched *first;
};

status watch_create(struct watch **out, struct error *e)
{
    struct watch *w = calloc(1, sizeof *w);
    if (w == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the list of connections");
    }
    (void)pthread_mutex_init(&w->mutex, NULL);
    *out = w;
    return ST_OK;
}

void watch_destroy(struct watch *w)
{
    if (w != NULL) {
        (void)pthread_mutex_destroy(&w->mutex);
        free(w);
    }
}

struct watched *watch_add(struct watch *w, int socket, uint64_t deadline)
{
    struct watched *c = calloc(1, sizeof *c);
    if (c == NULL) {
        return NULL;
    }
    c->socket = socket;
    atomic_init(&c->deadline, deadline);
    (void)pthread_mutex_lock(&w->mutex);
    c->next = w->first;
    if (c->next != NULL) {
        c->next->previous = c;
    }
    w->first = c;
    (void)pthread_mutex_unlock(&w->mutex);
    return c;
}

void watch_remove(struct watch *w, struct watched *c)
{
    (void)pthread_mutex_lock(&w->mutex);
    if (c->previous != NULL) {
        c->previous->next = c->next;
    } else {
        w->first = c->next;
    }
    if (c->next != NULL) {
        c->next->previous = c->previous;
    }
    (void)pthread_mutex_unlock(&w->mutex);
    free(c);
}

void watched_set_deadline(struct watched *c, uint64_t deadline)
{
    atomic_store_explicit(&c->deadline, deadline, memory_order_relaxed);
}

size_t watch_sweep(struct watch *w, uint64_t now)
{
    size_t count = 0;
    (void)pthread_mutex_lock(&w->mutex);
    for (struct watched *c = w->first; c != NULL; c = c->next) {
        uint64_t deadline = atomic_load_explicit(&c->deadline, memory_order_relaxed);
        if (deadline != 0 && deadline < now) {
            (void)shutdown(c->socket, SHUT_RDWR);
            atomic_store_explicit(&c->deadline, 0, memory_order_relaxed);
            count++;
        }
    }
    (void)pthread_mutex_unlock(&w->mutex);
    return count;
}

size_t watch_shut(struct watch *w)
{
    size_t count = 0;
    (void)pthread_mutex_lock(&w->mutex);
    for (struct watched *c = w->first; c != NULL; c = c->next) {
        (void)shutdown(c->socket, SHUT_RDWR);
        count++;
    }
    (void)pthread_mutex_unlock(&w->mutex);
    return count;
}
