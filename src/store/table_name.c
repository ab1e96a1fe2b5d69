// SPDX-License-Identifier: Apache-2.0
// Names of tables and datasets.
#include "store/table_name.h"

#include <stdio.h>

status table_name_check(string_view slug, const char *what, struct error *e)
{
    bool good = slug.length >= 1 && slug.length <= 100;
    for (size_t i = 0; i < slug.length && good; i++) {
        char c = slug.bytes[i];
        bool hyphen = c == '-' && i > 0 && i + 1 < slug.length && slug.bytes[i - 1] != '-';
        good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || hyphen;
    }
    if (good) {
        return ST_OK;
    }
    return error_set_field(
        e, ST_INVALID, what,
        "'" SV_FORMAT "' cannot be a slug: use 1 to 100 characters of a-z, 0-9 and single hyphens",
        (int)MIN(slug.length, (size_t)100), slug.bytes);
}

void table_name_uuid(const char *kind, string_view slug, struct uuid *out)
{
    char name[256];
    (void)snprintf(name, sizeof name, "%s/" SV_FORMAT, kind, SV_ARGUMENT(slug));
    uuid_from_name(sv_from(name), out);
}
