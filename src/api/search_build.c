// SPDX-License-Identifier: Apache-2.0
// Collects the parts of a search.
#include "api/search_build.h"

#include "portal/metadata_json.h"
#include "query/near_names.h"

struct search_builder *search_builder_create(struct arena *arena, struct search_input *input)
{
    struct search_builder *b = arena_new(arena, struct search_builder);
    if (b == NULL) {
        return NULL;
    }
    b->arena = arena;
    b->input = input;
    b->tables = arena_array(arena, struct uuid, SEARCH_INPUT_TABLES);
    return b->tables == NULL ? NULL : b;
}

static status too_many(struct error *e, const char *place, const char *what, size_t most)
{
    return error_set_field(e, ST_INVALID, place, "%s: at most %zu %s", place, most, what);
}

static status add_uuid(struct search_builder *b, const struct uuid *table, const char *place,
                       struct error *e)
{
    struct search_request *request = &b->input->request;
    for (size_t i = 0; i < request->table_count; i++) {
        if (uuid_compare(&b->tables[i], table) == 0) {
            return ST_OK;
        }
    }
    if (request->table_count == SEARCH_INPUT_TABLES) {
        return too_many(e, place, "tables", SEARCH_INPUT_TABLES);
    }
    b->tables[request->table_count++] = *table;
    return ST_OK;
}

static bool visible(const struct search_builder *b, const struct store_table *table)
{
    return table->created <= b->input->view.commit && scope_allows(&scope_public, &table->table);
}

// A name that nothing has, with the names most like it.
static status unknown(struct search_builder *b, bool datasets, string_view name, const char *place,
                      struct error *e)
{
    size_t count = 0;
    const struct store_table *tables = snapshot_tables(b->input->view.snapshot, &count);
    struct near_names near;
    char list[NEAR_NAMES_TEXT];
    near_names_init(&near, name);
    for (size_t i = 0; i < count; i++) {
        if (visible(b, &tables[i])) {
            near_names_offer(&near, datasets ? tables[i].dataset_slug : tables[i].slug);
        }
    }
    near_names_print(&near, list);
    near_names_release(&near);
    return error_set_field(e, ST_INVALID, place, "%s: there is no %s \"" SV_FORMAT "\"%s%s", place,
                           datasets ? "dataset" : "table", SV_ARGUMENT(sv_slice(name, 0, 80)),
                           list[0] == '\0' ? "" : "; near it are: ", list);
}

static status add_tables(struct search_builder *b, bool datasets, string_view name,
                         const char *place, struct error *e)
{
    size_t count = 0;
    const struct store_table *tables = snapshot_tables(b->input->view.snapshot, &count);
    struct uuid uuid;
    bool by_id = uuid_from_text(name, &uuid);
    bool found = false;
    b->narrowed = true;
    for (size_t i = 0; i < count; i++) {
        const struct store_table *t = &tables[i];
        bool named = sv_equal(datasets ? t->dataset_slug : t->slug, name) ||
                     (by_id && uuid_compare(datasets ? &t->dataset : &t->table, &uuid) == 0);
        if (named && visible(b, t)) {
            found = true;
            TRY(add_uuid(b, &t->table, place, e));
        }
    }
    return found ? ST_OK : unknown(b, datasets, name, place, e);
}

status search_add_dataset(struct search_builder *b, string_view name, const char *place,
                          struct error *e)
{
    return add_tables(b, true, name, place, e);
}

status search_add_table(struct search_builder *b, string_view name, const char *place,
                        struct error *e)
{
    return add_tables(b, false, name, place, e);
}

static status check_name(string_view name, const char *place, struct error *e)
{
    if (name.length == 0) {
        return error_set_field(e, ST_INVALID, place, "%s: a field's name is missing", place);
    }
    return ST_OK;
}

status search_add_sort(struct search_builder *b, string_view text, const char *place,
                       struct error *e)
{
    struct search_request *request = &b->input->request;
    bool descending = sv_starts_with(text, SV("-"));
    string_view field = descending ? sv_slice(text, 1, SIZE_MAX) : text;
    TRY(check_name(field, place, e));
    if (request->sort_count == SEARCH_LIMIT_SORTS) {
        return too_many(e, place, "fields to sort by", SEARCH_LIMIT_SORTS);
    }
    b->sorts[request->sort_count++] = (struct search_sort){field, descending};
    return ST_OK;
}

