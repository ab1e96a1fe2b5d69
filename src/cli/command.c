// SPDX-License-Identifier: Apache-2.0
// Parsing options, help, errors.
#include "cli/cli.h"

#include "base/file.h"
#include "base/utf8.h"
#include "formats/json_write.h"
#include "query/near_names.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REPLACEMENT 0xFFFDu // U+FFFD, for bytes that are no UTF-8

const char *option_data;
bool option_json;

const struct command *const commands[] = {
    &command_init,   &command_dataset, &command_ingest,      &command_replay,
    &command_revert, &command_correct, &command_erase,       &command_search,
    &command_digest, &command_lists,   &command_areas,       &command_literature,
    &command_media,  &command_files,   &command_identifiers, &command_show,
    &command_log,    &command_diff,    &command_verify,      &command_usage,
    &command_report, &command_serve,   &command_version,     &command_completion,
};
const size_t command_count = ARRAY_LENGTH(commands);

const struct option common_options[] = {
    {"data", OPTION_TEXT, &option_data, "DIR",
     "the data folder (default: $VITRINE_DATA, else ./vitrine-data)"},
    {"json", OPTION_FLAG, &option_json, NULL, "print JSON"},
};
const size_t common_option_count = ARRAY_LENGTH(common_options);

// --- help ------------------------------------------------------------------------------------

static void print_option(const struct option *o)
{
    char left[64];
    (void)snprintf(left, sizeof left, "--%s%s%s", o->name, o->value_name == NULL ? "" : " ",
                   o->value_name == NULL ? "" : o->value_name);
    (void)printf("  %-26s %s\n", left, o->help);
}

void command_help(const struct command *c)
{
    (void)printf("usage: vitrine %s [OPTION...]%s%s\n\n%s\n\nOptions:\n", c->name,
                 c->arguments[0] == '\0' ? "" : " ", c->arguments, c->description);
    for (size_t i = 0; i < c->option_count; i++) {
        print_option(&c->options[i]);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(common_options); i++) {
        print_option(&common_options[i]);
    }
    (void)printf("  %-26s %s\n\nExamples:\n%s\n\n", "--help", "this text", c->examples);
    (void)printf("Exit codes: 0 done, 1 failed, 2 wrong usage, 3 bad input, 4 nothing changed.\n");
}

// " Is 'NAME' meant?" for a name much like the one given, else "".
static void suggest(const struct near_names *near, const char *before, struct buffer *out)
{
    if (near->count > 0) {
        buffer_print(out, "; is '%s" SV_FORMAT "' meant?", before, SV_ARGUMENT(near->names[0]));
    }
}

static void print_message(const char *message);

const struct command *command_find(const char *name)
{
    struct near_names near;
    struct buffer hint;
    struct error e = {0};
    near_names_init(&near, sv_from(name));
    buffer_init(&hint, 1024);
    const struct command *found = NULL;
    for (size_t i = 0; i < command_count && found == NULL; i++) {
        found = strcmp(name, commands[i]->name) == 0 ? commands[i] : NULL;
        near_names_offer(&near, sv_from(commands[i]->name));
    }
    if (found == NULL && name[0] == '-') {
        (void)error_set(&e, ST_INVALID, "'%s' stands before the subcommand; options follow it",
                        name);
        print_message(e.message);
    } else if (found == NULL) {
        suggest(&near, "", &hint);
        (void)error_set(&e, ST_INVALID, "there is no subcommand '%s'" SV_FORMAT, name,
                        SV_ARGUMENT(buffer_view(&hint)));
        print_message(e.message);
    }
    buffer_release(&hint);
    near_names_release(&near);
    return found;
}

// --- options ---------------------------------------------------------------------------------

// A command line being read.
struct parsing {
    const struct command *command;
    int count;
    char **arguments;
    int at;
    struct error error;
};

static const struct option *option_at(const struct command *c, size_t i)
{
    return i < c->option_count ? &c->options[i] : &common_options[i - c->option_count];
}

