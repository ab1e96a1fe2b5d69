// SPDX-License-Identifier: Apache-2.0
// Fills the part of a page that offers downloads.
#include "api/page_download.h"

#include "api/download_format.h"
#include "api/page_digest.h"
#include "api/page_searches.h"
#include "api/page_text.h"
#include "api/pages/views.h"

// Files without a package are for programs: they say nothing of rights but in their columns.
static const struct download_format *const alone[PAGE_DOWNLOADS] = {
    &download_csv, &download_tsv, &download_json, &download_ndjson};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the downloads of a page");
}

// Rows come in the order of the page, but for relevance and kinds, which are for pages alone.
static void keep_order(const struct address *state, struct address *target)
{
    string_view sort = address_value(state, SV("sort"));
    string_view rest = sort;
    string_view part;
    while (sv_split(&rest, ',', &part)) {
        if (sv_equal(part, SV("_score")) || sv_equal(part, SV("_kind"))) {
            return;
        }
    }
    if (sort.length > 0) {
        address_add(target, SV("sort"), sort);
    }
}

// What the page shows, for downloads to be asked for.
static struct address *asked_for(const struct address *state, moment version, const char *path,
                                 struct arena *arena)
{
    static const char *const own[] = {"format",    "package",     "separate",    "emptyColumns",
                                      "delimiter", "spreadsheet", "identifiers", "lists",
                                      "values",    "size",        NULL};
    struct address *target = arena_new(arena, struct address);
    if (target != NULL) {
        page_api_state(arena, state, version, sv_from(path), own, target);
        keep_order(state, target);
    }
    return target;
}

// Formats that are packages of their own have links of their own.
static status fill_formats(struct snapshot *s, const struct search_request *request,
                           struct arena *arena, struct download_part *out, struct error *e)
{
    struct page_link *formats = arena_array(arena, struct page_link, download_format_count);
    if (formats == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < download_format_count; i++) {
        const struct download_format *f = download_formats[i];
        bool offered = f->pack == NULL;
        if (offered && f->offered != NULL) {
            TRY(f->offered(s, request, arena, &offered, e));
        }
        if (offered) {
            formats[out->format_count++] =
                (struct page_link){.label = sv_from(f->label), .address = sv_from(f->name)};
        }
    }
    out->formats = formats;
    return ST_OK;
}

static status fill_addresses(const struct address *state, moment version, struct arena *arena,
                             struct download_part *out, struct error *e)
{
    struct address *archive = asked_for(state, version, "/api/v1/download", arena);
    out->asked = asked_for(state, version, "/downloads/start", arena);
    struct address *prepare = asked_for(state, version, "/downloads/new", arena);
    if (archive == NULL || out->asked == NULL || prepare == NULL) {
        return no_memory(e);
    }
    out->prepare_address = address_print(prepare, arena);
    address_add(archive, SV("format"), sv_from(download_dwca.name));
    out->archive_address = address_print(archive, arena);
    for (size_t i = 0; i < PAGE_DOWNLOADS; i++) {
        struct address *target = asked_for(state, version, "/api/v1/download", arena);
        if (target == NULL) {
            return no_memory(e);
        }
        address_add(target, SV("format"), sv_from(alone[i]->name));
        address_add(target, SV("package"), SV("none"));
        out->links[i] = (struct page_link){.label = sv_from(alone[i]->label),
                                           .address = address_print(target, arena)};
    }
    return ST_OK;
}

static status fill_images(const struct address *state, const struct site *site,
                          const struct search_request *request, struct arena *arena,
                          struct download_part *out, struct error *e)
{
    bool offered = false;
    TRY(download_images.offered(site->view.snapshot, request, arena, &offered, e));
    for (size_t i = 0; i < PAGE_IMAGE_SIZES && offered; i++) {
        struct address *images = asked_for(state, site->view.version, "/api/v1/download", arena);
        if (images == NULL) {
            return no_memory(e);
        }
        address_add(images, SV("format"), sv_from(download_images.name));
        if (i > 0) {
            address_add(images, SV("size"), sv_from(page_image_sizes[i]));
        }
        out->image_addresses[i] = address_print(images, arena);
    }
    return ST_OK;
}

static status fill_dataset_formats(const struct site *site, const struct dataset *d,
                                   const struct address *state, struct arena *arena,
                                   struct download_part *out, struct error *e)
{
    struct uuid *tables = arena_array(arena, struct uuid, d->resource_count + 1);
    struct search_request request = {.tables = tables, .commit = site->view.commit};
    if (tables == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < d->resource_count; i++) {
        if (d->resources[i].is_table) {
            tables[request.table_count++] = d->resources[i].uuid;
        }
    }
    TRY(fill_images(state, site, &request, arena, out, e));
    return fill_formats(site->view.snapshot, &request, arena, out, e);
}

static void add_licence(struct download_part *out, struct page_link *licences, string_view label,
                        string_view address)
{
    for (size_t i = 0; i < out->licence_count; i++) {
        if (sv_equal(licences[i].label, label)) {
            return;
        }
    }
    licences[out->licence_count++] = (struct page_link){.label = label, .address = address};
    out->licences = licences;
}

static status fill_datasets(const struct site *site, const struct search_input *input,
                            struct arena *arena, struct download_part *out, struct error *e)
{
    const struct contribution *list = NULL;
    TRY(contributions_make(site, input, out->records, arena, &list, &out->datasets, e));
    struct page_link *licences = arena_array(arena, struct page_link, out->datasets + 1);
    if (licences == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < out->datasets; i++) {
        add_licence(out, licences, list[i].licence, list[i].licence_address);
    }
    return ST_OK;
}

status page_download(const struct site *site, const struct search_input *input,
                     const struct address *state, uint64_t records, struct arena *arena,
                     const struct download_part **out, struct error *e)
{
    struct address *by_datasets = arena_new(arena, struct address);
    struct download_part *part = arena_new(arena, struct download_part);
    if (part == NULL || by_datasets == NULL) {
        return no_memory(e);
    }
    if (records == 0) {
        return ST_OK;
    }
    part->records = records;
    TRY(fill_addresses(state, site->view.version, arena, part, e));
    view_address(state, VIEW_DATASETS, by_datasets);
    part->datasets_address = address_print(by_datasets, arena);
    struct search_request request = input->request;
    request.commit = site->view.commit;
    TRY(fill_images(state, site, &request, arena, part, e));
    TRY(fill_formats(site->view.snapshot, &request, arena, part, e));
    *out = part;
    return page_counts_at_once(state, records) ? fill_datasets(site, input, arena, part, e) : ST_OK;
}

status page_download_dataset(const struct site *site, const struct dataset *d, string_view licence,
                             struct arena *arena, const struct download_part **out, struct error *e)
{
    struct address *state = arena_new(arena, struct address);
    struct page_link *licences = arena_array(arena, struct page_link, 1);
    struct download_part *part = arena_new(arena, struct download_part);
    string_view address;
    if (state == NULL || licences == NULL || part == NULL) {
        return no_memory(e);
    }
    if (d->records == 0) {
        return ST_OK;
    }
    address_init(state, SV(""));
    address_add(state, SV("dataset"), d->slug);
    part->records = d->records;
    part->datasets = 1;
    string_view label = licence_label(arena, licence, &address);
    add_licence(part, licences, label, address);
    *out = part;
    TRY(fill_dataset_formats(site, d, state, arena, part, e));
    return fill_addresses(state, site->view.version, arena, part, e);
}
