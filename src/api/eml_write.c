// SPDX-License-Identifier: Apache-2.0
// Elements in the order that the profile's schema asks for.
#include "api/eml_write.h"

#include "api/page_text.h"
#include "formats/xml_write.h"

#include <string.h>

#define PROFILE "http://rs.gbif.org/schema/eml-gbif-profile/1.3/eml.xsd"
#define EML     "https://eml.ecoinformatics.org/eml-2.2.0"

// --- texts and dates -------------------------------------------------------------------------

static void open(struct buffer *out, const char *name)
{
    buffer_print(out, "<%s>\n", name);
}

static void end(struct buffer *out, const char *name)
{
    buffer_print(out, "</%s>\n", name);
}

// Nothing at all for a text of blanks alone.
static void write_element(struct buffer *out, const char *name, string_view text)
{
    if (sv_trim(text).length > 0) {
        buffer_print(out, "<%s>", name);
        xml_write_text(out, text);
        buffer_print(out, "</%s>\n", name);
    }
}

// Paragraphs stand apart by blank lines.
static void write_paragraphs(struct buffer *out, string_view text)
{
    text = sv_trim(text);
    while (text.length > 0) {
        const char *gap = memmem(text.bytes, text.length, "\n\n", 2);
        size_t length = gap == NULL ? text.length : (size_t)(gap - text.bytes);
        write_element(out, "para", sv_trim(sv_slice(text, 0, length)));
        text = sv_trim(sv_slice(text, length, SIZE_MAX));
    }
}

// "2013" or "2013-05-02", which the schema allows; of other dates as much as it does. "" for none.
static string_view plain_date(string_view text)
{
    struct date_interval interval;
    text = sv_trim(text);
    if (!date_interval_from_text(text, &interval)) {
        return SV("");
    }
    bool has_day = text.length >= 10 && text.bytes[4] == '-' && text.bytes[7] == '-';
    return sv_slice(text, 0, has_day ? 10 : 4);
}

// A language as xml:lang has it.
static bool is_language(string_view text)
{
    bool good = text.length >= 2 && text.length <= 8;
    for (size_t i = 0; i < text.length && good; i++) {
        char letter = (char)(text.bytes[i] | 0x20);
        good = letter >= 'a' && letter <= 'z';
    }
    return good;
}

// --- people ----------------------------------------------------------------------------------

static void write_person(struct buffer *out, string_view given, string_view family,
                         string_view name)
{
    open(out, "individualName");
    if (family.length > 0) {
        write_element(out, "givenName", given);
    }
    write_element(out, "surName", family.length > 0 ? family : name);
    end(out, "individualName");
}

// Whether it has a name; such parties are written.
static bool has_name(const json_t *party)
{
    return sv_trim(json_text(party, "name")).length > 0 ||
           sv_trim(json_text(party, "family")).length > 0;
}

static void write_party(struct buffer *out, const char *element, const json_t *party,
                        string_view organisation, string_view role)
{
    string_view name = json_text(party, "name");
    string_view place = json_text(party, "affiliation");
    string_view orcid = json_text(party, "orcid");
    place = place.length > 0 ? place : json_text(party, "organisation");
    open(out, element);
    if (sv_equal(name, organisation) || sv_equal(name, place)) {
        write_element(out, "organizationName", name);
    } else {
        write_person(out, json_text(party, "given"), json_text(party, "family"), name);
        write_element(out, "organizationName", place);
    }
    write_element(out, "electronicMailAddress", json_text(party, "email"));
    if (orcid.length > 0) {
        buffer_append_view(out, SV("<userId directory=\"https://orcid.org/\">"));
        xml_write_text(out, orcid);
        buffer_append_view(out, SV("</userId>\n"));
    }
    write_element(out, "role", role);
    end(out, element);
}

static void write_organisation(struct buffer *out, const char *element, string_view name)
{
    open(out, element);
    write_element(out, "organizationName", name);
    end(out, element);
}

static void write_creators(struct buffer *out, const json_t *dataset, string_view organisation)
{
    size_t i = 0;
    size_t written = 0;
    const json_t *party = NULL;
    json_array_foreach(json_object_get(dataset, "authors"), i, party)
    {
        if (has_name(party)) {
            write_party(out, "creator", party, organisation, SV(""));
            written++;
        }
    }
    if (written == 0) {
        write_organisation(out, "creator", organisation);
    }
}

enum contacts { CONTACTS, PROVIDERS, OTHERS };

