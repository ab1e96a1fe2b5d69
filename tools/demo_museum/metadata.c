// SPDX-License-Identifier: Apache-2.0
// Dataset metadata in JSON and EML; see metadata.h.
#include "metadata.h"

#include <string.h>

const char ORGANISATION[] = "Vitrine Demo Museum";

static void add_member(struct text *text, const char *name, const char *value)
{
    if (value == NULL) {
        return;
    }
    if (text->data[text->length - 1] != '{') {
        text_add_char(text, ',');
    }
    text_add_json(text, name);
    text_add_char(text, ':');
    text_add_json(text, value);
}

static void add_authors_json(struct text *text, const struct metadata *metadata)
{
    struct text name = {0};
    text_add(text, ",\"authors\":[");
    for (size_t i = 0; i < metadata->author_count; i++) {
        const struct person *person = metadata->authors[i];
        text_clear(&name);
        text_format(&name, "%s %s", person->given, person->family);
        text_add(text, i == 0 ? "{" : ",{");
        add_member(text, "name", name.data);
        add_member(text, "given", person->given);
        add_member(text, "family", person->family);
        add_member(text, "affiliation", metadata->affiliation);
        text_add_char(text, '}');
    }
    text_add_char(text, ']');
    text_release(&name);
}

static void add_tags_json(struct text *text, const char *tags)
{
    text_add(text, ",\"tags\":[");
    struct text word = {0};
    for (size_t i = 0; i < list_count(tags, ';'); i++) {
        struct part part = list_part(tags, ';', i);
        text_clear(&word);
        text_add_bytes(&word, part.start, part.length);
        text_add(text, i == 0 ? "" : ",");
        text_add_json(text, word.data);
    }
    text_add_char(text, ']');
    text_release(&word);
}

static void add_coverage_json(struct text *text, const struct metadata *metadata)
{
    if (metadata->start.year != 0) {
        text_add(text, ",\"temporal\":{\"start\":\"");
        text_add_date(text, metadata->start);
        text_add(text, "\",\"end\":\"");
        text_add_date(text, metadata->end);
        text_add(text, "\"}");
    }
    if (metadata->has_box) {
        text_format(text,
                    ",\"spatial\":{\"west\":%.2f,\"south\":%.2f,\"east\":%.2f,\"north\":%.2f}",
                    metadata->west, metadata->south, metadata->east, metadata->north);
    }
}

static void add_resources_json(struct text *text, const struct metadata *metadata)
{
    text_add(text, ",\"resources\":[");
    for (size_t i = 0; i < metadata->resource_count; i++) {
        const struct resource_facts *resource = &metadata->resources[i];
        text_add(text, i == 0 ? "{" : ",{");
        add_member(text, "slug", resource->slug);
        add_member(text, "title", resource->title);
        add_member(text, "kind", resource->kind);
        add_member(text, "description", resource->description);
        text_add_char(text, '}');
    }
    text_add_char(text, ']');
}

void text_add_citation(struct text *text, const struct metadata *metadata, int year)
{
    for (size_t i = 0; i < metadata->author_count; i++) {
        const struct person *person = metadata->authors[i];
        text_format(text, "%s%s %s", i == 0 ? "" : "; ", person->family, person->initials);
    }
    if (metadata->author_count == 0) {
        text_add(text, ORGANISATION);
    }
    text_format(text, " (%d). %s [Data set]. %s.", year, metadata->title, ORGANISATION);
}

void text_add_metadata_json(struct text *text, const struct metadata *metadata)
{
    struct text citation = {0};
    text_add_citation(&citation, metadata, metadata->end.year);
    text_add_char(text, '{');
    add_member(text, "slug", metadata->slug);
    add_member(text, "title", metadata->title);
    add_member(text, "description", metadata->description);
    add_member(text, "category", metadata->category);
    add_member(text, "licence", metadata->licence);
    add_authors_json(text, metadata);
    add_member(text, "organisation", ORGANISATION);
    add_tags_json(text, metadata->tags);
    add_coverage_json(text, metadata);
    add_member(text, "updateFrequency", metadata->update_frequency);
    add_member(text, "language", "en");
    add_member(text, "citation", citation.data);
    text_add(text, ",\"contacts\":[{");
    add_member(text, "role", metadata->contact_role);
    add_member(text, "name", ORGANISATION);
    add_member(text, "email", DEMO_MAILBOX);
    text_add(text, "}]");
    add_resources_json(text, metadata);
    text_add_char(text, '}');
    text_release(&citation);
}

static void add_element(struct text *text, const char *name, const char *value)
{
    text_format(text, "<%s>", name);
    text_add_xml(text, value);
    text_format(text, "</%s>\n", name);
}

