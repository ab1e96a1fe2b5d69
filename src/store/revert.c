// SPDX-License-Identifier: Apache-2.0
// A new commit that takes another back (rule A3): every record it touched is again as it was before
// it.
#include "store/change_set.h"
#include "store/erasures.h"
#include "store/import.h"
#include "store/layers.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define REVERT_MEMORY ((size_t)256 << 20)
#define KEY_ROOM      (LIMIT_KEY_BYTES * 2)

struct side {
    struct table_walk *walk;
    string_view key;
    struct record_version version;
    bool more;
};

struct reverting {
    struct store *store;
    struct snapshot *base;
    struct change_set *changes;
    const struct uuid *table;
    uint32_t commit;
    struct commit_counts counts;
    uint64_t touched_later;
};

static status advance(struct side *side, struct error *e)
{
    return table_walk_next(side->walk, &side->key, &side->version, &side->more, e);
}

static status put_back(struct reverting *r, string_view key, const struct record_version *before,
                       const struct record_version *now, struct error *e)
{
    struct arena arena;
    struct buffer scratch;
    struct document document;
    struct sha256 source_hash;
    string_view layers = {0};
    bool corrected = false;
    struct segment *segment = snapshot_segment(r->base, before->segment);
    struct name_table *names = name_table_create();
    arena_init(&arena, 0);
    buffer_init(&scratch, LIMIT_RECORD_BYTES * 4);
    status result = names == NULL
                        ? error_set(e, ST_NO_MEMORY, "no memory to revert")
                        : segment_read_record(segment, before->row, &arena, names, &document, e);
    if (result == ST_OK) {
        result =
            segment_layers(segment, before->row, &corrected, &source_hash, &scratch, &layers, e);
    }
    struct sha256 hash = before->hash;
    if (result == ST_OK && snapshot_row_is_erased(r->base, r->table, key, before->from, &hash)) {
        struct buffer text;
        buffer_init(&text, LIMIT_RECORD_BYTES * 4);
        layers_hash(&document, names, &text, &hash); // of what is left
        result = buffer_check(&text, "a record to put back", e);
        buffer_release(&text);
    }
    if (result == ST_OK) {
        struct segment_row row = {
            .table = r->table,
            .key = key,
            .from = ROW_OWN_COMMIT,
            .until = ROW_OPEN,
            .document = &document,
            .hash = &hash,
            .source_hash = corrected ? &source_hash : NULL,
            .layers = corrected ? layers : SV(""),
        };
        result = change_set_put(r->changes, &row, &now, 1, names, e);
    }
    buffer_release(&scratch);
    arena_release(&arena);
    name_table_destroy(names);
    return result;
}

// Of one key: its version before the commit, right after it, and now; NULL where it did not stand.
static status revert_key(struct reverting *r, string_view key, const struct record_version *before,
                         const struct record_version *after, const struct record_version *now,
                         struct error *e)
{
    bool untouched = before != NULL && after != NULL && before->from == after->from;
    if (untouched || (before == NULL && after == NULL)) {
        return ST_OK;
    }
    bool same_since =
        (after == NULL) == (now == NULL) && (after == NULL || after->from == now->from);
    bool as_before = (before == NULL) == (now == NULL) &&
                     (before == NULL || sha256_equal(&before->hash, &now->hash));
    if (!same_since) {
        r->touched_later += !as_before; // what was put back since is what is asked for
        return ST_OK;
    }
    if (before == NULL) {
        r->counts.removed++;
        return change_set_remove(r->changes, now, e);
    }
    r->counts.changed += now != NULL;
    r->counts.added += now == NULL;
    return put_back(r, key, before, now, e);
}

// Merges the three walks by key.
static status merge_sides(struct reverting *r, struct side sides[3], struct error *e)
{
    char key_room[KEY_ROOM];
    for (;;) {
        const struct side *least = NULL;
        for (size_t i = 0; i < 3; i++) {
            if (sides[i].more && (least == NULL || sv_compare(sides[i].key, least->key) < 0)) {
                least = &sides[i];
            }
        }
        if (least == NULL) {
            return ST_OK;
        }
        string_view key = {key_room, MIN(least->key.length, sizeof key_room)};
        memcpy(key_room, least->key.bytes, key.length);
        const struct record_version *versions[3] = {NULL, NULL, NULL};
        struct record_version copies[3];
        for (size_t i = 0; i < 3; i++) {
            if (sides[i].more && sv_equal(sides[i].key, key)) {
                copies[i] = sides[i].version;
                versions[i] = &copies[i];
                TRY(advance(&sides[i], e));
            }
        }
        TRY(revert_key(r, key, versions[0], versions[1], versions[2], e));
    }
}

