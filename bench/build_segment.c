// SPDX-License-Identifier: Apache-2.0
// Measures the segment writer alone: rows of a CSV file are cut into documents in memory, and the
// time and processor time of the writer's own calls are summed.
//
//     build_segment CSV [ROWS-A-SEGMENT [THREADS [FOLDER]]]
//
// Prints rows, seconds, rows a second, processor microseconds a row, bytes of the segments and the
// peak memory of the process. The segments are removed at the end.
#include "base/clock.h"
#include "base/file.h"
#include "formats/document.h"
#include "store/segment_writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define BATCH       4096
#define MOST_FIELDS 256
#define PAGE        ((size_t)4096)

struct cutter {
    char *start; // of the mapped file
    string_view rest;
    size_t fields;
    struct node *nodes; // BATCH rows of fields + 1 nodes
    struct document documents[BATCH];
    struct segment_row rows[BATCH];
    char keys[BATCH][16];
    struct name_table *names;
};

static _Noreturn void fail(const char *what, const struct error *e)
{
    fprintf(stderr, "%s: %s\n", what, e->message);
    exit(1);
}

// Cuts off one field; doubled quotes stay doubled, which does for measuring.
static string_view cut_field(string_view *rest, bool *line_end)
{
    const char *start = rest->bytes;
    const char *end = rest->bytes + rest->length;
    const char *at = start;
    if (at < end && *at == '"') {
        start = ++at;
        while (at < end && !(*at == '"' && (at + 1 == end || at[1] != '"'))) {
            at += *at == '"' ? 2 : 1;
        }
    }
    const char *stop = NULL;
    for (; at < end && *at != ',' && *at != '\n'; at++) {
        stop = *at == '"' ? at : NULL;
    }
    string_view field = {start, (size_t)((stop != NULL ? stop : at) - start)};
    *line_end = at == end || *at == '\n';
    at += at < end;
    *rest = (string_view){at, (size_t)(end - at)};
    return field;
}

static void read_header(struct cutter *c)
{
    bool line_end = false;
    struct error e = {0};
    while (!line_end && c->fields < MOST_FIELDS) {
        uint32_t number = 0;
        if (name_table_add(c->names, cut_field(&c->rest, &line_end), &number, &e) != ST_OK) {
            fail("header", &e);
        }
        c->fields++;
    }
    c->nodes = calloc(BATCH * (c->fields + 1), sizeof *c->nodes);
    if (c->nodes == NULL) {
        abort();
    }
}

static size_t read_batch(struct cutter *c, size_t most, uint32_t first, const struct uuid *table)
{
    static const struct sha256 hash = {{0}};
    size_t count = 0;
    for (; count < most && c->rest.length > 0; count++) {
        struct node *nodes = c->nodes + count * (c->fields + 1);
        bool line_end = false;
        nodes[0] =
            (struct node){.name = NO_NAME, .kind = NODE_OBJECT, .descendants = (uint32_t)c->fields};
        for (size_t i = 0; i < c->fields; i++) {
            string_view text = line_end ? SV("") : cut_field(&c->rest, &line_end);
            nodes[i + 1] = (struct node){.name = (uint32_t)i, .kind = NODE_STRING, .text = text};
        }
        int length =
            snprintf(c->keys[count], sizeof c->keys[count], "%09u", (unsigned)(first + count));
        c->documents[count] = (struct document){nodes, c->fields + 1};
        c->rows[count] = (struct segment_row){.table = table,
                                              .key = {c->keys[count], (size_t)length},
                                              .until = ROW_OPEN,
                                              .document = &c->documents[count],
                                              .hash = &hash};
    }
    return count;
}

struct times {
    double seconds;
    double processor;
};

static struct times now(void)
{
    struct timespec used;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return (struct times){(double)clock_ticks() / 1e9,
                          (double)used.tv_sec + (double)used.tv_nsec / 1e9};
}

static void add_since(struct times *sum, struct times start)
{
    struct times end = now();
    sum->seconds += end.seconds - start.seconds;
    sum->processor += end.processor - start.processor;
}

static uint64_t file_size(const char *path)
{
    struct stat facts;
    return stat(path, &facts) == 0 ? (uint64_t)facts.st_size : 0;
}

// Gives back the pages of the file that were read, so that they do not count as memory held.
static void forget_read(struct cutter *c)
{
    size_t read = (size_t)(c->rest.bytes - c->start) / PAGE * PAGE;
    (void)madvise(c->start, read, MADV_DONTNEED);
}

