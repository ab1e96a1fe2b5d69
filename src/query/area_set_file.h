// SPDX-License-Identifier: Apache-2.0
// One file of named areas (docs/format.md, Sets of areas): a line that tells of the set, then a
// line for each area, of whose bytes the first line has the SHA-256. Must not know: which sets
// there are.
#pragma once

#include "base/file.h"
#include "query/query.h"

struct area_line {
    string_view name;   // as written
    string_view folded; // case form; areas are sorted by it
    string_view line;   // of the file's text
};
struct area_set_file {
    struct arena arena; // of all that follows
    string_view file;   // its name in the folder
    struct mapped_file map;
    string_view text;
    string_view name;
    string_view category;
    string_view source;
    const struct area_line *areas;
    size_t count;
};

// Behind a set's name in that of a file, before the first hexadecimal digits of the SHA-256 of all
// its bytes; files from before sets had versions have none.
#define AREA_FILE_MARK   '@'
#define AREA_FILE_ENDING ".areas"
#define AREA_FILE_DIGITS 16

// Reads and checks a file; ST_CORRUPT names it when it is missing, damaged or of another format.
NODISCARD status area_set_file_open(const char *path, struct area_set_file **out, struct error *e);
void area_set_file_close(struct area_set_file *f);
// NULL when there is none.
const struct area_line *area_set_file_find(const struct area_set_file *f, string_view folded);
NODISCARD status area_line_polygons(const struct area_line *line, struct arena *arena,
                                    const struct query_polygon **out, size_t *count,
                                    struct error *e);

// Writes the lines, sorted by name, behind the line that tells of the set.
struct area_to_write {
    string_view name;
    string_view folded;
    const struct query_polygon *polygons;
    size_t count;
};
NODISCARD status area_set_file_print(string_view name, string_view category, string_view source,
                                     const struct area_to_write *areas, size_t count,
                                     struct buffer *out, struct error *e);
