// SPDX-License-Identifier: Apache-2.0
// `vitrine init`: an empty data folder.
#include "cli/cli.h"

#include "base/file.h"
#include "portal/portal.h"

#include <stdio.h>

static const char *name;
static const char *portal_file;
static bool demo;

#define FACTS_LIMIT ((size_t)1 << 20)

static const struct option options[] = {
    {"name", OPTION_TEXT, &name, "NAME",
     "the portal's name (default: that of --portal, else Vitrine)"},
    {"portal", OPTION_TEXT, &portal_file, "FILE",
     "a JSON object: name, description, collections with estimated holdings"},
    {"demo", OPTION_FLAG, &demo, NULL,
     "mark the folder as a demo: a banner on every page, no identifiers registered"},
};

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    (void)count;
    (void)arguments;
    struct error e = {0};
    struct buffer facts;
    buffer_init(&facts, FACTS_LIMIT);
    status result = portal_file == NULL ? ST_OK : file_read(portal_file, FACTS_LIMIT, &facts, &e);
    if (result == ST_NOT_FOUND) {
        result = ST_BAD_DATA; // bad input, as a source that is not there
    }
    if (result == ST_OK) {
        result = portal_init(option_data, name, demo, buffer_view(&facts), &e);
    }
    buffer_release(&facts);
    if (result != ST_OK) {
        return command_fail(result, &e);
    }
    struct buffer b;
    buffer_init(&b, 16 * 1024);
    if (option_json) {
        buffer_append_view(&b, SV("{\"data\":"));
        print_json_string(&b, sv_from(option_data));
        buffer_append_view(&b, SV("}\n"));
    } else {
        buffer_print(&b, "made %s\n", option_data);
    }
    int code = command_print(&b);
    buffer_release(&b);
    return code;
}

const struct command command_init = {
    .name = "init",
    .summary = "make an empty data folder",
    .arguments = "",
    .description =
        "Makes a data folder with an empty store and catalogue. Refuses one that is there already.",
    .examples = "  vitrine init --data /srv/portal --name \"Museum of Examples\"",
    .options = options,
    .option_count = ARRAY_LENGTH(options),
    .run = run,
};
