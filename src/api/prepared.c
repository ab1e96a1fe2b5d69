// SPDX-License-Identifier: Apache-2.0
// /api/v1/downloads: queues downloads, says how far they are, ends them.
#include "api/prepared.h"

#include "api/download_estimate.h"
#include "api/own_request.h"
#include "api/pages/address.h"
#include "api/wishes.h"
#include "base/hash.h"
#include "formats/json_write.h"
#include "portal/notices.h"

#define PATH "/api/v1/download"

// --- the download that is meant ---------------------------------------------------------------

status prepared_request(struct arena *arena, string_view download, string_view host, bool secure,
                        struct http_request *out, struct error *e)
{
    TRY(own_request(arena, download, host, secure, out, e));
    return sv_equal(out->target.path, SV(PATH))
               ? ST_OK
               : error_set_field(e, ST_INVALID, "download",
                                 "download is an address of %s, with its parameters", PATH);
}

// With the moment that it is of now.
static string_view pinned(const struct http_request *request, moment version)
{
    struct address *a = arena_new(request->arena, struct address);
    if (a == NULL) {
        return SV("");
    }
    address_init(a, SV(PATH));
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        address_add(a, request->target.parameters[i].name, request->target.parameters[i].value);
    }
    address_set(a, SV("version"), arena_print(request->arena, "%lld", (long long)version));
    return address_print(a, request->arena);
}

static status check_download(const struct api *api, struct http_request *request,
                             struct download_job *job, struct error *e)
{
    struct download_estimate estimate;
    struct http_request *asked = arena_new(request->arena, struct http_request);
    struct download_answer *a = arena_new(request->arena, struct download_answer);
    if (asked == NULL || a == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the download");
    }
    TRY(prepared_request(request->arena, job->download, job->host, job->secure, asked, e));
    asked->began = request->began;
    asked->deadline = request->deadline;
    asked->stopping = request->stopping;
    TRY(download_open(api, asked, a, e));
    TRY(download_estimate_make(a, api->kept, &estimate, e));
    job->download = pinned(asked, a->download.input.view.version);
    job->records = estimate.records;
    job->expected = estimate.bytes;
    return ST_OK;
}

status prepared_add(struct api *api, struct http_request *request, struct http_response *response,
                    char id[37], struct error *e)
{
    struct wishes wishes;
    TRY(wishes_read(api, request, "download", &wishes, e));
    string_view client = request->client_address;
    struct download_job job = {
        .download = wishes.subject,
        .webhook = wishes.webhook,
        .email = wishes.email,
        .host = http_request_header(request, "Host"),
        .secure =
            sv_equal_ignore_case(http_request_header(request, "X-Forwarded-Proto"), SV("https")),
    };
    TRY(check_download(api, request, &job, e));
    if (api->jobs == NULL) {
        response->problem.status = 503;
        return error_set(e, ST_CONFLICT, "this server prepares no downloads: download at once");
    }
    status result =
        download_jobs_add(api->jobs, &job, hash_bytes(client.bytes, client.length), id, e);
    response->problem.status = result == ST_REFUSED ? 429 : result == ST_TOO_LARGE ? 503 : 0;
    return result;
}

// --- answers ---------------------------------------------------------------------------------

double prepared_share(const struct download_job *job)
{
    if (job->state == DOWNLOAD_READY) {
        return 1;
    }
    double expected = (double)MAX(job->expected, (uint64_t)1);
    return job->state == DOWNLOAD_MAKING ? MIN((double)job->made / expected, 0.99) : 0;
}

static void write_moment(struct buffer *out, const char *name, moment value)
{
    json_write_name(out, sv_from(name));
    write_version(out, value); // null for none
}

static void write_job(const struct download_job *job, struct http_response *response)
{
    struct buffer *out = &response->body;
    response->content_type = "application/json";
    response->cache_control = "no-store";
    buffer_append_byte(out, '{');
    json_write_member(out, SV("id"), sv_from(job->id));
    json_write_member(out, SV("state"), sv_from(download_job_state_name(job->state)));
    json_write_member(out, SV("download"), job->download);
    json_write_name(out, SV("records"));
    buffer_append_uint(out, job->records);
    json_write_name(out, SV("bytes"));
    buffer_append_uint(out, job->made);
    json_write_name(out, SV("expected"));
    buffer_append_uint(out, job->expected);
    json_write_name(out, SV("share"));
    buffer_print(out, "%.3f", prepared_share(job));
    write_moment(out, "asked", job->asked);
    write_moment(out, "ended", job->ended);
    write_moment(out, "until", job->until);
    json_write_member(out, SV("trouble"), job->trouble);
    buffer_append_view(out, SV("}\n"));
}

static status no_jobs(struct error *e)
{
    return error_set(e, ST_NOT_FOUND, "this server prepares no downloads");
}

status api_prepare(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    struct api *api = context;
    struct download_job job;
    char id[37];
    TRY(prepared_add(api, request, response, id, e));
    TRY(download_jobs_get(api->jobs, sv_from(id), request->arena, &job, e));
    response->status = 202;
    http_response_header(response, "Location",
                         arena_print(request->arena, "/api/v1/downloads/%s", id));
    write_job(&job, response);
    return ST_OK;
}

status api_prepared(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    const struct api *api = context;
    struct download_job job;
    if (api->jobs == NULL) {
        return no_jobs(e);
    }
    TRY(download_jobs_get(api->jobs, http_request_capture(request, "job"), request->arena, &job,
                          e));
    write_job(&job, response);
    return ST_OK;
}

status api_prepared_end(void *context, struct http_request *request, struct http_response *response,
                        struct error *e)
{
    const struct api *api = context;
    if (api->jobs == NULL) {
        return no_jobs(e);
    }
    response->status = 204;
    return download_jobs_remove(api->jobs, http_request_capture(request, "job"), e);
}
