// SPDX-License-Identifier: Apache-2.0
// Rows come in runs; runs fill blocks; several blocks are written side by side, each into a buffer
// of its own, and go out in order. Must not know: HTTP, who asks.
#include "query/csv_export.h"

#include "query/cell_texts.h"
#include "query/key_order.h"
#include "query/query_pool.h"
#include "query/query_tree.h"
#include "query/search_rows.h"
#include "query/sort_order.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK_ROWS   4096u // of a block, which one thread writes
#define STEP_ROWS    128u  // of a block, put together at a time: their texts stay in the cache
#define LINE_END     "\r\n"
#define BLOCKS       8u // written side by side
#define MOST_BLOCK   ((size_t)1 << 31)
#define SORTED_BATCH ((size_t)65536)     // rows put in order at a time
#define KEPT_BYTES   ((size_t)256 << 20) // of the texts of dictionaries

// Of all exports of the process together.
static struct cell_budget budget = {.most = KEPT_BYTES};

struct block {
    size_t pieces; // rows of one part that rise
    struct {
        uint32_t part;
        uint32_t count;
    } piece[BLOCK_ROWS];
    uint32_t rows[BLOCK_ROWS]; // of all pieces
    size_t row_count;
    struct buffer out;
};

struct export
{
    struct snapshot *snapshot;
    const struct search_request *request;
    bool identity;
    struct cancellation cancellation;
    struct arena arena;
    struct search_rows found;
    struct field_paths *fields; // by column
    size_t columns;
    struct cell_reader **readers; // by part, then column; made when the part is first met
    bool *done;                   // by part: its last row is in a block
    struct block *blocks;         // BLOCKS of them
    size_t filled;                // blocks that have rows, the last of them perhaps not full
    csv_sink *sink;
    void *argument;
};

// --- text ------------------------------------------------------------------------------------

static bool needs_quotes(string_view text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (c == ',' || c == '"' || c == '\n' || c == '\r') {
            return true;
        }
    }
    return false;
}

static void write_csv(string_view text, struct buffer *out)
{
    if (!needs_quotes(text)) {
        buffer_append_view(out, text);
        return;
    }
    buffer_append_byte(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '"') {
            buffer_append_byte(out, '"');
        }
        buffer_append_byte(out, text.bytes[i]);
    }
    buffer_append_byte(out, '"');
}

// --- columns ---------------------------------------------------------------------------------

struct column_name {
    string_view name;
    uint64_t place; // part and path of its first leaf
};

static int by_name(const void *a, const void *b)
{
    const struct column_name *x = a;
    const struct column_name *y = b;
    int order = sv_compare(x->name, y->name);
    return order != 0 ? order : (x->place > y->place) - (x->place < y->place);
}

static int by_place(const void *a, const void *b)
{
    const struct column_name *x = a;
    const struct column_name *y = b;
    return (x->place > y->place) - (x->place < y->place);
}

// Each name once, in the order in which the segments have them.
static status all_columns(struct export *x, const string_view **out, size_t *count, struct error *e)
{
    const struct named_path *paths = NULL;
    size_t path_count = 0;
    TRY(field_paths_all(&x->found.extent, &x->arena, &paths, &path_count, e));
    struct column_name *list = arena_array(&x->arena, struct column_name, path_count + 1);
    string_view *names = arena_array(&x->arena, string_view, path_count + 1);
    if (list == NULL || names == NULL) {
        return query_no_memory(e);
    }
    size_t kept = 0;
    for (size_t i = 0; i < path_count; i++) {
        list[i] = (struct column_name){paths[i].name,
                                       (uint64_t)paths[i].path.part << 32 | paths[i].path.path};
    }
    qsort(list, path_count, sizeof *list, by_name);
    for (size_t i = 0; i < path_count; i++) {
        if (kept == 0 || !sv_equal(list[kept - 1].name, list[i].name)) {
            list[kept++] = list[i];
        }
    }
    qsort(list, kept, sizeof *list, by_place);
    *count = 0;
    for (size_t i = 0; i < kept; i++) {
        struct field_paths field;
        TRY(field_paths_find(&x->found.extent, list[i].name, &x->arena, &field, e));
        if (field.has_leaf) { // not the name of a list or object that some record has empty
            names[(*count)++] = list[i].name;
        }
    }
    *out = names;
    return ST_OK;
}

