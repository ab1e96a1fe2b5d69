// SPDX-License-Identifier: Apache-2.0
// Most columns are of text, which their first values tell. Of the others each value of a dictionary
// is looked at once, and rows only where a dictionary holds values that would decide otherwise:
// they may be of other versions or tables.
#include "query/column_types.h"

#include "query/ordinals.h"
#include "query/path_cells.h"
#include "query/query_tree.h"

#include <stdlib.h>

#define FIRST_VALUES 64u // that are looked at before all others
#define ROWS_AT_ONCE ((size_t)1024)
#define MOST_DIGITS  15u
#define BIT(type)    (1u << (type))
enum {
    ALL_TYPES = BIT(COLUMN_TEXT) | BIT(COLUMN_INTEGER) | BIT(COLUMN_REAL) | BIT(COLUMN_BOOLEAN)
};

// --- texts -----------------------------------------------------------------------------------

static size_t digits_from(string_view text, size_t at)
{
    size_t start = at;
    while (at < text.length && text.bytes[at] >= '0' && text.bytes[at] <= '9') {
        at++;
    }
    return at - start;
}

unsigned column_types_of(string_view text)
{
    struct value_facts facts;
    size_t start = text.length > 0 && text.bytes[0] == '-';
    size_t whole = digits_from(text, start);
    size_t end = start + whole;
    if (sv_equal(text, SV("true")) || sv_equal(text, SV("false"))) {
        return BIT(COLUMN_TEXT) | BIT(COLUMN_BOOLEAN);
    }
    if (whole == 0 || (whole > 1 && text.bytes[start] == '0')) {
        return BIT(COLUMN_TEXT);
    }
    if (end == text.length) {
        value_analyse(VALUE_STRING, text, &facts);
        bool zero = start == 1 && text.bytes[1] == '0';
        return BIT(COLUMN_TEXT) | (facts.is_integer && !zero ? BIT(COLUMN_INTEGER) : 0) |
               (whole <= MOST_DIGITS && !zero ? BIT(COLUMN_REAL) : 0);
    }
    size_t tenths = text.bytes[end] == '.' ? digits_from(text, end + 1) : 0;
    bool real = tenths > 0 && end + 1 + tenths == text.length && whole + tenths <= MOST_DIGITS;
    return BIT(COLUMN_TEXT) | (real ? BIT(COLUMN_REAL) : 0);
}

static bool names_identifier(string_view name)
{
    static const char *const endings[] = {"ID",      "Id",         "_id",       "Number",
                                          "number",  "Code",       "code",      "Barcode",
                                          "barcode", "identifier", "Identifier"};
    for (size_t i = 0; i < ARRAY_LENGTH(endings); i++) {
        if (sv_ends_with(name, sv_from(endings[i]))) {
            return true;
        }
    }
    return sv_equal(name, SV("id"));
}

// --- values ----------------------------------------------------------------------------------

struct typing {
    const struct extent *extent;
    unsigned types; // still possible
    size_t seen;    // first values
    struct buffer text;
    unsigned char *allowed; // owned: by ordinal of the dictionary at hand
};

// Gives the ordinal of each value that a visible row has under a path, until `see` has had enough.
typedef status see_ordinal(struct typing *t, const struct path_cells *p, uint32_t ordinal,
                           bool *enough, struct error *e);

static status see_row(struct typing *t, const struct path_cells *p, uint32_t row, see_ordinal *see,
                      bool *enough, struct error *e)
{
    uint32_t first = 0;
    uint32_t end = 0;
    path_cells_of(p, row, &first, &end);
    for (uint32_t i = first; i < end && !*enough; i++) {
        uint32_t ordinal = column_get(&p->column, i);
        if (ordinal > p->dictionary.count) {
            return error_set(e, ST_CORRUPT, "a column holds an ordinal beyond its dictionary");
        }
        if (ordinal > p->dictionary.missing) {
            TRY(see(t, p, ordinal, enough, e));
        }
    }
    return ST_OK;
}

static status see_rows(struct typing *t, const struct path_cells *p, size_t part, see_ordinal *see,
                       struct error *e)
{
    uint32_t rows[ROWS_AT_ONCE];
    bool enough = false;
    size_t count = 0;
    for (size_t from = 0; !enough; from = (size_t)rows[count - 1] + 1) {
        count = bitset_list(t->extent->parts[part].visible, from, rows, ROWS_AT_ONCE);
        if (count == 0) {
            break;
        }
        for (size_t i = 0; i < count && !enough; i++) {
            TRY(see_row(t, p, rows[i], see, &enough, e));
        }
    }
    return ST_OK;
}

static status see_first(struct typing *t, const struct path_cells *p, uint32_t ordinal,
                        bool *enough, struct error *e)
{
    enum value_kind kind = VALUE_STRING;
    string_view text;
    TRY(dictionary_get(&p->dictionary, ordinal, &t->text, &kind, &text, e));
    t->types &= column_types_of(ordinal_text(kind, text));
    *enough = ++t->seen >= FIRST_VALUES || t->types == BIT(COLUMN_TEXT);
    return ST_OK;
}

static status see_allowed(struct typing *t, const struct path_cells *p, uint32_t ordinal,
                          bool *enough, struct error *e)
{
    (void)p;
    (void)e;
    t->types &= t->allowed[ordinal];
    *enough = t->types == BIT(COLUMN_TEXT);
    return ST_OK;
}

