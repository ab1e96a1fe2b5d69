// SPDX-License-Identifier: Apache-2.0
// Import, second phase, the far end: decoded rows are compared with what their source last sent,
// and put into the change set where they differ; what a deletion's rows say is kept (rule A5).
#include "store/import_internal.h"

#include "store/erasures.h"
#include "store/import_erased.h"
#include "store/removal_writer.h"

#include <stdlib.h>
#include <string.h>

struct import_putter {
    struct import *in;
    const struct import_batch *batch; // at hand
    // Rows on their way into the change set.
    struct arena arena; // of corrected records
    struct segment_row rows[IMPORT_BATCH_ITEMS];
    struct document shown[IMPORT_BATCH_ITEMS];
    struct sha256 shown_hashes[IMPORT_BATCH_ITEMS];
    const struct record_version *bases[IMPORT_BATCH_ITEMS];
    size_t row_count;
    struct removal_writer *removals; // of a deletion: what its rows say; else NULL
    struct buffer text;              // scratch
    struct buffer old_layers;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the import");
}

// --- rows of the change set ------------------------------------------------------------------

// The row of an item, to be filled further; its base is the old record when there is one.
static struct segment_row *add_row(struct import_putter *p, size_t item)
{
    const struct import_item *it = &p->batch->items[item];
    struct segment_row *row = &p->rows[p->row_count];
    *row = (struct segment_row){
        .table = &p->in->table->table,
        .key = it->key,
        .from = ROW_OWN_COMMIT,
        .until = ROW_OPEN,
        .document = &p->batch->documents[item],
        .hash = &p->batch->hashes[item],
    };
    p->bases[p->row_count++] = it->kind == ITEM_ADDED ? NULL : &it->old;
    return row;
}

// --- equality but for ignored fields ---------------------------------------------------------

static bool is_ignored(const struct import *in, uint32_t name)
{
    for (size_t i = 0; i < in->ignored_count; i++) {
        if (in->ignored[i] == name) {
            return true;
        }
    }
    return false;
}

// The document without the fields of --ignore, for comparing (rule A4).
static status without_ignored(const struct import *in, const struct document *d,
                              struct arena *arena, struct document *out, struct error *e)
{
    struct node *nodes = arena_array(arena, struct node, d->count);
    if (nodes == NULL) {
        return no_memory(e);
    }
    size_t count = 1;
    for (size_t i = 1; i < d->count;) {
        size_t size = (size_t)d->nodes[i].descendants + 1;
        if (!is_ignored(in, d->nodes[i].name)) {
            memcpy(nodes + count, d->nodes + i, size * sizeof *nodes);
            count += size;
        }
        i += size;
    }
    nodes[0] = d->nodes[0];
    nodes[0].descendants = (uint32_t)(count - 1);
    *out = (struct document){nodes, count};
    return ST_OK;
}

static status equal_but_ignored(struct import_putter *p, const struct document *new_source,
                                const struct document *old_source, bool *equal, struct error *e)
{
    struct import *in = p->in;
    struct arena arena;
    struct document trimmed;
    struct sha256 hashes[2];
    const struct document *const sides[2] = {new_source, old_source};
    arena_init(&arena, 0);
    status result = ST_OK;
    for (size_t i = 0; i < 2 && result == ST_OK; i++) {
        result = without_ignored(in, sides[i], &arena, &trimmed, e);
        if (result == ST_OK) {
            layers_hash(&trimmed, in->source->names, &p->text, &hashes[i]);
        }
    }
    arena_release(&arena);
    *equal = result == ST_OK && sha256_equal(&hashes[0], &hashes[1]);
    return result;
}

// --- the three cases -------------------------------------------------------------------------

// A source row for a corrected record: corrections stay over the new source; clashes are counted.
static status change_corrected(struct import_putter *p, size_t item, const struct layers *old,
                               struct error *e)
{
    const struct name_table *names = p->in->source->names;
    size_t at = p->row_count;
    struct segment_row *row = add_row(p, item);
    struct layers layers = {.source = p->batch->documents[item], .corrections = old->corrections};
    TRY(layers_show(&layers, &p->arena, &p->shown[at], e));
    layers_hash(&p->shown[at], names, &p->text, &p->shown_hashes[at]);
    p->in->result->counts.clashes += layers_clashes(old, &p->batch->documents[item], names);
    buffer_clear(&p->text);
    layers_write(&layers, names, &p->text);
    TRY(buffer_check(&p->text, "a corrected record", e));
    row->document = &p->shown[at];
    row->hash = &p->shown_hashes[at];
    row->source_hash = &p->batch->hashes[item];
    row->layers = arena_copy(&p->arena, buffer_view(&p->text));
    return row->layers.bytes == NULL ? no_memory(e) : ST_OK;
}

