// SPDX-License-Identifier: Apache-2.0
// The people whom the museum has identified: the only ones with pages of their own (rule I1).
//   DATA/site/people.json: a list of objects {"slug", "name", "asWritten": [names as records have
//   them], "born", "died", "wikidata", "orcid", "agreed", "about" (Markdown), "withdrawn"}
// One of them has a page when they have died ("died" or "wikidata") or have signed in and agreed
// ("orcid" and "agreed"), and it was not withdrawn. Must not know: HTTP, pages.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "base/string_view.h"

#define PEOPLE_LIMIT       ((size_t)100000)
#define PEOPLE_LIMIT_BYTES ((size_t)32 << 20)

struct person {
    size_t entry; // in the file, from 1
    string_view slug;
    string_view name;
    const string_view *as_written; // alone, or as one part of a list: never empty: the name itself
                                   // where nothing is said
    size_t written_count;
    string_view born; // as written; may be empty, as all that follow
    string_view died;
    string_view wikidata; // "Q123"
    string_view orcid;    // "0000-0002-1825-0097"
    string_view about;
};

struct written_name {
    string_view name; // in case form
    size_t person;    // in the list
};

struct people {
    const struct person *list; // those with pages, by slug
    size_t count;
    const struct written_name *names; // of theirs, sorted
    size_t name_count;
    uint64_t state; // of the file; 0 without one
};

// The people of a folder; none where it has no such file. ST_BAD_DATA naming the file, which entry
// and what to change.
NODISCARD status people_open(const char *folder, struct arena *arena, struct people *out,
                             struct error *e);
// By slug, or by a name as records have it (case aside: rule C1), the first of the file that has
// it; NULL for none.
const struct person *people_find(const struct people *people, string_view slug);
const struct person *people_written(const struct people *people, string_view name);
