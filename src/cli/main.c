// SPDX-License-Identifier: Apache-2.0
// `vitrine SUBCOMMAND ...`
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static void print_usage(FILE *to)
{
    (void)fprintf(to, "usage: vitrine SUBCOMMAND [OPTION...] [ARGUMENT...]\n\n"
                      "An open data portal for natural-history museums.\n\n");
    for (size_t i = 0; i < command_count; i++) {
        (void)fprintf(to, "  %-11s %s\n", commands[i]->name, commands[i]->summary);
    }
    (void)fprintf(to,
                  "\n`vitrine SUBCOMMAND --help` tells more, with examples.\n"
                  "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 bad input, 4 nothing changed.\n");
}

static int run_command(const struct command *c, int count, char **arguments)
{
    int rest = 0;
    int exit_with = EXIT_DONE;
    if (!command_parse(c, count, arguments, &rest, &exit_with)) {
        return exit_with;
    }
    return c->run(c, rest, arguments);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        print_usage(stderr);
        return EXIT_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0) {
        print_usage(stdout);
        return EXIT_DONE;
    }
    const char *name = strcmp(argv[1], "--version") == 0 ? "version" : argv[1];
    for (size_t i = 0; i < command_count; i++) {
        if (strcmp(name, commands[i]->name) == 0) {
            return run_command(commands[i], argc - 2, argv + 2);
        }
    }
    (void)fprintf(stderr, "vitrine: there is no subcommand '%s'\n\n", argv[1]);
    print_usage(stderr);
    return EXIT_USAGE;
}
