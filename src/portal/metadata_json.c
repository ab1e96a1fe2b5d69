// SPDX-License-Identifier: Apache-2.0
// Metadata records as JSON.
#include "portal/metadata_json.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static status dump(json_t *object, struct buffer *out, struct error *e)
{
    char *text = object == NULL
                     ? NULL
                     : json_dumps(object, JSON_COMPACT | JSON_SORT_KEYS | JSON_REAL_PRECISION(15));
    json_decref(object);
    if (text == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a metadata record");
    }
    buffer_append(out, text, strlen(text));
    free(text);
    return buffer_check(out, "a metadata record", e);
}

static status parse_object(string_view text, const char *what, json_t **out, struct error *e)
{
    json_error_t trouble;
    if (text.length == 0) {
        *out = json_object();
        return *out == NULL ? error_set(e, ST_NO_MEMORY, "no memory for a metadata record") : ST_OK;
    }
    json_t *object = json_loadb(text.bytes, text.length, JSON_REJECT_DUPLICATES, &trouble);
    if (object != NULL && !json_is_object(object)) {
        json_decref(object);
        return error_set(e, ST_BAD_DATA, "%s is not a JSON object: {\"title\": \"...\"}", what);
    }
    if (object == NULL) {
        return error_set(e, ST_BAD_DATA, "%s is not a JSON object: line %d, column %d: %s", what,
                         trouble.line, trouble.column, trouble.text);
    }
    *out = object;
    return ST_OK;
}

status metadata_portal_json(const char *name, bool demo, string_view facts, struct buffer *out,
                            struct error *e)
{
    json_t *object = NULL;
    TRY(parse_object(facts, "the portal's facts", &object, e));
    const json_t *given = json_object_get(object, "name");
    if (given != NULL && !json_is_string(given)) {
        json_decref(object);
        return error_set_field(e, ST_BAD_DATA, "name", "the portal's name is not a text");
    }
    bool named = name == NULL && json_string_length(given) > 0;
    const char *chosen = name == NULL ? "Vitrine" : name;
    if (!named && json_object_set_new(object, "name", json_string(chosen)) != 0) {
        json_decref(object);
        return error_set_field(e, ST_INVALID, "name", "the portal's name is not valid UTF-8");
    }
    json_object_set_new(object, "demo", json_boolean(demo));
    return dump(object, out, e);
}

static void set_uuid(json_t *object, const char *name, const struct uuid *id)
{
    char text[37];
    uuid_to_text(id, text);
    json_object_set_new(object, name, json_string(text));
}

static void lay_over(json_t *object, json_t *changes, bool fill_only)
{
    const char *name = NULL;
    json_t *value = NULL;
    json_object_foreach(changes, name, value)
    {
        if (json_is_null(value)) {
            json_object_del(object, name);
        } else if (!fill_only || json_object_get(object, name) == NULL) {
            json_object_set(object, name, value);
        }
    }
}

status metadata_merge(string_view base, string_view changes, bool fill_only,
                      const struct metadata_fixed *fixed, struct buffer *out, struct error *e)
{
    json_t *object = NULL;
    json_t *over = NULL;
    TRY(parse_object(base, "the metadata record", &object, e));
    status result = parse_object(changes, "the new metadata", &over, e);
    if (result != ST_OK) {
        json_decref(object);
        return result;
    }
    lay_over(object, over, fill_only);
    json_decref(over);
    set_uuid(object, "uuid", &fixed->uuid);
    json_object_set_new(object, "slug", json_stringn(fixed->slug.bytes, fixed->slug.length));
    if (fixed->dataset != NULL) {
        set_uuid(object, "dataset", fixed->dataset);
        json_object_set_new(object, "type", json_string(fixed->type));
    }
    if (json_object_get(object, "title") == NULL) {
        json_object_set_new(object, "title", json_stringn(fixed->slug.bytes, fixed->slug.length));
    }
    return dump(object, out, e);
}

// --- searching -------------------------------------------------------------------------------

