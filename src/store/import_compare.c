// SPDX-License-Identifier: Apache-2.0
// Import, second phase: the sorted rows against the table's records, both in key order. What meets
// goes in batches to a thread that compares the two and puts what differs into the change set
// (import_put.c).
#include "store/import_internal.h"

#include "base/conveyor.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define BATCHES                 3
#define ROWS_BETWEEN_TELLINGS   8192
#define REMOVED_PER_HUNDRED     5
#define SHARED_KEYS_PER_HUNDRED 1

struct comparison {
    struct import *in;
    // Batches are put into the change set by a thread while the next ones are filled and decoded.
    struct conveyor *conveyor;
    struct import_putter *putter;
    struct import_batch batches[BATCHES];
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
    struct import_batch *batch; // being filled
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
    return import_next_row(c->in, &c->ahead_key, &c->ahead_payload, &c->have_ahead, e);
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

// The row at hand, whose record stands or is not there.
static void report_row(struct comparison *c, const char *reason)
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
        .reason = sv_from(reason),
        .key = c->new_key,
        .key_readable = true,
    };
    row_report_add(c->in->report, &problem);
}

static void report_duplicate(struct comparison *c)
{
    c->in->result->duplicate_keys++;
    report_row(c, "a later row has the same key; the later one was taken");
}

static void report_unknown(struct comparison *c)
{
    c->in->result->unknown_keys++;
    report_row(c, "there is no record of this key to remove");
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

// --- batches ---------------------------------------------------------------------------------

static status put_batch(void *argument, size_t place, struct error *e)
{
    struct comparison *c = argument;
    return import_putter_put(c->putter, &c->batches[place], e);
}

// Takes the next batch to fill.
static status take_batch(struct comparison *c, struct error *e)
{
    size_t place = 0;
    TRY(conveyor_take(c->conveyor, &place, e));
    c->batch = &c->batches[place];
    import_batch_clear(c->batch);
    return ST_OK;
}

static status send_batch(struct comparison *c, struct error *e)
{
    TRY(import_batch_decode(c->batch, c->in, e));
    conveyor_send(c->conveyor);
    return ST_OK;
}

static status add_item(struct comparison *c, const struct import_item *item, struct error *e)
{
    TRY(import_batch_add(c->batch, item, e));
    if (!import_batch_is_full(c->batch)) {
        return ST_OK;
    }
    TRY(send_batch(c, e));
    return take_batch(c, e);
}

// --- the merge -------------------------------------------------------------------------------

// An old record that no row stands for: removed by a snapshot, else left as it is.
static status pass_old(struct comparison *c, struct error *e)
{
    if (c->in->options->mode != IMPORT_SNAPSHOT || !c->in->may_remove) {
        return skip_old(c, e);
    }
    TRY(add_item(c, &(struct import_item){.kind = ITEM_REMOVED, .old = c->old}, e));
    return next_old(c, e);
}

// One step of the merge: the lesser key, or both.
static status step(struct comparison *c, struct error *e)
{
    int order = !c->have_old ? -1 : !c->have_new ? 1 : sv_compare(c->new_key, c->old_key);
    if (order > 0) {
        return pass_old(c, e);
    }
    bool removing = c->in->options->mode == IMPORT_DELETE;
    struct import_item item = {
        .kind = order < 0  ? ITEM_ADDED
                : removing ? ITEM_REMOVED
                           : ITEM_COMPARED,
        .key = c->new_key,
        .payload = c->new_payload,
        .old = c->old,
    };
    // Of a bad row what stands stays, and what is not there cannot be deleted.
    if (!c->new_is_bad && order < 0 && removing) {
        report_unknown(c);
    } else if (!c->new_is_bad) {
        TRY(add_item(c, &item, e));
    }
    if (order == 0) {
        TRY(next_old(c, e));
    }
    return next_new(c, e);
}

static status check_bounds(struct import *in, struct error *e)
{
    const struct commit_counts *counts = &in->result->counts;
    uint64_t allowed = in->options->strict ? 0 : in->result->rows * SHARED_KEYS_PER_HUNDRED;
    if (!in->options->allow_duplicates && in->shared_key_rows * 100 > allowed) {
        return error_set(e, ST_REFUSED,
                         "%" PRIu64 " of %" PRIu64
                         " rows share their %s with another row (%s); nothing was "
                         "changed. If this is meant, give --allow-duplicates (the last row of a "
                         "key is taken), or name "
                         "another field with --key",
                         in->shared_key_rows, in->result->rows, in->result->key_field,
                         in->options->strict ? "--strict was given" : "over 1 %");
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
    TRY(send_batch(c, e));
    return conveyor_drain(c->conveyor, e);
}

static status start(struct comparison *c, struct error *e)
{
    buffer_init(&c->key_text, LIMIT_KEY_BYTES * 2);
    buffer_init(&c->content_key, LIMIT_KEY_BYTES * 2);
    buffer_init(&c->payload_text, LIMIT_RECORD_BYTES * 3);
    for (size_t i = 0; i < BATCHES; i++) {
        import_batch_init(&c->batches[i]);
    }
    TRY(import_putter_create(c->in, &c->putter, e));
    TRY(conveyor_create(BATCHES, put_batch, c, &c->conveyor, e));
    TRY(take_batch(c, e));
    return table_walk_create(c->in->base, &scope_metadata, &c->in->table->table,
                             c->in->base->last_commit, &c->walk, e);
}

static void release(struct comparison *c)
{
    conveyor_destroy(c->conveyor);
    import_putter_destroy(c->putter);
    for (size_t i = 0; i < BATCHES; i++) {
        import_batch_release(&c->batches[i]);
    }
    table_walk_destroy(c->walk);
    buffer_release(&c->key_text);
    buffer_release(&c->content_key);
    buffer_release(&c->payload_text);
}

status import_compare(struct import *in, struct error *e)
{
    struct comparison *c = calloc(1, sizeof *c);
    if (c == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the import");
    }
    c->in = in;
    status result = start(c, e);
    if (result == ST_OK) {
        result = walk_both(c, e);
    }
    if (result == ST_OK) {
        result = check_bounds(in, e);
    }
    release(c);
    free(c);
    return result;
}
