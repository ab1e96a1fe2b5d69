// SPDX-License-Identifier: Apache-2.0
// Finds paths by name. The names of a segment's paths are made once and kept (query_cache.h). A
// name counts only where a row of the tables asked has ever had a value under it, so that a table
// in a shared segment does not lend its fields to another. Must not know: queries, values.
#include "query/field_paths.h"

#include "base/array.h"
#include "base/fold.h"
#include "query/near_names.h"
#include "query/query_cache.h"
#include "query/query_tree.h"

#include <stdlib.h>
#include <string.h>

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to prepare a search");
}

// --- names of a segment's paths --------------------------------------------------------------

struct path_name {
    string_view name;
    string_view folded; // case form
    uint32_t path;
};

struct segment_names {
    struct arena arena;
    struct path_name *by_name;
    struct path_name *by_folded;
    size_t count;
};

static int compare_names(const void *a, const void *b)
{
    const struct path_name *x = a;
    const struct path_name *y = b;
    int order = sv_compare(x->name, y->name);
    return order != 0 ? order : (x->path > y->path) - (x->path < y->path);
}

static int compare_folded(const void *a, const void *b)
{
    const struct path_name *x = a;
    const struct path_name *y = b;
    int order = sv_compare(x->folded, y->folded);
    return order != 0 ? order : (x->path > y->path) - (x->path < y->path);
}

static status name_path(struct segment_names *n, const struct segment_path *paths, uint32_t path,
                        struct buffer *scratch, struct error *e)
{
    struct path_name *to = &n->by_name[path];
    to->path = path;
    buffer_clear(scratch);
    segment_path_name(paths, path, scratch);
    TRY(buffer_check(scratch, "the name of a field", e));
    to->name = arena_copy(&n->arena, buffer_view(scratch));
    buffer_clear(scratch);
    fold_case(to->name, scratch);
    to->folded = arena_copy(&n->arena, buffer_view(scratch));
    return to->name.bytes == NULL || to->folded.bytes == NULL ? no_memory(e) : ST_OK;
}

static status name_paths(struct segment_names *n, struct segment *segment, struct error *e)
{
    const struct segment_path *paths = NULL;
    TRY(segment_paths(segment, &paths, &n->count, e));
    n->by_name = arena_array(&n->arena, struct path_name, n->count + 1);
    n->by_folded = arena_array(&n->arena, struct path_name, n->count + 1);
    if (n->by_name == NULL || n->by_folded == NULL) {
        return no_memory(e);
    }
    struct buffer scratch;
    buffer_init(&scratch, (size_t)1 << 20);
    status result = ST_OK;
    for (size_t i = 0; result == ST_OK && i < n->count; i++) {
        result = name_path(n, paths, (uint32_t)i, &scratch, e);
    }
    buffer_release(&scratch);
    TRY(result);
    memcpy(n->by_folded, n->by_name, n->count * sizeof *n->by_name);
    qsort(n->by_name, n->count, sizeof *n->by_name, compare_names);
    qsort(n->by_folded, n->count, sizeof *n->by_folded, compare_folded);
    return ST_OK;
}

static void destroy_names(void *thing)
{
    struct segment_names *n = thing;
    arena_release(&n->arena);
    free(n);
}

static status make_names(void *argument, void **out, size_t *bytes, struct error *e)
{
    struct segment_names *n = calloc(1, sizeof *n);
    if (n == NULL) {
        return no_memory(e);
    }
    arena_init(&n->arena, 0);
    status result = name_paths(n, argument, e);
    if (result != ST_OK) {
        destroy_names(n);
        return result;
    }
    *out = n;
    *bytes = sizeof *n + n->arena.used;
    return ST_OK;
}

static const struct cache_kind names_kind = {"names", make_names, destroy_names};

static status names_of(struct segment *segment, struct arena *holder,
                       const struct segment_names **out, struct error *e)
{
    uint64_t identity = segment_identity(segment);
    void *thing = NULL;
    TRY(query_cache_get(&names_kind, (string_view){(const char *)&identity, sizeof identity},
                        segment, holder, &thing, e));
    *out = thing;
    return ST_OK;
}

