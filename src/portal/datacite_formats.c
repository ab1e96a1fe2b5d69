// SPDX-License-Identifier: Apache-2.0
// The registry's attributes as XML of kernel-4 and as schema.org's JSON-LD.
#include "portal/datacite_metadata.h"

#include "formats/json_write.h"

#include <string.h>

static string_view text_in(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_string(value)
               ? (string_view){json_string_value(value), json_string_length(value)}
               : SV("");
}

// --- XML -------------------------------------------------------------------------------------

// XML 1.0 has no other control characters, not even escaped ones.
static void xml_text(struct buffer *out, string_view text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        switch (byte) {
        case '&':
            buffer_append_view(out, SV("&amp;"));
            break;
        case '<':
            buffer_append_view(out, SV("&lt;"));
            break;
        case '>':
            buffer_append_view(out, SV("&gt;"));
            break;
        case '"':
            buffer_append_view(out, SV("&quot;"));
            break;
        default:
            buffer_append_byte(out, byte < 0x20 && byte != '\n' && byte != '\t' ? ' ' : (char)byte);
        }
    }
}

struct xml_pair {
    const char *attribute; // in XML
    const char *member;    // in the registry's JSON
};

// <name attribute="…">text</name>; attributes without a value are left out.
static void element(struct buffer *out, const char *name, const json_t *object,
                    const struct xml_pair *pairs, size_t count, string_view text)
{
    buffer_print(out, "<%s", name);
    for (size_t i = 0; i < count; i++) {
        string_view value = text_in(object, pairs[i].member);
        if (value.length > 0) {
            buffer_print(out, " %s=\"", pairs[i].attribute);
            xml_text(out, value);
            buffer_append_byte(out, '"');
        }
    }
    buffer_append_byte(out, '>');
    xml_text(out, text);
    buffer_print(out, "</%s>\n", name);
}

static void plain(struct buffer *out, const char *name, string_view text)
{
    if (text.length > 0) {
        element(out, name, NULL, NULL, 0, text);
    }
}

static void write_creators(const json_t *root, struct buffer *out)
{
    static const struct xml_pair of_name[] = {{"nameType", "nameType"}};
    static const struct xml_pair of_id[] = {{"nameIdentifierScheme", "nameIdentifierScheme"},
                                            {"schemeURI", "schemeUri"}};
    const json_t *list = json_object_get(root, "creators");
    buffer_append_view(out, SV("<creators>\n"));
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        const json_t *names = json_object_get(one, "nameIdentifiers");
        buffer_append_view(out, SV("<creator>\n"));
        element(out, "creatorName", one, of_name, 1, text_in(one, "name"));
        plain(out, "givenName", text_in(one, "givenName"));
        plain(out, "familyName", text_in(one, "familyName"));
        for (size_t k = 0; k < json_array_size(names); k++) {
            const json_t *name = json_array_get(names, k);
            element(out, "nameIdentifier", name, of_id, 2, text_in(name, "nameIdentifier"));
        }
        buffer_append_view(out, SV("</creator>\n"));
    }
    buffer_append_view(out, SV("</creators>\n"));
}

// A list of elements in one around them; nothing where there are none, since the schema knows no
// empty ones.
struct xml_list {
    const char *member;
    const char *around;
    const char *name;
    const char *text; // member; NULL: the items are texts
    struct xml_pair pairs[4];
    size_t pair_count;
};

static void write_list(const json_t *root, const struct xml_list *l, struct buffer *out)
{
    const json_t *list = json_object_get(root, l->member);
    if (json_array_size(list) == 0) {
        return;
    }
    buffer_print(out, "<%s>\n", l->around);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        string_view text = json_is_string(one)
                               ? (string_view){json_string_value(one), json_string_length(one)}
                               : text_in(one, l->text);
        element(out, l->name, one, l->pairs, l->pair_count, text);
    }
    buffer_print(out, "</%s>\n", l->around);
}

