// SPDX-License-Identifier: Apache-2.0
// Measures merging segment files, such as those of a store: all their rows in order, none left out.
//
//     merge_segments THREADS OUT SEGMENT...
//
// Prints rows, seconds, processor microseconds a row, bytes and the peak memory of the process. OUT
// is removed at the end.
#include "base/clock.h"
#include "base/string_view.h"
#include "store/segment.h"
#include "store/segment_merge.h"
#include "store/segment_writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#define MOST_SOURCES 64

struct source {
    struct segment *segment;
    struct key_cursor cursor;
    const struct segment_table *tables;
    size_t table_count;
    size_t table;
    const uint32_t *from;
    string_view key;
};

static _Noreturn void fail(const char *what, const struct error *e)
{
    fprintf(stderr, "%s: %s\n", what, e->message);
    exit(1);
}

static void open_source(const char *path, struct source *s)
{
    struct error e = {0};
    if (segment_open(path, &s->segment, &e) != ST_OK ||
        segment_tables(s->segment, &s->tables, &s->table_count, &e) != ST_OK ||
        segment_from(s->segment, &s->from, &e) != ST_OK ||
        key_cursor_start(&s->cursor, s->segment, 0, &e) != ST_OK) {
        fail(path, &e);
    }
}

static uint32_t from_of(const struct source *s)
{
    return s->from == NULL ? ROW_OWN_COMMIT : s->from[s->cursor.row];
}

static bool stand(struct source *s)
{
    struct error e = {0};
    if (s->cursor.row == segment_rows(s->segment)) {
        return false;
    }
    while (s->cursor.row >= s->tables[s->table].first_row + s->tables[s->table].rows) {
        s->table++;
    }
    if (key_cursor_key(&s->cursor, &s->key, &e) != ST_OK) {
        fail("key", &e);
    }
    return true;
}

static int compare_sources(const struct source *a, const struct source *b)
{
    int order = uuid_compare(&a->tables[a->table].table, &b->tables[b->table].table);
    if (order == 0) {
        order = sv_compare(a->key, b->key);
    }
    return order != 0 ? order
                      : (from_of(a) - 1 > from_of(b) - 1) - (from_of(a) - 1 < from_of(b) - 1);
}

static size_t order_rows(struct source *sources, size_t count, struct merge_row *rows)
{
    struct error e = {0};
    bool there[MOST_SOURCES];
    size_t done = 0;
    for (size_t i = 0; i < count; i++) {
        there[i] = stand(&sources[i]);
    }
    for (;;) {
        size_t least = count;
        for (size_t i = 0; i < count; i++) {
            if (there[i] && (least == count || compare_sources(&sources[i], &sources[least]) < 0)) {
                least = i;
            }
        }
        if (least == count) {
            return done;
        }
        struct source *s = &sources[least];
        rows[done++] = (struct merge_row){(uint32_t)least, s->cursor.row, from_of(s), ROW_OPEN};
        if (key_cursor_next(&s->cursor, &e) != ST_OK) {
            fail("key", &e);
        }
        there[least] = stand(s);
    }
}

static double processor_seconds(void)
{
    struct timespec used;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    static struct source sources[MOST_SOURCES];
    static struct segment *segments[MOST_SOURCES];
    struct thread_pool *pool = NULL;
    struct error e = {0};
    uint64_t threads = 0;
    size_t total = 0;
    if (argc < 4 || argc - 3 > MOST_SOURCES || !sv_to_uint64(sv_from(argv[1]), &threads)) {
        fprintf(stderr, "usage: merge_segments THREADS OUT SEGMENT...\n");
        return 2;
    }
    size_t count = (size_t)argc - 3;
    for (size_t i = 0; i < count; i++) {
        open_source(argv[i + 3], &sources[i]);
        segments[i] = sources[i].segment;
        total += segment_rows(segments[i]);
    }
    // The calling thread works too.
    if (threads > 1 && thread_pool_create(threads - 1, 16, &pool, &e) != ST_OK) {
        fail("threads", &e);
    }
    struct merge_row *rows = malloc((total + 1) * sizeof *rows);
    if (rows == NULL) {
        abort();
    }
    double start = (double)clock_ticks() / 1e9;
    double used = processor_seconds();
    size_t row_count = order_rows(sources, count, rows);
    if (segment_merge(argv[2], pool, segments, count, rows, row_count, &e) != ST_OK) {
        fail(argv[2], &e);
    }
    double seconds = (double)clock_ticks() / 1e9 - start;
    struct rusage usage;
    (void)getrusage(RUSAGE_SELF, &usage);
    printf("rows %zu, %.2f s, %.0f rows/s, %.2f us of processor a row, peak memory %.1f MiB with "
           "the mapped sources\n",
           row_count, seconds, (double)row_count / seconds,
           (processor_seconds() - used) / (double)row_count * 1e6, (double)usage.ru_maxrss / 1024);
    (void)unlink(argv[2]);
    thread_pool_destroy(pool);
    free(rows);
    for (size_t i = 0; i < count; i++) {
        key_cursor_release(&sources[i].cursor);
        segment_close(segments[i]);
    }
    return 0;
}
