// SPDX-License-Identifier: Apache-2.0
// Writes the token index of whole records (TOKENS, TOKEN_POSTINGS). Rows are taken in blocks of
// 65,536, one container of a bitmap each, side by side on all threads; then each token's containers
// are put together. Must not know: how tokens are cut.
#include "base/array.h"
#include "store/postings_builder.h"
#include "store/segment_writer_private.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK_ROWS 65536u
#define CHUNK_ROWS 256u

// What a block found of one token.
struct block_list {
    uint32_t token;
    uint16_t kind; // of the container; lists of at most LIST_MOST members stay arrays
    uint32_t cardinality;
    size_t offset; // in the block's bytes
    size_t length;
};

struct token_block {
    struct block_list *lists; // owned, by rising token
    size_t count;
    size_t capacity;
    struct buffer bytes;
};

struct row_indexer {
    struct segment_writer *w;
    struct intern_table texts; // of the segment
    uint32_t **maps;           // owned: by path, from its own tokens to the segment's
    uint32_t *ranks;           // owned
    uint32_t *order;           // owned
    uint32_t *paths;           // owned: those with tokens
    size_t paths_count;
    struct token_block *blocks; // owned
    size_t blocks_count;
};

// --- the segment's tokens ------------------------------------------------------------------------

static status map_tokens(struct row_indexer *x, uint32_t path, struct error *e)
{
    const struct intern_table *own = &x->w->paths[path]->tokens.texts;
    uint32_t *map = malloc(MAX(own->count, 1u) * sizeof *map);
    if (map == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    x->maps[path] = map;
    struct intern_key keys[64];
    for (uint32_t done = 0; done < own->count; done += ARRAY_LENGTH(keys)) {
        size_t count = MIN(own->count - done, (uint32_t)ARRAY_LENGTH(keys));
        for (uint32_t i = 0; i < count; i++) {
            string_view text = intern_text(own, done + i);
            keys[i] = (struct intern_key){text.bytes, (uint32_t)text.length, 0};
        }
        TRY(intern_many(&x->texts, keys, count, map + done, e));
    }
    return ST_OK;
}

static status collect_tokens(struct row_indexer *x, struct error *e)
{
    struct segment_writer *w = x->w;
    x->maps = calloc(MAX(w->paths_count, (size_t)1), sizeof *x->maps);
    x->paths = malloc(MAX(w->paths_count, (size_t)1) * sizeof *x->paths);
    if (x->maps == NULL || x->paths == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    for (uint32_t path = 0; path < w->paths_count; path++) {
        if (w->paths[path]->tokens.ids_count > 0) {
            x->paths[x->paths_count++] = path;
            TRY(map_tokens(x, path, e));
            intern_release(&w->paths[path]->tokens.texts);
        }
    }
    intern_seal(&x->texts);
    return tokens_sort(&x->texts, &x->ranks, &x->order, e);
}

// The path's entries get the segment's ranks of their tokens.
static status renumber_path(void *argument, size_t index, struct error *e)
{
    struct row_indexer *x = argument;
    uint32_t path = x->paths[index];
    struct path_tokens *t = &x->w->paths[path]->tokens;
    for (size_t i = 0; i < t->ids_count; i++) {
        t->ids[i] = x->ranks[x->maps[path][t->ids[i]]];
    }
    free(x->maps[path]);
    x->maps[path] = NULL;
    (void)e;
    return ST_OK;
}

// --- a block of rows -----------------------------------------------------------------------------

// Where the tokens of a value stand among its path's.
struct token_span {
    uint32_t first;
    uint32_t count;
};

struct block_work {
    struct row_indexer *x;
    uint32_t first_row;
    uint32_t rows;
    uint32_t **starts; // owned: by level, first element of each row of the block; NULL: none
    uint32_t *seen;    // owned: by token, the row that last had it, plus 1
    uint32_t *counts;  // owned: by token
    uint32_t *stream;  // owned: the rows' tokens
    size_t stream_count;
    size_t stream_capacity;
    uint32_t *row_ends;       // owned: in the stream
    uint32_t *active;         // owned: paths that have cells in the chunk at hand
    struct token_span *spans; // owned: of the chunk at hand, by active path and row
    size_t spans_capacity;    // in paths
    uint16_t *lows;           // owned: the stream's rows by token
};

static void release_work(struct block_work *b)
{
    for (size_t i = 0; b->starts != NULL && i < b->x->w->levels_count; i++) {
        free(b->starts[i]);
    }
    free(b->starts);
    free(b->seen);
    free(b->counts);
    free(b->stream);
    free(b->row_ends);
    free(b->active);
    free(b->spans);
    free(b->lows);
}

static status init_work(struct block_work *b, struct row_indexer *x, size_t index, struct error *e)
{
    size_t tokens = x->texts.count;
    *b = (struct block_work){.x = x, .first_row = (uint32_t)index * BLOCK_ROWS};
    b->rows = MIN(x->w->rows - b->first_row, BLOCK_ROWS);
    b->starts = calloc(x->w->levels_count, sizeof *b->starts);
    b->seen = calloc(tokens + 1, sizeof *b->seen);
    b->counts = calloc(tokens + 1, sizeof *b->counts);
    b->row_ends = malloc(b->rows * sizeof *b->row_ends);
    b->active = malloc(MAX(x->paths_count, (size_t)1) * sizeof *b->active);
    if (b->starts == NULL || b->seen == NULL || b->counts == NULL || b->row_ends == NULL ||
        b->active == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    return ST_OK;
}

// First element of each row, for every level that has elements in the block. Parents come first.
static status find_starts(struct block_work *b, struct error *e)
{
    const struct segment_writer *w = b->x->w;
    for (size_t level = 0; level < w->levels_count; level++) {
        const struct writer_level *l = &w->levels[level];
        const uint32_t *above = level == 0 ? NULL : b->starts[l->parent];
        if (level > 0 && (above == NULL || l->offsets[above[0]] == l->offsets[above[b->rows]])) {
            continue;
        }
        uint32_t *starts = malloc(((size_t)b->rows + 1) * sizeof *starts);
        if (starts == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory for tokens");
        }
        for (uint32_t i = 0; i <= b->rows; i++) {
            starts[i] = level == 0 ? b->first_row + i : l->offsets[above[i]];
        }
        b->starts[level] = starts;
    }
    return ST_OK;
}

// Paths with cells among the elements of rows [from, to) of the block.
static size_t find_active(struct block_work *b, uint32_t from, uint32_t to)
{
    size_t count = 0;
    for (size_t i = 0; i < b->x->paths_count; i++) {
        const struct writer_path *p = b->x->w->paths[b->x->paths[i]];
        const uint32_t *starts = b->starts[p->level];
        if (starts != NULL && starts[to] > p->first_element &&
            starts[from] < p->first_element + p->cells_count) {
            b->active[count++] = b->x->paths[i];
        }
    }
    return count;
}

// Makes room in the stream for `extra` more tokens.
static status reserve_stream(struct block_work *b, size_t extra, struct error *e)
{
    while (b->stream_capacity - b->stream_count < extra) {
        if (!ARRAY_RESERVE(b->stream, b->stream_capacity, b->stream_capacity, (size_t)UINT32_MAX)) {
            return error_set(e, ST_NO_MEMORY, "no memory for tokens");
        }
    }
    return ST_OK;
}

// The tokens of a value, those left out that the row has had already.
static status add_tokens(struct block_work *b, const uint32_t *ids, uint32_t count, uint32_t row,
                         struct error *e)
{
    if (count == 0) {
        return ST_OK;
    }
    TRY(reserve_stream(b, count, e));
    uint32_t *seen = b->seen;
    uint32_t *at = b->stream + b->stream_count;
    for (uint32_t k = 0; k < count; k++) {
        uint32_t token = ids[k];
        *at = token;
        at += seen[token] != row + 1;
        seen[token] = row + 1;
    }
    b->stream_count = (size_t)(at - b->stream);
    return ST_OK;
}

// Where the tokens of a row's value stand in a path of rows, for a chunk of rows: found path by
// path, so that the processor can fetch many at a time.
static void find_spans(struct block_work *b, const struct writer_path *p, uint32_t from,
                       uint32_t to, struct token_span *spans)
{
    const struct path_tokens *t = &p->tokens;
    for (uint32_t row = from; row < to; row++) {
        size_t at = (size_t)b->first_row + row - p->first_element;
        uint32_t cell =
            b->first_row + row >= p->first_element && at < p->cells_count ? p->cells[at] : 0;
        struct token_span span = {0, 0};
        if (cell != 0) {
            span.first = t->starts[cell - 1];
            span.count = t->starts[cell] - span.first;
            __builtin_prefetch(&t->ids[span.first]);
        }
        spans[row - from] = span;
    }
}

static status add_elements(struct block_work *b, const struct writer_path *p, uint32_t row,
                           struct error *e)
{
    const uint32_t *starts = b->starts[p->level];
    const struct path_tokens *t = &p->tokens;
    for (uint32_t element = starts[row]; element < starts[row + 1]; element++) {
        size_t at = (size_t)element - p->first_element;
        if (element >= p->first_element && at < p->cells_count && p->cells[at] != 0) {
            uint32_t first = t->starts[p->cells[at] - 1];
            TRY(add_tokens(b, t->ids + first, t->starts[p->cells[at]] - first, row, e));
        }
    }
    return ST_OK;
}

static status index_chunk(struct block_work *b, uint32_t from, uint32_t to, struct error *e)
{
    size_t active = find_active(b, from, to);
    struct token_span *spans = NULL;
    if (active > b->spans_capacity) {
        spans = realloc(b->spans, active * CHUNK_ROWS * sizeof *spans);
        if (spans == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory for tokens");
        }
        b->spans = spans;
        b->spans_capacity = active;
    }
    for (size_t i = 0; i < active; i++) {
        const struct writer_path *p = b->x->w->paths[b->active[i]];
        if (p->level == 0) {
            find_spans(b, p, from, to, b->spans + i * CHUNK_ROWS);
        }
    }
    for (uint32_t row = from; row < to; row++) {
        for (size_t i = 0; i < active; i++) {
            const struct writer_path *p = b->x->w->paths[b->active[i]];
            struct token_span span = b->spans[i * CHUNK_ROWS + row - from];
            if (p->level != 0) {
                TRY(add_elements(b, p, row, e));
            } else if (span.count > 0) {
                TRY(add_tokens(b, p->tokens.ids + span.first, span.count, row, e));
            }
        }
        b->row_ends[row] = (uint32_t)b->stream_count;
    }
    return ST_OK;
}

// Sorts the stream by token: b->lows, with counts turned into the places behind each token's rows.
static status sort_stream(struct block_work *b, struct error *e)
{
    size_t tokens = b->x->texts.count;
    b->lows = malloc(MAX(b->stream_count, (size_t)1) * sizeof *b->lows);
    if (b->lows == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    for (size_t i = 0; i < b->stream_count; i++) {
        b->counts[b->stream[i]]++;
    }
    uint32_t sum = 0;
    for (size_t token = 0; token < tokens; token++) {
        uint32_t number = b->counts[token];
        b->counts[token] = sum;
        sum += number;
    }
    size_t at = 0;
    for (uint32_t row = 0; row < b->rows; row++) {
        for (; at < b->row_ends[row]; at++) {
            b->lows[b->counts[b->stream[at]]++] = (uint16_t)row;
        }
    }
    return ST_OK;
}

static status encode_block(struct block_work *b, struct token_block *out, struct error *e)
{
    uint32_t start = 0;
    for (uint32_t token = 0; token < b->x->texts.count; token++) {
        uint32_t end = b->counts[token];
        uint32_t number = end - start;
        if (number == 0) {
            continue;
        }
        if (!ARRAY_RESERVE(out->lists, out->capacity, out->count, (size_t)UINT32_MAX)) {
            return error_set(e, ST_NO_MEMORY, "no memory for tokens");
        }
        // Short lists are read as they lie; buckets may end at an odd place.
        buffer_append(&out->bytes, "", out->bytes.length % sizeof *b->lows);
        struct block_list *list = &out->lists[out->count++];
        *list =
            (struct block_list){.token = token, .cardinality = number, .offset = out->bytes.length};
        if (number > LIST_MOST) {
            list->kind = (uint16_t)container_encode(b->lows + start, number, &out->bytes);
        } else {
            buffer_append(&out->bytes, b->lows + start, number * sizeof *b->lows);
        }
        list->length = out->bytes.length - list->offset;
        start = end;
    }
    return out->bytes.failed ? error_set(e, ST_NO_MEMORY, "no memory for tokens") : ST_OK;
}

static status index_rows(struct block_work *b, struct token_block *out, struct error *e)
{
    TRY(find_starts(b, e));
    for (uint32_t from = 0; from < b->rows; from += CHUNK_ROWS) {
        TRY(index_chunk(b, from, MIN(from + CHUNK_ROWS, b->rows), e));
    }
    TRY(sort_stream(b, e));
    return encode_block(b, out, e);
}

static status index_block(void *argument, size_t index, struct error *e)
{
    struct row_indexer *x = argument;
    struct block_work work;
    status result = init_work(&work, x, index, e);
    if (result == ST_OK) {
        result = index_rows(&work, &x->blocks[index], e);
    }
    release_work(&work);
    return result;
}

// --- putting together ----------------------------------------------------------------------------

struct assembler {
    struct row_indexer *x;
    size_t *cursors;              // owned: by block, its next list
    struct container *containers; // owned: by block
    struct buffer encoded;        // of short lists that make a container after all
    struct postings_builder builder;
};

// Rows of a token that few blocks' short lists hold between them.
static void add_short(struct assembler *a, uint32_t token, const struct container *parts,
                      size_t count)
{
    uint32_t members[LIST_MOST];
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        const uint16_t *lows = parts[i].bytes;
        for (uint32_t k = 0; k < parts[i].cardinality; k++) {
            members[total++] = (uint32_t)parts[i].high << 16 | lows[k];
        }
    }
    postings_builder_add(&a->builder, token, members, total);
}

static void add_long(struct assembler *a, uint32_t token, struct container *parts, size_t count,
                     size_t total)
{
    buffer_clear(&a->encoded);
    if (!buffer_reserve(&a->encoded, count * (LIST_MOST * 2 + 4))) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (parts[i].cardinality <= LIST_MOST) {
            size_t start = a->encoded.length;
            parts[i].kind =
                (uint16_t)container_encode(parts[i].bytes, parts[i].cardinality, &a->encoded);
            parts[i].bytes = a->encoded.bytes + start; // room was made, so nothing moves
            parts[i].length = a->encoded.length - start;
        }
    }
    postings_builder_add_bitmap(&a->builder, token, total, parts, count);
}

static void assemble_token(struct assembler *a, uint32_t token)
{
    size_t count = 0;
    size_t total = 0;
    for (size_t block = 0; block < a->x->blocks_count; block++) {
        const struct token_block *b = &a->x->blocks[block];
        if (a->cursors[block] == b->count || b->lists[a->cursors[block]].token != token) {
            continue;
        }
        const struct block_list *list = &b->lists[a->cursors[block]++];
        a->containers[count++] = (struct container){(uint16_t)block, list->kind, list->cardinality,
                                                    b->bytes.bytes + list->offset, list->length};
        total += list->cardinality;
    }
    if (total > LIST_MOST) {
        add_long(a, token, a->containers, count, total);
    } else {
        add_short(a, token, a->containers, count);
    }
}

static status assemble(struct assembler *a, struct error *e)
{
    struct row_indexer *x = a->x;
    a->cursors = calloc(MAX(x->blocks_count, (size_t)1), sizeof *a->cursors);
    a->containers = calloc(MAX(x->blocks_count, (size_t)1), sizeof *a->containers);
    if (a->cursors == NULL || a->containers == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    TRY(postings_builder_init(&a->builder, x->texts.count, e));
    for (uint32_t token = 0; token < x->texts.count; token++) {
        assemble_token(a, token);
    }
    if (a->encoded.failed) {
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    struct section_part parts[POSTINGS_PARTS];
    TRY(postings_builder_finish(&a->builder, parts, e));
    return section_file_add(x->w->file, SECTION_TOKEN_POSTINGS, 0, x->texts.count, parts,
                            POSTINGS_PARTS, e);
}

static status write_postings(struct row_indexer *x, struct error *e)
{
    struct assembler a = {.x = x};
    buffer_init(&a.encoded, SIZE_MAX / 2);
    status result = assemble(&a, e);
    free(a.cursors);
    free(a.containers);
    buffer_release(&a.encoded);
    postings_builder_release(&a.builder);
    return result;
}

static status index_segment(struct row_indexer *x, struct error *e)
{
    struct segment_writer *w = x->w;
    TRY(collect_tokens(x, e));
    if (x->texts.count == 0) {
        return ST_OK;
    }
    TRY(tokens_write_texts(w->file, SECTION_TOKENS, 0, &x->texts, x->order, e));
    TRY(parallel_run(w->pool, x->paths_count, renumber_path, x, e));
    x->blocks_count = (w->rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
    x->blocks = calloc(MAX(x->blocks_count, (size_t)1), sizeof *x->blocks);
    if (x->blocks == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for tokens");
    }
    for (size_t i = 0; i < x->blocks_count; i++) {
        buffer_init(&x->blocks[i].bytes, SIZE_MAX / 2);
    }
    TRY(parallel_run(w->pool, x->blocks_count, index_block, x, e));
    return write_postings(x, e);
}

status writer_write_tokens(struct segment_writer *w, struct error *e)
{
    struct row_indexer x = {.w = w};
    status result = index_segment(&x, e);
    for (size_t i = 0; x.maps != NULL && i < w->paths_count; i++) {
        free(x.maps[i]);
    }
    for (size_t i = 0; i < x.blocks_count && x.blocks != NULL; i++) {
        free(x.blocks[i].lists);
        buffer_release(&x.blocks[i].bytes);
    }
    free(x.blocks);
    free(x.maps);
    free(x.paths);
    free(x.ranks);
    free(x.order);
    intern_release(&x.texts);
    return result;
}
