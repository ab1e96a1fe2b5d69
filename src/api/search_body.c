// SPDX-License-Identifier: Apache-2.0
// A search from a JSON body: {query, datasets, tables, kinds, version, facets, facetLimit, sort,
// limit, offset, after, fields, budget}. Places in errors are JSON pointers (RFC 6901).
#include "api/search_build.h"
#include "query/explanation.h"
#include "query/query_json.h"
#include "query/query_tree.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct body_reader {
    const struct api *api;
    struct http_request *request;
    struct search_input *input;
    struct search_builder *builder;
    const json_t *root;
    const struct search_body_more *more; // may be NULL
    struct error *e;
};

static status wrong(struct body_reader *r, const char *pointer, const char *expected)
{
    return error_set_field(r->e, ST_INVALID, pointer, "%s must be %s", pointer, expected);
}

// The text of a string, kept in the arena.
static status take_text(struct body_reader *r, const json_t *value, const char *pointer,
                        string_view *out)
{
    if (!json_is_string(value)) {
        return wrong(r, pointer, "a string");
    }
    string_view text = {json_string_value(value), json_string_length(value)};
    *out = arena_copy(r->request->arena, text);
    if (out->bytes == NULL) {
        return error_set(r->e, ST_NO_MEMORY, "no memory for the search");
    }
    return ST_OK;
}

static status take_number(struct body_reader *r, const char *name, uint64_t normal, uint64_t most,
                          uint64_t *out)
{
    const json_t *value = json_object_get(r->root, name);
    *out = normal;
    if (value == NULL) {
        return ST_OK;
    }
    json_int_t number = json_integer_value(value);
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

typedef status search_add(struct search_builder *b, string_view text, const char *place,
                          struct error *e);

// A list of strings, each given to `add`.
static status take_list(struct body_reader *r, const char *name, search_add *add)
{
    const json_t *list = json_object_get(r->root, name);
    char pointer[48];
    (void)snprintf(pointer, sizeof pointer, "/%s", name);
    if (list != NULL && !json_is_array(list)) {
        return wrong(r, pointer, "a list of strings");
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        string_view text = {0};
        (void)snprintf(pointer, sizeof pointer, "/%s/%zu", name, i);
        TRY(take_text(r, json_array_get(list, i), pointer, &text));
        TRY(add(r->builder, text, pointer, r->e));
    }
    return ST_OK;
}

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
static status take_facet_object(struct body_reader *r, const json_t *object, const char *pointer)
{
    static const char *const members[] = {"field",  "limit", "offset",
                                          "prefix", "multi", "elements"};
    struct search_facet_request asked = {.limit = SEARCH_INPUT_FACET_LIMIT, .prefix = SV("")};
    size_t known_members = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(members); i++) {
        known_members += json_object_get(object, members[i]) != NULL;
    }
    if (known_members != json_object_size(object) || json_object_get(object, "field") == NULL ||
        !facet_number(object, "limit", 1, SEARCH_LIMIT_FACET_VALUES, &asked.limit) ||
        !facet_number(object, "offset", 0, SEARCH_LIMIT_FACET_OFFSET, &asked.offset) ||
        !facet_truth(object, "multi", &asked.multi) ||
        !facet_truth(object, "elements", &asked.elements)) {
        return wrong(r, pointer,
                     "a field's name, or {\"field\": NAME, \"limit\": 1 to 10000, \"offset\": 0 to "
                     "1000000, \"prefix\": TEXT, \"multi\": BOOLEAN, \"elements\": BOOLEAN}");
    }
    TRY(take_text(r, json_object_get(object, "field"), pointer, &asked.field));
    if (json_object_get(object, "prefix") != NULL) {
        TRY(take_text(r, json_object_get(object, "prefix"), pointer, &asked.prefix));
    }
    size_t before = r->input->request.facet_count;
    TRY(search_add_facet(r->builder, asked.field, pointer, r->e));
    if (r->input->request.facet_count > before) {
        r->builder->facets[before] = asked;
    }
    return ST_OK;
}

static status take_facets(struct body_reader *r)
{
    const json_t *list = json_object_get(r->root, "facets");
    if (list != NULL && !json_is_array(list)) {
        return wrong(r, "/facets", "a list");
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i);
        char pointer[48];
        (void)snprintf(pointer, sizeof pointer, "/facets/%zu", i);
        if (json_is_object(item)) {
            TRY(take_facet_object(r, item, pointer));
        } else {
            string_view field = {0};
            TRY(take_text(r, item, pointer, &field));
            TRY(search_add_facet(r->builder, field, pointer, r->e));
        }
    }
    return ST_OK;
}

