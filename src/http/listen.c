// SPDX-License-Identifier: Apache-2.0
// Opens the listening socket.
#include "http/listen.h"

#include "base/string_view.h"

#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BACKLOG = 511, HOST_SIZE = 256 };

// Splits "host:port", where an IPv6 host stands in brackets.
static status split(const char *address, char host[HOST_SIZE], char port[8], struct error *e)
{
    const char *colon = strrchr(address, ':');
    string_view name = {address, colon == NULL ? 0 : (size_t)(colon - address)};
    uint64_t number = 0;
    if (colon == NULL || !sv_to_uint64(sv_from(colon + 1), &number) || number > UINT16_MAX ||
        name.length >= HOST_SIZE) {
        return error_set(e, ST_INVALID,
                         "cannot listen on \"%s\": write HOST:PORT, such as 127.0.0.1:8080",
                         address);
    }
    if (name.length >= 2 && name.bytes[0] == '[' && name.bytes[name.length - 1] == ']') {
        name = sv_slice(name, 1, name.length - 2);
    }
    (void)snprintf(host, HOST_SIZE, SV_FORMAT, SV_ARGUMENT(name));
    (void)snprintf(port, 8, "%u", (unsigned)number);
    return ST_OK;
}

static bool open_one(const struct addrinfo *info, int *descriptor)
{
    int one = 1;
    int s = socket(info->ai_family, info->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK,
                   info->ai_protocol);
    if (s < 0) {
        return false;
    }
    if (setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) != 0 ||
        bind(s, info->ai_addr, info->ai_addrlen) != 0 || listen(s, BACKLOG) != 0) {
        (void)close(s);
        return false;
    }
    *descriptor = s;
    return true;
}

static uint16_t bound_port(int descriptor)
{
    struct sockaddr_storage address = {0};
    socklen_t length = sizeof address;
    if (getsockname(descriptor, (struct sockaddr *)&address, &length) != 0) {
        return 0;
    }
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    memcpy(&v4, &address, sizeof v4);
    memcpy(&v6, &address, sizeof v6);
    return ntohs(address.ss_family == AF_INET6 ? v6.sin6_port : v4.sin_port);
}

status listen_open(const char *address, int *descriptor, uint16_t *port, struct error *e)
{
    char host[HOST_SIZE];
    char service[8];
    TRY(split(address, host, service, e));
    struct addrinfo hints = {.ai_family = AF_UNSPEC,
                             .ai_socktype = SOCK_STREAM,
                             .ai_flags = AI_PASSIVE | AI_NUMERICSERV};
    struct addrinfo *list = NULL;
    int failure = getaddrinfo(host[0] == '\0' ? NULL : host, service, &hints, &list);
    if (failure != 0) {
        return error_set(e, ST_INVALID, "cannot listen on \"%s\": %s", address,
                         gai_strerror(failure));
    }
    bool opened = false;
    for (const struct addrinfo *info = list; info != NULL && !opened; info = info->ai_next) {
        opened = open_one(info, descriptor);
    }
    freeaddrinfo(list);
    if (!opened) {
        return error_set_errno(e, "cannot listen on %s", address);
    }
    *port = bound_port(*descriptor);
    return ST_OK;
}
