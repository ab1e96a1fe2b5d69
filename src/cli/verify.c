// SPDX-License-Identifier: Apache-2.0
// `vitrine verify`: is the store whole?
#include "cli/cli.h"

#include "base/file.h"
#include "store/store.h"

#include <inttypes.h>
#include <stdio.h>

struct faults {
    uint64_t count;
    struct buffer list; // JSON, comma-separated
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
        (void)printf("%s\n", sentence);
    }
    f->count++;
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
    buffer_init(&faults.list, (size_t)64 << 20);
    status result = path_join(path, sizeof path, option_data, "store", &e);
    if (result == ST_OK) {
        result = store_open(path, &store, &e);
    }
    if (result == ST_OK) {
        result = store_verify(store, tell, &faults, &e);
        store_close(store);
    }
    if (option_json && (result == ST_OK || faults.count > 0)) {
        (void)printf("{\"faults\":[" SV_FORMAT "]}\n", SV_ARGUMENT(buffer_view(&faults.list)));
    } else if (result == ST_OK) {
        (void)printf("the store is whole\n");
    }
    buffer_release(&faults.list);
    if (result != ST_OK) {
        (void)fprintf(stderr, "vitrine: %s\n", e.message);
    }
    return exit_code_of(result);
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
