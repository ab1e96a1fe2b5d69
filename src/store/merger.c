// SPDX-License-Identifier: Apache-2.0
// Two threads that look at the store now and then.
#include "store/merger.h"

#include "base/clock.h"
#include "base/log.h"
#include "store/merge.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define LOOK_MILLISECONDS  50
#define LARGE_MILLISECONDS 500
// A store without new commits for so long is settled.
#define IDLE_MILLISECONDS 2000
// After a failure (a full disk, say) nothing is tried for so long.
#define PAUSE_MILLISECONDS 60000
#define NICENESS           10

struct lane {
    struct merger *merger;
    bool large;
    uint64_t generation; // of the snapshot last looked at
    uint32_t commit;     // its last
    int64_t changed;     // clock when that rose
    int64_t quiet_until;
    bool settled;
};

struct merger {
    struct store *store;
    pthread_mutex_t mutex; // guards what follows
    pthread_cond_t wake;
    bool stops;
    int running;
    struct lane lanes[2];
};

static void look(struct lane *l)
{
    struct merger *m = l->merger;
    struct snapshot *s = NULL;
    struct error trouble = {0};
    bool at_work = false;
    int64_t now = (int64_t)clock_now();
    if (now < l->quiet_until) {
        return;
    }
    status result = store_snapshot(m->store, &s, &trouble);
    if (result == ST_OK) {
        uint64_t generation = snapshot_generation(s);
        uint32_t commit = snapshot_last_commit(s);
        snapshot_release(s);
        bool is_new = generation != l->generation;
        if (commit != l->commit) {
            l->changed = now;
            l->settled = false;
        }
        l->generation = generation;
        l->commit = commit;
        if (is_new) {
            result = store_merge_lane(m->store, l->large ? MERGE_LARGE : MERGE_SMALL, NULL,
                                      &at_work, &trouble);
        } else if (!l->large && !l->settled && now - l->changed > IDLE_MILLISECONDS) {
            l->settled = true;
            result = store_merge_lane(m->store, MERGE_SETTLE, NULL, &at_work, &trouble);
        }
    }
    if (at_work) {
        l->generation = 0; // another merges: look again
    }
    if (result != ST_OK) {
        log_message(LOG_WARNING, "%s", trouble.message);
        l->quiet_until = now + PAUSE_MILLISECONDS;
    }
}

static void wait_for_next_look(struct lane *l)
{
    struct timespec until;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += (l->large ? LARGE_MILLISECONDS : LOOK_MILLISECONDS) * 1000000L;
    until.tv_sec += until.tv_nsec / 1000000000L;
    until.tv_nsec %= 1000000000L;
    (void)pthread_cond_timedwait(&l->merger->wake, &l->merger->mutex, &until);
}

static void *run_lane(void *argument)
{
    struct lane *l = argument;
    struct merger *m = l->merger;
    (void)setpriority(PRIO_PROCESS, (id_t)syscall(SYS_gettid), NICENESS); // of this thread alone
    (void)pthread_mutex_lock(&m->mutex);
    while (!m->stops) {
        (void)pthread_mutex_unlock(&m->mutex);
        look(l);
        (void)pthread_mutex_lock(&m->mutex);
        if (!m->stops) {
            wait_for_next_look(l);
        }
    }
    m->running--;
    (void)pthread_cond_broadcast(&m->wake);
    (void)pthread_mutex_unlock(&m->mutex);
    return NULL;
}

static status start_lane(struct merger *m, struct lane *l, struct error *e)
{
    pthread_t thread;
    l->merger = m;
    (void)pthread_mutex_lock(&m->mutex);
    m->running++;
    (void)pthread_mutex_unlock(&m->mutex);
    if (pthread_create(&thread, NULL, run_lane, l) != 0) {
        (void)pthread_mutex_lock(&m->mutex);
        m->running--;
        (void)pthread_mutex_unlock(&m->mutex);
        return error_set(e, ST_NO_MEMORY, "cannot start a thread that merges");
    }
    (void)pthread_detach(thread);
    return ST_OK;
}

status merger_start(const char *store_folder, struct merger **out, struct error *e)
{
    struct merger *m = calloc(1, sizeof *m);
    if (m == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to merge in the background");
    }
    (void)pthread_mutex_init(&m->mutex, NULL);
    (void)pthread_cond_init(&m->wake, NULL);
    m->lanes[1].large = true;
    status result = store_open(store_folder, &m->store, e);
    for (size_t i = 0; i < ARRAY_LENGTH(m->lanes) && result == ST_OK; i++) {
        result = start_lane(m, &m->lanes[i], e);
    }
    if (result != ST_OK) {
        merger_stop(m, 1);
        return result;
    }
    *out = m;
    return ST_OK;
}

void merger_stop(struct merger *m, unsigned most_seconds)
{
    if (m == NULL) {
        return;
    }
    struct timespec until;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += most_seconds;
    (void)pthread_mutex_lock(&m->mutex);
    m->stops = true;
    (void)pthread_cond_broadcast(&m->wake);
    int late = 0;
    while (m->running > 0 && late == 0) {
        late = pthread_cond_timedwait(&m->wake, &m->mutex, &until);
    }
    bool ended = m->running == 0;
    (void)pthread_mutex_unlock(&m->mutex);
    if (ended) {
        store_close(m->store);
        (void)pthread_cond_destroy(&m->wake);
        (void)pthread_mutex_destroy(&m->mutex);
        free(m);
    }
}
