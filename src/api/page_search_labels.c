// SPDX-License-Identifier: Apache-2.0
// Words for what the search page's filters name by codes: titles of datasets and tables, names of
// collections.
#include "api/page_search_internal.h"
#include "base/fold.h"

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

string_view search_page_label(const struct search_filling *f, string_view parameter,
                              string_view value)
{
    if (sv_equal(parameter, SV("dataset"))) {
        return dataset_title(f, value);
    }
    if (sv_equal(parameter, SV("table"))) {
        return table_title(f, value);
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
        string_view value = pair->value;
        (void)query_value_text(pair->value, &value);
        string_view label = search_page_label(f, pair->name, value);
        if (label.length > 0) {
            labels[f->page.label_count++] = (struct value_label){pair->name, pair->value, label};
        }
    }
    f->page.labels = labels;
    return ST_OK;
}
