// SPDX-License-Identifier: Apache-2.0
// /api/v1/subscriptions: asks to be told when the result of a search changes, by webhook or mail,
// says how that stands, and ends it. The id of a mail's subscription goes to its reader alone.
#include "api/cite_limit.h"
#include "api/own_request.h"
#include "api/page_searches.h"
#include "api/pages/address.h"
#include "api/subscribed.h"
#include "api/wishes.h"
#include "formats/json_write.h"
#include "portal/notices.h"
#include "query/search_history.h"

#define PATH "/api/v1/feed"

// --- what is asked ---------------------------------------------------------------------------

// A search's page, or its feed, as the feed's address without moments.
static status feed_of(struct http_request *request, string_view subject, string_view *out,
                      struct error *e)
{
    static const char *const own[] = {"format", "limit", "before", NULL};
    struct http_target target;
    struct address *state = arena_new(request->arena, struct address);
    struct address *feed = arena_new(request->arena, struct address);
    if (state == NULL || feed == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a subscription");
    }
    TRY(http_target_parse(request->arena, subject, &target, e));
    bool is_feed = sv_equal(target.path, SV(PATH));
    if (!is_feed && !sv_equal(target.path, SV("/search"))) {
        return error_set_field(e, ST_INVALID, "search",
                               "search is an address of /search or %s, with its parameters", PATH);
    }
    address_init(state, SV(PATH));
    for (size_t i = 0; i < target.parameter_count; i++) {
        address_add(state, target.parameters[i].name, target.parameters[i].value);
    }
    if (!is_feed) {
        page_api_state(request->arena, state, 0, SV(PATH), own, feed);
        state = feed;
    }
    for (size_t i = 0; own[i] != NULL; i++) {
        address_remove(state, sv_from(own[i]));
    }
    address_remove(state, SV("version"));
    *out = address_print(state, request->arena);
    return ST_OK;
}

static string_view origin_of(const struct api *api, const struct http_request *request)
{
    string_view host = http_request_header(request, "Host");
    bool secure =
        sv_equal_ignore_case(http_request_header(request, "X-Forwarded-Proto"), SV("https"));
    if (api->notices->address.length > 0) {
        return api->notices->address;
    }
    return arena_print(request->arena, "%s://" SV_FORMAT, secure ? "https" : "http",
                       SV_ARGUMENT(host));
}

// The search must be one; what it finds is what the reader knows.
static status check_search(const struct api *api, struct http_request *request,
                           struct subscription *one, struct error *e)
{
    struct search_input input;
    struct search_event none;
    struct http_request *asked = arena_new(request->arena, struct http_request);
    const struct cancellation cancellation = {http_request_cancelled, request};
    if (asked == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a subscription");
    }
    TRY(own_request(request->arena, one->search, SV(""), false, asked, e));
    TRY(subscribed_search(api, asked, &input, e));
    one->told = input.view.version;
    return search_history_between(input.view.snapshot, &scope_public, &input.request,
                                  input.view.commit, input.view.commit, &cancellation, &none, e);
}

static status read_subscription(const struct api *api, struct http_request *request,
                                struct subscription *out, struct error *e)
{
    struct wishes wishes;
    *out = (struct subscription){.asked = clock_now()};
    TRY(wishes_read(api, request, "search", &wishes, e));
    if ((wishes.webhook.length > 0) == (wishes.email.length > 0)) {
        return error_set_field(e, ST_INVALID, "webhook", "give one of webhook and email");
    }
    TRY(feed_of(request, wishes.subject, &out->search, e));
    out->webhook = wishes.webhook;
    out->email = wishes.email;
    out->origin = origin_of(api, request);
    return check_search(api, request, out, e);
}

status subscribe_add(const struct api *api, struct http_request *request,
                     struct http_response *response, struct subscription *out, struct error *e)
{
    TRY(read_subscription(api, request, out, e));
    if (api->subscriptions == NULL) {
        response->problem.status = 503;
        return error_set(e, ST_CONFLICT, "this server tells nobody of changes: follow the feed");
    }
    if (!cite_limit_take(api->cite_limit, request->client_address, clock_now())) {
        response->problem.status = 429;
        return error_set(e, ST_REFUSED, "that is enough for an hour: follow the feed");
    }
    status result = subscriptions_add(api->subscriptions, out, e);
    response->problem.status = result == ST_TOO_LARGE ? 503 : 0;
    return result;
}

// --- answers ---------------------------------------------------------------------------------

const char *subscription_state(const struct subscription *one)
{
    return one->confirmed ? "confirmed" : "waiting";
}

static void write_subscription(const struct subscription *one, bool with_id,
                               struct http_response *response)
{
    struct buffer *out = &response->body;
    response->content_type = "application/json";
    response->cache_control = "no-store";
    buffer_append_byte(out, '{');
    if (with_id) {
        json_write_member(out, SV("id"), sv_from(one->id));
    }
    json_write_member(out, SV("state"), sv_from(subscription_state(one)));
    json_write_member(out, SV("search"), one->search);
    json_write_name(out, SV("told"));
    buffer_append_int(out, one->told);
    json_write_name(out, SV("failures"));
    buffer_append_uint(out, one->failures);
    buffer_append_view(out, SV("}\n"));
}

status api_subscribe(void *context, struct http_request *request, struct http_response *response,
                     struct error *e)
{
    struct subscription one;
    TRY(subscribe_add(context, request, response, &one, e));
    response->status = 202;
    if (one.webhook.length > 0) {
        http_response_header(response, "Location",
                             arena_print(request->arena, "/api/v1/subscriptions/%s", one.id));
    }
    write_subscription(&one, one.webhook.length > 0, response);
    return ST_OK;
}

status subscribe_find(const struct api *api, struct http_request *request, struct subscription *out,
                      struct error *e)
{
    return api->subscriptions == NULL
               ? error_set(e, ST_NOT_FOUND, "this server tells nobody of changes")
               : subscriptions_get(api->subscriptions,
                                   http_request_capture(request, "subscription"), request->arena,
                                   out, e);
}

status api_subscription(void *context, struct http_request *request, struct http_response *response,
                        struct error *e)
{
    struct subscription one;
    TRY(subscribe_find(context, request, &one, e));
    write_subscription(&one, true, response);
    return ST_OK;
}

status api_subscription_end(void *context, struct http_request *request,
                            struct http_response *response, struct error *e)
{
    const struct api *api = context;
    struct subscription one;
    TRY(subscribe_find(api, request, &one, e));
    response->status = 204;
    return subscriptions_remove(api->subscriptions, sv_from(one.id), e);
}
