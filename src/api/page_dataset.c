// SPDX-License-Identifier: Apache-2.0
// Fills the page of a dataset as of a moment (rule A6).
#include "api/page_dataset_internal.h"

#include "api/cite.h"
#include "api/commit_list.h"
#include "api/dataset_answer.h"
#include "api/page_digest.h"
#include "api/page_download.h"
#include "api/page_files.h"
#include "api/page_growth.h"
#include "api/page_markdown.h"
#include "api/pages/language.h"
#include "api/publications.h"
#include "api/usage_note.h"

#include <string.h>

#define COMMITS_SHOWN ((size_t)20)
#define DESCRIPTION   ((size_t)280)
// Records: of more the profile is made when it is asked for, and kept. The portal's fact
// "profileAtOnce" replaces it.
#define PROFILE_AT_ONCE ((json_int_t)200000)

status dataset_page_no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

// --- description -----------------------------------------------------------------------------

static status fill_description(struct dataset_filling *f, struct error *e)
{
    string_view text = json_text(f->json, "description");
    f->page.description = markdown_to_line(f->arena, text, DESCRIPTION);
    return markdown_to_html(f->arena, text, &f->page.description_markup, e);
}

static status fill_tags(struct dataset_filling *f, struct error *e)
{
    const json_t *tags = json_object_get(f->json, "tags");
    string_view *out = arena_array(f->arena, string_view, json_array_size(tags) + 1);
    if (out == NULL) {
        return dataset_page_no_memory(e);
    }
    for (size_t i = 0; i < json_array_size(tags); i++) {
        const json_t *tag = json_array_get(tags, i);
        if (json_is_string(tag)) {
            out[f->page.tag_count++] =
                (string_view){json_string_value(tag), json_string_length(tag)};
        }
    }
    f->page.tags = out;
    return ST_OK;
}

static bool number_member(const json_t *object, const char *name, double *out)
{
    const json_t *value = json_object_get(object, name);
    *out = json_number_value(value);
    return json_is_number(value);
}

static void fill_extent(struct dataset_filling *f)
{
    const json_t *spatial = json_object_get(f->json, "spatial");
    f->page.has_extent = number_member(spatial, "west", &f->page.west) &&
                         number_member(spatial, "south", &f->page.south) &&
                         number_member(spatial, "east", &f->page.east) &&
                         number_member(spatial, "north", &f->page.north);
}

static void fill_citation(struct dataset_filling *f)
{
    struct citation citation;
    string_view path = arena_print(f->arena, "/api/v1/datasets/" SV_FORMAT "/citation",
                                   SV_ARGUMENT(sv_slice(dataset_path(f->arena, f->dataset->slug),
                                                        SV("/dataset/").length, SIZE_MAX)));
    cite_dataset(&f->site, f->arena, f->dataset, &citation);
    f->page.citation = citation_text(f->arena, &citation);
    f->page.citation_links = cite_links(f->arena, path, f->dataset->modified_at);
}

// --- tables and fields -----------------------------------------------------------------------

// What the whole of each of several tables can be had as, at the version shown.
static void fill_files(struct dataset_filling *f, struct resource_row *row)
{
    static const char *const formats[PAGE_FILES] = {"csv", "ndjson"};
    for (size_t i = 0; i < PAGE_FILES; i++) {
        struct address target;
        address_init(&target, SV("/api/v1/scan"));
        address_add(&target, SV("table"), row->slug);
        address_add(&target, SV("format"), sv_from(formats[i]));
        address_add(&target, SV("version"),
                    arena_print(f->arena, "%lld", (long long)f->view.version));
        row->files[i] = address_print(&target, f->arena);
    }
}

static status fill_tables(struct dataset_filling *f, struct error *e)
{
    const struct dataset *d = f->dataset;
    struct resource_row *rows = arena_array(f->arena, struct resource_row, d->resource_count + 1);
    if (rows == NULL) {
        return dataset_page_no_memory(e);
    }
    for (size_t i = 0; i < d->resource_count; i++) {
        const struct resource *r = &d->resources[i];
        const json_t *json = json_in_arena(f->arena, r->json);
        if (!r->is_table) {
            continue; // page_files has them
        }
        rows[f->page.table_count++] = (struct resource_row){
            .slug = r->slug,
            .title = r->title,
            .description = markdown_to_line(f->arena, json_text(json, "description"), DESCRIPTION),
            .address = search_address(f->arena, "table", r->slug, site_pinned(&f->site)),
            .kind = kind_from_text(r->kind),
            .records = r->records,
        };
    }
    for (size_t i = 0; i < f->page.table_count && f->page.table_count > 1; i++) {
        fill_files(f, &rows[i]);
    }
    f->page.tables = rows;
    return ST_OK;
}

