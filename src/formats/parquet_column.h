// SPDX-License-Identifier: Apache-2.0
// One column of one row group of a Parquet file (parquet-format 2.x): values come as texts, become
// pages of a dictionary and of numbers of it while the texts repeat, of plain values then, each
// compressed (zstd). Same calls, same bytes. Must not know: where values come from, the file
// around.
#pragma once

#include "base/buffer.h"

enum parquet_type {
    PARQUET_TEXT,    // UTF-8
    PARQUET_INTEGER, // 64 bits
    PARQUET_REAL,    // double
    PARQUET_BOOLEAN, // texts "true" and "false"
    PARQUET_MOMENT,  // milliseconds since 1970, UTC
    PARQUET_BYTES,   // bytes
};

struct parquet_schema {
    string_view name;
    enum parquet_type type;
    bool list;
    bool required; // every row has a value; no list
};

// Levels of a value (Dremel): of a plain column 0 is no value and 1 one; of a list as below.
enum parquet_list_level {
    PARQUET_LIST_MISSING = 0, // the row has no list
    PARQUET_LIST_EMPTY = 1,
    PARQUET_LIST_NOTHING = 2, // an element without a value
    PARQUET_LIST_VALUE = 3,
};

struct parquet_column;

// `schema` must outlive it.
NODISCARD status parquet_column_create(const struct parquet_schema *schema,
                                       struct parquet_column **out, struct error *e);
void parquet_column_destroy(struct parquet_column *c); // NULL is fine
// Forgets the row group.
void parquet_column_clear(struct parquet_column *c);

// --- a page ----------------------------------------------------------------------------------

// Whether the values to come must be told as they stand, else by their numbers in the dictionary.
bool parquet_column_gave_up(const struct parquet_column *c);
// Whether the dictionary has as many values as it should.
bool parquet_column_is_full(const struct parquet_column *c);
// The number of a text, which is added when it is new.
NODISCARD status parquet_column_intern(struct parquet_column *c, string_view text, uint32_t *out,
                                       struct error *e);
// Gives the dictionary up; what waits becomes a page.
NODISCARD status parquet_column_give_up(struct parquet_column *c, struct error *e);
size_t parquet_column_entries(const struct parquet_column *c);

// A level of each value in rows' order, those without one too; `again` where an element goes on a
// list. Only of columns that are not required.
NODISCARD status parquet_column_level(struct parquet_column *c, uint8_t level, bool again,
                                      struct error *e);
// The same of many values of a plain column.
NODISCARD status parquet_column_levels(struct parquet_column *c, const uint8_t *levels,
                                       size_t count, struct error *e);
// The numbers of the values that there are.
NODISCARD status parquet_column_numbers(struct parquet_column *c, const uint32_t *numbers,
                                        size_t count, struct error *e);
// One value as it stands.
NODISCARD status parquet_column_plain(struct parquet_column *c, string_view text, struct error *e);
// Many values as they stand, one behind the other in `texts`, up to `ends[i]`.
NODISCARD status parquet_column_plain_all(struct parquet_column *c, struct buffer *texts,
                                          const size_t *ends, size_t count, struct error *e);
// Of the values waiting to be a page: their bytes as they stand.
size_t parquet_column_waiting(const struct parquet_column *c);
// Makes a page of what was added since the last one.
NODISCARD status parquet_column_page(struct parquet_column *c, struct error *e);

// --- the end ---------------------------------------------------------------------------------

struct parquet_statistics {
    uint64_t missing;
    bool known;        // least and greatest are
    string_view least; // plain bytes of the type
    string_view greatest;
};

struct parquet_chunk {
    const struct parquet_schema *schema;
    string_view dictionary; // its page; empty: there is none
    string_view pages;
    uint64_t plain_bytes; // of both before they were compressed, headers included
    uint64_t values;      // levels, or values of a required column
    bool has_plain;       // some page is of plain values
    bool has_numbers;     // some page is of numbers
    struct parquet_statistics statistics;
};
// Everything of the row group; views last until the column is cleared.
NODISCARD status parquet_column_finish(struct parquet_column *c, struct parquet_chunk *out,
                                       struct error *e);
// Bytes that the row group will take.
size_t parquet_column_bytes(const struct parquet_column *c);
