// SPDX-License-Identifier: Apache-2.0
// `vitrine erase`: values taken out of the data folder for good, by law.
#include "cli/asking.h"
#include "cli/cli.h"

#include "base/file.h"
#include "portal/erase.h"
#include "portal/erase_again.h"

#include <inttypes.h>
#include <string.h>

static const char *table;
static const char *author;
static const char *message;
static const char *version;
static const char *field;
static bool dry_run;
static const char *replay;
static bool list;

static const struct option options[] = {
    {"table", OPTION_TEXT, &table, "SLUG", "the record's table, when it is not the first argument"},
    {"version", OPTION_TEXT, &version, "MOMENT", "only the version that stood then"},
    {"field", OPTION_TEXT, &field, "NAME", "only this field, of all versions or of --version's"},
    {"author", OPTION_TEXT, &author, "NAME", "who erases; needed, but for --dry-run and --replay"},
    {"message", OPTION_TEXT, &message, "TEXT",
     "why; needed but for --dry-run, and without the words themselves"},
    {"list", OPTION_FLAG, &list, NULL, "print what was erased, one JSON object a line"},
    {"replay", OPTION_TEXT, &replay, "FILE",
     "carry out again what such a list, or the log of another data folder, says"},
    {"dry-run", OPTION_FLAG, &dry_run, NULL, "tell what would go, change nothing"},
};

#define WAIT_SECONDS 60u

// The reserved table of metadata has the slug `metadata` here, unless a table has it.
static status find_table(const struct asking *a, const char *slug, struct uuid *out,
                         struct error *e)
{
    const struct store_table *known = NULL;
    status result = asking_table(a, sv_from(slug), &known, e);
    if (result == ST_NOT_FOUND && strcmp(slug, "metadata") == 0) {
        error_clear(e);
        *out = metadata_table;
        return ST_OK;
    }
    TRY(result);
    *out = known->table;
    return ST_OK;
}

// The commit that made the version of a moment.
static status find_version(struct asking *a, const struct erase_request *r, uint32_t *out,
                           struct error *e)
{
    struct record_version found;
    TRY(snapshot_record(a->snapshot, &scope_metadata, &r->table, r->key, a->commit, &found, e));
    *out = found.from;
    return ST_OK;
}

static void tell_names(struct buffer *b, const char *member, const string_view *names, size_t count)
{
    buffer_print(b, ",\"%s\":[", member);
    for (size_t i = 0; i < count; i++) {
        buffer_append_view(b, i == 0 ? SV("") : SV(","));
        print_json_string(b, names[i]);
    }
    buffer_append_byte(b, ']');
}

static void tell_files(const struct erased_files *files, struct buffer *b)
{
    for (size_t i = 0; i < files->removed_count; i++) {
        buffer_print(b, "the kept file " SV_FORMAT " could hold them and was removed\n",
                     SV_ARGUMENT(files->removed[i]));
    }
    for (size_t i = 0; i < files->unsearched_count; i++) {
        buffer_print(b,
                     "the file " SV_FORMAT " beside the dataset cannot be searched: look into it, "
                     "and take it away with `vitrine files remove` if it holds them\n",
                     SV_ARGUMENT(files->unsearched[i]));
    }
}

// What went beside the store, of which there mostly is nothing.
static void tell_beside(const struct portal_erasure *done, struct buffer *b)
{
    const struct {
        const char *member;
        const char *words;
        uint64_t count;
    } lines[] = {
        {"identifiersWithdrawn", "identifiers withdrawn, whose searches held them",
         done->identifiers.withdrawn},
        {"identifiersBlanked", "identifiers lost words of their description",
         done->identifiers.blanked},
        {"evidence", "pieces of evidence of the literature lost what they named",
         done->literature.evidence},
        {"publications", "publications lost words, or went", done->literature.publications},
        {"usedNames", "names in the statistics of use were made anonymous", done->used_names},
        {"subscriptions", "subscriptions to searches for them ended", done->subscriptions},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(lines); i++) {
        if (option_json) {
            buffer_print(b, ",\"%s\":%" PRIu64, lines[i].member, lines[i].count);
        } else if (lines[i].count > 0) {
            buffer_print(b, "%" PRIu64 " %s\n", lines[i].count, lines[i].words);
        }
    }
}

static void tell_media(const struct erased_media *media, bool look, struct buffer *b)
{
    for (size_t i = 0; i < media->removed_count; i++) {
        buffer_print(b, "the medium " SV_FORMAT " %s\n", SV_ARGUMENT(media->removed[i]),
                     look ? "holds them and would be removed" : "held them and was removed");
    }
    for (size_t i = 0; i < media->named_count; i++) {
        buffer_print(b,
                     "the medium " SV_FORMAT " %s named by what %s erased, and cannot be "
                     "searched: look at it, and delete it from the folder media if it shows it\n",
                     SV_ARGUMENT(media->named[i]), look ? "is" : "was", look ? "is" : "was");
    }
}

