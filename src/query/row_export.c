// SPDX-License-Identifier: Apache-2.0
// Rows come in runs; runs fill blocks; blocks are written side by side, each into a buffer of its
// own, while those before go out in order. Must not know: HTTP, who asks, how formats look.
#include "query/row_export.h"

#include "query/cell_rows.h"
#include "query/ordered_work.h"
#include "query/query_pool.h"
#include "query/query_tree.h"
#include "query/row_walk.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK_ROWS 1024u // of a block, which one thread writes: they stay in its cache
#define BLOCKS     8u    // in work or waiting to go out
#define MOST_BLOCK ((size_t)1 << 31)
#define KEPT_BYTES ((size_t)256 << 20) // of the texts of dictionaries

// Of all exports of the process together.
static struct cell_budget budget = {.most = KEPT_BYTES};

// What one thread needs to write rows. What begins a row is a column before the others, what ends
// it one behind them.
struct step {
    struct cell_scratch scratch;
    size_t columns;
    struct cell_column *cells; // owned: by column
    struct cell_column read;   // before its cells of no value are filled
    struct buffer key;
    struct buffer text;
};

struct block {
    size_t pieces; // rows of one part that rise
    struct {
        uint32_t part;
        uint32_t count;
    } piece[BLOCK_ROWS];
    uint32_t rows[BLOCK_ROWS]; // of all pieces
    size_t row_count;
    struct step step;
    struct buffer out;
};

struct export
{
    struct snapshot *snapshot;
    const struct search_request *request;
    const struct row_style *style;
    struct row_points *points; // owned; NULL: nobody asks
    struct cancellation cancellation;
    struct arena arena;
    struct search_rows found;
    const struct field_paths *fields; // by column
    const uint32_t *numbers;          // likewise
    size_t columns;
    struct cell_reader **readers; // by part, then column; made when the part is first met
    size_t *left;                 // by part: rows that are in no block yet; known once opened
    struct block *blocks;         // owned: BLOCKS of them
    struct ordered_work *work;    // on the blocks
    struct block *filling;        // the block that takes the next rows; NULL: a new one
};

// --- columns ---------------------------------------------------------------------------------

static status open_columns(struct export *x, const struct scope *scope,
                           const struct row_choice *asked, struct error *e)
{
    struct row_columns columns;
    TRY(row_columns_open(x->snapshot, scope, x->request, asked, &x->found, &x->arena, &columns, e));
    x->columns = columns.count;
    x->fields = columns.fields;
    x->numbers = columns.numbers;
    size_t readers = x->found.extent.count * columns.count;
    x->readers =
        (struct cell_reader **)arena_alloc_array(&x->arena, readers + 1, sizeof *x->readers);
    x->left = arena_array(&x->arena, size_t, x->found.extent.count + 1);
    if (x->readers == NULL || x->left == NULL) {
        return query_no_memory(e);
    }
    return x->style->begin(x->style->argument, &columns, &x->arena, e);
}

struct opened_column {
    size_t column;
    const struct field_path *paths; // of the part
    size_t count;
    uint32_t values; // of the first path
};

struct opening {
    struct export *x;
    size_t part;
    size_t rows;
    struct opened_column *columns; // those of most values first: they take longest
};

static int by_values(const void *a, const void *b)
{
    const struct opened_column *x = a;
    const struct opened_column *y = b;
    int order = (x->values < y->values) - (x->values > y->values);
    return order != 0 ? order : (x->column > y->column) - (x->column < y->column);
}

static status find_column(const struct export *x, size_t part, size_t column,
                          struct opened_column *out, struct error *e)
{
    const struct field_paths *field = &x->fields[column];
    size_t first = 0;
    while (first < field->count && field->paths[first].part < part) {
        first++;
    }
    size_t end = first;
    while (end < field->count && field->paths[end].part == part) {
        end++;
    }
    *out = (struct opened_column){column, field->paths + first, end - first, 0};
    uint32_t missing = 0;
    return end == first ? ST_OK
                        : segment_values(out->paths[0].segment, out->paths[0].path, &missing,
                                         &out->values, e);
}

static status open_reader(void *argument, size_t index, struct error *e)
{
    const struct opening *o = argument;
    const struct opened_column *c = &o->columns[index];
    const struct row_style *style = o->x->style;
    const struct cell_escape escape = {style->cell, style->argument, c->column};
    return cell_reader_create(c->paths, c->count, o->x->numbers[c->column], o->rows, &escape,
                              &budget, &o->x->readers[o->part * o->x->columns + c->column], e);
}

static void send_filled(struct export *x)
{
    if (x->filling != NULL && x->filling->row_count > 0) {
        ordered_work_send(x->work);
        x->filling = NULL;
    }
}

static void close_part(struct export *x, size_t part)
{
    for (size_t i = 0; x->readers != NULL && i < x->columns; i++) {
        cell_reader_destroy(x->readers[part * x->columns + i]);
        x->readers[part * x->columns + i] = NULL;
    }
}

