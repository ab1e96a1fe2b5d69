// SPDX-License-Identifier: Apache-2.0
// Cleaning of field names.
#include "formats/field_name.h"

#include "base/utf8.h"

// Controls of ASCII and of Latin-1, and the marks that editors leave unseen at a name's edge.
static bool is_removed(int32_t character)
{
    return character < 0x20 || (character >= 0x7f && character < 0xa0) || character == 0xfeff ||
           character == 0x200b;
}

static bool is_blank(int32_t character)
{
    return character == ' ' || character == 0xa0;
}

bool field_name_is_clean(string_view name)
{
    if (name.length == 0 || name.length > LIMIT_NAME_BYTES || name.bytes[0] == ' ' ||
        name.bytes[name.length - 1] == ' ') {
        return false;
    }
    for (size_t i = 0; i < name.length; i++) {
        unsigned char byte = (unsigned char)name.bytes[i];
        if (byte < 0x20 || byte >= 0x7f) {
            return false;
        }
    }
    return true;
}

status field_name_clean(string_view name, size_t position, struct buffer *out, struct error *e)
{
    if (name.length > LIMIT_NAME_BYTES) {
        return error_set(e, ST_BAD_DATA, "the name of column %zu is longer than %zu bytes",
                         position, LIMIT_NAME_BYTES);
    }
    buffer_clear(out);
    size_t end = 0; // behind the last character that is no blank
    for (size_t at = 0; at < name.length;) {
        size_t start = at;
        int32_t character = utf8_next(name, &at);
        if (character < 0) {
            return error_set(e, ST_BAD_DATA, "the name of column %zu is not UTF-8", position);
        }
        if (is_removed(character) || (is_blank(character) && out->length == 0)) {
            continue;
        }
        buffer_append(out, name.bytes + start, at - start);
        if (!is_blank(character)) {
            end = out->length;
        }
    }
    out->length = end;
    if (end == 0) {
        buffer_append_view(out, SV("column "));
        buffer_append_uint(out, position);
    }
    return buffer_check(out, "the name of a column", e);
}
