// SPDX-License-Identifier: Apache-2.0
// Looks codes up.
#include "query/country_codes.h"

const struct country_code *country_code_find(string_view code)
{
    for (size_t i = 0; i < country_code_count; i++) {
        if (sv_equal_ignore_case(code, sv_from(country_codes[i].code))) {
            return &country_codes[i];
        }
    }
    return NULL;
}
