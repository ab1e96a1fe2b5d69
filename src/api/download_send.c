// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/download: all records of a search at a version, begun at once. What is made for the
// first time is sent while it is made, and kept as it passes where it is a package; what is kept is
// a file, of any part (RFC 9110 section 14). A part of what is not kept is cut out of the same
// bytes, made again.
#include "api/download_answer.h"

#include "api/all_records.h"
#include "api/download_format.h"
#include "api/usage_note.h"
#include "base/log.h"
#include "formats/base64.h"
#include "http/range.h"
#include "portal/kept_packages.h"

struct sending {
    struct download_answer answer;
    struct kept_packages *kept; // may be NULL
    uint64_t first;             // of the bytes made, which are sent
    uint64_t last;
    bool length_told; // to the client, before the first byte
};

// Where bytes go while they are made.
struct passing {
    struct sending *sending;
    struct http_stream *stream; // NULL: they are only kept and counted
    struct kept_writer *writer; // NULL: they are not kept
    uint64_t made;
};

// --- making ----------------------------------------------------------------------------------

// Nobody who downloads is to suffer from what could not be kept.
static void keep(struct passing *p, string_view bytes)
{
    struct error trouble = {0};
    if (p->writer != NULL && kept_write(p->writer, bytes, &trouble) != ST_OK) {
        log_message(LOG_INFO, "a download is not kept: %s", trouble.message);
        kept_abandon(p->writer);
        p->writer = NULL;
    }
}

// What of the next bytes lies between first and last. Behind the last nothing more need be made.
static status send(const struct passing *p, string_view bytes, struct error *e)
{
    const struct sending *s = p->sending;
    uint64_t begin = p->made < s->first ? s->first - p->made : 0;
    uint64_t left = s->last - MIN(p->made, s->last);
    uint64_t end = left < SIZE_MAX ? MIN((uint64_t)bytes.length, left + 1) : bytes.length;
    if (begin < end) {
        TRY(all_records_send(p->stream, sv_slice(bytes, begin, end - begin), e));
    }
    return p->made + bytes.length > s->last ? ST_UNCHANGED : ST_OK;
}

static status pass_on(void *argument, string_view bytes, struct error *e)
{
    struct passing *p = argument;
    keep(p, bytes);
    status result = p->stream == NULL ? ST_OK : send(p, bytes, e);
    p->made += bytes.length;
    return result;
}

static void begin_keeping(struct passing *p)
{
    struct sending *s = p->sending;
    struct error ignored = {0};
    if (s->kept != NULL && s->answer.download.packed &&
        kept_begin(s->kept, &s->answer.name, &p->writer, &ignored) != ST_OK) {
        p->writer = NULL;
    }
}

static void end_keeping(struct passing *p, bool whole)
{
    struct sending *s = p->sending;
    struct error trouble = {0};
    if (!whole) {
        kept_abandon(p->writer);
        return;
    }
    if (s->kept != NULL) {
        kept_note_length(s->kept, &s->answer.name, p->made);
    }
    if (p->writer != NULL &&
        kept_finish(p->writer, download_is_current, &s->answer, &trouble) != ST_OK) {
        log_message(LOG_INFO, "a download is not kept: %s", trouble.message);
    }
}

static status make(struct passing *p, struct error *e)
{
    status result = download_make(&p->sending->answer, pass_on, p, e);
    end_keeping(p, result == ST_OK);
    return result == ST_UNCHANGED ? ST_OK : result; // the part that was asked is sent
}

static status produce(void *argument, struct http_stream *stream, struct error *e)
{
    struct sending *s = argument;
    struct passing p = {.sending = s, .stream = stream};
    if (s->first == 0 && s->last == UINT64_MAX) {
        begin_keeping(&p);
    }
    if (s->length_told) { // the client has all of it before it has been made to the end
        usage_note_search(&s->answer.site, s->answer.request, &s->answer.download.input);
        return make(&p, e);
    }
    TRY(make(&p, e));
    usage_note_search(&s->answer.site, s->answer.request, &s->answer.download.input);
    return ST_OK;
}

