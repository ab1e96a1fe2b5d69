// SPDX-License-Identifier: Apache-2.0
// `vitrine dataset`: list, show, set.
#include "cli/asking.h"
#include "cli/cli.h"
#include "cli/readable.h"

#include "portal/ingest.h"

#include <inttypes.h>
#include <string.h>

static const char *version;
static const char *author;
static const char *message;

static const struct option options[] = {
    {"version", OPTION_TEXT, &version, "MOMENT", "as it stood then (list, show)"},
    {"author", OPTION_TEXT, &author, "NAME", "who sets (default: $USER)"},
    {"message", OPTION_TEXT, &message, "TEXT", "why (set)"},
};

static void print_list(struct buffer *b, const struct dataset_view *view)
{
    for (size_t i = 0; i < view->count; i++) {
        const struct dataset *d = &view->datasets[i];
        if (option_json) {
            buffer_append_view(b, SV("{\"slug\":"));
            print_json_string(b, d->slug);
            buffer_append_view(b, SV(",\"title\":"));
            print_json_string(b, d->title);
            buffer_print(b, ",\"records\":%" PRIu64 ",\"modified\":%" PRId64 "}\n", d->records,
                         d->modified_at);
        } else {
            buffer_print(b, "%10" PRIu64 "  %-40.*s  " SV_FORMAT "\n", d->records,
                         SV_ARGUMENT(d->slug), SV_ARGUMENT(d->title));
        }
    }
}

static status show_text(struct buffer *b, const struct dataset *d, struct error *e)
{
    char modified[25];
    TRY(readable_object(d->json, b, e));
    moment_to_text(d->modified_at, modified);
    buffer_print(b, "\n%10" PRIu64 "  records, changed last at %s\n", d->records, modified);
    for (size_t i = 0; i < d->resource_count; i++) {
        const struct resource *r = &d->resources[i];
        buffer_print(b, "%10" PRIu64 "  in " SV_FORMAT " (" SV_FORMAT ")\n", r->records,
                     SV_ARGUMENT(r->slug), SV_ARGUMENT(r->kind));
    }
    return ST_OK;
}

static status show(struct buffer *b, const struct dataset_view *view, const char *slug,
                   struct error *e)
{
    const struct dataset *d = dataset_find(view->datasets, view->count, sv_from(slug));
    if (d == NULL) {
        return error_set_field(e, ST_NOT_FOUND, "dataset", "there is no dataset '%s'", slug);
    }
    if (!option_json) {
        return show_text(b, d, e);
    }
    buffer_append_view(b, SV("{\"metadata\":"));
    buffer_append_view(b, d->json);
    buffer_print(b, ",\"records\":%" PRIu64 ",\"modified\":%" PRId64 ",\"resources\":[", d->records,
                 d->modified_at);
    for (size_t i = 0; i < d->resource_count; i++) {
        buffer_append_view(b, i == 0 ? SV("{\"metadata\":") : SV(",{\"metadata\":"));
        buffer_append_view(b, d->resources[i].json);
        buffer_print(b, ",\"records\":%" PRIu64 "}", d->resources[i].records);
    }
    buffer_append_view(b, SV("]}\n"));
    return ST_OK;
}

static status set(const char *slug, const char *json, struct buffer *b, struct error *e)
{
    struct portal *portal = NULL;
    uint32_t commit = 0;
    TRY(portal_open(option_data, &portal, e));
    status result =
        portal_set_metadata(portal, sv_from(slug), sv_from(json), command_author(author),
                            message == NULL ? "" : message, 0, &commit, e);
    if (result == ST_OK) {
        portal_settle(portal);
        buffer_print(b, option_json ? "{\"commit\":%" PRIu32 "}\n" : "commit %" PRIu32 "\n",
                     commit);
    } else if (result == ST_UNCHANGED) {
        buffer_append_view(b, option_json ? SV("{\"commit\":null}\n") : SV("nothing changed\n"));
    }
    portal_close(portal);
    return result;
}

static status ask(int count, char **arguments, struct buffer *b, struct error *e)
{
    struct asking a;
    if (strcmp(arguments[0], "set") == 0) {
        return count == 3 ? set(arguments[1], arguments[2], b, e)
                          : error_set(e, ST_INVALID, "usage: vitrine dataset set SLUG JSON");
    }
    bool list = strcmp(arguments[0], "list") == 0 && count == 1;
    bool one = strcmp(arguments[0], "show") == 0 && count == 2;
    if (!list && !one) {
        return error_set(e, ST_INVALID, "usage: vitrine dataset list | show SLUG | set SLUG JSON");
    }
    TRY(asking_begin(&a, option_data, version, e));
    status result = ST_OK;
    if (list) {
        print_list(b, a.view);
    } else {
        result = show(b, a.view, arguments[1], e);
    }
    asking_end(&a);
    return result;
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    struct error e = {0};
    struct buffer b;
    buffer_init(&b, (size_t)1 << 30);
    status result = ask(count, arguments, &b, &e);
    int code =
        result == ST_OK || result == ST_UNCHANGED ? command_print(&b) : command_fail(result, &e);
    buffer_release(&b);
    return code != EXIT_DONE ? code : exit_code_of(result);
}

const struct command command_dataset = {
    .name = "dataset",
    .summary = "list datasets, show one, set its metadata",
    .arguments = "list | show SLUG | set SLUG JSON",
    .words = "list show set",
    .description =
        "`list` prints records, slug and title of each dataset (with --json one object a line); "
        "`show` prints\n"
        "the metadata of one and its tables (with --json as JSON). `set` lays the members of JSON "
        "over the\n"
        "dataset's metadata as a commit of its own; a null member removes one. A dataset that is "
        "not there is\n"
        "made.",
    .examples = "  vitrine dataset list\n  vitrine dataset show bees --version 2024-05-31\n"
                "  vitrine dataset set bees '{\"licence\": "
                "\"https://creativecommons.org/publicdomain/zero/1.0/\"}'",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 1,
    .most_arguments = 3,
    .run = run,
};
