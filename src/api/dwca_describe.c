// SPDX-License-Identifier: Apache-2.0
// Three descriptions of the same files.
#include "api/dwca_describe.h"

#include "api/citation.h"
#include "api/page_text.h"
#include "formats/json_write.h"
#include "formats/xml_write.h"

#include <string.h>

#define CRATE "https://w3id.org/ro/crate/1.2"

// --- texts -----------------------------------------------------------------------------------

string_view dwca_title(const struct package_notes *n, struct arena *arena)
{
    const struct citation c = {.records = n->records, .datasets = n->dataset_count};
    bool is_whole =
        n->dataset_count == 1 && n->datasets[0].records == n->datasets[0].dataset->records;
    return is_whole ? n->datasets[0].dataset->title : citation_extent(arena, &c);
}

string_view dwca_description(const struct package_notes *n, struct arena *arena)
{
    struct buffer text;
    buffer_init(&text, (size_t)1 << 20);
    buffer_print(&text, "Records of " SV_FORMAT " as of %s", SV_ARGUMENT(n->site->page.name), "");
    buffer_append_view(&text, day_in_digits(arena, n->input->view.version));
    if (n->input->request.query != NULL) {
        buffer_append_view(&text, SV(": "));
        query_describe(n->input->request.query, &text);
    }
    buffer_append_view(&text, SV("."));
    if (n->site->page.demo) {
        buffer_append_view(&text, SV(" " PACKAGE_DEMO_NOTICE));
    }
    string_view copy = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    return copy;
}

// --- meta.xml --------------------------------------------------------------------------------

static void write_file(const char *element, const char *id, const char *row_type, string_view name,
                       const struct dwca_header *header, struct buffer *out)
{
    buffer_print(out,
                 "  <%s encoding=\"UTF-8\" fieldsTerminatedBy=\"\\t\" linesTerminatedBy=\"\\n\" "
                 "fieldsEnclosedBy=\"&quot;\" ignoreHeaderLines=\"1\" rowType=\"%s\">\n"
                 "    <files>\n      <location>",
                 element, row_type);
    xml_write_text(out, name);
    buffer_print(out, "</location>\n    </files>\n    <%s index=\"0\"/>\n", id);
    for (size_t i = 0; i < header->count; i++) {
        buffer_print(out, "    <field index=\"%zu\" term=\"", i + 1);
        xml_write_text(out, header->terms[i].space);
        xml_write_text(out, header->terms[i].end);
        buffer_append_view(out, SV("\"/>\n"));
    }
    buffer_print(out, "  </%s>\n", element);
}

status dwca_write_meta(const struct dwca_plan *plan, struct arena *arena, struct buffer *out,
                       struct error *e)
{
    struct dwca_header header;
    buffer_append_view(out, SV("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<archive xmlns=\"http://rs.tdwg.org/dwc/text/\" "
                               "metadata=\"eml.xml\">\n"));
    TRY(dwca_plan_core(plan, arena, &header, e));
    write_file("core", "id", dwca_cores[plan->core].uri, plan->file, &header, out);
    for (size_t i = 0; i < plan->list_count; i++) {
        const struct dwca_list *l = &plan->lists[i];
        TRY(dwca_plan_list(l, arena, &header, e));
        write_file("extension", "coreid", l->type->uri, l->file, &header, out);
    }
    buffer_append_view(out, SV("</archive>\n"));
    return buffer_check(out, "meta.xml", e);
}

// --- datapackage.json ------------------------------------------------------------------------

static const struct package_file *find_file(const struct package_file *files, size_t count,
                                            string_view name)
{
    for (size_t i = 0; i < count; i++) {
        if (sv_equal(files[i].name, name)) {
            return &files[i];
        }
    }
    return NULL;
}

static void write_count(struct buffer *out, const char *name, uint64_t value)
{
    json_write_name(out, sv_from(name));
    buffer_append_uint(out, value);
}

static void write_fields(const struct dwca_header *header, const char *id, struct buffer *out)
{
    buffer_print(out,
                 "\"fields\":[{\"name\":\"%s\",\"type\":\"string\","
                 "\"constraints\":{\"required\":true}}",
                 id);
    for (size_t i = 0; i < header->count; i++) {
        const struct dwca_term *t = &header->terms[i];
        buffer_append_view(out, SV(",\n{"));
        json_write_member(out, SV("name"), t->name);
        json_write_member(out, SV("type"), SV("string"));
        json_write_name(out, SV("rdfType"));
        buffer_append_byte(out, '"');
        json_write_escaped(out, t->space);
        json_write_escaped(out, t->end);
        buffer_append_view(out, SV("\"}"));
    }
    buffer_append_byte(out, ']');
}

// A name of letters, digits, points and dashes for a file.
static string_view resource_name(string_view file)
{
    return sv_slice(file, 0, file.length - SV(".txt").length);
}

