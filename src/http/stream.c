// SPDX-License-Identifier: Apache-2.0
// Two buffers that change places: one is filled while the other is sent.
// Must not know: the HTTP library, what the bytes are.
#include "http/stream.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LOOK_NANOSECONDS 100000000L // between two looks at whether to give up
#define BUFFER_MOST      ((size_t)256 << 20)

struct http_stream {
    pthread_mutex_t mutex;
    pthread_cond_t taken;
    struct buffer fill;  // by the maker, under the mutex
    struct buffer drain; // the sender's alone
    size_t drained;
    uint64_t sent;
    void (*wake)(void *argument);
    void *wake_argument;
    bool (*given_up)(void *argument);
    void *given_up_argument;
    bool sleeping;
    bool ended;
    bool failed;
    bool closed;
};

status http_stream_create(void (*wake)(void *argument), void *argument, struct http_stream **out,
                          struct error *e)
{
    struct http_stream *s = calloc(1, sizeof *s);
    if (s == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for an answer");
    }
    (void)pthread_mutex_init(&s->mutex, NULL);
    (void)pthread_cond_init(&s->taken, NULL);
    buffer_init(&s->fill, BUFFER_MOST);
    buffer_init(&s->drain, BUFFER_MOST);
    s->wake = wake;
    s->wake_argument = argument;
    *out = s;
    return ST_OK;
}

void http_stream_destroy(struct http_stream *s)
{
    if (s == NULL) {
        return;
    }
    buffer_release(&s->fill);
    buffer_release(&s->drain);
    (void)pthread_cond_destroy(&s->taken);
    (void)pthread_mutex_destroy(&s->mutex);
    free(s);
}

void http_stream_set_given_up(struct http_stream *s, bool (*given_up)(void *argument),
                              void *argument)
{
    s->given_up = given_up;
    s->given_up_argument = argument;
}

static void wake_sender(struct http_stream *s)
{
    bool sleeping = s->sleeping;
    s->sleeping = false;
    if (sleeping) {
        s->wake(s->wake_argument);
    }
}

// Waits a little for the sender; under the mutex.
static void wait_a_while(struct http_stream *s)
{
    struct timespec until;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += LOOK_NANOSECONDS;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    (void)pthread_cond_timedwait(&s->taken, &s->mutex, &until);
}

static status gone(struct error *e)
{
    return error_set(e, ST_CANCELLED, "the client has gone");
}

status http_stream_write(struct http_stream *s, string_view bytes, struct error *e)
{
    bool given_up = false;
    (void)pthread_mutex_lock(&s->mutex);
    while (!s->closed && !given_up && s->fill.length >= HTTP_STREAM_BYTES) {
        wait_a_while(s);
        if (s->given_up != NULL) {
            (void)pthread_mutex_unlock(&s->mutex);
            given_up = s->given_up(s->given_up_argument);
            (void)pthread_mutex_lock(&s->mutex);
        }
    }
    status result = s->closed || given_up ? gone(e) : ST_OK;
    if (result == ST_OK) {
        buffer_append_view(&s->fill, bytes);
        result = buffer_check(&s->fill, "an answer", e);
        wake_sender(s);
    }
    (void)pthread_mutex_unlock(&s->mutex);
    return result;
}

void http_stream_end(struct http_stream *s, bool failed)
{
    (void)pthread_mutex_lock(&s->mutex);
    s->ended = true;
    s->failed = failed;
    wake_sender(s);
    (void)pthread_mutex_unlock(&s->mutex);
}

bool http_stream_is_closed(struct http_stream *s)
{
    (void)pthread_mutex_lock(&s->mutex);
    bool closed = s->closed;
    (void)pthread_mutex_unlock(&s->mutex);
    return closed;
}

// Takes the filled buffer over; false when there is nothing in it.
static bool change_places(struct http_stream *s)
{
    if (s->fill.length == 0) {
        return false;
    }
    struct buffer filled = s->fill;
    s->fill = s->drain;
    buffer_clear(&s->fill);
    s->drain = filled;
    s->drained = 0;
    (void)pthread_cond_signal(&s->taken);
    return true;
}

enum http_stream_state http_stream_take(struct http_stream *s, char *out, size_t most,
                                        size_t *given, void (*sleep)(void *argument),
                                        void *argument)
{
    *given = 0;
    if (s->drained == s->drain.length) {
        enum http_stream_state state = HTTP_STREAM_BYTES_GIVEN;
        (void)pthread_mutex_lock(&s->mutex);
        if (!change_places(s)) {
            state = s->failed  ? HTTP_STREAM_FAILED
                    : s->ended ? HTTP_STREAM_ENDED
                               : HTTP_STREAM_WAITS;
            if (state == HTTP_STREAM_WAITS) {
                s->sleeping = true;
                sleep(argument);
            }
        }
        (void)pthread_mutex_unlock(&s->mutex);
        if (state != HTTP_STREAM_BYTES_GIVEN) {
            return state;
        }
    }
    *given = MIN(most, s->drain.length - s->drained);
    memcpy(out, s->drain.bytes + s->drained, *given);
    s->drained += *given;
    s->sent += *given;
    return HTTP_STREAM_BYTES_GIVEN;
}

void http_stream_close(struct http_stream *s)
{
    (void)pthread_mutex_lock(&s->mutex);
    s->closed = true;
    s->sleeping = false;
    (void)pthread_cond_signal(&s->taken);
    (void)pthread_mutex_unlock(&s->mutex);
}

uint64_t http_stream_sent(const struct http_stream *s)
{
    return s->sent;
}
