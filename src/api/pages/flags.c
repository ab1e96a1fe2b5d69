// SPDX-License-Identifier: Apache-2.0
// Flags by name and in words.
#include "api/pages/flags.h"

#include "api/pages/language.h"

const char *flag_name(enum record_flag flag)
{
    static const char *const names[FLAG_COUNT] = {
        [FLAG_ZERO_COORDINATE] = "ZERO_COORDINATE",
        [FLAG_COORDINATE_OUT_OF_RANGE] = "COORDINATE_OUT_OF_RANGE",
        [FLAG_COORDINATE_INVALID] = "COORDINATE_INVALID",
        [FLAG_PRESUMED_SWAPPED_COORDINATE] = "PRESUMED_SWAPPED_COORDINATE",
        [FLAG_COORDINATE_UNCERTAINTY_METERS_INVALID] = "COORDINATE_UNCERTAINTY_METERS_INVALID",
        [FLAG_GEODETIC_DATUM_ASSUMED_WGS84] = "GEODETIC_DATUM_ASSUMED_WGS84",
        [FLAG_COUNTRY_MISSING] = "COUNTRY_MISSING",
        [FLAG_RECORDED_DATE_INVALID] = "RECORDED_DATE_INVALID",
        [FLAG_RECORDED_DATE_MISMATCH] = "RECORDED_DATE_MISMATCH",
        [FLAG_RECORDED_DATE_UNLIKELY] = "RECORDED_DATE_UNLIKELY",
        [FLAG_IDENTIFIED_DATE_INVALID] = "IDENTIFIED_DATE_INVALID",
        [FLAG_IDENTIFIED_DATE_UNLIKELY] = "IDENTIFIED_DATE_UNLIKELY",
        [FLAG_MODIFIED_DATE_UNLIKELY] = "MODIFIED_DATE_UNLIKELY",
        [FLAG_ELEVATION_NON_NUMERIC] = "ELEVATION_NON_NUMERIC",
        [FLAG_ELEVATION_MIN_MAX_SWAPPED] = "ELEVATION_MIN_MAX_SWAPPED",
        [FLAG_ELEVATION_UNLIKELY] = "ELEVATION_UNLIKELY",
        [FLAG_DEPTH_NON_NUMERIC] = "DEPTH_NON_NUMERIC",
        [FLAG_DEPTH_MIN_MAX_SWAPPED] = "DEPTH_MIN_MAX_SWAPPED",
        [FLAG_DEPTH_UNLIKELY] = "DEPTH_UNLIKELY",
        [FLAG_INDIVIDUAL_COUNT_INVALID] = "INDIVIDUAL_COUNT_INVALID",
        [FLAG_BASIS_OF_RECORD_INVALID] = "BASIS_OF_RECORD_INVALID",
    };
    return names[flag];
}

static string_view place_words(const struct page *p, enum record_flag flag)
{
    switch (flag) {
    case FLAG_ZERO_COORDINATE:
        return say(p, "Latitude and longitude are both 0, a point in the Gulf of Guinea: they were "
                      "probably not known.");
    case FLAG_COORDINATE_OUT_OF_RANGE:
        return say(p, "The coordinates lie outside the possible range, so there is no map.");
    case FLAG_COORDINATE_INVALID:
        return say(p, "The coordinates are not two numbers of degrees.");
    case FLAG_PRESUMED_SWAPPED_COORDINATE:
        return say(p, "Latitude and longitude seem to stand in each other's place.");
    case FLAG_COORDINATE_UNCERTAINTY_METERS_INVALID:
        return say(p, "The uncertainty of the coordinates is no number of metres above 0.");
    case FLAG_GEODETIC_DATUM_ASSUMED_WGS84:
        return say(p, "No geodetic datum is given; the map takes the coordinates as WGS 84.");
    default:
        return say(p, "There are coordinates, but no country and no water body.");
    }
}

static string_view date_words(const struct page *p, enum record_flag flag)
{
    switch (flag) {
    case FLAG_RECORDED_DATE_INVALID:
        return say(p, "The collection date is not a date that exists.");
    case FLAG_RECORDED_DATE_MISMATCH:
        return say(p, "Year, month or day differ from the collection date.");
    case FLAG_RECORDED_DATE_UNLIKELY:
        return say(p, "The collection date lies in the future or before 1600.");
    case FLAG_IDENTIFIED_DATE_INVALID:
        return say(p, "The date of identification is not a date that exists.");
    case FLAG_IDENTIFIED_DATE_UNLIKELY:
        return say(p, "The identification lies in the future or before 1600.");
    default:
        return say(p, "The record says that it was changed in the future.");
    }
}

static string_view number_words(const struct page *p, enum record_flag flag)
{
    switch (flag) {
    case FLAG_ELEVATION_NON_NUMERIC:
        return say(p, "An elevation is not a number of metres.");
    case FLAG_ELEVATION_MIN_MAX_SWAPPED:
        return say(p, "The least elevation is above the greatest.");
    case FLAG_ELEVATION_UNLIKELY:
        return say(p, "An elevation lies above 17,000 or below -11,000 metres.");
    case FLAG_DEPTH_NON_NUMERIC:
        return say(p, "A depth is not a number of metres.");
    case FLAG_DEPTH_MIN_MAX_SWAPPED:
        return say(p, "The least depth is below the greatest.");
    case FLAG_DEPTH_UNLIKELY:
        return say(p, "A depth is negative or over 11,000 metres.");
    case FLAG_INDIVIDUAL_COUNT_INVALID:
        return say(p, "The number of individuals is not a whole number above 0.");
    default:
        return say(p, "The basis of the record is none of Darwin Core's words for it.");
    }
}

string_view flag_words(const struct page *p, enum record_flag flag)
{
    if (flag <= FLAG_COUNTRY_MISSING) {
        return place_words(p, flag);
    }
    return flag <= FLAG_MODIFIED_DATE_UNLIKELY ? date_words(p, flag) : number_words(p, flag);
}
