// SPDX-License-Identifier: Apache-2.0
// Reads one segment file (docs/format.md, Segment): mapped, checked, never changed.
// Headers and the directory are checked on opening, a section at its first use; every ordinal, row
// and offset against its bound always, so that a damaged file gives ST_CORRUPT naming the section,
// never a crash. Thread-safe: everything is read-only but the once-only flags of checked sections.
// Must not know: closings, commits' times, queries.
#pragma once

#include "base/bitset.h"
#include "base/buffer.h"
#include "base/hash.h"
#include "base/uuid.h"
#include "store/date_list.h"
#include "store/value.h"

struct segment;
struct block_checks;

NODISCARD status segment_open(const char *path, struct segment **out, struct error *e);
void segment_close(struct segment *s);
// Checks every checksum and cross-reference; the message names section, path and place.
NODISCARD status segment_verify(struct segment *s, struct error *e);

uint32_t segment_rows(const struct segment *s);
uint64_t segment_bytes(const struct segment *s);
// The checksum of the header, which the checksums of all sections go into: segments of one identity
// have one content, so it can name what is made from a segment and kept.
uint64_t segment_identity(const struct segment *s);

// --- tables and rows
// -------------------------------------------------------------------------------
struct segment_table {
    struct uuid table;
    uint32_t first_row;
    uint32_t rows;
};
NODISCARD status segment_tables(struct segment *s, const struct segment_table **out, size_t *count,
                                struct error *e);
// Keys: view into `scratch` (replaced at each call).
NODISCARD status segment_key(struct segment *s, uint32_t row, struct buffer *scratch,
                             string_view *out, struct error *e);
// First row of the range whose key is not below `key`; rows [first, first + count) belong to one
// table.
NODISCARD status segment_find_key(struct segment *s, const struct segment_table *table,
                                  string_view key, uint32_t *row, bool *equal, struct error *e);
// Sequential reading of keys, quicker than one by one.
struct key_cursor {
    struct segment *segment;
    uint32_t row;
    struct buffer key;
    size_t blob_at;
};
NODISCARD status key_cursor_start(struct key_cursor *c, struct segment *s, uint32_t row,
                                  struct error *e);
NODISCARD status key_cursor_key(struct key_cursor *c, string_view *out,
                                struct error *e);                        // of c->row
NODISCARD status key_cursor_next(struct key_cursor *c, struct error *e); // to row + 1
void key_cursor_release(struct key_cursor *c);

// Commit numbers; `own` replaces 0. NULL arrays mean: all own, all open.
NODISCARD status segment_from(struct segment *s, const uint32_t **out, struct error *e);
NODISCARD status segment_until(struct segment *s, const uint32_t **out, struct error *e);
NODISCARD status segment_hashes(struct segment *s, const struct sha256 **out, struct error *e);
// The layers of a corrected row: *found false when source and shown are the same. `json` into
// `scratch`.
NODISCARD status segment_layers(struct segment *s, uint32_t row, bool *found,
                                struct sha256 *source_hash, struct buffer *scratch,
                                string_view *json, struct error *e);

// --- paths
// -----------------------------------------------------------------------------------------
enum path_kind { PATH_LEAF, PATH_LIST, PATH_OBJECT };
#define NO_PATH UINT32_MAX

struct segment_path {
    uint32_t parent; // NO_PATH: the root
    uint32_t level;  // of its values; of a list path: the level its elements make
    enum path_kind kind;
    string_view name; // own name; "" for the elements of a list
};
NODISCARD status segment_paths(struct segment *s, const struct segment_path **out, size_t *count,
                               struct error *e);
// The dotted name people use: member names joined by '.', list steps left out. Appends to `out`.
void segment_path_name(const struct segment_path *paths, uint32_t path, struct buffer *out);
// Number of elements of a level (level 0: rows), and which element of the parent level / row each
// belongs to.
uint32_t segment_level_size(struct segment *s, uint32_t level);
uint32_t segment_level_parent(struct segment *s, uint32_t level);
// u32 offsets of a level: elements of parent element p are [offsets[p], offsets[p + 1]).
NODISCARD status segment_offsets(struct segment *s, uint32_t level, const uint32_t **out,
                                 struct error *e);
// Lifts a set of elements of `level` to the set of rows that hold them. `rows` is cleared first.
NODISCARD status segment_lift(struct segment *s, uint32_t level, const struct bitset *elements,
                              struct bitset *rows, struct error *e);

// --- dictionary of a leaf path
// -----------------------------------------------------------------------
struct dictionary {
    uint32_t count;   // entries; ordinals are 1 .. count
    uint32_t missing; // ordinals 1 .. missing are missing-like
    uint32_t numbers; // then so many numbers, dates, booleans, texts
    uint32_t dates;
    uint32_t booleans;
    uint32_t texts;
    struct segment *segment;
    uint32_t path;
    uint32_t section;             // where the strings lie
    const unsigned char *strings; // the string list
    size_t strings_length;
    const struct block_checks *checks; // of the section it lies in
};
NODISCARD status segment_dictionary(struct segment *s, uint32_t path, struct dictionary *out,
                                    struct error *e);
