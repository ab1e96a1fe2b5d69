// SPDX-License-Identifier: Apache-2.0
// Delimited text to rows. A row is first measured in the buffer, which may be filled up and grown
// meanwhile, and only when it is whole are its fields cut and doubled quotes taken out in place.
#include "formats/csv_parser.h"

#include "base/array.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY ((size_t)1 << 20)
#define MOST_CAPACITY  (LIMIT_RECORD_BYTES + ((size_t)1 << 20))
#define PADDING        ((size_t)16) // readable zeros behind the end, for words

#define EACH_BYTE UINT64_C(0x0101010101010101)
#define HIGH_BITS UINT64_C(0x8080808080808080)

struct measured_field {
    size_t start;
    size_t end;
    bool has_quotes; // doubled or literal ones, to be taken out
};

enum measure {
    MEASURE_DONE,     // the row ends in what is there
    MEASURE_MORE,     // the row goes on behind it
    MEASURE_UNCLOSED, // a quoted field cannot end
};

struct csv_parser {
    struct byte_source *source; // owned
    struct csv_dialect dialect;
    unsigned char *bytes; // owned; capacity + PADDING
    size_t capacity;
    size_t start;  // of the row
    size_t end;    // of what was read
    bool ended;    // the source gave its last byte
    uint64_t base; // offset in the text of bytes[0]
    uint64_t line;
    uint64_t recovering_until; // offset up to which quoted fields must stay on their line
    bool distrusted;           // the last row to recover with was not complete

    struct measured_field *measured; // owned
    size_t measured_capacity;
    size_t count;
    bool more_fields;
    size_t row_end; // behind the row's content
    size_t next;    // behind the line's end
    bool unterminated;
    size_t swallowed; // of an unclosed field: how far was looked

    string_view *fields; // owned
    size_t fields_capacity;
};

status csv_parser_create(struct byte_source *source, const struct csv_dialect *dialect,
                         struct csv_parser **out, struct error *e)
{
    struct csv_parser *p = calloc(1, sizeof *p);
    size_t capacity = byte_source_buffer_size(source, FIRST_CAPACITY);
    unsigned char *bytes = calloc(1, capacity + PADDING);
    if (p == NULL || bytes == NULL) {
        free(p);
        free(bytes);
        byte_source_destroy(source);
        return error_set(e, ST_NO_MEMORY, "out of memory for reading rows");
    }
    p->source = source;
    p->dialect = *dialect;
    p->bytes = bytes;
    p->capacity = capacity;
    p->line = 1;
    *out = p;
    return ST_OK;
}

void csv_parser_destroy(struct csv_parser *p)
{
    if (p != NULL) {
        byte_source_destroy(p->source);
        free(p->bytes);
        free(p->measured);
        free(p->fields);
        free(p);
    }
}

uint64_t csv_parser_consumed(const struct csv_parser *p)
{
    return p->source->consumed;
}

void csv_parser_judge(struct csv_parser *p, bool complete)
{
    p->distrusted = !complete;
}

// Moves the row to the front of the buffer, grows it when that is full, and reads on.
// *grown is false when the row has all the room that a row may have.
static status read_on(struct csv_parser *p, bool *grown, struct error *e)
{
    size_t kept = p->end - p->start;
    if (p->start > 0) {
        memmove(p->bytes, p->bytes + p->start, kept);
        p->base += p->start;
        p->start = 0;
        p->end = kept;
    }
    if (p->capacity - kept < p->capacity / 4 && p->capacity < MOST_CAPACITY) {
        size_t capacity = MIN(p->capacity * 2, MOST_CAPACITY);
        unsigned char *bytes = realloc(p->bytes, capacity + PADDING);
        if (bytes == NULL) {
            return error_set(e, ST_NO_MEMORY, "out of memory for a row");
        }
        p->bytes = bytes;
        p->capacity = capacity;
    }
    size_t length = 0;
    *grown = p->capacity - kept >= PADDING;
    if (*grown) {
        TRY(byte_source_fill(p->source, p->bytes + kept, p->capacity - kept, &length, e));
        p->ended = length == 0;
    }
    p->end = kept + length;
    memset(p->bytes + p->end, 0, PADDING);
    return ST_OK;
}

