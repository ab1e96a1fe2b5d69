// SPDX-License-Identifier: Apache-2.0
// The records found fill blocks; blocks are written side by side, as far as each may grow, and
// given on in order. What a block of large records leaves is written while it is given on. Must not
// know: HTTP.
#include "api/scan_lines.h"

#include "api/search_answer.h"
#include "query/ordered_work.h"
#include "query/query_pool.h"

#include <stdlib.h>

#define BLOCK_RECORDS ((size_t)256)
#define BLOCK_BYTES   ((size_t)512 << 10) // about: no record is begun beyond
#define BLOCKS        ((size_t)8)         // in work or waiting to be given on
#define MOST_LINE     ((size_t)64 << 20)

struct line_block {
    const struct line_writer *writer;
    struct search_hit hits[BLOCK_RECORDS]; // their keys lie in `keys`
    size_t key_ends[BLOCK_RECORDS];
    size_t count;
    size_t written; // of them
    struct buffer keys;
    struct buffer out;
    struct buffer scratch;
};

struct line_scan {
    const struct line_writer *writer;
    scan_lines_sink *sink;
    void *argument;
    struct line_block *blocks; // owned: BLOCKS of them
    struct ordered_work *work;
    struct line_block *filling; // takes the next records; NULL: a new one
};

// --- writing ---------------------------------------------------------------------------------

// The next lines, until the block's are all written or the bytes are enough.
static status write_lines(struct line_block *b, struct error *e)
{
    while (b->written < b->count && b->out.length < BLOCK_BYTES) {
        size_t i = b->written;
        size_t start = i == 0 ? 0 : b->key_ends[i - 1];
        struct search_hit hit = b->hits[i];
        hit.key = (string_view){b->keys.bytes + start, b->key_ends[i] - start};
        TRY(b->writer->write(b->writer->argument, &hit, &b->scratch, &b->out, e));
        TRY(buffer_check(&b->out, "an answer", e));
        b->written++;
    }
    return ST_OK;
}

static status write_block(void *argument, size_t place, struct error *e)
{
    struct line_scan *s = argument;
    return write_lines(&s->blocks[place], e);
}

static status give_block(void *argument, size_t place, struct error *e)
{
    struct line_scan *s = argument;
    struct line_block *b = &s->blocks[place];
    while (b->out.length > 0) {
        TRY(s->sink(s->argument, buffer_view(&b->out), e));
        buffer_clear(&b->out);
        TRY(write_lines(b, e));
    }
    b->count = 0;
    b->written = 0;
    buffer_clear(&b->keys);
    return ST_OK;
}

// --- filling ---------------------------------------------------------------------------------

static status see_hit(void *argument, const struct search_hit *hit, struct error *e)
{
    struct line_scan *s = argument;
    if (s->filling == NULL) {
        size_t place = 0;
        TRY(ordered_work_place(s->work, &place, e));
        s->filling = &s->blocks[place];
    }
    struct line_block *b = s->filling;
    buffer_append_view(&b->keys, hit->key);
    TRY(buffer_check(&b->keys, "the keys of some records", e));
    b->hits[b->count] = *hit;
    b->key_ends[b->count++] = b->keys.length;
    if (b->count == BLOCK_RECORDS) {
        ordered_work_send(s->work);
        s->filling = NULL;
    }
    return ST_OK;
}

static status make_blocks(struct line_scan *s, struct error *e)
{
    const struct ordered_work_calls calls = {write_block, give_block, s};
    s->blocks = calloc(BLOCKS, sizeof *s->blocks);
    if (s->blocks == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to write records");
    }
    for (size_t i = 0; i < BLOCKS; i++) {
        s->blocks[i].writer = s->writer;
        buffer_init(&s->blocks[i].keys, MOST_LINE);
        buffer_init(&s->blocks[i].out, MOST_LINE);
        buffer_init(&s->blocks[i].scratch, MOST_LINE);
    }
    return ordered_work_create(query_pool(), BLOCKS, &calls, &s->work, e);
}

static void release_blocks(struct line_scan *s)
{
    for (size_t i = 0; s->blocks != NULL && i < BLOCKS; i++) {
        buffer_release(&s->blocks[i].keys);
        buffer_release(&s->blocks[i].out);
        buffer_release(&s->blocks[i].scratch);
    }
    free(s->blocks);
}

status scan_lines_with(const struct search_input *input, const struct line_writer *writer,
                       scan_lines_sink *sink, void *argument, struct error *e)
{
    struct line_scan s = {.writer = writer, .sink = sink, .argument = argument};
    status result = make_blocks(&s, e);
    if (result == ST_OK) {
        result = search_scan(input->view.snapshot, &scope_public, &input->request, see_hit, &s, e);
    }
    if (result == ST_OK && s.filling != NULL) {
        ordered_work_send(s.work);
    }
    if (result == ST_OK) {
        result = ordered_work_drain(s.work, e);
    }
    ordered_work_destroy(s.work);
    release_blocks(&s);
    return result;
}

static status write_json(void *argument, const struct search_hit *hit, struct buffer *scratch,
                         struct buffer *out, struct error *e)
{
    const struct search_input *input = argument;
    TRY(write_record(&input->view, &hit->table, hit->key, &hit->version, input->fields,
                     input->field_count, scratch, out, e));
    buffer_append_byte(out, '\n');
    return ST_OK;
}

status scan_lines(const struct search_input *input, scan_lines_sink *sink, void *argument,
                  struct error *e)
{
    struct search_input of = *input;
    const struct line_writer writer = {write_json, &of};
    return scan_lines_with(input, &writer, sink, argument, e);
}
