// SPDX-License-Identifier: Apache-2.0
// A comma and a line break stand between two lines.
#include "api/line_array.h"

#define MOST_ELEMENTS ((size_t)256 << 20) // more than scan_lines gives on at a time

struct line_array line_array(string_view before, string_view after, csv_sink *sink, void *argument)
{
    struct line_array a = {.before = before, .after = after, .sink = sink, .argument = argument};
    buffer_init(&a.elements, MOST_ELEMENTS);
    return a;
}

static void begin(struct line_array *a)
{
    if (!a->begun) {
        buffer_append_view(&a->elements, a->before);
    }
    a->begun = true;
}

status line_array_add(void *array, string_view lines, struct error *e)
{
    struct line_array *a = array;
    buffer_clear(&a->elements);
    while (lines.length > 0) {
        size_t length = sv_find(lines, '\n');
        buffer_append_view(&a->elements, a->begun ? SV(",\n") : SV(""));
        if (!a->begun) {
            begin(a);
            buffer_append_byte(&a->elements, '\n');
        }
        buffer_append_view(&a->elements, sv_slice(lines, 0, length));
        lines = sv_slice(lines, length + 1, SIZE_MAX);
    }
    TRY(buffer_check(&a->elements, "some records", e));
    return a->sink(a->argument, buffer_view(&a->elements), e);
}

status line_array_end(struct line_array *array, status result, struct error *e)
{
    struct line_array *a = array;
    buffer_clear(&a->elements);
    if (result == ST_OK) {
        buffer_append_view(&a->elements, a->begun ? SV("\n") : SV(""));
        begin(a);
        buffer_append_view(&a->elements, a->after);
        result = buffer_check(&a->elements, "the end of some records", e);
    }
    if (result == ST_OK) {
        result = a->sink(a->argument, buffer_view(&a->elements), e);
    }
    buffer_release(&a->elements);
    return result;
}
