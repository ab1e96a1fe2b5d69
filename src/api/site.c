// SPDX-License-Identifier: Apache-2.0
// What every page needs from the portal.
#include "api/site.h"

#include "api/web_assets.h"

#include <stdio.h>
#include <string.h>

static const struct web_asset *manifest(void)
{
    for (size_t i = 0; i < web_assets_count; i++) {
        if (strcmp(web_assets[i].path, "manifest.txt") == 0) {
            return &web_assets[i];
        }
    }
    return NULL;
}

status site_open(const struct api *api, struct http_request *request, const struct view *view,
                 struct site *out, struct error *e)
{
    const struct web_asset *list = manifest();
    uint32_t newest = snapshot_last_commit(view->snapshot);
    *out = (struct site){.view = *view};
    TRY(portal_datasets(api->portal, view->snapshot, view->commit, request->arena, &out->data, e));
    const json_t *facts = json_in_arena(request->arena, out->data->portal.json);
    out->page = (struct page_site){
        .name = out->data->portal.name,
        .tagline = json_text(facts, "description"),
        .assets = list == NULL ? SV("") : (string_view){(const char *)list->bytes, list->length},
        .copyright = json_text(facts, "copyright"),
        .demo = out->data->portal.demo,
        .latest = view_time(view, newest),
    };
    return ST_OK;
}

bool site_not_modified(const struct view *view, const struct http_request *request,
                       struct http_response *response)
{
    const struct web_asset *list = manifest();
    char state[160];
    int length = snprintf(state, sizeof state, "%s %u %lld %s", scope_public.name, view->commit,
                          (long long)view->version, list == NULL ? "" : list->etag);
    return http_response_not_modified(response, request, (string_view){state, (size_t)length});
}

status page_of_request(const struct api *api, struct http_request *request,
                       struct http_response *response, struct site *site, bool *done,
                       struct error *e)
{
    struct view view;
    TRY(view_of_request(api, request, &view, e));
    *done = site_not_modified(&view, request, response);
    return *done ? ST_OK : site_open(api, request, &view, site, e);
}

void site_send(const struct site *site, struct http_request *request,
               struct http_response *response, bool noindex)
{
    (void)request;
    response->content_type = "text/html; charset=utf-8";
    if (noindex || site->page.demo) {
        http_response_header(response, "X-Robots-Tag", SV("noindex"));
    }
}

// --- kinds
// ------------------------------------------------------------------------------------------------

static const char *const kind_texts[KIND_COUNT + 1] = {
    [KIND_SPECIMENS] = "specimens",
    [KIND_INDEX_LOTS] = "index lots",
    [KIND_PREPARATIONS] = "preparations",
    [KIND_OBSERVATIONS] = "observations",
    [KIND_CHECKLIST] = "checklist",
    [KIND_RESEARCH] = "research",
    [KIND_COUNT] = "",
};

enum record_kind kind_from_text(string_view kind)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (sv_equal(kind, sv_from(kind_texts[i]))) {
            return (enum record_kind)i;
        }
    }
    return KIND_COUNT;
}

string_view kind_text(enum record_kind kind)
{
    return sv_from(kind_texts[kind]);
}

size_t count_kinds(const struct dataset_view *data, struct kind_count counts[KIND_COUNT])
{
    uint64_t sums[KIND_COUNT + 1] = {0};
    size_t used = 0;
    for (size_t i = 0; i < data->count; i++) {
        for (size_t k = 0; k < data->datasets[i].resource_count; k++) {
            const struct resource *r = &data->datasets[i].resources[k];
            sums[kind_from_text(r->kind)] += r->records;
        }
    }
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (sums[i] > 0) {
            counts[used++] = (struct kind_count){(enum record_kind)i, sums[i]};
        }
    }
    return used;
}

enum record_kind dataset_kind(const struct dataset *d)
{
    uint64_t counts[KIND_COUNT + 1] = {0};
    enum record_kind best = KIND_COUNT;
    for (size_t i = 0; i < d->resource_count; i++) {
        if (d->resources[i].is_table) {
            enum record_kind kind = kind_from_text(d->resources[i].kind);
            counts[kind] += d->resources[i].records + 1;
            if (best == KIND_COUNT || counts[kind] > counts[best]) {
                best = kind;
            }
        }
    }
    return best;
}

// --- JSON
// -------------------------------------------------------------------------------------------------

static void release_json(void *json)
{
    json_decref(json);
}

const json_t *json_in_arena(struct arena *arena, string_view text)
{
    json_t *json =
        json_loadb(text.bytes == NULL ? "" : text.bytes, text.length, JSON_ALLOW_NUL, NULL);
    if (json == NULL || arena_defer(arena, release_json, json) != ST_OK) {
        return NULL;
    }
    return json;
}

string_view json_text(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_string(value)
               ? (string_view){json_string_value(value), json_string_length(value)}
               : SV("");
}

string_view author_names(struct arena *arena, const json_t *dataset)
{
    const json_t *authors = json_object_get(dataset, "authors");
    struct buffer text;
    buffer_init(&text, 4096);
    for (size_t i = 0; i < json_array_size(authors); i++) {
        string_view name = json_text(json_array_get(authors, i), "name");
        if (name.length > 0) {
            buffer_append_view(&text, text.length == 0 ? SV("") : SV(", "));
            buffer_append_view(&text, name);
        }
    }
    string_view copy = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    return copy;
}

// --- text and addresses
// -----------------------------------------------------------------------------------

string_view record_address(struct arena *arena, string_view table, string_view key, moment version)
{
    struct buffer text;
    buffer_init(&text, 8192);
    buffer_append_view(&text, SV("/record/"));
    percent_encode(&text, table);
    buffer_append_byte(&text, '/');
    percent_encode(&text, key);
    if (version != 0) {
        buffer_append_view(&text, SV("?version="));
        buffer_append_int(&text, version);
    }
    string_view copy = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    return copy;
}

string_view excerpt(struct arena *arena, string_view text, size_t length)
{
    if (text.length <= length) {
        return text;
    }
    size_t end = length;
    while (end > 0 && text.bytes[end] != ' ') {
        end--;
    }
    if (end == 0) { // one long word: back to a character's start
        for (end = length; end > 0 && ((unsigned char)text.bytes[end] & 0xc0) == 0x80;) {
            end--;
        }
    }
    return arena_print(arena, SV_FORMAT "…", SV_ARGUMENT(sv_slice(text, 0, end)));
}
