// SPDX-License-Identifier: Apache-2.0
// Metadata records as JSON.
#include "portal/metadata_json.h"

#include "formats/licence.h"
#include "portal/member_names.h"
#include "store/table_name.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define RECORD_ROOM ((size_t)16 << 20)

// The text of a string; empty of anything else.
static string_view json_view(const json_t *value)
{
    return json_is_string(value)
               ? (string_view){json_string_value(value), json_string_length(value)}
               : SV("");
}

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

// A licence is kept as its URI (rule D1), however it was spelt.
static void set_member(json_t *object, const char *name, json_t *value)
{
    char uri[LICENCE_URI_SIZE];
    if (strcmp(name, "licence") == 0 && json_is_string(value) &&
        licence_uri((string_view){json_string_value(value), json_string_length(value)}, uri)) {
        json_object_set_new(object, name, json_string(uri));
    } else {
        json_object_set(object, name, value);
    }
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
            set_member(object, name, value);
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

// --- resources -------------------------------------------------------------------------------

static size_t find_resource(const json_t *list, string_view slug)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (sv_equal(json_view(json_object_get(json_array_get(list, i), "slug")), slug)) {
            return i;
        }
    }
    return SIZE_MAX;
}

// Dumps the object, whose reference is taken over, into the arena.
static status dump_in(json_t *object, struct arena *arena, string_view *out, struct error *e)
{
    struct buffer text;
    buffer_init(&text, RECORD_ROOM);
    status result = dump(object, &text, e);
    if (result == ST_OK) {
        *out = arena_copy(arena, buffer_view(&text));
    }
    buffer_release(&text);
    return result;
}

