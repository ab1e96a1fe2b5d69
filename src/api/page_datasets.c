// SPDX-License-Identifier: Apache-2.0
// Fills the list of datasets: words, filters by what their descriptions say, with counts.
#include "api/page_markdown.h"
#include "api/page_site.h"
#include "api/page_text.h"
#include "api/pages/language.h"
#include "api/pages/layout.h"
#include "api/project.h"
#include "base/fold.h"

#include <stdlib.h>

#define ROWS_NORMAL    20
#define ROWS_LIMIT     200
#define FOUND_LIMIT    ((size_t)10000)
#define EXCERPT_LENGTH ((size_t)200)
#define AUTHORS_SHOWN  ((size_t)6)
#define VALUES_SHOWN   ((size_t)12) // of a facet, and those chosen

// The properties that the list can be narrowed by; a dataset may have several values of one.
enum property {
    BY_KIND,
    BY_CATEGORY,
    BY_LICENCE,
    BY_AUTHOR,
    BY_TAG,
    BY_FORMAT,
    BY_FREQUENCY,
    PROPERTY_COUNT,
};
static const char *const property_names[PROPERTY_COUNT] = {"kind", "category", "licence",  "author",
                                                           "tag",  "format",   "frequency"};
static const char *const property_labels[PROPERTY_COUNT] = {"Kind", "Category", "Licence", "Author",
                                                            "Tag",  "Format",   "Updated"};

struct values {
    const string_view *list;
    size_t count;
};

struct listed {
    const struct dataset *dataset;
    struct values properties[PROPERTY_COUNT];
    size_t rank; // among the matches of words
};

