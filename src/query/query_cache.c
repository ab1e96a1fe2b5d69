// SPDX-License-Identifier: Apache-2.0
// A chained hash table with a list in order of use, under one mutex; entries in use are counted.
// An entry is listed before its thing is made, so that others who want it wait instead of making it
// again.
// Must not know: what is kept.
#include "query/query_cache.h"

#include "base/hash.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define SLOTS 1024

enum cache_state { CACHE_MAKING, CACHE_READY, CACHE_FAILED };

struct cache_entry {
    enum cache_state state;
    bool listed; // in the table
    const struct cache_kind *kind;
    uint64_t hash;
    char *key; // owned
    size_t key_length;
    void *thing;
    size_t bytes;
    size_t users;              // arenas that hold it, who makes or awaits it, and the table
    struct cache_entry *next;  // in its slot
    struct cache_entry *older; // by last use
    struct cache_entry *newer;
};

static struct {
    pthread_mutex_t mutex;
    pthread_cond_t made; // signalled when an entry is ready or has failed
    struct cache_entry *slots[SLOTS];
    struct cache_entry *oldest;
    struct cache_entry *newest;
    size_t bytes;
} cache = {.mutex = PTHREAD_MUTEX_INITIALIZER, .made = PTHREAD_COND_INITIALIZER};

static void destroy_entry(struct cache_entry *entry)
{
    if (entry != NULL) {
        if (entry->thing != NULL) {
            entry->kind->destroy(entry->thing);
        }
        free(entry->key);
        free(entry);
    }
}

// --- under the mutex -------------------------------------------------------------------------

static void unlink_use(struct cache_entry *entry)
{
    *(entry->older != NULL ? &entry->older->newer : &cache.oldest) = entry->newer;
    *(entry->newer != NULL ? &entry->newer->older : &cache.newest) = entry->older;
}

static void link_newest(struct cache_entry *entry)
{
    entry->older = cache.newest;
    entry->newer = NULL;
    *(cache.newest != NULL ? &cache.newest->newer : &cache.oldest) = entry;
    cache.newest = entry;
}

static struct cache_entry *find(const struct cache_kind *kind, uint64_t hash, string_view key)
{
    for (struct cache_entry *entry = cache.slots[hash % SLOTS]; entry != NULL;
         entry = entry->next) {
        if (entry->hash == hash && entry->kind == kind &&
            sv_equal((string_view){entry->key, entry->key_length}, key)) {
            return entry;
        }
    }
    return NULL;
}

// Takes the entry out of the table; true when nobody uses it any more.
static bool take_out(struct cache_entry *entry)
{
    struct cache_entry **at = &cache.slots[entry->hash % SLOTS];
    while (*at != entry) {
        at = &(*at)->next;
    }
    *at = entry->next;
    unlink_use(entry);
    cache.bytes -= entry->bytes;
    entry->listed = false;
    return --entry->users == 0;
}

// Takes old entries out until the bound holds; gives those to destroy, linked by `next`.
static struct cache_entry *evict(size_t bound)
{
    struct cache_entry *dead = NULL;
    while (cache.bytes > bound && cache.oldest != NULL) {
        struct cache_entry *entry = cache.oldest;
        if (take_out(entry)) {
            entry->next = dead;
            dead = entry;
        }
    }
    return dead;
}

static struct cache_entry *use(struct cache_entry *entry)
{
    if (entry != NULL) {
        entry->users++;
        unlink_use(entry);
        link_newest(entry);
    }
    return entry;
}

// --- outside ---------------------------------------------------------------------------------

static void destroy_list(struct cache_entry *dead)
{
    while (dead != NULL) {
        // NOLINTNEXTLINE(clang-analyzer-unix.Malloc): each entry stands in the list once
        struct cache_entry *next = dead->next;
        destroy_entry(dead);
        dead = next;
    }
}

static void let_go(void *argument)
{
    struct cache_entry *entry = argument;
    pthread_mutex_lock(&cache.mutex);
    bool dead = --entry->users == 0;
    pthread_mutex_unlock(&cache.mutex);
    if (dead) {
        destroy_entry(entry);
    }
}