static const struct option *find_option(struct parsing *p, string_view name)
{
    const struct command *c = p->command;
    struct near_names near;
    struct buffer hint;
    near_names_init(&near, name);
    buffer_init(&hint, 1024);
    const struct option *found = NULL;
    for (size_t i = 0; i < c->option_count + common_option_count && found == NULL; i++) {
        const struct option *o = option_at(c, i);
        found = sv_equal(sv_from(o->name), name) ? o : NULL;
        near_names_offer(&near, sv_from(o->name));
    }
    if (found == NULL) {
        suggest(&near, "--", &hint);
        error_set(&p->error, ST_INVALID, "there is no option '--" SV_FORMAT "'" SV_FORMAT,
                  SV_ARGUMENT(name), SV_ARGUMENT(buffer_view(&hint)));
    }
    buffer_release(&hint);
    near_names_release(&near);
    return found;
}

static status set_option(const struct option *o, const char *value, struct error *e)
{
    struct option_list *list = o->target;
    switch (o->kind) {
    case OPTION_FLAG:
        *(bool *)o->target = true;
        break;
    case OPTION_TEXT:
        *(const char **)o->target = value;
        break;
    case OPTION_NUMBER:
        if (!sv_to_int64(sv_from(value), o->target)) {
            return error_set(e, ST_INVALID, "--%s takes a whole number, not '%s'", o->name, value);
        }
        break;
    case OPTION_LIST:
        if (list->count == OPTION_LIST_LENGTH) {
            return error_set(e, ST_INVALID, "--%s is given more than %d times", o->name,
                             OPTION_LIST_LENGTH);
        }
        list->values[list->count++] = value;
        break;
    }
    return ST_OK;
}

