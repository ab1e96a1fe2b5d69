// SPDX-License-Identifier: Apache-2.0
// Import, first phase: every row of the source gets its key and goes into the sorter. Rows are
// sorted by a thread while the next ones are read. Rows that come in the order of their keys need
// no sorter: the second phase takes them from here one by one.
#include "store/import_internal.h"

#include "base/sorter_feed.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define ROWS_BETWEEN_TELLINGS 8192
#define ROWS_WITHOUT_KEY      ((uint64_t)1 << 17) // so many at the start, and the key is not there
#define BAD_ROWS_PER_HUNDRED  5

// The payload of a row: varint line, then the encoded document.
static void row_pack(const struct source_row *row, struct buffer *out)
{
    varint_append(out, row->line);
    row_encode(&row->document, out);
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
        const char *archive_id = in->options->archive_id_field;
        bool of_archive = archive_id != NULL && sv_equal(sv_from(archive_id), in->key_field);
        report_key(in, row, key,
                   of_archive ? "the core id is blank or missing; a row without a key is never "
                                "merged with others (--key " CONTENT_KEY
                                " makes keys of the rows' content)"
                              : "the key is blank or missing; a row without a key is never merged "
                                "with others");
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
    uint64_t bad =
        row_report_count(in->report) - in->result->duplicate_keys - in->result->unknown_keys;
    uint64_t all = in->result->rows + bad;
    in->result->bad_rows = bad;
    uint32_t name = 0;
    bool content_key = sv_equal(in->key_field, SV(CONTENT_KEY));
    const struct store_table *known = snapshot_table_by_uuid(in->base, &in->table->table);
    bool kept = known != NULL && sv_equal(known->key_field, in->key_field);
    if (in->result->rows == 0 && !content_key &&
        !name_table_find(in->source->names, in->key_field, &name)) {
        return error_set_field(
            e, ST_BAD_DATA, "key",
            "the source has no field '%s'%s; nothing was changed. Name the field that holds the "
            "key with --key FIELD",
            in->result->key_field, kept ? ", which is the key of this table" : "");
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

static status read_rows(struct import *in, struct sorter_feed *feed, struct error *e)
{
    for (;;) {
        struct source_row row;
        string_view key;
        bool more = false;
        TRY(next_good_row(in, &row, &key, &more, e));
        if (!more) {
            return sorter_feed_finish(feed, e);
        }
        struct buffer *out = sorter_feed_buffer(feed);
        buffer_append_view(out, key);
        row_pack(&row, out);
        TRY(sorter_feed_add(feed, key.length, "a record", e));
        if (in->result->rows % ROWS_BETWEEN_TELLINGS == 0) {
            import_tell(in, "reading", in->result->rows);
            if (import_is_cancelled(in)) {
                return error_set(e, ST_CANCELLED, "the import was cancelled; nothing was changed");
            }
        }
    }
}

static status sort_rows(struct import *in, struct error *e)
{
    struct sorter_feed *feed = NULL;
    TRY(sorter_feed_create(in->sorter, LIMIT_RECORD_BYTES * 4, &feed, e));
    status result = read_rows(in, feed, e);
    sorter_feed_destroy(feed);
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
