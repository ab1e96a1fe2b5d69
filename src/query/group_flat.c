// SPDX-License-Identifier: Apache-2.0
// Slices of rows, each with counters of its own, added at the end. Where the ordinals of all fields
// fit into a few bits side by side, rows are counted by these, and what they mean is looked up once
// for each combination instead of once a row.
// Must not know: names of buckets, what is asked.
#include "query/group_flat.h"

#include "query/query_pool.h"
#include "query/query_tree.h"

#define KEYS_MOST    ((uint64_t)65536)
#define MARKS_MOST   ((uint64_t)1 << 28) // keys that are marked: 32 MiB
#define SLICES_MOST  ((size_t)16)        // of a part
#define BATCH_SLICES ((size_t)64)        // of several parts, run side by side
#define BATCH_BYTES  ((size_t)16 << 20)  // of counters, beyond which no part joins the batch
#define BLOCK        ((size_t)2048)      // rows; a multiple of 64
#define SLICE_ROWS   ((size_t)1 << 17)
#define LANES        4u // counters a key, so that neighbours with one key need not wait
#define DENSE        (BLOCK / 8)
#define RAW_BITS     14u // of ordinals side by side

// A field in the part at hand: what each ordinal adds to the key.
struct flat_field {
    struct column column;
    uint32_t most;   // greatest ordinal there may be
    uint32_t *parts; // by ordinal, one more for what lies beyond
    uint32_t bits;   // that its ordinals need
    uint32_t shift;  // of them in a raw key
    bool there;
};

struct flat_slice {
    const struct bitset *rows;
    const struct flat_field *fields;
    size_t field_count;
    size_t first;
    size_t end;
    struct bitset *marks; // by key, of all slices; NULL: counted
    uint32_t *counts;     // LANES a key
    size_t counters;      // keys
    bool raw;             // keys are ordinals side by side
    bool beyond;          // a cell named a value beyond its dictionary
};

struct flat_counter {
    const struct summary_subject *subject;
    struct flat_slice slices[BATCH_SLICES]; // of the batch at hand
    size_t slice_count;
    size_t bytes;       // of their counters
    struct arena arena; // of the batch
    size_t key_count;
    uint64_t *counts;    // by key
    struct bitset marks; // by key, where only these are asked
    bool marking;
};

static bool fits(const struct buckets *by, size_t by_count, uint64_t most)
{
    uint64_t keys = 1;
    for (size_t i = 0; i < by_count; i++) {
        const struct field_paths *paths = &by[i].paths;
        for (size_t k = 0; k < paths->count; k++) {
            bool repeated = k > 0 && paths->paths[k].part == paths->paths[k - 1].part;
            if (paths->paths[k].level > 0 || repeated) {
                return false;
            }
        }
        if (__builtin_mul_overflow(keys, (uint64_t)by[i].count + 1, &keys) || keys > most) {
            return false;
        }
    }
    return true;
}

bool group_flat_fits(const struct buckets *by, size_t by_count)
{
    return fits(by, by_count, KEYS_MOST);
}

bool group_flat_marks_fit(const struct buckets *by, size_t by_count)
{
    return fits(by, by_count, MARKS_MOST);
}

// --- one slice -------------------------------------------------------------------------------

static inline uint32_t part_of(const uint32_t *parts, uint32_t most, uint32_t ordinal,
                               uint32_t *beyond)
{
    *beyond |= ordinal > most;
    return parts[MIN(ordinal, most + 1)];
}

// Puts the cells of a field beside those of others; loops over whole blocks, so that many go at
// once.
WIDE_CLONES
static uint32_t add_raw(const uint32_t *restrict cells, uint32_t bits, uint32_t shift,
                        uint32_t *restrict keys)
{
    uint32_t beyond = 0;
    for (size_t k = 0; k < BLOCK; k++) {
        keys[k] += cells[k] << shift;
        beyond |= cells[k] >> bits;
    }
    return beyond;
}

