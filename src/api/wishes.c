// SPDX-License-Identifier: Apache-2.0
// Reads JSON with jansson, forms as addresses are read.
#include "api/wishes.h"

#include "portal/notices.h"

#include <jansson.h>

static status read_json(struct http_request *request, const char *subject_name, struct wishes *out,
                        struct error *e)
{
    const char *subject = NULL;
    const char *webhook = NULL;
    const char *email = NULL;
    json_error_t trouble;
    json_t *json =
        json_loadb(request->body.bytes, request->body.length, JSON_REJECT_DUPLICATES, &trouble);
    bool good =
        json != NULL && json_unpack_ex(json, &trouble, JSON_STRICT, "{s:s, s?s, s?s}", subject_name,
                                       &subject, "webhook", &webhook, "email", &email) == 0;
    if (good) {
        out->subject = arena_copy(request->arena, sv_from(subject));
        out->webhook = arena_copy(request->arena, sv_from(webhook == NULL ? "" : webhook));
        out->email = arena_copy(request->arena, sv_from(email == NULL ? "" : email));
    }
    json_decref(json);
    return good
               ? ST_OK
               : error_set_field(e, ST_INVALID, "body",
                                 "the body is a JSON object with %s and perhaps webhook and email, "
                                 "or a form of these: %s",
                                 subject_name, trouble.text);
}

static status read_form(const struct http_request *request, const char *subject_name,
                        struct wishes *out, struct error *e)
{
    struct http_target form;
    string_view target =
        arena_print(request->arena, "/?" SV_FORMAT, SV_ARGUMENT(sv_trim(request->body)));
    TRY(http_target_parse(request->arena, target, &form, e));
    for (size_t i = 0; i < form.parameter_count; i++) {
        const struct http_parameter *p = &form.parameters[i];
        if (sv_equal(p->name, sv_from(subject_name))) {
            out->subject = p->value;
        } else if (sv_equal(p->name, SV("webhook"))) {
            out->webhook = sv_trim(p->value);
        } else if (sv_equal(p->name, SV("email"))) {
            out->email = sv_trim(p->value);
        } else {
            return error_set_field(e, ST_INVALID, "body", "a form has %s, webhook and email",
                                   subject_name);
        }
    }
    return ST_OK;
}

status wishes_read(const struct api *api, struct http_request *request, const char *subject_name,
                   struct wishes *out, struct error *e)
{
    string_view type = http_request_header(request, "Content-Type");
    bool form = sv_starts_with(type, SV("application/x-www-form-urlencoded"));
    *out = (struct wishes){SV(""), SV(""), SV("")};
    TRY(form ? read_form(request, subject_name, out, e) : read_json(request, subject_name, out, e));
    if (out->email.length > 0 && !api->notices->sends_mail) {
        return error_set_field(e, ST_INVALID, "email", "this portal sends no mail");
    }
    if (out->email.length > 0 && !mail_is_address(out->email)) {
        return error_set_field(e, ST_INVALID, "email", "email is no mail address");
    }
    bool web =
        sv_starts_with(out->webhook, SV("http://")) || sv_starts_with(out->webhook, SV("https://"));
    if (out->webhook.length > 2000 || (out->webhook.length > 0 && !web)) {
        return error_set_field(e, ST_INVALID, "webhook", "webhook is an http or https address");
    }
    return ST_OK;
}
