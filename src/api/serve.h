// SPDX-License-Identifier: Apache-2.0
// Serves a data folder until the process is told to stop.
#pragma once

#include "base/status.h"

#include <stdint.h>

// Bytes of a request's body: a pasted list of 100,000 identifiers.
#define API_LIMIT_BODY ((size_t)8 << 20)

struct serve_options {
    const char *folder;     // the data folder
    const char *listen;     // NULL: "127.0.0.1:8080"; port 0: the system chooses
    const char *access_log; // file; NULL: standard error
    size_t workers;         // threads for searches; 0: by the number of processors
    uint64_t kept_bytes;    // of finished downloads kept to be sent again; 0: none
};

// Opens the folder, listens, prints "Vitrine is ready at http://127.0.0.1:8080/" on standard output
// and returns after SIGTERM or SIGINT, when running requests have ended. To be called before any
// thread is started, since it takes these signals for itself.
NODISCARD status portal_serve(const struct serve_options *options, struct error *e);
