// SPDX-License-Identifier: Apache-2.0
// The result digest over whole tables (docs/digest.md): SHA-256 over (table UUID, key, row hash) in
// default order.
#include "store/store_internal.h"

#include <stdlib.h>
#include <string.h>

static int by_uuid(const void *a, const void *b)
{
    return uuid_compare(a, b);
}

static status add_table(struct snapshot *s, const struct scope *scope, const struct uuid *table,
                        uint32_t commit, struct sha256_stream *stream, uint64_t *rows,
                        struct error *e)
{
    struct table_walk *walk = NULL;
    TRY(table_walk_create(s, scope, table, commit, &walk, e));
    status result = ST_OK;
    bool more = true;
    while (result == ST_OK && more) {
        string_view key = {0};
        struct record_version v;
        result = table_walk_next(walk, &key, &v, &more, e);
        if (result == ST_OK && more) {
            uint32_t length = (uint32_t)key.length;
            sha256_stream_add(stream, table->bytes, sizeof table->bytes);
            sha256_stream_add(stream, &length, sizeof length);
            sha256_stream_add(stream, key.bytes, key.length);
            sha256_stream_add(stream, v.hash.bytes, sizeof v.hash.bytes);
            (*rows)++;
        }
    }
    table_walk_destroy(walk);
    return result;
}

status snapshot_digest(struct snapshot *s, const struct scope *scope, const struct uuid *tables,
                       size_t count, uint32_t commit, struct sha256 *digest, uint64_t *rows,
                       struct error *e)
{
    struct sha256_stream *stream = sha256_stream_create();
    struct uuid *sorted = calloc(MAX(count, (size_t)1), sizeof *sorted);
    status result = stream == NULL || sorted == NULL
                        ? error_set(e, ST_NO_MEMORY, "no memory for a digest")
                        : ST_OK;
    if (result == ST_OK && count > 0) {
        memcpy(sorted, tables, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, by_uuid);
    }
    *rows = 0;
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        result = add_table(s, scope, &sorted[i], commit, stream, rows, e);
    }
    if (result == ST_OK) {
        sha256_stream_finish(stream, digest);
    }
    free(sorted);
    sha256_stream_destroy(stream);
    return result;
}
