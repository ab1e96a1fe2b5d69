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

static status set(struct portal *p, int count, char **arguments, uint32_t *commit, struct error *e)
{
    (void)count;
    return portal_set_metadata(p, sv_from(arguments[1]), sv_from(arguments[2]),
                               command_author(author), message == NULL ? "" : message, 0, commit,
                               e);
}

static status ask(struct asking *a, int count, char **arguments, struct buffer *b, struct error *e)
{
    if (count == 2) {
        return show(b, a->view, arguments[1], e);
    }
    print_list(b, a->view);
    return ST_OK;
}

static status answer(int count, char **arguments, struct buffer *out, struct error *e)
{
    if (strcmp(arguments[0], "set") == 0) {
        return count == 3 ? asking_do_change(option_data, set, count, arguments, out, e)
                          : error_set(e, ST_INVALID, "usage: vitrine dataset set SLUG JSON");
    }
    if (strcmp(arguments[0], count == 2 ? "show" : "list") != 0 || count > 2) {
        return error_set(e, ST_INVALID, "usage: vitrine dataset list | show SLUG | set SLUG JSON");
    }
    return asking_do(option_data, version, ask, count, arguments, out, e);
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    return command_answer(answer, count, arguments);
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
