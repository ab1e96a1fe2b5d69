// SPDX-License-Identifier: Apache-2.0
// Sets of named areas beside the countries that ship: seas, regions, reserves, brought in by people
// and kept in a folder, a file for each version of a set (docs/format.md, Sets of areas); commits
// tell which file counts when (area_versions.h). One folder a process. Files that others bring in
// are seen at the next question. Thread-safe. Must not know: records, queries' other terms, who
// brings sets in.
#pragma once

#include "base/buffer.h"
#include "base/file.h"
#include "query/area_versions.h"
#include "query/query.h"

#define AREA_SET_BYTES ((size_t)256 << 20) // of a file
#define AREA_SET_AREAS ((size_t)100000)
#define AREA_SET_NAME  ((size_t)63) // bytes: a to z, 0 to 9, - and _

// Where sets are kept; the folder need not be there. NULL: there are none. The store (may be NULL)
// tells which files must be there, so that a lost one is not taken for a wrong name; it must stay
// until another call.
void area_sets_use(const char *folder, struct store *store);

// The sets as of a commit, or with commit 0 all their versions, in order of their names, then from
// the oldest, in `arena`. `from` is 0 of files from before sets had versions. A damaged file is
// ST_CORRUPT naming it.
NODISCARD status area_sets_list(struct snapshot *s, uint32_t commit, struct arena *arena,
                                const struct area_set_version **out, size_t *count,
                                struct error *e);
// The polygons of an area of that category and name, in any case, as of a commit; several sets of
// one category are looked through in order of their names. ST_INVALID when there is none: the
// sentence gives near names, or what categories there are.
NODISCARD status area_sets_look_up(struct snapshot *s, uint32_t commit, struct arena *arena,
                                   string_view category, string_view name,
                                   const struct query_polygon **polygons, size_t *count,
                                   struct error *e);
// Whether some version of some set has the area; ST_CORRUPT when it may be in a file that is lost.
NODISCARD status area_sets_check(string_view category, string_view name, struct error *e);

struct area_import {
    string_view name;     // of the set
    string_view category; // "": the set's name; country is refused
    string_view source;
    string_view name_field; // property that holds an area's name; "": name, else NAME, else Name
    bool skip_broken;       // leaves out areas that are not whole (polygon_check.h)
};
#define AREA_SET_FILE (AREA_SET_NAME + sizeof "@0123456789abcdef.areas")
struct area_import_result {
    char file[AREA_SET_FILE]; // in the folder
    bool written;             // it was not there, or damaged
    size_t areas;
    size_t positions;
    size_t skipped;
};
// Makes the file of a new version of a set, which counts once a commit says so, from a GeoJSON
// FeatureCollection or Feature, text of at most AREA_SET_BYTES. Features of one name become one
// area. ST_BAD_DATA names the feature that is no area, and nothing is changed; each feature left
// out is told to `tell` (may be NULL).
NODISCARD status area_sets_import(string_view geojson, const struct area_import *import,
                                  void (*tell)(void *argument, const char *sentence),
                                  void *argument, struct area_import_result *out, struct error *e);
// Writes a file of a set under a name made of its bytes, if it is not there whole; `file` gets the
// name, *written whether it was written.
NODISCARD status area_sets_keep(string_view set, string_view bytes, char file[AREA_SET_FILE],
                                bool *written, struct error *e);

// Opens the file of every version of every set, past ones too, in DATA/areas (`folder`), and tells
// what is missing or damaged, a sentence each; *faults counts them.
NODISCARD status area_sets_verify(const char *folder, struct snapshot *s,
                                  void (*tell)(void *argument, const char *sentence),
                                  void *argument, uint64_t *faults, struct error *e);
