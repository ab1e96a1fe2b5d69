// SPDX-License-Identifier: Apache-2.0
// Looks for segments that it has not seen, once the store has been quiet.
#include "query/warm_up.h"

#include "base/log.h"
#include "query/record_lengths.h"
#include "store/store.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define LOOK_MILLISECONDS 500
#define NICENESS          10

struct warm_up {
    struct store *store;
    uint64_t generation;   // of the snapshot last looked at
    bool done;             // all of its segments
    pthread_mutex_t mutex; // guards what follows
    pthread_cond_t wake;
    bool stops;
    bool runs;
};

static bool is_stopping(struct warm_up *w)
{
    (void)pthread_mutex_lock(&w->mutex);
    bool stops = w->stops;
    (void)pthread_mutex_unlock(&w->mutex);
    return stops;
}

// What is kept already takes no time.
static status prepare(struct warm_up *w, const struct snapshot *s, struct error *e)
{
    for (size_t i = snapshot_segments(s); i > 0 && !is_stopping(w); i--) {
        const uint32_t *lengths = NULL;
        struct arena holder;
        arena_init(&holder, 0);
        status result = record_lengths_get(snapshot_segment(s, i - 1), &holder, &lengths, e);
        arena_release(&holder);
        TRY(result);
    }
    return ST_OK;
}

// A store that changed since the last look is left to settle.
static void look(struct warm_up *w)
{
    struct snapshot *s = NULL;
    struct error trouble = {0};
    status result = store_snapshot(w->store, &s, &trouble);
    if (result == ST_OK) {
        bool is_new = snapshot_generation(s) != w->generation;
        w->generation = snapshot_generation(s);
        if (!is_new && !w->done) {
            result = prepare(w, s, &trouble);
        }
        w->done = !is_new;
        snapshot_release(s);
    }
    if (result != ST_OK) { // whoever asks is told again
        log_message(LOG_WARNING, "nothing is counted ahead: %s", trouble.message);
    }
}

static void wait_for_next_look(struct warm_up *w)
{
    struct timespec until;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += LOOK_MILLISECONDS * 1000000L;
    until.tv_sec += until.tv_nsec / 1000000000L;
    until.tv_nsec %= 1000000000L;
    (void)pthread_cond_timedwait(&w->wake, &w->mutex, &until);
}

static void *run(void *argument)
{
    struct warm_up *w = argument;
    (void)setpriority(PRIO_PROCESS, (id_t)syscall(SYS_gettid), NICENESS); // of this thread alone
    (void)pthread_mutex_lock(&w->mutex);
    while (!w->stops) {
        (void)pthread_mutex_unlock(&w->mutex);
        look(w);
        (void)pthread_mutex_lock(&w->mutex);
        if (!w->stops) {
            wait_for_next_look(w);
        }
    }
    w->runs = false;
    (void)pthread_cond_broadcast(&w->wake);
    (void)pthread_mutex_unlock(&w->mutex);
    return NULL;
}

static void release(struct warm_up *w)
{
    store_close(w->store);
    (void)pthread_cond_destroy(&w->wake);
    (void)pthread_mutex_destroy(&w->mutex);
    free(w);
}

status warm_up_start(const char *store_folder, struct warm_up **out, struct error *e)
{
    pthread_t thread;
    struct warm_up *w = calloc(1, sizeof *w);
    if (w == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to count ahead");
    }
    (void)pthread_mutex_init(&w->mutex, NULL);
    (void)pthread_cond_init(&w->wake, NULL);
    w->runs = true;
    status result = store_open(store_folder, &w->store, e);
    if (result == ST_OK && pthread_create(&thread, NULL, run, w) != 0) {
        result = error_set(e, ST_NO_MEMORY, "cannot start a thread that counts ahead");
    }
    if (result != ST_OK) {
        release(w);
        return result;
    }
    (void)pthread_detach(thread);
    *out = w;
    return ST_OK;
}

void warm_up_stop(struct warm_up *w, unsigned most_seconds)
{
    if (w == NULL) {
        return;
    }
    struct timespec until;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += most_seconds;
    (void)pthread_mutex_lock(&w->mutex);
    w->stops = true;
    (void)pthread_cond_broadcast(&w->wake);
    int late = 0;
    while (w->runs && late == 0) {
        late = pthread_cond_timedwait(&w->wake, &w->mutex, &until);
    }
    bool ended = !w->runs;
    (void)pthread_mutex_unlock(&w->mutex);
    if (ended) {
        release(w);
    }
}
