// SPDX-License-Identifier: Apache-2.0
// `vitrine show`: one record, or its versions.
#include "cli/asking.h"
#include "cli/cli.h"
#include "cli/history.h"
#include "cli/readable.h"

#include "base/utf8.h"

#include <inttypes.h>

static const char *version;
static const char *table_slug;
static bool versions;

static const struct option options[] = {
    {"table", OPTION_TEXT, &table_slug, "SLUG",
     "the record's table, when it is not the first argument"},
    {"version", OPTION_TEXT, &version, "MOMENT", "as it stood then"},
    {"versions", OPTION_FLAG, &versions, NULL, "list its versions instead"},
};

static void print_name(const struct store_table *table, const char *key, struct buffer *b)
{
    buffer_append_view(b, SV("\"dataset\":"));
    print_json_string(b, table->dataset_slug);
    buffer_append_view(b, SV(",\"table\":"));
    print_json_string(b, table->slug);
    buffer_append_view(b, SV(",\"key\":"));
    print_json_string(b, sv_from(key));
}

static status print_text(struct asking *a, const struct record_version *v, struct buffer *b,
                         struct error *e)
{
    struct buffer json;
    buffer_init(&json, (size_t)64 << 20);
    status result = snapshot_write_record(a->snapshot, v, false, &json, e);
    if (result == ST_OK) {
        result = readable_object(buffer_view(&json), b, e);
    }
    buffer_release(&json);
    return result;
}

static status print_record(struct asking *a, const struct store_table *table, const char *key,
                           struct buffer *b, struct error *e)
{
    struct record_version v;
    TRY(snapshot_record(a->snapshot, &scope_public, &table->table, sv_from(key), a->commit, &v, e));
    if (!option_json) {
        return print_text(a, &v, b, e);
    }
    buffer_print(b, "{\"version\":%" PRId64 ",\"record\":{",
                 snapshot_commit(a->snapshot, a->commit)->time);
    print_name(table, key, b);
    buffer_print(b,
                 ",\"version\":%" PRId64 ",\"data\":", snapshot_commit(a->snapshot, v.from)->time);
    TRY(snapshot_write_record(a->snapshot, &v, false, b, e));
    buffer_append_view(b, SV("}}\n"));
    return ST_OK;
}

// --- a record that is gone (rule A5) -----------------------------------------------------------

static status last_version(struct asking *a, const struct store_table *table, const char *key,
                           struct record_version *out, struct error *e)
{
    struct record_version *list = NULL;
    size_t count = 0;
    TRY(snapshot_versions(a->snapshot, &scope_public, &table->table, sv_from(key), &a->arena, &list,
                          &count, e));
    while (count > 0 && list[count - 1].from > a->commit) {
        count--;
    }
    if (count == 0) {
        return error_set(e, ST_INTERNAL, "the record '%s' has no version", key);
    }
    *out = list[count - 1];
    return ST_OK;
}

// At most so many bytes of a text, whole characters.
static string_view start_of(string_view text, size_t length)
{
    string_view start = sv_slice(text, 0, length);
    return sv_slice(start, 0, utf8_check(start));
}

// What is told of a removed record, also as members of the JSON error: its name, its last version,
// when and why it was removed, and what stands in its place.
static status tell_removal(struct asking *a, const struct store_table *table, const char *key,
                           struct buffer *members, struct error *e)
{
    struct record_version last;
    struct removal why;
    char began[25];
    char removed[25];
    TRY(last_version(a, table, key, &last, e));
    TRY(snapshot_removal(a->snapshot, &scope_public, &table->table, sv_from(key), &last, &a->arena,
                         &why, e));
    moment last_time = snapshot_commit(a->snapshot, last.from)->time;
    moment removed_time = snapshot_commit(a->snapshot, last.until)->time;
    moment_to_text(last_time, began);
    moment_to_text(removed_time, removed);
    buffer_clear(members);
    buffer_append_byte(members, ',');
    print_name(table, key, members);
    buffer_print(members, ",\"lastVersion\":%" PRId64 ",\"removed\":%" PRId64 ",", last_time,
                 removed_time);
    history_print_removal(&why, members);
    string_view name = start_of(sv_from(key), 100);
    string_view reason = start_of(why.reason, 100);
    string_view successor = start_of(why.replaced_by, 60);
    return error_set(
        e, ST_GONE,
        "the record '" SV_FORMAT "' was removed at %s by commit %" PRIu32 "%s" SV_FORMAT
        "%s" SV_FORMAT "; --version %s shows it as it was last, --versions lists its versions",
        SV_ARGUMENT(name), removed, last.until, reason.length > 0 ? ": " : "", SV_ARGUMENT(reason),
        successor.length > 0 ? "; replaced by " : "", SV_ARGUMENT(successor), began);
}

// The record or its versions; of one that is gone, `b` has what is told beside the error.
static status ask(struct asking *a, const char *slug, const char *key, struct buffer *b,
                  struct error *e)
{
    const struct store_table *table = NULL;
    TRY(asking_table(a, sv_from(slug), &table, e));
    status result = versions ? history_print_versions(a, table, sv_from(key), b, e)
                             : print_record(a, table, key, b, e);
    if (result == ST_GONE) {
        error_clear(e);
        result = tell_removal(a, table, key, b, e);
    }
    return result;
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    struct error e = {0};
    struct asking a;
    struct buffer b;
    buffer_init(&b, (size_t)1 << 30);
    bool told = count == (table_slug == NULL ? 2 : 1);
    status result =
        told ? asking_begin(&a, option_data, version, &e)
             : error_set(&e, ST_INVALID, "give the record as TABLE KEY, or as --table TABLE KEY");
    if (result == ST_OK) {
        result =
            ask(&a, table_slug == NULL ? arguments[0] : table_slug, arguments[count - 1], &b, &e);
        asking_end(&a);
    }
    int code = result == ST_OK
                   ? command_print(&b)
                   : command_fail_with(result, &e, result == ST_GONE ? buffer_view(&b) : SV(""));
    buffer_release(&b);
    return code;
}

const struct command command_show = {
    .name = "show",
    .summary = "print one record, or list its versions",
    .arguments = "[TABLE] KEY",
    .description =
        "Prints the record's fields, as it stands or as it stood at a moment; with --json as JSON "
        "beside its\n"
        "name and version. A removed record is told with its last version and the reason. "
        "--versions lists\n"
        "versions, with --json one object a line.",
    .examples =
        "  vitrine show bees UCSB-IZC00012194\n  vitrine show bees UCSB-IZC00012194 --versions\n"
        "  vitrine show bees UCSB-IZC00012194 --version 2023-01-01",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 1,
    .most_arguments = 2,
    .run = run,
};
