// SPDX-License-Identifier: Apache-2.0
// The book of uses and its thread: roll-ups against a count by hand, faults of the disk, figures
// that grow while they are read.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "usage/erase.h"
#include "usage/figures.h"
#include "usage/usage.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EVENTS   200000
#define DATASETS 40
#define MONTHS   30
#define FIRST    (2018 * 12)

static int make_folder(void **fixture)
{
    char *folder = strdup("/tmp/vitrine-usage-XXXXXX");
    *fixture = folder;
    return folder != NULL && mkdtemp(folder) != NULL ? 0 : -1;
}

static int remove_folder(void **fixture)
{
    struct error e = {0};
    int result = folder_remove(*fixture, &e) == ST_OK ? 0 : -1;
    free(*fixture);
    return result;
}

static uint64_t state = 88172645463325252u;

static uint64_t chance(uint64_t below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state % below;
}

static struct usage_event random_event(const uint32_t datasets[DATASETS], uint32_t format)
{
    int32_t month = FIRST + (int32_t)chance(MONTHS);
    struct usage_event event = {
        .hour = (uint32_t)(usage_month_begins(month) / 3600000) + (uint32_t)chance(28u * 24),
        .dataset = datasets[chance(DATASETS)],
        .version = (moment)chance(3),
        .rows = chance(1000000),
        .bytes = chance(1000000),
        .format = format,
        .kind = (uint8_t)chance(USAGE_TALLY),
        .method = (uint8_t)chance(USAGE_METHODS),
        .surface = (uint8_t)chance(USAGE_SURFACES),
        .flags = (uint8_t)chance(USAGE_FLAGS + 1),
    };
    event.dataset = event.kind == USAGE_SEARCH ? 0 : event.dataset;
    return event;
}

struct by_hand {
    struct usage_figures lines[MONTHS][USAGE_LINES];
    struct usage_figures of_first[MONTHS][USAGE_LINES]; // of the first dataset
    uint64_t requests[METHOD_ROBOT];
    uint64_t unique_investigations[METHOD_ROBOT];
};

static void add_figures(struct usage_figures *f, const struct usage_event *event)
{
    f->events++;
    f->requests += (event->flags & USAGE_FIRST) != 0;
    f->rows += event->rows;
    f->bytes += event->bytes;
}

static void count_by_hand(struct by_hand *h, const struct usage_event *event, uint32_t first)
{
    int32_t month = usage_month_of_hour(event->hour) - FIRST;
    enum usage_line line = usage_line_of(event);
    bool counts = event->method != METHOD_ROBOT && event->surface != SURFACE_HEALTH &&
                  event->kind != USAGE_SEARCH;
    add_figures(&h->lines[month][line], event);
    if (event->dataset == first) {
        add_figures(&h->of_first[month][line], event);
    }
    if (counts) {
        h->unique_investigations[event->method] += (event->flags & USAGE_UNIQUE_INVESTIGATION) != 0;
        h->requests[event->method] += event->kind <= USAGE_PAGING;
    }
}

static void check_lines(struct rollups *r, string_view dataset,
                        const struct usage_figures lines[MONTHS][USAGE_LINES])
{
    struct error e = {0};
    for (int32_t i = 0; i < MONTHS; i++) {
        struct usage_figures told[USAGE_LINES];
        assert_int_equal(figures_month(r, dataset, FIRST + i, told, &e), ST_OK);
        assert_memory_equal(told, lines[i], sizeof told);
    }
}

static void check_metrics(struct rollups *r, const struct by_hand *h)
{
    struct error e = {0};
    struct arena arena;
    struct usage_metric *list = NULL;
    size_t count = 0;
    uint64_t requests[METHOD_ROBOT] = {0};
    uint64_t uniques[METHOD_ROBOT] = {0};
    arena_init(&arena, 0);
    assert_int_equal(
        figures_metrics(r, SV(""), FIRST, FIRST + MONTHS, false, &arena, &list, &count, &e), ST_OK);
    for (size_t i = 0; i < count; i++) {
        requests[list[i].method] += list[i].total_requests;
        uniques[list[i].method] += list[i].unique_investigations;
    }
    assert_memory_equal(requests, h->requests, sizeof requests);
    assert_memory_equal(uniques, h->unique_investigations, sizeof uniques);
    arena_release(&arena);
}

static void name_datasets(struct usage_book *book, uint32_t numbers[DATASETS])
{
    struct error e = {0};
    for (size_t i = 0; i < DATASETS; i++) {
        char name[32];
        (void)snprintf(name, sizeof name, "dataset %zu", i);
        assert_int_equal(usage_book_name(book, NAME_DATASET, sv_from(name), &numbers[i], &e),
                         ST_OK);
    }
}

