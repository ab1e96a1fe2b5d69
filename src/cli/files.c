// SPDX-License-Identifier: Apache-2.0
// `vitrine files`: list, add and remove the files that stand beside a dataset's tables.
#include "cli/asking.h"
#include "cli/cli.h"

#include "portal/file_records.h"
#include "portal/ingest.h"

#include <inttypes.h>
#include <string.h>

static const char *version;
static const char *author;
static const char *message;

static const struct option options[] = {
    {"version", OPTION_TEXT, &version, "MOMENT", "as they stood then (list)"},
    {"author", OPTION_TEXT, &author, "NAME", "who adds or removes (default: $USER)"},
    {"message", OPTION_TEXT, &message, "TEXT", "why (add, remove)"},
};

static void print_json(const struct dataset *d, const struct file_view *f, struct buffer *b)
{
    const struct {
        const char *name;
        string_view text;
    } members[] = {{"dataset", d->slug},   {"name", f->name},   {"mediaType", f->media_type},
                   {"sha256", f->sha256},  {"table", f->table}, {"path", f->path},
                   {"removed", f->removed}};
    buffer_print(b, "{\"commit\":%" PRIu32 ",\"bytes\":%" PRIu64, f->commit, f->bytes);
    for (size_t i = 0; i < ARRAY_LENGTH(members); i++) {
        if (members[i].text.length > 0) {
            buffer_print(b, ",\"%s\":", members[i].name);
            print_json_string(b, members[i].text);
        }
    }
    buffer_append_view(b, SV("}\n"));
}

static void print_words(const struct dataset *d, const struct file_view *f, struct buffer *b)
{
    buffer_print(b, "%-24.*s %12" PRIu64 "  commit %-6" PRIu32 " " SV_FORMAT "  " SV_FORMAT "%s\n",
                 SV_ARGUMENT(d->slug), f->bytes, f->commit, SV_ARGUMENT(f->name),
                 SV_ARGUMENT(f->path.length > 0 ? f->path : f->removed),
                 f->table.length > 0 ? "  (source)" : "");
}

static status print_files(struct asking *a, const struct dataset *d, struct buffer *b,
                          struct error *e)
{
    for (size_t i = 0; i < d->resource_count; i++) {
        struct file_view f;
        if (!d->resources[i].is_table) {
            TRY(file_view_read(a->portal, &d->resources[i], &a->arena, &f, e));
            (option_json ? print_json : print_words)(d, &f, b);
        }
    }
    return ST_OK;
}

static status list(struct asking *a, int count, char **arguments, struct buffer *b, struct error *e)
{
    const char *slug = count > 1 ? arguments[1] : NULL;
    if (slug != NULL && dataset_find(a->view->datasets, a->view->count, sv_from(slug)) == NULL) {
        return error_set_field(e, ST_NOT_FOUND, "dataset", "there is no dataset '%s'", slug);
    }
    for (size_t i = 0; i < a->view->count; i++) {
        const struct dataset *d = &a->view->datasets[i];
        if (slug == NULL || sv_equal(d->slug, sv_from(slug))) {
            TRY(print_files(a, d, b, e));
        }
    }
    return ST_OK;
}

static status add(struct portal *p, int count, char **arguments, uint32_t *commit, struct error *e)
{
    return portal_add_files(p, sv_from(arguments[1]), (const char *const *)arguments + 2,
                            (size_t)count - 2, command_author(author),
                            message == NULL ? "" : message, commit, e);
}

static status take_away(struct portal *p, int count, char **arguments, uint32_t *commit,
                        struct error *e)
{
    (void)count;
    return portal_remove_files(p, sv_from(arguments[1]), sv_from(arguments[2]),
                               command_author(author), message == NULL ? "" : message, commit, e);
}

static status answer(int count, char **arguments, struct buffer *out, struct error *e)
{
    const char *verb = count == 0 ? "list" : arguments[0];
    if (strcmp(verb, "list") == 0 && count <= 2) {
        return asking_do(option_data, version, list, count, arguments, out, e);
    }
    if (strcmp(verb, "add") == 0 && count > 2) {
        return asking_do_change(option_data, add, count, arguments, out, e);
    }
    if (strcmp(verb, "remove") == 0 && count == 3) {
        return asking_do_change(option_data, take_away, count, arguments, out, e);
    }
    return error_set(e, ST_INVALID,
                     "files takes list [DATASET], add DATASET FILE... or remove DATASET NAME");
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    return command_answer(answer, count, arguments);
}

const struct command command_files = {
    .name = "files",
    .summary = "list, add or remove the files beside a dataset's tables",
    .arguments = "[list [DATASET] | add DATASET FILE... | remove DATASET NAME]",
    .words = "list add remove",
    .description =
        "Sources that `vitrine ingest --keep-source` kept, and whatever else belongs to a dataset: "
        "reports, PDFs,\nmodels. A file is kept under the hash of its content, listed on the "
        "dataset's page and served to everybody\nfrom the path that is printed. `add` and `remove` "
        "are commits; `remove` deletes the bytes, the list of older\nversions says so. What is "
        "there already is added by no second copy; the exit code is 4.",
    .examples = "  vitrine files list bees\n"
                "  vitrine files add bees survey-report.pdf --message \"The field report\"\n"
                "  vitrine files remove bees survey-report.pdf --message \"Names of minors\"",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .most_arguments = 1000,
    .run = run,
};
