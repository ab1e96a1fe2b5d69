// SPDX-License-Identifier: Apache-2.0
// Reads posting lists (docs/format.md, POSTINGS), every member checked against the size of the set
// it goes into. Must not know: what terms and members are. Thread-safe.
#pragma once

#include "base/bitset.h"
#include "base/status.h"
#include "store/block_checks.h"
#include "store/segment_format.h"

struct postings {
    const uint32_t *heads;
    const unsigned char *blob;
    size_t blob_length;
    uint32_t count;
    const struct block_checks *checks; // NULL: the section was found whole
};

// `bytes` is aligned to 8. ST_CORRUPT when the lists do not fit into `length`.
NODISCARD status postings_open(const unsigned char *bytes, size_t length, struct postings *out,
                               struct error *e);
// The same of a section that is checked block by block, where it is read.
NODISCARD status postings_open_checked(const unsigned char *bytes, size_t length,
                                       const struct block_checks *checks, struct postings *out,
                                       struct error *e);
// Sets the term's members in `out`; ST_CORRUPT when one lies outside of it. *kept false, and
// nothing set, when the list is not kept.
NODISCARD status postings_set(const struct postings *p, uint32_t term, struct bitset *out,
                              bool *kept, struct error *e);
// Takes from the set what is not a member; as postings_set otherwise. *kept false, and nothing
// taken, when the list is not kept.
NODISCARD status postings_retain(const struct postings *p, uint32_t term, struct bitset *set,
                                 bool *kept, struct error *e);
// All members, rising, when they are at most `most`; *fits false, and nothing given, when they are
// more or the list is not kept.
NODISCARD status postings_list(const struct postings *p, uint32_t term, uint64_t universe,
                               uint32_t *numbers, size_t most, size_t *count, bool *fits,
                               struct error *e);
// Keeps of the numbers listed, which rise and are below `universe`, those that are members. The
// list must be kept.
NODISCARD status postings_filter(const struct postings *p, uint32_t term, uint64_t universe,
                                 uint32_t *numbers, size_t *count, struct error *e);
// The members of a list that is no bitmap, rising and below `universe`; *is_short false, and
// nothing given, when it is one or is not kept.
NODISCARD status postings_short(const struct postings *p, uint32_t term, uint64_t universe,
                                uint32_t members[LIST_MOST], size_t *count, bool *is_short,
                                struct error *e);
// Number of members as the list says, without reading them.
NODISCARD status postings_count(const struct postings *p, uint32_t term, uint64_t *members,
                                bool *kept, struct error *e);
