// SPDX-License-Identifier: Apache-2.0
// The table of terms, in the order record pages show them.

#include "api/pages/terms.h"

#include "api/pages/language.h"
#include "api/pages/layout.h"

#include "base/buffer.h"

struct term {
    enum term_group group;
    const char *field;
    const char *label; // NULL: made from the field's name
};

static const struct term terms[] = {
    {TERM_CLASSIFICATION, "scientificName", NULL},
    {TERM_CLASSIFICATION, "currentScientificName", "Scientific name"},
    {TERM_CLASSIFICATION, "scientificNameAuthorship", "Author"},
    {TERM_CLASSIFICATION, "acceptedNameUsage", NULL},
    {TERM_CLASSIFICATION, "vernacularName", NULL},
    {TERM_CLASSIFICATION, "taxonomicStatus", NULL},
    {TERM_CLASSIFICATION, "kingdom", NULL},
    {TERM_CLASSIFICATION, "phylum", NULL},
    {TERM_CLASSIFICATION, "class", NULL},
    {TERM_CLASSIFICATION, "order", NULL},
    {TERM_CLASSIFICATION, "suborder", NULL},
    {TERM_CLASSIFICATION, "superfamily", NULL},
    {TERM_CLASSIFICATION, "family", NULL},
    {TERM_CLASSIFICATION, "subfamily", NULL},
    {TERM_CLASSIFICATION, "genus", NULL},
    {TERM_CLASSIFICATION, "subgenus", NULL},
    {TERM_CLASSIFICATION, "specificEpithet", "Species"},
    {TERM_CLASSIFICATION, "infraspecificEpithet", "Subspecies"},
    {TERM_CLASSIFICATION, "higherClassification", NULL},
    {TERM_CLASSIFICATION, "taxonRank", NULL},
    {TERM_CLASSIFICATION, "nomenclaturalCode", NULL},
    {TERM_CLASSIFICATION, "nomenclaturalStatus", NULL},
    {TERM_CLASSIFICATION, "namePublishedIn", NULL},
    {TERM_CLASSIFICATION, "taxonRemarks", NULL},

    {TERM_LOCATION, "labelLocality", NULL},
    {TERM_LOCATION, "locality", NULL},
    {TERM_LOCATION, "verbatimLocality", NULL},
    {TERM_LOCATION, "municipality", NULL},
    {TERM_LOCATION, "county", NULL},
    {TERM_LOCATION, "viceCounty", NULL},
    {TERM_LOCATION, "stateProvince", "State or province"},
    {TERM_LOCATION, "mine", NULL},
    {TERM_LOCATION, "miningDistrict", NULL},
    {TERM_LOCATION, "country", NULL},
    {TERM_LOCATION, "countryCode", NULL},
    {TERM_LOCATION, "continent", NULL},
    {TERM_LOCATION, "island", NULL},
    {TERM_LOCATION, "islandGroup", NULL},
    {TERM_LOCATION, "waterBody", NULL},
    {TERM_LOCATION, "higherGeography", NULL},
    {TERM_LOCATION, "decimalLatitude", NULL},
    {TERM_LOCATION, "decimalLongitude", NULL},
    {TERM_LOCATION, "verbatimCoordinates", NULL},
    {TERM_LOCATION, "verbatimLatitude", NULL},
    {TERM_LOCATION, "verbatimLongitude", NULL},
    {TERM_LOCATION, "coordinateUncertaintyInMeters", "Coordinate uncertainty (m)"},
    {TERM_LOCATION, "coordinatePrecision", NULL},
    {TERM_LOCATION, "centroid", NULL},
    {TERM_LOCATION, "maxError", "Max error"},
    {TERM_LOCATION, "geodeticDatum", NULL},
    {TERM_LOCATION, "georeferenceProtocol", NULL},
    {TERM_LOCATION, "georeferencedBy", NULL},
    {TERM_LOCATION, "georeferenceRemarks", NULL},
    {TERM_LOCATION, "minimumElevationInMeters", "Minimum elevation (m)"},
    {TERM_LOCATION, "maximumElevationInMeters", "Maximum elevation (m)"},
    {TERM_LOCATION, "verbatimElevation", NULL},
    {TERM_LOCATION, "minimumDepthInMeters", "Minimum depth (m)"},
    {TERM_LOCATION, "maximumDepthInMeters", "Maximum depth (m)"},
    {TERM_LOCATION, "footprintWKT", "Footprint (WKT)"},
    {TERM_LOCATION, "locationRemarks", NULL},

    {TERM_EVENT, "recordedBy", NULL},
    {TERM_EVENT, "recordNumber", NULL},
    {TERM_EVENT, "eventDate", NULL},
    {TERM_EVENT, "year", NULL},
    {TERM_EVENT, "month", NULL},
    {TERM_EVENT, "day", NULL},
    {TERM_EVENT, "verbatimEventDate", NULL},
    {TERM_EVENT, "eventTime", NULL},
    {TERM_EVENT, "expedition", NULL},
    {TERM_EVENT, "habitat", NULL},
    {TERM_EVENT, "vessel", NULL},
    {TERM_EVENT, "samplingProtocol", NULL},
    {TERM_EVENT, "sampleSizeValue", NULL},
    {TERM_EVENT, "sampleSizeUnit", NULL},
    {TERM_EVENT, "eventRemarks", NULL},

    {TERM_IDENTIFICATION, "identifiedBy", NULL},
    {TERM_IDENTIFICATION, "dateIdentified", NULL},
    {TERM_IDENTIFICATION, "identificationQualifier", NULL},
    {TERM_IDENTIFICATION, "typeStatus", NULL},
    {TERM_IDENTIFICATION, "identificationRemarks", NULL},
    {TERM_IDENTIFICATION, "determinationNames", "Determinations: names"},
    {TERM_IDENTIFICATION, "determinationTypes", "Determinations: types"},
    {TERM_IDENTIFICATION, "determinationFiledAs", "Determinations: filed as"},

    {TERM_SPECIMEN, "catalogNumber", "Catalogue number"},
    {TERM_SPECIMEN, "collectionCode", NULL},
    {TERM_SPECIMEN, "subDepartment", NULL},
    {TERM_SPECIMEN, "otherCatalogNumbers", "Other catalogue numbers"},
    {TERM_SPECIMEN, "registrationCode", NULL},
    {TERM_SPECIMEN, "barcode", NULL},
    {TERM_SPECIMEN, "kindOfObject", NULL},
    {TERM_SPECIMEN, "preparations", NULL},
    {TERM_SPECIMEN, "preparationType", NULL},
    {TERM_SPECIMEN, "preservative", NULL},
    {TERM_SPECIMEN, "collectionKind", NULL},
    {TERM_SPECIMEN, "collectionName", NULL},
    {TERM_SPECIMEN, "donorName", NULL},
    {TERM_SPECIMEN, "kindOfCollection", NULL},
    {TERM_SPECIMEN, "observedWeight", NULL},
    {TERM_SPECIMEN, "individualCount", NULL},
    {TERM_SPECIMEN, "organismQuantity", NULL},
    {TERM_SPECIMEN, "organismQuantityType", NULL},
    {TERM_SPECIMEN, "sex", NULL},
    {TERM_SPECIMEN, "lifeStage", NULL},
    {TERM_SPECIMEN, "disposition", NULL},
    {TERM_SPECIMEN, "catalogueDescription", NULL},
    {TERM_SPECIMEN, "occurrenceRemarks", NULL},

    {TERM_MINERALOGY, "dateRegistered", NULL},
    {TERM_MINERALOGY, "occurrence", NULL},
    {TERM_MINERALOGY, "commodity", NULL},
    {TERM_MINERALOGY, "depositType", NULL},
    {TERM_MINERALOGY, "texture", NULL},
    {TERM_MINERALOGY, "identificationAsRegistered", NULL},
    {TERM_MINERALOGY, "identificationDescription", NULL},
    {TERM_MINERALOGY, "identificationVariety", NULL},
    {TERM_MINERALOGY, "identificationOther", NULL},
    {TERM_MINERALOGY, "hostRock", NULL},
    {TERM_MINERALOGY, "age", NULL},
    {TERM_MINERALOGY, "ageType", NULL},
    {TERM_MINERALOGY, "geologyRegion", NULL},
    {TERM_MINERALOGY, "mineralComplex", NULL},
    {TERM_MINERALOGY, "tectonicProvince", NULL},
    {TERM_MINERALOGY, "registeredWeight", NULL},
    {TERM_MINERALOGY, "registeredWeightUnit", NULL},

    {TERM_STRATIGRAPHY, "earliestEonOrLowestEonothem", NULL},
    {TERM_STRATIGRAPHY, "latestEonOrHighestEonothem", NULL},
    {TERM_STRATIGRAPHY, "earliestEraOrLowestErathem", NULL},
    {TERM_STRATIGRAPHY, "latestEraOrHighestErathem", NULL},
    {TERM_STRATIGRAPHY, "earliestPeriodOrLowestSystem", NULL},
    {TERM_STRATIGRAPHY, "latestPeriodOrHighestSystem", NULL},
    {TERM_STRATIGRAPHY, "earliestEpochOrLowestSeries", NULL},
    {TERM_STRATIGRAPHY, "latestEpochOrHighestSeries", NULL},
    {TERM_STRATIGRAPHY, "earliestAgeOrLowestStage", NULL},
    {TERM_STRATIGRAPHY, "latestAgeOrHighestStage", NULL},
    {TERM_STRATIGRAPHY, "lowestBiostratigraphicZone", NULL},
    {TERM_STRATIGRAPHY, "highestBiostratigraphicZone", NULL},
    {TERM_STRATIGRAPHY, "group", NULL},
    {TERM_STRATIGRAPHY, "formation", NULL},
    {TERM_STRATIGRAPHY, "member", NULL},
    {TERM_STRATIGRAPHY, "bed", NULL},
    {TERM_STRATIGRAPHY, "chronostratigraphy", NULL},
    {TERM_STRATIGRAPHY, "lithostratigraphy", NULL},

    {TERM_METEORITES, "meteoriteType", "Type"},
    {TERM_METEORITES, "meteoriteGroup", "Group"},
    {TERM_METEORITES, "chondriteAchondrite", "Chondrite or achondrite"},
    {TERM_METEORITES, "meteoriteClass", "Class"},
    {TERM_METEORITES, "petrologyType", NULL},
    {TERM_METEORITES, "petrologySubtype", NULL},
    {TERM_METEORITES, "recovery", NULL},
    {TERM_METEORITES, "recoveryDate", NULL},
    {TERM_METEORITES, "recoveryWeight", NULL},

    {TERM_BOTANY, "exsiccata", NULL},
    {TERM_BOTANY, "exsiccataNumber", NULL},
    {TERM_BOTANY, "plantDescription", NULL},
    {TERM_BOTANY, "cultivated", NULL},
    {TERM_BOTANY, "reproductiveCondition", NULL},

    {TERM_ZOOLOGY, "populationCode", NULL},
    {TERM_ZOOLOGY, "nestShape", NULL},
    {TERM_ZOOLOGY, "nestSite", NULL},
    {TERM_ZOOLOGY, "clutchSize", NULL},
    {TERM_ZOOLOGY, "setMark", NULL},
    {TERM_ZOOLOGY, "extractionMethod", NULL},
    {TERM_ZOOLOGY, "resuspendedIn", NULL},
    {TERM_ZOOLOGY, "totalVolume", NULL},
    {TERM_ZOOLOGY, "partType", NULL},

    {TERM_INDEX_LOT, "material", NULL},
    {TERM_INDEX_LOT, "type", "Holds types, or kind of record"},
    {TERM_INDEX_LOT, "media", NULL},
    {TERM_INDEX_LOT, "british", NULL},
    {TERM_INDEX_LOT, "kindOfMaterial", NULL},
    {TERM_INDEX_LOT, "kindOfMedia", NULL},
    {TERM_INDEX_LOT, "materialCount", "Count"},
    {TERM_INDEX_LOT, "materialSex", "Sex"},
    {TERM_INDEX_LOT, "materialStage", "Stage"},
    {TERM_INDEX_LOT, "materialTypes", "Types"},
    {TERM_INDEX_LOT, "materialPrimaryTypeNumber", "Primary type number"},

    {TERM_SAMPLE, "preparationDate", NULL},
    {TERM_SAMPLE, "preparationProcess", NULL},
    {TERM_SAMPLE, "preparationContents", NULL},
    {TERM_SAMPLE, "preservation", NULL},
    {TERM_SAMPLE, "identifier", NULL},
    {TERM_SAMPLE, "purpose", NULL},
    {TERM_SAMPLE, "associatedOccurrences", NULL},

    {TERM_RECORD, "occurrenceID", NULL},
    {TERM_RECORD, "taxonID", NULL},
    {TERM_RECORD, "eventID", NULL},
    {TERM_RECORD, "institutionCode", NULL},
    {TERM_RECORD, "basisOfRecord", NULL},
    {TERM_RECORD, "occurrenceStatus", NULL},
    {TERM_RECORD, "recordType", NULL},
    {TERM_RECORD, "project", NULL},
    {TERM_RECORD, "datasetName", NULL},
    {TERM_RECORD, "datasetID", NULL},
    {TERM_RECORD, "license", "Licence"},
    {TERM_RECORD, "rightsHolder", NULL},
    {TERM_RECORD, "references", NULL},
    {TERM_RECORD, "gbifID", "GBIF ID"},
    {TERM_RECORD, "gbifIssue", "GBIF issues"},
    {TERM_RECORD, "informationWithheld", NULL},
    {TERM_RECORD, "dataGeneralizations", NULL},
    {TERM_RECORD, "associatedMediaCount", "Number of media"},
    {TERM_RECORD, "modified", NULL},
    {TERM_RECORD, "created", NULL},
};

