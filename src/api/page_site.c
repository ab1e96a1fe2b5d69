// SPDX-License-Identifier: Apache-2.0
// What every page needs from the portal and from the request.
#include "api/page_site.h"

#include "api/pages/language.h"
#include "api/publications.h"
#include "api/web_assets.h"
#include "portal/metadata_json.h"
#include "store/erasures.h"
#include "usage/usage.h"

#include <string.h>

#define USE_MILLISECONDS INT64_C(600000)
#define TAGLINE_LONGEST  80 // bytes; a longer description is for the page about the portal

static const struct web_asset *manifest(void)
{
    for (size_t i = 0; i < web_assets_count; i++) {
        if (strcmp(web_assets[i].path, "manifest.txt") == 0) {
            return &web_assets[i];
        }
    }
    return NULL;
}

status drop_empty_parameters(struct http_request *request, struct error *e)
{
    struct http_target *target = &request->target;
    struct http_parameter *kept =
        arena_array(request->arena, struct http_parameter, target->parameter_count + 1);
    size_t count = 0;
    if (kept == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    for (size_t i = 0; i < target->parameter_count; i++) {
        struct http_parameter p = {target->parameters[i].name,
                                   sv_trim(target->parameters[i].value)};
        if (p.value.length > 0) {
            kept[count++] = p;
        }
    }
    target->parameters = kept;
    target->parameter_count = count;
    return ST_OK;
}

// The request's own parameters lie in its arena since those without a value were dropped.
void drop_parameter(struct http_request *request, string_view name)
{
    struct http_target *target = &request->target;
    struct http_parameter *kept =
        arena_array(request->arena, struct http_parameter, target->parameter_count + 1);
    size_t count = 0;
    for (size_t i = 0; kept != NULL && i < target->parameter_count; i++) {
        if (!sv_equal(target->parameters[i].name, name)) {
            kept[count++] = target->parameters[i];
        }
    }
    target->parameters = kept == NULL ? target->parameters : kept;
    target->parameter_count = kept == NULL ? target->parameter_count : count;
}

status page_view(const struct api *api, struct http_request *request, struct view *out,
                 struct error *e)
{
    TRY(drop_empty_parameters(request, e));
    TRY(view_of_request(api, request, out, e));
    if (out->future != 0) {
        out->newest = true;
        drop_parameter(request, SV("version"));
    }
    return ST_OK;
}

static bool is_of_host(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || (byte != '\0' && strchr(".-:[]", byte) != NULL);
}

// The Host header (RFC 9110 section 7.2), where it is nothing but a host and a port.
static string_view origin_of(const struct http_request *request)
{
    string_view host = http_request_header(request, "Host");
    string_view scheme = http_request_header(request, "X-Forwarded-Proto");
    if (host.length == 0 || host.length > 255) {
        return SV("");
    }
    for (size_t i = 0; i < host.length; i++) {
        if (!is_of_host(host.bytes[i])) {
            return SV("");
        }
    }
    bool secure = sv_equal_ignore_case(scheme, SV("https"));
    return arena_print(request->arena, "%s://" SV_FORMAT, secure ? "https" : "http",
                       SV_ARGUMENT(host));
}

static string_view here_of(const struct http_request *request)
{
    string_view query = request->target.query;
    return arena_print(request->arena, SV_FORMAT "%s" SV_FORMAT, SV_ARGUMENT(request->target.path),
                       query.length > 0 ? "?" : "", SV_ARGUMENT(query));
}

static bool has_colours(const struct house *h)
{
    return h->colours.primary[0] != '\0' || h->colours.primary_dark[0] != '\0';
}

// An address that changes with what it stands for, so that browsers may keep it.
static string_view house_address(const struct api *api, const struct http_request *request,
                                 const char *path)
{
    return arena_print(request->arena, "%s?%016llx", path, (unsigned long long)api->house.state);
}

// A letter to the house, or what it says of concerns.
static string_view concern_of(const struct api *api, const struct http_request *request)
{
    string_view contact = api->house.contact;
    if (contact.length == 0) {
        return SV("/harmful-content");
    }
    return sv_find(contact, '/') < contact.length
               ? contact
               : arena_print(request->arena, "mailto:" SV_FORMAT, SV_ARGUMENT(contact));
}

status site_open(const struct api *api, struct http_request *request, const struct view *view,
                 struct site *out, struct error *e)
{
    const struct web_asset *list = manifest();
    moment newest = view_time(view, snapshot_last_commit(view->snapshot));
    *out = (struct site){.view = *view,
                         .origin = origin_of(request),
                         .literature = publications_state(api),
                         .identifiers = api->identifiers};
    TRY(portal_datasets(api->portal, view->snapshot, view->commit, request->arena, &out->data, e));
    const json_t *facts = json_in_arena(request->arena, out->data->portal.json);
    out->facts = facts;
    string_view tagline = json_text(facts, "description");
    out->page = (struct page_site){
        .name = out->data->portal.name,
        .base_url = out->origin,
        .tagline = tagline.length <= TAGLINE_LONGEST ? tagline : SV(""),
        .assets = list == NULL ? SV("") : (string_view){(const char *)list->bytes, list->length},
        .language = request->prefix == 0 ? NULL : &languages[request->prefix - 1],
        .copyright = api->house.copyright,
        .here = here_of(request),
        .left_out = request->left_out,
        .logo = api->house.logo.length > 0 ? house_address(api, request, "/site/logo.svg") : SV(""),
        .theme = has_colours(&api->house) ? house_address(api, request, "/site/theme.css") : SV(""),
        .concern = concern_of(api, request),
        .demo = out->data->portal.demo,
        .latest = newest > PORTAL_BEGINS ? newest : 0,
        .future = view->future,
    };
    return ST_OK;
}

int64_t site_use_stamp(const struct api *api)
{
    struct usage_state state;
    usage_look(api->usage, &state);
    return state.written == 0 ? 0 : clock_now() / USE_MILLISECONDS;
}

// Figures of use are as of now on these pages.
static bool shows_use(const struct http_request *request)
{
    const struct http_route *route = request->route;
    return route->handle == show_home || route->handle == show_statistics ||
           route->handle == show_dataset;
}

struct page_cache_key site_cache_key(const struct api *api, const struct site *site,
                                     const struct http_request *request, string_view path)
{
    struct page_cache_key key = {
        .commit = site->view.commit,
        .literature = site->literature,
        .language = request->prefix,
        .use = site_use_stamp(api),
        .path = arena_print(request->arena, SV_FORMAT "?" SV_FORMAT "&%lld", SV_ARGUMENT(path),
                            SV_ARGUMENT(request->left_out), (long long)site->view.future),
        .origin = site->origin};
    (void)snapshot_erasures(site->view.snapshot, &key.erasures);
    return key;
}

bool site_not_modified(const struct api *api, const struct view *view, struct http_request *request,
                       struct http_response *response)
{
    const struct web_asset *list = manifest();
    string_view origin = origin_of(request);
    string_view state = arena_print(
        request->arena, "page %s %llu %zu %llx %llx %u %lld %lld %u %lld %lld %s " SV_FORMAT,
        scope_public.name, (unsigned long long)publications_state(api), request->prefix,
        (unsigned long long)api->house.state, (unsigned long long)api->people.state, view->commit,
        (long long)view->version, (long long)view->future, snapshot_last_commit(view->snapshot),
        (long long)(clock_now() / 86400000),
        (long long)(shows_use(request) ? site_use_stamp(api) : 0), list == NULL ? "" : list->etag,
        SV_ARGUMENT(origin));
    return http_response_not_modified(response, request, state);
}

status page_of_request(const struct api *api, struct http_request *request,
                       struct http_response *response, struct site *site, bool *done,
                       struct error *e)
{
    struct view view;
    TRY(page_view(api, request, &view, e));
    *done = site_not_modified(api, &view, request, response);
    return *done ? ST_OK : site_open(api, request, &view, site, e);
}

string_view site_address(const struct http_request *request, string_view path)
{
    const char *prefix = request->prefix == 0 ? "" : language_prefixes[request->prefix - 1];
    return arena_print(request->arena, "%s" SV_FORMAT, prefix, SV_ARGUMENT(path));
}

void site_redirect(struct http_request *request, struct http_response *response, int code,
                   string_view path)
{
    response->status = code;
    http_response_header(response, "Location", site_address(request, path));
}

// Addresses that people type; what stands there begins elsewhere.
status go_to_downloads(void *context, struct http_request *request, struct http_response *response,
                       struct error *e)
{
    (void)context;
    (void)e;
    site_redirect(request, response, 302, SV("/downloads/new"));
    return ST_OK;
}

status go_to_changes(void *context, struct http_request *request, struct http_response *response,
                     struct error *e)
{
    (void)context;
    (void)e;
    site_redirect(request, response, 302, SV("/search?view=changes"));
    return ST_OK;
}

void site_send(const struct site *site, struct http_response *response, bool noindex)
{
    response->content_type = "text/html; charset=utf-8";
    if (noindex || site->page.demo || site->page.future != 0) {
        http_response_header(response, "X-Robots-Tag", SV("noindex"));
    }
}

moment site_pinned(const struct site *site)
{
    return site->view.newest ? 0 : site->view.version;
}

// --- kinds -----------------------------------------------------------------------------------

struct kind_sums {
    uint64_t records[KIND_COUNT + 1];
    size_t tables[KIND_COUNT + 1];
};

static void add_dataset(struct kind_sums *sums, const struct dataset *d)
{
    for (size_t i = 0; i < d->resource_count; i++) {
        if (d->resources[i].is_table) {
            enum record_kind kind = kind_from_text(d->resources[i].kind);
            sums->records[kind] += d->resources[i].records;
            sums->tables[kind]++;
        }
    }
}

static struct holdings holdings_of(const struct kind_sums *sums)
{
    struct holdings out = {.count = 0};
    for (size_t i = 0; i < ARRAY_LENGTH(out.kinds); i++) {
        if (sums->records[i] > 0) {
            out.kinds[out.count++] = (struct kind_count){(enum record_kind)i, sums->records[i]};
        }
    }
    return out;
}

struct holdings dataset_holdings(const struct dataset *d)
{
    struct kind_sums sums = {0};
    add_dataset(&sums, d);
    return holdings_of(&sums);
}

struct holdings portal_holdings(const struct dataset_view *data)
{
    struct kind_sums sums = {0};
    for (size_t i = 0; i < data->count; i++) {
        add_dataset(&sums, &data->datasets[i]);
    }
    return holdings_of(&sums);
}

enum record_kind dataset_kind(const struct dataset *d)
{
    struct kind_sums sums = {0};
    size_t best = KIND_COUNT;
    add_dataset(&sums, d);
    for (size_t i = 0; i < KIND_COUNT; i++) {
        bool more = sums.records[i] > sums.records[best];
        best = more || (sums.tables[i] > 0 && sums.tables[best] == 0) ? i : best;
    }
    return (enum record_kind)best;
}

string_view dataset_subject(struct arena *arena, const struct dataset *d)
{
    return arena_print(arena, SV_FORMAT " " SV_FORMAT, SV_ARGUMENT(d->title),
                       SV_ARGUMENT(d->category));
}

enum record_kind table_kind(const struct site *site, const struct uuid *table)
{
    const struct dataset *dataset = NULL;
    const struct resource *r = dataset_view_resource(site->data, table, &dataset);
    return r == NULL ? KIND_COUNT : kind_from_text(r->kind);
}
