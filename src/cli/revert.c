// SPDX-License-Identifier: Apache-2.0
// `vitrine revert`: a commit taken back.
#include "cli/cli.h"

#include "portal/ingest.h"

#include <inttypes.h>

static const char *author;
static const char *message;

static const struct option options[] = {
    {"author", OPTION_TEXT, &author, "NAME", "who commits (default: $USER)"},
    {"message", OPTION_TEXT, &message, "TEXT", "why"},
};

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    (void)count;
    struct error e = {0};
    struct portal *portal = NULL;
    uint64_t commit = 0;
    uint32_t made = 0;
    if (!sv_to_uint64(sv_from(arguments[0]), &commit) || commit == 0 || commit > UINT32_MAX) {
        error_set_field(&e, ST_INVALID, "commit",
                        "'%s' is not the number of a commit (vitrine log lists them)",
                        arguments[0]);
        return command_fail(ST_INVALID, &e);
    }
    status result = portal_open(option_data, &portal, &e);
    if (result == ST_OK) {
        result = portal_revert(portal, (uint32_t)commit, command_author(author),
                               message == NULL ? "" : message, &made, &e);
    }
    portal_close(portal);
    if (result != ST_OK && result != ST_UNCHANGED) {
        return command_fail(result, &e);
    }
    struct buffer b;
    buffer_init(&b, 4096);
    if (option_json && made == 0) {
        buffer_print(&b, "{\"reverted\":%" PRIu64 ",\"commit\":null}\n", commit);
    } else if (option_json) {
        buffer_print(&b, "{\"reverted\":%" PRIu64 ",\"commit\":%" PRIu32 "}\n", commit, made);
    } else if (made == 0) {
        buffer_print(&b, "nothing to take back: %s\n", e.message);
    } else {
        buffer_print(&b, "commit %" PRIu64 " is taken back by commit %" PRIu32 "\n", commit, made);
    }
    int code = command_print(&b);
    buffer_release(&b);
    return code != EXIT_DONE ? code : exit_code_of(result);
}

const struct command command_revert = {
    .name = "revert",
    .summary = "make a new commit that takes another back",
    .arguments = "COMMIT",
    .description = "Every record that COMMIT touched is again as it was before it. Nothing is "
                   "erased: both commits stay in\n"
                   "the history. Refused when a later commit changed one of these records again.",
    .examples = "  vitrine revert --message \"The file was cut\" 42",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .least_arguments = 1,
    .most_arguments = 1,
    .run = run,
};
