// SPDX-License-Identifier: Apache-2.0
// Gzip (RFC 1952) unpacked as a stream: several members in a row, zero padding behind the last,
// bounded expansion.
#include "formats/byte_source.h"

#include "formats/expansion.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define PACKED_BUFFER_SIZE ((size_t)256 * 1024)

struct gzip_source {
    struct byte_source source;
    struct byte_source *packed; // owned
    char *name;                 // owned
    z_stream stream;
    bool stream_ready;
    bool between_members;
    bool ended;
    uint64_t unpacked;
    unsigned char *buffer; // owned
    size_t capacity;
};

static void destroy_gzip(struct byte_source *s)
{
    struct gzip_source *g = (struct gzip_source *)s;
    if (g->stream_ready) {
        (void)inflateEnd(&g->stream);
    }
    byte_source_destroy(g->packed);
    free(g->buffer);
    free(g->name);
    free(g);
}

static status refill(struct gzip_source *g, struct error *e)
{
    size_t length = 0;
    TRY(g->packed->read(g->packed, g->buffer, g->capacity, &length, e));
    g->stream.next_in = g->buffer;
    g->stream.avail_in = (uInt)length;
    g->source.consumed = g->packed->consumed;
    return ST_OK;
}

// Behind a member: another one, padding, or the end.
static status begin_member(struct gzip_source *g, struct error *e)
{
    for (;;) {
        while (g->stream.avail_in > 0 && *g->stream.next_in == 0) {
            g->stream.next_in++;
            g->stream.avail_in--;
        }
        if (g->stream.avail_in > 0) {
            break;
        }
        TRY(refill(g, e));
        if (g->stream.avail_in == 0) {
            g->ended = true;
            return ST_OK;
        }
    }
    if (*g->stream.next_in != 0x1f) {
        return error_set(e, ST_BAD_DATA,
                         "%s has bytes behind its gzip stream that are no gzip; fetch it again",
                         g->name);
    }
    g->between_members = false;
    return inflateReset(&g->stream) == Z_OK
               ? ST_OK
               : error_set(e, ST_INTERNAL, "cannot go on unpacking %s", g->name);
}

static status inflate_some(struct gzip_source *g, struct error *e)
{
    if (g->stream.avail_in == 0) {
        TRY(refill(g, e));
        if (g->stream.avail_in == 0) {
            return error_set(e, ST_BAD_DATA,
                             "%s is cut off: its gzip stream has no end; fetch it again", g->name);
        }
    }
    int answer = inflate(&g->stream, Z_NO_FLUSH);
    if (answer == Z_STREAM_END) {
        g->between_members = true;
        return ST_OK;
    }
    if (answer == Z_MEM_ERROR) {
        return error_set(e, ST_NO_MEMORY, "out of memory unpacking %s", g->name);
    }
    if (answer != Z_OK && answer != Z_BUF_ERROR) {
        return error_set(e, ST_BAD_DATA, "%s is a damaged gzip file (%s); fetch it again", g->name,
                         g->stream.msg == NULL ? "bad data" : g->stream.msg);
    }
    return ST_OK;
}

static status read_gzip(struct byte_source *s, void *bytes, size_t capacity, size_t *length,
                        struct error *e)
{
    struct gzip_source *g = (struct gzip_source *)s;
    uInt wanted = (uInt)MIN(capacity, (size_t)1 << 30);
    g->stream.next_out = bytes;
    g->stream.avail_out = wanted;
    while (g->stream.avail_out == wanted && !g->ended) {
        TRY(g->between_members ? begin_member(g, e) : inflate_some(g, e));
    }
    *length = wanted - g->stream.avail_out;
    g->unpacked += *length;
    return expansion_check(g->packed->consumed, g->unpacked, g->name, e);
}

status gzip_source_create(struct byte_source *packed, const char *name, struct byte_source **out,
                          struct error *e)
{
    struct gzip_source *g = calloc(1, sizeof *g);
    if (g == NULL) {
        byte_source_destroy(packed);
        return error_set(e, ST_NO_MEMORY, "out of memory opening %s", name);
    }
    g->source =
        (struct byte_source){.read = read_gzip, .destroy = destroy_gzip, .total = packed->total};
    g->packed = packed;
    g->name = strdup(name);
    g->capacity = byte_source_buffer_size(packed, PACKED_BUFFER_SIZE);
    g->buffer = malloc(g->capacity);
    // 16 more than the window's bits: gzip headers and nothing else.
    if (g->name == NULL || g->buffer == NULL || inflateInit2(&g->stream, 15 + 16) != Z_OK) {
        destroy_gzip(&g->source);
        return error_set(e, ST_NO_MEMORY, "out of memory opening %s", name);
    }
    g->stream_ready = true;
    *out = &g->source;
    return ST_OK;
}