// Rule E1: what is told of a month is what its events add up to, over flushes and openings.
static void test_rule_e1_roll_ups_are_what_the_events_add_up_to(void **fixture)
{
    const char *folder = *fixture;
    struct usage_book *book = NULL;
    struct by_hand *hand = calloc(1, sizeof *hand);
    struct error e = {0};
    uint32_t datasets[DATASETS];
    uint32_t format = 0;
    assert_non_null(hand);
    assert_int_equal(usage_book_open(folder, &book, &e), ST_OK);
    name_datasets(book, datasets);
    assert_int_equal(usage_book_name(book, NAME_FORMAT, SV("csv"), &format, &e), ST_OK);
    for (size_t i = 0; i < EVENTS; i++) {
        struct usage_event event = random_event(datasets, format);
        count_by_hand(hand, &event, datasets[0]);
        assert_int_equal(usage_book_add(book, &event, &e), ST_OK);
        if (chance(5000) == 0) {
            assert_int_equal(usage_book_flush(book, &e), ST_OK);
        }
        if (chance(50000) == 0) {
            assert_int_equal(usage_book_flush(book, &e), ST_OK);
            usage_book_close(book);
            assert_int_equal(usage_book_open(folder, &book, &e), ST_OK);
            name_datasets(book, datasets);
        }
    }
    assert_int_equal(usage_book_flush(book, &e), ST_OK);
    struct rollups *r = usage_book_rollups(book);
    check_lines(r, SV(""), (const struct usage_figures(*)[USAGE_LINES])hand->lines);
    check_lines(r, SV("dataset 0"), (const struct usage_figures(*)[USAGE_LINES])hand->of_first);
    check_metrics(r, hand);
    usage_book_close(book);
    free(hand);
}

// A disk that is full at any write costs no event: all waits and is written later, once.
static void test_a_full_disk_loses_nothing_that_waits(void **fixture)
{
    const char *folder = *fixture;
    struct usage_book *book = NULL;
    struct error e = {0};
    struct usage_figures lines[USAGE_LINES];
    uint64_t added = 0;
    assert_int_equal(usage_book_open(folder, &book, &e), ST_OK);
    for (long n = 1; n <= 6; n++) {
        char name[16];
        uint32_t dataset = 0;
        struct error trouble = {0};
        (void)snprintf(name, sizeof name, "d%ld", n);
        assert_int_equal(usage_book_name(book, NAME_DATASET, sv_from(name), &dataset, &e), ST_OK);
        struct usage_event event = {
            .hour = (uint32_t)(usage_month_begins(FIRST) / 3600000), .dataset = dataset, .rows = 1};
        assert_int_equal(usage_book_add(book, &event, &e), ST_OK);
        added++;
        file_inject_fault(n, ENOSPC);
        status first = usage_book_flush(book, &trouble);
        file_inject_fault(0, 0);
        assert_true(first == ST_OK || (first == ST_IO && usage_book_waiting(book) == 1));
        assert_true(n > 5 || first != ST_OK);
        assert_int_equal(usage_book_flush(book, &e), ST_OK);
        assert_int_equal(usage_book_waiting(book), 0);
        assert_int_equal(figures_month(usage_book_rollups(book), SV(""), FIRST, lines, &e), ST_OK);
        assert_int_equal(lines[LINE_DOWNLOADS].events, added);
    }
    usage_book_close(book);
    assert_int_equal(usage_book_open(folder, &book, &e), ST_OK);
    assert_int_equal(figures_month(usage_book_rollups(book), SV("d3"), FIRST, lines, &e), ST_OK);
    assert_int_equal(lines[LINE_DOWNLOADS].rows, 1);
    usage_book_close(book);
}

#define VISITS 2000

struct visitor {
    struct usage *usage;
    uint64_t number; // no two ask for the same page: that would be a double click (rule E3)
};

static void *visit_often(void *argument)
{
    const struct visitor *visitor = argument;
    struct usage_part part = {SV("a"), 1, 1};
    for (uint64_t i = 0; i < VISITS; i++) {
        struct usage_visit visit = {.time = clock_now(),
                                    .kind = USAGE_RECORD,
                                    .client = SV("192.0.2.1"),
                                    .agent = SV("Mozilla/5.0 (X11)"),
                                    .address = visitor->number * VISITS + i,
                                    .status = 200,
                                    .complete = true,
                                    .parts = &part,
                                    .part_count = 1};
        usage_count(visitor->usage, &visit);
    }
    return NULL;
}

