// SPDX-License-Identifier: Apache-2.0
// Moments, the calendar, and written dates.
#include "base/clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define DAY INT64_C(86400000)

static void test_calendar_there_and_back(void **unused)
{
    (void)unused;
    struct civil_date previous = civil_from_days(-800001);
    for (int64_t days = -800000; days < 3000000; days++) {
        struct civil_date date = civil_from_days(days);
        assert_int_equal(days_from_civil(date.year, date.month, date.day), days);
        bool next_day = date.year == previous.year && date.month == previous.month &&
                        date.day == previous.day + 1;
        bool next_month =
            date.day == 1 && previous.day == days_in_month(previous.year, previous.month) &&
            (date.month == previous.month + 1 ||
             (date.month == 1 && previous.month == 12 && date.year == previous.year + 1));
        assert_true(next_day || next_month);
        previous = date;
    }
    assert_int_equal(days_from_civil(1970, 1, 1), 0);
    assert_int_equal(days_from_civil(2000, 3, 1), 11017);
    assert_int_equal(days_in_month(1900, 2), 28);
    assert_int_equal(days_in_month(2000, 2), 29);
}

static void test_moments_as_text(void **unused)
{
    (void)unused;
    static const struct {
        moment m;
        const char *text;
    } examples[] = {
        {0, "1970-01-01T00:00:00.000Z"},
        {-1, "1969-12-31T23:59:59.999Z"},
        {951782400123, "2000-02-29T00:00:00.123Z"},
        {INT64_MAX, "9999-08-17T07:12:55.807Z"}, // the year is clamped
    };
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        char text[25];
        moment_to_text(examples[i].m, text);
        assert_string_equal(text, examples[i].text);
    }
    assert_true(clock_now() > INT64_C(1600000000000));
    uint64_t ticks = clock_ticks();
    assert_true(clock_ticks() >= ticks);
}

static void test_moments_asked(void **unused)
{
    (void)unused;
    static const struct {
        const char *text;
        bool fine;
        moment m;
    } examples[] = {
        {"1717113600000", true, 1717113600000},
        {"-12345", true, -12345},
        {"1", true, 1}, // rule A7: the version of a portal's first commit can be asked
        {"999", true, 999},
        {"01000", true, 1000},               // four digits are a year
        {"2024-05-31", true, 1717199999999}, // a date alone means its last millisecond
        {"2024-05", true, 1717199999999},
        {"2024", true, 1735689599999},
        {"2024-05-31T12:00", true, 1717156800000},
        {"2024-05-31T12:00:00Z", true, 1717156800000},
        {"2024-05-31T12:00:00.5Z", true, 1717156800500},
        {"2024-05-31T12:00:00.123456Z", true, 1717156800123},
        {"2024-05-31T14:00:00+02:00", true, 1717156800000},
        {"2024-05-31T07:00:00-0500", true, 1717156800000},
        {"2024-05-31 12:00", true, 1717156800000},
        {"2024-02-30", false, 0},
        {"2024-05-31/2024-06-01", false, 0},
        {"2024-05-31T24:00", false, 0},
        {"2024-05-31T12:00+", false, 0},
        {"2024-05-31T12:00:", false, 0},
        {"2024-05-31T12:00:00.", false, 0},
        {"2024-05-31T12:00+15:00", false, 0},
        {"2024-05-31T12:00Z ", false, 0},
        {"yesterday", false, 0},
        {"", false, 0},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        struct error e = {0};
        moment m = 42;
        status result = moment_from_text(sv_from(examples[i].text), &m, &e);
        assert_int_equal(result, examples[i].fine ? ST_OK : ST_INVALID);
        assert_int_equal(m, examples[i].fine ? examples[i].m : 42);
        if (!examples[i].fine) {
            assert_string_equal(e.field, "version");
            assert_non_null(strstr(e.message, "ISO 8601"));
        }
    }
}

static moment start_of(int64_t year, int64_t month, int64_t day)
{
    return days_from_civil(year, month, day) * DAY;
}

