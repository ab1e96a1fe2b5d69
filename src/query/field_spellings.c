// SPDX-License-Identifier: Apache-2.0
// The fields that an answer is to be kept to, as the tables asked spell them: each name must be one
// that they have, as for filters, facets and sorts. Must not know: how records are cut.
#include "query/field_paths.h"
#include "query/query_tree.h"
#include "query/search.h"

struct spellings {
    struct arena *arena;
    size_t asked; // names
    string_view *list;
    size_t count;
    size_t room;
};

static status add_spelling(struct spellings *s, string_view name, struct error *e)
{
    for (size_t i = 0; i < s->count; i++) {
        if (sv_equal(s->list[i], name)) {
            return ST_OK;
        }
    }
    if (s->count == s->room) {
        size_t room = 2 * s->room + s->asked;
        string_view *more = arena_array(s->arena, string_view, room);
        if (more == NULL) {
            return query_no_memory(e);
        }
        for (size_t i = 0; i < s->count; i++) {
            more[i] = s->list[i];
        }
        s->list = more;
        s->room = room;
    }
    s->list[s->count++] = name;
    return ST_OK;
}

// The start of the path's own name that stands for the name asked: the name of what lies inside a
// list or an object goes on behind it.
static status spelling_of(const struct spellings *s, const struct field_path *path,
                          string_view name, string_view *out, struct error *e)
{
    const struct segment_path *paths = NULL;
    size_t count = 0;
    size_t dots = 0;
    struct buffer text;
    TRY(segment_paths(path->segment, &paths, &count, e));
    for (size_t i = 0; i < name.length; i++) {
        dots += name.bytes[i] == '.';
    }
    buffer_init(&text, (size_t)1 << 20);
    segment_path_name(paths, path->path, &text);
    status result = buffer_check(&text, "the name of a field", e);
    string_view full = buffer_view(&text);
    size_t end = 0;
    while (end < full.length && (full.bytes[end] != '.' || dots-- > 0)) {
        end++;
    }
    string_view copy = arena_copy(s->arena, sv_slice(full, 0, end));
    buffer_release(&text);
    if (result == ST_OK && copy.bytes == NULL) {
        result = query_no_memory(e);
    }
    *out = result == ST_OK ? copy : *out;
    return result;
}

static status add_name(struct spellings *s, const struct extent *x, string_view name,
                       struct error *e)
{
    struct field_paths found = {0};
    TRY(field_paths_find(x, name, s->arena, &found, e));
    for (size_t i = 0; i < found.count; i++) {
        string_view spelling = {0};
        TRY(spelling_of(s, &found.paths[i], name, &spelling, e));
        TRY(add_spelling(s, spelling, e));
    }
    return ST_OK;
}

status search_spellings(struct snapshot *s, const struct scope *scope, struct arena *arena,
                        const struct search_request *request, const string_view *names,
                        size_t name_count, const string_view **out, size_t *count, struct error *e)
{
    struct extent extent;
    struct spellings found = {.arena = arena, .asked = name_count};
    TRY(extent_create(s, scope, request->tables, request->table_count, request->commit, arena,
                      &extent, e));
    for (size_t i = 0; i < name_count; i++) {
        TRY(add_name(&found, &extent, names[i], e));
    }
    *out = found.list;
    *count = found.count;
    return ST_OK;
}
