// SPDX-License-Identifier: Apache-2.0
// Numbers of a dictionary are found by ordinals, so that a text is looked at once a row group.
// Which columns have a dictionary, and in which order its values stand, follows from the rows'
// texts alone, not from how they lie in segments.
#include "query/parquet_source.h"

#include "query/ordinals.h"
#include "query/query_tree.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define BATCH       ((size_t)1024)    // rows of texts at a time
#define PAGE_BYTES  ((size_t)1 << 19) // of plain values, about
#define MOST_TEXTS  ((size_t)1 << 31)
#define FIRST_KNOWN ((size_t)256)
#define TRIAL       ((size_t)16384) // values that say whether a dictionary pays
#define RESTS       ((size_t)7)     // row groups after one where it did not, which do not try
#define TOLD_MOST   ((size_t)65536) // values of a path whose numbers are told by ordinal
#define WKB_POINT   ((size_t)21)
#define TEXTS_AHEAD ((size_t)16) // kept ones, asked for

// Of all exports of the process together: texts that are kept ready.
static struct cell_budget budget = {.most = (size_t)32 << 20};

struct batch_piece {
    size_t part;
    size_t count;
    const uint32_t *rows;
    unsigned char *levels; // of the rows
};

struct batch {
    struct batch_piece pieces[BATCH];
    size_t piece_count;
    size_t rows;
    size_t present; // rows that have a value
};

// --- life ------------------------------------------------------------------------------------

static status open_paths(struct parquet_source *s, const struct extent *x, struct error *e)
{
    size_t path = 0;
    s->paths = calloc(s->field->count + 1, sizeof *s->paths);
    s->first_paths = calloc(x->count + 1, sizeof *s->first_paths);
    if (s->paths == NULL || s->first_paths == NULL) {
        return query_no_memory(e);
    }
    s->parts = x->count;
    s->readers = (struct cell_reader **)calloc(x->count + 1, sizeof *s->readers);
    s->told = (uint32_t **)calloc(s->field->count + 1, sizeof *s->told);
    if (s->readers == NULL || s->told == NULL) {
        return query_no_memory(e);
    }
    for (size_t part = 0; part < x->count; part++) {
        s->first_paths[part] = path;
        for (; path < s->field->count && s->field->paths[path].part == part; path++) {
            TRY(path_cells_open(&s->field->paths[path], &s->paths[path], e));
        }
        s->first_paths[part + 1] = path;
    }
    return ST_OK;
}

status parquet_source_open(struct parquet_source *s, const struct extent *x, struct error *e)
{
    buffer_init(&s->texts, MOST_TEXTS);
    buffer_init(&s->text, MOST_TEXTS);
    s->ordinals = malloc(BATCH * sizeof *s->ordinals);
    s->numbers = malloc(SLICE_ROWS * sizeof *s->numbers);
    s->unknown = malloc(BATCH * sizeof *s->unknown);
    s->asked = malloc(BATCH * sizeof *s->asked);
    s->levels = malloc(BATCH);
    s->ends = malloc(BATCH * sizeof *s->ends);
    s->runs = malloc(BATCH * sizeof *s->runs);
    if (s->runs == NULL || s->ordinals == NULL || s->numbers == NULL || s->unknown == NULL ||
        s->asked == NULL || s->levels == NULL || s->ends == NULL) {
        return query_no_memory(e);
    }
    if (s->kind == SOURCE_FIELD) {
        TRY(open_paths(s, x, e));
    }
    TRY(parquet_column_create(&s->schema, &s->column, e));
    return parquet_source_clear(s, e);
}

void parquet_source_release(struct parquet_source *s)
{
    parquet_column_destroy(s->column);
    buffer_release(&s->texts);
    buffer_release(&s->text);
    free(s->ordinals);
    free(s->numbers);
    free(s->unknown);
    free(s->asked);
    free(s->levels);
    free(s->ends);
    free(s->known);
    for (size_t i = 0; i < s->parts; i++) {
        cell_reader_destroy(s->readers[i]);
    }
    free((void *)s->readers);
    for (size_t i = 0; s->told != NULL && i < s->field->count; i++) {
        free(s->told[i]);
    }
    free((void *)s->told);
    free(s->runs);
    free(s->paths);
    free(s->first_paths);
}

static size_t told_size(const struct parquet_source *s, size_t path)
{
    return ((size_t)s->paths[path].dictionary.count + 1) * sizeof **s->told;
}