status metadata_take_resource(string_view json, string_view slug, struct arena *arena,
                              string_view *rest, string_view *said, struct error *e)
{
    json_t *object = NULL;
    *rest = json;
    *said = SV("");
    TRY(parse_object(json, "the metadata record", &object, e));
    json_t *list = json_object_get(object, "resources");
    size_t place = find_resource(list, slug);
    if (place == SIZE_MAX) {
        json_decref(object);
        return ST_OK;
    }
    json_t *found = json_incref(json_array_get(list, place));
    (void)json_array_remove(list, place);
    if (json_array_size(list) == 0) {
        (void)json_object_del(object, "resources");
    }
    status result = dump_in(found, arena, said, e);
    if (result != ST_OK) {
        json_decref(object);
        return result;
    }
    return dump_in(object, arena, rest, e);
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

struct member_shape {
    const char *name;
    char kind;     // t: text, o: object, l: list
    char elements; // of a list
    const char *words;
    const char *members; // of the object or of the list's; NULL: any
};

static const struct member_shape shapes[] = {
    {"title", 't', 0, "a text", NULL},
    {"description", 't', 0, "a text", NULL},
    {"category", 't', 0, "a text", NULL},
    {"licence", 't', 0, "a text", NULL},
    {"organisation", 't', 0, "a text", NULL},
    {"doi", 't', 0, "a text", NULL},
    {"updateFrequency", 't', 0, "a text", NULL},
    {"citation", 't', 0, "a text", NULL},
    {"language", 't', 0, "a text", NULL},
    {"published", 't', 0, "a text", NULL},
    {"source", 't', 0, "a text", NULL},
    {"identifier", 't', 0, "a text", NULL},
    {"authors", 'l', 'o', "a list of objects with a name",
     "name given family orcid affiliation email"},
    {"contacts", 'l', 'o', "a list of objects", "role name organisation email"},
    {"resources", 'l', 'o', "a list of objects", "slug title kind description"},
    {"tags", 'l', 't', "a list of texts", NULL},
    {"temporal", 'o', 0, "an object with start and end", "start end"},
    {"spatial", 'o', 0, "an object with west, south, east and north",
     "west south east north description"},
};

#define SHAPE_NAMES                                                                                \
    "title description category licence organisation doi updateFrequency citation language "       \
    "published source identifier authors contacts resources tags temporal spatial uuid slug"

static status check_inner_names(const struct member_shape *shape, json_t *value, struct error *e)
{
    if (shape->members == NULL) {
        return ST_OK;
    }
    if (json_is_object(value)) {
        return member_names_check(value, shape->members, shape->name, false, e);
    }
    for (size_t i = 0; i < json_array_size(value); i++) {
        TRY(member_names_check(json_array_get(value, i), shape->members, shape->name, false, e));
    }
    return ST_OK;
}

static status check_member(const struct member_shape *shape, json_t *value, struct error *e)
{
    if (value == NULL || json_is_null(value)) {
        return ST_OK;
    }
    if (!is_of_kind(value, shape->kind) || !are_of_kind(value, shape->elements)) {
        return error_set_field(e, ST_BAD_DATA, shape->name, "\"%s\" must be %s or null",
                               shape->name, shape->words);
    }
    return check_inner_names(shape, value, e);
}

// A licence nobody can look up is none (rule D1): a spelling that is known, or an address.
static status check_licence(const json_t *value, struct error *e)
{
    char uri[LICENCE_URI_SIZE];
    if (!json_is_string(value)) {
        return ST_OK;
    }
    string_view text = {json_string_value(value), json_string_length(value)};
    if (licence_uri(text, uri) || sv_starts_with(text, SV("https://")) ||
        sv_starts_with(text, SV("http://"))) {
        return ST_OK;
    }
    return error_set_field(e, ST_BAD_DATA, "licence",
                           "\"licence\": '" SV_FORMAT "' is no licence that is known; give its "
                           "address (https://...) or a spelling such as CC0 1.0 or CC-BY 4.0",
                           SV_ARGUMENT(sv_slice(text, 0, 60)));
}

static status check_resource(const json_t *resource, struct error *e)
{
    static const char *const texts[] = {"title", "description"};
    struct error trouble = {0};
    string_view slug = json_view(json_object_get(resource, "slug"));
    const json_t *kind = json_object_get(resource, "kind");
    status result = table_name_check(slug, "slug", &trouble);
    if (result == ST_OK && kind != NULL) {
        result = metadata_check_kind(json_view(kind), &trouble);
    }
    if (result != ST_OK) {
        return error_set_field(e, ST_BAD_DATA, "resources", "\"resources\": %s", trouble.message);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        const json_t *value = json_object_get(resource, texts[i]);
        if (value != NULL && !json_is_null(value) && !json_is_string(value)) {
            return error_set_field(e, ST_BAD_DATA, "resources",
                                   "\"resources\": \"%s\" of '" SV_FORMAT
                                   "' must be a text or null",
                                   texts[i], SV_ARGUMENT(slug));
        }
    }
    return ST_OK;
}

static status check_resources(const json_t *list, struct error *e)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        TRY(check_resource(json_array_get(list, i), e));
    }
    return ST_OK;
}

status metadata_check(string_view changes, struct error *e)
{
    json_t *object = NULL;
    TRY(parse_object(changes, "the new metadata", &object, e));
    status result = member_names_check(object, SHAPE_NAMES, "a dataset's metadata", true, e);
    for (size_t i = 0; i < ARRAY_LENGTH(shapes) && result == ST_OK; i++) {
        result = check_member(&shapes[i], json_object_get(object, shapes[i].name), e);
    }
    if (result == ST_OK) {
        result = check_licence(json_object_get(object, "licence"), e);
    }
    if (result == ST_OK) {
        result = check_resources(json_object_get(object, "resources"), e);
    }
    json_decref(object);
    return result;
}

// --- checks ----------------------------------------------------------------------------------

const char *const metadata_kinds[METADATA_KINDS] = {"specimens",    "index lots", "preparations",
                                                    "observations", "checklist",  "research"};

status metadata_check_kind(string_view kind, struct error *e)
{
    for (size_t i = 0; i < METADATA_KINDS; i++) {
        if (sv_equal(kind, sv_from(metadata_kinds[i]))) {
            return ST_OK;
        }
    }
    return error_set_field(e, ST_INVALID, "kind",
                           "'" SV_FORMAT
                           "' is no kind of table: give specimens, index lots, preparations, "
                           "observations, checklist or research",
                           (int)MIN(kind.length, (size_t)60), kind.bytes);
}
