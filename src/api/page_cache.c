// SPDX-License-Identifier: Apache-2.0
// Keeping pages: one mutex, held for a copy.
#include "api/page_cache.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct page_cache {
    pthread_mutex_t mutex;
    uint32_t commit; // of the home page kept
    char *home;      // owned; NULL while there is none
    size_t length;
};

status page_cache_create(struct page_cache **out, struct error *e)
{
    struct page_cache *c = calloc(1, sizeof *c);
    if (c == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the pages");
    }
    (void)pthread_mutex_init(&c->mutex, NULL);
    *out = c;
    return ST_OK;
}

void page_cache_destroy(struct page_cache *c)
{
    if (c != NULL) {
        (void)pthread_mutex_destroy(&c->mutex);
        free(c->home);
        free(c);
    }
}

bool page_cache_home(struct page_cache *c, uint32_t commit, struct arena *arena, string_view *out)
{
    bool found = false;
    if (c == NULL) {
        return false;
    }
    (void)pthread_mutex_lock(&c->mutex);
    if (c->home != NULL && c->commit == commit) {
        *out = arena_copy(arena, (string_view){c->home, c->length});
        found = out->bytes != NULL;
    }
    (void)pthread_mutex_unlock(&c->mutex);
    return found;
}

void page_cache_keep_home(struct page_cache *c, uint32_t commit, string_view html)
{
    char *copy = c == NULL ? NULL : malloc(html.length + 1);
    if (copy == NULL) {
        return;
    }
    memcpy(copy, html.bytes, html.length);
    (void)pthread_mutex_lock(&c->mutex);
    bool newer = c->home == NULL || commit >= c->commit;
    if (newer) {
        char *old = c->home;
        c->home = copy;
        copy = old;
        c->length = html.length;
        c->commit = commit;
    }
    (void)pthread_mutex_unlock(&c->mutex);
    free(copy);
}
