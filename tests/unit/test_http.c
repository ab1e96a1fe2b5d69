// SPDX-License-Identifier: Apache-2.0
// The server over real sockets: keep-alive, pipelining, limits, lanes, slow and absent clients,
// stopping.
#include "base/clock.h"
#include "base/file.h"
#include "http/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <libdeflate.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define BIG_BYTES ((size_t)24 << 20)

// --- what the test server answers ------------------------------------------------------------

struct counters {
    atomic_int running;   // slow handlers at work
    atomic_int cancelled; // that were told to give up
    atomic_bool hold;     // slow handlers stay while true
};

static status answer_fast(void *context, struct http_request *request,
                          struct http_response *response, struct error *e)
{
    (void)context;
    (void)e;
    response->content_type = "text/plain; charset=utf-8";
    buffer_print(&response->body, "fast " SV_FORMAT "\n",
                 SV_ARGUMENT(http_request_header(request, "X-Name")));
    return ST_OK;
}

static status answer_slow(void *context, struct http_request *request,
                          struct http_response *response, struct error *e)
{
    struct counters *c = context;
    status result = ST_OK;
    (void)atomic_fetch_add(&c->running, 1);
    while (atomic_load(&c->hold) && result == ST_OK) {
        (void)usleep(2000);
        if (http_request_cancelled(request)) {
            (void)atomic_fetch_add(&c->cancelled, 1);
            result = error_set(e, ST_CANCELLED, "the query took too long; narrow it");
        }
    }
    (void)atomic_fetch_sub(&c->running, 1);
    response->content_type = "text/plain; charset=utf-8";
    buffer_append_view(&response->body, SV("slow\n"));
    return result;
}

static status answer_echo(void *context, struct http_request *request,
                          struct http_response *response, struct error *e)
{
    (void)context;
    (void)e;
    response->content_type = "text/plain; charset=utf-8";
    buffer_append_view(&response->body, request->body);
    return ST_OK;
}

static status answer_big(void *context, struct http_request *request,
                         struct http_response *response, struct error *e)
{
    (void)context;
    (void)request;
    (void)e;
    response->content_type = "application/octet-stream";
    if (buffer_reserve(&response->body, BIG_BYTES)) {
        memset(response->body.bytes, 'x', BIG_BYTES);
        response->body.length = BIG_BYTES;
    }
    return ST_OK;
}

static status answer_text(void *context, struct http_request *request,
                          struct http_response *response, struct error *e)
{
    (void)context;
    (void)request;
    (void)e;
    response->content_type = "application/json";
    for (int i = 0; i < 1000; i++) {
        buffer_print(&response->body, "[%d]\n", i);
    }
    return ST_OK;
}

static const struct http_route routes[] = {
    {.method = HTTP_GET, .pattern = "/inline", .handle = answer_fast, .lane = HTTP_LANE_INLINE},
    {.method = HTTP_GET, .pattern = "/quick", .handle = answer_fast, .lane = HTTP_LANE_QUICK},
    {.method = HTTP_GET, .pattern = "/slow", .handle = answer_slow, .lane = HTTP_LANE_SLOW},
    {.method = HTTP_GET, .pattern = "/big", .handle = answer_big, .lane = HTTP_LANE_QUICK},
    {.method = HTTP_GET, .pattern = "/text", .handle = answer_text, .lane = HTTP_LANE_QUICK},
    {.method = HTTP_POST, .pattern = "/echo", .handle = answer_echo, .lane = HTTP_LANE_QUICK},
    {.method = HTTP_POST,
     .pattern = "/search",
     .handle = answer_echo,
     .lane = HTTP_LANE_SLOW,
     .oversize_status = 400},
};

struct fixture {
    struct counters counters;
    struct http_server *server;
    uint16_t port;
    char folder[64];
    char log[96];
};

static struct http_server_options plain_options(void)
{
    return (struct http_server_options){.listen = "127.0.0.1:0", .slow_workers = 2};
}

