// SPDX-License-Identifier: Apache-2.0
// `vitrine SUBCOMMAND ...`
#include "cli/cli.h"

#include <signal.h>
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

static bool asks_for_help(const char *argument)
{
    return strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0 ||
           strcmp(argument, "help") == 0;
}

int main(int argc, char **argv)
{
    // A file that may not grow any more is told as a full disk is, by what is written to it.
    (void)signal(SIGXFSZ, SIG_IGN);
    if (argc < 2) {
        print_usage(stderr);
        return EXIT_USAGE;
    }
    bool help = asks_for_help(argv[1]);
    if (help && argc == 2) {
        print_usage(stdout);
        return EXIT_DONE;
    }
    const char *name = help ? argv[2] : strcmp(argv[1], "--version") == 0 ? "version" : argv[1];
    const struct command *c = command_find(name);
    if (c == NULL) {
        (void)fprintf(stderr, "Try: vitrine --help\n");
        return EXIT_USAGE;
    }
    if (help) {
        command_help(c);
        return EXIT_DONE;
    }
    return run_command(c, argc - 2, argv + 2);
}