// --- the answer ------------------------------------------------------------------------------

static void unmap(void *file)
{
    file_unmap(file);
}

static void tell_digest(const struct sha256 *hash, const struct http_request *request,
                        struct http_response *response)
{
    char text[BASE64_SIZE(SHA256_SIZE)];
    base64_write(hash->bytes, sizeof hash->bytes, text);
    http_response_header(response, "Repr-Digest", // RFC 9530
                         arena_print(request->arena, "sha-256=:%s:", text));
}

static bool find_kept(const struct sending *s, struct http_response *response)
{
    struct http_request *request = s->answer.request;
    struct kept_package *found = arena_new(request->arena, struct kept_package);
    struct error ignored = {0};
    if (s->kept == NULL || found == NULL ||
        kept_find(s->kept, &s->answer.name, found, &ignored) != ST_OK ||
        arena_defer(request->arena, unmap, &found->file) != ST_OK) {
        return false;
    }
    response->produce = NULL;
    response->fixed = found->bytes;
    tell_digest(&found->hash, request, response);
    http_response_range(response, request);
    usage_note_ready(&s->answer.site, request, response, &s->answer.download.input);
    return true;
}

// A part can be told only of a known length (RFC 9110 section 14.4): all is made once, and kept on
// the way where that may be. Who waits for a part waits longer than for an answer.
static status learn_length(struct sending *s, uint64_t *length, struct error *e)
{
    struct http_request *request = s->answer.request;
    struct passing p = {.sending = s};
    if (s->kept != NULL && kept_length(s->kept, &s->answer.name, length)) {
        return ST_OK;
    }
    request->deadline = request->budget > 0 ? request->deadline : 0;
    begin_keeping(&p);
    status result = make(&p, e);
    *length = p.made;
    return result;
}

static status answer_part(struct sending *s, struct http_response *response, struct error *e)
{
    uint64_t length = 0;
    TRY(learn_length(s, &length, e));
    if (find_kept(s, response)) {
        return ST_OK;
    }
    switch (http_response_cut(response, s->answer.request, length, &s->first, &s->last)) {
    case RANGE_PART:
        response->produce_length = s->last + 1 - s->first;
        break;
    case RANGE_WHOLE:
        s->first = 0;
        s->last = UINT64_MAX;
        response->produce_length = length;
        break;
    case RANGE_OUTSIDE:
        return ST_OK;
    }
    http_response_header(response, "Accept-Ranges", SV("bytes"));
    return ST_OK;
}

status api_download(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    const struct api *api = context;
    char name[65];
    struct sending *s = arena_new(request->arena, struct sending);
    if (s == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the download");
    }
    *s = (struct sending){.kept = api->kept, .last = UINT64_MAX};
    TRY(download_open(api, request, &s->answer, e));
    TRY(download_identify(&s->answer, response, e));
    sha256_to_hex(&s->answer.name, name);
    if (http_response_is_known(response, request, sv_from(name))) {
        return ST_OK;
    }
    (void)usage_note_begin(request, USAGE_DOWNLOAD, sv_from(s->answer.download.format->name));
    response->content_type = download_media_type(&s->answer);
    response->produce = produce;
    response->produce_argument = s;
    http_response_header(response, "Content-Disposition",
                         arena_print(request->arena, "attachment; filename=\"" SV_FORMAT "\"",
                                     SV_ARGUMENT(download_file_name(&s->answer))));
    if (find_kept(s, response)) {
        return ST_OK;
    }
    if (http_range_is_asked(response, request)) {
        TRY(answer_part(s, response, e));
        s->length_told = response->produce_length > 0;
        return ST_OK;
    }
    if (s->kept != NULL) {
        (void)kept_length(s->kept, &s->answer.name, &response->produce_length);
    }
    http_response_header(response, "Accept-Ranges", SV("bytes"));
    s->length_told = response->produce_length > 0;
    return ST_OK;
}
