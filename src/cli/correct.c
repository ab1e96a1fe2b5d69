// SPDX-License-Identifier: Apache-2.0
// `vitrine correct`: fields of one record set over what its source sent.
#include "cli/cli.h"

#include "portal/ingest.h"

#include <inttypes.h>
#include <string.h>

static const char *table;
static const char *author;
static const char *message;

static const struct option options[] = {
    {"table", OPTION_TEXT, &table, "SLUG", "the record's table (required)"},
    {"author", OPTION_TEXT, &author, "NAME", "who corrects (default: $USER)"},
    {"message", OPTION_TEXT, &message, "TEXT", "why"},
};

// FIELD=VALUE arguments as a JSON object; "FIELD=" with nothing behind takes the correction away.
static status corrections_json(char **arguments, int count, struct buffer *out, struct error *e)
{
    for (int i = 1; i < count; i++) {
        const char *equals = strchr(arguments[i], '=');
        if (equals == NULL || equals == arguments[i]) {
            return error_set(e, ST_INVALID, "'%s' is not FIELD=VALUE", arguments[i]);
        }
        buffer_append_byte(out, i == 1 ? '{' : ',');
        print_json_string(out, (string_view){arguments[i], (size_t)(equals - arguments[i])});
        buffer_append_byte(out, ':');
        if (equals[1] == '\0') {
            buffer_append_view(out, SV("null"));
        } else {
            print_json_string(out, sv_from(equals + 1));
        }
    }
    buffer_append_byte(out, '}');
    return buffer_check(out, "the correction", e);
}

static status correct(struct portal *portal, char **arguments, int count, uint32_t *commit,
                      struct error *e)
{
    struct snapshot *s = NULL;
    struct buffer json;
    if (table == NULL) {
        return error_set_field(e, ST_INVALID, "table", "--table SLUG is required");
    }
    TRY(store_snapshot(portal->store, &s, e));
    const struct store_table *known = snapshot_table_by_slug(s, sv_from(table));
    struct uuid id = known == NULL ? (struct uuid){{0}} : known->table;
    snapshot_release(s);
    if (known == NULL) {
        return error_set_field(e, ST_NOT_FOUND, "table", "there is no table '%s'", table);
    }
    buffer_init(&json, (size_t)16 << 20);
    status result = corrections_json(arguments, count, &json, e);
    if (result == ST_OK) {
        result = store_correct(portal->store, &id, sv_from(arguments[0]), buffer_view(&json),
                               command_author(author), message == NULL ? "" : message, commit, e);
    }
    buffer_release(&json);
    return result;
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    struct error e = {0};
    struct portal *portal = NULL;
    uint32_t commit = 0;
    status result = portal_open(option_data, &portal, &e);
    if (result == ST_OK) {
        result = correct(portal, arguments, count, &commit, &e);
    }
    if (result == ST_OK) {
        portal_settle(portal);
    }
    portal_close(portal);
    if (result != ST_OK && result != ST_UNCHANGED) {
        return command_fail(result, &e);
    }
    struct buffer b;
    buffer_init(&b, 4096);
    if (commit == 0) {
        buffer_append_view(&b, option_json ? SV("{\"commit\":null}\n") : SV("nothing changed\n"));
    } else if (option_json) {
        buffer_print(&b, "{\"commit\":%" PRIu32 "}\n", commit);
    } else {
        buffer_print(&b, "commit %" PRIu32 "\n", commit);
    }
    int code = command_print(&b);
    buffer_release(&b);
    return code != EXIT_DONE ? code : exit_code_of(result);
}

const struct command command_correct = {
    .name = "correct",
    .summary = "set fields of one record over what its source sent",
    .arguments = "KEY FIELD=VALUE...",
    .description = "A correction stays when the source is imported again; where the source changes "
                   "a corrected field, the\n"
                   "import says so. FIELD= with nothing behind takes a correction away.",
    .examples =
        "  vitrine correct --table bees --message \"Label read again\" UCSB-IZC00012194 sex=female",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 2,
    .most_arguments = 200,
    .run = run,
};