static void start(struct fixture *f, struct http_server_options options)
{
    struct error e = {0};
    memset(f, 0, sizeof *f);
    (void)snprintf(f->folder, sizeof f->folder, "/tmp/test_http.XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    (void)snprintf(f->log, sizeof f->log, "%s/access.log", f->folder);
    options.service =
        (struct http_service){.router = {routes, ARRAY_LENGTH(routes)}, .context = &f->counters};
    options.access_log = f->log;
    if (http_server_start(&options, &f->server, &e) != ST_OK) {
        fail_msg("%s", e.message);
    }
    f->port = http_server_port(f->server);
}

static void stop(struct fixture *f)
{
    http_server_stop(f->server);
    assert_int_equal(folder_remove(f->folder, NULL), ST_OK);
}

// --- a plain client --------------------------------------------------------------------------

static int dial(const struct fixture *f)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(f->port)};
    struct timeval patience = {.tv_sec = 20};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_true(s >= 0);
    assert_int_equal(setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience), 0);
    assert_int_equal(setsockopt(s, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience), 0);
    assert_int_equal(connect(s, (struct sockaddr *)&address, sizeof address), 0);
    return s;
}

// Sends what the server takes; false when it has closed.
static bool send_bytes(int s, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t sent = send(s, bytes, length, MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes += sent;
        length -= (size_t)sent;
    }
    return true;
}

static bool send_text(int s, const char *text)
{
    return send_bytes(s, text, strlen(text));
}

struct reply {
    int status;       // 0: the connection ended without one
    char head[4096];  // status line and headers
    char body[65536]; // NUL-terminated
    size_t length;
};

static bool read_byte(int s, char *byte)
{
    return recv(s, byte, 1, 0) == 1;
}

// Reads one answer, its body by Content-Length.
static void read_reply(int s, bool has_body, struct reply *r)
{
    memset(r, 0, sizeof *r);
    size_t used = 0;
    while (used + 1 < sizeof r->head && strstr(r->head, "\r\n\r\n") == NULL) {
        if (!read_byte(s, &r->head[used])) {
            return;
        }
        used++;
    }
    r->status = (int)strtol(r->head + 9, NULL, 10);
    const char *length = strcasestr(r->head, "\r\nContent-Length: ");
    size_t wanted = length == NULL || !has_body ? 0 : strtoul(length + 18, NULL, 10);
    assert_true(wanted < sizeof r->body);
    while (r->length < wanted) {
        ssize_t got = recv(s, r->body + r->length, wanted - r->length, 0);
        assert_true(got > 0);
        r->length += (size_t)got;
    }
}

static void ask_on(int s, const char *method, const char *path, const char *more, struct reply *r)
{
    char text[16384];
    (void)snprintf(text, sizeof text, "%s %s HTTP/1.1\r\nHost: test\r\n%s\r\n", method, path, more);
    assert_true(send_text(s, text));
    read_reply(s, strcmp(method, "HEAD") != 0, r);
}

static void ask(const struct fixture *f, const char *method, const char *path, const char *more,
                struct reply *r)
{
    int s = dial(f);
    ask_on(s, method, path, more, r);
    (void)close(s);
}

static double seconds_since(uint64_t ticks)
{
    return (double)(clock_ticks() - ticks) / 1e9;
}

// Until the other side closes, at most so many seconds; tells how long it took, or -1.
static double seconds_until_closed(int s, int patience)
{
    uint64_t begun = clock_ticks();
    char bytes[4096];
    while (seconds_since(begun) < patience) {
        struct pollfd look = {.fd = s, .events = POLLIN};
        if (poll(&look, 1, 100) > 0 && recv(s, bytes, sizeof bytes, MSG_DONTWAIT) <= 0 &&
            errno != EAGAIN) {
            return seconds_since(begun);
        }
    }
    return -1;
}

static void wait_for(atomic_int *value, int wanted)
{
    uint64_t begun = clock_ticks();
    while (atomic_load(value) != wanted && seconds_since(begun) < 20) {
        (void)usleep(2000);
    }
    assert_int_equal(atomic_load(value), wanted);
}

static bool has(const struct reply *r, const char *header)
{
    return strcasestr(r->head, header) != NULL;
}

static void assert_problem(const struct reply *r, int http_status, const char *part)
{
    assert_int_equal(r->status, http_status);
    assert_true(has(r, "\r\nContent-Type: application/problem+json\r\n"));
    if (strstr(r->body, part) == NULL) {
        fail_msg("%s not in %s", part, r->body);
    }
}

// --- tests -----------------------------------------------------------------------------------

