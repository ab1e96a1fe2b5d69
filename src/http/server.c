// SPDX-License-Identifier: Apache-2.0
// The only file that knows libmicrohttpd (0.9.75). Its threads, one a processor, read requests and
// send answers; each connection stays with one of them. A request is suspended while a worker makes
// its answer, but for look-ups of microseconds, which are answered where they are read.
#include "http/server.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/thread_pool.h"
#include "base/uuid.h"
#include "http/access_log.h"
#include "http/clients.h"
#include "http/listen.h"
#include "http/watch.h"

#include <microhttpd.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define SECOND             UINT64_C(1000000000) // in clock_ticks
#define HTTP_LIMIT_ARENA   ((size_t)512 << 20)  // memory of one request's handler
#define HTTP_LIMIT_HEADERS ((size_t)200)        // number of header lines
#define CONNECTION_MEMORY                                                                          \
    ((size_t)96 << 10) // libmicrohttpd's, a connection; holds headers and arguments
#define DISCARD_LIMIT                                                                              \
    ((size_t)16 << 20) // of a body over the limit, read so that the client hears why
#define SEND_BYTES_A_SECOND ((uint64_t)16 << 10)
#define QUICK_QUEUE         ((size_t)2048)
#define SLOW_QUEUE          ((size_t)512)
#define STREAM_QUEUE        ((size_t)128)
#define MOST_SOCKET_THREADS ((size_t)8)
#define STREAM_BLOCK        ((size_t)64 << 10) // bytes taken from a stream at a time

struct http_server {
    struct http_server_options options;
    struct MHD_Daemon *daemon;
    struct thread_pool *quick;
    struct thread_pool *slow;
    struct thread_pool *streams;
    struct access_log *access_log;
    struct watch *watch;
    struct clients *clients; // guarded by connecting
    size_t arriving;         // connections let in and not yet watched; guarded by connecting
    uint16_t port;
    atomic_bool draining; // answers close their connections, and no more come; set with connecting
    atomic_bool stopping; // handlers are told to give up
    pthread_mutex_t connecting;
    pthread_mutex_t mutex; // guards the rest
    pthread_cond_t idle;   // an exchange ended, or the sweeper is to end
    size_t exchanges;      // requests begun and not done
    bool sweeping;
    bool closed; // the pools take nothing more
    pthread_t sweeper;
};

enum exchange_state { EXCHANGE_READING, EXCHANGE_RUNNING, EXCHANGE_DONE };

// One request and its answer, from the request line until the last byte is sent. Touched by its
// connection's thread, and while RUNNING by one worker alone. One with a stream has two holders,
// that thread and the worker that goes on making the answer; the last one frees it.
struct exchange {
    struct http_server *server;
    struct MHD_Connection *connection;
    struct watched *watched;
    int socket;
    enum exchange_state state;
    struct arena arena;
    struct http_request request;
    struct http_response response;
    struct buffer target; // as sent
    struct buffer body;
    uint64_t body_seen;
    struct buffer packed; // compressed answer
    struct http_reply reply;
    struct http_stream *stream; // NULL: the answer is whole
    atomic_int holders;
    bool headers_read;
    int fault; // HTTP status of what is wrong with the request before any handler; 0 for nothing
    struct error fault_error;
    uint64_t started;
    char method[16];
    char id[37];
};

// --- connections -----------------------------------------------------------------------------

static enum MHD_Result may_connect(void *argument, const struct sockaddr *address, socklen_t length)
{
    struct http_server *s = argument;
    (void)length;
    (void)pthread_mutex_lock(&s->connecting);
    bool welcome = !atomic_load(&s->draining) && clients_may_come(s->clients, address);
    s->arriving += welcome;
    (void)pthread_mutex_unlock(&s->connecting);
    return welcome ? MHD_YES : MHD_NO;
}

