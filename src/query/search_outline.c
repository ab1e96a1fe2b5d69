// SPDX-License-Identifier: Apache-2.0
// What fields hold at a glance: one pass over columns, none over values.
// Must not know: HTTP, who asks.
#include "query/path_rows.h"
#include "query/query_tree.h"
#include "query/search.h"
#include "query/search_rows.h"

#include <string.h>

// In a segment of several tables, entries are told apart by the cells of the tables asked, unless
// these are most of it.
#define MOST_PARTS 2u
#define CHUNK      ((size_t)1024)

// The elements of a list's level by the rows that they belong to.
struct level_rows {
    struct bitset last;    // the last element of each row
    struct bitset visible; // those of them whose row is visible
    struct bitset with;    // elements with a value, of one field after another
};

struct outliner {
    const struct search_rows *rows;
    bool types;
    struct arena *arena;        // of the answer
    struct arena *scratch;      // of this run
    struct bitset *with;        // by part: rows with a value, of one field after another
    struct level_rows **levels; // by part, then by level; NULL: not asked for yet
    struct search_outline *out;
    size_t count;
    bool has_values;
    struct error *e;
};

// --- entries ---------------------------------------------------------------------------------

static status mark_cells(const struct column *column, uint32_t first, uint32_t end,
                         struct bitset *seen, struct error *e)
{
    uint32_t cells[CHUNK];
    uint64_t from = MAX((uint64_t)first, column->first);
    uint64_t to = MIN((uint64_t)end, column->first + column->count);
    while (from < to) {
        size_t count = (size_t)MIN((uint64_t)CHUNK, to - from);
        column_unpack(column, from, count, cells);
        for (size_t i = 0; i < count; i++) {
            if (cells[i] >= seen->bit_count) {
                return error_set(e, ST_CORRUPT, "a column holds an ordinal beyond its dictionary");
            }
            bitset_set(seen, cells[i]);
        }
        from += count;
    }
    return ST_OK;
}

struct date_count {
    const struct bitset *seen; // NULL: all
    uint64_t dates;
};

static status count_dates(void *argument, uint32_t first, uint32_t last, struct error *e)
{
    struct date_count *c = argument;
    (void)e;
    c->dates += c->seen == NULL ? (uint64_t)last - first + 1
                                : bitset_count_range(c->seen, first, (size_t)last + 1);
    return ST_OK;
}

// Types of the entries; of those in `seen`, which may be NULL: all.
static status add_types(struct outliner *o, const struct field_path *path,
                        const struct bitset *seen)
{
    struct search_outline *out = &o->out[o->count];
    struct dictionary d;
    const struct date_bounds all = {INT64_MIN, INT64_MAX, INT64_MIN, INT64_MAX};
    struct date_count count = {.seen = seen};
    struct date_list dates;
    TRY(segment_dictionary(path->segment, path->path, &d, o->e));
    TRY(segment_dates(path->segment, path->path, &dates, o->e));
    size_t at = (size_t)d.missing + 1;
    const uint32_t sizes[] = {d.numbers, d.dates, d.booleans, d.texts};
    uint64_t ignored = 0; // dates are counted apart: years are numbers and dates
    uint64_t *const counts[] = {&out->numbers, &ignored, &out->booleans, &out->texts};
    for (size_t i = 0; i < ARRAY_LENGTH(sizes); i++) {
        *counts[i] += seen == NULL ? sizes[i] : bitset_count_range(seen, at, at + sizes[i]);
        at += sizes[i];
    }
    TRY(date_list_find(&dates, &all, count_dates, &count, o->e));
    out->dates += count.dates;
    return ST_OK;
}

// Entries told apart by the cells of the tables asked.
static status mark_entries(struct outliner *o, const struct extent_part *part,
                           const struct field_path *path, struct bitset *seen)
{
    struct column column;
    TRY(segment_column(path->segment, path->path, &column, o->e));
    for (size_t i = 0; i < part->range_count; i++) {
        uint32_t first = 0;
        uint32_t end = 0;
        TRY(field_level_range(path->segment, path->level, part->ranges[i].first,
                              part->ranges[i].end, &first, &end, o->e));
        TRY(mark_cells(&column, first, end, seen, o->e));
    }
    return ST_OK;
}

static uint64_t rows_of(const struct extent_part *part)
{
    uint64_t rows = 0;
    for (size_t i = 0; i < part->range_count; i++) {
        rows += part->ranges[i].end - part->ranges[i].first;
    }
    return rows;
}

