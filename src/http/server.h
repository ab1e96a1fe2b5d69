// SPDX-License-Identifier: Apache-2.0
// The server: sockets, limits, threads, the access log. The HTTP library stays behind this header.
// Must not know: what routes mean.
//
// A request is read by the thread that talks to the sockets, answered on its route's lane
// (router.h), and sent by the first thread again: a slow query holds a worker of the slow lane and
// nothing else.
#pragma once

#include "http/service.h"

struct http_server;

// Zero means the default beside it.
struct http_server_options {
    struct http_service service;
    const char *listen;             // "127.0.0.1:8080"; port 0: the system chooses
    const char *access_log;         // file; NULL: standard error
    size_t slow_workers;            // 4 a processor, at least 16
    size_t quick_workers;           // 2
    size_t stream_workers;          // 32
    size_t socket_threads;          // 1 a processor, at most 8
    size_t header_limit;            // 16 KiB: request line and headers
    size_t body_limit;              // 1 MiB
    size_t connections;             // 1000 at a time
    size_t connections_per_address; // 250; loopback addresses have no bound of their own
    unsigned idle_seconds;          // 30: nothing comes or goes
    unsigned read_seconds;          // 15: from the request line to the end of the body
    unsigned request_seconds;       // 30: until an answer is given up
    unsigned send_seconds;          // 30, and a second more for each 16 KiB of the answer
    unsigned stop_seconds;          // 10: for requests still running when the server stops
};

// Listens and serves until stopped.
NODISCARD status http_server_start(const struct http_server_options *options,
                                   struct http_server **out, struct error *e);
uint16_t http_server_port(const struct http_server *s);
// Takes no more connections, lets running requests finish within stop_seconds, gives up the others,
// ends all threads and frees the server. NULL is fine.
void http_server_stop(struct http_server *s);
