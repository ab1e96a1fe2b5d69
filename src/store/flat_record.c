// SPDX-License-Identifier: Apache-2.0
// Three looks at memory for each value, each asked for before the first is needed: the cell, where
// the block of its string begins, the block itself.
// Must not know: lists, objects, versions, queries.
#include "store/flat_record.h"

#include "formats/json_write.h"
#include "store/ready_values.h"

#include <stdlib.h>
#include <string.h>

// Values are made ready once so many records of a table were read, at most so many bytes.
#define READS_BEFORE      64u
#define READY_BYTES       ((size_t)2 << 20)
#define READY_BYTES_A_ROW ((size_t)16)

// One member that records of a table may have.
struct flat_member {
    struct column column;
    const struct block_checks *checks; // of the column; NULL: it was found whole
    struct string_list strings;        // of the dictionary
    string_view label;                 // the name as JSON, with its colon
};

struct flat_table {
    bool flat; // all members are plain values
    size_t count;
    struct buffer labels;
    size_t ready_most; // bytes of ready values
    _Atomic unsigned reads;
    _Atomic(struct ready_values *) ready; // of each member, owned; NULL until some reads
    struct flat_member members[];
};

// --- opening ---------------------------------------------------------------------------------

static status open_member(struct segment *s, uint32_t path, struct flat_member *m, struct error *e)
{
    struct dictionary d;
    TRY(segment_column_by_block(s, path, &m->column, &m->checks, e));
    TRY(segment_dictionary(s, path, &d, e));
    return dictionary_list(&d, &m->strings, e);
}

// The labels of all members behind each other; views are made when they lie still.
static status write_labels(const struct segment *s, const uint32_t *paths, struct flat_table *t,
                           struct error *e)
{
    for (size_t i = 0; i < t->count; i++) {
        size_t before = t->labels.length;
        json_write_string(&t->labels, s->paths[paths[i]].name);
        buffer_append_byte(&t->labels, ':');
        t->members[i].label.length = t->labels.length - before;
    }
    TRY(buffer_check(&t->labels, "the names of a table's fields", e));
    size_t at = 0;
    for (size_t i = 0; i < t->count; i++) {
        t->members[i].label.bytes = t->labels.bytes + at;
        at += t->members[i].label.length;
    }
    return ST_OK;
}

// Asks for the columns of all members at once, or their heads where they are checked by block: the
// first record of a cold file waits for one of them while the others come.
static void expect_columns(const struct segment *s, const uint32_t *paths, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (s->paths[paths[i]].kind != PATH_LEAF) {
            continue;
        }
        uint32_t number = path_section(s, paths[i], PATH_ORDINALS);
        if (number != NO_SECTION && s->blocks[number] != NULL) {
            block_checks_expect(s->blocks[number], s->blocks[number]->bytes);
        } else {
            segment_expect_section(s, number);
        }
    }
}

static status open_members(struct segment *s, const uint32_t *paths, struct flat_table *t,
                           struct error *e)
{
    for (size_t i = 0; i < t->count; i++) {
        if (s->paths[paths[i]].kind != PATH_LEAF) {
            t->flat = false;
            return ST_OK;
        }
        TRY(open_member(s, paths[i], &t->members[i], e));
    }
    t->flat = true;
    return write_labels(s, paths, t, e);
}

static void destroy_ready(struct ready_values *ready, size_t count)
{
    for (size_t i = 0; ready != NULL && i < count; i++) {
        ready_values_release(&ready[i]);
    }
    free(ready);
}

static void destroy(struct flat_table *t)
{
    if (t != NULL) {
        destroy_ready(atomic_load(&t->ready), t->count);
        buffer_release(&t->labels);
        free(t);
    }
}

static uint32_t rows_of(const struct segment *s, uint32_t row)
{
    return (uint32_t)s->tables[segment_table_of_row(s, row)].rows;
}

