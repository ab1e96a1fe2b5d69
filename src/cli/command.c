// SPDX-License-Identifier: Apache-2.0
// Parsing options, help, errors.
#include "cli/cli.h"

#include "formats/json_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *option_data;
bool option_json;

const struct command *const commands[] = {
    &command_init,    &command_dataset, &command_ingest,  &command_replay,     &command_revert,
    &command_correct, &command_search,  &command_show,    &command_log,        &command_diff,
    &command_verify,  &command_serve,   &command_version, &command_completion,
};
const size_t command_count = ARRAY_LENGTH(commands);

static const struct option common_options[] = {
    {"data", OPTION_TEXT, &option_data, "DIR",
     "the data folder (default: $VITRINE_DATA, else ./vitrine-data)"},
    {"json", OPTION_FLAG, &option_json, NULL, "print JSON"},
};

static void print_option(const struct option *o)
{
    char left[64];
    (void)snprintf(left, sizeof left, "--%s%s%s", o->name, o->value_name == NULL ? "" : " ",
                   o->value_name == NULL ? "" : o->value_name);
    (void)printf("  %-26s %s\n", left, o->help);
}

void command_help(const struct command *c)
{
    (void)printf("usage: vitrine %s [OPTION...] %s\n\n%s\n\nOptions:\n", c->name, c->arguments,
                 c->description);
    for (size_t i = 0; i < c->option_count; i++) {
        print_option(&c->options[i]);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(common_options); i++) {
        print_option(&common_options[i]);
    }
    (void)printf("  %-26s %s\n\nExamples:\n%s\n\n", "--help", "this text", c->examples);
    (void)printf("Exit codes: 0 done, 1 failed, 2 wrong usage, 3 bad input, 4 nothing changed.\n");
}

static const struct option *find_option(const struct command *c, string_view name)
{
    for (size_t i = 0; i < c->option_count; i++) {
        if (sv_equal(sv_from(c->options[i].name), name)) {
            return &c->options[i];
        }
    }
    for (size_t i = 0; i < ARRAY_LENGTH(common_options); i++) {
        if (sv_equal(sv_from(common_options[i].name), name)) {
            return &common_options[i];
        }
    }
    return NULL;
}

static bool complain(const struct command *c, const char *what, const char *about, int *exit_with)
{
    (void)fprintf(stderr, "vitrine %s: %s %s\nTry: vitrine %s --help\n", c->name, what, about,
                  c->name);
    *exit_with = EXIT_USAGE;
    return false;
}

static bool set_option(const struct option *o, const char *value)
{
    struct option_list *list = o->target;
    switch (o->kind) {
    case OPTION_FLAG:
        *(bool *)o->target = true;
        return true;
    case OPTION_TEXT:
        *(const char **)o->target = value;
        return true;
    case OPTION_NUMBER:
        return sv_to_int64(sv_from(value), o->target);
    case OPTION_LIST:
        if (list->count == OPTION_LIST_LENGTH) {
            return false;
        }
        list->values[list->count++] = value;
        return true;
    }
    return false;
}

// One "--name", "--name=value" or "--name value"; *at moves over a value of its own.
static bool take_option(const struct command *c, int count, char **arguments, int *at,
                        int *exit_with)
{
    const char *text = arguments[*at] + 2;
    const char *equals = strchr(text, '=');
    string_view name = {text, equals == NULL ? strlen(text) : (size_t)(equals - text)};
    const struct option *o = find_option(c, name);
    if (o == NULL) {
        return complain(c, "there is no option", arguments[*at], exit_with);
    }
    const char *value = equals == NULL ? NULL : equals + 1;
    if (o->kind == OPTION_FLAG && value != NULL) {
        return complain(c, "no value goes with", arguments[*at], exit_with);
    }
    if (o->kind != OPTION_FLAG && value == NULL) {
        if (*at + 1 >= count) {
            return complain(c, "a value is missing after", arguments[*at], exit_with);
        }
        value = arguments[++*at];
    }
    return set_option(o, value) ||
           complain(c, "the value does not fit:", arguments[*at], exit_with);
}

static void choose_data_folder(void)
{
    if (option_data == NULL) {
        option_data = getenv("VITRINE_DATA");
    }
    if (option_data == NULL || option_data[0] == '\0') {
        option_data = "vitrine-data";
    }
}

bool command_parse(const struct command *c, int count, char **arguments, int *rest, int *exit_with)
{
    int kept = 0;
    bool only_arguments = false;
    for (int i = 0; i < count; i++) {
        if (!only_arguments && strcmp(arguments[i], "--") == 0) {
            only_arguments = true;
        } else if (!only_arguments && strcmp(arguments[i], "--help") == 0) {
            command_help(c);
            *exit_with = EXIT_DONE;
            return false;
        } else if (!only_arguments && strncmp(arguments[i], "--", 2) == 0) {
            if (!take_option(c, count, arguments, &i, exit_with)) {
                return false;
            }
        } else {
            arguments[kept++] = arguments[i];
        }
    }
    if ((size_t)kept < c->least_arguments) {
        return complain(c, "an argument is missing:", c->arguments, exit_with);
    }
    if ((size_t)kept > c->most_arguments) {
        return complain(c, "too many arguments:", arguments[c->most_arguments], exit_with);
    }
    choose_data_folder();
    *rest = kept;
    return true;
}

int exit_code_of(status result)
{
    switch (result) {
    case ST_OK:
        return EXIT_DONE;
    case ST_UNCHANGED:
        return EXIT_UNCHANGED;
    case ST_INVALID:
        return EXIT_USAGE;
    case ST_BAD_DATA:
    case ST_REFUSED:
    case ST_TOO_LARGE:
        return EXIT_BAD_INPUT;
    default:
        return EXIT_FAILED;
    }
}

void print_json_string(struct buffer *b, string_view text)
{
    json_write_string(b, text);
}

int command_fail(status result, const struct error *e)
{
    const char *message = e->message[0] == '\0' ? status_text(result) : e->message;
    if (option_json) {
        struct buffer b;
        buffer_init(&b, 16 * 1024);
        buffer_append_view(&b, SV("{\"error\":"));
        print_json_string(&b, sv_from(status_text(result)));
        buffer_append_view(&b, SV(",\"detail\":"));
        print_json_string(&b, sv_from(message));
        if (e->field[0] != '\0') {
            buffer_append_view(&b, SV(",\"field\":"));
            print_json_string(&b, sv_from(e->field));
        }
        buffer_append_view(&b, SV("}\n"));
        (void)fwrite(b.bytes, 1, b.length, stdout);
        buffer_release(&b);
    }
    (void)fprintf(stderr, "vitrine: %s\n", message);
    return exit_code_of(result);
}

int command_print(const struct buffer *b)
{
    if (b->failed || fwrite(b->bytes == NULL ? "" : b->bytes, 1, b->length, stdout) != b->length ||
        fflush(stdout) != 0) {
        (void)fprintf(stderr, "vitrine: the output could not be written\n");
        return EXIT_FAILED;
    }
    return EXIT_DONE;
}
