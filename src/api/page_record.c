// SPDX-License-Identifier: Apache-2.0
// Fills the page of a record, of a removed one too (rule A5).
#include "api/page_record_internal.h"

#include <stdlib.h>

static string_view value(struct record_filling *f, const char *path)
{
    return record_value(f->arena, &f->tree, path);
}

// A coordinate as a number; false when it is none.
static bool read_number(string_view text, double least, double most, double *out)
{
    char digits[64];
    if (text.length == 0 || text.length >= sizeof digits) {
        return false;
    }
    for (size_t i = 0; i < text.length; i++) {
        digits[i] = text.bytes[i];
    }
    digits[text.length] = '\0';
    char *end = NULL;
    *out = strtod(digits, &end);
    return *end == '\0' && *out >= least && *out <= most;
}

static void fill_point(struct record_filling *f)
{
    const json_t *json = f->resource == NULL ? NULL : json_in_arena(f->arena, f->resource->json);
    string_view latitude = json_text(json, "latitudeField");
    string_view longitude = json_text(json, "longitudeField");
    latitude = latitude.length > 0 ? latitude : SV("decimalLatitude");
    longitude = longitude.length > 0 ? longitude : SV("decimalLongitude");
    f->page.has_point = read_number(record_values_joined(f->arena, &f->tree, latitude, 1), -90, 90,
                                    &f->page.latitude) &&
                        read_number(record_values_joined(f->arena, &f->tree, longitude, 1), -180,
                                    180, &f->page.longitude);
    if (!read_number(value(f, "coordinateUncertaintyInMeters"), 0, 20037508,
                     &f->page.uncertainty_metres)) {
        f->page.uncertainty_metres = 0;
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
    const json_t *json = f->dataset == NULL ? NULL : json_in_arena(f->arena, f->dataset->json);
    string_view publisher = json_text(json, "organisation");
    string_view path = record_address(f->arena, f->name.table->slug, f->name.key, f->page.version);
    struct record_citation citation = {
        .dataset = {.dataset = json,
                    .publisher = publisher.length > 0 ? publisher : f->site.page.name,
                    .version = f->dataset == NULL ? f->page.version : f->dataset->modified_at},
        .institution = f->page.institution,
        .catalog_number = f->page.catalog_number.length > 0 ? f->page.catalog_number : f->name.key,
        .name = f->page.title_is_name ? f->page.title : SV(""),
        .address = f->site.origin.length == 0
                       ? SV("")
                       : arena_print(f->arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(f->site.origin),
                                     SV_ARGUMENT(path)),
        .accessed = clock_now(),
    };
    f->page.citation = citation_of_record(f->arena, &citation);
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
    string_view path = record_address(f->arena, page->table, page->key, site_pinned(&f->site));
    page->json_address = arena_print(f->arena, "/api/v1/records" SV_FORMAT,
                                     SV_ARGUMENT(sv_slice(path, SV("/record").length, SIZE_MAX)));
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
    TRY(record_page_fill_values(f, e));
    return record_page_fill_history(f, e);
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
    TRY(drop_empty_parameters(request, e));
    TRY(view_of_request(f->api, request, &f->view, e));
    TRY(find_row(f, e));
    if (site_not_modified(&f->view, request, response)) {
        return ST_OK;
    }
    TRY(site_open(f->api, request, &f->view, &f->site, e));
    TRY(fill(f, e));
    response->status = f->page.removed ? 410 : 200;
    site_send(&f->site, response, f->page.as_of || f->page.removed || f->page.has_difference);
    return page_record(&f->page, f->arena, &response->body, e);
}
