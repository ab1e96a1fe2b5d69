// SPDX-License-Identifier: Apache-2.0
// Exchanges and mails with a server of this test (pthread_create), on this machine alone.
#include "remote/exchange.h"
#include "remote/mail.h"

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

struct stranger {
    int listener;
    unsigned port;
    const char *answer; // of HTTP; NULL: speaks SMTP
    const char *refuse; // of SMTP: the command that is refused
    char heard[16384];
    size_t length;
    pthread_t thread;
};

static void say(int connection, const char *text)
{
    assert_int_equal(send(connection, text, strlen(text), MSG_NOSIGNAL), (ssize_t)strlen(text));
}

// Whether more was heard.
static bool hear(struct stranger *s, int connection)
{
    ssize_t got = recv(connection, s->heard + s->length, sizeof s->heard - 1 - s->length, 0);
    s->length += got > 0 ? (size_t)got : 0;
    s->heard[s->length] = 0;
    return got > 0;
}

static void answer_http(struct stranger *s, int connection)
{
    const char *end = NULL;
    while (end == NULL && hear(s, connection)) {
        end = strstr(s->heard, "\r\n\r\n");
    }
    const char *length = strstr(s->heard, "Content-Length: ");
    size_t body = length == NULL ? 0 : strtoul(length + 16, NULL, 10);
    while (end != NULL && s->length - (size_t)(end + 4 - s->heard) < body && hear(s, connection)) {
    }
    say(connection, s->answer);
}

static void answer_smtp(struct stranger *s, int connection)
{
    size_t line = 0;
    bool in_mail = false;
    say(connection, "220 here\r\n");
    while (hear(s, connection)) {
        const char *end = NULL;
        while ((end = strstr(s->heard + line, in_mail ? "\r\n.\r\n" : "\r\n")) != NULL) {
            const char *command = s->heard + line;
            bool refused = s->refuse != NULL && strncmp(command, s->refuse, 4) == 0;
            bool data = !in_mail && strncmp(command, "DATA", 4) == 0;
            say(connection, refused ? "550 no such person\r\n"
                            : data  ? "354 go on\r\n"
                                    : "250 yes\r\n");
            line = (size_t)(end - s->heard) + (in_mail ? 5 : 2);
            in_mail = data;
        }
    }
}

static void *serve(void *argument)
{
    struct stranger *s = argument;
    int connection = accept(s->listener, NULL, NULL);
    if (connection >= 0) {
        if (s->answer != NULL) {
            answer_http(s, connection);
        } else {
            answer_smtp(s, connection);
        }
        (void)close(connection);
    }
    return NULL;
}

static void begin(struct stranger *s, const char *answer)
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t length = sizeof address;
    *s = (struct stranger){.answer = answer};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    s->listener = socket(AF_INET, SOCK_STREAM, 0);
    assert_true(s->listener >= 0);
    assert_int_equal(bind(s->listener, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(s->listener, 1), 0);
    assert_int_equal(getsockname(s->listener, (struct sockaddr *)&address, &length), 0);
    s->port = ntohs(address.sin_port);
    assert_int_equal(pthread_create(&s->thread, NULL, serve, s), 0);
}

static void end(struct stranger *s)
{
    (void)shutdown(s->listener, SHUT_RDWR);
    assert_int_equal(pthread_join(s->thread, NULL), 0);
    (void)close(s->listener);
}

static string_view address_of(const struct stranger *s, const char *scheme, char out[64])
{
    (void)snprintf(out, 64, "%s://127.0.0.1:%u/dois?a=b", scheme, s->port);
    return sv_from(out);
}

// --- HTTP ------------------------------------------------------------------------------------