status search_add_facet(struct search_builder *b, string_view field, const char *place,
                        struct error *e)
{
    struct search_request *request = &b->input->request;
    TRY(check_name(field, place, e));
    if (request->facet_count == SEARCH_LIMIT_FACETS) {
        return too_many(e, place, "facets", SEARCH_LIMIT_FACETS);
    }
    b->facets[request->facet_count++].field = field;
    return ST_OK;
}

status search_add_field(struct search_builder *b, string_view field, const char *place,
                        struct error *e)
{
    TRY(check_name(field, place, e));
    if (b->input->field_count == SEARCH_INPUT_FIELDS) {
        return too_many(e, place, "fields", SEARCH_INPUT_FIELDS);
    }
    b->fields[b->input->field_count++] = field;
    return ST_OK;
}

status search_add_kind(struct search_builder *b, string_view name, const char *place,
                       struct error *e)
{
    struct error inner = {0};
    if (metadata_check_kind(name, &inner) != ST_OK) {
        return error_set_field(e, ST_INVALID, place, "%s", inner.message);
    }
    if (b->kind_count == SEARCH_KINDS) {
        return too_many(e, place, "kinds", SEARCH_KINDS);
    }
    b->kinds[b->kind_count++] = name;
    return ST_OK;
}

static bool of_asked_kind(const struct search_builder *b, const struct resource *resource)
{
    for (size_t i = 0; resource != NULL && i < b->kind_count; i++) {
        if (sv_equal(resource->kind, b->kinds[i])) {
            return true;
        }
    }
    return false;
}

// All tables that may be searched, where none were named.
static status add_all_tables(struct search_builder *b, const char *place, struct error *e)
{
    size_t count = 0;
    const struct store_table *tables = snapshot_tables(b->input->view.snapshot, &count);
    for (size_t i = 0; i < count; i++) {
        if (visible(b, &tables[i])) {
            TRY(add_uuid(b, &tables[i].table, place, e));
        }
    }
    return ST_OK;
}

// Of the tables named, or of all, those of the kinds asked, at the moment asked.
static status keep_kinds(struct search_builder *b, const struct api *api, const char *place,
                         struct error *e)
{
    struct search_request *request = &b->input->request;
    const struct view *v = &b->input->view;
    const struct dataset_view *data = NULL;
    if (b->kind_count == 0) {
        return ST_OK;
    }
    if (!b->narrowed) {
        TRY(add_all_tables(b, place, e));
    }
    TRY(portal_datasets(api->portal, v->snapshot, v->commit, b->arena, &data, e));
    size_t kept = 0;
    for (size_t i = 0; i < request->table_count; i++) {
        const struct dataset *dataset = NULL;
        if (of_asked_kind(b, dataset_view_resource(data, &b->tables[i], &dataset))) {
            b->tables[kept++] = b->tables[i];
        }
    }
    request->table_count = kept;
    return kept > 0 ? ST_OK
                    : error_set_field(e, ST_INVALID, place,
                                      "%s: of the tables that would be searched none is of kind "
                                      "\"" SV_FORMAT "\"",
                                      place, SV_ARGUMENT(b->kinds[0]));
}

void search_input_budget(struct http_request *request, uint64_t milliseconds)
{
    uint64_t until = clock_ticks() + milliseconds * 1000000;
    if (milliseconds > 0 && (request->deadline == 0 || until < request->deadline)) {
        request->deadline = until;
        request->budget = milliseconds;
    }
}

status search_builder_finish(struct search_builder *b, const struct api *api,
                             const struct search_facet_request *facet, const char *kinds_place,
                             struct error *e)
{
    struct search_input *input = b->input;
    TRY(keep_kinds(b, api, kinds_place, e));
    for (size_t i = 0; i < input->request.facet_count; i++) {
        if (b->facets[i].limit == 0) {
            string_view field = b->facets[i].field;
            b->facets[i] = *facet;
            b->facets[i].field = field;
        }
    }
    input->request.commit = input->view.commit;
    input->request.tables = b->tables;
    input->request.facets = b->facets;
    input->request.sorts = b->sorts;
    input->fields = b->fields;
    if (input->request.sort_count > 0) {
        TRY(search_input_by_kind(api, b->arena, input, e));
    }
    if (input->field_count == 0) {
        return ST_OK;
    }
    return search_spellings(input->view.snapshot, &scope_public, b->arena, &input->request,
                            b->fields, input->field_count, &input->fields, &input->field_count, e);
}
