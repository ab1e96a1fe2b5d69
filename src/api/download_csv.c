// SPDX-License-Identifier: Apache-2.0
// Records as tables of text: RFC 4180, or the same with tabs.
#include "api/download_format.h"

#include "api/all_records.h"

static struct csv_columns columns_of(const struct download *d)
{
    return (struct csv_columns){.identity = true,
                                .fields = d->input.fields,
                                .count = d->input.field_count,
                                .separator = d->separator,
                                .safe = d->safe,
                                .filled_only = !d->empty_columns,
                                .exploded = d->exploded,
                                .constants = &d->rights,
                                .naming = download_naming(d),
                                .reading = d->interpreted ? &d->interpretation.reading : NULL};
}

static status check(const struct download *d, struct arena *arena, struct error *e)
{
    const struct row_choice columns = {.fields = d->input.fields,
                                       .count = d->input.field_count,
                                       .filled_only = !d->empty_columns,
                                       .exploded = d->exploded};
    return all_records_check(&d->input, &columns, arena, e);
}

static status write(const struct download *d, const struct search_input *input, csv_sink *sink,
                    void *argument, struct error *e)
{
    struct csv_columns columns = columns_of(d);
    return csv_export(input->view.snapshot, &scope_public, &input->request, &columns, sink,
                      argument, e);
}

const struct download_format download_csv = {
    .name = "csv",
    .extension = "csv",
    .label = "CSV",
    .media_type = "text/csv; charset=utf-8",
    .options = OPTION_DELIMITER | OPTION_SAFE | OPTION_IDENTIFIERS | OPTION_COLUMNS | OPTION_LISTS |
               OPTION_VALUES,
    .row_mark = "\n",
    .check = check,
    .write = write,
};
const struct download_format download_tsv = {
    .name = "tsv",
    .extension = "tsv",
    .label = "TSV",
    .media_type = "text/tab-separated-values; charset=utf-8",
    .options = OPTION_SAFE | OPTION_IDENTIFIERS | OPTION_COLUMNS | OPTION_LISTS | OPTION_VALUES,
    .row_mark = "\n",
    .check = check,
    .write = write,
};