static void test_threads_count_beside_each_other(void **fixture)
{
    const char *folder = *fixture;
    struct usage *u = NULL;
    struct usage_state told;
    struct usage_book *book = NULL;
    struct usage_figures lines[USAGE_LINES];
    struct error e = {0};
    pthread_t threads[4];
    struct visitor visitors[ARRAY_LENGTH(threads)];
    assert_int_equal(usage_start(folder, &u, &e), ST_OK);
    for (size_t i = 0; i < ARRAY_LENGTH(threads); i++) {
        visitors[i] = (struct visitor){u, i};
        assert_int_equal(pthread_create(&threads[i], NULL, visit_often, &visitors[i]), 0);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(threads); i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    }
    usage_look(u, &told);
    assert_int_equal(told.visits, ARRAY_LENGTH(threads) * VISITS);
    assert_int_equal(told.lost, 0);
    usage_stop(u);
    assert_int_equal(usage_book_open(folder, &book, &e), ST_OK);
    int32_t month = usage_month_of(clock_now());
    assert_int_equal(figures_month(usage_book_rollups(book), SV(""), month, lines, &e), ST_OK);
    assert_int_equal(lines[LINE_RECORDS].events, ARRAY_LENGTH(threads) * VISITS);
    usage_book_close(book);
}

// What does not fit into the queue is lost and told; nobody waits.
static void test_a_full_queue_is_told(void **fixture)
{
    const char *folder = *fixture;
    struct usage *u = NULL;
    struct usage_book *other = NULL;
    struct usage_state told;
    struct error e = {0};
    assert_int_equal(usage_book_open(folder, &other, &e), ST_OK); // so that u cannot write
    assert_int_equal(usage_start(folder, &u, &e), ST_OK);
    for (size_t i = 0; i < USAGE_QUEUE_VISITS + 7; i++) {
        struct usage_visit visit = {.time = 1, .kind = USAGE_SEARCH, .address = i};
        usage_count(u, &visit);
    }
    usage_look(u, &told);
    assert_false(told.writing);
    assert_int_equal(told.waiting, USAGE_QUEUE_VISITS);
    assert_int_equal(told.lost, 7);
    usage_count(NULL, NULL);
    usage_stop(u);
    usage_book_close(other);
}

// --- erasing ---------------------------------------------------------------------------------

#define TABLE  "0b4a5d6c-1111-4222-8333-444455556666/"
#define SECRET "Qwyx Zubro 7"

struct expected_thing {
    const char *text;
    uint64_t views;
};

static void look(struct usage_book *book, enum usage_name kind, const char *name)
{
    struct error e = {0};
    struct usage_event event = {.hour = (uint32_t)(usage_month_begins(FIRST) / 3600000),
                                .kind = USAGE_TALLY,
                                .rows = THING_LOOKED_AT};
    assert_int_equal(usage_book_name(book, kind, sv_from(name), &event.dataset, &e), ST_OK);
    if (event.dataset != 0) {
        assert_int_equal(usage_book_add(book, &event, &e), ST_OK);
    }
}

static void check_things(struct usage_book *book, enum usage_name kind,
                         const struct expected_thing *expected, size_t count)
{
    struct usage_of_thing *list = NULL;
    struct arena arena;
    struct error e = {0};
    size_t found = 0;
    arena_init(&arena, 0);
    assert_int_equal(figures_things(usage_book_rollups(book), kind, SV(""), FIRST, FIRST, 10,
                                    &arena, &list, &found, &e),
                     ST_OK);
    assert_int_equal(found, count);
    for (size_t i = 0; i < count; i++) {
        bool erased = expected[i].text == NULL;
        assert_true(erased ? usage_name_is_erased(kind, list[i].text)
                           : sv_equal(list[i].text, sv_from(expected[i].text)));
        assert_int_equal(list[i].looked_at, expected[i].views);
    }
    arena_release(&arena);
}

static bool stands_in_folder(const char *folder, const char *text)
{
    static const char *const files[] = {USAGE_EVENTS, USAGE_ROLLUPS, USAGE_ROLLUPS "-wal"};
    bool found = false;
    for (size_t i = 0; i < ARRAY_LENGTH(files); i++) {
        char path[PATH_SIZE];
        struct buffer bytes;
        struct error e = {0};
        buffer_init(&bytes, (size_t)1 << 26);
        assert_int_equal(path_join(path, sizeof path, folder, files[i], &e), ST_OK);
        if (file_exists(path)) {
            assert_int_equal(file_read(path, (size_t)1 << 26, &bytes, &e), ST_OK);
        }
        found = found ||
                (bytes.length > 0 && memmem(bytes.bytes, bytes.length, text, strlen(text)) != NULL);
        buffer_release(&bytes);
    }
    return found;
}

