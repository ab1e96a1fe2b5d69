// SPDX-License-Identifier: Apache-2.0
// The pages of subscriptions, for who follows a search by mail: asked for by a form, confirmed and
// ended by the address that a mail brings (RFC 8058 too).
#include "api/page_site.h"
#include "api/pages/subscription.h"
#include "api/subscribed.h"

static status show(const struct api *api, struct http_request *request,
                   struct http_response *response, enum subscription_step step,
                   const struct subscription *one, struct error *e)
{
    struct view view;
    struct site site;
    struct subscription_page page = {.step = step};
    TRY(view_open_at(api, request, NULL, &view, e));
    TRY(site_open(api, request, &view, &site, e));
    page.site = &site.page;
    if (one != NULL) { // the feed's parameters are the search's
        size_t query = sv_find(one->search, '?');
        page.search_address = arena_print(request->arena, "/search" SV_FORMAT,
                                          SV_ARGUMENT(sv_slice(one->search, query, SIZE_MAX)));
    }
    site_send(&site, response, true);
    response->cache_control = "no-store";
    return page_subscription(&page, request->arena, &response->body, e);
}

status subscribe_by_form(void *context, struct http_request *request,
                         struct http_response *response, struct error *e)
{
    struct subscription one;
    TRY(subscribe_add(context, request, response, &one, e));
    return show(context, request, response, SUBSCRIPTION_ASKED, NULL, e);
}

status show_subscription(void *context, struct http_request *request,
                         struct http_response *response, struct error *e)
{
    struct subscription one;
    TRY(subscribe_find(context, request, &one, e));
    return show(context, request, response,
                one.confirmed ? SUBSCRIPTION_GOING : SUBSCRIPTION_WAITING, &one, e);
}

static status confirm(const struct api *api, struct http_request *request, struct subscription *one,
                      struct error *e)
{
    struct view view;
    if (one->confirmed) {
        return ST_OK;
    }
    TRY(view_open_at(api, request, NULL, &view, e));
    one->confirmed = true;
    one->asked_to_confirm = true;
    one->told = view.version;
    one->failures = 0;
    one->next_try = 0;
    return subscriptions_update(api->subscriptions, one, e);
}

// Of a webhook nobody but itself confirms.
status change_subscription(void *context, struct http_request *request,
                           struct http_response *response, struct error *e)
{
    const struct api *api = context;
    struct subscription one;
    string_view wish = sv_trim(request->body);
    TRY(subscribe_find(api, request, &one, e));
    if (sv_equal(wish, SV("action=confirm")) && one.email.length > 0) {
        TRY(confirm(api, request, &one, e));
        return show(api, request, response, SUBSCRIPTION_GOING, &one, e);
    }
    if (sv_equal(wish, SV("action=stop")) || sv_equal(wish, SV("List-Unsubscribe=One-Click"))) {
        TRY(subscriptions_remove(api->subscriptions, sv_from(one.id), e));
        return show(api, request, response, SUBSCRIPTION_ENDED, NULL, e);
    }
    return error_set_field(e, ST_INVALID, "action", "action is confirm or stop");
}
