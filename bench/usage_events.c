// SPDX-License-Identifier: Apache-2.0
// usage_events FOLDER [MILLIONS]: so many million synthetic events (10) into a new book of uses,
// over 120 months and 300 datasets, as batches of a busy server; compares every month's lines and
// every dataset's total with a count by hand; times the report of a month. FOLDER must not be
// there; it is left for a look.
#include "base/file.h"
#include "usage/book.h"
#include "usage/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DATASETS 300
#define MONTHS   120
#define FIRST    (2010 * 12)
#define BATCH    100000
#define ROUNDS   21

static uint64_t state = 88172645463325252u;

static uint64_t chance(uint64_t below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state % below;
}

struct by_hand {
    struct usage_figures lines[MONTHS][USAGE_LINES];
    struct usage_figures datasets[DATASETS];
};

static void die(const struct error *e)
{
    (void)fprintf(stderr, "usage_events: %s\n", e->message);
    exit(1);
}

static void must(status result, const struct error *e)
{
    if (result != ST_OK) {
        die(e);
    }
}

// Most uses are looks, as in a server's life; in the order of time.
static struct usage_event make_event(uint64_t at, uint64_t count, const uint32_t *datasets,
                                     size_t *dataset)
{
    static const uint8_t kinds[] = {USAGE_DOWNLOAD, USAGE_EXPORT, USAGE_PAGING,  USAGE_RECORD,
                                    USAGE_RECORD,   USAGE_RECORD, USAGE_DATASET, USAGE_SEARCH};
    int32_t month = FIRST + (int32_t)(at * MONTHS / count);
    size_t skew = chance(DATASETS) * chance(DATASETS) / DATASETS;
    struct usage_event event = {
        .hour = (uint32_t)(usage_month_begins(month) / 3600000) + (uint32_t)chance(28u * 24),
        .version = usage_month_begins(month - month % 6),
        .rows = chance(100000),
        .bytes = chance(1000000),
        .kind = kinds[chance(ARRAY_LENGTH(kinds))],
        .method = (uint8_t)chance(USAGE_METHODS),
        .surface = (uint8_t)(chance(10) > 0 ? chance(2) : chance(USAGE_SURFACES)),
        .flags = (uint8_t)chance(USAGE_FLAGS + 1),
    };
    *dataset = event.kind == USAGE_SEARCH ? DATASETS : skew;
    event.dataset = event.kind == USAGE_SEARCH ? 0 : datasets[skew];
    return event;
}

static void add_figures(struct usage_figures *f, const struct usage_event *event)
{
    f->events++;
    f->requests += (event->flags & USAGE_FIRST) != 0;
    f->rows += event->rows;
    f->bytes += event->bytes;
}

static void write_events(struct usage_book *book, uint64_t count, const uint32_t *datasets,
                         struct by_hand *hand)
{
    struct error e = {0};
    uint64_t began = clock_ticks();
    uint64_t longest = 0;
    for (uint64_t i = 0; i < count; i++) {
        size_t dataset = 0;
        struct usage_event event = make_event(i, count, datasets, &dataset);
        int32_t month = usage_month_of_hour(event.hour) - FIRST;
        enum usage_line line = usage_line_of(&event);
        add_figures(&hand->lines[month][line], &event);
        if (line == LINE_DOWNLOADS) {
            add_figures(&hand->datasets[dataset], &event);
        }
        must(usage_book_add(book, &event, &e), &e);
        if (usage_book_waiting(book) == BATCH || i + 1 == count) {
            uint64_t start = clock_ticks();
            must(usage_book_flush(book, &e), &e);
            longest = MAX(longest, clock_ticks() - start);
        }
    }
    double seconds = (double)(clock_ticks() - began) / 1e9;
    (void)printf("%llu events written and added up in %.1f s, %.2f million a second; "
                 "longest time of writing %.0f ms\n",
                 (unsigned long long)count, seconds, (double)count / seconds / 1e6,
                 (double)longest / 1e6);
}

