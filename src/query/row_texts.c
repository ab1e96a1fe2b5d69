// SPDX-License-Identifier: Apache-2.0
// Paths of each segment by field; texts by ordinal.
// Must not know: how cells are written, which rows.
#include "query/row_texts.h"

#include "query/extent.h"
#include "query/field_paths.h"
#include "query/ordinals.h"
#include "query/query_tree.h"

#include <stdlib.h>
#include <string.h>

#define SMALL_DICTIONARY 65536u
#define DEPTH_MOST       64u
#define TEXT_MOST        ((size_t)64 << 20)

struct text_path {
    struct dictionary dictionary;
    struct column column;
    const uint32_t *offsets[DEPTH_MOST];
    size_t depth;
    string_view *texts; // by ordinal, where the dictionary is small; else NULL
};

// What one segment has of one field.
struct text_field {
    struct text_path *paths;
    size_t path_count;
};

struct text_segment {
    size_t index; // in the snapshot
    struct text_field *fields;
};

struct row_texts {
    struct arena *arena;
    string_view *names;
    size_t name_count;
    struct text_segment *segments; // by index
    size_t segment_count;
    struct buffer scratch; // of one value
    struct buffer joined;  // of several
};

struct text_filler {
    struct row_texts *texts;
    struct text_path *path;
};

static status keep_text(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                        struct error *e)
{
    struct text_filler *f = argument;
    bool missing = kind == VALUE_NULL || kind == VALUE_EMPTY_LIST || kind == VALUE_EMPTY_OBJECT;
    string_view copy = missing ? SV("") : arena_copy(f->texts->arena, ordinal_text(kind, text));
    f->path->texts[ordinal] = copy;
    return copy.bytes == NULL ? query_no_memory(e) : ST_OK;
}

static status open_path(struct row_texts *t, const struct field_path *p, struct text_path *out,
                        struct error *e)
{
    TRY(segment_dictionary(p->segment, p->path, &out->dictionary, e));
    TRY(segment_column(p->segment, p->path, &out->column, e));
    for (uint32_t level = p->level; level != 0; level = segment_level_parent(p->segment, level)) {
        if (out->depth == DEPTH_MOST) {
            return error_set(e, ST_CORRUPT, "lists are nested deeper than records may be");
        }
        memmove(out->offsets + 1, out->offsets, out->depth * sizeof *out->offsets);
        TRY(segment_offsets(p->segment, level, &out->offsets[0], e));
        out->depth++;
    }
    if (out->dictionary.count == 0 || out->dictionary.count > SMALL_DICTIONARY) {
        return ST_OK;
    }
    struct text_filler filler = {t, out};
    out->texts = arena_array(t->arena, string_view, (size_t)out->dictionary.count + 1);
    return out->texts == NULL
               ? query_no_memory(e)
               : dictionary_scan(&out->dictionary, 1, out->dictionary.count, keep_text, &filler, e);
}

static struct text_segment *segment_of(const struct row_texts *t, size_t index)
{
    for (size_t i = 0; i < t->segment_count; i++) {
        if (t->segments[i].index == index) {
            return &t->segments[i];
        }
    }
    return NULL;
}

static status open_field(struct row_texts *t, const struct extent *x, size_t field, struct error *e)
{
    struct field_paths paths;
    TRY(field_paths_find_leaf(x, t->names[field], t->arena, &paths, e));
    for (size_t i = 0; i < paths.count;) {
        size_t part = paths.paths[i].part;
        size_t end = i;
        while (end < paths.count && paths.paths[end].part == part) {
            end++;
        }
        struct text_field *f = &t->segments[part].fields[field];
        f->paths = arena_array(t->arena, struct text_path, end - i);
        if (f->paths == NULL) {
            return query_no_memory(e);
        }
        for (; i < end; i++) {
            TRY(open_path(t, &paths.paths[i], &f->paths[f->path_count++], e));
        }
    }
    return ST_OK;
}

static status take_names(struct row_texts *t, const struct extent *x, const string_view *fields,
                         size_t field_count, struct error *e)
{
    const struct field_name *all = NULL;
    if (field_count == 0) {
        TRY(field_paths_names(x, t->arena, &all, &t->name_count, e));
    } else {
        t->name_count = field_count;
    }
    t->names = arena_array(t->arena, string_view, t->name_count + 1);
    if (t->names == NULL) {
        return query_no_memory(e);
    }
    size_t kept = 0;
    for (size_t i = 0; i < t->name_count; i++) {
        struct field_paths paths = {.has_leaf = true};
        t->names[kept] = arena_copy(t->arena, all == NULL ? fields[i] : all[i].name);
        if (t->names[kept].bytes == NULL) {
            return query_no_memory(e);
        }
        if (all != NULL) { // not the name of a list or object that some record has empty
            TRY(field_paths_find(x, t->names[kept], t->arena, &paths, e));
        }
        kept += paths.has_leaf;
    }
    t->name_count = kept;
    return ST_OK;
}

