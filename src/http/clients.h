// SPDX-License-Identifier: Apache-2.0
// How many connections each client's address holds. Loopback addresses are never bound: behind them
// stands a proxy of this machine, with all its clients. Must not know: HTTP.
// To be called by one thread at a time.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>

struct clients;

// Room for so many connections at once, `each` from one address.
NODISCARD status clients_create(size_t connections, size_t each, struct clients **out,
                                struct error *e);
void clients_destroy(struct clients *c); // NULL is fine

// Whether one more connection from there may be opened.
bool clients_may_come(const struct clients *c, const struct sockaddr *address);
// One was opened; it was closed. NULL and addresses of other families than IP are not counted.
void clients_came(struct clients *c, const struct sockaddr *address);
void clients_left(struct clients *c, const struct sockaddr *address);

#define CLIENT_NAME_SIZE 64
// What to call a client by while it is bound: its address; of loopback the last of `forwarded`
// (X-Forwarded-For), or "".
void clients_name(const struct sockaddr *address, string_view forwarded,
                  char out[CLIENT_NAME_SIZE]);
