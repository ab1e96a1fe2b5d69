// SPDX-License-Identifier: Apache-2.0
// The page of a subscription: confirm it, end it, or what became of it. Must not know: HTTP.
#pragma once

#include "api/pages/model.h"

enum subscription_step {
    SUBSCRIPTION_ASKED,   // a mail is on its way to whoever is to confirm
    SUBSCRIPTION_WAITING, // its reader may confirm it
    SUBSCRIPTION_GOING,   // confirmed
    SUBSCRIPTION_ENDED,
};

struct subscription_page {
    const struct page_site *site;
    enum subscription_step step;
    string_view search_address; // of what is followed, "/search?..."; empty where it is not told
};

NODISCARD status page_subscription(const struct subscription_page *subscription,
                                   struct arena *arena, struct buffer *out, struct error *e);
