// SPDX-License-Identifier: Apache-2.0
// `vitrine usage`: figures of other sources, and visits fed from a file.
#include "cli/cli.h"

#include "base/file.h"
#include "usage/exchange.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FLUSH_EVENTS ((size_t)1 << 19) // of a replay, at a time

static const char *source;
static const char *method;
static const char *since;

static const struct option options[] = {
    {"source", OPTION_TEXT, &source, "NAME", "what the figures are of, such as GBIF (import)"},
    {"method", OPTION_TEXT, &method, "TEXT", "how that source counts (import)"},
    {"since", OPTION_TEXT, &since, "MOMENT",
     "when counting began (replay; default: the first month in the file)"},
};

// --- import ----------------------------------------------------------------------------------

static status import_months(struct usage_book *book, const char *path, struct arena *arena,
                            struct buffer *out, struct error *e)
{
    struct usage_source_month *months = NULL;
    string_view text = {0};
    size_t count = 0;
    TRY(file_read_in_arena(path, (size_t)256 << 20, arena, &text, e));
    status result = usage_months_read(text, arena, &months, &count, e);
    if (result != ST_OK) {
        error_prefix(e, "%s", path);
        return result;
    }
    TRY(rollups_import(usage_book_rollups(book), sv_from(source),
                       sv_from(method == NULL ? "" : method), months, count, e));
    if (option_json) {
        buffer_append_view(out, SV("{\"source\":"));
        print_json_string(out, sv_from(source));
        buffer_print(out, ",\"lines\":%zu}\n", count);
    } else {
        buffer_print(out, "%zu lines of %s, in place of any before\n", count, source);
    }
    return ST_OK;
}

// --- replay ----------------------------------------------------------------------------------

struct replaying {
    struct counting counting;
    struct usage_book *book;
    uint64_t visits;
    bool has_begun;
};

static status begin(struct replaying *r, moment first, struct error *e)
{
    moment began = usage_month_begins(usage_month_of(first));
    if (since != NULL) {
        // Of a day its first millisecond, where a moment that is asked means its last.
        struct date_interval interval;
        if (!date_interval_from_text(sv_from(since), &interval)) {
            return error_set_field(e, ST_INVALID, "since", "--since is a date");
        }
        began = interval.start;
    }
    r->has_begun = true;
    return counting_begins(r->book, began, e);
}

static status take_line(struct replaying *r, string_view line, struct arena *arena, struct error *e)
{
    struct usage_visit visit;
    TRY(usage_visit_read(line, arena, &visit, e));
    if (!r->has_begun) {
        TRY(begin(r, visit.time, e));
    }
    TRY(counting_take(&r->counting, &visit, r->book, e));
    r->visits++;
    return usage_book_waiting(r->book) < FLUSH_EVENTS ? ST_OK : usage_book_flush(r->book, e);
}

static status take_lines(struct replaying *r, FILE *file, const char *path, struct error *e)
{
    char *line = NULL;
    size_t room = 0;
    size_t number = 0;
    struct arena arena;
    status result = ST_OK;
    arena_init(&arena, (size_t)64 << 20);
    ssize_t length = getline(&line, &room, file);
    while (result == ST_OK && length >= 0) {
        string_view text = sv_trim((string_view){line, (size_t)length});
        number++;
        if (text.length > 0) {
            result = take_line(r, text, &arena, e);
        }
        arena_reset(&arena);
        length = getline(&line, &room, file);
    }
    if (result == ST_BAD_DATA) {
        error_prefix(e, "%s, line %zu", path, number);
    } else if (result == ST_OK) {
        result = usage_book_flush(r->book, e);
    }
    free(line);
    arena_release(&arena);
    return result;
}

static status replay(struct usage_book *book, const char *path, struct buffer *out, struct error *e)
{
    struct agents *agents = NULL;
    struct networks *networks = NULL;
    struct sessions *sessions = NULL;
    struct replaying r = {.book = book};
    FILE *file = fopen(path, "re");
    if (file == NULL) {
        return error_set_errno(e, "cannot open %s", path);
    }
    status result = agents_open(option_data, &agents, e);
    if (result == ST_OK) {
        result = networks_open(option_data, &networks, e);
    }
    if (result == ST_OK) {
        result = sessions_create(&sessions, e);
    }
    if (result == ST_OK) {
        r.counting = (struct counting){agents, networks, sessions};
        result = take_lines(&r, file, path, e);
    }
    (void)fclose(file);
    sessions_destroy(sessions);
    networks_close(networks);
    agents_close(agents);
    buffer_print(out, option_json ? "{\"visits\":%llu}\n" : "%llu visits\n",
                 (unsigned long long)r.visits);
    return result;
}

// --- the command -----------------------------------------------------------------------------

static status act(struct usage_book *book, char **arguments, struct buffer *out, struct error *e)
{
    struct arena arena;
    if (strcmp(arguments[0], "replay") == 0) {
        return replay(book, arguments[1], out, e);
    }
    arena_init(&arena, 0);
    status result = import_months(book, arguments[1], &arena, out, e);
    arena_release(&arena);
    return result;
}

static status work(int count, char **arguments, struct buffer *out, struct error *e)
{
    struct usage_book *book = NULL;
    (void)count;
    bool imports = strcmp(arguments[0], "import") == 0;
    if (!imports && strcmp(arguments[0], "replay") != 0) {
        return error_set(e, ST_INVALID, "vitrine usage does import or replay, not \"%.80s\"",
                         arguments[0]);
    }
    if (imports && (source == NULL || source[0] == '\0')) {
        return error_set_field(e, ST_INVALID, "source", "import needs --source NAME");
    }
    TRY(command_check_folder(e));
    status result = usage_book_open(option_data, &book, e);
    if (result == ST_CONFLICT) {
        error_clear(e);
        return error_set(e, ST_CONFLICT,
                         "a server counts into %s now: stop it while figures are brought in",
                         option_data);
    }
    if (result == ST_OK) {
        result = act(book, arguments, out, e);
    }
    usage_book_close(book);
    return result;
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    return command_answer(work, count, arguments);
}

const struct command command_usage = {
    .name = "usage",
    .summary = "bring in figures of use from other sources",
    .arguments = "import|replay FILE",
    .words = "import replay",
    .description =
        "import: monthly figures of another source, a CSV file with the columns month, dataset, "
        "downloads,\nrecords. They stand beside the portal's own, under the source's name, and "
        "take the place of what was\nimported under that name before.\n"
        "replay: visits with their times, one JSON object a line, counted as a server counts them; "
        "a file holds\nwhole months, in order (docs/usage.md).\n"
        "No server may run over the data folder meanwhile.",
    .examples = "  vitrine usage import gbif.csv --source GBIF --method \"downloads of occurrences "
                "at gbif.org\"\n"
                "  vitrine usage replay visits.ndjson",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 2,
    .most_arguments = 2,
    .run = run,
};
