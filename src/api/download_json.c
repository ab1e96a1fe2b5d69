// SPDX-License-Identifier: Apache-2.0
// Records as JSON: lines of it, or one array, which is made of them.
#include "api/download_format.h"

#include "api/line_array.h"

static status write_array(const struct download *d, const struct search_input *input,
                          csv_sink *sink, void *argument, struct error *e)
{
    (void)d;
    struct line_array array = line_array(SV("["), SV("]\n"), sink, argument);
    status result = scan_lines(input, line_array_add, &array, e);
    return line_array_end(&array, result, e);
}

static status write_lines(const struct download *d, const struct search_input *input,
                          csv_sink *sink, void *argument, struct error *e)
{
    (void)d;
    return scan_lines(input, sink, argument, e);
}

const struct download_format download_json = {
    .name = "json",
    .extension = "json",
    .label = "JSON",
    .media_type = "application/json",
    .row_mark = "\n",
    .write = write_array,
};
const struct download_format download_ndjson = {
    .name = "ndjson",
    .extension = "ndjson",
    .label = "JSON Lines",
    .media_type = "application/x-ndjson",
    .row_mark = "\n",
    .write = write_lines,
};
