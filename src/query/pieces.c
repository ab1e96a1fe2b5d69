// SPDX-License-Identifier: Apache-2.0
// A few runs of pieces, each into a buffer of its own; few pieces go straight into the answer.
// Must not know: what the pieces are.
#include "query/pieces.h"

#include "query/query_pool.h"

// Pieces of a run: fewer are written before another thread would have begun.
#define PIECES_A_RUN ((size_t)25)
#define MOST_RUNS    ((size_t)16)
// Pieces between one stage of expecting a piece and the next.
#define STAGE_AHEAD 2u

struct runs {
    piece_write *write;
    piece_expect *expect; // may be NULL
    void *argument;
    size_t count; // of all pieces
    size_t each;  // of a run
    struct buffer out[MOST_RUNS];
};

// Before piece `at` is written: the ones that follow, each in the stage that its distance asks for.
static void expect_ahead(const struct runs *r, size_t at, size_t end)
{
    for (unsigned stage = 0; stage < PIECE_STAGES; stage++) {
        size_t index = at + (size_t)(PIECE_STAGES - stage) * STAGE_AHEAD;
        if (index < end) {
            r->expect(r->argument, index, stage);
        }
    }
}

// The first pieces of a run, which nothing stands before.
static void expect_first(const struct runs *r, size_t first, size_t end)
{
    for (unsigned stage = 0; stage < PIECE_STAGES; stage++) {
        size_t last = MIN(first + (size_t)(PIECE_STAGES - stage) * STAGE_AHEAD, end);
        for (size_t i = first; i < last; i++) {
            r->expect(r->argument, i, stage);
        }
    }
}

static status write_run(const struct runs *r, size_t first, size_t end, struct buffer *out,
                        struct error *e)
{
    if (r->expect != NULL) {
        expect_first(r, first, end);
    }
    for (size_t i = first; i < end && !out->failed; i++) {
        if (i > first) {
            buffer_append_byte(out, ',');
        }
        if (r->expect != NULL) {
            expect_ahead(r, i, end);
        }
        TRY(r->write(r->argument, i, out, e));
    }
    return ST_OK;
}

static status run_task(void *argument, size_t index, struct error *e)
{
    struct runs *r = argument;
    size_t first = index * r->each;
    return write_run(r, first, MIN(first + r->each, r->count), &r->out[index], e);
}

// What did not fit into a run's buffer would not fit into the answer.
static void put_together(const struct runs *r, size_t count, struct buffer *out)
{
    for (size_t i = 0; i < count && !out->failed; i++) {
        if (i > 0) {
            buffer_append_byte(out, ',');
        }
        buffer_append_view(out, buffer_view(&r->out[i]));
        out->failed = out->failed || r->out[i].failed;
        out->no_memory = out->no_memory || r->out[i].no_memory;
    }
}

status pieces_write(size_t count, piece_write *write, piece_expect *expect, void *argument,
                    struct buffer *out, struct error *e)
{
    struct runs r = {
        .write = write, .expect = expect, .argument = argument, .count = count, .each = count};
    struct thread_pool *pool = query_pool();
    if (pool == NULL || count < 2 * PIECES_A_RUN) {
        return write_run(&r, 0, count, out, e);
    }
    size_t runs = MIN(count / PIECES_A_RUN, MOST_RUNS);
    r.each = (count + runs - 1) / runs;
    for (size_t i = 0; i < runs; i++) {
        buffer_init(&r.out[i], out->ceiling);
    }
    status result = parallel_run(pool, (count + r.each - 1) / r.each, run_task, &r, e);
    if (result == ST_OK) {
        put_together(&r, (count + r.each - 1) / r.each, out);
    }
    for (size_t i = 0; i < runs; i++) {
        buffer_release(&r.out[i]);
    }
    return result;
}
