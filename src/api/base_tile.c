// SPDX-License-Identifier: Apache-2.0
// GET /assets/basemap/{pack}/{z}/{x}/{y}.mvt: land and borders under the map, from a pack of vector
// tiles that web/basemap/tiles.mjs makes and the binary carries. Its name changes with its content,
// so tiles may be kept for ever. A pack is "VTP1", u32 count, then for each tile in order u32 zoom,
// x, y, offset and length, then the tiles as gzip members; all little-endian.
#include "api/api.h"
#include "api/tile_address.h"
#include "api/web_assets.h"
#include "http/compress.h"
#include "http/negotiate.h"

#include <string.h>

#define HEAD_BYTES  ((size_t)8)
#define ENTRY_BYTES ((size_t)20)
#define ZOOM_MOST   22u
#define TILE_BYTES  ((size_t)4 << 20)

static uint32_t number_at(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

static int compare(const unsigned char *entry, const struct tile_address *at)
{
    const uint32_t asked[3] = {at->zoom, at->x, at->y};
    for (size_t i = 0; i < ARRAY_LENGTH(asked); i++) {
        uint32_t number = number_at(entry + 4 * i);
        if (number != asked[i]) {
            return number < asked[i] ? -1 : 1;
        }
    }
    return 0;
}

// The tile's gzip member, or the empty view where there is nothing but sea.
static string_view find_tile(const struct web_asset *pack, const struct tile_address *at)
{
    size_t low = 0;
    size_t high = pack->length < HEAD_BYTES ? 0 : number_at(pack->bytes + 4);
    high = MIN(high, (pack->length - MIN(HEAD_BYTES, pack->length)) / ENTRY_BYTES);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const unsigned char *entry = pack->bytes + HEAD_BYTES + middle * ENTRY_BYTES;
        int order = compare(entry, at);
        if (order == 0) {
            string_view all = {(const char *)pack->bytes, pack->length};
            return sv_slice(all, number_at(entry + 12), number_at(entry + 16));
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return (string_view){0};
}

status api_base_tile(void *context, struct http_request *request, struct http_response *response,
                     struct error *e)
{
    (void)context;
    struct tile_address at;
    string_view name = arena_print(request->arena, "assets/basemap/" SV_FORMAT,
                                   SV_ARGUMENT(http_request_capture(request, "pack")));
    const struct web_asset *pack = web_asset_find(name);
    if (pack == NULL || pack->length < HEAD_BYTES || memcmp(pack->bytes, "VTP1", 4) != 0) {
        return error_set(e, ST_NOT_FOUND, "there is nothing at this address");
    }
    TRY(tile_address_of(request, ZOOM_MOST, &at, e));
    string_view tile = find_tile(pack, &at);
    response->cache_control = "public, max-age=31536000, immutable";
    if (tile.length == 0) {
        response->status = 204;
        return ST_OK;
    }
    response->content_type = "application/vnd.mapbox-vector-tile";
    if (accept_encoding_allows(http_request_header(request, "Accept-Encoding"), SV("gzip"))) {
        response->fixed = tile;
        response->fixed_gzip = tile;
        return ST_OK;
    }
    return decompress_gzip(tile, TILE_BYTES, &response->body, e);
}