static void write_identifier(const json_t *root, struct buffer *out)
{
    string_view doi = text_in(root, "doi");
    const json_t *own = json_array_get(json_object_get(root, "identifiers"), 0);
    buffer_print(out, "<identifier identifierType=\"%s\">", doi.length > 0 ? "DOI" : "URL");
    xml_text(out, doi.length > 0 ? doi : text_in(own, "identifier"));
    buffer_append_view(out, SV("</identifier>\n"));
}

static const struct xml_list lists[] = {
    {"titles", "titles", "title", "title", {{NULL, NULL}}, 0},
    {"dates", "dates", "date", "date", {{"dateType", "dateType"}}, 1},
    {"relatedIdentifiers",
     "relatedIdentifiers",
     "relatedIdentifier",
     "relatedIdentifier",
     {{"relatedIdentifierType", "relatedIdentifierType"},
      {"relationType", "relationType"},
      {"resourceTypeGeneral", "resourceTypeGeneral"}},
     3},
    {"sizes", "sizes", "size", NULL, {{NULL, NULL}}, 0},
    {"formats", "formats", "format", NULL, {{NULL, NULL}}, 0},
    {"rightsList",
     "rightsList",
     "rights",
     "rights",
     {{"rightsURI", "rightsUri"},
      {"rightsIdentifier", "rightsIdentifier"},
      {"rightsIdentifierScheme", "rightsIdentifierScheme"},
      {"schemeURI", "schemeUri"}},
     4},
    {"descriptions",
     "descriptions",
     "description",
     "description",
     {{"descriptionType", "descriptionType"}},
     1},
};

status datacite_xml(const json_t *attributes, struct buffer *out, struct error *e)
{
    static const struct xml_pair of_publisher[] = {
        {"publisherIdentifier", "publisherIdentifier"},
        {"publisherIdentifierScheme", "publisherIdentifierScheme"},
        {"schemeURI", "schemeUri"}};
    static const struct xml_pair of_type[] = {{"resourceTypeGeneral", "resourceTypeGeneral"}};
    const json_t *publisher = json_object_get(attributes, "publisher");
    const json_t *types = json_object_get(attributes, "types");
    buffer_append_view(out, SV("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<resource xmlns=\"http://datacite.org/schema/kernel-4\" "
                               "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                               "xsi:schemaLocation=\"http://datacite.org/schema/kernel-4 "
                               "https://schema.datacite.org/meta/kernel-4/metadata.xsd\">\n"));
    write_identifier(attributes, out);
    write_creators(attributes, out);
    write_list(attributes, &lists[0], out);
    element(out, "publisher", publisher, of_publisher, 3, text_in(publisher, "name"));
    buffer_print(out, "<publicationYear>%" JSON_INTEGER_FORMAT "</publicationYear>\n",
                 json_integer_value(json_object_get(attributes, "publicationYear")));
    element(out, "resourceType", types, of_type, 1, text_in(types, "resourceType"));
    for (size_t i = 1; i < ARRAY_LENGTH(lists); i++) {
        if (i == 2) {
            plain(out, "language", text_in(attributes, "language"));
        }
        if (strcmp(lists[i].member, "rightsList") == 0) {
            plain(out, "version", text_in(attributes, "version"));
        }
        write_list(attributes, &lists[i], out);
    }
    buffer_append_view(out, SV("</resource>\n"));
    return buffer_check(out, "the metadata", e);
}

// --- schema.org ------------------------------------------------------------------------------

static string_view first_text(const json_t *root, const char *list, const char *member)
{
    return text_in(json_array_get(json_object_get(root, list), 0), member);
}

