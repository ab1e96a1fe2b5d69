// SPDX-License-Identifier: Apache-2.0
// Beside the table: kinds of the matches, matching datasets, and ways out of an empty result.
#include "api/pages/terms.h"
#include "api/search_page_internal.h"

#define DATASETS_SHOWN ((size_t)3)
#define DATASETS_FOUND ((size_t)200)
#define WITHOUT_SHOWN  ((size_t)8)
#define EXCERPT_LENGTH ((size_t)160)

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

static bool is_searched(const struct search_request *search, const struct uuid *table)
{
    for (size_t i = 0; i < search->table_count; i++) {
        if (uuid_compare(&search->tables[i], table) == 0) {
            return true;
        }
    }
    return search->table_count == 0;
}

// The searched tables of a dataset (NULL: of all), and among them those of a kind (KIND_COUNT + 1:
// any).
static size_t tables_of(const struct search_filling *f, const struct dataset *only, size_t kind,
                        struct uuid *out)
{
    size_t count = 0;
    for (size_t i = 0; i < f->site.data->count; i++) {
        const struct dataset *d = &f->site.data->datasets[i];
        for (size_t k = 0; k < d->resource_count && (only == NULL || only == d); k++) {
            const struct resource *r = &d->resources[k];
            bool fits = kind > KIND_COUNT || (size_t)kind_from_text(r->kind) == kind;
            if (r->is_table && fits && is_searched(&f->input.request, &r->uuid)) {
                out[count++] = r->uuid;
            }
        }
    }
    return count;
}

static status count_in(struct search_filling *f, const struct uuid *tables, size_t count,
                       uint64_t *total, struct error *e)
{
    struct search_request search = f->input.request;
    struct search_result result = {0};
    search.tables = tables;
    search.table_count = count;
    search.facet_count = 0;
    search.sort_count = 0;
    search.limit = 0;
    search.offset = 0;
    search.after = SV("");
    search.count_only = true;
    TRY(search_run(f->input.view.snapshot, &scope_public, f->request->arena, &search, &result, e));
    *total = result.total;
    return ST_OK;
}

static size_t table_total(const struct search_filling *f)
{
    size_t count = 0;
    for (size_t i = 0; i < f->site.data->count; i++) {
        count += f->site.data->datasets[i].resource_count;
    }
    return count;
}

status search_page_fill_kinds(struct search_filling *f, struct error *e)
{
    struct kind_count *kinds = arena_array(f->request->arena, struct kind_count, KIND_COUNT + 1);
    struct uuid *tables = arena_array(f->request->arena, struct uuid, table_total(f) + 1);
    uint64_t counted = 0;
    if (kinds == NULL || tables == NULL) {
        return no_memory(e);
    }
    f->page.kinds = kinds;
    for (size_t kind = 0; kind <= KIND_COUNT && counted < f->result.total; kind++) {
        size_t count = tables_of(f, NULL, kind, tables);
        uint64_t total = 0;
        if (count > 0) {
            TRY(count_in(f, tables, count, &total, e));
        }
        if (total > 0) {
            kinds[f->page.kind_count++] = (struct kind_count){(enum record_kind)kind, total};
            counted += total;
        }
    }
    return ST_OK;
}

// --- datasets
// ---------------------------------------------------------------------------------------------

static const struct dataset *find_dataset(const struct search_filling *f, const struct uuid *uuid)
{
    for (size_t i = 0; i < f->site.data->count; i++) {
        if (uuid_compare(&f->site.data->datasets[i].uuid, uuid) == 0) {
            return &f->site.data->datasets[i];
        }
    }
    return NULL;
}

static status fill_dataset(struct search_filling *f, const struct dataset *d,
                           struct matching_dataset *out, struct error *e)
{
    struct arena *arena = f->request->arena;
    const json_t *json = json_in_arena(arena, d->json);
    struct uuid *tables = arena_array(arena, struct uuid, d->resource_count + 1);
    if (tables == NULL) {
        return no_memory(e);
    }
    *out = (struct matching_dataset){
        .title = d->title,
        .slug = d->slug,
        .authors = author_names(arena, json),
        .excerpt = excerpt(arena, json_text(json, "description"), EXCERPT_LENGTH),
        .kind = dataset_kind(d),
        .records = d->records,
    };
    size_t count = tables_of(f, d, KIND_COUNT + 1, tables);
    return count == 0 ? ST_OK : count_in(f, tables, count, &out->matching, e);
}