// Keys of a block of rows; false when a cell lies beyond what its field may have.
static bool raw_keys(const struct flat_slice *s, size_t first, size_t count, uint32_t keys[BLOCK])
{
    uint32_t cells[BLOCK] = {0};
    uint32_t beyond = 0;
    for (size_t i = 0; i < s->field_count; i++) {
        const struct flat_field *f = &s->fields[i];
        if (f->there) {
            column_unpack(&f->column, first, count, cells);
            beyond |= add_raw(cells, f->bits, f->shift, keys);
        }
    }
    return beyond == 0;
}

static bool summed_keys(const struct flat_slice *s, size_t first, size_t count,
                        uint32_t keys[BLOCK])
{
    uint32_t cells[BLOCK];
    uint32_t beyond = 0;
    for (size_t i = 0; i < s->field_count; i++) {
        const struct flat_field *f = &s->fields[i];
        const uint32_t *parts = f->parts;
        uint32_t most = f->most;
        if (!f->there) {
            continue;
        }
        column_unpack(&f->column, first, count, cells);
        for (size_t k = 0; k < count; k++) {
            keys[k] += part_of(parts, most, cells[k], &beyond);
        }
    }
    return beyond == 0;
}

// Slices share the marks. Most keys are marked already, which costs no write.
static inline void mark(const struct flat_slice *s, uint32_t key)
{
    uint64_t *word = &s->marks->words[key / 64];
    uint64_t bit = UINT64_C(1) << key % 64;
    if ((__atomic_load_n(word, __ATOMIC_RELAXED) & bit) == 0) {
        (void)__atomic_fetch_or(word, bit, __ATOMIC_RELAXED);
    }
}

static void mark_keys(const struct flat_slice *s, size_t first, size_t count, const uint32_t *keys)
{
    for (size_t word = 0; word * 64 < count; word++) {
        for (uint64_t bits = s->rows->words[first / 64 + word]; bits != 0; bits &= bits - 1) {
            mark(s, keys[64 * word + (size_t)__builtin_ctzll(bits)]);
        }
    }
}

static void count_keys(const struct flat_slice *s, size_t first, size_t count, const uint32_t *keys)
{
    uint32_t *counts = s->counts;
    for (size_t word = 0; word * 64 < count; word++) {
        uint64_t bits = s->rows->words[first / 64 + word];
        bool most_are = __builtin_popcountll(bits) > 32;
        if (most_are) { // all, and then those back that are not
            for (size_t k = 0; k < 64; k++) {
                counts[LANES * keys[64 * word + k] + k % LANES]++;
            }
        }
        uint32_t one = most_are ? UINT32_MAX : 1;
        for (bits = most_are ? ~bits : bits; bits != 0; bits &= bits - 1) {
            size_t k = 64 * word + (size_t)__builtin_ctzll(bits);
            counts[LANES * keys[k] + k % LANES] += one;
        }
    }
}

static void count_dense(struct flat_slice *s, size_t first, size_t count)
{
    uint32_t keys[BLOCK] = {0};
    if (!(s->raw ? raw_keys(s, first, count, keys) : summed_keys(s, first, count, keys))) {
        s->beyond = true;
    } else if (s->marks != NULL) {
        mark_keys(s, first, count, keys);
    } else {
        count_keys(s, first, count, keys);
    }
}

static void count_sparse(struct flat_slice *s, size_t first, size_t members)
{
    uint32_t list[DENSE];
    uint32_t beyond = 0;
    (void)bitset_list(s->rows, first, list, members);
    for (size_t k = 0; k < members; k++) {
        uint32_t key = 0;
        for (size_t i = 0; i < s->field_count; i++) {
            const struct flat_field *f = &s->fields[i];
            uint32_t ordinal = f->there ? column_get(&f->column, list[k]) : 0;
            beyond |= ordinal > f->most;
            key += s->raw     ? MIN(ordinal, f->most) << f->shift
                   : f->there ? part_of(f->parts, f->most, ordinal, &beyond)
                              : 0;
        }
        if (s->marks != NULL) {
            mark(s, key);
        } else {
            s->counts[LANES * key]++;
        }
    }
    s->beyond = s->beyond || beyond != 0;
}

