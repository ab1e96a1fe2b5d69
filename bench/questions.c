// SPDX-License-Identifier: Apache-2.0
// Times the questions that peers are compared by (bench/peers) in process, through the library's
// own face: a search goes in as JSON, rows come out as JSON in a buffer.
//
//     questions STORE_FOLDER [--constants FILE] [--only NAME] [--turns N] [--commit N]
//               [--sort-by-id] [--no-rates] [--answers | --json]
//
// FILE holds lists of constants of like frequency (bench/peers/constants.py makes them;
// bench/peers/constants.json are those of 4,500,000 rows); each repeat takes the next of its list,
// and each was asked once unmeasured before: the data is warm, and no answer is kept.
// Prints for each question the rows found, the middle, least and greatest times and the limit.
// With --commit the moment's row set is made first, and timed as "row set". Look-ups by key are
// those of a store whose key is the catalogue number; elsewhere they are searches.
// --answers prints every answer as a line of JSON instead, one a constant.
#include "base/buffer.h"
#include "base/clock.h"
#include "formats/json_write.h"
#include "vitrine/vitrine.h"

#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST_TURNS     1000
#define FULL_ROWS      4500000.0
#define LOOKUP_THREADS 2
#define BOXES          8
#define LOOKUPS        "record by number"
#define LOOKUP_ROUNDS  5
#define EXPORT         "export all rows"
#define ROW_SET        "row set"

#define FACETS                                                                                     \
    "\"collectioncode\",\"kingdom\",\"class\",\"family\",\"genus\",\"sex\",\"typestatus\","        \
    "\"stateprovince\",\"recordedby\",\"preservative\""

struct questions {
    struct vitrine_snapshot *snapshot;
    struct vitrine_error *error;
    json_t *constants;
    size_t turns;
    uint64_t rows; // of the snapshot
    bool key_is_id;
    bool key_is_number; // the catalogue number
    char table[256];
    bool sort_by_id;
    bool no_rates;
    bool answers;
    bool json;
};

// A question writes its body for one of its constants.
typedef void write_body(const struct questions *q, size_t turn, struct buffer *out);

// These are no searches: the body of the first is what was typed, of the others nothing.
static const char completions[] = "completions";
static const char grid[] = "grid";
static const char class_by_sex[] = "class by sex";

struct question {
    const char *name;
    double limit; // milliseconds; of rate questions: rows or look-ups a second
    write_body *write;
    bool varies; // with its constant
};

// The constant of that list for a turn; "" when there is none.
static const char *constant(const struct questions *q, const char *list, size_t turn)
{
    const json_t *values = json_object_get(q->constants, list);
    if (json_is_string(values)) {
        return json_string_value(values);
    }
    size_t count = json_array_size(values);
    const char *text = json_string_value(json_array_get(values, count == 0 ? 0 : turn % count));
    return text == NULL ? "" : text;
}

static void write_equals(struct buffer *out, const char *field, const char *value)
{
    buffer_print(out, "{\"string_equals\":{\"fields\":[\"%s\"],\"value\":", field);
    json_write_string(out, sv_from(value));
    buffer_append_view(out, SV("}}"));
}

static void write_filter(struct buffer *out, const char *field, const char *value)
{
    buffer_append_view(out, SV("\"query\":{\"filters\":{\"and\":["));
    write_equals(out, field, value);
    buffer_append_view(out, SV("]}}"));
}

static void write_first(const struct questions *q, size_t turn, struct buffer *out)
{
    (void)turn;
    bool plain = q->key_is_id && !q->sort_by_id;
    buffer_print(out, "{\"limit\":100%s}", plain ? "" : ",\"sort\":[\"id\"]");
}

static void write_genus(const struct questions *q, size_t turn, struct buffer *out)
{
    buffer_append_byte(out, '{');
    write_filter(out, "genus", constant(q, "genus", turn));
    buffer_append_view(out, SV(",\"limit\":100}"));
}

static void write_words(const struct questions *q, const char *list, size_t turn,
                        struct buffer *out)
{
    buffer_append_view(out, SV("{\"query\":{\"search\":"));
    json_write_string(out, sv_from(constant(q, list, turn)));
    buffer_append_view(out, SV("},\"limit\":100}"));
}

static void write_common(const struct questions *q, size_t turn, struct buffer *out)
{
    write_words(q, "common", turn, out);
}

