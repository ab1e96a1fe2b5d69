// SPDX-License-Identifier: Apache-2.0
// The languages that pages can be read in beside English.
#include "api/pages/languages.h"

#include "base/base.h"

#define GERMAN "/de"

const struct language languages[] = {
    {"de", "Deutsch", GERMAN, '.', true, german_texts, &german_text_count, german_times,
     &german_time_count, german_countries, &german_country_count, german_messages,
     &german_message_count},
};
const size_t language_count = ARRAY_LENGTH(languages);
const char *const language_prefixes[] = {GERMAN, NULL};
