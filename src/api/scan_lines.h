// SPDX-License-Identifier: Apache-2.0
// All records of a search as lines, of JSON or what a writer makes of them, written on all
// processors that are idle and given on in order. Must not know: HTTP, where the bytes go.
#pragma once

#include "api/search_input.h"

// Takes the next bytes, some lines of them; a failure ends the scan.
typedef status scan_lines_sink(void *argument, string_view bytes, struct error *e);

// Appends the lines that a record becomes, if any, with their ends. Called from any thread;
// `scratch` is reused from record to record.
struct line_writer {
    status (*write)(void *argument, const struct search_hit *hit, struct buffer *scratch,
                    struct buffer *out, struct error *e);
    void *argument;
};

// Memory does not grow with the answer, nor with its records beyond one of them.
NODISCARD status scan_lines(const struct search_input *input, scan_lines_sink *sink, void *argument,
                            struct error *e);
// The same with lines of another kind.
NODISCARD status scan_lines_with(const struct search_input *input, const struct line_writer *writer,
                                 scan_lines_sink *sink, void *argument, struct error *e);
