// SPDX-License-Identifier: Apache-2.0
// Days and moments in the proleptic Gregorian calendar, and how labels write them.
#pragma once

#include <stdint.h>

#include "support.h"

// A date of a label: month and day are 0 where the label does not say.
struct date {
    int16_t year;
    int8_t month;
    int8_t day;
};

// Days since 1970-01-01.
int32_t day_of(int year, int month, int day);
struct date date_of(int32_t day);
int days_in_month(int year, int month);

// ISO 8601, as precise as the date: 1913-03-12, 1913-03 or 1913.
void text_add_date(struct text *text, struct date date);
// 12.iii.1913, as entomologists write it.
void text_add_roman_date(struct text *text, struct date date);
// 12 March 1913
void text_add_long_date(struct text *text, struct date date);
// 2017-08-30T05:00:00Z from seconds since 1970.
void text_add_moment(struct text *text, int64_t seconds);
