// SPDX-License-Identifier: Apache-2.0
// `vitrine report`: a month's use (rules E1 and E2).
#include "cli/cli.h"

#include "base/file.h"
#include "catalogue/literature.h"
#include "usage/book.h"
#include "usage/report.h"

#include <string.h>

static const char *month;
static const char *format;

static const struct option options[] = {
    {"month", OPTION_TEXT, &month, "MONTH", "such as 2020-05 (default: the last full month)"},
    {"format", OPTION_TEXT, &format, "FORMAT", "text, markdown, json or svg (default: text)"},
};

static status read_format(enum report_format *out, struct error *e)
{
    *out = option_json ? REPORT_JSON : REPORT_TEXT;
    for (size_t i = 0; format != NULL && i <= REPORT_FORMATS; i++) {
        if (i == REPORT_FORMATS) {
            return error_set_field(e, ST_INVALID, "format",
                                   "--format is text, markdown, json or svg");
        }
        if (strcmp(format, report_format_names[i]) == 0) {
            *out = (enum report_format)i;
            break;
        }
    }
    return ST_OK;
}

static status read_month(int32_t *out, struct error *e)
{
    *out = usage_month_of(clock_now()) - 1;
    if (month != NULL && !usage_month_from_text(sv_from(month), out)) {
        return error_set_field(e, ST_INVALID, "month", "--month is written as 2020-05");
    }
    return ST_OK;
}

// What a killed server left in the file of events is added first, where nobody else does it now.
static void catch_up(void)
{
    struct usage_book *book = NULL;
    struct error e = {0};
    char events[PATH_SIZE];
    if (path_join(events, sizeof events, option_data, USAGE_EVENTS, NULL) == ST_OK &&
        file_exists(events) && usage_book_open(option_data, &book, &e) == ST_OK) {
        usage_book_close(book);
    }
}

// Publications that used the data (rule G2); not known where nobody has entered any.
static status count_publications(struct usage_report *report, struct error *e)
{
    const struct literature_filter all = {.all = false};
    struct literature_counts counts = {.total = 0};
    struct literature *literature = NULL;
    uint64_t state = 0;
    TRY(literature_open(option_data, &literature, e));
    status result = literature_state(literature, &state, e);
    result = result == ST_OK ? literature_count(literature, &all, &counts, e) : result;
    literature_close(literature);
    report->publications_known = state > 0;
    report->publications = counts.total;
    return result;
}

static status write_report(int32_t of, enum report_format as, struct arena *arena,
                           struct buffer *out, struct error *e)
{
    struct usage_report report;
    struct rollups *rollups = NULL;
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, option_data, USAGE_ROLLUPS, e));
    TRY(rollups_open_read(path, &rollups, e));
    status result = report_make(rollups, of, clock_now(), arena, &report, e);
    rollups_close(rollups);
    result = result == ST_OK ? count_publications(&report, e) : result;
    return result == ST_OK ? report_write(&report, as, arena, out, e) : result;
}

static status work(int count, char **arguments, struct buffer *out, struct error *e)
{
    enum report_format as = REPORT_TEXT;
    int32_t of = 0;
    struct arena arena;
    (void)count;
    (void)arguments;
    TRY(read_format(&as, e));
    TRY(read_month(&of, e));
    TRY(command_check_folder(e));
    catch_up();
    arena_init(&arena, 0);
    status result = write_report(of, as, &arena, out, e);
    arena_release(&arena);
    return result;
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    return command_answer(work, count, arguments);
}

const struct command command_report = {
    .name = "report",
    .summary = "tell a month's downloads, and the change on the year before",
    .arguments = "",
    .description =
        "Records and dataset downloads of a month, the change on the same month a year before, the "
        "total since\ncounting began, each source apart; what is counted is told with it. A month "
        "is compared only with the\nsame full month from the same sources.",
    .examples = "  vitrine report --month 2020-05\n"
                "  vitrine report --month 2020-05 --format svg",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .run = run,
};
