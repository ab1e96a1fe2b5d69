// SPDX-License-Identifier: Apache-2.0
// Fills the home page: holdings by kind, collections, newest datasets, growth.
#include "api/page_numbers.h"

#include <stdlib.h>

#define COLLECTIONS_SHOWN ((size_t)8)
#define NEWEST_SHOWN      ((size_t)5)
#define GROWTH_POINTS     ((size_t)200)
#define EXCERPT_LENGTH    ((size_t)140)

// A dataset and the commit that brought its first table.
struct ranked {
    const struct dataset *dataset;
    uint32_t created;
};

static uint32_t created_at(const struct site *site, const struct dataset *d)
{
    uint32_t first = UINT32_MAX;
    for (size_t i = 0; i < d->resource_count; i++) {
        const struct store_table *t =
            snapshot_table_by_uuid(site->view.snapshot, &d->resources[i].uuid);
        first = t == NULL ? first : MIN(first, t->created);
    }
    return first == UINT32_MAX ? 0 : first;
}

static int by_size(const void *a, const void *b)
{
    const struct ranked *x = a;
    const struct ranked *y = b;
    uint64_t left = x->dataset->records;
    uint64_t right = y->dataset->records;
    return left != right ? (left < right ? 1 : -1) : sv_compare(x->dataset->slug, y->dataset->slug);
}

static int by_age(const void *a, const void *b)
{
    const struct ranked *x = a;
    const struct ranked *y = b;
    return x->created != y->created ? (x->created < y->created ? 1 : -1) : by_size(a, b);
}