static void write_middling(const struct questions *q, size_t turn, struct buffer *out)
{
    write_words(q, "middling", turn, out);
}

static void write_rare(const struct questions *q, size_t turn, struct buffer *out)
{
    write_words(q, "rare", turn, out);
}

static void write_remark(const struct questions *q, size_t turn, struct buffer *out)
{
    buffer_append_view(out, SV("{\"query\":{\"filters\":{\"and\":[{\"string_contains\":{"
                               "\"fields\":[\"remarks\"],\"value\":"));
    json_write_string(out, sv_from(constant(q, "remark", turn)));
    buffer_append_view(out, SV("}}]}},\"limit\":100}"));
}

static void write_family(const struct questions *q, size_t turn, struct buffer *out)
{
    (void)q;
    (void)turn;
    buffer_append_view(out, SV("{\"facets\":[\"family\"],\"facetLimit\":20,\"limit\":0}"));
}

static void write_country_facets(const struct questions *q, size_t turn, struct buffer *out)
{
    buffer_append_byte(out, '{');
    write_filter(out, "country", constant(q, "country", turn));
    buffer_append_view(out, SV(",\"facets\":[" FACETS "],\"facetLimit\":20,\"limit\":0}"));
}

static void write_all_facets(const struct questions *q, size_t turn, struct buffer *out)
{
    (void)q;
    (void)turn;
    buffer_append_view(out, SV("{\"facets\":[" FACETS "],\"facetLimit\":20,\"limit\":0}"));
}

// Years 1850 to 1900 in 30..60 N, 30 W..40 E, moved a little at each turn.
static void write_box(const struct questions *q, size_t turn, struct buffer *out)
{
    (void)q;
    int step = (int)(turn % BOXES);
    buffer_print(out,
                 "{\"query\":{\"filters\":{\"and\":[{\"number_range\":{\"fields\":[\"year\"],"
                 "\"greater_than\":%d,\"less_than\":%d}},{\"bbox\":{\"west\":%.1f,\"south\":%.1f,"
                 "\"east\":%.1f,\"north\":%.1f}},",
                 1850 + step, 1900 + step, -30 + step * 0.5, 30 + step * 0.2, 40 + step * 0.5,
                 60 + step * 0.2);
    write_equals(out, "sex", "female");
    buffer_append_view(out, SV("]}},\"facets\":[\"class\"],\"facetLimit\":20,\"limit\":0}"));
}

static uint64_t deep(const struct questions *q, size_t turn)
{
    return (uint64_t)(1e6 * (double)q->rows / FULL_ROWS) + 100 * (turn % BOXES);
}

static void write_sort_year(const struct questions *q, size_t turn, struct buffer *out)
{
    buffer_print(out, "{\"sort\":[\"-year\"],\"offset\":%" PRIu64 ",\"limit\":100}", deep(q, turn));
}

static void write_sort_name(const struct questions *q, size_t turn, struct buffer *out)
{
    buffer_print(out, "{\"sort\":[\"scientificname\"],\"offset\":%" PRIu64 ",\"limit\":100}",
                 deep(q, turn));
}

static void write_whole(const struct questions *q, size_t turn, struct buffer *out)
{
    (void)q;
    (void)turn;
    buffer_append_view(out, SV("{}"));
}

static void write_prefix(const struct questions *q, size_t turn, struct buffer *out)
{
    buffer_append_view(out, sv_from(constant(q, "prefix", turn)));
    buffer_append_byte(out, '\0');
}

static const struct question questions[] = {
    {"first 100 by id", 0.2, write_first, false},
    {"genus", 0.3, write_genus, true},
    {"words common", 2, write_common, true},
    {"words middling", 0.7, write_middling, true},
    {"words rare", 0.2, write_rare, true},
    {"facet family", 0.2, write_family, false},
    {"ten facets country", 25, write_country_facets, false},
    {"ten facets all", 2, write_all_facets, false},
    {"years box female", 6, write_box, true},
    {"sort year deep", 10, write_sort_year, true},
    {"sort name deep", 15, write_sort_name, true},
    {"word in remarks", 2, write_remark, true},
    {grid, 4, write_whole, false},
    {class_by_sex, 3, write_whole, false},
    {completions, 0.5, write_prefix, true},
};