static status open_columns(struct export *x, const string_view *columns, size_t count,
                           struct error *e)
{
    if (count == 0) {
        TRY(all_columns(x, &columns, &count, e));
    }
    x->columns = count;
    x->fields = arena_array(&x->arena, struct field_paths, count + 1);
    size_t readers = x->found.extent.count * count;
    x->readers =
        (struct cell_reader **)arena_alloc_array(&x->arena, readers + 1, sizeof *x->readers);
    x->done = arena_array(&x->arena, bool, x->found.extent.count + 1);
    if (x->fields == NULL || x->readers == NULL || x->done == NULL) {
        return query_no_memory(e);
    }
    struct buffer *header = &x->blocks[0].out;
    if (x->identity) {
        buffer_append_view(header, SV("_dataset,_table,_key,_version"));
        buffer_append_view(header, count > 0 ? SV(",") : SV(""));
    }
    for (size_t i = 0; i < count; i++) {
        TRY(field_paths_find_leaf(&x->found.extent, columns[i], &x->arena, &x->fields[i], e));
        if (i > 0) {
            buffer_append_byte(header, ',');
        }
        write_csv(columns[i], header);
    }
    buffer_append_view(header, SV(LINE_END));
    TRY(buffer_check(header, "the header", e));
    TRY(x->sink(x->argument, buffer_view(header), e));
    buffer_clear(header);
    return ST_OK;
}

struct opening {
    struct export *x;
    size_t part;
};

static status open_reader(void *argument, size_t column, struct error *e)
{
    struct opening *o = argument;
    const struct field_paths *field = &o->x->fields[column];
    size_t first = 0;
    while (first < field->count && field->paths[first].part < o->part) {
        first++;
    }
    size_t end = first;
    while (end < field->count && field->paths[end].part == o->part) {
        end++;
    }
    return cell_reader_create(field->paths + first, end - first, write_csv, &budget,
                              &o->x->readers[o->part * o->x->columns + column], e);
}

static void close_part(struct export *x, size_t part)
{
    for (size_t i = 0; x->readers != NULL && i < x->columns; i++) {
        cell_reader_destroy(x->readers[part * x->columns + i]);
        x->readers[part * x->columns + i] = NULL;
    }
}

static status open_part(struct export *x, size_t part, struct error *e)
{
    if (x->columns == 0 || x->readers[part * x->columns] != NULL) {
        return ST_OK;
    }
    struct opening o = {x, part};
    return parallel_run(query_pool(), x->columns, open_reader, &o, e);
}

// --- blocks ----------------------------------------------------------------------------------

// The texts of some rows of one part, by column, then row. What identifies a row is a column before
// the others.
struct step {
    struct cell_scratch scratch;
    size_t columns;
    struct cell_text *texts; // owned: columns x STEP_ROWS
    size_t *starts;          // owned: by column, where its texts begin in `decoded`
    struct buffer decoded;
    struct buffer key;
};

static status write_identity(const struct export *x, size_t part, uint32_t row, struct buffer *key,
                             struct buffer *out, struct error *e)
{
    const struct extent_part *p = &x->found.extent.parts[part];
    const struct store_table *t =
        snapshot_table_by_uuid(x->snapshot, &extent_range_of(p, row)->table);
    uint32_t from = 0;
    uint32_t until = 0;
    string_view text;
    if (t == NULL) {
        return error_set(e, ST_INTERNAL, "a row belongs to no table");
    }
    TRY(snapshot_row_life(x->snapshot, p->index, row, &from, &until, e));
    TRY(segment_key(p->segment, row, key, &text, e));
    const struct commit *made = snapshot_commit(x->snapshot, from);
    write_csv(t->dataset_slug, out);
    buffer_append_byte(out, ',');
    write_csv(t->slug, out);
    buffer_append_byte(out, ',');
    write_csv(text, out);
    buffer_append_byte(out, ',');
    buffer_append_int(out, made == NULL ? 0 : made->time);
    return buffer_check(out, "rows of an export", e);
}

static status read_identity(const struct export *x, struct step *s, size_t part,
                            const uint32_t *rows, size_t count, struct error *e)
{
    s->starts[0] = s->decoded.length;
    for (size_t i = 0; i < count; i++) {
        size_t before = s->decoded.length;
        TRY(write_identity(x, part, rows[i], &s->key, &s->decoded, e));
        s->texts[i] = (struct cell_text){NULL, s->decoded.length - before};
    }
    return ST_OK;
}

// Most texts are short: two words are copied without a look at the length.
static inline char *copy_text(char *at, const struct cell_text *text)
{
    if (text->length <= CELL_PADDING) {
        memcpy(at, text->bytes, CELL_PADDING);
    } else {
        memcpy(at, text->bytes, text->length);
    }
    return at + text->length;
}

