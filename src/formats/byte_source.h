// SPDX-License-Identifier: Apache-2.0
// A stream of bytes: a plain file, a gzip file unpacked on the way, memory, or another stream with
// its text turned into UTF-8 (formats/text_decode.h). Not thread-safe.
// Must not know: rows.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

struct byte_source {
    // Reads up to `capacity` bytes (at least 16); *length 0 means the end, and only that.
    status (*read)(struct byte_source *s, void *bytes, size_t capacity, size_t *length,
                   struct error *e);
    void (*destroy)(struct byte_source *s);
    uint64_t consumed; // bytes of the input as it lies, packed or not, read so far
    uint64_t total;    // all of them
    uint64_t most;     // bytes that it will give at most, for sizing buffers; 0 when not known
};

// A size for a buffer to read through: `wanted`, or less when the source is known to give less.
static inline size_t byte_source_buffer_size(const struct byte_source *s, size_t wanted)
{
    return s->most == 0 || s->most >= wanted ? wanted : MAX((size_t)s->most + 64, (size_t)1024);
}

// Opens a file; gzip is known by its first bytes (RFC 1952), whatever the name. `name` is what
// messages call the file; it is copied. ST_BAD_DATA when a gzip stream is cut off, damaged, or
// unpacks to more than a file may (formats/expansion.h).
NODISCARD status byte_source_open(const char *path, const char *name, struct byte_source **out,
                                  struct error *e);

// Bytes in memory, which must outlive the source; gzip is unpacked likewise.
NODISCARD status byte_source_from_memory(string_view bytes, const char *name,
                                         struct byte_source **out, struct error *e);

// Unpacks the gzip stream `packed`, which the result owns (also when this fails).
NODISCARD status gzip_source_create(struct byte_source *packed, const char *name,
                                    struct byte_source **out, struct error *e);

// Reads until `capacity` bytes are there or the stream ends.
NODISCARD status byte_source_fill(struct byte_source *s, void *bytes, size_t capacity,
                                  size_t *length, struct error *e);

static inline void byte_source_destroy(struct byte_source *s)
{
    if (s != NULL) {
        s->destroy(s);
    }
}
