// SPDX-License-Identifier: Apache-2.0
// `vitrine media`: list and add the pictures, sounds, films and models that the portal serves.
#include "cli/asking.h"
#include "cli/cli.h"

#include "base/file.h"
#include "portal/media.h"

#include <inttypes.h>
#include <string.h>

static void print_file(const struct medium_file *file, const char *source, struct buffer *b)
{
    if (!option_json) {
        buffer_print(b, "/media/%s  %-17s %10" PRIu64 "%s%s\n", file->name,
                     media_type_of(sv_from(file->name)), file->bytes, source == NULL ? "" : "  ",
                     source == NULL ? "" : source);
        return;
    }
    buffer_print(b, "{\"path\":\"/media/%s\",\"mediaType\":\"%s\",\"bytes\":%" PRIu64, file->name,
                 media_type_of(sv_from(file->name)), file->bytes);
    if (source != NULL) {
        buffer_append_view(b, SV(",\"source\":"));
        print_json_string(b, sv_from(source));
    }
    buffer_append_view(b, SV("}\n"));
}

static status print_each(const struct medium_file *file, void *argument)
{
    print_file(file, NULL, argument);
    return ST_OK;
}

// A file that is there already is no mistake: its name is what was asked for.
static status add_files(const struct portal *portal, int count, char **paths, struct buffer *b,
                        struct error *e)
{
    bool changed = false;
    for (int i = 0; i < count; i++) {
        struct medium_file file;
        TRY(portal_add_medium(portal, paths[i], &file, e));
        changed = changed || file.new;
        print_file(&file, paths[i], b);
    }
    return changed ? ST_OK : ST_UNCHANGED;
}

static status act(struct asking *a, int count, char **arguments, struct buffer *b, struct error *e)
{
    const char *verb = count == 0 ? "list" : arguments[0];
    if (strcmp(verb, "list") == 0 && count <= 1) {
        return portal_list_media(a->portal, print_each, b, e);
    }
    if (strcmp(verb, "add") == 0 && count > 1) {
        return add_files(a->portal, count - 1, arguments + 1, b, e);
    }
    return error_set(e, ST_INVALID, "media takes list or add FILE...");
}

static status answer(int count, char **arguments, struct buffer *out, struct error *e)
{
    return asking_do(option_data, NULL, act, count, arguments, out, e);
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    return command_answer(answer, count, arguments);
}

const struct command command_media = {
    .name = "media",
    .summary = "list or add the media files that the portal serves",
    .arguments = "[list | add FILE...]",
    .words = "list add",
    .before_files = "add",
    .description =
        "Pictures, sounds, films, 3D models and PDF, at most 256 MiB each. A file is kept under "
        "the "
        "name of its content\nand served at the path that is printed, for ever the same: write "
        "that "
        "path as the \"identifier\" of a record's\nassociatedMedia. What is there already is added "
        "by no second copy; where all are, the exit code is 4.",
    .examples = "  vitrine media add skull.glb call.wav\n"
                "  vitrine media list --json",
    .most_arguments = 1000,
    .run = run,
};
