// SPDX-License-Identifier: Apache-2.0
// The queue and the thread that empties it.
#include "usage/usage.h"

#include "base/log.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define PAUSE_NANOSECONDS   1000000000L       // between two times of writing
#define MOST_EVENTS_WAITING ((size_t)1 << 20) // that could not be written: 44 MiB

// A visit in the queue, with all that it points to behind it in one piece of memory.
struct queued {
    struct queued *next;
    size_t bytes;
    struct usage_visit visit;
};

struct usage {
    char folder[4096];
    struct agents *agents;
    struct networks *networks;
    struct sessions *sessions;
    struct usage_book *book; // the thread's alone
    pthread_t thread;
    bool has_thread;
    pthread_mutex_t mutex; // guards the rest
    pthread_cond_t come;
    struct queued *first;
    struct queued **last;
    size_t count;
    size_t bytes;
    bool stopping;
    bool asleep; // the thread waits for something to come
    struct usage_state state;
};

// --- the queue -------------------------------------------------------------------------------

static size_t size_of(const struct usage_visit *v)
{
    size_t size = sizeof(struct queued) + v->part_count * sizeof *v->parts +
                  v->thing_count * sizeof *v->things + v->format.length + v->client.length +
                  v->agent.length;
    for (size_t i = 0; i < v->part_count; i++) {
        size += v->parts[i].dataset.length;
    }
    for (size_t i = 0; i < v->thing_count; i++) {
        size += v->things[i].text.length;
    }
    return size;
}

static string_view move_text(char **at, string_view text)
{
    string_view moved = {*at, text.length};
    if (text.length > 0) {
        memcpy(*at, text.bytes, text.length);
    }
    *at += text.length;
    return moved;
}

static struct queued *copy_visit(const struct usage_visit *v)
{
    size_t size = size_of(v);
    struct queued *q = size > USAGE_QUEUE_BYTES ? NULL : malloc(size);
    if (q == NULL) {
        return NULL;
    }
    struct usage_part *parts = (struct usage_part *)(q + 1);
    struct usage_thing *things = (struct usage_thing *)(parts + v->part_count);
    char *at = (char *)(things + v->thing_count);
    *q = (struct queued){.bytes = size, .visit = *v};
    q->visit.parts = parts;
    q->visit.things = things;
    q->visit.format = move_text(&at, v->format);
    q->visit.client = move_text(&at, v->client);
    q->visit.agent = move_text(&at, v->agent);
    for (size_t i = 0; i < v->part_count; i++) {
        parts[i] = v->parts[i];
        parts[i].dataset = move_text(&at, v->parts[i].dataset);
    }
    for (size_t i = 0; i < v->thing_count; i++) {
        things[i] = v->things[i];
        things[i].text = move_text(&at, v->things[i].text);
    }
    return q;
}

void usage_count(struct usage *u, const struct usage_visit *visit)
{
    struct queued *q = u == NULL ? NULL : copy_visit(visit);
    if (u == NULL) {
        return;
    }
    (void)pthread_mutex_lock(&u->mutex);
    u->state.visits++;
    if (q == NULL || u->count >= USAGE_QUEUE_VISITS || u->bytes + q->bytes > USAGE_QUEUE_BYTES) {
        u->state.lost++;
    } else {
        *u->last = q;
        u->last = &q->next;
        u->count++;
        u->bytes += q->bytes;
        q = NULL;
        if (u->asleep) {
            (void)pthread_cond_signal(&u->come);
        }
    }
    (void)pthread_mutex_unlock(&u->mutex);
    free(q);
}

bool usage_is_robot(const struct usage *u, string_view user_agent)
{
    return u != NULL && user_agent.length > 0 &&
           agents_find(u->agents, user_agent).method == METHOD_ROBOT;
}

static struct queued *take_all(struct usage *u)
{
    (void)pthread_mutex_lock(&u->mutex);
    struct queued *list = u->first;
    u->first = NULL;
    u->last = &u->first;
    u->count = 0;
    u->bytes = 0;
    (void)pthread_mutex_unlock(&u->mutex);
    return list;
}

void usage_look(struct usage *u, struct usage_state *out)
{
    *out = (struct usage_state){.writing = false};
    if (u != NULL) {
        (void)pthread_mutex_lock(&u->mutex);
        *out = u->state;
        out->waiting += u->count;
        (void)pthread_mutex_unlock(&u->mutex);
    }
}

// --- writing ---------------------------------------------------------------------------------

