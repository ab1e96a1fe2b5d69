// SPDX-License-Identifier: Apache-2.0
// Making and merging the JSON of metadata records (portal/datasets.h says their shapes).
// Must not know: stores, SQLite's tables.
#pragma once

#include "base/arena.h"
#include "base/buffer.h"
#include "catalogue/catalogue.h"
#include "portal/datasets.h"

// The portal's first commit stands at the beginning of time, so that old history can be replayed
// behind it.
#define PORTAL_BEGINS MOMENT_BEGINNING

// `facts` is a JSON object of more members (collections, description), or empty. `name` NULL takes
// the one in it, else "Vitrine".
NODISCARD status metadata_portal_json(const char *name, bool demo, string_view facts,
                                      struct buffer *out, struct error *e);

// `base` (a JSON object or empty) with the members of `changes` over it: a null member removes;
// `fill_only` keeps what base has already. Then the fixed members `uuid`, `slug` (and for a
// resource `dataset`, `type`). Members in sorted order.
struct metadata_fixed {
    struct uuid uuid;
    string_view slug;
    const struct uuid *dataset; // of a resource, else NULL
    const char *type;           // "table" or "file" of a resource
};
NODISCARD status metadata_merge(string_view base, string_view changes, bool fill_only,
                                const struct metadata_fixed *fixed, struct buffer *out,
                                struct error *e);

// Takes what a dataset's record says, under "resources", of the resource with this slug out of it:
// *rest is the record without it, *said an object of changes for the resource's own record, or
// empty. Both may be views of `json`, or lie in `arena`.
NODISCARD status metadata_take_resource(string_view json, string_view slug, struct arena *arena,
                                        string_view *rest, string_view *said, struct error *e);

// What people give as new metadata of a dataset: a JSON object (or empty) of members that
// portal/datasets.h names, of the kinds named there, or null; a null member may have any name.
// "uuid" and "slug" are let through, though metadata_merge sets them itself. A licence is a
// spelling that licence_uri knows, or an address (rule D1). ST_BAD_DATA says which is not so.
NODISCARD status metadata_check(string_view changes, struct error *e);

// What of a dataset is searched.
NODISCARD status metadata_searchable(const struct dataset *d, struct arena *arena,
                                     struct catalogue_dataset *out, struct error *e);

// The kinds of rule C4, in the order that pages list them.
#define METADATA_KINDS 6
extern const char *const metadata_kinds[METADATA_KINDS];
// One of these.
NODISCARD status metadata_check_kind(string_view kind, struct error *e);
