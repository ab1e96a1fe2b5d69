// SPDX-License-Identifier: Apache-2.0
// Counts of the first field's values tell which values' rows are asked; runs of rows that are few
// are put in order by comparing, a value with many rows is looked into by the next field. Of a
// field that is a plain column everywhere, the counts may be kept ones, and a run of ranks is a
// range of ordinals in each part. Must not know: queries.
#include "query/sort_order.h"

#include <stdlib.h>
#include <string.h>

// Rows that are put in order by comparing them.
#define COMPARED_ROWS ((uint64_t)4096)
#define ROWS_A_CHECK  ((size_t)65536)
#define MOST_LISTS    64

// How one path of a sort field is read.
struct sort_path {
    size_t part;
    struct column column;
    const uint32_t *offsets[MOST_LISTS]; // outermost first
    size_t depth;
    const struct field_values *values;
    const struct field_translation *translation;
    uint32_t flip;   // places are taken from it, descending; 0: they are ranks
    uint32_t *ranks; // of tables: by range
};

struct sort_key {
    struct sort_path *paths; // by part
    size_t path_count;
    size_t *first_path; // by part, and one more
    uint32_t most;      // ranks are 1 .. most; most + 1 is missing
    bool is_table;
    bool is_plain; // a field of at most one path in a part, which is in no list
    bool descending;
    struct field_paths fields; // unless it is the table
};

struct sort_order {
    const struct extent *extent;
    const struct cancellation *cancellation;
    struct sort_key *keys;
    size_t count;
    enum key_order rest;
    struct arena *arena;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to put rows in order");
}

// --- making ready ----------------------------------------------------------------------------

static status open_path(const struct field_path *p, const struct field_values *v, size_t number,
                        bool descending, struct sort_path *out, struct error *e)
{
    const struct field_translation *t = &v->translations[number];
    *out = (struct sort_path){.part = p->part,
                              .values = v,
                              .translation = t,
                              .flip = descending ? v->place_count + 1 : 0};
    TRY(segment_column(p->segment, p->path, &out->column, e));
    for (uint32_t level = p->level; level != 0; level = segment_level_parent(p->segment, level)) {
        if (out->depth == MOST_LISTS) {
            return error_set(e, ST_CORRUPT, "lists are nested deeper than records may be");
        }
        memmove(out->offsets + 1, out->offsets, out->depth * sizeof *out->offsets);
        TRY(segment_offsets(p->segment, level, &out->offsets[0], e));
        out->depth++;
    }
    return ST_OK;
}

// Ranks are 1 .. in the order asked; 0: no value.
static inline uint32_t value_rank(const struct sort_path *p, uint32_t value)
{
    uint32_t place = field_values_place(p->values, value);
    return p->flip == 0 ? place : p->flip - place;
}

static inline uint32_t ordinal_rank(const struct sort_path *p, uint32_t ordinal)
{
    uint32_t value = field_translate(p->translation, ordinal);
    return value == 0 ? 0 : value_rank(p, value);
}

static status open_field(struct sort_order *s, const struct search_sort *sort, struct sort_key *key,
                         struct error *e)
{
    const struct field_values *values = NULL;
    TRY(field_paths_find_leaf(s->extent, sort->field, s->arena, &key->fields, e));
    const struct field_paths paths = key->fields;
    TRY(field_values_get(&paths, s->arena, &values, e));
    key->paths = arena_array(s->arena, struct sort_path, paths.count + 1);
    key->first_path = arena_array(s->arena, size_t, s->extent->count + 1);
    if (key->paths == NULL || key->first_path == NULL) {
        return no_memory(e);
    }
    key->most = values->place_count;
    key->is_plain = true;
    size_t at = 0;
    for (size_t part = 0; part < s->extent->count; part++) {
        key->first_path[part] = at;
        for (; at < paths.count && paths.paths[at].part == part; at++) {
            TRY(open_path(&paths.paths[at], values, at, sort->descending, &key->paths[at], e));
            key->is_plain = key->is_plain && paths.paths[at].level == 0;
        }
        key->is_plain = key->is_plain && at - key->first_path[part] <= 1;
    }
    key->first_path[s->extent->count] = at;
    key->path_count = at;
    return ST_OK;
}

static int compare_uuids(const void *a, const void *b)
{
    return uuid_compare(a, b);
}