// --- history ---------------------------------------------------------------------------------

// The search's view of what the dataset's commit of that moment did.
static string_view changes_address(struct dataset_filling *f, moment time)
{
    struct address target;
    address_init(&target, SV("/search"));
    address_add(&target, SV("dataset"), f->dataset->slug);
    address_add(&target, SV("version"), arena_print(f->arena, "%lld", (long long)time));
    address_add(&target, SV("view"), SV("changes"));
    return address_print(&target, f->arena);
}

static status fill_commits(struct dataset_filling *f, struct error *e)
{
    struct commit_list list = {.view = &f->view, .dataset = f->dataset};
    struct commit_row *rows = arena_array(f->arena, struct commit_row, COMMITS_SHOWN);
    if (rows == NULL) {
        return dataset_page_no_memory(e);
    }
    TRY(commit_list_init(&list, f->arena, e));
    TRY(commit_list_read_reports(&list, f->api, f->arena, e));
    if (f->page.holdings.count == 1) { // kinds are not added (rule C4)
        TRY(growth_of_dataset(&list, f->dataset->slug, f->arena, &f->page.growth,
                              &f->page.growth_count, e));
    }
    string_view path = dataset_path(f->arena, f->dataset->slug);
    for (uint32_t n = f->view.commit; n > 0; n--) {
        if (!commit_list_has(&list, n)) {
            continue;
        }
        if (f->page.commit_total++ >= COMMITS_SHOWN) {
            continue;
        }
        const struct commit *c = snapshot_commit(f->view.snapshot, n);
        struct commit_counts counts = commit_list_counts(&list, c);
        rows[f->page.commit_count++] = (struct commit_row){
            .time = c->time,
            .author = c->author,
            .message = c->message,
            .added = counts.added,
            .changed = counts.changed,
            .removed = counts.removed,
            .address = arena_print(f->arena, SV_FORMAT "?version=%lld", SV_ARGUMENT(path),
                                   (long long)c->time),
            .changes_address = changes_address(f, c->time),
            .report_address = commit_list_report(&list, n, f->arena),
            .metadata = c->kind == COMMIT_METADATA,
        };
    }
    f->page.commits = rows;
    if (f->page.commit_total > f->page.commit_count) {
        f->page.commits_address = arena_print(f->arena, "/api/v1/datasets/" SV_FORMAT "/commits",
                                              SV_ARGUMENT(f->dataset->slug));
    }
    return ST_OK;
}

// --- digest ----------------------------------------------------------------------------------

static status find_tables(struct dataset_filling *f, struct error *e)
{
    const struct dataset *d = f->dataset;
    struct uuid *tables = arena_array(f->arena, struct uuid, d->resource_count + 1);
    if (tables == NULL) {
        return dataset_page_no_memory(e);
    }
    for (size_t i = 0; i < d->resource_count; i++) {
        if (d->resources[i].is_table) {
            tables[f->table_count++] = d->resources[i].uuid;
        }
    }
    f->tables = tables;
    return ST_OK;
}

static status fill_digest(struct dataset_filling *f, struct error *e)
{
    const struct dataset *d = f->dataset;
    struct address *state = arena_new(f->arena, struct address);
    struct search_request search = {.tables = f->tables, .table_count = f->table_count};
    if (state == NULL) {
        return dataset_page_no_memory(e);
    }
    if (search.table_count == 0) {
        return ST_OK;
    }
    address_init(state, SV(""));
    address_add(state, SV("dataset"), d->slug);
    return page_digest_line(&f->view, &search, d->records, state, f->arena, &f->page.digest, e);
}

static bool is_large(const struct dataset_filling *f)
{
    const json_t *own = json_object_get(f->site.facts, "profileAtOnce");
    json_int_t most = json_is_integer(own) ? json_integer_value(own) : PROFILE_AT_ONCE;
    return f->dataset->records > (uint64_t)MAX(most, 0);
}