static enum contacts kind_of_contact(string_view role)
{
    return role.length == 0 || sv_equal(role, SV("contact")) ? CONTACTS
           : sv_equal(role, SV("metadataProvider"))          ? PROVIDERS
                                                             : OTHERS;
}

static size_t write_contacts(struct buffer *out, const json_t *dataset, string_view organisation,
                             enum contacts kind)
{
    static const char *const elements[] = {"contact", "metadataProvider", "associatedParty"};
    size_t i = 0;
    size_t written = 0;
    const json_t *party = NULL;
    json_array_foreach(json_object_get(dataset, "contacts"), i, party)
    {
        string_view role = json_text(party, "role");
        if (has_name(party) && kind_of_contact(role) == kind) {
            write_party(out, elements[kind], party, organisation, kind == OTHERS ? role : SV(""));
            written++;
        }
    }
    return written;
}

// --- the rest --------------------------------------------------------------------------------

static void write_keywords(struct buffer *out, const json_t *dataset)
{
    size_t i = 0;
    size_t start = out->length;
    const json_t *tag = NULL;
    open(out, "keywordSet");
    size_t empty = out->length;
    json_array_foreach(json_object_get(dataset, "tags"), i, tag)
    {
        if (json_is_string(tag)) {
            write_element(out, "keyword",
                          (string_view){json_string_value(tag), json_string_length(tag)});
        }
    }
    if (out->length == empty) {
        out->length = start;
    } else {
        write_element(out, "keywordThesaurus", SV("n/a"));
        end(out, "keywordSet");
    }
}

// Nothing where nothing is stated (rule D1).
static void write_rights(struct arena *arena, struct buffer *out, string_view licence)
{
    string_view address = SV("");
    string_view label = licence_label(arena, licence, &address);
    if (sv_trim(licence).length == 0) {
        return;
    }
    buffer_append_view(out, SV("<intellectualRights>\n<para>"));
    if (address.length > 0) {
        buffer_append_view(out, SV("This work is licensed under <ulink url=\""));
        xml_write_text(out, address);
        buffer_append_view(out, SV("\"><citetitle>"));
        xml_write_text(out, label);
        buffer_append_view(out, SV("</citetitle></ulink>."));
    } else {
        xml_write_text(out, licence);
    }
    buffer_append_view(out, SV("</para>\n</intellectualRights>\n"));
}

static bool write_degrees(struct buffer *out, const char *element, const json_t *box,
                          const char *name)
{
    const json_t *value = json_object_get(box, name);
    if (json_is_number(value)) {
        buffer_print(out, "<%s>%.8f</%s>\n", element, json_number_value(value), element);
    }
    return json_is_number(value);
}

static void write_place(struct buffer *out, const json_t *place)
{
    size_t start = out->length;
    string_view description = json_text(place, "description");
    open(out, "geographicCoverage");
    write_element(out, "geographicDescription",
                  sv_trim(description).length > 0 ? description : SV("Not described"));
    open(out, "boundingCoordinates");
    bool whole = write_degrees(out, "westBoundingCoordinate", place, "west") &&
                 write_degrees(out, "eastBoundingCoordinate", place, "east") &&
                 write_degrees(out, "northBoundingCoordinate", place, "north") &&
                 write_degrees(out, "southBoundingCoordinate", place, "south");
    end(out, "boundingCoordinates");
    end(out, "geographicCoverage");
    if (!whole) {
        out->length = start; // the schema wants the box
    }
}

static void write_time(struct buffer *out, const json_t *time)
{
    string_view start = plain_date(json_text(time, "start"));
    string_view until = plain_date(json_text(time, "end"));
    if (start.length == 0 && until.length == 0) {
        return;
    }
    open(out, "temporalCoverage");
    if (start.length > 0 && until.length > 0 && !sv_equal(start, until)) {
        open(out, "rangeOfDates");
        open(out, "beginDate");
        write_element(out, "calendarDate", start);
        end(out, "beginDate");
        open(out, "endDate");
        write_element(out, "calendarDate", until);
        end(out, "endDate");
        end(out, "rangeOfDates");
    } else {
        open(out, "singleDateTime");
        write_element(out, "calendarDate", start.length > 0 ? start : until);
        end(out, "singleDateTime");
    }
    end(out, "temporalCoverage");
}

static void write_coverage(struct buffer *out, const json_t *dataset)
{
    size_t start = out->length;
    open(out, "coverage");
    size_t empty = out->length;
    write_place(out, json_object_get(dataset, "spatial"));
    write_time(out, json_object_get(dataset, "temporal"));
    if (out->length == empty) {
        out->length = start;
    } else {
        end(out, "coverage");
    }
}

