// SPDX-License-Identifier: Apache-2.0
// One HTTP exchange with another server: a registry, a webhook. Bounded in time and bytes; no
// redirects are followed, so that what is sent goes where it was meant to. Thread-safe; a call
// waits. Must not know: what is asked, of whom.
#pragma once

#include "base/buffer.h"

#include <stdatomic.h>

struct exchange_header {
    const char *name;
    string_view value; // without control characters
};

struct exchange_request {
    const char *method;  // "GET", "POST", "PUT", "DELETE", ...
    string_view address; // http or https; others are ST_INVALID
    const struct exchange_header *headers;
    size_t header_count;
    string_view body; // of POST, PUT and PATCH
    string_view user; // HTTP Basic; empty for none
    string_view password;
    unsigned seconds;  // the whole exchange takes at most; 0: 30
    size_t most_bytes; // of the answer; 0: 1 MiB
    // Addresses of this machine and of private networks (RFC 1918, 4193, 3927, ...) are refused
    // once names are resolved, unless this is set: a webhook may be anybody's.
    bool private_too;
    const atomic_bool *stopping; // once it is set the exchange ends within about a second; or NULL
};

struct exchange_answer {
    long status;        // 200, 404, ...
    long retry_seconds; // Retry-After, as seconds from now; 0: none
    struct buffer body; // owned; release with exchange_answer_release
};

// ST_OK for any answer, whatever its status. ST_INVALID for an address that is none, or is refused;
// ST_IO names the server that could not be reached, was too slow or too long, and why. `out` is
// begun by the call, and released by it when it fails. ST_CANCELLED once it is stopping.
NODISCARD status exchange_run(const struct exchange_request *request, struct exchange_answer *out,
                              struct error *e);
void exchange_answer_release(struct exchange_answer *a);
// Whether to try again later: 408, 425, 429 and 5xx.
bool exchange_is_passing(long code);