// Puts rows together from texts whose places are settled.
static status write_rows(const struct step *s, size_t count, struct buffer *out, struct error *e)
{
    size_t length = count * (s->columns + sizeof LINE_END);
    for (size_t c = 0; c < s->columns; c++) {
        for (size_t i = 0; i < count; i++) {
            length += s->texts[c * STEP_ROWS + i].length;
        }
    }
    if (!buffer_reserve(out, length + CELL_PADDING)) {
        return buffer_check(out, "rows of an export", e);
    }
    char *at = out->bytes + out->length;
    for (size_t i = 0; i < count; i++) {
        for (size_t c = 0; c < s->columns; c++) {
            const struct cell_text *text = &s->texts[c * STEP_ROWS + i];
            at = copy_text(at, text);
            *at++ = ',';
        }
        memcpy(at - 1, LINE_END, sizeof LINE_END - 1); // over the last comma
        at += sizeof LINE_END - 2;
    }
    out->length = (size_t)(at - out->bytes);
    return ST_OK;
}

// Texts in `decoded` have their places once all of them are there.
static void settle_texts(struct step *s, size_t count)
{
    for (size_t c = 0; c < s->columns; c++) {
        const char *at = s->decoded.bytes + s->starts[c];
        for (size_t i = 0; i < count; i++) {
            struct cell_text *text = &s->texts[c * STEP_ROWS + i];
            if (text->bytes == NULL) {
                text->bytes = text->length == 0 ? cell_nothing : at;
                at += text->length;
            }
        }
    }
}

static status write_step(const struct export *x, struct step *s, size_t part, const uint32_t *rows,
                         size_t count, struct buffer *out, struct error *e)
{
    size_t before = s->columns - x->columns; // 1 for what identifies the row
    buffer_clear(&s->decoded);
    if (before > 0) {
        TRY(read_identity(x, s, part, rows, count, e));
    }
    for (size_t c = 0; c < x->columns; c++) {
        s->starts[before + c] = s->decoded.length;
        TRY(cell_reader_read(x->readers[part * x->columns + c], rows, count, &s->scratch,
                             &s->decoded, &s->texts[(before + c) * STEP_ROWS], e));
    }
    if (!buffer_reserve(&s->decoded, CELL_PADDING)) {
        return buffer_check(&s->decoded, "the values of a field", e);
    }
    settle_texts(s, count);
    return write_rows(s, count, out, e);
}

static status write_pieces(const struct export *x, struct step *s, struct block *b, struct error *e)
{
    const uint32_t *rows = b->rows;
    for (size_t i = 0; i < b->pieces; i++) {
        for (size_t done = 0; done < b->piece[i].count; done += STEP_ROWS) {
            size_t count = MIN(b->piece[i].count - done, (size_t)STEP_ROWS);
            TRY(write_step(x, s, b->piece[i].part, rows + done, count, &b->out, e));
        }
        rows += b->piece[i].count;
    }
    return ST_OK;
}

static status write_block(void *argument, size_t index, struct error *e)
{
    struct export *x = argument;
    struct step s = {.columns = x->columns + x->identity};
    cell_scratch_init(&s.scratch);
    buffer_init(&s.decoded, MOST_BLOCK);
    buffer_init(&s.key, (size_t)1 << 20);
    s.texts = calloc(s.columns * STEP_ROWS + 1, sizeof *s.texts);
    s.starts = calloc(s.columns + 1, sizeof *s.starts);
    status result = s.texts == NULL || s.starts == NULL ? query_no_memory(e)
                                                        : write_pieces(x, &s, &x->blocks[index], e);
    free(s.starts);
    free(s.texts);
    buffer_release(&s.key);
    buffer_release(&s.decoded);
    cell_scratch_release(&s.scratch);
    return result;
}

static status send_blocks(struct export *x, struct error *e)
{
    TRY(cancellation_check(&x->cancellation, e));
    TRY(parallel_run(query_pool(), x->filled, write_block, x, e));
    for (size_t i = 0; i < x->filled; i++) {
        struct block *b = &x->blocks[i];
        TRY(x->sink(x->argument, buffer_view(&b->out), e));
        buffer_clear(&b->out);
        b->pieces = 0;
        b->row_count = 0;
    }
    x->filled = 0;
    for (size_t i = 0; i < x->found.extent.count; i++) {
        if (x->done[i]) {
            close_part(x, i);
        }
    }
    return ST_OK;
}

// The block that takes the next rows.
static status next_block(struct export *x, struct block **out, struct error *e)
{
    if (x->filled == 0 || x->blocks[x->filled - 1].row_count == BLOCK_ROWS) {
        if (x->filled == BLOCKS) {
            TRY(send_blocks(x, e));
        }
        x->filled++;
    }
    *out = &x->blocks[x->filled - 1];
    return ST_OK;
}