// --- timing --------------------------------------------------------------------------------------

static int compare_times(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static uint64_t total_of(struct vitrine_text answer)
{
    static const char name[] = "\"total\":";
    const char *at = memmem(answer.bytes, answer.length, name, sizeof name - 1);
    return at == NULL ? 0 : strtoull(at + sizeof name - 1, NULL, 10);
}

static void print_answer(const struct question *question, string_view body,
                         struct vitrine_text answer)
{
    bool is_json = question->name != completions;
    printf(is_json ? "{\"question\":\"%s\",\"body\":" SV_FORMAT ",\"answer\":"
                   : "{\"question\":\"%s\",\"body\":\"" SV_FORMAT "\",\"answer\":",
           question->name, SV_ARGUMENT(is_json ? body : sv_slice(body, 0, body.length - 1)));
    (void)fwrite(answer.bytes, 1, answer.length, stdout);
    printf("}\n");
}

// Times in nanoseconds.
static void print_times(const struct questions *q, const char *name, uint64_t total,
                        uint64_t *times, size_t count, double limit)
{
    if (q->json) {
        printf("{\"question\":\"%s\",\"found\":%" PRIu64 ",\"limit\":%g,\"milliseconds\":[", name,
               total, limit);
        for (size_t i = 0; i < count; i++) {
            printf("%s%.4f", i == 0 ? "" : ",", (double)times[i] / 1e6);
        }
        printf("]}\n");
        (void)fflush(stdout);
        return;
    }
    size_t half = count / 2;
    qsort(times, count, sizeof *times, compare_times);
    double middle = (double)times[half] / 1e6;
    printf("%-20s %9" PRIu64 " found  middle %9.3f  least %9.3f  most %9.3f  limit %7.2f ms%s\n",
           name, total, middle, (double)times[0] / 1e6, (double)times[count - 1] / 1e6, limit,
           middle > limit ? "  MISSED" : "");
    (void)fflush(stdout);
}

static void print_rate(const struct questions *q, const char *name, uint64_t count, double seconds,
                       double limit)
{
    double rate = (double)count / seconds;
    if (q->json) {
        printf("{\"question\":\"%s\",\"found\":%" PRIu64 ",\"limit\":%g,\"rate\":%.0f}\n", name,
               count, limit, rate);
    } else {
        printf("%-20s %9" PRIu64 " found  %.0f a second  limit %.0f%s\n", name, count, rate, limit,
               rate < limit ? "  MISSED" : "");
    }
    (void)fflush(stdout);
}

static enum vitrine_status ask_summary(const struct questions *q, bool is_grid,
                                       struct vitrine_buffer *answer)
{
    struct vitrine_summary *s = vitrine_summary_create();
    enum vitrine_status done = VITRINE_OK;
    if (is_grid) {
        done = vitrine_summary_grid(s, 5.625, q->error);
    } else {
        static const char *const fields[] = {"class", "sex"};
        done = vitrine_summary_group(s, q->error);
        for (size_t i = 0; i < ARRAY_LENGTH(fields) && done == VITRINE_OK; i++) {
            done = vitrine_summary_by(s, fields[i], VITRINE_EACH, 0, q->error);
        }
    }
    if (done == VITRINE_OK) {
        done = vitrine_summary_json(s, NULL, q->snapshot, answer, q->error);
    }
    vitrine_summary_destroy(s);
    return done;
}

static enum vitrine_status ask_body(const struct questions *q, const struct question *question,
                                    const struct buffer *body, struct vitrine_buffer *answer)
{
    if (question->name == completions) {
        return vitrine_suggest_json(q->snapshot, NULL, "genus", body->bytes, 10, answer, q->error);
    }
    if (question->name == grid || question->name == class_by_sex) {
        return ask_summary(q, question->name == grid, answer);
    }
    return vitrine_search_json(q->snapshot, body->bytes, body->length, answer, q->error);
}

static bool ask_once(const struct questions *q, const struct question *question, size_t turn,
                     struct buffer *body, struct vitrine_buffer *answer, uint64_t *taken)
{
    buffer_clear(body);
    vitrine_buffer_clear(answer);
    question->write(q, turn, body);
    uint64_t began = clock_ticks();
    if (ask_body(q, question, body, answer) != VITRINE_OK) {
        printf("%-20s %s (%s)\n", question->name, vitrine_error_message(q->error),
               vitrine_error_field(q->error));
        return false;
    }
    *taken = clock_ticks() - began;
    return true;
}

// Every constant once unmeasured, then the turns.
static bool ask_turns(const struct questions *q, const struct question *question,
                      struct buffer *body, struct vitrine_buffer *answer)
{
    static uint64_t times[MOST_TURNS];
    size_t variants = question->varies ? BOXES : 1;
    for (size_t i = 0; i < variants; i++) {
        if (!ask_once(q, question, i, body, answer, &times[0])) {
            return false;
        }
        if (q->answers) {
            print_answer(question, buffer_view(body), vitrine_buffer_text(answer));
        }
    }
    for (size_t i = 0; i < q->turns && !q->answers; i++) {
        if (!ask_once(q, question, i, body, answer, &times[i])) {
            return false;
        }
    }
    if (!q->answers) {
        print_times(q, question->name, total_of(vitrine_buffer_text(answer)), times, q->turns,
                    question->limit);
    }
    return true;
}

static bool ask(const struct questions *q, const struct question *question)
{
    struct vitrine_buffer *answer = vitrine_buffer_create(0);
    struct buffer body;
    buffer_init(&body, (size_t)1 << 20);
    bool good = ask_turns(q, question, &body, answer);
    buffer_release(&body);
    vitrine_buffer_destroy(answer);
    return good;
}

// --- records by catalogue number -----------------------------------------------------------------

struct lookups {
    const struct questions *q;
    size_t first;
    size_t found;
    size_t asked;
};

// By its key where that is the catalogue number, else as a search.
static bool look_up_one(const struct questions *q, const char *number, struct buffer *body,
                        struct vitrine_buffer *answer, struct vitrine_error *error)
{
    if (q->key_is_number) {
        return vitrine_record_json(q->snapshot, q->table, number, answer, error) == VITRINE_OK;
    }
    buffer_clear(body);
    buffer_append_byte(body, '{');
    write_filter(body, "catalognumber", number);
    buffer_append_view(body, SV(",\"limit\":1}"));
    enum vitrine_status done =
        vitrine_search_json(q->snapshot, body->bytes, body->length, answer, error);
    return done == VITRINE_OK && total_of(vitrine_buffer_text(answer)) == 1;
}

static void *look_up(void *argument)
{
    struct lookups *l = argument;
    const json_t *numbers = json_object_get(l->q->constants, "catalognumber");
    size_t count = json_array_size(numbers);
    struct vitrine_buffer *answer = vitrine_buffer_create(0);
    struct vitrine_error *error = vitrine_error_create();
    struct buffer body;
    buffer_init(&body, (size_t)1 << 20);
    for (size_t i = l->first; i < count; i += LOOKUP_THREADS) {
        // A stride spreads neighbours of the list, which lie near each other.
        const char *number = json_string_value(json_array_get(numbers, i * 7919 % count));
        vitrine_buffer_clear(answer);
        l->found += look_up_one(l->q, number == NULL ? "" : number, &body, answer, error);
        l->asked++;
    }
    buffer_release(&body);
    vitrine_error_destroy(error);
    vitrine_buffer_destroy(answer);
    return NULL;
}

// All numbers once by both threads; returns the seconds taken.
static double run_lookups(const struct questions *q, size_t *found_out, size_t *asked_out)
{
    struct lookups work[LOOKUP_THREADS];
    pthread_t threads[LOOKUP_THREADS];
    size_t found = 0;
    size_t asked = 0;
    uint64_t began = clock_ticks();
    for (size_t i = 0; i < LOOKUP_THREADS; i++) {
        work[i] = (struct lookups){.q = q, .first = i};
        if (pthread_create(&threads[i], NULL, look_up, &work[i]) != 0) {
            printf("%-20s no thread\n", LOOKUPS);
            exit(1);
        }
    }
    for (size_t i = 0; i < LOOKUP_THREADS; i++) {
        (void)pthread_join(threads[i], NULL);
        found += work[i].found;
        asked += work[i].asked;
    }
    *found_out = found;
    *asked_out = asked;
    return (double)(clock_ticks() - began) / 1e9;
}

// Timed once all of it is in memory and checked.
static void ask_lookups(const struct questions *q)
{
    size_t found = 0;
    size_t asked = 0;
    (void)run_lookups(q, &found, &asked);
    double seconds = 0;
    size_t all = 0;
    for (size_t i = 0; i < LOOKUP_ROUNDS && found == asked; i++) {
        seconds += run_lookups(q, &found, &asked);
        all += found;
    }
    if (found != asked) {
        printf("%-20s %zu of %zu found\n", LOOKUPS, found, asked);
    } else {
        print_rate(q, LOOKUPS, all, seconds, 200000);
    }
}

// --- all rows ------------------------------------------------------------------------------------

// Into a socket that another thread reads, as a client would.
static bool send_bytes(void *argument, struct vitrine_text bytes)
{
    const int *socket = argument;
    size_t sent = 0;
    while (sent < bytes.length) {
        ssize_t length = write(*socket, bytes.bytes + sent, bytes.length - sent);
        if (length <= 0) {
            return false;
        }
        sent += (size_t)length;
    }
    return true;
}

struct reading {
    int socket;
    uint64_t bytes;
};

static void *read_bytes(void *argument)
{
    static char block[1 << 20];
    struct reading *r = argument;
    ssize_t length = 0;
    while ((length = read(r->socket, block, sizeof block)) > 0) {
        r->bytes += (uint64_t)length;
    }
    return NULL;
}

static bool ask_export(const struct questions *q)
{
    struct vitrine_search *everything = vitrine_search_create();
    struct reading reading = {0};
    pthread_t reader;
    int sockets[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) != 0) {
        return false;
    }
    reading.socket = sockets[1];
    uint64_t began = clock_ticks();
    bool good = pthread_create(&reader, NULL, read_bytes, &reading) == 0;
    enum vitrine_status done =
        vitrine_export_csv(everything, q->snapshot, send_bytes, &sockets[0], q->error);
    (void)close(sockets[0]);
    good = good && pthread_join(reader, NULL) == 0 && done == VITRINE_OK && reading.bytes > 0;
    double seconds = (double)(clock_ticks() - began) / 1e9;
    (void)close(sockets[1]);
    vitrine_search_destroy(everything);
    if (!good) {
        printf("%-20s %s\n", EXPORT, vitrine_error_message(q->error));
        return false;
    }
    print_rate(q, EXPORT, q->rows, seconds, 1500000);
    return true;
}

