// SPDX-License-Identifier: Apache-2.0
// Tables, paths and levels of an open segment, read and checked on opening.
// Must not know: values.
#include "store/segment_private.h"

#include "formats/document.h"

#include <stdlib.h>
#include <string.h>

// Deeper than any record may be nested, so that walks along paths end.
#define DEPTH_MOST (2 * LIMIT_DEPTH)

status segment_read_tables(struct segment *s, struct error *e)
{
    struct section section;
    uint32_t number = s->single[SECTION_TABLES];
    TRY(segment_section(s, number, &section, e));
    const void *start = section.bytes;
    const struct table_record *records = start;
    s->tables_count = section.length / sizeof *records;
    s->tables = calloc(MAX(s->tables_count, (size_t)1), sizeof *s->tables);
    s->members = calloc(MAX(s->tables_count, (size_t)1), sizeof *s->members);
    s->flat = calloc(MAX(2 * s->tables_count, (size_t)1), sizeof *s->flat);
    if (s->tables == NULL || s->members == NULL || s->flat == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to open %s", s->name);
    }
    uint64_t rows = 0;
    for (size_t i = 0; i < s->tables_count; i++) {
        const struct table_record *r = &records[i];
        if (r->first_row != rows || r->rows == 0 || r->rows > s->rows - rows ||
            (i > 0 && memcmp(r[-1].table, r->table, sizeof r->table) >= 0)) {
            return segment_damaged(s, number, e, "table %zu is out of place", i);
        }
        memcpy(s->tables[i].table.bytes, r->table, sizeof r->table);
        s->tables[i].first_row = (uint32_t)rows;
        s->tables[i].rows = (uint32_t)r->rows;
        rows += r->rows;
    }
    return rows == s->rows ? ST_OK
                           : segment_damaged(s, number, e, "the tables do not hold all rows");
}

// --- paths ---------------------------------------------------------------------------------------

static status read_path(struct segment *s, uint32_t path, const struct path_record *r,
                        const unsigned char *names, size_t names_length, struct error *e)
{
    uint32_t number = s->single[SECTION_PATHS];
    bool rooted = r->parent == NO_PATH;
    if ((!rooted && r->parent >= path) || r->kind > PATH_OBJECT || r->name_offset > names_length ||
        r->name_length > names_length - r->name_offset) {
        return segment_damaged(s, number, e, "path %lu is damaged", (unsigned long)path);
    }
    uint32_t above = rooted ? 0 : s->paths[r->parent].level;
    uint32_t depth = rooted ? 1 : s->facts[r->parent].depth + 1;
    bool of_leaf = !rooted && s->paths[r->parent].kind == PATH_LEAF;
    bool level_holds = r->kind != PATH_LIST ? r->level == above
                                            : r->level > 0 && r->level < s->levels_count &&
                                                  s->levels[r->level].path == NO_PATH;
    if (of_leaf || depth > DEPTH_MOST || !level_holds) {
        return segment_damaged(s, number, e, "path %lu does not fit its parent",
                               (unsigned long)path);
    }
    if (r->kind == PATH_LIST) {
        s->levels[r->level].path = path;
        s->levels[r->level].parent = above;
    }
    const void *name = names + r->name_offset;
    s->paths[path] =
        (struct segment_path){r->parent, r->level, (enum path_kind)r->kind, {name, r->name_length}};
    s->facts[path].depth = depth;
    return ST_OK;
}

// --- children ------------------------------------------------------------------------------------

static struct path_facts *parent_facts(struct segment *s, uint32_t path)
{
    uint32_t parent = s->paths[path].parent;
    return &s->facts[parent == NO_PATH ? s->paths_count : parent];
}

static int compare_names(const void *a, const void *b, void *argument)
{
    const struct segment *s = argument;
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    int order = sv_compare(s->paths[x].name, s->paths[y].name);
    return order != 0 ? order : (x > y) - (x < y);
}

// Elements of lists are children without a name; they are no members.
static bool is_element(const struct segment *s, uint32_t path)
{
    uint32_t parent = s->paths[path].parent;
    return s->paths[path].name.length == 0 && parent != NO_PATH &&
           s->paths[parent].kind == PATH_LIST;
}