static void write_resource(const struct dwca_plan *plan, const struct package_file *file,
                           string_view name, const struct dwca_header *header, bool is_core,
                           struct buffer *out)
{
    buffer_append_view(out, is_core ? SV("{") : SV(",\n{"));
    json_write_member(out, SV("name"), resource_name(name));
    json_write_member(out, SV("path"), name);
    json_write_member(out, SV("profile"), SV("tabular-data-resource"));
    json_write_member(out, SV("type"), SV("table"));
    json_write_member(out, SV("format"), SV("csv"));
    json_write_member(out, SV("mediatype"), SV("text/tab-separated-values"));
    json_write_member(out, SV("encoding"), SV("utf-8"));
    if (file != NULL) {
        char hex[65];
        sha256_to_hex(&file->hash, hex);
        write_count(out, "bytes", file->bytes);
        buffer_print(out, ",\"hash\":\"sha256:%s\"", hex);
    }
    buffer_append_view(out, SV(",\"dialect\":{\"delimiter\":\"\\t\",\"lineTerminator\":\"\\n\","
                               "\"quoteChar\":\"\\\"\",\"doubleQuote\":true,\"header\":true},\n"
                               "\"schema\":{"));
    write_fields(header, is_core ? "id" : "coreid", out);
    buffer_append_view(out, SV(",\"missingValues\":[\"\"]"));
    if (is_core) {
        buffer_append_view(out, SV(",\"primaryKey\":[\"id\"]"));
    } else {
        buffer_append_view(out, SV(",\"foreignKeys\":[{\"fields\":[\"coreid\"],\"reference\":{"));
        json_write_member(out, SV("resource"), resource_name(plan->file));
        buffer_append_view(out, SV(",\"fields\":[\"id\"]}}]"));
    }
    buffer_append_view(out, SV("}}"));
}

// Each licence once. The whole's comes first where it is one of them.
static void write_licences(const struct package_notes *n, struct arena *arena, struct buffer *out)
{
    string_view whole = package_licence(n, arena);
    string_view address = SV("");
    string_view label = licence_label(arena, whole, &address);
    if (address.length == 0) {
        return; // mixed, or not stated: rights.txt says more
    }
    buffer_append_view(out, SV(",\"licenses\":[{"));
    json_write_member(out, SV("path"), address);
    json_write_member(out, SV("title"), label);
    buffer_append_view(out, SV("}]"));
}

static void write_sources(const struct package_notes *n, struct buffer *out)
{
    buffer_append_view(out, SV(",\"sources\":["));
    for (size_t i = 0; i < n->dataset_count; i++) {
        buffer_append_view(out, i == 0 ? SV("\n{") : SV(",\n{"));
        json_write_member(out, SV("title"), n->datasets[i].citation);
        buffer_append_byte(out, '}');
    }
    buffer_append_byte(out, ']');
}

status dwca_write_datapackage(const struct dwca_plan *plan, const struct package_notes *n,
                              const struct package_file *files, size_t count, struct arena *arena,
                              struct buffer *out, struct error *e)
{
    struct dwca_header header;
    char created[25];
    char name[40];
    moment_to_text(n->input->view.version, created);
    (void)snprintf(name, sizeof name, "records-%lld", (long long)n->input->view.version);
    buffer_append_byte(out, '{');
    json_write_member(out, SV("profile"), SV("tabular-data-package"));
    json_write_member(out, SV("name"), sv_from(name));
    json_write_member(out, SV("id"), n->identifier);
    json_write_member(out, SV("title"), dwca_title(n, arena));
    json_write_member(out, SV("description"), dwca_description(n, arena));
    json_write_member(out, SV("created"), sv_from(created));
    write_licences(n, arena, out);
    write_sources(n, out);
    buffer_append_view(out, SV(",\n\"resources\":["));
    TRY(dwca_plan_core(plan, arena, &header, e));
    write_resource(plan, find_file(files, count, plan->file), plan->file, &header, true, out);
    for (size_t i = 0; i < plan->list_count; i++) {
        const struct dwca_list *l = &plan->lists[i];
        TRY(dwca_plan_list(l, arena, &header, e));
        write_resource(plan, find_file(files, count, l->file), l->file, &header, false, out);
    }
    buffer_append_view(out, SV("]}\n"));
    return buffer_check(out, "datapackage.json", e);
}

// --- ro-crate-metadata.json ------------------------------------------------------------------

static void write_reference(struct buffer *out, const char *name, string_view id)
{
    json_write_name(out, sv_from(name));
    buffer_append_byte(out, '{');
    json_write_member(out, SV("@id"), id);
    buffer_append_byte(out, '}');
}

static const char *media_type_of(string_view name)
{
    return sv_ends_with(name, SV(".xml"))    ? "application/xml"
           : sv_ends_with(name, SV(".json")) ? "application/json"
           : sv_equal(name, SV("rights.txt")) || sv_equal(name, SV("citations.txt"))
               ? "text/plain"
               : "text/tab-separated-values";
}

