// SPDX-License-Identifier: Apache-2.0
// Counters by hash; two clients of one place share it, which is rare and errs to the safe side.
#include "api/cite_limit.h"

#include "base/hash.h"
#include "base/uuid.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define PLACES ((size_t)4096)
#define HOUR   ((moment)3600000)

struct cite_limit {
    pthread_mutex_t mutex;
    unsigned an_hour;
    struct uuid salt;
    moment hour;
    unsigned counts[PLACES];
};

status cite_limit_create(unsigned an_hour, struct cite_limit **out, struct error *e)
{
    struct cite_limit *l = calloc(1, sizeof *l);
    if (l == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to bound clients");
    }
    (void)pthread_mutex_init(&l->mutex, NULL);
    l->an_hour = an_hour;
    *out = l;
    return uuid_random(&l->salt, e);
}

void cite_limit_destroy(struct cite_limit *l)
{
    if (l != NULL) {
        (void)pthread_mutex_destroy(&l->mutex);
        free(l);
    }
}

bool cite_limit_take(struct cite_limit *l, string_view client, moment now)
{
    if (l == NULL) {
        return true;
    }
    char text[sizeof l->salt.bytes + 64];
    size_t length = MIN(client.length, (size_t)64);
    memcpy(text, l->salt.bytes, sizeof l->salt.bytes);
    memcpy(text + sizeof l->salt.bytes, length == 0 ? "" : client.bytes, length);
    size_t place = hash_bytes(text, sizeof l->salt.bytes + length) % PLACES;
    (void)pthread_mutex_lock(&l->mutex);
    if (now / HOUR != l->hour) {
        l->hour = now / HOUR;
        memset(l->counts, 0, sizeof l->counts);
    }
    bool may = l->counts[place] < l->an_hour;
    l->counts[place] += may;
    (void)pthread_mutex_unlock(&l->mutex);
    return may;
}