static void connection_changed(void *argument, struct MHD_Connection *connection, void **context,
                               enum MHD_ConnectionNotificationCode code)
{
    struct http_server *s = argument;
    const union MHD_ConnectionInfo *client =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct sockaddr *address = client == NULL ? NULL : client->client_addr;
    if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
        (void)pthread_mutex_lock(&s->connecting);
        clients_left(s->clients, address);
        (void)pthread_mutex_unlock(&s->connecting);
        if (*context != NULL) {
            watch_remove(s->watch, *context);
        }
        return;
    }
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    uint64_t deadline =
        clock_ticks() + (s->options.idle_seconds + s->options.read_seconds) * SECOND;
    *context = info == NULL ? NULL : watch_add(s->watch, info->connect_fd, deadline);
    (void)pthread_mutex_lock(&s->connecting);
    clients_came(s->clients, address);
    s->arriving--;
    (void)pthread_mutex_unlock(&s->connecting);
}

static void *sweep(void *argument)
{
    struct http_server *s = argument;
    (void)pthread_mutex_lock(&s->mutex);
    while (s->sweeping) {
        struct timespec until;
        (void)clock_gettime(CLOCK_REALTIME, &until);
        until.tv_nsec += 500000000;
        until.tv_sec += until.tv_nsec / 1000000000;
        until.tv_nsec %= 1000000000;
        (void)pthread_cond_timedwait(&s->idle, &s->mutex, &until);
        (void)pthread_mutex_unlock(&s->mutex);
        (void)watch_sweep(s->watch, clock_ticks());
        access_log_turn(s->access_log, clock_now());
        (void)pthread_mutex_lock(&s->mutex);
    }
    (void)pthread_mutex_unlock(&s->mutex);
    return NULL;
}

