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