// What the parts before keep would not leave enough for the next one.
static status close_done(struct export *x, struct error *e)
{
    for (size_t i = 0; i < x->found.extent.count; i++) {
        if (x->left[i] == 0 && x->readers[i * x->columns] != NULL) {
            send_filled(x);
            TRY(ordered_work_drain(x->work, e));
            close_part(x, i);
        }
    }
    return ST_OK;
}

static status open_part(struct export *x, size_t part, struct error *e)
{
    if (x->columns == 0 || x->readers[part * x->columns] != NULL) {
        return ST_OK;
    }
    TRY(close_done(x, e));
    struct opening o = {x, part, bitset_count(x->found.sets.sets[part]), NULL};
    x->left[part] = o.rows;
    o.columns = calloc(x->columns, sizeof *o.columns);
    if (o.columns == NULL) {
        return query_no_memory(e);
    }
    status result = ST_OK;
    for (size_t i = 0; i < x->columns && result == ST_OK; i++) {
        result = find_column(x, part, i, &o.columns[i], e);
    }
    if (result == ST_OK) {
        qsort(o.columns, x->columns, sizeof *o.columns, by_values);
        result = parallel_run(query_pool(), x->columns, open_reader, &o, e);
    }
    free(o.columns);
    return result;
}

// --- blocks ----------------------------------------------------------------------------------

static status identify(const struct export *x, size_t part, uint32_t row, struct buffer *key,
                       struct row_identity *out, struct error *e)
{
    const struct extent_part *p = &x->found.extent.parts[part];
    const struct store_table *t =
        snapshot_table_by_uuid(x->snapshot, &extent_range_of(p, row)->table);
    uint32_t from = 0;
    uint32_t until = 0;
    if (t == NULL) {
        return error_set(e, ST_INTERNAL, "a row belongs to no table");
    }
    TRY(snapshot_row_life(x->snapshot, p->index, row, &from, &until, e));
    TRY(segment_key(p->segment, row, key, &out->key, e));
    const struct commit *made = snapshot_commit(x->snapshot, from);
    out->table = t;
    out->version = made == NULL ? 0 : made->time;
    if (x->points != NULL) {
        TRY(row_points_find(x->points, p->index, row, &out->point, e));
    }
    out->part = part;
    out->row = row;
    return ST_OK;
}

static status read_identity(const struct export *x, struct step *s, size_t part,
                            const uint32_t *rows, size_t count, struct error *e)
{
    const struct row_style *style = x->style;
    row_text *const texts[] = {style->head, style->tail};
    struct cell_column *const columns[] = {&s->cells[0], &s->cells[s->columns - 1]};
    for (size_t k = 0; k < ARRAY_LENGTH(texts); k++) {
        if (texts[k] == NULL) {
            continue;
        }
        cell_column_begin(columns[k]);
        for (size_t i = 0; i < count; i++) {
            struct row_identity identity;
            TRY(identify(x, part, rows[i], &s->key, &identity, e));
            buffer_clear(&s->text);
            texts[k](style->argument, &identity, &s->text);
            TRY(buffer_check(&s->text, "rows of an export", e));
            cell_column_add(columns[k], i, &s->text);
        }
        TRY(cell_column_end(columns[k], e));
    }
    return ST_OK;
}

// A column whose cells of no value the style fills.
static status read_filled(const struct export *x, struct step *s, size_t part, size_t column,
                          const uint32_t *rows, size_t count, struct cell_column *out,
                          struct error *e)
{
    const struct row_style *style = x->style;
    TRY(cell_reader_read(x->readers[part * x->columns + column], rows, count, &s->scratch, &s->read,
                         e));
    buffer_clear(&s->text);
    style->cell(style->argument, column, SV(""), &s->text);
    size_t empty = s->text.length;
    cell_column_begin(out);
    for (size_t i = 0; i < count; i++) {
        string_view cell = cell_text(&s->read, i);
        buffer_clear(&s->text);
        if (cell.length <= empty) {
            struct row_identity identity;
            TRY(identify(x, part, rows[i], &s->key, &identity, e));
            style->missing(style->argument, column, &identity, &s->text);
        } else {
            buffer_append_view(&s->text, cell);
        }
        TRY(buffer_check(&s->text, "rows of an export", e));
        cell_column_add(out, i, &s->text);
    }
    return cell_column_end(out, e);
}

static status write_step(const struct export *x, struct step *s, size_t part, const uint32_t *rows,
                         size_t count, struct buffer *out, struct error *e)
{
    size_t before = x->style->head != NULL;
    TRY(read_identity(x, s, part, rows, count, e));
    for (size_t c = 0; c < x->style->missing_columns; c++) {
        TRY(read_filled(x, s, part, c, rows, count, &s->cells[before + c], e));
    }
    for (size_t c = x->style->missing_columns; c < x->columns; c++) {
        TRY(cell_reader_read(x->readers[part * x->columns + c], rows, count, &s->scratch,
                             &s->cells[before + c], e));
    }
    return cell_rows_write(s->cells, s->columns, count, x->style->line_end, out, e);
}

