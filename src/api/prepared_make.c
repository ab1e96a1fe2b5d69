// SPDX-License-Identifier: Apache-2.0
// Makes what was asked for, on a thread of the jobs, and tells who wanted to know. What is made
// lies with the kept packages, where the download's own address finds it.
#include "api/prepared.h"

#include "api/download_answer.h"
#include "base/log.h"
#include "formats/json_write.h"
#include "portal/kept_packages.h"
#include "portal/notices.h"
#include "remote/exchange.h"

#include <time.h>

#define DAY            ((moment)24 * 3600 * 1000)
#define NOTICE_BYTES   ((size_t)64 << 10)
#define NOTICE_TIMES   10u // seconds that a receiver has
#define LOOKS_A_SECOND 5L

struct making {
    struct kept_writer *writer;
    struct download_job_work *work;
    uint64_t made;
};

static status keep(void *argument, string_view bytes, struct error *e)
{
    struct making *m = argument;
    m->made += bytes.length;
    download_job_progress(m->work, m->made);
    return kept_write(m->writer, bytes, e);
}

static status make_file(const struct download_answer *a, struct kept_packages *kept,
                        struct making *m, struct error *e)
{
    status result = download_make(a, keep, m, e);
    if (result != ST_OK) {
        kept_abandon(m->writer);
        return download_job_given_up(m->work) ? ST_CANCELLED : result;
    }
    kept_note_length(kept, &a->name, m->made);
    return kept_finish(m->writer, download_is_current, (void *)(uintptr_t)a, e);
}

// Somebody else may be making the same just now, to be waited for.
static status begin(const struct download_answer *a, struct kept_packages *kept, struct making *m,
                    struct error *e)
{
    const struct timespec pause = {.tv_nsec = 1000000000L / LOOKS_A_SECOND};
    for (;;) {
        struct error trouble = {0};
        status result = kept_begin(kept, &a->name, &m->writer, &trouble);
        if (result != ST_CONFLICT) {
            return result == ST_OK || result == ST_UNCHANGED
                       ? result
                       : error_set(e, result, "%s", trouble.message);
        }
        if (download_job_given_up(m->work)) {
            return error_set(e, ST_CANCELLED, "the server stops");
        }
        (void)nanosleep(&pause, NULL);
    }
}

static status check_kept(const struct download_answer *a, struct kept_packages *kept,
                         struct download_job_work *work, struct error *e)
{
    struct kept_package found;
    TRY(kept_find(kept, &a->name, &found, e));
    download_job_progress(work, found.bytes.length);
    file_unmap(&found.file);
    kept_hold(kept, &a->name, clock_now() + DOWNLOAD_JOBS_DAYS * DAY);
    return ST_OK;
}

static status make_in(const struct api *api, struct arena *arena, const struct download_job *job,
                      struct download_job_work *work, struct error *e)
{
    struct making m = {.work = work};
    struct http_request *request = arena_new(arena, struct http_request);
    struct download_answer *a = arena_new(arena, struct download_answer);
    if (request == NULL || a == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory to prepare a download");
    }
    TRY(prepared_request(arena, job->download, job->host, job->secure, request, e));
    request->client_gone = download_job_given_up;
    request->client = work;
    TRY(download_open(api, request, a, e));
    status result = begin(a, api->kept, &m, e);
    if (result == ST_OK) {
        result = make_file(a, api->kept, &m, e);
    }
    return result == ST_OK || result == ST_UNCHANGED ? check_kept(a, api->kept, work, e) : result;
}

static status make(void *context, const struct download_job *job, struct download_job_work *work,
                   struct error *e)
{
    struct arena arena;
    arena_init(&arena, 0);
    status result = make_in(context, &arena, job, work, e);
    arena_release(&arena);
    return result;
}

// --- telling ---------------------------------------------------------------------------------

