// SPDX-License-Identifier: Apache-2.0
// gzip by libdeflate, with one compressor a thread: making one costs more than a small answer.
#include "http/compress.h"

#include <libdeflate.h>
#include <pthread.h>

enum { GZIP_LEVEL = 4 }; // about 200 MB/s a core; two levels up win 3 % and cost a third of that

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool key_made;

static void release(void *compressor)
{
    libdeflate_free_compressor(compressor);
}

static void make_key(void)
{
    key_made = pthread_key_create(&key, release) == 0;
}

static struct libdeflate_compressor *thread_compressor(void)
{
    if (pthread_once(&once, make_key) != 0 || !key_made) {
        return NULL;
    }
    struct libdeflate_compressor *compressor = pthread_getspecific(key);
    if (compressor == NULL) {
        compressor = libdeflate_alloc_compressor(GZIP_LEVEL);
        if (compressor != NULL && pthread_setspecific(key, compressor) != 0) {
            libdeflate_free_compressor(compressor);
            return NULL;
        }
    }
    return compressor;
}

bool compress_gzip(string_view bytes, struct buffer *out)
{
    struct libdeflate_compressor *compressor = thread_compressor();
    if (compressor == NULL || bytes.length < COMPRESS_LEAST || !buffer_reserve(out, bytes.length)) {
        return false;
    }
    // Room for less than the original only: 0 means that it did not fit.
    size_t length = libdeflate_gzip_compress(compressor, bytes.bytes, bytes.length, out->bytes,
                                             bytes.length - 1);
    out->length = length;
    return length > 0;
}

// The last four bytes of a member are the length of what it holds.
static size_t length_within(string_view member)
{
    size_t length = 0;
    for (size_t i = 1; i <= 4 && member.length >= 4; i++) {
        length = length << 8 | (unsigned char)member.bytes[member.length - i];
    }
    return length;
}

status decompress_gzip(string_view member, size_t most, struct buffer *out, struct error *e)
{
    size_t length = length_within(member);
    size_t written = 0;
    if (length > most) {
        return error_set(e, ST_CORRUPT, "a gzip member of %zu bytes, at most %zu", length, most);
    }
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    if (decompressor == NULL || !buffer_reserve(out, length)) {
        libdeflate_free_decompressor(decompressor);
        return error_set(e, ST_NO_MEMORY, "no memory for a gzip member");
    }
    enum libdeflate_result result = libdeflate_gzip_decompress(
        decompressor, member.bytes, member.length, out->bytes + out->length, length, &written);
    libdeflate_free_decompressor(decompressor);
    if (result != LIBDEFLATE_SUCCESS) {
        return error_set(e, ST_CORRUPT, "a gzip member is damaged");
    }
    out->length += written;
    return ST_OK;
}
