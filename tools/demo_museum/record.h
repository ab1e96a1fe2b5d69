// SPDX-License-Identifier: Apache-2.0
// A specimen as a row of Darwin Core and of the museum's own fields. The columns stand in
// columns.c; the values are made in record_*.c, always the same for the same specimen in the same
// state. It must not know of files.
#pragma once

#include "museum.h"

enum column {
    COL_OCCURRENCE_ID,
    COL_CATALOG_NUMBER,
    COL_OTHER_CATALOG_NUMBERS,
    COL_INSTITUTION_CODE,
    COL_COLLECTION_CODE,
    COL_BASIS_OF_RECORD,
    COL_SCIENTIFIC_NAME,
    COL_AUTHORSHIP,
    COL_KINGDOM,
    COL_PHYLUM,
    COL_CLASS,
    COL_ORDER,
    COL_FAMILY,
    COL_GENUS,
    COL_SPECIFIC_EPITHET,
    COL_INFRASPECIFIC_EPITHET,
    COL_HIGHER_CLASSIFICATION,
    COL_TAXON_RANK,
    COL_TYPE_STATUS,
    COL_IDENTIFICATION_QUALIFIER,
    COL_IDENTIFIED_BY,
    COL_DATE_IDENTIFIED,
    COL_RECORDED_BY,
    COL_RECORD_NUMBER,
    COL_EVENT_DATE,
    COL_YEAR,
    COL_MONTH,
    COL_DAY,
    COL_HABITAT,
    COL_SAMPLING_PROTOCOL,
    COL_FIELD_NUMBER,
    COL_CONTINENT,
    COL_COUNTRY,
    COL_COUNTRY_CODE,
    COL_STATE_PROVINCE,
    COL_ISLAND,
    COL_WATER_BODY,
    COL_HIGHER_GEOGRAPHY,
    COL_LOCALITY,
    COL_DECIMAL_LATITUDE,
    COL_DECIMAL_LONGITUDE,
    COL_COORDINATE_UNCERTAINTY,
    COL_GEODETIC_DATUM,
    COL_GEOREFERENCE_PROTOCOL,
    COL_VERBATIM_LATITUDE,
    COL_VERBATIM_LONGITUDE,
    COL_MINIMUM_ELEVATION,
    COL_MAXIMUM_ELEVATION,
    COL_MINIMUM_DEPTH,
    COL_MAXIMUM_DEPTH,
    COL_INDIVIDUAL_COUNT,
    COL_SEX,
    COL_LIFE_STAGE,
    COL_PREPARATIONS,
    COL_ASSOCIATED_TAXA,
    COL_EARLIEST_EON,
    COL_LATEST_EON,
    COL_EARLIEST_ERA,
    COL_LATEST_ERA,
    COL_EARLIEST_PERIOD,
    COL_LATEST_PERIOD,
    COL_EARLIEST_EPOCH,
    COL_LATEST_EPOCH,
    COL_EARLIEST_AGE,
    COL_LATEST_AGE,
    COL_LOWEST_ZONE,
    COL_HIGHEST_ZONE,
    COL_GROUP,
    COL_FORMATION,
    COL_MEMBER,
    COL_BED,
    COL_MODIFIED,
    COL_CREATED,
    COL_LICENSE,
    COL_RIGHTS_HOLDER,
    COL_BARCODE,
    COL_REGISTRATION_CODE,
    COL_PRESERVATIVE,
    COL_SUB_DEPARTMENT,
    COL_PART_TYPE,
    COL_KIND_OF_OBJECT,
    COL_COLLECTION_KIND,
    COL_COLLECTION_NAME,
    COL_DONOR_NAME,
    COL_EXPEDITION,
    COL_VESSEL,
    COL_VICE_COUNTY,
    COL_LABEL_LOCALITY,
    COL_PLANT_DESCRIPTION,
    COL_EXSICCATA,
    COL_EXSICCATA_NUMBER,
    COL_PROJECT,
    COL_CLUTCH_SIZE,
    COL_SET_MARK,
    COL_NEST_SITE,
    COL_OBSERVED_WEIGHT,
    COL_CATALOGUE_DESCRIPTION,
    COL_CHRONOSTRATIGRAPHY,
    COL_LITHOSTRATIGRAPHY,
    COL_DATE_REGISTERED,
    COL_IDENTIFICATION_AS_REGISTERED,
    COL_IDENTIFICATION_DESCRIPTION,
    COL_IDENTIFICATION_VARIETY,
    COL_MINERAL_CLASS,
    COL_OCCURRENCE,
    COL_COMMODITY,
    COL_DEPOSIT_TYPE,
    COL_TEXTURE,
    COL_HOST_ROCK,
    COL_TECTONIC_PROVINCE,
    COL_MINE,
    COL_MINING_DISTRICT,
    COL_METEORITE_TYPE,
    COL_METEORITE_GROUP,
    COL_CHONDRITE_ACHONDRITE,
    COL_METEORITE_CLASS,
    COL_PETROLOGY_TYPE,
    COL_RECOVERY,
    COL_RECOVERY_DATE,
    COL_RECOVERY_WEIGHT,
    COLUMN_COUNT,
};

struct column_facts {
    const char *name;
    const char *vocabulary;  // the URI before the name
    const char *departments; // letters of B, E, Z, P, M; the others' archives leave it out
};
extern const struct column_facts COLUMNS[COLUMN_COUNT];

struct record {
    const struct museum *museum;
    size_t index; // of the specimen
    const struct specimen *specimen;
    const struct event *event;
    struct text bytes;
    size_t start[COLUMN_COUNT];
    size_t length[COLUMN_COUNT]; // 0: no value
    size_t open;                 // where the value now written begins
};

// Fills the record for one specimen; the record is used again and again, and released at the end.
void record_make(struct record *record, const struct museum *museum, size_t index);
void record_release(struct record *record);

// A value is written into record->bytes between these two; an empty one is none.
void record_begin(struct record *record);
void record_end(struct record *record, enum column column);
// NULL is no value.
void record_set(struct record *record, enum column column, const char *value);
void record_set_number(struct record *record, enum column column, long value);

// The parts of a record, a file each.
void record_taxon(struct record *record);
void record_place(struct record *record);
void record_event(struct record *record);
void record_object(struct record *record);
void record_earth(struct record *record);

// The name as determined, with its rank: a genus alone, a family alone.
void text_add_determined(struct text *text, const struct museum *museum,
                         const struct determination *determination);
// The name that the country of an event had then; empty where it had today's.
struct part event_old_country(const struct museum *museum, uint32_t event);
const char *type_status_name(enum type_status status);
const char *department_code(enum department department);
const char *family_kingdom(const struct family *family);

extern const char LICENCE_CC0[];
extern const char LICENCE_CC_BY[];
extern const char RIGHTS_HOLDER[];
// The demo's own vocabulary and the place its images would be.
extern const char DEMO_TERMS[];
