// SPDX-License-Identifier: Apache-2.0
// Letters, one by one.
#include "formats/fasta_write.h"

#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_among(char c, const char *letters)
{
    return c != '\0' && strchr(letters, c) != NULL;
}

bool fasta_is_sequence(string_view text)
{
    size_t bases = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (!is_blank(c) && !is_among(c, "ACGTURYSWKMBDHVNacgturyswkmbdhvn-.?")) {
            return false;
        }
        bases += is_among(c, "ACGTUacgtu");
    }
    return bases >= FASTA_LEAST;
}

void fasta_write_sequence(string_view text, struct buffer *out)
{
    size_t letters = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        if (is_blank(c)) {
            continue;
        }
        if (letters > 0 && letters % FASTA_LINE == 0) {
            buffer_append_byte(out, '\n');
        }
        buffer_append_byte(out, c == '?' ? 'N' : c);
        letters++;
    }
    buffer_append_byte(out, '\n');
}

static bool is_control(char c)
{
    return (unsigned char)c < 0x20 || c == 0x7f;
}

void fasta_write_id(string_view text, struct buffer *out)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];
        buffer_append_byte(out, c == ' ' || c == '|' || is_control(c) ? '_' : c);
    }
}

void fasta_write_note(const char *name, string_view value, struct buffer *out)
{
    if (value.length == 0) {
        return;
    }
    buffer_print(out, " [%s=", name);
    for (size_t i = 0; i < value.length; i++) {
        char c = value.bytes[i];
        buffer_append_byte(out, is_control(c) ? ' ' : c == '[' ? '(' : c == ']' ? ')' : c);
    }
    buffer_append_byte(out, ']');
}