// Whether the other side has closed its connection, while the library does not look at it.
static bool client_gone(void *argument)
{
    const struct exchange *x = argument;
    struct pollfd look = {.fd = x->socket, .events = POLLRDHUP};
    return poll(&look, 1, 0) > 0 && (look.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

// --- the life of an exchange -----------------------------------------------------------------

static void exchange_free(struct exchange *x)
{
    http_stream_destroy(x->stream);
    http_response_release(&x->response);
    buffer_release(&x->packed);
    buffer_release(&x->body);
    buffer_release(&x->target);
    arena_release(&x->arena);
    free(x);
}

// Lets go of an exchange; the last holder frees it.
static void exchange_let_go(struct exchange *x)
{
    struct http_server *s = x->server;
    if (atomic_fetch_sub(&x->holders, 1) > 1) {
        return;
    }
    exchange_free(x);
    (void)pthread_mutex_lock(&s->mutex);
    s->exchanges--;
    if (s->exchanges == 0 && atomic_load(&s->draining)) { // who stops waits; nobody else does
        (void)pthread_cond_broadcast(&s->idle);
    }
    (void)pthread_mutex_unlock(&s->mutex);
}

// Called with the request line, before anything else of a request. NULL: out of memory.
static void *request_begins(void *argument, const char *target, struct MHD_Connection *connection)
{
    struct http_server *s = argument;
    struct exchange *x = calloc(1, sizeof *x);
    const union MHD_ConnectionInfo *context =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    const union MHD_ConnectionInfo *socket =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (x == NULL || context == NULL || context->socket_context == NULL || socket == NULL) {
        free(x);
        return NULL;
    }
    x->server = s;
    x->connection = connection;
    x->watched = context->socket_context;
    x->socket = socket->connect_fd;
    x->started = clock_ticks();
    atomic_init(&x->holders, 1);
    arena_init(&x->arena, HTTP_LIMIT_ARENA);
    http_response_init(&x->response);
    buffer_init(&x->target, CONNECTION_MEMORY);
    buffer_init(&x->body, s->options.body_limit);
    buffer_init(&x->packed, HTTP_LIMIT_RESPONSE);
    buffer_append_view(&x->target, sv_from(target));
    struct uuid id = {0};
    if (uuid_random(&id, NULL) == ST_OK) {
        uuid_to_text(&id, x->id);
    }
    x->request.id = x->id;
    x->request.arena = &x->arena;
    x->request.stopping = &s->stopping;
    x->request.client_gone = client_gone;
    x->request.client = x;
    watched_set_deadline(x->watched, x->started + s->options.read_seconds * SECOND);
    (void)pthread_mutex_lock(&s->mutex);
    s->exchanges++;
    (void)pthread_mutex_unlock(&s->mutex);
    return x;
}

static uint64_t bytes_sent(const struct exchange *x, bool sent)
{
    bool whole = sent && x->request.method != HTTP_HEAD;
    return !whole ? 0 : x->stream != NULL ? http_stream_sent(x->stream) : x->reply.bytes.length;
}

static void tell_end(const struct exchange *x, const struct sockaddr *client, bool sent)
{
    const struct http_service *service = &x->server->options.service;
    struct http_end end = {sent, bytes_sent(x, sent), client};
    if (service->ended != NULL && x->request.note != NULL && x->state == EXCHANGE_DONE &&
        x->request.method != HTTP_HEAD) {
        service->ended(service->context, &x->request, &x->response, &end);
    }
}

static void log_exchange(const struct exchange *x, const struct sockaddr *client, bool sent)
{
    bool parsed = x->request.target.path.length > 0;
    // A request that the library itself refused has no answer of ours.
    int answered = x->state == EXCHANGE_DONE ? x->response.status : 400;
    struct access_entry entry = {
        .client = client,
        .method = x->method[0] == '\0' ? "-" : x->method,
        .path = parsed ? x->request.target.path : SV("-"),
        .status = sent ? answered : 499,
        .bytes = bytes_sent(x, sent),
        .nanoseconds = clock_ticks() - x->started,
        .id = x->id,
    };
    access_log_write(x->server->access_log, &entry);
}

static void request_ended(void *argument, struct MHD_Connection *connection, void **context,
                          enum MHD_RequestTerminationCode code)
{
    struct http_server *s = argument;
    struct exchange *x = *context;
    if (x == NULL) {
        return;
    }
    const union MHD_ConnectionInfo *address =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct sockaddr *client = address == NULL ? NULL : address->client_addr;
    bool sent = code == MHD_REQUEST_TERMINATED_COMPLETED_OK;
    log_exchange(x, client, sent);
    tell_end(x, client, sent);
    uint64_t wait = s->options.idle_seconds + s->options.read_seconds;
    watched_set_deadline(x->watched, clock_ticks() + wait * SECOND);
    *context = NULL;
    if (x->stream != NULL) {
        http_stream_close(x->stream);
    }
    exchange_let_go(x);
}

// --- reading ---------------------------------------------------------------------------------

static enum http_method method_of(const char *name)
{
    static const char *const names[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        if (strcmp(name, names[i]) == 0) {
            return (enum http_method)i;
        }
    }
    return HTTP_OTHER;
}

struct header_list {
    struct http_header *items;
    size_t count;
    size_t bytes;
    bool broken; // a name that is not a token
};

static bool is_token(string_view name)
{
    for (size_t i = 0; i < name.length; i++) {
        unsigned char c = (unsigned char)name.bytes[i];
        if (c <= ' ' || c >= 0x7f || strchr("\"(),/:;<=>?@[\\]{}", c) != NULL) {
            return false;
        }
    }
    return name.length > 0;
}

static enum MHD_Result take_header(void *argument, enum MHD_ValueKind kind, const char *name,
                                   size_t name_length, const char *value, size_t value_length)
{
    (void)kind;
    struct header_list *list = argument;
    struct http_header header = {{name, name_length}, sv_trim((string_view){value, value_length})};
    list->bytes += name_length + value_length + 4;
    list->broken = list->broken || !is_token(header.name);
    if (list->count < HTTP_LIMIT_HEADERS) {
        list->items[list->count] = header;
    }
    list->count++;
    return MHD_YES;
}

static size_t count_headers(const struct http_request *request, const char *name)
{
    size_t count = 0;
    for (size_t i = 0; i < request->header_count; i++) {
        count += sv_equal_ignore_case(request->headers[i].name, sv_from(name));
    }
    return count;
}

static void fault(struct exchange *x, int http_status, const char *field, const char *message)
{
    if (x->fault == 0) {
        x->fault = http_status;
        (void)error_set_field(&x->fault_error, ST_INVALID, field, "%s", message);
    }
}

// Bodies are read as they are sent (RFC 9110 section 8.4.1): an encoded one would be misread.
static void check_coding(struct exchange *x)
{
    string_view coding = http_request_header(&x->request, "Content-Encoding");
    size_t count = count_headers(&x->request, "Content-Encoding");
    if (count > 1 || (coding.length > 0 && !sv_equal_ignore_case(coding, SV("identity")))) {
        fault(x, 415, "Content-Encoding", "bodies are taken without an encoding: send it as it is");
    }
}

// Two readings of where a body ends are how requests are smuggled past a proxy: such connections
// end here.
static bool framing_is_plain(struct exchange *x)
{
    string_view coding = http_request_header(&x->request, "Transfer-Encoding");
    size_t codings = count_headers(&x->request, "Transfer-Encoding");
    size_t lengths = count_headers(&x->request, "Content-Length");
    if (codings > 1 || lengths > 1 || (codings > 0 && lengths > 0)) {
        fault(x, 400, "Content-Length", "the length of the body is given in more than one way");
        return false;
    }
    if (codings == 1 && !sv_equal_ignore_case(coding, SV("chunked"))) {
        fault(x, 501, "Transfer-Encoding", "the only transfer coding taken here is chunked");
        return false;
    }
    return true;
}

static string_view client_address(struct exchange *x)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(x->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    char name[CLIENT_NAME_SIZE];
    clients_name(info == NULL ? NULL : info->client_addr,
                 http_request_header(&x->request, "X-Forwarded-For"), name);
    return arena_copy(&x->arena, sv_from(name));
}

static void check_headers(struct exchange *x, const struct header_list *list, const char *version)
{
    const struct http_server_options *options = &x->server->options;
    if (list->bytes + x->target.length > options->header_limit ||
        list->count > HTTP_LIMIT_HEADERS) {
        fault(x, 431, "", "the headers of the request are too large: at most 16 KiB in 200 lines");
    }
    if (list->broken) {
        fault(x, 400, "", "a header's name is not a token");
    }
    if (strcmp(version, MHD_HTTP_VERSION_1_1) == 0 && count_headers(&x->request, "Host") != 1) {
        fault(x, 400, "Host", "one Host header is needed");
    }
}

// First call of a request: its line and headers are here. False: answer now, without reading the
// body.
static bool read_headers(struct exchange *x, const char *method, const char *version)
{
    const struct http_server_options *options = &x->server->options;
    struct header_list list = {.items =
                                   arena_array(&x->arena, struct http_header, HTTP_LIMIT_HEADERS)};
    x->headers_read = true;
    (void)snprintf(x->method, sizeof x->method, "%s", method);
    x->request.method = method_of(method);
    if (list.items == NULL) {
        fault(x, 503, "", "out of memory");
        return false;
    }
    (void)MHD_get_connection_values_n(x->connection, MHD_HEADER_KIND, take_header, &list);
    x->request.headers = list.items;
    x->request.header_count = MIN(list.count, HTTP_LIMIT_HEADERS);
    if (x->request.method == HTTP_POST || x->request.method == HTTP_GET) {
        x->request.client_address = client_address(x);
    }
    struct error e = {0};
    status parsed = http_target_parse(&x->arena, buffer_view(&x->target), &x->request.target, &e);
    check_headers(x, &list, version);
    check_coding(x);
    if (parsed != ST_OK) {
        fault(x, parsed == ST_TOO_LARGE ? 414 : http_status_of(parsed), e.field, e.message);
    }
    uint64_t length = 0;
    string_view length_text = http_request_header(&x->request, "Content-Length");
    bool known = sv_to_uint64(length_text, &length);
    bool waits = http_request_header(&x->request, "Expect").length > 0;
    x->body_seen = 0;
    if (!framing_is_plain(x)) {
        return false;
    }
    if (known && length > (waits ? options->body_limit : DISCARD_LIMIT)) {
        x->body_seen = length;
        return false;
    }
    return true;
}

static void read_body(struct exchange *x, const char *bytes, size_t length)
{
    x->body_seen += length;
    if (x->body_seen <= x->server->options.body_limit) {
        buffer_append(&x->body, bytes, length);
    }
}

// --- answering -------------------------------------------------------------------------------

static void answer_fault(struct exchange *x)
{
    http_service_fail(&x->server->options.service, &x->request, &x->response, x->fault,
                      &x->fault_error);
}

static void answer_oversize(struct exchange *x)
{
    const struct http_route *route = x->request.route;
    int code = route != NULL && route->oversize_status != 0 ? route->oversize_status : 413;
    struct error e = {0};
    (void)error_set_field(&e, ST_INVALID, "body", "the body is larger than %zu bytes",
                          x->server->options.body_limit);
    http_service_fail(&x->server->options.service, &x->request, &x->response, code, &e);
}

static void finish(struct exchange *x)
{
    x->reply =
        http_service_finish(&x->request, &x->response, clock_ticks() - x->started, &x->packed);
    x->state = EXCHANGE_DONE;
}

// --- answers that are made while they are sent -----------------------------------------------

static void wake_connection(void *argument)
{
    const struct exchange *x = argument;
    MHD_resume_connection(x->connection);
}

static void sleep_connection(void *argument)
{
    const struct exchange *x = argument;
    MHD_suspend_connection(x->connection);
}

// In place of client_gone: the socket may be another's once the stream is closed.
static bool stream_gone(void *argument)
{
    const struct exchange *x = argument;
    return http_stream_is_closed(x->stream);
}

static bool prepare_stream(struct exchange *x)
{
    struct error e = {0};
    if (x->response.produce == NULL || x->request.method == HTTP_HEAD) {
        return false;
    }
    if (http_stream_create(wake_connection, x, &x->stream, &e) != ST_OK) {
        http_service_fail(&x->server->options.service, &x->request, &x->response, 503, &e);
        return false;
    }
    atomic_store(&x->holders, 2);
    x->request.client_gone = stream_gone;
    x->request.deadline = x->request.budget > 0 ? x->request.deadline : 0;
    http_stream_set_given_up(x->stream, http_request_cancelled, &x->request);
    return true;
}

static void produce(struct exchange *x)
{
    struct error e = {0};
    status result = x->response.produce(x->response.produce_argument, x->stream, &e);
    if (result != ST_OK && result != ST_CANCELLED) {
        log_message(LOG_ERROR, "request %s failed while it was answered: %s", x->id, e.message);
    }
    http_stream_end(x->stream, result != ST_OK);
    exchange_let_go(x);
}

// The library asks for more to send.
static ssize_t read_stream(void *argument, uint64_t position, char *out, size_t most)
{
    (void)position;
    struct exchange *x = argument;
    size_t given = 0;
    switch (http_stream_take(x->stream, out, most, &given, sleep_connection, x)) {
    case HTTP_STREAM_BYTES_GIVEN:
        watched_set_deadline(x->watched, clock_ticks() + x->server->options.send_seconds * SECOND);
        return (ssize_t)given;
    case HTTP_STREAM_WAITS:
        watched_set_deadline(x->watched, 0); // the maker's time, not the client's
        return 0;
    case HTTP_STREAM_ENDED:
        return MHD_CONTENT_READER_END_OF_STREAM;
    case HTTP_STREAM_FAILED:
        break;
    }
    return MHD_CONTENT_READER_END_WITH_ERROR;
}

static void run(void *argument)
{
    struct exchange *x = argument;
    struct MHD_Connection *connection = x->connection;
    bool slow = x->request.route->lane == HTTP_LANE_SLOW;
    x->request.began = clock_ticks();
    if (x->request.route->lane ==
        HTTP_LANE_STREAM) { // its turn may come late: others send for long
        x->request.deadline = x->request.began + x->server->options.request_seconds * SECOND;
    }
    if (slow && http_request_cancelled(&x->request)) { // it waited in the queue too long
        struct error e = {0};
        (void)error_set(&e, ST_CANCELLED, "the server is too busy; try again shortly");
        http_service_fail(&x->server->options.service, &x->request, &x->response, 503, &e);
    } else {
        http_service_run(&x->server->options.service, &x->request, &x->response);
    }
    bool streams = prepare_stream(x);
    finish(x);
    MHD_resume_connection(connection); // from here on the exchange is its thread's
    if (streams) {
        produce(x);
    }
}

// Suspends the connection and queues the work; when that fails the exchange is done at once.
static void submit(struct exchange *x)
{
    struct http_server *s = x->server;
    struct error e = {0};
    x->state = EXCHANGE_RUNNING;
    MHD_suspend_connection(x->connection);
    (void)pthread_mutex_lock(&s->mutex); // the pools stay while it is held
    status result = ST_CANCELLED;
    if (s->closed) {
        (void)error_set(&e, ST_CANCELLED, "the server is shutting down");
    } else {
        enum http_lane lane = x->request.route->lane;
        struct thread_pool *pool = lane == HTTP_LANE_QUICK    ? s->quick
                                   : lane == HTTP_LANE_STREAM ? s->streams
                                                              : s->slow;
        result = thread_pool_submit(pool, run, x, &e);
    }
    (void)pthread_mutex_unlock(&s->mutex);
    if (result != ST_OK) {
        http_service_fail(&s->options.service, &x->request, &x->response, 503, &e);
        finish(x);
        MHD_resume_connection(x->connection);
    }
}

// Routes the request. False: it is answered already.
static bool dispatch(struct exchange *x)
{
    struct http_server *s = x->server;
    watched_set_deadline(x->watched, 0);
    x->request.body = buffer_view(&x->body);
    x->request.deadline = x->started + s->options.request_seconds * SECOND;
    if (x->fault != 0) {
        answer_fault(x);
        return false;
    }
    if (!http_service_route(&s->options.service, &x->request, &x->response)) {
        return false;
    }
    if (x->body_seen > s->options.body_limit) {
        answer_oversize(x);
        return false;
    }
    if (x->request.route->lane == HTTP_LANE_INLINE) {
        http_service_run(&s->options.service, &x->request, &x->response);
        return false;
    }
    submit(x);
    return true;
}

static struct MHD_Response *make_response(struct exchange *x)
{
    // The bytes belong to the exchange, which outlives the response. What is made while it is sent
    // has no stream where only its headers are asked for (HEAD); then nothing is read.
    uint64_t length = x->response.produce_length;
    struct MHD_Response *response =
        x->response.produce != NULL
            ? MHD_create_response_from_callback(length > 0 ? length : MHD_SIZE_UNKNOWN,
                                                STREAM_BLOCK, read_stream, x, NULL)
            : MHD_create_response_from_buffer(x->reply.bytes.length,
                                              (void *)(uintptr_t)x->reply.bytes.bytes,
                                              MHD_RESPMEM_PERSISTENT);
    for (size_t i = 0; response != NULL && i < x->response.header_count; i++) {
        const struct http_header *header = &x->response.headers[i];
        (void)MHD_add_response_header(response, header->name.bytes, header->value.bytes);
    }
    if (response != NULL && atomic_load(&x->server->draining)) {
        (void)MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
    }
    return response;
}

static enum MHD_Result send_answer(struct exchange *x)
{
    const struct http_server_options *options = &x->server->options;
    struct MHD_Response *response = make_response(x);
    if (response == NULL) {
        return MHD_NO;
    }
    uint64_t seconds = options->send_seconds + x->reply.bytes.length / SEND_BYTES_A_SECOND;
    watched_set_deadline(x->watched, clock_ticks() + seconds * SECOND);
    enum MHD_Result queued =
        MHD_queue_response(x->connection, (unsigned)x->response.status, response);
    MHD_destroy_response(response);
    return queued;
}

// The library calls this when the headers are in, for each piece of the body, at its end, and after
// a resume.
static enum MHD_Result handle(void *argument, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_length, void **context)
{
    (void)argument;
    (void)connection;
    (void)url;
    struct exchange *x = *context;
    if (x == NULL) {
        return MHD_NO;
    }
    if (x->state == EXCHANGE_DONE) {
        return send_answer(x);
    }
    if (!x->headers_read) {
        if (read_headers(x, method, version)) {
            return MHD_YES;
        }
    } else if (*upload_length > 0) {
        read_body(x, upload, *upload_length);
        *upload_length = 0;
        return x->body_seen > DISCARD_LIMIT ? MHD_NO : MHD_YES;
    }
    if (dispatch(x)) {
        return MHD_YES;
    }
    finish(x);
    return send_answer(x);
}

// --- starting and stopping -------------------------------------------------------------------

static void set_defaults(struct http_server_options *o)
{
    size_t workers = MAX((size_t)16, 4 * thread_pool_processors());
    o->listen = o->listen == NULL ? "127.0.0.1:8080" : o->listen;
    o->slow_workers = o->slow_workers == 0 ? workers : o->slow_workers;
    o->quick_workers = o->quick_workers == 0 ? 2 : o->quick_workers;
    o->stream_workers = o->stream_workers == 0 ? 32 : o->stream_workers;
    size_t sockets = MIN(thread_pool_processors(), MOST_SOCKET_THREADS);
    o->socket_threads = o->socket_threads == 0 ? sockets : o->socket_threads;
    o->header_limit = o->header_limit == 0 ? (size_t)16 << 10 : o->header_limit;
    o->body_limit = o->body_limit == 0 ? (size_t)1 << 20 : o->body_limit;
    o->connections = o->connections == 0 ? 1000 : o->connections;
    o->connections_per_address = o->connections_per_address == 0 ? 250 : o->connections_per_address;
    o->idle_seconds = o->idle_seconds == 0 ? 30 : o->idle_seconds;
    o->read_seconds = o->read_seconds == 0 ? 15 : o->read_seconds;
    o->request_seconds = o->request_seconds == 0 ? 30 : o->request_seconds;
    o->send_seconds = o->send_seconds == 0 ? 30 : o->send_seconds;
    o->stop_seconds = o->stop_seconds == 0 ? 10 : o->stop_seconds;
}

// Every connection is a descriptor; the store needs some beside.
static void allow_descriptors(size_t connections)
{
    struct rlimit limit;
    rlim_t wanted = (rlim_t)connections + 512;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < wanted) {
        limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? wanted : MIN(wanted, limit.rlim_max);
        if (setrlimit(RLIMIT_NOFILE, &limit) != 0) {
            log_message(LOG_WARNING, "cannot allow %zu open files", (size_t)wanted);
        }
    }
}

// Paths and parameters are taken apart by url.c, from the target as it was sent.
static size_t leave_escapes(void *argument, struct MHD_Connection *connection, char *text)
{
    (void)argument;
    (void)connection;
    return strlen(text);
}

static status start_daemon(struct http_server *s, struct error *e)
{
    const struct http_server_options *o = &s->options;
    int descriptor = -1;
    // The library takes a pool of two threads at least.
    struct MHD_OptionItem pool[] = {
        {MHD_OPTION_THREAD_POOL_SIZE, (intptr_t)o->socket_threads, NULL},
        {MHD_OPTION_END, 0, NULL},
    };
    struct MHD_OptionItem *threads = o->socket_threads > 1 ? pool : pool + 1;
    TRY(listen_open(o->listen, &descriptor, &s->port, e));
    s->daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, 0, may_connect, s,
        handle, s, MHD_OPTION_LISTEN_SOCKET, descriptor, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        CONNECTION_MEMORY, MHD_OPTION_CONNECTION_LIMIT, (unsigned)o->connections,
        MHD_OPTION_CONNECTION_TIMEOUT, o->idle_seconds, MHD_OPTION_URI_LOG_CALLBACK, request_begins,
        s, MHD_OPTION_UNESCAPE_CALLBACK, leave_escapes, NULL, MHD_OPTION_NOTIFY_COMPLETED,
        request_ended, s, MHD_OPTION_NOTIFY_CONNECTION, connection_changed, s, MHD_OPTION_ARRAY,
        threads, MHD_OPTION_END);
    if (s->daemon == NULL) {
        (void)close(descriptor);
        return error_set_errno(e, "cannot start the HTTP server on %s", o->listen);
    }
    return ST_OK;
}