static const char *description_of(string_view name)
{
    static const struct {
        const char *name;
        const char *text;
    } known[] = {
        {"rights.txt", "The rights as each dataset states them"},
        {"citations.txt", "How to cite the whole and each dataset"},
        {"meta.xml", "What the columns of the archive's files mean (Darwin Core text guide)"},
        {"eml.xml", "A description of the whole (EML, GBIF metadata profile)"},
        {"datapackage.json", "The files of rows as a Frictionless Data Package"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(known); i++) {
        if (sv_equal(name, sv_from(known[i].name))) {
            return known[i].text;
        }
    }
    return sv_ends_with(name, SV(".xml")) ? "A description of a dataset (EML)"
                                          : "Rows of a Darwin Core Archive";
}

static void write_crate_file(struct buffer *out, const struct package_file *f)
{
    char hex[65];
    sha256_to_hex(&f->hash, hex);
    buffer_append_view(out, SV(",\n{"));
    json_write_member(out, SV("@id"), f->name);
    json_write_member(out, SV("@type"), SV("File"));
    json_write_member(out, SV("name"), f->name);
    json_write_member(out, SV("description"), sv_from(description_of(f->name)));
    json_write_member(out, SV("encodingFormat"), sv_from(media_type_of(f->name)));
    buffer_print(out, ",\"contentSize\":\"%llu\"", (unsigned long long)f->bytes);
    json_write_member(out, SV("sha256"), sv_from(hex));
    buffer_append_byte(out, '}');
}

// The licence of the whole as an entity: its own address, else the file that lists them.
static void write_crate_licence(const struct package_notes *n, struct arena *arena,
                                struct buffer *out, string_view *id)
{
    string_view address = SV("");
    string_view label = licence_label(arena, package_licence(n, arena), &address);
    *id = address.length > 0 ? address : SV("rights.txt");
    if (address.length > 0) {
        buffer_append_view(out, SV(",\n{"));
        json_write_member(out, SV("@id"), address);
        json_write_member(out, SV("@type"), SV("CreativeWork"));
        json_write_member(out, SV("name"), label);
        json_write_member(out, SV("description"), label);
        buffer_append_byte(out, '}');
    }
}

// The institution or portal that gives the whole.
static void write_publisher(const struct package_notes *n, struct buffer *out)
{
    buffer_append_view(out, SV(",\n{\"@id\":\"#publisher\",\"@type\":\"Organization\""));
    json_write_member(out, SV("name"), n->site->page.name);
    json_write_member(out, SV("url"), n->site->origin);
    buffer_append_byte(out, '}');
}

static void write_root(const struct package_notes *n, const struct package_file *files,
                       size_t count, string_view licence, struct arena *arena, struct buffer *out)
{
    buffer_append_view(out, SV(",\n{\"@id\":\"./\",\"@type\":\"Dataset\""));
    json_write_member(out, SV("name"), dwca_title(n, arena));
    json_write_member(out, SV("description"), dwca_description(n, arena));
    json_write_member(out, SV("datePublished"), day_in_digits(arena, n->input->view.version));
    json_write_member(out, SV("identifier"), n->identifier);
    json_write_member(out, SV("creditText"), n->citation);
    write_reference(out, "license", licence);
    write_reference(out, "publisher", SV("#publisher"));
    json_write_name(out, SV("hasPart"));
    buffer_append_view(out, SV("[{\"@id\":\"manifest.json\"}"));
    for (size_t i = 0; i < count; i++) {
        buffer_append_view(out, SV(",{"));
        json_write_member(out, SV("@id"), files[i].name);
        buffer_append_byte(out, '}');
    }
    buffer_append_view(out, SV("]}"));
}

status dwca_write_crate(const struct package_notes *n, const struct package_file *files,
                        size_t count, struct arena *arena, struct buffer *out, struct error *e)
{
    string_view licence = SV("");
    buffer_append_view(out,
                       SV("{\"@context\":\"" CRATE "/context\",\"@graph\":[\n"
                          "{\"@id\":\"ro-crate-metadata.json\",\"@type\":\"CreativeWork\","
                          "\"conformsTo\":{\"@id\":\"" CRATE "\"},\"about\":{\"@id\":\"./\"}}"));
    write_crate_licence(n, arena, out, &licence);
    write_root(n, files, count, licence, arena, out);
    write_publisher(n, out);
    buffer_append_view(out,
                       SV(",\n{\"@id\":\"manifest.json\",\"@type\":\"File\","
                          "\"name\":\"manifest.json\",\"description\":\"What was asked, of which "
                          "version, what was found, and each file's SHA-256\","
                          "\"encodingFormat\":\"application/json\"}"));
    for (size_t i = 0; i < count; i++) {
        write_crate_file(out, &files[i]);
    }
    buffer_append_view(out, SV("\n]}\n"));
    return buffer_check(out, "ro-crate-metadata.json", e);
}