static void compare(struct rollups *r, const struct by_hand *hand)
{
    struct error e = {0};
    for (int32_t i = 0; i < MONTHS; i++) {
        struct usage_figures told[USAGE_LINES];
        must(figures_month(r, SV(""), FIRST + i, told, &e), &e);
        if (memcmp(told, hand->lines[i], sizeof told) != 0) {
            (void)fprintf(stderr, "month %d differs\n", (int)i);
            exit(1);
        }
    }
    for (size_t i = 0; i < DATASETS; i++) {
        char name[32];
        struct usage_figures told;
        (void)snprintf(name, sizeof name, "dataset %zu", i);
        must(figures_sum(r, sv_from(name), LINE_DOWNLOADS, 0, FIRST + MONTHS, &told, &e), &e);
        if (memcmp(&told, &hand->datasets[i], sizeof told) != 0) {
            (void)fprintf(stderr, "dataset %zu differs\n", i);
            exit(1);
        }
    }
    (void)printf("every month's lines and every dataset's downloads are those counted by hand\n");
}

static int by_size(const void *a, const void *b)
{
    const uint64_t *x = a;
    const uint64_t *y = b;
    return (*x > *y) - (*x < *y);
}

// As `vitrine report` and the API do: the roll-ups opened, asked, written, closed.
static void time_reports(const char *path)
{
    uint64_t times[ROUNDS];
    struct error e = {0};
    for (size_t i = 0; i < ROUNDS; i++) {
        struct arena arena;
        struct buffer out;
        struct rollups *r = NULL;
        struct usage_report report;
        uint64_t start = clock_ticks();
        arena_init(&arena, 0);
        buffer_init(&out, 1 << 20);
        must(rollups_open_read(path, &r, &e), &e);
        must(report_make(r, FIRST + MONTHS - 1 - (int32_t)i, clock_now(), &arena, &report, &e), &e);
        must(report_write(&report, REPORT_JSON, &arena, &out, &e), &e);
        rollups_close(r);
        buffer_release(&out);
        arena_release(&arena);
        times[i] = clock_ticks() - start;
    }
    qsort(times, ROUNDS, sizeof *times, by_size);
    uint64_t middle = times[ROUNDS / 2];
    (void)printf("a month's report: median %.2f ms, slowest %.2f ms\n", (double)middle / 1e6,
                 (double)times[ROUNDS - 1] / 1e6);
}

int main(int argc, char **argv)
{
    struct error e = {0};
    struct usage_book *book = NULL;
    uint32_t datasets[DATASETS];
    char path[PATH_SIZE];
    uint64_t millions = 10;
    struct by_hand *hand = calloc(1, sizeof *hand);
    if (hand == NULL || argc < 2 || argc > 3 || file_exists(argv[1]) ||
        (argc == 3 && !sv_to_uint64(sv_from(argv[2]), &millions))) {
        (void)fprintf(stderr, "usage: usage_events FOLDER [MILLIONS]; FOLDER must not be there\n");
        free(hand);
        return 2;
    }
    must(usage_book_open(argv[1], &book, &e), &e);
    for (size_t i = 0; i < DATASETS; i++) {
        char name[32];
        (void)snprintf(name, sizeof name, "dataset %zu", i);
        must(usage_book_name(book, NAME_DATASET, sv_from(name), &datasets[i], &e), &e);
    }
    struct usage_event begins = {.hour = (uint32_t)(usage_month_begins(FIRST) / 3600000),
                                 .kind = USAGE_BEGINS};
    must(usage_book_add(book, &begins, &e), &e);
    write_events(book, millions * 1000000, datasets, hand);
    compare(usage_book_rollups(book), hand);
    usage_book_close(book);
    must(path_join(path, sizeof path, argv[1], USAGE_ROLLUPS, &e), &e);
    time_reports(path);
    free(hand);
    return 0;
}
