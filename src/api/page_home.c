// SPDX-License-Identifier: Apache-2.0
// Fills the home page: holdings by kind, collections, newest datasets, growth. Drawn once for a
// commit and kept.
#include "api/page_about.h"
#include "api/page_growth.h"
#include "api/page_markdown.h"
#include "api/page_searches.h"
#include "api/page_use.h"
#include "api/page_wall.h"
#include "api/pages/language.h"
#include "api/pages/layout.h"
#include "api/pages/views.h"
#include "base/fold.h"
#include "portal/metadata_json.h"

#include <stdlib.h>

#define COLLECTIONS_SHOWN ((size_t)8)
#define COLLECTION_CODES  ((size_t)1000)
#define NEWEST_SHOWN      ((size_t)5)
#define PICTURES_SHOWN    ((size_t)12)
#define AUTHORS_SHOWN     ((size_t)3)
#define EXCERPT_LENGTH    ((size_t)110)

// A dataset and the commit that brought its first table.
struct ranked {
    const struct dataset *dataset;
    enum record_kind kind;
    uint32_t created;
};

struct home_filling {
    struct page_use use;
    const struct api *api;
    struct http_request *request;
    struct arena *arena;
    struct site site;
    struct ranked *ranked;
    struct uuid *kind_tables; // of the leading kind
    size_t kind_table_count;
    enum record_kind kind; // specimens, or what there is most of
    struct home_page page;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

// --- datasets in order -----------------------------------------------------------------------

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

static int by_kind_then_size(const void *a, const void *b)
{
    const struct ranked *x = a;
    const struct ranked *y = b;
    uint64_t left = x->dataset->records;
    uint64_t right = y->dataset->records;
    if (x->kind != y->kind) {
        return x->kind < y->kind ? -1 : 1;
    }
    return left != right ? (left < right ? 1 : -1) : sv_compare(x->dataset->slug, y->dataset->slug);
}

static int by_age(const void *a, const void *b)
{
    const struct ranked *x = a;
    const struct ranked *y = b;
    return x->created != y->created ? (x->created < y->created ? 1 : -1) : by_kind_then_size(a, b);
}

static status rank_datasets(struct home_filling *f, struct error *e)
{
    const struct dataset_view *data = f->site.data;
    f->ranked = arena_array(f->arena, struct ranked, data->count + 1);
    if (f->ranked == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < data->count; i++) {
        const struct dataset *d = &data->datasets[i];
        f->ranked[i] = (struct ranked){d, dataset_kind(d), created_at(&f->site, d)};
    }
    return ST_OK;
}

// Keeps a search to a kind; one of no declared kind cannot be asked for.
static void keep_to_kind(enum record_kind kind, struct address *state)
{
    if (kind != KIND_COUNT) {
        address_add(state, SV("kind"), kind_text(kind));
    }
}

static void fill_kind_addresses(struct home_filling *f)
{
    for (size_t i = 0; i < f->page.holdings.count; i++) {
        enum record_kind kind = f->page.holdings.kinds[i].kind;
        struct address state;
        address_init(&state, SV("/search"));
        keep_to_kind(kind, &state);
        f->page.kind_addresses[i] = kind == KIND_COUNT ? SV("") : address_print(&state, f->arena);
    }
}

static status find_kind_tables(struct home_filling *f, struct error *e)
{
    size_t room = 1;
    for (size_t i = 0; i < f->site.data->count; i++) {
        room += f->site.data->datasets[i].resource_count;
    }
    f->kind = leading_kind(&f->page.holdings);
    f->kind_tables = arena_array(f->arena, struct uuid, room);
    if (f->kind_tables == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < f->site.data->count; i++) {
        const struct dataset *d = &f->site.data->datasets[i];
        for (size_t k = 0; k < d->resource_count; k++) {
            const struct resource *r = &d->resources[k];
            if (r->is_table && r->records > 0 && kind_from_text(r->kind) == f->kind) {
                f->kind_tables[f->kind_table_count++] = r->uuid;
            }
        }
    }
    return ST_OK;
}

// --- collections -----------------------------------------------------------------------------

static status has_field(const struct home_filling *f, const char *field, const struct uuid *tables,
                        size_t count, bool *out, struct error *e)
{
    return search_has_field(f->site.view.snapshot, &scope_public, tables, count,
                            f->site.view.commit, sv_from(field), out, e);
}

// The values of a field in some tables (count 0: all); none where these never had it.
static status count_values(struct home_filling *f, const char *field, size_t limit,
                           const struct uuid *tables, size_t count, struct search_facet *out,
                           struct error *e)
{
    struct search_facet_request facet = {.field = sv_from(field), .limit = limit};
    struct search_request search = {
        .commit = f->site.view.commit,
        .tables = tables,
        .table_count = count,
        .facets = &facet,
        .facet_count = 1,
        .after = SV(""),
    };
    struct search_result result = {0};
    bool known = false;
    TRY(has_field(f, field, tables, count, &known, e));
    if (known) {
        TRY(search_run(f->site.view.snapshot, &scope_public, f->arena, &search, &result, e));
    }
    *out = known ? result.facets[0] : (struct search_facet){.field = facet.field};
    return ST_OK;
}

static uint64_t count_of_code(const struct search_facet *facet, string_view code)
{
    for (size_t i = 0; i < facet->value_count; i++) {
        if (fold_case_equal(facet->values[i].value, code)) {
            return facet->values[i].count;
        }
    }
    return 0;
}

// "of an estimated 5.3 million" (rule C4)
static string_view estimate_words(struct home_filling *f, const json_t *collection)
{
    json_int_t estimate = json_integer_value(json_object_get(collection, "estimatedHoldings"));
    if (estimate <= 0) {
        return SV("");
    }
    struct page words = {.arena = f->arena, .site = &f->site.page};
    return SAY_TEXT(&words, "of an estimated {}",
                    count_in_words(f->arena, f->site.page.language, (uint64_t)estimate));
}

// A tile for a collection that the portal's record names, by its code. The count beside it is the
// total behind its link: where other kinds bear the code too, the link keeps to the leading kind.
static void add_coded(struct home_filling *f, const json_t *collection,
                      const struct search_facet *of_kind, const struct search_facet *of_all,
                      struct home_collection *out)
{
    string_view code = json_text(collection, "code");
    string_view name = json_text(collection, "name");
    uint64_t count = count_of_code(of_kind, code);
    uint64_t all = count_of_code(of_all, code);
    struct address state;
    if (count == 0 || !value_fits_address(code)) {
        return;
    }
    address_init(&state, SV("/search"));
    address_add(&state, SV("collectionCode"), query_value_write(f->arena, code));
    bool named = f->kind != KIND_COUNT;
    if (count != all) {
        keep_to_kind(f->kind, &state);
    }
    out[f->page.collection_count++] = (struct home_collection){
        .title = name.length > 0 ? name : code,
        .address = address_print(&state, f->arena),
        .description = estimate_words(f, collection),
        .subject = name,
        .kind = count == all || named ? f->kind : KIND_COUNT,
        .records = count == all || named ? count : all,
    };
}

static status add_coded_collections(struct home_filling *f, struct home_collection *out,
                                    struct error *e)
{
    const json_t *portal = json_in_arena(f->arena, f->site.data->portal.json);
    const json_t *list = json_object_get(portal, "collections");
    struct search_facet of_kind = {0};
    struct search_facet of_all = {0};
    if (json_array_size(list) == 0) {
        return ST_OK;
    }
    TRY(count_values(f, "collectionCode", COLLECTION_CODES, NULL, 0, &of_all, e));
    if (f->kind_table_count > 0) {
        TRY(count_values(f, "collectionCode", COLLECTION_CODES, f->kind_tables, f->kind_table_count,
                         &of_kind, e));
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (f->page.collection_count < COLLECTIONS_SHOWN) {
            add_coded(f, json_array_get(list, i), &of_kind, &of_all, out);
        }
    }
    return ST_OK;
}

// Datasets of the kinds that collections are kept in; specimens stand among the coded collections
// already, where there are such.
static void add_dataset_collections(struct home_filling *f, struct home_collection *out)
{
    bool coded = f->page.collection_count > 0;
    qsort(f->ranked, f->site.data->count, sizeof *f->ranked, by_kind_then_size);
    for (size_t i = 0; i < f->site.data->count && f->page.collection_count < COLLECTIONS_SHOWN;
         i++) {
        const struct ranked *r = &f->ranked[i];
        bool kept = r->kind <= (coded ? KIND_PREPARATIONS : KIND_CHECKLIST);
        if (r->dataset->records == 0 || !kept || (coded && r->kind == f->kind)) {
            continue;
        }
        struct holdings holdings = dataset_holdings(r->dataset);
        string_view text = json_text(json_in_arena(f->arena, r->dataset->json), "description");
        out[f->page.collection_count++] = (struct home_collection){
            .title = r->dataset->title,
            .address = dataset_path(f->arena, r->dataset->slug),
            .description = markdown_to_line(f->arena, text, EXCERPT_LENGTH),
            .subject = dataset_subject(f->arena, r->dataset),
            .kind = holdings.count == 1 ? r->kind : KIND_COUNT,
            .records = r->dataset->records,
        };
    }
}

static status fill_collections(struct home_filling *f, struct error *e)
{
    struct home_collection *out = arena_array(f->arena, struct home_collection, COLLECTIONS_SHOWN);
    if (out == NULL) {
        return no_memory(e);
    }
    f->page.collections = out;
    TRY(add_coded_collections(f, out, e));
    add_dataset_collections(f, out);
    return ST_OK;
}

// --- newest datasets -------------------------------------------------------------------------

static status fill_newest(struct home_filling *f, struct error *e)
{
    struct home_dataset *out = arena_array(f->arena, struct home_dataset, NEWEST_SHOWN);
    if (out == NULL) {
        return no_memory(e);
    }
    qsort(f->ranked, f->site.data->count, sizeof *f->ranked, by_age);
    for (size_t i = 0; i < f->site.data->count && f->page.newest_count < NEWEST_SHOWN; i++) {
        const struct dataset *d = f->ranked[i].dataset;
        const json_t *json = json_in_arena(f->arena, d->json);
        out[f->page.newest_count++] = (struct home_dataset){
            .title = d->title,
            .slug = d->slug,
            .authors = metadata_authors_line(f->arena, json, AUTHORS_SHOWN),
            .holdings = dataset_holdings(d),
            .time = view_time(&f->site.view, f->ranked[i].created),
        };
    }
    f->page.newest = out;
    return ST_OK;
}

// --- figures that searches give --------------------------------------------------------------

// How many records of the leading kind have a value of the field, and the search that lists them
// (rule C4: a count never adds kinds).
static status fill_figure(struct home_filling *f, const char *field, const char *what,
                          struct page_link *out, struct error *e)
{
    struct address state;
    uint64_t count = 0;
    bool known = false;
    TRY(has_field(f, field, NULL, 0, &known, e));
    if (!known) {
        return ST_OK;
    }
    address_init(&state, SV("/search"));
    address_add(&state, sv_from(field), SV("*"));
    keep_to_kind(f->kind, &state);
    struct error none = {0};
    status result = page_count(f->api, f->request, &f->site.view, &state, &count, &none);
    if (result != ST_OK && result != ST_INVALID) {
        return error_set(e, result, "%s", none.message);
    }
    if (count > out->count) { // ST_INVALID: no table of the kind has the field
        const struct language *language = f->site.page.language;
        string_view label =
            arena_print(f->arena, "%s %s", language_text(language, kind_name(f->kind, count)),
                        language_text(language, what));
        *out = (struct page_link){label, address_print(&state, f->arena), count};
    }
    return ST_OK;
}

// Countries by their codes, since names are spelled in many ways, and where all of them are listed.
static status fill_countries(struct home_filling *f, struct error *e)
{
    static const char *const names[] = {"countryCode", "country"};
    for (size_t i = 0; i < ARRAY_LENGTH(names) && f->page.countries.count == 0; i++) {
        struct search_facet facet;
        struct address state;
        TRY(count_values(f, names[i], 1, NULL, 0, &facet, e));
        if (facet.distinct == 0) {
            continue;
        }
        uint64_t limit = MIN(facet.distinct, (uint64_t)SEARCH_LIMIT_FACET_VALUES);
        address_init(&state, SV("/search"));
        address_add(&state, SV("facet"), sv_from(names[i]));
        address_add(&state, SV("facetLimit"),
                    arena_print(f->arena, "%llu", (unsigned long long)limit));
        f->page.countries =
            (struct page_link){sv_from(language_text(f->site.page.language, "countries")),
                               address_print(&state, f->arena), facet.distinct};
    }
    return ST_OK;
}

static status fill_figures(struct home_filling *f, struct error *e)
{
    static const char *const media[] = {"associatedMedia", "multimedia"};
    TRY(fill_figure(f, "typeStatus", "with a type status", &f->page.types, e));
    if (f->kind == KIND_SPECIMENS && f->page.types.count > 0) {
        f->page.types.label = sv_from(language_text(f->site.page.language, "type specimens"));
    }
    for (size_t i = 0; i < ARRAY_LENGTH(media); i++) {
        TRY(fill_figure(f, media[i], "with media", &f->page.with_images, e));
    }
    TRY(fill_figure(f, "decimalLatitude", "with coordinates", &f->page.with_coordinates, e));
    return fill_countries(f, e);
}

// What to try: the commonest values of some fields, the pages about them or their records.
static status fill_examples(struct home_filling *f, struct error *e)
{
    static const char *const names[] = {"genus", "country", "typeStatus"};
    struct page_link *examples = arena_array(f->arena, struct page_link, ARRAY_LENGTH(names));
    if (examples == NULL) {
        return no_memory(e);
    }
    f->page.examples = examples;
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        struct search_facet facet;
        TRY(count_values(f, names[i], 1, NULL, 0, &facet, e));
        string_view value = facet.value_count > 0 ? facet.values[0].value : SV("");
        string_view about = page_about(&f->api->people, f->arena, facet.field, value).address;
        string_view address =
            about.length > 0 ? about : search_for_value(f->arena, facet.field, value);
        string_view country = sv_equal(facet.field, SV("country"))
                                  ? language_country(f->site.page.language, value)
                                  : SV("");
        if (address.length > 0) {
            examples[f->page.example_count++] = (struct page_link){
                .label = country.length > 0 ? country : value, .address = address};
        }
    }
    return ST_OK;
}

