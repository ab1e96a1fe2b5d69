// SPDX-License-Identifier: Apache-2.0
// Single commits, merging and verifying.
#include "base/thread_pool.h"
#include "library/library.h"
#include "store/import.h"

#define MERGE_QUEUE ((size_t)256)

static status correct(struct vitrine_store *store, const char *table, const char *key,
                      string_view json, const char *author, const char *message, uint32_t *commit,
                      struct error *e)
{
    struct vitrine_snapshot s = {0};
    const struct store_table *t = NULL;
    TRY(store_snapshot(store->store, &s.snapshot, e));
    s.commit = snapshot_last_commit(s.snapshot);
    struct uuid id = {0};
    status result = library_table(&s, sv_from(table), &t, e);
    if (result == ST_OK) {
        id = t->table;
    }
    snapshot_release(s.snapshot);
    TRY(result);
    return store_correct(store->store, &id, sv_from(key), json, author, message, commit, e);
}

enum vitrine_status vitrine_correct(struct vitrine_store *store, const char *table, const char *key,
                                    const char *json, size_t length, const char *author,
                                    const char *message, uint32_t *commit,
                                    struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    uint32_t made = 0;
    if (store == NULL || table == NULL || key == NULL || json == NULL || author == NULL ||
        message == NULL) {
        return library_result(error_set(e, ST_INVALID, "an argument that must be given is NULL"),
                              e);
    }
    status result =
        correct(store, table, key, (string_view){json, length}, author, message, &made, e);
    if (result == ST_OK && commit != NULL) {
        *commit = made;
    }
    return library_result(result, e);
}

enum vitrine_status vitrine_revert(struct vitrine_store *store, uint32_t commit, const char *author,
                                   const char *message, uint32_t *made, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    uint32_t number = 0;
    if (store == NULL || author == NULL || message == NULL) {
        return library_result(error_set(e, ST_INVALID, "an argument that must be given is NULL"),
                              e);
    }
    status result = store_revert(store->store, commit, author, message, &number, e);
    if (result == ST_OK && made != NULL) {
        *made = number;
    }
    return library_result(result, e);
}

enum vitrine_status vitrine_merge(struct vitrine_store *store, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    struct thread_pool *pool = NULL;
    if (store == NULL) {
        return library_result(error_set(e, ST_INVALID, "no store is given"), e);
    }
    status result = thread_pool_create(thread_pool_processors(), MERGE_QUEUE, &pool, e);
    if (result == ST_OK) {
        result = store_merge(store->store, pool, e);
    }
    thread_pool_destroy(pool);
    return library_result(result, e);
}

static void tell_nobody(void *argument, const char *sentence)
{
    (void)argument;
    (void)sentence;
}

enum vitrine_status vitrine_verify(struct vitrine_store *store,
                                   void (*tell)(void *argument, const char *sentence),
                                   void *argument, struct vitrine_error *error)
{
    struct error own;
    struct error *e = library_error(error, &own);
    if (store == NULL) {
        return library_result(error_set(e, ST_INVALID, "no store is given"), e);
    }
    return library_result(
        store_verify(store->store, tell == NULL ? tell_nobody : tell, argument, e), e);
}
