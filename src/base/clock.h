// SPDX-License-Identifier: Apache-2.0
// Moments (milliseconds since 1970-01-01T00:00:00Z, proleptic Gregorian) and civil dates.
// Must not know: time zones of places, locales.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

typedef int64_t moment; // milliseconds since 1970, UTC

// The moment of a portal's own first commit: before any history that may be brought in, so it is no
// date to be shown but "the beginning".
#define MOMENT_BEGINNING ((moment)1)

moment clock_now(void);
// Monotonic nanoseconds, for durations.
uint64_t clock_ticks(void);

struct civil_date {
    int32_t year;
    int32_t month; // 1..12
    int32_t day;   // 1..31
};

// Days since 1970-01-01 of a civil date, any year.
int64_t days_from_civil(int64_t year, int64_t month, int64_t day);
struct civil_date civil_from_days(int64_t days);
int days_in_month(int64_t year, int64_t month);

// What a written date names: the milliseconds from `start` to `end`, both included.
struct date_interval {
    moment start;
    moment end;
    bool has_time; // a time of day was written (of an interval of two dates: in its start)
};

// Reads a date of ISO 8601, years 0001 to 9999: YYYY, YYYY-MM, YYYY-MM-DD, or the last with a T or
// a blank and hh:mm[:ss[.fraction]] and perhaps a zone: Z, +hh, +hhmm or +hh:mm (none means UTC);
// or two of these as start/end (ISO 8601-1 section 5.5), where the end may leave out what it shares
// with the start (2007-11-13/15, 2007-11/12, 2007-11-13T09:00/10:30) and takes the start's zone
// when it has none. A fraction is cut to the millisecond and names that one. False on anything
// else, days that do not exist and an end before its start.
NODISCARD bool date_interval_from_text(string_view text, struct date_interval *out);

// Writes YYYY-MM-DDTHH:MM:SS.mmmZ (24 characters and a NUL); years outside 0..9999 are clamped.
void moment_to_text(moment m, char out[25]);
// A moment as asked by people: milliseconds since 1970 (any number of digits but four, which are a
// year), or a date as above but no interval of two: with a time of day its first millisecond, a
// date alone its last.
NODISCARD status moment_from_text(string_view text, moment *out, struct error *e);
