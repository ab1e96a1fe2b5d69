// SPDX-License-Identifier: Apache-2.0
// Three ways to the same slots: kept ones, decoded ones, joined ones.
// Must not know: queries.
#include "query/cell_texts.h"

#include "base/large_memory.h"
#include "query/ordinals.h"
#include "query/path_cells.h"
#include "query/query_tree.h"

#include <stdlib.h>
#include <string.h>

#define KEPT_BYTES   ((size_t)64 << 20) // of one dictionary
#define MOST_TEXT    ((size_t)1 << 31)
#define SAMPLES      32u                 // places of a dictionary that are looked at
#define SAMPLE_TEXTS 16u                 // at each
#define NEAR_BYTES   ((size_t)512 << 10) // what lies in a processor's cache without being asked for
// A text of a dictionary that is decoded alone costs as much as so many that follow each other.
#define TEXTS_A_ROW 4u

struct cell_reader {
    struct cell_escape escape;
    struct cell_budget *budget;
    size_t charged;           // to the budget
    struct path_cells *paths; // owned
    size_t count;
    uint32_t number;      // of the value read; 0: all of them
    size_t rows;          // that will be read, about
    bool plain;           // one path, in no list
    uint32_t shift;       // of slots that are kept
    unsigned char *slots; // owned: by ordinal; NULL: not kept
    struct buffer texts;  // of the long slots
    struct buffer escaped;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to read a field");
}

// --- slots -----------------------------------------------------------------------------------

// A slot's bytes and those behind a long text may be read behind `text` too.
static inline void fill_slot(unsigned char *slot, uint32_t shift, struct buffer *text,
                             struct buffer *long_texts)
{
    uint32_t last = (1u << shift) - 1;
    if (!buffer_reserve(text, (size_t)1 << CELL_MOST_SHIFT)) {
        return; // its check tells
    }
    if (text->length > last) {
        struct long_cell cell = {long_texts->length, (uint32_t)text->length};
        memcpy(slot, &cell, offsetof(struct long_cell, length) + sizeof cell.length);
        slot[last] = CELL_LONG;
        buffer_append(long_texts, text->bytes, text->length);
        return;
    }
    memcpy(slot, text->bytes, 16);
    if (shift > 4) {
        memcpy(slot + 16, text->bytes + 16, 16);
    }
    if (shift > 5) {
        memcpy(slot + 32, text->bytes + 32, 32);
    }
    slot[last] = (unsigned char)text->length;
}

void cell_column_init(struct cell_column *c)
{
    memset(c, 0, sizeof *c);
    buffer_init(&c->own_texts, MOST_TEXT);
}

void cell_column_release(struct cell_column *c)
{
    free(c->own);
    buffer_release(&c->own_texts);
    c->own = NULL;
}

static void show(struct cell_column *c, const unsigned char *slots, uint32_t shift,
                 const struct buffer *texts)
{
    c->slots = slots;
    c->shift = shift;
    c->last = (1u << shift) - 1;
    c->second = shift > 4 ? 16 : 0;
    c->texts = texts->bytes;
    c->far = false;
    c->far_texts = false;
}

void cell_column_begin(struct cell_column *c)
{
    buffer_clear(&c->own_texts);
    if (c->own == NULL) {
        c->own = large_memory((size_t)CELL_STEP << CELL_MOST_SHIFT);
    }
}

void cell_column_add(struct cell_column *c, size_t row, struct buffer *text)
{
    if (c->own != NULL) {
        fill_slot(c->own + (row << CELL_MOST_SHIFT), CELL_MOST_SHIFT, text, &c->own_texts);
    }
}

status cell_column_end(struct cell_column *c, struct error *e)
{
    if (c->own == NULL) {
        return no_memory(e);
    }
    (void)buffer_reserve(&c->own_texts, CELL_PADDING);
    TRY(buffer_check(&c->own_texts, "the values of a field", e));
    show(c, c->own, CELL_MOST_SHIFT, &c->own_texts);
    for (uint32_t i = 0; i < CELL_STEP; i++) {
        c->ordinals[i] = i;
    }
    return ST_OK;
}

static string_view text_of_slot(const unsigned char *slot, uint32_t last, const char *texts)
{
    struct long_cell cell = {0};
    if (slot[last] != CELL_LONG) {
        return (string_view){(const char *)slot, slot[last]};
    }
    memcpy(&cell, slot, sizeof cell);
    return (string_view){texts + cell.start, cell.length};
}

string_view cell_text(const struct cell_column *c, size_t row)
{
    return text_of_slot(c->slots + ((size_t)c->ordinals[row] << c->shift), c->last, c->texts);
}

// --- making ----------------------------------------------------------------------------------

