// SPDX-License-Identifier: Apache-2.0
// Keeping pages: one mutex, held for a copy.
#include "api/page_cache.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct kept_page {
    struct page_cache_key key; // its views lie in `text`
    uint64_t asked;            // when it was last; 0 while the place is free
    string_view html;          // in `text`
    char *text;                // owned
};

struct page_cache {
    pthread_mutex_t mutex;
    uint64_t clock; // counts what is asked
    struct kept_page pages[PAGE_CACHE_PAGES];
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
        for (size_t i = 0; i < PAGE_CACHE_PAGES; i++) {
            free(c->pages[i].text);
        }
        free(c);
    }
}

// The same page, of whatever commit.
static bool is_same_page(const struct kept_page *kept, const struct page_cache_key *key)
{
    return kept->asked > 0 && kept->key.language == key->language &&
           sv_equal(kept->key.path, key->path) && sv_equal(kept->key.origin, key->origin);
}

bool page_cache_find(struct page_cache *c, const struct page_cache_key *key, struct arena *arena,
                     string_view *out)
{
    bool found = false;
    if (c == NULL) {
        return false;
    }
    (void)pthread_mutex_lock(&c->mutex);
    for (size_t i = 0; i < PAGE_CACHE_PAGES && !found; i++) {
        struct kept_page *kept = &c->pages[i];
        if (is_same_page(kept, key) && kept->key.commit == key->commit &&
            kept->key.erasures == key->erasures && kept->key.use == key->use &&
            kept->key.literature == key->literature) {
            kept->asked = ++c->clock;
            *out = arena_copy(arena, kept->html);
            found = out->bytes != NULL;
        }
    }
    (void)pthread_mutex_unlock(&c->mutex);
    return found;
}

static struct kept_page *choose_place(struct page_cache *c, const struct page_cache_key *key)
{
    struct kept_page *oldest = &c->pages[0];
    for (size_t i = 0; i < PAGE_CACHE_PAGES; i++) {
        if (is_same_page(&c->pages[i], key)) {
            return &c->pages[i];
        }
        oldest = c->pages[i].asked < oldest->asked ? &c->pages[i] : oldest;
    }
    return oldest;
}

static string_view copy_behind(char **at, string_view bytes)
{
    string_view copy = {*at, bytes.length};
    if (bytes.length > 0) {
        memcpy(*at, bytes.bytes, bytes.length);
    }
    *at += bytes.length;
    return copy;
}

void page_cache_keep(struct page_cache *c, const struct page_cache_key *key, string_view html)
{
    bool room = c != NULL && html.length <= PAGE_CACHE_LONGEST;
    char *text = room ? malloc(key->path.length + key->origin.length + html.length + 1) : NULL;
    char *at = text;
    if (text == NULL) {
        return;
    }
    struct kept_page page = {.key = *key, .text = text};
    page.key.path = copy_behind(&at, key->path);
    page.key.origin = copy_behind(&at, key->origin);
    page.html = copy_behind(&at, html);
    (void)pthread_mutex_lock(&c->mutex);
    struct kept_page *place = choose_place(c, key);
    if (!is_same_page(place, key) || place->key.commit <= key->commit) {
        page.asked = ++c->clock;
        text = place->text;
        *place = page;
    }
    (void)pthread_mutex_unlock(&c->mutex);
    free(text);
}
