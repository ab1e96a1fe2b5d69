// SPDX-License-Identifier: Apache-2.0
// The register of the literature: publications, and the evidence that they used what this portal
// holds (rule G2). A publication counts once, merged over its sources by DOI; evidence has a grade,
// and grades are never added together. A durable file, DATA/literature.sqlite
// (catalogue/durable.h). Thread-safe: one call at a time. Must not know: queries, HTTP, how sources
// are asked, what a record is.
#pragma once

#include "base/arena.h"
#include "base/clock.h"
#include "base/status.h"
#include "base/uuid.h"
#include "formats/mentions.h"

struct literature;

// Best first: what a better source says of a publication stands over what others say.
enum literature_source {
    LITERATURE_HAND,
    LITERATURE_CROSSREF,
    LITERATURE_DATACITE,
    LITERATURE_FROM_GBIF,
    LITERATURE_SOURCES
};
enum literature_grade {
    LITERATURE_NAMED,     // the record's identifier is in the paper
    LITERATURE_CONTAINED, // the paper cites a search of ours, run again at its version
    LITERATURE_ESTIMATED, // GBIF's predicate, run on our data of the download's date
    LITERATURE_DATASET,   // the dataset, and no more is known
    LITERATURE_GRADES
};
enum literature_route { LITERATURE_DIRECT, LITERATURE_GBIF, LITERATURE_ROUTES };
enum literature_state {
    LITERATURE_SHOWN,
    LITERATURE_WAITING,
    LITERATURE_REFUSED,
    LITERATURE_STATES
};
enum literature_target {
    LITERATURE_OF_DATASET,  // its UUID
    LITERATURE_OF_SEARCH,   // the identifier of a cited search
    LITERATURE_OF_RECORD,   // literature_record_name
    LITERATURE_OF_UNKNOWN,  // nothing here has that identifier, as it was given
    LITERATURE_OF_DOWNLOAD, // what a download from GBIF took of a dataset: "KEY/UUID"
    LITERATURE_TARGETS
};
extern const char *const literature_source_names[LITERATURE_SOURCES];
extern const char *const literature_grade_names[LITERATURE_GRADES];
extern const char *const literature_route_names[LITERATURE_ROUTES];
extern const char *const literature_state_names[LITERATURE_STATES];
extern const char *const literature_target_names[LITERATURE_TARGETS];

#define LITERATURE_LIMIT_TEXT ((size_t)10000) // bytes of a title, of all authors, ...
#define LITERATURE_LIMIT_LIST ((size_t)1000)  // publications or evidence of one answer

struct publication {
    int64_t id;
    string_view doi; // lower case, "10.1234/x"; "" where there is none
    string_view title;
    string_view authors; // "Smith, J.; Jones, A."
    string_view venue;
    string_view type;    // CSL's: "article-journal"
    string_view address; // http or https; may be empty
    int32_t year;        // 0: not known
};

struct evidence {
    int64_t id;
    int64_t publication;
    enum literature_target kind;
    string_view target;
    string_view dataset; // UUID, of datasets, records and downloads; else ""
    string_view given;   // the identifier as the source has it
    enum literature_grade grade;
    enum literature_route route;
    enum literature_source source;
    enum literature_state state;
    bool reviewed;   // somebody decided its state
    string_view why; // it waits, or says no more
    int64_t use;     // the records it is about, where they could be told; 0: none
};

// A publication's DOI as all sources write it ("https://doi.org/10.1/X", "doi:10.1/x"), in lower
// case; "" when it is none. In the arena.
string_view literature_doi(struct arena *arena, string_view text);
// "TABLE-UUID/KEY".
string_view literature_record_name(struct arena *arena, const struct uuid *table, string_view key);

NODISCARD status literature_open(const char *folder, struct literature **out, struct error *e);
void literature_close(struct literature *l); // NULL is fine
// Changes with all that is written; for validators and caches. 0: there is nothing.
NODISCARD status literature_state(struct literature *l, uint64_t *out, struct error *e);

// --- writing -----------------------------------------------------------------------------------

// What is written between begin and end stands whole or not at all; a call alone is whole too.
NODISCARD status literature_begin(struct literature *l, struct error *e);
NODISCARD status literature_end(struct literature *l, bool keep, struct error *e);

struct literature_added {
    int64_t publication;
    bool is_new;
    size_t evidence; // that was not there
};
// What `source` says of a publication, with its evidence. It is found by its DOI, else, of those
// without, by title, authors and year. Evidence that is there stays; what somebody reviewed keeps
// its state, other evidence takes the one given. ST_BAD_DATA without a DOI and a title.
NODISCARD status literature_add(struct literature *l, const struct publication *p,
                                enum literature_source source, const struct evidence *list,
                                size_t count, struct arena *arena, struct literature_added *out,
                                struct error *e);