// How long the texts of a dictionary become.
struct lengths {
    struct cell_reader *reader;
    size_t seen;
    size_t beyond[CELL_MOST_SHIFT + 1]; // by shift: those that do not fit
    size_t beyond_bytes[CELL_MOST_SHIFT + 1];
};

static status escape_text(struct cell_reader *r, enum value_kind kind, string_view text,
                          struct error *e)
{
    buffer_clear(&r->escaped);
    r->escape.write(r->escape.argument, r->escape.column, ordinal_text(kind, text), &r->escaped);
    return buffer_check(&r->escaped, "a value", e);
}

static status note_length(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                          struct error *e)
{
    struct lengths *l = argument;
    (void)ordinal;
    TRY(escape_text(l->reader, kind, text, e));
    size_t length = l->reader->escaped.length;
    l->seen++;
    for (uint32_t shift = CELL_LEAST_SHIFT; shift <= CELL_MOST_SHIFT; shift++) {
        l->beyond[shift] += length >> shift != 0;
        l->beyond_bytes[shift] += length >> shift != 0 ? length : 0;
    }
    return ST_OK;
}

static status sample(struct cell_reader *r, struct lengths *out, struct error *e)
{
    const struct dictionary *d = &r->paths[0].dictionary;
    *out = (struct lengths){.reader = r};
    if (d->count <= SAMPLES * SAMPLE_TEXTS) {
        return dictionary_scan(d, 1, d->count, note_length, out, e);
    }
    for (uint64_t i = 0; i < SAMPLES; i++) {
        uint32_t first = (uint32_t)((d->count - SAMPLE_TEXTS) * i / (SAMPLES - 1)) + 1;
        TRY(dictionary_scan(d, first, first + SAMPLE_TEXTS - 1, note_length, out, e));
    }
    return ST_OK;
}

// Slots as wide as make the bytes fewest that a look touches: of a text that does not fit, lines of
// its own.
static void choose_shift(struct cell_reader *r, const struct lengths *l)
{
    size_t least = SIZE_MAX;
    for (uint32_t shift = CELL_LEAST_SHIFT; shift <= CELL_MOST_SHIFT; shift++) {
        size_t bytes = (l->seen << shift) + l->beyond[shift] * MEMORY_LINE + l->beyond_bytes[shift];
        if (bytes < least) {
            least = bytes;
            r->shift = shift;
        }
    }
}

static bool charge(struct cell_reader *r, size_t bytes)
{
    if (bytes <= NEAR_BYTES) {
        return true;
    }
    if (bytes > KEPT_BYTES || atomic_fetch_add(&r->budget->used, bytes) + bytes > r->budget->most) {
        (void)atomic_fetch_sub(&r->budget->used, bytes > KEPT_BYTES ? 0 : bytes);
        return false;
    }
    r->charged = bytes;
    return true;
}

static status keep_text(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                        struct error *e)
{
    struct cell_reader *r = argument;
    TRY(escape_text(r, kind, text, e));
    fill_slot(r->slots + ((size_t)ordinal << r->shift), r->shift, &r->escaped, &r->texts);
    TRY(buffer_check(&r->escaped, "a value", e));
    return buffer_check(&r->texts, "the values of a field", e); // past KEPT_BYTES: too large
}

static status fill_slots(struct cell_reader *r, struct error *e)
{
    const struct dictionary *d = &r->paths[0].dictionary;
    TRY(keep_text(r, 0, VALUE_STRING, SV(""), e));
    TRY(dictionary_scan(d, 1, d->count, keep_text, r, e));
    return buffer_reserve(&r->texts, CELL_PADDING)
               ? ST_OK
               : buffer_check(&r->texts, "the values of a field", e);
}

// Of a field that the part does not have: the slot of no value.
static status keep_empty(struct cell_reader *r, struct error *e)
{
    r->shift = CELL_LEAST_SHIFT;
    r->slots = large_memory((size_t)1 << r->shift);
    return r->slots == NULL ? no_memory(e) : keep_text(r, 0, VALUE_STRING, SV(""), e);
}

static void keep_nothing(struct cell_reader *r)
{
    (void)atomic_fetch_sub(&r->budget->used, r->charged);
    r->charged = 0;
    free(r->slots);
    r->slots = NULL;
    buffer_release(&r->texts);
}

static status keep_texts(struct cell_reader *r, struct error *e)
{
    const struct dictionary *d = &r->paths[0].dictionary;
    struct lengths lengths = {.reader = r};
    if (d->count > 0) {
        TRY(sample(r, &lengths, e));
    }
    choose_shift(r, &lengths);
    size_t slots = ((size_t)d->count + 1) << r->shift;
    size_t mean = lengths.beyond_bytes[r->shift] * 9 / 8 / MAX(lengths.seen, (size_t)1);
    size_t texts = mean * d->count;
    if (!charge(r, slots + texts)) {
        return ST_OK;
    }
    r->slots = large_memory(slots);
    if (r->slots == NULL) {
        return no_memory(e);
    }
    r->texts.bytes = large_memory(texts);
    r->texts.capacity = r->texts.bytes == NULL ? 0 : texts;
    status result = fill_slots(r, e);
    if (result == ST_TOO_LARGE) { // longer texts than were expected: they are read as they come
        error_clear(e);
        keep_nothing(r);
        return ST_OK;
    }
    return result;
}