static status add_run(void *argument, size_t part, uint32_t first, uint32_t end, struct error *e)
{
    struct export *x = argument;
    const struct bitset *set = x->found.sets.sets[part];
    const struct extent_part *p = &x->found.extent.parts[part];
    TRY(open_part(x, part, e));
    while (first < end) {
        struct block *b = NULL;
        TRY(next_block(x, &b, e));
        uint32_t *rows = b->rows + b->row_count;
        size_t count = bitset_list(set, first, rows, BLOCK_ROWS - b->row_count);
        while (count > 0 && rows[count - 1] >= end) {
            count--;
        }
        if (count == 0) {
            break;
        }
        b->piece[b->pieces].part = (uint32_t)part;
        b->piece[b->pieces++].count = (uint32_t)count;
        b->row_count += count;
        first = rows[count - 1] + 1;
    }
    x->done[part] = end >= p->ranges[p->range_count - 1].end;
    return ST_OK;
}

// Of sorted rows neighbours are seldom of one part and rising; where they are, they are one piece.
static status add_row(struct export *x, const struct ordered_row *row, struct error *e)
{
    struct block *b = NULL;
    TRY(open_part(x, row->part, e));
    TRY(next_block(x, &b, e));
    bool goes_on = b->pieces > 0 && b->piece[b->pieces - 1].part == row->part &&
                   b->rows[b->row_count - 1] < row->row;
    if (!goes_on) {
        b->piece[b->pieces].part = (uint32_t)row->part;
        b->piece[b->pieces++].count = 0;
    }
    b->piece[b->pieces - 1].count++;
    b->rows[b->row_count++] = row->row;
    return ST_OK;
}

static status add_sorted(struct export *x, struct error *e)
{
    const struct search_request *r = x->request;
    struct sort_order *order = NULL;
    struct ordered_row *rows = arena_array(&x->arena, struct ordered_row, SORTED_BATCH);
    if (rows == NULL) {
        return query_no_memory(e);
    }
    TRY(sort_order_create(&x->found.extent, r->sorts, r->sort_count, &x->arena, &x->cancellation,
                          &order, e));
    for (uint64_t at = 0; at < x->found.sets.total; at += SORTED_BATCH) {
        size_t count = 0;
        TRY(sort_order_select(order, &x->found.sets, at, SORTED_BATCH, rows, &count, e));
        for (size_t i = 0; i < count; i++) {
            TRY(add_row(x, &rows[i], e));
        }
    }
    return ST_OK;
}

static status run(struct export *x, const struct scope *scope, const struct csv_columns *columns,
                  struct error *e)
{
    const struct search_request *r = x->request;
    const struct query *query = NULL;
    x->blocks = calloc(BLOCKS, sizeof *x->blocks);
    if (x->blocks == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < BLOCKS; i++) {
        buffer_init(&x->blocks[i].out, MOST_BLOCK);
    }
    if (r->query != NULL) {
        TRY(query_normalise(&x->arena, r->query, &query, e));
    }
    TRY(search_rows_find(x->snapshot, scope, r->tables, r->table_count, r->commit, query, &x->arena,
                         &x->cancellation, &x->found, e));
    TRY(open_columns(x, columns->fields, columns->count, e));
    if (r->sort_count > 0) {
        TRY(add_sorted(x, e));
    } else {
        TRY(key_order_runs(&x->found.extent, x->found.sets.sets, add_run, x, e));
    }
    return send_blocks(x, e);
}

status csv_export(struct snapshot *s, const struct scope *scope,
                  const struct search_request *request, const struct csv_columns *columns,
                  csv_sink *sink, void *argument, struct error *e)
{
    struct export x = {.snapshot = s,
                       .request = request,
                       .identity = columns->identity,
                       .cancellation = {request->cancelled, request->cancelled_argument},
                       .sink = sink,
                       .argument = argument};
    arena_init(&x.arena, 0);
    status result = run(&x, scope, columns, e);
    for (size_t i = 0; i < x.found.extent.count; i++) {
        close_part(&x, i);
    }
    for (size_t i = 0; x.blocks != NULL && i < BLOCKS; i++) {
        buffer_release(&x.blocks[i].out);
    }
    free(x.blocks);
    arena_release(&x.arena);
    return result;
}

status csv_columns_check(struct snapshot *s, const struct scope *scope,
                         const struct search_request *request, const struct csv_columns *columns,
                         struct arena *arena, struct error *e)
{
    struct extent extent;
    struct field_paths paths;
    TRY(extent_create(s, scope, request->tables, request->table_count, 0, arena, &extent, e));
    for (size_t i = 0; i < columns->count; i++) {
        TRY(field_paths_find_leaf(&extent, columns->fields[i], arena, &paths, e));
    }
    return ST_OK;
}