static size_t find_byte(const struct csv_parser *p, size_t at, size_t end, char byte)
{
    const unsigned char *found =
        at < end ? memchr(p->bytes + at, (unsigned char)byte, end - at) : NULL;
    return found == NULL ? end : (size_t)(found - p->bytes);
}

// The first delimiter or newline from `at`, or `end`; eight bytes at a time.
static size_t find_field_end(const struct csv_parser *p, size_t at, size_t end)
{
    const uint64_t delimiters = EACH_BYTE * (unsigned char)p->dialect.delimiter;
    const uint64_t newlines = EACH_BYTE * (unsigned char)p->dialect.newline;
    while (at < end) {
        uint64_t word = 0;
        memcpy(&word, p->bytes + at, sizeof word);
        uint64_t a = word ^ delimiters;
        uint64_t b = word ^ newlines;
        uint64_t found = (((a - EACH_BYTE) & ~a) | ((b - EACH_BYTE) & ~b)) & HIGH_BITS;
        if (found != 0) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
            return MIN(at + (size_t)__builtin_ctzll(found) / 8, end);
#else
            while (p->bytes[at] != (unsigned char)p->dialect.delimiter &&
                   p->bytes[at] != (unsigned char)p->dialect.newline) {
                at++;
            }
            return MIN(at, end);
#endif
        }
        at += sizeof word;
    }
    return end;
}

static status add_field(struct csv_parser *p, size_t start, size_t end, bool has_quotes,
                        struct error *e)
{
    if (p->count == CSV_MOST_FIELDS) {
        p->more_fields = true;
        return ST_OK;
    }
    if (!ARRAY_RESERVE(p->measured, p->measured_capacity, p->count, CSV_MOST_FIELDS)) {
        return error_set(e, ST_NO_MEMORY, "out of memory for a row");
    }
    p->measured[p->count++] = (struct measured_field){start, end, has_quotes};
    return ST_OK;
}

// What stands at `at`, behind a quote: whether the quoted field ends before it.
enum behind_quote { FIELD_ENDS, ROW_ENDS, FIELD_GOES_ON, NOT_YET_KNOWN };

static enum behind_quote look_behind_quote(const struct csv_parser *p, size_t at, size_t end,
                                           bool is_last, size_t *behind)
{
    while (at < end && p->bytes[at] != (unsigned char)p->dialect.delimiter &&
           (p->bytes[at] == ' ' || p->bytes[at] == '\t')) {
        at++;
    }
    *behind = at;
    if (at == end) {
        return is_last ? ROW_ENDS : NOT_YET_KNOWN;
    }
    char byte = (char)p->bytes[at];
    if (byte == p->dialect.delimiter) {
        return FIELD_ENDS;
    }
    if (byte == p->dialect.newline) {
        return ROW_ENDS;
    }
    if (byte == '\r' && p->dialect.newline == '\n') {
        if (at + 1 == end) {
            *behind = end;
            return is_last ? ROW_ENDS : NOT_YET_KNOWN;
        }
        *behind = at + 1;
        return p->bytes[at + 1] == '\n' ? ROW_ENDS : FIELD_GOES_ON;
    }
    return FIELD_GOES_ON;
}

// Measures the quoted field whose opening quote is at *at; *at moves to the delimiter, newline or
// end behind it.
static enum measure measure_quoted(struct csv_parser *p, size_t *at, size_t end, bool is_last,
                                   struct measured_field *field)
{
    size_t start = *at + 1;
    size_t from = start;
    size_t looked = start; // up to here there is no newline
    bool has_literal = false;
    field->has_quotes = false;
    for (;;) {
        size_t quote = find_byte(p, from, end, p->dialect.quote);
        p->swallowed = quote;
        if (quote == end) {
            return is_last ? MEASURE_UNCLOSED : MEASURE_MORE;
        }
        if (quote + 1 < end && p->bytes[quote + 1] == (unsigned char)p->dialect.quote) {
            field->has_quotes = true;
            from = quote + 2;
            continue;
        }
        size_t behind = 0;
        enum behind_quote seen = look_behind_quote(p, quote + 1, end, is_last, &behind);
        if (seen == NOT_YET_KNOWN) {
            return MEASURE_MORE;
        }
        has_literal = has_literal || seen == FIELD_GOES_ON;
        if (has_literal) {
            // With a quote that was not doubled, a field over several lines is two fields mixed up.
            looked = find_byte(p, looked, quote, p->dialect.newline);
            if (looked < quote) {
                return MEASURE_UNCLOSED;
            }
            field->has_quotes = true;
        }
        if (seen != FIELD_GOES_ON) {
            field->start = start;
            field->end = quote;
            *at = behind;
            return MEASURE_DONE;
        }
        from = quote + 1;
    }
}