static string_view join_names(const json_t *list, const char *member, struct arena *arena)
{
    struct buffer text;
    buffer_init(&text, (size_t)1 << 20);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i);
        const json_t *name = member == NULL ? item : json_object_get(item, member);
        if (json_is_string(name)) {
            buffer_append(&text, json_string_value(name), json_string_length(name));
            buffer_append_view(&text, SV("; "));
        }
    }
    string_view joined = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    return joined;
}

static string_view text_member(const json_t *object, const char *name, struct arena *arena)
{
    const json_t *value = json_object_get(object, name);
    return json_is_string(value) ? arena_copy(arena, (string_view){json_string_value(value),
                                                                   json_string_length(value)})
                                 : SV("");
}

status metadata_searchable(const struct dataset *d, struct arena *arena,
                           struct catalogue_dataset *out, struct error *e)
{
    json_t *object = NULL;
    TRY(parse_object(d->json, "the metadata record", &object, e));
    *out = (struct catalogue_dataset){
        .uuid = d->uuid,
        .slug = d->slug,
        .title = d->title,
        .category = d->category,
        .description = text_member(object, "description", arena),
        .organisation = text_member(object, "organisation", arena),
        .authors = join_names(json_object_get(object, "authors"), "name", arena),
        .tags = join_names(json_object_get(object, "tags"), NULL, arena),
    };
    json_decref(object);
    return ST_OK;
}

// --- what people give ------------------------------------------------------------------------

static bool is_of_kind(const json_t *value, char kind)
{
    switch (kind) {
    case 't':
        return json_is_string(value);
    case 'o':
        return json_is_object(value);
    default:
        return json_is_array(value);
    }
}

static bool are_of_kind(const json_t *list, char kind)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (!is_of_kind(json_array_get(list, i), kind)) {
            return false;
        }
    }
    return true;
}

status metadata_check(string_view changes, struct error *e)
{
    static const struct {
        const char *name;
        char kind;     // t: text, o: object, l: list
        char elements; // of a list
        const char *words;
    } members[] = {
        {"title", 't', 0, "a text"},
        {"description", 't', 0, "a text"},
        {"category", 't', 0, "a text"},
        {"licence", 't', 0, "a text"},
        {"organisation", 't', 0, "a text"},
        {"doi", 't', 0, "a text"},
        {"updateFrequency", 't', 0, "a text"},
        {"citation", 't', 0, "a text"},
        {"language", 't', 0, "a text"},
        {"published", 't', 0, "a text"},
        {"source", 't', 0, "a text"},
        {"authors", 'l', 'o', "a list of objects with a name"},
        {"contacts", 'l', 'o', "a list of objects"},
        {"tags", 'l', 't', "a list of texts"},
        {"temporal", 'o', 0, "an object with start and end"},
        {"spatial", 'o', 0, "an object with west, south, east and north"},
    };
    json_t *object = NULL;
    TRY(parse_object(changes, "the new metadata", &object, e));
    status result = ST_OK;
    for (size_t i = 0; i < ARRAY_LENGTH(members) && result == ST_OK; i++) {
        const json_t *value = json_object_get(object, members[i].name);
        if (value != NULL && !json_is_null(value) &&
            (!is_of_kind(value, members[i].kind) || !are_of_kind(value, members[i].elements))) {
            result = error_set_field(e, ST_BAD_DATA, members[i].name, "\"%s\" must be %s or null",
                                     members[i].name, members[i].words);
        }
    }
    json_decref(object);
    return result;
}

// --- checks ----------------------------------------------------------------------------------

status metadata_check_slug(string_view slug, const char *what, struct error *e)
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

status metadata_check_kind(string_view kind, struct error *e)
{
    static const char *const kinds[] = {"specimens",    "index lots", "preparations",
                                        "observations", "checklist",  "research"};
    for (size_t i = 0; i < ARRAY_LENGTH(kinds); i++) {
        if (sv_equal(kind, sv_from(kinds[i]))) {
            return ST_OK;
        }
    }
    return error_set_field(e, ST_INVALID, "kind",
                           "'" SV_FORMAT
                           "' is no kind of table: give specimens, index lots, preparations, "
                           "observations, checklist or research",
                           (int)MIN(kind.length, (size_t)60), kind.bytes);
}
