// SPDX-License-Identifier: Apache-2.0
// Import, first phase: every row of the source gets its key and goes into the sorter. Rows are
// sorted by a thread while the next ones are read. Rows that come in the order of their keys need
// no sorter: the second phase takes them from here one by one.
#include "store/import_internal.h"

#include "base/array.h"
#include "base/conveyor.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define ROWS_BETWEEN_TELLINGS 8192
#define ROWS_WITHOUT_KEY      ((uint64_t)1 << 17) // so many at the start, and the key is not there
#define BAD_ROWS_PER_HUNDRED  5
// As many batches as rows can be read while the sorter is busy with a full block.
#define BATCHES     6
#define BATCH_BYTES ((size_t)4 << 20)
#define BATCH_ROWS  ((size_t)16384)

// A row on its way into the sorter: its key, then its payload.
struct waiting_row {
    size_t start; // in the batch's bytes
    size_t key_length;
    size_t length;
};

struct batch {
    struct buffer bytes;
    struct waiting_row *rows; // owned
    size_t count;
    size_t capacity;
};

struct reading {
    struct import *in;
    struct conveyor *conveyor;
    struct batch batches[BATCHES];
    struct batch *batch; // being filled
};

// The payload of a row: varint line, then the encoded document.
static void row_pack(const struct source_row *row, struct buffer *out)
{
    varint_append(out, row->line);
    row_encode(&row->document, out);
}

static status sort_batch(void *argument, size_t place, struct error *e)
{
    struct reading *r = argument;
    const struct batch *b = &r->batches[place];
    for (size_t i = 0; i < b->count; i++) {
        const struct waiting_row *row = &b->rows[i];
        string_view key = {b->bytes.bytes + row->start, row->key_length};
        string_view payload = {key.bytes + key.length, row->length - row->key_length};
        TRY(sorter_add(r->in->sorter, key, payload, e));
    }
    return ST_OK;
}

// Sends the batch at hand on, if there is one, and takes another.
static status next_batch(struct reading *r, struct error *e)
{
    size_t place = 0;
    if (r->batch != NULL) {
        conveyor_send(r->conveyor);
    }
    TRY(conveyor_take(r->conveyor, &place, e));
    r->batch = &r->batches[place];
    r->batch->count = 0;
    buffer_clear(&r->batch->bytes);
    return ST_OK;
}

static status add_row(struct reading *r, const struct source_row *row, string_view key,
                      struct error *e)
{
    struct batch *b = r->batch;
    struct waiting_row waiting = {b->bytes.length, key.length, 0};
    buffer_append_view(&b->bytes, key);
    row_pack(row, &b->bytes);
    TRY(buffer_check(&b->bytes, "a record", e));
    waiting.length = b->bytes.length - waiting.start;
    if (!ARRAY_RESERVE(b->rows, b->capacity, b->count, BATCH_ROWS)) {
        return error_set(e, ST_NO_MEMORY, "no memory to read rows");
    }
    b->rows[b->count++] = waiting;
    bool full = b->count == BATCH_ROWS || b->bytes.length >= BATCH_BYTES;
    return full ? next_batch(r, e) : ST_OK;
}

static void report_key(struct import *in, const struct source_row *row, string_view key,
                       const char *reason)
{
    struct row_problem problem = {
        .file = row->file,
        .line = row->line,
        .field = in->key_field,
        .reason = sv_from(reason),
        .key = sv_slice(key, 0, LIMIT_KEY_BYTES),
        .key_readable = false,
    };
    row_report_add(in->report, &problem);
}

// The key of a row, which is counted; an empty one when it is bad and was reported.
static string_view key_of_row(struct import *in, const struct source_row *row)
{
    string_view key =
        record_key_of(&row->document, in->source->names, in->key_field, &in->key_scratch);
    if (key.length == 0) {
        report_key(in, row, key,
                   "the key is blank or missing; a row without a key is never merged with others");
    } else if (key.length > LIMIT_KEY_BYTES) {
        report_key(in, row, key, "the key is longer than 1,024 bytes");
        key = SV("");
    } else {
        in->result->rows++;
    }
    return key;
}

// Rule A8: with --strict any bad row, else more than five in a hundred, and nothing is changed.
static status check_bad_rows(struct import *in, struct error *e)
{
    uint64_t bad = row_report_count(in->report) - in->result->duplicate_keys;
    uint64_t all = in->result->rows + bad;
    in->result->bad_rows = bad;
    uint32_t name = 0;
    bool content_key = sv_equal(in->key_field, SV(CONTENT_KEY));
    if (in->result->rows == 0 && !content_key &&
        !name_table_find(in->source->names, in->key_field, &name)) {
        return error_set_field(
            e, ST_BAD_DATA, "key",
            "the source has no field '%s', which is the key of this table; nothing was changed. "
            "Name the field that holds the key now with --key FIELD",
            in->result->key_field);
    }
    if (bad == 0 || (!in->options->strict && bad * 100 <= all * BAD_ROWS_PER_HUNDRED)) {
        return ST_OK;
    }
    return error_set(e, ST_BAD_DATA,
                     "%" PRIu64 " of %" PRIu64
                     " rows are bad%s; nothing was changed. The first: %s",
                     bad, all, in->options->strict ? " and --strict was given" : " (over 5 %)",
                     row_report_first(in->report));
}

