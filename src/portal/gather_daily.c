// SPDX-License-Identifier: Apache-2.0
// Looks now and then what is due.
#include "portal/gather_daily.h"

#include "base/log.h"
#include "portal/gather.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

#define HOUR         ((moment)3600000)
#define DAY          (24 * HOUR)
#define LOOK_SECONDS 60
// A source may tell of a change some days after it: what changed since the last time, and a while
// before.
#define BEFORE (7 * DAY)

struct gather_daily {
    struct portal *portal;
    struct identifier_register *identifiers;
    struct literature *literature;
    struct gather_settings settings;
    atomic_bool stopping;
    pthread_mutex_t mutex;
    pthread_cond_t stopped;
    pthread_t thread;
};

// --- one gathering -------------------------------------------------------------------------------

static status gather_within(struct gather_daily *d, enum gather_source_id source,
                            const struct gather_state *state, struct snapshot *snapshot,
                            struct arena *arena, struct error *e)
{
    struct literature_links links = {.snapshot = snapshot,
                                     .commit = snapshot_last_commit(snapshot),
                                     .identifiers = d->identifiers,
                                     .literature = d->literature,
                                     .arena = arena};
    struct gathering g;
    char since[25];
    TRY(portal_datasets(d->portal, snapshot, links.commit, arena, &links.view, e));
    gather_begin(&g, &links, &d->settings, &d->stopping);
    if (state->good > BEFORE) {
        moment_to_text(state->good - BEFORE, since);
        g.since = (string_view){since, 10};
    }
    TRY(gather_run(&g, source, e));
    log_message(LOG_INFO, "%s told of %llu publications, %llu of them new", gather_names[source],
                (unsigned long long)g.tally.read, (unsigned long long)g.tally.is_new);
    return ST_OK;
}

// One that was stopped goes on sooner; but it may run still, in another process.
static bool is_due(const struct gather_state *state, moment now)
{
    moment wait = state->ended == 0 ? HOUR : DAY;
    return !state->there || state->started > now || now - state->started >= wait;
}

static void gather_one(struct gather_daily *d, enum gather_source_id source)
{
    struct gather_state state;
    struct snapshot *snapshot = NULL;
    struct error e = {0};
    struct arena arena;
    arena_init(&arena, 0);
    status result = gather_state_read(d->literature, source, &arena, &state, &e);
    if (result == ST_OK && is_due(&state, clock_now())) {
        result = store_snapshot(d->portal->store, &snapshot, &e);
        result = result == ST_OK ? gather_within(d, source, &state, snapshot, &arena, &e) : result;
    }
    if (result != ST_OK && result != ST_CANCELLED) {
        log_message(LOG_WARNING, "publications are not gathered from %s: %s", gather_names[source],
                    e.message);
    }
    arena_release(&arena);
    snapshot_release(snapshot);
}

// --- the thread
// ------------------------------------------------------------------------------------

static void wait_a_while(struct gather_daily *d)
{
    struct timespec until;
    int code = 0;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += LOOK_SECONDS;
    (void)pthread_mutex_lock(&d->mutex);
    while (!atomic_load(&d->stopping) && code != ETIMEDOUT) {
        code = pthread_cond_timedwait(&d->stopped, &d->mutex, &until);
    }
    (void)pthread_mutex_unlock(&d->mutex);
}

static void *work(void *argument)
{
    struct gather_daily *d = argument;
    while (!atomic_load(&d->stopping)) {
        for (int id = 0; id < GATHER_SOURCES && !atomic_load(&d->stopping); id++) {
            if (d->settings.daily[id]) {
                gather_one(d, (enum gather_source_id)id);
            }
        }
        wait_a_while(d);
    }
    return NULL;
}

static bool any_daily(const struct gather_settings *settings)
{
    bool any = false;
    for (int id = 0; id < GATHER_SOURCES; id++) {
        any = any || settings->daily[id];
    }
    return settings->there && any;
}

status gather_daily_start(struct portal *portal, struct identifier_register *identifiers,
                          struct literature *literature, const struct gather_settings *settings,
                          struct gather_daily **out, struct error *e)
{
    *out = NULL;
    if (!any_daily(settings)) {
        return ST_OK;
    }
    struct gather_daily *d = calloc(1, sizeof *d);
    if (d == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to gather publications");
    }
    d->portal = portal;
    d->identifiers = identifiers;
    d->literature = literature;
    d->settings = *settings;
    (void)pthread_mutex_init(&d->mutex, NULL);
    (void)pthread_cond_init(&d->stopped, NULL);
    if (pthread_create(&d->thread, NULL, work, d) != 0) {
        free(d);
        return error_set(e, ST_NO_MEMORY, "no thread to gather publications");
    }
    *out = d;
    return ST_OK;
}

void gather_daily_stop(struct gather_daily *d)
{
    if (d == NULL) {
        return;
    }
    atomic_store(&d->stopping, true);
    (void)pthread_mutex_lock(&d->mutex);
    (void)pthread_cond_signal(&d->stopped);
    (void)pthread_mutex_unlock(&d->mutex);
    (void)pthread_join(d->thread, NULL);
    (void)pthread_cond_destroy(&d->stopped);
    (void)pthread_mutex_destroy(&d->mutex);
    free(d);
}
