// SPDX-License-Identifier: Apache-2.0
// Doubts about a record's values, named as the issue flags of GBIF where it has the same
// (https://gbif.github.io/gbif-api/apidocs/org/gbif/api/vocabulary/OccurrenceIssue.html), and what
// they mean in plain words. Must not know: how they are found.
#pragma once

#include "api/pages/layout.h"

enum record_flag {
    FLAG_ZERO_COORDINATE,
    FLAG_COORDINATE_OUT_OF_RANGE,
    FLAG_COORDINATE_INVALID,
    FLAG_PRESUMED_SWAPPED_COORDINATE,
    FLAG_COORDINATE_UNCERTAINTY_METERS_INVALID,
    FLAG_GEODETIC_DATUM_ASSUMED_WGS84,
    FLAG_COUNTRY_MISSING, // ours
    FLAG_RECORDED_DATE_INVALID,
    FLAG_RECORDED_DATE_MISMATCH,
    FLAG_RECORDED_DATE_UNLIKELY,
    FLAG_IDENTIFIED_DATE_INVALID,
    FLAG_IDENTIFIED_DATE_UNLIKELY,
    FLAG_MODIFIED_DATE_UNLIKELY,
    FLAG_ELEVATION_NON_NUMERIC,
    FLAG_ELEVATION_MIN_MAX_SWAPPED,
    FLAG_ELEVATION_UNLIKELY,
    FLAG_DEPTH_NON_NUMERIC,
    FLAG_DEPTH_MIN_MAX_SWAPPED,
    FLAG_DEPTH_UNLIKELY,
    FLAG_INDIVIDUAL_COUNT_INVALID,
    FLAG_BASIS_OF_RECORD_INVALID,
    FLAG_COUNT,
};

// "ZERO_COORDINATE".
const char *flag_name(enum record_flag flag);
// A sentence for people, in the page's language.
string_view flag_words(const struct page *p, enum record_flag flag);
