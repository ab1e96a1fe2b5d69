// SPDX-License-Identifier: Apache-2.0
// Asks DataCite's REST API. Must not know: what is registered, when to try again.
#pragma once

#include "base/base.h"
#include "portal/datacite_account.h"

struct datacite_answer {
    int status;           // of HTTP; 0: there was no answer
    uint64_t retry_after; // seconds; 0: nothing was said
    char words[200];      // what went wrong, as the registry or the network says it
    bool taken;           // 422, since there is such a DOI already
};

// `method` is POST or PUT; `path` begins with a slash; `body` is JSON:API. Without an answer in
// time, status 0 and words.
void datacite_ask(const struct datacite_account *account, const char *method, string_view path,
                  string_view body, struct datacite_answer *out);
