// SPDX-License-Identifier: Apache-2.0
// Reads DataCite's JSON:API.
#include "portal/gather_read.h"

#include "base/buffer.h"
#include "base/percent.h"

#include <string.h>

#define WORKS_MOST     ((size_t)1000)  // of one page
#define CITATIONS_MOST ((size_t)20000) // of one DOI

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for what DataCite answered");
}

static string_view string_of(const json_t *value)
{
    return json_is_string(value)
               ? (string_view){json_string_value(value), json_string_length(value)}
               : SV("");
}

status datacite_read_citations(const json_t *answer, struct arena *arena, string_view **out,
                               size_t *count, struct error *e)
{
    const json_t *data = json_object_get(answer, "data");
    const json_t *relations = json_object_get(data, "relationships");
    const json_t *list = json_object_get(json_object_get(relations, "citations"), "data");
    size_t most = MIN(json_array_size(list), CITATIONS_MOST);
    *count = 0;
    if (!json_is_object(json_object_get(data, "attributes"))) {
        return error_set(e, ST_BAD_DATA, "DataCite's answer is no DOI: it has no \"attributes\"");
    }
    *out = arena_array(arena, string_view, most + 1);
    if (*out == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < most; i++) {
        string_view doi =
            literature_doi(arena, string_of(json_object_get(json_array_get(list, i), "id")));
        if (doi.length > 0) {
            (*out)[(*count)++] = doi;
        }
    }
    return ST_OK;
}

// --- works
// -----------------------------------------------------------------------------------------

// "Smith, J.; The House"
static string_view authors_of(struct arena *arena, const json_t *list)
{
    struct buffer b;
    buffer_init(&b, LITERATURE_LIMIT_TEXT);
    for (size_t i = 0; i < json_array_size(list) && !b.failed; i++) {
        const json_t *one = json_array_get(list, i);
        string_view family = literature_member(arena, one, "familyName");
        string_view given = literature_member(arena, one, "givenName");
        string_view name = literature_member(arena, one, "name");
        bool person = family.length > 0 && given.length > 0;
        size_t before = b.length;
        if (person || name.length > 0) {
            buffer_print(&b, "%s" SV_FORMAT "%s" SV_FORMAT, b.length > 0 ? "; " : "",
                         SV_ARGUMENT(person ? family : name), person ? ", " : "",
                         SV_ARGUMENT(person ? given : SV("")));
        }
        b.length = b.failed ? before : b.length;
    }
    string_view out = b.length == 0 ? SV("") : arena_copy(arena, buffer_view(&b));
    buffer_release(&b);
    return out;
}

// The publisher was a text in schema 4.4, and is an object now.
static string_view venue_of(struct arena *arena, const json_t *attributes)
{
    const json_t *publisher = json_object_get(attributes, "publisher");
    string_view container =
        literature_member(arena, json_object_get(attributes, "container"), "title");
    return container.length > 0        ? container
           : json_is_object(publisher) ? literature_member(arena, publisher, "name")
                                       : literature_member(arena, attributes, "publisher");
}

static int32_t year_of(const json_t *attributes)
{
    const json_t *year = json_object_get(attributes, "publicationYear");
    int64_t number = json_integer_value(year);
    if (json_is_string(year) && !sv_to_int64(string_of(year), &number)) {
        number = 0;
    }
    return number >= 1000 && number <= 2999 ? (int32_t)number : 0;
}

// Whether it says that it used what the DOI is of.
static bool cites(const json_t *attributes, string_view doi, struct arena *arena)
{
    static const char *const relations[] = {"Cites", "References", "IsSupplementTo",
                                            "IsDerivedFrom"};
    const json_t *list = json_object_get(attributes, "relatedIdentifiers");
    for (size_t i = 0; i < MIN(json_array_size(list), CITATIONS_MOST); i++) {
        const json_t *one = json_array_get(list, i);
        string_view relation = string_of(json_object_get(one, "relationType"));
        bool used = false;
        for (size_t k = 0; k < ARRAY_LENGTH(relations); k++) {
            used = used || sv_equal(relation, sv_from(relations[k]));
        }
        if (used &&
            sv_equal(literature_doi(arena, string_of(json_object_get(one, "relatedIdentifier"))),
                     doi)) {
            return true;
        }
    }
    return false;
}

static bool read_work(const json_t *data, string_view doi, struct arena *arena,
                      struct datacite_work *out)
{
    const json_t *a = json_object_get(data, "attributes");
    const json_t *types = json_object_get(a, "types");
    string_view name = string_of(json_object_get(a, "doi"));
    *out = (struct datacite_work){
        .publication = {.doi = literature_doi(
                            arena, name.length > 0 ? name : string_of(json_object_get(data, "id"))),
                        .title = literature_member(
                            arena, json_array_get(json_object_get(a, "titles"), 0), "title"),
                        .authors = authors_of(arena, json_object_get(a, "creators")),
                        .venue = venue_of(arena, a),
                        .type = literature_member(arena, types, "citeproc"),
                        .address = literature_address(arena, literature_member(arena, a, "url")),
                        .year = year_of(a)},
        .cites = cites(a, doi, arena)};
    return out->publication.doi.length > 0;
}

static string_view decode(struct arena *arena, string_view text)
{
    struct buffer decoded;
    buffer_init(&decoded, text.length + 1);
    percent_decode(&decoded, text);
    string_view copy = literature_text(arena, buffer_view(&decoded));
    buffer_release(&decoded);
    return copy;
}

// The value of "page[cursor]" in links.next, whose host is never asked.
static string_view next_of(const json_t *answer, struct arena *arena)
{
    static const char *const names[] = {"page%5Bcursor%5D=", "page[cursor]="};
    string_view next = string_of(json_object_get(json_object_get(answer, "links"), "next"));
    for (size_t k = 0; k < ARRAY_LENGTH(names); k++) {
        size_t length = strlen(names[k]);
        for (size_t i = 0; i + length <= next.length; i++) {
            if (memcmp(next.bytes + i, names[k], length) == 0) {
                string_view rest = sv_slice(next, i + length, SIZE_MAX);
                return decode(arena, sv_slice(rest, 0, sv_find(rest, '&')));
            }
        }
    }
    return SV("");
}

status datacite_read_works(const json_t *answer, string_view doi, struct arena *arena,
                           struct datacite_works *out, struct error *e)
{
    const json_t *data = json_object_get(answer, "data");
    *out = (struct datacite_works){.count = 0};
    if (!json_is_array(data) || json_array_size(data) > WORKS_MOST) {
        return error_set(e, ST_BAD_DATA, "DataCite's answer is no list of DOIs");
    }
    out->list = arena_array(arena, struct datacite_work, json_array_size(data) + 1);
    if (out->list == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < json_array_size(data); i++) {
        bool good = read_work(json_array_get(data, i), doi, arena, &out->list[out->count]);
        out->count += good;
        out->left_out += !good;
    }
    out->next = json_array_size(data) == 0 ? SV("") : next_of(answer, arena);
    return ST_OK;
}
