// SPDX-License-Identifier: Apache-2.0
// `vitrine show`: one record, or its versions.
#include "cli/asking.h"
#include "cli/cli.h"

#include <inttypes.h>

static const char *version;
static bool versions;

static const struct option options[] = {
    {"version", OPTION_TEXT, &version, "MOMENT", "as it stood then"},
    {"versions", OPTION_FLAG, &versions, NULL, "list its versions instead"},
};

static status print_versions(struct asking *a, const struct store_table *table, const char *key,
                             struct buffer *b, struct error *e)
{
    struct record_version *list = NULL;
    size_t count = 0;
    TRY(snapshot_versions(a->snapshot, &scope_public, &table->table, sv_from(key), &a->arena, &list,
                          &count, e));
    if (count == 0) {
        return error_set(e, ST_NOT_FOUND, "there is no record '%s'", key);
    }
    for (size_t i = 0; i < count; i++) {
        const struct commit *from = snapshot_commit(a->snapshot, list[i].from);
        const struct commit *until = snapshot_commit(a->snapshot, list[i].until);
        char hash[65];
        char begins[25];
        char ends[25] = "";
        sha256_to_hex(&list[i].hash, hash);
        moment_to_text(from->time, begins);
        if (until != NULL) {
            moment_to_text(until->time, ends);
        }
        if (option_json) {
            buffer_print(b,
                         "{\"version\":%" PRId64 ",\"commit\":%" PRIu32
                         ",\"from\":\"%s\",\"until\":%s%s%s,\"hash\":\"%s\"}\n",
                         from->time, list[i].from, begins, until == NULL ? "null" : "\"", ends,
                         until == NULL ? "" : "\"", hash);
        } else {
            buffer_print(b, "%s  commit %-6" PRIu32 " %s%s  %.12s\n", begins, list[i].from,
                         until == NULL ? "stands" : "until ", ends, hash);
        }
    }
    return ST_OK;
}

static status print_record(struct asking *a, const struct store_table *table, const char *key,
                           struct buffer *b, struct error *e)
{
    struct record_version v;
    TRY(snapshot_record(a->snapshot, &scope_public, &table->table, sv_from(key), a->commit, &v, e));
    TRY(snapshot_write_record(a->snapshot, &v, false, b, e));
    buffer_append_byte(b, '\n');
    return ST_OK;
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    (void)count;
    struct error e = {0};
    struct asking a;
    struct buffer b;
    const struct store_table *table = NULL;
    buffer_init(&b, (size_t)1 << 30);
    status result = asking_begin(&a, option_data, version, &e);
    if (result == ST_OK) {
        result = asking_table(&a, sv_from(arguments[0]), &table, &e);
        if (result == ST_OK) {
            result = (versions ? print_versions : print_record)(&a, table, arguments[1], &b, &e);
        }
        asking_end(&a);
    }
    int code = result == ST_OK ? command_print(&b) : command_fail(result, &e);
    buffer_release(&b);
    return code;
}

const struct command command_show = {
    .name = "show",
    .summary = "print one record, or list its versions",
    .arguments = "TABLE KEY",
    .description = "Prints the record as JSON, as it stands or as it stood at a moment.",
    .examples =
        "  vitrine show bees UCSB-IZC00012194\n  vitrine show bees UCSB-IZC00012194 --versions\n"
        "  vitrine show bees UCSB-IZC00012194 --version 2023-01-01",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 2,
    .most_arguments = 2,
    .run = run,
};
