// SPDX-License-Identifier: Apache-2.0
// What the register of identifiers keeps of a citation, as values and as JSON, so that the page of
// an identifier, and what a registry is told, follow from it alone, whatever becomes of the data;
// and what makes two citations the same (rule F2). Must not know: HTTP, SQLite, registries.
#pragma once

#include "base/buffer.h"
#include "query/query.h"
#include "store/store.h"

#define CITED_LIMIT_BYTES ((size_t)16 << 20) // of one record

struct cited_table {
    string_view uuid; // of an imported one whatever the museum's portal called it
    string_view slug;
    moment commit; // its last at or before the moment cited; 0: not known
};

struct cited_dataset {
    string_view uuid;
    string_view slug;
    string_view title;
    string_view licence; // URI where it is known
    moment version;
    uint64_t records;
};

// Who made it: an institution (literal), or a person.
struct cited_creator {
    string_view name; // whole
    string_view family;
    string_view given;
    string_view orcid;
    bool person;
};

struct cited_pair {
    string_view name;
    string_view value;
};

struct cited {
    string_view query;               // canonical JSON; "{}" for all records
    const struct cited_pair *search; // the parameters of its page, without a version
    size_t search_count;
    string_view words;       // what is asked, for people
    string_view title;       // of a dataset
    string_view description; // of a dataset
    string_view publisher;
    const struct cited_table *tables; // by UUID
    size_t table_count;
    const struct cited_dataset *datasets; // those with records, most first
    size_t dataset_count;
    const struct cited_creator *creators;
    size_t creator_count;
    bool counted;
    uint64_t records;
    string_view digest;     // 64 hexadecimal digits; "" where none was recorded
    string_view definition; // of the digest: "v1"
    string_view earlier;    // id of the same query's identifier before this one; may be empty
    moment erased;          // when words of it were erased by law (rule F5); 0: never
};

NODISCARD status cited_write(const struct cited *c, struct buffer *out, struct error *e);
// Everything lies in `arena`. ST_CORRUPT when it is no such record.
NODISCARD status cited_read(string_view json, struct arena *arena, struct cited *out,
                            struct error *e);

// What equal citations have in common: `kind` ("search", "slug"), the canonical query, and each
// table with its last commit at or before `commit`. Where the query names areas, the sets of areas
// that count then belong to it. 64 hexadecimal digits and a NUL.
NODISCARD status cited_equal(struct snapshot *s, const char *kind, const struct cited *c,
                             const struct query *query, uint32_t commit, char out[65],
                             struct error *e);
// The same without versions: what citations of one search at several versions have in common.
void cited_search_name(const struct cited *c, char out[65]);
