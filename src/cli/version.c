// SPDX-License-Identifier: Apache-2.0
// `vitrine version`.
#include "cli/cli.h"

#include "base/fold.h"
#include "catalogue/catalogue.h"

#ifndef VITRINE_VERSION
#define VITRINE_VERSION "0.1.0"
#endif

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    (void)count;
    (void)arguments;
    struct buffer b;
    buffer_init(&b, 4096);
    if (option_json) {
        buffer_print(
            &b,
            "{\"version\":\"%s\",\"storeFormat\":1,\"catalogueSchema\":%d,\"unicode\":\"%s\"}\n",
            VITRINE_VERSION, catalogue_schema_version(), fold_unicode_version);
    } else {
        buffer_print(&b, "vitrine %s (store format 1, catalogue schema %d, Unicode %s)\n",
                     VITRINE_VERSION, catalogue_schema_version(), fold_unicode_version);
    }
    int code = command_print(&b);
    buffer_release(&b);
    return code;
}

const struct command command_version = {
    .name = "version",
    .summary = "print the program's version and those of its formats",
    .arguments = "",
    .description = "Prints the version of the program, of the store's format, of the catalogue's "
                   "schema and of Unicode.",
    .examples = "  vitrine version\n  vitrine version --json",
    .run = run,
};
