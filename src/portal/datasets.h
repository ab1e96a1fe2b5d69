// SPDX-License-Identifier: Apache-2.0
// Datasets, their resources and the portal's own facts, as they stood at a commit: read from the
// store's versioned metadata table (rule A6). The JSON shapes here are what the API answers and the
// pages show. Must not know: HTTP, SQLite.
#pragma once

#include "store/store.h"

// Dataset record (key "dataset/{uuid}"):
// {"uuid","slug","title","description" (Markdown),"category","licence" (URI),
//  "authors":[{"name","given","family","orcid","affiliation","email"}],"organisation","tags":[],
//  "temporal":{"start","end"},"spatial":{"west","south","east","north","description"},"doi",
//  "updateFrequency","contacts":[{"role","name","organisation","email"}],"citation","language",
//  "published","source","identifier","resources":[{"slug","title","kind","description"}] (of
//  tables that are not there yet)}
// Resource record (key "resource/{uuid}"):
// {"uuid","dataset":"uuid","slug","type":"table"|"file","title","description",
//  "kind" (specimens | index lots | preparations | observations | checklist | research),
//  "keyField","latitudeField","longitudeField"} of a table; of a file (portal/file_records.h)
//  {...,"name","mediaType","bytes","sha256","path","table" (slug: it was ingested into it)}, or
//  in the place of "path", where the portal no longer has it, "removed" and "commit".
// Portal record (key "portal"):
// {"name","description","demo":bool,"collections":[{"name","code","estimatedHoldings"}]}

#define FILES_PATH "/files/" // begins the path of a file resource

struct resource {
    struct uuid uuid;
    struct uuid dataset;
    string_view slug;
    string_view title;
    string_view kind;
    bool is_table;
    uint64_t records;   // visible at the commit (tables)
    string_view file;   // in the folder of files (portal/kept_files.h); empty for tables
    uint32_t from;      // the commit that made the record
    string_view json;   // the resource record
    struct sha256 hash; // of the record
};

struct dataset {
    struct uuid uuid;
    string_view slug;
    string_view title;
    string_view category;
    uint32_t modified; // last commit at or before the one asked that touched its metadata or tables
    moment modified_at;
    uint64_t records; // over its tables
    const struct resource *resources;
    size_t resource_count;
    string_view json;   // the dataset record
    struct sha256 hash; // of the record
};

struct portal_facts {
    string_view name;
    bool demo;
    string_view json;
};

// All views lie in `arena`. Datasets come in the order of their titles (fold_compare). `known` may
// be what was read before, of any commit: records that are the same still are copied from there,
// which is much quicker; the views do not refer to it.
NODISCARD status portal_read(struct snapshot *s, uint32_t commit, struct arena *arena,
                             struct portal_facts *out, struct error *e);
NODISCARD status datasets_read(struct snapshot *s, const struct scope *scope, uint32_t commit,
                               const struct dataset *known, size_t known_count, struct arena *arena,
                               const struct dataset **out, size_t *count, struct error *e);
// In a list read before, by slug or UUID; NULL when there is none.
const struct dataset *dataset_find(const struct dataset *datasets, size_t count, string_view slug);
