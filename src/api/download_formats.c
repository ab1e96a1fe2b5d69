// SPDX-License-Identifier: Apache-2.0
// The formats there are.
#include "api/download_format.h"

const struct download_format *const download_formats[] = {
    &download_csv,     &download_tsv,   &download_json,       &download_ndjson,
    &download_geojson, &download_kml,   &download_geopackage, &download_parquet,
    &download_xlsx,    &download_fasta, &download_images,     &download_dwca};
const size_t download_format_count = ARRAY_LENGTH(download_formats);

const struct download_format *download_format_find(string_view name)
{
    for (size_t i = 0; i < download_format_count; i++) {
        if (sv_equal(name, sv_from(download_formats[i]->name))) {
            return download_formats[i];
        }
    }
    return NULL;
}