static void test_dates_name_intervals(void **unused)
{
    (void)unused;
    const moment day = start_of(2007, 11, 13);
    const struct {
        const char *text;
        moment start;
        moment end;
    } examples[] = {
        {"1850", start_of(1850, 1, 1), start_of(1851, 1, 1) - 1},
        {"0001", start_of(1, 1, 1), start_of(2, 1, 1) - 1},
        {"9999", start_of(9999, 1, 1), start_of(10000, 1, 1) - 1},
        {"2007-11", start_of(2007, 11, 1), start_of(2007, 12, 1) - 1},
        {"2007-12", start_of(2007, 12, 1), start_of(2008, 1, 1) - 1},
        {"2007-11-13", day, day + DAY - 1},
        {"2007-11-13T10:15", day + 36900000, day + 36959999},
        {"2007-11-13T10:15:30", day + 36930000, day + 36930999},
        {"2007-11-13T10:15:30.25Z", day + 36930250, day + 36930250},
        {"2007-11-13T00:15+01", day - 2700000, day - 2640001},
        {"2007-11-13T23:59:60Z", day + DAY, day + DAY + 999},
        // Intervals
        {"1850/1900", start_of(1850, 1, 1), start_of(1901, 1, 1) - 1},
        {"2007-11-13/15", day, day + 3 * DAY - 1},
        {"2007-11-13/12-15", day, start_of(2007, 12, 16) - 1},
        {"2007-11/12", start_of(2007, 11, 1), start_of(2008, 1, 1) - 1},
        {"2007-11-13/2008", day, start_of(2009, 1, 1) - 1},
        {"2007-11-13/2007-11-13", day, day + DAY - 1},
        {"2007-11-13T09:00/10:30", day + 32400000, day + 37859999},
        {"2007-11-13T09:00/15T10:30", day + 32400000, day + 2 * DAY + 37859999},
        {"2007-11-13T09:00/15", day + 32400000, day + 3 * DAY - 1},
        {"2007-11-13T09:00+02:00/10:30", day + 25200000, day + 30659999},
        {"2007-03-01T13:00:00Z/2008-05-11T15:30:00Z", start_of(2007, 3, 1) + 46800000,
         start_of(2008, 5, 11) + 55800999},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        struct date_interval found = {0};
        assert_true(date_interval_from_text(sv_from(examples[i].text), &found));
        assert_int_equal(found.start, examples[i].start);
        assert_int_equal(found.end, examples[i].end);
        assert_int_equal(found.has_time, strchr(examples[i].text, 'T') != NULL);
    }
}

static void test_what_is_no_date(void **unused)
{
    (void)unused;
    static const char *const texts[] = {
        "",
        "185",
        "0000",
        "18500",
        "1850-",
        "1850-1",
        "1850-13",
        "1850-00",
        "1850-02-30",
        "1900-02-29",
        "1850-1-1",
        "1850-01-1",
        "1850/",
        "/1850",
        "1850/1849",
        "2007/08",
        "1850-1900",
        "2007-11-13/",
        "2007-11-13/12",
        "2007-11-13/32",
        "2007-11-13/10:30",
        "2007-11-13T10",
        "2007-11-13T10:60",
        "2007-11-13T25:00",
        "2007-11-13T10:15+1",
        "2007-11-13T10:15+01:",
        "1850/1900/1950",
        "13.11.2007",
        "2007-11-13x",
        "c. 1850",
        "\xff\xff\xff\xff",
        "2007-11/31",
        "2007-11-13/15x",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        struct date_interval found = {.start = 7};
        if (date_interval_from_text(sv_from(texts[i]), &found)) {
            fail_msg("'%s' was read as a date", texts[i]);
        }
        assert_int_equal(found.start, 7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calendar_there_and_back), cmocka_unit_test(test_moments_as_text),
        cmocka_unit_test(test_moments_asked),           cmocka_unit_test(test_dates_name_intervals),
        cmocka_unit_test(test_what_is_no_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