static void asks_and_reads_the_answer(void **state)
{
    (void)state;
    struct stranger s;
    char text[64];
    struct error e = {0};
    const struct exchange_header header = {"Content-Type", SV("application/vnd.api+json")};
    struct exchange_answer answer;
    begin(&s, "HTTP/1.1 429 Too Many\r\nRetry-After: 7\r\nContent-Length: 5\r\n\r\nlater");
    const struct exchange_request request = {.method = "PUT",
                                             .address = address_of(&s, "http", text),
                                             .headers = &header,
                                             .header_count = 1,
                                             .body = SV("{\"data\":1}"),
                                             .user = SV("house"),
                                             .password = SV("secret"),
                                             .private_too = true};
    assert_int_equal(exchange_run(&request, &answer, &e), ST_OK);
    end(&s);
    assert_int_equal(answer.status, 429);
    assert_true(exchange_is_passing(answer.status));
    assert_int_equal(answer.retry_seconds, 7);
    assert_true(sv_equal(buffer_view(&answer.body), SV("later")));
    exchange_answer_release(&answer);
    assert_non_null(strstr(s.heard, "PUT /dois?a=b HTTP/1.1\r\n"));
    assert_non_null(strstr(s.heard, "Content-Type: application/vnd.api+json\r\n"));
    assert_non_null(strstr(s.heard, "Authorization: Basic aG91c2U6c2VjcmV0\r\n"));
    assert_non_null(strstr(s.heard, "\r\n\r\n{\"data\":1}"));
}

static status ask(struct stranger *s, const char *scheme, size_t most, bool private_too,
                  struct error *e)
{
    char text[64];
    struct exchange_answer answer;
    const struct exchange_request request = {.method = "GET",
                                             .address = address_of(s, scheme, text),
                                             .most_bytes = most,
                                             .seconds = 5,
                                             .private_too = private_too};
    status result = exchange_run(&request, &answer, e);
    if (result == ST_OK) {
        exchange_answer_release(&answer);
    }
    return result;
}

