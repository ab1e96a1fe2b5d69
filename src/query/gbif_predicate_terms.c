// SPDX-License-Identifier: Apache-2.0
// GBIF's search parameters (standards.md 1.2) as fields of Darwin Core, and their values as ours.
#include "query/gbif_predicate_internal.h"

#include "base/clock.h"
#include "base/uuid.h"
#include "query/country_codes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FIELDS_MOST 3

enum key_kind {
    KEY_TEXT,
    KEY_WORDS, // a vocabulary's: PRESERVED_SPECIMEN, in data PreservedSpecimen
    KEY_NUMBER,
    KEY_DATE,
    KEY_COUNTRY,
    KEY_POSITION, // whether there is one
    KEY_AREA,
    KEY_TAXON,
    KEY_NAME, // a scientific name, of any rank
    KEY_DATASET,
    KEY_PUBLISHER,
    KEY_PRESENT, // that nothing else was looked for
};

struct key {
    const char *name;
    enum key_kind kind;
    const char *fields[FIELDS_MOST]; // of these, those that the dataset has
};

static const struct key keys[] = {
    {"ACCEPTED_TAXON_KEY", KEY_TAXON, {NULL}},
    {"BASIS_OF_RECORD", KEY_WORDS, {"basisOfRecord"}},
    {"BED", KEY_TEXT, {"bed"}},
    {"BIOSTRATIGRAPHY", KEY_TEXT, {"lowestBiostratigraphicZone", "highestBiostratigraphicZone"}},
    {"CATALOG_NUMBER", KEY_TEXT, {"catalogNumber"}},
    {"CLASS_KEY", KEY_TAXON, {NULL}},
    {"COLLECTION_CODE", KEY_TEXT, {"collectionCode"}},
    {"CONTINENT", KEY_WORDS, {"continent"}},
    {"COORDINATE_UNCERTAINTY_IN_METERS", KEY_NUMBER, {"coordinateUncertaintyInMeters"}},
    {"COUNTRY", KEY_COUNTRY, {"countryCode", "country"}},
    {"DATASET_ID", KEY_TEXT, {"datasetID"}},
    {"DATASET_KEY", KEY_DATASET, {NULL}},
    {"DATASET_NAME", KEY_TEXT, {"datasetName"}},
    {"DAY", KEY_NUMBER, {"day"}},
    {"DECIMAL_LATITUDE", KEY_NUMBER, {"decimalLatitude"}},
    {"DECIMAL_LONGITUDE", KEY_NUMBER, {"decimalLongitude"}},
    {"DEPTH", KEY_NUMBER, {"minimumDepthInMeters", "maximumDepthInMeters"}},
    {"ELEVATION", KEY_NUMBER, {"minimumElevationInMeters", "maximumElevationInMeters"}},
    {"END_DAY_OF_YEAR", KEY_NUMBER, {"endDayOfYear"}},
    {"ESTABLISHMENT_MEANS", KEY_WORDS, {"establishmentMeans"}},
    {"EVENT_DATE", KEY_DATE, {"eventDate"}},
    {"EVENT_ID", KEY_TEXT, {"eventID"}},
    {"FAMILY_KEY", KEY_TAXON, {NULL}},
    {"FIELD_NUMBER", KEY_TEXT, {"fieldNumber"}},
    {"FORMATION", KEY_TEXT, {"formation"}},
    {"GENUS_KEY", KEY_TAXON, {NULL}},
    {"GEOMETRY", KEY_AREA, {NULL}},
    {"GEOREFERENCED_BY", KEY_TEXT, {"georeferencedBy"}},
    {"GROUP", KEY_TEXT, {"group"}},
    {"HAS_COORDINATE", KEY_POSITION, {NULL}},
    {"HIGHER_GEOGRAPHY", KEY_TEXT, {"higherGeography"}},
    {"IDENTIFIED_BY", KEY_TEXT, {"identifiedBy"}},
    {"IDENTIFIED_BY_ID", KEY_TEXT, {"identifiedByID"}},
    {"INSTITUTION_CODE", KEY_TEXT, {"institutionCode"}},
    {"ISLAND", KEY_TEXT, {"island"}},
    {"ISLAND_GROUP", KEY_TEXT, {"islandGroup"}},
    {"KINGDOM_KEY", KEY_TAXON, {NULL}},
    {"LIFE_STAGE", KEY_WORDS, {"lifeStage"}},
    {"LOCALITY", KEY_TEXT, {"locality"}},
    {"MEMBER", KEY_TEXT, {"member"}},
    {"MODIFIED", KEY_DATE, {"modified", "dcterms:modified"}},
    {"MONTH", KEY_NUMBER, {"month"}},
    {"OCCURRENCE_ID", KEY_TEXT, {"occurrenceID"}},
    {"OCCURRENCE_STATUS", KEY_PRESENT, {"occurrenceStatus"}},
    {"ORDER_KEY", KEY_TAXON, {NULL}},
    {"ORGANISM_ID", KEY_TEXT, {"organismID"}},
    {"OTHER_CATALOG_NUMBERS", KEY_TEXT, {"otherCatalogNumbers"}},
    {"PARENT_EVENT_ID", KEY_TEXT, {"parentEventID"}},
    {"PHYLUM_KEY", KEY_TAXON, {NULL}},
    {"PREPARATIONS", KEY_TEXT, {"preparations"}},
    {"PREVIOUS_IDENTIFICATIONS", KEY_TEXT, {"previousIdentifications"}},
    {"PUBLISHING_ORG", KEY_PUBLISHER, {NULL}},
    {"RECORDED_BY", KEY_TEXT, {"recordedBy"}},
    {"RECORDED_BY_ID", KEY_TEXT, {"recordedByID"}},
    {"RECORD_NUMBER", KEY_TEXT, {"recordNumber"}},
    {"SAMPLING_PROTOCOL", KEY_TEXT, {"samplingProtocol"}},
    {"SCIENTIFIC_NAME", KEY_NAME, {NULL}},
    {"SEX", KEY_WORDS, {"sex"}},
    {"SPECIES_KEY", KEY_TAXON, {NULL}},
    {"START_DAY_OF_YEAR", KEY_NUMBER, {"startDayOfYear"}},
    {"STATE_PROVINCE", KEY_TEXT, {"stateProvince"}},
    {"SUBGENUS_KEY", KEY_TAXON, {NULL}},
    {"TAXON_ID", KEY_TEXT, {"taxonID"}},
    {"TAXON_KEY", KEY_TAXON, {NULL}},
    {"TYPE_STATUS", KEY_WORDS, {"typeStatus"}},
    {"VERBATIM_SCIENTIFIC_NAME", KEY_TEXT, {"scientificName"}},
    {"WATER_BODY", KEY_TEXT, {"waterBody"}},
    {"YEAR", KEY_NUMBER, {"year"}},
};