static status count_entries(struct outliner *o, const struct field_path *path, uint32_t missing,
                            uint32_t count)
{
    struct search_outline *out = &o->out[o->count];
    const struct extent_part *part = &o->rows->extent.parts[path->part];
    bool marked = rows_of(part) * MOST_PARTS < segment_rows(path->segment);
    struct bitset seen = {0};
    uint64_t entries = count - missing;
    if (marked) {
        TRY(bitset_init_in(&seen, o->scratch, (size_t)count + 1, o->e));
        TRY(mark_entries(o, part, path, &seen));
        entries = bitset_count_range(&seen, (size_t)missing + 1, (size_t)count + 1);
    }
    out->entries += entries;
    out->together = MAX(out->together, entries);
    return o->types ? add_types(o, path, marked ? &seen : NULL) : ST_OK;
}

// --- records with a value --------------------------------------------------------------------

static status make_level(struct outliner *o, const struct field_path *path, struct level_rows *l)
{
    const uint32_t *offsets = NULL;
    const struct bitset *visible = o->rows->sets.sets[path->part];
    uint32_t size = segment_level_size(path->segment, path->level);
    TRY(segment_offsets(path->segment, path->level, &offsets, o->e));
    TRY(bitset_init_in(&l->last, o->scratch, size, o->e));
    TRY(bitset_init_in(&l->visible, o->scratch, size, o->e));
    TRY(bitset_init_in(&l->with, o->scratch, size, o->e));
    for (size_t row = 0; row < visible->bit_count; row++) {
        if (offsets[row] < offsets[row + 1]) {
            bitset_set(&l->last, offsets[row + 1] - 1);
            if (bitset_test(visible, row)) {
                bitset_set(&l->visible, offsets[row + 1] - 1);
            }
        }
    }
    return ST_OK;
}

// Room for the levels of a path's part.
static status levels_of(struct outliner *o, const struct field_path *path, struct level_rows **out)
{
    const struct segment_path *paths = NULL;
    size_t count = 0;
    *out = o->levels[path->part];
    if (*out == NULL) { // a level is made by a path, so there are no more of them
        TRY(segment_paths(path->segment, &paths, &count, o->e));
        *out = arena_array(o->scratch, struct level_rows, count + 1);
        o->levels[path->part] = *out;
    }
    return *out == NULL ? query_no_memory(o->e) : ST_OK;
}

// Visible rows that have an element of the set. With a one in all places but the last of each row,
// whatever is added below a row's last place is carried up to it, also from word to word.
static uint64_t count_rows_with(const struct level_rows *l)
{
    uint64_t count = 0;
    uint64_t carry = 0;
    for (size_t i = 0; i < bitset_word_count(&l->last); i++) {
        uint64_t last = l->last.words[i];
        uint64_t with = l->with.words[i];
        uint64_t sum = 0;
        uint64_t carried = __builtin_add_overflow(~last, with & ~last, &sum);
        carried |= __builtin_add_overflow(sum, carry, &sum);
        carry = carried;
        count += (uint64_t)__builtin_popcountll((sum | with) & l->visible.words[i]);
    }
    return count;
}

// Of a field that is one path of a list of the records.
static status count_in_list(struct outliner *o, const struct field_path *path)
{
    struct level_rows *levels = NULL;
    uint32_t missing = 0;
    uint32_t count = 0;
    TRY(levels_of(o, path, &levels));
    struct level_rows *level = &levels[path->level];
    if (level->last.words == NULL) {
        TRY(make_level(o, path, level));
    }
    TRY(segment_values(path->segment, path->path, &missing, &count, o->e));
    TRY(segment_elements_with(path->segment, path->path, missing + 1, count, &level->with, o->e));
    o->out[o->count].records += count_rows_with(level);
    bitset_clear_range(&level->with, 0, level->with.bit_count);
    return ST_OK;
}

static status add_values(struct outliner *o, const struct field_path *path, struct path_rows *rows)
{
    struct ordinal_set values;
    uint32_t missing = 0;
    ordinal_set_init(&values);
    TRY(segment_values(path->segment, path->path, &missing, &values.last, o->e));
    values.first = missing + 1;
    return path_rows_add(rows, path, &values, o->e);
}