static void tell(const struct portal_erasure *done, struct buffer *b)
{
    const struct erase_result *s = &done->store;
    if (option_json) {
        buffer_print(b,
                     "{\"commit\":%" PRIu32 ",\"rows\":%" PRIu64 ",\"segments\":%" PRIu64
                     ",\"messages\":%" PRIu64 ",\"reportLines\":%" PRIu64 ",\"writers\":%" PRIu64,
                     s->commit, s->rows, s->segments, s->messages, done->report_lines, s->writers);
        tell_beside(done, b);
        tell_names(b, "removedFiles", done->files.removed, done->files.removed_count);
        tell_names(b, "unsearchedFiles", done->files.unsearched, done->files.unsearched_count);
        tell_names(b, "removedMedia", done->media.removed, done->media.removed_count);
        tell_names(b, "namedMedia", done->media.named, done->media.named_count);
        buffer_append_view(b, SV("}\n"));
        return;
    }
    buffer_print(b,
                 "commit %" PRIu32 ": values of %" PRIu64 " rows erased, %" PRIu64
                 " segments written anew, words taken out of %" PRIu64 " messages and %" PRIu64
                 " lines of reports\n",
                 s->commit, s->rows, s->segments, s->messages, done->report_lines);
    tell_beside(done, b);
    tell_files(&done->files, b);
    tell_media(&done->media, false, b);
    if (s->writers > 0) {
        buffer_print(b,
                     "%" PRIu64
                     " other writers were still at work after %u seconds; until they end "
                     "their work folders may hold the values\n",
                     s->writers, WAIT_SECONDS);
    }
    buffer_append_view(b, SV("Backups and copies elsewhere are yours to see to; the blocks of the "
                             "disk that were freed are not overwritten.\n"));
}

// What would go, in the words and members of what went.
static void tell_look(const struct erase_request *r, const struct portal_erasure *found,
                      size_t versions, struct buffer *b)
{
    if (option_json) {
        buffer_print(b,
                     "{\"dryRun\":true,\"versions\":%zu,\"rows\":%" PRIu64 ",\"segments\":%" PRIu64,
                     versions, found->store.rows, found->store.segments);
        tell_beside(found, b);
        tell_names(b, "removedMedia", found->media.removed, found->media.removed_count);
        tell_names(b, "namedMedia", found->media.named, found->media.named_count);
        buffer_append_view(b, SV("}\n"));
        return;
    }
    buffer_print(b,
                 "nothing was changed; %s" SV_FORMAT " would be erased of %zu version%s of the "
                 "record, and:\n",
                 r->field.length == 0 ? "everything" : "the field ", SV_ARGUMENT(r->field),
                 versions, versions == 1 ? "" : "s");
    tell_beside(found, b);
    tell_media(&found->media, true, b);
    buffer_append_view(b, SV("files kept as they came and reports of imports would be looked "
                             "through, too\n"));
}

static status tell_first(struct asking *a, const struct erase_request *r, struct buffer *b,
                         struct error *e)
{
    struct record_version *versions = NULL;
    size_t count = 0;
    TRY(snapshot_versions(a->snapshot, &scope_metadata, &r->table, r->key, &a->arena, &versions,
                          &count, e));
    if (count == 0) {
        return error_set(e, ST_NOT_FOUND, "there is no record '" SV_FORMAT "'",
                         SV_ARGUMENT(r->key));
    }
    struct portal_erasure found;
    TRY(portal_erase_look(a->portal, r, &a->arena, &found, e));
    tell_look(r, &found, r->version != 0 ? 1 : count, b);
    return ST_OK;
}

static status erase(struct asking *a, int count, char **arguments, struct buffer *b,
                    struct error *e)
{
    struct portal_erasure done;
    struct erase_request r = {
        .key = sv_from(arguments[count - 1]),
        .field = sv_from(field == NULL ? "" : field),
        .author = author,
        .message = message,
        .wait_seconds = WAIT_SECONDS,
    };
    TRY(find_table(a, table != NULL ? table : arguments[0], &r.table, e));
    if (version != NULL) {
        TRY(find_version(a, &r, &r.version, e));
    }
    if (dry_run) {
        return tell_first(a, &r, b, e);
    }
    TRY(portal_erase(a->portal, &r, &a->arena, &done, e));
    tell(&done, b);
    return ST_OK;
}