struct build {
    struct cutter *cutter;
    struct thread_pool *pool;
    uint32_t rows_each;
    const char *path;
    uint64_t rows;
    uint64_t bytes;
    size_t most_memory; // as the writer estimates it
    struct times adding;
    struct times finishing;
};

static void build_one(struct build *b)
{
    struct segment_writer *w = NULL;
    struct error e = {0};
    struct uuid table = {{1}};
    if (segment_writer_create(b->path, b->pool, &w, &e) != ST_OK) {
        fail(b->path, &e);
    }
    uint32_t rows = 0;
    while (rows < b->rows_each) {
        size_t count =
            read_batch(b->cutter, MIN(b->rows_each - rows, (uint32_t)BATCH), rows, &table);
        if (count == 0) {
            break;
        }
        struct times start = now();
        if (segment_writer_add_batch(w, b->cutter->rows, count, b->cutter->names, &e) != ST_OK) {
            fail("adding", &e);
        }
        add_since(&b->adding, start);
        rows += (uint32_t)count;
        forget_read(b->cutter);
    }
    b->most_memory = MAX(b->most_memory, segment_writer_memory(w));
    struct times start = now();
    if (segment_writer_finish(w, &e) != ST_OK) {
        fail("finishing", &e);
    }
    add_since(&b->finishing, start);
    b->rows += rows;
    b->bytes += file_size(b->path);
}

static void report(const struct build *b)
{
    struct rusage usage;
    double rows = (double)b->rows;
    double seconds = b->adding.seconds + b->finishing.seconds;
    double processor = b->adding.processor + b->finishing.processor;
    (void)getrusage(RUSAGE_SELF, &usage);
    printf("rows %llu, %.2f s, %.0f rows/s, %.2f us of processor a row\n",
           (unsigned long long)b->rows, seconds, rows / seconds, processor / rows * 1e6);
    printf("adding %.2f s (%.2f us a row), finishing %.2f s (%.2f us a row)\n", b->adding.seconds,
           b->adding.processor / rows * 1e6, b->finishing.seconds,
           b->finishing.processor / rows * 1e6);
    printf("segments %.1f MiB, peak memory %.1f MiB, the writer's estimate %.1f MiB\n",
           (double)b->bytes / (1 << 20), (double)usage.ru_maxrss / 1024,
           (double)b->most_memory / (1 << 20));
}

// madvise asks for a pointer that may write; nothing is written.
static char *file_start(const struct mapped_file *file)
{
    char *start = NULL;
    memcpy(&start, &file->bytes, sizeof start);
    return start;
}

int main(int argc, char **argv)
{
    struct error e = {0};
    struct mapped_file file;
    uint64_t rows_each = 500000;
    uint64_t threads = 1;
    char path[PATH_SIZE];
    if (argc < 2 || (argc > 2 && !sv_to_uint64(sv_from(argv[2]), &rows_each)) ||
        (argc > 3 && !sv_to_uint64(sv_from(argv[3]), &threads))) {
        fprintf(stderr, "usage: build_segment CSV [ROWS-A-SEGMENT [THREADS [FOLDER]]]\n");
        return 2;
    }
    if (file_map(argv[1], &file, &e) != ST_OK ||
        path_join(path, sizeof path, argc > 4 ? argv[4] : "/tmp", "build_segment.segment", &e) !=
            ST_OK) {
        fail(argv[1], &e);
    }
    struct cutter *cutter = calloc(1, sizeof *cutter);
    if (cutter == NULL || (cutter->names = name_table_create()) == NULL) {
        abort();
    }
    cutter->start = file_start(&file);
    cutter->rest = (string_view){(const char *)file.bytes, file.length};
    read_header(cutter);
    struct build b = {.cutter = cutter, .rows_each = (uint32_t)rows_each, .path = path};
    // The calling thread works too.
    if (threads > 1 && thread_pool_create(threads - 1, 16, &b.pool, &e) != ST_OK) {
        fail("threads", &e);
    }
    while (cutter->rest.length > 0) {
        build_one(&b);
    }
    report(&b);
    thread_pool_destroy(b.pool);
    (void)unlink(path);
    name_table_destroy(cutter->names);
    free(cutter->nodes);
    free(cutter);
    file_unmap(&file);
    return 0;
}
