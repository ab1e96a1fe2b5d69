// SPDX-License-Identifier: Apache-2.0
// Writes single records for other programs.
#include "api/record_formats.h"

#include "api/record_media.h"
#include "formats/json_write.h"

#include <string.h>

#define MEDIA_WRITTEN ((size_t)100)

// --- JSON-LD ---------------------------------------------------------------------------------

// Terms of Darwin Core that records carry as members, by bytes.
static const char *const terms[] = {
    "acceptedNameUsage",
    "acceptedNameUsageID",
    "associatedMedia",
    "associatedOccurrences",
    "associatedOrganisms",
    "associatedReferences",
    "associatedSequences",
    "associatedTaxa",
    "basisOfRecord",
    "bed",
    "behavior",
    "catalogNumber",
    "class",
    "collectionCode",
    "collectionID",
    "continent",
    "coordinatePrecision",
    "coordinateUncertaintyInMeters",
    "country",
    "countryCode",
    "county",
    "cultivarEpithet",
    "dataGeneralizations",
    "datasetID",
    "datasetName",
    "dateIdentified",
    "day",
    "decimalLatitude",
    "decimalLongitude",
    "degreeOfEstablishment",
    "disposition",
    "dynamicProperties",
    "earliestAgeOrLowestStage",
    "earliestEonOrLowestEonothem",
    "earliestEpochOrLowestSeries",
    "earliestEraOrLowestErathem",
    "earliestPeriodOrLowestSystem",
    "endDayOfYear",
    "establishmentMeans",
    "eventDate",
    "eventID",
    "eventRemarks",
    "eventTime",
    "eventType",
    "family",
    "fieldNotes",
    "fieldNumber",
    "footprintSRS",
    "footprintWKT",
    "formation",
    "genericName",
    "genus",
    "geodeticDatum",
    "georeferenceProtocol",
    "georeferenceRemarks",
    "georeferenceSources",
    "georeferenceVerificationStatus",
    "georeferencedBy",
    "georeferencedDate",
    "group",
    "habitat",
    "higherClassification",
    "higherGeography",
    "higherGeographyID",
    "highestBiostratigraphicZone",
    "identificationID",
    "identificationQualifier",
    "identificationReferences",
    "identificationRemarks",
    "identificationVerificationStatus",
    "identifiedBy",
    "identifiedByID",
    "individualCount",
    "informationWithheld",
    "infragenericEpithet",
    "infraspecificEpithet",
    "institutionCode",
    "institutionID",
    "island",
    "islandGroup",
    "kingdom",
    "latestAgeOrHighestStage",
    "latestEonOrHighestEonothem",
    "latestEpochOrHighestSeries",
    "latestEraOrHighestErathem",
    "latestPeriodOrHighestSystem",
    "lifeStage",
    "lithostratigraphicTerms",
    "locality",
    "locationAccordingTo",
    "locationID",
    "locationRemarks",
    "lowestBiostratigraphicZone",
    "materialSampleID",
    "maximumDepthInMeters",
    "maximumElevationInMeters",
    "member",
    "minimumDepthInMeters",
    "minimumElevationInMeters",
    "month",
    "municipality",
    "nameAccordingTo",
    "namePublishedIn",
    "namePublishedInYear",
    "nomenclaturalCode",
    "nomenclaturalStatus",
    "occurrenceID",
    "occurrenceRemarks",
    "occurrenceStatus",
    "order",
    "organismID",
    "organismName",
    "organismQuantity",
    "organismQuantityType",
    "originalNameUsage",
    "otherCatalogNumbers",
    "ownerInstitutionCode",
    "parentEventID",
    "parentNameUsage",
    "pathway",
    "phylum",
    "preparations",
    "previousIdentifications",
    "recordNumber",
    "recordedBy",
    "recordedByID",
    "reproductiveCondition",
    "sampleSizeUnit",
    "sampleSizeValue",
    "samplingEffort",
    "samplingProtocol",
    "scientificName",
    "scientificNameAuthorship",
    "scientificNameID",
    "sex",
    "specificEpithet",
    "startDayOfYear",
    "stateProvince",
    "subfamily",
    "subgenus",
    "subtribe",
    "superfamily",
    "taxonConceptID",
    "taxonID",
    "taxonRank",
    "taxonRemarks",
    "taxonomicStatus",
    "tribe",
    "typeStatus",
    "verbatimCoordinateSystem",
    "verbatimCoordinates",
    "verbatimDepth",
    "verbatimElevation",
    "verbatimEventDate",
    "verbatimIdentification",
    "verbatimLabel",
    "verbatimLatitude",
    "verbatimLocality",
    "verbatimLongitude",
    "verbatimSRS",
    "verbatimTaxonRank",
    "vernacularName",
    "vitality",
    "waterBody",
    "year",
};

