// SPDX-License-Identifier: Apache-2.0
// `vitrine ingest`: files into a table.
#include "cli/cli.h"

#include "base/clock.h"
#include "portal/ingest.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *dataset;
static const char *table;
static const char *key;
static const char *kind;
static const char *metadata;
static const char *at;
static const char *author;
static const char *message;
static const char *source_date;
static const char *format;
static const char *encoding;
static const char *delimiter;
static bool upsert;
static bool snapshot;
static bool delete_rows;
static bool allow_removals;
static bool allow_duplicates;
static bool allow_erased;
static bool strict;
static bool dry_run;
static bool update_metadata;
static bool keep_source;
static bool no_keep_source;
static struct option_list ignored;

static const struct option options[] = {
    {"dataset", OPTION_TEXT, &dataset, "SLUG", "the dataset; made when missing (required)"},
    {"table", OPTION_TEXT, &table, "SLUG",
     "the table; made when missing (default: the dataset's own)"},
    {"key", OPTION_TEXT, &key, "FIELD",
     "the field that names a record; :content makes keys from the rows' content"},
    {"upsert", OPTION_FLAG, &upsert, NULL, "add and change, remove nothing (the default)"},
    {"snapshot", OPTION_FLAG, &snapshot, NULL,
     "the source is the whole table: what it no longer holds is removed"},
    {"delete", OPTION_FLAG, &delete_rows, NULL,
     "remove the records whose keys it holds; its fields reason and replacedBy say why"},
    {"allow-removals", OPTION_FLAG, &allow_removals, NULL, "allow removing over 5 % of the table"},
    {"allow-duplicates", OPTION_FLAG, &allow_duplicates, NULL,
     "allow over 1 % of rows to share a key"},
    {"allow-erased", OPTION_FLAG, &allow_erased, NULL,
     "let values come back that were erased by law"},
    {"ignore", OPTION_LIST, &ignored, "FIELD",
     "a change in this field alone makes no version; may be repeated"},
    {"at", OPTION_TEXT, &at, "MOMENT", "the commit's moment, of old history (ISO 8601)"},
    {"source-date", OPTION_TEXT, &source_date, "DATE",
     "the date of the source, kept in the commit"},
    {"author", OPTION_TEXT, &author, "NAME", "who commits (default: $USER)"},
    {"message", OPTION_TEXT, &message, "TEXT", "why"},
    {"kind", OPTION_TEXT, &kind, "KIND",
     "specimens, index lots, preparations, observations, checklist or research"},
    {"metadata", OPTION_TEXT, &metadata, "JSON",
     "an object of dataset metadata to set in the same commit"},
    {"update-metadata", OPTION_FLAG, &update_metadata, NULL,
     "let the archive's EML replace metadata that stands"},
    {"format", OPTION_TEXT, &format, "NAME", "csv, tsv, jsonl or dwca (default: detected)"},
    {"encoding", OPTION_TEXT, &encoding, "NAME",
     "utf-8, utf-16le, utf-16be, latin1 or windows-1252 (default: detected)"},
    {"delimiter", OPTION_TEXT, &delimiter, "CHARACTER",
     "one character, or tab (default: detected)"},
    {"keep-source", OPTION_FLAG, &keep_source, NULL,
     "keep the files beside the records, for everybody to download"},
    {"no-keep-source", OPTION_FLAG, &no_keep_source, NULL,
     "do not, where the portal's fact keepSources says so"},
    {"strict", OPTION_FLAG, &strict, NULL, "any bad row stops the ingest"},
    {"dry-run", OPTION_FLAG, &dry_run, NULL, "do everything but commit"},
};

// --- stopping ----------------------------------------------------------------------------------

static volatile sig_atomic_t interrupted;
static volatile sig_atomic_t on_terminal;

