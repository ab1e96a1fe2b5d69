// SPDX-License-Identifier: Apache-2.0
// Lines of JSON, which hold no line break of their own, as the elements of one array. Must not
// know: what the elements are, HTTP.
#pragma once

#include "api/scan_lines.h"
#include "query/csv_export.h"

struct line_array {
    string_view before; // the first element: "["
    string_view after;  // the last one: "]\n"
    csv_sink *sink;
    void *argument;
    struct buffer elements; // of the lines at hand
    bool begun;
};

struct line_array line_array(string_view before, string_view after, csv_sink *sink, void *argument);
// A scan_lines_sink: `array` is the array.
NODISCARD status line_array_add(void *array, string_view lines, struct error *e);
// Ends the array where `result` is ST_OK, and gives `result` back otherwise. Releases it.
NODISCARD status line_array_end(struct line_array *array, status result, struct error *e);