static void refuses_private_networks_and_other_protocols(void **state)
{
    (void)state;
    struct stranger s;
    struct error e = {0};
    begin(&s, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    assert_int_equal(ask(&s, "http", 0, false, &e), ST_INVALID);
    assert_non_null(strstr(e.message, "private network"));
    assert_int_equal(ask(&s, "ftp", 0, true, &e), ST_INVALID);
    assert_int_equal(ask(&s, "file", 0, true, &e), ST_INVALID);
    end(&s);
    assert_int_equal(s.length, 0); // nothing was asked
    static const char *const hidden[] = {"http://[::1]/",      "http://[::ffff:10.0.0.1]/",
                                         "http://0x7f.1/",     "http://169.254.169.254/",
                                         "http://localhost/",  "http://[fe80::1]/",
                                         "http://100.64.0.1/", "http://[fd00::1]/"};
    for (size_t i = 0; i < ARRAY_LENGTH(hidden); i++) {
        struct exchange_answer answer;
        const struct exchange_request request = {
            .method = "GET", .address = sv_from(hidden[i]), .seconds = 5};
        assert_int_not_equal(exchange_run(&request, &answer, &e), ST_OK);
        assert_true(strstr(e.message, "private") != NULL || strstr(e.message, "esolve") != NULL);
    }
}

static void tells_what_went_wrong(void **state)
{
    (void)state;
    struct stranger s;
    struct error e = {0};
    begin(&s, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n123456789");
    assert_int_equal(ask(&s, "http", 4, true, &e), ST_IO);
    assert_non_null(strstr(e.message, "more than 4 bytes"));
    end(&s);
    begin(&s, "nonsense\r\n\r\n");
    assert_int_equal(ask(&s, "http", 0, true, &e), ST_IO);
    end(&s);
    begin(&s, "");
    end(&s); // nobody there any more
    assert_int_equal(ask(&s, "http", 0, true, &e), ST_IO);
    assert_non_null(strstr(e.message, "127.0.0.1"));
}

static void keeps_headers_to_one_line(void **state)
{
    (void)state;
    struct error e = {0};
    struct exchange_answer answer;
    const struct exchange_header header = {"Accept", SV("a\r\nX-Other: b")};
    const struct exchange_request request = {.method = "GET",
                                             .address = SV("http://127.0.0.1:1/"),
                                             .headers = &header,
                                             .header_count = 1};
    assert_int_equal(exchange_run(&request, &answer, &e), ST_INVALID);
}

// --- SMTP ------------------------------------------------------------------------------------

static struct mail letter(void)
{
    return (struct mail){.to = SV("reader@example.org"),
                         .subject = SV("Käfer: 3 neue Datensätze"),
                         .text = SV(".A line\nund noch eine\n"),
                         .time = 1795428863000,
                         .id = SV("a-1"),
                         .unsubscribe = SV("https://museum.example/stop/1")};
}

static void mails_go_to_the_server(void **state)
{
    (void)state;
    struct stranger s;
    char text[64];
    struct error e = {0};
    begin(&s, NULL);
    struct mail_server server = {.from = SV("data@museum.example"), .plain = true};
    (void)address_of(&s, "smtp", text);
    text[strlen(text) - strlen("/dois?a=b")] = 0;
    server.address = sv_from(text);
    const struct mail mail = letter();
    assert_int_equal(mail_send(&server, &mail, &e), ST_OK);
    end(&s);
    assert_non_null(strstr(s.heard, "MAIL FROM:<data@museum.example>"));
    assert_non_null(strstr(s.heard, "RCPT TO:<reader@example.org>"));
    assert_non_null(
        strstr(s.heard, "Subject: =?UTF-8?B?S8OkZmVyOiAzIG5ldWUgRGF0ZW5zw6R0emU=?=\r\n"));
    assert_non_null(strstr(s.heard, "Date: Mon, 23 Nov 2026 10:14:23 +0000\r\n"));
    assert_non_null(strstr(s.heard, "List-Unsubscribe: <https://museum.example/stop/1>\r\n"));
    assert_non_null(strstr(s.heard, "\r\n\r\nLkEgbGluZQp1bmQgbm9jaCBlaW5lCg==\r\n"));
}

static void a_mail_that_is_refused_is_told(void **state)
{
    (void)state;
    struct stranger s;
    char text[64];
    struct error e = {0};
    begin(&s, NULL);
    s.refuse = "RCPT";
    struct mail_server server = {.from = SV("data@museum.example"), .plain = true};
    (void)address_of(&s, "smtp", text);
    text[strlen(text) - strlen("/dois?a=b")] = 0;
    server.address = sv_from(text);
    const struct mail mail = letter();
    assert_int_equal(mail_send(&server, &mail, &e), ST_IO);
    end(&s);
    assert_null(strstr(s.heard, "DATA"));
}

static void nothing_can_be_slipped_into_a_mail(void **state)
{
    (void)state;
    struct error e = {0};
    const struct mail_server server = {.address = SV("smtp://127.0.0.1:1"),
                                       .from = SV("data@museum.example")};
    struct mail mail = letter();
    mail.subject = SV("a\r\nBcc: other@example.org");
    assert_int_equal(mail_send(&server, &mail, &e), ST_INVALID);
    mail = letter();
    mail.to = SV("a@b.example>\r\nRCPT TO:<c@d.example");
    assert_int_equal(mail_send(&server, &mail, &e), ST_INVALID);
    static const char *const good[] = {"a@b", "a.b+c@museum.example", "o'neil@x-y.example"};
    static const char *const bad[] = {"",     "a",    "@b",      "a@",    "a@b..c", "a b@c",
                                      "a@-b", "a@b-", "a@b.c\n", "a@b@c", "<a@b>",  "a@b."};
    for (size_t i = 0; i < ARRAY_LENGTH(good); i++) {
        assert_true(mail_is_address(sv_from(good[i])));
    }
    for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
        assert_false(mail_is_address(sv_from(bad[i])));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_and_reads_the_answer),
        cmocka_unit_test(refuses_private_networks_and_other_protocols),
        cmocka_unit_test(tells_what_went_wrong),
        cmocka_unit_test(keeps_headers_to_one_line),
        cmocka_unit_test(mails_go_to_the_server),
        cmocka_unit_test(a_mail_that_is_refused_is_told),
        cmocka_unit_test(nothing_can_be_slipped_into_a_mail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
