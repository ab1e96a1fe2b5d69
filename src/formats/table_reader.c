// SPDX-License-Identifier: Apache-2.0
// The good rows of one delimited file.
#include "formats/table_reader.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

status table_reader_open(struct table_reader *t, struct byte_source *source,
                         const struct csv_dialect *dialect, const char *file,
                         struct row_report *report, struct error *e)
{
    *t = (struct table_reader){.report = report, .key_index = NO_INDEX, .narrowest = NO_INDEX};
    t->file = strdup(file);
    if (t->file == NULL) {
        byte_source_destroy(source);
        return error_set(e, ST_NO_MEMORY, "out of memory opening %s", file);
    }
    return csv_parser_create(source, dialect, &t->parser, e);
}

void table_reader_close(struct table_reader *t)
{
    csv_parser_destroy(t->parser);
    free(t->file);
    *t = (struct table_reader){.key_index = NO_INDEX};
}

// The key of a faulty row, when it can be told for certain. Too many fields may mean that an
// unquoted delimiter has shifted all behind it; of a row cut off the last field may be cut.
static string_view sure_key(const struct table_reader *t, const struct csv_row *row)
{
    size_t sure = row->count;
    if (row->recovering || row->count > t->width) {
        sure = MIN(sure, (size_t)1);
    }
    if (row->unterminated) {
        sure = row->count > 0 ? MIN(sure, row->count - 1) : 0;
    }
    if (row->recovering || t->key_index >= sure) {
        return SV("");
    }
    string_view key = row->fields[t->key_index];
    bool is_clean = key.length <= LIMIT_KEY_BYTES && utf8_check(key) == key.length &&
                    sv_find(key, '\0') == key.length;
    return is_clean ? key : SV("");
}

void table_reader_report(const struct table_reader *t, const struct csv_row *row, size_t field,
                         const char *reason)
{
    string_view key = row->fields == NULL ? SV("") : sure_key(t, row);
    struct row_problem problem = {
        .file = t->file,
        .line = row->line,
        .column = field == NO_INDEX ? 0 : (uint32_t)field + 1,
        .field = field < t->title_count ? t->titles[field] : SV(""),
        .reason = sv_from(reason),
        .key = key,
        .key_readable = key.length > 0,
    };
    row_report_add(t->report, &problem);
}

static void report_fault(const struct table_reader *t, const struct csv_row *row)
{
    static const char *const reasons[] = {
        [CSV_FINE] = "",
        [CSV_UNCLOSED_QUOTE] =
            "a quoted field begins here and is never closed; close it, or double the quotes in it",
        [CSV_ROW_TOO_LONG] = "the row is longer than 16 MiB, or a quoted field in it is never "
                             "closed; shorten it or close the quote",
        [CSV_FIELD_TOO_LONG] = "the value is longer than 4 MiB; shorten it or keep it as a file",
        [CSV_NUL] = "the value holds a NUL character; remove it",
    };
    if (row->fault != CSV_BAD_BYTE) {
        bool whole_row = row->fault == CSV_ROW_TOO_LONG;
        table_reader_report(t, row, whole_row ? NO_INDEX : row->fault_field, reasons[row->fault]);
        return;
    }
    string_view field = row->fields[row->fault_field];
    size_t at = utf8_check(field);
    char reason[160];
    (void)snprintf(reason, sizeof reason,
                   "byte %zu of the value (0x%02X) cannot be decoded; save the file as UTF-8, or "
                   "say which encoding it has",
                   at + 1, (unsigned char)field.bytes[at]);
    table_reader_report(t, row, row->fault_field, reason);
}

// Whether fields past the width are there and not all empty.
static bool has_extra_fields(const struct table_reader *t, const struct csv_row *row)
{
    for (size_t i = t->width; i < row->count; i++) {
        if (row->fields[i].length > 0) {
            return true;
        }
    }
    return row->more_fields;
}

static bool check_count(struct table_reader *t, const struct csv_row *row)
{
    char reason[160];
    if (t->widens && !row->more_fields) {
        t->width = MAX(t->width, row->count);
        t->widens = false;
    }
    if (has_extra_fields(t, row)) {
        (void)snprintf(reason, sizeof reason,
                       "the row has %s%zu fields where %zu are expected; quote values that hold "
                       "the delimiter",
                       row->more_fields ? "more than " : "", row->count, t->width);
        table_reader_report(t, row, NO_INDEX, reason);
        return false;
    }
    // A file may be used to short rows; then a short last one need not be cut off.
    bool may_be_cut = row->unterminated && row->count < t->narrowest;
    if (row->count >= t->width || !(row->recovering || may_be_cut)) {
        t->narrowest = MIN(t->narrowest, row->count);
        return true;
    }
    (void)snprintf(reason, sizeof reason,
                   row->recovering ? "the row has %zu fields where %zu are expected and stands "
                                     "behind a quoted field that is not closed"
                                   : "the row has %zu fields where %zu are expected and the file "
                                     "ends in it; it may be cut off",
                   row->count, t->width);
    table_reader_report(t, row, NO_INDEX, reason);
    return false;
}

status table_reader_next(struct table_reader *t, struct csv_row *row, bool *more, struct error *e)
{
    for (;;) {
        TRY(csv_parser_next(t->parser, row, more, e));
        if (!*more) {
            return ST_OK;
        }
        bool good = row->fault == CSV_FINE;
        if (!good) {
            report_fault(t, row);
        } else {
            good = check_count(t, row);
        }
        if (row->recovering) {
            csv_parser_judge(t->parser, good);
        }
        if (good) {
            return ST_OK;
        }
    }
}

size_t table_fill_nodes(struct node *nodes, const struct table_column *columns, size_t column_count,
                        const string_view *fields, size_t field_count)
{
    size_t count = 1;
    for (size_t i = 0; i < column_count; i++) {
        const struct table_column *column = &columns[i];
        bool is_there = column->index < field_count;
        string_view text = is_there ? fields[column->index] : SV("");
        if (text.length == 0) {
            if (!is_there && column->default_value.length == 0) {
                continue;
            }
            text = column->default_value;
        }
        nodes[count++] = (struct node){.name = column->name, .kind = NODE_STRING, .text = text};
    }
    nodes[0] =
        (struct node){.name = NO_NAME, .descendants = (uint32_t)(count - 1), .kind = NODE_OBJECT};
    return count;
}
