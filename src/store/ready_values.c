// SPDX-License-Identifier: Apache-2.0
// Writes every value once. Must not know: rows, segments, queries.
#include "store/ready_values.h"

#include "formats/json_write.h"
#include "store/value.h"

#include <stdlib.h>

void ready_value_write(string_view label, unsigned kind, string_view text, struct buffer *out)
{
    buffer_append_view(out, label);
    switch (kind) {
    case VALUE_STRING:
        json_write_string(out, text);
        break;
    case VALUE_NUMBER:
        buffer_append_view(out, text);
        break;
    case VALUE_TRUE:
        buffer_append_view(out, SV("true"));
        break;
    case VALUE_FALSE:
        buffer_append_view(out, SV("false"));
        break;
    case VALUE_NULL:
        buffer_append_view(out, SV("null"));
        break;
    case VALUE_EMPTY_LIST:
        buffer_append_view(out, SV("[]"));
        break;
    default:
        buffer_append_view(out, SV("{}"));
    }
    buffer_append_byte(out, ',');
}

static bool write_all(const struct string_list *strings, string_view label, uint32_t *ends,
                      struct buffer *out)
{
    struct string_cursor c;
    struct error ignored;
    if (string_cursor_seek(&c, strings, 0, &ignored) != ST_OK) {
        return false;
    }
    for (uint32_t i = 0;; i++) {
        if (c.kind == VALUE_LONG_STRING) {
            return false;
        }
        ready_value_write(label, c.kind, string_cursor_text(&c), out);
        ends[i + 1] = (uint32_t)out->length;
        if (i + 1 == strings->count) {
            return !out->failed;
        }
        if (out->failed || string_cursor_next(&c, &ignored) != ST_OK) {
            return false;
        }
    }
}

void ready_values_make(const struct string_list *strings, string_view label, size_t most_bytes,
                       struct ready_values *out)
{
    *out = (struct ready_values){0};
    if (strings->count == 0 || strings->count > READY_MOST || strings->blob_length > most_bytes) {
        return;
    }
    size_t room = ((size_t)strings->count + 1) * sizeof(uint32_t);
    struct buffer bytes;
    buffer_init(&bytes, MIN(most_bytes, (size_t)UINT32_MAX));
    uint32_t *ends = calloc(1, room);
    char *memory = NULL;
    if (ends != NULL && write_all(strings, label, ends, &bytes)) {
        memory = malloc(room + bytes.length);
    }
    if (memory != NULL) {
        memcpy(memory, ends, room);
        memcpy(memory + room, bytes.bytes, bytes.length);
        const void *first = memory;
        *out = (struct ready_values){.bytes = memory + room,
                                     .ends = first,
                                     .count = strings->count,
                                     .size = room + bytes.length,
                                     .memory = memory};
    }
    buffer_release(&bytes);
    free(ends);
}

void ready_values_release(struct ready_values *r)
{
    free(r->memory);
    *r = (struct ready_values){0};
}