static void test_answers(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    start(&f, plain_options());
    ask(&f, "GET", "/inline", "", &r);
    assert_int_equal(r.status, 200);
    assert_string_equal(r.body, "fast \n");
    assert_true(has(&r, "\r\nX-Content-Type-Options: nosniff\r\n"));
    assert_true(has(&r, "\r\nX-Request-Id: "));
    assert_true(has(&r, "\r\nServer-Timing: app;dur="));
    ask(&f, "GET", "/quick", "X-Name: Linnaeus\r\n", &r);
    assert_string_equal(r.body, "fast Linnaeus\n");
    ask(&f, "HEAD", "/quick", "", &r);
    assert_int_equal(r.status, 200);
    assert_true(has(&r, "\r\nContent-Length: 6\r\n"));
    ask(&f, "GET", "/nowhere", "", &r);
    assert_problem(&r, 404, "\"status\":404");
    ask(&f, "DELETE", "/quick", "", &r);
    assert_problem(&r, 405, "GET, HEAD, OPTIONS");
    assert_true(has(&r, "\r\nAllow: GET, HEAD, OPTIONS\r\n"));
    ask(&f, "GET", "/quick?a=%zz", "", &r);
    assert_problem(&r, 400, "\"field\":\"a\"");
    stop(&f);
}

static void test_keep_alive_and_pipelining(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    char bytes[4096] = "";
    start(&f, plain_options());
    int s = dial(&f);
    for (int i = 0; i < 50; i++) {
        ask_on(s, "GET", i % 2 == 0 ? "/quick" : "/inline", "X-Name: a\r\n", &r);
        assert_string_equal(r.body, "fast a\n");
    }
    // Twenty requests in one write; the answers come in order.
    size_t used = 0;
    for (int i = 0; i < 20; i++) {
        used += (size_t)snprintf(bytes + used, sizeof bytes - used,
                                 "GET %s HTTP/1.1\r\nHost: a\r\nX-Name: %d\r\n\r\n",
                                 i % 3 == 0 ? "/inline" : "/quick", i);
    }
    assert_true(send_text(s, bytes));
    for (int i = 0; i < 20; i++) {
        char expected[32];
        read_reply(s, true, &r);
        (void)snprintf(expected, sizeof expected, "fast %d\n", i);
        assert_string_equal(r.body, expected);
    }
    (void)close(s);
    stop(&f);
}

// A client may close its sending side after the last request.
static void test_half_closed_client_is_answered(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    start(&f, plain_options());
    int s = dial(&f);
    assert_true(send_text(s, "GET /quick HTTP/1.1\r\nHost: a\r\n\r\n"));
    assert_int_equal(shutdown(s, SHUT_WR), 0);
    read_reply(s, true, &r);
    assert_string_equal(r.body, "fast \n");
    (void)close(s);
    stop(&f);
}

static void test_header_limits(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    static char more[15000];
    start(&f, plain_options());
    // 8 KiB of address, 16 KiB of headers.
    memset(more, 'a', 9000);
    more[0] = '/';
    more[9000] = '\0';
    ask(&f, "GET", more, "", &r);
    assert_problem(&r, 414, "8192");
    int s = dial(&f);
    assert_true(send_text(s, "GET /quick HTTP/1.1\r\nHost: a\r\n"));
    memset(more, 'a', 9000);
    for (int i = 0; i < 2; i++) {
        assert_true(send_text(s, "X-Long: "));
        assert_true(send_bytes(s, more, 9000));
        assert_true(send_text(s, "\r\n"));
    }
    assert_true(send_text(s, "\r\n"));
    read_reply(s, true, &r);
    assert_problem(&r, 431, "16 KiB");
    (void)close(s);
    s = dial(&f);
    assert_true(send_text(s, "GET /quick HTTP/1.1\r\nHost: a\r\n"));
    for (int i = 0; i < 300; i++) {
        assert_true(send_text(s, "A: b\r\n"));
    }
    assert_true(send_text(s, "\r\n"));
    read_reply(s, true, &r);
    assert_problem(&r, 431, "200 lines");
    (void)close(s);
    stop(&f);
}

