// SPDX-License-Identifier: Apache-2.0
// Counting passes over columns. A field that is one plain column in a segment is counted by
// ordinal; one in lists, or of several paths, record by record. Must not know: queries, order of
// hits.
#include "query/facet.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK        ((size_t)1024) // rows looked at in one go; a multiple of 64
#define ROWS_A_CHECK ((size_t)65536)
#define DENSE_ROWS   (CHUNK / 8) // of a chunk: from here on it is unpacked whole

struct counter {
    const struct extent *extent;
    const struct field_paths *paths;
    const struct field_values *values;
    const struct cancellation *cancellation;
    struct value_counts *out;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to count a field");
}

static status bad_ordinal(struct error *e)
{
    return error_set(e, ST_CORRUPT, "a column holds an ordinal beyond its dictionary");
}

// --- one plain column ------------------------------------------------------------------------

struct cell_counter {
    struct column column;
    uint32_t most;    // greatest ordinal there may be
    uint32_t *counts; // by ordinal; one more for what is out of bounds
};

// Out-of-bounds cells are counted in the last place, so that the pass needs no branch.
static void count_cell(struct cell_counter *c, uint32_t ordinal)
{
    c->counts[MIN(ordinal, c->most + 1)]++;
}

static void count_word(struct cell_counter *c, uint64_t word, const uint32_t *cells)
{
    if (word == UINT64_MAX) {
        for (size_t i = 0; i < 64; i++) {
            count_cell(c, cells[i]);
        }
        return;
    }
    for (; word != 0; word &= word - 1) {
        count_cell(c, cells[__builtin_ctzll(word)]);
    }
}

static void count_chunk(struct cell_counter *c, const struct bitset *rows, size_t first,
                        size_t count)
{
    size_t members = bitset_count_range(rows, first, first + count);
    const uint64_t *words = rows->words + first / 64;
    size_t word_count = (count + 63) / 64;
    if (members == 0) {
        return;
    }
    if (members >= DENSE_ROWS) {
        uint32_t cells[CHUNK];
        column_unpack(&c->column, first, count, cells);
        for (size_t i = 0; i < word_count; i++) {
            count_word(c, words[i], cells + 64 * i);
        }
        return;
    }
    for (size_t i = 0; i < word_count; i++) {
        for (uint64_t word = words[i]; word != 0; word &= word - 1) {
            size_t row = first + 64 * i + (size_t)__builtin_ctzll(word);
            count_cell(c, column_get(&c->column, row));
        }
    }
}

static void add_translated(struct counter *c, const struct field_translation *t,
                           const uint32_t *counts)
{
    for (uint32_t i = t->missing + 1; i <= t->count; i++) {
        if (counts[i] > 0) {
            uint32_t value = field_translate(t, i);
            c->out->by_value[value] += counts[i];
            c->out->by_group[field_values_group(c->values, value)] += counts[i];
        }
    }
}

static status count_cells(struct counter *c, size_t path, const struct bitset *rows,
                          uint64_t row_count, struct error *e)
{
    const struct field_path *p = &c->paths->paths[path];
    const struct field_translation *t = &c->values->translations[path];
    struct cell_counter cells = {.most = t->count};
    TRY(segment_column(p->segment, p->path, &cells.column, e));
    cells.counts = calloc((size_t)t->count + 2, sizeof *cells.counts);
    if (cells.counts == NULL) {
        return no_memory(e);
    }
    status result = ST_OK;
    // Outside its window the column has no cells, so nothing is counted there.
    size_t end = (size_t)MIN(cells.column.first + cells.column.count, (uint64_t)rows->bit_count);
    for (size_t first = (size_t)cells.column.first / CHUNK * CHUNK; first < end && result == ST_OK;
         first += CHUNK) {
        if (first % ROWS_A_CHECK == 0) {
            result = cancellation_check(c->cancellation, e);
        }
        count_chunk(&cells, rows, first, MIN(CHUNK, rows->bit_count - first));
    }
    if (result == ST_OK && cells.counts[t->count + 1] > 0) {
        result = bad_ordinal(e);
    }
    if (result == ST_OK) {
        add_translated(c, t, cells.counts);
        uint64_t filled = 0;
        for (uint32_t i = t->missing + 1; i <= t->count; i++) {
            filled += cells.counts[i];
        }
        c->out->missing += row_count - filled;
    }
    free(cells.counts);
    return result;
}

// --- record by record ------------------------------------------------------------------------

// One path of the field in the part, with the offsets that lead from rows to its elements.
struct list_path {
    struct column column;
    const struct field_translation *translation;
    const uint32_t *offsets[64]; // outermost first
    size_t depth;
};

struct record_counter {
    struct list_path *paths;
    size_t path_count;
    uint32_t *values; // of the record at hand
    size_t count;
    size_t capacity;
};