// The ordinals *missing + 1 .. *count have values; told, where the file tells it, without a look at
// the dictionary.
NODISCARD status segment_values(struct segment *s, uint32_t path, uint32_t *missing,
                                uint32_t *count, struct error *e);
// Value of an ordinal (1 .. count): view into `scratch`, whole also when long.
NODISCARD status dictionary_get(const struct dictionary *d, uint32_t ordinal,
                                struct buffer *scratch, enum value_kind *kind, string_view *text,
                                struct error *e);
// The texts of many ordinals (0: none), appended to `texts` one after another, true and false as
// words, other tokens without text as nothing; ends[i] is where the i-th ends. Waits for memory
// overlap.
NODISCARD status dictionary_texts(const struct dictionary *d, const uint32_t *ordinals,
                                  size_t count, struct buffer *texts, size_t *ends,
                                  struct error *e);
// Calls visit for ordinals [first, last] in order, decoding sequentially; stops when visit fails.
typedef status dictionary_visit(void *argument, uint32_t ordinal, enum value_kind kind,
                                string_view text, struct error *e);
NODISCARD status dictionary_scan(const struct dictionary *d, uint32_t first, uint32_t last,
                                 dictionary_visit *visit, void *argument, struct error *e);
// Class of an ordinal, from the counts.
enum value_class dictionary_class(const struct dictionary *d, uint32_t ordinal);
// Ordinals [*first, *last] (empty when *first > *last) whose text equals `text` in case form,
// looked for in the class where value_analyse puts it (rule C1: equality ignores case, accents
// count).
NODISCARD status dictionary_equal(const struct dictionary *d, string_view text, uint32_t *first,
                                  uint32_t *last, struct error *e);
// Texts whose folded form starts with the folded form of `prefix`.
NODISCARD status dictionary_prefix(const struct dictionary *d, string_view prefix, uint32_t *first,
                                   uint32_t *last, struct error *e);
// Numbers within bounds (infinite for open; inclusive flags).
NODISCARD status dictionary_number_range(const struct dictionary *d, double low, bool low_inclusive,
                                         double high, bool high_inclusive, uint32_t *first,
                                         uint32_t *last, struct error *e);
// f64 of the numbers, in order: numbers[i] belongs to ordinal missing + 1 + i.
NODISCARD status segment_numbers(struct segment *s, uint32_t path, const double **out,
                                 size_t *count, struct error *e);
// The dates among the values, with their ordinals.
NODISCARD status segment_dates(struct segment *s, uint32_t path, struct date_list *out,
                               struct error *e);

// --- column of a leaf path
// ---------------------------------------------------------------------------
struct column {
    uint64_t first; // window of elements that have cells; others are 0
    uint64_t count;
    uint32_t width;             // bits: 0, 1, 2, 4, 8, 16, 24, 32
    uint32_t constant;          // of width 0: the first cell, not 0 where the step is 1
    const unsigned char *cells; // with 8 readable bytes behind
    uint32_t step;              // of width 0: what each cell is above the one before, 0 or 1
};
NODISCARD status segment_column(struct segment *s, uint32_t path, struct column *out,
                                struct error *e);
// The elements [*first, *end) that may have cells, told without a look at the column; the others
// are 0. `path` is a leaf's.
void segment_window(const struct segment *s, uint32_t path, uint64_t *first, uint64_t *end);
// Cell of an element, unchecked against the dictionary: callers compare with dictionary.count.
static inline uint32_t column_get(const struct column *c, uint64_t element)
{
    uint64_t at = element - c->first;
    if (at >= c->count) {
        return 0;
    }
    uint32_t value = 0;
    switch (c->width) {
    case 0:
        return c->constant + (uint32_t)at * c->step;
    case 8:
        return c->cells[at];
    case 16:
        return (uint32_t)c->cells[2 * at] | (uint32_t)c->cells[2 * at + 1] << 8;
    case 24:
        return (uint32_t)c->cells[3 * at] | (uint32_t)c->cells[3 * at + 1] << 8 |
               (uint32_t)c->cells[3 * at + 2] << 16;
    case 32:
        __builtin_memcpy(&value, c->cells + 4 * at, sizeof value);
        return value;
    default:
        return (uint32_t)(c->cells[at * c->width / 8] >> (at * c->width % 8)) &
               ((1u << c->width) - 1);
    }
}
// Unpacks cells of elements [first, first + count) into `out`.
void column_unpack(const struct column *c, uint64_t first, size_t count, uint32_t *out);

// Whether one of the elements [first, end) has a cell other than 0.
bool column_has_cells(const struct column *c, uint64_t first, uint64_t end);

