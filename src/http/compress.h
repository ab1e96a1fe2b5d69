// SPDX-License-Identifier: Apache-2.0
// Whole bodies as one gzip member (RFC 1952). Thread-safe: each thread keeps a compressor of its
// own. Must not know: what the bytes are, who asked.
#pragma once

#include "base/buffer.h"

#define COMPRESS_LEAST ((size_t)1024) // smaller bodies are not worth it

// Fills `out` (empty) with the bytes compressed; false when that does not make them smaller or
// memory is short, and then `out` is to be thrown away.
bool compress_gzip(string_view bytes, struct buffer *out);
// Appends what a whole gzip member holds. ST_CORRUPT where it is none, or says that it holds more
// than `most` bytes.
NODISCARD status decompress_gzip(string_view member, size_t most, struct buffer *out,
                                 struct error *e);