static status note_allowed(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                           struct error *e)
{
    struct typing *t = argument;
    (void)e;
    t->allowed[ordinal] = (unsigned char)column_types_of(ordinal_text(kind, text));
    return ST_OK;
}

static status see_dictionary(struct typing *t, const struct path_cells *p, size_t part,
                             struct error *e)
{
    const struct dictionary *d = &p->dictionary;
    unsigned all = t->types;
    if (d->count == d->missing) {
        return ST_OK;
    }
    t->allowed = malloc((size_t)d->count + 1);
    if (t->allowed == NULL) {
        return query_no_memory(e);
    }
    status result = dictionary_scan(d, d->missing + 1, d->count, note_allowed, t, e);
    for (uint32_t i = d->missing + 1; result == ST_OK && i <= d->count; i++) {
        all &= t->allowed[i];
    }
    if (result == ST_OK && all != t->types) {
        result = see_rows(t, p, part, see_allowed, e);
    }
    free(t->allowed);
    t->allowed = NULL;
    return result;
}

static status find_type(struct typing *t, const struct field_paths *field, struct error *e)
{
    struct path_cells p;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < field->count && t->types != BIT(COLUMN_TEXT); i++) {
            size_t part = field->paths[i].part;
            TRY(path_cells_open(&field->paths[i], &p, e));
            t->seen = 0;
            TRY(pass == 0 ? see_rows(t, &p, part, see_first, e) : see_dictionary(t, &p, part, e));
        }
    }
    return ST_OK;
}

// --- lists -----------------------------------------------------------------------------------

static status see_any(struct typing *t, const struct path_cells *p, uint32_t ordinal, bool *enough,
                      struct error *e)
{
    (void)p;
    (void)ordinal;
    (void)e;
    t->seen = 1;
    *enough = true;
    return ST_OK;
}

// Adds the rows that have a value under a path of one value a row; *again: some is there already.
static status add_rows(const struct typing *t, const struct field_path *path, struct bitset *seen,
                       bool *again, struct error *e)
{
    uint32_t rows[ROWS_AT_ONCE];
    struct column column;
    uint32_t missing = 0;
    uint32_t values = 0;
    size_t count = 0;
    TRY(segment_column(path->segment, path->path, &column, e));
    TRY(segment_values(path->segment, path->path, &missing, &values, e));
    for (size_t from = 0; !*again; from = (size_t)rows[count - 1] + 1) {
        count = bitset_list(t->extent->parts[path->part].visible, from, rows, ROWS_AT_ONCE);
        if (count == 0) {
            break;
        }
        for (size_t i = 0; i < count; i++) {
            if (column_get(&column, rows[i]) > missing) {
                *again |= bitset_test(seen, rows[i]);
                bitset_set(seen, rows[i]);
            }
        }
    }
    return ST_OK;
}

// Whether two paths of one value a row have one in the same row. The paths are of one part.
static status find_double(const struct typing *t, const struct field_path *paths, size_t count,
                          bool *out, struct error *e)
{
    struct bitset seen;
    TRY(bitset_init(&seen, segment_rows(paths[0].segment), e));
    status result = ST_OK;
    for (size_t i = 0; i < count && result == ST_OK && !*out; i++) {
        if (paths[i].level == 0) {
            result = add_rows(t, &paths[i], &seen, out, e);
        }
    }
    bitset_release(&seen);
    return result;
}

static status find_in_lists(struct typing *t, const struct field_paths *field, bool *out,
                            struct error *e)
{
    struct path_cells p;
    for (size_t i = 0; i < field->count && !*out; i++) {
        if (field->paths[i].level != 0) {
            t->seen = 0;
            TRY(path_cells_open(&field->paths[i], &p, e));
            TRY(see_rows(t, &p, field->paths[i].part, see_any, e));
            *out = t->seen > 0;
        }
    }
    return ST_OK;
}

static status find_list(struct typing *t, const struct field_paths *field, bool *out,
                        struct error *e)
{
    TRY(find_in_lists(t, field, out, e));
    for (size_t i = 0; i < field->count && !*out;) {
        size_t end = i + 1;
        while (end < field->count && field->paths[end].part == field->paths[i].part) {
            end++;
        }
        if (end - i > 1) {
            TRY(find_double(t, field->paths + i, end - i, out, e));
        }
        i = end;
    }
    return ST_OK;
}

status column_is_list(const struct extent *x, const struct field_paths *field, bool *out,
                      struct error *e)
{
    struct typing t = {.extent = x};
    *out = false;
    return find_list(&t, field, out, e);
}

status column_kind_find(const struct extent *x, const struct field_paths *field,
                        struct column_kind *out, struct error *e)
{
    struct typing t = {.extent = x,
                       .types = names_identifier(field->name) ? BIT(COLUMN_TEXT) : ALL_TYPES};
    *out = (struct column_kind){0};
    buffer_init(&t.text, (size_t)1 << 30);
    status result = find_type(&t, field, e);
    if (result == ST_OK) {
        result = find_list(&t, field, &out->list, e);
    }
    buffer_release(&t.text);
    static const enum column_type order[] = {COLUMN_INTEGER, COLUMN_REAL, COLUMN_BOOLEAN};
    for (size_t i = 0; i < ARRAY_LENGTH(order) && t.types != ALL_TYPES; i++) { // no value: text
        if (out->type == COLUMN_TEXT && (t.types & BIT(order[i])) != 0) {
            out->type = order[i];
        }
    }
    return result;
}