// Tables as a key: their rank among the extent's tables, kept by part and range in `ranks`.
static status open_table(struct sort_order *s, struct sort_key *key, struct error *e)
{
    const struct extent *x = s->extent;
    size_t ranges = 0;
    for (size_t i = 0; i < x->count; i++) {
        ranges += x->parts[i].range_count;
    }
    struct uuid *tables = arena_array(s->arena, struct uuid, ranges + 1);
    key->paths = arena_array(s->arena, struct sort_path, x->count + 1);
    if (tables == NULL || key->paths == NULL) {
        return no_memory(e);
    }
    size_t count = 0;
    for (size_t i = 0; i < x->count; i++) {
        for (size_t k = 0; k < x->parts[i].range_count; k++) {
            tables[count++] = x->parts[i].ranges[k].table;
        }
    }
    qsort(tables, count, sizeof *tables, compare_uuids);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || uuid_compare(&tables[kept - 1], &tables[i]) != 0) {
            tables[kept++] = tables[i];
        }
    }
    for (size_t i = 0; i < x->count; i++) {
        const struct extent_part *part = &x->parts[i];
        key->paths[i].ranks = arena_array(s->arena, uint32_t, part->range_count + 1);
        if (key->paths[i].ranks == NULL) {
            return no_memory(e);
        }
        for (size_t k = 0; k < part->range_count; k++) {
            const struct uuid *found =
                bsearch(&part->ranges[k].table, tables, kept, sizeof *tables, compare_uuids);
            uint32_t rank = (uint32_t)(found - tables) + 1;
            key->paths[i].ranks[k] = key->descending ? (uint32_t)kept + 1 - rank : rank;
        }
    }
    key->most = (uint32_t)kept;
    key->is_table = true;
    return ST_OK;
}

status sort_order_create(const struct extent *x, const struct search_sort *sorts, size_t count,
                         struct arena *arena, const struct cancellation *cancellation,
                         struct sort_order **out, struct error *e)
{
    struct sort_order *s = arena_new(arena, struct sort_order);
    if (s == NULL) {
        return no_memory(e);
    }
    *s = (struct sort_order){.extent = x, .cancellation = cancellation, .arena = arena};
    s->keys = arena_array(arena, struct sort_key, count + 1);
    if (s->keys == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        bool is_key = sv_equal(sorts[i].field, SV("_key"));
        if (is_key) {
            bool by_table = s->count > 0 && s->keys[s->count - 1].is_table;
            s->rest = sorts[i].descending ? ORDER_KEY_DESCENDING
                      : by_table          ? ORDER_TABLE_KEY
                                          : ORDER_KEY_TABLE;
            break;
        }
        struct sort_key *key = &s->keys[s->count++];
        key->descending = sorts[i].descending;
        if (sv_equal(sorts[i].field, SV("_table"))) {
            TRY(open_table(s, key, e));
        } else {
            TRY(open_field(s, &sorts[i], key, e));
        }
    }
    if (s->count == 1 && s->keys[0].is_table && s->rest == ORDER_TABLE_KEY) {
        s->rest = s->keys[0].descending ? ORDER_TABLE_DESCENDING : ORDER_TABLE_KEY;
        s->count = 0;
    }
    *out = s;
    return ST_OK;
}

// --- the rank of a row -----------------------------------------------------------------------

static status path_rank(const struct sort_path *p, uint32_t row, uint32_t *best, struct error *e)
{
    uint32_t first = row;
    uint32_t end = row + 1;
    for (size_t i = 0; i < p->depth; i++) {
        first = p->offsets[i][first];
        end = p->offsets[i][end];
    }
    for (uint32_t i = first; i < end; i++) {
        uint32_t ordinal = column_get(&p->column, i);
        if (ordinal > p->translation->count) {
            return error_set(e, ST_CORRUPT, "a column holds an ordinal beyond its dictionary");
        }
        uint32_t rank = ordinal_rank(p, ordinal);
        *best = rank != 0 ? MIN(*best, rank) : *best;
    }
    return ST_OK;
}

