// SPDX-License-Identifier: Apache-2.0
// What is doubtful in a record.
#include "api/record_checks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define DAY_MS      ((moment)86400000)
#define OLDEST_YEAR 1600
#define DEEPEST     11000.0
#define HIGHEST     17000.0
#define MOST_METRES 5000000.0 // of uncertainty, as GBIF has it

struct checking {
    struct arena *arena;
    const struct record_tree *record;
    moment now;
    bool found[FLAG_COUNT];
};

bool record_number(string_view text, double *out)
{
    char digits[64];
    char *end = NULL;
    text = sv_trim(text);
    if (text.length == 0 || text.length >= sizeof digits) {
        return false;
    }
    for (size_t i = 0; i < text.length; i++) {
        if (text.bytes[i] == '\0' || strchr("0123456789+-.eE", text.bytes[i]) == NULL) {
            return false;
        }
        digits[i] = text.bytes[i];
    }
    digits[text.length] = '\0';
    *out = strtod(digits, &end);
    return *end == '\0' && end != digits && isfinite(*out);
}

static string_view value(const struct checking *c, const char *path)
{
    return sv_trim(record_value(c->arena, c->record, path));
}

static bool has(const struct checking *c, const char *path)
{
    return value(c, path).length > 0;
}

// --- place -----------------------------------------------------------------------------------

static void check_coordinates(struct checking *c, const struct coordinate_fields *fields)
{
    string_view first = sv_trim(record_values_joined(c->arena, c->record, fields->latitude, 1));
    string_view second = sv_trim(record_values_joined(c->arena, c->record, fields->longitude, 1));
    double latitude = 0;
    double longitude = 0;
    if (first.length == 0 && second.length == 0) {
        return;
    }
    if (!record_number(first, &latitude) || !record_number(second, &longitude)) {
        c->found[FLAG_COORDINATE_INVALID] = true;
        return;
    }
    bool out_of_range = fabs(latitude) > 90 || fabs(longitude) > 180;
    c->found[FLAG_COORDINATE_OUT_OF_RANGE] = out_of_range;
    c->found[FLAG_PRESUMED_SWAPPED_COORDINATE] =
        out_of_range && fabs(latitude) <= 180 && fabs(longitude) <= 90;
    c->found[FLAG_ZERO_COORDINATE] =
        fpclassify(latitude) == FP_ZERO && fpclassify(longitude) == FP_ZERO;
    c->found[FLAG_GEODETIC_DATUM_ASSUMED_WGS84] = !out_of_range && !has(c, "geodeticDatum");
    c->found[FLAG_COUNTRY_MISSING] = !has(c, "country") && !has(c, "countryCode") &&
                                     !has(c, "waterBody") && !has(c, "higherGeography");
}

static void check_uncertainty(struct checking *c)
{
    string_view text = value(c, "coordinateUncertaintyInMeters");
    double metres = 0;
    c->found[FLAG_COORDINATE_UNCERTAINTY_METERS_INVALID] =
        text.length > 0 && !(record_number(text, &metres) && metres > 0 && metres <= MOST_METRES);
}

struct span {
    const char *least;
    const char *most;
    double lowest;
    double highest;
    enum record_flag no_number;
    enum record_flag swapped;
    enum record_flag unlikely;
};

static void check_span(struct checking *c, const struct span *span)
{
    string_view texts[2] = {value(c, span->least), value(c, span->most)};
    double numbers[2] = {0, 0};
    bool read[2] = {false, false};
    for (int i = 0; i < 2; i++) {
        read[i] = record_number(texts[i], &numbers[i]);
        c->found[span->no_number] |= texts[i].length > 0 && !read[i];
        c->found[span->unlikely] |=
            read[i] && (numbers[i] < span->lowest || numbers[i] > span->highest);
    }
    c->found[span->swapped] = read[0] && read[1] && numbers[0] > numbers[1];
}

// --- dates -----------------------------------------------------------------------------------

static bool is_unlikely(const struct checking *c, const struct date_interval *date)
{
    return date->start > c->now || date->end < days_from_civil(OLDEST_YEAR, 1, 1) * DAY_MS;
}

static void check_date(struct checking *c, string_view text, enum record_flag invalid,
                       enum record_flag unlikely)
{
    struct date_interval date;
    if (text.length > 0 && !date_interval_from_text(text, &date)) {
        c->found[invalid] = true;
    } else if (text.length > 0) {
        c->found[unlikely] |= is_unlikely(c, &date);
    }
}

// A part of a date that stands by itself; false where it is none. 0 stands for none given.
static bool read_part(string_view text, int64_t most, int64_t *out)
{
    *out = 0;
    return text.length == 0 || (sv_to_int64(text, out) && *out >= 1 && *out <= most);
}

