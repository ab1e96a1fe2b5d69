// SPDX-License-Identifier: Apache-2.0
// Datasets, their resources and fields, as of a moment (rule A6).
#include "api/dataset_answer.h"
#include "api/project.h"
#include "api/usage_note.h"
#include "formats/json_write.h"
#include "query/near_names.h"
#include "query/search.h"

#define DATASETS_LIMIT 10000

static void write_number_member(const char *name, uint64_t value, struct buffer *out)
{
    json_write_name(out, sv_from(name));
    buffer_append_uint(out, value);
}

// A file tells the commit that brought it; the record of one that is gone has it itself.
static void write_resource(const struct resource *r, struct buffer *out)
{
    static const char *const ours[] = {"records"};
    copy_open_object(r->json, ours, ARRAY_LENGTH(ours), out);
    if (r->is_table) {
        write_number_member("records", r->records, out);
    } else if (r->file.length > 0) {
        write_number_member("commit", r->from, out);
    }
    buffer_append_byte(out, '}');
}

void write_dataset(const struct dataset *d, struct buffer *out)
{
    static const char *const ours[] = {"records", "modified", "resources"};
    copy_open_object(d->json, ours, ARRAY_LENGTH(ours), out);
    write_number_member("records", d->records, out);
    json_write_name(out, SV("modified"));
    write_version(out, d->modified_at);
    json_write_name(out, SV("resources"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < d->resource_count; i++) {
        if (i > 0) {
            buffer_append_byte(out, ',');
        }
        write_resource(&d->resources[i], out);
    }
    buffer_append_view(out, SV("]}"));
}

// Which datasets of the view a search for words gives, best first.
static status search_datasets(const struct api *api, const struct view *v,
                              const struct dataset_view *all, string_view text, struct arena *arena,
                              const struct dataset **out, size_t *count, struct error *e)
{
    struct uuid *found = NULL;
    size_t found_count = 0;
    *count = 0;
    if (!v->newest) {
        return error_set_field(e, ST_INVALID, "q",
                               "words are looked for in the newest descriptions only: leave out q "
                               "or version");
    }
    TRY(portal_fill_catalogue(api->portal, v->snapshot, e));
    TRY(catalogue_search(api->portal->catalogue, text, DATASETS_LIMIT, arena, &found, &found_count,
                         e));
    for (size_t i = 0; i < found_count; i++) {
        for (size_t k = 0; k < all->count; k++) {
            if (uuid_compare(&all->datasets[k].uuid, &found[i]) == 0 && *count < all->count) {
                out[(*count)++] = &all->datasets[k];
            }
        }
    }
    return ST_OK;
}

static status choose(const struct api *api, const struct view *v, const struct dataset_view *all,
                     struct http_request *request, const struct dataset ***out, size_t *count,
                     struct error *e)
{
    string_view text = {0};
    bool found = false;
    TRY(http_request_parameter(request, "q", &text, &found, e));
    const struct dataset **list =
        arena_array(request->arena, const struct dataset *, all->count + 1);
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the datasets");
    }
    *out = list;
    if (sv_trim(text).length > 0) {
        return search_datasets(api, v, all, text, request->arena, list, count, e);
    }
    for (size_t i = 0; i < all->count; i++) {
        list[i] = &all->datasets[i];
    }
    *count = all->count;
    return ST_OK;
}

status api_datasets(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    const struct api *api = context;
    struct view v;
    const struct dataset_view *all = NULL;
    const struct dataset **list = NULL;
    size_t count = 0;
    uint64_t limit = 0;
    uint64_t offset = 0;
    struct buffer *out = &response->body;
    TRY(view_of_request(api, request, &v, e));
    TRY(parameter_number(request, "limit", DATASETS_LIMIT, DATASETS_LIMIT, &limit, e));
    TRY(parameter_number(request, "offset", 0, INT64_MAX, &offset, e));
    TRY(portal_datasets(api->portal, v.snapshot, v.commit, request->arena, &all, e));
    TRY(choose(api, &v, all, request, &list, &count, e));
    if (view_not_modified(&v, request, response)) {
        return ST_OK;
    }
    answer_begin(&v, response);
    write_number_member("total", count, out);
    json_write_name(out, SV("datasets"));
    buffer_append_byte(out, '[');
    for (size_t i = (size_t)MIN(offset, count); i < count && i - offset < limit; i++) {
        if (i > offset) {
            buffer_append_byte(out, ',');
        }
        write_dataset(list[i], out);
    }
    buffer_append_view(out, SV("]}\n"));
    return ST_OK;
}

static status unknown_dataset(const struct dataset_view *all, string_view slug, struct error *e)
{
    struct near_names near;
    char list[NEAR_NAMES_TEXT];
    near_names_init(&near, slug);
    for (size_t i = 0; i < all->count; i++) {
        near_names_offer(&near, all->datasets[i].slug);
    }
    near_names_print(&near, list);
    near_names_release(&near);
    return error_set_field(e, ST_NOT_FOUND, "slug", "there is no dataset \"" SV_FORMAT "\"%s%s",
                           SV_ARGUMENT(sv_slice(slug, 0, 80)),
                           list[0] == '\0' ? "" : "; near it are: ", list);
}

