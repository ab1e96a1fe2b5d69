// SPDX-License-Identifier: Apache-2.0
// Asks the erasures of a row's key.
#include "store/import_erased.h"

#include "store/erase_document.h"
#include "store/erasures.h"

#include <stdio.h>

struct asked_row {
    const struct document *document;
    const struct name_table *names;
    bool refused;
    string_view field;
};

static status look(void *argument, string_view field, struct error *e)
{
    (void)e;
    struct asked_row *row = argument;
    if (field.length == 0 || document_has_field(row->document, row->names, field)) {
        row->refused = true;
        row->field = field;
    }
    return ST_OK;
}

static void tell(struct import *in, string_view key, string_view field)
{
    char reason[256];
    (void)snprintf(reason, sizeof reason,
                   "%s was erased; the row was left out. --allow-erased takes it",
                   field.length == 0 ? "this record" : "this field of the record");
    struct row_problem problem = {
        .file = "", .field = field, .reason = sv_from(reason), .key = key, .key_readable = true};
    row_report_add(in->report, &problem);
}

status import_refuses_erased(struct import *in, string_view key, const struct document *document,
                             bool *refused, struct error *e)
{
    size_t count = 0;
    struct asked_row row = {.document = document, .names = in->source->names};
    *refused = false;
    (void)snapshot_erasures(in->base, &count);
    if (count == 0 || in->options->allow_erased) {
        return ST_OK;
    }
    import_lock_names(in);
    status result = snapshot_erased_fields(in->base, &in->table->table, key, look, &row, e);
    import_unlock_names(in);
    TRY(result);
    if (row.refused) {
        tell(in, key, row.field);
        in->result->erased_rows++;
    }
    *refused = row.refused;
    return ST_OK;
}