static status open_list_path(struct counter *c, size_t path, struct list_path *out, struct error *e)
{
    const struct field_path *p = &c->paths->paths[path];
    *out = (struct list_path){.translation = &c->values->translations[path]};
    TRY(segment_column(p->segment, p->path, &out->column, e));
    for (uint32_t level = p->level; level != 0; level = segment_level_parent(p->segment, level)) {
        if (out->depth == ARRAY_LENGTH(out->offsets)) {
            return error_set(e, ST_CORRUPT, "lists are nested deeper than records may be");
        }
        memmove(out->offsets + 1, out->offsets, out->depth * sizeof *out->offsets);
        TRY(segment_offsets(p->segment, level, &out->offsets[0], e));
        out->depth++;
    }
    return ST_OK;
}

static status take_values(struct record_counter *r, const struct list_path *path, uint32_t row,
                          struct error *e)
{
    uint32_t first = row;
    uint32_t end = row + 1;
    for (size_t i = 0; i < path->depth; i++) {
        first = path->offsets[i][first];
        end = path->offsets[i][end];
    }
    for (uint32_t i = first; i < end; i++) {
        uint32_t ordinal = column_get(&path->column, i);
        if (ordinal > path->translation->count) {
            return bad_ordinal(e);
        }
        uint32_t value = field_translate(path->translation, ordinal);
        if (value == 0) {
            continue;
        }
        if (!ARRAY_RESERVE(r->values, r->capacity, r->count, (size_t)1 << 28)) {
            return no_memory(e);
        }
        r->values[r->count++] = value;
    }
    return ST_OK;
}

static int compare_values(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

// Counts the record's values, each once, and their groups, each once.
static void count_record(struct counter *c, struct record_counter *r)
{
    if (r->count == 0) {
        c->out->missing++;
        return;
    }
    if (r->count > 1) {
        qsort(r->values, r->count, sizeof *r->values, compare_values);
    }
    uint32_t last_value = 0;
    uint32_t last_group = 0;
    for (size_t i = 0; i < r->count; i++) {
        uint32_t value = r->values[i];
        if (value == last_value) {
            continue;
        }
        uint32_t group = field_values_group(c->values, value);
        c->out->by_value[value]++;
        c->out->by_group[group] += group != last_group;
        last_value = value;
        last_group = group;
    }
}

static status count_rows(struct counter *c, struct record_counter *r, const struct bitset *rows,
                         struct error *e)
{
    size_t seen = 0;
    for (size_t row = bitset_next(rows, 0); row < rows->bit_count;
         row = bitset_next(rows, row + 1)) {
        if (seen++ % ROWS_A_CHECK == 0) {
            TRY(cancellation_check(c->cancellation, e));
        }
        r->count = 0;
        for (size_t i = 0; i < r->path_count; i++) {
            TRY(take_values(r, &r->paths[i], (uint32_t)row, e));
        }
        count_record(c, r);
    }
    return ST_OK;
}

static status count_records(struct counter *c, size_t first_path, size_t path_count,
                            const struct bitset *rows, struct error *e)
{
    struct record_counter r = {.path_count = path_count};
    r.paths = calloc(path_count, sizeof *r.paths);
    if (r.paths == NULL) {
        return no_memory(e);
    }
    status result = ST_OK;
    for (size_t i = 0; result == ST_OK && i < path_count; i++) {
        result = open_list_path(c, first_path + i, &r.paths[i], e);
    }
    if (result == ST_OK) {
        result = count_rows(c, &r, rows, e);
    }
    free(r.values);
    free(r.paths);
    return result;
}

// --- all parts -------------------------------------------------------------------------------

static status count_part(struct counter *c, size_t part, size_t *path, const struct row_sets *rows,
                         struct error *e)
{
    size_t first = *path;
    while (*path < c->paths->count && c->paths->paths[*path].part == part) {
        (*path)++;
    }
    size_t count = *path - first;
    if (count == 0) {
        c->out->missing += rows->counts[part];
        return ST_OK;
    }
    if (rows->counts[part] == 0) {
        return ST_OK;
    }
    if (count == 1 && c->paths->paths[first].level == 0) {
        return count_cells(c, first, rows->sets[part], rows->counts[part], e);
    }
    return count_records(c, first, count, rows->sets[part], e);
}

status value_counts_make(const struct extent *x, const struct field_paths *paths,
                         const struct row_sets *rows, struct arena *holder,
                         const struct cancellation *cancellation, struct value_counts *out,
                         struct error *e)
{
    struct value_counts counts = {0};
    struct counter c = {.extent = x, .paths = paths, .cancellation = cancellation, .out = &counts};
    TRY(field_values_get(paths, holder, &c.values, e));
    counts.values = c.values;
    counts.by_value = calloc((size_t)c.values->count + 1, sizeof *counts.by_value);
    counts.by_group = calloc((size_t)c.values->group_count + 1, sizeof *counts.by_group);
    status result = counts.by_value != NULL && counts.by_group != NULL ? ST_OK : no_memory(e);
    size_t path = 0;
    for (size_t part = 0; result == ST_OK && part < x->count; part++) {
        result = count_part(&c, part, &path, rows, e);
    }
    if (result != ST_OK) {
        value_counts_release(&counts);
        return result;
    }
    *out = counts;
    return ST_OK;
}

void value_counts_release(struct value_counts *c)
{
    free(c->by_value);
    free(c->by_group);
    *c = (struct value_counts){0};
}

// --- the commonest ---------------------------------------------------------------------------

struct ranked {
    uint32_t group;
    uint32_t count;
};

// Whether a comes after b in the answer: less often, or as often and later in the order of values.
static bool ranks_lower(struct ranked a, struct ranked b)
{
    return a.count != b.count ? a.count < b.count : a.group > b.group;
}

// A heap with the lowest ranked in front.
static void sift_down(struct ranked *heap, size_t count, size_t at)
{
    for (;;) {
        size_t lowest = at;
        for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < count; child++) {
            lowest = ranks_lower(heap[child], heap[lowest]) ? child : lowest;
        }
        if (lowest == at) {
            return;
        }
        struct ranked moved = heap[at];
        heap[at] = heap[lowest];
        heap[lowest] = moved;
        at = lowest;
    }
}

