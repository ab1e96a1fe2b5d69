// SPDX-License-Identifier: Apache-2.0
// Doubts about records' values.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/record_checks.h"
#include "support/views.h"

#define NOW ((moment)1780315200000) // 2026-06-01T12:00:00Z

static void assert_flags(const char *json, const char *expected)
{
    static const struct coordinate_fields fields = {{"decimalLatitude", 15},
                                                    {"decimalLongitude", 16}};
    struct arena arena;
    struct record_reader reader;
    struct record_tree tree;
    enum record_flag flags[FLAG_COUNT];
    char text[1000] = "";
    arena_init(&arena, 0);
    assert_int_equal(record_reader_init(&reader, &arena, NULL), ST_OK);
    assert_int_equal(record_read(&reader, sv_from(json), &tree, NULL), ST_OK);
    size_t count = record_checks(&arena, &tree, &fields, NOW, flags);
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(text);
        (void)snprintf(text + length, sizeof text - length, "%s%s", i == 0 ? "" : " ",
                       flag_name(flags[i]));
    }
    if (strcmp(text, expected) != 0) {
        fail_msg("%s: \"%s\", not \"%s\"", json, text, expected);
    }
    arena_release(&arena);
}

#define PLACE "\"country\":\"Norway\",\"geodeticDatum\":\"WGS84\""

static void test_places(void **state)
{
    (void)state;
    assert_flags("{}", "");
    assert_flags("{" PLACE ",\"decimalLatitude\":60.5,\"decimalLongitude\":\"-5.25\"}", "");
    assert_flags("{" PLACE ",\"decimalLatitude\":0,\"decimalLongitude\":\"0.0\"}",
                 "ZERO_COORDINATE");
    assert_flags("{" PLACE ",\"decimalLatitude\":0,\"decimalLongitude\":5}", "");
    assert_flags("{" PLACE ",\"decimalLatitude\":95,\"decimalLongitude\":200}",
                 "COORDINATE_OUT_OF_RANGE");
    assert_flags("{" PLACE ",\"decimalLatitude\":150,\"decimalLongitude\":-33}",
                 "COORDINATE_OUT_OF_RANGE PRESUMED_SWAPPED_COORDINATE");
    assert_flags("{" PLACE ",\"decimalLatitude\":\"60 N\",\"decimalLongitude\":5}",
                 "COORDINATE_INVALID");
    assert_flags("{" PLACE ",\"decimalLatitude\":60}", "COORDINATE_INVALID");
    assert_flags("{" PLACE ",\"decimalLatitude\":\"nan\",\"decimalLongitude\":\"inf\"}",
                 "COORDINATE_INVALID");
    assert_flags("{\"decimalLatitude\":60,\"decimalLongitude\":5}",
                 "GEODETIC_DATUM_ASSUMED_WGS84 COUNTRY_MISSING");
    assert_flags("{\"decimalLatitude\":60,\"decimalLongitude\":5,\"waterBody\":\"North Sea\","
                 "\"geodeticDatum\":\"WGS84\"}",
                 "");
    static const char *const bad[] = {"0", "-3", "about 5", "5000001", "1e400"};
    for (size_t i = 0; i < ARRAY_LENGTH(bad); i++) {
        char json[100];
        (void)snprintf(json, sizeof json, "{\"coordinateUncertaintyInMeters\":\"%s\"}", bad[i]);
        assert_flags(json, "COORDINATE_UNCERTAINTY_METERS_INVALID");
    }
    assert_flags("{\"coordinateUncertaintyInMeters\":150.5}", "");
}

static void test_dates(void **state)
{
    (void)state;
    assert_flags("{\"eventDate\":\"1899-07-14\",\"year\":1899,\"month\":\"7\",\"day\":14}", "");
    assert_flags("{\"eventDate\":\"1899-07/1899-09\",\"year\":1899,\"month\":8}", "");
    assert_flags("{\"eventDate\":\"1899-07-14T23:00:00-05:00\",\"year\":1899,\"month\":7,"
                 "\"day\":14}",
                 "");
    assert_flags("{\"eventDate\":\"1899-02-30\"}", "RECORDED_DATE_INVALID");
    assert_flags("{\"eventDate\":\"last spring\"}", "RECORDED_DATE_INVALID");
    assert_flags("{\"year\":1899,\"month\":13}", "RECORDED_DATE_INVALID");
    assert_flags("{\"year\":1900,\"month\":2,\"day\":29}", "RECORDED_DATE_INVALID");
    assert_flags("{\"year\":\"18??\"}", "RECORDED_DATE_INVALID");
    assert_flags("{\"eventDate\":\"1899-07-14\",\"year\":1898}", "RECORDED_DATE_MISMATCH");
    assert_flags("{\"eventDate\":\"1899-07-14\",\"year\":1899,\"month\":7,\"day\":15}",
                 "RECORDED_DATE_MISMATCH");
    assert_flags("{\"eventDate\":\"2026-06-03\"}", "RECORDED_DATE_UNLIKELY");
    assert_flags("{\"eventDate\":\"2026\"}", "");
    assert_flags("{\"year\":2027}", "RECORDED_DATE_UNLIKELY");
    assert_flags("{\"year\":1021}", "RECORDED_DATE_UNLIKELY");
    assert_flags("{\"dateIdentified\":\"2031\"}", "IDENTIFIED_DATE_UNLIKELY");
    assert_flags("{\"dateIdentified\":\"19.10.2001\"}", "IDENTIFIED_DATE_INVALID");
    assert_flags("{\"modified\":\"2027-01-01T00:00:00Z\"}", "MODIFIED_DATE_UNLIKELY");
    assert_flags("{\"modified\":\"yesterday\"}", "");
}

static void test_heights_and_words(void **state)
{
    (void)state;
    assert_flags("{\"minimumElevationInMeters\":100,\"maximumElevationInMeters\":\"200\"}", "");
    assert_flags("{\"minimumElevationInMeters\":300,\"maximumElevationInMeters\":200}",
                 "ELEVATION_MIN_MAX_SWAPPED");
    assert_flags("{\"minimumElevationInMeters\":\"3000 ft\"}", "ELEVATION_NON_NUMERIC");
    assert_flags("{\"maximumElevationInMeters\":18000}", "ELEVATION_UNLIKELY");
    assert_flags("{\"minimumDepthInMeters\":-2}", "DEPTH_UNLIKELY");
    assert_flags("{\"minimumDepthInMeters\":20,\"maximumDepthInMeters\":10}",
                 "DEPTH_MIN_MAX_SWAPPED");
    assert_flags("{\"maximumDepthInMeters\":\"deep\"}", "DEPTH_NON_NUMERIC");
    assert_flags("{\"individualCount\":\"3\",\"basisOfRecord\":\"PRESERVED_SPECIMEN\"}", "");
    assert_flags("{\"individualCount\":\"0\"}", "INDIVIDUAL_COUNT_INVALID");
    assert_flags("{\"individualCount\":\"2.5\"}", "INDIVIDUAL_COUNT_INVALID");
    assert_flags("{\"individualCount\":\"many\",\"basisOfRecord\":\"skin\"}",
                 "INDIVIDUAL_COUNT_INVALID BASIS_OF_RECORD_INVALID");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_heights_and_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
