// SPDX-License-Identifier: Apache-2.0
// One record corrected: its corrections change, its source stays (DESIGN.md, Record).
#include "store/change_set.h"
#include "store/import.h"
#include "store/layers.h"
#include "store/merge.h"

#include <string.h>

#define CORRECTION_MEMORY ((size_t)64 << 20)

struct correction {
    struct snapshot *base;
    const struct uuid *table;
    string_view key;
    struct record_version old;
    struct arena arena;
    struct name_table *names;
    struct buffer text;
};

// The record as it stands: its layers, the source being what is shown while nobody corrected it.
static status read_layers(struct correction *c, struct layers *out, struct error *e)
{
    struct segment *segment = snapshot_segment(c->base, c->old.segment);
    struct sha256 source_hash;
    string_view json = {0};
    bool corrected = false;
    TRY(segment_layers(segment, c->old.row, &corrected, &source_hash, &c->text, &json, e));
    if (corrected) {
        return layers_read(json, c->names, &c->arena, out, e);
    }
    static const struct node empty = {.name = NO_NAME, .kind = NODE_OBJECT};
    *out = (struct layers){.corrections = {&empty, 1}};
    return segment_read_record(segment, c->old.row, &c->arena, c->names, &out->source, e);
}

// Of what the record shows, which is not the row's hash once a part of it was erased.
static status hash_shown(struct correction *c, const struct layers *layers, struct sha256 *out,
                         struct error *e)
{
    struct document shown;
    TRY(layers_show(layers, &c->arena, &shown, e));
    layers_hash(&shown, c->names, &c->text, out);
    return ST_OK;
}

static status put_corrected(struct correction *c, const struct layers *layers,
                            const struct sha256 *before, struct change_set *changes,
                            struct error *e)
{
    struct document shown;
    struct sha256 hash;
    struct sha256 source_hash;
    TRY(layers_show(layers, &c->arena, &shown, e));
    layers_hash(&shown, c->names, &c->text, &hash);
    layers_hash(&layers->source, c->names, &c->text, &source_hash);
    if (sha256_equal(&hash, &c->old.hash) || sha256_equal(&hash, before)) {
        return ST_UNCHANGED;
    }
    buffer_clear(&c->text);
    layers_write(layers, c->names, &c->text);
    TRY(buffer_check(&c->text, "a corrected record", e));
    bool none_left = layers->corrections.count == 1;
    struct segment_row row = {
        .table = c->table,
        .key = c->key,
        .from = ROW_OWN_COMMIT,
        .until = ROW_OPEN,
        .document = &shown,
        .hash = &hash,
        .source_hash = none_left ? NULL : &source_hash,
        .layers = none_left ? SV("") : buffer_view(&c->text),
    };
    const struct record_version *old = &c->old;
    return change_set_put(changes, &row, &old, 1, c->names, e);
}

static status correct(struct store *s, struct correction *c, string_view corrections,
                      const char *author, const char *message, uint32_t *commit, struct error *e)
{
    struct layers layers;
    struct document changes_asked;
    struct sha256 before;
    struct change_set *changes = NULL;
    TRY(snapshot_record(c->base, &scope_public, c->table, c->key, c->base->last_commit, &c->old,
                        e));
    TRY(layers_parse_object(corrections, "the correction", c->names, &c->arena, &changes_asked, e));
    TRY(read_layers(c, &layers, e));
    TRY(hash_shown(c, &layers, &before, e));
    TRY(layers_correct(&layers.corrections, &changes_asked, &c->arena, &layers.corrections, e));
    TRY(change_set_create(s, c->base, NULL, CORRECTION_MEMORY, &changes, e));
    change_set_refuse_newer(changes);
    status result = put_corrected(c, &layers, &before, changes, e);
    if (result == ST_OK) {
        struct commit_counts counts = {.table = *c->table, .changed = 1};
        struct log_entry entry = {.commit = {.kind = COMMIT_CORRECTION,
                                             .author = sv_from(author == NULL ? "" : author),
                                             .message = sv_from(message == NULL ? "" : message)}};
        result = change_set_publish(changes, &entry, &counts, 1, 0, e);
        *commit = entry.commit.number;
    }
    change_set_destroy(changes);
    return result;
}

static status correct_once(struct store *s, const struct uuid *table, string_view key,
                           string_view corrections, const char *author, const char *message,
                           uint32_t *commit, struct error *e)
{
    struct correction c = {.table = table, .key = key};
    arena_init(&c.arena, 0);
    buffer_init(&c.text, LIMIT_RECORD_BYTES * 4);
    c.names = name_table_create();
    status result = c.names == NULL ? error_set(e, ST_NO_MEMORY, "no memory for a correction")
                                    : store_snapshot(s, &c.base, e);
    if (result == ST_OK) {
        result = correct(s, &c, corrections, author, message, commit, e);
    }
    snapshot_release(c.base);
    name_table_destroy(c.names);
    buffer_release(&c.text);
    arena_release(&c.arena);
    return result;
}

// Another writer may change the same record while a correction is prepared; then it is made again
// on what stands now.
#define MOST_TRIES 50

status store_correct(struct store *s, const struct uuid *table, string_view key,
                     string_view corrections, const char *author, const char *message,
                     uint32_t *commit, struct error *e)
{
    for (int tries = 0; tries < MOST_TRIES; tries++) {
        status result = correct_once(s, table, key, corrections, author, message, commit, e);
        if (result == ST_OK) {
            store_merge_tiny(s);
        }
        if (result != ST_CONFLICT) {
            return result;
        }
    }
    return error_set(e, ST_CONFLICT, "others kept changing the record '" SV_FORMAT "'; try again",
                     SV_ARGUMENT(key));
}