static void collect_children(struct segment *s)
{
    for (uint32_t path = 0; path < s->paths_count; path++) {
        struct path_facts *above = parent_facts(s, path);
        if (!is_element(s, path)) {
            above->children++;
        } else if (s->paths[path].kind == PATH_LIST) {
            above->element_list = path;
        } else {
            above->element_leaf = path;
        }
    }
    uint32_t sum = 0;
    for (size_t i = 0; i <= s->paths_count; i++) {
        s->facts[i].first_child = sum;
        sum += s->facts[i].children;
        s->facts[i].children = 0;
    }
    for (uint32_t path = 0; path < s->paths_count; path++) {
        if (!is_element(s, path)) {
            struct path_facts *above = parent_facts(s, path);
            s->children[above->first_child + above->children++] = path;
        }
    }
    memcpy(s->sorted_children, s->children, sum * sizeof *s->children);
    for (size_t i = 0; i <= s->paths_count; i++) {
        qsort_r(s->sorted_children + s->facts[i].first_child, s->facts[i].children,
                sizeof *s->sorted_children, compare_names, s);
    }
}

// --- sections of paths and levels ----------------------------------------------------------------

static int path_section_of(uint32_t kind)
{
    switch (kind) {
    case SECTION_DICTIONARY:
        return PATH_DICTIONARY;
    case SECTION_ORDINALS:
        return PATH_ORDINALS;
    case SECTION_POSTINGS:
        return PATH_POSTINGS;
    case SECTION_NUMBERS:
        return PATH_NUMBERS;
    case SECTION_DATES:
        return PATH_DATES;
    case SECTION_FIELD_TOKENS:
        return PATH_FIELD_TOKENS;
    case SECTION_FIELD_TOKEN_POSTINGS:
        return PATH_FIELD_TOKEN_POSTINGS;
    default:
        return -1;
    }
}

static status place_sections(struct segment *s, struct error *e)
{
    for (size_t i = 0; i < s->directory_count; i++) {
        const struct directory_entry *entry = &s->directory[i];
        uint32_t number = (uint32_t)i;
        int which = path_section_of(entry->kind);
        if (which >= 0) {
            if (entry->path >= s->paths_count || s->paths[entry->path].kind != PATH_LEAF) {
                return segment_damaged(s, number, e, "it belongs to no field");
            }
            s->facts[entry->path].sections[which] = number;
        } else if (entry->kind == SECTION_OFFSETS) {
            if (entry->path == 0 || entry->path >= s->levels_count) {
                return segment_damaged(s, number, e, "it belongs to no list");
            }
            s->levels[entry->path].section = number;
        }
    }
    for (uint32_t path = 0; path < s->paths_count; path++) {
        const uint32_t *sections = s->facts[path].sections;
        if (s->paths[path].kind == PATH_LEAF &&
            (sections[PATH_DICTIONARY] == NO_SECTION || sections[PATH_ORDINALS] == NO_SECTION)) {
            return segment_damaged(s, NO_SECTION, e, "path %lu has no values", (unsigned long)path);
        }
    }
    return ST_OK;
}

// The size of a level stands in the directory; it is bounded by the level above.
static status size_levels(struct segment *s, struct error *e)
{
    s->levels[0].size = s->rows;
    for (uint32_t path = 0; path < s->paths_count; path++) {
        uint32_t level = s->paths[path].level;
        struct level_facts *l = &s->levels[level];
        if (s->paths[path].kind != PATH_LIST) {
            continue;
        }
        uint64_t most = (uint64_t)s->levels[l->parent].size * LIMIT_LIST_ELEMENTS;
        if (l->section == NO_SECTION || s->directory[l->section].count > most ||
            s->directory[l->section].count >= UINT32_MAX) {
            return segment_damaged(s, l->section, e, "level %lu has no elements",
                                   (unsigned long)level);
        }
        l->size = (uint32_t)s->directory[l->section].count;
    }
    for (size_t level = 1; level < s->levels_count; level++) {
        if (s->levels[level].path == NO_PATH) {
            return segment_damaged(s, NO_SECTION, e, "level %zu has no path", level);
        }
    }
    return ST_OK;
}

