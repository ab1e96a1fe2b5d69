// SPDX-License-Identifier: Apache-2.0
// Checksums (XXH3, 64 bits) and content hashes (SHA-256, libcrypto). Thread-safe.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

#define SHA256_SIZE 32

struct sha256 {
    unsigned char bytes[SHA256_SIZE];
};

uint64_t hash_bytes(const void *bytes, size_t length);

// SHA-256 of one run of bytes (FIPS 180-4).
void sha256_of(const void *bytes, size_t length, struct sha256 *out);

// SHA-256 over many runs.
struct sha256_stream;
struct sha256_stream *sha256_stream_create(void); // NULL when out of memory
void sha256_stream_add(struct sha256_stream *s, const void *bytes, size_t length);
// Another stream that has seen the same bytes; NULL when out of memory.
struct sha256_stream *sha256_stream_copy(const struct sha256_stream *s);
void sha256_stream_finish(struct sha256_stream *s, struct sha256 *out);
void sha256_stream_destroy(struct sha256_stream *s);

bool sha256_equal(const struct sha256 *a, const struct sha256 *b);
// 64 lower-case hexadecimal digits and a NUL.
void sha256_to_hex(const struct sha256 *hash, char out[65]);
NODISCARD bool sha256_from_hex(string_view text, struct sha256 *out);
