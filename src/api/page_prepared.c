// SPDX-License-Identifier: Apache-2.0
// The pages of downloads that are not begun at once: /downloads/new offers, /downloads takes,
// /downloads/{job} shows how far one is. /downloads/start begins what a page's form chose.
#include "api/download_estimate.h"
#include "api/download_format.h"
#include "api/page_site.h"
#include "api/page_text.h"
#include "api/pages/address.h"
#include "api/pages/language.h"
#include "api/pages/prepared.h"
#include "api/prepared.h"
#include "portal/notices.h"

#include <string.h>

// Asked again so often; the header is as old as the web and needs no script.
#define AGAIN SV("3")

// The search's own parameters, for another address.
static void read_state(const struct http_request *request, string_view path, struct address *out)
{
    address_init(out, path);
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        const struct http_parameter *p = &request->target.parameters[i];
        if (!sv_equal(p->name, SV("format"))) {
            address_add(out, p->name, p->value);
        }
    }
}

// What forms offer of all formats, some of which have no use for it; the word is the usual one.
static const struct {
    const char *name;
    const char *usual;
    enum download_option option;
} chosen[] = {{"lists", "joined", OPTION_LISTS},
              {"values", "verbatim", OPTION_VALUES},
              {"size", "original", OPTION_SIZE}};

// Leaves out what says nothing, and what would be refused though it was offered.
static void fit_options(const struct download_format *format, struct address *a)
{
    for (size_t i = 0; i < ARRAY_LENGTH(chosen); i++) {
        string_view name = sv_from(chosen[i].name);
        if ((format->options & chosen[i].option) == 0 ||
            address_has(a, name, sv_from(chosen[i].usual))) {
            address_remove(a, name);
        }
    }
}