static bool allocate(struct segment *s, uint64_t paths, uint64_t levels)
{
    s->paths_count = paths;
    s->levels_count = levels;
    s->paths = calloc(paths + 1, sizeof *s->paths);
    s->facts = calloc(paths + 1, sizeof *s->facts);
    s->text_fences = calloc(paths + 1, sizeof *s->text_fences);
    s->children = calloc(paths + 1, sizeof *s->children);
    s->sorted_children = calloc(paths + 1, sizeof *s->sorted_children);
    s->levels = calloc(levels, sizeof *s->levels);
    if (s->paths == NULL || s->facts == NULL || s->text_fences == NULL || s->children == NULL ||
        s->sorted_children == NULL || s->levels == NULL) {
        return false;
    }
    for (size_t i = 0; i <= paths; i++) {
        s->facts[i].element_leaf = NO_PATH;
        s->facts[i].element_list = NO_PATH;
        for (size_t k = 0; k < PATH_SECTIONS; k++) {
            s->facts[i].sections[k] = NO_SECTION;
        }
    }
    for (size_t i = 0; i < levels; i++) {
        s->levels[i] = (struct level_facts){.path = NO_PATH, .section = NO_SECTION};
    }
    return true;
}

status segment_read_paths(struct segment *s, uint64_t paths, uint64_t levels, struct error *e)
{
    struct section section;
    TRY(segment_section(s, s->single[SECTION_PATHS], &section, e));
    if (paths * sizeof(struct path_record) > section.length) {
        return segment_damaged(s, s->single[SECTION_PATHS], e, "it is cut short");
    }
    if (!allocate(s, paths, levels)) {
        return error_set(e, ST_NO_MEMORY, "no memory to open %s", s->name);
    }
    size_t records_length = paths * sizeof(struct path_record);
    const void *start = section.bytes;
    const struct path_record *records = start;
    for (uint32_t path = 0; path < paths; path++) {
        TRY(read_path(s, path, &records[path], section.bytes + records_length,
                      section.length - records_length, e));
    }
    TRY(place_sections(s, e));
    TRY(size_levels(s, e));
    collect_children(s);
    return ST_OK;
}

// --- questions -----------------------------------------------------------------------------------

status segment_tables(struct segment *s, const struct segment_table **out, size_t *count,
                      struct error *e)
{
    (void)e;
    *out = s->tables;
    *count = s->tables_count;
    return ST_OK;
}

status segment_paths(struct segment *s, const struct segment_path **out, size_t *count,
                     struct error *e)
{
    (void)e;
    *out = s->paths;
    *count = s->paths_count;
    return ST_OK;
}

void segment_path_name(const struct segment_path *paths, uint32_t path, struct buffer *out)
{
    uint32_t steps[DEPTH_MOST];
    size_t count = 0;
    for (; path != NO_PATH && count < ARRAY_LENGTH(steps); path = paths[path].parent) {
        if (paths[path].name.length > 0) {
            steps[count++] = path;
        }
    }
    for (size_t i = count; i > 0; i--) {
        buffer_append_view(out, paths[steps[i - 1]].name);
        if (i > 1) {
            buffer_append_byte(out, '.');
        }
    }
}

status segment_check_leaf(const struct segment *s, uint32_t path, struct error *e)
{
    if (path >= s->paths_count || s->paths[path].kind != PATH_LEAF) {
        return error_set(e, ST_INVALID, "path %lu of %s holds no values", (unsigned long)path,
                         s->name);
    }
    return ST_OK;
}

uint32_t segment_level_size(struct segment *s, uint32_t level)
{
    return level < s->levels_count ? s->levels[level].size : 0;
}

uint32_t segment_level_parent(struct segment *s, uint32_t level)
{
    return level < s->levels_count ? s->levels[level].parent : 0;
}

status segment_offsets(struct segment *s, uint32_t level, const uint32_t **out, struct error *e)
{
    struct section section;
    if (level == 0 || level >= s->levels_count) {
        return error_set(e, ST_INVALID, "%s has no lists at level %lu", s->name,
                         (unsigned long)level);
    }
    TRY(segment_section(s, s->levels[level].section, &section, e));
    const void *start = section.bytes;
    *out = start;
    return ST_OK;
}

