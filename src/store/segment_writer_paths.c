// SPDX-License-Identifier: Apache-2.0
// Takes documents apart: every scalar becomes a reference (node, element) of its path, every list
// adds elements to its level. Must not know: how values are kept.
#include "store/segment_writer_private.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_SLOTS ((size_t)64)

// --- the segment's paths -------------------------------------------------------------------------

static uint64_t path_hash(uint32_t parent, enum path_kind kind, string_view name)
{
    uint64_t where = (uint64_t)parent << 2 | (uint64_t)kind;
    return hash_bytes(name.bytes, name.length) ^ (where * UINT64_C(0x9E3779B97F4A7C15));
}

static bool grow_path_slots(struct segment_writer *w)
{
    size_t wanted = MAX(w->path_slot_count * 2, FIRST_SLOTS);
    uint32_t *slots = calloc(wanted, sizeof *slots);
    if (slots == NULL) {
        return false;
    }
    for (size_t i = 0; i < w->paths_count; i++) {
        size_t at = w->paths[i]->hash & (wanted - 1);
        while (slots[at] != 0) {
            at = (at + 1) & (wanted - 1);
        }
        slots[at] = (uint32_t)i + 1;
    }
    free(w->path_slots);
    w->path_slots = slots;
    w->path_slot_count = wanted;
    return true;
}

// Levels are numbered as their list paths come.
static status add_level(struct segment_writer *w, uint32_t path, uint32_t parent, uint32_t *out,
                        struct error *e)
{
    if (!ARRAY_RESERVE(w->levels, w->levels_capacity, w->levels_count, MOST_PATHS)) {
        return error_set(e, ST_NO_MEMORY, "no memory for the lists of a segment");
    }
    w->levels[w->levels_count] = (struct writer_level){.path = path, .parent = parent};
    *out = (uint32_t)w->levels_count++;
    return ST_OK;
}

static status add_path(struct segment_writer *w, uint32_t parent, enum path_kind kind,
                       string_view name, uint64_t hash, uint32_t *out, struct error *e)
{
    if (name.length > UINT16_MAX) {
        return error_set(e, ST_TOO_LARGE, "a field name of %zu bytes is over the limit of %d",
                         name.length, UINT16_MAX);
    }
    if (w->paths_count >= MOST_PATHS) {
        return error_set(e, ST_TOO_LARGE, "a segment cannot hold more than %lu fields",
                         (unsigned long)MOST_PATHS);
    }
    struct writer_path *p = calloc(1, sizeof *p);
    string_view copy = arena_copy(&w->arena, name);
    if (p == NULL || copy.bytes == NULL ||
        !ARRAY_RESERVE(w->paths, w->paths_capacity, w->paths_count, MOST_PATHS)) {
        free(p);
        return error_set(e, ST_NO_MEMORY, "no memory for the fields of a segment");
    }
    uint32_t above = parent == NO_PATH ? 0 : w->paths[parent]->level;
    *p = (struct writer_path){.parent = parent, .kind = kind, .name = copy, .hash = hash};
    p->level = above;
    w->paths[w->paths_count] = p;
    *out = (uint32_t)w->paths_count++;
    w->memory += sizeof *p;
    return kind == PATH_LIST ? add_level(w, *out, above, &p->level, e) : ST_OK;
}

status writer_find_path(struct segment_writer *w, uint32_t parent, enum path_kind kind,
                        string_view name, uint32_t *out, struct error *e)
{
    if ((w->paths_count + 1) * 2 > w->path_slot_count && !grow_path_slots(w)) {
        return error_set(e, ST_NO_MEMORY, "no memory for the fields of a segment");
    }
    uint64_t hash = path_hash(parent, kind, name);
    size_t at = hash & (w->path_slot_count - 1);
    for (; w->path_slots[at] != 0; at = (at + 1) & (w->path_slot_count - 1)) {
        uint32_t path = w->path_slots[at] - 1;
        const struct writer_path *p = w->paths[path];
        if (p->hash == hash && p->parent == parent && p->kind == kind && sv_equal(p->name, name)) {
            *out = path;
            return ST_OK;
        }
    }
    TRY(add_path(w, parent, kind, name, hash, out, e));
    w->path_slots[at] = *out + 1;
    return ST_OK;
}

// --- from the caller's numbers of names to paths -------------------------------------------------

void name_cache_release(struct name_cache *c)
{
    free(c->texts);
    free(c->checked);
    free(c->keys);
    free(c->paths);
    free(c->guesses);
    *c = (struct name_cache){0};
}

static void forget_names(struct name_cache *c)
{
    c->count = 0;
    c->used = 0;
    c->guesses_count = 0;
    if (c->slot_count > 0) {
        memset(c->keys, 0, c->slot_count * sizeof *c->keys);
    }
}

