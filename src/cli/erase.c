// SPDX-License-Identifier: Apache-2.0
// `vitrine erase`: values taken out of the data folder for good, by law.
#include "cli/asking.h"
#include "cli/cli.h"

#include "portal/erase.h"

#include <inttypes.h>
#include <string.h>

static const char *table;
static const char *author;
static const char *message;
static const char *version;
static const char *field;
static bool dry_run;

static const struct option options[] = {
    {"table", OPTION_TEXT, &table, "SLUG", "the record's table, when it is not the first argument"},
    {"version", OPTION_TEXT, &version, "MOMENT", "only the version that stood then"},
    {"field", OPTION_TEXT, &field, "NAME", "only this field, of all versions or of --version's"},
    {"author", OPTION_TEXT, &author, "NAME", "who erases; needed"},
    {"message", OPTION_TEXT, &message, "TEXT", "why; needed, and without the words themselves"},
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
    buffer_print(b,
                 "%s" SV_FORMAT " would be erased of %zu version%s of the record. Nothing was "
                 "changed\n",
                 r->field.length == 0 ? "everything" : "the field ", SV_ARGUMENT(r->field),
                 r->version != 0 ? (size_t)1 : count, r->version != 0 || count == 1 ? "" : "s");
    return ST_OK;
}

static void tell(const struct portal_erasure *done, struct buffer *b)
{
    const struct erase_result *s = &done->store;
    if (option_json) {
        buffer_print(b,
                     "{\"commit\":%" PRIu32 ",\"rows\":%" PRIu64 ",\"segments\":%" PRIu64
                     ",\"messages\":%" PRIu64 ",\"reportLines\":%" PRIu64 ",\"writers\":%" PRIu64
                     "}\n",
                     s->commit, s->rows, s->segments, s->messages, done->report_lines, s->writers);
        return;
    }
    buffer_print(b,
                 "commit %" PRIu32 ": values of %" PRIu64 " rows erased, %" PRIu64
                 " segments written anew, words taken out of %" PRIu64 " messages and %" PRIu64
                 " lines of reports\n",
                 s->commit, s->rows, s->segments, s->messages, done->report_lines);
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

static status ask(const char *slug, const char *key, struct buffer *b, struct error *e)
{
    struct asking a;
    struct portal_erasure done;
    struct erase_request r = {
        .key = sv_from(key),
        .field = sv_from(field == NULL ? "" : field),
        .author = author,
        .message = message,
        .wait_seconds = WAIT_SECONDS,
    };
    TRY(asking_begin(&a, option_data, version, e));
    status result = find_table(&a, slug, &r.table, e);
    if (result == ST_OK && version != NULL) {
        result = find_version(&a, &r, &r.version, e);
    }
    if (result == ST_OK && dry_run) {
        result = tell_first(&a, &r, b, e);
    } else if (result == ST_OK) {
        result = portal_erase(a.portal, &r, &a.arena, &done, e);
        if (result == ST_OK) {
            tell(&done, b);
        }
    }
    asking_end(&a);
    return result;
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    struct error e = {0};
    struct buffer b;
    bool named = table != NULL;
    status result = ST_OK;
    buffer_init(&b, (size_t)1 << 20);
    if (count != (named ? 1 : 2)) {
        result = error_set(&e, ST_INVALID, "usage: vitrine erase TABLE KEY");
    }
    if (result == ST_OK) {
        result = ask(named ? table : arguments[0], arguments[named ? 0 : 1], &b, &e);
    }
    int code = result == ST_OK ? command_print(&b) : command_fail(result, &e);
    buffer_release(&b);
    return code;
}

const struct command command_erase = {
    .name = "erase",
    .summary = "take values out of the data folder for good, by law",
    .arguments = "[TABLE] KEY",
    .description =
        "Erases a record, with --version one version of it, with --field one field of all "
        "versions. This is the only\n"
        "thing that truly deletes: every file that holds the bytes is written anew. The record's "
        "key and the\n"
        "hashes of its rows stay, so that digests first recorded can still be worked out; the log "
        "says who erased\n"
        "and why. A source that sends the values again is refused row by row, unless told "
        "--allow-erased.",
    .examples = "  vitrine erase --author Registrar --message \"file 12\" "
                "--field recordedBy bees UCSB-IZC00012194\n"
                "  vitrine erase --author Registrar --message \"court order\" bees "
                "UCSB-IZC00012194",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 1,
    .most_arguments = 2,
    .run = run,
};
