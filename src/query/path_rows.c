// SPDX-License-Identifier: Apache-2.0
// A path inside a list first finds elements, then the rows that hold them.
// Must not know: queries, which rows are visible.
#include "query/path_rows.h"

void path_rows_begin(struct path_rows *p, struct bitset *rows)
{
    *p = (struct path_rows){.rows = rows};
}

static status lift(struct path_rows *p, struct error *e)
{
    if (p->level == 0) {
        return ST_OK;
    }
    struct bitset lifted = {0};
    TRY(bitset_init(&lifted, p->rows->bit_count, e));
    status result = segment_lift(p->segment, p->level, &p->elements, &lifted, e);
    if (result == ST_OK) {
        bitset_or(p->rows, &lifted);
    }
    bitset_release(&lifted);
    bitset_release(&p->elements);
    p->level = 0;
    return result;
}

static status open_level(struct path_rows *p, const struct field_path *path, struct error *e)
{
    if (p->level == path->level) {
        return ST_OK;
    }
    TRY(lift(p, e));
    if (path->level > 0) {
        TRY(bitset_init(&p->elements, segment_level_size(path->segment, path->level), e));
        p->segment = path->segment;
        p->level = path->level;
    }
    return ST_OK;
}

status path_rows_add(struct path_rows *p, const struct field_path *path,
                     const struct ordinal_set *o, struct error *e)
{
    if (ordinal_set_is_empty(o)) {
        return ST_OK;
    }
    TRY(open_level(p, path, e));
    struct bitset *elements = path->level == 0 ? p->rows : &p->elements;
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
    if (p->level != 0) {
        bitset_release(&p->elements);
    }
    return result;
}