// --- lists of erasures ---------------------------------------------------------------------------

static status print_list(struct asking *a, int count, char **arguments, struct buffer *b,
                         struct error *e)
{
    (void)count;
    (void)arguments;
    const struct erasure *erasures = NULL;
    size_t erased = 0;
    TRY(erasures_of_store(store_folder(a->portal->store), &a->arena, &erasures, &erased, e));
    for (size_t i = 0; i < erased; i++) {
        TRY(erasure_print(&erasures[i], b, e));
    }
    return ST_OK;
}

static void tell_replay(const struct erase_again_result *r, struct buffer *b)
{
    const char *would = dry_run ? "would be " : "";
    if (option_json) {
        buffer_print(b,
                     "{\"erased\":%" PRIu64 ",\"rows\":%" PRIu64 ",\"noted\":%" PRIu64
                     ",\"known\":%" PRIu64 ",\"writers\":%" PRIu64 "}\n",
                     r->done, r->rows, r->noted, r->known, r->writers);
        return;
    }
    buffer_print(b,
                 "%" PRIu64 " erasures %scarried out again, %" PRIu64
                 " of records that are not here %snoted, %" PRIu64 " known here already\n",
                 r->done, would, r->noted, would, r->known);
    if (r->writers > 0) {
        buffer_print(b, "%" PRIu64 " other writers were still at work: ask again later\n",
                     r->writers);
    }
}

static status read_erasures(struct asking *a, struct erase_again_request *r, struct error *e)
{
    char path[PATH_SIZE];
    struct buffer lines;
    TRY(path_join(path, sizeof path, replay, "store", e));
    if (file_exists(path)) {
        return erasures_of_store(path, &a->arena, &r->erasures, &r->count, e);
    }
    buffer_init(&lines, ERASURE_LIST_BYTES);
    status result = file_read(replay, ERASURE_LIST_BYTES, &lines, e);
    if (result == ST_OK) {
        result = erasures_from_lines(buffer_view(&lines), &a->arena, &r->erasures, &r->count, e);
    }
    buffer_release(&lines);
    return result;
}

static status erase_again(struct asking *a, int count, char **arguments, struct buffer *b,
                          struct error *e)
{
    (void)count;
    (void)arguments;
    struct erase_again_result done;
    struct erase_again_request r = {.author = author,
                                    .fallback = command_author(author),
                                    .dry_run = dry_run,
                                    .wait_seconds = WAIT_SECONDS};
    TRY(read_erasures(a, &r, e));
    TRY(portal_erase_again(a->portal, &r, &done, e));
    tell_replay(&done, b);
    return done.done + done.noted > 0 ? ST_OK : ST_UNCHANGED;
}

static status answer(int count, char **arguments, struct buffer *out, struct error *e)
{
    bool of_a_record = table != NULL || version != NULL || field != NULL || message != NULL;
    if (!list && replay == NULL) {
        return count == (table != NULL ? 1 : 2)
                   ? asking_do(option_data, version, erase, count, arguments, out, e)
                   : error_set(e, ST_INVALID, "usage: vitrine erase TABLE KEY");
    }
    if (count > 0 || of_a_record || (list && replay != NULL)) {
        return error_set(e, ST_INVALID,
                         "--list and --replay FILE stand alone: which records they are about, "
                         "which fields and why, is in the list");
    }
    return asking_do(option_data, NULL, list ? print_list : erase_again, count, arguments, out, e);
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    return command_answer(answer, count, arguments);
}

const struct command command_erase = {
    .name = "erase",
    .summary = "take values out of the data folder for good, by law",
    .arguments = "[TABLE] KEY | --list | --replay FILE",
    .description =
        "Erases a record, with --version one version of it, with --field one field of all "
        "versions. This is the only\n"
        "thing that truly deletes: every file that holds the bytes is written anew. The record's "
        "key and the\n"
        "hashes of its rows stay, so that digests first recorded can still be worked out; the log "
        "says who erased\n"
        "and why. A source that sends the values again is refused row by row, unless told "
        "--allow-erased.\n"
        "--replay carries out again, in a copy made before, what was erased since: FILE is what "
        "--list printed, or\na data folder.",
    .examples = "  vitrine erase --dry-run bees UCSB-IZC00012194\n"
                "  vitrine erase --author Registrar --message \"file 12\" "
                "--field recordedBy bees UCSB-IZC00012194\n"
                "  vitrine erase --author Registrar --message \"court order\" bees "
                "UCSB-IZC00012194\n"
                "  vitrine erase --list\n"
                "  vitrine erase --replay erased.jsonl",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .most_arguments = 2,
    .run = run,
};
