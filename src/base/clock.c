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

// Text still to be read.
struct cursor {
    const char *at;
    const char *end;
};

static bool take_byte(struct cursor *c, char byte)
{
    if (c->at == c->end || *c->at != byte) {
        return false;
    }
    c->at++;
    return true;
}

static unsigned digit_at(const char *at)
{
    return (unsigned)(unsigned char)*at - '0';
}

static bool take_digits(struct cursor *c, int count, int64_t *out)
{
    if (c->end - c->at < count) {
        return false;
    }
    int64_t value = 0;
    for (int i = 0; i < count; i++) {
        unsigned digit = digit_at(c->at + i);
        if (digit > 9) {
            return false;
        }
        value = value * 10 + digit;
    }
    c->at += count;
    *out = value;
    return true;
}

// How exactly a date is written.
enum precision { BY_YEAR, BY_MONTH, BY_DAY, BY_MINUTE, BY_SECOND, BY_MILLISECOND };

struct written_date {
    int64_t year;
    int64_t month;
    int64_t day;
    int64_t hour;
    int64_t minute;
    int64_t second;
    int64_t millisecond;
    int64_t offset_minutes;
    bool has_zone;
    enum precision precision;
};

static bool take_fraction(struct cursor *c, int64_t *milliseconds)
{
    int64_t value = 0;
    int64_t scale = 100;
    const char *first = c->at;
    for (; c->at < c->end && digit_at(c->at) <= 9; c->at++) {
        value += digit_at(c->at) * scale;
        scale /= 10;
    }
    *milliseconds = value;
    return c->at > first;
}

static bool take_zone(struct cursor *c, struct written_date *d)
{
    if (c->at == c->end || (*c->at != 'Z' && *c->at != 'z' && *c->at != '+' && *c->at != '-')) {
        return true;
    }
    d->has_zone = true;
    d->offset_minutes = 0;
    char sign = *c->at++;
    if (sign == 'Z' || sign == 'z') {
        return true;
    }
    int64_t hours = 0;
    int64_t minutes = 0;
    if (!take_digits(c, 2, &hours)) {
        return false;
    }
    bool colon = take_byte(c, ':');
    if (!take_digits(c, 2, &minutes) && colon) {
        return false;
    }
    d->offset_minutes = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
    return hours <= 14 && minutes < 60;
}

// hh:mm[:ss[.fraction]][zone]; a second of 60 is a leap second.
static bool take_time(struct cursor *c, struct written_date *d)
{
    if (!take_digits(c, 2, &d->hour) || !take_byte(c, ':') || !take_digits(c, 2, &d->minute)) {
        return false;
    }
    d->precision = BY_MINUTE;
    d->second = 0;
    d->millisecond = 0;
    if (take_byte(c, ':')) {
        d->precision = BY_SECOND;
        if (!take_digits(c, 2, &d->second)) {
            return false;
        }
        if (take_byte(c, '.')) {
            d->precision = BY_MILLISECOND;
            if (!take_fraction(c, &d->millisecond)) {
                return false;
            }
        }
    }
    return take_zone(c, d) && d->hour <= 23 && d->minute <= 59 && d->second <= 60;
}

static bool take_day_and_time(struct cursor *c, struct written_date *d)
{
    if (!take_digits(c, 2, &d->day)) {
        return false;
    }
    d->precision = BY_DAY;
    d->hour = 0;
    d->minute = 0;
    d->second = 0;
    d->millisecond = 0;
    return (!take_byte(c, 'T') && !take_byte(c, ' ')) || take_time(c, d);
}

static bool take_date(struct cursor *c, struct written_date *d)
{
    *d = (struct written_date){.month = 1, .day = 1, .precision = BY_YEAR};
    if (!take_digits(c, 4, &d->year)) {
        return false;
    }
    if (!take_byte(c, '-')) {
        return true;
    }
    d->precision = BY_MONTH;
    return take_digits(c, 2, &d->month) && (!take_byte(c, '-') || take_day_and_time(c, d));
}