// Name tables are told apart by their texts: a new one may lie where an old one was.
static status check_name(struct segment_writer *w, uint32_t name, struct error *e)
{
    struct name_cache *c = &w->cache;
    if (name < c->count && c->texts[name].bytes != NULL &&
        !sv_equal(c->texts[name], name_table_get(c->names, name))) {
        forget_names(c);
    }
    while (c->count <= name) {
        if (!ARRAY_RESERVE(c->texts, c->capacity, c->count, MOST_PATHS) ||
            !ARRAY_RESERVE(c->checked, c->checked_capacity, c->count, MOST_PATHS)) {
            return error_set(e, ST_NO_MEMORY, "no memory for field names");
        }
        c->texts[c->count] = (string_view){0};
        c->checked[c->count++] = 0;
    }
    c->checked[name] = c->batch;
    return ST_OK;
}

static bool grow_cache(struct name_cache *c)
{
    size_t wanted = MAX(c->slot_count * 2, FIRST_SLOTS);
    uint64_t *keys = calloc(wanted, sizeof *keys);
    uint32_t *paths = calloc(wanted, sizeof *paths);
    if (keys == NULL || paths == NULL) {
        free(keys);
        free(paths);
        return false;
    }
    for (size_t i = 0; i < c->slot_count; i++) {
        if (c->keys[i] != 0) {
            size_t at = (c->keys[i] * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (wanted - 1);
            while (keys[at] != 0) {
                at = (at + 1) & (wanted - 1);
            }
            keys[at] = c->keys[i];
            paths[at] = c->paths[i];
        }
    }
    free(c->keys);
    free(c->paths);
    c->keys = keys;
    c->paths = paths;
    c->slot_count = wanted;
    return true;
}

// The path of a child; `name` is NO_NAME for the elements of a list.
static status child_path(struct segment_writer *w, uint32_t parent, enum path_kind kind,
                         uint32_t name, uint32_t *out, struct error *e)
{
    struct name_cache *c = &w->cache;
    if (name != NO_NAME && (name >= c->count || c->checked[name] != c->batch)) {
        if (name >= name_table_count(c->names)) {
            return error_set(e, ST_INTERNAL, "a document names a field that is not in its table");
        }
        TRY(check_name(w, name, e));
    }
    if ((c->used + 1) * 2 > c->slot_count && !grow_cache(c)) {
        return error_set(e, ST_NO_MEMORY, "no memory for field names");
    }
    // Parents and names are below 2^20 (their NO_ values become 0), so the three fit.
    uint64_t key =
        ((uint64_t)(parent + 1) << 32 | (uint64_t)(name + 1) << 3 | (uint64_t)kind << 1) | 1;
    size_t at = (key * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (c->slot_count - 1);
    for (; c->keys[at] != 0; at = (at + 1) & (c->slot_count - 1)) {
        if (c->keys[at] == key) {
            *out = c->paths[at];
            return ST_OK;
        }
    }
    string_view text = name == NO_NAME ? SV("") : name_table_get(c->names, name);
    TRY(writer_find_path(w, parent, kind, text, out, e));
    if (name != NO_NAME) {
        c->texts[name] = w->paths[*out]->name; // lives as long as the writer
    }
    c->keys[at] = key;
    c->paths[at] = *out;
    c->used++;
    return ST_OK;
}

// --- documents -----------------------------------------------------------------------------------

// A list or object whose children are being taken.
struct frame {
    uint32_t path;
    uint32_t element;
    size_t end; // first node behind it
    bool is_list;
};

struct shredder {
    struct segment_writer *w;
    struct frame frames[LIMIT_DEPTH + 2];
    size_t depth;
};

static status add_reference(struct segment_writer *w, uint32_t path, const struct node *node,
                            uint32_t element, struct error *e)
{
    struct writer_path *p = w->paths[path];
    if (p->references_count == 0) {
        if (!ARRAY_RESERVE(w->active, w->active_capacity, w->active_count, MOST_PATHS)) {
            return error_set(e, ST_NO_MEMORY, "no memory for a batch of rows");
        }
        w->active[w->active_count++] = path;
    }
    if (!ARRAY_RESERVE(p->references, p->references_capacity, p->references_count, SIZE_MAX / 16)) {
        return error_set(e, ST_NO_MEMORY, "no memory for a batch of rows");
    }
    p->references[p->references_count++] = (struct cell_reference){node, element};
    return ST_OK;
}

// Notes that element `parent` of the level above has a list here, starting at the level's end.
static status open_list(struct segment_writer *w, uint32_t level, uint32_t parent, struct error *e)
{
    struct writer_level *l = &w->levels[level];
    while (l->offsets_count <= parent) {
        if (!ARRAY_RESERVE(l->offsets, l->offsets_capacity, l->offsets_count, (size_t)UINT32_MAX)) {
            return error_set(e, ST_NO_MEMORY, "no memory for the lists of a segment");
        }
        l->offsets[l->offsets_count++] = l->size;
    }
    return ST_OK;
}

static status add_element(struct segment_writer *w, uint32_t path, uint32_t *element,
                          struct error *e)
{
    struct writer_level *l = &w->levels[w->paths[path]->level];
    if (l->size >= UINT32_MAX - 1) {
        return error_set(e, ST_TOO_LARGE, "a segment cannot hold more list elements");
    }
    *element = l->size++;
    return ST_OK;
}

static status push(struct shredder *s, uint32_t path, uint32_t element, size_t end, bool is_list,
                   struct error *e)
{
    if (s->depth == ARRAY_LENGTH(s->frames)) {
        return error_set(e, ST_TOO_LARGE, "a record is nested deeper than %zu", LIMIT_DEPTH);
    }
    s->frames[s->depth++] = (struct frame){path, element, end, is_list};
    return ST_OK;
}

// Takes a list or object with something in it; its children come next.
static status shred_container(struct shredder *s, const struct node *node, size_t end,
                              const struct frame *in, uint32_t element, struct error *e)
{
    uint32_t path = in->path;
    uint32_t name = in->is_list ? NO_NAME : node->name;
    if (node->kind == NODE_LIST) {
        TRY(child_path(s->w, in->path, PATH_LIST, name, &path, e));
        TRY(open_list(s->w, s->w->paths[path]->level, element, e));
        return push(s, path, element, end, true, e);
    }
    // Members of an object that is an element hang on the list itself.
    if (!in->is_list) {
        TRY(child_path(s->w, in->path, PATH_OBJECT, name, &path, e));
    }
    return push(s, path, element, end, false, e);
}

// Records of one source look alike: the member of the record at this place was a value under this
// name in an earlier record of the batch.
static bool guess_path(struct name_cache *c, size_t index, uint32_t name, uint32_t *path)
{
    if (index >= c->guesses_count || c->guesses[index].name != name ||
        c->guesses[index].batch != c->batch) {
        return false;
    }
    *path = c->guesses[index].path;
    return true;
}

// Remembering is a help only, so that it may fail.
static void remember_path(struct name_cache *c, size_t index, uint32_t name, uint32_t path)
{
    while (index >= c->guesses_count) {
        if (!ARRAY_RESERVE(c->guesses, c->guesses_capacity, c->guesses_count, LIMIT_TABLE_PATHS)) {
            return;
        }
        c->guesses[c->guesses_count++] = (struct path_guess){0};
    }
    c->guesses[index] = (struct path_guess){name, path, c->batch};
}

static status shred_leaf(struct shredder *s, const struct node *node, size_t index,
                         const struct frame *in, uint32_t element, struct error *e)
{
    struct name_cache *c = &s->w->cache;
    uint32_t path = 0;
    bool of_record = s->depth == 1;
    if (!of_record || !guess_path(c, index, node->name, &path)) {
        TRY(child_path(s->w, in->path, PATH_LEAF, in->is_list ? NO_NAME : node->name, &path, e));
        if (of_record) {
            remember_path(c, index, node->name, path);
        }
    }
    return add_reference(s->w, path, node, element, e);
}

static status shred_node(struct shredder *s, const struct document *d, size_t index,
                         struct error *e)
{
    const struct node *node = &d->nodes[index];
    const struct frame in = s->frames[s->depth - 1];
    uint32_t element = in.element;
    if (in.is_list) {
        TRY(add_element(s->w, in.path, &element, e));
    } else if (node->name == NO_NAME) {
        return error_set(e, ST_INTERNAL, "a member of a document has no name");
    }
    bool container = node->kind == NODE_LIST || node->kind == NODE_OBJECT;
    if (container && node->descendants > 0) {
        if (node->descendants >= in.end - index) {
            return error_set(e, ST_INTERNAL, "a document's tree does not fit its nodes");
        }
        return shred_container(s, node, index + 1 + node->descendants, &in, element, e);
    }
    return shred_leaf(s, node, index, &in, element, e);
}

status writer_shred(struct segment_writer *w, const struct document *document,
                    const struct name_table *names, uint32_t row, struct error *e)
{
    if (document->count == 0 || document->nodes[0].kind != NODE_OBJECT) {
        return error_set(e, ST_INVALID, "a record must be an object");
    }
    if (w->cache.names != names) {
        forget_names(&w->cache);
        w->cache.names = names;
    }
    struct shredder s = {.w = w};
    TRY(push(&s, NO_PATH, row, document->count, false, e));
    for (size_t i = 1; i < document->count; i++) {
        while (i >= s.frames[s.depth - 1].end) {
            s.depth--;
        }
        TRY(shred_node(&s, document, i, e));
    }
    return ST_OK;
}
