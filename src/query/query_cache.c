// SPDX-License-Identifier: Apache-2.0
// A chained hash table with a list in order of use, under one mutex; entries in use are counted.
// Must not know: what is kept.
#include "query/query_cache.h"

#include "base/hash.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define SLOTS 1024

struct cache_entry {
    const struct cache_kind *kind;
    uint64_t hash;
    char *key; // owned
    size_t key_length;
    void *thing;
    size_t bytes;
    size_t users;              // arenas that hold it, and one for the table while it is in there
    struct cache_entry *next;  // in its slot
    struct cache_entry *older; // by last use
    struct cache_entry *newer;
};

static struct {
    pthread_mutex_t mutex;
    struct cache_entry *slots[SLOTS];
    struct cache_entry *oldest;
    struct cache_entry *newest;
    size_t bytes;
} cache = {.mutex = PTHREAD_MUTEX_INITIALIZER};

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

// Puts a new entry in, or takes the one that another thread has put in meanwhile.
static struct cache_entry *put(struct cache_entry *made)
{
    struct cache_entry *dead = NULL;
    pthread_mutex_lock(&cache.mutex);
    struct cache_entry *there =
        use(find(made->kind, made->hash, (string_view){made->key, made->key_length}));
    if (there == NULL) {
        made->next = cache.slots[made->hash % SLOTS];
        cache.slots[made->hash % SLOTS] = made;
        link_newest(made);
        cache.bytes += made->bytes;
        dead = evict(QUERY_CACHE_BYTES);
    }
    pthread_mutex_unlock(&cache.mutex);
    destroy_list(dead);
    if (there != NULL) {
        destroy_entry(made);
        return there;
    }
    return made;
}

status query_cache_get(const struct cache_kind *kind, string_view key, void *argument,
                       struct arena *holder, void **out, struct error *e)
{
    uint64_t hash = hash_bytes(key.bytes, key.length);
    pthread_mutex_lock(&cache.mutex);
    struct cache_entry *entry = use(find(kind, hash, key));
    pthread_mutex_unlock(&cache.mutex);
    if (entry == NULL) {
        struct cache_entry *made = create_entry(kind, hash, key);
        if (made == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory to prepare a search");
        }
        status result = kind->make(argument, &made->thing, &made->bytes, e);
        if (result != ST_OK) {
            destroy_entry(made);
            return result;
        }
        entry = put(made);
    }
    void *thing = entry->thing;
    status result = arena_defer(holder, let_go, entry);
    if (result != ST_OK) {
        return error_set(e, result, "no memory to prepare a search");
    }
    *out = thing;
    return ST_OK;
}

void query_cache_clear(void)
{
    pthread_mutex_lock(&cache.mutex);
    struct cache_entry *dead = evict(0);
    pthread_mutex_unlock(&cache.mutex);
    destroy_list(dead);
}
