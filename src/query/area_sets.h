// SPDX-License-Identifier: Apache-2.0
// Sets of named areas beside the countries that ship: seas, regions, reserves, brought in by people
// and kept in a folder, a file for each set (docs/format.md, Sets of areas). One folder a process.
// Files that others bring in or take away are seen at the next question. Thread-safe. Must not
// know: records, queries' other terms, who brings sets in.
#pragma once

#include "base/buffer.h"
#include "base/file.h"
#include "query/query.h"

#define AREA_SET_BYTES ((size_t)256 << 20) // of a file
#define AREA_SET_AREAS ((size_t)100000)
#define AREA_SET_NAME  ((size_t)63) // bytes: a to z, 0 to 9, - and _

// Where sets are kept; the folder need not be there. NULL: there are none.
void area_sets_use(const char *folder);

struct area_set {
    string_view name;
    string_view category; // marine, geography, or the set's own name
    string_view source;   // where it is from; may be ""
    size_t count;         // of areas
};
// The sets in order of their names, in `arena`. A damaged file is ST_CORRUPT naming it.
NODISCARD status area_sets_list(struct arena *arena, const struct area_set **out, size_t *count,
                                struct error *e);
// The polygons of an area of that category and name, in any case; several sets of one category are
// looked through in order of their names. ST_INVALID when there is none: the sentence gives near
// names, or what categories there are.
NODISCARD status area_sets_look_up(struct arena *arena, string_view category, string_view name,
                                   const struct query_polygon **polygons, size_t *count,
                                   struct error *e);
// The same without the polygons.
NODISCARD status area_sets_check(string_view category, string_view name, struct error *e);

struct area_import {
    string_view name;     // of the set
    string_view category; // "": the set's name; country is refused
    string_view source;
    string_view name_field; // property that holds an area's name; "": name, else NAME, else Name
    bool skip_broken;       // leaves out areas that are not whole (polygon_check.h)
};
struct area_import_result {
    size_t areas;
    size_t positions;
    size_t skipped;
};
// Makes or replaces a set from a GeoJSON FeatureCollection or Feature, text of at most
// AREA_SET_BYTES. Features of one name become one area. ST_BAD_DATA names the feature that is no
// area, and nothing is changed; each feature left out is told to `tell` (may be NULL).
NODISCARD status area_sets_import(string_view geojson, const struct area_import *import,
                                  void (*tell)(void *argument, const char *sentence),
                                  void *argument, struct area_import_result *out, struct error *e);
// The path of a set's file, for those who write it; the folder is made.
NODISCARD status area_sets_path(string_view name, char path[PATH_SIZE], struct error *e);
// ST_NOT_FOUND when there is no such set.
NODISCARD status area_sets_remove(string_view name, struct error *e);
