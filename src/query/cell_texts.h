// SPDX-License-Identifier: Apache-2.0
// The texts of one field for many rows of one part: of small dictionaries all texts are read once
// and kept, of large ones those of the rows at hand. Texts of lists are joined. Must not know:
// queries, formats beyond the one it is told to escape for.
#pragma once

#include "query/field_paths.h"

#include <stdatomic.h>

// What stands between the values of a list (Darwin Core, section 1.2: separated by " | ").
#define CELL_LIST_SEPARATOR " | "

// Writes a text as the format has it; must only append to `out`.
typedef void cell_escape(string_view text, struct buffer *out);

struct cell_reader;

// Bytes that readers keep together, beside small dictionaries.
struct cell_budget {
    atomic_size_t used;
    size_t most;
};

// `paths` are the field's of one part, `count` of them (0: always empty). Thread-safe once made.
NODISCARD status cell_reader_create(const struct field_path *paths, size_t count,
                                    cell_escape *escape, struct cell_budget *budget,
                                    struct cell_reader **out, struct error *e);
void cell_reader_destroy(struct cell_reader *r);

// Behind every text so many bytes may be read, whatever they are.
#define CELL_PADDING 16u
extern const char cell_nothing[CELL_PADDING]; // a text without bytes

struct cell_text {
    const char *bytes;
    size_t length;
};

// What one thread needs to read.
struct cell_scratch {
    uint32_t *ordinals; // owned
    size_t *ends;       // owned
    size_t capacity;
    struct buffer texts;
    struct buffer joined;
};
void cell_scratch_init(struct cell_scratch *s);
void cell_scratch_release(struct cell_scratch *s);

// The escaped texts of the rows listed, which rise. Texts lie in the reader, or behind each other
// in `out`, whose bytes may move: then `bytes` is NULL and the text follows the one before in `out`
// (its padding is the caller's).
NODISCARD status cell_reader_read(const struct cell_reader *r, const uint32_t *rows, size_t count,
                                  struct cell_scratch *scratch, struct buffer *out,
                                  struct cell_text *texts, struct error *e);