// The portal's own address, else how the client called it.
static void write_origin(const struct api *api, const struct download_job *job, struct buffer *out)
{
    if (api->notices->address.length > 0) {
        buffer_append_view(out, api->notices->address);
    } else if (job->host.length > 0) {
        buffer_print(out, "%s://" SV_FORMAT, job->secure ? "https" : "http",
                     SV_ARGUMENT(job->host));
    }
}

static status tell_webhook(const struct api *api, const struct download_job *job, struct error *e)
{
    static const struct exchange_header type = {"Content-Type", {"application/json", 16}};
    struct buffer body;
    struct buffer origin;
    struct exchange_answer answer;
    buffer_init(&body, NOTICE_BYTES);
    buffer_init(&origin, NOTICE_BYTES);
    write_origin(api, job, &origin);
    buffer_append_byte(&body, '{');
    json_write_member(&body, SV("id"), sv_from(job->id));
    json_write_member(&body, SV("state"), sv_from(download_job_state_name(job->state)));
    buffer_print(&body, ",\"bytes\":%llu,\"records\":%llu", (unsigned long long)job->made,
                 (unsigned long long)job->records);
    struct buffer address;
    buffer_init(&address, NOTICE_BYTES);
    buffer_append_view(&address, buffer_view(&origin));
    buffer_append_view(&address, job->download);
    json_write_member(&body, SV("download"), buffer_view(&address));
    buffer_append_view(&body, SV("}\n"));
    status result = buffer_check(&body, "a notice", e);
    if (result == ST_OK) {
        const struct exchange_request request = {
            .method = "POST",
            .address = job->webhook,
            .headers = &type,
            .header_count = 1,
            .body = buffer_view(&body),
            .seconds = NOTICE_TIMES,
            .private_too = api->notices->private_too,
        };
        result = exchange_run(&request, &answer, e);
    }
    if (result == ST_OK) {
        result = answer.status / 100 == 2 || !exchange_is_passing(answer.status)
                     ? ST_OK
                     : error_set(e, ST_IO, "the webhook answered %ld", answer.status);
        exchange_answer_release(&answer);
    }
    buffer_release(&address);
    buffer_release(&origin);
    buffer_release(&body);
    return result;
}

// Nothing that a stranger wrote stands in a mail to somebody else.
static status tell_person(const struct api *api, const struct download_job *job, struct error *e)
{
    struct buffer text;
    bool ready = job->state == DOWNLOAD_READY;
    buffer_init(&text, NOTICE_BYTES);
    buffer_print(&text,
                 "%s\n\n" SV_FORMAT "/downloads/%s\n\nThis address was used for this one message, "
                 "and is deleted now.\n",
                 ready ? "The download that was asked for with this address is ready, for a week:"
                       : "The download that was asked for with this address could not be made:",
                 SV_ARGUMENT(api->notices->address), job->id);
    const struct mail mail = {
        .to = job->email,
        .subject = ready ? SV("Your download is ready") : SV("Your download could not be made"),
        .text = buffer_view(&text),
        .time = clock_now(),
        .id = sv_from(job->id),
    };
    status result = buffer_check(&text, "a mail", e);
    if (result == ST_OK) {
        result = mail_send(&api->notices->mail, &mail, e);
    }
    buffer_release(&text);
    return result;
}

// Both are tried; what succeeded is told again when the other is tried again.
static status tell(void *context, const struct download_job *job, struct error *e)
{
    const struct api *api = context;
    status told = job->webhook.length > 0 ? tell_webhook(api, job, e) : ST_OK;
    status mailed = job->email.length > 0 ? tell_person(api, job, e) : ST_OK;
    return told != ST_OK ? told : mailed;
}

void prepared_open(struct api *api)
{
    const struct download_job_calls calls = {make, tell, api};
    struct error e = {0};
    if (api->kept != NULL &&
        download_jobs_open(api->portal->folder, &calls, &api->jobs, &e) != ST_OK) {
        log_message(LOG_WARNING, "no downloads are prepared in the background: %s", e.message);
    }
}