// Once: the import stops where it next asks. Twice: the process ends at once, which harms nothing,
// since a commit is published in one step; the next ingest clears what this one left.
static void on_signal(int number)
{
    static const char stopping[] = "\r\033[Kstopping; once more stops at once\n";
    if (interrupted) {
        (void)signal(number, SIG_DFL);
        (void)raise(number);
    }
    interrupted = 1;
    if (on_terminal) {
        ssize_t written = write(STDERR_FILENO, stopping, sizeof stopping - 1);
        (void)written;
    }
}

static bool is_cancelled(void *argument)
{
    (void)argument;
    return interrupted != 0;
}

struct shown_progress {
    struct progress_bar bar;
    uint64_t rows_read; // by the phase "reading": as many are to be compared
};

static void show_progress(void *argument, const struct import_progress *p)
{
    struct shown_progress *s = argument;
    if (strcmp(p->phase, "reading") == 0) {
        s->rows_read = p->rows;
    }
    if (strcmp(p->phase, "comparing") == 0) {
        progress_show(&s->bar, p->phase, p->rows, p->rows, s->rows_read);
    } else {
        progress_show(&s->bar, p->phase, p->rows, p->bytes_done, p->bytes_total);
    }
}

// --- the request -------------------------------------------------------------------------------

static bool choose(const char *value, const char *const *names, const int *values, size_t count,
                   int *out)
{
    for (size_t i = 0; value != NULL && i < count; i++) {
        if (strcmp(value, names[i]) == 0) {
            *out = values[i];
            return true;
        }
    }
    return value == NULL;
}

static status read_words(struct ingest_request *request, struct error *e)
{
    static const char *const formats[] = {"csv", "tsv", "jsonl", "dwca"};
    static const int format_values[] = {FORMAT_CSV, FORMAT_CSV, FORMAT_JSON_LINES,
                                        FORMAT_DARWIN_CORE_ARCHIVE};
    static const char *const encodings[] = {"utf-8", "utf-16le", "utf-16be", "latin1",
                                            "windows-1252"};
    static const int encoding_values[] = {ENCODING_UTF8, ENCODING_UTF16_LE, ENCODING_UTF16_BE,
                                          ENCODING_LATIN1, ENCODING_WINDOWS1252};
    int chosen_format = FORMAT_DETECT;
    int chosen_encoding = ENCODING_DETECT;
    if (!choose(format, formats, format_values, ARRAY_LENGTH(formats), &chosen_format)) {
        return error_set_field(e, ST_INVALID, "format",
                               "--format is none of csv, tsv, jsonl, dwca");
    }
    if (!choose(encoding, encodings, encoding_values, ARRAY_LENGTH(encodings), &chosen_encoding)) {
        return error_set_field(
            e, ST_INVALID, "encoding",
            "--encoding is none of utf-8, utf-16le, utf-16be, latin1, windows-1252");
    }
    request->format = (enum source_format)chosen_format;
    request->encoding = (enum text_encoding)chosen_encoding;
    if (delimiter != NULL) {
        bool tab = strcmp(delimiter, "tab") == 0 || strcmp(delimiter, "\\t") == 0;
        if (!tab && strlen(delimiter) != 1) {
            return error_set_field(e, ST_INVALID, "delimiter",
                                   "--delimiter takes one character, or tab");
        }
        request->delimiter = tab ? '\t' : (unsigned char)delimiter[0];
    }
    return ST_OK;
}

