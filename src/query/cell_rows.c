// SPDX-License-Identifier: Apache-2.0
// Most texts are short: 32 bytes are copied without a look at the length, and the next text goes
// over what was too much. What lies far away is asked for some rows ahead.
// Must not know: what the texts mean.
#include "query/cell_rows.h"

#include "base/large_memory.h"

#include <string.h>

#define SLOTS_AHEAD CELL_AHEAD
#define TEXTS_AHEAD (CELL_AHEAD / 2) // their slots are there by then
#define TEXT_LINES  3u               // of a long text, asked for ahead

struct line_writer {
    const struct cell_column *columns;
    size_t column_count;
    string_view line_end;
    size_t room;    // that a row needs without its long texts
    char *room_end; // of the room in `out`
    struct buffer *out;
};

static inline const unsigned char *slot_of(const struct cell_column *c, size_t row)
{
    return c->slots + ((size_t)c->ordinals[row] << c->shift);
}

// --- asking ahead ----------------------------------------------------------------------------

static inline void ask_for_text(const struct cell_column *c, size_t row)
{
    struct long_cell cell = {0};
    const unsigned char *slot = slot_of(c, row);
    if (slot[c->last] == CELL_LONG) {
        memcpy(&cell, slot, sizeof cell);
        for (size_t i = 0; i < TEXT_LINES; i++) {
            __builtin_prefetch(c->texts + cell.start + i * MEMORY_LINE);
        }
    }
}

// Column by column of the first rows, which nobody has asked for.
static void ask_for_first(const struct line_writer *w, size_t rows)
{
    for (size_t i = 0; i < w->column_count; i++) {
        const struct cell_column *c = &w->columns[i];
        for (size_t row = 0; c->far && row < MIN(rows, (size_t)SLOTS_AHEAD); row++) {
            __builtin_prefetch(slot_of(c, row));
        }
    }
    for (size_t i = 0; i < w->column_count; i++) {
        const struct cell_column *c = &w->columns[i];
        for (size_t row = 0; c->far_texts && row < MIN(rows, (size_t)TEXTS_AHEAD); row++) {
            ask_for_text(c, row);
        }
    }
}

static inline void ask_ahead(const struct cell_column *c, size_t row)
{
    if (c->far) {
        __builtin_prefetch(slot_of(c, row + SLOTS_AHEAD));
    }
    if (c->far_texts) {
        ask_for_text(c, row + TEXTS_AHEAD);
    }
}

// --- writing ---------------------------------------------------------------------------------

// Room for `length` bytes and the rest of a row, behind what is written. NULL: there is none.
static char *make_room(struct line_writer *w, size_t length)
{
    if (!buffer_reserve(w->out, length + w->room)) {
        return NULL;
    }
    w->room_end = w->out->bytes + w->out->capacity;
    return w->out->bytes + w->out->length;
}

static char *make_room_at(struct line_writer *w, const char *at, size_t length)
{
    w->out->length = (size_t)(at - w->out->bytes);
    return make_room(w, length);
}

static char *put_long(struct line_writer *w, char *at, const struct cell_column *c,
                      const unsigned char *slot)
{
    struct long_cell cell = {0};
    memcpy(&cell, slot, sizeof cell);
    if ((size_t)(w->room_end - at) < cell.length + w->room) {
        at = make_room_at(w, at, cell.length);
        if (at == NULL) {
            return NULL;
        }
    }
    const char *text = c->texts + cell.start;
    for (size_t i = 0; i < cell.length; i += CELL_PADDING) {
        memcpy(at + i, text + i, CELL_PADDING);
    }
    return at + cell.length;
}

static inline char *put_cell(struct line_writer *w, char *at, const struct cell_column *c,
                             size_t row)
{
    const unsigned char *slot = slot_of(c, row);
    size_t length = slot[c->last];
    if (length > 32) {
        if (length == CELL_LONG) {
            return put_long(w, at, c, slot);
        }
        memcpy(at + 32, slot + 32, 32);
    }
    memcpy(at, slot, 16);
    memcpy(at + 16, slot + c->second, 16); // of short slots the same bytes again: no matter
    return at + length;
}

static char *write_line(struct line_writer *w, char *at, size_t row)
{
    const struct cell_column *end = w->columns + w->column_count;
    if ((size_t)(w->room_end - at) < w->room) {
        at = make_room_at(w, at, 0);
    }
    for (const struct cell_column *c = w->columns; at != NULL && c < end; c++) {
        ask_ahead(c, row);
        at = put_cell(w, at, c, row);
    }
    if (at != NULL) {
        at -= w->column_count > 0;
        memcpy(at, w->line_end.bytes, w->line_end.length);
        at += w->line_end.length;
    }
    return at;
}

status cell_rows_write(const struct cell_column *columns, size_t column_count, size_t rows,
                       string_view line_end, struct buffer *out, struct error *e)
{
    struct line_writer w = {.columns = columns,
                            .column_count = column_count,
                            .line_end = line_end,
                            .room = line_end.length + ((size_t)1 << CELL_MOST_SHIFT),
                            .out = out};
    for (size_t i = 0; i < column_count; i++) {
        w.room += columns[i].last;
    }
    ask_for_first(&w, rows);
    char *at = make_room(&w, 0);
    for (size_t row = 0; at != NULL && row < rows; row++) {
        at = write_line(&w, at, row);
    }
    if (at == NULL) {
        return buffer_check(out, "rows of an export", e);
    }
    out->length = (size_t)(at - out->bytes);
    return ST_OK;
}