static status count_slice(void *argument, size_t index, struct error *e)
{
    struct flat_counter *c = argument;
    struct flat_slice *s = &c->slices[index];
    for (size_t first = s->first; first < s->end; first += BLOCK) {
        size_t end = MIN(first + BLOCK, s->end);
        size_t members = bitset_count_range(s->rows, first, end);
        if (members >= DENSE) {
            count_dense(s, first, end - first);
        } else if (members > 0) {
            count_sparse(s, first, members);
        }
        if ((first - s->first) % (32 * BLOCK) == 0) {
            TRY(cancellation_check(c->subject->cancellation, e));
        }
    }
    return s->beyond ? error_set(e, ST_CORRUPT, "a column names a value beyond its dictionary")
                     : ST_OK;
}

// --- one part --------------------------------------------------------------------------------

static const struct field_path *path_in(const struct field_paths *paths, size_t part, size_t *index)
{
    for (*index = 0; *index < paths->count; (*index)++) {
        if (paths->paths[*index].part == part) {
            return &paths->paths[*index];
        }
    }
    return NULL;
}

static status open_field(const struct buckets *b, size_t part, uint32_t stride, struct arena *arena,
                         struct flat_field *out, struct error *e)
{
    size_t index = 0;
    const struct field_path *path = path_in(&b->paths, part, &index);
    *out = (struct flat_field){.there = path != NULL};
    if (path == NULL) {
        return ST_OK;
    }
    const struct field_translation *t = &b->values->translations[index];
    TRY(segment_column(path->segment, path->path, &out->column, e));
    out->most = t->count;
    out->bits = 32 - (uint32_t)__builtin_clz(t->count | 1);
    out->parts = arena_array(arena, uint32_t, (size_t)t->count + 2);
    if (out->parts == NULL) {
        return query_no_memory(e);
    }
    for (uint32_t ordinal = t->missing + 1; ordinal <= t->count; ordinal++) {
        out->parts[ordinal] = buckets_of(b, field_translate(t, ordinal)) * stride;
    }
    return ST_OK;
}

static status open_fields(const struct buckets *by, size_t by_count, size_t part,
                          struct arena *arena, struct flat_field *fields, struct error *e)
{
    uint32_t stride = 1;
    for (size_t i = by_count; i > 0; i--) {
        TRY(open_field(&by[i - 1], part, stride, arena, &fields[i - 1], e));
        stride *= by[i - 1].count + 1;
    }
    return ST_OK;
}

// Whether the ordinals of all fields fit beside each other; then they get their places.
static bool place_side_by_side(struct flat_field *fields, size_t count, uint32_t *bits)
{
    *bits = 0;
    for (size_t i = 0; i < count; i++) {
        fields[i].shift = *bits;
        *bits += fields[i].there ? fields[i].bits : 0;
        if (*bits > RAW_BITS) {
            return false;
        }
    }
    return true;
}

static status add_slices(struct flat_counter *c, const struct bitset *rows,
                         struct flat_field *fields, size_t field_count, struct error *e)
{
    uint32_t bits = 0;
    bool raw = !c->marking && place_side_by_side(fields, field_count, &bits);
    size_t counters = c->marking ? 0 : raw ? (size_t)1 << bits : c->key_count;
    size_t slices = MIN(rows->bit_count / SLICE_ROWS + 1, SLICES_MOST);
    size_t each = (rows->bit_count / slices / BLOCK + 1) * BLOCK;
    for (size_t i = 0; i < slices; i++) {
        uint32_t *counts = arena_array(&c->arena, uint32_t, LANES * counters);
        if (counts == NULL) {
            return query_no_memory(e);
        }
        c->bytes += LANES * counters * sizeof *counts;
        c->slices[c->slice_count++] =
            (struct flat_slice){.rows = rows,
                                .fields = fields,
                                .field_count = field_count,
                                .raw = raw,
                                .marks = c->marking ? &c->marks : NULL,
                                .first = MIN(i * each, rows->bit_count),
                                .end = MIN((i + 1) * each, rows->bit_count),
                                .counts = counts,
                                .counters = counters};
    }
    return ST_OK;
}