static status make(struct segment *s, uint32_t row, bool sorted, struct flat_table **out,
                   struct error *e)
{
    const uint32_t *paths = NULL;
    uint32_t count = 0;
    TRY(segment_root_members(s, row, sorted, &paths, &count, e));
    struct flat_table *t = calloc(1, sizeof *t + count * sizeof *t->members);
    if (t == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to read records");
    }
    t->count = count;
    t->ready_most = MIN(READY_BYTES, READY_BYTES_A_ROW * (size_t)rows_of(s, row));
    buffer_init(&t->labels, SIZE_MAX / 2);
    expect_columns(s, paths, count);
    status result = open_members(s, paths, t, e);
    if (result != ST_OK) {
        destroy(t);
        return result;
    }
    *out = t;
    return ST_OK;
}

static status get(struct segment *s, uint32_t row, bool sorted, struct flat_table **out,
                  struct error *e)
{
    size_t table = segment_table_of_row(s, row);
    _Atomic(struct flat_table *) *place = &s->flat[2 * table + sorted];
    struct flat_table *t = atomic_load_explicit(place, memory_order_acquire);
    if (t == NULL) {
        struct flat_table *first = NULL;
        TRY(make(s, row, sorted, &t, e));
        if (!atomic_compare_exchange_strong(place, &first, t)) {
            destroy(t); // another thread was quicker
            t = first;
        }
    }
    *out = t;
    return ST_OK;
}

void flat_records_release(struct segment *s)
{
    for (size_t i = 0; s->flat != NULL && i < 2 * s->tables_count; i++) {
        destroy(atomic_load(&s->flat[i]));
    }
    free(s->flat);
}

// --- reading ---------------------------------------------------------------------------------

// Members fetched together.
#define STAGE 64u

// Asks for the cells of a row: of the system where they were not looked at yet, else of memory.
static void fetch_cells(const struct flat_member *members, size_t count, uint32_t row)
{
    for (size_t i = 0; i < count; i++) {
        const struct column *c = &members[i].column;
        if (column_has_cell(c, row)) {
            block_checks_expect(members[i].checks, column_cell(c, row));
            __builtin_prefetch(column_cell(c, row));
        }
    }
}

struct staged {
    const struct flat_member *member;
    const struct ready_values *ready; // NULL: the string is put together
    uint32_t ordinal;
};

// The string of an ordinal: kind 0 to 6 as value_kind; false when it is long, or damaged.
static bool decode(const struct flat_member *m, uint32_t ordinal, char text[LIMIT_LIST_STRING],
                   size_t *length, unsigned *kind)
{
    return string_list_decode(&m->strings, ordinal - 1, text, length, kind) &&
           *kind != VALUE_LONG_STRING;
}

// Reads the cells of some members and asks for the blocks of their strings; false where a cell is
// damaged.
static bool stage(const struct flat_member *members, const struct ready_values *ready, size_t count,
                  uint32_t row, struct staged *out, size_t *out_count)
{
    size_t staged = 0;
    fetch_cells(members, count, row);
    for (size_t i = 0; i < count; i++) {
        if (!column_cell_holds(&members[i].column, members[i].checks, row)) {
            return false;
        }
        uint32_t ordinal = column_get(&members[i].column, row);
        if (ordinal == 0) {
            continue;
        }
        bool is_ready = ready != NULL && ordinal <= ready[i].count;
        if (!is_ready) {
            string_list_expect(&members[i].strings, ordinal - 1);
        }
        out[staged++] = (struct staged){&members[i], is_ready ? &ready[i] : NULL, ordinal};
    }
    for (size_t i = 0; i < staged; i++) {
        if (out[i].ready == NULL) {
            string_list_expect_block(&out[i].member->strings, out[i].ordinal - 1);
        }
    }
    *out_count = staged;
    return true;
}

