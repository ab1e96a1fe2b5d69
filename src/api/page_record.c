// SPDX-License-Identifier: Apache-2.0
// Fills the page of a record, of a removed one too (rule A5).
#include "api/page_record_internal.h"
#include "api/usage_note.h"

#include "api/cite.h"
#include "api/publications.h"

#include <math.h>

static string_view value(struct record_filling *f, const char *path)
{
    return record_value(f->arena, &f->tree, path);
}

static void fill_point(struct record_filling *f)
{
    const json_t *json = f->resource == NULL ? NULL : json_in_arena(f->arena, f->resource->json);
    string_view latitude = json_text(json, "latitudeField");
    string_view longitude = json_text(json, "longitudeField");
    f->coordinates.latitude = latitude.length > 0 ? latitude : SV("decimalLatitude");
    f->coordinates.longitude = longitude.length > 0 ? longitude : SV("decimalLongitude");
    struct record_page *page = &f->page;
    page->has_point =
        record_number(record_values_joined(f->arena, &f->tree, f->coordinates.latitude, 1),
                      &page->latitude) &&
        record_number(record_values_joined(f->arena, &f->tree, f->coordinates.longitude, 1),
                      &page->longitude) &&
        fabs(page->latitude) <= 90 && fabs(page->longitude) <= 180;
    if (!record_number(value(f, "coordinateUncertaintyInMeters"), &page->uncertainty_metres) ||
        page->uncertainty_metres < 0 || page->uncertainty_metres > 20037508) {
        page->uncertainty_metres = 0;
    }
}

static void append_part(struct buffer *out, const char *before, string_view text)
{
    if (text.length > 0) {
        buffer_append_view(out, sv_from(before));
        buffer_append_view(out, text);
    }
}

// One sentence of what, where, who and when.
static void fill_summary(struct record_filling *f)
{
    struct buffer text;
    buffer_init(&text, 1 << 20);
    buffer_append_view(&text, f->page.title);
    append_part(&text, ", ", f->page.type_status);
    append_part(&text, ", ", f->page.catalog_number);
    append_part(&text, ". ", value(f, "locality"));
    append_part(&text, ", ", value(f, "country"));
    append_part(&text, ", ", value(f, "recordedBy"));
    append_part(&text, ", ", value(f, "eventDate"));
    buffer_append_byte(&text, '.');
    f->page.summary = excerpt(f->arena, arena_copy(f->arena, buffer_view(&text)), 280);
    buffer_release(&text);
}

static void fill_citation(struct record_filling *f)
{
    struct citation citation;
    cite_record(&f->site, f->arena, &f->name, &f->tree, f->dataset, f->page.version, &citation);
    f->page.citation = citation_text(f->arena, &citation);
    f->page.permanent_address = citation.address;
    if (!f->page.removed) {
        f->page.citation_links =
            cite_links(f->arena, record_api_path(f->arena, f->page.table, f->page.key, "/citation"),
                       f->page.version);
    }
}

static void fill_dataset(struct record_filling *f)
{
    const json_t *json = f->dataset == NULL ? NULL : json_in_arena(f->arena, f->dataset->json);
    string_view licence = value(f, "license");
    licence = licence.length > 0 ? licence : json_text(json, "licence");
    f->page.dataset = f->name.table->dataset_slug;
    f->page.dataset_title = f->dataset == NULL ? f->page.dataset : f->dataset->title;
    f->page.licence = licence_label(f->arena, licence, &f->page.licence_address);
    f->page.kind = f->resource == NULL ? KIND_COUNT : kind_from_text(f->resource->kind);
}

// The same record for programs, at the moment that the page shows.
static void fill_formats(struct record_filling *f)
{
    struct record_page *page = &f->page;
    moment pinned = site_pinned(&f->site);
    string_view path = record_api_path(f->arena, page->table, page->key, "");
    const char *sign = sv_find(path, '?') < path.length ? "&" : "?";
    page->json_address = path;
    page->linked_address =
        arena_print(f->arena, SV_FORMAT "%sformat=jsonld", SV_ARGUMENT(path), sign);
    page->csv_address = arena_print(f->arena, SV_FORMAT "%sformat=csv", SV_ARGUMENT(path), sign);
    if (pinned != 0) {
        page->json_address = arena_print(f->arena, SV_FORMAT "%sversion=%lld", SV_ARGUMENT(path),
                                         sign, (long long)pinned);
        page->linked_address = arena_print(f->arena, SV_FORMAT "&version=%lld",
                                           SV_ARGUMENT(page->linked_address), (long long)pinned);
        page->csv_address = arena_print(f->arena, SV_FORMAT "&version=%lld",
                                        SV_ARGUMENT(page->csv_address), (long long)pinned);
    }
}

