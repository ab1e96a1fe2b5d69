// SPDX-License-Identifier: Apache-2.0
// The insides of a segment writer, shared by its files: paths and levels with their cells, tables,
// what is left of a path once it is written. Must not know: readers.
#pragma once

#include "base/arena.h"
#include "store/intern.h"
#include "store/long_values.h"
#include "store/parallel.h"
#include "store/path_tokens.h"
#include "store/section_file.h"
#include "store/segment.h"
#include "store/segment_writer.h"
#include "store/string_list.h"

#define MOST_PATHS ((uint32_t)1 << 20)
// What stands behind the prefix of an interned long value: SHA-256 and kind.
#define LONG_IDENTITY ((size_t)SHA256_SIZE + 1)

// A value waiting to be interned.
struct cell_reference {
    const struct node *node;
    uint32_t element;
};

// Where a long value of a path went.
struct long_entry {
    uint32_t entry;
    struct long_reference reference;
};

struct writer_path {
    uint32_t parent;
    uint32_t level;
    enum path_kind kind;
    string_view name;
    uint64_t hash; // of parent, kind and name
    // of a leaf
    struct intern_table values;
    uint32_t without_text[8]; // by kind: number + 1 of the value that has no bytes
    struct long_entry *longs; // owned, by rising entry
    size_t longs_count;
    size_t longs_capacity;
    uint32_t first_element;
    uint32_t *cells; // owned: number + 1, later ordinal; 0: absent
    size_t cells_count;
    size_t cells_capacity;
    struct cell_reference *references; // owned: of the batch at hand
    size_t references_count;
    size_t references_capacity;
    size_t memory; // as last added to the writer's
    // once the dictionary is sorted
    struct dictionary_header counts;
    bool is_measured;          // dictionary_builder_is_measured
    uint32_t *order;           // owned: entries in dictionary order
    struct value_facts *facts; // owned: of the numbers, dates and booleans, in dictionary order
    double *numbers;           // owned: kept for points
    struct path_tokens tokens;
};

// The elements of one list path; level 0, the rows, has no path.
struct writer_level {
    uint32_t path;
    uint32_t parent;
    uint32_t size;
    uint32_t *offsets; // owned: first element by element of the parent level
    size_t offsets_count;
    size_t offsets_capacity;
};

struct writer_table {
    struct uuid table;
    uint32_t first_row;
    uint32_t rows;
};

// A table's fields of position, when told.
struct table_points {
    struct uuid table;
    const char *latitude;
    const char *longitude;
};

// Where a member at some place of a record led to.
struct path_guess {
    uint32_t name;
    uint32_t path;
    uint32_t batch;
};

// Numbers of names in the caller's name table, and the paths they led to.
struct name_cache {
    const struct name_table *names;
    string_view *texts; // owned: by number; the texts are the paths' own
    uint32_t *checked;  // owned: the batch that last compared the text
    size_t count;
    size_t capacity;
    size_t checked_capacity;
    uint32_t batch;
    uint64_t *keys;  // owned: parent, kind and number, plus 1; 0 is free
    uint32_t *paths; // owned
    size_t slot_count;
    size_t used;
    struct path_guess *guesses; // owned: by the place of a node in its document
    size_t guesses_count;
    size_t guesses_capacity;
};

struct segment_writer {
    struct section_file *file;
    struct thread_pool *pool;
    struct arena arena; // names
    bool failed;
    uint32_t rows;
    // rows
    struct writer_table *tables; // owned
    size_t tables_count;
    size_t tables_capacity;
    struct string_list_builder keys;
    struct buffer last_key;
    uint32_t *from; // owned
    size_t from_capacity;
    uint32_t *until; // owned
    size_t until_capacity;
    struct sha256 *hashes; // owned
    size_t hashes_capacity;
    bool any_from;
    bool any_until;
    // layers
    uint32_t *layer_rows; // owned
    size_t layer_rows_capacity;
    struct sha256 *layer_hashes; // owned
    size_t layer_hashes_capacity;
    uint64_t *layer_offsets; // owned
    size_t layer_offsets_capacity;
    size_t layers_count;
    struct buffer layer_frames;
    // paths
    struct writer_path **paths; // owned
    size_t paths_count;
    size_t paths_capacity;
    uint32_t *path_slots; // owned: path + 1 by hash
    size_t path_slot_count;
    struct writer_level *levels; // owned
    size_t levels_count;
    size_t levels_capacity;
    uint32_t *active; // owned: paths with references
    size_t active_count;
    size_t active_capacity;
    struct name_cache cache;
    struct long_values *longs;
    size_t memory; // of the paths
    // points
    struct table_points *points; // owned
    size_t points_count;
    size_t points_capacity;
};

