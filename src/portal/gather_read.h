// SPDX-License-Identifier: Apache-2.0
// What GBIF, DataCite and Crossref answer, as values. All of it is a stranger's: texts are mended
// and bounded (literature_text), what is broken is left out. Must not know: how they are asked,
// what is done with it.
#pragma once

#include "base/clock.h"
#include "portal/literature_read.h"

#define GATHER_LIMIT_KEYS ((size_t)1000) // downloads, occurrences, relations of one publication

// --- GBIF (standards.md 1.4, 1.7) ------------------------------------------------------------

struct gbif_paper {
    struct publication publication;
    const string_view *downloads; // keys: letters, digits and dashes
    size_t download_count;
    const string_view *occurrences; // keys: digits
    size_t occurrence_count;
};
struct gbif_papers {
    struct gbif_paper *list;
    size_t count;
    size_t left_out; // without DOI and title
    bool end;
};
// /v1/literature/search. ST_BAD_DATA where it is no such answer.
NODISCARD status gbif_read_papers(const json_t *answer, struct arena *arena,
                                  struct gbif_papers *out, struct error *e);

struct gbif_download {
    string_view doi;         // "" none
    moment created;          // 0: not told
    const json_t *predicate; // of the answer; NULL: none, of everything
    bool sql;                // asked in SQL: it has no predicate
};
// /v1/occurrence/download/KEY
NODISCARD status gbif_read_download(const json_t *answer, struct arena *arena,
                                    struct gbif_download *out, struct error *e);

struct gbif_delivered {
    string_view dataset; // key at GBIF, a UUID in lower case
    uint64_t records;
};
// /v1/occurrence/download/KEY/datasets
NODISCARD status gbif_read_delivered(const json_t *answer, struct arena *arena,
                                     struct gbif_delivered **out, size_t *count, bool *end,
                                     struct error *e);

// /v1/species/KEY: rank and name without authors; "" where they are not told.
void gbif_read_taxon(const json_t *answer, struct arena *arena, string_view *rank,
                     string_view *name);
// /v1/occurrence/KEY: its dataset's key, a UUID in lower case, and its occurrenceID; "" where they
// are not told.
void gbif_read_occurrence(const json_t *answer, struct arena *arena, string_view *dataset,
                          string_view *name);
// Whether a key may stand in an address.
bool gbif_is_key(string_view key);

// --- DataCite (standards.md 3.13) --------------------------------------------------------------

// /dois/DOI: the DOIs that cite it (relationships.citations).
NODISCARD status datacite_read_citations(const json_t *answer, struct arena *arena,
                                         string_view **out, size_t *count, struct error *e);
struct datacite_work {
    struct publication publication;
    bool
        cites; // the DOI asked for, as its source: Cites, References, IsSupplementTo, IsDerivedFrom
};
struct datacite_works {
    struct datacite_work *list;
    size_t count;
    size_t left_out;
    string_view next; // page[cursor] of links.next; "" at the end
};
// /dois?query=...: works, and whether they say that they used `doi`.
NODISCARD status datacite_read_works(const json_t *answer, string_view doi, struct arena *arena,
                                     struct datacite_works *out, struct error *e);

// --- Crossref ----------------------------------------------------------------------------------

struct crossref_works {
    struct literature_item *list; // cites: the DOIs of its references and relations
    size_t count;
    size_t left_out;
    string_view next; // cursor; "" at the end
};
// /works?...: a list of works.
NODISCARD status crossref_read_works(const json_t *answer, struct arena *arena,
                                     struct crossref_works *out, struct error *e);
// /beta/datacitations/?object-id=DOI: who cites it.
struct crossref_citations {
    string_view *dois; // of what cites it, in small letters
    size_t count;
    size_t left_out; // named by no DOI, or about something else
    size_t next;     // the number of the next page; 0 at the end
};
NODISCARD status crossref_read_citations(const json_t *answer, string_view doi, struct arena *arena,
                                         struct crossref_citations *out, struct error *e);
// /works/DOI: one. ST_BAD_DATA also where it is not told what it is.
NODISCARD status crossref_read_work(const json_t *answer, struct arena *arena,
                                    struct literature_item *out, struct error *e);