// Sets in `elements` (level size bits, or dictionary.count bits for field tokens) the members of
// the posting lists of ordinals [first, last]; reads the column where lists are not kept or the
// range is wide.
NODISCARD status segment_elements_with(struct segment *s, uint32_t path, uint32_t first,
                                       uint32_t last, struct bitset *elements, struct error *e);
// The elements of one ordinal, rising, at most SHORT_LIST_MOST; *is_short false, and nothing given,
// when there are more or no list is kept.
#define SHORT_LIST_MOST 256u
NODISCARD status segment_short_list(struct segment *s, uint32_t path, uint32_t ordinal,
                                    uint32_t elements[SHORT_LIST_MOST], size_t *count,
                                    bool *is_short, struct error *e);
// Sets the elements whose ordinal's bit is set in `ordinals` (count + 1 bits): one pass over the
// column.
NODISCARD status segment_elements_among(struct segment *s, uint32_t path,
                                        const struct bitset *ordinals, struct bitset *elements,
                                        struct error *e);

// --- points
// ------------------------------------------------------------------------------------------
struct segment_points {
    size_t count;
    const uint32_t *rows;
    const int32_t *latitudes;  // 1e-7 degree
    const int32_t *longitudes; // 1e-7 degree
    const int32_t
        *boxes; // for each 512 points: least and greatest latitude, least and greatest longitude
    size_t blocks;
};
NODISCARD status segment_points(struct segment *s, struct segment_points *out,
                                struct error *e); // count 0: none

// --- text
// -------------------------------------------------------------------------------------------- Sets
// the rows that hold the token anywhere (the token is folded and not a whole code; see
// store/token.h).
NODISCARD status segment_rows_with_token(struct segment *s, string_view token, struct bitset *rows,
                                         struct error *e);
// A token by its number, to look at how many rows it has before they are read. *found false when no
// row holds it (a whole code is in no list).
NODISCARD status segment_find_token(struct segment *s, string_view token, bool *found,
                                    uint32_t *number, uint64_t *rows, struct error *e);
// Sets its rows.
NODISCARD status segment_token_rows(struct segment *s, uint32_t number, struct bitset *rows,
                                    struct error *e);
// Its rows, as segment_short_list.
NODISCARD status segment_token_short(struct segment *s, uint32_t number,
                                     uint32_t rows[SHORT_LIST_MOST], size_t *count, bool *is_short,
                                     struct error *e);
// Its rows, rising, when they are at most `most`; *fits false, and nothing given, when they are
// more.
NODISCARD status segment_token_list(struct segment *s, uint32_t number, uint32_t *rows, size_t most,
                                    size_t *count, bool *fits, struct error *e);
// Keeps of the rows listed, which rise, those that hold it.
NODISCARD status segment_token_filter(struct segment *s, uint32_t number, uint32_t *rows,
                                      size_t *count, struct error *e);
// Takes from the set the rows that do not hold it.
NODISCARD status segment_token_retain(struct segment *s, uint32_t number, struct bitset *rows,
                                      struct error *e);
// As segment_rows_with_token for all tokens that start with `prefix`, at most `limit` of them.
NODISCARD status segment_rows_with_token_prefix(struct segment *s, string_view prefix, size_t limit,
                                                struct bitset *rows, struct error *e);
// The ordinals of a path whose texts hold the token; *kept false when the path keeps no token index
// (then scan).
NODISCARD status segment_field_token(struct segment *s, uint32_t path, string_view token,
                                     struct bitset *ordinals, bool *kept, struct error *e);
// The tokens of that index in the order of bytes; and the ordinals whose texts hold the one at an
// index of them, set in `ordinals` (dictionary.count + 1 bits).
struct string_list;
NODISCARD status segment_field_tokens(struct segment *s, uint32_t path, struct string_list *out,
                                      bool *kept, struct error *e);
NODISCARD status segment_field_token_entries(struct segment *s, uint32_t path, uint32_t index,
                                             struct bitset *ordinals, struct error *e);

// --- whole records -------------------------------------------------------------------------------

// Appends the record of a row as JSON, members in path order. `canonical` sorts members
// (docs/format.md).
NODISCARD status segment_write_record(struct segment *s, uint32_t row, bool canonical,
                                      struct buffer *out, struct error *e);
// Asks for the memory that writing the record will need, so that it is there when it is written a
// little later; each stage uses what the one before has fetched: 0 the cells, 1 where their strings
// begin, 2 the strings. Does nothing before a record of the table was written.
void segment_expect_record(struct segment *s, uint32_t row, unsigned stage);
// Likewise of segment_key and segment_hashes: 0 where the key begins and the hash, 1 the key.
void segment_expect_key(struct segment *s, uint32_t row, unsigned stage);
// Gives the record of a row as a document (nodes and names in `arena`, names in `names`).
struct arena;
struct document;
struct name_table;
NODISCARD status segment_read_record(struct segment *s, uint32_t row, struct arena *arena,
                                     struct name_table *names, struct document *out,
                                     struct error *e);