static status make_request(struct ingest_request *request, char **arguments, int count,
                           struct error *e)
{
    if (dataset == NULL) {
        return error_set_field(e, ST_INVALID, "dataset", "--dataset SLUG is required");
    }
    if (upsert + snapshot + delete_rows > 1) {
        return error_set(e, ST_INVALID, "give one of --upsert, --snapshot and --delete");
    }
    if (keep_source && no_keep_source) {
        return error_set(e, ST_INVALID, "give one of --keep-source and --no-keep-source");
    }
    *request = (struct ingest_request){
        .dataset = sv_from(dataset),
        .table = sv_from(table),
        .kind = sv_from(kind),
        .metadata = sv_from(metadata),
        .update_metadata = update_metadata,
        .keep = keep_source      ? KEEP_SOURCE
                : no_keep_source ? KEEP_NO_SOURCE
                                 : KEEP_AS_PORTAL,
        .paths = (const char *const *)arguments,
        .path_count = (size_t)count,
        .delimiter = -1,
        .quote = -1,
        .import = {.mode = snapshot      ? IMPORT_SNAPSHOT
                           : delete_rows ? IMPORT_DELETE
                                         : IMPORT_UPSERT,
                   .key_field = key,
                   .allow_removals = allow_removals,
                   .allow_duplicates = allow_duplicates,
                   .allow_erased = allow_erased,
                   .strict = strict,
                   .dry_run = dry_run,
                   .ignored_fields = ignored.values,
                   .ignored_count = ignored.count,
                   .author = command_author(author),
                   .message = message,
                   .source_date = source_date},
    };
    if (at != NULL) {
        TRY(moment_from_text(sv_from(at), &request->import.at, e));
    }
    return read_words(request, e);
}

// --- the outcome -------------------------------------------------------------------------------

static void print_json(struct buffer *b, const struct ingest_outcome *o, bool unchanged)
{
    const struct commit_counts *counts = &o->import.counts;
    buffer_append_view(b, SV("{\"dataset\":"));
    print_json_string(b, sv_from(o->dataset_slug));
    buffer_append_view(b, SV(",\"table\":"));
    print_json_string(b, sv_from(o->table_slug));
    buffer_append_view(b, SV(",\"key\":"));
    print_json_string(b, sv_from(o->import.key_field));
    buffer_print(b,
                 ",\"unchangedFile\":%s,\"dryRun\":%s,\"rows\":%" PRIu64 ",\"badRows\":%" PRIu64
                 ",\"duplicateKeys\":%" PRIu64 ",\"unknownKeys\":%" PRIu64,
                 unchanged ? "true" : "false", dry_run ? "true" : "false", o->import.rows,
                 o->import.bad_rows, o->import.duplicate_keys, o->import.unknown_keys);
    buffer_print(b,
                 ",\"added\":%" PRIu64 ",\"changed\":%" PRIu64 ",\"removed\":%" PRIu64
                 ",\"unchanged\":%" PRIu64 ",\"clashes\":%" PRIu64,
                 counts->added, counts->changed, counts->removed, counts->unchanged,
                 counts->clashes);
    if (o->import.removals_withheld) {
        buffer_append_view(b, SV(",\"removalsWithheld\":true"));
    }
    if (o->import.commit != 0) {
        buffer_print(b, ",\"commit\":%" PRIu32 ",\"version\":%" PRId64, o->import.commit,
                     o->import.time);
    }
    if (o->kept_files > 0) {
        buffer_print(b, ",\"keptFiles\":%zu", o->kept_files);
    }
    if (o->source_withheld) {
        buffer_append_view(b, SV(",\"sourceWithheld\":true"));
    }
    if (o->report[0] != '\0') {
        buffer_append_view(b, SV(",\"report\":"));
        print_json_string(b, sv_from(o->report));
    }
    buffer_append_view(b, SV("}\n"));
}

