// SPDX-License-Identifier: Apache-2.0
// Which members of the root the records of a table can have. A segment may hold hundreds of tables
// with fields of their own; a record is then put together from its own table's, not from all.
// Must not know: values.
#include "store/segment_private.h"

#include <stdlib.h>
#include <string.h>

// The table that a row is of; tables follow each other in the order of their rows.
size_t segment_table_of_row(const struct segment *s, uint32_t row)
{
    size_t low = 0;
    size_t high = s->tables_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (s->tables[middle].first_row <= row) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

// Whether some row of the table may have the member: a leaf's cells tell, by their window.
static bool may_have(const struct segment *s, const struct segment_table *table, uint32_t path)
{
    if (s->paths[path].kind != PATH_LEAF) {
        return true;
    }
    uint64_t first = 0;
    uint64_t end = 0;
    segment_window(s, path, &first, &end);
    return first < (uint64_t)table->first_row + table->rows && table->first_row < end;
}

static void pick(const struct segment *s, const struct segment_table *table, const uint32_t *all,
                 uint32_t count, uint32_t *members, uint32_t *member_count)
{
    *member_count = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (may_have(s, table, all[i])) {
            members[(*member_count)++] = all[i];
        }
    }
}

static status make(struct segment *s, const struct segment_table *table, struct table_members **out,
                   struct error *e)
{
    const struct path_facts *root = &s->facts[s->paths_count];
    uint32_t count = root->children;
    struct table_members *m = malloc(sizeof *m + (size_t)count * 2 * sizeof *m->paths);
    if (m == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to read records");
    }
    pick(s, table, s->children + root->first_child, count, m->paths, &m->count);
    pick(s, table, s->sorted_children + root->first_child, count, m->paths + m->count, &m->count);
    struct table_members *fitting = realloc(m, sizeof *m + (size_t)m->count * 2 * sizeof *m->paths);
    if (fitting != NULL) {
        m = fitting;
    }
    *out = m;
    return ST_OK;
}

status segment_root_members(struct segment *s, uint32_t row, bool sorted, const uint32_t **members,
                            uint32_t *count, struct error *e)
{
    const struct path_facts *root = &s->facts[s->paths_count];
    if (s->tables_count < 2) {
        *members = (sorted ? s->sorted_children : s->children) + root->first_child;
        *count = root->children;
        return ST_OK;
    }
    size_t table = segment_table_of_row(s, row);
    struct table_members *m = atomic_load_explicit(&s->members[table], memory_order_acquire);
    if (m == NULL) {
        struct table_members *first = NULL;
        TRY(make(s, &s->tables[table], &m, e));
        if (!atomic_compare_exchange_strong(&s->members[table], &first, m)) {
            free(m); // another thread was quicker
            m = first;
        }
    }
    *members = m->paths + (sorted ? m->count : 0);
    *count = m->count;
    return ST_OK;
}

void segment_members_release(struct segment *s)
{
    for (size_t i = 0; s->members != NULL && i < s->tables_count; i++) {
        free(atomic_load(&s->members[i]));
    }
    free(s->members);
}