// Reads what the source last sent for the old record, and its corrections if any. Adds names.
static status read_old(struct import_putter *p, const struct record_version *old, bool corrected,
                       string_view layers_json, struct layers *out, struct error *e)
{
    struct import *in = p->in;
    *out = (struct layers){0};
    import_lock_names(in);
    status result = corrected
                        ? layers_read(layers_json, in->source->names, &p->arena, out, e)
                        : segment_read_record(snapshot_segment(in->base, old->segment), old->row,
                                              &p->arena, in->source->names, &out->source, e);
    import_unlock_names(in);
    return result;
}

static status compare_item(struct import_putter *p, size_t item, struct error *e)
{
    struct import *in = p->in;
    const struct record_version *old = &p->batch->items[item].old;
    struct sha256 old_hash = old->hash;
    string_view layers_json = {0};
    struct layers layers = {0};
    bool corrected = false;
    TRY(segment_layers(snapshot_segment(in->base, old->segment), old->row, &corrected, &old_hash,
                       &p->old_layers, &layers_json, e));
    bool equal = sha256_equal(&p->batch->hashes[item], corrected ? &old_hash : &old->hash);
    if (!equal && (corrected || in->ignored_count > 0)) {
        TRY(read_old(p, old, corrected, layers_json, &layers, e));
    }
    if (!equal && in->ignored_count > 0) {
        TRY(equal_but_ignored(p, &p->batch->documents[item], &layers.source, &equal, e));
    }
    if (equal && in->options->allow_erased) {
        // What the source sent is what it sent before, but not what is there.
        struct sha256 hash;
        equal = !snapshot_row_is_erased(in->base, &in->table->table, p->batch->items[item].key,
                                        old->from, &hash);
    }
    if (equal) {
        in->result->counts.unchanged++;
        return ST_OK;
    }
    bool refused = false;
    TRY(import_refuses_erased(in, p->batch->items[item].key, &p->batch->documents[item], &refused,
                              e));
    if (refused) {
        return ST_OK;
    }
    in->result->counts.changed++;
    if (corrected) {
        return change_corrected(p, item, &layers, e);
    }
    (void)add_row(p, item);
    return ST_OK;
}

static status remove_item(struct import_putter *p, size_t item, struct error *e)
{
    struct import *in = p->in;
    const struct import_item *it = &p->batch->items[item];
    in->result->counts.removed++;
    if (p->removals != NULL) {
        TRY(removal_writer_add(p->removals, it->key, &p->batch->documents[item], in->source->names,
                               e));
    }
    return change_set_remove(in->changes, &it->old, e);
}

static status put_item(struct import_putter *p, size_t item, struct error *e)
{
    struct import *in = p->in;
    bool refused = false;
    switch (p->batch->items[item].kind) {
    case ITEM_ADDED:
        TRY(import_refuses_erased(in, p->batch->items[item].key, &p->batch->documents[item],
                                  &refused, e));
        if (refused) {
            return ST_OK;
        }
        in->result->counts.added++;
        (void)add_row(p, item);
        return ST_OK;
    case ITEM_COMPARED:
        return compare_item(p, item, e);
    case ITEM_REMOVED:
        return remove_item(p, item, e);
    }
    return ST_OK;
}

status import_putter_put(struct import_putter *p, const struct import_batch *batch, struct error *e)
{
    p->batch = batch;
    p->row_count = 0;
    arena_reset(&p->arena);
    for (size_t i = 0; i < batch->count; i++) {
        TRY(put_item(p, i, e));
    }
    TRY(change_set_put(p->in->changes, p->rows, p->bases, p->row_count, p->in->source->names, e));
    return p->removals == NULL ? ST_OK : removal_writer_put(p->removals, p->in->changes, e);
}

status import_putter_create(struct import *in, struct import_putter **out, struct error *e)
{
    struct import_putter *p = calloc(1, sizeof *p);
    if (p == NULL) {
        return no_memory(e);
    }
    p->in = in;
    arena_init(&p->arena, 0);
    buffer_init(&p->text, LIMIT_RECORD_BYTES * 4);
    buffer_init(&p->old_layers, LIMIT_RECORD_BYTES * 4);
    status result = in->options->mode == IMPORT_DELETE
                        ? removal_writer_create(in->base, &in->table->table, &p->removals, e)
                        : ST_OK;
    if (result != ST_OK) {
        import_putter_destroy(p);
        return result;
    }
    *out = p;
    return ST_OK;
}

void import_putter_destroy(struct import_putter *p)
{
    if (p == NULL) {
        return;
    }
    removal_writer_destroy(p->removals);
    arena_release(&p->arena);
    buffer_release(&p->text);
    buffer_release(&p->old_layers);
    free(p);
}