// --- whether the tables asked have a path ----------------------------------------------------

status field_level_range(struct segment *segment, uint32_t level, uint32_t first_row,
                         uint32_t end_row, uint32_t *first, uint32_t *end, struct error *e)
{
    uint32_t chain[64];
    size_t depth = 0;
    for (uint32_t at = level; at != 0; at = segment_level_parent(segment, at)) {
        if (depth == ARRAY_LENGTH(chain)) {
            return error_set(e, ST_CORRUPT, "lists are nested deeper than records may be");
        }
        chain[depth++] = at;
    }
    *first = first_row;
    *end = end_row;
    while (depth > 0) {
        const uint32_t *offsets = NULL;
        TRY(segment_offsets(segment, chain[--depth], &offsets, e));
        *first = offsets[*first];
        *end = offsets[*end];
    }
    return ST_OK;
}

static status path_is_had(const struct extent_part *part, uint32_t path, uint32_t level, bool *had,
                          struct error *e)
{
    *had = part->whole;
    if (*had) {
        return ST_OK;
    }
    uint64_t window = 0;
    uint64_t window_end = 0;
    segment_window(part->segment, path, &window, &window_end);
    for (size_t i = 0; !*had && i < part->range_count; i++) {
        struct column column;
        uint32_t first = 0;
        uint32_t end = 0;
        TRY(field_level_range(part->segment, level, part->ranges[i].first, part->ranges[i].end,
                              &first, &end, e));
        if (first < window_end && end > window) {
            TRY(segment_column(part->segment, path, &column, e));
            *had = column_has_cells(&column, first, end);
        }
    }
    return ST_OK;
}

// --- finding ---------------------------------------------------------------------------------

struct finder {
    const struct extent *extent;
    struct arena *arena;
    struct error *e;
    struct field_path *paths;
    size_t count;
    size_t capacity;
    bool has_values;
    bool has_inside;
};

static status add_path(struct finder *f, const struct field_path *path)
{
    for (size_t i = f->count; i > 0 && f->paths[i - 1].part == path->part; i--) {
        if (f->paths[i - 1].path == path->path) {
            return ST_OK;
        }
    }
    bool had = false;
    struct dictionary d;
    TRY(path_is_had(&f->extent->parts[path->part], path->path, path->level, &had, f->e));
    if (!had) {
        return ST_OK;
    }
    TRY(segment_dictionary(path->segment, path->path, &d, f->e));
    if (!ARRAY_RESERVE(f->paths, f->capacity, f->count, (size_t)1 << 24)) {
        return no_memory(f->e);
    }
    f->has_inside = f->has_inside || path->inside;
    f->has_values = f->has_values || (!path->inside && d.count > d.missing);
    f->paths[f->count++] = *path;
    return ST_OK;
}

// Adds the leaf paths below a list or an object.
static status add_inside(struct finder *f, size_t part, uint32_t container)
{
    const struct segment_path *paths = NULL;
    size_t count = 0;
    struct segment *segment = f->extent->parts[part].segment;
    TRY(segment_paths(segment, &paths, &count, f->e));
    bool *below = calloc(count, sizeof *below);
    if (below == NULL) {
        return no_memory(f->e);
    }
    below[container] = true;
    status result = ST_OK;
    for (size_t i = container + 1; result == ST_OK && i < count; i++) {
        below[i] = paths[i].parent != NO_PATH && below[paths[i].parent];
        if (below[i] && paths[i].kind == PATH_LEAF) {
            struct field_path path = {part, segment, (uint32_t)i, paths[i].level, true};
            result = add_path(f, &path);
        }
    }
    free(below);
    return result;
}

static string_view form_of(const struct path_name *name, bool folded)
{
    return folded ? name->folded : name->name;
}

