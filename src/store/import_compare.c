// SPDX-License-Identifier: Apache-2.0
// Import, second phase: the sorted rows against the table's records, both in key order; what
// differs becomes rows and closings.
#include "store/import_internal.h"

#include "base/conveyor.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define BATCHES                 3
#define BATCH_ROWS              512
#define BATCH_BYTES             ((size_t)8 << 20)
#define ROWS_BETWEEN_TELLINGS   8192
#define REMOVED_PER_HUNDRED     5
#define SHARED_KEYS_PER_HUNDRED 1

// Rows on their way into the change set.
struct batch {
    struct arena arena; // keys, payloads, nodes and layers of the rows
    struct segment_row rows[BATCH_ROWS];
    struct document documents[BATCH_ROWS];
    struct sha256 hashes[BATCH_ROWS];
    struct sha256 source_hashes[BATCH_ROWS];
    struct record_version bases[BATCH_ROWS];
    const struct record_version *base_of[BATCH_ROWS];
    size_t count;
};

struct comparison {
    struct import *in;
    // Batches are put into the change set by a thread while the next ones are filled.
    struct conveyor *conveyor;
    struct batch *batches[BATCHES];
    struct table_walk *walk;
    bool have_old; // the walk stands on a record
    string_view old_key;
    struct record_version old;
    // The sorted row at hand, and the one behind it.
    bool have_new;
    bool new_is_bad;         // only the key of a bad row, to keep its record
    string_view new_key;     // in key_text
    string_view new_payload; // in payload_text
    struct buffer key_text;
    struct buffer payload_text;
    bool have_ahead;
    string_view ahead_key; // views into the sorter
    string_view ahead_payload;
    uint64_t content_copies; // of the content key at hand
    struct buffer content_key;
    struct row_nodes nodes;
    struct batch *batch;
    uint64_t seen;
};

static status next_old(struct comparison *c, struct error *e)
{
    return table_walk_next(c->walk, &c->old_key, &c->old, &c->have_old, e);
}

// Passes over the old records before the row at hand, which stay as they are.
static status skip_old(struct comparison *c, struct error *e)
{
    if (!c->have_new) {
        c->have_old = false;
        return ST_OK;
    }
    TRY(table_walk_seek(c->walk, c->new_key, e));
    return next_old(c, e);
}

static status next_ahead(struct comparison *c, struct error *e)
{
    return sorter_next(c->in->sorter, &c->ahead_key, &c->ahead_payload, &c->have_ahead, e);
}

static status keep_row(struct comparison *c, struct error *e)
{
    buffer_clear(&c->key_text);
    buffer_clear(&c->payload_text);
    buffer_append_view(&c->key_text, c->ahead_key);
    buffer_append_view(&c->payload_text, c->ahead_payload);
    TRY(buffer_check(&c->payload_text, "a record", e));
    c->new_key = buffer_view(&c->key_text);
    c->new_payload = buffer_view(&c->payload_text);
    c->new_is_bad = c->new_payload.length == 0;
    c->have_new = true;
    return next_ahead(c, e);
}

static void report_duplicate(struct comparison *c)
{
    uint64_t line = 0;
    string_view payload = c->new_payload;
    if (!varint_read(&payload, &line)) {
        line = 0;
    }
    struct row_problem problem = {
        .file = c->in->options->source_name == NULL ? "" : c->in->options->source_name,
        .line = line,
        .field = c->in->key_field,
        .reason = SV("a later row has the same key; the later one was taken"),
        .key = c->new_key,
        .key_readable = true,
    };
    c->in->result->duplicate_keys++;
    row_report_add(c->in->report, &problem);
}

// Equal rows with content keys are told apart by a count: the second is HASH-2.
static status next_content_row(struct comparison *c, struct error *e)
{
    bool repeated = c->have_new && sv_equal(c->ahead_key, buffer_view(&c->content_key));
    c->content_copies = repeated ? c->content_copies + 1 : 1;
    buffer_clear(&c->content_key);
    buffer_append_view(&c->content_key, c->ahead_key);
    TRY(keep_row(c, e));
    if (repeated) {
        buffer_print(&c->key_text, "-%" PRIu64, c->content_copies);
        c->new_key = buffer_view(&c->key_text);
    }
    return ST_OK;
}

