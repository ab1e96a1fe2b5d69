// SPDX-License-Identifier: Apache-2.0
// Requests that the server makes of itself, for what runs without a client: downloads prepared in
// the background, searches that somebody follows. Must not know: what they ask.
#pragma once

#include "api/api.h"

// A GET of the address (a path and its parameters), as a client would make it who calls this server
// `host`; all in `arena`. It has no deadline: set client_gone and client to have it end.
NODISCARD status own_request(struct arena *arena, string_view address, string_view host,
                             bool secure, struct http_request *out, struct error *e);