static const char *const group_titles[TERM_GROUP_COUNT] = {
    [TERM_CLASSIFICATION] = "Classification",
    [TERM_LOCATION] = "Location",
    [TERM_EVENT] = "Collection event",
    [TERM_IDENTIFICATION] = "Identification",
    [TERM_SPECIMEN] = "Specimen",
    [TERM_MINERALOGY] = "Mineralogy",
    [TERM_STRATIGRAPHY] = "Stratigraphy",
    [TERM_METEORITES] = "Meteorite",
    [TERM_BOTANY] = "Botany",
    [TERM_ZOOLOGY] = "Zoology",
    [TERM_INDEX_LOT] = "Index lot",
    [TERM_SAMPLE] = "Preparation",
    [TERM_RECORD] = "Record",
    [TERM_OTHER] = "Other",
};

const char *term_group_title(enum term_group group)
{
    return group < TERM_GROUP_COUNT ? group_titles[group] : group_titles[TERM_OTHER];
}

static const struct term *find_term(string_view field)
{
    for (size_t i = 0; i < ARRAY_LENGTH(terms); i++) {
        if (sv_equal(field, sv_from(terms[i].field))) {
            return &terms[i];
        }
    }
    return NULL;
}

enum term_group term_group_of(string_view field, size_t *place)
{
    const struct term *found = find_term(field);
    *place = found == NULL ? ARRAY_LENGTH(terms) : (size_t)(found - terms);
    return found == NULL ? TERM_OTHER : found->group;
}

