// SPDX-License-Identifier: Apache-2.0
// Bytes between the thread that makes them and the one that sends them.
#include "http/stream.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct side {
    struct http_stream *stream;
    int woken;
    int slept;
    size_t bytes;
    status result;
};

static void wake(void *argument)
{
    struct side *s = argument;
    s->woken++;
}

static void go_to_sleep(void *argument)
{
    struct side *s = argument;
    s->slept++;
}

static enum http_stream_state take(struct side *s, char *out, size_t most, size_t *given)
{
    return http_stream_take(s->stream, out, most, given, go_to_sleep, s);
}

static void gives_bytes_in_order(void **state)
{
    (void)state;
    struct error e = {0};
    struct side s = {0};
    char out[8];
    size_t given = 0;
    assert_int_equal(http_stream_create(wake, &s, &s.stream, &e), ST_OK);
    assert_int_equal(take(&s, out, sizeof out, &given), HTTP_STREAM_WAITS);
    assert_int_equal(s.slept, 1);
    assert_int_equal(http_stream_write(s.stream, SV("Turdus merula"), &e), ST_OK);
    assert_int_equal(s.woken, 1);
    assert_int_equal(http_stream_write(s.stream, SV("!"), &e), ST_OK);
    assert_int_equal(s.woken, 1); // once
    assert_int_equal(take(&s, out, 6, &given), HTTP_STREAM_BYTES_GIVEN);
    assert_memory_equal(out, "Turdus", 6);
    assert_int_equal(take(&s, out, sizeof out, &given), HTTP_STREAM_BYTES_GIVEN);
    assert_int_equal(given, 8);
    assert_memory_equal(out, " merula!", 8);
    http_stream_end(s.stream, false);
    assert_int_equal(take(&s, out, sizeof out, &given), HTTP_STREAM_ENDED);
    assert_int_equal(http_stream_sent(s.stream), 14);
    http_stream_destroy(s.stream);
}

static void a_failure_shows_behind_what_came(void **state)
{
    (void)state;
    struct error e = {0};
    struct side s = {0};
    char out[8];
    size_t given = 0;
    assert_int_equal(http_stream_create(wake, &s, &s.stream, &e), ST_OK);
    assert_int_equal(http_stream_write(s.stream, SV("half"), &e), ST_OK);
    http_stream_end(s.stream, true);
    assert_int_equal(take(&s, out, sizeof out, &given), HTTP_STREAM_BYTES_GIVEN);
    assert_int_equal(take(&s, out, sizeof out, &given), HTTP_STREAM_FAILED);
    http_stream_destroy(s.stream);
    http_stream_destroy(NULL);
}

static bool always(void *argument)
{
    (void)argument;
    return true;
}

static void *make_much(void *argument)
{
    struct side *s = argument;
    static char block[4096];
    struct error e = {0};
    for (s->result = ST_OK; s->result == ST_OK;) {
        s->result = http_stream_write(s->stream, (string_view){block, sizeof block}, &e);
        s->bytes += sizeof block;
    }
    return NULL;
}

// The maker waits when it is ahead, and hears that the client has gone or that it is to give up.
static void the_maker_waits(void **state)
{
    (void)state;
    for (int by_client = 0; by_client < 2; by_client++) {
        struct error e = {0};
        struct side s = {0};
        pthread_t maker;
        assert_int_equal(http_stream_create(wake, &s, &s.stream, &e), ST_OK);
        if (by_client == 0) {
            http_stream_set_given_up(s.stream, always, NULL);
        }
        assert_int_equal(pthread_create(&maker, NULL, make_much, &s), 0);
        if (by_client == 1) {
            assert_int_equal(usleep(20000), 0);
            assert_false(http_stream_is_closed(s.stream));
            http_stream_close(s.stream);
        }
        assert_int_equal(pthread_join(maker, NULL), 0);
        assert_int_equal(s.result, ST_CANCELLED);
        assert_true(s.bytes <= 2 * HTTP_STREAM_BYTES);
        http_stream_destroy(s.stream);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_bytes_in_order),
        cmocka_unit_test(a_failure_shows_behind_what_came),
        cmocka_unit_test(the_maker_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
