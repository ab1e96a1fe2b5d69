// SPDX-License-Identifier: Apache-2.0
// Corrections one by one: bench/small_commits STORE_FOLDER TABLE [COUNT]. This process corrects,
// another merges, a third looks until each commit and its value are there. Prints the rate, the
// time from the call until the other process has seen it, the bytes written by a commit, and the
// store's size before, right after and once merges are done. Writes to the store: give it a copy.
#include "store/import.h"
#include "store/merge.h"
#include "store/merger.h"

#include <dirent.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST_COMMITS 1000000

struct shared {
    _Atomic uint32_t wanted; // the last commit that the watcher waits for; 0: not known yet
    uint32_t first;
    uint64_t seen[MOST_COMMITS]; // by commit from `first`
};

static uint64_t nanoseconds(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static int fail(const char *what, const struct error *e)
{
    (void)fprintf(stderr, "small_commits: %s: %s\n", what, e->message);
    return 1;
}

static uint64_t written_so_far(void)
{
    char line[128];
    uint64_t bytes = 0;
    FILE *f = fopen("/proc/self/io", "r");
    while (f != NULL && fgets(line, sizeof line, f) != NULL) {
        if (strncmp(line, "wchar: ", 7) == 0) {
            bytes = strtoull(line + 7, NULL, 10);
        }
    }
    if (f != NULL) {
        (void)fclose(f);
    }
    return bytes;
}

static uint64_t folder_size(const char *folder, const char *part, unsigned *files)
{
    char path[4096];
    struct stat facts;
    uint64_t bytes = 0;
    (void)snprintf(path, sizeof path, "%s/%s", folder, part);
    DIR *d = opendir(path);
    for (struct dirent *entry = d == NULL ? NULL : readdir(d); entry != NULL; entry = readdir(d)) {
        (void)snprintf(path, sizeof path, "%s/%s/%s", folder, part, entry->d_name);
        if (stat(path, &facts) == 0 && S_ISREG(facts.st_mode)) {
            bytes += (uint64_t)facts.st_size;
            *files += 1;
        }
    }
    if (d != NULL) {
        (void)closedir(d);
    }
    return bytes;
}

static void print_size(const char *folder, const char *when)
{
    unsigned segments = 0;
    unsigned closings = 0;
    uint64_t bytes = folder_size(folder, "segments", &segments);
    bytes += folder_size(folder, "closings", &closings);
    (void)printf("%-24s %8.1f MB in %u segments, %u closings files\n", when, (double)bytes / 1e6,
                 segments, closings);
}

// The other process: notes when each commit is seen.
static int watch(const char *folder, struct shared *shared)
{
    struct store *s = NULL;
    struct error e = {0};
    uint32_t last = 0;
    if (store_open(folder, &s, &e) != ST_OK) {
        return fail(folder, &e);
    }
    for (;;) {
        struct snapshot *snapshot = NULL;
        if (store_snapshot(s, &snapshot, &e) != ST_OK) {
            return fail("a snapshot", &e);
        }
        uint64_t now = nanoseconds();
        uint32_t commit = snapshot_last_commit(snapshot);
        snapshot_release(snapshot);
        for (uint32_t c = MAX(last + 1, shared->first); c <= commit; c++) {
            shared->seen[c - shared->first] = now;
        }
        last = MAX(last, commit);
        uint32_t wanted = shared->wanted;
        if (wanted != 0 && commit >= wanted) {
            break;
        }
        (void)usleep(500);
    }
    store_close(s);
    return 0;
}

static int run_merger(const char *folder, int end)
{
    struct merger *m = NULL;
    struct error e = {0};
    char byte = 0;
    if (merger_start(folder, &m, &e) != ST_OK) {
        return fail("the merger", &e);
    }
    (void)!read(end, &byte, 1);
    merger_stop(m, 1);
    return 0;
}

static int by_value(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

// Keys spread over the table, malloc'ed with their texts.
static status pick_keys(struct store *s, const struct uuid *table, size_t count, char **keys,
                        struct error *e)
{
    struct snapshot *snapshot = NULL;
    struct arena arena;
    size_t picked = 0;
    TRY(store_snapshot(s, &snapshot, e));
    arena_init(&arena, 0);
    for (size_t i = 0; i < snapshot_segments(snapshot) && picked < count; i++) {
        struct segment *segment = snapshot_segment(snapshot, i);
        const struct segment_table *tables = NULL;
        const struct bitset *visible = NULL;
        size_t table_count = 0;
        struct buffer scratch;
        TRY(segment_tables(segment, &tables, &table_count, e));
        TRY(snapshot_visible(snapshot, i, snapshot_last_commit(snapshot), &arena, &visible, e));
        buffer_init(&scratch, 4096);
        for (size_t t = 0; t < table_count; t++) {
            size_t wanted = 2 * (count / snapshot_segments(snapshot) + 1);
            uint32_t step = MAX(tables[t].rows / (uint32_t)wanted, 1u);
            bool ours = uuid_compare(&tables[t].table, table) == 0;
            for (uint32_t row = 0; ours && row < tables[t].rows && picked < count; row += step) {
                string_view key = {0};
                uint32_t at = tables[t].first_row + row;
                if ((visible->words[at / 64] >> (at % 64) & 1) != 0) {
                    TRY(segment_key(segment, at, &scratch, &key, e));
                    keys[picked++] = strndup(key.bytes, key.length);
                }
            }
        }
        buffer_release(&scratch);
    }
    arena_release(&arena);
    snapshot_release(snapshot);
    return picked == count ? ST_OK : error_set(e, ST_INVALID, "the table has too few rows");
}

struct figures {
    uint64_t *began; // by commit
    uint64_t *bytes;
    uint64_t *took;
    size_t count;
};

static status correct_all(struct store *s, const struct uuid *table, char **keys, struct figures *f,
                          uint32_t *last, struct error *e)
{
    for (size_t i = 0; i < f->count; i++) {
        char text[96];
        (void)snprintf(text, sizeof text, "{\"remarks\":\"label read again, number %zu\"}", i);
        uint64_t before = written_so_far();
        f->began[i] = nanoseconds();
        TRY(store_correct(s, table, sv_from(keys[i]), sv_from(text), "bench", "", last, e));
        f->took[i] = nanoseconds() - f->began[i];
        f->bytes[i] = written_so_far() - before;
    }
    return ST_OK;
}

static void print_figures(struct figures *f, const struct shared *shared, uint64_t all)
{
    uint64_t *seen = calloc(f->count, sizeof *seen);
    for (size_t i = 0; seen != NULL && i < f->count; i++) {
        seen[i] = shared->seen[i] - f->began[i];
    }
    if (seen != NULL) {
        qsort(seen, f->count, sizeof *seen, by_value);
        qsort(f->bytes, f->count, sizeof *f->bytes, by_value);
        qsort(f->took, f->count, sizeof *f->took, by_value);
        size_t middle = f->count / 2;
        size_t high = f->count * 99 / 100;
        size_t top = f->count - 1;
        (void)printf("%zu corrections: %.1f a second\n", f->count,
                     (double)f->count * 1e9 / (double)all);
        (void)printf("call returns after      p50 %6.1f ms, p99 %6.1f ms, most %6.1f ms\n",
                     (double)f->took[middle] / 1e6, (double)f->took[high] / 1e6,
                     (double)f->took[top] / 1e6);
        (void)printf("seen by another process p50 %6.1f ms, p99 %6.1f ms, most %6.1f ms\n",
                     (double)seen[middle] / 1e6, (double)seen[high] / 1e6, (double)seen[top] / 1e6);
        (void)printf("written by a commit     p50 %6.1f KiB, p99 %5.1f KiB, most %5.1f KiB\n",
                     (double)f->bytes[middle] / 1024, (double)f->bytes[high] / 1024,
                     (double)f->bytes[top] / 1024);
    }
    free(seen);
}

struct run {
    const char *folder;
    struct store *store;
    struct uuid table;
    char **keys; // owned, and each
    struct figures figures;
    struct shared *shared;
    int end; // of the merger's pipe
};

static status prepare(struct run *r, const char *slug, struct error *e)
{
    struct snapshot *snapshot = NULL;
    TRY(store_open(r->folder, &r->store, e));
    TRY(store_snapshot(r->store, &snapshot, e));
    const struct store_table *table = snapshot_table_by_slug(snapshot, sv_from(slug));
    status result = ST_OK;
    if (table == NULL) {
        result = error_set(e, ST_NOT_FOUND, "there is no table %s", slug);
    } else {
        r->table = table->table;
        r->shared->first = snapshot_last_commit(snapshot) + 1;
    }
    snapshot_release(snapshot);
    return result == ST_OK ? pick_keys(r->store, &r->table, r->figures.count, r->keys, e) : result;
}

static status measure(struct run *r, struct error *e)
{
    uint32_t last = 0;
    print_size(r->folder, "before");
    pid_t watcher = fork();
    if (watcher == 0) {
        (void)prctl(PR_SET_PDEATHSIG, SIGKILL); // it waits for commits that may never come
        _exit(watch(r->folder, r->shared));
    }
    uint64_t start = nanoseconds();
    status result = correct_all(r->store, &r->table, r->keys, &r->figures, &last, e);
    uint64_t all = nanoseconds() - start;
    r->shared->wanted = result == ST_OK ? last : 1;
    (void)waitpid(watcher, NULL, 0);
    TRY(result);
    print_figures(&r->figures, r->shared, all);
    print_size(r->folder, "right after");
    if (write(r->end, "", 1) != 1) { // the merger stops
        return error_set(e, ST_IO, "the merger has ended");
    }
    start = nanoseconds();
    TRY(store_merge(r->store, NULL, e));
    (void)printf("the last merge took %.1f ms\n", (double)(nanoseconds() - start) / 1e6);
    print_size(r->folder, "after merges");
    return ST_OK;
}

static int run(const char *folder, const char *slug, size_t count, struct shared *shared, int end)
{
    struct error e = {0};
    struct run r = {.folder = folder,
                    .keys = calloc(count, sizeof *r.keys),
                    .figures = {.began = calloc(count, sizeof *r.figures.began),
                                .bytes = calloc(count, sizeof *r.figures.bytes),
                                .took = calloc(count, sizeof *r.figures.took),
                                .count = count},
                    .shared = shared,
                    .end = end};
    status result = r.keys == NULL || r.figures.began == NULL || r.figures.bytes == NULL ||
                            r.figures.took == NULL
                        ? error_set(&e, ST_NO_MEMORY, "no memory")
                        : prepare(&r, slug, &e);
    if (result == ST_OK) {
        result = measure(&r, &e);
    }
    store_close(r.store);
    for (size_t i = 0; r.keys != NULL && i < count; i++) {
        free(r.keys[i]);
    }
    free(r.keys);
    free(r.figures.began);
    free(r.figures.bytes);
    free(r.figures.took);
    return result == ST_OK ? 0 : fail(folder, &e);
}

int main(int count, char **arguments)
{
    int ends[2];
    if (count < 3 || pipe(ends) != 0) {
        (void)fprintf(stderr, "usage: small_commits STORE_FOLDER TABLE [COUNT]\n");
        return 2;
    }
    size_t commits = count > 3 ? strtoul(arguments[3], NULL, 10) : 1000;
    struct shared *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED || commits == 0 || commits > MOST_COMMITS) {
        return 2;
    }
    pid_t merger = fork();
    if (merger == 0) {
        (void)close(ends[1]);
        _exit(run_merger(arguments[1], ends[0]));
    }
    (void)close(ends[0]);
    int code = run(arguments[1], arguments[2], commits, shared, ends[1]);
    (void)close(ends[1]); // the merger stops, if it has not
    (void)waitpid(merger, NULL, 0);
    return code;
}
