// SPDX-License-Identifier: Apache-2.0
// Rows as bytes: numbers of seven bits a byte, low ones first, then each field's length and bytes.
#include "formats/packed_row.h"

static void write_number(struct buffer *out, uint64_t number)
{
    char bytes[10];
    size_t length = 0;
    while (number >= 0x80) {
        bytes[length++] = (char)(number | 0x80);
        number >>= 7;
    }
    bytes[length++] = (char)number;
    buffer_append(out, bytes, length);
}

static bool read_number(string_view *bytes, uint64_t *out)
{
    uint64_t number = 0;
    for (size_t i = 0; i < bytes->length && i < 10; i++) {
        unsigned char byte = (unsigned char)bytes->bytes[i];
        number |= (uint64_t)(byte & 0x7f) << (7 * i);
        if (byte < 0x80) {
            *bytes = sv_slice(*bytes, i + 1, SIZE_MAX);
            *out = number;
            return true;
        }
    }
    return false;
}

void packed_row_append(struct buffer *out, const struct dwca_table *t, uint32_t table,
                       const struct csv_row *row)
{
    size_t count = MIN(row->count, t->width);
    write_number(out, table);
    write_number(out, t->location);
    write_number(out, row->line);
    write_number(out, count);
    for (size_t i = 0; i < count; i++) {
        string_view field = t->is_read[i] ? row->fields[i] : SV("");
        write_number(out, field.length);
        buffer_append_view(out, field);
    }
}

status packed_row_read(string_view bytes, string_view *fields, size_t most, struct packed_row *out,
                       struct error *e)
{
    uint64_t numbers[4] = {0};
    bool good = true;
    for (size_t i = 0; i < ARRAY_LENGTH(numbers) && good; i++) {
        good = read_number(&bytes, &numbers[i]);
    }
    good = good && numbers[3] <= most;
    for (size_t i = 0; good && i < numbers[3]; i++) {
        uint64_t length = 0;
        good = read_number(&bytes, &length) && length <= bytes.length;
        if (good) {
            fields[i] = sv_slice(bytes, 0, (size_t)length);
            bytes = sv_slice(bytes, (size_t)length, SIZE_MAX);
        }
    }
    if (!good) {
        return error_set(e, ST_CORRUPT, "a sorted row cannot be read back");
    }
    *out = (struct packed_row){.table = (uint32_t)numbers[0],
                               .location = (size_t)numbers[1],
                               .line = numbers[2],
                               .field_count = (size_t)numbers[3]};
    return ST_OK;
}