// The end of an interval that leaves out what it shares with the start.
static bool take_rest_of_date(struct cursor *c, struct written_date *d)
{
    if (c->end - c->at >= 3 && c->at[2] == ':') {
        return d->precision >= BY_MINUTE && take_time(c, d);
    }
    bool month_first = d->precision == BY_MONTH || (c->end - c->at >= 3 && c->at[2] == '-');
    if (d->precision == BY_YEAR || (month_first && !take_digits(c, 2, &d->month))) {
        return false;
    }
    if (month_first && !take_byte(c, '-')) {
        return d->precision == BY_MONTH;
    }
    return take_day_and_time(c, d);
}

static bool exists(const struct written_date *d)
{
    return d->year >= 1 && d->month >= 1 && d->month <= 12 && d->day >= 1 &&
           d->day <= days_in_month(d->year, d->month);
}

static moment first_millisecond(const struct written_date *d)
{
    int64_t minutes = d->hour * 60 + d->minute - d->offset_minutes;
    return days_from_civil(d->year, d->month, d->day) * MILLISECONDS_A_DAY + minutes * 60000 +
           d->second * 1000 + d->millisecond;
}

static moment last_millisecond(const struct written_date *d)
{
    struct written_date next = *d;
    switch (d->precision) {
    case BY_YEAR:
        next.year++;
        return first_millisecond(&next) - 1;
    case BY_MONTH:
        next.year += d->month == 12;
        next.month = d->month % 12 + 1;
        return first_millisecond(&next) - 1;
    case BY_DAY:
        return first_millisecond(d) + MILLISECONDS_A_DAY - 1;
    case BY_MINUTE:
        return first_millisecond(d) + 59999;
    case BY_SECOND:
        return first_millisecond(d) + 999;
    case BY_MILLISECOND:
        break;
    }
    return first_millisecond(d);
}

// The date behind the slash; *d is the start, of which the end may leave parts out.
static bool take_end(struct cursor *c, struct written_date *d)
{
    struct written_date start = *d;
    const char *at = c->at;
    bool whole = c->end - at >= 4 && digit_at(at + 2) <= 9 && digit_at(at + 3) <= 9;
    if (whole ? !take_date(c, d) : !take_rest_of_date(c, d)) {
        return false;
    }
    if (!d->has_zone) {
        d->offset_minutes = start.offset_minutes;
    }
    return exists(d);
}

static bool parse_interval(string_view text, struct date_interval *out, bool *is_pair)
{
    struct cursor c = {text.bytes, text.bytes + text.length};
    struct written_date d;
    if (text.length < 4 || !take_date(&c, &d) || !exists(&d)) {
        return false;
    }
    struct date_interval found = {first_millisecond(&d), last_millisecond(&d),
                                  d.precision >= BY_MINUTE};
    *is_pair = take_byte(&c, '/');
    if (*is_pair) {
        if (!take_end(&c, &d)) {
            return false;
        }
        found.end = last_millisecond(&d);
    }
    if (c.at != c.end || found.end < found.start) {
        return false;
    }
    *out = found;
    return true;
}

bool date_interval_from_text(string_view text, struct date_interval *out)
{
    bool is_pair = false;
    return parse_interval(text, out, &is_pair);
}

status moment_from_text(string_view text, moment *out, struct error *e)
{
    int64_t milliseconds = 0;
    if (text.length != 4 && sv_to_int64(text, &milliseconds)) {
        *out = milliseconds;
        return ST_OK;
    }
    struct date_interval interval;
    bool is_pair = false;
    if (parse_interval(text, &interval, &is_pair) && !is_pair) {
        *out = interval.has_time ? interval.start : interval.end;
        return ST_OK;
    }
    return error_set_field(e, ST_INVALID, "version",
                           "'" SV_FORMAT "' is not a moment: give milliseconds since 1970 or ISO "
                           "8601, such as 2024-05-31 or 2024-05-31T12:00:00Z",
                           (int)MIN(text.length, (size_t)60), text.bytes);
}
