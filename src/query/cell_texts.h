// SPDX-License-Identifier: Apache-2.0
// The texts of one field for many rows of one part, as they are written: of dictionaries that are
// worth it all texts are read once and kept, of others those of the rows at hand. Texts of lists
// are joined. Must not know: queries, formats beyond the one it is told to escape for.
#pragma once

#include "query/field_paths.h"

#include <stdatomic.h>

// What stands between the values of a list (Darwin Core, section 1.2: separated by " | ").
#define CELL_LIST_SEPARATOR " | "

// Writes a text of a column as the format has it, with what stands around each; must only append to
// `out`. Called from any thread.
struct cell_escape {
    void (*write)(void *argument, size_t column, string_view text, struct buffer *out);
    void *argument;
    size_t column;
};

struct cell_reader;

// Bytes that readers keep together, beside small dictionaries.
struct cell_budget {
    atomic_size_t used;
    size_t most;
};

// `paths` are the field's of one part, `count` of them (0: always empty). `number`: only that of
// its values, from 1, where those of lists keep their places; 0: all. `rows` of the part will be
// read, about. Thread-safe once made.
NODISCARD status cell_reader_create(const struct field_path *paths, size_t count, uint32_t number,
                                    size_t rows, const struct cell_escape *escape,
                                    struct cell_budget *budget, struct cell_reader **out,
                                    struct error *e);
void cell_reader_destroy(struct cell_reader *r);
// Whether all texts are kept; then those of the one path's ordinals can be asked for alone.
bool cell_reader_keeps(const struct cell_reader *r);
string_view cell_reader_text(const struct cell_reader *r, uint32_t ordinal);
void cell_reader_expect(const struct cell_reader *r, uint32_t ordinal); // ahead

#define CELL_STEP  128u // rows that are read at a time
#define CELL_AHEAD 16u  // ordinals behind them, which are 0: what is asked for ahead

// Behind every long text so many bytes may be read, whatever they are.
#define CELL_PADDING 32u

// Texts lie in slots of 1 << shift bytes, which begin with the text; the last byte is its length. A
// slot of a text that does not fit begins with struct long_cell, and its last byte is CELL_LONG.
#define CELL_LEAST_SHIFT 4u
#define CELL_MOST_SHIFT  6u
#define CELL_LONG        255u
struct long_cell {
    uint64_t start; // in `texts`
    uint32_t length;
};

// The cells of one column, for the rows of a step. One thread's.
struct cell_column {
    const unsigned char *slots; // by ordinal
    const char *texts;          // the long ones
    uint32_t shift;
    uint32_t last;   // place of a slot's last byte
    uint32_t second; // place of a slot's second 16 bytes; 0: it has no more than 16
    bool far;        // the slots are too many for the processor's cache
    bool far_texts;  // most texts are long ones, and there are too many
    uint32_t ordinals[CELL_STEP + CELL_AHEAD]; // checked
    // What no reader keeps: a slot for each row of the step.
    unsigned char *own; // owned
    struct buffer own_texts;
};
void cell_column_init(struct cell_column *c);
void cell_column_release(struct cell_column *c);
// Empties the column, to be filled with texts as they stand, row by row from 0, instead of being
// read. `text` only gets room. A failure shows in cell_column_end.
void cell_column_begin(struct cell_column *c);
void cell_column_add(struct cell_column *c, size_t row, struct buffer *text);
NODISCARD status cell_column_end(struct cell_column *c, struct error *e);

// The cell of a row of the step, once read or ended; it lives until the column is used again.
string_view cell_text(const struct cell_column *c, size_t row);

// What one thread needs to read.
struct cell_scratch {
    size_t ends[CELL_STEP];
    struct buffer texts;
    struct buffer joined;
    struct buffer escaped;
};
void cell_scratch_init(struct cell_scratch *s);
void cell_scratch_release(struct cell_scratch *s);

// Reads the rows listed, which rise, at most CELL_STEP. The reader must outlive the column's use.
NODISCARD status cell_reader_read(const struct cell_reader *r, const uint32_t *rows, size_t count,
                                  struct cell_scratch *scratch, struct cell_column *out,
                                  struct error *e);