// Of the newest version only: the catalogue keeps no older one.
status search_page_fill_datasets(struct search_filling *f, struct error *e)
{
    string_view words = address_value(&f->state, SV("q"));
    struct uuid *found = NULL;
    size_t count = 0;
    if (sv_trim(words).length == 0 || !f->input.view.newest) {
        return ST_OK;
    }
    TRY(portal_fill_catalogue(f->api->portal, f->input.view.snapshot, e));
    TRY(catalogue_search(f->api->portal->catalogue, words, DATASETS_FOUND, f->request->arena,
                         &found, &count, e));
    struct matching_dataset *list =
        arena_array(f->request->arena, struct matching_dataset, DATASETS_SHOWN);
    if (list == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        const struct dataset *d = find_dataset(f, &found[i]);
        f->page.dataset_total += d != NULL;
        if (d != NULL && f->page.dataset_count < DATASETS_SHOWN) {
            TRY(fill_dataset(f, d, &list[f->page.dataset_count], e));
            f->page.dataset_count++;
        }
    }
    struct address all;
    address_init(&all, SV("/datasets"));
    address_add(&all, SV("q"), words);
    f->page.datasets = list;
    f->page.datasets_address = address_print(&all, f->request->arena);
    return ST_OK;
}

// --- nothing found
// ----------------------------------------------------------------------------------------

static bool is_filter(string_view name)
{
    static const char *const dataset_or_table[] = {"dataset", "table"};
    for (size_t i = 0; i < ARRAY_LENGTH(dataset_or_table); i++) {
        if (sv_equal(name, sv_from(dataset_or_table[i]))) {
            return true;
        }
    }
    for (size_t i = 0; i < search_parameter_count; i++) {
        if (sv_equal(name, sv_from(search_parameters[i]))) {
            return false;
        }
    }
    return true;
}

// Counts the search without one pair of its state.
static status count_without(struct search_filling *f, const struct address_pair *pair,
                            struct search_alternative *out, struct error *e)
{
    struct arena *arena = f->request->arena;
    struct address *left = arena_new(arena, struct address);
    struct http_parameter *kept = arena_array(arena, struct http_parameter, f->state.count);
    if (left == NULL || kept == NULL) {
        return no_memory(e);
    }
    *left = f->state;
    address_remove_pair(left, pair->name, pair->value);
    address_remove(left, SV("offset"));
    address_remove(left, SV("after"));
    for (size_t i = 0; i < left->count; i++) {
        kept[i] = (struct http_parameter){left->pairs[i].name, left->pairs[i].value};
    }
    TRY(count_matches(f->api, f->request, kept, left->count, &out->total, e));
    string_view field =
        sv_starts_with(pair->name, SV("field.")) ? sv_slice(pair->name, 6, SIZE_MAX) : pair->name;
    string_view label = sv_equal(field, SV("q")) ? SV("Words") : term_label(arena, field);
    out->label = arena_print(arena, SV_FORMAT ": " SV_FORMAT, SV_ARGUMENT(label),
                             SV_ARGUMENT(sv_slice(pair->value, 0, 200)));
    out->address = address_print(left, arena);
    return ST_OK;
}

status search_page_fill_without(struct search_filling *f, struct error *e)
{
    struct search_alternative *list =
        arena_array(f->request->arena, struct search_alternative, WITHOUT_SHOWN);
    if (list == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < f->state.count && f->page.without_count < WITHOUT_SHOWN; i++) {
        const struct address_pair *pair = &f->state.pairs[i];
        struct search_alternative *one = &list[f->page.without_count];
        if (is_filter(pair->name)) {
            TRY(count_without(f, pair, one, e));
            f->page.without_count += one->total > 0;
        }
    }
    f->page.without = list;
    return ST_OK;
}