static bool is_term(string_view name)
{
    size_t low = 0;
    size_t high = ARRAY_LENGTH(terms);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = sv_compare(sv_from(terms[middle]), name);
        if (order == 0) {
            return true;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return false;
}

// A scalar, or a list of scalars, as JSON; false where there is nothing to say.
static bool write_values(const struct record_tree *t, const struct node *node, string_view name,
                         struct buffer *out)
{
    const struct node *first = node_is_scalar(node) ? node : node + 1;
    const struct node *end = node_next(node);
    size_t count = 0;
    for (const struct node *n = first; n < end; n = node_next(n)) {
        if (!node_is_scalar(n) || node->kind == NODE_OBJECT) {
            return false;
        }
        count += n->kind != NODE_NULL && (n->kind != NODE_STRING || n->text.length > 0);
    }
    if (count == 0) {
        return false;
    }
    json_write_name(out, name);
    buffer_append_view(out, count > 1 ? SV("[") : SV(""));
    bool begun = false;
    for (const struct node *n = first; n < end; n = node_next(n)) {
        if (n->kind == NODE_NULL || (n->kind == NODE_STRING && n->text.length == 0)) {
            continue;
        }
        buffer_append_view(out, begun ? SV(",") : SV(""));
        node_write_json(n, t->names, false, out);
        begun = true;
    }
    buffer_append_view(out, count > 1 ? SV("]") : SV(""));
    return true;
}

static void write_terms(const struct record_document *d, struct buffer *out)
{
    const struct record_tree *t = d->record;
    for (const struct node *m = t->nodes + 1; m < node_next(t->nodes); m = node_next(m)) {
        string_view name = node_name(t, m);
        if (is_term(name)) {
            (void)write_values(t, m, name, out);
        }
    }
}

// Of the house's own single values.
static void write_properties(const struct record_document *d, struct buffer *out)
{
    const struct record_tree *t = d->record;
    bool begun = false;
    for (const struct node *m = t->nodes + 1; m < node_next(t->nodes); m = node_next(m)) {
        string_view name = node_name(t, m);
        if (is_term(name) || !node_is_scalar(m) || node_text(m).length == 0) {
            continue;
        }
        if (!begun) {
            json_write_name(out, SV("schema:additionalProperty"));
        }
        buffer_append_view(out, begun ? SV(",{") : SV("[{"));
        json_write_member(out, SV("@type"), SV("schema:PropertyValue"));
        json_write_member(out, SV("schema:name"), name);
        json_write_name(out, SV("schema:value"));
        node_write_json(m, t->names, false, out);
        buffer_append_byte(out, '}');
        begun = true;
    }
    buffer_append_view(out, begun ? SV("]") : SV(""));
}

static void write_dataset_reference(const struct record_document *d, struct buffer *out)
{
    if (d->dataset == NULL) {
        return;
    }
    string_view path = dataset_path(d->arena, d->dataset->slug);
    json_write_name(out, SV("schema:isPartOf"));
    buffer_append_byte(out, '{');
    json_write_member(out, SV("@id"),
                      arena_print(d->arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(d->site->origin),
                                  SV_ARGUMENT(path)));
    json_write_member(out, SV("@type"), SV("schema:Dataset"));
    json_write_member(out, SV("schema:name"), d->dataset->title);
    buffer_append_byte(out, '}');
}

static const char *class_of(enum media_kind kind)
{
    switch (kind) {
    case MEDIA_IMAGE:
        return "schema:ImageObject";
    case MEDIA_SOUND:
        return "schema:AudioObject";
    case MEDIA_FILM:
        return "schema:VideoObject";
    case MEDIA_MODEL:
        return "schema:3DModel";
    case MEDIA_DOCUMENT:
    case MEDIA_OTHER:
        break;
    }
    return "schema:MediaObject";
}

// Each with its own licence (rules D1 and D3).
static status write_media(const struct record_document *d, struct buffer *out, struct error *e)
{
    struct record_medium *media = NULL;
    size_t count = 0;
    size_t total = 0;
    TRY(record_media(d->arena, d->record, d->site->origin, MEDIA_WRITTEN, &media, &count, &total,
                     e));
    if (count > 0) {
        json_write_name(out, SV("schema:associatedMedia"));
    }
    for (size_t i = 0; i < count; i++) {
        const struct record_medium *m = &media[i];
        buffer_append_view(out, i == 0 ? SV("[{") : SV(",{"));
        json_write_member(out, SV("@type"), sv_from(class_of(m->kind)));
        json_write_member(out, SV("schema:contentUrl"),
                          m->own
                              ? arena_print(d->arena, SV_FORMAT SV_FORMAT,
                                            SV_ARGUMENT(d->site->origin), SV_ARGUMENT(m->address))
                              : m->address);
        json_write_member(out, SV("schema:encodingFormat"), m->format);
        json_write_member(out, SV("schema:name"), m->title);
        json_write_member(out, SV("schema:description"), m->text);
        json_write_member(out, SV("schema:creator"), m->creator);
        json_write_member(out, SV("schema:copyrightHolder"), m->rights_holder);
        json_write_member(out, SV("schema:license"),
                          m->licence_address.length > 0 ? m->licence_address : m->licence);
        buffer_append_byte(out, '}');
    }
    buffer_append_view(out, count > 0 ? SV("]") : SV(""));
    return ST_OK;
}

status record_write_linked(const struct record_document *d, struct buffer *out, struct error *e)
{
    struct citation citation;
    struct record_title title = record_title(d->arena, d->record, d->name->key);
    string_view path = record_path(d->arena, d->name->table->slug, d->name->key);
    string_view licence = record_value(d->arena, d->record, "license");
    string_view uri = {0};
    cite_record(d->site, d->arena, d->name, d->record, d->dataset, d->version, &citation);
    licence = licence.length > 0 ? licence : json_text(citation.dataset, "licence");
    licence = licence_label(d->arena, licence, &uri);
    buffer_append_view(out, SV("{\"@context\":{\"@vocab\":\"http://rs.tdwg.org/dwc/terms/\","
                               "\"schema\":\"https://schema.org/\",\"dcterms\":"
                               "\"http://purl.org/dc/terms/\"}"));
    json_write_member(out, SV("@id"),
                      arena_print(d->arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(d->site->origin),
                                  SV_ARGUMENT(path)));
    buffer_append_view(out, SV(",\"@type\":[\"Occurrence\",\"schema:Thing\"]"));
    json_write_member(out, SV("schema:name"), title.text);
    json_write_member(out, SV("schema:url"), citation.address);
    json_write_member(out, SV("schema:version"), day_in_digits(d->arena, d->version));
    json_write_member(out, SV("schema:license"), uri.length > 0 ? uri : licence);
    json_write_member(out, SV("dcterms:bibliographicCitation"), citation_text(d->arena, &citation));
    write_dataset_reference(d, out);
    write_terms(d, out);
    write_properties(d, out);
    TRY(write_media(d, out, e));
    buffer_append_view(out, SV("}\n"));
    return buffer_check(out, "the record", e);
}

// --- CSV -------------------------------------------------------------------------------------

static void csv_field(struct buffer *out, string_view text)
{
    bool plain = true;
    buffer_append_view(out,
                       out->length > 0 && out->bytes[out->length - 1] != '\n' ? SV(",") : SV(""));
    for (size_t i = 0; i < text.length && plain; i++) {
        plain = strchr("\",\r\n", text.bytes[i]) == NULL || text.bytes[i] == '\0';
    }
    if (plain) {
        buffer_append_view(out, text);
        return;
    }
    buffer_append_byte(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        buffer_append_view(out, text.bytes[i] == '"' ? SV("\"") : SV(""));
        buffer_append_byte(out, text.bytes[i]);
    }
    buffer_append_byte(out, '"');
}

struct csv_row {
    const struct record_document *d;
    struct buffer *names;
    struct buffer *values;
};

// A list is one value, as in the export of a search; of objects each member is a column.
static void csv_member(struct csv_row *row, const struct node *member, string_view path)
{
    const struct record_document *d = row->d;
    const struct node *inner = member->kind == NODE_OBJECT ? member : NULL;
    if (member->kind == NODE_LIST && member->descendants > 0 && (member + 1)->kind == NODE_OBJECT) {
        inner = member + 1; // the first names the columns
    }
    if (inner == NULL) {
        csv_field(row->names, path);
        csv_field(row->values, record_values_joined(d->arena, d->record, path, SIZE_MAX));
        return;
    }
    for (const struct node *m = inner + 1; m < node_next(inner); m = node_next(m)) {
        string_view name = arena_print(d->arena, SV_FORMAT "." SV_FORMAT, SV_ARGUMENT(path),
                                       SV_ARGUMENT(node_name(d->record, m)));
        csv_field(row->names, name);
        csv_field(row->values, record_values_joined(d->arena, d->record, name, SIZE_MAX));
    }
}

status record_write_csv(const struct record_document *d, struct buffer *out, struct error *e)
{
    struct buffer values;
    struct csv_row row = {d, out, &values};
    const struct node *root = d->record->nodes;
    buffer_init(&values, LIMIT_RECORD_BYTES * 2);
    buffer_append_view(out, SV("_table,_key,_version"));
    csv_field(&values, d->name->table->slug);
    csv_field(&values, d->name->key);
    csv_field(&values, arena_print(d->arena, "%lld", (long long)d->version));
    for (const struct node *m = root + 1; m < node_next(root); m = node_next(m)) {
        csv_member(&row, m, node_name(d->record, m));
    }
    buffer_append_view(out, SV("\r\n"));
    buffer_append_view(out, buffer_view(&values));
    buffer_append_view(out, SV("\r\n"));
    status result = buffer_check(&values, "the record", e);
    buffer_release(&values);
    return result == ST_OK ? buffer_check(out, "the record", e) : result;
}
