// SPDX-License-Identifier: Apache-2.0
// What an identifier that a publication gives stands for here (rule G2): a dataset, a cited search
// with the records that it has when it is run again, a record; or nothing. Must not know: who says
// so, HTTP.
#pragma once

#include "catalogue/identifiers.h"
#include "catalogue/literature.h"
#include "portal/literature_read.h"
#include "portal/portal.h"

// Of one use more records than these are not kept one by one.
#define LITERATURE_LIMIT_RECORDS ((size_t)2000000)

// Names of a dataset beside those in its metadata and in the register of identifiers.
struct literature_dataset {
    string_view slug;
    string_view gbif;        // its key at GBIF: a UUID in lower case; may be empty
    const string_view *dois; // lower case
    size_t doi_count;
};

struct literature_links {
    struct snapshot *snapshot;
    uint32_t commit;
    const struct dataset_view *view;
    struct identifier_register *identifiers;
    struct literature *literature;
    const struct literature_dataset *datasets;
    size_t dataset_count;
    struct arena *arena;
};

// Begins evidence of a dataset.
void literature_of_dataset(const struct literature_links *links, const struct dataset *d,
                           struct evidence *out);
// The "doi" of a dataset's metadata, as a DOI; "" where it has none.
string_view literature_own_doi(const struct literature_links *links, const struct dataset *d);
// The dataset of a DOI, or NULL.
const struct dataset *literature_dataset_of_doi(const struct literature_links *links,
                                                string_view doi);
// What an identifier is of: kind, target, dataset, grade, state, why and use are set. Where no
// record has it as its own identifier, but some has the text, the evidence waits (a match by text).
NODISCARD status literature_link(struct literature_links *links, string_view given,
                                 struct evidence *out, struct error *e);
// Adds a publication with evidence for all that it names.
NODISCARD status literature_take(struct literature_links *links, const struct literature_item *item,
                                 enum literature_source source, enum literature_route route,
                                 struct literature_added *out, struct error *e);
// The records that a query has as of a version, kept as a use; *why is set where they are not told
// one by one.
struct literature_records {
    string_view name;          // of the use
    string_view query;         // JSON
    const struct uuid *tables; // none: all
    size_t table_count;
    moment version;
    const string_view *datasets; // UUIDs
    size_t dataset_count;
    size_t most; // records one by one; 0: LITERATURE_LIMIT_RECORDS
};
NODISCARD status literature_keep_records(struct literature_links *links,
                                         const struct literature_records *records, int64_t *use,
                                         string_view *why, struct error *e);
// Of a record: its uses, as literature_filter has them.
NODISCARD status literature_record_uses(struct literature *l, struct snapshot *s,
                                        const struct uuid *table, string_view key,
                                        struct arena *arena, int64_t **out, size_t *count,
                                        struct error *e);