static status start_threads(struct http_server *s, struct error *e)
{
    const struct http_server_options *o = &s->options;
    TRY(thread_pool_create(o->quick_workers, QUICK_QUEUE, &s->quick, e));
    TRY(thread_pool_create(o->slow_workers, SLOW_QUEUE, &s->slow, e));
    TRY(thread_pool_create(o->stream_workers, STREAM_QUEUE, &s->streams, e));
    TRY(watch_create(&s->watch, e));
    TRY(clients_create(o->connections, o->connections_per_address, &s->clients, e));
    s->sweeping = true;
    if (pthread_create(&s->sweeper, NULL, sweep, s) != 0) {
        s->sweeping = false;
        return error_set(e, ST_NO_MEMORY, "cannot start a thread");
    }
    return ST_OK;
}

status http_server_start(const struct http_server_options *options, struct http_server **out,
                         struct error *e)
{
    struct http_server *s = calloc(1, sizeof *s);
    if (s == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the server");
    }
    s->options = *options;
    set_defaults(&s->options);
    allow_descriptors(s->options.connections);
    (void)pthread_mutex_init(&s->mutex, NULL);
    (void)pthread_mutex_init(&s->connecting, NULL);
    (void)pthread_cond_init(&s->idle, NULL);
    status result = access_log_open(s->options.access_log, &s->access_log, e);
    if (result == ST_OK) {
        result = start_threads(s, e);
    }
    if (result == ST_OK) {
        result = start_daemon(s, e);
    }
    if (result != ST_OK) {
        http_server_stop(s);
        return result;
    }
    *out = s;
    return ST_OK;
}