static struct cache_entry *create_entry(const struct cache_kind *kind, uint64_t hash,
                                        string_view key)
{
    struct cache_entry *entry = calloc(1, sizeof *entry);
    if (entry == NULL) {
        return NULL;
    }
    *entry = (struct cache_entry){.kind = kind, .hash = hash, .key_length = key.length, .users = 2};
    entry->key = malloc(key.length + 1);
    if (entry->key == NULL) {
        free(entry);
        return NULL;
    }
    memcpy(entry->key, key.bytes, key.length);
    return entry;
}

// Puts an entry that is to be made into the table; false when there is one meanwhile.
static bool list_entry(struct cache_entry *entry)
{
    pthread_mutex_lock(&cache.mutex);
    string_view key = {entry->key, entry->key_length};
    bool is_new = find(entry->kind, entry->hash, key) == NULL;
    if (is_new) {
        entry->next = cache.slots[entry->hash % SLOTS];
        cache.slots[entry->hash % SLOTS] = entry;
        entry->listed = true;
        link_newest(entry);
    }
    pthread_mutex_unlock(&cache.mutex);
    return is_new;
}

// Makes the thing of a listed entry and wakes those who wait for it.
static status make_entry(struct cache_entry *entry, void *argument, struct error *e)
{
    struct cache_entry *dead = NULL;
    void *thing = NULL;
    size_t bytes = 0;
    status result = entry->kind->make(argument, &thing, &bytes, e);
    pthread_mutex_lock(&cache.mutex);
    entry->thing = thing;
    entry->state = result == ST_OK ? CACHE_READY : CACHE_FAILED;
    if (entry->listed && result == ST_OK) {
        entry->bytes = bytes;
        cache.bytes += bytes;
        dead = evict(QUERY_CACHE_BYTES);
    } else if (entry->listed) {
        (void)take_out(entry); // its maker still holds it
    }
    pthread_cond_broadcast(&cache.made);
    pthread_mutex_unlock(&cache.mutex);
    destroy_list(dead);
    if (result != ST_OK) {
        let_go(entry);
    }
    return result;
}

// The entry, waited for while somebody makes it. NULL when there is none or making it failed.
static struct cache_entry *find_ready(const struct cache_kind *kind, uint64_t hash, string_view key)
{
    pthread_mutex_lock(&cache.mutex);
    struct cache_entry *entry = use(find(kind, hash, key));
    while (entry != NULL && entry->state == CACHE_MAKING) {
        pthread_cond_wait(&cache.made, &cache.mutex);
    }
    bool ready = entry != NULL && entry->state == CACHE_READY;
    pthread_mutex_unlock(&cache.mutex);
    if (entry != NULL && !ready) {
        let_go(entry);
    }
    return ready ? entry : NULL;
}

status query_cache_get(const struct cache_kind *kind, string_view key, void *argument,
                       struct arena *holder, void **out, struct error *e)
{
    uint64_t hash = hash_bytes(key.bytes, key.length);
    struct cache_entry *entry = find_ready(kind, hash, key);
    while (entry == NULL) {
        struct cache_entry *made = create_entry(kind, hash, key);
        if (made == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory to prepare a search");
        }
        if (list_entry(made)) {
            TRY(make_entry(made, argument, e));
            entry = made;
        } else {
            destroy_entry(made);
            entry = find_ready(kind, hash, key);
        }
    }
    void *thing = entry->thing;
    status result = arena_defer(holder, let_go, entry);
    if (result != ST_OK) {
        return error_set(e, result, "no memory to prepare a search");
    }
    *out = thing;
    return ST_OK;
}

size_t query_cache_things(void)
{
    size_t things = 0;
    pthread_mutex_lock(&cache.mutex);
    for (const struct cache_entry *entry = cache.oldest; entry != NULL; entry = entry->newer) {
        things++;
    }
    pthread_mutex_unlock(&cache.mutex);
    return things;
}

void query_cache_clear(void)
{
    pthread_mutex_lock(&cache.mutex);
    struct cache_entry *dead = evict(0);
    pthread_mutex_unlock(&cache.mutex);
    destroy_list(dead);
}