// Tells how a time of writing went; a change for the worse is logged once.
static void tell(struct usage *u, status result, const struct error *e, uint64_t lost)
{
    (void)pthread_mutex_lock(&u->mutex);
    bool was_fine = u->state.trouble[0] == '\0';
    u->state.writing = result == ST_OK && u->book != NULL;
    u->state.lost += lost;
    u->state.waiting = u->book == NULL ? 0 : usage_book_waiting(u->book);
    u->state.written += result == ST_OK;
    (void)snprintf(u->state.trouble, sizeof u->state.trouble, "%s",
                   result == ST_OK ? "" : e->message);
    (void)pthread_mutex_unlock(&u->mutex);
    if (result != ST_OK && was_fine) {
        log_message(LOG_WARNING, "uses are not written now: %s", e->message);
    } else if (result == ST_OK && !was_fine) {
        log_message(LOG_INFO, "uses are written again");
    }
}

static status open_book(struct usage *u, struct error *e)
{
    if (u->book != NULL) {
        return ST_OK;
    }
    TRY(usage_book_open(u->folder, &u->book, e));
    return counting_begins(u->book, clock_now(), e);
}

static uint64_t count_visits(struct usage *u, struct queued *list)
{
    struct counting c = {u->agents, u->networks, u->sessions};
    uint64_t lost = 0;
    while (list != NULL) {
        struct queued *next = list->next;
        struct error trouble = {0};
        lost += counting_take(&c, &list->visit, u->book, &trouble) != ST_OK;
        free(list);
        list = next;
    }
    return lost;
}

// One time of writing. What cannot be written waits, within bounds.
static void write_once(struct usage *u)
{
    struct error e = {0};
    uint64_t lost = 0;
    status result = open_book(u, &e);
    if (u->book != NULL && usage_book_waiting(u->book) < MOST_EVENTS_WAITING) {
        lost = count_visits(u, take_all(u));
    }
    if (result == ST_OK) {
        result = usage_book_flush(u->book, &e);
    }
    tell(u, result, &e, lost);
}

// Waits until something has come; false when the server stops. After trouble it looks again each
// second.
static bool wait_for_visits(struct usage *u)
{
    struct timespec until;
    (void)pthread_mutex_lock(&u->mutex);
    while (u->first == NULL && !u->stopping && u->state.writing) {
        u->asleep = true;
        (void)pthread_cond_wait(&u->come, &u->mutex);
        u->asleep = false;
    }
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += PAUSE_NANOSECONDS / 2;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    int waited = 0;
    while (!u->stopping && waited == 0) { // more may come that is written with it
        waited = pthread_cond_timedwait(&u->come, &u->mutex, &until);
    }
    bool goes_on = !u->stopping;
    (void)pthread_mutex_unlock(&u->mutex);
    return goes_on;
}

static void *write_uses(void *argument)
{
    struct usage *u = argument;
    do {
        write_once(u);
    } while (wait_for_visits(u));
    write_once(u);
    return NULL;
}

// --- starting and stopping -------------------------------------------------------------------

static status start(struct usage *u, const char *folder, struct error *e)
{
    if (strlen(folder) >= sizeof u->folder) {
        return error_set(e, ST_INVALID, "the data folder's path is too long");
    }
    (void)snprintf(u->folder, sizeof u->folder, "%s", folder);
    TRY(agents_open(folder, &u->agents, e));
    TRY(networks_open(folder, &u->networks, e));
    TRY(sessions_create(&u->sessions, e));
    if (pthread_create(&u->thread, NULL, write_uses, u) != 0) {
        return error_set(e, ST_NO_MEMORY, "cannot start a thread");
    }
    u->has_thread = true;
    return ST_OK;
}

status usage_start(const char *folder, struct usage **out, struct error *e)
{
    struct usage *u = calloc(1, sizeof *u);
    if (u == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to count uses");
    }
    u->last = &u->first;
    (void)pthread_mutex_init(&u->mutex, NULL);
    (void)pthread_cond_init(&u->come, NULL);
    status result = start(u, folder, e);
    if (result != ST_OK) {
        usage_stop(u);
        return result;
    }
    *out = u;
    return ST_OK;
}

static void end_thread(struct usage *u)
{
    (void)pthread_mutex_lock(&u->mutex);
    u->stopping = true;
    (void)pthread_cond_signal(&u->come);
    (void)pthread_mutex_unlock(&u->mutex);
    (void)pthread_join(u->thread, NULL);
}

void usage_stop(struct usage *u)
{
    if (u == NULL) {
        return;
    }
    if (u->has_thread) {
        end_thread(u);
    }
    struct queued *left = take_all(u);
    while (left != NULL) {
        struct queued *next = left->next;
        free(left);
        left = next;
    }
    usage_book_close(u->book);
    sessions_destroy(u->sessions);
    networks_close(u->networks);
    agents_close(u->agents);
    (void)pthread_cond_destroy(&u->come);
    (void)pthread_mutex_destroy(&u->mutex);
    free(u);
}
