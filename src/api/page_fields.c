// SPDX-License-Identifier: Apache-2.0
// Fields of tables, kept in the query layer's cache: one entry for each set of tables in a state.
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
    const struct search_outline *fields;
    size_t count;
};

struct making {
    const struct view *view;
    const struct table_state *states;
    size_t count;
    bool types;
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

static status make_list(void *argument, void **out, size_t *bytes, struct error *e)
{
    const struct making *m = argument;
    struct kept_fields *list = calloc(1, sizeof *list);
    struct uuid *tables = calloc(m->count + 1, sizeof *tables);
    if (list == NULL || tables == NULL) {
        free(list);
        free(tables);
        return no_memory(e);
    }
    for (size_t i = 0; i < m->count; i++) {
        tables[i] = m->states[i].table;
    }
    arena_init(&list->arena, 0);
    // No table at all is another thing than all of them.
    status result = m->count == 0 ? ST_OK
                                  : search_outlines(m->view->snapshot, &scope_public, &list->arena,
                                                    tables, m->count, m->view->commit, m->types,
                                                    &list->fields, &list->count, e);
    free(tables);
    if (result != ST_OK) {
        destroy_list(list);
        return result;
    }
    *bytes = list->arena.used;
    *out = list;
    return ST_OK;
}

static const struct cache_kind list_kind = {"fields of tables", make_list, destroy_list};
static const struct cache_kind typed_kind = {"fields of tables, typed", make_list, destroy_list};

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

status page_fields(const struct view *v, const struct uuid *tables, size_t table_count, bool types,
                   struct arena *arena, struct field_list *out, struct error *e)
{
    struct making m = {.view = v, .types = types};
    struct table_state *states = NULL;
    void *thing = NULL;
    TRY(find_states(v, tables, table_count, arena, &states, &m.count, e));
    m.states = states;
    string_view key = {(const char *)states, m.count * sizeof *states};
    TRY(query_cache_get(types ? &typed_kind : &list_kind, key, &m, arena, &thing, e));
    const struct kept_fields *list = thing;
    *out = (struct field_list){list->fields, list->count};
    return ST_OK;
}

static int by_name(const void *a, const void *b)
{
    return sv_compare(((const struct search_outline *)a)->name,
                      ((const struct search_outline *)b)->name);
}

const struct search_outline *field_find(const struct field_list *list, string_view name)
{
    const struct search_outline wanted = {.name = name};
    return list->count == 0
               ? NULL
               : bsearch(&wanted, list->fields, list->count, sizeof *list->fields, by_name);
}

const struct search_outline *field_with_values(const struct field_list *list, string_view name)
{
    const struct search_outline *found = field_find(list, name);
    found = found == NULL || found->records == 0 ? NULL : found;
    for (size_t i = 0; i < list->count && found == NULL; i++) {
        const struct search_outline *f = &list->fields[i];
        found = f->records > 0 && sv_equal_ignore_case(f->name, name) ? f : NULL;
    }
    return found;
}

bool field_is_used(const struct field_list *list, string_view name)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct search_outline *f = &list->fields[i];
        bool below = f->name.length > name.length && f->name.bytes[name.length] == '.' &&
                     sv_starts_with(f->name, name);
        if (f->records > 0 && (below || sv_equal(f->name, name))) {
            return true;
        }
    }
    return false;
}

string_view field_spelling(const struct field_list *list, string_view name)
{
    string_view found = {0};
    for (size_t i = 0; i < list->count; i++) {
        const struct search_outline *f = &list->fields[i];
        string_view start = sv_slice(f->name, 0, name.length);
        bool whole = f->name.length == name.length ||
                     (f->name.length > name.length && f->name.bytes[name.length] == '.');
        if (f->records > 0 && whole && sv_equal_ignore_case(start, name)) {
            found = start;
            if (sv_equal(start, name)) {
                break;
            }
        }
    }
    return found;
}