// Ready values are made once a table's records are read again and again.
static const struct ready_values *get_ready(struct flat_table *t)
{
    struct ready_values *ready = atomic_load_explicit(&t->ready, memory_order_acquire);
    if (ready != NULL || atomic_fetch_add(&t->reads, 1) != READS_BEFORE) {
        return ready;
    }
    size_t left = t->ready_most;
    ready = calloc(t->count + 1, sizeof *ready);
    for (size_t i = 0; ready != NULL && i < t->count; i++) {
        ready_values_make(&t->members[i].strings, t->members[i].label, left, &ready[i]);
        left -= MIN(left, ready[i].size);
    }
    atomic_store_explicit(&t->ready, ready, memory_order_release);
    return ready;
}

static void write_ready(const struct ready_values *r, uint32_t ordinal, struct buffer *out)
{
    uint32_t from = r->ends[ordinal - 1];
    buffer_append(out, r->bytes + from, r->ends[ordinal] - from);
}

// False when a value needs a closer look.
static bool write_one(const struct staged *one, struct buffer *out)
{
    char text[LIMIT_LIST_STRING];
    size_t length = 0;
    unsigned kind = 0;
    if (one->ready != NULL) {
        write_ready(one->ready, one->ordinal, out);
        return true;
    }
    if (!decode(one->member, one->ordinal, text, &length, &kind)) {
        return false;
    }
    ready_value_write(one->member->label, kind, (string_view){text, length}, out);
    return true;
}

// False when a value needs a closer look.
static bool write_members(struct flat_table *t, uint32_t row, struct buffer *out)
{
    struct staged staged[STAGE];
    const struct ready_values *ready = get_ready(t);
    for (size_t done = 0; done < t->count; done += STAGE) {
        size_t count = 0;
        if (!stage(t->members + done, ready == NULL ? NULL : ready + done,
                   MIN(t->count - done, (size_t)STAGE), row, staged, &count)) {
            return false;
        }
        for (size_t i = 0; i < count; i++) {
            if (!write_one(&staged[i], out)) {
                return false;
            }
        }
    }
    return true;
}

status flat_record_write(struct segment *s, uint32_t row, bool sorted, struct buffer *out,
                         bool *done, struct error *e)
{
    struct flat_table *t = NULL;
    size_t before = out->length;
    *done = false;
    TRY(get(s, row, sorted, &t, e));
    if (t == NULL || !t->flat) {
        return ST_OK;
    }
    buffer_append_byte(out, '{');
    if (!write_members(t, row, out)) {
        out->length = MIN(before, out->length);
        return ST_OK;
    }
    TRY(buffer_check(out, "a record", e));
    if (out->length > before + 1) {
        out->length--; // the comma behind the last member
    }
    buffer_append_byte(out, '}');
    *done = true;
    return buffer_check(out, "a record", e);
}

// --- asking ahead ----------------------------------------------------------------------------

static void expect_strings(const struct flat_table *t, const struct ready_values *ready,
                           uint32_t row, bool blocks)
{
    for (size_t i = 0; i < t->count; i++) {
        const struct flat_member *m = &t->members[i];
        uint32_t ordinal =
            column_cell_holds(&m->column, m->checks, row) ? column_get(&m->column, row) : 0;
        if (ordinal == 0 || (ready != NULL && ordinal <= ready[i].count)) {
            continue;
        }
        if (blocks) {
            string_list_expect_block(&t->members[i].strings, ordinal - 1);
        } else {
            string_list_expect(&t->members[i].strings, ordinal - 1);
        }
    }
}

void segment_expect_record(struct segment *s, uint32_t row, unsigned stage)
{
    if (row >= s->rows || s->flat == NULL) {
        return;
    }
    struct flat_table *t =
        atomic_load_explicit(&s->flat[2 * segment_table_of_row(s, row)], memory_order_acquire);
    if (t == NULL || !t->flat) {
        return;
    }
    if (stage == 0) {
        fetch_cells(t->members, t->count, row);
    } else {
        expect_strings(t, atomic_load_explicit(&t->ready, memory_order_acquire), row, stage == 2);
    }
}
