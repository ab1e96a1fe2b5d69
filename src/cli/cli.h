// SPDX-License-Identifier: Apache-2.0
// What the subcommands share: options told once (parsing, help and completion come from the same
// list), output, exit codes. Must not know: what a subcommand does.
#pragma once

#include "base/buffer.h"
#include "base/status.h"
#include "base/string_view.h"

// Exit codes, as the manual lists them.
enum exit_code {
    EXIT_DONE = 0,
    EXIT_FAILED = 1,
    EXIT_USAGE = 2,
    EXIT_BAD_INPUT = 3,
    EXIT_UNCHANGED = 4
};

enum option_kind { OPTION_FLAG, OPTION_TEXT, OPTION_LIST, OPTION_NUMBER };

#define OPTION_LIST_LENGTH 64
struct option_list {
    const char *values[OPTION_LIST_LENGTH];
    size_t count;
};

struct option {
    const char *name; // without "--"
    enum option_kind kind;
    void *target;           // bool, const char *, struct option_list, int64_t
    const char *value_name; // for help; NULL for flags. Completion offers files for FILE, folders
                            // for DIR
    const char *help;       // one line
};

struct command {
    const char *name;
    const char *summary;      // one line
    const char *arguments;    // "FILE|FOLDER..." or ""
    const char *words;        // what an argument may be, for completion: words separated by blanks,
                              // "FILE" for any file, or NULL
    const char *before_files; // the word behind which files follow, or NULL
    const char *description;  // a paragraph
    const char *examples;     // lines
    const struct option *options;
    size_t option_count;
    size_t least_arguments;
    size_t most_arguments;
    int (*run)(const struct command *c, int argument_count, char **arguments);
};

// Options that every subcommand has.
extern const char *option_data; // --data DIR, else $VITRINE_DATA, else ./vitrine-data
extern bool option_json;        // --json
extern const struct option common_options[];
extern const size_t common_option_count;

extern const struct command *const commands[];
extern const size_t command_count;

// Parses `arguments` by the command's options; what is left goes to the front of `arguments`, its
// number into *rest. Prints help for --help and usage for mistakes; then *exit_with is set and
// false is returned.
bool command_parse(const struct command *c, int count, char **arguments, int *rest, int *exit_with);
// A subcommand by its name, or NULL: then the sentence for standard error is printed.
const struct command *command_find(const char *name);
void command_help(const struct command *c);

// Prints an error (as a problem in JSON with --json) and gives the exit code of the status.
int command_fail(status result, const struct error *e);
// As command_fail; `members` are more members of the JSON object, each after a comma.
int command_fail_with(status result, const struct error *e, string_view members);
int exit_code_of(status result);
// Standard output, checked: EXIT_FAILED when it could not be written, which is told unless the
// reader has gone away (a broken pipe).
int command_print(const struct buffer *b);
// What most subcommands do: `work` writes the answer, which is printed whole, or the error is told.
// An answer beside ST_UNCHANGED is printed too.
typedef status command_work(int count, char **arguments, struct buffer *out, struct error *e);
int command_answer(command_work *work, int count, char **arguments);
// Appends a JSON string; bytes that are no UTF-8 become U+FFFD.
void print_json_string(struct buffer *b, string_view text);

// ST_NOT_FOUND, with what to do, when --data names no data folder.
NODISCARD status command_check_folder(struct error *e);

// Who commits: the one told, else $USER, else "vitrine".
const char *command_author(const char *told);

// A progress line on standard error, when that is a terminal.
struct progress_bar {
    bool shown;
    const char *phase;
    uint64_t started; // when the phase was told of first, and how far it was then
    uint64_t first_rows;
    uint64_t first_done;
    uint64_t last; // line, or the start of the phase
};
void progress_start(struct progress_bar *p);
// `phase` is a literal; speed and time left are its own. `total` 0: not known, and no bar.
void progress_show(struct progress_bar *p, const char *phase, uint64_t rows, uint64_t done,
                   uint64_t total);
void progress_end(struct progress_bar *p);

extern const struct command command_init, command_dataset, command_ingest, command_replay,
    command_revert, command_correct, command_erase, command_search, command_digest, command_lists,
    command_areas, command_literature, command_media, command_files, command_identifiers,
    command_show, command_log, command_diff, command_verify, command_usage, command_report,
    command_serve, command_version, command_completion;
