// SPDX-License-Identifier: Apache-2.0
// Looks for segments that it has not seen, once the store has been quiet.
#include "query/warm_up.h"

#include "base/log.h"
#include "query/record_lengths.h"
#include "query/search.h"
#include "store/store.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define LOOK_MILLISECONDS 500
#define NICENESS          10
#define ANY_WORD          SV("aaa") // begins words, too

struct warm_up {
    struct store *store;
    const char *const *fields;
    uint64_t generation;   // of the snapshot last looked at
    bool done;             // all of its segments
    pthread_mutex_t mutex; // guards what follows
    pthread_cond_t wake;
    bool stops;
    bool runs;
};

static bool is_stopping(void *warm_up)
{
    struct warm_up *w = warm_up;
    (void)pthread_mutex_lock(&w->mutex);
    bool stops = w->stops;
    (void)pthread_mutex_unlock(&w->mutex);
    return stops;
}

// Of a search of everything, as somebody begins to type. A field that no table has has no values.
static status prepare_values(struct warm_up *w, struct snapshot *s, struct error *e)
{
    const struct search_request request = {
        .commit = snapshot_last_commit(s), .cancelled = is_stopping, .cancelled_argument = w};
    for (const char *const *field = w->fields; *field != NULL && !is_stopping(w); field++) {
        const struct search_facet_value *values = NULL;
        size_t count = 0;
        struct arena holder;
        arena_init(&holder, 0);
        status result = search_suggest_words(s, &scope_public, &holder, &request, sv_from(*field),
                                             ANY_WORD, 1, &values, &count, e);
        arena_release(&holder);
        if (result != ST_OK && result != ST_INVALID && result != ST_CANCELLED) {
            return result;
        }
    }
    return ST_OK;
}

static status prepare_lengths(struct warm_up *w, const struct snapshot *s, struct error *e)
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

// What is kept already takes no time.
static status prepare(struct warm_up *w, struct snapshot *s, struct error *e)
{
    TRY(prepare_values(w, s, e));
    return prepare_lengths(w, s, e);
}

// NULL: once it is stopped, nothing more is asked of the store.
static status take_snapshot(struct warm_up *w, struct snapshot **out, struct error *e)
{
    (void)pthread_mutex_lock(&w->mutex);
    *out = NULL;
    status result = w->stops ? ST_OK : store_snapshot(w->store, out, e);
    (void)pthread_mutex_unlock(&w->mutex);
    return result;
}

// A store that changed since the last look is left to settle.
static void look(struct warm_up *w)
{
    struct snapshot *s = NULL;
    struct error trouble = {0};
    status result = take_snapshot(w, &s, &trouble);
    if (s != NULL) {
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
    (void)pthread_cond_destroy(&w->wake);
    (void)pthread_mutex_destroy(&w->mutex);
    free(w);
}

status warm_up_start(struct store *store, const char *const *fields, struct warm_up **out,
                     struct error *e)
{
    pthread_t thread;
    struct warm_up *w = calloc(1, sizeof *w);
    if (w == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to count ahead");
    }
    (void)pthread_mutex_init(&w->mutex, NULL);
    (void)pthread_cond_init(&w->wake, NULL);
    w->runs = true;
    w->fields = fields;
    w->store = store;
    if (pthread_create(&thread, NULL, run, w) != 0) {
        release(w);
        return error_set(e, ST_NO_MEMORY, "cannot start a thread that counts ahead");
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
