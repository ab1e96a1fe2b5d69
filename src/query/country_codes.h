// SPDX-License-Identifier: Apache-2.0
// ISO 3166-1 codes of countries with their English names, for questions that others ask by code.
// Must not know: where countries lie (areas.h).
#pragma once

#include "base/base.h"
#include "base/string_view.h"

struct country_code {
    const char *code;       // "GB"
    const char *name;       // "United Kingdom"
    const char *other_name; // may be NULL
};
extern const struct country_code country_codes[]; // by code
extern const size_t country_code_count;

// NULL for a code that is none; its case does not count.
const struct country_code *country_code_find(string_view code);
