// SPDX-License-Identifier: Apache-2.0
// EML to the metadata of a dataset: title, texts, licence, citation. People and coverage have files
// of their own.
#include "formats/dataset_metadata.h"
#include "formats/eml_parts.h"

#include "formats/json_write.h"
#include "formats/licence.h"

#include <string.h>

#define EML_MOST_MEMORY ((size_t)512 << 20)

// ---- texts ----------------------------------------------------------------------------------

// Paragraphs below an element, however sections and lists wrap them. Depth is bounded by the
// reader.
static void collect_paragraphs(const struct xml_node *element, struct arena *memory,
                               struct buffer *out)
{
    bool has_blocks = false;
    for (const struct xml_node *c = element->first; c != NULL; c = c->next) {
        bool is_block =
            c->name != NULL &&
            (strcmp(c->name, "para") == 0 || strcmp(c->name, "section") == 0 ||
             strcmp(c->name, "itemizedlist") == 0 || strcmp(c->name, "orderedlist") == 0 ||
             strcmp(c->name, "listitem") == 0 || strcmp(c->name, "title") == 0);
        if (is_block) {
            has_blocks = true;
            collect_paragraphs(c, memory, out);
        }
    }
    if (has_blocks) {
        return;
    }
    string_view text = xml_text(element, memory);
    if (text.length > 0) {
        buffer_append_view(out, out->length > 0 ? SV("\n\n") : SV(""));
        buffer_append_view(out, text);
    }
}

static void write_paragraphs(struct eml_reader *r, const char *name, const struct xml_node *element)
{
    struct buffer text;
    buffer_init(&text, XML_MOST_BYTES * 3);
    if (element != NULL) {
        collect_paragraphs(element, r->memory, &text);
    }
    json_write_member(r->out, sv_from(name), buffer_view(&text));
    buffer_release(&text);
}

static void write_text(struct eml_reader *r, const char *name, const struct xml_node *element)
{
    json_write_member(r->out, sv_from(name), xml_text(element, r->memory));
}

// The first of several titles that says something.
static void write_title(struct eml_reader *r)
{
    const struct xml_node *title = xml_child(r->dataset, "title");
    while (title != NULL && xml_text(title, r->memory).length == 0) {
        title = xml_again(title);
    }
    write_text(r, "title", title);
}

// ---- licence --------------------------------------------------------------------------------

// The first element of that name anywhere below; bounded by the reader's depth.
static const struct xml_node *find_below(const struct xml_node *element, const char *name)
{
    for (const struct xml_node *c = element == NULL ? NULL : element->first; c != NULL;
         c = c->next) {
        if (c->name == NULL) {
            continue;
        }
        const struct xml_node *found = strcmp(c->name, name) == 0 ? c : find_below(c, name);
        if (found != NULL) {
            return found;
        }
    }
    return NULL;
}

// EML 2.2 <licensed>, else <intellectualRights>: a link, its title, or plain words.
static void write_licence(struct eml_reader *r)
{
    const struct xml_node *licensed = xml_child(r->dataset, "licensed");
    const struct xml_node *rights = xml_child(r->dataset, "intellectualRights");
    const string_view candidates[] = {
        xml_attribute(find_below(rights, "ulink"), "url"),
        xml_text(find_below(rights, "citetitle"), r->memory),
        xml_text(xml_child(licensed, "url"), r->memory),
        xml_text(xml_child(licensed, "identifier"), r->memory),
        xml_text(xml_child(licensed, "licenseName"), r->memory),
        xml_text(rights, r->memory),
    };
    char uri[LICENCE_URI_SIZE];
    for (size_t i = 0; i < ARRAY_LENGTH(candidates); i++) {
        if (candidates[i].length > 0 && licence_uri(candidates[i], uri)) {
            json_write_member(r->out, SV("licence"), sv_from(uri));
            return;
        }
    }
    if (xml_text(rights, r->memory).length > 0) {
        write_paragraphs(r, "licence", rights);
    } else {
        write_text(r, "licence", xml_child(licensed, "licenseName"));
    }
}

// ---- identifiers ----------------------------------------------------------------------------

// "doi:10.5/x", "https://doi.org/10.5/x" and "10.5/x" hold the DOI 10.5/x; "" when there is none.
static string_view doi_in(string_view text)
{
    static const char *const prefixes[] = {"https://doi.org/", "http://doi.org/",
                                           "https://dx.doi.org/", "http://dx.doi.org/", "doi:"};
    text = sv_trim(text);
    for (size_t i = 0; i < ARRAY_LENGTH(prefixes); i++) {
        string_view prefix = sv_from(prefixes[i]);
        if (sv_equal_ignore_case(sv_slice(text, 0, prefix.length), prefix)) {
            text = sv_trim(sv_slice(text, prefix.length, SIZE_MAX));
            break;
        }
    }
    size_t slash = sv_find(text, '/');
    bool is_doi = sv_starts_with(text, SV("10.")) && slash > 6 && slash + 1 < text.length &&
                  sv_find(text, ' ') == text.length;
    return is_doi ? text : SV("");
}

