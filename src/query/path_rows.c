// SPDX-License-Identifier: Apache-2.0
// A path inside a list first finds elements, then the rows that hold them.
// Must not know: queries, which rows are visible.
#include "query/path_rows.h"

void path_rows_begin(struct path_rows *p, struct bitset *rows)
{
    path_rows_begin_at(p, 0, rows);
}

void path_rows_begin_at(struct path_rows *p, uint32_t level, struct bitset *elements)
{
    *p = (struct path_rows){.rows = elements, .target = level, .level = level};
}

// --- from elements to what holds them --------------------------------------------------------

// One step up: the elements of the level's parent that hold one of the set.
static status lift_once(struct segment *segment, uint32_t level, const struct bitset *elements,
                        struct bitset *to, struct error *e)
{
    const uint32_t *offsets = NULL;
    TRY(segment_offsets(segment, level, &offsets, e));
    uint32_t parents = segment_level_size(segment, segment_level_parent(segment, level));
    TRY(bitset_init(to, parents, e));
    uint32_t parent = 0;
    for (size_t i = bitset_next(elements, 0); i < elements->bit_count;) {
        while (parent < parents && offsets[parent + 1] <= i) {
            parent++;
        }
        if (parent == parents) {
            bitset_release(to);
            return error_set(e, ST_CORRUPT, "an element of level %u belongs to none above it",
                             level);
        }
        bitset_set(to, parent);
        i = bitset_next(elements, MIN((size_t)offsets[parent + 1], elements->bit_count));
    }
    return ST_OK;
}

static status lift_to_rows(struct segment *segment, uint32_t level, const struct bitset *elements,
                           struct bitset *out, struct error *e)
{
    struct bitset lifted = {0};
    TRY(bitset_init(&lifted, out->bit_count, e));
    status result = segment_lift(segment, level, elements, &lifted, e);
    if (result == ST_OK) {
        bitset_or(out, &lifted);
    }
    bitset_release(&lifted);
    return result;
}

status path_rows_lift(struct segment *segment, uint32_t level, const struct bitset *elements,
                      uint32_t target, struct bitset *out, struct error *e)
{
    if (target == 0) {
        return lift_to_rows(segment, level, elements, out, e);
    }
    struct bitset held[2] = {{0}, {0}};
    const struct bitset *from = elements;
    status result = ST_OK;
    for (unsigned turn = 0; result == ST_OK && level != target; turn ^= 1) {
        if (level == 0) {
            result = error_set(e, ST_INTERNAL, "level %u does not lie above the elements", target);
            break;
        }
        bitset_release(&held[turn]);
        result = lift_once(segment, level, from, &held[turn], e);
        from = &held[turn];
        level = segment_level_parent(segment, level);
    }
    if (result == ST_OK) {
        bitset_or(out, from);
    }
    bitset_release(&held[0]);
    bitset_release(&held[1]);
    return result;
}

static status lift(struct path_rows *p, struct error *e)
{
    if (p->level == p->target) {
        return ST_OK;
    }
    status result = path_rows_lift(p->segment, p->level, &p->elements, p->target, p->rows, e);
    bitset_release(&p->elements);
    p->level = p->target;
    return result;
}

static status open_level(struct path_rows *p, const struct field_path *path, struct error *e)
{
    if (p->level == path->level) {
        return ST_OK;
    }
    TRY(lift(p, e));
    if (path->level != p->target) {
        TRY(bitset_init(&p->elements, segment_level_size(path->segment, path->level), e));
        p->segment = path->segment;
        p->level = path->level;
    }
    return ST_OK;
}

// --- entries ---------------------------------------------------------------------------------

status path_rows_add(struct path_rows *p, const struct field_path *path,
                     const struct ordinal_set *o, struct error *e)
{
    if (ordinal_set_is_empty(o)) {
        return ST_OK;
    }
    TRY(open_level(p, path, e));
    struct bitset *elements = path->level == p->target ? p->rows : &p->elements;
    if (o->first <= o->last) {
        TRY(segment_elements_with(path->segment, path->path, o->first, o->last, elements, e));
    }
    if (o->has_some) {
        TRY(segment_elements_among(path->segment, path->path, &o->some, elements, e));
    }
    return ST_OK;
}

status path_rows_end(struct path_rows *p, status result, struct error *e)
{
    if (result == ST_OK) {
        result = lift(p, e);
    }
    if (p->level != p->target) {
        bitset_release(&p->elements);
    }
    return result;
}
