// SPDX-License-Identifier: Apache-2.0
// Reads the parameters, asks the register of the literature.
#include "api/publications.h"

#include "catalogue/identifiers.h"
#include "portal/literature_links.h"

#include <string.h>

uint64_t publications_state(const struct api *api)
{
    uint64_t state = 0;
    return api->literature != NULL && literature_state(api->literature, &state, NULL) == ST_OK
               ? state
               : 0;
}

// --- parameters ------------------------------------------------------------------------------

static status read_dataset(struct publications *p, string_view text, struct error *e)
{
    const struct dataset *d = dataset_find(p->site.data->datasets, p->site.data->count, text);
    char uuid[37];
    if (d == NULL) {
        return error_set_field(e, ST_NOT_FOUND, "dataset", "there is no dataset \"" SV_FORMAT "\"",
                               SV_ARGUMENT(sv_slice(text, 0, 100)));
    }
    uuid_to_text(&d->uuid, uuid);
    p->filter.dataset = arena_copy(p->arena, sv_from(uuid));
    return ST_OK;
}

static status filter_record(const struct api *api, const struct view *view,
                            const struct named_record *name, struct arena *arena,
                            struct literature_filter *filter, struct error *e)
{
    int64_t *uses = NULL;
    size_t count = 0;
    TRY(literature_record_uses(api->literature, view->snapshot, &name->table->table, name->key,
                               arena, &uses, &count, e));
    filter->record = literature_record_name(arena, &name->table->table, name->key);
    filter->uses = uses;
    filter->use_count = count;
    return ST_OK;
}

static status read_record(struct publications *p, string_view text, struct error *e)
{
    size_t slash = sv_find(text, '/');
    struct named_record name = {snapshot_table_by_slug(p->view.snapshot, sv_slice(text, 0, slash)),
                                sv_slice(text, slash + 1, SIZE_MAX)};
    if (name.table == NULL || !scope_allows(&scope_public, &name.table->table) ||
        name.key.length == 0) {
        return error_set_field(e, name.key.length == 0 ? ST_INVALID : ST_NOT_FOUND, "record",
                               "name a record as TABLE/KEY");
    }
    return filter_record(p->api, &p->view, &name, p->arena, &p->filter, e);
}

static status read_identifier(struct publications *p, string_view text, struct error *e)
{
    struct identifier one;
    string_view doi = literature_doi(p->arena, text);
    status found = doi.length > 0
                       ? identifiers_find_doi(p->api->identifiers, doi, p->arena, &one, e)
                       : identifiers_find(p->api->identifiers, text, p->arena, &one, e);
    if (found == ST_NOT_FOUND) {
        return error_set_field(e, ST_NOT_FOUND, "identifier",
                               "there is no identifier \"" SV_FORMAT "\" of this portal",
                               SV_ARGUMENT(sv_slice(text, 0, 100)));
    }
    p->filter.search = found == ST_OK ? one.id : SV("");
    return found;
}

// "2020", "2015..2020", "2015..", "..2020".
static status read_year(struct publications *p, string_view text, struct error *e)
{
    int64_t sides[2] = {0, 0};
    size_t dots = 0;
    while (dots + 1 < text.length && memcmp(text.bytes + dots, "..", 2) != 0) {
        dots++;
    }
    bool range = dots + 1 < text.length;
    string_view from = range ? sv_slice(text, 0, dots) : text;
    string_view to = range ? sv_slice(text, dots + 2, SIZE_MAX) : text;
    bool good = from.length + to.length > 0;
    good = good && (from.length == 0 || sv_to_int64(from, &sides[0]));
    good = good && (to.length == 0 || sv_to_int64(to, &sides[1]));
    for (int i = 0; i < 2; i++) {
        bool open = (i == 0 ? from : to).length == 0;
        good = good && (open || (sides[i] >= 1 && sides[i] <= 9999));
    }
    if (!good) {
        return error_set_field(e, ST_INVALID, "year", "year is one, or a range: 2015..2020");
    }
    p->filter.year_from = (int32_t)sides[0];
    p->filter.year_to = (int32_t)sides[1];
    return ST_OK;
}

static status read_grade(struct publications *p, string_view text, struct error *e)
{
    for (int i = 0; i < LITERATURE_GRADES; i++) {
        if (sv_equal(text, sv_from(literature_grade_names[i]))) {
            p->filter.by_grade = true;
            p->filter.grade = (enum literature_grade)i;
            return ST_OK;
        }
    }
    return error_set_field(e, ST_INVALID, "grade",
                           "grade is named, contained, estimated or dataset");
}

static status read_route(struct publications *p, string_view text, struct error *e)
{
    for (int i = 0; i < LITERATURE_ROUTES; i++) {
        if (sv_equal(text, sv_from(literature_route_names[i]))) {
            p->filter.by_route = true;
            p->filter.route = (enum literature_route)i;
            return ST_OK;
        }
    }
    return error_set_field(e, ST_INVALID, "route", "route is direct or gbif");
}

static status read_words(struct publications *p, string_view text, struct error *e)
{
    (void)e;
    p->filter.words = text;
    return ST_OK;
}

static status read_parameters(struct publications *p, struct http_request *request, struct error *e)
{
    static const struct {
        const char *name;
        status (*read)(struct publications *p, string_view text, struct error *e);
    } all[] = {{"dataset", read_dataset}, {"record", read_record}, {"identifier", read_identifier},
               {"year", read_year},       {"grade", read_grade},   {"route", read_route},
               {"q", read_words}};
    for (size_t i = 0; i < ARRAY_LENGTH(all); i++) {
        string_view text = {0};
        bool found = false;
        TRY(http_request_parameter(request, all[i].name, &text, &found, e));
        if (found) {
            TRY(all[i].read(p, text, e));
        }
    }
    TRY(parameter_number(request, "limit", PUBLICATIONS_SHOWN, LITERATURE_LIMIT_LIST, &p->limit,
                         e));
    return parameter_number(request, "offset", 0, INT32_MAX, &p->offset, e);
}

