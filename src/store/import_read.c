// SPDX-License-Identifier: Apache-2.0
// Import, first phase: every row of the source gets its key and goes into the sorter.
#include "store/import_internal.h"

#include <inttypes.h>
#include <stdio.h>

#define ROWS_BETWEEN_TELLINGS 8192
#define BAD_ROWS_PER_HUNDRED  5

// Payload of a sorted row: varint line, then the encoded document.
static status add_row(struct import *in, const struct source_row *row, string_view key,
                      struct error *e)
{
    buffer_clear(&in->text);
    varint_append(&in->text, row->line);
    row_encode(&row->document, &in->text);
    TRY(buffer_check(&in->text, "a record", e));
    return sorter_add(in->sorter, key, buffer_view(&in->text), e);
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

static status take_row(struct import *in, const struct source_row *row, struct buffer *key_scratch,
                       struct error *e)
{
    string_view key = record_key_of(&row->document, in->source->names, in->key_field, key_scratch);
    if (key.length == 0) {
        report_key(in, row, key,
                   "the key is blank or missing; a row without a key is never merged with others");
        return ST_OK;
    }
    if (key.length > LIMIT_KEY_BYTES) {
        report_key(in, row, key, "the key is longer than 1,024 bytes");
        return ST_OK;
    }
    in->result->rows++;
    return add_row(in, row, key, e);
}

// Rule A8: with --strict any bad row, else more than five in a hundred, and nothing is changed.
static status check_bad_rows(struct import *in, struct error *e)
{
    uint64_t bad = row_report_count(in->report);
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

status import_read(struct import *in, struct error *e)
{
    struct buffer key_scratch;
    buffer_init(&key_scratch, LIMIT_RECORD_BYTES * 2);
    status result = ST_OK;
    bool more = true;
    uint64_t seen = 0;
    while (more) {
        struct source_row row;
        TRY_OUT(in->source->next(in->source, &row, &more, e));
        if (more) {
            TRY_OUT(take_row(in, &row, &key_scratch, e));
        }
        if (++seen % ROWS_BETWEEN_TELLINGS == 0) {
            import_tell(in, "reading", in->result->rows);
            if (import_is_cancelled(in)) {
                result =
                    error_set(e, ST_CANCELLED, "the import was cancelled; nothing was changed");
                goto out;
            }
        }
    }
    if (in->result->rows == 0 && row_report_count(in->report) == 0) {
        result =
            error_set(e, ST_BAD_DATA, "the source has a header but no rows; nothing was changed");
        goto out;
    }
    TRY_OUT(check_bad_rows(in, e));
    in->may_remove = row_report_unreadable_keys(in->report) == 0;
    in->result->removals_withheld = in->options->mode == IMPORT_SNAPSHOT && !in->may_remove;
    TRY_OUT(row_report_keys(in->report, protect_key, in, e));
    result = sorter_finish(in->sorter, e);
out:
    buffer_release(&key_scratch);
    return result;
}