static uint64_t erase_name(const char *folder, const char *value, const char *record)
{
    const string_view values[] = {sv_from(value)};
    struct mentions mentions;
    struct arena arena;
    struct error e = {0};
    uint64_t count = 0;
    arena_init(&arena, 0);
    assert_int_equal(mentions_make(values, 1, &arena, &mentions, &e), ST_OK);
    assert_int_equal(usage_erase(folder, &mentions, sv_from(record), false, &count, &e), ST_OK);
    arena_release(&arena);
    return count;
}

// The book of a running server stays open meanwhile: names that wait in it are held back too, and
// what is counted goes to the same numbers, or to nobody.
static void test_rule_f5_names_go_and_counts_stay(void **fixture)
{
    const char *folder = *fixture;
    struct usage_book *book = NULL;
    struct error e = {0};
    assert_int_equal(usage_book_open(folder, &book, &e), ST_OK);
    for (int i = 0; i < 5; i++) {
        look(book, NAME_RECORD, TABLE SECRET);
        look(book, NAME_PERSON, "qwyx-zubro-7-of-kew");
    }
    look(book, NAME_RECORD, TABLE "k1");
    look(book, NAME_RECORD, TABLE "k2");
    look(book, NAME_RECORD, TABLE "k2");
    assert_int_equal(usage_book_flush(book, &e), ST_OK);
    look(book, NAME_RECORD, TABLE "waits");
    assert_true(stands_in_folder(folder, SECRET));
    assert_int_equal(erase_name(folder, SECRET, TABLE "waits"), 2);
    look(book, NAME_RECORD, TABLE SECRET); // this process knows the number still
    look(book, NAME_RECORD, TABLE "k1");
    assert_int_equal(usage_book_flush(book, &e), ST_OK);
    const struct expected_thing records[] = {
        {NULL, 6}, {TABLE "k1", 2}, {TABLE "k2", 2}, {NULL, 1}};
    const struct expected_thing people[] = {{NULL, 5}};
    check_things(book, NAME_RECORD, records, 4);
    check_things(book, NAME_PERSON, people, 1);
    usage_book_close(book);
    // A process of later knows that it is not to be written.
    assert_int_equal(usage_book_open(folder, &book, &e), ST_OK);
    look(book, NAME_RECORD, TABLE SECRET);
    look(book, NAME_RECORD, TABLE "waits");
    assert_int_equal(usage_book_flush(book, &e), ST_OK);
    check_things(book, NAME_RECORD, records, 4);
    usage_book_close(book);
    static const char *const gone[] = {SECRET, "waits", "qwyx-zubro"};
    for (size_t i = 0; i < ARRAY_LENGTH(gone); i++) {
        assert_false(stands_in_folder(folder, gone[i]));
    }
    assert_int_equal(erase_name(folder, SECRET, TABLE "waits"), 0);
}

// The events alone say the same: what is made of them anew has the counts, and no names.
static void test_rule_f5_roll_ups_made_anew_hold_none_of_it(void **fixture)
{
    const char *folder = *fixture;
    struct usage_book *book = NULL;
    struct error e = {0};
    char path[PATH_SIZE];
    assert_int_equal(usage_book_open(folder, &book, &e), ST_OK);
    look(book, NAME_RECORD, TABLE SECRET);
    look(book, NAME_RECORD, TABLE SECRET " b");
    look(book, NAME_RECORD, TABLE SECRET " b");
    look(book, NAME_RECORD, TABLE "k1");
    assert_int_equal(usage_book_flush(book, &e), ST_OK);
    usage_book_close(book);
    assert_int_equal(erase_name(folder, SECRET, ""), 2);
    assert_int_equal(path_join(path, sizeof path, folder, USAGE_ROLLUPS, &e), ST_OK);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(usage_book_open(folder, &book, &e), ST_OK);
    const struct expected_thing records[] = {{NULL, 2}, {TABLE "k1", 1}, {NULL, 1}};
    check_things(book, NAME_RECORD, records, 3);
    usage_book_close(book);
}

static void test_without_uses_nothing_is_made(void **fixture)
{
    const char *folder = *fixture;
    char path[PATH_SIZE];
    struct error e = {0};
    assert_int_equal(erase_name(folder, SECRET, TABLE "k"), 0);
    assert_int_equal(path_join(path, sizeof path, folder, USAGE_FOLDER, &e), ST_OK);
    assert_false(file_exists(path));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rule_e1_roll_ups_are_what_the_events_add_up_to,
                                        make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_a_full_disk_loses_nothing_that_waits, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(test_rule_f5_names_go_and_counts_stay, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(test_rule_f5_roll_ups_made_anew_hold_none_of_it,
                                        make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_without_uses_nothing_is_made, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(test_threads_count_beside_each_other, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(test_a_full_queue_is_told, make_folder, remove_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
