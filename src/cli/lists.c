// SPDX-License-Identifier: Apache-2.0
// `vitrine lists`: which values of a list records have (rule C7).
#include "cli/asking.h"
#include "cli/cli.h"

#include "base/file.h"
#include "query/list_print.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char *table_slug;
static const char *version;
static const char *part;
static struct option_list fields;

static const struct option options[] = {
    {"table", OPTION_TEXT, &table_slug, "SLUG", "look in this table only"},
    {"field", OPTION_LIST, &fields, "FIELD",
     "look in this field; may be repeated (default: the usual ones for identifiers)"},
    {"part", OPTION_TEXT, &part, "PART", "print found, notFound or ambiguous only"},
    {"version", OPTION_TEXT, &version, "MOMENT", "as it stood then"},
};

static status read_part(unsigned *statuses, struct error *e)
{
    static const char *const parts[] = {"found", "notFound", "ambiguous"};
    *statuses = part == NULL ? 7 : 0;
    for (unsigned i = 0; part != NULL && i < ARRAY_LENGTH(parts); i++) {
        *statuses |= strcmp(part, parts[i]) == 0 ? 1u << i : 0;
    }
    return *statuses != 0 ? ST_OK
                          : error_set(e, ST_INVALID, "--part is found, notFound or ambiguous");
}

static status match(struct asking *a, int count, char **arguments, struct buffer *out,
                    struct error *e)
{
    (void)count;
    struct buffer text;
    unsigned statuses = 7;
    struct list_match found = {0};
    struct search_request request = {.commit = a->commit};
    string_view names[OPTION_LIST_LENGTH];
    TRY(read_part(&statuses, e));
    for (size_t i = 0; i < fields.count; i++) {
        names[i] = sv_from(fields.values[i]);
    }
    if (table_slug != NULL) {
        const struct store_table *table = NULL;
        TRY(asking_table(a, sv_from(table_slug), &table, e));
        request.tables = &table->table;
        request.table_count = 1;
    }
    buffer_init(&text, (size_t)1 << 30);
    status result = file_read(arguments[0], (size_t)1 << 30, &text, e);
    if (result == ST_OK) {
        result = list_match_run(a->snapshot, &scope_public, &a->arena, &request, buffer_view(&text),
                                names, fields.count, &found, e);
    }
    if (result == ST_OK && option_json) {
        buffer_print(out, "{\"version\":%" PRId64,
                     snapshot_commit(a->snapshot, found.commit)->time);
        result = list_print_json(a->snapshot, &found, out, e);
        buffer_append_view(out, SV("}\n"));
    } else if (result == ST_OK) {
        result = list_print_csv(a->snapshot, &found, statuses, out, e);
        (void)fprintf(stderr, "%zu found, %zu not found, %zu ambiguous\n", found.counts[LIST_FOUND],
                      found.counts[LIST_NOT_FOUND], found.counts[LIST_AMBIGUOUS]);
    }
    buffer_release(&text);
    return result;
}

static status answer(int count, char **arguments, struct buffer *out, struct error *e)
{
    return asking_do(option_data, version, match, count, arguments, out, e);
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    return command_answer(answer, count, arguments);
}

const struct command command_lists = {
    .name = "lists",
    .summary = "look for a list of catalogue numbers, identifiers or names",
    .arguments = "FILE",
    .words = "FILE",
    .description = "FILE has one value a line, at most 100,000. The answer is CSV: a line for each "
                   "record that has a value,\nand one for each value that no record has.",
    .examples = "  vitrine lists loan.txt\n"
                "  vitrine lists --field catalogNumber --part notFound loan.txt",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