static status make(struct cell_reader *r, const struct field_path *paths, struct error *e)
{
    r->paths = calloc(r->count + 1, sizeof *r->paths);
    if (r->paths == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < r->count; i++) {
        TRY(path_cells_open(&paths[i], &r->paths[i], e));
    }
    bool single = r->count == 1 && r->paths[0].depth == 0;
    r->number = r->number == 1 && single ? 0 : r->number;
    r->count = r->number > 1 && single ? 0 : r->count;
    if (r->count == 0) {
        return keep_empty(r, e);
    }
    r->plain = r->count == 1 && r->paths[0].depth == 0;
    // What rises is read once, in order.
    bool worth_it = r->plain && r->paths[0].column.step == 0 &&
                    r->paths[0].dictionary.count / TEXTS_A_ROW <= r->rows;
    return worth_it ? keep_texts(r, e) : ST_OK;
}

status cell_reader_create(const struct field_path *paths, size_t count, uint32_t number,
                          size_t rows, const struct cell_escape *escape, struct cell_budget *budget,
                          struct cell_reader **out, struct error *e)
{
    struct cell_reader *r = calloc(1, sizeof *r);
    if (r == NULL) {
        return no_memory(e);
    }
    *r = (struct cell_reader){
        .escape = *escape, .budget = budget, .count = count, .number = number, .rows = rows};
    buffer_init(&r->texts, KEPT_BYTES);
    buffer_init(&r->escaped, MOST_TEXT);
    status result = make(r, paths, e);
    buffer_release(&r->escaped);
    if (result != ST_OK) {
        cell_reader_destroy(r);
        return result;
    }
    *out = r;
    return ST_OK;
}

void cell_reader_destroy(struct cell_reader *r)
{
    if (r != NULL) {
        keep_nothing(r);
        free(r->paths);
        free(r);
    }
}

bool cell_reader_keeps(const struct cell_reader *r)
{
    return r->slots != NULL && r->count == 1;
}

string_view cell_reader_text(const struct cell_reader *r, uint32_t ordinal)
{
    return text_of_slot(r->slots + ((size_t)ordinal << r->shift), (1u << r->shift) - 1,
                        r->texts.bytes);
}

void cell_reader_expect(const struct cell_reader *r, uint32_t ordinal)
{
    __builtin_prefetch(r->slots + ((size_t)ordinal << r->shift));
}

void cell_scratch_init(struct cell_scratch *s)
{
    *s = (struct cell_scratch){0};
    buffer_init(&s->texts, MOST_TEXT);
    buffer_init(&s->joined, MOST_TEXT);
    buffer_init(&s->escaped, MOST_TEXT);
}

void cell_scratch_release(struct cell_scratch *s)
{
    buffer_release(&s->texts);
    buffer_release(&s->joined);
    buffer_release(&s->escaped);
}

// --- reading ---------------------------------------------------------------------------------

static void read_cells(const struct column *c, const uint32_t *rows, size_t count,
                       uint32_t *ordinals)
{
    if (rows[count - 1] - rows[0] == count - 1) {
        column_unpack(c, rows[0], count, ordinals);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        ordinals[i] = column_get(c, rows[i]);
    }
}

static status read_kept(const struct cell_reader *r, const uint32_t *rows, size_t count,
                        struct cell_column *out, struct error *e)
{
    uint32_t most = 0;
    uint32_t values = r->count == 0 ? 0 : r->paths[0].dictionary.count;
    if (r->count == 0) {
        memset(out->ordinals, 0, count * sizeof *out->ordinals);
    } else {
        read_cells(&r->paths[0].column, rows, count, out->ordinals);
    }
    for (size_t i = 0; i < count; i++) {
        most = MAX(most, out->ordinals[i]);
    }
    if (most > values) {
        return error_set(e, ST_CORRUPT, "a column holds an ordinal beyond its dictionary");
    }
    memset(out->ordinals + count, 0, CELL_AHEAD * sizeof *out->ordinals);
    show(out, r->slots, r->shift, &r->texts);
    out->far = ((size_t)values << r->shift) > NEAR_BYTES;
    out->far_texts = r->texts.length > NEAR_BYTES && r->texts.length / 16 > values;
    return ST_OK;
}

// The text of a row that nobody keeps.
static status add_text(const struct cell_reader *r, size_t row, string_view text,
                       struct cell_scratch *s, struct cell_column *out, struct error *e)
{
    buffer_clear(&s->escaped);
    r->escape.write(r->escape.argument, r->escape.column, text, &s->escaped);
    cell_column_add(out, row, &s->escaped);
    return buffer_check(&s->escaped, "the values of a field", e);
}