// Far past every limit the library itself answers or closes; the server goes on.
static void test_endless_header_ends(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    static const char *const beginnings[] = {"GET /", "GET / HTTP/1.1\r\nHost: a\r\nX: ", "GET /?",
                                             "\r\n"};
    static char block[4096];
    start(&f, plain_options());
    for (size_t i = 0; i < ARRAY_LENGTH(beginnings); i++) {
        int s = dial(&f);
        memset(block, i == 2 ? '&' : 'a', sizeof block);
        bool open = send_text(s, beginnings[i]);
        for (int k = 0; k < 2000 && open; k++) {
            open = send_bytes(s, block, sizeof block);
        }
        assert_false(open);
        (void)close(s);
    }
    ask(&f, "GET", "/quick", "", &r);
    assert_int_equal(r.status, 200);
    stop(&f);
}

static void send_chunked(int s, const char *path, size_t blocks)
{
    static char block[4096];
    char text[256];
    memset(block, 'b', sizeof block);
    (void)snprintf(text, sizeof text,
                   "POST %s HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", path);
    bool open = send_text(s, text);
    for (size_t i = 0; i < blocks && open; i++) {
        open =
            send_text(s, "1000\r\n") && send_bytes(s, block, sizeof block) && send_text(s, "\r\n");
    }
    if (open) {
        (void)send_text(s, "0\r\n\r\n");
    }
}

static void test_bodies(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    struct http_server_options options = plain_options();
    options.body_limit = 16384;
    start(&f, options);
    int s = dial(&f);
    ask_on(s, "POST", "/echo", "Content-Length: 0\r\n", &r);
    assert_int_equal(r.status, 200);
    assert_true(
        send_text(s, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET /quick "
                     "HTTP/1.1\r\nHost: a\r\n\r\n"));
    read_reply(s, true, &r);
    assert_string_equal(r.body, "hello");
    read_reply(s, true, &r);
    assert_string_equal(r.body, "fast \n");
    send_chunked(s, "/echo", 4);
    read_reply(s, true, &r);
    assert_int_equal(r.length, 16384);
    // A body over the limit is read to its end, so that the client hears why, and the connection
    // lives.
    send_chunked(s, "/echo", 5);
    read_reply(s, true, &r);
    assert_problem(&r, 413, "\"field\":\"body\"");
    send_chunked(s, "/search", 2500);
    read_reply(s, true, &r);
    assert_problem(&r, 400, "16384 bytes");
    ask_on(s, "GET", "/quick", "", &r);
    assert_int_equal(r.status, 200);
    (void)close(s);
    stop(&f);
}

static void test_bodies_past_patience(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    start(&f, plain_options());
    // The length says enough: answered at once.
    ask(&f, "POST", "/search", "Content-Length: 99999999999\r\n", &r);
    assert_problem(&r, 400, "\"field\":\"body\"");
    ask(&f, "POST", "/search", "Content-Length: 2000000\r\nExpect: 100-continue\r\n", &r);
    assert_problem(&r, 400, "\"field\":\"body\"");
    // Chunks without end: cut off.
    int s = dial(&f);
    send_chunked(s, "/search", 100000);
    assert_true(seconds_until_closed(s, 20) >= 0);
    (void)close(s);
    ask(&f, "GET", "/quick", "", &r);
    assert_int_equal(r.status, 200);
    stop(&f);
}

static void test_expect_continue(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    start(&f, plain_options());
    int s = dial(&f);
    assert_true(send_text(s, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n"
                             "Expect: 100-continue\r\n\r\n"));
    read_reply(s, false, &r);
    assert_int_equal(r.status, 100);
    assert_true(send_text(s, "ok"));
    read_reply(s, true, &r);
    assert_string_equal(r.body, "ok");
    (void)close(s);
    stop(&f);
}

