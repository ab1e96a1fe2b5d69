// SPDX-License-Identifier: Apache-2.0
// GET /archive/{slug}.zip: a dataset's Darwin Core Archive as it stands, at an address that stays,
// for aggregators that come back for what changed. It is the download of that version.
#include "api/api.h"

#include "api/dataset_answer.h"

#define BEHIND ".zip"

static const struct http_parameter *parameters_of(struct http_request *request,
                                                  const struct dataset *d)
{
    struct http_parameter *list = arena_array(request->arena, struct http_parameter, 3);
    string_view version = arena_print(request->arena, "%lld", (long long)d->modified_at);
    if (list == NULL || version.bytes == NULL) {
        return NULL;
    }
    list[0] = (struct http_parameter){SV("format"), SV("dwca")};
    list[1] = (struct http_parameter){SV("dataset"), d->slug};
    list[2] = (struct http_parameter){SV("version"), version};
    return list;
}

// As HTTP writes a moment (RFC 9110 section 5.6.7).
static string_view http_date(struct arena *arena, moment m)
{
    static const char *const days[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[25];
    int64_t seconds = MAX(m, (moment)0) / 1000;
    struct civil_date date = civil_from_days(seconds / 86400);
    moment_to_text(seconds * 1000, text);
    return arena_print(arena, "%s, %02d %s %04d %.8s GMT", days[seconds / 86400 % 7], (int)date.day,
                       months[date.month - 1], (int)date.year, text + 11);
}

// The version that the client has is this one: it sends back what it was told, as a text.
static bool is_known(const struct http_request *request, string_view date)
{
    return http_request_header(request, "If-None-Match").length == 0 &&
           sv_equal(sv_trim(http_request_header(request, "If-Modified-Since")), date);
}

status api_archive(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    const struct dataset *d = NULL;
    struct view view;
    string_view *slug = &request->captures[0];
    if (sv_ends_with(*slug, SV(BEHIND))) {
        *slug = sv_slice(*slug, 0, slug->length - SV(BEHIND).length);
    }
    TRY(dataset_of_request(context, request, &view, &d, e));
    string_view date = http_date(request->arena, d->modified_at);
    request->target.parameters = parameters_of(request, d);
    request->target.parameter_count = 3;
    if (request->target.parameters == NULL || date.bytes == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for an archive");
    }
    http_response_header(response, "Last-Modified", date);
    if (is_known(request, date)) {
        response->status = 304;
        return ST_OK;
    }
    return api_download(context, request, response, e);
}