static void release_buffers(void *argument)
{
    struct row_texts *t = argument;
    buffer_release(&t->scratch);
    buffer_release(&t->joined);
}

static status open_segments(struct row_texts *t, const struct extent *x, struct error *e)
{
    t->segments = arena_array(t->arena, struct text_segment, x->count + 1);
    if (t->segments == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < x->count; i++) {
        t->segments[i].index = x->parts[i].index;
        t->segments[i].fields = arena_array(t->arena, struct text_field, t->name_count + 1);
        if (t->segments[i].fields == NULL) {
            return query_no_memory(e);
        }
    }
    t->segment_count = x->count;
    for (size_t i = 0; i < t->name_count; i++) {
        TRY(open_field(t, x, i, e));
    }
    return ST_OK;
}

status row_texts_create(struct snapshot *s, const struct scope *scope,
                        const struct search_request *request, const string_view *fields,
                        size_t field_count, struct arena *arena, struct row_texts **out,
                        struct error *e)
{
    struct row_texts *t = arena_new(arena, struct row_texts);
    struct extent extent;
    if (t == NULL) {
        return query_no_memory(e);
    }
    t->arena = arena;
    buffer_init(&t->scratch, TEXT_MOST);
    buffer_init(&t->joined, TEXT_MOST);
    TRY(arena_defer(arena, release_buffers, t));
    TRY(extent_create(s, scope, request->tables, request->table_count, request->commit, arena,
                      &extent, e));
    TRY(take_names(t, &extent, fields, field_count, e));
    TRY(open_segments(t, &extent, e));
    *out = t;
    return ST_OK;
}

const string_view *row_texts_names(const struct row_texts *t, size_t *count)
{
    *count = t->name_count;
    return t->names;
}

// --- reading ---------------------------------------------------------------------------------

static status text_of(struct row_texts *t, const struct text_path *p, uint32_t ordinal,
                      string_view *out, struct error *e)
{
    if (ordinal > p->dictionary.count) {
        return error_set(e, ST_CORRUPT, "a column names a value beyond its dictionary");
    }
    if (ordinal == 0) {
        *out = SV("");
        return ST_OK;
    }
    if (p->texts != NULL) {
        *out = p->texts[ordinal];
        return ST_OK;
    }
    enum value_kind kind = VALUE_STRING;
    TRY(dictionary_get(&p->dictionary, ordinal, &t->scratch, &kind, out, e));
    *out = ordinal <= p->dictionary.missing ? SV("") : ordinal_text(kind, *out);
    return ST_OK;
}

// All values of a row's field into t->joined.
static status join_values(struct row_texts *t, const struct text_field *f, uint32_t row,
                          struct error *e)
{
    buffer_clear(&t->joined);
    for (size_t i = 0; i < f->path_count; i++) {
        const struct text_path *p = &f->paths[i];
        uint32_t first = row;
        uint32_t end = row + 1;
        for (size_t k = 0; k < p->depth; k++) {
            first = p->offsets[k][first];
            end = p->offsets[k][end];
        }
        for (uint32_t element = first; element < end; element++) {
            string_view text;
            TRY(text_of(t, p, column_get(&p->column, element), &text, e));
            if (text.length > 0) {
                buffer_append_view(&t->joined, t->joined.length > 0 ? SV(" | ") : SV(""));
                buffer_append_view(&t->joined, text);
            }
        }
    }
    return buffer_check(&t->joined, "a cell", e);
}

status row_texts_read(struct row_texts *t, const struct record_version *row, row_texts_cell *cell,
                      void *argument, struct error *e)
{
    const struct text_segment *s = segment_of(t, row->segment);
    if (s == NULL) {
        return error_set(e, ST_INTERNAL, "a row lies in no segment of the tables asked");
    }
    for (size_t i = 0; i < t->name_count; i++) {
        const struct text_field *f = &s->fields[i];
        string_view text = SV("");
        if (f->path_count == 1 && f->paths[0].depth == 0) {
            TRY(text_of(t, &f->paths[0], column_get(&f->paths[0].column, row->row), &text, e));
        } else if (f->path_count > 0) {
            TRY(join_values(t, f, row->row, e));
            text = buffer_view(&t->joined);
        }
        cell(argument, text);
    }
    return ST_OK;
}
