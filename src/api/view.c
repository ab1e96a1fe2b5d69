// SPDX-License-Identifier: Apache-2.0
// Views of the data as of a moment, and what every answer begins with.
#include "api/api.h"
#include "store/erasures.h"

#include <stdio.h>

static void release_snapshot(void *snapshot)
{
    snapshot_release(snapshot);
}

#define DAY INT64_C(86400000)

bool view_is_past(const struct view *v, moment asked)
{
    moment last = view_time(v, snapshot_last_commit(v->snapshot));
    return asked / DAY <= MAX(clock_now(), last) / DAY;
}

// The commit for a moment that was asked.
static status resolve(const struct snapshot *s, moment asked, struct view *v, struct error *e)
{
    v->future = view_is_past(v, asked) ? 0 : asked;
    v->commit = snapshot_commit_at(s, asked);
    v->newest = false;
    if (v->commit == 0 && snapshot_last_commit(s) > 0) {
        return error_set_field(e, ST_NOT_FOUND, "version",
                               "nothing was here at that moment: the first commit is version %lld",
                               (long long)snapshot_commit(s, 1)->time);
    }
    return ST_OK;
}

status view_open_at(const struct api *api, const struct http_request *request, const moment *asked,
                    struct view *out, struct error *e)
{
    struct snapshot *s = NULL;
    TRY(store_snapshot(api->portal->store, &s, e));
    TRY(arena_defer(request->arena, release_snapshot, s));
    struct view v = {.snapshot = s, .commit = snapshot_last_commit(s), .newest = true};
    if (asked != NULL) {
        TRY(resolve(s, *asked, &v, e));
    }
    v.version = view_time(&v, v.commit);
    *out = v;
    return ST_OK;
}

status view_open(const struct api *api, const struct http_request *request,
                 string_view version_text, struct view *out, struct error *e)
{
    moment asked = 0;
    struct error inner = {0};
    if (version_text.length > 0 && moment_from_text(version_text, &asked, &inner) != ST_OK) {
        return error_set_field(e, ST_INVALID, "version", "%s", inner.message);
    }
    return view_open_at(api, request, version_text.length > 0 ? &asked : NULL, out, e);
}

status view_of_request(const struct api *api, const struct http_request *request, struct view *out,
                       struct error *e)
{
    string_view text = {0};
    bool found = false;
    TRY(http_request_parameter(request, "version", &text, &found, e));
    if (found && text.length == 0) {
        return error_set_field(e, ST_INVALID, "version",
                               "version is empty: write a moment, or leave it out");
    }
    return view_open(api, request, text, out, e);
}

moment view_time(const struct view *v, uint32_t commit)
{
    const struct commit *c = commit == 0 ? NULL : snapshot_commit(v->snapshot, commit);
    return c == NULL ? 0 : c->time;
}

bool view_not_modified_in(const struct view *v, const char *language,
                          const struct http_request *request, struct http_response *response)
{
    char state[96];
    size_t erasures = 0; // change what older versions show
    (void)snapshot_erasures(v->snapshot, &erasures);
    int length = snprintf(state, sizeof state, "%s %u %lld %zu %s", scope_public.name, v->commit,
                          (long long)v->version, erasures, language);
    return http_response_not_modified(response, request, (string_view){state, (size_t)length});
}

bool view_not_modified(const struct view *v, const struct http_request *request,
                       struct http_response *response)
{
    return view_not_modified_in(v, "", request, response);
}

status parameter_number(const struct http_request *request, const char *name, uint64_t normal,
                        uint64_t most, uint64_t *out, struct error *e)
{
    string_view text = {0};
    bool found = false;
    TRY(http_request_parameter(request, name, &text, &found, e));
    uint64_t value = normal;
    if (found && (!sv_to_uint64(text, &value) || value > most)) {
        return error_set_field(e, ST_INVALID, name,
                               "%s must be a whole number from 0 to %llu, not \"" SV_FORMAT "\"",
                               name, (unsigned long long)most, SV_ARGUMENT(sv_slice(text, 0, 40)));
    }
    *out = value;
    return ST_OK;
}

status parameter_truth(const struct http_request *request, const char *name, bool *out,
                       struct error *e)
{
    string_view text = {0};
    bool found = false;
    TRY(http_request_parameter(request, name, &text, &found, e));
    bool yes = sv_equal(text, SV("true"));
    if (found && !yes && !sv_equal(text, SV("false"))) {
        return error_set_field(e, ST_INVALID, name, "%s must be true or false", name);
    }
    *out = found ? yes : *out;
    return ST_OK;
}

status not_here_yet(const char *what, string_view name, moment begins, struct error *e)
{
    char first[25];
    moment_to_text(begins, first);
    return error_set_field(e, ST_NOT_FOUND, "version",
                           "%s \"" SV_FORMAT "\" was not here at that moment: its first commit is "
                           "of %s, version %lld",
                           what, SV_ARGUMENT(sv_slice(name, 0, 100)), first, (long long)begins);
}

void write_version(struct buffer *out, moment version)
{
    if (version == 0) {
        buffer_append_view(out, SV("null"));
    } else {
        buffer_append_int(out, version);
    }
}

void answer_begin(const struct view *v, struct http_response *response)
{
    response->content_type = "application/json";
    buffer_append_view(&response->body, SV("{\"version\":"));
    write_version(&response->body, v->version);
}
