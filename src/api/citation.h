// SPDX-License-Identifier: Apache-2.0
// Citations of datasets, records and searches (rule G1), as a sentence and for programs that keep
// references. Without an account at a registry addresses of this host stand for identifiers, and
// nothing is called registered (rule F1). Pure. Must not know: stores, requests.
#pragma once

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"

#include <jansson.h>

enum citation_format {
    CITATION_TEXT,
    CITATION_BIBTEX,
    CITATION_RIS, // as Zotero, EndNote and Mendeley read it: lines end with CR LF
    CITATION_CSL, // CSL-JSON (Citation Style Language, csl-data.json)
    CITATION_FORMATS,
};

struct citation_format_facts {
    const char *name;       // of the parameter `format`
    const char *label;      // for people
    const char *media_type; // with its charset
    const char *extension;  // of a file
};
extern const struct citation_format_facts citation_formats[CITATION_FORMATS];

#define CITATION_DOI "https://doi.org/" // before a DOI, as it is shown

enum cited_kind {
    CITED_DATASET,
    CITED_RECORD,
    CITED_SEARCH,
};

// What is cited. Views may be empty where nothing is known.
struct citation {
    enum cited_kind kind;
    const json_t *templates;    // the portal's "citationTemplates", or NULL: rule G1's
    const json_t *dataset;      // its metadata record; NULL of a search
    string_view publisher;      // the dataset's organisation, or the portal
    moment version;             // of the dataset: its last commit as of the moment shown
    string_view address;        // of what is cited, at its version
    string_view doi;            // "10.5519/x", of a registry; empty for none (rule F1)
    string_view dataset_doi;    // of a record's dataset
    string_view institution;    // of a record
    string_view catalog_number; // or its key
    string_view name;           // its scientific name
    moment accessed;            // of a record
    uint64_t records;           // of a search
    uint64_t datasets;
    string_view query; // in words
};

// The sentence, by the template of its kind: members "dataset", "record" and "search" of
// `templates`, with the gaps {authors} {year} {title} {date} {publisher} {identifier} of datasets,
// {institutionCode} {catalogNumber} {scientificName} {datasetCitation} {url} {accessed} of records,
// {publisher} {year} {date} {extent} {count} {datasets} {query} {identifier} of searches. An empty
// gap takes the blank or comma before it away; a full stop is not written twice. In the arena.
string_view citation_text(struct arena *arena, const struct citation *c);
// "1204 records from 3 datasets", of a search. In the arena.
string_view citation_extent(struct arena *arena, const struct citation *c);
// In a format, appended.
NODISCARD status citation_write(struct arena *arena, const struct citation *c,
                                enum citation_format format, struct buffer *out, struct error *e);
// The name of a file: letters, digits, points and dashes, with its extension. In the arena.
string_view citation_file_name(struct arena *arena, const struct citation *c,
                               enum citation_format format);
// The format of a name; false for none.
bool citation_format_of(string_view name, enum citation_format *out);