static status write_pieces(const struct export *x, struct step *s, struct block *b, struct error *e)
{
    const uint32_t *rows = b->rows;
    for (size_t i = 0; i < b->pieces; i++) {
        for (size_t done = 0; done < b->piece[i].count; done += CELL_STEP) {
            size_t count = MIN(b->piece[i].count - done, (size_t)CELL_STEP);
            TRY(write_step(x, s, b->piece[i].part, rows + done, count, &b->out, e));
        }
        rows += b->piece[i].count;
    }
    return ST_OK;
}

static status write_block(void *argument, size_t place, struct error *e)
{
    const struct export *x = argument;
    struct block *b = &x->blocks[place];
    return write_pieces(x, &b->step, b, e);
}

static status give_block(void *argument, size_t place, struct error *e)
{
    const struct export *x = argument;
    struct block *b = &x->blocks[place];
    TRY(cancellation_check(&x->cancellation, e));
    TRY(x->style->give(x->style->argument, buffer_view(&b->out), b->row_count, e));
    buffer_clear(&b->out);
    b->pieces = 0;
    b->row_count = 0;
    return ST_OK;
}

// The block that takes the next rows.
static status next_block(struct export *x, struct block **out, struct error *e)
{
    if (x->filling != NULL && x->filling->row_count == BLOCK_ROWS) {
        send_filled(x);
    }
    if (x->filling == NULL) {
        size_t place = 0;
        TRY(ordered_work_place(x->work, &place, e));
        x->filling = &x->blocks[place];
    }
    *out = x->filling;
    return ST_OK;
}

static status add_rows(void *argument, size_t part, const uint32_t *rows, size_t count,
                       struct error *e)
{
    struct export *x = argument;
    TRY(open_part(x, part, e));
    x->left[part] -= count;
    while (count > 0) {
        struct block *b = NULL;
        TRY(next_block(x, &b, e));
        size_t taken = MIN(count, BLOCK_ROWS - b->row_count);
        memcpy(b->rows + b->row_count, rows, taken * sizeof *rows);
        b->piece[b->pieces].part = (uint32_t)part;
        b->piece[b->pieces++].count = (uint32_t)taken;
        b->row_count += taken;
        rows += taken;
        count -= taken;
    }
    return ST_OK;
}

static status make_blocks(struct export *x, struct error *e)
{
    const struct ordered_work_calls calls = {write_block, give_block, x};
    x->blocks = calloc(BLOCKS, sizeof *x->blocks);
    if (x->blocks == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < BLOCKS; i++) {
        struct step *s = &x->blocks[i].step;
        buffer_init(&x->blocks[i].out, MOST_BLOCK);
        buffer_init(&s->text, MOST_BLOCK);
        buffer_init(&s->key, (size_t)1 << 20);
        cell_scratch_init(&s->scratch);
        cell_column_init(&s->read);
        s->cells = calloc(x->columns + 2, sizeof *s->cells);
        if (s->cells == NULL) {
            return query_no_memory(e);
        }
        s->columns = x->columns + (x->style->head != NULL) + (x->style->tail != NULL);
        for (size_t c = 0; c < s->columns; c++) {
            cell_column_init(&s->cells[c]);
        }
    }
    return ordered_work_create(query_pool(), BLOCKS, &calls, &x->work, e);
}

static void release_blocks(struct export *x)
{
    for (size_t i = 0; x->blocks != NULL && i < BLOCKS; i++) {
        struct step *s = &x->blocks[i].step;
        for (size_t c = 0; c < s->columns; c++) {
            cell_column_release(&s->cells[c]);
        }
        free(s->cells);
        cell_scratch_release(&s->scratch);
        cell_column_release(&s->read);
        buffer_release(&s->key);
        buffer_release(&s->text);
        buffer_release(&x->blocks[i].out);
    }
    free(x->blocks);
}

static status run(struct export *x, const struct scope *scope, const struct row_choice *columns,
                  struct error *e)
{
    const struct search_request *r = x->request;
    const struct query *query = NULL;
    if (r->query != NULL) {
        TRY(query_normalise(&x->arena, r->query, &query, e));
    }
    TRY(search_rows_find(x->snapshot, scope, r->tables, r->table_count, r->commit, query, &x->arena,
                         &x->cancellation, &x->found, e));
    TRY(open_columns(x, scope, columns, e));
    if (x->style->points) {
        TRY(row_points_create(x->snapshot, &x->points, e));
    }
    TRY(make_blocks(x, e));
    TRY(row_walk(&x->found, r, &x->cancellation, &x->arena, add_rows, x, e));
    send_filled(x);
    return ordered_work_drain(x->work, e);
}

status row_export(struct snapshot *s, const struct scope *scope,
                  const struct search_request *request, const struct row_choice *columns,
                  const struct row_style *style, struct error *e)
{
    struct export x = {.snapshot = s,
                       .request = request,
                       .style = style,
                       .cancellation = {request->cancelled, request->cancelled_argument}};
    arena_init(&x.arena, 0);
    status result = run(&x, scope, columns, e);
    ordered_work_destroy(x.work);
    for (size_t i = 0; i < x.found.extent.count; i++) {
        close_part(&x, i);
    }
    release_blocks(&x);
    row_points_destroy(x.points);
    arena_release(&x.arena);
    return result;
}