static const struct key *find_key(string_view name)
{
    for (size_t i = 0; i < ARRAY_LENGTH(keys); i++) {
        if (sv_equal(name, sv_from(keys[i].name))) {
            return &keys[i];
        }
    }
    return NULL;
}

bool gbif_is_taxon_key(string_view key)
{
    const struct key *k = find_key(key);
    return k != NULL && k->kind == KEY_TAXON;
}

static const struct gbif_meaning all = {.sense = GBIF_ALL};
static const struct gbif_meaning none = {.sense = GBIF_NONE};

// --- fields --------------------------------------------------------------------------------------

static bool has(const struct gbif_reading *r, const char *field)
{
    return r->dataset->has_field(r->dataset->argument, sv_from(field));
}

// Those of the key's that the dataset has, as a JSON list; NULL where it has none.
static json_t *fields_of(const struct gbif_reading *r, const char *const fields[FIELDS_MOST])
{
    json_t *list = json_array();
    for (size_t i = 0; i < FIELDS_MOST && fields[i] != NULL; i++) {
        if (has(r, fields[i]) && json_array_append_new(list, json_string(fields[i])) != 0) {
            break;
        }
    }
    if (json_array_size(list) == 0) {
        json_decref(list);
        return NULL;
    }
    return list;
}

static json_t *text(string_view value)
{
    return json_stringn(value.bytes == NULL ? "" : value.bytes, value.length);
}

// {"kind": {"fields": [...], "name": value}}; both references are taken.
static struct gbif_meaning term(const char *kind, json_t *fields, const char *name, json_t *value)
{
    return gbif_term(json_pack("{s:{s:o,s:o}}", kind, "fields", fields, name, value));
}