// --- the whole -----------------------------------------------------------------------------------

// Moves to an older commit. Its row set is made by the first search there: what that took beyond a
// second one is told. The newest was asked before, so that the files are mapped.
static enum vitrine_status take_older(struct questions *q, struct vitrine_store *store,
                                      uint32_t commit, struct vitrine_buffer *answer)
{
    static const char all[] = "{\"facets\":[\"class\"],\"limit\":0}";
    uint64_t times[3] = {0};
    enum vitrine_status done =
        vitrine_search_json(q->snapshot, all, sizeof all - 1, answer, q->error);
    vitrine_snapshot_release(q->snapshot);
    q->snapshot = NULL;
    if (done == VITRINE_OK) {
        done = vitrine_snapshot_take_commit(store, commit, &q->snapshot, q->error);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(times) && done == VITRINE_OK; i++) {
        vitrine_buffer_clear(answer);
        uint64_t began = clock_ticks();
        done = vitrine_search_json(q->snapshot, all, sizeof all - 1, answer, q->error);
        times[i] = clock_ticks() - began;
    }
    if (done == VITRINE_OK && !q->answers) {
        uint64_t later = MIN(times[1], times[2]);
        times[0] = times[0] > later ? times[0] - later : 0;
        print_times(q, ROW_SET, total_of(vitrine_buffer_text(answer)), times, 1, 12);
    }
    vitrine_buffer_clear(answer);
    return done == VITRINE_OK
               ? vitrine_search_json(q->snapshot, "{\"limit\":1}", 11, answer, q->error)
               : done;
}

