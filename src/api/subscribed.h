// SPDX-License-Identifier: Apache-2.0
// Tells who follows a search what changed: once a subscription is confirmed, a mail at most once an
// hour, a webhook at most every ten seconds, each with what happened since the one before. One
// thread of one process of the data folder.
#pragma once

#include "api/api.h"
#include "portal/subscriptions.h"

struct subscribed;
struct search_input;

// Opens api->subscriptions and starts. A folder that cannot be written has neither.
void subscribed_open(struct api *api, struct subscribed **out);
// What is being told is given up. Closes api->subscriptions. NULL is fine.
void subscribed_close(struct api *api, struct subscribed *s);

// The records that a subscription follows, at the newest commit; `client_gone` of the request may
// be set before.
NODISCARD status subscribed_search(const struct api *api, struct http_request *request,
                                   struct search_input *out, struct error *e);

// --- asking (subscribe.c), for the API and its pages

// From a body with search and webhook or email; the problem's status in `response` is set where it
// is no 400.
NODISCARD status subscribe_add(const struct api *api, struct http_request *request,
                               struct http_response *response, struct subscription *out,
                               struct error *e);
// The one that the route names.
NODISCARD status subscribe_find(const struct api *api, struct http_request *request,
                                struct subscription *out, struct error *e);
const char *subscription_state(const struct subscription *one); // "waiting", "confirmed"