// Ranks already run in the order asked, so the least of a list's is the one that counts both ways.
static status rank_of(const struct sort_order *s, const struct sort_key *key, size_t part,
                      uint32_t row, uint32_t *rank, struct error *e)
{
    *rank = key->most + 1;
    if (key->is_table) {
        const struct extent_part *p = &s->extent->parts[part];
        const struct extent_range *range = extent_range_of(p, row);
        *rank = range == NULL ? *rank : key->paths[part].ranks[range - p->ranges];
        return ST_OK;
    }
    for (size_t i = key->first_path[part]; i < key->first_path[part + 1]; i++) {
        TRY(path_rank(&key->paths[i], row, rank, e));
    }
    return ST_OK;
}

// Rows of one part in blocks, with their ranks under one key.
#define BLOCK 512u

struct ranked_rows {
    size_t part;
    size_t count;
    uint32_t rows[BLOCK];
    uint32_t ranks[BLOCK];
};

// Ranks of a block of rows in one plain column; missing is the rank behind all others.
static status plain_ranks(const struct sort_path *p, uint32_t missing, struct ranked_rows *block,
                          struct error *e)
{
    uint32_t greatest = 0;
    uint32_t first = block->rows[0];
    if (block->rows[block->count - 1] - first == block->count - 1) {
        column_unpack(&p->column, first, block->count, block->ranks);
    } else {
        for (size_t i = 0; i < block->count; i++) {
            block->ranks[i] = column_get(&p->column, block->rows[i]);
        }
    }
    for (size_t i = 0; i < block->count; i++) {
        greatest = MAX(greatest, block->ranks[i]);
    }
    if (greatest > p->translation->count) {
        return error_set(e, ST_CORRUPT, "a column holds an ordinal beyond its dictionary");
    }
    for (size_t i = 0; i < block->count; i++) {
        uint32_t rank = ordinal_rank(p, block->ranks[i]);
        block->ranks[i] = rank == 0 ? missing : rank;
    }
    return ST_OK;
}

static status block_ranks(const struct sort_order *s, const struct sort_key *key,
                          struct ranked_rows *block, struct error *e)
{
    if (!key->is_table) {
        size_t first = key->first_path[block->part];
        size_t paths = key->first_path[block->part + 1] - first;
        if (paths == 1 && key->paths[first].depth == 0) {
            return plain_ranks(&key->paths[first], key->most + 1, block, e);
        }
    }
    for (size_t i = 0; i < block->count; i++) {
        TRY(rank_of(s, key, block->part, block->rows[i], &block->ranks[i], e));
    }
    return ST_OK;
}

typedef status rank_visit(void *argument, const struct ranked_rows *block, struct error *e);

// Calls for all rows of the sets.
static status visit_ranks(const struct sort_order *s, const struct sort_key *key,
                          const struct bitset *const *sets, rank_visit *visit, void *argument,
                          struct error *e)
{
    struct ranked_rows block;
    for (size_t part = 0; part < s->extent->count; part++) {
        size_t seen = 0;
        block.part = part;
        for (size_t at = 0; !bitset_is_nothing(sets[part]) &&
                            (block.count = bitset_list(sets[part], at, block.rows, BLOCK)) > 0;
             at = block.rows[block.count - 1] + 1) {
            if (seen % ROWS_A_CHECK == 0) {
                TRY(cancellation_check(s->cancellation, e));
            }
            seen += BLOCK;
            TRY(block_ranks(s, key, &block, e));
            TRY(visit(argument, &block, e));
        }
    }
    return ST_OK;
}

// --- sets of rows by rank --------------------------------------------------------------------

// A set of rows for each part; views of them.
struct part_sets {
    struct bitset *sets; // owned
    const struct bitset **views;
    uint64_t *counts;
    size_t count;
};

static void part_sets_release(struct part_sets *p)
{
    for (size_t i = 0; p->sets != NULL && i < p->count; i++) {
        bitset_release(&p->sets[i]);
    }
    free(p->sets);
    free((void *)p->views);
    free(p->counts);
}

static status part_sets_init(struct part_sets *p, const struct bitset *const *like, size_t count,
                             struct error *e)
{
    *p = (struct part_sets){.count = count};
    p->sets = calloc(count + 1, sizeof *p->sets);
    p->views = (const struct bitset **)calloc(count + 1, sizeof *p->views);
    p->counts = calloc(count + 1, sizeof *p->counts);
    if (p->sets == NULL || p->views == NULL || p->counts == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        TRY(bitset_init(&p->sets[i], like[i]->bit_count, e));
        p->views[i] = &p->sets[i];
    }
    return ST_OK;
}

