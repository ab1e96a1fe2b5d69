// SPDX-License-Identifier: Apache-2.0
// Erasing by law (DESIGN.md, Erasure; rules F4 and F5), the only thing that truly deletes: every
// file of the store that holds the bytes is written anew without them, and the old ones are gone
// from the folder when the call returns. Rows stay, with key and hash (erasures.h).
// Must not know: reports, catalogues, other files of a data folder.
#pragma once

#include "store/erasures.h"
#include "store/import.h"

struct erase_request {
    struct uuid table;
    string_view key;
    uint32_t version;      // the commit that made the version to erase; 0: all versions
    string_view field;     // member, or dotted name of one within others; "": the whole record
    const char *author;    // who, not empty
    const char *message;   // why, not empty, and without the erased words
    unsigned wait_seconds; // for writers at work that may hold the bytes in their folders
    // Of all versions: where nothing is here to erase, the log says all the same that a source may
    // not send it (ST_OK with no rows).
    bool even_if_absent;
    // Ends behind `before` with ST_UNCHANGED, and nothing is published: neither who nor why need be
    // said (NULL), and what is said is checked all the same.
    bool look;
    // Called before anything is published, perhaps several times, with the texts that go (below):
    // what lies beside the store can be rid of them while a kill still leaves the request to be
    // asked again. What it answers but ST_OK ends the erasure with nothing changed. NULL: nobody.
    status (*before)(void *argument, const string_view *texts, size_t count, struct error *e);
    void *before_argument;
};

struct erase_result {
    uint32_t commit;
    uint64_t rows;     // that lost values
    uint64_t segments; // written anew
    uint64_t messages; // of the log that words were taken out of
    uint64_t writers;  // still at work when the wait was over: their folders may hold the bytes
    // The texts that were erased and that no record holds any more, of four bytes or more; for
    // whoever looks through other files. In the arena given.
    const string_view *texts;
    size_t text_count;
};

// ST_NOT_FOUND when there is no such record, version or value; ST_UNCHANGED when nothing is left to
// erase. Merges wait meanwhile.
NODISCARD status store_erase(struct store *s, const struct erase_request *r,
                             struct thread_pool *pool, struct arena *arena,
                             struct erase_result *out, struct error *e);