// One "--name", "--name=value" or "--name value"; moves over a value of its own.
static status take_option(struct parsing *p)
{
    const char *text = p->arguments[p->at] + 2;
    const char *equals = strchr(text, '=');
    string_view name = {text, equals == NULL ? strlen(text) : (size_t)(equals - text)};
    const struct option *o = find_option(p, name);
    if (o == NULL) {
        return ST_INVALID;
    }
    const char *value = equals == NULL ? NULL : equals + 1;
    if (o->kind == OPTION_FLAG && value != NULL) {
        return error_set(&p->error, ST_INVALID, "--%s takes no value", o->name);
    }
    if (o->kind != OPTION_FLAG && value == NULL) {
        if (p->at + 1 >= p->count) {
            return error_set(&p->error, ST_INVALID, "--%s needs a value: --%s %s", o->name, o->name,
                             o->value_name);
        }
        value = p->arguments[++p->at];
    }
    return set_option(o, value, &p->error);
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

static status check_count(struct parsing *p, int kept)
{
    const struct command *c = p->command;
    if ((size_t)kept < c->least_arguments) {
        return error_set(&p->error, ST_INVALID, "an argument is missing: vitrine %s %s", c->name,
                         c->arguments);
    }
    if ((size_t)kept > c->most_arguments) {
        return error_set(&p->error, ST_INVALID, "'%s' is one argument too many",
                         p->arguments[c->most_arguments]);
    }
    return ST_OK;
}

static bool is_help(const char *argument)
{
    return strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0;
}

// Takes the options out; the arguments that are left go to the front.
static status read_arguments(struct parsing *p, int *kept, bool *help)
{
    bool only_arguments = false;
    for (p->at = 0; p->at < p->count; p->at++) {
        char *argument = p->arguments[p->at];
        if (!only_arguments && strcmp(argument, "--") == 0) {
            only_arguments = true;
        } else if (!only_arguments && is_help(argument)) {
            *help = true;
            return ST_OK;
        } else if (!only_arguments && strncmp(argument, "--", 2) == 0) {
            TRY(take_option(p));
        } else {
            p->arguments[(*kept)++] = argument;
        }
    }
    return check_count(p, *kept);
}

bool command_parse(const struct command *c, int count, char **arguments, int *rest, int *exit_with)
{
    struct parsing p = {.command = c, .count = count, .arguments = arguments};
    int kept = 0;
    bool help = false;
    for (int i = 0; i < count; i++) {
        option_json = option_json || strcmp(arguments[i], "--json") == 0; // told before a mistake
    }
    bool wants_json = option_json;
    option_json = false;
    status result = read_arguments(&p, &kept, &help);
    if (help) {
        command_help(c);
        *exit_with = EXIT_DONE;
        return false;
    }
    if (result != ST_OK) {
        option_json = wants_json;
        error_prefix(&p.error, "%s", c->name);
        *exit_with = command_fail(result, &p.error);
        (void)fprintf(stderr, "Try: vitrine %s --help\n", c->name);
        return false;
    }
    choose_data_folder();
    *rest = kept;
    return true;
}

// --- results ---------------------------------------------------------------------------------

const char *command_author(const char *told)
{
    const char *user = getenv("USER");
    return told != NULL ? told : user != NULL && user[0] != '\0' ? user : "vitrine";
}

status command_check_folder(struct error *e)
{
    char store[PATH_SIZE];
    TRY(path_join(store, sizeof store, option_data, "store", e));
    return file_exists(store) ? ST_OK
                              : error_set(e, ST_NOT_FOUND,
                                          "there is no data folder %s; make one with: vitrine init "
                                          "--data DIR",
                                          option_data);
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

static bool is_blank_control(int32_t character)
{
    return character == '\t' || character == '\n' || character == '\r';
}

static bool is_control(int32_t character)
{
    return (character >= 0 && character < ' ') || (character >= 0x7f && character <= 0x9f);
}

// Arguments and names of files may be anything; what is printed is UTF-8. In lines for people the
// ends of lines become blanks, and the bytes of what cannot be printed are escaped, as \x1b: what a
// message quotes makes no line of its own and does not move the terminal.
static void append_repaired(struct buffer *b, string_view text, bool for_people)
{
    for (size_t at = 0; at < text.length;) {
        size_t start = at;
        int32_t character = utf8_next(text, &at);
        if (!for_people || (character >= 0 && !is_control(character))) {
            utf8_append(b, character < 0 ? REPLACEMENT : (uint32_t)character);
            continue;
        }
        if (is_blank_control(character)) {
            buffer_append_byte(b, ' ');
            continue;
        }
        for (; start < at; start++) {
            buffer_print(b, "\\x%02x", (unsigned)(unsigned char)text.bytes[start]);
        }
    }
}

void print_json_string(struct buffer *b, string_view text)
{
    struct buffer repaired;
    buffer_init(&repaired, 3 * text.length + 1);
    append_repaired(&repaired, text, false);
    json_write_string(b, buffer_view(&repaired));
    buffer_release(&repaired);
}

static void print_message(const char *message)
{
    struct buffer b;
    buffer_init(&b, 4 * strlen(message) + 1);
    append_repaired(&b, sv_from(message), true);
    (void)fprintf(stderr, "vitrine: " SV_FORMAT "\n", SV_ARGUMENT(buffer_view(&b)));
    buffer_release(&b);
}

int command_fail_with(status result, const struct error *e, string_view members)
{
    const char *message = e->message[0] == '\0' ? status_text(result) : e->message;
    if (option_json) {
        struct buffer b;
        buffer_init(&b, (size_t)1 << 20);
        buffer_append_view(&b, SV("{\"error\":"));
        print_json_string(&b, sv_from(status_text(result)));
        buffer_append_view(&b, SV(",\"detail\":"));
        print_json_string(&b, sv_from(message));
        if (e->field[0] != '\0') {
            buffer_append_view(&b, SV(",\"field\":"));
            print_json_string(&b, sv_from(e->field));
        }
        buffer_append_view(&b, members);
        buffer_append_view(&b, SV("}\n"));
        int printed =
            command_print(&b); // a failure here changes no exit code: there is one already
        (void)printed;
        buffer_release(&b);
    }
    print_message(message);
    return exit_code_of(result);
}

int command_fail(status result, const struct error *e)
{
    return command_fail_with(result, e, SV(""));
}

int command_answer(command_work *work, int count, char **arguments)
{
    struct error e = {0};
    struct buffer out;
    buffer_init(&out, (size_t)1 << 30);
    status result = work(count, arguments, &out, &e);
    bool answered = result == ST_OK || (result == ST_UNCHANGED && out.length > 0);
    int code = answered ? command_print(&out) : command_fail(result, &e);
    buffer_release(&out);
    return code != EXIT_DONE ? code : exit_code_of(result);
}

int command_print(const struct buffer *b)
{
    if (b->failed || fwrite(b->bytes == NULL ? "" : b->bytes, 1, b->length, stdout) != b->length ||
        fflush(stdout) != 0) {
        if (b->failed || errno != EPIPE) {
            (void)fprintf(stderr, "vitrine: the output could not be written\n");
        }
        return EXIT_FAILED;
    }
    return EXIT_DONE;
}
