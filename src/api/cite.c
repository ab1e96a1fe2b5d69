// SPDX-License-Identifier: Apache-2.0
// Citations at addresses of their own (rule G1).
#include "api/cite.h"

#include "api/dataset_answer.h"
#include "portal/datacite_metadata.h"

_Static_assert((size_t)CITATION_FORMATS == PAGE_CITATIONS, "pages show each format");

void cite_begin(const struct site *site, struct citation *out)
{
    *out = (struct citation){
        .templates = json_object_get(site->facts, "citationTemplates"),
        .publisher = site->page.name,
        .version = site->view.version,
        .accessed = clock_now(),
    };
}

static string_view whole_address(const struct site *site, struct arena *arena, string_view path)
{
    return site->origin.length == 0 ? SV("")
                                    : arena_print(arena, SV_FORMAT SV_FORMAT,
                                                  SV_ARGUMENT(site->origin), SV_ARGUMENT(path));
}

// The DOI that a registry has for a dataset; empty for none.
static string_view doi_of(const struct site *site, struct arena *arena,
                          const struct dataset *dataset)
{
    struct identifier one;
    char uuid[37];
    uuid_to_text(&dataset->uuid, uuid);
    return site->identifiers != NULL &&
                   identifiers_find_subject(site->identifiers, sv_from(uuid), INT64_MAX, arena,
                                            &one, NULL) == ST_OK &&
                   identifier_has_doi(&one)
               ? one.doi
               : SV("");
}

static void add_dataset(const struct site *site, struct arena *arena, const struct dataset *dataset,
                        struct citation *out)
{
    if (dataset != NULL) {
        out->dataset = json_in_arena(arena, dataset->json);
        out->version = dataset->modified_at;
        string_view organisation = json_text(out->dataset, "organisation");
        out->publisher = organisation.length > 0 ? organisation : out->publisher;
        out->dataset_doi = doi_of(site, arena, dataset);
    }
}

void cite_by_doi(struct arena *arena, string_view doi, struct citation *out)
{
    if (doi.length > 0) {
        out->doi = doi;
        out->address = arena_print(arena, CITATION_DOI SV_FORMAT, SV_ARGUMENT(doi));
    }
}

void cite_dataset(const struct site *site, struct arena *arena, const struct dataset *dataset,
                  struct citation *out)
{
    cite_begin(site, out);
    add_dataset(site, arena, dataset, out);
    string_view path = dataset_path(arena, dataset->slug);
    out->address = whole_address(site, arena,
                                 arena_print(arena, SV_FORMAT "?version=%lld", SV_ARGUMENT(path),
                                             (long long)dataset->modified_at));
    cite_by_doi(arena, out->dataset_doi, out);
}

void cite_record(const struct site *site, struct arena *arena, const struct named_record *name,
                 const struct record_tree *record, const struct dataset *dataset, moment version,
                 struct citation *out)
{
    struct record_title title = record_title(arena, record, name->key);
    cite_begin(site, out);
    out->kind = CITED_RECORD;
    out->version = version;
    add_dataset(site, arena, dataset, out);
    out->institution = record_value(arena, record, "institutionCode");
    out->catalog_number = record_value(arena, record, "catalogNumber");
    if (out->catalog_number.length == 0) {
        out->catalog_number = name->key;
    }
    out->name = title.is_name ? title.text : SV("");
    out->address = whole_address(
        site, arena, record_cited_address(arena, name->table->slug, name->key, version));
}

string_view record_api_path(struct arena *arena, string_view table, string_view key,
                            const char *behind)
{
    string_view path = record_path(arena, table, key);
    string_view rest = sv_slice(path, SV("/record").length, SIZE_MAX);
    size_t question = sv_find(rest, '?');
    return arena_print(arena, "/api/v1/records" SV_FORMAT "%s" SV_FORMAT,
                       SV_ARGUMENT(sv_slice(rest, 0, question)), behind,
                       SV_ARGUMENT(sv_slice(rest, question, SIZE_MAX)));
}

const struct page_link *cite_links(struct arena *arena, string_view path, moment version)
{
    struct page_link *links = arena_array(arena, struct page_link, CITATION_FORMATS);
    bool asks = sv_find(path, '?') < path.length;
    for (int i = 0; links != NULL && i < CITATION_FORMATS; i++) {
        links[i].label = sv_from(citation_formats[i].label);
        links[i].address = arena_print(arena, SV_FORMAT "%sformat=%s", SV_ARGUMENT(path),
                                       asks ? "&" : "?", citation_formats[i].name);
        if (version != 0) {
            links[i].address = arena_print(arena, SV_FORMAT "&version=%lld",
                                           SV_ARGUMENT(links[i].address), (long long)version);
        }
    }
    return links;
}

// --- handlers --------------------------------------------------------------------------------

status cite_format_of_request(const struct http_request *request, enum citation_format *out,
                              struct error *e)
{
    string_view text = SV("text");
    bool found = false;
    TRY(http_request_parameter(request, "format", &text, &found, e));
    if (!citation_format_of(found ? text : SV("text"), out)) {
        return error_set_field(e, ST_INVALID, "format", "format is text, bibtex, ris or csl");
    }
    return ST_OK;
}

status cite_answer(struct http_request *request, struct http_response *response,
                   const struct citation *c, enum citation_format format, struct error *e)
{
    response->content_type = citation_formats[format].media_type;
    string_view name = citation_file_name(request->arena, c, format);
    http_response_header(
        response, "Content-Disposition",
        arena_print(request->arena, "inline; filename=\"" SV_FORMAT "\"", SV_ARGUMENT(name)));
    return citation_write(request->arena, c, format, &response->body, e);
}

status api_dataset_citation(void *context, struct http_request *request,
                            struct http_response *response, struct error *e)
{
    struct view view;
    struct site site;
    struct citation c;
    enum citation_format format = CITATION_TEXT;
    const struct dataset *dataset = NULL;
    TRY(cite_format_of_request(request, &format, e));
    TRY(dataset_of_request(context, request, &view, &dataset, e));
    if (site_not_modified(context, &view, request, response)) {
        return ST_OK;
    }
    TRY(site_open(context, request, &view, &site, e));
    cite_dataset(&site, request->arena, dataset, &c);
    return cite_answer(request, response, &c, format, e);
}

status api_record_citation(void *context, struct http_request *request,
                           struct http_response *response, struct error *e)
{
    struct view view;
    struct site site;
    struct citation c;
    struct named_record name;
    struct record_version row;
    struct record_reader reader;
    struct record_tree tree;
    string_view json = {0};
    enum citation_format format = CITATION_TEXT;
    const struct dataset *dataset = NULL;
    TRY(cite_format_of_request(request, &format, e));
    TRY(view_of_request(context, request, &view, e));
    TRY(record_of_request(&view, request, &name, e));
    status result = snapshot_record(view.snapshot, &scope_public, &name.table->table, name.key,
                                    view.commit, &row, e);
    if (result == ST_NOT_FOUND) {
        return record_not_found(&name, e);
    }
    if (result != ST_OK || site_not_modified(context, &view, request, response)) {
        return result;
    }
    TRY(site_open(context, request, &view, &site, e));
    TRY(record_json(&view, &row, request->arena, &json, e));
    TRY(record_reader_init(&reader, request->arena, e));
    TRY(record_read(&reader, json, &tree, e));
    (void)dataset_view_resource(site.data, &name.table->table, &dataset);
    cite_record(&site, request->arena, &name, &tree, dataset, view_time(&view, row.from), &c);
    return cite_answer(request, response, &c, format, e);
}