static void write_people(const json_t *root, struct buffer *out)
{
    const json_t *list = json_object_get(root, "creators");
    json_write_name(out, SV("creator"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        bool person = sv_equal(text_in(one, "nameType"), SV("Personal"));
        buffer_append_view(out, i == 0 ? SV("{") : SV(",{"));
        json_write_member(out, SV("@type"), person ? SV("Person") : SV("Organization"));
        json_write_member(out, SV("name"), text_in(one, "name"));
        json_write_member(out, SV("givenName"), text_in(one, "givenName"));
        json_write_member(out, SV("familyName"), text_in(one, "familyName"));
        json_write_member(out, SV("sameAs"), first_text(one, "nameIdentifiers", "nameIdentifier"));
        buffer_append_byte(out, '}');
    }
    buffer_append_byte(out, ']');
}

static void write_texts(const json_t *root, const char *list_name, const char *member,
                        const char *name, struct buffer *out)
{
    const json_t *list = json_object_get(root, list_name);
    if (json_array_size(list) == 0) {
        return;
    }
    json_write_name(out, sv_from(name));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        string_view text = text_in(one, member);
        buffer_append(out, ",", i == 0 ? 0 : 1);
        json_write_string(out, text.length > 0 ? text : text_in(one, "rights"));
    }
    buffer_append_byte(out, ']');
}

// What it was drawn from, and the earlier version of it.
static void write_based_on(const json_t *root, struct buffer *out)
{
    const json_t *list = json_object_get(root, "relatedIdentifiers");
    json_write_name(out, SV("isBasedOn"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);
        string_view text = text_in(one, "relatedIdentifier");
        bool doi = sv_equal(text_in(one, "relatedIdentifierType"), SV("DOI"));
        buffer_append_view(out, i == 0 ? SV("\"") : SV(",\""));
        buffer_append_view(out, doi ? SV("https://doi.org/") : SV(""));
        json_write_escaped(out, text);
        buffer_append_byte(out, '"');
    }
    buffer_append_byte(out, ']');
}

static void write_publisher(const json_t *root, struct buffer *out)
{
    const json_t *publisher = json_object_get(root, "publisher");
    json_write_name(out, SV("publisher"));
    buffer_append_byte(out, '{');
    json_write_member(out, SV("@type"), SV("Organization"));
    json_write_member(out, SV("@id"), text_in(publisher, "publisherIdentifier"));
    json_write_member(out, SV("name"), text_in(publisher, "name"));
    buffer_append_byte(out, '}');
}

status datacite_schema_org(const json_t *attributes, struct buffer *out, struct error *e)
{
    string_view doi = text_in(attributes, "doi");
    string_view url = text_in(attributes, "url");
    buffer_append_byte(out, '{');
    json_write_member(out, SV("@context"), SV("https://schema.org/"));
    json_write_member(out, SV("@type"), SV("Dataset"));
    json_write_name(out, SV("@id"));
    buffer_append_byte(out, '"');
    buffer_append_view(out, doi.length > 0 ? SV("https://doi.org/") : SV(""));
    json_write_escaped(out, doi.length > 0 ? doi : url);
    buffer_append_view(out, SV("\",\"identifier\":\""));
    buffer_append_view(out, doi.length > 0 ? SV("https://doi.org/") : SV(""));
    json_write_escaped(out, doi.length > 0 ? doi : url);
    buffer_append_byte(out, '"');
    json_write_member(out, SV("url"), url);
    json_write_member(out, SV("name"), first_text(attributes, "titles", "title"));
    json_write_member(out, SV("description"),
                      first_text(attributes, "descriptions", "description"));
    write_people(attributes, out);
    write_publisher(attributes, out);
    json_write_member(out, SV("datePublished"), first_text(attributes, "dates", "date"));
    json_write_member(out, SV("version"), text_in(attributes, "version"));
    write_texts(attributes, "rightsList", "rightsUri", "license", out);
    write_based_on(attributes, out);
    json_write_name(out, SV("isAccessibleForFree"));
    buffer_append_view(out, SV("true}\n"));
    return buffer_check(out, "the metadata", e);
}
