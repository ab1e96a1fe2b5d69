// SPDX-License-Identifier: Apache-2.0
// Metadata records: compared, put, and committed alone.
#include "store/metadata_rows.h"

#include "store/layers.h"

#include <stdlib.h>
#include <string.h>

static int by_key(const void *a, const void *b)
{
    return sv_compare(((const struct metadata_change *)a)->key,
                      ((const struct metadata_change *)b)->key);
}

static status find_change(struct metadata_changes *m, struct snapshot *base,
                          const struct metadata_record *record, struct buffer *text,
                          struct error *e)
{
    struct metadata_change change = {.key = record->key, .removed = record->json.length == 0};
    struct error absent = {0};
    status found = snapshot_record(base, &scope_metadata, &metadata_table, record->key,
                                   base->last_commit, &change.old, &absent);
    if (found != ST_OK && found != ST_NOT_FOUND && found != ST_GONE) {
        return error_set(e, found, "%s", absent.message);
    }
    change.had_old = found == ST_OK;
    if (!change.removed) {
        TRY(layers_parse_object(record->json, "a metadata record", m->names, &m->arena,
                                &change.document, e));
        layers_hash(&change.document, m->names, text, &change.hash);
    }
    bool same = change.removed ? !change.had_old
                               : change.had_old && sha256_equal(&change.hash, &change.old.hash);
    if (same) {
        return ST_OK;
    }
    m->counts.removed += change.removed;
    m->counts.changed += !change.removed && change.had_old;
    m->counts.added += !change.removed && !change.had_old;
    m->following += record->with_rows;
    m->changes[m->count++] = change;
    return ST_OK;
}

status metadata_changes_find(struct metadata_changes *m, struct snapshot *base,
                             const struct metadata_record *records, size_t count, struct error *e)
{
    *m = (struct metadata_changes){.counts.table = metadata_table, .started = true};
    arena_init(&m->arena, 0);
    m->names = name_table_create();
    m->changes = arena_array(&m->arena, struct metadata_change, count);
    if (m->names == NULL || m->changes == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for metadata");
    }
    struct buffer text;
    buffer_init(&text, LIMIT_RECORD_BYTES * 3);
    status result = ST_OK;
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        result = find_change(m, base, &records[i], &text, e);
    }
    buffer_release(&text);
    if (m->count > 1) {
        qsort(m->changes, m->count, sizeof *m->changes, by_key);
    }
    return result;
}

status metadata_changes_put(struct metadata_changes *m, struct change_set *c, struct error *e)
{
    for (size_t i = 0; i < m->count; i++) {
        const struct metadata_change *change = &m->changes[i];
        const struct record_version *old = change->had_old ? &change->old : NULL;
        if (change->removed) {
            TRY(change_set_remove(c, old, e));
            continue;
        }
        struct segment_row row = {
            .table = &metadata_table,
            .key = change->key,
            .from = ROW_OWN_COMMIT,
            .until = ROW_OPEN,
            .document = &change->document,
            .hash = &change->hash,
        };
        TRY(change_set_put(c, &row, &old, 1, m->names, e));
    }
    return ST_OK;
}

void metadata_changes_release(struct metadata_changes *m)
{
    if (m->started) {
        name_table_destroy(m->names);
        arena_release(&m->arena);
    }
    *m = (struct metadata_changes){0};
}

static status publish_alone(struct change_set *changes, struct metadata_changes *m,
                            const struct import_table *new_tables, size_t new_table_count,
                            const char *author, const char *message, moment at, uint32_t *commit,
                            struct error *e)
{
    struct store_table *create = arena_array(&m->arena, struct store_table, new_table_count);
    if (create == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for metadata");
    }
    for (size_t i = 0; i < new_table_count; i++) {
        create[i] = (struct store_table){
            .table = new_tables[i].table,
            .dataset = new_tables[i].dataset,
            .slug = new_tables[i].slug,
            .dataset_slug = new_tables[i].dataset_slug,
        };
    }
    struct log_entry entry = {
        .commit = {.kind = COMMIT_METADATA,
                   .author = sv_from(author == NULL ? "" : author),
                   .message = sv_from(message == NULL ? "" : message)},
        .create = create,
        .create_count = new_table_count,
    };
    TRY(metadata_changes_put(m, changes, e));
    TRY(change_set_publish(changes, &entry, &m->counts, 1, at, e));
    *commit = entry.commit.number;
    return ST_OK;
}

#define METADATA_MEMORY ((size_t)64 << 20)

status store_write_metadata(struct store *s, const struct metadata_record *records, size_t count,
                            const struct import_table *new_tables, size_t new_table_count,
                            const char *author, const char *message, moment at, uint32_t *commit,
                            struct error *e)
{
    struct snapshot *base = NULL;
    struct change_set *changes = NULL;
    struct metadata_changes m = {0};
    status result = ST_OK;
    TRY(store_clean(s, e));
    TRY(store_snapshot(s, &base, e));
    TRY_OUT(metadata_changes_find(&m, base, records, count, e));
    if (m.count == 0 && new_table_count == 0) {
        result = ST_UNCHANGED;
        goto out;
    }
    TRY_OUT(change_set_create(s, base, NULL, METADATA_MEMORY, &changes, e));
    result =
        publish_alone(changes, &m, new_tables, new_table_count, author, message, at, commit, e);
out:
    change_set_destroy(changes);
    metadata_changes_release(&m);
    snapshot_release(base);
    return result;
}
