// SPDX-License-Identifier: Apache-2.0
// Records as a table of typed columns: Parquet, with GeoParquet's column of places.
#include "api/download_format.h"

#include "api/all_records.h"
#include "query/parquet_export.h"

static status check(const struct download *d, struct arena *arena, struct error *e)
{
    const struct row_choice columns = {.fields = d->input.fields, .count = d->input.field_count};
    return all_records_check(&d->input, &columns, arena, e);
}

static status write(const struct download *d, const struct search_input *input, csv_sink *sink,
                    void *argument, struct error *e)
{
    const struct csv_columns columns = {.identity = true,
                                        .fields = d->input.fields,
                                        .count = d->input.field_count,
                                        .filled_only = !d->empty_columns,
                                        .constants = &d->rights,
                                        .naming = download_naming(d)};
    return parquet_export(input->view.snapshot, &scope_public, &input->request, &columns, sink,
                          argument, e);
}

const struct download_format download_parquet = {
    .name = "parquet",
    .extension = "parquet",
    .label = "Parquet",
    .media_type = "application/vnd.apache.parquet",
    .beside_csv = 0.56,
    .options = OPTION_IDENTIFIERS | OPTION_COLUMNS,
    .check = check,
    .write = write,
};