uint16_t http_server_port(const struct http_server *s)
{
    return s->port;
}

// Waits until no request is under way, at most so many seconds. False: some still are.
static bool wait_idle(struct http_server *s, unsigned seconds)
{
    struct timespec until;
    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += (time_t)seconds;
    int waited = 0;
    (void)pthread_mutex_lock(&s->mutex);
    while (s->exchanges > 0 && waited == 0) {
        waited = pthread_cond_timedwait(&s->idle, &s->mutex, &until);
    }
    bool idle = s->exchanges == 0;
    (void)pthread_mutex_unlock(&s->mutex);
    return idle;
}

static void stop_daemon(struct http_server *s)
{
    // From here on connections are closed as they come. The library can stop listening, too, but
    // that races with its own threads (0.9.75, MHD_quiesce_daemon of a pool with epoll: whoever
    // comes second to take the socket out of the set aborts the process).
    (void)pthread_mutex_lock(&s->connecting);
    atomic_store(&s->draining, true);
    (void)pthread_mutex_unlock(&s->connecting);
    if (!wait_idle(s, s->options.stop_seconds)) {
        log_message(LOG_WARNING, "giving up requests still running after %u s",
                    s->options.stop_seconds);
        atomic_store(&s->stopping, true);
        (void)wait_idle(s, 2);
    }
    atomic_store(&s->stopping, true);
}