// The first ordinal with a value whose rank is not before `rank`: ranks rise with ordinals, or
// fall with them.
static uint32_t first_ordinal(const struct sort_path *p, uint32_t rank)
{
    uint32_t low = p->translation->missing + 1;
    uint32_t high = p->translation->count + 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        uint32_t found = ordinal_rank(p, middle);
        if (p->flip == 0 ? found < rank : found > rank) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static status add_plain_rows(const struct sort_order *s, const struct sort_key *key, size_t part,
                             uint32_t low, uint32_t high, struct bitset *rows, struct error *e)
{
    size_t number = key->first_path[part];
    if (number == key->first_path[part + 1]) {
        return ST_OK;
    }
    const struct sort_path *p = &key->paths[number];
    uint32_t first = first_ordinal(p, p->flip == 0 ? low : high);
    uint32_t end = p->flip == 0 ? first_ordinal(p, high + 1)
                   : low == 1   ? p->translation->count + 1
                                : first_ordinal(p, low - 1);
    const struct field_path *path = &key->fields.paths[number];
    return first < end ? segment_elements_with(s->extent->parts[part].segment, path->path, first,
                                               end - 1, rows, e)
                       : ST_OK;
}

// Of the sets the rows with ranks [low, high] of a plain key.
static status plain_rows(const struct sort_order *s, const struct sort_key *key,
                         const struct bitset *const *sets, uint32_t low, uint32_t high,
                         struct part_sets *out, struct error *e)
{
    for (size_t part = 0; part < s->extent->count; part++) {
        struct bitset *rows = &out->sets[part];
        TRY(cancellation_check(s->cancellation, e));
        if (high > key->most) { // the missing are those that have no other rank
            TRY(low == 1 ? ST_OK : add_plain_rows(s, key, part, 1, low - 1, rows, e));
            bitset_not(rows);
        } else {
            TRY(add_plain_rows(s, key, part, low, high, rows, e));
        }
        bitset_and(rows, sets[part]);
        out->counts[part] = bitset_count(rows);
    }
    return ST_OK;
}

struct filter {
    struct part_sets *out;
    uint32_t low;
    uint32_t high;
};

static status keep_ranks(void *argument, const struct ranked_rows *block, struct error *e)
{
    (void)e;
    struct filter *f = argument;
    for (size_t i = 0; i < block->count; i++) {
        if (block->ranks[i] >= f->low && block->ranks[i] <= f->high) {
            bitset_set(&f->out->sets[block->part], block->rows[i]);
            f->out->counts[block->part]++;
        }
    }
    return ST_OK;
}

// Of the sets the rows with ranks [low, high] of a key; to be released also when this fails.
static status rows_of_ranks(const struct sort_order *s, const struct sort_key *key,
                            const struct bitset *const *sets, uint32_t low, uint32_t high,
                            struct part_sets *out, struct error *e)
{
    TRY(part_sets_init(out, sets, s->extent->count, e));
    if (key->is_plain) {
        return plain_rows(s, key, sets, low, high, out, e);
    }
    struct filter f = {out, low, high};
    return visit_ranks(s, key, sets, keep_ranks, &f, e);
}

// --- few rows: compared ----------------------------------------------------------------------

struct candidate {
    struct ordered_row row;
    const uint32_t *ranks; // by key, from the first that still counts
    string_view key;       // in the arena
    const struct uuid *table;
};

struct candidates {
    const struct sort_order *order;
    struct arena arena;
    struct candidate *items; // room for COMPARED_ROWS
    size_t count;
    size_t first_key;
};

static status take_candidate(struct candidates *c, size_t part, uint32_t row, uint32_t rank,
                             struct error *e)
{
    if (c->count == COMPARED_ROWS) {
        return error_set(e, ST_INTERNAL, "more rows of a value than were counted");
    }
    const struct sort_order *s = c->order;
    size_t keys = s->count - c->first_key;
    uint32_t *ranks = arena_array(&c->arena, uint32_t, keys);
    if (ranks == NULL) {
        return no_memory(e);
    }
    ranks[0] = rank;
    for (size_t i = 1; i < keys; i++) {
        TRY(rank_of(s, &s->keys[c->first_key + i], part, row, &ranks[i], e));
    }
    c->items[c->count++] = (struct candidate){.row = {part, row}, .ranks = ranks};
    return ST_OK;
}

static status take_candidates(void *argument, const struct ranked_rows *block, struct error *e)
{
    struct candidates *c = argument;
    for (size_t i = 0; i < block->count; i++) {
        TRY(take_candidate(c, block->part, block->rows[i], block->ranks[i], e));
    }
    return ST_OK;
}

static status load_keys(struct candidates *c, struct error *e)
{
    struct buffer scratch;
    buffer_init(&scratch, (size_t)1 << 20);
    status result = ST_OK;
    for (size_t i = 0; i < c->count && result == ST_OK; i++) {
        struct candidate *item = &c->items[i];
        const struct extent_part *part = &c->order->extent->parts[item->row.part];
        const struct extent_range *range = extent_range_of(part, item->row.row);
        string_view key;
        result = segment_key(part->segment, item->row.row, &scratch, &key, e);
        if (result == ST_OK) {
            item->key = arena_copy(&c->arena, key);
            item->table = &range->table;
            result = item->key.bytes == NULL ? no_memory(e) : ST_OK;
        }
    }
    buffer_release(&scratch);
    return result;
}

static int compare_rest(const struct candidate *a, const struct candidate *b, enum key_order order)
{
    int tables = uuid_compare(a->table, b->table);
    int keys = sv_compare(a->key, b->key);
    switch (order) {
    case ORDER_KEY_TABLE:
        return keys != 0 ? keys : tables;
    case ORDER_KEY_DESCENDING:
        return keys != 0 ? -keys : tables;
    case ORDER_TABLE_DESCENDING:
        return tables != 0 ? -tables : keys;
    case ORDER_TABLE_KEY:
        break;
    }
    return tables != 0 ? tables : keys;
}

static int compare_candidates(const void *a, const void *b, void *argument)
{
    const struct candidates *c = argument;
    const struct candidate *x = a;
    const struct candidate *y = b;
    for (size_t i = 0; i < c->order->count - c->first_key; i++) {
        if (x->ranks[i] != y->ranks[i]) {
            return x->ranks[i] < y->ranks[i] ? -1 : 1;
        }
    }
    return compare_rest(x, y, c->order->rest);
}

// --- the selection ---------------------------------------------------------------------------

// What is still to be written: rows in places [first, first + count) from here on.
struct output {
    uint64_t first;
    size_t count;
    struct ordered_row *rows;
    size_t written;
};

// Writes the rows of the sets, which are few, in the order of a key and those that follow.
static status write_few(struct sort_order *s, const struct bitset *const *sets, size_t key,
                        struct output *out, struct error *e)
{
    struct candidates c = {.order = s, .first_key = key};
    arena_init(&c.arena, 0);
    c.items = arena_array(&c.arena, struct candidate, COMPARED_ROWS);
    status result = c.items == NULL ? no_memory(e) : ST_OK;
    if (result == ST_OK) {
        result = visit_ranks(s, &s->keys[key], sets, take_candidates, &c, e);
    }
    if (result == ST_OK) {
        result = load_keys(&c, e);
    }
    if (result == ST_OK) {
        qsort_r(c.items, c.count, sizeof *c.items, compare_candidates, &c);
        for (size_t i = (size_t)out->first; i < c.count && out->written < out->count; i++) {
            out->rows[out->written++] = c.items[i].row;
        }
        out->first -= MIN(out->first, (uint64_t)c.count);
    }
    arena_release(&c.arena);
    return result;
}

static status write_sorted(struct sort_order *s, const struct row_sets *rows, size_t key,
                           struct output *out, struct error *e);

// Writes the rows with ranks [low, high] of a key: few of them, or many with one rank, which the
// keys that follow put in order.
static status write_run(struct sort_order *s, const struct row_sets *rows, size_t key, uint32_t low,
                        uint32_t high, uint64_t total, struct output *out, struct error *e)
{
    struct part_sets run;
    status result = rows_of_ranks(s, &s->keys[key], rows->sets, low, high, &run, e);
    if (result == ST_OK) {
        struct row_sets found = {run.views, run.counts, total};
        result = total <= COMPARED_ROWS ? write_few(s, run.views, key, out, e)
                                        : write_sorted(s, &found, key + 1, out, e);
    }
    part_sets_release(&run);
    return result;
}

static status count_block(void *argument, const struct ranked_rows *block, struct error *e)
{
    (void)e;
    uint32_t *counts = argument;
    for (size_t i = 0; i < block->count; i++) {
        counts[block->ranks[i]]++;
    }
    return ST_OK;
}

// How many rows have each rank: a table made for the purpose, or the counts of the field's values,
// of which then only as many are looked at as stand before the rows asked.
struct rank_counts {
    uint32_t *table; // owned; NULL: see `values`
    struct value_counts values;
    uint32_t flip; // as of the paths
    uint32_t most;
};

static uint32_t count_of_rank(const struct rank_counts *c, uint32_t rank)
{
    if (c->table != NULL) {
        return c->table[rank];
    }
    if (rank > c->most) {
        return (uint32_t)c->values.missing;
    }
    return c->values.by_value[c->flip == 0 ? rank : c->flip - rank];
}

static void rank_counts_release(struct rank_counts *c)
{
    free(c->table);
    value_counts_release(&c->values);
}

static status make_table(struct rank_counts *c, struct error *e)
{
    c->table = calloc((size_t)c->most + 2, sizeof *c->table);
    return c->table == NULL ? no_memory(e) : ST_OK;
}

// To be released also when this fails.
static status count_ranks(const struct sort_order *s, const struct sort_key *key,
                          const struct row_sets *rows, struct rank_counts *out, struct error *e)
{
    *out = (struct rank_counts){.most = key->most};
    if (!key->is_plain || key->path_count == 0) {
        TRY(make_table(out, e));
        return visit_ranks(s, key, rows->sets, count_block, out->table, e);
    }
    const struct sort_path *any = &key->paths[0];
    out->flip = any->flip;
    TRY(value_counts_make(s->extent, &key->fields, rows, s->arena, s->cancellation, &out->values,
                          e));
    if (any->values->places == NULL) {
        return ST_OK; // each value has a rank of its own
    }
    TRY(make_table(out, e));
    for (uint32_t value = 1; value <= any->values->count; value++) {
        out->table[value_rank(any, value)] += out->values.by_value[value];
    }
    out->table[key->most + 1] = (uint32_t)out->values.missing;
    return ST_OK;
}

// Goes through the ranks from the first that is asked, joining those with few rows.
static status write_ranks(struct sort_order *s, const struct row_sets *rows, size_t key,
                          const struct rank_counts *counts, struct output *out, struct error *e)
{
    uint32_t most = s->keys[key].most + 1;
    for (uint32_t rank = 1; rank <= most && out->written < out->count;) {
        uint64_t total = count_of_rank(counts, rank);
        if (total <= out->first) {
            out->first -= total;
            rank++;
            continue;
        }
        uint32_t last = rank;
        uint64_t wanted = out->first + (out->count - out->written);
        while (last < most && total < wanted &&
               total + count_of_rank(counts, last + 1) <= COMPARED_ROWS) {
            total += count_of_rank(counts, ++last);
        }
        TRY(write_run(s, rows, key, rank, last, total, out, e));
        rank = last + 1;
    }
    return ST_OK;
}

static status write_sorted(struct sort_order *s, const struct row_sets *rows, size_t key,
                           struct output *out, struct error *e)
{
    if (key == s->count) {
        size_t written = 0;
        TRY(key_order_select(s->extent, rows->sets, s->rest, out->first, out->count - out->written,
                             out->rows + out->written, &written, e));
        out->written += written;
        out->first = 0;
        return ST_OK;
    }
    if (rows->total <= COMPARED_ROWS) {
        return write_few(s, rows->sets, key, out, e);
    }
    struct rank_counts counts;
    status result = count_ranks(s, &s->keys[key], rows, &counts, e);
    if (result == ST_OK) {
        result = write_ranks(s, rows, key, &counts, out, e);
    }
    rank_counts_release(&counts);
    return result;
}

status sort_order_select(struct sort_order *s, const struct row_sets *rows, uint64_t first,
                         size_t count, struct ordered_row *out, size_t *written, struct error *e)
{
    struct output output = {.first = first, .count = count, .rows = out};
    *written = 0;
    if (first >= rows->total || count == 0) {
        return ST_OK;
    }
    TRY(write_sorted(s, rows, 0, &output, e));
    *written = output.written;
    return ST_OK;
}
