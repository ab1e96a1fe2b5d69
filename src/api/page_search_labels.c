// SPDX-License-Identifier: Apache-2.0
// Words for what the search page's filters name by codes: titles of datasets and tables, names of
// collections.
#include "api/page_about.h"
#include "api/page_search_internal.h"
#include "api/page_text.h"
#include "api/pages/filters.h"
#include "api/pages/language.h"
#include "api/pages/layout.h"
#include "api/query_words.h"
#include "base/fold.h"
#include "query/query_parameter_terms.h"

static string_view dataset_title(const struct search_filling *f, string_view name)
{
    const struct dataset *d = dataset_find(f->site.data->datasets, f->site.data->count, name);
    return d == NULL ? SV("") : d->title;
}

static string_view table_title(const struct search_filling *f, string_view name)
{
    for (size_t i = 0; i < f->site.data->count; i++) {
        const struct dataset *d = &f->site.data->datasets[i];
        for (size_t k = 0; k < d->resource_count; k++) {
            const struct resource *r = &d->resources[k];
            if (r->is_table && sv_equal(r->slug, name)) {
                bool titled = r->title.length > 0 && !sv_equal(r->title, r->slug);
                return titled ? r->title : d->title;
            }
        }
    }
    return SV("");
}

// What a term of the JSON form says, in words.
static string_view term_in_words(const struct search_filling *f, const struct address_pair *pair)
{
    const struct query_parameter parameter = {pair->name, pair->value};
    const struct query *query = NULL;
    struct error ignored = {0};
    if (query_from_parameters(f->arena, &parameter, 1, NULL, 0, &query, &ignored) != ST_OK) {
        return SV(""); // the search itself says what is wrong
    }
    const struct query *plain = query;
    if (query_normalise(f->arena, query, &plain, &ignored) != ST_OK) {
        plain = query;
    }
    return query_words(f->arena, f->site.page.language, plain);
}

string_view search_page_country(const struct search_filling *f, string_view field,
                                string_view value)
{
    bool code = sv_equal(field, SV("countryCode"));
    if (!code && !sv_equal(field, SV("country"))) {
        return SV("");
    }
    string_view country = language_country(f->site.page.language, value);
    return code && country.length > 0 ? arena_print(f->arena, SV_FORMAT " · " SV_FORMAT,
                                                    SV_ARGUMENT(country), SV_ARGUMENT(value))
                                      : country;
}

string_view search_page_label(const struct search_filling *f, string_view parameter,
                              string_view value)
{
    if (sv_equal(parameter, SV("dataset"))) {
        return dataset_title(f, value);
    }
    if (sv_equal(parameter, SV("table"))) {
        return table_title(f, value);
    }
    const struct language *language = f->site.page.language;
    if (language != NULL && sv_equal(parameter, SV("kind")) &&
        kind_from_text(value) != KIND_COUNT) {
        return sv_from(language_text(language, kind_name(kind_from_text(value), 2)));
    }
    string_view country = search_page_country(f, parameter, value);
    if (country.length > 0) {
        return country;
    }
    if (!sv_equal(parameter, SV("collectionCode"))) {
        return SV("");
    }
    const json_t *list = json_object_get(f->portal, "collections");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *collection = json_array_get(list, i);
        string_view name = json_text(collection, "name");
        if (name.length > 0 && fold_case_equal(json_text(collection, "code"), value)) {
            return arena_print(f->arena, SV_FORMAT " · " SV_FORMAT, SV_ARGUMENT(name),
                               SV_ARGUMENT(value));
        }
    }
    return SV("");
}

status search_page_fill_labels(struct search_filling *f, struct error *e)
{
    struct value_label *labels = arena_array(f->arena, struct value_label, f->state.count + 1);
    if (labels == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < f->state.count; i++) {
        const struct address_pair *pair = &f->state.pairs[i];
        string_view value =
            filter_leaves_out(pair->value) ? sv_slice(pair->value, 1, SIZE_MAX) : pair->value;
        (void)query_value_text(value, &value);
        string_view label = query_parameter_is_json(pair->name)
                                ? term_in_words(f, pair)
                                : search_page_label(f, pair->name, value);
        if (label.length > 0) {
            labels[f->page.label_count++] = (struct value_label){pair->name, pair->value, label};
        }
    }
    f->page.labels = labels;
    return ST_OK;
}

// --- pages about filters ---------------------------------------------------------------------

// The field and value of a parameter that asks for one value, or for one name in lists.
static bool one_value(const struct address_pair *pair, string_view *field, string_view *value)
{
    if (sv_equal(pair->name, PART_PARAMETER)) {
        size_t colon = sv_find(pair->value, ':');
        *field = sv_slice(pair->value, 0, colon);
        *value = sv_trim(sv_slice(pair->value, colon + 1, SIZE_MAX));
        return field_names_people(*field) && value->length > 0;
    }
    *field = field_of_parameter(pair->name);
    return query_value_text(pair->value, value);
}

status search_page_fill_about(struct search_filling *f, struct error *e)
{
    struct page_link *list = arena_array(f->arena, struct page_link, ABOUT_MOST);
    if (list == NULL) {
        return search_page_no_memory(e);
    }
    f->page.about = list;
    for (size_t i = 0; i < f->state.count && f->page.about_count < ABOUT_MOST; i++) {
        string_view field;
        string_view value;
        if (!one_value(&f->state.pairs[i], &field, &value)) {
            continue;
        }
        struct page_link link = page_about(&f->api->people, f->arena, field, value);
        string_view country = search_page_country(f, field, value);
        link.label = country.length > 0 ? country : link.label;
        if (link.address.length > 0 || field_names_people(field)) { // else several people, perhaps
            list[f->page.about_count++] = link;
        }
    }
    return ST_OK;
}