static status take_view(struct body_reader *r)
{
    const json_t *version = json_object_get(r->root, "version");
    string_view text = SV("");
    char digits[24];
    if (json_is_integer(version)) {
        // Milliseconds whatever they are: four digits alone would be read as a year.
        (void)snprintf(digits, sizeof digits, "%05" JSON_INTEGER_FORMAT,
                       json_integer_value(version));
        text = sv_from(digits);
    } else if (version != NULL && !json_is_null(version)) {
        TRY(take_text(r, version, "/version", &text));
        if (text.length == 0) {
            return wrong(r, "/version", "milliseconds since 1970 or a date, or left out");
        }
    }
    return view_open(r->api, r->request, text, &r->input->view, r->e);
}

static status take_query(struct body_reader *r)
{
    const json_t *query = json_object_get(r->root, "query");
    if (query == NULL || json_is_null(query)) {
        return query_from_json(r->request->arena, (string_view){0}, &r->input->request.query, r->e);
    }
    if (!json_is_object(query)) {
        return wrong(r, "/query", "an object");
    }
    char *text = json_dumps(query, JSON_COMPACT | JSON_REAL_PRECISION(17));
    if (text == NULL) {
        return error_set(r->e, ST_NO_MEMORY, "no memory for the query");
    }
    struct error inner = {0};
    status result =
        query_from_json(r->request->arena, sv_from(text), &r->input->request.query, &inner);
    free(text);
    if (result != ST_OK) {
        char pointer[sizeof inner.field];
        (void)snprintf(pointer, sizeof pointer, "/query%.88s", inner.field);
        return error_set_field(r->e, result, pointer, "%s", inner.message);
    }
    return ST_OK;
}

static const char *const known[] = {"query",  "datasets", "tables", "kinds",      "version",
                                    "facets", "sort",     "limit",  "facetLimit", "fields",
                                    "offset", "after",    "budget", "explain"};

// The member of that name; NULL when the body has none such.
static const char *known_member(string_view name)
{
    for (size_t i = 0; i < ARRAY_LENGTH(known); i++) {
        if (sv_equal(name, sv_from(known[i]))) {
            return known[i];
        }
    }
    return NULL;
}

static bool is_at(const struct error *e, string_view field)
{
    char name[sizeof e->field];
    query_copy_excerpt(field, name, sizeof name);
    return strcmp(name, e->field) == 0;
}

static void point(struct error *e, const char *list, size_t index)
{
    (void)snprintf(e->field, sizeof e->field, "/%s/%zu", list, index);
}

// Whether the error's field is an element of one of the lists; then it is pointed to.
static bool point_to_element(const struct search_input *input, struct error *e)
{
    const struct search_request *request = &input->request;
    for (size_t i = 0; request->facets != NULL && i < request->facet_count; i++) {
        if (is_at(e, request->facets[i].field)) {
            point(e, "facets", i);
            return true;
        }
    }
    for (size_t i = 0; request->sorts != NULL && i < request->sort_count; i++) {
        if (is_at(e, request->sorts[i].field)) {
            point(e, "sort", i);
            return true;
        }
    }
    for (size_t i = 0; input->fields != NULL && i < input->field_count; i++) {
        if (is_at(e, input->fields[i])) {
            point(e, "fields", i);
            return true;
        }
    }
    return false;
}

void search_input_point(const struct search_input *input, struct error *e)
{
    if (e->field[0] == '/' || e->field[0] == '\0' || point_to_element(input, e)) {
        return;
    }
    const char *member = known_member(sv_from(e->field));
    (void)snprintf(e->field, sizeof e->field, "/%s", member == NULL ? "query" : member);
}

static bool is_callers(const struct body_reader *r, const char *name)
{
    for (size_t i = 0; r->more != NULL && r->more->members[i] != NULL; i++) {
        if (strcmp(r->more->members[i], name) == 0) {
            return true;
        }
    }
    return false;
}

static status check_members(struct body_reader *r)
{
    if (!json_is_object(r->root)) {
        return error_set_field(r->e, ST_INVALID, "", "the body must be a JSON object");
    }
    for (void *at = json_object_iter((json_t *)(uintptr_t)r->root); at != NULL;
         at = json_object_iter_next((json_t *)(uintptr_t)r->root, at)) {
        const char *name = json_object_iter_key(at);
        if (known_member(sv_from(name)) == NULL && !is_callers(r, name)) {
            char pointer[96];
            (void)snprintf(pointer, sizeof pointer, "/%.90s", name);
            return error_set_field(
                r->e, ST_INVALID, pointer,
                "the body has no member \"%.90s\": it takes query, datasets, "
                "tables, kinds, version, facets, facetLimit, sort, limit, offset, after, "
                "fields, budget and explain",
                name);
        }
    }
    return ST_OK;
}

