// SPDX-License-Identifier: Apache-2.0
// The page of a problem, for clients that would rather have HTML.
#include "api/accepted_language.h"
#include "api/page_site.h"
#include "api/page_suggestions.h"
#include "api/pages/messages.h"
#include "base/log.h"

const char *tell_problem(const struct http_request *request, string_view *detail)
{
    const struct language *language = accepted_language(request);
    *detail = language_message(language, request->arena, *detail);
    return language == NULL ? NULL : language->code;
}

bool show_problem(void *context, const struct http_request *request,
                  const struct http_problem *problem, struct http_response *response)
{
    struct site site;
    struct view view;
    struct error e = {0};
    struct http_request plain = *request; // its version may be what is wrong
    status result = view_open(context, request, SV(""), &view, &e);
    if (result == ST_OK) {
        result = site_open(context, &plain, &view, &site, &e);
    }
    struct error_page page = {
        .site = &site.page,
        .http_status = problem->status,
        .title = problem->title == NULL ? SV("") : sv_from(problem->title),
        .detail = problem->detail,
        .field = problem->field,
        .request_id = sv_from(request->id),
    };
    if (result == ST_OK && problem->status == 404) {
        page_suggest(context, request, &site, &page);
    }
    if (result == ST_OK) {
        result = page_error(&page, request->arena, &response->body, &e);
    }
    if (result != ST_OK) {
        log_message(LOG_ERROR, "no page for a problem: %s", e.message);
        return false;
    }
    site_send(&site, response, true);
    return true;
}