// --- from elements to rows -----------------------------------------------------------------------

// The parent element that holds `element`, at or behind `from`.
static uint32_t find_parent(const uint32_t *offsets, uint32_t from, uint32_t parents,
                            uint32_t element)
{
    uint32_t low = from;
    uint32_t step = 1;
    uint32_t high = from + 1;
    while (high < parents && offsets[high] <= element) {
        low = high;
        step *= 2;
        high = step < parents - high ? high + step : parents;
    }
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (offsets[middle] <= element) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

// From one element to the next, over many parents at a time.
static void lift_few(const uint32_t *offsets, uint32_t parents, const struct bitset *elements,
                     struct bitset *out)
{
    uint32_t parent = 0;
    size_t element = bitset_next(elements, 0);
    while (element < elements->bit_count) {
        parent = find_parent(offsets, parent, parents, (uint32_t)element);
        bitset_set(out, parent);
        element = bitset_next(elements, offsets[parent + 1]);
    }
}

// Whether the set has one of [first, end), of which there are at most 64.
static bool has_some(const struct bitset *elements, uint32_t first, uint32_t end)
{
    size_t last = (end - 1) / 64;
    unsigned shift = first % 64;
    uint64_t low = elements->words[first / 64] >> shift;
    uint64_t high = elements->words[last] << 1 << (63 - shift);
    uint64_t bits = first / 64 == last ? low : low | high;
    return (bits & UINT64_MAX >> (64 - (end - first))) != 0;
}

// From one parent to the next, a word of them at a time.
static void lift_many(const uint32_t *offsets, uint32_t parents, const struct bitset *elements,
                      struct bitset *out)
{
    for (uint32_t start = 0; start < parents; start += 64) {
        uint32_t behind = MIN(start + 64, parents);
        uint64_t word = 0;
        for (uint32_t parent = start; parent < behind; parent++) {
            uint32_t first = offsets[parent];
            uint32_t end = offsets[parent + 1];
            bool some = end - first > 64 ? bitset_next(elements, first) < end
                                         : first < end && has_some(elements, first, end);
            word |= (uint64_t)some << (parent - start);
        }
        out->words[start / 64] |= word;
    }
}

#define FEW_A_PARENT 16u // elements are few when there is not one for so many parents

static void lift_once(const uint32_t *offsets, uint32_t parents, const struct bitset *elements,
                      struct bitset *out)
{
    if (bitset_count(elements) < parents / FEW_A_PARENT) {
        lift_few(offsets, parents, elements, out);
    } else {
        lift_many(offsets, parents, elements, out);
    }
}

status segment_lift(struct segment *s, uint32_t level, const struct bitset *elements,
                    struct bitset *rows, struct error *e)
{
    if (level >= s->levels_count || elements->bit_count != s->levels[level].size ||
        rows->bit_count != s->rows) {
        return error_set(e, ST_INVALID, "a set of elements does not fit level %lu of %s",
                         (unsigned long)level, s->name);
    }
    bitset_clear_range(rows, 0, rows->bit_count);
    if (level == 0) {
        bitset_copy(rows, elements);
        return ST_OK;
    }
    struct bitset between[2] = {{0}, {0}};
    const struct bitset *from = elements;
    status result = ST_OK;
    for (unsigned turn = 0; level != 0 && result == ST_OK; turn ^= 1) {
        uint32_t parent = s->levels[level].parent;
        uint32_t parents = s->levels[parent].size;
        const uint32_t *offsets = NULL;
        struct bitset *to = rows;
        result = segment_offsets(s, level, &offsets, e);
        if (result == ST_OK && parent != 0) {
            to = &between[turn];
            bitset_release(to);
            result = bitset_init(to, parents, e);
        }
        if (result == ST_OK) {
            lift_once(offsets, parents, from, to);
        }
        from = to;
        level = parent;
    }
    bitset_release(&between[0]);
    bitset_release(&between[1]);
    return result;
}