// A profile reads every row: that of a large dataset is a page of its own, which scripts fetch.
static status choose_profile(struct dataset_filling *f, struct error *e)
{
    string_view asked = {0};
    TRY(http_request_parameter(f->request, "profile", &asked, &f->profile, e));
    f->keep = f->profile && f->view.newest && is_large(f);
    f->profile = f->profile || !is_large(f);
    return ST_OK;
}

static void fill_profile_address(struct dataset_filling *f)
{
    if (!f->profile) {
        string_view path = dataset_path(f->arena, f->dataset->slug);
        moment pinned = site_pinned(&f->site);
        f->page.profile_address =
            pinned == 0 ? arena_print(f->arena, SV_FORMAT "?profile=1", SV_ARGUMENT(path))
                        : arena_print(f->arena, SV_FORMAT "?profile=1&version=%lld",
                                      SV_ARGUMENT(path), (long long)pinned);
    }
}

static status fill(struct dataset_filling *f, struct error *e)
{
    const struct dataset *d = f->dataset;
    f->json = json_in_arena(f->arena, d->json);
    f->page.site = &f->site.page;
    f->page.slug = d->slug;
    f->page.title = d->title;
    f->page.subject = dataset_subject(f->arena, d);
    f->page.kind = dataset_kind(d);
    f->page.holdings = dataset_holdings(d);
    f->page.version = f->view.version;
    f->page.changed = d->modified_at;
    f->page.as_of = !f->view.newest;
    f->page.search_address = search_address(f->arena, "dataset", d->slug, site_pinned(&f->site));
    fill_extent(f);
    fill_citation(f);
    TRY(fill_description(f, e));
    TRY(metadata_authors(f->arena, f->json, &f->page.authors, &f->page.author_count, e));
    TRY(metadata_facts(f->arena, f->site.page.language, f->json, &f->page.facts,
                       &f->page.fact_count, e));
    TRY(fill_tags(f, e));
    TRY(fill_tables(f, e));
    TRY(page_files(f->api->portal, &f->site, d, f->arena, &f->page.files, &f->page.file_count, e));
    TRY(page_download_dataset(&f->site, d, json_text(f->json, "licence"), f->arena,
                              &f->page.download, e));
    fill_profile_address(f);
    TRY(dataset_page_fill_fields(f, e));
    TRY(find_tables(f, e));
    TRY(dataset_page_fill_coverage(f, e));
    TRY(fill_digest(f, e));
    page_use_fill(f->api, f->request, &f->site, d, &f->use);
    f->page.use = &f->use;
    TRY(publications_of_dataset(f->api, d, f->arena, &f->page.literature, e));
    return fill_commits(f, e);
}

status show_dataset(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    struct dataset_filling *f = arena_new(request->arena, struct dataset_filling);
    string_view kept = {0};
    if (f == NULL) {
        return dataset_page_no_memory(e);
    }
    f->api = context;
    f->request = request;
    f->arena = request->arena;
    TRY(page_view(f->api, request, &f->view, e));
    moment future = f->view.future; // it is no parameter any more
    TRY(dataset_of_request(f->api, request, &f->view, &f->dataset, e));
    f->view.future = future;
    TRY(http_request_parameter(request, "profile", &kept, &f->profile, e));
    if (!f->profile) { // a part of a page that has been counted
        usage_note_dataset(usage_note_begin(request, USAGE_DATASET, SV("html")), request,
                           f->dataset, 0);
    }
    if (site_not_modified(f->api, &f->view, request, response)) {
        return ST_OK;
    }
    TRY(site_open(f->api, request, &f->view, &f->site, e));
    TRY(choose_profile(f, e));
    site_send(&f->site, response, !f->view.newest);
    struct page_cache_key key = site_cache_key(f->api, &f->site, request, f->site.page.here);
    if (f->keep && page_cache_find(f->api->pages, &key, request->arena, &kept)) {
        buffer_append_view(&response->body, kept);
        return ST_OK;
    }
    TRY(fill(f, e));
    TRY(page_dataset(&f->page, request->arena, &response->body, e));
    if (f->keep && !response->body.failed) {
        page_cache_keep(f->api->pages, &key, buffer_view(&response->body));
    }
    return ST_OK;
}