// Evidence that waits is shown or refused, and what was decided before is decided anew.
// ST_NOT_FOUND for no such id, ST_INVALID where it is to be shown and is about nothing that is
// here.
NODISCARD status literature_review(struct literature *l, int64_t evidence, bool accept,
                                   struct error *e);
// How far gathering came: `place` "" is the beginning, or the end.
NODISCARD status literature_place(struct literature *l, string_view gathering, struct arena *arena,
                                  string_view *place, struct error *e);
NODISCARD status literature_set_place(struct literature *l, string_view gathering,
                                      string_view place, struct error *e);

// Erasing by law (rule F5): what texts hold an erased value go, and the file has nothing of them
// then. Evidence that named a record which is erased as a whole (`record`, its
// literature_record_name;
// "" none) or by an erased value is evidence of its dataset from now on, since nobody can say any
// more what was named (rule G2); where it was not shown yet it goes. Digests of what went stay, so
// that literature_add leaves it out of what any source brings again. A publication whose DOI, or
// title without a DOI, held one goes altogether. With `look` they are counted, and nothing changes.
struct literature_erased {
    uint64_t evidence;     // blanked, turned or gone
    uint64_t publications; // that lost a text, or went
};
NODISCARD status literature_erase(struct literature *l, const struct mentions *values,
                                  string_view record, bool look, struct literature_erased *out,
                                  struct error *e);

// Records that were used together: those of a search, of a download. Of whole tables only the table
// and the moment are kept.
struct literature_use {
    string_view name;        // unique: "search/ID", "gbif/KEY/DATASET"
    moment version;          // that the records are of
    const uint64_t *records; // literature_record_hash, of those not in whole tables
    size_t record_count;
    const struct uuid *tables; // taken whole
    size_t table_count;
    const string_view *datasets; // UUIDs of those that it has records of
    size_t dataset_count;
};
uint64_t literature_record_hash(const struct uuid *table, string_view key);
// ST_NOT_FOUND without words.
NODISCARD status literature_use_find(struct literature *l, string_view name, int64_t *out,
                                     struct error *e);
// Gives the one of that name where there is one already.
NODISCARD status literature_use_add(struct literature *l, const struct literature_use *use,
                                    int64_t *out, struct error *e);

// --- asking ------------------------------------------------------------------------------------

// Uses that have a record: version 0, or that have its table whole as of a version.
struct literature_used {
    int64_t use;
    moment version;
};
NODISCARD status literature_uses_of(struct literature *l, const struct uuid *table, string_view key,
                                    struct arena *arena, struct literature_used **out,
                                    size_t *count, struct error *e);

// Zeroed: all publications with evidence that is shown. Members are and-ed, and speak of one and
// the same evidence.
struct literature_filter {
    string_view dataset; // UUID
    string_view record;  // literature_record_name, or one of `uses`
    const int64_t *uses; // that have the record
    size_t use_count;
    string_view search; // identifier
    string_view words;  // all of them in title, authors, venue or DOI; case and accents ignored
    bool by_grade;
    enum literature_grade grade;
    bool by_route;
    enum literature_route route;
    int32_t year_from; // 0: open
    int32_t year_to;
    bool all; // with those that have no evidence shown
};
struct literature_counts {
    uint64_t total; // direct + gbif - both
    uint64_t direct;
    uint64_t gbif;
    uint64_t both;
    uint64_t grades[LITERATURE_GRADES]; // each alone; a publication may be in several
};
NODISCARD status literature_count(struct literature *l, const struct literature_filter *filter,
                                  struct literature_counts *out, struct error *e);
// Datasets with publications whose evidence is shown, most first.
struct literature_dataset_count {
    string_view dataset; // UUID
    uint64_t publications;
};
NODISCARD status literature_count_datasets(struct literature *l, size_t limit, struct arena *arena,
                                           struct literature_dataset_count **out, size_t *count,
                                           struct error *e);
// Newest year first, then title.
NODISCARD status literature_list(struct literature *l, const struct literature_filter *filter,
                                 uint64_t offset, size_t limit, struct arena *arena,
                                 struct publication **out, size_t *count, struct error *e);
// Evidence in a state, of one publication, or of all (0), by id behind `after`.
NODISCARD status literature_evidence(struct literature *l, int64_t publication,
                                     enum literature_state state, int64_t after, size_t limit,
                                     struct arena *arena, struct evidence **out, size_t *count,
                                     struct error *e);
NODISCARD status literature_publication(struct literature *l, int64_t id, struct arena *arena,
                                        struct publication *out, struct error *e);
// Those with a DOI of which a source has said nothing, by id behind `after`.
NODISCARD status literature_not_told(struct literature *l, enum literature_source source,
                                     int64_t after, size_t limit, struct arena *arena,
                                     struct publication **out, size_t *count, struct error *e);