static void offer(struct ranked *heap, size_t *count, size_t limit, struct ranked item)
{
    if (*count < limit) {
        heap[(*count)++] = item;
        for (size_t i = *count; *count == limit && i > 0; i--) {
            sift_down(heap, *count, i - 1);
        }
    } else if (limit > 0 && ranks_lower(heap[0], item)) {
        heap[0] = item;
        sift_down(heap, *count, 0);
    }
}

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a;
    const struct ranked *y = b;
    if (x->group == y->group) {
        return 0;
    }
    return ranks_lower(*x, *y) ? 1 : -1;
}

struct spelling {
    string_view text;
    uint64_t count;
};

// Adds to the best spelling so far; truths may have one spelling twice, as a word and as a token.
static void weigh_spelling(struct spelling *list, size_t *used, size_t most, string_view text,
                           uint64_t count)
{
    for (size_t i = 0; i < *used; i++) {
        if (sv_equal(list[i].text, text)) {
            list[i].count += count;
            return;
        }
    }
    if (*used < most) {
        list[(*used)++] = (struct spelling){text, count};
    }
}

// The commonest spelling of a group, ties by bytes. Few groups have more than one.
static status best_spelling(const struct value_counts *c, const struct field_paths *paths,
                            uint32_t group, struct arena *arena, string_view *out, struct error *e)
{
    struct spelling list[64];
    size_t used = 0;
    struct buffer scratch;
    buffer_init(&scratch, (size_t)64 << 20);
    status result = ST_OK;
    const struct field_values *v = c->values;
    for (uint32_t value = field_values_group_start(v, group);
         value <= v->count && field_values_group(v, value) == group && result == ST_OK; value++) {
        string_view text;
        if (c->by_value[value] == 0) {
            continue;
        }
        result = field_values_text(v, paths, value, &scratch, &text, e);
        if (result == ST_OK) {
            text = arena_copy(arena, text);
            result = text.bytes == NULL ? no_memory(e) : ST_OK;
            weigh_spelling(list, &used, ARRAY_LENGTH(list), text, c->by_value[value]);
        }
    }
    buffer_release(&scratch);
    TRY(result);
    size_t best = 0;
    for (size_t i = 1; i < used; i++) {
        bool more = list[i].count > list[best].count;
        bool tie = list[i].count == list[best].count;
        best = more || (tie && sv_compare(list[i].text, list[best].text) < 0) ? i : best;
    }
    *out = used > 0 ? list[best].text : SV("");
    return ST_OK;
}

status value_counts_top(const struct value_counts *c, const struct field_paths *paths,
                        const struct bitset *wanted, size_t limit, struct arena *arena,
                        struct search_facet *out, struct error *e)
{
    struct search_facet facet = {.field = paths->name, .missing = c->missing};
    size_t most = MIN(limit, (size_t)c->values->group_count);
    struct ranked *heap = arena_array(arena, struct ranked, most + 1);
    struct search_facet_value *values = arena_array(arena, struct search_facet_value, most + 1);
    if (heap == NULL || values == NULL) {
        return no_memory(e);
    }
    uint64_t sum = 0;
    for (uint32_t group = 1; group <= c->values->group_count; group++) {
        if (c->by_group[group] > 0 && (wanted == NULL || bitset_test(wanted, group))) {
            sum += c->by_group[group];
            facet.distinct++;
            offer(heap, &facet.value_count, most, (struct ranked){group, c->by_group[group]});
        }
    }
    qsort(heap, facet.value_count, sizeof *heap, compare_ranked);
    for (size_t i = 0; i < facet.value_count; i++) {
        values[i].count = heap[i].count;
        sum -= heap[i].count;
        TRY(best_spelling(c, paths, heap[i].group, arena, &values[i].value, e));
    }
    facet.values = values;
    facet.other = sum;
    *out = facet;
    return ST_OK;
}