static void add_party_eml(struct text *text, const char *element, const struct person *person)
{
    text_format(text, "<%s><individualName>\n", element);
    add_element(text, "givenName", person->given);
    add_element(text, "surName", person->family);
    text_add(text, "</individualName>\n");
    add_element(text, "organizationName", ORGANISATION);
    text_format(text, "</%s>\n", element);
}

static void add_organisation_eml(struct text *text, const char *element, const char *role)
{
    text_format(text, "<%s>\n", element);
    add_element(text, "organizationName", ORGANISATION);
    if (role != NULL) {
        add_element(text, "positionName", role);
    }
    add_element(text, "electronicMailAddress", DEMO_MAILBOX);
    text_format(text, "</%s>\n", element);
}

// Paragraphs are split at blank lines.
static void add_abstract_eml(struct text *text, const char *description)
{
    text_add(text, "<abstract>\n");
    const char *at = description;
    for (;;) {
        const char *end = strstr(at, "\n\n");
        struct text paragraph = {0};
        text_add_bytes(&paragraph, at, end == NULL ? strlen(at) : (size_t)(end - at));
        add_element(text, "para", paragraph.data);
        text_release(&paragraph);
        if (end == NULL) {
            break;
        }
        at = end + 2;
    }
    text_add(text, "</abstract>\n");
}

static void add_coverage_eml(struct text *text, const struct metadata *metadata)
{
    text_add(text, "<coverage>\n");
    if (metadata->has_box) {
        text_add(text,
                 "<geographicCoverage><geographicDescription>Worldwide</geographicDescription>"
                 "<boundingCoordinates>\n");
        text_format(text, "<westBoundingCoordinate>%.2f</westBoundingCoordinate>\n",
                    metadata->west);
        text_format(text, "<eastBoundingCoordinate>%.2f</eastBoundingCoordinate>\n",
                    metadata->east);
        text_format(text, "<northBoundingCoordinate>%.2f</northBoundingCoordinate>\n",
                    metadata->north);
        text_format(text, "<southBoundingCoordinate>%.2f</southBoundingCoordinate>\n",
                    metadata->south);
        text_add(text, "</boundingCoordinates></geographicCoverage>\n");
    }
    text_add(text, "<temporalCoverage><rangeOfDates><beginDate><calendarDate>");
    text_add_date(text, metadata->start);
    text_add(text, "</calendarDate></beginDate><endDate><calendarDate>");
    text_add_date(text, metadata->end);
    text_add(text, "</calendarDate></endDate></rangeOfDates></temporalCoverage>\n</coverage>\n");
}

static void add_keywords_eml(struct text *text, const char *tags)
{
    text_add(text, "<keywordSet>\n");
    struct text word = {0};
    for (size_t i = 0; i < list_count(tags, ';'); i++) {
        struct part part = list_part(tags, ';', i);
        text_clear(&word);
        text_add_bytes(&word, part.start, part.length);
        add_element(text, "keyword", word.data);
    }
    text_add(text, "</keywordSet>\n");
    text_release(&word);
}

void text_add_eml(struct text *text, const struct metadata *metadata, struct date published)
{
    struct text citation = {0};
    text_add_citation(&citation, metadata, metadata->end.year);
    text_format(text,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<eml:eml xmlns:eml=\"https://eml.ecoinformatics.org/eml-2.2.0\" packageId=\"%s\" "
                "system=\"https://vitrine.example.org\" scope=\"system\" xml:lang=\"en\">\n"
                "<dataset>\n",
                metadata->slug);
    add_element(text, "title", metadata->title);
    for (size_t i = 0; i < metadata->author_count; i++) {
        add_party_eml(text, "creator", metadata->authors[i]);
    }
    add_organisation_eml(text, "metadataProvider", NULL);
    text_add(text, "<pubDate>");
    text_add_date(text, published);
    text_add(text, "</pubDate>\n<language>en</language>\n");
    add_abstract_eml(text, metadata->description);
    add_keywords_eml(text, metadata->tags);
    text_add(text, "<intellectualRights><para>This demonstration dataset is released under "
                   "<ulink url=\"");
    text_add_xml(text, metadata->licence);
    text_add(text, "\"><citetitle>the licence named here</citetitle></ulink>.</para>"
                   "</intellectualRights>\n");
    add_coverage_eml(text, metadata);
    text_add(text, "<maintenance><description><para/></description>"
                   "<maintenanceUpdateFrequency>");
    text_add(text, metadata->update_frequency);
    text_add(text, "</maintenanceUpdateFrequency></maintenance>\n");
    add_organisation_eml(text, "contact", metadata->contact_role);
    text_add(text, "</dataset>\n<additionalMetadata><metadata><gbif>\n");
    add_element(text, "citation", citation.data);
    text_add(text, "</gbif></metadata></additionalMetadata>\n</eml:eml>\n");
    text_release(&citation);
}
