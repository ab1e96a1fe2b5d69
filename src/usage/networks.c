// SPDX-License-Identifier: Apache-2.0
// Networks sorted by length and address; one search for each length that there is.
#include "usage/networks.h"

#include "base/file.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>

#define MAPPED_BITS 96 // of an IPv4 address within IPv6
#define NO_SURFACE  0xffu

struct network {
    unsigned char bytes[16]; // masked
    uint8_t bits;
    uint8_t surface; // NO_SURFACE: it says the country
    char country[2];
};

struct networks {
    struct network *list; // the longest first, then by bytes
    size_t count;
    size_t starts[129]; // of the networks of 128 - i bits: the number of the first + 1; 0 for none
};

static int by_length_then_bytes(const void *a, const void *b)
{
    const struct network *x = a;
    const struct network *y = b;
    if (x->bits != y->bits) {
        return x->bits < y->bits ? 1 : -1;
    }
    return memcmp(x->bytes, y->bytes, sizeof x->bytes);
}

static void mask(unsigned char bytes[16], unsigned bits)
{
    for (unsigned i = 0; i < 16; i++) {
        unsigned kept = bits <= 8 * i ? 0 : MIN(bits - 8 * i, 8u);
        bytes[i] &= (unsigned char)(0xff00u >> kept);
    }
}

static bool read_address(string_view text, unsigned char out[16], bool *v4)
{
    char name[INET6_ADDRSTRLEN + 1];
    if (text.length == 0 || text.length >= sizeof name) {
        return false;
    }
    memcpy(name, text.bytes, text.length);
    name[text.length] = '\0';
    *v4 = inet_pton(AF_INET, name, out + 12) == 1;
    if (*v4) {
        memset(out, 0, 10);
        out[10] = out[11] = 0xff;
        return true;
    }
    return inet_pton(AF_INET6, name, out) == 1;
}

bool network_address_from_text(string_view text, struct network_address *out)
{
    bool v4 = false;
    return read_address(text, out->bytes, &v4);
}

static bool read_what(string_view what, struct network *out)
{
    static const struct {
        const char *name;
        enum usage_surface surface;
    } surfaces[] = {
        {"staff", SURFACE_STAFF}, {"aggregator", SURFACE_AGGREGATOR}, {"health", SURFACE_HEALTH}};
    for (size_t i = 0; i < ARRAY_LENGTH(surfaces); i++) {
        if (sv_equal(what, sv_from(surfaces[i].name))) {
            out->surface = (uint8_t)surfaces[i].surface;
            return true;
        }
    }
    out->surface = NO_SURFACE;
    if (what.length != 2 || what.bytes[0] < 'A' || what.bytes[0] > 'Z' || what.bytes[1] < 'A' ||
        what.bytes[1] > 'Z') {
        return false;
    }
    memcpy(out->country, what.bytes, 2);
    return true;
}

static bool read_line(string_view line, struct network *out)
{
    string_view network = {0};
    string_view address = {0};
    uint64_t bits = 0;
    bool v4 = false;
    *out = (struct network){.surface = NO_SURFACE};
    if (!sv_split(&line, ',', &network) || line.bytes == NULL ||
        !sv_split(&network, '/', &address) || !read_address(sv_trim(address), out->bytes, &v4) ||
        !read_what(sv_trim(line), out)) {
        return false;
    }
    bool whole = network.bytes == NULL; // one address
    if (!whole && (!sv_to_uint64(sv_trim(network), &bits) || bits > (v4 ? 32u : 128u))) {
        return false;
    }
    out->bits = (uint8_t)(whole ? 128 : bits + (v4 ? MAPPED_BITS : 0));
    mask(out->bytes, out->bits);
    return true;
}

static bool is_said(string_view line)
{
    return line.length > 0 && line.bytes[0] != '#' && !sv_starts_with(line, SV("network,"));
}

status networks_read(string_view text, struct networks **out, struct error *e)
{
    size_t lines = 1;
    string_view line = {0};
    for (size_t i = 0; i < text.length; i++) {
        lines += text.bytes[i] == '\n';
    }
    struct networks *n = calloc(1, sizeof *n);
    if (n != NULL) {
        n->list = calloc(lines, sizeof *n->list);
    }
    if (n == NULL || n->list == NULL) {
        networks_close(n);
        return error_set(e, ST_NO_MEMORY, "no memory for networks");
    }
    for (size_t number = 1; sv_split(&text, '\n', &line); number++) {
        line = sv_trim(line);
        if (is_said(line) && !read_line(line, &n->list[n->count++])) {
            networks_close(n);
            return error_set(e, ST_BAD_DATA,
                             "line %zu: \"192.0.2.0/24,NO\" is the form, with a country's two "
                             "capitals, staff, aggregator or health behind the comma",
                             number);
        }
    }
    qsort(n->list, n->count, sizeof *n->list, by_length_then_bytes);
    for (size_t i = n->count; i > 0; i--) {
        n->starts[128 - n->list[i - 1].bits] = i; // + 1; 0 for none
    }
    *out = n;
    return ST_OK;
}

status networks_open(const char *folder, struct networks **out, struct error *e)
{
    char path[PATH_SIZE];
    struct buffer text;
    TRY(path_join(path, sizeof path, folder, "site/networks.csv", e));
    buffer_init(&text, NETWORKS_LIMIT_FILE);
    status result = file_exists(path) ? file_read(path, NETWORKS_LIMIT_FILE, &text, e) : ST_OK;
    if (result == ST_OK) {
        result = networks_read(buffer_view(&text), out, e);
        error_prefix(e, "%s", path);
    }
    buffer_release(&text);
    return result;
}

void networks_close(struct networks *n)
{
    if (n != NULL) {
        free(n->list);
        free(n);
    }
}

// The first of the networks of `bits` with these bytes; several lines may name one network.
static const struct network *find_first(const struct networks *n, size_t start, unsigned bits,
                                        const unsigned char bytes[16])
{
    size_t low = start;
    size_t high = n->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct network *m = &n->list[middle];
        bool before = m->bits == bits && memcmp(m->bytes, bytes, 16) < 0;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low < n->count ? &n->list[low] : NULL;
}

struct network_facts networks_find(const struct networks *n, const struct network_address *address)
{
    struct network_facts facts = {.surface = SURFACE_API};
    for (unsigned i = 0; i <= 128; i++) {
        if (n->starts[i] == 0) {
            continue;
        }
        unsigned bits = 128 - i;
        struct network wanted = {.bits = (uint8_t)bits};
        memcpy(wanted.bytes, address->bytes, sizeof wanted.bytes);
        mask(wanted.bytes, bits);
        const struct network *found = find_first(n, n->starts[i] - 1, bits, wanted.bytes);
        const struct network *end = n->list + n->count;
        for (; found != NULL && found < end && by_length_then_bytes(found, &wanted) == 0; found++) {
            if (found->surface == NO_SURFACE && facts.country[0] == '\0') {
                memcpy(facts.country, found->country, 2);
            } else if (found->surface != NO_SURFACE && !facts.has_surface) {
                facts.has_surface = true;
                facts.surface = (enum usage_surface)found->surface;
            }
        }
    }
    return facts;
}
