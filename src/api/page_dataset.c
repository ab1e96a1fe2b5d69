// SPDX-License-Identifier: Apache-2.0
// Fills the page of a dataset as of a moment (rule A6).
#include "api/commit_list.h"
#include "api/dataset_answer.h"
#include "api/page_fields.h"
#include "api/page_markdown.h"
#include "api/page_site.h"
#include "api/page_values.h"

#define COMMITS_SHOWN   ((size_t)20)
#define EXAMPLE_RECORDS ((size_t)20)
#define EXAMPLE_LENGTH  ((size_t)80)
#define DESCRIPTION     ((size_t)280)

struct dataset_filling {
    const struct api *api;
    struct http_request *request;
    struct arena *arena;
    struct view view;
    struct site site;
    const struct dataset *dataset;
    const json_t *json;
    struct dataset_page page;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

// --- description -----------------------------------------------------------------------------

static status fill_description(struct dataset_filling *f, struct error *e)
{
    string_view text = json_text(f->json, "description");
    f->page.description = markdown_to_line(f->arena, text, DESCRIPTION);
    return markdown_to_html(f->arena, text, &f->page.description_markup, e);
}

static status fill_tags(struct dataset_filling *f, struct error *e)
{
    const json_t *tags = json_object_get(f->json, "tags");
    string_view *out = arena_array(f->arena, string_view, json_array_size(tags) + 1);
    if (out == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < json_array_size(tags); i++) {
        const json_t *tag = json_array_get(tags, i);
        if (json_is_string(tag)) {
            out[f->page.tag_count++] =
                (string_view){json_string_value(tag), json_string_length(tag)};
        }
    }
    f->page.tags = out;
    return ST_OK;
}

static bool number_member(const json_t *object, const char *name, double *out)
{
    const json_t *value = json_object_get(object, name);
    *out = json_number_value(value);
    return json_is_number(value);
}

static void fill_extent(struct dataset_filling *f)
{
    const json_t *spatial = json_object_get(f->json, "spatial");
    f->page.has_extent = number_member(spatial, "west", &f->page.west) &&
                         number_member(spatial, "south", &f->page.south) &&
                         number_member(spatial, "east", &f->page.east) &&
                         number_member(spatial, "north", &f->page.north);
}

static void fill_citation(struct dataset_filling *f)
{
    string_view publisher = json_text(f->json, "organisation");
    string_view path = dataset_path(f->arena, f->dataset->slug);
    struct citation citation = {
        .dataset = f->json,
        .publisher = publisher.length > 0 ? publisher : f->site.page.name,
        .version = f->dataset->modified_at,
        .address = f->site.origin.length == 0
                       ? SV("")
                       : arena_print(f->arena, SV_FORMAT SV_FORMAT "?version=%lld",
                                     SV_ARGUMENT(f->site.origin), SV_ARGUMENT(path),
                                     (long long)f->dataset->modified_at),
    };
    f->page.citation = citation_of_dataset(f->arena, &citation);
}

// --- tables and fields -----------------------------------------------------------------------

static status fill_tables(struct dataset_filling *f, struct error *e)
{
    const struct dataset *d = f->dataset;
    struct resource_row *rows = arena_array(f->arena, struct resource_row, d->resource_count + 1);
    if (rows == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < d->resource_count; i++) {
        const struct resource *r = &d->resources[i];
        const json_t *json = json_in_arena(f->arena, r->json);
        if (!r->is_table) {
            continue; // files are served with downloads
        }
        rows[f->page.table_count++] = (struct resource_row){
            .slug = r->slug,
            .title = r->title,
            .description = markdown_to_line(f->arena, json_text(json, "description"), DESCRIPTION),
            .address = search_address(f->arena, "table", r->slug, site_pinned(&f->site)),
            .kind = kind_from_text(r->kind),
            .records = r->records,
            .media_type = json_text(json, "mediaType"),
        };
    }
    f->page.tables = rows;
    return ST_OK;
}

// The type that most of a field's entries can be read as, where nearly all can.
static const char *type_name(const struct search_outline *field)
{
    uint64_t most = field->entries - field->entries / 20; // 19 of 20
    if (field->booleans > 0 && field->booleans >= most) {
        return "true or false";
    }
    if (field->dates > 0 && field->dates >= most && field->numbers < field->dates) {
        return "date";
    }
    if (field->numbers > 0 && field->numbers >= most) {
        return field->dates >= most ? "year" : "number";
    }
    return "text";
}

// The first records of a table, to take examples from.
static status read_examples(struct dataset_filling *f, const struct uuid *table,
                            struct record_tree *trees, size_t *count, struct error *e)
{
    struct record_reader reader;
    struct table_walk *walk = NULL;
    struct buffer json;
    TRY(record_reader_init(&reader, f->arena, e));
    TRY(table_walk_create(f->view.snapshot, &scope_public, table, f->view.commit, &walk, e));
    buffer_init(&json, HTTP_LIMIT_RESPONSE);
    status result = ST_OK;
    bool more = true;
    while (result == ST_OK && more && *count < EXAMPLE_RECORDS) {
        string_view key = {0};
        struct record_version row;
        result = table_walk_next(walk, &key, &row, &more, e);
        if (result == ST_OK && more) {
            buffer_clear(&json);
            result = snapshot_write_record(f->view.snapshot, &row, false, &json, e);
        }
        if (result == ST_OK && more) {
            result = record_read(&reader, buffer_view(&json), &trees[*count], e);
            *count += result == ST_OK;
        }
    }
    buffer_release(&json);
    table_walk_destroy(walk);
    return result;
}

static string_view example_of(struct dataset_filling *f, const struct record_tree *trees,
                              size_t count, string_view field)
{
    for (size_t i = 0; i < count; i++) {
        string_view text = record_values_joined(f->arena, &trees[i], field, 1);
        if (text.length > 0) {
            return excerpt(f->arena, text, EXAMPLE_LENGTH);
        }
    }
    return SV("");
}

static status fill_table_fields(struct dataset_filling *f, const struct resource *r,
                                struct field_row *rows, struct error *e)
{
    struct field_list fields = {0};
    struct record_tree *trees = arena_array(f->arena, struct record_tree, EXAMPLE_RECORDS);
    size_t count = 0;
    if (trees == NULL) {
        return no_memory(e);
    }
    TRY(page_fields(&f->view, &r->uuid, 1, true, f->arena, &fields, e));
    TRY(read_examples(f, &r->uuid, trees, &count, e));
    for (size_t i = 0; i < fields.count && f->page.field_count < LIMIT_TABLE_PATHS; i++) {
        const struct search_outline *field = &fields.fields[i];
        rows[f->page.field_count++] = (struct field_row){
            .name = field->name,
            .table = r->slug,
            .type = sv_from(type_name(field)),
            .example = example_of(f, trees, count, field->name),
            .filled = field->records,
            .records = field->total,
        };
    }
    return ST_OK;
}

static status fill_fields(struct dataset_filling *f, struct error *e)
{
    struct field_row *rows = arena_array(f->arena, struct field_row, LIMIT_TABLE_PATHS);
    if (rows == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < f->dataset->resource_count; i++) {
        if (f->dataset->resources[i].is_table) {
            TRY(fill_table_fields(f, &f->dataset->resources[i], rows, e));
        }
    }
    f->page.fields = rows;
    return ST_OK;
}

// --- history ---------------------------------------------------------------------------------

static status fill_commits(struct dataset_filling *f, struct error *e)
{
    struct commit_list list = {.view = &f->view, .dataset = f->dataset};
    struct commit_row *rows = arena_array(f->arena, struct commit_row, COMMITS_SHOWN);
    if (rows == NULL) {
        return no_memory(e);
    }
    TRY(commit_list_init(&list, f->arena, e));
    TRY(commit_list_read_reports(&list, f->api, f->arena, e));
    string_view path = dataset_path(f->arena, f->dataset->slug);
    for (uint32_t n = f->view.commit; n > 0; n--) {
        if (!commit_list_has(&list, n)) {
            continue;
        }
        if (f->page.commit_total++ >= COMMITS_SHOWN) {
            continue;
        }
        const struct commit *c = snapshot_commit(f->view.snapshot, n);
        struct commit_counts counts = commit_list_counts(&list, c);
        rows[f->page.commit_count++] = (struct commit_row){
            .time = c->time,
            .author = c->author,
            .message = c->message,
            .added = counts.added,
            .changed = counts.changed,
            .removed = counts.removed,
            .address = arena_print(f->arena, SV_FORMAT "?version=%lld", SV_ARGUMENT(path),
                                   (long long)c->time),
            .report_address = commit_list_report(&list, n, f->arena),
            .metadata = c->kind == COMMIT_METADATA,
        };
    }
    f->page.commits = rows;
    if (f->page.commit_total > f->page.commit_count) {
        f->page.commits_address = arena_print(f->arena, "/api/v1/datasets/" SV_FORMAT "/commits",
                                              SV_ARGUMENT(f->dataset->slug));
    }
    return ST_OK;
}

static status fill(struct dataset_filling *f, struct error *e)
{
    const struct dataset *d = f->dataset;
    f->json = json_in_arena(f->arena, d->json);
    f->page.site = &f->site.page;
    f->page.slug = d->slug;
    f->page.title = d->title;
    f->page.subject = dataset_subject(f->arena, d);
    f->page.kind = dataset_kind(d);
    f->page.holdings = dataset_holdings(d);
    f->page.version = f->view.version;
    f->page.changed = d->modified_at;
    f->page.as_of = !f->view.newest;
    f->page.search_address = search_address(f->arena, "dataset", d->slug, site_pinned(&f->site));
    fill_extent(f);
    fill_citation(f);
    TRY(fill_description(f, e));
    TRY(metadata_authors(f->arena, f->json, &f->page.authors, &f->page.author_count, e));
    TRY(metadata_facts(f->arena, f->json, &f->page.facts, &f->page.fact_count, e));
    TRY(fill_tags(f, e));
    TRY(fill_tables(f, e));
    TRY(fill_fields(f, e));
    return fill_commits(f, e);
}

status show_dataset(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    struct dataset_filling *f = arena_new(request->arena, struct dataset_filling);
    if (f == NULL) {
        return no_memory(e);
    }
    f->api = context;
    f->request = request;
    f->arena = request->arena;
    TRY(drop_empty_parameters(request, e));
    TRY(dataset_of_request(f->api, request, &f->view, &f->dataset, e));
    if (site_not_modified(&f->view, request, response)) {
        return ST_OK;
    }
    TRY(site_open(f->api, request, &f->view, &f->site, e));
    TRY(fill(f, e));
    site_send(&f->site, response, !f->view.newest);
    return page_dataset(&f->page, request->arena, &response->body, e);
}
