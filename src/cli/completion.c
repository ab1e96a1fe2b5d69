// SPDX-License-Identifier: Apache-2.0
// `vitrine completion`: words for the shell, from the same tables as the parser.
#include "cli/cli.h"

#include <string.h>

static bool takes_folder(const struct option *o)
{
    return o->value_name != NULL && strcmp(o->value_name, "DIR") == 0;
}

static bool takes_file(const struct option *o)
{
    return o->value_name != NULL && strcmp(o->value_name, "FILE") == 0;
}

static bool takes_files(const struct command *c)
{
    return c->words != NULL && strcmp(c->words, "FILE") == 0;
}

// Calls print for each option of the command, those that all have included.
static void each_option(const struct command *c, struct buffer *b,
                        void (*print)(struct buffer *b, const struct command *c,
                                      const struct option *o))
{
    for (size_t i = 0; i < c->option_count; i++) {
        print(b, c, &c->options[i]);
    }
    for (size_t i = 0; i < common_option_count; i++) {
        print(b, c, &common_options[i]);
    }
}

// In single quotes, as all three shells read them; `escaped` characters get a backslash before.
static void print_quoted(struct buffer *b, const char *text, const char *escaped)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'') {
            buffer_append_view(b, SV("'\\''"));
        } else {
            if (strchr(escaped, *text) != NULL) {
                buffer_append_byte(b, '\\');
            }
            buffer_append_byte(b, *text);
        }
    }
}

// --- bash --------------------------------------------------------------------------------------

static void bash_option(struct buffer *b, const struct command *c, const struct option *o)
{
    (void)c;
    buffer_print(b, " --%s", o->name);
}

static void bash_value(struct buffer *b, const struct command *c, const struct option *o)
{
    (void)c;
    if (o->value_name != NULL) {
        buffer_print(b, "        %s.--%s) kind=%s ;;\n", c->name, o->name,
                     takes_folder(o) ? "-d"
                     : takes_file(o) ? "-f"
                                     : "none");
    }
}

static void print_bash(struct buffer *b)
{
    buffer_append_view(
        b, SV("# Completion of vitrine in bash: source <(vitrine completion bash)\n"
              "_vitrine() {\n    local current=${COMP_WORDS[COMP_CWORD]}\n"
              "    local before=${COMP_WORDS[COMP_CWORD-1]} options='' words='' kind='' files=''\n"
              "    COMPREPLY=()\n    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
              "        mapfile -t COMPREPLY < <(compgen -W '"));
    for (size_t i = 0; i < command_count; i++) {
        buffer_print(b, "%s ", commands[i]->name);
    }
    buffer_append_view(b, SV("help' -- \"$current\")\n        return\n    fi\n"
                             "    case ${COMP_WORDS[1]} in\n"));
    for (size_t i = 0; i < command_count; i++) {
        buffer_print(b, "        %s) words='%s' files='%s' options='", commands[i]->name,
                     commands[i]->words == NULL ? "" : commands[i]->words,
                     commands[i]->before_files == NULL ? "" : commands[i]->before_files);
        each_option(commands[i], b, bash_option);
        buffer_append_view(b, SV(" --help' ;;\n"));
    }
    buffer_append_view(b, SV("    esac\n    case ${COMP_WORDS[1]}.$before in\n"));
    for (size_t i = 0; i < command_count; i++) {
        each_option(commands[i], b, bash_value);
    }
    buffer_append_view(
        b,
        SV("    esac\n"
           "    if [ \"$COMP_CWORD\" -gt 2 ] && [ \"${COMP_WORDS[2]}\" = \"$files\" ]; then\n"
           "        words=FILE\n    fi\n"
           "    case $kind.$current.$words in\n"
           "        none.*) ;;\n"
           "        -d.* | -f.*) mapfile -t COMPREPLY < <(compgen \"$kind\" -- \"$current\") ;;\n"
           "        .-*) mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$current\") ;;\n"
           "        *.FILE) mapfile -t COMPREPLY < <(compgen -f -- \"$current\") ;;\n"
           "        *) mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\") ;;\n"
           "    esac\n}\ncomplete -o filenames -F _vitrine vitrine\n"));
}

// --- zsh ---------------------------------------------------------------------------------------

static void zsh_option(struct buffer *b, const struct command *c, const struct option *o)
{
    (void)c;
    buffer_print(b, "                '%s--%s", o->kind == OPTION_LIST ? "*" : "", o->name);
    buffer_append_view(b, o->value_name == NULL ? SV("[") : SV("=["));
    print_quoted(b, o->help, "[]:\\");
    buffer_append_byte(b, ']');
    if (o->value_name != NULL) {
        buffer_print(b, ":%s:%s", o->value_name,
                     takes_folder(o) ? "_files -/"
                     : takes_file(o) ? "_files"
                                     : "");
    }
    buffer_append_view(b, SV("' \\\n"));
}

