// SPDX-License-Identifier: Apache-2.0
// A stream cut into lines, in bounded memory: of a line that is longer than allowed only its start
// is kept, and the rest is passed over. Must not know: what the lines hold.
#pragma once

#include "formats/byte_source.h"

struct line_reader {
    struct byte_source *source; // owned
    char *bytes;                // owned
    size_t capacity;
    size_t start;
    size_t end;
    size_t longest;
    bool ended;
    uint64_t line; // number of the next line, from 1
};

struct text_line {
    string_view text; // without the line's end; borrowed until the next call
    uint64_t number;  // from 1
    bool is_cut;      // it was longer than `longest`
};

// Takes `source`; nothing can fail before the first line.
void line_reader_init(struct line_reader *r, struct byte_source *source, size_t longest);
void line_reader_release(struct line_reader *r);
// The next line; *more is false at the end.
NODISCARD status line_reader_next(struct line_reader *r, struct text_line *line, bool *more,
                                  struct error *e);