static void fill_head(struct record_filling *f)
{
    struct record_title title = record_title(f->arena, &f->tree, f->name.key);
    struct record_page *page = &f->page;
    page->site = &f->site.page;
    page->table = f->name.table->slug;
    page->key = f->name.key;
    page->path = record_path(f->arena, page->table, page->key);
    page->title = title.text;
    page->title_is_name = title.is_name;
    page->authorship = title.author;
    page->catalog_number = value(f, "catalogNumber");
    page->institution = value(f, "institutionCode");
    page->collection = value(f, "collectionCode");
    page->type_status = value(f, "typeStatus");
    page->version = view_time(&f->view, f->shown->from);
    page->as_of = !f->view.newest;
    page->newest = f->shown == &f->rows[f->row_count - 1];
    fill_formats(f);
}

// The last row, and why there is none any more.
static status fill_removal(struct record_filling *f, struct error *e)
{
    f->page.removed = true;
    return record_page_fill_removal(f, f->shown, &f->page.removal, e);
}

// The rows at all times, for the history; and among them the one that stands at the view's commit.
static status find_row(struct record_filling *f, struct error *e)
{
    struct view newest = f->view;
    newest.commit = snapshot_last_commit(f->view.snapshot);
    TRY(record_of_request(&f->view, f->request, &f->name, e));
    TRY(record_rows(&newest, &f->name, f->arena, &f->rows, &f->row_count, e));
    if (f->rows[0].from > f->view.commit) {
        return record_not_found(&f->name, e);
    }
    for (size_t i = 0; i < f->row_count && f->rows[i].from <= f->view.commit; i++) {
        f->shown = &f->rows[i];
    }
    return ST_OK;
}

static status fill(struct record_filling *f, struct error *e)
{
    struct record_reader reader;
    TRY(record_reader_init(&reader, f->arena, e));
    TRY(record_json(&f->view, f->shown, f->arena, &f->json, e));
    TRY(record_read(&reader, f->json, &f->tree, e));
    f->resource = dataset_view_resource(f->site.data, &f->name.table->table, &f->dataset);
    fill_head(f);
    fill_dataset(f);
    fill_point(f);
    fill_summary(f);
    fill_citation(f);
    if (f->shown->until <= f->view.commit) {
        TRY(fill_removal(f, e));
    }
    TRY(record_page_fill_media(f, e));
    TRY(record_page_fill_determinations(f, e));
    TRY(record_page_fill_flags(f, e));
    TRY(record_page_fill_external(f, e));
    TRY(record_page_fill_values(f, e));
    TRY(publications_of_record(f->api, &f->view, &f->name, f->arena, &f->page.literature, e));
    if (!f->page.removed) {
        TRY(record_page_fill_related(f, e));
        record_page_fill_place(f);
    }
    return record_page_fill_history(f, e);
}

// Addresses that carry a search are not the record's own, whether or not it makes sense.
static bool asks_of_search(const struct http_request *request)
{
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        if (sv_equal(request->target.parameters[i].name, SV("search"))) {
            return true;
        }
    }
    return false;
}

// Uses of what someone collected are told of whom the museum has identified alone (rule I1).
static void note_collector(struct record_filling *f)
{
    const struct person *person = people_written(&f->api->people, value(f, "recordedBy"));
    if (person != NULL) {
        usage_note_thing(f->request->note, f->request, NAME_PERSON, person->slug);
    }
}

// The address of citations (rule G1): the record at a version.
status show_record_version(void *context, struct http_request *request,
                           struct http_response *response, struct error *e)
{
    moment version = 0;
    (void)context;
    TRY(moment_from_text(http_request_capture(request, "version"), &version, e));
    site_redirect(request, response, 302,
                  record_address(request->arena, http_request_capture(request, "table"),
                                 http_request_capture(request, "key"), version));
    return ST_OK;
}

status show_record(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    struct record_filling *f = arena_new(request->arena, struct record_filling);
    if (f == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    f->api = context;
    f->request = request;
    f->arena = request->arena;
    TRY(page_view(f->api, request, &f->view, e));
    TRY(find_row(f, e));
    usage_note_record(f->api, request, &f->view, &f->name.table->table, f->name.key, SV("html"));
    if (site_not_modified(f->api, &f->view, request, response)) {
        return ST_OK;
    }
    TRY(site_open(f->api, request, &f->view, &f->site, e));
    TRY(fill(f, e));
    note_collector(f);
    response->status = f->page.removed ? 410 : 200;
    site_send(&f->site, response,
              f->page.as_of || f->page.removed || f->page.has_difference ||
                  asks_of_search(request));
    return page_record(&f->page, f->arena, &response->body, e);
}
