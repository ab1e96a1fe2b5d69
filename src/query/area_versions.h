// SPDX-License-Identifier: Apache-2.0
// Which file of areas a set had as of a commit (docs/format.md, Sets of areas): records of the
// metadata table, one a set, so that a question at a version is answered with the areas of then
// (rule F3). Must not know: what is in the files.
#pragma once

#include "store/store.h"

struct area_set_version {
    string_view name;
    string_view category;
    string_view source;
    string_view file;
    size_t areas;
    uint32_t from;
    uint32_t until;
};

#define AREA_SET_KEY "areas/" // and the set's name: the key of its record

// The versions of a set, oldest first, in `arena`; none where no commit tells of it.
NODISCARD status area_versions_read(struct snapshot *s, string_view set, struct arena *arena,
                                    const struct area_set_version **out, size_t *count,
                                    struct error *e);
// The names of all sets that some commit tells of, removed ones too, in order, in `arena`.
NODISCARD status area_versions_sets(struct snapshot *s, struct arena *arena,
                                    const string_view **out, size_t *count, struct error *e);
// The file that counts at a commit; "": none. Before its first version a set counts as it was
// before sets had versions (`before`, "" when there is no such file), else as it came in first: so
// older versions can be asked by it, and the answer stays.
string_view area_versions_file(const struct area_set_version *versions, size_t count,
                               uint32_t commit, string_view before);
// What the metadata table keeps of a version; the texts must be UTF-8.
void area_version_print(const struct area_set_version *v, struct buffer *out);
