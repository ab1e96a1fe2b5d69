// SPDX-License-Identifier: Apache-2.0
// `vitrine diff`: what changed between two moments, of one record or of a table.
#include "cli/asking.h"
#include "cli/cli.h"

#include "query/search.h"

#include <inttypes.h>
#include <stdio.h>

static const char *from;
static const char *to;

static const struct option options[] = {
    {"from", OPTION_TEXT, &from, "MOMENT", "the earlier moment (required)"},
    {"to", OPTION_TEXT, &to, "MOMENT", "the later moment (default: now)"},
};

static status record_json(struct asking *a, const struct store_table *table, const char *key,
                          uint32_t commit, struct buffer *out, struct error *e)
{
    struct record_version v;
    status result =
        snapshot_record(a->snapshot, &scope_public, &table->table, sv_from(key), commit, &v, NULL);
    if (result == ST_NOT_FOUND || result == ST_GONE) {
        return ST_OK; // no record at that moment: the empty side of a difference
    }
    if (result != ST_OK) {
        return error_set(e, result, "the record '%s' cannot be read", key);
    }
    return snapshot_write_record(a->snapshot, &v, false, out, e);
}

static status diff_record(struct asking *a, const struct store_table *table, const char *key,
                          uint32_t commits[2], struct buffer *b, struct error *e)
{
    struct buffer sides[2];
    status result = ST_OK;
    for (size_t i = 0; i < 2; i++) {
        buffer_init(&sides[i], (size_t)64 << 20);
        if (result == ST_OK) {
            result = record_json(a, table, key, commits[i], &sides[i], e);
        }
    }
    if (result == ST_OK && sides[0].length + sides[1].length == 0) {
        result = error_set(e, ST_NOT_FOUND, "there is no record '%s' at either moment", key);
    }
    if (result == ST_OK) {
        result = record_diff(&a->arena, buffer_view(&sides[0]), buffer_view(&sides[1]), b, e);
        buffer_append_byte(b, '\n');
    }
    buffer_release(&sides[0]);
    buffer_release(&sides[1]);
    return result;
}

static status print_change(void *argument, enum row_change change, const struct uuid *table,
                           string_view key, const struct record_version *old,
                           const struct record_version *new, struct error *e)
{
    static const char *const names[] = {"added", "removed", "changed"};
    (void)table;
    (void)old;
    (void)new;
    struct buffer b;
    buffer_init(&b, 64 * 1024);
    if (option_json) {
        buffer_print(&b, "{\"change\":\"%s\",\"key\":", names[change]);
        print_json_string(&b, key);
        buffer_append_view(&b, SV("}\n"));
    } else {
        buffer_print(&b, "%-8s " SV_FORMAT "\n", names[change], SV_ARGUMENT(key));
    }
    size_t written = fwrite(b.bytes, 1, b.length, stdout);
    status result =
        written == b.length ? ST_OK : error_set(e, ST_IO, "the output could not be written");
    buffer_release(&b);
    ((uint64_t *)argument)[change]++;
    return result;
}

static status ask(struct asking *a, int count, char **arguments, struct buffer *b, struct error *e)
{
    const struct store_table *table = NULL;
    uint32_t commits[2] = {0, 0};
    uint64_t counts[3] = {0};
    if (from == NULL) {
        return error_set_field(e, ST_INVALID, "from", "--from MOMENT is required");
    }
    TRY(asking_table(a, sv_from(arguments[0]), &table, e));
    TRY(asking_commit(a, from, &commits[0], e));
    TRY(asking_commit(a, to, &commits[1], e));
    if (count == 2) {
        return diff_record(a, table, arguments[1], commits, b, e);
    }
    TRY(search_diff(a->snapshot, &scope_public, NULL, &table->table, 1, commits[0], commits[1],
                    print_change, counts, e));
    if (!option_json) {
        buffer_print(b, "%" PRIu64 " added, %" PRIu64 " removed, %" PRIu64 " changed\n",
                     counts[ROW_ADDED], counts[ROW_REMOVED], counts[ROW_CHANGED]);
    }
    return ST_OK;
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    struct error e = {0};
    struct asking a;
    struct buffer b;
    buffer_init(&b, (size_t)1 << 30);
    status result = asking_begin(&a, option_data, NULL, &e);
    if (result == ST_OK) {
        result = ask(&a, count, arguments, &b, &e);
        asking_end(&a);
    }
    int code = result == ST_OK ? command_print(&b) : command_fail(result, &e);
    buffer_release(&b);
    return code;
}

const struct command command_diff = {
    .name = "diff",
    .summary = "tell what changed between two moments",
    .arguments = "TABLE [KEY]",
    .description = "Of one record: its fields that were added, changed or removed, as JSON. Of a "
                   "table: its records.",
    .examples = "  vitrine diff bees --from 2023-01-01\n"
                "  vitrine diff bees UCSB-IZC00012194 --from 2023-01-01 --to 2024-01-01",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 1,
    .most_arguments = 2,
    .run = run,
};
