// SPDX-License-Identifier: Apache-2.0
// Reading alone: opens a source and pulls every row, on one core for a plain file.
//
// parse_rows [--json] FILE|FOLDER
//   --json also writes each row's canonical JSON, as hashing it needs.
// Prints rows, seconds by the clock and of processor time, rows a second of both, megabytes a
// second and the peak of memory.
#include "base/clock.h"
#include "formats/row_source.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#define LINE_MOST ((size_t)64 << 20)

static double processor_seconds(void)
{
    struct rusage usage = {0};
    (void)getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static long peak_mebibytes(void)
{
    struct rusage usage = {0};
    (void)getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

static status pull(struct row_source *source, bool with_json, uint64_t *rows, uint64_t *checksum,
                   struct error *e)
{
    struct buffer json;
    buffer_init(&json, LINE_MOST);
    status result = ST_OK;
    for (;;) {
        struct source_row row;
        bool more = false;
        result = source->next(source, &row, &more, e);
        if (result != ST_OK || !more) {
            break;
        }
        *rows += 1;
        *checksum += row.document.count;
        if (with_json) {
            buffer_clear(&json);
            document_write_json(&row.document, source->names, true, &json);
            *checksum += json.length;
        }
    }
    buffer_release(&json);
    return result;
}

int main(int argc, char **argv)
{
    bool with_json = argc == 3 && strcmp(argv[1], "--json") == 0;
    if (argc != (with_json ? 3 : 2)) {
        fputs("usage: parse_rows [--json] FILE|FOLDER\n", stderr);
        return 2;
    }
    struct source_options options;
    struct source_facts facts;
    struct row_source *source = NULL;
    struct error e = {0};
    uint64_t rows = 0;
    uint64_t checksum = 0;
    source_options_init(&options);
    uint64_t begin = clock_ticks();
    status result = source_open(argv[argc - 1], &options, &source, &facts, &e);
    uint64_t opened = clock_ticks();
    double processor = processor_seconds();
    if (result == ST_OK) {
        result = pull(source, with_json, &rows, &checksum, &e);
    }
    uint64_t end = clock_ticks();
    if (result != ST_OK) {
        fprintf(stderr, "parse_rows: %s\n", e.message);
        row_source_destroy(source);
        return 1;
    }
    processor = processor_seconds() - processor;
    double seconds = (double)(end - opened) / 1e9;
    printf("rows %llu (check %llu)\n", (unsigned long long)rows, (unsigned long long)checksum);
    printf("open %.3f s, read %.3f s, processor %.3f s, peak %ld MiB\n",
           (double)(opened - begin) / 1e9, seconds, processor, peak_mebibytes());
    printf("%.0f rows/s, %.0f rows/s of processor time, %.1f MB/s\n", (double)rows / seconds,
           (double)rows / processor, (double)source->bytes_done / 1e6 / seconds);
    row_source_destroy(source);
    return 0;
}