// The next key of the source with its last row; earlier rows of the same key go into the report.
static status next_new(struct comparison *c, struct error *e)
{
    if (!c->have_ahead) {
        c->have_new = false;
        return ST_OK;
    }
    if (sv_equal(c->in->key_field, SV(CONTENT_KEY))) {
        return next_content_row(c, e);
    }
    TRY(keep_row(c, e));
    uint64_t sharing = 0;
    while (c->have_ahead && sv_equal(c->ahead_key, c->new_key)) {
        if (c->ahead_payload.length == 0) {
            TRY(next_ahead(c, e)); // a bad row beside a good one
            continue;
        }
        if (!c->new_is_bad) {
            report_duplicate(c);
            sharing = sharing == 0 ? 2 : sharing + 1;
        }
        TRY(keep_row(c, e));
    }
    c->in->shared_key_rows += sharing;
    return ST_OK;
}

// --- rows of the change set ------------------------------------------------------------------

static status put_batch(void *argument, size_t place, struct error *e)
{
    struct comparison *c = argument;
    const struct batch *b = c->batches[place];
    return change_set_put(c->in->changes, b->rows, b->base_of, b->count, c->in->source->names, e);
}

// Takes the next batch to fill.
static status take_batch(struct comparison *c, struct error *e)
{
    size_t place = 0;
    TRY(conveyor_take(c->conveyor, &place, e));
    c->batch = c->batches[place];
    c->batch->count = 0;
    arena_reset(&c->batch->arena);
    return ST_OK;
}

// Until what was sent is in the change set. Call before anything that adds names or uses the change
// set.
static status wait_for_batches(struct comparison *c, struct error *e)
{
    return conveyor_drain(c->conveyor, e);
}

static status flush(struct comparison *c, struct error *e)
{
    if (c->batch->count == 0) {
        arena_reset(&c->batch->arena);
        return ST_OK;
    }
    conveyor_send(c->conveyor);
    return take_batch(c, e);
}

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the import");
}

// Copies a decoded document whose texts lie in `payload` (already copied into the arena).
static status put(struct comparison *c, const struct document *shown, const struct sha256 *hash,
                  const struct sha256 *source_hash, string_view layers,
                  const struct record_version *base, struct error *e)
{
    struct batch *b = c->batch;
    size_t i = b->count;
    b->hashes[i] = *hash;
    b->documents[i] = *shown;
    b->rows[i] = (struct segment_row){
        .table = &c->in->table->table,
        .key = arena_copy(&b->arena, c->new_key),
        .from = ROW_OWN_COMMIT,
        .until = ROW_OPEN,
        .document = &b->documents[i],
        .hash = &b->hashes[i],
        .layers = layers,
    };
    if (b->rows[i].key.bytes == NULL) {
        return no_memory(e);
    }
    if (source_hash != NULL) {
        b->source_hashes[i] = *source_hash;
        b->rows[i].source_hash = &b->source_hashes[i];
    }
    b->base_of[i] = NULL;
    if (base != NULL) {
        b->bases[i] = *base;
        b->base_of[i] = &b->bases[i];
    }
    b->count++;
    return b->count == BATCH_ROWS || b->arena.used > BATCH_BYTES ? flush(c, e) : ST_OK;
}

// The row at hand as a document of views that live until the next row.
static status decode_view(struct comparison *c, struct document *out, struct error *e)
{
    uint64_t line = 0;
    string_view payload = c->new_payload;
    if (!varint_read(&payload, &line)) {
        return error_set(e, ST_CORRUPT, "a sorted run of the import is damaged");
    }
    TRY(row_decode(payload, &c->nodes, e));
    *out = (struct document){c->nodes.nodes, c->nodes.count};
    return ST_OK;
}

// The row at hand as a document whose nodes and texts live in the batch's arena.
static status decode(struct comparison *c, struct document *out, struct error *e)
{
    uint64_t line = 0;
    string_view payload = arena_copy(&c->batch->arena, c->new_payload);
    if (payload.bytes == NULL) {
        return no_memory(e);
    }
    if (!varint_read(&payload, &line)) {
        return error_set(e, ST_CORRUPT, "a sorted run of the import is damaged");
    }
    TRY(row_decode(payload, &c->nodes, e));
    struct node *nodes = arena_array(&c->batch->arena, struct node, c->nodes.count);
    if (nodes == NULL) {
        return no_memory(e);
    }
    memcpy(nodes, c->nodes.nodes, c->nodes.count * sizeof *nodes);
    *out = (struct document){nodes, c->nodes.count};
    return ST_OK;
}

// --- equality --------------------------------------------------------------------------------

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

