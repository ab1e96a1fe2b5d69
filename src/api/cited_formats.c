// SPDX-License-Identifier: Apache-2.0
// The forms of an identifier for programs.
#include "api/cited_formats.h"

#include "api/api.h"
#include "formats/json_write.h"
#include "http/negotiate.h"

_Static_assert((int)CITED_DATACITE_JSON == (int)CITATION_FORMATS, "citations come first");

const struct cited_format_facts cited_formats[CITED_FORMATS] = {
    [CITED_TEXT] = {"text", "Text", "text/x-bibliography"},
    [CITED_BIBTEX] = {"bibtex", "BibTeX", "application/x-bibtex"},
    [CITED_RIS] = {"ris", "RIS", "application/x-research-info-systems"},
    [CITED_CSL] = {"csl", "CSL-JSON", "application/vnd.citationstyles.csl+json"},
    [CITED_DATACITE_JSON] = {"datacite-json", "DataCite JSON",
                             "application/vnd.datacite.datacite+json"},
    [CITED_DATACITE_XML] = {"datacite-xml", "DataCite XML",
                            "application/vnd.datacite.datacite+xml"},
    [CITED_SCHEMA_ORG] = {"schema-org", "JSON-LD (schema.org)",
                          "application/vnd.schemaorg.ld+json"},
};

// --- which -----------------------------------------------------------------------------------

// Other names that the same forms are asked by.
static const struct {
    const char *media_type;
    enum cited_format format;
} others[] = {
    {"application/ld+json", CITED_SCHEMA_ORG},
    {"application/json", CITED_DATACITE_JSON},
    {"application/xml", CITED_DATACITE_XML},
    {"text/plain", CITED_TEXT},
};

static status by_name(string_view name, enum cited_format *out, struct error *e)
{
    for (int i = 0; i < CITED_FORMATS; i++) {
        if (sv_equal(name, sv_from(cited_formats[i].name))) {
            *out = (enum cited_format)i;
            return ST_OK;
        }
    }
    *out = CITED_FORMATS;
    return sv_equal(name, SV("html"))
               ? ST_OK
               : error_set_field(e, ST_INVALID, "format",
                                 "format is html, text, bibtex, ris, csl, datacite-json, "
                                 "datacite-xml or schema-org");
}

status cited_format_of_request(const struct http_request *request, enum cited_format *out,
                               struct error *e)
{
    string_view name = SV("");
    bool found = false;
    TRY(http_request_parameter(request, "format", &name, &found, e));
    if (found) {
        return by_name(name, out, e);
    }
    // The page first: it is what those get who take anything.
    const char *offers[1 + CITED_FORMATS + ARRAY_LENGTH(others)] = {"text/html"};
    for (size_t i = 0; i < CITED_FORMATS; i++) {
        offers[1 + i] = cited_formats[i].media_type;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(others); i++) {
        offers[1 + CITED_FORMATS + i] = others[i].media_type;
    }
    size_t best = accept_best(http_request_header(request, "Accept"), offers, ARRAY_LENGTH(offers));
    *out = best == 0 || best >= ARRAY_LENGTH(offers) ? CITED_FORMATS
           : best <= CITED_FORMATS                   ? (enum cited_format)(best - 1)
                                                     : others[best - 1 - CITED_FORMATS].format;
    return ST_OK;
}

// --- citations -------------------------------------------------------------------------------

// In the shape of a dataset's metadata record, which citations are made of.
static const json_t *dataset_json(struct arena *arena, const struct cited *c)
{
    struct buffer text;
    buffer_init(&text, CITED_LIMIT_BYTES);
    buffer_append_byte(&text, '{');
    json_write_member(&text, SV("title"), c->title);
    json_write_name(&text, SV("authors"));
    buffer_append_byte(&text, '[');
    for (size_t i = 0; i < c->creator_count; i++) {
        buffer_append_view(&text, i == 0 ? SV("{") : SV(",{"));
        json_write_member(&text, SV("name"), c->creators[i].name);
        json_write_member(&text, SV("family"), c->creators[i].family);
        json_write_member(&text, SV("given"), c->creators[i].given);
        buffer_append_byte(&text, '}');
    }
    buffer_append_view(&text, SV("]}"));
    const json_t *json = text.failed ? NULL : json_in_arena(arena, buffer_view(&text));
    buffer_release(&text);
    return json;
}

void cited_citation(const struct site *site, const struct identifier *one, const struct cited *c,
                    struct arena *arena, struct citation *out)
{
    cite_begin(site, out);
    bool dataset = one->kind == IDENTIFIER_DATASET;
    out->kind = dataset ? CITED_DATASET : CITED_SEARCH;
    out->version = one->version != 0 ? one->version : one->created;
    out->publisher = c->publisher.length > 0 ? c->publisher : out->publisher;
    out->records = c->records;
    out->datasets = c->dataset_count;
    out->query = c->words;
    if (dataset) {
        out->dataset = dataset_json(arena, c);
        out->version = c->dataset_count > 0 ? c->datasets[0].version : out->version;
    }
    string_view path = identifier_path(arena, one, c);
    out->address =
        arena_print(arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(site->origin), SV_ARGUMENT(path));
    cite_by_doi(arena, identifier_has_doi(one) ? one->doi : SV(""), out);
}