// --- pictures --------------------------------------------------------------------------------

static status fill_pictures(struct home_filling *f, struct error *e)
{
    struct search_filling *s = arena_new(f->arena, struct search_filling);
    struct page_picture *out = arena_array(f->arena, struct page_picture, PICTURES_SHOWN);
    struct address gallery;
    if (s == NULL || out == NULL) {
        return no_memory(e);
    }
    s->api = f->api;
    s->request = f->request;
    s->arena = f->arena;
    s->site = f->site;
    address_init(&s->state, SV("/search"));
    keep_to_kind(f->kind, &s->state);
    TRY(page_search_of(s->api, s->request, &s->site.view, &s->state, &s->input, e));
    TRY(page_fields(&s->site.view, s->input.request.tables, s->input.request.table_count, false,
                    s->arena, &s->fields, e));
    TRY(page_wall(s, PICTURES_SHOWN, out, &f->page.picture_count, e));
    f->page.pictures = out;
    view_address(&s->state, VIEW_GALLERY, &gallery);
    f->page.pictures_address = address_print(&gallery, f->arena);
    return ST_OK;
}

static status fill(struct home_filling *f, struct error *e)
{
    f->page.site = &f->site.page;
    f->page.holdings = portal_holdings(f->site.data);
    f->page.datasets = f->site.data->count;
    TRY(rank_datasets(f, e));
    TRY(find_kind_tables(f, e));
    fill_kind_addresses(f);
    TRY(fill_collections(f, e));
    TRY(fill_newest(f, e));
    TRY(growth_of_kind(&f->site, f->kind, f->arena, &f->page.growth, &f->page.growth_count, e));
    f->page.growth_kind = f->kind;
    TRY(fill_figures(f, e));
    TRY(fill_pictures(f, e));
    page_use_fill(f->api, f->request, &f->site, NULL, &f->use);
    f->page.use = &f->use;
    return fill_examples(f, e);
}

static status draw(const struct api *api, struct http_request *request, const struct site *site,
                   struct buffer *out, struct error *e)
{
    struct home_filling *f = arena_new(request->arena, struct home_filling);
    if (f == NULL) {
        return no_memory(e);
    }
    f->api = api;
    f->request = request;
    f->arena = request->arena;
    f->site = *site;
    TRY(fill(f, e));
    return page_home(&f->page, f->arena, out, e);
}

status show_home(void *context, struct http_request *request, struct http_response *response,
                 struct error *e)
{
    const struct api *api = context;
    struct site site;
    bool done = false;
    string_view kept = {0};
    TRY(page_of_request(api, request, response, &site, &done, e));
    if (done) {
        return ST_OK;
    }
    site_send(&site, response, false);
    struct page_cache_key key = site_cache_key(api, &site, request, SV("/"));
    if (page_cache_find(api->pages, &key, request->arena, &kept)) {
        buffer_append_view(&response->body, kept);
        return ST_OK;
    }
    TRY(draw(api, request, &site, &response->body, e));
    if (!response->body.failed) {
        page_cache_keep(api->pages, &key, buffer_view(&response->body));
    }
    return ST_OK;
}
