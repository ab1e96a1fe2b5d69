// SPDX-License-Identifier: Apache-2.0
// Merges runs with a tree of losers: each inner node keeps who lost there, so that the winner's
// next record meets one opponent a level.
#include "base/sorter_merge.h"

#include "base/file.h"
#include "base/sorter_record.h"

#include <stdlib.h>
#include <unistd.h>

#define SMALLEST_BUFFER ((size_t)4 << 10)
#define LARGEST_BUFFER  ((size_t)1 << 20)

struct run_reader {
    int descriptor;
    bool at_end;      // no record left; `record` is NULL
    bool file_at_end; // all bytes are in the buffer
    uint64_t prefix;  // of the record's key; the greatest number at the end
    const unsigned char *record;
    unsigned char *buffer; // owned
    size_t capacity;
    size_t start; // of the record in the buffer
    size_t end;   // of what was read
};

struct sorter_merge {
    size_t count;
    size_t shared;
    bool started;
    size_t losers[SORTER_MOST_RUNS]; // [0] is the winner of all
    struct run_reader readers[];
};

// Moves what is left to the front and reads on, until `wanted` bytes are there.
static status fill(struct run_reader *r, size_t wanted, struct error *e)
{
    memmove(r->buffer, r->buffer + r->start, r->end - r->start);
    r->end -= r->start;
    r->start = 0;
    if (wanted > r->capacity) {
        unsigned char *grown = realloc(r->buffer, wanted);
        if (grown == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory to read %zu bytes of a sorted run",
                             wanted);
        }
        r->buffer = grown;
        r->capacity = wanted;
    }
    size_t got = 0;
    TRY(file_read_some(r->descriptor, r->buffer + r->end, r->capacity - r->end, &got,
                       "a sorted run", e));
    r->file_at_end = got < r->capacity - r->end;
    r->end += got;
    if (r->end < wanted && r->end > 0) {
        return error_set(e, ST_CORRUPT, "a sorted run ends in the middle of a record");
    }
    return ST_OK;
}

// Makes the record at `start` whole in the buffer.
static status load(struct run_reader *r, size_t shared, struct error *e)
{
    if (r->end - r->start < SORTER_RECORD_HEADER && !r->file_at_end) {
        TRY(fill(r, SORTER_RECORD_HEADER, e));
    }
    if (r->end == r->start) {
        r->at_end = true;
        r->record = NULL;
        r->prefix = UINT64_MAX;
        return ST_OK;
    }
    size_t length = sorter_record_length(r->buffer + r->start);
    if (r->end - r->start < length) {
        TRY(fill(r, length, e));
    }
    r->record = r->buffer + r->start;
    r->prefix = sorter_key_prefix(sorter_record_key(r->record), shared);
    __builtin_prefetch(r->record + length);
    return ST_OK;
}

static status open_reader(struct run_reader *r, const char *path, size_t memory, struct error *e)
{
    r->buffer = malloc(memory);
    if (r->buffer == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to read %s", path);
    }
    r->capacity = memory;
    TRY(file_open_read(path, &r->descriptor, e));
    (void)unlink(path);
    return ST_OK;
}

status sorter_merge_create(char *const *paths, size_t count, size_t memory, size_t shared,
                           struct sorter_merge **out, struct error *e)
{
    assert(count >= 1 && count <= SORTER_MOST_RUNS);
    struct sorter_merge *m = calloc(1, sizeof *m + count * sizeof m->readers[0]);
    if (m == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to merge %zu sorted runs", count);
    }
    m->count = count;
    m->shared = shared;
    for (size_t i = 0; i < count; i++) {
        m->readers[i].descriptor = -1;
    }
    size_t each = MAX(SMALLEST_BUFFER, MIN(memory / count, LARGEST_BUFFER));
    for (size_t i = 0; i < count; i++) {
        status result = open_reader(&m->readers[i], paths[i], each, e);
        if (result == ST_OK) {
            result = load(&m->readers[i], shared, e);
        }
        if (result != ST_OK) {
            sorter_merge_destroy(m);
            return result;
        }
    }
    *out = m;
    return ST_OK;
}

// Whether run `a`'s record comes out before run `b`'s.
static bool wins(const struct sorter_merge *m, size_t a, size_t b)
{
    const struct run_reader *left = &m->readers[a];
    const struct run_reader *right = &m->readers[b];
    if (left->prefix != right->prefix) {
        return left->prefix < right->prefix;
    }
    if (left->at_end || right->at_end) {
        return right->at_end && (!left->at_end || a < b);
    }
    int order = sv_compare(sorter_record_key(left->record), sorter_record_key(right->record));
    return order != 0 ? order < 0 : a < b;
}

// Plays all matches once. Leaves are nodes count to 2 count - 1; node n's parent is n / 2.
static void play_all(struct sorter_merge *m)
{
    size_t winners[2 * SORTER_MOST_RUNS] = {0};
    for (size_t i = 0; i < m->count; i++) {
        winners[m->count + i] = i;
    }
    for (size_t node = m->count - 1; node >= 1; node--) {
        size_t a = winners[2 * node];
        size_t b = winners[2 * node + 1];
        bool first = wins(m, a, b);
        winners[node] = first ? a : b;
        m->losers[node] = first ? b : a;
    }
    m->losers[0] = winners[1];
}

// The winner has a new record: it plays its way up again.
static void replay(struct sorter_merge *m)
{
    size_t winner = m->losers[0];
    for (size_t node = (m->count + winner) / 2; node >= 1; node /= 2) {
        size_t opponent = m->losers[node];
        if (wins(m, opponent, winner)) {
            m->losers[node] = winner;
            winner = opponent;
        }
    }
    m->losers[0] = winner;
}

status sorter_merge_next(struct sorter_merge *m, const unsigned char **record, struct error *e)
{
    if (!m->started) {
        play_all(m);
        m->started = true;
    } else if (!m->readers[m->losers[0]].at_end) {
        struct run_reader *last = &m->readers[m->losers[0]];
        last->start += sorter_record_length(last->record);
        TRY(load(last, m->shared, e));
        replay(m);
    }
    *record = m->readers[m->losers[0]].record;
    return ST_OK;
}

void sorter_merge_destroy(struct sorter_merge *m)
{
    if (m == NULL) {
        return;
    }
    for (size_t i = 0; i < m->count; i++) {
        free(m->readers[i].buffer);
        if (m->readers[i].descriptor >= 0) {
            (void)close(m->readers[i].descriptor);
        }
    }
    free(m);
}
