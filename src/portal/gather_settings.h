// SPDX-License-Identifier: Apache-2.0
// What the house says of gathering publications from others, in DATA/literature.json:
//   {"contact": "data@museum.example" (else that of the portal's site.json),
//    "site": "https://data.museum.example",
//    "gbif": {"publisher": "UUID" (the house's organisation there), "api": "https://api.gbif.org"},
//    "datacite": {"api": "https://api.datacite.org"},
//    "crossref": {"api": "https://api.crossref.org"},
//    "datasets": {"SLUG": {"gbif": "UUID" (its key there), "dois": ["10.5519/0002965"]}},
//    "daily": ["gbif", "datacite", "crossref"] (what a server gathers by itself, once a day),
//    "pause": 1, "firstWait": 5 (seconds between two questions; until the first retry)}
// Every member is optional but a contact: who asks says who they are. Must not know: HTTP, what is
// gathered.
#pragma once

#include "portal/literature_links.h"

enum gather_source_id { GATHER_GBIF, GATHER_DATACITE, GATHER_CROSSREF, GATHER_SOURCES };
extern const char *const gather_names[GATHER_SOURCES];

struct gather_settings {
    bool there;          // there is a file
    string_view contact; // an e-mail address or an http(s) address
    string_view agent;   // "Vitrine/0.1.0 (+https://...; mailto:...)"
    string_view publisher;
    string_view api[GATHER_SOURCES]; // without a slash at its end
    bool daily[GATHER_SOURCES];
    const struct literature_dataset *datasets;
    size_t dataset_count;
    uint64_t pause; // milliseconds
    uint64_t first_wait;
};

// ST_BAD_DATA naming the file and what to change. All lies in `arena`.
NODISCARD status gather_settings_open(const char *folder, struct arena *arena,
                                      struct gather_settings *out, struct error *e);
