// SPDX-License-Identifier: Apache-2.0
// Sets what all transfers have: bounds, protocols, and which addresses may be reached.
#include "remote/handle.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>

#define CONNECT_SECONDS 10L
#define SECONDS_NORMAL  30u

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void prepare(void)
{
    (void)curl_global_init(CURL_GLOBAL_DEFAULT);
}

// --- which addresses may be reached ----------------------------------------------------------

// RFC 6890's special-purpose blocks that are no global ones.
static bool is_private_4(uint32_t address)
{
    static const struct {
        uint32_t block;
        unsigned bits;
    } blocks[] = {
        {0x00000000, 8},  {0x0A000000, 8},  {0x64400000, 10}, {0x7F000000, 8},  {0xA9FE0000, 16},
        {0xAC100000, 12}, {0xC0000000, 24}, {0xC0A80000, 16}, {0xC6120000, 15}, {0xE0000000, 3},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(blocks); i++) {
        if (address >> (32 - blocks[i].bits) == blocks[i].block >> (32 - blocks[i].bits)) {
            return true;
        }
    }
    return false;
}

// Loopback, unspecified, mapped IPv4, unique local, link-local, multicast.
static bool is_private_6(const struct in6_addr *a)
{
    static const unsigned char zeros[15];
    if (IN6_IS_ADDR_V4MAPPED(a)) {
        uint32_t mapped = 0;
        memcpy(&mapped, a->s6_addr + 12, sizeof mapped);
        return is_private_4(ntohl(mapped));
    }
    return (memcmp(a->s6_addr, zeros, sizeof zeros) == 0 && a->s6_addr[15] <= 1) ||
           (a->s6_addr[0] & 0xFE) == 0xFC ||
           (a->s6_addr[0] == 0xFE && (a->s6_addr[1] & 0xC0) == 0x80) || a->s6_addr[0] == 0xFF;
}

static bool is_private(const struct curl_sockaddr *address)
{
    if (address->family == AF_INET) {
        struct sockaddr_in in;
        memcpy(&in, &address->addr, sizeof in);
        return is_private_4(ntohl(in.sin_addr.s_addr));
    }
    if (address->family == AF_INET6) {
        struct sockaddr_in6 in6;
        if (address->addrlen < sizeof in6) {
            return true;
        }
        memcpy(&in6, (const void *)&address->addr, sizeof in6);
        return is_private_6(&in6.sin6_addr);
    }
    return true;
}

// Called with each address that a name resolves to, so that no name can hide one.
static curl_socket_t open_socket(void *argument, curlsocktype purpose,
                                 struct curl_sockaddr *address)
{
    struct remote_handle *h = argument;
    if (purpose != CURLSOCKTYPE_IPCXN || (!h->private_too && is_private(address))) {
        h->refused = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// --- a transfer ------------------------------------------------------------------------------

status remote_handle_begin(struct remote_handle *h, const char *address, const char *protocols,
                           unsigned seconds, struct error *e)
{
    (void)pthread_once(&once, prepare);
    h->curl = curl_easy_init();
    h->trouble[0] = 0;
    h->refused = false;
    if (h->curl == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to ask another server");
    }
    CURLcode set[] = {
        curl_easy_setopt(h->curl, CURLOPT_URL, address),
        curl_easy_setopt(h->curl, CURLOPT_PROTOCOLS_STR, protocols),
        curl_easy_setopt(h->curl, CURLOPT_ERRORBUFFER, h->trouble),
        curl_easy_setopt(h->curl, CURLOPT_NOSIGNAL, 1L),
        curl_easy_setopt(h->curl, CURLOPT_FOLLOWLOCATION, 0L),
        curl_easy_setopt(h->curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS),
        curl_easy_setopt(h->curl, CURLOPT_TIMEOUT, (long)(seconds == 0 ? SECONDS_NORMAL : seconds)),
        curl_easy_setopt(h->curl, CURLOPT_OPENSOCKETFUNCTION, open_socket),
        curl_easy_setopt(h->curl, CURLOPT_OPENSOCKETDATA, h),
        curl_easy_setopt(h->curl, CURLOPT_USERAGENT, "Vitrine"),
    };
    for (size_t i = 0; i < ARRAY_LENGTH(set); i++) {
        if (set[i] != CURLE_OK) {
            remote_handle_end(h);
            return error_set(e, ST_INVALID, "%s: %s", address, curl_easy_strerror(set[i]));
        }
    }
    // A proxy would resolve names where no address can be looked at.
    if (!h->private_too && curl_easy_setopt(h->curl, CURLOPT_PROXY, "") != CURLE_OK) {
        remote_handle_end(h);
        return error_set(e, ST_NO_MEMORY, "no memory to ask another server");
    }
    return ST_OK;
}

status remote_handle_run(struct remote_handle *h, string_view address, struct error *e)
{
    CURLcode result = curl_easy_perform(h->curl);
    if (result == CURLE_OK) {
        return ST_OK;
    }
    if (h->refused) {
        return error_set(e, ST_INVALID,
                         SV_FORMAT " is in a private network, which is not to be reached",
                         SV_ARGUMENT(address));
    }
    return error_set(e, result == CURLE_URL_MALFORMAT ? ST_INVALID : ST_IO, SV_FORMAT ": %s",
                     SV_ARGUMENT(address),
                     h->trouble[0] != 0 ? h->trouble : curl_easy_strerror(result));
}

void remote_handle_end(struct remote_handle *h)
{
    curl_easy_cleanup(h->curl);
    h->curl = NULL;
}
