// SPDX-License-Identifier: Apache-2.0
// One thread, joined once.
#include "portal/source_hashing.h"

#include "base/hash.h"
#include "formats/source_hash.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct source_hashing {
    const char *const *paths;
    size_t count;
    atomic_bool stopped;
    pthread_t thread;
    bool joined;
    // The thread's until joined.
    char hash[65];
    status result;
    struct error error;
};

static status hash_several(struct source_hashing *h)
{
    struct sha256_stream *stream = sha256_stream_create();
    if (stream == NULL) {
        return error_set(&h->error, ST_NO_MEMORY, "no memory to hash several files");
    }
    status result = ST_OK;
    for (size_t i = 0; i < h->count && result == ST_OK; i++) {
        char hash[65];
        result = source_hash(h->paths[i], &h->stopped, hash, &h->error);
        if (result == ST_OK) {
            sha256_stream_add(stream, hash, sizeof hash - 1);
        }
    }
    struct sha256 all;
    sha256_stream_finish(stream, &all);
    sha256_to_hex(&all, h->hash);
    sha256_stream_destroy(stream);
    return result;
}

static void *run(void *argument)
{
    struct source_hashing *h = argument;
    h->result =
        h->count == 1 ? source_hash(h->paths[0], &h->stopped, h->hash, &h->error) : hash_several(h);
    return NULL;
}

status source_hashing_start(const char *const *paths, size_t count, struct source_hashing **out,
                            struct error *e)
{
    struct source_hashing *h = calloc(1, sizeof *h);
    if (h == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a thread");
    }
    h->paths = paths;
    h->count = count;
    atomic_init(&h->stopped, false);
    if (pthread_create(&h->thread, NULL, run, h) != 0) {
        free(h);
        return error_set(e, ST_NO_MEMORY, "cannot start a thread");
    }
    *out = h;
    return ST_OK;
}

static void join(struct source_hashing *h)
{
    if (!h->joined) {
        (void)pthread_join(h->thread, NULL);
        h->joined = true;
    }
}

status source_hashing_finish(void *argument, char out[65], struct error *e)
{
    struct source_hashing *h = argument;
    join(h);
    if (h->result != ST_OK) {
        *e = h->error;
        return h->result;
    }
    memcpy(out, h->hash, sizeof h->hash);
    return ST_OK;
}

void source_hashing_destroy(struct source_hashing *h)
{
    if (h == NULL) {
        return;
    }
    atomic_store(&h->stopped, true);
    join(h);
    free(h);
}