status parquet_source_clear(struct parquet_source *s, struct error *e)
{
    parquet_column_clear(s->column);
    bool rests = s->rests > 0;
    s->rests -= rests;
    if (rests) {
        free(s->known);
        s->known = NULL;
        s->known_slots = 0;
    } else if (s->known != NULL) {
        memset(s->known, 0, s->known_slots * sizeof *s->known);
    }
    for (size_t i = 0; s->told != NULL && i < s->field->count; i++) {
        if (s->told[i] != NULL) {
            memset(s->told[i], 0, told_size(s, i));
        }
    }
    s->known_count = 0;
    s->tried = 0;
    // Keys and places are each row's own; of lists values are told as they stand.
    return rests || s->kind == SOURCE_KEY || s->kind == SOURCE_POINT || s->schema.list
               ? parquet_column_give_up(s->column, e)
               : ST_OK;
}

// --- known values ----------------------------------------------------------------------------

static size_t slot_of(const struct parquet_source *s, uint64_t what)
{
    size_t at = (size_t)((what * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & (s->known_slots - 1);
    while (s->known[at].used && s->known[at].what != what) {
        at = (at + 1) & (s->known_slots - 1);
    }
    return at;
}

static status make_room(struct parquet_source *s, struct error *e)
{
    if (s->known_slots > 2 * s->known_count) {
        return ST_OK;
    }
    struct known_value *old = s->known;
    size_t old_slots = s->known_slots;
    size_t slots = old_slots == 0 ? FIRST_KNOWN : 2 * old_slots;
    struct known_value *known = calloc(slots, sizeof *known);
    if (known == NULL) {
        return query_no_memory(e);
    }
    s->known = known;
    s->known_slots = slots;
    for (size_t i = 0; i < old_slots; i++) {
        if (old[i].used) {
            s->known[slot_of(s, old[i].what)] = old[i];
        }
    }
    free(old);
    return ST_OK;
}

static status know(struct parquet_source *s, uint64_t what, string_view text, uint32_t *number,
                   struct error *e)
{
    TRY(make_room(s, e));
    TRY(parquet_column_intern(s->column, text, number, e));
    s->known[slot_of(s, what)] = (struct known_value){what, *number, true};
    s->known_count++;
    return ST_OK;
}

static inline bool is_known(const struct parquet_source *s, uint64_t what, uint32_t *number)
{
    if (s->known_slots == 0) {
        return false;
    }
    const struct known_value *k = &s->known[slot_of(s, what)];
    *number = k->number;
    return k->used;
}

// --- what is the same for many rows ----------------------------------------------------------

static string_view text_of_table(const struct parquet_source *s, const struct store_table *t)
{
    switch (s->kind) {
    case SOURCE_DATASET:
        return t->dataset_slug;
    case SOURCE_TABLE:
        return t->slug;
    default:
        return s->columns->constants->text(s->columns->constants->argument, &t->table, s->constant);
    }
}

static status table_of(const struct slice *slice, size_t part, uint32_t row,
                       const struct extent_range **range, const struct store_table **out,
                       struct error *e)
{
    *range = extent_range_of(&slice->found->extent.parts[part], row);
    *out = snapshot_table_by_uuid(slice->snapshot, &(*range)->table);
    return *out != NULL ? ST_OK : error_set(e, ST_INTERNAL, "a row belongs to no table");
}

// The number of what rows of a range's table have; *there: it is not empty.
static status number_table(struct parquet_source *s, const struct store_table *table,
                           uint32_t *number, bool *there, struct error *e)
{
    string_view text = text_of_table(s, table);
    *there = text.length > 0 || s->schema.required;
    return *there ? parquet_column_intern(s->column, text, number, e) : ST_OK;
}

static status read_tables_of(struct parquet_source *s, const struct slice *slice, size_t part,
                             const uint32_t *rows, size_t count, size_t *present, struct error *e)
{
    const struct extent_range *range = NULL;
    const struct store_table *table = NULL;
    uint32_t number = 0;
    bool there = false;
    for (size_t i = 0; i < count; i++) {
        if (range == NULL || rows[i] >= range->end) {
            TRY(table_of(slice, part, rows[i], &range, &table, e));
            TRY(number_table(s, table, &number, &there, e));
        }
        if (!s->schema.required) {
            TRY(parquet_column_level(s->column, there, false, e));
        }
        s->numbers[*present] = number;
        *present += there;
    }
    return ST_OK;
}

static status read_tables(struct parquet_source *s, const struct slice *slice, struct error *e)
{
    const uint32_t *rows = slice->rows;
    size_t present = 0;
    for (size_t p = 0; p < slice->piece_count; p++) {
        const struct slice_piece *piece = &slice->pieces[p];
        TRY(read_tables_of(s, slice, piece->part, rows, piece->count, &present, e));
        rows += piece->count;
    }
    return parquet_column_numbers(s->column, s->numbers, present, e);
}

static status read_versions(struct parquet_source *s, const struct slice *slice, struct error *e)
{
    const uint32_t *rows = slice->rows;
    size_t row = 0;
    for (size_t p = 0; p < slice->piece_count; p++) {
        size_t index = slice->found->extent.parts[slice->pieces[p].part].index;
        for (size_t i = 0; i < slice->pieces[p].count; i++, row++) {
            uint32_t from = 0;
            uint32_t until = 0;
            TRY(snapshot_row_life(slice->snapshot, index, rows[i], &from, &until, e));
            if (!is_known(s, from, &s->numbers[row])) {
                const struct commit *made = snapshot_commit(slice->snapshot, from);
                buffer_clear(&s->text);
                buffer_append_int(&s->text, made == NULL ? 0 : made->time);
                TRY(know(s, from, buffer_view(&s->text), &s->numbers[row], e));
            }
        }
        rows += slice->pieces[p].count;
    }
    return parquet_column_numbers(s->column, s->numbers, row, e);
}

// --- what each row has of its own ------------------------------------------------------------

static status add_key(struct parquet_source *s, string_view text, struct error *e)
{
    TRY(parquet_column_plain(s->column, text, e));
    return parquet_column_waiting(s->column) >= PAGE_BYTES ? parquet_column_page(s->column, e)
                                                           : ST_OK;
}

static status read_keys_of(struct parquet_source *s, const struct slice *slice, size_t part,
                           const uint32_t *rows, size_t count, struct error *e)
{
    const struct row_naming *naming = s->columns->naming;
    struct row_identity identity = {.part = part};
    const struct extent_range *range = NULL;
    for (size_t i = 0; i < count; i++) {
        string_view text;
        TRY(segment_key(slice->found->extent.parts[part].segment, rows[i], &s->texts, &text, e));
        if (naming != NULL) {
            if (range == NULL || rows[i] >= range->end) {
                TRY(table_of(slice, part, rows[i], &range, &identity.table, e));
            }
            identity.key = text;
            buffer_clear(&s->text);
            naming->write(naming->argument, &identity, &s->text);
            text = buffer_view(&s->text);
        }
        TRY(add_key(s, text, e));
    }
    return ST_OK;
}

static status read_keys(struct parquet_source *s, const struct slice *slice, struct error *e)
{
    const uint32_t *rows = slice->rows;
    for (size_t p = 0; p < slice->piece_count; p++) {
        TRY(read_keys_of(s, slice, slice->pieces[p].part, rows, slice->pieces[p].count, e));
        rows += slice->pieces[p].count;
    }
    return ST_OK;
}

static void widen(struct parquet_source *s, double longitude, double latitude)
{
    const double at[2] = {longitude, latitude};
    for (size_t i = 0; i < 2; i++) {
        s->box[i] = !s->boxed || at[i] < s->box[i] ? at[i] : s->box[i];
        s->box[2 + i] = !s->boxed || at[i] > s->box[2 + i] ? at[i] : s->box[2 + i];
    }
    s->boxed = true;
}

static status read_points(struct parquet_source *s, const struct slice *slice, struct error *e)
{
    const uint32_t *rows = slice->rows;
    for (size_t p = 0; p < slice->piece_count; p++) {
        size_t index = slice->found->extent.parts[slice->pieces[p].part].index;
        for (size_t i = 0; i < slice->pieces[p].count; i++) {
            struct row_point point;
            char wkb[WKB_POINT] = {1, 1}; // little-endian, a point
            TRY(row_points_find(s->points, index, rows[i], &point, e));
            TRY(parquet_column_level(s->column, point.found, false, e));
            if (point.found) {
                double longitude = point.longitude / 1e7;
                double latitude = point.latitude / 1e7;
                memcpy(wkb + 5, &longitude, sizeof longitude);
                memcpy(wkb + 13, &latitude, sizeof latitude);
                widen(s, longitude, latitude);
                TRY(parquet_column_plain(s->column, (string_view){wkb, WKB_POINT}, e));
            }
        }
        rows += slice->pieces[p].count;
    }
    return ST_OK;
}

// --- fields of one value a row ---------------------------------------------------------------

static status check_ordinal(const struct path_cells *p, uint32_t ordinal, struct error *e)
{
    return ordinal <= p->dictionary.count
               ? ST_OK
               : error_set(e, ST_CORRUPT, "a column holds an ordinal beyond its dictionary");
}

static void add_run(struct parquet_source *s, size_t path, size_t count)
{
    struct value_run *last = s->run_count > 0 ? &s->runs[s->run_count - 1] : NULL;
    if (last != NULL && last->path == path) {
        last->count += (uint32_t)count;
    } else if (count > 0) {
        s->runs[s->run_count++] = (struct value_run){(uint32_t)path, (uint32_t)count};
    }
}

// Adds the ordinals of rows that have a value behind the `*present` there are.
static status read_path(struct parquet_source *s, size_t path, const uint32_t *rows, size_t count,
                        unsigned char *levels, size_t *present, struct error *e)
{
    const struct path_cells *p = &s->paths[path];
    uint32_t *ordinals = s->ordinals + *present;
    uint32_t most = 0;
    size_t found = 0;
    if (rows[count - 1] - rows[0] == count - 1) {
        column_unpack(&p->column, rows[0], count, ordinals);
    } else {
        for (size_t i = 0; i < count; i++) {
            ordinals[i] = column_get(&p->column, rows[i]);
        }
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t ordinal = ordinals[i];
        bool there = ordinal > p->dictionary.missing;
        most = MAX(most, ordinal);
        levels[i] = there;
        ordinals[found] = ordinal;
        found += there;
    }
    add_run(s, path, found);
    *present += found;
    return check_ordinal(p, most, e);
}

// Of rows whose value may stand under one path or another.
static status read_paths(struct parquet_source *s, size_t first, size_t end, const uint32_t *rows,
                         size_t count, unsigned char *levels, size_t *present, struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        levels[i] = 0;
        for (size_t path = first; path < end && levels[i] == 0; path++) {
            if (s->paths[path].depth == 0) {
                TRY(read_path(s, path, &rows[i], 1, &levels[i], present, e));
            }
        }
    }
    return ST_OK;
}

// Numbers of values whose texts stand in no row before: they are looked at together, in the rows'
// order, until the dictionary is full.
static status number_unknown(struct parquet_source *s, size_t path, const uint32_t *ordinals,
                             size_t count, uint32_t *numbers, struct error *e)
{
    uint64_t before = (uint64_t)path << 32;
    uint32_t *told = s->told[path];
    size_t start = 0;
    for (size_t i = 0; i < count; i++) {
        s->asked[i] = ordinals[s->unknown[i]];
    }
    buffer_clear(&s->texts);
    TRY(dictionary_texts(&s->paths[path].dictionary, s->asked, count, &s->texts, s->ends, e));
    for (size_t i = 0; i < count && !parquet_column_is_full(s->column); i++) {
        string_view text = {s->texts.bytes + start, s->ends[i] - start};
        uint32_t *number = &numbers[s->unknown[i]];
        start = s->ends[i];
        if (told == NULL) {
            TRY(is_known(s, before | s->asked[i], number)
                    ? ST_OK
                    : know(s, before | s->asked[i], text, number, e));
            continue;
        }
        if (told[s->asked[i]] == 0) {
            TRY(parquet_column_intern(s->column, text, number, e));
            told[s->asked[i]] = *number + 1;
        }
        *number = told[s->asked[i]] - 1;
    }
    return ST_OK;
}

// How many values have no number yet.
static size_t number_known(struct parquet_source *s, size_t path, const uint32_t *ordinals,
                           size_t count, uint32_t *numbers)
{
    uint64_t before = (uint64_t)path << 32;
    const uint32_t *told = s->told[path];
    size_t unknown = 0;
    for (size_t i = 0; told != NULL && i < count; i++) {
        uint32_t number = told[ordinals[i]];
        numbers[i] = number - 1;
        s->unknown[unknown] = (uint32_t)i;
        unknown += number == 0;
    }
    for (size_t i = 0; told == NULL && i < count; i++) {
        s->unknown[unknown] = (uint32_t)i;
        unknown += !is_known(s, before | ordinals[i], &numbers[i]);
    }
    return unknown;
}

static status number_values(struct parquet_source *s, size_t path, const uint32_t *ordinals,
                            size_t count, uint32_t *numbers, struct error *e)
{
    if (s->told[path] == NULL && s->paths[path].dictionary.count <= TOLD_MOST) {
        s->told[path] = calloc(1, told_size(s, path));
        if (s->told[path] == NULL) {
            return query_no_memory(e);
        }
    }
    size_t unknown = number_known(s, path, ordinals, count, numbers);
    return unknown == 0 ? ST_OK : number_unknown(s, path, ordinals, unknown, numbers, e);
}

// Numbers the values at hand, or gives the dictionary up: it is full, or too few values repeat.
static status number_runs(struct parquet_source *s, size_t present, struct error *e)
{
    size_t at = 0;
    for (size_t i = 0; i < s->run_count; i++) {
        TRY(number_values(s, s->runs[i].path, s->ordinals + at, s->runs[i].count, s->numbers + at,
                          e));
        at += s->runs[i].count;
    }
    bool tries = s->tried < TRIAL;
    s->tried += present;
    bool repeats = !tries || s->tried < TRIAL || 2 * parquet_column_entries(s->column) <= s->tried;
    s->rests = repeats ? s->rests : RESTS;
    return repeats && !parquet_column_is_full(s->column) ? ST_OK
                                                         : parquet_column_give_up(s->column, e);
}

// --- texts as they stand ---------------------------------------------------------------------

static void write_text(void *argument, size_t column, string_view text, struct buffer *out)
{
    (void)argument;
    (void)column;
    buffer_append_view(out, text);
}

static status open_reader(struct parquet_source *s, const struct slice *slice, size_t part,
                          struct error *e)
{
    const struct cell_escape escape = {write_text, NULL, 0};
    size_t first = s->first_paths[part];
    return s->readers[part] != NULL
               ? ST_OK
               : cell_reader_create(s->field->paths + first, s->first_paths[part + 1] - first, 0,
                                    bitset_count(slice->found->sets.sets[part]), &escape, &budget,
                                    &s->readers[part], e);
}

static status add_next(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                       struct error *e)
{
    struct parquet_source *s = argument;
    (void)ordinal;
    return parquet_column_plain(s->column, ordinal_text(kind, text), e);
}

// Texts that nobody keeps: those that follow each other are read in one go.
static status add_decoded(struct parquet_source *s, const struct path_cells *p,
                          const uint32_t *ordinals, size_t count, struct error *e)
{
    uint32_t last = ordinals[count - 1];
    if (p->column.step == 1 && last >= ordinals[0] && last - ordinals[0] == count - 1) {
        return dictionary_scan(&p->dictionary, ordinals[0], last, add_next, s, e);
    }
    buffer_clear(&s->texts);
    TRY(dictionary_texts(&p->dictionary, ordinals, count, &s->texts, s->ends, e));
    return parquet_column_plain_all(s->column, &s->texts, s->ends, count, e);
}

// The texts of a run of ordinals.
static status add_texts(struct parquet_source *s, const struct slice *slice, size_t path,
                        const uint32_t *ordinals, size_t count, struct error *e)
{
    size_t part = s->field->paths[path].part;
    TRY(open_reader(s, slice, part, e));
    const struct cell_reader *reader = s->readers[part];
    if (!cell_reader_keeps(reader)) {
        return add_decoded(s, &s->paths[path], ordinals, count, e);
    }
    for (size_t i = 0; i < count; i++) {
        cell_reader_expect(reader, ordinals[MIN(i + TEXTS_AHEAD, count - 1)]);
        TRY(parquet_column_plain(s->column, cell_reader_text(reader, ordinals[i]), e));
    }
    return ST_OK;
}

// Adds what was read of a batch.
static status add_values(struct parquet_source *s, const struct slice *slice, const struct batch *b,
                         struct error *e)
{
    if (!parquet_column_gave_up(s->column)) {
        TRY(number_runs(s, b->present, e));
    }
    TRY(parquet_column_levels(s->column, s->levels, b->rows, e));
    if (!parquet_column_gave_up(s->column)) {
        return parquet_column_numbers(s->column, s->numbers, b->present, e);
    }
    size_t at = 0;
    for (size_t i = 0; i < s->run_count; i++) {
        TRY(add_texts(s, slice, s->runs[i].path, s->ordinals + at, s->runs[i].count, e));
        at += s->runs[i].count;
    }
    return ST_OK;
}

// --- fields of several values a row ----------------------------------------------------------

static status add_element(struct parquet_source *s, size_t path, uint32_t element, bool list,
                          bool *begun, struct error *e)
{
    const struct path_cells *p = &s->paths[path];
    uint32_t ordinal = column_get(&p->column, element);
    TRY(check_ordinal(p, ordinal, e));
    bool there = ordinal > p->dictionary.missing;
    if (!there && !list) {
        return ST_OK; // the row has no value of its own under this path
    }
    TRY(parquet_column_level(s->column, there ? PARQUET_LIST_VALUE : PARQUET_LIST_NOTHING, *begun,
                             e));
    *begun = true;
    if (!there) {
        return ST_OK;
    }
    buffer_clear(&s->texts);
    size_t length = 0;
    TRY(dictionary_texts(&p->dictionary, &ordinal, 1, &s->texts, &length, e));
    return parquet_column_plain(s->column, buffer_view(&s->texts), e);
}

static status read_lists(struct parquet_source *s, size_t part, const uint32_t *rows, size_t count,
                         struct error *e)
{
    for (size_t i = 0; i < count; i++) {
        bool begun = false;
        for (size_t k = s->first_paths[part]; k < s->first_paths[part + 1]; k++) {
            uint32_t first = 0;
            uint32_t end = 0;
            path_cells_of(&s->paths[k], rows[i], &first, &end);
            for (uint32_t element = first; element < end; element++) {
                TRY(add_element(s, k, element, s->paths[k].depth > 0, &begun, e));
            }
        }
        if (!begun) {
            TRY(parquet_column_level(s->column, PARQUET_LIST_MISSING, false, e));
        }
    }
    return ST_OK;
}

// --- batches ---------------------------------------------------------------------------------

static status read_piece(struct parquet_source *s, const struct batch_piece *p, size_t *present,
                         struct error *e)
{
    size_t first = s->first_paths[p->part];
    size_t paths = s->first_paths[p->part + 1] - first;
    if (s->schema.list) {
        return read_lists(s, p->part, p->rows, p->count, e);
    }
    if (paths == 1 && s->paths[first].depth == 0) {
        return read_path(s, first, p->rows, p->count, p->levels, present, e);
    }
    return read_paths(s, first, first + paths, p->rows, p->count, p->levels, present, e);
}

// Batches are of so many rows, whichever parts they lie in: what is decided at their ends must not
// depend on parts.
static status read_field(struct parquet_source *s, const struct slice *slice, struct error *e)
{
    struct batch b;
    size_t piece = 0;
    size_t done = 0; // rows of the piece
    for (size_t at = 0; at < slice->row_count; at += b.rows) {
        s->run_count = 0;
        b.present = 0;
        b.piece_count = 0;
        for (b.rows = 0; b.rows < MIN(BATCH, slice->row_count - at);) {
            size_t left = MIN(BATCH, slice->row_count - at) - b.rows;
            struct batch_piece *p = &b.pieces[b.piece_count++];
            *p = (struct batch_piece){slice->pieces[piece].part,
                                      MIN(left, slice->pieces[piece].count - done),
                                      slice->rows + at + b.rows, s->levels + b.rows};
            TRY(read_piece(s, p, &b.present, e));
            b.rows += p->count;
            done += p->count;
            if (done == slice->pieces[piece].count) {
                piece++;
                done = 0;
            }
        }
        if (!s->schema.list) {
            TRY(add_values(s, slice, &b, e));
        }
        if (parquet_column_waiting(s->column) >= PAGE_BYTES) {
            TRY(parquet_column_page(s->column, e));
        }
    }
    return ST_OK;
}

status parquet_source_read(struct parquet_source *s, const struct slice *slice, struct error *e)
{
    switch (s->kind) {
    case SOURCE_DATASET:
    case SOURCE_TABLE:
    case SOURCE_CONSTANT:
        return read_tables(s, slice, e);
    case SOURCE_VERSION:
        return read_versions(s, slice, e);
    case SOURCE_KEY:
        return read_keys(s, slice, e);
    case SOURCE_POINT:
        return read_points(s, slice, e);
    case SOURCE_FIELD:
        return read_field(s, slice, e);
    }
    return ST_OK;
}