// --- texts ---------------------------------------------------------------------------------------

// GBIF's * and ? are ours; our escape is no character of theirs.
static json_t *pattern(const struct gbif_reading *r, string_view value)
{
    char *out = arena_array(r->arena, char, 2 * value.length + 1);
    size_t length = 0;
    for (size_t i = 0; out != NULL && i < value.length; i++) {
        if (value.bytes[i] == '\\') {
            out[length++] = '\\';
        }
        out[length++] = value.bytes[i];
    }
    return out == NULL ? NULL : text((string_view){out, length});
}

// "PRESERVED_SPECIMEN" as it is, as one word, and as words.
static json_t *spellings(const struct gbif_reading *r, string_view value)
{
    char *joined = arena_array(r->arena, char, value.length + 1);
    char *apart = arena_array(r->arena, char, value.length + 1);
    json_t *list = json_array();
    size_t length = 0;
    for (size_t i = 0; joined != NULL && apart != NULL && i < value.length; i++) {
        bool line = value.bytes[i] == '_';
        apart[i] = line ? ' ' : value.bytes[i];
        if (!line) {
            joined[length++] = value.bytes[i];
        }
    }
    if (joined == NULL || apart == NULL || json_array_append_new(list, text(value)) != 0 ||
        json_array_append_new(list, text((string_view){joined, length})) != 0 ||
        json_array_append_new(list, text((string_view){apart, value.length})) != 0) {
        json_decref(list);
        return NULL;
    }
    return list;
}

static struct gbif_meaning of_country(struct gbif_reading *r, json_t *fields, string_view value)
{
    const struct country_code *c = country_code_find(value);
    json_t *list = json_array();
    bool good = json_array_append_new(list, text(value)) == 0;
    if (c != NULL) {
        good = good && json_array_append_new(list, json_string(c->name)) == 0;
        good = good && (c->other_name == NULL ||
                        json_array_append_new(list, json_string(c->other_name)) == 0);
    }
    if (!good) {
        json_decref(list);
        json_decref(fields);
        return gbif_not_known(r, SV("COUNTRY"), value);
    }
    return term("in", fields, "values", list);
}

// --- taxa ----------------------------------------------------------------------------------------

// The name, or the name with authors or more behind it.
static struct gbif_meaning of_scientific_name(struct gbif_reading *r, string_view name)
{
    if (!has(r, "scientificName")) {
        return gbif_not_known(r, SV("SCIENTIFIC_NAME"), name);
    }
    string_view more = arena_print(r->arena, SV_FORMAT " ", SV_ARGUMENT(name));
    return gbif_term(json_pack("{s:[{s:{s:[s],s:o}},{s:{s:[s],s:o}}]}", "or", "string_equals",
                               "fields", "scientificName", "value", text(name), "prefix", "fields",
                               "scientificName", "value", text(more)));
}

static struct gbif_meaning of_taxon(struct gbif_reading *r, string_view key, string_view value)
{
    static const char *const ranks[][2] = {
        {"KINGDOM", "kingdom"}, {"PHYLUM", "phylum"}, {"CLASS", "class"},      {"ORDER", "order"},
        {"FAMILY", "family"},   {"GENUS", "genus"},   {"SUBGENUS", "subgenus"}};
    const struct gbif_taxon *t = NULL;
    for (size_t i = 0; i < r->dataset->taxon_count && t == NULL; i++) {
        t = sv_equal(r->dataset->taxa[i].key, value) ? &r->dataset->taxa[i] : NULL;
    }
    if (t == NULL || t->name.length == 0) {
        return gbif_not_known(r, key, value);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(ranks); i++) {
        const char *const fields[FIELDS_MOST] = {ranks[i][1]};
        if (sv_equal(t->rank, sv_from(ranks[i][0]))) {
            json_t *list = fields_of(r, fields);
            return list == NULL ? gbif_not_known(r, key, value)
                                : term("string_equals", list, "value", text(t->name));
        }
    }
    return sv_find(t->name, ' ') < t->name.length ? of_scientific_name(r, t->name)
                                                  : gbif_not_known(r, key, value);
}