static bool open_snapshot(struct questions *q, const char *folder, uint32_t commit,
                          struct vitrine_store **store)
{
    struct vitrine_buffer *answer = vitrine_buffer_create(0);
    if (vitrine_store_open(folder, store, q->error) != VITRINE_OK) {
        return false;
    }
    enum vitrine_status done = vitrine_snapshot_take(*store, &q->snapshot, q->error);
    if (done == VITRINE_OK) {
        done = vitrine_search_json(q->snapshot, "{\"limit\":1}", 11, answer, q->error);
    }
    if (done == VITRINE_OK && commit != 0) {
        done = take_older(q, *store, commit, answer);
    }
    if (done != VITRINE_OK) {
        vitrine_buffer_destroy(answer);
        return false;
    }
    struct vitrine_text text = vitrine_buffer_text(answer);
    q->rows = total_of(text);
    json_t *root = json_loadb(text.bytes, text.length, 0, NULL);
    const json_t *record = json_array_get(json_object_get(root, "records"), 0);
    const json_t *data = json_object_get(record, "data");
    q->key_is_id = json_equal(json_object_get(record, "key"), json_object_get(data, "id"));
    q->key_is_number =
        json_equal(json_object_get(record, "key"), json_object_get(data, "catalognumber"));
    const char *table = json_string_value(json_object_get(record, "table"));
    (void)snprintf(q->table, sizeof q->table, "%s", table == NULL ? "" : table);
    json_decref(root);
    vitrine_buffer_destroy(answer);
    return true;
}

