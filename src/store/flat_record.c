// SPDX-License-Identifier: Apache-2.0
// Three looks at memory for each value, each asked for before the first is needed: the cell, where
// the block of its string begins, the block itself.
// Must not know: lists, objects, versions, queries.
#include "store/flat_record.h"

#include "formats/json_write.h"

#include <stdlib.h>
#include <string.h>

// One member that records of a table may have.
struct flat_member {
    struct column column;
    struct string_list strings; // of the dictionary
    string_view label;          // the name as JSON, with its colon
};

struct flat_table {
    bool flat; // all members are plain values
    size_t count;
    struct buffer labels;
    struct flat_member members[];
};

// --- opening ---------------------------------------------------------------------------------

static status open_member(struct segment *s, uint32_t path, struct flat_member *m, struct error *e)
{
    struct dictionary d;
    TRY(segment_column(s, path, &m->column, e));
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

static void destroy(struct flat_table *t)
{
    if (t != NULL) {
        buffer_release(&t->labels);
        free(t);
    }
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
    buffer_init(&t->labels, SIZE_MAX / 2);
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

static inline const unsigned char *cell_address(const struct column *c, uint32_t row)
{
    return c->cells + (row - c->first) * c->width / 8;
}

struct staged {
    const struct flat_member *member;
    uint32_t ordinal;
};

// The string of an ordinal: kind 0 to 6 as value_kind; false when it is long, or damaged.
static bool decode(const struct flat_member *m, uint32_t ordinal, char text[LIMIT_LIST_STRING],
                   size_t *length, unsigned *kind)
{
    return string_list_decode(&m->strings, ordinal - 1, text, length, kind) &&
           *kind != VALUE_LONG_STRING;
}

static void write_value(const struct flat_member *m, unsigned kind, string_view text,
                        struct buffer *out)
{
    buffer_append_view(out, m->label);
    switch (kind) {
    case VALUE_STRING:
        json_write_string(out, text);
        break;
    case VALUE_NUMBER:
        buffer_append_view(out, text);
        break;
    case VALUE_TRUE:
        buffer_append_view(out, SV("true"));
        break;
    case VALUE_FALSE:
        buffer_append_view(out, SV("false"));
        break;
    case VALUE_NULL:
        buffer_append_view(out, SV("null"));
        break;
    case VALUE_EMPTY_LIST:
        buffer_append_view(out, SV("[]"));
        break;
    default:
        buffer_append_view(out, SV("{}"));
    }
    buffer_append_byte(out, ',');
}

// Reads the cells of some members and asks for the blocks of their strings.
static size_t stage(const struct flat_member *members, size_t count, uint32_t row,
                    struct staged *out)
{
    size_t staged = 0;
    for (size_t i = 0; i < count; i++) {
        const struct column *c = &members[i].column;
        if (row - c->first < c->count && row >= c->first) {
            __builtin_prefetch(cell_address(c, row));
        }
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t ordinal = column_get(&members[i].column, row);
        if (ordinal != 0) {
            string_list_expect(&members[i].strings, ordinal - 1);
            out[staged++] = (struct staged){&members[i], ordinal};
        }
    }
    for (size_t i = 0; i < staged; i++) {
        string_list_expect_block(&out[i].member->strings, out[i].ordinal - 1);
    }
    return staged;
}

// False when a value needs a closer look.
static bool write_members(const struct flat_table *t, uint32_t row, struct buffer *out)
{
    char text[LIMIT_LIST_STRING];
    struct staged staged[STAGE];
    for (size_t done = 0; done < t->count; done += STAGE) {
        size_t count = stage(t->members + done, MIN(t->count - done, (size_t)STAGE), row, staged);
        for (size_t i = 0; i < count; i++) {
            size_t length = 0;
            unsigned kind = 0;
            if (!decode(staged[i].member, staged[i].ordinal, text, &length, &kind)) {
                return false;
            }
            write_value(staged[i].member, kind, (string_view){text, length}, out);
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