// GBIF takes a name for the taxon that it is of, with all below it; here its own rank is not known.
static struct gbif_meaning of_name(struct gbif_reading *r, string_view name)
{
    static const char *const higher[][FIELDS_MOST] = {{"kingdom", "phylum", "class"},
                                                      {"order", "family", "genus"}};
    json_t *members = json_array();
    struct gbif_meaning whole = of_scientific_name(r, name);
    bool good = whole.sense == GBIF_TERM && json_array_append_new(members, whole.term) == 0;
    for (size_t i = 0; good && i < ARRAY_LENGTH(higher); i++) {
        json_t *fields = fields_of(r, higher[i]);
        if (fields != NULL) {
            struct gbif_meaning one = term("string_equals", fields, "value", text(name));
            good = one.sense == GBIF_TERM && json_array_append_new(members, one.term) == 0;
        }
    }
    if (!good) {
        json_decref(members);
        return whole.sense == GBIF_UNKNOWN ? whole : gbif_not_known(r, SV("SCIENTIFIC_NAME"), name);
    }
    return gbif_term(json_pack("{s:o}", "or", members));
}

// --- numbers and dates
// -----------------------------------------------------------------------------

static bool is_number(string_view value, double *out)
{
    char *end = NULL;
    char copy[64];
    size_t length = MIN(value.length, sizeof copy - 1);
    memcpy(copy, value.bytes == NULL ? "" : value.bytes, length);
    copy[length] = 0;
    *out = strtod(copy, &end);
    return length == value.length && length > 0 && *end == 0 && isfinite(*out);
}

static struct gbif_meaning of_numbers(struct gbif_reading *r, const struct key *k, string_view low,
                                      bool low_inclusive, string_view high, bool high_inclusive)
{
    double from = 0;
    double to = 0;
    bool good = (low.length == 0 || is_number(low, &from)) &&
                (high.length == 0 || is_number(high, &to)) && low.length + high.length > 0;
    json_t *fields = good ? fields_of(r, k->fields) : NULL;
    if (fields == NULL) {
        return gbif_not_known(r, sv_from(k->name), low.length > 0 ? low : high);
    }
    if (low.length > 0 && high.length > 0 && from > to) {
        json_decref(fields);
        return none;
    }
    json_t *range = json_pack("{s:o}", "fields", fields);
    good = low.length == 0 ||
           (json_object_set_new(range, "greater_than", json_real(from)) == 0 &&
            json_object_set_new(range, "greater_than_inclusive", json_boolean(low_inclusive)) == 0);
    good = good &&
           (high.length == 0 ||
            (json_object_set_new(range, "less_than", json_real(to)) == 0 &&
             json_object_set_new(range, "less_than_inclusive", json_boolean(high_inclusive)) == 0));
    if (!good) {
        json_decref(range);
        return gbif_not_known(r, sv_from(k->name), low);
    }
    return gbif_term(json_pack("{s:o}", "number_range", range));
}

static struct gbif_meaning of_dates(struct gbif_reading *r, const struct key *k, string_view low,
                                    string_view high)
{
    struct date_interval from = {.start = INT64_MIN};
    struct date_interval to = {.end = INT64_MAX};
    bool good = (low.length == 0 || date_interval_from_text(low, &from)) &&
                (high.length == 0 || date_interval_from_text(high, &to)) &&
                low.length + high.length > 0;
    json_t *fields = good ? fields_of(r, k->fields) : NULL;
    if (fields == NULL) {
        return gbif_not_known(r, sv_from(k->name), low.length > 0 ? low : high);
    }
    if (from.start > to.end) {
        json_decref(fields);
        return none;
    }
    json_t *range = json_pack("{s:o}", "fields", fields);
    good = low.length == 0 || json_object_set_new(range, "from", text(low)) == 0;
    good = good && (high.length == 0 || json_object_set_new(range, "to", text(high)) == 0);
    if (!good) {
        json_decref(range);
        return gbif_not_known(r, sv_from(k->name), low);
    }
    return gbif_term(json_pack("{s:o}", "date_range", range));
}

// --- places --------------------------------------------------------------------------------------

static struct gbif_meaning of_area(struct gbif_reading *r, string_view wkt)
{
    bool area = sv_starts_with(wkt, SV("POLYGON")) || sv_starts_with(wkt, SV("MULTIPOLYGON"));
    return area ? gbif_term(json_pack("{s:{s:o}}", "within", "wkt", text(wkt)))
                : gbif_not_known(r, SV("GEOMETRY"), wkt);
}

