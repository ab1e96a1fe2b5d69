// SPDX-License-Identifier: Apache-2.0
// The thread that gathers publications once a day (pthread_create), from a server of this test on
// this machine alone: it asks, keeps what it is told, and ends when it is told to, whatever the
// server does meanwhile.
#include "base/file.h"
#include "portal/gather.h"
#include "portal/gather_daily.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

// DataCite's answers (standards.md 3.13): one work cites the dataset; none says so itself.
#define COUNTED                                                                                    \
    "{\"data\":{\"attributes\":{},\"relationships\":{\"citations\":{\"data\":"                     \
    "[{\"id\":\"10.1/citing\",\"type\":\"dois\"}]}}}}"
#define TOLD "{\"data\":[],\"links\":{}}"

struct source {
    int listener;
    unsigned port;
    bool silent;       // takes questions and answers none
    atomic_uint asked; // questions
    atomic_bool over;
    pthread_t thread;
};

struct fixture {
    char folder[64];
    struct arena arena;
    struct portal *portal;
    struct identifier_register *identifiers;
    struct literature *literature;
    struct gather_settings settings;
    struct source source;
    struct error e;
};

// --- the server ------------------------------------------------------------------------------

static void answer(struct source *s, int connection)
{
    char heard[8192];
    char head[200];
    size_t length = 0;
    heard[0] = '\0';
    while (strstr(heard, "\r\n\r\n") == NULL && length + 1 < sizeof heard) {
        ssize_t got = recv(connection, heard + length, sizeof heard - 1 - length, 0);
        if (got <= 0) {
            return;
        }
        length += (size_t)got;
        heard[length] = '\0';
    }
    atomic_fetch_add(&s->asked, 1);
    if (s->silent) { // until whoever asked goes away
        (void)recv(connection, heard, sizeof heard, 0);
        return;
    }
    const char *body = strstr(heard, "?query=") != NULL ? TOLD : COUNTED;
    (void)snprintf(head, sizeof head,
                   "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n"
                   "Connection: close\r\n\r\n",
                   strlen(body));
    (void)send(connection, head, strlen(head), MSG_NOSIGNAL);
    (void)send(connection, body, strlen(body), MSG_NOSIGNAL);
}

static void *serve(void *argument)
{
    struct source *s = argument;
    while (!atomic_load(&s->over)) {
        int connection = accept(s->listener, NULL, NULL);
        if (connection >= 0) {
            answer(s, connection);
            (void)close(connection);
        }
    }
    return NULL;
}

static void begin_source(struct source *s)
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t length = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    s->listener = socket(AF_INET, SOCK_STREAM, 0);
    assert_true(s->listener >= 0);
    assert_int_equal(bind(s->listener, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(s->listener, 4), 0);
    assert_int_equal(getsockname(s->listener, (struct sockaddr *)&address, &length), 0);
    s->port = ntohs(address.sin_port);
    assert_int_equal(pthread_create(&s->thread, NULL, serve, s), 0);
}

static void end_source(struct source *s)
{
    atomic_store(&s->over, true);
    (void)shutdown(s->listener, SHUT_RDWR);
    assert_int_equal(pthread_join(s->thread, NULL), 0);
    (void)close(s->listener);
}

// --- the portal ------------------------------------------------------------------------------

static void write_settings(struct fixture *f, const char *daily)
{
    char path[PATH_SIZE];
    char text[500];
    (void)snprintf(path, sizeof path, "%s/literature.json", f->folder);
    (void)snprintf(text, sizeof text,
                   "{\"contact\":\"data@museum.example\",\"site\":\"https://museum.example\","
                   "\"datacite\":{\"api\":\"http://127.0.0.1:%u\"},"
                   "\"datasets\":{\"birds\":{\"dois\":[\"10.5519/birds\"]}},"
                   "\"daily\":[%s],\"pause\":0,\"firstWait\":0.01}",
                   f->source.port, daily);
    assert_int_equal(file_replace(path, text, strlen(text), &f->e), ST_OK);
    assert_int_equal(gather_settings_open(f->folder, &f->arena, &f->settings, &f->e), ST_OK);
}

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    (void)snprintf(f->folder, sizeof f->folder, "/tmp/test_gather_daily.XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    arena_init(&f->arena, 0);
    assert_int_equal(portal_init(f->folder, "Museum", false, SV(""), &f->e), ST_OK);
    assert_int_equal(portal_open(f->folder, &f->portal, &f->e), ST_OK);
    assert_int_equal(identifiers_open(f->folder, &f->identifiers, &f->e), ST_OK);
    assert_int_equal(literature_open(f->folder, &f->literature, &f->e), ST_OK);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    end_source(&f->source);
    literature_close(f->literature);
    identifiers_close(f->identifiers);
    portal_close(f->portal);
    arena_release(&f->arena);
    assert_int_equal(folder_remove(f->folder, NULL), ST_OK);
    free(f);
    return 0;
}

static struct gather_daily *start(struct fixture *f)
{
    struct gather_daily *d = NULL;
    assert_int_equal(
        gather_daily_start(f->portal, f->identifiers, f->literature, &f->settings, &d, &f->e),
        ST_OK);
    return d;
}

static struct gather_state state_of(struct fixture *f)
{
    struct gather_state state;
    assert_int_equal(gather_state_read(f->literature, GATHER_DATACITE, &f->arena, &state, &f->e),
                     ST_OK);
    return state;
}

// The program that runs this ends it where it never comes.
static void wait_a_little(void)
{
    (void)usleep(2000);
}

static void what_a_source_tells_is_kept_and_not_asked_again(void **state)
{
    struct fixture *f = *state;
    begin_source(&f->source);
    write_settings(f, "\"datacite\"");
    struct gather_daily *d = start(f);
    assert_non_null(d);
    while (state_of(f).ended == 0) {
        wait_a_little();
    }
    gather_daily_stop(d);
    struct gather_state told = state_of(f);
    assert_int_equal(told.trouble.length, 0);
    assert_int_equal(told.tally.is_new, 1);
    assert_true(told.good > 0);
    unsigned asked = atomic_load(&f->source.asked);
    assert_true(asked >= 2);
    // It was done today: a thread that begins now asks nobody.
    d = start(f);
    gather_daily_stop(d);
    assert_int_equal(atomic_load(&f->source.asked), asked);
}

static void it_ends_while_a_source_is_silent(void **state)
{
    struct fixture *f = *state;
    f->source.silent = true;
    begin_source(&f->source);
    write_settings(f, "\"datacite\"");
    struct gather_daily *d = start(f);
    while (atomic_load(&f->source.asked) == 0) {
        wait_a_little();
    }
    gather_daily_stop(d);
    assert_true(state_of(f).there);
    assert_int_equal(state_of(f).ended, 0); // it was stopped
}

static void without_a_daily_source_there_is_no_thread(void **state)
{
    struct fixture *f = *state;
    begin_source(&f->source);
    write_settings(f, "");
    assert_null(start(f));
    gather_daily_stop(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_a_source_tells_is_kept_and_not_asked_again, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(it_ends_while_a_source_is_silent, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_a_daily_source_there_is_no_thread, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
