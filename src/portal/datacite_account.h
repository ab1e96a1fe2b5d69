// SPDX-License-Identifier: Apache-2.0
// The house's account at DataCite, in DATA/datacite.json:
//   {"prefix": "10.5519", "repository": "ABCD.PORTAL", "site": "https://data.museum.example",
//    "system": "production" | "test", "api": "https://api.datacite.org" (by the system),
//    "suffix": "qd." (before the identifier), "ror": "https://ror.org/...", "firstWait": 60
//    (seconds until the first retry)}
// Its password comes from the environment, VITRINE_DATACITE_PASSWORD, and is written nowhere.
// Must not know: HTTP, what is registered.
#pragma once

#include "base/arena.h"
#include "base/status.h"
#include "base/string_view.h"

struct datacite_account {
    bool there; // there is a file
    bool real;  // not the registry's test system, whose DOIs nobody can follow (rule F1)
    string_view api;
    string_view prefix;
    string_view suffix;
    string_view repository;
    string_view password; // empty: nothing can be sent
    string_view site;     // before paths, without a slash at its end
    string_view ror;
    uint64_t first_wait; // milliseconds
};

// ST_BAD_DATA naming the file and what to change. A password is sent over https alone, but for
// this machine.
NODISCARD status datacite_account_open(const char *folder, struct arena *arena,
                                       struct datacite_account *out, struct error *e);
