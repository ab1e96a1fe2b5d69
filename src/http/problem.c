// SPDX-License-Identifier: Apache-2.0
// Problem details, written by hand.
#include "http/problem.h"

#include "base/utf8.h"
#include "formats/json_write.h"

int http_status_of(status code)
{
    switch (code) {
    case ST_OK:
        return 200;
    case ST_INVALID:
    case ST_BAD_DATA:
        return 400;
    case ST_NOT_FOUND:
        return 404;
    case ST_REFUSED:
    case ST_CONFLICT:
    case ST_UNCHANGED:
        return 409;
    case ST_GONE:
        return 410;
    case ST_TOO_LARGE:
        return 413;
    case ST_CANCELLED:
    case ST_NO_MEMORY:
        return 503;
    case ST_IO:
    case ST_CORRUPT:
    case ST_INTERNAL:
        break;
    }
    return 500;
}

const char *http_status_phrase(int http_status)
{
    static const struct {
        int code;
        const char *phrase;
    } phrases[] = {
        {200, "OK"},
        {202, "Accepted"},
        {204, "No Content"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {409, "Conflict"},
        {410, "Gone"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(phrases); i++) {
        if (phrases[i].code == http_status) {
            return phrases[i].phrase;
        }
    }
    return "Error";
}

// A message cut at its limit may end within a character.
static string_view whole_characters(const char *text)
{
    string_view view = sv_from(text);
    return sv_slice(view, 0, utf8_check(view));
}

void http_problem_from(status code, const struct error *e, struct http_problem *out)
{
    *out = (struct http_problem){.status = http_status_of(code), .position = -1};
    if (out->status == 500) {
        out->detail = SV("Something failed here, not in your request. It was logged under the "
                         "identifier in \"instance\".");
    } else {
        out->detail = whole_characters(e->message[0] == '\0' ? status_text(code) : e->message);
        out->field = whole_characters(e->field);
    }
}

void http_problem_write(const struct http_problem *problem, const char *instance,
                        struct buffer *out)
{
    const char *title =
        problem->title == NULL ? http_status_phrase(problem->status) : problem->title;
    buffer_append_view(out, SV("{\"type\":\"about:blank\",\"title\":"));
    json_write_string(out, sv_from(title));
    buffer_append_view(out, SV(",\"status\":"));
    buffer_append_int(out, problem->status);
    json_write_member(out, SV("detail"), problem->detail);
    if (instance[0] != '\0') {
        buffer_append_view(out, SV(",\"instance\":\"urn:uuid:"));
        buffer_append_view(out, sv_from(instance));
        buffer_append_byte(out, '"');
    }
    json_write_member(out, SV("field"), problem->field);
    if (problem->position >= 0) {
        buffer_append_view(out, SV(",\"position\":"));
        buffer_append_int(out, problem->position);
    }
    if (problem->members.length > 0) {
        buffer_append_byte(out, ',');
        buffer_append_view(out, problem->members);
    }
    buffer_append_view(out, SV("}\n"));
}