static status read_lists(struct body_reader *r)
{
    TRY(take_list(r, "datasets", search_add_dataset));
    TRY(take_list(r, "tables", search_add_table));
    TRY(take_list(r, "kinds", search_add_kind));
    TRY(take_list(r, "sort", search_add_sort));
    TRY(take_list(r, "fields", search_add_field));
    return take_facets(r);
}

static status read_numbers(struct body_reader *r, uint64_t *facet_limit)
{
    uint64_t limit = 0;
    uint64_t budget = 0;
    TRY(take_number(r, "budget", 0, SEARCH_INPUT_BUDGET_MOST, &budget));
    search_input_budget(r->request, budget);
    TRY(take_number(r, "limit", SEARCH_INPUT_LIMIT, SEARCH_LIMIT_ROWS, &limit));
    r->input->request.limit = (size_t)limit;
    TRY(take_number(r, "offset", 0, INT64_MAX, &r->input->request.offset));
    return take_number(r, "facetLimit", SEARCH_INPUT_FACET_LIMIT, SEARCH_LIMIT_FACET_VALUES,
                       facet_limit);
}

status search_input_explain(struct http_request *request, struct search_input *input,
                            struct error *e)
{
    input->request.explanation = arena_new(request->arena, struct search_explanation);
    return input->request.explanation == NULL
               ? error_set(e, ST_NO_MEMORY, "no memory for the search")
               : ST_OK;
}

static status read_explain(struct body_reader *r)
{
    const json_t *explain = json_object_get(r->root, "explain");
    if (explain == NULL || json_is_false(explain)) {
        return ST_OK;
    }
    return json_is_true(explain) ? search_input_explain(r->request, r->input, r->e)
                                 : wrong(r, "/explain", "true or false");
}

static status read_members(struct body_reader *r)
{
    uint64_t facet_limit = 0;
    const json_t *after = json_object_get(r->root, "after");
    TRY(check_members(r));
    TRY(take_view(r));
    r->builder = search_builder_create(r->request->arena, r->input);
    if (r->builder == NULL) {
        return error_set(r->e, ST_NO_MEMORY, "no memory for the search");
    }
    TRY(read_lists(r));
    TRY(read_numbers(r, &facet_limit));
    TRY(read_explain(r));
    if (after != NULL && !json_is_null(after)) {
        TRY(take_text(r, after, "/after", &r->input->request.after));
    }
    TRY(take_query(r));
    const struct search_facet_request facet = {.limit = (size_t)facet_limit, .prefix = SV("")};
    return search_builder_finish(r->builder, r->api, &facet, "/kinds", r->e);
}

// The byte at which the JSON library stopped.
static int64_t find_position(string_view json)
{
    json_error_t trouble = {0};
    json_t *root = json_loadb(json.length == 0 ? "" : json.bytes, json.length,
                              JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &trouble);
    json_decref(root);
    return root == NULL ? trouble.position : -1;
}

// The member of the body's object in which a byte of bad JSON lies; NULL where that is not known.
static const char *member_at(string_view json, int64_t position)
{
    string_view text = {0}; // the last string seen in the object itself
    const char *member = NULL;
    size_t depth = 0;
    size_t end = position < 0 ? 0 : MIN((size_t)position, json.length);
    for (size_t i = 0; i < end; i++) {
        char c = json.bytes[i];
        if (c == '"') {
            size_t start = ++i;
            while (i < end && json.bytes[i] != '"') {
                i += json.bytes[i] == '\\' ? 2 : 1;
            }
            text = depth == 1 ? sv_slice(json, start, i - start) : text;
        } else if (c == ':' && depth == 1) {
            member = known_member(text);
        } else {
            depth += c == '{' || c == '[';
            depth -= depth > 0 && (c == '}' || c == ']');
            member = c == ',' && depth == 1 ? NULL : member;
        }
    }
    return member;
}

status search_input_from_body(const struct api *api, struct http_request *request,
                              const struct search_body_more *more, struct search_input *out,
                              int64_t *position, struct error *e)
{
    json_t *root = NULL;
    status result = query_json_load(request->body, 0, &root, e);
    if (result != ST_OK) {
        *position = find_position(request->body);
        const char *member = member_at(request->body, *position);
        if (member != NULL) {
            (void)snprintf(e->field, sizeof e->field, "/%s", member);
        }
        return result;
    }
    *out = (struct search_input){.request = {.after = SV("")}};
    struct body_reader r = {
        .api = api, .request = request, .input = out, .root = root, .more = more, .e = e};
    result = read_members(&r);
    if (result == ST_OK && more != NULL) {
        result = more->read(more->argument, root, out, e);
    }
    json_decref(root);
    if (result == ST_INVALID || result == ST_NOT_FOUND) {
        search_input_point(out, e);
    }
    return result;
}