static void check_parts(struct checking *c, string_view event)
{
    int64_t year = 0;
    int64_t month = 0;
    int64_t day = 0;
    struct date_interval date;
    bool valid = read_part(value(c, "year"), 9999, &year) &&
                 read_part(value(c, "month"), 12, &month) && read_part(value(c, "day"), 31, &day);
    if (!valid || (year > 0 && month > 0 && day > days_in_month(year, month))) {
        c->found[FLAG_RECORDED_DATE_INVALID] = true;
        return;
    }
    int64_t last = civil_from_days(c->now / DAY_MS).year;
    c->found[FLAG_RECORDED_DATE_UNLIKELY] |= year > last || (year > 0 && year < OLDEST_YEAR);
    if (year == 0 || event.length == 0 || !date_interval_from_text(event, &date)) {
        return;
    }
    // The parts name a day, month or year; it must meet the date.
    int64_t from = days_from_civil(year, month > 0 ? month : 1, month > 0 && day > 0 ? day : 1);
    int64_t days = month == 0 ? days_from_civil(year + 1, 1, 1) - from
                   : day == 0 ? days_in_month(year, month)
                              : 1;
    // A time of day with a zone may lie a day beside the parts, which are of the place.
    moment slack = date.has_time ? DAY_MS : 0;
    c->found[FLAG_RECORDED_DATE_MISMATCH] =
        date.end < from * DAY_MS - slack || date.start >= (from + days) * DAY_MS + slack;
}

// --- words -----------------------------------------------------------------------------------

static void check_words(struct checking *c)
{
    // Darwin Core's classes (basisOfRecord), in any case, with or without blanks.
    static const char *const bases[] = {
        "PreservedSpecimen", "FossilSpecimen", "LivingSpecimen",   "MaterialSample",
        "MaterialEntity",    "Event",          "HumanObservation", "MachineObservation",
        "MaterialCitation",  "Taxon",          "Occurrence",       "Observation",
        "MeasurementOrFact", "Organism",       "Location",         "GeologicalContext",
    };
    string_view count = value(c, "individualCount");
    double number = 0;
    c->found[FLAG_INDIVIDUAL_COUNT_INVALID] =
        count.length > 0 &&
        !(record_number(count, &number) && number >= 1 && floor(number) >= number);
    string_view basis = value(c, "basisOfRecord");
    bool known = basis.length == 0;
    char letters[32];
    size_t length = 0;
    for (size_t i = 0; i < basis.length && length < sizeof letters; i++) {
        if (basis.bytes[i] != ' ' && basis.bytes[i] != '_') {
            letters[length++] = basis.bytes[i];
        }
    }
    for (size_t i = 0; i < ARRAY_LENGTH(bases) && !known; i++) {
        known = sv_equal_ignore_case((string_view){letters, length}, sv_from(bases[i]));
    }
    c->found[FLAG_BASIS_OF_RECORD_INVALID] = !known;
}

size_t record_checks(struct arena *arena, const struct record_tree *record,
                     const struct coordinate_fields *fields, moment now,
                     enum record_flag out[FLAG_COUNT])
{
    static const struct span elevation = {"minimumElevationInMeters",
                                          "maximumElevationInMeters",
                                          -DEEPEST,
                                          HIGHEST,
                                          FLAG_ELEVATION_NON_NUMERIC,
                                          FLAG_ELEVATION_MIN_MAX_SWAPPED,
                                          FLAG_ELEVATION_UNLIKELY};
    static const struct span depth = {
        "minimumDepthInMeters",     "maximumDepthInMeters", 0, DEEPEST, FLAG_DEPTH_NON_NUMERIC,
        FLAG_DEPTH_MIN_MAX_SWAPPED, FLAG_DEPTH_UNLIKELY};
    struct checking c = {.arena = arena, .record = record, .now = now};
    struct date_interval modified;
    size_t count = 0;
    string_view event = value(&c, "eventDate");
    check_coordinates(&c, fields);
    check_uncertainty(&c);
    check_span(&c, &elevation);
    check_span(&c, &depth);
    check_date(&c, event, FLAG_RECORDED_DATE_INVALID, FLAG_RECORDED_DATE_UNLIKELY);
    check_parts(&c, event);
    check_date(&c, value(&c, "dateIdentified"), FLAG_IDENTIFIED_DATE_INVALID,
               FLAG_IDENTIFIED_DATE_UNLIKELY);
    c.found[FLAG_MODIFIED_DATE_UNLIKELY] =
        date_interval_from_text(value(&c, "modified"), &modified) && modified.start > now;
    check_words(&c);
    for (int i = 0; i < FLAG_COUNT; i++) {
        if (c.found[i]) {
            out[count++] = (enum record_flag)i;
        }
    }
    return count;
}