static void print_words(struct buffer *b, const struct ingest_outcome *o, bool unchanged)
{
    const struct commit_counts *counts = &o->import.counts;
    char when[25];
    if (unchanged) {
        buffer_print(b,
                     "%s: nothing changed; %" PRIu64 " rows are as they were, no commit was made\n",
                     o->table_slug, o->import.rows - o->import.unknown_keys);
    } else {
        buffer_print(b,
                     "%s: %" PRIu64 " added, %" PRIu64 " changed, %" PRIu64 " removed, %" PRIu64
                     " unchanged\n",
                     o->table_slug, counts->added, counts->changed, counts->removed,
                     counts->unchanged);
    }
    if (o->import.commit != 0) {
        moment_to_text(o->import.time, when);
        buffer_print(b, "commit %" PRIu32 " of %s\n", o->import.commit, when);
    }
    if (dry_run) {
        buffer_append_view(b, SV("this was a dry run: nothing was committed\n"));
    }
    if (strcmp(o->import.key_field, ":content") == 0) {
        buffer_append_view(b, SV("keys come from the rows' content: such records cannot be "
                                 "followed through a change\n"));
    }
    if (counts->clashes > 0) {
        buffer_print(
            b, "%" PRIu64 " corrected fields were changed by the source; the corrections stay\n",
            counts->clashes);
    }
    if (o->import.removals_withheld) {
        buffer_append_view(
            b, SV("nothing was removed: the keys of some bad rows could not be read\n"));
    }
    if (o->kept_files > 0) {
        buffer_print(b, "%zu file%s of the source kept beside the records\n", o->kept_files,
                     o->kept_files == 1 ? "" : "s");
    }
    if (o->source_withheld) {
        buffer_append_view(b, SV("the source was not kept: values of the table were erased by law, "
                                 "and it may hold them\n"));
    }
    if (o->import.unknown_keys > 0) {
        buffer_print(b, "%" PRIu64 " keys to remove are of no record here\n",
                     o->import.unknown_keys);
    }
    if (o->report[0] != '\0') {
        buffer_print(b, "%" PRIu64 " bad rows and %" PRIu64 " repeated keys are listed in %s\n",
                     o->import.bad_rows, o->import.duplicate_keys, o->report);
    }
}

static status ingest(struct ingest_request *request, struct ingest_outcome *outcome,
                     struct error *e)
{
    struct portal *portal = NULL;
    struct shown_progress shown = {0};
    TRY(portal_open(option_data, &portal, e));
    progress_start(&shown.bar);
    request->import.progress = show_progress;
    request->import.progress_argument = &shown;
    request->import.cancelled = is_cancelled;
    on_terminal = shown.bar.shown;
    (void)signal(SIGINT, on_signal);
    (void)signal(SIGTERM, on_signal);
    status result = portal_ingest(portal, request, outcome, e);
    request->import.progress = NULL; // the bar goes with this function
    request->import.progress_argument = NULL;
    progress_end(&shown.bar);
    portal_close(portal);
    return result;
}

static int fail(status result, const struct error *e, const char *report)
{
    struct buffer members;
    buffer_init(&members, 64 * 1024);
    if (report[0] != '\0') {
        buffer_append_view(&members, SV(",\"report\":"));
        print_json_string(&members, sv_from(report));
    }
    int code = command_fail_with(result, e, buffer_view(&members));
    buffer_release(&members);
    if (report[0] != '\0') {
        (void)fprintf(stderr, "the report is %s\n", report);
    }
    return code;
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    struct error e = {0};
    struct ingest_request request;
    struct ingest_outcome outcome = {0};
    status result = make_request(&request, arguments, count, &e);
    if (result == ST_OK) {
        result = ingest(&request, &outcome, &e);
    }
    if (result != ST_OK && result != ST_UNCHANGED) {
        return fail(result, &e, outcome.report);
    }
    struct buffer b;
    buffer_init(&b, 64 * 1024);
    (option_json ? print_json : print_words)(&b, &outcome, result == ST_UNCHANGED);
    int code = command_print(&b);
    buffer_release(&b);
    return code != EXIT_DONE ? code : exit_code_of(result);
}

const struct command command_ingest = {
    .name = "ingest",
    .summary = "bring files into a dataset as one commit",
    .arguments = "FILE|FOLDER...",
    .words = "FILE",
    .description = "Reads CSV, TSV, JSON Lines (plain or gzip) or Darwin Core Archives (zip, "
                   "tar.gz or folder),\n"
                   "compares every row with what its source last sent, and commits what differs. "
                   "An unchanged file\n"
                   "writes nothing. Bad rows are listed in a report; the rest goes on.",
    .examples = "  vitrine ingest --dataset bees ucsb-bees-dwca.zip\n"
                "  vitrine ingest --dataset meteorites --key id --message \"From the register\" "
                "meteorites.csv\n"
                "  vitrine ingest --dataset checklist --snapshot --at 2019-10-20 --allow-removals "
                "taxa.csv.gz",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 1,
    .most_arguments = 1000,
    .run = run,
};
