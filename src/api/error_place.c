// SPDX-License-Identifier: Apache-2.0
// Where a request names what an error is of: the engine names fields, clients wrote parameters and
// bodies. Must not know: what the routes mean.
#include "api/error_place.h"

#include "query/query_tree.h"
#include "query/search_body.h"

#include <stdio.h>
#include <string.h>

static bool is_at(const struct error *e, string_view field)
{
    char name[sizeof e->field];
    query_copy_excerpt(field, name, sizeof name);
    return strcmp(name, e->field) == 0;
}

// One of these parameters, whose values are names of fields, perhaps with a width or a vocabulary.
static bool takes_fields(string_view name)
{
    static const char *const all[] = {"facet", "sort",      "fields", "field", "statistics",
                                      "by",    "histogram", "sum",    "mean",  "min",
                                      "max",   "distinct",  "share",  "span"};
    for (size_t i = 0; i < ARRAY_LENGTH(all); i++) {
        if (sv_equal(name, sv_from(all[i]))) {
            return true;
        }
    }
    return false;
}

static bool names_it(const struct http_parameter *p, const struct error *e)
{
    string_view rest = p->value;
    string_view part;
    if (is_at(e, p->value)) {
        return true;
    }
    while (sv_split(&rest, ',', &part)) {
        part = sv_starts_with(part, SV("-")) ? sv_slice(part, 1, SIZE_MAX) : part;
        if (is_at(e, part) || is_at(e, sv_slice(part, 0, sv_find(part, ':')))) {
            return true;
        }
    }
    return false;
}

// Whether the parameter is where the request names the field, the surest signs first.
static bool is_place(const struct http_parameter *p, unsigned round, const struct error *e)
{
    static const char prefix[] = "field.";
    string_view name = p->name;
    switch (round) {
    case 0:
        return is_at(e, name);
    case 1:
        return takes_fields(name) && names_it(p, e);
    case 2:
        return sv_starts_with(name, sv_from(prefix)) &&
               is_at(e, sv_slice(name, sizeof prefix - 1, SIZE_MAX));
    default:
        return (sv_starts_with(name, SV("filter.")) || sv_equal(name, SV("query"))) &&
               memmem(p->value.bytes, p->value.length, e->field, strlen(e->field)) != NULL;
    }
}

static void name_parameter(const struct http_request *request, struct error *e)
{
    const struct http_target *target = &request->target;
    for (unsigned round = 0; round < 4; round++) {
        for (size_t i = 0; i < target->parameter_count; i++) {
            if (is_place(&target->parameters[i], round, e)) {
                char name[sizeof e->field];
                query_copy_excerpt(target->parameters[i].name, name, sizeof name);
                memcpy(e->field, name, sizeof name);
                return;
            }
        }
    }
}

void api_place_error(const struct http_request *request, struct error *e)
{
    if (e->field[0] == '\0' || e->field[0] == '/') {
        return;
    }
    if (request->route->json_body) {
        search_body_point(request->body, e);
    } else {
        name_parameter(request, e);
    }
}