static void print_zsh(struct buffer *b)
{
    buffer_append_view(b, SV("#compdef vitrine\n"
                             "# Completion of vitrine in zsh: source <(vitrine completion zsh)\n"
                             "_vitrine() {\n    local -a subcommands\n    subcommands=(\n"));
    for (size_t i = 0; i < command_count; i++) {
        buffer_print(b, "        '%s:", commands[i]->name);
        print_quoted(b, commands[i]->summary, ":\\");
        buffer_append_view(b, SV("'\n"));
    }
    buffer_append_view(b, SV("    )\n    if (( CURRENT == 2 )); then\n"
                             "        _describe subcommand subcommands\n        return\n    fi\n"
                             "    local subcommand=${words[2]}\n"
                             "    words=(\"vitrine $subcommand\" \"${(@)words[3,-1]}\")\n"
                             "    (( CURRENT -= 1 ))\n    case $subcommand in\n"));
    for (size_t i = 0; i < command_count; i++) {
        const struct command *c = commands[i];
        buffer_print(b, "        %s)\n            _arguments \\\n", c->name);
        each_option(c, b, zsh_option);
        buffer_append_view(b, SV("                '--help[this text]'"));
        if (takes_files(c)) {
            buffer_append_view(b, SV(" \\\n                '*:file:_files'"));
        } else if (c->words != NULL) {
            buffer_print(b, " \\\n                '1:word:(%s)'", c->words);
            buffer_append_view(
                b, c->before_files == NULL ? SV("") : SV(" \\\n                '*:file:_files'"));
        }
        buffer_append_view(b, SV("\n            ;;\n"));
    }
    buffer_append_view(b, SV("    esac\n}\n"
                             "if [[ ${funcstack[1]} == _vitrine ]]; then\n    _vitrine \"$@\"\n"
                             "else\n    compdef _vitrine vitrine\nfi\n"));
}

// --- fish --------------------------------------------------------------------------------------

static void fish_option(struct buffer *b, const struct command *c, const struct option *o)
{
    buffer_print(b, "complete -c vitrine -n '__fish_seen_subcommand_from %s' -l %s", c->name,
                 o->name);
    if (takes_folder(o)) {
        buffer_append_view(b, SV(" -x -a '(__fish_complete_directories)'"));
    } else if (o->value_name != NULL) {
        buffer_append_view(b, takes_file(o) ? SV(" -r -F") : SV(" -x"));
    }
    buffer_append_view(b, SV(" -d '"));
    print_quoted(b, o->help, "\\");
    buffer_append_view(b, SV("'\n"));
}

static void print_fish(struct buffer *b)
{
    buffer_append_view(b, SV("# Completion of vitrine in fish: vitrine completion fish | source\n"
                             "complete -c vitrine -f\n"));
    for (size_t i = 0; i < command_count; i++) {
        const struct command *c = commands[i];
        buffer_print(b, "complete -c vitrine -n __fish_use_subcommand -a %s -d '", c->name);
        print_quoted(b, c->summary, "\\");
        buffer_append_view(b, SV("'\n"));
        if (takes_files(c)) {
            buffer_print(b, "complete -c vitrine -n '__fish_seen_subcommand_from %s' -F\n",
                         c->name);
        } else if (c->words != NULL) {
            buffer_print(b, "complete -c vitrine -n '__fish_seen_subcommand_from %s' -a '%s'\n",
                         c->name, c->words);
        }
        if (c->before_files != NULL) {
            buffer_print(b,
                         "complete -c vitrine -n '__fish_seen_subcommand_from %s; and "
                         "__fish_seen_subcommand_from %s' -F\n",
                         c->name, c->before_files);
        }
        each_option(c, b, fish_option);
        buffer_print(b,
                     "complete -c vitrine -n '__fish_seen_subcommand_from %s' -l help -d 'this "
                     "text'\n",
                     c->name);
    }
}

// --- the subcommand ----------------------------------------------------------------------------

static const struct {
    const char *name;
    void (*print)(struct buffer *b);
} shells[] = {{"bash", print_bash}, {"zsh", print_zsh}, {"fish", print_fish}};

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    const char *shell = count == 0 ? "bash" : arguments[0];
    for (size_t i = 0; i < ARRAY_LENGTH(shells); i++) {
        if (strcmp(shell, shells[i].name) == 0) {
            struct buffer b;
            buffer_init(&b, (size_t)1 << 20);
            shells[i].print(&b);
            int code = command_print(&b);
            buffer_release(&b);
            return code;
        }
    }
    struct error e = {0};
    error_set(&e, ST_INVALID, "completion is made for bash, zsh and fish, not for '%s'", shell);
    return command_fail(ST_INVALID, &e);
}

const struct command command_completion = {
    .name = "completion",
    .summary = "print completion for the shell",
    .arguments = "[bash | zsh | fish]",
    .words = "bash zsh fish",
    .description = "Prints a script that completes subcommands, options and files in the shell "
                   "(bash when none is named).",
    .examples = "  source <(vitrine completion bash)\n  source <(vitrine completion zsh)\n"
                "  vitrine completion fish | source",
    .most_arguments = 1,
    .run = run,
};