static bool is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_lower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

// A capital starts a word, a run of capitals (GUID, ID) is kept as it is.
static void append_words(struct buffer *out, string_view name)
{
    for (size_t i = 0; i < name.length; i++) {
        char byte = name.bytes[i];
        bool after_lower = i > 0 && is_lower(name.bytes[i - 1]);
        bool run = (i + 1 < name.length && is_upper(name.bytes[i + 1])) ||
                   (i > 0 && is_upper(name.bytes[i - 1]));
        bool starts = i == 0 || name.bytes[i - 1] == '.';
        if (byte == '.') {
            buffer_append_view(out, SV(": "));
        } else if (byte == '_') {
            buffer_append_byte(out, ' ');
        } else if (is_upper(byte) && after_lower) {
            buffer_append_byte(out, ' ');
            buffer_append_byte(out, run ? byte : (char)(byte + ('a' - 'A')));
        } else if (starts && i == 0 && is_lower(byte)) {
            buffer_append_byte(out, (char)(byte - ('a' - 'A')));
        } else {
            buffer_append_byte(out, byte);
        }
    }
}

string_view term_label(struct arena *arena, string_view field)
{
    const struct term *found = find_term(field);
    if (found != NULL && found->label != NULL) {
        return sv_from(found->label);
    }
    if (sv_equal(field, SV("_id"))) {
        return SV("Identifier");
    }
    struct buffer text;
    buffer_init(&text, 4096);
    append_words(&text, field);
    string_view label = text.failed || text.length == 0 ? field : buffer_view(&text);
    label = arena_copy(arena, label);
    buffer_release(&text);
    return label;
}