// The commit that brought the first table of a dataset; 0 for none.
static uint32_t first_commit_of(const struct snapshot *s, string_view slug)
{
    size_t count = 0;
    const struct store_table *tables = snapshot_tables(s, &count);
    uint32_t first = 0;
    for (size_t i = 0; i < count; i++) {
        const struct store_table *t = &tables[i];
        if (sv_equal(t->dataset_slug, slug) && scope_allows(&scope_public, &t->table)) {
            first = first == 0 ? t->created : MIN(first, t->created);
        }
    }
    return first;
}

status dataset_of_request(const struct api *api, struct http_request *request, struct view *v,
                          const struct dataset **out, struct error *e)
{
    const struct dataset_view *all = NULL;
    string_view slug = http_request_capture(request, "slug");
    struct uuid uuid;
    bool by_id = uuid_from_text(slug, &uuid);
    TRY(view_of_request(api, request, v, e));
    TRY(portal_datasets(api->portal, v->snapshot, v->commit, request->arena, &all, e));
    for (size_t i = 0; i < all->count; i++) {
        const struct dataset *d = &all->datasets[i];
        if (sv_equal(d->slug, slug) || (by_id && uuid_compare(&d->uuid, &uuid) == 0)) {
            *out = d;
            return ST_OK;
        }
    }
    uint32_t first = first_commit_of(v->snapshot, slug);
    return first > v->commit ? not_here_yet("dataset", slug, view_time(v, first), e)
                             : unknown_dataset(all, slug, e);
}

status api_dataset(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    struct view v;
    const struct dataset *d = NULL;
    TRY(dataset_of_request(context, request, &v, &d, e));
    usage_note_dataset(usage_note_begin(request, USAGE_DATASET, SV("json")), request, d, 0);
    if (view_not_modified(&v, request, response)) {
        return ST_OK;
    }
    answer_begin(&v, response);
    buffer_append_view(&response->body, SV(",\"dataset\":"));
    write_dataset(d, &response->body);
    buffer_append_view(&response->body, SV("}\n"));
    return ST_OK;
}

// --- fields ----------------------------------------------------------------------------------

static void write_field(const struct search_field *f, struct buffer *out)
{
    buffer_append_view(out, SV("{\"name\":"));
    json_write_string(out, f->name);
    buffer_append_view(out, f->nested ? SV(",\"nested\":true") : SV(",\"nested\":false"));
    write_number_member("records", f->records, out);
    write_number_member("total", f->total, out);
    write_number_member("distinct", f->distinct, out);
    json_write_name(out, SV("types"));
    buffer_append_byte(out, '{');
    write_number_member("number", f->numbers, out);
    write_number_member("date", f->dates, out);
    write_number_member("boolean", f->booleans, out);
    write_number_member("text", f->texts, out);
    buffer_append_view(out, SV("}}"));
}

// The tables of a dataset, or the one that the table parameter names.
static status choose_tables(const struct http_request *request, const struct dataset *d,
                            struct uuid **out, size_t *count, struct error *e)
{
    string_view slug = {0};
    bool found = false;
    TRY(http_request_parameter(request, "table", &slug, &found, e));
    *count = 0;
    // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): dataset_of_request found it
    *out = arena_array(request->arena, struct uuid, d->resource_count + 1);
    if (*out == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the tables");
    }
    for (size_t i = 0; i < d->resource_count; i++) {
        if (d->resources[i].is_table && (!found || sv_equal(d->resources[i].slug, slug))) {
            (*out)[(*count)++] = d->resources[i].uuid;
        }
    }
    if (found && *count == 0) {
        return error_set_field(e, ST_INVALID, "table", "the dataset has no table \"" SV_FORMAT "\"",
                               SV_ARGUMENT(sv_slice(slug, 0, 80)));
    }
    return ST_OK;
}

status api_dataset_fields(void *context, struct http_request *request,
                          struct http_response *response, struct error *e)
{
    struct view v;
    const struct dataset *d = NULL;
    struct uuid *tables = NULL;
    size_t table_count = 0;
    const struct search_field *fields = NULL;
    size_t count = 0;
    struct buffer *out = &response->body;
    TRY(dataset_of_request(context, request, &v, &d, e));
    TRY(choose_tables(request, d, &tables, &table_count, e));
    if (view_not_modified(&v, request, response)) {
        return ST_OK;
    }
    if (table_count > 0) { // no tables would mean all of the portal's
        TRY(search_fields(v.snapshot, &scope_public, request->arena, tables, table_count, v.commit,
                          http_request_cancelled, request, &fields, &count, e));
    }
    answer_begin(&v, response);
    write_number_member("total", count, out);
    json_write_name(out, SV("fields"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            buffer_append_byte(out, ',');
        }
        write_field(&fields[i], out);
    }
    buffer_append_view(out, SV("]}\n"));
    return ST_OK;
}