// Measures the row at p->start within bytes[start .. end); `is_last` when nothing follows `end`
// that could belong to it.
static status measure_fields(struct csv_parser *p, size_t end, bool is_last, enum measure *out,
                             struct error *e)
{
    size_t at = p->start;
    p->count = 0;
    p->more_fields = false;
    for (;;) {
        struct measured_field field = {at, at, false};
        if (p->dialect.quote != 0 && at < end && p->bytes[at] == (unsigned char)p->dialect.quote) {
            *out = measure_quoted(p, &at, end, is_last, &field);
            if (*out != MEASURE_DONE) {
                return ST_OK;
            }
        } else {
            at = find_field_end(p, at, end);
            field.end = at;
        }
        if (at == end && !is_last) {
            *out = MEASURE_MORE;
            return ST_OK;
        }
        bool row_ends = at == end || p->bytes[at] != (unsigned char)p->dialect.delimiter;
        if (row_ends && p->dialect.newline == '\n' && field.end > field.start && field.end == at &&
            p->bytes[field.end - 1] == '\r') {
            field.end--;
        }
        TRY(add_field(p, field.start, field.end, field.has_quotes, e));
        if (row_ends) {
            p->row_end = at;
            p->next = MIN(at + 1, p->end);
            p->unterminated = at == p->end;
            *out = MEASURE_DONE;
            return ST_OK;
        }
        at++;
    }
}

static bool is_recovering(const struct csv_parser *p)
{
    return p->base + p->start < p->recovering_until;
}

// Measures the row at p->start, reading on as needed. While recovering a row is one line.
static status measure_row(struct csv_parser *p, enum measure *out, struct error *e)
{
    for (;;) {
        size_t line_end = p->end;
        if (is_recovering(p)) {
            line_end = find_byte(p, p->start, p->end, p->dialect.newline);
        }
        bool is_last = line_end < p->end || p->ended;
        TRY(measure_fields(p, line_end, is_last, out, e));
        if (*out != MEASURE_MORE) {
            return ST_OK;
        }
        bool grown = false;
        TRY(read_on(p, &grown, e));
        if (!grown) {
            p->swallowed = p->end;
            return ST_OK;
        }
    }
}

// Moves behind the line that starts at p->start, reading on as needed.
static status skip_line(struct csv_parser *p, struct error *e)
{
    for (;;) {
        size_t newline = find_byte(p, p->start, p->end, p->dialect.newline);
        if (newline < p->end) {
            p->start = newline + 1;
            p->line++;
            return ST_OK;
        }
        p->start = p->end;
        if (p->ended) {
            return ST_OK;
        }
        bool grown = false;
        TRY(read_on(p, &grown, e));
    }
}

status csv_parser_skip_line(struct csv_parser *p, struct error *e)
{
    return skip_line(p, e);
}

// A row that has no end: only its first line is given up.
static status recover(struct csv_parser *p, struct error *e)
{
    uint64_t until = p->base + p->swallowed;
    p->recovering_until = MAX(p->recovering_until, until);
    p->distrusted = true;
    return skip_line(p, e);
}

// Takes out the quotes of a measured field in place.
static string_view cut_field(struct csv_parser *p, const struct measured_field *field)
{
    char *text = (char *)p->bytes + field->start;
    size_t length = field->end - field->start;
    if (!field->has_quotes) {
        return (string_view){text, length};
    }
    size_t kept = 0;
    for (size_t i = 0; i < length; i++) {
        text[kept++] = text[i];
        if (text[i] == p->dialect.quote && i + 1 < length && text[i + 1] == p->dialect.quote) {
            i++;
        }
    }
    return (string_view){text, kept};
}

static status cut_fields(struct csv_parser *p, struct csv_row *row, struct error *e)
{
    while (p->fields_capacity < p->count) {
        if (!ARRAY_RESERVE(p->fields, p->fields_capacity, p->fields_capacity, CSV_MOST_FIELDS)) {
            return error_set(e, ST_NO_MEMORY, "out of memory for a row");
        }
    }
    for (size_t i = 0; i < p->count; i++) {
        p->fields[i] = cut_field(p, &p->measured[i]);
    }
    row->fields = p->fields;
    row->count = p->count;
    row->more_fields = p->more_fields;
    row->unterminated = p->unterminated;
    return ST_OK;
}

