// SPDX-License-Identifier: Apache-2.0
//
// The front end's files as the binary carries them. The list is written by tools/embed.c from
// web/dist at build time; it is empty when the front end was not built. Immutable, so any
// thread may read it.

#pragma once

#include "base/string_view.h"

struct web_asset {
    const char *path;                // as in a URL below the root, without a leading slash
    const char *media_type;          // a Content-Type value, with charset where it is text
    const unsigned char *bytes;      // length bytes, never NULL
    size_t length;                   //
    const unsigned char *gzip_bytes; // the same file as one gzip member, or NULL if not smaller
    size_t gzip_length;              // 0 where gzip_bytes is NULL
    const char *etag;                // strong validator of bytes, with its double quotes
};

// Sorted by path in byte order, so that a lookup can search by halves.
extern const struct web_asset web_assets[];
extern const size_t web_assets_count;

// The file of that path; NULL when there is none (assets.c).
const struct web_asset *web_asset_find(string_view path);