// The first of the sorted names that is not below the one asked.
static size_t lower_bound(const struct path_name *list, size_t count, string_view name, bool folded)
{
    size_t low = 0;
    size_t high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sv_compare(form_of(&list[middle], folded), name) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

// Adds the paths of one segment whose name is the one asked; leaves before what lies inside others.
static status find_in_part(struct finder *f, size_t part, string_view name, bool folded)
{
    const struct segment_names *names = NULL;
    const struct segment_path *paths = NULL;
    size_t count = 0;
    struct segment *segment = f->extent->parts[part].segment;
    TRY(names_of(segment, f->arena, &names, f->e));
    TRY(segment_paths(segment, &paths, &count, f->e));
    const struct path_name *list = folded ? names->by_folded : names->by_name;
    size_t first = lower_bound(list, names->count, name, folded);
    size_t end = first;
    for (; end < names->count && sv_equal(form_of(&list[end], folded), name); end++) {
        uint32_t path = list[end].path;
        if (paths[path].kind == PATH_LEAF) {
            struct field_path found = {part, segment, path, paths[path].level, false};
            TRY(add_path(f, &found));
        }
    }
    for (size_t i = first; i < end; i++) {
        if (paths[list[i].path].kind != PATH_LEAF) {
            TRY(add_inside(f, part, list[i].path));
        }
    }
    return ST_OK;
}

static status find_everywhere(struct finder *f, string_view name, bool folded)
{
    for (size_t i = 0; i < f->extent->count; i++) {
        TRY(find_in_part(f, i, name, folded));
    }
    return ST_OK;
}

static status find_folded(struct finder *f, string_view name)
{
    struct buffer folded;
    buffer_init(&folded, (size_t)1 << 20);
    fold_case(name, &folded);
    status result = buffer_check(&folded, "the name of a field", f->e);
    if (result == ST_OK) {
        result = find_everywhere(f, buffer_view(&folded), true);
    }
    buffer_release(&folded);
    return result;
}

static status unknown_field(const struct extent *x, string_view name, struct arena *arena,
                            struct error *e)
{
    const struct field_name *names = NULL;
    size_t count = 0;
    TRY(field_paths_names(x, arena, &names, &count, e));
    struct near_names near;
    near_names_init(&near, name);
    for (size_t i = 0; i < count; i++) {
        near_names_offer(&near, names[i].name);
    }
    char list[NEAR_NAMES_TEXT];
    char field[96];
    near_names_print(&near, list);
    near_names_release(&near);
    query_copy_excerpt(name, field, sizeof field);
    return error_set_field(e, ST_INVALID, field, "none of the tables asked has a field \"%s\"%s%s",
                           field, list[0] == '\0' ? "" : "; near names: ", list);
}

// What was found, copied to the arena.
static status give_paths(const struct finder *f, string_view name, struct field_paths *out)
{
    struct field_path *paths = arena_array(f->arena, struct field_path, f->count);
    if (paths == NULL) {
        return no_memory(f->e);
    }
    memcpy(paths, f->paths, f->count * sizeof *paths);
    *out = (struct field_paths){name, paths, f->count, f->has_values || !f->has_inside};
    return ST_OK;
}

status field_paths_look(const struct extent *x, string_view name, struct arena *arena,
                        struct field_paths *out, struct error *e)
{
    struct finder f = {.extent = x, .arena = arena, .e = e};
    *out = (struct field_paths){.name = name};
    status result = find_everywhere(&f, name, false);
    if (result == ST_OK && f.count == 0) {
        result = find_folded(&f, name);
    }
    if (result == ST_OK && f.count > 0) {
        result = give_paths(&f, name, out);
    }
    free(f.paths);
    return result;
}

status field_paths_find(const struct extent *x, string_view name, struct arena *arena,
                        struct field_paths *out, struct error *e)
{
    TRY(field_paths_look(x, name, arena, out, e));
    return out->count == 0 ? unknown_field(x, name, arena, e) : ST_OK;
}

status field_paths_leaves(const struct field_paths *found, struct arena *arena,
                          struct field_paths *out, struct error *e)
{
    struct field_path *leaves = arena_array(arena, struct field_path, found->count + 1);
    if (leaves == NULL) {
        return no_memory(e);
    }
    size_t count = 0;
    for (size_t i = 0; i < found->count; i++) {
        if (!found->paths[i].inside) {
            leaves[count++] = found->paths[i];
        }
    }
    *out = (struct field_paths){found->name, leaves, count, found->has_leaf};
    return ST_OK;
}

status field_paths_find_leaf(const struct extent *x, string_view name, struct arena *arena,
                             struct field_paths *out, struct error *e)
{
    struct field_paths found = {0};
    TRY(field_paths_find(x, name, arena, &found, e));
    if (!found.has_leaf) {
        char field[96];
        query_copy_excerpt(name, field, sizeof field);
        return error_set_field(e, ST_INVALID, field,
                               "\"%s\" is a list or an object; name one of its members", field);
    }
    return field_paths_leaves(&found, arena, out, e);
}

// --- all paths and names ---------------------------------------------------------------------

struct path_list {
    struct named_path *items; // owned
    size_t count;
    size_t capacity;
};

static int compare_named_paths(const void *a, const void *b)
{
    const struct named_path *x = a;
    const struct named_path *y = b;
    int order = sv_compare(x->name, y->name);
    if (order != 0) {
        return order;
    }
    order = (x->path.part > y->path.part) - (x->path.part < y->path.part);
    return order != 0 ? order : (x->path.path > y->path.path) - (x->path.path < y->path.path);
}

static status add_part_paths(const struct extent *x, size_t part, struct arena *arena,
                             struct path_list *list, struct error *e)
{
    const struct segment_names *names = NULL;
    const struct segment_path *paths = NULL;
    size_t count = 0;
    struct segment *segment = x->parts[part].segment;
    TRY(names_of(segment, arena, &names, e));
    TRY(segment_paths(segment, &paths, &count, e));
    for (size_t i = 0; i < names->count; i++) {
        uint32_t path = names->by_name[i].path;
        bool had = false;
        if (paths[path].kind != PATH_LEAF) {
            continue;
        }
        TRY(path_is_had(&x->parts[part], path, paths[path].level, &had, e));
        if (!had) {
            continue;
        }
        if (!ARRAY_RESERVE(list->items, list->capacity, list->count, (size_t)1 << 24)) {
            return no_memory(e);
        }
        list->items[list->count++] = (struct named_path){
            names->by_name[i].name, {part, segment, path, paths[path].level, false}};
    }
    return ST_OK;
}

status field_paths_all(const struct extent *x, struct arena *arena, const struct named_path **out,
                       size_t *count, struct error *e)
{
    struct path_list list = {0};
    status result = ST_OK;
    for (size_t i = 0; result == ST_OK && i < x->count; i++) {
        result = add_part_paths(x, i, arena, &list, e);
    }
    struct named_path *paths = arena_array(arena, struct named_path, list.count + 1);
    if (result == ST_OK && paths == NULL) {
        result = no_memory(e);
    }
    if (result == ST_OK && list.count > 0) {
        qsort(list.items, list.count, sizeof *list.items, compare_named_paths);
        memcpy(paths, list.items, list.count * sizeof *paths);
    }
    *out = paths;
    *count = list.count;
    free(list.items);
    return result;
}

status field_paths_names(const struct extent *x, struct arena *arena, const struct field_name **out,
                         size_t *count, struct error *e)
{
    const struct named_path *paths = NULL;
    size_t path_count = 0;
    size_t kept = 0;
    TRY(field_paths_all(x, arena, &paths, &path_count, e));
    struct field_name *names = arena_array(arena, struct field_name, path_count + 1);
    if (names == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < path_count; i++) {
        bool nested = paths[i].path.level > 0;
        if (kept > 0 && sv_equal(names[kept - 1].name, paths[i].name)) {
            names[kept - 1].nested |= nested;
        } else {
            names[kept++] = (struct field_name){paths[i].name, nested};
        }
    }
    *out = names;
    *count = kept;
    return ST_OK;
}
