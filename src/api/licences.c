// SPDX-License-Identifier: Apache-2.0
// Names of the licences that collections use.
#include "api/licences.h"

string_view licence_name(string_view uri)
{
    static const struct {
        const char *path; // behind the host
        const char *name;
    } known[] = {
        {"creativecommons.org/publicdomain/zero/1.0", "CC0 1.0"},
        {"creativecommons.org/publicdomain/mark/1.0", "Public Domain Mark 1.0"},
        {"creativecommons.org/licenses/by/4.0", "CC BY 4.0"},
        {"creativecommons.org/licenses/by-nc/4.0", "CC BY-NC 4.0"},
        {"creativecommons.org/licenses/by-sa/4.0", "CC BY-SA 4.0"},
        {"creativecommons.org/licenses/by-nd/4.0", "CC BY-ND 4.0"},
        {"creativecommons.org/licenses/by-nc-sa/4.0", "CC BY-NC-SA 4.0"},
        {"creativecommons.org/licenses/by-nc-nd/4.0", "CC BY-NC-ND 4.0"},
        {"creativecommons.org/licenses/by/3.0", "CC BY 3.0"},
        {"creativecommons.org/licenses/by-nc/3.0", "CC BY-NC 3.0"},
        {"creativecommons.org/licenses/by-sa/3.0", "CC BY-SA 3.0"},
        {"opendatacommons.org/licenses/odbl/1-0", "ODbL 1.0"},
        {"opendatacommons.org/licenses/by/1-0", "ODC-BY 1.0"},
        {"opendatacommons.org/licenses/pddl/1-0", "PDDL 1.0"},
        {"nationalarchives.gov.uk/doc/open-government-licence/version/3", "OGL v3.0"},
    };
    string_view rest = uri;
    static const char *const starts[] = {"https://", "http://", "www."};
    for (size_t i = 0; i < ARRAY_LENGTH(starts); i++) {
        string_view start = sv_from(starts[i]);
        rest = sv_starts_with(rest, start) ? sv_slice(rest, start.length, SIZE_MAX) : rest;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(known); i++) {
        string_view path = sv_from(known[i].path);
        if (sv_starts_with(rest, path) &&
            (rest.length == path.length || rest.bytes[path.length] == '/')) {
            return sv_from(known[i].name);
        }
    }
    return uri;
}
