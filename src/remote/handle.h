// SPDX-License-Identifier: Apache-2.0
// What exchanges and mails share of libcurl. Must not know: what is sent.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

#include <curl/curl.h>

struct remote_handle {
    CURL *curl;
    char trouble[CURL_ERROR_SIZE];
    bool private_too;
    bool refused; // an address was private
};

// A handle for one transfer to `address`, by the protocols named ("http,https").
NODISCARD status remote_handle_begin(struct remote_handle *h, const char *address,
                                     const char *protocols, unsigned seconds, struct error *e);
// Runs the transfer; what fails is named with the server that it failed at.
NODISCARD status remote_handle_run(struct remote_handle *h, string_view address, struct error *e);
void remote_handle_end(struct remote_handle *h);