static status fill_collections(struct ranked *list, size_t count, struct arena *arena,
                               struct home_page *page, struct error *e)
{
    struct home_collection *out = arena_array(arena, struct home_collection, COLLECTIONS_SHOWN);
    if (out == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    qsort(list, count, sizeof *list, by_size);
    for (size_t i = 0; i < count && page->collection_count < COLLECTIONS_SHOWN; i++) {
        const struct dataset *d = list[i].dataset;
        enum record_kind kind = dataset_kind(d);
        if (kind == KIND_RESEARCH || d->records == 0) {
            continue;
        }
        string_view text = json_text(json_in_arena(arena, d->json), "description");
        out[page->collection_count++] = (struct home_collection){
            .title = d->title,
            .address = arena_print(arena, "/dataset/" SV_FORMAT, SV_ARGUMENT(d->slug)),
            .description = excerpt(arena, sv_slice(text, 0, sv_find(text, '\n')), EXCERPT_LENGTH),
            .subject = arena_print(arena, SV_FORMAT " " SV_FORMAT, SV_ARGUMENT(d->title),
                                   SV_ARGUMENT(d->category)),
            .kind = kind,
            .records = d->records,
        };
    }
    page->collections = out;
    return ST_OK;
}

static status fill_newest(struct ranked *list, size_t count, struct arena *arena,
                          struct home_page *page, struct error *e)
{
    struct home_dataset *out = arena_array(arena, struct home_dataset, NEWEST_SHOWN);
    if (out == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    qsort(list, count, sizeof *list, by_age);
    for (size_t i = 0; i < count && page->newest_count < NEWEST_SHOWN; i++) {
        const struct dataset *d = list[i].dataset;
        out[page->newest_count++] = (struct home_dataset){
            .title = d->title,
            .slug = d->slug,
            .authors = author_names(arena, json_in_arena(arena, d->json)),
            .kind = dataset_kind(d),
            .records = d->records,
            .time = d->modified_at,
        };
    }
    page->newest = out;
    return ST_OK;
}

// Records alive after each commit, thinned to what a line can show; the last commit always stays.
static status fill_growth(const struct site *site, struct arena *arena, struct home_page *page,
                          struct error *e)
{
    uint32_t commits = site->view.commit;
    uint32_t step = commits / (uint32_t)GROWTH_POINTS + 1;
    struct growth_point *out = arena_array(arena, struct growth_point, GROWTH_POINTS + 2);
    uint64_t alive = 0;
    if (out == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    for (uint32_t n = 1; n <= commits; n++) {
        const struct commit *c = snapshot_commit(site->view.snapshot, n);
        bool touched = false;
        for (size_t i = 0; c != NULL && i < c->count_tables; i++) {
            if (scope_allows(&scope_public, &c->counts[i].table)) {
                alive = alive + c->counts[i].added - MIN(alive, c->counts[i].removed);
                touched = true;
            }
        }
        if (touched && (n % step == 0 || n == commits)) {
            out[page->growth_count++] = (struct growth_point){c->time, alive};
        }
    }
    page->growth = out;
    return ST_OK;
}

// --- figures that searches give
// ---------------------------------------------------------------------------

static status fill_link(const struct api *api, const struct http_request *request,
                        const struct field_list *fields, const char *field, const char *label,
                        struct page_link *out, struct error *e)
{
    struct http_parameter any = {sv_from(field), SV("*")};
    if (!has_field(fields, any.name)) {
        return ST_OK;
    }
    TRY(count_matches(api, request, &any, 1, &out->count, e));
    if (out->count > 0) {
        out->label = sv_from(label);
        out->address = arena_print(request->arena, "/search?%s=%%2A", field);
    }
    return ST_OK;
}

// The first of these paths that there is.
static const char *first_field(const struct field_list *fields, const char *const *names,
                               size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (has_field(fields, sv_from(names[i]))) {
            return names[i];
        }
    }
    return "";
}

static void add_example(struct http_request *request, string_view field, string_view value,
                        struct page_link *examples, size_t *count)
{
    struct address address;
    address_init(&address, SV("/search"));
    address_add(&address, field, value);
    examples[(*count)++] = (struct page_link){
        .label = value,
        .address = address_print(&address, request->arena),
    };
}

// Countries, and searches to try: the commonest values of some fields.
static status fill_examples(const struct site *site, struct http_request *request,
                            const struct field_list *fields, struct home_page *page,
                            struct error *e)
{
    static const char *const names[] = {"country", "genus", "typeStatus"};
    struct search_facet_request facets[ARRAY_LENGTH(names)];
    struct search_request search = {.commit = site->view.commit, .facets = facets};
    struct search_result result = {0};
    struct page_link *examples = arena_array(request->arena, struct page_link, ARRAY_LENGTH(names));
    if (examples == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        if (has_field(fields, sv_from(names[i]))) {
            facets[search.facet_count++] = (struct search_facet_request){sv_from(names[i]), 1};
        }
    }
    page->examples = examples;
    if (search.facet_count == 0) {
        return ST_OK;
    }
    TRY(search_run(site->view.snapshot, &scope_public, request->arena, &search, &result, e));
    for (size_t i = 0; i < result.facet_count; i++) {
        const struct search_facet *facet = &result.facets[i];
        if (sv_equal(facet->field, SV("country"))) {
            page->countries = facet->distinct;
        }
        if (facet->value_count > 0) {
            add_example(request, facet->field, facet->values[0].value, examples,
                        &page->example_count);
        }
    }
    return ST_OK;
}

static status fill_figures(const struct api *api, const struct site *site,
                           struct http_request *request, struct home_page *page, struct error *e)
{
    static const char *const media[] = {"associatedMedia.identifier", "multimedia.identifier",
                                        "associatedMedia"};
    struct field_list fields = {0};
    TRY(fields_of_tables(&site->view, request->arena, NULL, 0, &fields, e));
    struct http_request now = request_with(request, NULL, 0);
    TRY(fill_link(api, &now, &fields, "typeStatus", "type specimens", &page->types, e));
    TRY(fill_link(api, &now, &fields, first_field(&fields, media, ARRAY_LENGTH(media)),
                  "with media", &page->with_images, e));
    TRY(fill_link(api, &now, &fields, "decimalLatitude", "with coordinates",
                  &page->with_coordinates, e));
    return fill_examples(site, request, &fields, page, e);
}

static status fill(const struct api *api, const struct site *site, struct http_request *request,
                   struct home_page *page, struct error *e)
{
    size_t count = site->data->count;
    struct ranked *list = arena_array(request->arena, struct ranked, count + 1);
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    for (size_t i = 0; i < count; i++) {
        list[i].dataset = &site->data->datasets[i];
        list[i].created = created_at(site, list[i].dataset);
    }
    page->datasets = count;
    TRY(fill_collections(list, count, request->arena, page, e));
    TRY(fill_newest(list, count, request->arena, page, e));
    TRY(fill_growth(site, request->arena, page, e));
    return site->view.commit == 0 ? ST_OK : fill_figures(api, site, request, page, e);
}

status show_home(void *context, struct http_request *request, struct http_response *response,
                 struct error *e)
{
    struct site site;
    bool done = false;
    TRY(page_of_request(context, request, response, &site, &done, e));
    if (done) {
        return ST_OK;
    }
    struct kind_count kinds[KIND_COUNT];
    struct home_page page = {
        .site = &site.page, .kinds = kinds, .kind_count = count_kinds(site.data, kinds)};
    TRY(fill(context, &site, request, &page, e));
    site_send(&site, request, response, false);
    return page_home(&page, request->arena, &response->body, e);
}
