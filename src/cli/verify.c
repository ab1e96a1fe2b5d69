// SPDX-License-Identifier: Apache-2.0
// `vitrine verify`: is the store whole?
#include "cli/cli.h"

#include "base/file.h"
#include "store/store.h"

#include <inttypes.h>

#define LIST_ROOM ((size_t)64 << 20)

struct faults {
    uint64_t count;
    bool unwritten;
    struct buffer list; // JSON, comma-separated; without --json the sentence at hand
};

static void tell(void *argument, const char *sentence)
{
    struct faults *f = argument;
    if (option_json) {
        if (f->count > 0) {
            buffer_append_byte(&f->list, ',');
        }
        print_json_string(&f->list, sv_from(sentence));
    } else {
        buffer_clear(&f->list);
        buffer_print(&f->list, "%s\n", sentence);
        f->unwritten = f->unwritten || command_print(&f->list) != EXIT_DONE;
    }
    f->count++;
}

// What is left to print after the last fault.
static int print_end(const struct faults *f)
{
    struct buffer b;
    buffer_init(&b, LIST_ROOM + 64);
    if (option_json) {
        buffer_append_view(&b, SV("{\"faults\":["));
        buffer_append_view(&b, buffer_view(&f->list));
        buffer_append_view(&b, SV("]}\n"));
    } else if (f->count == 0) {
        buffer_append_view(&b, SV("the store is whole\n"));
    }
    int code = f->unwritten ? EXIT_FAILED : command_print(&b);
    buffer_release(&b);
    return code;
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    (void)count;
    (void)arguments;
    struct error e = {0};
    struct store *store = NULL;
    struct faults faults = {0};
    char path[PATH_SIZE];
    buffer_init(&faults.list, LIST_ROOM);
    status result = path_join(path, sizeof path, option_data, "store", &e);
    if (result == ST_OK) {
        result = store_open(path, &store, &e);
    }
    if (result == ST_OK) {
        result = store_verify(store, tell, &faults, &e);
        store_close(store);
    }
    int code = result == ST_OK || faults.count > 0 ? print_end(&faults) : EXIT_DONE;
    if (result != ST_OK) {
        // With --json the faults are the answer: they are not followed by a second object.
        option_json = option_json && faults.count == 0;
        code = command_fail(result, &e);
    }
    buffer_release(&faults.list);
    return code;
}

const struct command command_verify = {
    .name = "verify",
    .summary = "check every checksum and cross-reference of the store",
    .arguments = "",
    .description = "Reads everything and says what is wrong where: manifest, log, segments, "
                   "closings, the order of keys,\n"
                   "versions whose lives overlap, and every record against its hash. Exit code 1 "
                   "when there is a fault.",
    .examples = "  vitrine verify --data /srv/portal",
    .run = run,
};
