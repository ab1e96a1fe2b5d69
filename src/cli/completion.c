// SPDX-License-Identifier: Apache-2.0
// `vitrine completion`: words for the shell, from the same tables as the parser.
#include "cli/cli.h"

#include <string.h>

static void print_bash(struct buffer *b)
{
    buffer_append_view(
        b, SV("_vitrine() {\n    local current=${COMP_WORDS[COMP_CWORD]} options=\"\"\n"
              "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n        COMPREPLY=($(compgen -W \""));
    for (size_t i = 0; i < command_count; i++) {
        buffer_print(b, "%s%s", i == 0 ? "" : " ", commands[i]->name);
    }
    buffer_append_view(
        b, SV("\" -- \"$current\"))\n        return\n    fi\n    case ${COMP_WORDS[1]} in\n"));
    for (size_t i = 0; i < command_count; i++) {
        buffer_print(b, "    %s) options=\"--data --json --help", commands[i]->name);
        for (size_t j = 0; j < commands[i]->option_count; j++) {
            buffer_print(b, " --%s", commands[i]->options[j].name);
        }
        buffer_append_view(b, SV("\" ;;\n"));
    }
    buffer_append_view(
        b, SV("    esac\n    if [[ $current == -* ]]; then\n"
              "        COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n    else\n"
              "        COMPREPLY=($(compgen -f -- \"$current\"))\n    fi\n}\n"
              "complete -o filenames -F _vitrine vitrine\n"));
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    if (count == 1 && strcmp(arguments[0], "bash") != 0) {
        struct error e = {0};
        error_set(&e, ST_INVALID,
                  "completion is made for bash (zsh reads it after: autoload bashcompinit)");
        return command_fail(ST_INVALID, &e);
    }
    struct buffer b;
    buffer_init(&b, 64 * 1024);
    print_bash(&b);
    int code = command_print(&b);
    buffer_release(&b);
    return code;
}

const struct command command_completion = {
    .name = "completion",
    .summary = "print completion for the shell",
    .arguments = "[bash]",
    .description = "Prints a script that completes subcommands and options in bash.",
    .examples = "  source <(vitrine completion bash)",
    .most_arguments = 1,
    .run = run,
};
