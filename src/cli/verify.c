// SPDX-License-Identifier: Apache-2.0
// `vitrine verify`: is the store whole?
#include "cli/cli.h"

#include "base/file.h"
#include "portal/portal.h"
#include "query/area_sets.h"
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

static status verify_areas(const char *folder, struct store *store, struct faults *faults,
                           struct error *e)
{
    char path[PATH_SIZE];
    struct snapshot *snapshot = NULL;
    uint64_t lost = 0;
    TRY(path_join(path, sizeof path, folder, "areas", e));
    TRY(store_snapshot(store, &snapshot, e));
    status result = area_sets_verify(path, snapshot, tell, faults, &lost, e);
    snapshot_release(snapshot);
    return result;
}

// The store, and the files of areas that it names.
static status verify(const char *folder, struct faults *faults, struct error *e)
{
    char path[PATH_SIZE];
    struct store *store = NULL;
    TRY(path_join(path, sizeof path, folder, "store", e));
    TRY(store_open(path, &store, e));
    status result = store_verify(store, tell, faults, e);
    if (result == ST_OK || faults->count > 0) {
        result = verify_areas(folder, store, faults, e);
    }
    store_close(store);
    if (result == ST_OK && faults->count > 0) {
        result = error_set(e, ST_CORRUPT, "%" PRIu64 " faults were found", faults->count);
    }
    return result;
}

static int run(const struct command *c, int count, char **arguments)
{
    (void)c;
    (void)count;
    (void)arguments;
    struct error e = {0};
    struct faults faults = {0};
    buffer_init(&faults.list, LIST_ROOM);
    status result = portal_check_folder(option_data, &e);
    if (result == ST_OK) {
        result = verify(option_data, &faults, &e);
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
                   "versions whose lives overlap, every record against its hash, and the files of "
                   "all\nversions of sets of areas. Exit code 1 when there is a fault.",
    .examples = "  vitrine verify --data /srv/portal",
    .run = run,
};
