// SPDX-License-Identifier: Apache-2.0
// Which paths of which segments a field's name stands for. A name is the dotted one, list steps
// left out; it is taken as written, and where no table asked has it so, without regard to case.
// Must not know: queries, values.
#pragma once

#include "query/extent.h"

// One leaf path of a segment.
struct field_path {
    size_t part; // in the extent
    struct segment *segment;
    uint32_t path;
    uint32_t level; // 0: one cell a row; else in a list
    bool inside;    // found below the name, which is a list's or an object's
};

struct field_paths {
    string_view name;
    const struct field_path *paths; // by part
    size_t count;
    // Some path of the very name holds values; or there is nothing below it, so that it is no list
    // or object of which some record merely holds an empty one.
    bool has_leaf;
};

// None (count 0) when no table of the extent ever had the field; otherwise as field_paths_find.
NODISCARD status field_paths_look(const struct extent *x, string_view name, struct arena *arena,
                                  struct field_paths *out, struct error *e);
// ST_INVALID, naming the field and near names, when no table of the extent ever had it. Paths below
// a list or an object of that name are found too (`inside`).
NODISCARD status field_paths_find(const struct extent *x, string_view name, struct arena *arena,
                                  struct field_paths *out, struct error *e);
// Those of the paths found that carry the very name.
NODISCARD status field_paths_leaves(const struct field_paths *found, struct arena *arena,
                                    struct field_paths *out, struct error *e);
// Both in one; ST_INVALID also for the name of a list or an object alone: for what needs values.
NODISCARD status field_paths_find_leaf(const struct extent *x, string_view name,
                                       struct arena *arena, struct field_paths *out,
                                       struct error *e);

// All leaf paths that rows of the extent's tables have ever had values under, in order of names'
// bytes, then of parts.
struct named_path {
    string_view name; // of the cache; good until `arena` is released
    struct field_path path;
};
NODISCARD status field_paths_all(const struct extent *x, struct arena *arena,
                                 const struct named_path **out, size_t *count, struct error *e);

// All leaf fields of the extent's tables in order of names' bytes.
struct field_name {
    string_view name;
    bool nested; // in a list in some table
};
NODISCARD status field_paths_names(const struct extent *x, struct arena *arena,
                                   const struct field_name **out, size_t *count, struct error *e);

// The elements [first, end) of a level that hang on the rows [first_row, end_row).
NODISCARD status field_level_range(struct segment *segment, uint32_t level, uint32_t first_row,
                                   uint32_t end_row, uint32_t *first, uint32_t *end,
                                   struct error *e);
