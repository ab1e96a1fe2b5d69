// SPDX-License-Identifier: Apache-2.0
// What the fields of tables hold: fill, types, distinct values.
// Must not know: HTTP, who asks.
#include "query/query_tree.h"
#include "query/search.h"
#include "query/search_rows.h"

#include <string.h>

// Dictionaries of shared segments also hold what other tables have under the same name, so what is
// counted is what the tables' own visible rows hold.
static status describe_values(const struct value_counts *c, const struct field_paths *paths,
                              struct search_field *out, struct error *e)
{
    const struct field_values *v = c->values;
    for (uint32_t group = 1; group <= v->group_count; group++) {
        out->distinct += c->by_group[group] > 0;
    }
    for (size_t i = 0; i < paths->count; i++) {
        struct dictionary d;
        const struct field_translation *t = &v->translations[i];
        TRY(segment_dictionary(paths->paths[i].segment, paths->paths[i].path, &d, e));
        for (uint32_t k = d.missing + 1; k <= d.count; k++) {
            uint32_t value = field_translate(t, k);
            if (c->by_value[value] == 0 || v->sources[value].path != i ||
                v->sources[value].ordinal != k) {
                continue;
            }
            enum value_class class = dictionary_class(&d, k);
            out->numbers += class == CLASS_NUMBER;
            out->dates += class == CLASS_DATE;
            out->booleans += class == CLASS_BOOLEAN;
            out->texts += class == CLASS_TEXT;
        }
    }
    return ST_OK;
}

static status describe_field(const struct search_rows *rows, const struct field_paths *paths,
                             struct arena *scratch, const struct cancellation *cancellation,
                             struct search_field *out, struct error *e)
{
    struct value_counts counts;
    TRY(value_counts_make(&rows->extent, paths, &rows->sets, scratch, cancellation, &counts, e));
    out->records = rows->sets.total - counts.missing;
    status result = describe_values(&counts, paths, out, e);
    value_counts_release(&counts);
    return result;
}

// *kept false when the name is a list's or an object's that some record has empty.
static status describe_name(const struct search_rows *rows, const struct field_name *name,
                            struct arena *arena, struct arena *scratch,
                            const struct cancellation *cancellation, struct search_field *out,
                            bool *kept, struct error *e)
{
    struct field_paths found;
    struct field_paths paths;
    TRY(field_paths_find(&rows->extent, name->name, scratch, &found, e));
    *kept = found.has_leaf;
    if (!*kept) {
        return ST_OK;
    }
    *out = (struct search_field){.nested = name->nested, .total = rows->sets.total};
    out->name = arena_copy(arena, name->name);
    if (out->name.bytes == NULL) {
        return query_no_memory(e);
    }
    TRY(field_paths_leaves(&found, scratch, &paths, e));
    return describe_field(rows, &paths, scratch, cancellation, out, e);
}

static status describe_all(const struct search_rows *rows, struct arena *arena,
                           struct arena *scratch, const struct cancellation *cancellation,
                           const struct search_field **out, size_t *count, struct error *e)
{
    const struct field_name *names = NULL;
    size_t found = 0;
    TRY(field_paths_names(&rows->extent, scratch, &names, &found, e));
    struct search_field *fields = arena_array(arena, struct search_field, found + 1);
    if (fields == NULL) {
        return query_no_memory(e);
    }
    size_t kept = 0;
    for (size_t i = 0; i < found; i++) {
        struct arena holder; // lets go of a field's values before the next one
        bool keep = false;
        arena_init(&holder, 0);
        status result =
            describe_name(rows, &names[i], arena, &holder, cancellation, &fields[kept], &keep, e);
        arena_release(&holder);
        TRY(result);
        TRY(cancellation_check(cancellation, e));
        kept += keep;
    }
    *out = fields;
    *count = kept;
    return ST_OK;
}

status search_fields(struct snapshot *s, const struct scope *scope, struct arena *arena,
                     const struct uuid *tables, size_t table_count, uint32_t commit,
                     bool (*cancelled)(void *argument), void *cancelled_argument,
                     const struct search_field **out, size_t *count, struct error *e)
{
    struct arena scratch;
    struct search_rows rows;
    const struct cancellation cancellation = {cancelled, cancelled_argument};
    arena_init(&scratch, 0);
    status result = search_rows_find(s, scope, tables, table_count, commit, NULL, &scratch,
                                     &cancellation, &rows, e);
    if (result == ST_OK) {
        result = describe_all(&rows, arena, &scratch, &cancellation, out, count, e);
    }
    arena_release(&scratch);
    return result;
}

status search_has_field(struct snapshot *s, const struct scope *scope, const struct uuid *tables,
                        size_t table_count, uint32_t commit, string_view field, bool *out,
                        struct error *e)
{
    struct arena scratch;
    struct extent extent;
    struct field_paths paths = {0};
    arena_init(&scratch, 0);
    status result = extent_create(s, scope, tables, table_count, commit, &scratch, &extent, e);
    if (result == ST_OK) {
        result = field_paths_look(&extent, field, &scratch, &paths, e);
    }
    arena_release(&scratch);
    TRY(result);
    *out = paths.count > 0;
    return ST_OK;
}
