// SPDX-License-Identifier: Apache-2.0
// `vitrine diff`: what changed between two moments, of one record or of a table.
#include "cli/asking.h"
#include "cli/cli.h"
#include "cli/readable.h"

#include "query/search.h"

#include <inttypes.h>

#define PIECE ((size_t)64 << 10)

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

static status print_differences(struct asking *a, const struct buffer sides[2], struct buffer *b,
                                struct error *e)
{
    struct buffer json;
    buffer_init(&json, (size_t)256 << 20);
    status result =
        record_diff(&a->arena, buffer_view(&sides[0]), buffer_view(&sides[1]), &json, e);
    if (result == ST_OK && option_json) {
        buffer_append_view(b, buffer_view(&json));
        buffer_append_byte(b, '\n');
    } else if (result == ST_OK) {
        result = readable_diff(buffer_view(&json), b, e);
    }
    buffer_release(&json);
    return result;
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
        result = print_differences(a, sides, b, e);
    }
    buffer_release(&sides[0]);
    buffer_release(&sides[1]);
    return result;
}

// Changes of a table, printed by the piece.
struct changes {
    struct buffer text;
    uint64_t counts[3]; // by enum row_change
    bool unwritten;     // the output cannot be written, which is told already
};

static status flush(struct changes *c)
{
    c->unwritten = command_print(&c->text) != EXIT_DONE;
    buffer_clear(&c->text);
    return c->unwritten ? ST_CANCELLED : ST_OK;
}

static status print_change(void *argument, enum row_change change, const struct uuid *table,
                           string_view key, const struct record_version *old,
                           const struct record_version *new, struct error *e)
{
    static const char *const names[] = {"added", "removed", "changed"};
    (void)table;
    (void)old;
    (void)new;
    (void)e;
    struct changes *c = argument;
    c->counts[change]++;
    if (option_json) {
        buffer_print(&c->text, "{\"change\":\"%s\",\"key\":", names[change]);
        print_json_string(&c->text, key);
        buffer_append_view(&c->text, SV("}\n"));
    } else {
        buffer_print(&c->text, "%-8s " SV_FORMAT "\n", names[change], SV_ARGUMENT(key));
    }
    return c->text.length < PIECE ? ST_OK : flush(c);
}

static status diff_table(struct asking *a, const struct store_table *table, uint32_t commits[2],
                         struct changes *c, struct error *e)
{
    TRY(search_diff(a->snapshot, &scope_public, NULL, &table->table, 1, commits[0], commits[1],
                    print_change, c, e));
    if (!option_json) {
        buffer_print(&c->text, "%" PRIu64 " added, %" PRIu64 " removed, %" PRIu64 " changed\n",
                     c->counts[ROW_ADDED], c->counts[ROW_REMOVED], c->counts[ROW_CHANGED]);
    }
    return flush(c);
}

static status ask(struct asking *a, int count, char **arguments, struct changes *c, struct error *e)
{
    const struct store_table *table = NULL;
    uint32_t commits[2] = {0, 0};
    if (from == NULL) {
        return error_set_field(e, ST_INVALID, "from", "--from MOMENT is required");
    }
    TRY(asking_table(a, sv_from(arguments[0]), &table, e));
    TRY(asking_commit(a, from, &commits[0], e));
    TRY(asking_commit(a, to, &commits[1], e));
    if (commits[0] > commits[1]) {
        return error_set_field(e, ST_INVALID, "from",
                               "--from is later than --to: swap them, differences go forwards");
    }
    if (count == 2) {
        TRY(diff_record(a, table, arguments[1], commits, &c->text, e));
        return flush(c);
    }
    return diff_table(a, table, commits, c, e);
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    struct error e = {0};
    struct asking a;
    struct changes changes = {0};
    buffer_init(&changes.text, (size_t)256 << 20);
    status result = asking_begin(&a, option_data, NULL, &e);
    if (result == ST_OK) {
        result = ask(&a, count, arguments, &changes, &e);
        asking_end(&a);
    }
    buffer_release(&changes.text);
    if (changes.unwritten) {
        return EXIT_FAILED;
    }
    return result == ST_OK ? EXIT_DONE : command_fail(result, &e);
}

const struct command command_diff = {
    .name = "diff",
    .summary = "tell what changed between two moments",
    .arguments = "TABLE [KEY]",
    .description =
        "Of one record: its fields that were added, changed or removed, as field: before "
        "-> after (with --json\none list). Of a table: its records (with --json one "
        "object a line).",
    .examples = "  vitrine diff bees --from 2023-01-01\n"
                "  vitrine diff bees UCSB-IZC00012194 --from 2023-01-01 --to 2024-01-01",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 1,
    .most_arguments = 2,
    .run = run,
};