// Reads the values of a path back by their number.
struct value_reader {
    struct segment_writer *writer;
    const struct writer_path *path;
    struct long_block block;
};
void value_reader_init(struct value_reader *r, struct segment_writer *w,
                       const struct writer_path *path);
void value_reader_release(struct value_reader *r);
// The whole text and its own kind, of long values too. Lives until the next call.
NODISCARD status value_reader_get(struct value_reader *r, uint32_t entry, enum value_kind *kind,
                                  string_view *text, struct error *e);
// The reference of a long entry.
const struct long_reference *long_entry_find(const struct writer_path *path, uint32_t entry);

// segment_writer_paths.c: takes a document apart into references of paths.
NODISCARD status writer_shred(struct segment_writer *w, const struct document *document,
                              const struct name_table *names, uint32_t row, struct error *e);
// The path of that name and kind below a parent (NO_PATH: the root), made when it is new.
NODISCARD status writer_find_path(struct segment_writer *w, uint32_t parent, enum path_kind kind,
                                  string_view name, uint32_t *out, struct error *e);
void name_cache_release(struct name_cache *c);

// segment_writer_values.c: interns the references of the active paths, on all threads.
NODISCARD status writer_intern(struct segment_writer *w, struct error *e);
void writer_path_destroy(struct writer_path *p);

// value_sort.c: fills order, counts and facts of a path.
NODISCARD status writer_sort_values(struct segment_writer *w, struct writer_path *p,
                                    struct error *e);

// segment_writer_dictionary.c: writes DICTIONARY, NUMBERS and DATES; cells become ordinals.
NODISCARD status writer_write_dictionary(struct segment_writer *w, uint32_t path, struct error *e);

// segment_writer_columns.c: writes ORDINALS and POSTINGS of a path; OFFSETS of a level; PATHS.
NODISCARD status writer_write_column(struct segment_writer *w, uint32_t path, struct error *e);
NODISCARD status writer_write_offsets(struct segment_writer *w, struct error *e);
NODISCARD status writer_write_paths(struct segment_writer *w, struct error *e);
uint32_t writer_level_size(const struct segment_writer *w, uint32_t level);

// segment_writer_tokens.c: cuts a path's values and writes FIELD_TOKENS; then TOKENS of the
// segment.
NODISCARD status writer_cut_tokens(struct segment_writer *w, uint32_t path, struct error *e);
NODISCARD status writer_write_tokens(struct segment_writer *w, struct error *e);

// segment_writer_points.c
NODISCARD status writer_write_points(struct segment_writer *w, struct error *e);
struct writer_point {
    uint32_t row;
    int32_t latitude;
    int32_t longitude;
};
// Sorts the points and writes the section, or nothing when there are none.
NODISCARD status writer_put_points(struct segment_writer *w, const struct writer_point *points,
                                   size_t count, struct error *e);
// Whether a path may hold positions, so that its numbers are kept until the points are written.
bool writer_path_is_position(const struct segment_writer *w, uint32_t path);

// segment_writer_rows.c: TABLES, KEYS, FROM, UNTIL, HASHES, LAYERS.
NODISCARD status writer_add_row(struct segment_writer *w, const struct segment_row *row,
                                struct error *e);
NODISCARD status writer_write_rows(struct segment_writer *w, struct error *e);

// segment_writer.c: LONG_VALUES, PATHS and those of segment_writer_rows.c; then directory and
// header.
NODISCARD status writer_write_common(struct segment_writer *w, struct error *e);
NODISCARD status writer_end_file(struct segment_writer *w, struct error *e);
