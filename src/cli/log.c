// SPDX-License-Identifier: Apache-2.0
// `vitrine log`: commits, newest first, or what happened to one record.
#include "cli/cli.h"
#include "cli/history.h"

#include "portal/portal.h"

#include <inttypes.h>

static const char *dataset;
static int64_t limit = 20;

static const struct option options[] = {
    {"dataset", OPTION_TEXT, &dataset, "SLUG", "only commits that touched this dataset"},
    {"limit", OPTION_NUMBER, &limit, "N", "at most so many (default: 20; 0: all)"},
};

static const char *const kind_names[] = {"import", "metadata", "correction", "revert", "erasure"};

static const struct commit_counts *counts_of(const struct commit *c, const struct resource *r)
{
    for (size_t i = 0; i < c->count_tables; i++) {
        if (uuid_compare(&c->counts[i].table, &r->uuid) == 0) {
            return &c->counts[i];
        }
    }
    return NULL;
}

static bool concerns(const struct commit *c, const struct dataset *d)
{
    for (size_t i = 0; i < d->resource_count; i++) {
        if (counts_of(c, &d->resources[i]) != NULL) {
            return true;
        }
    }
    return false;
}

static void print_counts(struct buffer *b, const struct commit *c, const struct dataset_view *view)
{
    for (size_t i = 0; i < c->count_tables; i++) {
        const struct commit_counts *n = &c->counts[i];
        const struct resource *r = dataset_view_resource(view, &n->table, NULL);
        string_view slug = r == NULL ? SV("metadata") : r->slug;
        if (option_json) {
            buffer_append_view(b, i == 0 ? SV("{\"table\":") : SV(",{\"table\":"));
            print_json_string(b, slug);
            buffer_print(b,
                         ",\"added\":%" PRIu64 ",\"changed\":%" PRIu64 ",\"removed\":%" PRIu64
                         ",\"unchanged\":%" PRIu64 "}",
                         n->added, n->changed, n->removed, n->unchanged);
        } else {
            buffer_print(b,
                         "    " SV_FORMAT ": +%" PRIu64 " ~%" PRIu64 " -%" PRIu64 " (%" PRIu64
                         " unchanged)\n",
                         SV_ARGUMENT(slug), n->added, n->changed, n->removed, n->unchanged);
        }
    }
}

static void print_commit(struct buffer *b, const struct commit *c, const struct dataset_view *view)
{
    char when[25];
    moment_to_text(c->time, when);
    if (!option_json) {
        buffer_print(b, "commit %" PRIu32 "  %s  %s\n", c->number,
                     c->time <= MOMENT_BEGINNING ? "the beginning" : when, kind_names[c->kind]);
        buffer_print(b, "    " SV_FORMAT "%s" SV_FORMAT "\n", SV_ARGUMENT(c->author),
                     c->message.length > 0 ? ": " : "", SV_ARGUMENT(c->message));
        print_counts(b, c, view);
        return;
    }
    buffer_print(b,
                 "{\"commit\":%" PRIu32 ",\"version\":%" PRId64
                 ",\"time\":\"%s\",\"kind\":\"%s\",\"author\":",
                 c->number, c->time, when, kind_names[c->kind]);
    print_json_string(b, c->author);
    buffer_append_view(b, SV(",\"message\":"));
    print_json_string(b, c->message);
    buffer_append_view(b, SV(",\"source\":"));
    print_json_string(b, c->source_name);
    buffer_append_view(b, SV(",\"tables\":["));
    print_counts(b, c, view);
    buffer_append_view(b, SV("]}\n"));
}

static status print_log(struct portal *portal, struct buffer *b, struct error *e)
{
    struct snapshot *s = NULL;
    struct arena arena;
    const struct dataset_view *view = NULL;
    const struct dataset *only = NULL;
    TRY(store_snapshot(portal->store, &s, e));
    arena_init(&arena, 0);
    status result = portal_datasets(portal, s, snapshot_last_commit(s), &arena, &view, e);
    if (result == ST_OK && dataset != NULL) {
        only = dataset_find(view->datasets, view->count, sv_from(dataset));
        if (only == NULL) {
            result =
                error_set_field(e, ST_NOT_FOUND, "dataset", "there is no dataset '%s'", dataset);
        }
    }
    int64_t printed = 0;
    for (uint32_t n = snapshot_last_commit(s);
         result == ST_OK && n > 0 && (limit == 0 || printed < limit); n--) {
        const struct commit *c = snapshot_commit(s, n);
        if (only == NULL || concerns(c, only)) {
            print_commit(b, c, view);
            printed++;
        }
    }
    arena_release(&arena);
    snapshot_release(s);
    return result;
}

static status print_record_log(const char *slug, const char *key, struct buffer *b, struct error *e)
{
    struct asking a;
    const struct store_table *table = NULL;
    TRY(asking_begin(&a, option_data, NULL, e));
    status result = asking_table(&a, sv_from(slug), &table, e);
    if (result == ST_OK) {
        result = history_print_events(&a, table, sv_from(key), (size_t)limit, b, e);
    }
    asking_end(&a);
    return result;
}

static status print_portal_log(struct buffer *b, struct error *e)
{
    struct portal *portal = NULL;
    status result = portal_open(option_data, &portal, e);
    if (result == ST_OK) {
        result = print_log(portal, b, e);
    }
    portal_close(portal);
    return result;
}

static status check_arguments(int count, struct error *e)
{
    if (limit < 0) {
        return error_set_field(e, ST_INVALID, "limit", "--limit is not negative (0: all)");
    }
    if (count == 1) {
        return error_set_field(e, ST_INVALID, "key",
                               "name the record by its table and key; commits of a dataset are "
                               "listed with --dataset");
    }
    if (count == 2 && dataset != NULL) {
        return error_set_field(e, ST_INVALID, "dataset",
                               "--dataset is for lists of commits; leave it out for one record");
    }
    return ST_OK;
}

static status answer(int count, char **arguments, struct buffer *out, struct error *e)
{
    TRY(check_arguments(count, e));
    return count == 2 ? print_record_log(arguments[0], arguments[1], out, e)
                      : print_portal_log(out, e);
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    return command_answer(answer, count, arguments);
}

const struct command command_log = {
    .name = "log",
    .summary = "list commits, newest first, or what happened to one record",
    .arguments = "[TABLE KEY]",
    .description = "Lists commits with their moment, author, message and what they added, changed "
                   "and removed. Of a record: when\n"
                   "it was added, changed, removed, why, and when it returned. With --json, one "
                   "object a line.",
    .examples = "  vitrine log --dataset bees --limit 5\n  vitrine log --json --limit 0\n"
                "  vitrine log bees UCSB-IZC00012194",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .most_arguments = 2,
    .run = run,
};