static void write_maintenance(struct buffer *out, const json_t *dataset)
{
    static const char *const known[] = {"annually",
                                        "asNeeded",
                                        "biannually",
                                        "continually",
                                        "daily",
                                        "irregular",
                                        "monthly",
                                        "notPlanned",
                                        "weekly",
                                        "unknown",
                                        "otherMaintenancePeriod"};
    string_view frequency = json_text(dataset, "updateFrequency");
    for (size_t i = 0; i < ARRAY_LENGTH(known); i++) {
        if (sv_equal(frequency, sv_from(known[i]))) {
            open(out, "maintenance");
            buffer_append_view(out, SV("<description><para/></description>\n"));
            write_element(out, "maintenanceUpdateFrequency", frequency);
            end(out, "maintenance");
        }
    }
}

static void write_more(struct buffer *out, const struct eml_subject *s)
{
    char stamp[25];
    string_view doi = json_text(s->dataset, "doi");
    moment_to_text(s->version, stamp);
    buffer_append_view(out, SV("<additionalMetadata>\n<metadata>\n<gbif>\n"));
    write_element(out, "dateStamp", sv_from(stamp));
    write_element(out, "hierarchyLevel", SV("dataset"));
    if (sv_trim(s->citation).length > 0) {
        buffer_append_view(out, SV("<citation"));
        if (doi.length > 0) {
            buffer_append_view(out, SV(" identifier=\"https://doi.org/"));
            xml_write_text(out, doi);
            buffer_append_byte(out, '"');
        }
        buffer_append_byte(out, '>');
        xml_write_text(out, s->citation);
        buffer_append_view(out, SV("</citation>\n"));
    }
    buffer_append_view(out, SV("</gbif>\n</metadata>\n</additionalMetadata>\n"));
}

static void write_description(struct buffer *out, const struct eml_subject *s, string_view title)
{
    string_view text = json_text(s->dataset, "description");
    text = sv_trim(text).length > 0 ? text : s->description;
    open(out, "abstract");
    write_paragraphs(out, sv_trim(text).length > 0 ? text : title);
    end(out, "abstract");
    write_keywords(out, s->dataset);
    if (s->notice.length > 0) {
        open(out, "additionalInfo");
        write_element(out, "para", s->notice);
        end(out, "additionalInfo");
    }
}

static void write_dataset_element(struct arena *arena, struct buffer *out,
                                  const struct eml_subject *s)
{
    string_view organisation = sv_trim(json_text(s->dataset, "organisation"));
    string_view title = sv_trim(json_text(s->dataset, "title"));
    string_view published = plain_date(json_text(s->dataset, "published"));
    string_view language = json_text(s->dataset, "language");
    organisation = organisation.length > 0 ? organisation : s->publisher;
    title = title.length > 0 ? title : s->title;
    open(out, "dataset");
    write_element(out, "alternateIdentifier", s->address);
    write_element(out, "title", title);
    write_creators(out, s->dataset, organisation);
    (void)write_contacts(out, s->dataset, organisation, PROVIDERS);
    (void)write_contacts(out, s->dataset, organisation, OTHERS);
    write_element(out, "pubDate",
                  published.length > 0 ? published : day_in_digits(arena, s->version));
    write_element(out, "language", language);
    write_description(out, s, title);
    write_rights(arena, out, s->licence);
    write_coverage(out, s->dataset);
    write_maintenance(out, s->dataset);
    if (write_contacts(out, s->dataset, organisation, CONTACTS) == 0) {
        write_organisation(out, "contact", organisation);
    }
    write_organisation(out, "publisher", organisation);
    end(out, "dataset");
}

status eml_write(struct arena *arena, const struct eml_subject *s, struct buffer *out,
                 struct error *e)
{
    string_view language = json_text(s->dataset, "language");
    buffer_append_view(out, SV("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<eml:eml xmlns:eml=\"" EML "\""
                               " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                               " xsi:schemaLocation=\"" EML " " PROFILE "\""
                               " scope=\"system\" system=\"http://gbif.org\" packageId=\""));
    xml_write_text(out, s->identifier);
    if (is_language(language)) {
        buffer_append_view(out, SV("\" xml:lang=\""));
        xml_write_text(out, language);
    }
    buffer_append_view(out, SV("\">\n"));
    write_dataset_element(arena, out, s);
    write_more(out, s);
    buffer_append_view(out, SV("</eml:eml>\n"));
    return buffer_check(out, "a description of a dataset", e);
}