static void write_doi(struct eml_reader *r, const struct xml_node *citation)
{
    string_view doi = doi_in(xml_attribute(citation, "identifier"));
    const struct xml_node *other = xml_child(r->dataset, "alternateIdentifier");
    for (; other != NULL && doi.length == 0; other = xml_again(other)) {
        doi = doi_in(xml_text(other, r->memory));
    }
    if (doi.length == 0) {
        doi = doi_in(xml_attribute(r->root, "packageId"));
    }
    json_write_member(r->out, SV("doi"), doi);
}

// ---- the rest -------------------------------------------------------------------------------

static void write_tag(struct eml_reader *r, string_view tag, size_t start)
{
    struct buffer quoted;
    buffer_init(&quoted, XML_MOST_BYTES);
    json_write_string(&quoted, tag);
    string_view sofar = sv_slice(buffer_view(r->out), start, SIZE_MAX);
    bool is_new =
        tag.length > 0 && (sofar.length < quoted.length ||
                           memmem(sofar.bytes, sofar.length, quoted.bytes, quoted.length) == NULL);
    if (is_new) {
        buffer_append_view(r->out, sofar.length > 0 ? SV(",") : SV(""));
        buffer_append_view(r->out, buffer_view(&quoted));
    }
    buffer_release(&quoted);
}

static void write_tags(struct eml_reader *r)
{
    size_t before = r->out->length;
    json_write_name(r->out, SV("tags"));
    buffer_append_byte(r->out, '[');
    size_t start = r->out->length;
    for (const struct xml_node *set = xml_child(r->dataset, "keywordSet"); set != NULL;
         set = xml_again(set)) {
        string_view thesaurus = xml_text(xml_child(set, "keywordThesaurus"), r->memory);
        if (sv_starts_with(thesaurus, SV("GBIF Dataset"))) {
            continue; // the dataset's type, which says nothing of its content
        }
        for (const struct xml_node *word = xml_child(set, "keyword"); word != NULL;
             word = xml_again(word)) {
            write_tag(r, xml_text(word, r->memory), start);
        }
    }
    if (r->out->length == start) {
        r->out->length = before;
    } else {
        buffer_append_byte(r->out, ']');
    }
}

static const struct xml_node *find_citation(const struct eml_reader *r)
{
    const struct xml_node *more = xml_child(r->root, "additionalMetadata");
    for (; more != NULL; more = xml_again(more)) {
        const struct xml_node *found = find_below(xml_child(more, "metadata"), "citation");
        if (found != NULL) {
            return found;
        }
    }
    return NULL;
}

static void write_frequency(struct eml_reader *r)
{
    const struct xml_node *maintenance = xml_child(r->dataset, "maintenance");
    string_view text = xml_text(xml_child(maintenance, "maintenanceUpdateFrequency"), r->memory);
    bool says_nothing =
        sv_equal_ignore_case(text, SV("unknown")) || sv_equal_ignore_case(text, SV("unkown"));
    json_write_member(r->out, SV("updateFrequency"), says_nothing ? SV("") : text);
}

static void write_language(struct eml_reader *r)
{
    string_view language = xml_text(xml_child(r->dataset, "language"), r->memory);
    if (language.length == 0) {
        string_view declared = xml_attribute(r->root, "lang");
        language = declared.bytes == NULL ? SV("") : declared;
    }
    json_write_member(r->out, SV("language"), language);
}

static void write_all(struct eml_reader *r)
{
    const struct xml_node *citation = find_citation(r);
    string_view identifier = xml_attribute(r->root, "packageId");
    buffer_append_byte(r->out, '{');
    write_title(r);
    write_paragraphs(r, "description", xml_child(r->dataset, "abstract"));
    write_licence(r);
    eml_write_people(r);
    write_tags(r);
    eml_write_coverage(r);
    write_text(r, "citation", citation);
    write_text(r, "published", xml_child(r->dataset, "pubDate"));
    write_language(r);
    write_doi(r, citation);
    json_write_member(r->out, SV("identifier"), identifier.bytes == NULL ? SV("") : identifier);
    write_frequency(r);
    buffer_append_byte(r->out, '}');
}

status eml_read(string_view xml, struct buffer *out, struct error *e)
{
    struct arena memory;
    arena_init(&memory, EML_MOST_MEMORY);
    struct eml_reader r = {.memory = &memory, .out = out};
    status result = xml_read(xml, &memory, &r.root, e);
    if (result == ST_OK) {
        r.dataset = xml_child(r.root, "dataset");
        if (r.dataset == NULL) {
            result = error_set(e, ST_BAD_DATA,
                               "the document is no EML: it has no <dataset> below its root");
        }
    }
    if (result == ST_OK) {
        write_all(&r);
        result = buffer_check(out, "the metadata of a dataset", e);
    }
    arena_release(&memory);
    return result;
}