static struct gbif_meaning of_position(struct gbif_reading *r, string_view value)
{
    bool yes = sv_equal_ignore_case(value, SV("true"));
    if (!yes && !sv_equal_ignore_case(value, SV("false"))) {
        return gbif_not_known(r, SV("HAS_COORDINATE"), value);
    }
    json_t *one = json_pack("{s:{s:b}}", "exists", "geo_field", 1);
    return gbif_term(yes || one == NULL ? one : json_pack("{s:[o]}", "not", one));
}

// --- values --------------------------------------------------------------------------------------

// Whether it is the dataset's own; what is of others finds nothing here.
static struct gbif_meaning of_own(struct gbif_reading *r, const struct key *k, string_view own,
                                  string_view value)
{
    struct uuid one;
    struct uuid other;
    if (!uuid_from_text(own, &one) || !uuid_from_text(value, &other)) {
        return gbif_not_known(r, sv_from(k->name), value);
    }
    return uuid_compare(&one, &other) == 0 ? all : none;
}

static struct gbif_meaning of_text(struct gbif_reading *r, const struct key *k, string_view value,
                                   bool like)
{
    json_t *fields = fields_of(r, k->fields);
    if (fields == NULL) {
        // What is not said to be absent was there: a dataset of specimens.
        bool present = k->kind == KEY_PRESENT && sv_equal_ignore_case(value, SV("PRESENT"));
        return present ? all : gbif_not_known(r, sv_from(k->name), value);
    }
    if (like) {
        return term("wildcard", fields, "value", pattern(r, value));
    }
    if (k->kind == KEY_COUNTRY) {
        return of_country(r, fields, value);
    }
    return k->kind == KEY_WORDS || k->kind == KEY_PRESENT
               ? term("in", fields, "values", spellings(r, value))
               : term("string_equals", fields, "value", text(value));
}

struct gbif_meaning gbif_value(struct gbif_reading *r, string_view name, string_view value,
                               bool like)
{
    const struct key *k = find_key(name);
    if (k == NULL || value.length == 0) {
        return gbif_not_known(r, name, value);
    }
    switch (k->kind) {
    case KEY_NUMBER:
        return like ? gbif_not_known(r, name, value) : of_numbers(r, k, value, true, value, true);
    case KEY_DATE:
        return like ? gbif_not_known(r, name, value) : of_dates(r, k, value, value);
    case KEY_POSITION:
        return of_position(r, value);
    case KEY_AREA:
        return of_area(r, value);
    case KEY_TAXON:
        return of_taxon(r, name, value);
    case KEY_NAME:
        return like ? gbif_not_known(r, name, value) : of_name(r, value);
    case KEY_DATASET:
        return of_own(r, k, r->dataset->key, value);
    case KEY_PUBLISHER:
        return of_own(r, k, r->dataset->publisher, value);
    case KEY_TEXT:
    case KEY_WORDS:
    case KEY_COUNTRY:
    case KEY_PRESENT:
        break;
    }
    return of_text(r, k, value, like);
}

struct gbif_meaning gbif_range(struct gbif_reading *r, string_view name, string_view low,
                               bool low_inclusive, string_view high, bool high_inclusive)
{
    const struct key *k = find_key(name);
    if (k != NULL && k->kind == KEY_NUMBER) {
        return of_numbers(r, k, low, low_inclusive, high, high_inclusive);
    }
    if (k != NULL && k->kind == KEY_DATE) {
        return of_dates(r, k, low, high);
    }
    return gbif_not_known(r, name, low.length > 0 ? low : high);
}

struct gbif_meaning gbif_exists(struct gbif_reading *r, string_view name)
{
    const struct key *k = find_key(name);
    if (k == NULL || k->kind == KEY_TAXON) {
        return gbif_not_known(r, name, SV(""));
    }
    if (k->kind == KEY_POSITION || k->kind == KEY_AREA) {
        return of_position(r, SV("true"));
    }
    json_t *fields = fields_of(r, k->fields);
    return fields == NULL ? gbif_not_known(r, name, SV(""))
                          : gbif_term(json_pack("{s:{s:o}}", "exists", "fields", fields));
}