struct options {
    const char *folder;
    const char *constants;
    const char *only;
    uint32_t commit;
};

static bool read_options(int count, char **arguments, struct options *o, struct questions *q)
{
    for (int i = 1; i < count; i++) {
        const char *name = arguments[i];
        if (name[0] != '-' && o->folder == NULL) {
            o->folder = name;
        } else if (strcmp(name, "--answers") == 0) {
            q->answers = true;
        } else if (strcmp(name, "--json") == 0) {
            q->json = true;
        } else if (strcmp(name, "--sort-by-id") == 0) {
            q->sort_by_id = true;
        } else if (strcmp(name, "--no-rates") == 0) {
            q->no_rates = true;
        } else if (strcmp(name, "--constants") == 0 && i + 1 < count) {
            o->constants = arguments[++i];
        } else if (strcmp(name, "--only") == 0 && i + 1 < count) {
            o->only = arguments[++i];
        } else if (strcmp(name, "--turns") == 0 && i + 1 < count) {
            q->turns = (size_t)strtoul(arguments[++i], NULL, 10);
        } else if (strcmp(name, "--commit") == 0 && i + 1 < count) {
            o->commit = (uint32_t)strtoul(arguments[++i], NULL, 10);
        } else {
            return false;
        }
    }
    q->turns = MAX(MIN(q->turns, (size_t)MOST_TURNS), (size_t)1);
    return o->folder != NULL;
}

static bool run_questions(const struct questions *q, const char *only)
{
    bool good = true;
    for (size_t i = 0; i < ARRAY_LENGTH(questions); i++) {
        if (only == NULL || strstr(questions[i].name, only) != NULL) {
            good = ask(q, &questions[i]) && good;
        }
    }
    if (q->answers || q->no_rates) {
        return good;
    }
    if (only == NULL || strstr(LOOKUPS, only) != NULL) {
        ask_lookups(q);
    }
    if (only == NULL || strstr(EXPORT, only) != NULL) {
        good = ask_export(q) && good;
    }
    return good;
}

int main(int argument_count, char **arguments)
{
    struct options o = {.constants = "bench/peers/constants.json"};
    struct questions q = {.turns = 7, .error = vitrine_error_create()};
    struct vitrine_store *store = NULL;
    json_error_t trouble;
    if (!read_options(argument_count, arguments, &o, &q)) {
        fprintf(stderr,
                "usage: questions STORE_FOLDER [--constants FILE] [--only NAME] [--turns N]\n"
                "                 [--commit N] [--sort-by-id] [--no-rates] [--answers | --json]\n");
        return 2;
    }
    q.constants = json_load_file(o.constants, 0, &trouble);
    if (q.constants == NULL) {
        fprintf(stderr, "%s: %s\n", o.constants, trouble.text);
        return 1;
    }
    bool good = open_snapshot(&q, o.folder, o.commit, &store);
    if (good) {
        good = run_questions(&q, o.only);
    } else {
        fprintf(stderr, "%s\n", vitrine_error_message(q.error));
    }
    vitrine_snapshot_release(q.snapshot);
    vitrine_store_close(store);
    vitrine_error_destroy(q.error);
    json_decref(q.constants);
    return good ? 0 : 1;
}