// Requests that two programs could read in two ways are refused, and the connection with them.
static void test_ambiguous_requests(void **state)
{
    (void)state;
    static const struct {
        const char *request;
        int status;
        bool closes;
    } cases[] = {
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
         "0\r\n\r\n",
         400, true},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc", 400,
         true},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501,
         true},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n"
         "Transfer-Encoding: identity\r\n\r\n0\r\n\r\n",
         400, true},
        {"GET /quick HTTP/1.1\r\n\r\n", 400, false},
        {"GET /quick HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, false},
        {"GET /quick HTTP/1.1\r\nHost: a\r\nX-Name : b\r\n\r\n", 400, false},
        {"GET /quick HTTP/1.0\r\n\r\n", 200, true},
        {"GET http://a/quick HTTP/1.1\r\nHost: a\r\n\r\n", 200, false},
        {"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 204, false},
        {"BREW /quick HTTP/1.1\r\nHost: a\r\n\r\n", 405, false},
    };
    struct fixture f;
    start(&f, plain_options());
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct reply r;
        int s = dial(&f);
        assert_true(send_text(s, cases[i].request));
        read_reply(s, true, &r);
        if (r.status != cases[i].status) {
            fail_msg("%s: %d, not %d", cases[i].request, r.status, cases[i].status);
        }
        if (cases[i].closes) {
            assert_true(seconds_until_closed(s, 5) >= 0);
        } else {
            ask_on(s, "GET", "/quick", "", &r);
            assert_int_equal(r.status, 200);
        }
        (void)close(s);
    }
    stop(&f);
}

// A request of noise, half of it with a head that is well begun; its client does not wait.
static void send_noise(const struct fixture *f, uint64_t *seed, bool begun)
{
    char bytes[512];
    int s = dial(f);
    size_t kept = begun ? (size_t)snprintf(bytes, 64, "GET /quick HTTP/1.1\r\nHost: ") : 0;
    for (size_t k = kept; k < sizeof bytes; k++) {
        *seed = *seed * UINT64_C(6364136223846793005) + 1442695040888963407;
        bytes[k] = "\r\n :;,=%/?&aZ0\xff\0"[(*seed >> 33) % 17];
    }
    (void)send_bytes(s, bytes, sizeof bytes);
    (void)close(s);
}

static void test_noise_does_not_harm(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    uint64_t seed = 20260701;
    start(&f, plain_options());
    for (int i = 0; i < 300; i++) {
        send_noise(&f, &seed, i % 3 != 0);
    }
    ask(&f, "GET", "/quick", "", &r);
    assert_int_equal(r.status, 200);
    stop(&f);
}

// A server that stops while nonsense is still coming in.
static void test_stops_amid_noise(void **state)
{
    (void)state;
    uint64_t seed = 20261123;
    for (int round = 0; round < 60; round++) {
        struct fixture f;
        start(&f, plain_options());
        for (int i = 0; i < 20; i++) {
            send_noise(&f, &seed, i % 3 != 0);
        }
        stop(&f);
    }
}

static void test_slow_never_stops_fast(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    int slow[6];
    start(&f, plain_options());
    atomic_store(&f.counters.hold, true);
    for (size_t i = 0; i < ARRAY_LENGTH(slow); i++) {
        slow[i] = dial(&f);
        assert_true(send_text(slow[i], "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"));
    }
    wait_for(&f.counters.running, 2); // both workers; four requests wait
    uint64_t begun = clock_ticks();
    for (int i = 0; i < 20; i++) {
        ask(&f, "GET", i % 2 == 0 ? "/quick" : "/inline", "", &r);
        assert_int_equal(r.status, 200);
    }
    assert_true(seconds_since(begun) < 5);
    assert_int_equal(atomic_load(&f.counters.running), 2);
    atomic_store(&f.counters.hold, false);
    for (size_t i = 0; i < ARRAY_LENGTH(slow); i++) {
        read_reply(slow[i], true, &r);
        assert_string_equal(r.body, "slow\n");
        (void)close(slow[i]);
    }
    stop(&f);
}