struct datasets_filling {
    const struct api *api;
    struct http_request *request;
    struct site site;
    struct address state;
    struct listed *all;
    size_t all_count;
    struct listed *kept;
    size_t kept_count;
    struct datasets_page page;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

// --- what a dataset says ---------------------------------------------------------------------

// The members that count here, without reading the whole record: the list looks at every dataset.
static const json_t *said(struct arena *arena, const struct dataset *d)
{
    const string_view fields[] = {SV("licence"), SV("authors.name"), SV("tags"),
                                  SV("updateFrequency")};
    struct buffer part;
    buffer_init(&part, (size_t)1 << 20);
    project_record(d->json, fields, ARRAY_LENGTH(fields), &part);
    const json_t *json = part.failed ? NULL : json_in_arena(arena, buffer_view(&part));
    buffer_release(&part);
    return json;
}

static struct values one_value(struct arena *arena, string_view value)
{
    string_view *list = arena_new(arena, string_view);
    if (list == NULL || value.length == 0) {
        return (struct values){NULL, 0};
    }
    *list = value;
    return (struct values){list, 1};
}

static bool is_among(const string_view *list, size_t count, string_view value)
{
    for (size_t i = 0; i < count; i++) {
        if (sv_equal(list[i], value)) {
            return true;
        }
    }
    return false;
}

// The texts of an array, each once: its strings, or a member of its objects.
static struct values text_values(struct arena *arena, const json_t *array, const char *name)
{
    string_view *list = arena_array(arena, string_view, json_array_size(array) + 1);
    size_t count = 0;
    for (size_t i = 0; list != NULL && i < json_array_size(array); i++) {
        const json_t *item = json_array_get(array, i);
        string_view text = name != NULL ? json_text(item, name)
                           : json_is_string(item)
                               ? (string_view){json_string_value(item), json_string_length(item)}
                               : SV("");
        if (text.length > 0 && !is_among(list, count, text)) {
            list[count++] = text;
        }
    }
    return (struct values){list, count};
}

// "records" of tables, media types of files.
static struct values format_values(struct arena *arena, const struct dataset *d)
{
    string_view *list = arena_array(arena, string_view, d->resource_count + 1);
    size_t count = 0;
    for (size_t i = 0; list != NULL && i < d->resource_count; i++) {
        const struct resource *r = &d->resources[i];
        string_view format =
            r->is_table ? SV("records") : json_text(json_in_arena(arena, r->json), "mediaType");
        if (format.length > 0 && !is_among(list, count, format)) {
            list[count++] = format;
        }
    }
    return (struct values){list, count};
}

static void describe(struct datasets_filling *f, const struct dataset *d, size_t rank)
{
    struct arena *arena = f->request->arena;
    struct listed *one = &f->all[f->all_count++];
    const json_t *json = said(arena, d);
    string_view address = {0};
    one->dataset = d;
    one->rank = rank;
    one->properties[BY_KIND] = one_value(arena, kind_text(dataset_kind(d)));
    one->properties[BY_CATEGORY] = one_value(arena, d->category);
    one->properties[BY_LICENCE] =
        one_value(arena, licence_label(arena, json_text(json, "licence"), &address));
    one->properties[BY_AUTHOR] = text_values(arena, json_object_get(json, "authors"), "name");
    one->properties[BY_TAG] = text_values(arena, json_object_get(json, "tags"), NULL);
    one->properties[BY_FORMAT] = format_values(arena, d);
    one->properties[BY_FREQUENCY] = one_value(arena, json_text(json, "updateFrequency"));
}

static string_view first_value(const struct values *values)
{
    return values->count > 0 ? values->list[0] : SV("");
}

// All datasets, or those whose description holds the words, best first.
static status find(struct datasets_filling *f, struct error *e)
{
    const struct dataset_view *data = f->site.data;
    string_view words = sv_trim(address_value(&f->state, SV("q")));
    struct uuid *found = NULL;
    size_t count = 0;
    f->all = arena_array(f->request->arena, struct listed, data->count + 1);
    f->kept = arena_array(f->request->arena, struct listed, data->count + 1);
    if (f->all == NULL || f->kept == NULL) {
        return no_memory(e);
    }
    if (words.length > 0) {
        TRY(portal_fill_catalogue(f->api->portal, f->site.view.snapshot, e));
        TRY(catalogue_search(f->api->portal->catalogue, words, FOUND_LIMIT, f->request->arena,
                             &found, &count, e));
    }
    for (size_t i = 0; i < data->count; i++) {
        size_t rank = 0;
        while (rank < count && uuid_compare(&found[rank], &data->datasets[i].uuid) != 0) {
            rank++;
        }
        if (words.length == 0 || rank < count) {
            describe(f, &data->datasets[i], rank);
        }
    }
    return ST_OK;
}

static bool has_asked(const struct datasets_filling *f, string_view name,
                      const struct values *values)
{
    for (size_t i = 0; i < values->count; i++) {
        if (address_has(&f->state, name, values->list[i])) {
            return true;
        }
    }
    return false;
}

static bool passes_filter(const struct datasets_filling *f, const struct listed *one,
                          enum property property)
{
    string_view name = sv_from(property_names[property]);
    bool asked = address_value(&f->state, name).length > 0;
    return !asked || has_asked(f, name, &one->properties[property]);
}

// Whether the dataset passes the filters of all properties but one.
static bool passes_others(const struct datasets_filling *f, const struct listed *one,
                          enum property but)
{
    for (size_t i = 0; i < PROPERTY_COUNT; i++) {
        enum property property = (enum property)i;
        if (property != but && !passes_filter(f, one, property)) {
            return false;
        }
    }
    return true;
}

static bool passes(const struct datasets_filling *f, const struct listed *one)
{
    return passes_filter(f, one, BY_KIND) && passes_others(f, one, BY_KIND);
}

static int by_title(const void *a, const void *b)
{
    const struct dataset *x = ((const struct listed *)a)->dataset;
    const struct dataset *y = ((const struct listed *)b)->dataset;
    int order = fold_compare(x->title, y->title);
    return order != 0 ? order : sv_compare(x->slug, y->slug);
}

static int by_rank(const void *a, const void *b)
{
    size_t x = ((const struct listed *)a)->rank;
    size_t y = ((const struct listed *)b)->rank;
    return x != y ? (x < y ? -1 : 1) : by_title(a, b);
}

static int by_records(const void *a, const void *b)
{
    uint64_t x = ((const struct listed *)a)->dataset->records;
    uint64_t y = ((const struct listed *)b)->dataset->records;
    return x != y ? (x < y ? 1 : -1) : by_title(a, b);
}

static int by_change(const void *a, const void *b)
{
    moment x = ((const struct listed *)a)->dataset->modified_at;
    moment y = ((const struct listed *)b)->dataset->modified_at;
    return x != y ? (x < y ? 1 : -1) : by_title(a, b);
}

static status sort(struct datasets_filling *f, struct error *e)
{
    static const struct {
        const char *name;
        int (*compare)(const void *, const void *);
    } orders[] = {
        {"", by_rank}, {"title", by_title}, {"-records", by_records}, {"-modified", by_change}};
    string_view asked = address_value(&f->state, SV("sort"));
    for (size_t i = 0; i < ARRAY_LENGTH(orders); i++) {
        if (sv_equal(asked, sv_from(orders[i].name))) {
            qsort(f->kept, f->kept_count, sizeof *f->kept, orders[i].compare);
            return ST_OK;
        }
    }
    return error_set_field(e, ST_INVALID, "sort", "sort is one of title, -records and -modified");
}

// --- facets ----------------------------------------------------------------------------------

static int by_count(const void *a, const void *b)
{
    const struct facet_value *x = a;
    const struct facet_value *y = b;
    return x->count != y->count ? (x->count < y->count ? 1 : -1) : sv_compare(x->value, y->value);
}

// "Index lots" for "index lots".
static string_view kind_label(struct arena *arena, const struct language *language,
                              string_view kind)
{
    if (language != NULL) {
        return sv_from(language_text(language, kind_name(kind_from_text(kind), 2)));
    }
    char first = (char)(kind.bytes[0] - ('a' - 'A'));
    return arena_print(arena, "%c" SV_FORMAT, first, SV_ARGUMENT(sv_slice(kind, 1, SIZE_MAX)));
}

static void count_value(struct datasets_filling *f, enum property property, string_view value,
                        struct facet_value *values, struct facet_panel *panel)
{
    size_t at = 0;
    while (at < panel->value_count && !sv_equal(values[at].value, value)) {
        at++;
    }
    if (at == panel->value_count) {
        values[panel->value_count++] = (struct facet_value){
            .value = value,
            .label =
                property == BY_KIND ? kind_label(f->request->arena, f->site.page.language, value)
                : property == BY_FREQUENCY ? update_frequency_words(f->site.page.language, value)
                                           : value,
            .chosen = address_has(&f->state, panel->field, value)};
    }
    values[at].count++;
}

// The commonest values and those chosen; or all, where more are asked for.
static void cut_facet(const struct datasets_filling *f, struct facet_value *values,
                      struct facet_panel *panel)
{
    size_t kept = 0;
    bool more = panel->value_count > VALUES_SHOWN;
    panel->more_shown = more && address_value(&f->state, SV("facetLimit")).length > 0;
    panel->more = more && !panel->more_shown;
    for (size_t i = 0; i < panel->value_count; i++) {
        if (i < VALUES_SHOWN || values[i].chosen || panel->more_shown) {
            values[kept++] = values[i];
        } else {
            panel->other += values[i].count;
        }
    }
    panel->value_count = kept;
}

static status fill_facet(struct datasets_filling *f, enum property property,
                         struct facet_panel *panel, struct error *e)
{
    size_t room = 1;
    for (size_t i = 0; i < f->all_count; i++) {
        room += f->all[i].properties[property].count;
    }
    struct facet_value *values = arena_array(f->request->arena, struct facet_value, room);
    if (values == NULL) {
        return no_memory(e);
    }
    string_view name = sv_from(property_names[property]);
    *panel = (struct facet_panel){
        .field = name,
        .parameter = name,
        .label = sv_from(language_text(f->site.page.language, property_labels[property])),
        .values = values};
    for (size_t i = 0; i < f->all_count; i++) {
        const struct values *of = &f->all[i].properties[property];
        if (!passes_others(f, &f->all[i], property)) {
            continue;
        }
        panel->missing += of->count == 0;
        for (size_t k = 0; k < of->count; k++) {
            count_value(f, property, of->list[k], values, panel);
        }
    }
    qsort(values, panel->value_count, sizeof *values, by_count);
    cut_facet(f, values, panel);
    return ST_OK;
}

static void fill_row(struct datasets_filling *f, const struct listed *one, struct datasets_row *row)
{
    struct arena *arena = f->request->arena;
    const json_t *json = json_in_arena(arena, one->dataset->json);
    *row = (struct datasets_row){
        .title = one->dataset->title,
        .slug = one->dataset->slug,
        .authors = metadata_authors_line(arena, json, AUTHORS_SHOWN),
        .excerpt = markdown_to_line(arena, json_text(json, "description"), EXCERPT_LENGTH),
        .licence = first_value(&one->properties[BY_LICENCE]),
        .category = first_value(&one->properties[BY_CATEGORY]),
        .kind = dataset_kind(one->dataset),
        .holdings = dataset_holdings(one->dataset),
        .time = one->dataset->modified_at,
    };
}

static status fill(struct datasets_filling *f, struct error *e)
{
    struct facet_panel *panels = arena_array(f->request->arena, struct facet_panel, PROPERTY_COUNT);
    struct datasets_row *rows = arena_array(f->request->arena, struct datasets_row, ROWS_LIMIT);
    if (panels == NULL || rows == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < PROPERTY_COUNT; i++) {
        TRY(fill_facet(f, (enum property)i, &panels[i], e));
    }
    for (size_t i = 0; i < f->all_count; i++) {
        if (passes(f, &f->all[i])) {
            f->kept[f->kept_count++] = f->all[i];
        }
    }
    TRY(sort(f, e));
    for (uint64_t i = f->page.offset; i < f->kept_count && f->page.row_count < f->page.limit; i++) {
        fill_row(f, &f->kept[i], &rows[f->page.row_count++]);
    }
    f->page.facets = panels;
    f->page.facet_count = PROPERTY_COUNT;
    f->page.rows = rows;
    f->page.total = f->kept_count;
    return ST_OK;
}

status show_datasets(void *context, struct http_request *request, struct http_response *response,
                     struct error *e)
{
    struct datasets_filling *f = arena_new(request->arena, struct datasets_filling);
    bool done = false;
    if (f == NULL) {
        return no_memory(e);
    }
    f->api = context;
    f->request = request;
    TRY(page_of_request(f->api, request, response, &f->site, &done, e));
    if (done) {
        return ST_OK;
    }
    address_init(&f->state, SV("/datasets"));
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        address_add(&f->state, request->target.parameters[i].name,
                    request->target.parameters[i].value);
    }
    TRY(parameter_number(request, "offset", 0, INT64_MAX, &f->page.offset, e));
    TRY(parameter_number(request, "limit", ROWS_NORMAL, ROWS_LIMIT, &f->page.limit, e));
    TRY(find(f, e));
    TRY(fill(f, e));
    f->page.site = &f->site.page;
    f->page.state = &f->state;
    site_send(&f->site, response, f->state.count > 0);
    return page_datasets(&f->page, request->arena, &response->body, e);
}
