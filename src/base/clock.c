// SPDX-License-Identifier: Apache-2.0
// Moments and civil dates; the calendar arithmetic counts years from March.
#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define MILLISECONDS_A_DAY INT64_C(86400000)

moment clock_now(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (moment)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

uint64_t clock_ticks(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * UINT64_C(1000000000) + (uint64_t)now.tv_nsec;
}

int64_t days_from_civil(int64_t year, int64_t month, int64_t day)
{
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

struct civil_date civil_from_days(int64_t days)
{
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_from_march = (5 * day_of_year + 2) / 153;
    int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    return (struct civil_date){
        .year = (int32_t)(year_of_era + era * 400 + (month <= 2)),
        .month = (int32_t)month,
        .day = (int32_t)(day_of_year - (153 * month_from_march + 2) / 5 + 1),
    };
}

int days_in_month(int64_t year, int64_t month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[(month - 1) % 12];
}

void moment_to_text(moment m, char out[25])
{
    int64_t days = m / MILLISECONDS_A_DAY;
    int64_t rest = m % MILLISECONDS_A_DAY;
    if (rest < 0) {
        rest += MILLISECONDS_A_DAY;
        days--;
    }
    struct civil_date date = civil_from_days(days);
    unsigned year = (unsigned)MAX(0, MIN(9999, date.year));
    char text[64];
    (void)snprintf(text, sizeof text, "%04u-%02u-%02uT%02u:%02u:%02u.%03uZ", year,
                   (unsigned)date.month, (unsigned)date.day, (unsigned)(rest / 3600000),
                   (unsigned)(rest / 60000 % 60), (unsigned)(rest / 1000 % 60),
                   (unsigned)(rest % 1000));
    memcpy(out, text, 24);
    out[24] = '\0';
}

// Takes exactly `digits` decimal digits off *text.
static bool take_digits(string_view *text, size_t digits, int64_t *out)
{
    uint64_t value = 0;
    if (text->length < digits || !sv_to_uint64(sv_slice(*text, 0, digits), &value)) {
        return false;
    }
    *text = sv_slice(*text, digits, text->length);
    *out = (int64_t)value;
    return true;
}

static bool take_byte(string_view *text, char byte)
{
    if (text->length == 0 || text->bytes[0] != byte) {
        return false;
    }
    *text = sv_slice(*text, 1, text->length);
    return true;
}

static bool take_fraction(string_view *text, int64_t *milliseconds)
{
    *milliseconds = 0;
    if (!take_byte(text, '.')) {
        return true;
    }
    int64_t scale = 100;
    size_t digits = 0;
    while (text->length > 0 && text->bytes[0] >= '0' && text->bytes[0] <= '9') {
        *milliseconds += (text->bytes[0] - '0') * scale;
        scale /= 10;
        digits++;
        *text = sv_slice(*text, 1, text->length);
    }
    return digits > 0;
}

static bool take_zone(string_view *text, int64_t *offset_minutes)
{
    *offset_minutes = 0;
    if (text->length == 0 || take_byte(text, 'Z') || take_byte(text, 'z')) {
        return true;
    }
    int64_t sign = text->bytes[0] == '-' ? -1 : 1;
    if (!take_byte(text, '+') && !take_byte(text, '-')) {
        return false;
    }
    int64_t hours = 0;
    int64_t minutes = 0;
    if (!take_digits(text, 2, &hours)) {
        return false;
    }
    (void)take_byte(text, ':');
    if (text->length > 0 && !take_digits(text, 2, &minutes)) {
        return false;
    }
    *offset_minutes = sign * (hours * 60 + minutes);
    return hours <= 14 && minutes < 60;
}

static bool parse_iso(string_view text, moment *out)
{
    int64_t year = 0;
    int64_t month = 0;
    int64_t day = 0;
    if (!take_digits(&text, 4, &year) || !take_byte(&text, '-') || !take_digits(&text, 2, &month) ||
        !take_byte(&text, '-') || !take_digits(&text, 2, &day) || month < 1 || month > 12 ||
        day < 1 || day > days_in_month(year, month)) {
        return false;
    }
    moment start = days_from_civil(year, month, day) * MILLISECONDS_A_DAY;
    if (text.length == 0) {
        *out = start + MILLISECONDS_A_DAY - 1;
        return true;
    }
    int64_t hour = 0;
    int64_t minute = 0;
    int64_t second = 0;
    int64_t millisecond = 0;
    int64_t offset = 0;
    if ((!take_byte(&text, 'T') && !take_byte(&text, ' ')) || !take_digits(&text, 2, &hour) ||
        !take_byte(&text, ':') || !take_digits(&text, 2, &minute)) {
        return false;
    }
    if (take_byte(&text, ':') &&
        (!take_digits(&text, 2, &second) || !take_fraction(&text, &millisecond))) {
        return false;
    }
    if (!take_zone(&text, &offset) || text.length > 0 || hour > 23 || minute > 59 || second > 60) {
        return false;
    }
    *out = start + hour * 3600000 + (minute - offset) * 60000 + second * 1000 + millisecond;
    return true;
}

status moment_from_text(string_view text, moment *out, struct error *e)
{
    int64_t milliseconds = 0;
    if (text.length > 4 && sv_to_int64(text, &milliseconds)) {
        *out = milliseconds;
        return ST_OK;
    }
    if (text.length <= 40 && parse_iso(text, out)) {
        return ST_OK;
    }
    return error_set_field(e, ST_INVALID, "version",
                           "'" SV_FORMAT "' is not a moment: give milliseconds since 1970 or ISO "
                           "8601, such as 2024-05-31 or 2024-05-31T12:00:00Z",
                           (int)MIN(text.length, (size_t)60), text.bytes);
}
