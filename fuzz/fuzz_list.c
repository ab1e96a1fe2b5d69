// SPDX-License-Identifier: Apache-2.0
// Any bytes as a pasted list over a small store (rule C7): refused with a sentence, or entries that
// are found, not found or ambiguous, in sum all of them. The first byte chooses the field.
#include "museum.h"
#include "query/list_match.h"
#include "vitrine/vitrine.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct store *store;
static struct snapshot *snapshot;

static void close_museum(void)
{
    snapshot_release(snapshot);
    store_close(store);
}

static void open_museum(void)
{
    char path[PATH_SIZE];
    struct error e = {0};
    vitrine_store_close(museum_make(path));
    require(store_open(path, &store, &e) == ST_OK);
    require(store_snapshot(store, &snapshot, &e) == ST_OK);
    require(atexit(close_museum) == 0);
}

static void check_list(const struct list_match *m)
{
    struct error e = {0};
    struct buffer out;
    struct search_hit hit;
    size_t sum = 0;
    buffer_init(&out, (size_t)16 << 20);
    for (size_t i = 0; i < m->entry_count; i++) {
        const struct list_entry *entry = &m->entries[i];
        require(entry->times > 0 && entry->value.length > 0);
        require((entry->status == LIST_NOT_FOUND) == (entry->hit_count == 0));
        require((entry->status == LIST_FOUND) == (entry->hit_count == 1));
        for (size_t k = 0; k < entry->hit_count; k++) {
            buffer_clear(&out);
            require(list_hit_read(snapshot, m, &entry->hits[k], &out, &hit, &e) == ST_OK);
        }
    }
    for (int which = LIST_FOUND; which <= LIST_AMBIGUOUS; which++) {
        struct arena arena;
        const struct query *q = NULL;
        sum += m->counts[which];
        buffer_clear(&out);
        list_query_print(m, (enum list_status)which, &out);
        arena_init(&arena, (size_t)256 << 20);
        require(m->counts[which] == 0 ||
                query_from_json(&arena, buffer_view(&out), &q, &e) == ST_OK);
        arena_release(&arena);
    }
    require(sum == m->entry_count);
    buffer_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"family", "tags", "year", "id", "media.type"};
    struct arena arena;
    struct error e = {0};
    struct list_match m;
    if (size == 0) {
        return 0;
    }
    if (snapshot == NULL) {
        open_museum();
    }
    string_view field = sv_from(names[data[0] % ARRAY_LENGTH(names)]);
    struct search_request request = {.commit = snapshot_last_commit(snapshot)};
    arena_init(&arena, (size_t)256 << 20);
    status result =
        list_match_run(snapshot, &scope_public, &arena, &request,
                       (string_view){(const char *)data + 1, size - 1}, &field, 1, &m, &e);
    if (result == ST_OK) {
        check_list(&m);
    } else {
        require(result == ST_INVALID && e.message[0] != '\0');
    }
    arena_release(&arena);
    return 0;
}
