// SPDX-License-Identifier: Apache-2.0
// The Gregorian calendar; day_of and date_of follow Howard Hinnant's days_from_civil.
#include "calendar.h"

int32_t day_of(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

struct date date_of(int32_t day)
{
    int z = day + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int day_of_era = z - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted = (5 * day_of_year + 2) / 153;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    int year = year_of_era + era * 400 + (month <= 2);
    int day_of_month = day_of_year - (153 * shifted + 2) / 5 + 1;
    return (struct date){(int16_t)year, (int8_t)month, (int8_t)day_of_month};
}

int days_in_month(int year, int month)
{
    static const int DAYS[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month - 1] + (month == 2 && leap);
}

void text_add_date(struct text *text, struct date date)
{
    if (date.year == 0) {
        return;
    }
    text_format(text, "%04d", date.year);
    if (date.month > 0) {
        text_format(text, "-%02d", date.month);
    }
    if (date.month > 0 && date.day > 0) {
        text_format(text, "-%02d", date.day);
    }
}

void text_add_roman_date(struct text *text, struct date date)
{
    static const char *const MONTHS[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                         "vii", "viii", "ix",  "x",  "xi", "xii"};
    if (date.year == 0) {
        return;
    }
    if (date.day > 0) {
        text_format(text, "%d.", date.day);
    }
    if (date.month > 0) {
        text_format(text, "%s.", MONTHS[date.month - 1]);
    }
    text_format(text, "%d", date.year);
}

void text_add_long_date(struct text *text, struct date date)
{
    static const char *const MONTHS[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    if (date.day > 0) {
        text_format(text, "%d ", date.day);
    }
    if (date.month > 0) {
        text_format(text, "%s ", MONTHS[date.month - 1]);
    }
    text_format(text, "%d", date.year);
}

void text_add_moment(struct text *text, int64_t seconds)
{
    struct date date = date_of((int32_t)(seconds / 86400));
    int rest = (int)(seconds % 86400);
    text_format(text, "%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month, date.day,
                rest / 3600, rest / 60 % 60, rest % 60);
}