// A row without a payload: the record of a bad row, which is never taken for removed (rule A1).
static status protect_key(void *argument, string_view key, struct error *e)
{
    return sorter_add(((struct import *)argument)->sorter, key, SV(""), e);
}

// The next row of the source that has a key; *more false at the end.
static status next_good_row(struct import *in, struct source_row *row, string_view *key, bool *more,
                            struct error *e)
{
    for (;;) {
        TRY(in->source->next(in->source, row, more, e));
        if (!*more) {
            return ST_OK;
        }
        *key = key_of_row(in, row);
        if (key->length > 0) {
            return ST_OK;
        }
        if (in->result->rows == 0 && row_report_count(in->report) == ROWS_WITHOUT_KEY) {
            TRY(check_bad_rows(in, e));
        }
    }
}

static status read_rows(struct reading *r, struct error *e)
{
    struct import *in = r->in;
    TRY(next_batch(r, e));
    for (;;) {
        struct source_row row;
        string_view key;
        bool more = false;
        TRY(next_good_row(in, &row, &key, &more, e));
        if (!more) {
            break;
        }
        TRY(add_row(r, &row, key, e));
        if (in->result->rows % ROWS_BETWEEN_TELLINGS == 0) {
            import_tell(in, "reading", in->result->rows);
            if (import_is_cancelled(in)) {
                return error_set(e, ST_CANCELLED, "the import was cancelled; nothing was changed");
            }
        }
    }
    conveyor_send(r->conveyor);
    return conveyor_drain(r->conveyor, e);
}

static status sort_rows(struct import *in, struct error *e)
{
    struct reading r = {.in = in};
    for (size_t i = 0; i < BATCHES; i++) {
        buffer_init(&r.batches[i].bytes, BATCH_BYTES + LIMIT_RECORD_BYTES * 4);
    }
    status result = conveyor_create(BATCHES, sort_batch, &r, &r.conveyor, e);
    if (result == ST_OK) {
        result = read_rows(&r, e);
    }
    conveyor_destroy(r.conveyor);
    for (size_t i = 0; i < BATCHES; i++) {
        buffer_release(&r.batches[i].bytes);
        free(r.batches[i].rows);
    }
    return result;
}

static status check_rows(struct import *in, struct error *e)
{
    if (in->result->rows == 0 && row_report_count(in->report) == 0) {
        return error_set(e, ST_BAD_DATA,
                         "the source has a header but no rows; nothing was changed");
    }
    return check_bad_rows(in, e);
}

status import_read(struct import *in, struct error *e)
{
    if (in->in_order) {
        return ST_OK;
    }
    TRY(sort_rows(in, e));
    TRY(check_rows(in, e));
    in->may_remove = row_report_unreadable_keys(in->report) == 0;
    in->result->removals_withheld = in->options->mode == IMPORT_SNAPSHOT && !in->may_remove;
    TRY(row_report_keys(in->report, protect_key, in, e));
    return sorter_finish(in->sorter, e);
}

// --- one by one --------------------------------------------------------------------------------

static status next_in_order(struct import *in, string_view *key, string_view *payload, bool *more,
                            struct error *e)
{
    struct source_row row;
    string_view found;
    import_lock_names(in);
    status result = next_good_row(in, &row, &found, more, e);
    import_unlock_names(in);
    TRY(result);
    if (!*more) {
        return check_rows(in, e);
    }
    if (sv_compare(found, buffer_view(&in->row_key)) < 0) {
        return error_set(e, ST_INTERNAL, "line %" PRIu64 " of %s is out of order", row.line,
                         row.file);
    }
    buffer_clear(&in->row_key);
    buffer_clear(&in->row_payload);
    buffer_append_view(&in->row_key, found);
    row_pack(&row, &in->row_payload);
    *key = buffer_view(&in->row_key);
    *payload = buffer_view(&in->row_payload);
    return buffer_check(&in->row_payload, "a record", e);
}

status import_next_row(struct import *in, string_view *key, string_view *payload, bool *more,
                       struct error *e)
{
    return in->in_order ? next_in_order(in, key, payload, more, e)
                        : sorter_next(in->sorter, key, payload, more, e);
}
