// SPDX-License-Identifier: Apache-2.0
// The insides of an open segment, shared by the reader's files.
// Must not know: writers, queries.
#pragma once

#include "base/file.h"
#include "store/block_checks.h"
#include "store/long_values.h"
#include "store/postings.h"
#include "store/segment.h"
#include "store/segment_format.h"
#include "store/string_list.h"

#include <stdatomic.h>

// Sections that a path may have, for finding them without a search.
enum path_section {
    PATH_DICTIONARY,
    PATH_ORDINALS,
    PATH_POSTINGS,
    PATH_NUMBERS,
    PATH_DATES,
    PATH_FIELD_TOKENS,
    PATH_FIELD_TOKEN_POSTINGS,
    PATH_SECTIONS
};

#define NO_SECTION    UINT32_MAX
#define SECTION_KINDS 21u

struct path_facts {
    uint32_t sections[PATH_SECTIONS]; // numbers of directory entries, or NO_SECTION
    uint32_t depth;
    uint32_t first_child; // in `children` and `sorted_children`
    uint32_t children;
    uint32_t element_leaf; // of a list: the path of its scalar elements, or NO_PATH
    uint32_t element_list; // of a list: the path of its nested lists, or NO_PATH
};

struct level_facts {
    uint32_t path;
    uint32_t parent;
    uint32_t size;
    uint32_t section; // OFFSETS
};

// The members of the root that records of a table may have.
struct table_members {
    uint32_t count;
    uint32_t paths[]; // in order of paths, then as many in byte order of names
};

struct flat_table; // flat_record.c
struct list_fence; // list_fence.c

struct segment {
    char *name;              // owned: the path of the file, for messages
    struct mapped_file file; // or, of a packed one, `unpacked`
    unsigned char *unpacked; // owned; NULL when the file is mapped as it lies
    const struct directory_entry *directory;
    size_t directory_count;
    atomic_uchar *checked;        // owned: by directory entry, whether it was found whole
    struct block_checks **blocks; // owned, and each: by directory entry, NULL where it has none
    uint32_t rows;
    uint32_t single[SECTION_KINDS]; // sections that are not of a path
    struct segment_table *tables;   // owned
    size_t tables_count;
    struct segment_path *paths; // owned; the last of `facts` stands for the root
    struct path_facts *facts;   // owned: paths_count + 1
    size_t paths_count;
    uint32_t *children;         // owned: by parent, in order of paths
    uint32_t *sorted_children;  // owned: by parent, in byte order of names
    struct level_facts *levels; // owned
    size_t levels_count;
    _Atomic(struct table_members *) *members; // owned, and each: by table, made at its first record
    _Atomic(struct list_fence *) key_fence;   // owned; made at the first look for a key
    _Atomic(struct list_fence *) token_fence; // likewise, for a token
    _Atomic(struct list_fence *) *text_fences; // owned, and each: by path, for a text
    _Atomic(struct flat_table *) *flat;        // likewise, two a table: in path order and sorted
};

struct section {
    const unsigned char *bytes;
    size_t length;
    uint64_t count;
    const struct block_checks *checks; // NULL: it was found whole
};

// The bytes of a section, checked at its first use. A missing one (NO_SECTION) has no bytes.
NODISCARD status segment_section(struct segment *s, uint32_t number, struct section *out,
                                 struct error *e);
// Asks the system for a section that was not checked before; does not wait.
void segment_expect_section(const struct segment *s, uint32_t number);
// The same for readers that check what they look at (block_checks.h), where the file tells how.
NODISCARD status segment_section_by_block(struct segment *s, uint32_t number, struct section *out,
                                          struct error *e);
// segment_blocks.c: reads BLOCKS on opening.
NODISCARD status segment_read_blocks(struct segment *s, struct error *e);
void segment_blocks_release(struct segment *s);
// ST_CORRUPT naming the file, the section and its path.
status segment_damaged(const struct segment *s, uint32_t number, struct error *e,
                       const char *format, ...) PRINTF_LIKE(4, 5);
// Puts the same names before a message already set; returns `result`.
status segment_blame(const struct segment *s, uint32_t number, status result, struct error *e);

static inline uint32_t path_section(const struct segment *s, uint32_t path, enum path_section which)
{
    return s->facts[path].sections[which];
}
// ST_INVALID when it is no leaf path of the segment.
NODISCARD status segment_check_leaf(const struct segment *s, uint32_t path, struct error *e);

// segment_unpack.c: takes a packed file apart into memory, in place of the mapping.
NODISCARD status segment_unpack(struct segment *s, struct error *e);

// segment_paths.c: reads TABLES and PATHS on opening.
NODISCARD status segment_read_tables(struct segment *s, struct error *e);
NODISCARD status segment_read_paths(struct segment *s, uint64_t paths, uint64_t levels,
                                    struct error *e);

// segment_members.c: the members of the root that the record of a row may have, in order of paths
// or in byte order of names. They live as long as the segment.
NODISCARD status segment_root_members(struct segment *s, uint32_t row, bool sorted,
                                      const uint32_t **members, uint32_t *count, struct error *e);
void segment_members_release(struct segment *s);
// The number of the table that a row is of.
size_t segment_table_of_row(const struct segment *s, uint32_t row);

// The list of keys.
NODISCARD status segment_key_list(struct segment *s, struct string_list *out, struct error *e);
// The postings of a section.
NODISCARD status segment_open_postings(struct segment *s, uint32_t number, uint64_t count,
                                       struct postings *out, struct error *e);

// column.c: a column for reading a few cells. Where *checks is not NULL each cell must be looked at
// with column_cell_holds before it is trusted.
NODISCARD status segment_column_by_block(struct segment *s, uint32_t path, struct column *out,
                                         const struct block_checks **checks, struct error *e);
// One cell read that way.
NODISCARD status segment_cell(struct segment *s, uint32_t path, uint64_t element, uint32_t *out,
                              struct error *e);
// Whether an element's cell is kept, and where.
static inline bool column_has_cell(const struct column *c, uint64_t element)
{
    return element - c->first < c->count && c->width > 0;
}
static inline const unsigned char *column_cell(const struct column *c, uint64_t element)
{
    return c->cells + (element - c->first) * c->width / 8;
}
// Whether the element's cell is as it was written; it need not have one.
static inline bool column_cell_holds(const struct column *c, const struct block_checks *checks,
                                     uint64_t element)
{
    return checks == NULL || !column_has_cell(c, element) ||
           block_checks_hold(checks, column_cell(c, element), (c->width + 7) / 8);
}

// dictionary.c: the value under a cursor, whole when long (read into `block`).
NODISCARD status dictionary_value(const struct dictionary *d, const struct string_cursor *c,
                                  struct long_block *block, enum value_kind *kind,
                                  string_view *text, struct error *e);
NODISCARD status dictionary_list(const struct dictionary *d, struct string_list *out,
                                 struct error *e);
