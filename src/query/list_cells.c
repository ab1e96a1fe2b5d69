// SPDX-License-Identifier: Apache-2.0
// A column and a dictionary for each member in each segment.
#include "query/list_cells.h"

#include "query/field_paths.h"
#include "query/query_tree.h"

struct member {
    bool there;
    struct column column;
    struct dictionary dictionary;
};

struct list_part {
    struct segment *segment; // NULL: none of the list's members is in it
    uint32_t level;          // of the list
};

struct list_cells {
    size_t segments;
    size_t names;
    struct list_part *parts; // by segment of the snapshot
    struct member *members;  // by segment, then name
};

// Whether the path is a plain member of a list that is a record's own.
static bool is_plain(const struct field_path *p, const struct list_part *part)
{
    bool own = p->level != 0 && segment_level_parent(p->segment, p->level) == 0;
    return own && !p->inside && (part->segment == NULL || part->level == p->level);
}

static status add_path(struct list_cells *l, const struct extent *x, const struct field_path *p,
                       size_t name, bool *plain, struct error *e)
{
    size_t segment = x->parts[p->part].index;
    struct list_part *part = &l->parts[segment];
    struct member *m = &l->members[segment * l->names + name];
    *plain = is_plain(p, part) && !m->there;
    if (!*plain) {
        return ST_OK;
    }
    *part = (struct list_part){p->segment, p->level};
    m->there = true;
    TRY(segment_column(p->segment, p->path, &m->column, e));
    return segment_dictionary(p->segment, p->path, &m->dictionary, e);
}

static status add_name(struct list_cells *l, const struct extent *x, string_view field, size_t name,
                       struct arena *arena, bool *plain, struct error *e)
{
    struct field_paths found;
    TRY(field_paths_look(x, field, arena, &found, e));
    for (size_t i = 0; i < found.count && *plain; i++) {
        TRY(add_path(l, x, &found.paths[i], name, plain, e));
    }
    return ST_OK;
}

status list_cells_open(const struct extent *x, string_view list, const string_view *names,
                       size_t count, struct arena *arena, struct list_cells **out, struct error *e)
{
    struct list_cells *l = arena_new(arena, struct list_cells);
    bool plain = true;
    *out = NULL;
    if (l == NULL) {
        return query_no_memory(e);
    }
    *l = (struct list_cells){.segments = snapshot_segments(x->snapshot), .names = count};
    l->parts = arena_array(arena, struct list_part, l->segments + 1);
    l->members = arena_array(arena, struct member, l->segments * count + 1);
    if (l->parts == NULL || l->members == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < count && plain; i++) {
        string_view field =
            arena_print(arena, SV_FORMAT "." SV_FORMAT, SV_ARGUMENT(list), SV_ARGUMENT(names[i]));
        if (field.bytes == NULL) {
            return query_no_memory(e);
        }
        TRY(add_name(l, x, field, i, arena, &plain, e));
    }
    *out = plain ? l : NULL;
    return ST_OK;
}

status list_cells_range(const struct list_cells *l, size_t segment, uint32_t row, uint32_t *first,
                        uint32_t *end, struct error *e)
{
    *first = 0;
    *end = 0;
    if (segment >= l->segments || l->parts[segment].segment == NULL) {
        return ST_OK;
    }
    const struct list_part *p = &l->parts[segment];
    return field_level_range(p->segment, p->level, row, row + 1, first, end, e);
}

status list_cells_text(const struct list_cells *l, size_t segment, size_t name, uint32_t element,
                       struct buffer *out, struct error *e)
{
    const struct member *m = &l->members[segment * l->names + name];
    if (!m->there) {
        return ST_OK;
    }
    size_t end = 0;
    uint32_t ordinal = column_get(&m->column, element);
    return dictionary_texts(&m->dictionary, &ordinal, 1, out, &end, e);
}