struct reading {
    const struct cell_reader *reader;
    struct cell_scratch *scratch;
    struct cell_column *out;
    size_t row;
};

static status read_next(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                        struct error *e)
{
    struct reading *r = argument;
    (void)ordinal;
    return add_text(r->reader, r->row++, ordinal_text(kind, text), r->scratch, r->out, e);
}

static status read_decoded(const struct cell_reader *r, const uint32_t *rows, size_t count,
                           struct cell_scratch *s, struct cell_column *out, struct error *e)
{
    size_t start = 0;
    const struct path_cells *p = &r->paths[0];
    read_cells(&p->column, rows, count, out->ordinals);
    uint32_t first = out->ordinals[0];
    uint32_t last = out->ordinals[count - 1];
    if (p->column.step == 1 && first != 0 && last >= first && last - first == count - 1) {
        struct reading reading = {r, s, out, 0};
        return dictionary_scan(&p->dictionary, first, last, read_next, &reading, e);
    }
    buffer_clear(&s->texts);
    TRY(dictionary_texts(&p->dictionary, out->ordinals, count, &s->texts, s->ends, e));
    for (size_t i = 0; i < count; i++) {
        string_view text = {s->texts.bytes + start, s->ends[i] - start};
        TRY(add_text(r, i, text, s, out, e));
        start = s->ends[i];
    }
    return ST_OK;
}

// Adds the texts of one row's elements to `joined`.
static status join_path(const struct path_cells *p, uint32_t row, struct cell_scratch *s,
                        struct error *e)
{
    uint32_t first = 0;
    uint32_t end = 0;
    path_cells_of(p, row, &first, &end);
    for (uint32_t i = first; i < end; i++) {
        uint32_t ordinal = column_get(&p->column, i);
        size_t length = 0;
        buffer_clear(&s->texts);
        TRY(dictionary_texts(&p->dictionary, &ordinal, 1, &s->texts, &length, e));
        if (length > 0) {
            buffer_append_view(&s->joined, s->joined.length > 0 ? SV(CELL_LIST_SEPARATOR) : SV(""));
            buffer_append_view(&s->joined, buffer_view(&s->texts));
        }
    }
    return buffer_check(&s->joined, "the values of a list", e);
}

static status read_joined(const struct cell_reader *r, const uint32_t *rows, size_t count,
                          struct cell_scratch *s, struct cell_column *out, struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        buffer_clear(&s->joined);
        for (size_t k = 0; k < r->count; k++) {
            TRY(join_path(&r->paths[k], rows[i], s, e));
        }
        TRY(add_text(r, i, buffer_view(&s->joined), s, out, e));
    }
    return ST_OK;
}

// The cell of the row's value of the reader's number; false where it has none.
static bool find_numbered(const struct cell_reader *r, uint32_t row, const struct path_cells **path,
                          uint32_t *ordinal)
{
    uint32_t left = r->number;
    for (size_t k = 0; k < r->count; k++) {
        const struct path_cells *p = &r->paths[k];
        uint32_t first = 0;
        uint32_t end = 0;
        path_cells_of(p, row, &first, &end);
        bool none = p->depth == 0 && column_get(&p->column, first) <= p->dictionary.missing;
        uint32_t values = none ? 0 : end - first;
        if (left <= values) {
            *path = p;
            *ordinal = column_get(&p->column, first + left - 1);
            return true;
        }
        left -= values;
    }
    return false;
}

static status read_numbered(const struct cell_reader *r, const uint32_t *rows, size_t count,
                            struct cell_scratch *s, struct cell_column *out, struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        const struct path_cells *path = NULL;
        uint32_t ordinal = 0;
        size_t length = 0;
        buffer_clear(&s->texts);
        if (find_numbered(r, rows[i], &path, &ordinal)) {
            TRY(dictionary_texts(&path->dictionary, &ordinal, 1, &s->texts, &length, e));
        }
        TRY(add_text(r, i, buffer_view(&s->texts), s, out, e));
    }
    return ST_OK;
}

status cell_reader_read(const struct cell_reader *r, const uint32_t *rows, size_t count,
                        struct cell_scratch *scratch, struct cell_column *out, struct error *e)
{
    if (count == 0 || r->slots != NULL) {
        return count == 0 ? ST_OK : read_kept(r, rows, count, out, e);
    }
    cell_column_begin(out);
    TRY(r->plain        ? read_decoded(r, rows, count, scratch, out, e)
        : r->number > 0 ? read_numbered(r, rows, count, scratch, out, e)
                        : read_joined(r, rows, count, scratch, out, e));
    return cell_column_end(out, e);
}