// Of a field that is any paths of a part.
static status count_in_rows(struct outliner *o, const struct named_path *paths, size_t count)
{
    const struct bitset *visible = o->rows->sets.sets[paths[0].path.part];
    struct bitset *with = &o->with[paths[0].path.part];
    if (with->words == NULL) {
        TRY(bitset_init_in(with, o->scratch, visible->bit_count, o->e));
    }
    struct path_rows rows;
    status result = ST_OK;
    path_rows_begin(&rows, with);
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        result = add_values(o, &paths[i].path, &rows);
    }
    TRY(path_rows_end(&rows, result, o->e));
    o->out[o->count].records += bitset_count_and(with, visible);
    bitset_clear_range(with, 0, with->bit_count);
    return ST_OK;
}

// --- fields ----------------------------------------------------------------------------------

// The paths of one name in one part.
static status add_part(struct outliner *o, const struct named_path *paths, size_t count)
{
    const struct field_path *first = &paths[0].path;
    bool has_values = false;
    for (size_t i = 0; i < count; i++) {
        uint32_t missing = 0;
        uint32_t entries = 0;
        TRY(segment_values(first->segment, paths[i].path.path, &missing, &entries, o->e));
        o->out[o->count].nested |= paths[i].path.level > 0;
        if (entries > missing) {
            has_values = true;
            TRY(count_entries(o, &paths[i].path, missing, entries));
        }
    }
    o->has_values = o->has_values || has_values;
    if (!has_values) {
        return ST_OK;
    }
    bool in_list =
        count == 1 && first->level > 0 && segment_level_parent(first->segment, first->level) == 0;
    return in_list ? count_in_list(o, first) : count_in_rows(o, paths, count);
}

// Whether a name stands for a list or an object: some other name lies below it.
static bool has_below(const struct named_path *paths, size_t count, string_view name)
{
    for (size_t i = 0; i < count && sv_starts_with(paths[i].name, name); i++) {
        if (paths[i].name.length > name.length && paths[i].name.bytes[name.length] == '.') {
            return true;
        }
    }
    return false;
}

static status add_fields(struct outliner *o, const struct named_path *paths, size_t count)
{
    for (size_t i = 0; i < count;) {
        string_view name = paths[i].name;
        struct search_outline *out = &o->out[o->count];
        *out = (struct search_outline){.name = arena_copy(o->arena, name),
                                       .total = o->rows->sets.total};
        if (out->name.bytes == NULL) {
            return query_no_memory(o->e);
        }
        o->has_values = false;
        while (i < count && sv_equal(paths[i].name, name)) {
            size_t first = i++;
            while (i < count && sv_equal(paths[i].name, name) &&
                   paths[i].path.part == paths[first].path.part) {
                i++;
            }
            TRY(add_part(o, paths + first, i - first));
        }
        // A name without values may be that of a list or an object which some record has empty.
        o->count += o->has_values || !has_below(paths + i, count - i, name);
    }
    return ST_OK;
}

static status outline(struct outliner *o)
{
    const struct named_path *paths = NULL;
    size_t count = 0;
    TRY(field_paths_all(&o->rows->extent, o->scratch, &paths, &count, o->e));
    o->with = arena_array(o->scratch, struct bitset, o->rows->extent.count + 1);
    o->levels = (struct level_rows **)arena_alloc_array(o->scratch, o->rows->extent.count + 1,
                                                        sizeof *o->levels);
    o->out = arena_array(o->arena, struct search_outline, count + 1);
    if (o->with == NULL || o->levels == NULL || o->out == NULL) {
        return query_no_memory(o->e);
    }
    return add_fields(o, paths, count);
}

status search_outlines(struct snapshot *s, const struct scope *scope, struct arena *arena,
                       const struct uuid *tables, size_t table_count, uint32_t commit, bool types,
                       const struct search_outline **out, size_t *count, struct error *e)
{
    struct arena scratch;
    struct search_rows rows;
    const struct cancellation never = {0};
    struct outliner o = {
        .rows = &rows, .types = types, .arena = arena, .scratch = &scratch, .e = e};
    arena_init(&scratch, 0);
    status result =
        search_rows_find(s, scope, tables, table_count, commit, NULL, &scratch, &never, &rows, e);
    if (result == ST_OK) {
        result = outline(&o);
    }
    arena_release(&scratch);
    TRY(result);
    *out = o.out;
    *count = o.count;
    return ST_OK;
}
