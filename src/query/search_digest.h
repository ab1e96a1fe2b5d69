// SPDX-License-Identifier: Apache-2.0
// The digest of what a search finds at a version (docs/digest.md, v1), what was erased of its rows
// since (rules F4 and F5), and whether a digest recorded before was of the same rows.
// Must not know: HTTP, who asks.
#pragma once

#include "base/hash.h"
#include "query/search.h"
#include "store/erasures.h"

#define SEARCH_DIGEST_DEFINITION "v1"
// A recorded digest is looked for among what the search may have found before rows were erased
// while these are few, and few rows are hashed for it.
#define SEARCH_DIGEST_DOUBTS ((size_t)10)
#define SEARCH_DIGEST_WORK   ((uint64_t)1 << 27) // rows times what they may have been

#define SEARCH_DIGEST_KEPT ((size_t)1000) // hashes of erased rows that are told one by one

// The hash that a row had before it was erased: with it others can work the digest out.
struct kept_hash {
    struct uuid table;
    string_view key;
    struct sha256 hash;
};

enum digest_comparison {
    DIGEST_NOT_COMPARED,
    DIGEST_EQUAL,          // the records as they are now prove it
    DIGEST_EQUAL_BUT,      // all records but those erased since prove it, with the kept hashes
    DIGEST_DIFFERENT,      // other rows
    DIGEST_CANNOT_BE_TOLD, // too many rows were erased to look for it
};

struct search_digest {
    struct sha256 digest; // over the hashes that rows had when they were written
    struct sha256 now;    // over the records as they are; differs where rows were erased
    uint64_t rows;
    struct erased_rows erased;    // of these rows
    const struct kept_hash *kept; // of the first SEARCH_DIGEST_KEPT of these, in default order
    size_t kept_count;
    // Rows of the tables asked that were erased and that the search does not find: it may have
    // found them before.
    uint64_t doubtful;
    enum digest_comparison comparison;
    uint64_t unproved; // DIGEST_EQUAL_BUT: rows for which nothing but the kept hash speaks
};

// Of every row of the request's query at its commit; order, facets, limit, offset and after aside.
// `recorded` (may be NULL) is compared. What is told lies in `arena`.
NODISCARD status search_digest_make(struct snapshot *s, const struct scope *scope,
                                    struct arena *arena, const struct search_request *request,
                                    const struct sha256 *recorded, struct search_digest *out,
                                    struct error *e);
// "digest":"…","definition":"v1","rows":n,"erased":{"rows":n,"first":ms,"last":ms,"kept":[{"table":
// UUID,"key":…,"hash":…}]},"digestNow":"…", and where one was compared
// "comparison":{"recorded":"…","result":"…","erased":n,"words":"…"}.
void search_digest_print(const struct search_digest *d, const struct sha256 *recorded,
                         struct buffer *out);
// What the comparison says, for people; "" where none was made. For pages and the command line.
void search_digest_describe(const struct search_digest *d, struct buffer *out);
