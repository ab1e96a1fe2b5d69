// SPDX-License-Identifier: Apache-2.0
// Moments (milliseconds since 1970-01-01T00:00:00Z, proleptic Gregorian) and civil dates.
// Must not know: time zones of places, locales.
#pragma once

#include "base/status.h"
#include "base/string_view.h"

typedef int64_t moment; // milliseconds since 1970, UTC

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

// Writes YYYY-MM-DDTHH:MM:SS.mmmZ (24 characters and a NUL); years outside 0..9999 are clamped.
void moment_to_text(moment m, char out[25]);
// A moment as asked by people: milliseconds since 1970 in digits, or ISO 8601 (YYYY-MM-DD, or with
// THH:MM[:SS[.fraction]][Z|+HH:MM]; no zone means UTC; a date alone means its last millisecond).
NODISCARD status moment_from_text(string_view text, moment *out, struct error *e);
