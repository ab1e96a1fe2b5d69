// SPDX-License-Identifier: Apache-2.0
// Goes back commit by commit; those that touched none of the tables are passed over.
#include "query/search_history.h"

#include "base/clock.h"
#include "query/query_tree.h"
#include "query/search_diff.h"

#define CHECK_EVERY 4096u // records between looks whether to go on

struct counting {
    struct search_event *event;
    const struct cancellation *cancellation;
    uint64_t seen;
};

static status count_change(void *argument, enum row_change change, const struct uuid *table,
                           string_view key, const struct record_version *from,
                           const struct record_version *to, struct error *e)
{
    struct counting *c = argument;
    (void)table;
    (void)key;
    (void)from;
    (void)to;
    c->event->added += change == ROW_ADDED;
    c->event->changed += change == ROW_CHANGED;
    c->event->removed += change == ROW_REMOVED;
    return ++c->seen % CHECK_EVERY == 0 ? cancellation_check(c->cancellation, e) : ST_OK;
}

// Where records are on one side only they are not walked.
static status count_changes(struct snapshot *s, const struct scope *scope,
                            const struct search_request *r, uint32_t from, uint32_t to,
                            const struct cancellation *cancellation, struct arena *scratch,
                            struct search_event *out, struct error *e)
{
    struct search_difference *difference = NULL;
    uint64_t from_only = 0;
    uint64_t to_only = 0;
    TRY(search_diff_open(s, scope, r->query, r->tables, r->table_count, from, to, cancellation,
                         scratch, &difference, e));
    search_diff_sides(difference, &from_only, &to_only);
    if (from_only == 0 || to_only == 0) {
        out->added = to_only;
        out->removed = from_only;
        return ST_OK;
    }
    struct counting counting = {out, cancellation, 0};
    return search_diff_walk(difference, count_change, &counting, e);
}

status search_history_between(struct snapshot *s, const struct scope *scope,
                              const struct search_request *request, uint32_t from, uint32_t to,
                              const struct cancellation *cancellation, struct search_event *out,
                              struct error *e)
{
    struct arena scratch;
    *out = (struct search_event){.commit = to};
    arena_init(&scratch, 0);
    status result = count_changes(s, scope, request, from, to, cancellation, &scratch, out, e);
    arena_release(&scratch);
    return result;
}

bool search_history_touches(const struct search_request *request, const struct commit *c)
{
    for (size_t i = 0; i < c->count_tables; i++) {
        for (size_t k = 0; k < request->table_count; k++) {
            if (uuid_compare(&request->tables[k], &c->counts[i].table) == 0) {
                return true;
            }
        }
    }
    return request->table_count == 0 && c->count_tables > 0;
}

static bool is_late(const struct search_history *asked)
{
    return asked->until != 0 && clock_ticks() > asked->until;
}

status search_history_make(struct snapshot *s, const struct scope *scope,
                           const struct search_history *asked, struct arena *arena,
                           struct search_event **out, size_t *count, uint32_t *next,
                           struct error *e)
{
    *count = 0;
    *out = arena_array(arena, struct search_event, asked->most + 1);
    if (*out == NULL) {
        return query_no_memory(e);
    }
    uint32_t number = asked->newest;
    for (; number > 0 && *count < asked->most && !is_late(asked); number--) {
        const struct commit *c = snapshot_commit(s, number);
        if (c == NULL || !search_history_touches(asked->request, c)) {
            continue;
        }
        struct search_event event;
        TRY(search_history_between(s, scope, asked->request, number - 1, number,
                                   asked->cancellation, &event, e));
        if (event.added + event.changed + event.removed > 0) {
            (*out)[(*count)++] = event;
        }
    }
    *next = number;
    return ST_OK;
}