// A language may have a word for the term itself, where its label means something else elsewhere.
static string_view words_of(struct page *p, const struct term *term, string_view label)
{
    const struct language *language = page_language(p);
    const char *own = language_text(language, term->field);
    if (own != term->field) {
        return sv_from(own);
    }
    string_view english = arena_print(p->arena, SV_FORMAT, SV_ARGUMENT(label)); // ended by NUL
    return english.bytes == NULL ? label : sv_from(language_text(language, english.bytes));
}

string_view term_words(struct page *p, string_view field)
{
    const string_view list = SV("identification."); // Darwin Core's determinations
    const struct language *language = page_language(p);
    bool listed = sv_starts_with(field, list);
    string_view name = listed ? sv_slice(field, list.length, SIZE_MAX) : field;
    const struct term *term = find_term(name);
    if (language == NULL || (term == NULL && !sv_equal(field, SV("_id")))) {
        return term_label(p->arena, field);
    }
    if (term == NULL) {
        return say(p, "Identifier");
    }
    string_view words = words_of(p, term, term_label(p->arena, name));
    return listed ? arena_print(p->arena, SV_FORMAT ": " SV_FORMAT,
                                SV_ARGUMENT(say(p, "Identification")), SV_ARGUMENT(words))
                  : words;
}

static bool is_one_of(string_view field, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (sv_equal(field, sv_from(names[i]))) {
            return true;
        }
    }
    return false;
}

bool term_is_name(string_view field)
{
    static const char *const names[] = {
        "scientificName",       "currentScientificName", "genus", "subgenus", "specificEpithet",
        "infraspecificEpithet", "acceptedNameUsage"};
    return is_one_of(field, names, ARRAY_LENGTH(names));
}

bool term_is_code(string_view field)
{
    static const char *const names[] = {"_id",
                                        "catalogNumber",
                                        "occurrenceID",
                                        "barcode",
                                        "recordNumber",
                                        "taxonID",
                                        "eventID",
                                        "otherCatalogNumbers",
                                        "identifier",
                                        "decimalLatitude",
                                        "decimalLongitude",
                                        "verbatimLatitude",
                                        "verbatimLongitude",
                                        "footprintWKT",
                                        "gbifID",
                                        "registrationCode"};
    return is_one_of(field, names, ARRAY_LENGTH(names));
}