static status equal_but_ignored(struct comparison *c, const struct document *new_source,
                                const struct document *old_source, bool *equal, struct error *e)
{
    struct import *in = c->in;
    struct arena arena;
    struct document trimmed;
    struct sha256 hashes[2];
    const struct document *const sides[2] = {new_source, old_source};
    arena_init(&arena, 0);
    status result = ST_OK;
    for (size_t i = 0; i < 2 && result == ST_OK; i++) {
        result = without_ignored(in, sides[i], &arena, &trimmed, e);
        if (result == ST_OK) {
            layers_hash(&trimmed, in->source->names, &in->text, &hashes[i]);
        }
    }
    arena_release(&arena);
    *equal = result == ST_OK && sha256_equal(&hashes[0], &hashes[1]);
    return result;
}

// --- the three cases -------------------------------------------------------------------------

static status add_record(struct comparison *c, struct error *e)
{
    struct document d;
    struct sha256 hash;
    TRY(decode(c, &d, e));
    layers_hash(&d, c->in->source->names, &c->in->text, &hash);
    c->in->result->counts.added++;
    return put(c, &d, &hash, NULL, SV(""), NULL, e);
}

// A source row for a corrected record: corrections stay over the new source; clashes are counted.
static status change_corrected(struct comparison *c, const struct document *new_source,
                               const struct sha256 *new_hash, const struct layers *old,
                               struct error *e)
{
    struct import *in = c->in;
    struct arena *arena = &c->batch->arena;
    struct layers layers = {.source = *new_source, .corrections = old->corrections};
    struct document shown;
    struct sha256 shown_hash;
    TRY(layers_show(&layers, arena, &shown, e));
    layers_hash(&shown, in->source->names, &in->text, &shown_hash);
    in->result->counts.clashes += layers_clashes(old, new_source, in->source->names);
    buffer_clear(&in->text);
    layers_write(&layers, in->source->names, &in->text);
    TRY(buffer_check(&in->text, "a corrected record", e));
    string_view json = arena_copy(arena, buffer_view(&in->text));
    if (json.bytes == NULL) {
        return no_memory(e);
    }
    return put(c, &shown, &shown_hash, new_hash, json, &c->old, e);
}

// Reads what the source last sent for the old record, and its corrections if any.
static status read_old(struct comparison *c, bool corrected, string_view layers_json,
                       struct layers *out, struct error *e)
{
    struct import *in = c->in;
    struct arena *arena = &c->batch->arena;
    if (corrected) {
        return layers_read(layers_json, in->source->names, arena, out, e);
    }
    *out = (struct layers){0};
    return segment_read_record(snapshot_segment(in->base, c->old.segment), c->old.row, arena,
                               in->source->names, &out->source, e);
}

static status compare_record(struct comparison *c, struct error *e)
{
    struct import *in = c->in;
    struct document d;
    struct sha256 hash;
    struct sha256 old_hash = c->old.hash;
    struct buffer scratch;
    string_view layers_json = {0};
    bool corrected = false;
    bool equal = false;
    buffer_init(&scratch, LIMIT_RECORD_BYTES * 3);
    status result = ST_OK;
    TRY_OUT(decode_view(c, &d, e));
    layers_hash(&d, in->source->names, &in->text, &hash);
    TRY_OUT(segment_layers(snapshot_segment(in->base, c->old.segment), c->old.row, &corrected,
                           &old_hash, &scratch, &layers_json, e));
    if (!corrected) {
        old_hash = c->old.hash;
    }
    struct layers old = {0};
    equal = sha256_equal(&hash, &old_hash);
    if (!equal && (corrected || in->ignored_count > 0)) {
        TRY_OUT(wait_for_batches(c, e)); // reading the old record adds names
    }
    if (!equal && (corrected || in->ignored_count > 0)) {
        TRY_OUT(read_old(c, corrected, layers_json, &old, e));
    }
    if (!equal && in->ignored_count > 0) {
        TRY_OUT(equal_but_ignored(c, &d, &old.source, &equal, e));
    }
    if (equal) {
        in->result->counts.unchanged++;
    } else {
        in->result->counts.changed++;
        TRY_OUT(decode(c, &d, e));
        result = corrected ? change_corrected(c, &d, &hash, &old, e)
                           : put(c, &d, &hash, NULL, SV(""), &c->old, e);
    }
    if (result == ST_OK && c->batch->arena.used > BATCH_BYTES) {
        result = flush(c, e); // records that were looked at only take room too
    }
out:
    buffer_release(&scratch);
    return result;
}