static void test_client_that_left_frees_its_worker(void **state)
{
    (void)state;
    struct fixture f;
    start(&f, plain_options());
    atomic_store(&f.counters.hold, true);
    int s = dial(&f);
    assert_true(send_text(s, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"));
    wait_for(&f.counters.running, 1);
    (void)close(s);
    wait_for(&f.counters.cancelled, 1);
    wait_for(&f.counters.running, 0);
    stop(&f);
}

static void test_time_budget(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    struct http_server_options options = plain_options();
    options.request_seconds = 1;
    start(&f, options);
    atomic_store(&f.counters.hold, true);
    uint64_t begun = clock_ticks();
    ask(&f, "GET", "/slow", "", &r);
    assert_problem(&r, 503, "narrow it");
    assert_true(has(&r, "\r\nRetry-After: "));
    assert_true(seconds_since(begun) < 10);
    stop(&f);
}

// Slowloris: a byte now and then keeps no connection past the deadline.
static void test_trickling_request_is_cut(void **state)
{
    (void)state;
    static const char *const beginnings[] = {
        "G", "GET /quick HTTP/1.1\r\nHost: a\r\nX: ",
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n"};
    struct fixture f;
    struct reply r;
    struct http_server_options options = plain_options();
    options.idle_seconds = 1;
    options.read_seconds = 1;
    start(&f, options);
    for (size_t i = 0; i < ARRAY_LENGTH(beginnings); i++) {
        int s = dial(&f);
        uint64_t begun = clock_ticks();
        assert_true(send_text(s, beginnings[i]));
        while (seconds_since(begun) < 15 && send_text(s, "a")) {
            (void)usleep(100000);
        }
        assert_true(seconds_since(begun) < 8);
        (void)close(s);
    }
    ask(&f, "GET", "/quick", "", &r);
    assert_int_equal(r.status, 200);
    stop(&f);
}

static void test_idle_connection_is_closed(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    struct http_server_options options = plain_options();
    options.idle_seconds = 1;
    start(&f, options);
    int fresh = dial(&f);
    int used = dial(&f);
    ask_on(used, "GET", "/quick", "", &r);
    assert_true(seconds_until_closed(fresh, 10) >= 0);
    assert_true(seconds_until_closed(used, 10) >= 0);
    (void)close(fresh);
    (void)close(used);
    stop(&f);
}

// A reader that does not read.
static void test_stalled_reader_is_cut(void **state)
{
    (void)state;
    struct fixture f;
    struct http_server_options options = plain_options();
    options.idle_seconds = 1;
    options.send_seconds = 1;
    start(&f, options);
    int s = dial(&f);
    assert_true(send_text(s, "GET /big HTTP/1.1\r\nHost: a\r\n\r\n"));
    (void)usleep(3500000);
    // What the kernel holds can be read; then comes the end, long before the whole body.
    size_t total = 0;
    char bytes[65536];
    ssize_t got = 0;
    while ((got = recv(s, bytes, sizeof bytes, 0)) > 0) {
        total += (size_t)got;
    }
    assert_true(total < BIG_BYTES);
    (void)close(s);
    stop(&f);
}

// Behind loopback stands a proxy with all its clients; test_clients.c has the other addresses.
static void test_loopback_has_no_bound_of_its_own(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    int held[10];
    struct http_server_options options = plain_options();
    options.connections_per_address = 3;
    options.connections = ARRAY_LENGTH(held);
    start(&f, options);
    for (size_t i = 0; i < ARRAY_LENGTH(held); i++) {
        held[i] = dial(&f);
        ask_on(held[i], "GET", "/quick", "", &r);
        assert_int_equal(r.status, 200);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(held); i++) {
        (void)close(held[i]);
    }
    stop(&f);
}

static void test_gzip(void **state)
{
    (void)state;
    struct fixture f;
    struct reply plain;
    struct reply packed;
    static char unpacked[65536];
    start(&f, plain_options());
    ask(&f, "GET", "/text", "", &plain);
    assert_false(has(&plain, "Content-Encoding"));
    assert_true(has(&plain, "\r\nVary: Accept-Encoding\r\n"));
    ask(&f, "GET", "/text", "Accept-Encoding: br, gzip\r\n", &packed);
    assert_true(has(&packed, "\r\nContent-Encoding: gzip\r\n"));
    assert_true(packed.length < plain.length / 2);
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    size_t length = 0;
    assert_int_equal(libdeflate_gzip_decompress(d, packed.body, packed.length, unpacked,
                                                sizeof unpacked, &length),
                     LIBDEFLATE_SUCCESS);
    libdeflate_free_decompressor(d);
    assert_int_equal(length, plain.length);
    assert_memory_equal(unpacked, plain.body, length);
    ask(&f, "GET", "/quick", "Accept-Encoding: gzip\r\n", &packed);
    assert_false(has(&packed, "Content-Encoding"));
    stop(&f);
}

// Rule E4: the network and the path, never the address or the words of a search.
static void test_rule_e4_access_log(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    struct buffer text;
    start(&f, plain_options());
    ask(&f, "GET", "/quick?q=secret+words", "User-Agent: someone\r\n", &r);
    ask(&f, "GET", "/nowhere", "", &r);
    http_server_stop(f.server);
    buffer_init(&text, 1 << 20);
    assert_int_equal(file_read(f.log, 1 << 20, &text, NULL), ST_OK);
    buffer_append_byte(&text, '\0');
    assert_non_null(strstr(text.bytes, " 127.0.0.0 GET /quick 200 6 "));
    assert_non_null(strstr(text.bytes, " 127.0.0.0 GET /nowhere 404 "));
    assert_null(strstr(text.bytes, "secret"));
    assert_null(strstr(text.bytes, "someone"));
    assert_null(strstr(text.bytes, "127.0.0.1"));
    buffer_release(&text);
    assert_int_equal(folder_remove(f.folder, NULL), ST_OK);
}

static void *stop_server(void *server)
{
    http_server_stop(server);
    return NULL;
}

static void test_stop_lets_requests_finish(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    pthread_t stopper;
    start(&f, plain_options());
    atomic_store(&f.counters.hold, true);
    int s = dial(&f);
    assert_true(send_text(s, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"));
    wait_for(&f.counters.running, 1);
    assert_int_equal(pthread_create(&stopper, NULL, stop_server, f.server), 0);
    (void)usleep(300000);
    atomic_store(&f.counters.hold, false);
    read_reply(s, true, &r);
    assert_string_equal(r.body, "slow\n");
    assert_true(has(&r, "\r\nConnection: close\r\n"));
    assert_int_equal(pthread_join(stopper, NULL), 0);
    (void)close(s);
    assert_int_equal(folder_remove(f.folder, NULL), ST_OK);
}

static void test_stop_gives_up_in_time(void **state)
{
    (void)state;
    struct fixture f;
    struct reply r;
    struct http_server_options options = plain_options();
    options.stop_seconds = 1;
    start(&f, options);
    atomic_store(&f.counters.hold, true);
    int s[4];
    for (size_t i = 0; i < ARRAY_LENGTH(s); i++) {
        s[i] = dial(&f);
        ask_on(s[i], "GET", "/quick", "", &r); // it has been taken in
        assert_true(send_text(s[i], "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"));
    }
    wait_for(&f.counters.running, 2);
    uint64_t begun = clock_ticks();
    http_server_stop(f.server);
    assert_true(seconds_since(begun) < 6);
    for (size_t i = 0; i < ARRAY_LENGTH(s); i++) {
        read_reply(s[i], true, &r);
        assert_int_equal(r.status, 503);
        (void)close(s[i]);
    }
    assert_int_equal(folder_remove(f.folder, NULL), ST_OK);
}

static void test_listen_addresses(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "", "8080", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000", "999.1.1.1:0", "127.0.0.1:-1"};
    struct http_server_options options = plain_options();
    for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
        struct http_server *server = NULL;
        struct error e = {0};
        options.listen = bad[i];
        assert_int_not_equal(http_server_start(&options, &server, &e), ST_OK);
        assert_true(e.message[0] != '\0');
        assert_null(server);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers),
        cmocka_unit_test(test_keep_alive_and_pipelining),
        cmocka_unit_test(test_half_closed_client_is_answered),
        cmocka_unit_test(test_header_limits),
        cmocka_unit_test(test_endless_header_ends),
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_bodies_past_patience),
        cmocka_unit_test(test_expect_continue),
        cmocka_unit_test(test_ambiguous_requests),
        cmocka_unit_test(test_noise_does_not_harm),
        cmocka_unit_test(test_stops_amid_noise),
        cmocka_unit_test(test_slow_never_stops_fast),
        cmocka_unit_test(test_client_that_left_frees_its_worker),
        cmocka_unit_test(test_time_budget),
        cmocka_unit_test(test_trickling_request_is_cut),
        cmocka_unit_test(test_idle_connection_is_closed),
        cmocka_unit_test(test_stalled_reader_is_cut),
        cmocka_unit_test(test_loopback_has_no_bound_of_its_own),
        cmocka_unit_test(test_gzip),
        cmocka_unit_test(test_rule_e4_access_log),
        cmocka_unit_test(test_stop_lets_requests_finish),
        cmocka_unit_test(test_stop_gives_up_in_time),
        cmocka_unit_test(test_listen_addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
