// SPDX-License-Identifier: Apache-2.0
// A stream cut into lines.
#include "formats/line_reader.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY ((size_t)1 << 20)

void line_reader_init(struct line_reader *r, struct byte_source *source, size_t longest)
{
    *r = (struct line_reader){.source = source, .longest = longest, .line = 1};
}

void line_reader_release(struct line_reader *r)
{
    byte_source_destroy(r->source);
    free(r->bytes);
    *r = (struct line_reader){0};
}

// Makes room behind the line that starts at r->start, and reads; at most longest + FIRST_CAPACITY.
static status read_on(struct line_reader *r, struct error *e)
{
    size_t kept = r->end - r->start;
    if (r->start > 0) {
        memmove(r->bytes, r->bytes + r->start, kept);
        r->start = 0;
        r->end = kept;
    }
    if (r->capacity - kept < FIRST_CAPACITY / 2) {
        size_t capacity = MIN(MAX(r->capacity * 2, FIRST_CAPACITY), r->longest + FIRST_CAPACITY);
        char *bytes = realloc(r->bytes, capacity);
        if (bytes == NULL) {
            return error_set(e, ST_NO_MEMORY, "out of memory for a line");
        }
        r->bytes = bytes;
        r->capacity = capacity;
    }
    size_t length = 0;
    TRY(byte_source_fill(r->source, r->bytes + kept, r->capacity - kept, &length, e));
    r->end += length;
    r->ended = length == 0;
    return ST_OK;
}

static void give_line(struct line_reader *r, size_t length, struct text_line *line)
{
    line->text = (string_view){r->bytes + r->start, MIN(length, r->longest)};
    line->number = r->line++;
    line->is_cut = length > r->longest;
    if (!line->is_cut && length > 0 && line->text.bytes[length - 1] == '\r') {
        line->text.length--;
    }
}

// A line with no end in sight: keeps its start at the front of the buffer and reads over the rest.
static status cut_line(struct line_reader *r, struct text_line *line, struct error *e)
{
    memmove(r->bytes, r->bytes + r->start, r->end - r->start);
    r->end -= r->start;
    r->start = 0;
    give_line(r, r->end, line);
    for (;;) {
        const char *found = memchr(r->bytes + r->longest, '\n', r->end - r->longest);
        if (found != NULL) {
            r->start = (size_t)(found - r->bytes) + 1;
            return ST_OK;
        }
        size_t length = 0;
        TRY(byte_source_fill(r->source, r->bytes + r->longest, r->capacity - r->longest, &length,
                             e));
        r->end = r->longest + length;
        if (length == 0) {
            r->start = r->end;
            r->ended = true;
            return ST_OK;
        }
    }
}

status line_reader_next(struct line_reader *r, struct text_line *line, bool *more, struct error *e)
{
    size_t looked = 0;
    *more = true;
    for (;;) {
        size_t length = r->end - r->start;
        const char *found =
            length > looked ? memchr(r->bytes + r->start + looked, '\n', length - looked) : NULL;
        if (found != NULL || (r->ended && length > 0)) {
            size_t here = found == NULL ? length : (size_t)(found - r->bytes) - r->start;
            give_line(r, here, line);
            r->start += found == NULL ? here : here + 1;
            return ST_OK;
        }
        if (r->ended) {
            *more = false;
            return ST_OK;
        }
        if (length > r->longest) {
            return cut_line(r, line, e);
        }
        looked = length;
        TRY(read_on(r, e));
    }
}