// Finds what is wrong inside the fields of a whole row: bytes first, as they are looked at in one
// go.
static void check_fields(const struct csv_parser *p, struct csv_row *row)
{
    string_view text = {(const char *)p->bytes + p->start, p->row_end - p->start};
    bool has_nul = memchr(text.bytes, '\0', text.length) != NULL;
    if (!has_nul && text.length <= LIMIT_VALUE_BYTES && utf8_check(text) == text.length) {
        return;
    }
    if (text.length > LIMIT_RECORD_BYTES) {
        row->fault = CSV_ROW_TOO_LONG;
        return;
    }
    for (size_t i = 0; i < row->count && row->fault == CSV_FINE; i++) {
        string_view field = row->fields[i];
        row->fault_field = i;
        if (field.length > LIMIT_VALUE_BYTES) {
            row->fault = CSV_FIELD_TOO_LONG;
        } else if (memchr(field.bytes, '\0', field.length) != NULL) {
            row->fault = CSV_NUL;
        } else if (utf8_check(field) < field.length) {
            row->fault = CSV_BAD_BYTE;
        }
    }
}

// Blanks that make up an empty line; a tab may be the delimiter, and then it is none.
static bool is_blank_byte(const struct csv_parser *p, unsigned char byte)
{
    return (byte == ' ' && p->dialect.delimiter != ' ') ||
           (byte == '\r' && p->dialect.newline != '\r') ||
           (byte == '\t' && p->dialect.delimiter != '\t');
}

static uint64_t count_lines(const struct csv_parser *p, size_t start, size_t end)
{
    uint64_t count = 0;
    for (size_t at = start; (at = find_byte(p, at, end, p->dialect.newline)) < end; at++) {
        count++;
    }
    return count;
}

// A faulty row of which no field is sure.
static status give_up_row(struct csv_parser *p, enum measure measured, struct csv_row *row,
                          struct error *e)
{
    row->fault = measured == MEASURE_UNCLOSED ? CSV_UNCLOSED_QUOTE : CSV_ROW_TOO_LONG;
    row->fault_field = p->count;
    return recover(p, e);
}

static status take_row(struct csv_parser *p, struct csv_row *row, struct error *e)
{
    // Only a quoted field can hold a line's end. Counted before its quotes are taken out in place.
    uint64_t lines = p->dialect.quote == 0 ? 0 : count_lines(p, p->start, p->row_end);
    TRY(cut_fields(p, row, e));
    check_fields(p, row);
    p->line += lines + 1;
    p->start = p->next;
    return ST_OK;
}

static status next_row(struct csv_parser *p, struct csv_row *row, struct error *e)
{
    enum measure measured = MEASURE_DONE;
    TRY(measure_row(p, &measured, e));
    return measured == MEASURE_DONE ? take_row(p, row, e) : give_up_row(p, measured, row, e);
}

status csv_parser_has_more(struct csv_parser *p, bool *more, struct error *e)
{
    for (;;) {
        if (p->start == p->end && !p->ended) {
            bool grown = false;
            TRY(read_on(p, &grown, e));
        }
        size_t at = p->start;
        while (at < p->end && is_blank_byte(p, p->bytes[at])) {
            at++;
        }
        if (at == p->end && !p->ended && at - p->start < FIRST_CAPACITY) {
            bool grown = false;
            TRY(read_on(p, &grown, e));
            continue;
        }
        bool is_blank = at == p->end ? p->ended : p->bytes[at] == (unsigned char)p->dialect.newline;
        *more = p->start < p->end;
        if (!is_blank || !*more) {
            return ST_OK;
        }
        TRY(skip_line(p, e));
    }
}

status csv_parser_next(struct csv_parser *p, struct csv_row *row, bool *more, struct error *e)
{
    TRY(csv_parser_has_more(p, more, e));
    if (*more) {
        *row = (struct csv_row){.line = p->line, .recovering = is_recovering(p) || p->distrusted};
        TRY(next_row(p, row, e));
    }
    return ST_OK;
}
