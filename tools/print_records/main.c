// SPDX-License-Identifier: Apache-2.0
// Prints every record of a table at each commit asked, for tests: `print-records STORE TABLE-SLUG
// COMMIT...`. Lines are COMMIT, key as a JSON string, canonical record, separated by tabs. Must not
// know: queries.
#include "formats/json_write.h"
#include "store/store.h"

#include <inttypes.h>
#include <stdio.h>

static status print_commit(struct snapshot *s, const struct store_table *table, uint32_t commit,
                           struct error *e)
{
    struct table_walk *walk = NULL;
    struct buffer line;
    TRY(table_walk_create(s, &scope_public, &table->table, commit, &walk, e));
    buffer_init(&line, (size_t)256 << 20);
    status result = ST_OK;
    bool more = true;
    while (result == ST_OK && more) {
        string_view key = {0};
        struct record_version v;
        result = table_walk_next(walk, &key, &v, &more, e);
        if (result != ST_OK || !more) {
            break;
        }
        buffer_clear(&line);
        buffer_print(&line, "%" PRIu32 "\t", commit);
        json_write_string(&line, key);
        buffer_append_byte(&line, '\t');
        result = snapshot_write_record(s, &v, true, &line, e);
        buffer_append_byte(&line, '\n');
        (void)fwrite(line.bytes, 1, line.length, stdout);
    }
    buffer_release(&line);
    table_walk_destroy(walk);
    return result;
}

static status run(int argc, char **argv, struct error *e)
{
    struct store *store = NULL;
    struct snapshot *s = NULL;
    TRY(store_open(argv[1], &store, e));
    status result = store_snapshot(store, &s, e);
    const struct store_table *table =
        result == ST_OK ? snapshot_table_by_slug(s, sv_from(argv[2])) : NULL;
    if (result == ST_OK && table == NULL) {
        result = error_set(e, ST_NOT_FOUND, "there is no table %s", argv[2]);
    }
    for (int i = 3; i < argc && result == ST_OK; i++) {
        uint64_t commit = 0;
        if (!sv_to_uint64(sv_from(argv[i]), &commit) || commit > UINT32_MAX) {
            result = error_set(e, ST_INVALID, "%s is no commit", argv[i]);
        } else {
            result = print_commit(s, table, (uint32_t)commit, e);
        }
    }
    snapshot_release(s);
    store_close(store);
    return result;
}

int main(int argc, char **argv)
{
    struct error e = {0};
    if (argc < 4) {
        (void)fprintf(stderr, "usage: print-records STORE TABLE COMMIT...\n");
        return 2;
    }
    if (run(argc, argv, &e) != ST_OK) {
        (void)fprintf(stderr, "print-records: %s\n", e.message);
        return 1;
    }
    return 0;
}
