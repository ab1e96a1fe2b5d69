// SPDX-License-Identifier: Apache-2.0
// Reads the members of a search's body, one by one.
#include "query/search_body.h"

#include "query/query_json.h"
#include "query/query_tree.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct body_reader {
    struct arena *arena;
    const json_t *root;
    const char *const *taken;
    struct search_body *out;
    struct error *e;
};

static status wrong(struct body_reader *r, const char *pointer, const char *expected)
{
    return error_set_field(r->e, ST_INVALID, pointer, "%s must be %s", pointer, expected);
}

static bool is_among(const char *const *names, const char *name)
{
    for (size_t i = 0; names != NULL && names[i] != NULL; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

// A member that the caller takes; NULL where it is not there.
static const json_t *member(const struct body_reader *r, const char *name)
{
    return is_among(r->taken, name) ? json_object_get(r->root, name) : NULL;
}

static status take_text(struct body_reader *r, const json_t *value, const char *pointer,
                        string_view *out)
{
    if (!json_is_string(value)) {
        return wrong(r, pointer, "a string");
    }
    *out = arena_copy(r->arena, (string_view){json_string_value(value), json_string_length(value)});
    return out->bytes == NULL ? query_no_memory(r->e) : ST_OK;
}

static status take_number(struct body_reader *r, const char *name, uint64_t most, uint64_t *out)
{
    const json_t *value = member(r, name);
    json_int_t number = json_integer_value(value);
    if (value == NULL) {
        return ST_OK;
    }
    if (!json_is_integer(value) || number < 0 || (uint64_t)number > most) {
        char pointer[32];
        char expected[64];
        (void)snprintf(pointer, sizeof pointer, "/%s", name);
        (void)snprintf(expected, sizeof expected, "a whole number from 0 to %" PRIu64, most);
        return wrong(r, pointer, expected);
    }
    *out = (uint64_t)number;
    return ST_OK;
}

static status take_list(struct body_reader *r, const char *name, struct search_body_list *out)
{
    const json_t *list = member(r, name);
    char pointer[48];
    (void)snprintf(pointer, sizeof pointer, "/%s", name);
    if (list != NULL && !json_is_array(list)) {
        return wrong(r, pointer, "a list of strings");
    }
    size_t count = json_array_size(list);
    string_view *items = arena_array(r->arena, string_view, count);
    if (items == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t i = 0; i < count; i++) {
        (void)snprintf(pointer, sizeof pointer, "/%s/%zu", name, i);
        TRY(take_text(r, json_array_get(list, i), pointer, &items[i]));
    }
    *out = (struct search_body_list){items, count};
    return ST_OK;
}

// --- facets ----------------------------------------------------------------------------------

// A member of a facet that is a whole number from `least` to `most`.
static bool facet_number(const json_t *object, const char *name, json_int_t least, size_t most,
                         size_t *out)
{
    const json_t *value = json_object_get(object, name);
    json_int_t number = json_integer_value(value);
    if (value == NULL) {
        return true;
    }
    *out = (size_t)number;
    return json_is_integer(value) && number >= least && number <= (json_int_t)most;
}

static bool facet_truth(const json_t *object, const char *name, bool *out)
{
    const json_t *value = json_object_get(object, name);
    *out = json_is_true(value);
    return value == NULL || json_is_boolean(value);
}

// A facet as an object {"field", "limit", "offset", "prefix", "multi", "elements"}.
static status take_facet_object(struct body_reader *r, const json_t *object, const char *pointer,
                                struct search_facet_request *out)
{
    static const char *const members[] = {"field",  "limit", "offset",
                                          "prefix", "multi", "elements"};
    size_t known = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(members); i++) {
        known += json_object_get(object, members[i]) != NULL;
    }
    if (known != json_object_size(object) || json_object_get(object, "field") == NULL ||
        !facet_number(object, "limit", 1, SEARCH_LIMIT_FACET_VALUES, &out->limit) ||
        !facet_number(object, "offset", 0, SEARCH_LIMIT_FACET_OFFSET, &out->offset) ||
        !facet_truth(object, "multi", &out->multi) ||
        !facet_truth(object, "elements", &out->elements)) {
        return wrong(r, pointer,
                     "a field's name, or {\"field\": NAME, \"limit\": 1 to 10000, \"offset\": 0 to "
                     "1000000, \"prefix\": TEXT, \"multi\": BOOLEAN, \"elements\": BOOLEAN}");
    }
    if (json_object_get(object, "prefix") != NULL) {
        TRY(take_text(r, json_object_get(object, "prefix"), pointer, &out->prefix));
    }
    return take_text(r, json_object_get(object, "field"), pointer, &out->field);
}

static status take_facets(struct body_reader *r)
{
    const json_t *list = member(r, "facets");
    if (list != NULL && !json_is_array(list)) {
        return wrong(r, "/facets", "a list");
    }
    size_t count = json_array_size(list);
    struct search_facet_request *facets = arena_array(r->arena, struct search_facet_request, count);
    if (facets == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_array_get(list, i);
        char pointer[48];
        (void)snprintf(pointer, sizeof pointer, "/facets/%zu", i);
        facets[i] = (struct search_facet_request){.prefix = SV("")};
        TRY(json_is_object(item) ? take_facet_object(r, item, pointer, &facets[i])
                                 : take_text(r, item, pointer, &facets[i].field));
    }
    r->out->facets = facets;
    r->out->facet_count = count;
    return ST_OK;
}

// --- the rest --------------------------------------------------------------------------------

static status take_version(struct body_reader *r)
{
    const json_t *version = member(r, "version");
    struct error inner = {0};
    string_view text = {0};
    r->out->has_version = version != NULL && !json_is_null(version);
    if (!r->out->has_version) {
        return ST_OK;
    }
    if (json_is_integer(version)) {
        r->out->version = json_integer_value(version); // milliseconds, whatever they are
        return ST_OK;
    }
    TRY(take_text(r, version, "/version", &text));
    if (text.length == 0) {
        return wrong(r, "/version", "milliseconds since 1970 or a date, or left out");
    }
    if (moment_from_text(text, &r->out->version, &inner) != ST_OK) {
        return error_set_field(r->e, ST_INVALID, "/version", "%s", inner.message);
    }
    return ST_OK;
}

static status take_query(struct body_reader *r)
{
    const json_t *query = member(r, "query");
    struct error inner = {0};
    if (query == NULL || json_is_null(query)) {
        return query_from_json(r->arena, (string_view){0}, &r->out->query, r->e);
    }
    if (!json_is_object(query)) {
        return wrong(r, "/query", "an object");
    }
    char *text = json_dumps(query, JSON_COMPACT | JSON_REAL_PRECISION(17));
    if (text == NULL) {
        return query_no_memory(r->e);
    }
    status result = query_from_json(r->arena, sv_from(text), &r->out->query, &inner);
    free(text);
    if (result != ST_OK) {
        char whole[sizeof inner.field + sizeof "/query"];
        char pointer[sizeof inner.field];
        (void)snprintf(whole, sizeof whole, "/query%s", inner.field);
        query_copy_pointer(sv_from(whole), pointer, sizeof pointer);
        return error_set_field(r->e, result, pointer, "%s", inner.message);
    }
    return ST_OK;
}

static status take_explain(struct body_reader *r)
{
    const json_t *explain = member(r, "explain");
    r->out->explain = json_is_true(explain);
    return explain == NULL || json_is_boolean(explain) ? ST_OK
                                                       : wrong(r, "/explain", "true or false");
}

static status take_after(struct body_reader *r)
{
    const json_t *after = member(r, "after");
    return after == NULL || json_is_null(after) ? ST_OK
                                                : take_text(r, after, "/after", &r->out->after);
}

static void list_names(const char *const *names, struct buffer *out)
{
    for (size_t i = 0; names != NULL && names[i] != NULL; i++) {
        buffer_print(out, "%s%s", out->length == 0 ? "" : ", ", names[i]);
    }
}

static status unknown_member(struct body_reader *r, const char *const *others, const char *name)
{
    char pointer[96];
    char list[300];
    struct buffer names;
    buffer_init(&names, sizeof list - 1);
    list_names(r->taken, &names);
    list_names(others, &names);
    (void)snprintf(list, sizeof list, SV_FORMAT, SV_ARGUMENT(buffer_view(&names)));
    buffer_release(&names);
    (void)snprintf(pointer, sizeof pointer, "/%.90s", name);
    return error_set_field(r->e, ST_INVALID, pointer,
                           "the body has no member \"%.90s\": it takes %s", name, list);
}

static status check_members(struct body_reader *r, const char *const *others)
{
    if (!json_is_object(r->root)) {
        return error_set_field(r->e, ST_INVALID, "", "the body must be a JSON object");
    }
    for (void *at = json_object_iter((json_t *)(uintptr_t)r->root); at != NULL;
         at = json_object_iter_next((json_t *)(uintptr_t)r->root, at)) {
        const char *name = json_object_iter_key(at);
        if (!is_among(r->taken, name) && !is_among(others, name)) {
            return unknown_member(r, others, name);
        }
    }
    return ST_OK;
}

status search_body_read(struct arena *arena, const json_t *root, const char *const *taken,
                        const char *const *others, struct search_body *out, struct error *e)
{
    struct search_body body = {
        .limit = SEARCH_DEFAULT_ROWS, .facet_limit = SEARCH_DEFAULT_FACET_VALUES, .after = SV("")};
    struct body_reader r = {.arena = arena, .root = root, .taken = taken, .out = &body, .e = e};
    TRY(check_members(&r, others));
    TRY(take_version(&r));
    TRY(take_list(&r, "datasets", &body.datasets));
    TRY(take_list(&r, "tables", &body.tables));
    TRY(take_list(&r, "kinds", &body.kinds));
    TRY(take_list(&r, "sort", &body.sort));
    TRY(take_list(&r, "fields", &body.fields));
    TRY(take_facets(&r));
    TRY(take_number(&r, "budget", SEARCH_LIMIT_BUDGET, &body.budget));
    TRY(take_number(&r, "limit", SEARCH_LIMIT_ROWS, &body.limit));
    TRY(take_number(&r, "offset", INT64_MAX, &body.offset));
    TRY(take_number(&r, "facetLimit", SEARCH_LIMIT_FACET_VALUES, &body.facet_limit));
    TRY(take_explain(&r));
    TRY(take_after(&r));
    TRY(take_query(&r));
    *out = body;
    return ST_OK;
}
