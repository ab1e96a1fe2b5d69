// SPDX-License-Identifier: Apache-2.0
// The register of identifiers: what was cited, under which name, at which version, and what a
// registry of DOIs knows of it (rules F1 and F2). A file of its own, DATA/identifiers.sqlite, since
// it is no copy of anything: it is never made anew, and a damaged one is told, not replaced.
// Nothing is ever deleted from it; what was erased by law stands blanked (rule F5). Written through
// to the disk before a name is given out, with a rollback journal, so that the one file is whole
// whenever nobody writes. Thread-safe: one connection, guarded by SQLite. Must not know: queries,
// HTTP, how registries are asked.
#pragma once

#include "base/arena.h"
#include "base/clock.h"
#include "base/hash.h"
#include "base/status.h"

struct identifier_register;

enum identifier_kind { IDENTIFIER_SEARCH, IDENTIFIER_DATASET, IDENTIFIER_SLUG, IDENTIFIER_KINDS };
enum identifier_state {
    IDENTIFIER_LOCAL,      // of this host alone
    IDENTIFIER_DRAFT,      // the registry has it, and nobody else
    IDENTIFIER_REGISTERED, // its address is known, its metadata are not to be found
    IDENTIFIER_FINDABLE,   // a DOI as any other
    IDENTIFIER_WITHDRAWN,  // a tombstone stands at its address
    IDENTIFIER_STATES
};
extern const char *const identifier_kind_names[IDENTIFIER_KINDS];
extern const char *const identifier_state_names[IDENTIFIER_STATES];

#define IDENTIFIER_LENGTH ((size_t)8)

struct identifier {
    string_view id; // IDENTIFIER_LENGTH letters and digits, none to be taken for another
    enum identifier_kind kind;
    enum identifier_state state;
    string_view doi;     // lower case, "10.5519/qd.x"; "" while there is none
    bool real;           // the doi is a registry's, not its test system's (rule F1)
    string_view name;    // of a slug; "" of others
    bool imported;       // of the museum's earlier portal
    string_view equal;   // what makes two the same one (rule F2); "" of imported ones
    string_view subject; // UUID of a dataset, cited_search_name of a search; may be ""
    moment created;      // the hour (rule E4)
    moment version;      // the moment cited
    string_view record;  // JSON: what was cited (portal/citing.h)
    // What the registry is still to be told: "" nothing.
    string_view wanted; // "draft", "registered", "findable", "hidden"
    uint32_t attempts;
    moment next_try; // 0: not before someone says so
    string_view trouble;
};

// Opens DATA/identifiers.sqlite; made with the first identifier. ST_CORRUPT for a damaged file,
// ST_CONFLICT for one of a newer program. A file that cannot be written is read.
NODISCARD status identifiers_open(const char *folder, struct identifier_register **out,
                                  struct error *e);
void identifiers_close(struct identifier_register *r); // NULL is fine

// Adds one, and gives it an id (and the hour); where one of the same `equal` is there, gives that
// one, and *is_new is false. ST_CONFLICT where the DOI or name is another's.
NODISCARD status identifiers_add(struct identifier_register *r, const struct identifier *new_one,
                                 struct arena *arena, struct identifier *out, bool *is_new,
                                 struct error *e);
// ST_NOT_FOUND without words of its own. Letters' case does not count.
NODISCARD status identifiers_find(struct identifier_register *r, string_view id,
                                  struct arena *arena, struct identifier *out, struct error *e);
NODISCARD status identifiers_find_doi(struct identifier_register *r, string_view doi,
                                      struct arena *arena, struct identifier *out, struct error *e);
NODISCARD status identifiers_find_name(struct identifier_register *r, string_view name,
                                       struct arena *arena, struct identifier *out,
                                       struct error *e);
NODISCARD status identifiers_find_equal(struct identifier_register *r, string_view equal,
                                        struct arena *arena, struct identifier *out,
                                        struct error *e);
// The newest of a subject, of a version no later than `until`, that was not withdrawn.
NODISCARD status identifiers_find_subject(struct identifier_register *r, string_view subject,
                                          moment until, struct arena *arena, struct identifier *out,
                                          struct error *e);
// Writes state, doi, real, record, wanted, attempts, next_try and trouble; the rest stays.
// ST_NOT_FOUND where its record is not `was` any more, so that what was erased while somebody held
// it never comes back.
NODISCARD status identifiers_update(struct identifier_register *r, const struct identifier *one,
                                    string_view was, struct error *e);
// Gives each to `change`, which says in *changed whether it changed it: name, state, record,
// wanted, attempts, next_try and trouble are written, of all or of none. Afterwards the file has
// nothing of what stood there before (rule F5). The arena is emptied behind each.
typedef status identifier_change(void *argument, struct identifier *one, struct arena *arena,
                                 bool *changed, struct error *e);
NODISCARD status identifiers_rewrite(struct identifier_register *r, identifier_change *change,
                                     void *argument, struct error *e);
// By creation, then id, behind `after` ("" from the first); at most `limit`.
NODISCARD status identifiers_list(struct identifier_register *r, string_view after, size_t limit,
                                  struct arena *arena, struct identifier **out, size_t *count,
                                  struct error *e);
// The earliest that is to be told to the registry by `now`; it is this caller's until `until`, when
// others may take it again. ST_NOT_FOUND: none.
NODISCARD status identifiers_take_due(struct identifier_register *r, moment now, moment until,
                                      struct arena *arena, struct identifier *out, struct error *e);
// How many there are of each kind and state, and how many wait for the registry or stand still with
// trouble.
struct identifier_tally {
    uint64_t count[IDENTIFIER_KINDS][IDENTIFIER_STATES];
    uint64_t waiting;
    uint64_t troubled; // of those that wait: the last attempt failed
};
NODISCARD status identifiers_tally(struct identifier_register *r, struct identifier_tally *out,
                                   struct error *e);