static bool has_connections(struct http_server *s)
{
    (void)pthread_mutex_lock(&s->connecting);
    size_t arriving = s->arriving;
    (void)pthread_mutex_unlock(&s->connecting);
    return watch_shut(s->watch) > 0 || arriving > 0;
}

// Ends every connection and waits, two seconds at most, until the library has let go of them.
// While it stops, it answers a malformed request with a response that it does not have
// (0.9.75: MHD_queue_response says yes and queues nothing, build_header_response reads it), so
// nothing may be left to read by then.
static void end_connections(struct http_server *s)
{
    const struct timespec pause = {.tv_nsec = 1000000};
    for (int i = 0; i < 2000 && has_connections(s); i++) {
        (void)nanosleep(&pause, NULL);
    }
}

void http_server_stop(struct http_server *s)
{
    if (s == NULL) {
        return;
    }
    if (s->daemon != NULL) {
        stop_daemon(s);
    }
    // Whatever is suspended is resumed by its worker before the pools end.
    (void)pthread_mutex_lock(&s->mutex);
    s->closed = true;
    (void)pthread_mutex_unlock(&s->mutex);
    thread_pool_destroy(s->slow);
    thread_pool_destroy(s->streams);
    thread_pool_destroy(s->quick);
    if (s->daemon != NULL) {
        end_connections(s);
        MHD_stop_daemon(s->daemon);
    }
    if (s->sweeping) {
        (void)pthread_mutex_lock(&s->mutex);
        s->sweeping = false;
        (void)pthread_cond_broadcast(&s->idle);
        (void)pthread_mutex_unlock(&s->mutex);
        (void)pthread_join(s->sweeper, NULL);
    }
    watch_destroy(s->watch);
    clients_destroy(s->clients);
    access_log_close(s->access_log);
    (void)pthread_cond_destroy(&s->idle);
    (void)pthread_mutex_destroy(&s->mutex);
    (void)pthread_mutex_destroy(&s->connecting);
    free(s);
}