static status revert_table(struct reverting *r, struct error *e)
{
    uint32_t moments[3] = {r->commit - 1, r->commit, r->base->last_commit};
    struct side sides[3] = {0};
    status result = ST_OK;
    for (size_t i = 0; i < 3 && result == ST_OK; i++) {
        result =
            table_walk_create(r->base, &scope_metadata, r->table, moments[i], &sides[i].walk, e);
        if (result == ST_OK) {
            result = advance(&sides[i], e);
        }
    }
    if (result == ST_OK) {
        result = merge_sides(r, sides, e);
    }
    for (size_t i = 0; i < 3; i++) {
        table_walk_destroy(sides[i].walk);
    }
    return result;
}

static int by_table(const void *a, const void *b)
{
    return uuid_compare(&((const struct commit_counts *)a)->table,
                        &((const struct commit_counts *)b)->table);
}

// The tables that the commit touched, in order; the metadata table only where the commit was about
// metadata alone, so that taking back a dataset's first import does not take its description with
// it.
static size_t tables_to_revert(const struct commit *c, struct commit_counts *out)
{
    size_t count = 0;
    for (size_t i = 0; i < c->count_tables; i++) {
        bool metadata = uuid_compare(&c->counts[i].table, &metadata_table) == 0;
        if (!metadata || c->kind == COMMIT_METADATA || c->count_tables == 1) {
            out[count++] = (struct commit_counts){.table = c->counts[i].table};
        }
    }
    qsort(out, count, sizeof *out, by_table);
    return count;
}

static status publish(struct reverting *r, struct commit_counts *counts, size_t count,
                      const char *author, const char *message, uint32_t *new_commit,
                      struct error *e)
{
    if (r->touched_later > 0) {
        return error_set(e, ST_REFUSED,
                         "%" PRIu64 " of the records that commit %" PRIu32
                         " touched were changed again later; revert "
                         "the later commits first (vitrine log lists them)",
                         r->touched_later, r->commit);
    }
    if (change_set_is_empty(r->changes)) {
        return error_set(e, ST_UNCHANGED,
                         "the records that commit %" PRIu32
                         " touched are as they were before it: it was taken back already, or "
                         "changed none",
                         r->commit);
    }
    struct log_entry entry = {.commit = {.kind = COMMIT_REVERT,
                                         .author = sv_from(author == NULL ? "" : author),
                                         .message = sv_from(message == NULL ? "" : message)}};
    TRY(change_set_publish(r->changes, &entry, counts, count, 0, e));
    *new_commit = entry.commit.number;
    return ST_OK;
}

static status run(struct reverting *r, const char *author, const char *message,
                  uint32_t *new_commit, struct error *e)
{
    const struct commit *c = snapshot_commit(r->base, r->commit);
    if (c == NULL) {
        return error_set_field(e, ST_NOT_FOUND, "commit",
                               "there is no commit %" PRIu32 "; the last is %" PRIu32, r->commit,
                               r->base->last_commit);
    }
    struct commit_counts *counts = calloc(MAX(c->count_tables, (size_t)1), sizeof *counts);
    if (counts == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to revert");
    }
    size_t count = tables_to_revert(c, counts);
    status result = ST_OK;
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        r->table = &counts[i].table;
        r->counts = counts[i];
        result = revert_table(r, e);
        counts[i] = r->counts;
    }
    if (result == ST_OK) {
        result = publish(r, counts, count, author, message, new_commit, e);
    }
    free(counts);
    return result;
}

status store_revert(struct store *s, uint32_t commit, const char *author, const char *message,
                    uint32_t *new_commit, struct error *e)
{
    struct reverting r = {.store = s, .commit = commit};
    TRY(store_clean(s, e));
    TRY(store_snapshot(s, &r.base, e));
    status result = change_set_create(s, r.base, NULL, REVERT_MEMORY, &r.changes, e);
    if (result == ST_OK) {
        result = run(&r, author, message, new_commit, e);
    }
    change_set_destroy(r.changes);
    snapshot_release(r.base);
    return result;
}
