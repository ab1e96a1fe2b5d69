// SPDX-License-Identifier: Apache-2.0
// One line a request: time, network of the client (rule E4: IPv4 cut to /24, IPv6 to /48), method,
// path without the query, status, bytes, milliseconds, identifier. Thread-safe. Must not know: what
// paths mean, who asks.
#pragma once

#include "base/clock.h"
#include "base/status.h"
#include "base/string_view.h"

#include <netinet/in.h>

struct access_log;

struct access_entry {
    const struct sockaddr *client; // NULL: not known
    const char *method;
    string_view path; // as sent: percent-encoded, no query
    int status;       // 499 where the client went away before the end
    uint64_t bytes;   // of the body
    uint64_t nanoseconds;
    const char *id;
};

// `path` NULL: standard error, whose keeper must drop lines after 7 days. Otherwise a file that is
// renamed to PATH.YYYY-MM-DD when the day (UTC) changes; files of days 7 or more days back are
// removed. A device or a pipe is written as it is, and never renamed.
NODISCARD status access_log_open(const char *path, struct access_log **out, struct error *e);
void access_log_write(struct access_log *log, const struct access_entry *entry);
// Turns to a new file when the day has changed; called about every second, so that old lines
// go also when nobody asks for anything. `now` is given by the caller, for tests.
void access_log_turn(struct access_log *log, moment now);
void access_log_close(struct access_log *log); // NULL is fine

// "192.0.2.0" for 192.0.2.17, "2001:db8:1::" for 2001:db8:1:2::3, "-" for anything else. IPv4
// addresses mapped into IPv6 are cut as IPv4.
void client_network(const struct sockaddr *address, char out[INET6_ADDRSTRLEN]);