static status remove_record(struct comparison *c, struct error *e)
{
    c->in->result->counts.removed++;
    TRY(wait_for_batches(c, e));
    return change_set_remove(c->in->changes, &c->old, e);
}

// One step of the merge: the lesser key, or both.
static status step(struct comparison *c, struct error *e)
{
    struct import *in = c->in;
    int order = !c->have_old ? -1 : !c->have_new ? 1 : sv_compare(c->new_key, c->old_key);
    if (order > 0) {
        if (in->options->mode != IMPORT_SNAPSHOT || !in->may_remove) {
            return skip_old(c, e);
        }
        TRY(remove_record(c, e));
        return next_old(c, e);
    }
    if (c->new_is_bad) {
        // What stands stays.
    } else if (in->options->mode == IMPORT_DELETE) {
        if (order == 0) {
            TRY(remove_record(c, e));
        }
    } else if (order < 0) {
        TRY(add_record(c, e));
    } else {
        TRY(compare_record(c, e));
    }
    if (order == 0) {
        TRY(next_old(c, e));
    }
    return next_new(c, e);
}

static status check_bounds(struct import *in, struct error *e)
{
    const struct commit_counts *counts = &in->result->counts;
    if (!in->options->allow_duplicates &&
        in->shared_key_rows * 100 > in->result->rows * SHARED_KEYS_PER_HUNDRED) {
        return error_set(e, ST_REFUSED,
                         "%" PRIu64 " of %" PRIu64
                         " rows share their %s with another row (over 1 %%); nothing was "
                         "changed. If this is meant, give --allow-duplicates (the last row of a "
                         "key is taken), or name "
                         "another field with --key",
                         in->shared_key_rows, in->result->rows, in->result->key_field);
    }
    if (in->options->mode != IMPORT_UPSERT && !in->options->allow_removals &&
        counts->removed * 100 > in->table_rows * REMOVED_PER_HUNDRED) {
        return error_set(e, ST_REFUSED,
                         "this would remove %" PRIu64 " of %" PRIu64
                         " records (over 5 %%); nothing was changed. If "
                         "this is meant, give --allow-removals",
                         counts->removed, in->table_rows);
    }
    return ST_OK;
}

static status walk_both(struct comparison *c, struct error *e)
{
    TRY(next_old(c, e));
    TRY(next_ahead(c, e));
    TRY(next_new(c, e));
    while (c->have_old || c->have_new) {
        TRY(step(c, e));
        if (++c->seen % ROWS_BETWEEN_TELLINGS == 0) {
            import_tell(c->in, "comparing", c->seen);
            if (import_is_cancelled(c->in)) {
                return error_set(e, ST_CANCELLED, "the import was cancelled; nothing was changed");
            }
        }
    }
    TRY(flush(c, e));
    return wait_for_batches(c, e);
}

static status start_batches(struct comparison *c, struct error *e)
{
    for (size_t i = 0; i < BATCHES; i++) {
        c->batches[i] = calloc(1, sizeof(struct batch));
        if (c->batches[i] == NULL) {
            return no_memory(e);
        }
        arena_init(&c->batches[i]->arena, 0);
    }
    TRY(conveyor_create(BATCHES, put_batch, c, &c->conveyor, e));
    return take_batch(c, e);
}

static void release_batches(struct comparison *c)
{
    conveyor_destroy(c->conveyor);
    for (size_t i = 0; i < BATCHES; i++) {
        if (c->batches[i] != NULL) {
            arena_release(&c->batches[i]->arena);
            free(c->batches[i]);
        }
    }
}

status import_compare(struct import *in, struct error *e)
{
    struct comparison c = {.in = in};
    buffer_init(&c.key_text, LIMIT_KEY_BYTES * 2);
    buffer_init(&c.content_key, LIMIT_KEY_BYTES * 2);
    buffer_init(&c.payload_text, LIMIT_RECORD_BYTES * 3);
    status result = start_batches(&c, e);
    if (result == ST_OK) {
        result = table_walk_create(in->base, &scope_metadata, &in->table->table,
                                   in->base->last_commit, &c.walk, e);
    }
    if (result == ST_OK) {
        result = walk_both(&c, e);
    }
    if (result == ST_OK) {
        result = check_bounds(in, e);
    }
    table_walk_destroy(c.walk);
    row_nodes_release(&c.nodes);
    buffer_release(&c.key_text);
    buffer_release(&c.content_key);
    buffer_release(&c.payload_text);
    release_batches(&c);
    return result;
}
