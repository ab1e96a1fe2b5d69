// SPDX-License-Identifier: Apache-2.0
// A short list: one entry an address, looked through from its start.
#include "http/clients.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

struct client {
    struct in6_addr address; // IPv4 as ::ffff:a.b.c.d (RFC 4291 section 2.5.5.2)
    size_t count;            // 0: the entry is free
};

struct clients {
    struct client *list;
    size_t room;
    size_t each;
};

status clients_create(size_t connections, size_t each, struct clients **out, struct error *e)
{
    struct clients *c = calloc(1, sizeof *c);
    struct client *list = calloc(connections, sizeof *list);
    if (c == NULL || list == NULL) {
        free(c);
        free(list);
        return error_set(e, ST_NO_MEMORY, "no memory for the server");
    }
    c->list = list;
    c->room = connections;
    c->each = each;
    *out = c;
    return ST_OK;
}

void clients_destroy(struct clients *c)
{
    if (c != NULL) {
        free(c->list);
        free(c);
    }
}

// False for addresses that are not counted: of loopback (RFC 1122 section 3.2.1.3, RFC 4291
// section 2.5.3), of other families, or not known.
static bool read_address(const struct sockaddr *address, struct in6_addr *out)
{
    static const unsigned char mapped[12] = {[10] = 0xff, [11] = 0xff};
    if (address != NULL && address->sa_family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, address, sizeof v4);
        memcpy(out->s6_addr, mapped, sizeof mapped);
        memcpy(out->s6_addr + sizeof mapped, &v4.sin_addr, sizeof v4.sin_addr);
    } else if (address != NULL && address->sa_family == AF_INET6) {
        struct sockaddr_in6 v6;
        memcpy(&v6, address, sizeof v6);
        *out = v6.sin6_addr;
    } else {
        return false;
    }
    bool is_v4 = memcmp(out->s6_addr, mapped, sizeof mapped) == 0;
    bool loopback = is_v4 ? out->s6_addr[12] == 127
                          : memcmp(out, &in6addr_loopback, sizeof in6addr_loopback) == 0;
    return !loopback;
}

// A proxy adds whom it speaks for behind all that the client itself claims.
static string_view last_of(string_view list)
{
    for (size_t i = list.length; i > 0; i--) {
        if (list.bytes[i - 1] == ',') {
            return sv_trim(sv_slice(list, i, SIZE_MAX));
        }
    }
    return sv_trim(list);
}

void clients_name(const struct sockaddr *address, string_view forwarded, char out[CLIENT_NAME_SIZE])
{
    struct in6_addr key;
    out[0] = '\0';
    if (read_address(address, &key)) {
        (void)inet_ntop(AF_INET6, &key, out, CLIENT_NAME_SIZE);
        return;
    }
    string_view told = last_of(forwarded);
    if (told.length > 0 && told.length < CLIENT_NAME_SIZE) {
        memcpy(out, told.bytes, told.length);
        out[told.length] = '\0';
    }
}

// The entry of the address, else a free one, else NULL.
static struct client *find(const struct clients *c, const struct in6_addr *address)
{
    struct client *unused = NULL;
    for (size_t i = 0; i < c->room; i++) {
        struct client *one = &c->list[i];
        if (one->count == 0) {
            unused = unused == NULL ? one : unused;
        } else if (memcmp(&one->address, address, sizeof *address) == 0) {
            return one;
        }
    }
    return unused;
}

bool clients_may_come(const struct clients *c, const struct sockaddr *address)
{
    struct in6_addr key;
    if (!read_address(address, &key)) {
        return true;
    }
    const struct client *one = find(c, &key);
    return one != NULL && one->count < c->each;
}

void clients_came(struct clients *c, const struct sockaddr *address)
{
    struct in6_addr key;
    struct client *one = read_address(address, &key) ? find(c, &key) : NULL;
    if (one != NULL) {
        one->address = key;
        one->count++;
    }
}

void clients_left(struct clients *c, const struct sockaddr *address)
{
    struct in6_addr key;
    struct client *one = read_address(address, &key) ? find(c, &key) : NULL;
    if (one != NULL && one->count > 0) {
        one->count--;
    }
}