// Fails where the format cannot take what is asked.
static status offer(const struct api *api, struct http_request *request,
                    const struct address *wanted, const struct download_format *format,
                    struct offered_download *out, uint64_t *records, struct error *e)
{
    struct download_estimate estimate;
    struct http_request *asked = arena_new(request->arena, struct http_request);
    struct download_answer *a = arena_new(request->arena, struct download_answer);
    struct address *address = arena_new(request->arena, struct address);
    if (asked == NULL || a == NULL || address == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    *address = *wanted;
    address->path = SV("/api/v1/download");
    address_set(address, SV("format"), sv_from(format->name));
    fit_options(format, address);
    TRY(prepared_request(
        request->arena, address_print(address, request->arena),
        http_request_header(request, "Host"),
        sv_equal_ignore_case(http_request_header(request, "X-Forwarded-Proto"), SV("https")), asked,
        e));
    asked->began = request->began;
    asked->deadline = request->deadline;
    asked->stopping = request->stopping;
    TRY(download_open(api, asked, a, e));
    TRY(download_estimate_make(a, api->kept, &estimate, e));
    address_set(address, SV("version"),
                arena_print(request->arena, "%lld", (long long)a->download.input.view.version));
    *records = estimate.records;
    *out = (struct offered_download){
        .label = format->label,
        .address = address_print(address, request->arena),
        .bytes = estimate.bytes,
        .seconds = estimate.seconds,
        .kept = estimate.kept,
        .few = estimate.sampled && format == &download_images,
    };
    return ST_OK;
}

static status go_to(struct http_request *request, struct http_response *response,
                    string_view address)
{
    site_redirect(request, response, 303, address);
    response->cache_control = "no-store";
    return ST_OK;
}

status start_download(void *context, struct http_request *request, struct http_response *response,
                      struct error *e)
{
    struct address *address = arena_new(request->arena, struct address);
    string_view name = SV("");
    bool named = false;
    (void)context;
    if (address == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for an address");
    }
    TRY(http_request_parameter(request, "format", &name, &named, e));
    read_state(request, SV("/api/v1/download"), address);
    const struct download_format *format = download_format_find(name);
    if (format != NULL) {
        fit_options(format, address);
    }
    if (named) {
        address_add(address, SV("format"), name);
    }
    return go_to(request, response, address_print(address, request->arena));
}

// What is chosen, which is of no search: `wanted` is left without it.
static struct download_options take_options(struct address *wanted, bool images)
{
    struct download_options options = {
        .exploded = address_has(wanted, SV("lists"), SV("exploded")),
        .interpreted = address_has(wanted, SV("values"), SV("interpreted")),
        .images = images,
    };
    for (unsigned i = 0; i < PAGE_IMAGE_SIZES; i++) {
        if (address_has(wanted, SV("size"), sv_from(page_image_sizes[i]))) {
            options.image_size = i;
        }
    }
    for (size_t i = 0; i < ARRAY_LENGTH(chosen); i++) {
        address_remove(wanted, sv_from(chosen[i].name));
    }
    return options;
}

// The page as it is filled.
struct preparing {
    const struct api *api;
    struct http_request *request;
    struct address wanted; // what is left of the address
    struct offered_download *offers;
    struct ignored_parameter ignored[ARRAY_LENGTH(chosen)]; // the first of each name
    struct prepare_page page;
};

// Leaves out the choice that is at fault. False where something else is.
static bool ignore_choice(struct preparing *p, const struct error *trouble)
{
    const string_view name = sv_from(trouble->field);
    for (size_t i = 0; i < ARRAY_LENGTH(chosen); i++) {
        if (sv_equal(name, sv_from(chosen[i].name)) && address_value(&p->wanted, name).length > 0) {
            p->ignored[p->page.ignored_count++] = (struct ignored_parameter){
                sv_from(chosen[i].name), address_value(&p->wanted, name),
                arena_copy(p->request->arena, sv_from(trouble->message))};
            address_remove(&p->wanted, name);
            return true;
        }
    }
    return false;
}

// Fails where no format can take what is asked, with what the first one says.
static status fill_offers(struct preparing *p, bool *images, struct error *e)
{
    struct error first = {0};
    for (size_t i = 0; i < download_format_count; i++) {
        struct error trouble = {0};
        status result;
        do {
            trouble = (struct error){0};
            result = offer(p->api, p->request, &p->wanted, download_formats[i],
                           &p->offers[p->page.count], &p->page.records, &trouble);
        } while (result != ST_OK && ignore_choice(p, &trouble));
        if (result == ST_OK) {
            p->page.count++;
            *images |= download_formats[i] == &download_images;
        } else if (i == 0) {
            first = trouble;
        }
    }
    return p->page.count > 0 ? ST_OK
                             : error_set_field(e, first.code, first.field, "%s", first.message);
}

status show_prepare(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    const struct api *api = context;
    struct site site;
    struct view view;
    bool images = false;
    struct preparing *p = arena_new(request->arena, struct preparing);
    struct address *search = arena_new(request->arena, struct address);
    if (p == NULL || search == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    *p = (struct preparing){.api = api, .request = request};
    p->offers = arena_array(request->arena, struct offered_download, download_format_count);
    if (p->offers == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    TRY(page_view(api, request, &view, e));
    TRY(site_open(api, request, &view, &site, e));
    read_state(request, SV("/downloads/new"), &p->wanted);
    TRY(fill_offers(p, &images, e));
    p->page.options = take_options(&p->wanted, images);
    *search = p->wanted;
    search->path = SV("/search");
    p->page.site = &site.page;
    p->page.again = &p->wanted;
    p->page.search = address_print(search, request->arena);
    p->page.offers = p->offers;
    p->page.ignored = p->ignored;
    p->page.prepares = api->jobs != NULL;
    p->page.sends_mail = api->notices->sends_mail;
    site_send(&site, response, true);
    response->cache_control = "no-store"; // what is kept changes
    return page_prepare(&p->page, request->arena, &response->body, e);
}

status take_prepare(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    char id[37];
    TRY(prepared_add(context, request, response, id, e));
    return go_to(request, response, arena_print(request->arena, "/downloads/%s", id));
}

static status find_job(const struct api *api, const struct http_request *request,
                       struct download_job *out, struct error *e)
{
    return api->jobs == NULL ? error_set(e, ST_NOT_FOUND, "this server prepares no downloads")
                             : download_jobs_get(api->jobs, http_request_capture(request, "job"),
                                                 request->arena, out, e);
}

status show_prepared(void *context, struct http_request *request, struct http_response *response,
                     struct error *e)
{
    static const enum prepared_state states[] = {
        [DOWNLOAD_WAITING] = PREPARED_WAITING,
        [DOWNLOAD_MAKING] = PREPARED_MAKING,
        [DOWNLOAD_READY] = PREPARED_READY,
        [DOWNLOAD_FAILED] = PREPARED_FAILED,
    };
    const struct api *api = context;
    struct site site;
    struct view view;
    struct download_job job;
    TRY(find_job(api, request, &job, e));
    TRY(view_open(api, request, SV(""), &view, e));
    TRY(site_open(api, request, &view, &site, e));
    struct page words = {.arena = request->arena, .site = &site.page};
    const struct prepared_page page = {
        .site = &site.page,
        .state = states[job.state],
        .records = job.records,
        .bytes = job.made,
        .expected = job.expected,
        .percent = (unsigned)(100 * prepared_share(&job)),
        .download = job.download,
        .until = job.until > 0 ? page_date(&words, job.until) : SV(""),
        .trouble = job.trouble,
        .end = arena_print(request->arena, "/downloads/%s/end", job.id),
    };
    site_send(&site, response, true);
    response->cache_control = "no-store";
    if (job.ended == 0) {
        http_response_header(response, "Refresh", AGAIN);
    }
    return page_prepared(&page, request->arena, &response->body, e);
}

status end_prepared(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    const struct api *api = context;
    struct download_job job;
    TRY(find_job(api, request, &job, e));
    TRY(download_jobs_remove(api->jobs, sv_from(job.id), e));
    string_view query = sv_slice(job.download, sv_find(job.download, '?'), SIZE_MAX);
    return go_to(request, response,
                 arena_print(request->arena, "/downloads/new" SV_FORMAT, SV_ARGUMENT(query)));
}
