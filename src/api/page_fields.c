// SPDX-License-Identifier: Apache-2.0
// Fields of tables, kept in the query layer's cache: one entry for each state of a table and one
// for each set of such states.
#include "api/page_fields.h"

#include "query/query_cache.h"

#include <stdlib.h>
#include <string.h>

struct table_state {
    struct uuid table;
    uint32_t commit; // of the table, at or before the view's
};

struct kept_fields {
    struct arena arena;
    const struct search_field *fields;
    size_t count;
};

struct making {
    const struct view *view;
    const struct table_state *states;
    size_t count;
};

static void destroy_list(void *thing)
{
    struct kept_fields *list = thing;
    arena_release(&list->arena);
    free(list);
}

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the list of fields");
}

// --- one table -------------------------------------------------------------------------------

static status make_table(void *argument, void **out, size_t *bytes, struct error *e)
{
    const struct making *m = argument;
    struct kept_fields *list = calloc(1, sizeof *list);
    if (list == NULL) {
        return no_memory(e);
    }
    arena_init(&list->arena, 0);
    status result = search_fields(m->view->snapshot, &scope_public, &list->arena, &m->states->table,
                                  1, m->view->commit, &list->fields, &list->count, e);
    if (result != ST_OK) {
        destroy_list(list);
        return result;
    }
    *bytes = list->arena.used;
    *out = list;
    return ST_OK;
}

static const struct cache_kind table_kind = {"fields of a table", make_table, destroy_list};

static status table_fields(const struct view *v, const struct table_state *state,
                           struct arena *holder, const struct kept_fields **out, struct error *e)
{
    struct making m = {v, state, 1};
    void *thing = NULL;
    string_view key = {(const char *)state, sizeof *state};
    TRY(query_cache_get(&table_kind, key, &m, holder, &thing, e));
    *out = thing;
    return ST_OK;
}

// --- several tables --------------------------------------------------------------------------

static int by_name(const void *a, const void *b)
{
    return sv_compare(((const struct search_field *)a)->name,
                      ((const struct search_field *)b)->name);
}

static void add_field(struct search_field *sum, const struct search_field *f)
{
    sum->nested = sum->nested || f->nested;
    sum->records += f->records;
    sum->distinct = MAX(sum->distinct, f->distinct);
    sum->numbers += f->numbers;
    sum->dates += f->dates;
    sum->booleans += f->booleans;
    sum->texts += f->texts;
}

// Equal names become one; `total` is that of all the tables.
static size_t unite(struct search_field *fields, size_t count, uint64_t total)
{
    size_t kept = 0;
    qsort(fields, count, sizeof *fields, by_name);
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && sv_equal(fields[kept - 1].name, fields[i].name)) {
            add_field(&fields[kept - 1], &fields[i]);
        } else {
            fields[kept++] = fields[i];
        }
        fields[kept - 1].total = total;
    }
    return kept;
}

static status unite_tables(const struct making *m, struct kept_fields *list, struct arena *holder,
                           struct error *e)
{
    const struct kept_fields **parts =
        arena_array(holder, const struct kept_fields *, m->count + 1);
    size_t count = 0;
    uint64_t total = 0;
    if (parts == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < m->count; i++) {
        TRY(table_fields(m->view, &m->states[i], holder, &parts[i], e));
        count += parts[i]->count;
        total += parts[i]->count > 0 ? parts[i]->fields[0].total : 0;
    }
    struct search_field *fields = arena_array(&list->arena, struct search_field, count + 1);
    if (fields == NULL) {
        return no_memory(e);
    }
    size_t filled = 0;
    for (size_t i = 0; i < m->count; i++) {
        for (size_t k = 0; k < parts[i]->count; k++) {
            fields[filled] = parts[i]->fields[k];
            fields[filled].name = arena_copy(&list->arena, fields[filled].name);
            filled++;
        }
    }
    list->fields = fields;
    list->count = unite(fields, filled, total);
    return ST_OK;
}

static status make_set(void *argument, void **out, size_t *bytes, struct error *e)
{
    struct kept_fields *list = calloc(1, sizeof *list);
    struct arena holder;
    if (list == NULL) {
        return no_memory(e);
    }
    arena_init(&list->arena, 0);
    arena_init(&holder, 0);
    status result = unite_tables(argument, list, &holder, e);
    arena_release(&holder);
    if (result != ST_OK) {
        destroy_list(list);
        return result;
    }
    *bytes = list->arena.used;
    *out = list;
    return ST_OK;
}

static const struct cache_kind set_kind = {"fields of tables", make_set, destroy_list};

static int by_table(const void *a, const void *b)
{
    return uuid_compare(&((const struct table_state *)a)->table,
                        &((const struct table_state *)b)->table);
}

// The tables asked, or all, each with its last commit; zeroed so that they can be compared as
// bytes.
static status find_states(const struct view *v, const struct uuid *tables, size_t table_count,
                          struct arena *arena, struct table_state **out, size_t *count,
                          struct error *e)
{
    size_t known = 0;
    const struct store_table *all = snapshot_tables(v->snapshot, &known);
    size_t room = table_count > 0 ? table_count : known;
    struct table_state *states = arena_array(arena, struct table_state, room + 1);
    size_t filled = 0;
    if (states == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < room; i++) {
        const struct uuid *table = table_count > 0 ? &tables[i] : &all[i].table;
        const struct store_table *t = snapshot_table_by_uuid(v->snapshot, table);
        if (t != NULL && t->created <= v->commit && scope_allows(&scope_public, table)) {
            states[filled].table = *table;
            states[filled++].commit = snapshot_table_commit(v->snapshot, table, v->commit);
        }
    }
    qsort(states, filled, sizeof *states, by_table);
    *out = states;
    *count = filled;
    return ST_OK;
}

status page_fields(const struct view *v, const struct uuid *tables, size_t table_count,
                   struct arena *arena, struct field_list *out, struct error *e)
{
    struct table_state *states = NULL;
    size_t state_count = 0;
    const struct kept_fields *list = NULL;
    TRY(find_states(v, tables, table_count, arena, &states, &state_count, e));
    if (state_count == 1) {
        TRY(table_fields(v, &states[0], arena, &list, e));
    } else {
        struct making m = {v, states, state_count};
        void *thing = NULL;
        string_view key = {(const char *)states, state_count * sizeof *states};
        TRY(query_cache_get(&set_kind, key, &m, arena, &thing, e));
        list = thing;
    }
    *out = (struct field_list){list->fields, list->count};
    return ST_OK;
}

const struct search_field *field_find(const struct field_list *list, string_view name)
{
    const struct search_field wanted = {.name = name};
    return list->count == 0
               ? NULL
               : bsearch(&wanted, list->fields, list->count, sizeof *list->fields, by_name);
}

bool field_is_used(const struct field_list *list, string_view name)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct search_field *f = &list->fields[i];
        bool below = f->name.length > name.length && f->name.bytes[name.length] == '.' &&
                     sv_starts_with(f->name, name);
        if (f->records > 0 && (below || sv_equal(f->name, name))) {
            return true;
        }
    }
    return false;
}