// --- answers ---------------------------------------------------------------------------------

static status write_metadata(const struct api *api, const struct site *site,
                             const struct identifier *one, const struct cited *c,
                             enum cited_format format, struct arena *arena, struct buffer *out,
                             struct error *e)
{
    const struct metadata_context context = {.identifiers = api->identifiers,
                                             .origin = site->origin,
                                             .ror = json_text(site->facts, "ror")};
    json_t *attributes = NULL;
    TRY(datacite_attributes(&context, one, c, arena, &attributes, e));
    status result = ST_OK;
    if (format == CITED_DATACITE_XML) {
        result = datacite_xml(attributes, out, e);
    } else if (format == CITED_SCHEMA_ORG) {
        result = datacite_schema_org(attributes, out, e);
    } else {
        char *text = json_dumps(attributes, JSON_INDENT(2) | JSON_PRESERVE_ORDER);
        buffer_append_view(out, text == NULL ? SV("") : sv_from(text));
        buffer_append_byte(out, '\n');
        result = text == NULL ? error_set(e, ST_NO_MEMORY, "no memory for metadata")
                              : buffer_check(out, "the metadata", e);
        free(text);
    }
    json_decref(attributes);
    return result;
}

status cited_answer(const struct api *api, const struct site *site, const struct identifier *one,
                    const struct cited *c, enum cited_format format, struct http_request *request,
                    struct http_response *response, struct error *e)
{
    if (format < CITED_DATACITE_JSON) {
        struct citation citation;
        cited_citation(site, one, c, request->arena, &citation);
        return cite_answer(request, response, &citation, (enum citation_format)format, e);
    }
    if (format >= CITED_FORMATS) {
        return error_set(e, ST_INTERNAL, "the page of an identifier is no format of its metadata");
    }
    response->content_type = cited_formats[format].media_type;
    return write_metadata(api, site, one, c, format, request->arena, &response->body, e);
}

static string_view own_address(const struct site *site, const struct identifier *one,
                               const struct cited *c, struct arena *arena)
{
    struct citation citation;
    cited_citation(site, one, c, arena, &citation);
    return citation.address;
}

status cited_json(const struct site *site, const struct identifier *one, const struct cited *c,
                  struct http_request *request, struct http_response *response, struct error *e)
{
    struct buffer *out = &response->body;
    struct citation citation;
    cited_citation(site, one, c, request->arena, &citation);
    response->content_type = "application/json";
    buffer_append_byte(out, '{');
    json_write_member(out, SV("id"), one->id);
    json_write_member(out, SV("kind"), sv_from(identifier_kind_names[one->kind]));
    json_write_member(out, SV("state"), sv_from(identifier_state_names[one->state]));
    json_write_name(out, SV("registered"));
    buffer_append_view(out, identifier_has_doi(one) ? SV("true") : SV("false"));
    json_write_member(out, SV("identifier"), own_address(site, one, c, request->arena));
    json_write_member(out, SV("doi"), identifier_has_doi(one) ? one->doi : SV(""));
    json_write_name(out, SV("version"));
    buffer_append_int(out, one->version);
    json_write_name(out, SV("created"));
    buffer_append_int(out, one->created);
    json_write_member(out, SV("citation"), citation_text(request->arena, &citation));
    json_write_name(out, SV("cited"));
    buffer_append_view(out, one->record);
    buffer_append_view(out, SV("}\n"));
    return buffer_check(out, "the answer", e);
}

void cited_links(struct http_request *request, const struct site *site,
                 const struct cited_page *page, struct http_response *response)
{
    http_response_header(response, "Link",
                         arena_print(request->arena, "<" SV_FORMAT ">; rel=\"cite-as\"",
                                     SV_ARGUMENT(page->identifier)));
    static const enum cited_format told[] = {CITED_DATACITE_XML, CITED_SCHEMA_ORG, CITED_BIBTEX};
    for (size_t i = 0; i < ARRAY_LENGTH(told); i++) {
        const struct cited_format_facts *f = &cited_formats[told[i]];
        http_response_header(response, "Link",
                             arena_print(request->arena,
                                         "<" SV_FORMAT SV_FORMAT
                                         "?format=%s>; rel=\"describedby\"; type=\"%s\"",
                                         SV_ARGUMENT(site->origin), SV_ARGUMENT(page->path),
                                         f->name, f->media_type));
    }
}