status publications_of_request(const struct api *api, struct http_request *request,
                               struct publications *out, struct error *e)
{
    *out = (struct publications){.api = api, .arena = request->arena};
    TRY(view_open_at(api, request, NULL, &out->view, e));
    TRY(site_open(api, request, &out->view, &out->site, e));
    TRY(read_parameters(out, request, e));
    TRY(literature_count(api->literature, &out->filter, &out->counts, e));
    return literature_list(api->literature, &out->filter, out->offset, (size_t)out->limit,
                           out->arena, &out->list, &out->count, e);
}

// --- what evidence is about --------------------------------------------------------------------

static void target_record(const struct publications *p, const struct evidence *one,
                          struct page_link *out)
{
    struct uuid uuid;
    size_t slash = sv_find(one->target, '/');
    string_view key = sv_slice(one->target, slash + 1, SIZE_MAX);
    const struct store_table *table = uuid_from_text(sv_slice(one->target, 0, slash), &uuid)
                                          ? snapshot_table_by_uuid(p->view.snapshot, &uuid)
                                          : NULL;
    out->label = one->given.length > 0 ? one->given : key;
    out->address = table == NULL ? SV("") : record_address(p->arena, table->slug, key, 0);
}

const struct dataset *publications_dataset(const struct publications *p, string_view uuid)
{
    for (size_t i = 0; i < p->site.data->count; i++) {
        char text[37];
        uuid_to_text(&p->site.data->datasets[i].uuid, text);
        if (sv_equal(uuid, sv_from(text))) {
            return &p->site.data->datasets[i];
        }
    }
    return NULL;
}

static void target_dataset(const struct publications *p, const struct evidence *one,
                           struct page_link *out)
{
    const struct dataset *d = publications_dataset(p, one->target);
    if (d != NULL) {
        *out = (struct page_link){.label = d->title, .address = dataset_path(p->arena, d->slug)};
    }
}

// "Birds of the North, 10.15468/dl.abcdef", at GBIF.
static void target_download(const struct publications *p, const struct evidence *one,
                            struct page_link *out)
{
    const struct dataset *d = publications_dataset(p, one->dataset);
    string_view key = sv_slice(one->target, 0, sv_find(one->target, '/'));
    out->address = arena_print(p->arena, "https://www.gbif.org/occurrence/download/" SV_FORMAT,
                               SV_ARGUMENT(key));
    if (d != NULL) {
        out->label = arena_print(p->arena, SV_FORMAT ", " SV_FORMAT, SV_ARGUMENT(d->title),
                                 SV_ARGUMENT(one->given));
    }
}

void publications_target(const struct publications *p, const struct evidence *one,
                         struct page_link *out)
{
    *out = (struct page_link){.label = one->given, .address = SV("")};
    if (one->kind == LITERATURE_OF_RECORD) {
        target_record(p, one, out);
    } else if (one->kind == LITERATURE_OF_DATASET) {
        target_dataset(p, one, out);
    } else if (one->kind == LITERATURE_OF_SEARCH) {
        out->address = arena_print(p->arena, "/cite/" SV_FORMAT, SV_ARGUMENT(one->target));
    } else if (one->kind == LITERATURE_OF_DOWNLOAD) {
        target_download(p, one, out);
    }
}

// --- numbers ---------------------------------------------------------------------------------

static status count_line(const struct api *api, const struct literature_filter *filter,
                         struct literature_line *out, struct error *e)
{
    struct literature_counts counts;
    TRY(literature_count(api->literature, filter, &counts, e));
    out->total = counts.total;
    out->direct = counts.direct;
    out->gbif = counts.gbif;
    out->both = counts.both;
    out->named = counts.grades[LITERATURE_NAMED];
    out->contained = counts.grades[LITERATURE_CONTAINED];
    out->estimated = counts.grades[LITERATURE_ESTIMATED];
    return ST_OK;
}

status publications_of_record(const struct api *api, const struct view *view,
                              const struct named_record *name, struct arena *arena,
                              struct literature_line *out, struct error *e)
{
    struct literature_filter filter = {.all = false};
    *out = (struct literature_line){.total = 0};
    if (publications_state(api) == 0) {
        return ST_OK;
    }
    TRY(filter_record(api, view, name, arena, &filter, e));
    out->filter = "record";
    out->value = arena_print(arena, SV_FORMAT "/" SV_FORMAT, SV_ARGUMENT(name->table->slug),
                             SV_ARGUMENT(name->key));
    return count_line(api, &filter, out, e);
}

status publications_of_dataset(const struct api *api, const struct dataset *d, struct arena *arena,
                               struct literature_line *out, struct error *e)
{
    char uuid[37];
    struct literature_filter filter = {.all = false};
    *out = (struct literature_line){.filter = "dataset", .value = d->slug};
    if (publications_state(api) == 0) {
        return ST_OK;
    }
    uuid_to_text(&d->uuid, uuid);
    filter.dataset = arena_copy(arena, sv_from(uuid));
    return count_line(api, &filter, out, e);
}

status publications_of_portal(const struct api *api, struct literature_line *out, struct error *e)
{
    const struct literature_filter filter = {.all = false};
    *out = (struct literature_line){.total = 0};
    return publications_state(api) == 0 ? ST_OK : count_line(api, &filter, out, e);
}