// What ordinals side by side mean; false when one of them is beyond its dictionary.
static bool key_of_raw(const struct flat_slice *s, size_t raw, size_t *key)
{
    *key = 0;
    for (size_t i = 0; i < s->field_count; i++) {
        const struct flat_field *f = &s->fields[i];
        uint32_t ordinal = f->there ? (uint32_t)(raw >> f->shift) & ((1u << f->bits) - 1) : 0;
        if (ordinal > f->most) {
            return false;
        }
        *key += f->there ? f->parts[ordinal] : 0;
    }
    return true;
}

static status add_up(const struct flat_counter *c, const struct flat_slice *s, struct error *e)
{
    for (size_t i = 0; i < s->counters; i++) {
        uint64_t sum = 0;
        size_t key = i;
        for (size_t k = 0; k < LANES; k++) {
            sum += s->counts[LANES * i + k];
        }
        if (sum == 0) {
            continue;
        }
        if (s->raw && !key_of_raw(s, i, &key)) {
            return error_set(e, ST_CORRUPT, "a column names a value beyond its dictionary");
        }
        c->counts[key] += sum;
    }
    return ST_OK;
}

static status run_batch(struct flat_counter *c, struct error *e)
{
    status result = parallel_run(query_pool(), c->slice_count, count_slice, c, e);
    for (size_t i = 0; result == ST_OK && i < c->slice_count; i++) {
        result = add_up(c, &c->slices[i], e);
    }
    c->slice_count = 0;
    c->bytes = 0;
    arena_reset(&c->arena);
    return result;
}

static status add_part(struct flat_counter *c, const struct buckets *by, size_t by_count,
                       size_t part, struct error *e)
{
    if (c->slice_count + SLICES_MOST > BATCH_SLICES || c->bytes > BATCH_BYTES) {
        TRY(run_batch(c, e));
    }
    struct flat_field *fields = arena_array(&c->arena, struct flat_field, by_count);
    if (fields == NULL) {
        return query_no_memory(e);
    }
    TRY(open_fields(by, by_count, part, &c->arena, fields, e));
    return add_slices(c, c->subject->rows->sets.sets[part], fields, by_count, e);
}

static status count_parts(struct flat_counter *c, const struct buckets *by, size_t by_count,
                          struct error *e)
{
    for (size_t part = 0; part < c->subject->rows->extent.count; part++) {
        if (c->subject->rows->sets.counts[part] > 0) {
            TRY(add_part(c, by, by_count, part, e));
        }
    }
    return run_batch(c, e);
}

static status run(struct flat_counter *c, const struct buckets *by, size_t by_count,
                  struct error *e)
{
    arena_init(&c->arena, 0);
    status result = count_parts(c, by, by_count, e);
    arena_release(&c->arena);
    return result;
}

static size_t keys_of(const struct buckets *by, size_t by_count)
{
    size_t keys = 1;
    for (size_t i = 0; i < by_count; i++) {
        keys *= (size_t)by[i].count + 1;
    }
    return keys;
}

status group_flat_count(const struct summary_subject *s, const struct buckets *by, size_t by_count,
                        uint64_t **counts, size_t *key_count, struct error *e)
{
    struct flat_counter c = {.subject = s, .key_count = keys_of(by, by_count)};
    c.counts = arena_array(s->scratch, uint64_t, c.key_count);
    if (c.counts == NULL) {
        return query_no_memory(e);
    }
    TRY(run(&c, by, by_count, e));
    *counts = c.counts;
    *key_count = c.key_count;
    return ST_OK;
}

status group_flat_mark(const struct summary_subject *s, const struct buckets *by, size_t by_count,
                       struct bitset *marks, struct error *e)
{
    struct flat_counter c = {.subject = s, .key_count = keys_of(by, by_count), .marking = true};
    TRY(bitset_init_in(&c.marks, s->scratch, c.key_count, e));
    TRY(run(&c, by, by_count, e));
    *marks = c.marks;
    return ST_OK;
}
