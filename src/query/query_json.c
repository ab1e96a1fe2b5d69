// SPDX-License-Identifier: Apache-2.0
// Reads the JSON form of a query: the museum's schema v1.0.0 and our superset v2 (docs/query.md).
// Every member that the schema does not name is refused, with the JSON pointer of its place.
// Must not know: stores, URL parameters, the members of terms.
#include "query/query_json.h"

#include "base/fold.h"
#include "query/query_json_reader.h"
#include "query/query_tree.h"

#include <string.h>

// --- groups ----------------------------------------------------------------------------------

static status read_same(struct query_reader *r, json_t *value, struct query *q);

static const struct {
    const char *name;
    enum query_kind kind;
    bool museums;                                                           // of schema v1.0.0
    status (*read)(struct query_reader *r, json_t *value, struct query *q); // NULL: a group
} kinds[] = {
    {"and", QUERY_AND, true, NULL},
    {"or", QUERY_OR, true, NULL},
    {"not", QUERY_NOT, true, NULL},
    {"string_equals", QUERY_STRING_EQUALS, true, read_string_term},
    {"string_contains", QUERY_STRING_CONTAINS, true, read_string_term},
    {"number_equals", QUERY_NUMBER_EQUALS, true, read_number_equals},
    {"number_range", QUERY_NUMBER_RANGE, true, read_number_range},
    {"exists", QUERY_EXISTS, true, read_exists},
    {"geo_point", QUERY_GEO_POINT, true, read_geo_point},
    {"geo_named_area", QUERY_GEO_NAMED_AREA, true, read_geo_named_area},
    {"geo_custom_area", QUERY_GEO_CUSTOM_AREA, true, read_geo_custom_area},
    {"in", QUERY_IN, false, read_in},
    {"prefix", QUERY_PREFIX, false, read_string_term},
    {"part", QUERY_PART, false, read_string_term},
    {"wildcard", QUERY_WILDCARD, false, read_wildcard},
    {"phrase", QUERY_PHRASE, false, read_phrase},
    {"fuzzy", QUERY_FUZZY, false, read_fuzzy},
    {"missing", QUERY_NOT, false, read_missing},
    {"bbox", QUERY_BBOX, false, read_bbox},
    {"within", QUERY_GEO_CUSTOM_AREA, false, read_within},
    {"distance", QUERY_DISTANCE, false, read_distance},
    {"date_range", QUERY_DATE_RANGE, false, read_date_range},
    {"changed_since", QUERY_CHANGED_SINCE, false, read_changed_since},
    {"geological_time", QUERY_GEOLOGICAL_TIME, false, read_geological_time},
    {"same", QUERY_SAME, false, read_same},
};

#define GROUP_NAMES "and or not"
#define TERM_NAMES                                                                                 \
    "and or not string_equals string_contains number_equals number_range exists geo_point "        \
    "geo_named_area geo_custom_area in prefix part wildcard phrase fuzzy missing bbox within "     \
    "distance date_range changed_since geological_time same"

bool query_term_is_museums(const char *name)
{
    for (size_t i = 0; i < ARRAY_LENGTH(kinds); i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            return kinds[i].museums;
        }
    }
    return false;
}

static status read_member(struct query_reader *r, json_t *value, const char *names,
                          const struct query **out);

// *out is NULL for a group without members, which means nothing at all.
static status read_group(struct query_reader *r, json_t *value, enum query_kind kind,
                         const struct query **out)
{
    if (!json_is_array(value)) {
        return reader_fail(r, "expected a list of terms and groups");
    }
    if (++r->depth > QUERY_LIMIT_DEPTH) {
        return reader_fail(r, "groups are nested deeper than %zu", QUERY_LIMIT_DEPTH);
    }
    struct query_list members = {0};
    for (size_t i = 0; i < json_array_size(value); i++) {
        const struct query *member = NULL;
        size_t before = reader_enter_index(r, i);
        TRY(read_member(r, json_array_get(value, i), TERM_NAMES, &member));
        reader_leave(r, before);
        if (member != NULL) {
            TRY(query_list_add(r->arena, &members, member, r->e));
        }
    }
    r->depth--;
    *out = NULL;
    if (members.count > 0) {
        *out = query_tree_group(r->arena, kind, members.items, members.count);
        return *out == NULL ? query_no_memory(r->e) : ST_OK;
    }
    return ST_OK;
}

// A group or a term: an object with exactly one member, which stands in `names`.
static status read_member(struct query_reader *r, json_t *value, const char *names,
                          const struct query **out)
{
    TRY(reader_check_object(r, value, names));
    if (json_object_size(value) != 1) {
        return reader_fail(r, "expected exactly one of %s", names);
    }
    if (++r->terms > QUERY_LIMIT_TERMS) {
        return reader_fail(r, "the query has more than %zu terms and groups", QUERY_LIMIT_TERMS);
    }
    void *only = json_object_iter(value);
    const char *name = json_object_iter_key(only);
    size_t before = reader_enter(r, name);
    size_t at = 0;
    while (strcmp(kinds[at].name, name) != 0) {
        at++; // every name that check_object lets through is among them
    }
    if (kinds[at].read == NULL) {
        TRY(read_group(r, json_object_iter_value(only), kinds[at].kind, out));
    } else {
        struct query *term = arena_new(r->arena, struct query);
        if (term == NULL) {
            return query_no_memory(r->e);
        }
        term->kind = kinds[at].kind;
        TRY(kinds[at].read(r, json_object_iter_value(only), term));
        *out = term;
    }
    reader_leave(r, before);
    return ST_OK;
}

// --- one element of a list -------------------------------------------------------------------

static bool asks_of_fields(enum query_kind kind)
{
    switch (kind) {
    case QUERY_STRING_EQUALS:
    case QUERY_STRING_CONTAINS:
    case QUERY_NUMBER_EQUALS:
    case QUERY_NUMBER_RANGE:
    case QUERY_EXISTS:
    case QUERY_IN:
    case QUERY_PREFIX:
    case QUERY_DATE_RANGE:
    case QUERY_PART:
    case QUERY_WILDCARD:
    case QUERY_PHRASE:
    case QUERY_FUZZY:
        return true;
    default:
        return false;
    }
}

// The name is the list's, or of something in it.
static bool lies_in(string_view name, string_view list)
{
    return name.length >= list.length && fold_case_equal(sv_slice(name, 0, list.length), list) &&
           (name.length == list.length || name.bytes[list.length] == '.');
}

// All that is asked below is asked of what lies in the list.
static status check_inside(struct query_reader *r, const struct query *q, string_view list)
{
    if (!query_is_group(q->kind) && q->kind != QUERY_SAME && !asks_of_fields(q->kind)) {
        return reader_fail(r, "only terms with fields can be asked of one element of a list");
    }
    if (asks_of_fields(q->kind) && q->field_count == 0) {
        return reader_fail(r, "a term about one element of a list names its fields");
    }
    for (size_t i = 0; i < q->field_count; i++) {
        if (!lies_in(q->fields[i], list)) {
            return reader_fail(r,
                               "the field " SV_FORMAT " does not lie in the list " SV_FORMAT
                               "; fields are named in full",
                               SV_ARGUMENT(query_excerpt(q->fields[i], 60)),
                               SV_ARGUMENT(query_excerpt(list, 60)));
        }
    }
    if (q->kind == QUERY_SAME && !lies_in(q->text, list)) {
        return reader_fail(r, "the list " SV_FORMAT " does not lie in the list " SV_FORMAT,
                           SV_ARGUMENT(query_excerpt(q->text, 60)),
                           SV_ARGUMENT(query_excerpt(list, 60)));
    }
    for (size_t i = 0; i < q->member_count; i++) {
        TRY(check_inside(r, q->members[i], list));
    }
    return ST_OK;
}

static status read_same(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "list filters"));
    TRY(reader_text(r, value, "list", &q->text));
    if (q->text.length == 0) {
        (void)reader_enter(r, "list");
        return reader_fail(r, "expected the name of a list");
    }
    if (++r->depth > QUERY_LIMIT_DEPTH) {
        return reader_fail(r, "groups are nested deeper than %zu", QUERY_LIMIT_DEPTH);
    }
    size_t before = reader_enter(r, "filters");
    const struct query *inner = NULL;
    TRY(read_member(r, json_object_get(value, "filters"), TERM_NAMES, &inner));
    if (inner == NULL) {
        return reader_fail(r, "expected a group with members, or a term");
    }
    TRY(check_inside(r, inner, q->text));
    reader_leave(r, before);
    r->depth--;
    const struct query **members =
        (const struct query **)arena_alloc_array(r->arena, 1, sizeof *members);
    if (members == NULL) {
        return query_no_memory(r->e);
    }
    members[0] = inner;
    q->members = members;
    q->member_count = 1;
    return ST_OK;
}

static status read_search(struct query_reader *r, json_t *root, const struct query **out)
{
    *out = NULL;
    if (json_object_get(root, "search") == NULL) {
        return ST_OK;
    }
    string_view text;
    TRY(reader_text(r, root, "search", &text));
    if (sv_trim(text).length == 0) {
        return ST_OK;
    }
    struct query *q = arena_new(r->arena, struct query);
    if (q == NULL) {
        return query_no_memory(r->e);
    }
    q->kind = QUERY_SEARCH;
    q->text = text;
    *out = q;
    return ST_OK;
}

static status read_root(struct query_reader *r, json_t *root, const struct query **out)
{
    TRY(reader_check_object(r, root, "search filters"));
    const struct query *search = NULL;
    const struct query *filters = NULL;
    TRY(read_search(r, root, &search));
    json_t *group = json_object_get(root, "filters");
    if (group != NULL) {
        size_t before = reader_enter(r, "filters");
        TRY(read_member(r, group, GROUP_NAMES, &filters));
        reader_leave(r, before);
    }
    if (search != NULL && filters != NULL) {
        struct query_list both = {0};
        TRY(query_list_add(r->arena, &both, search, r->e));
        TRY(query_list_add(r->arena, &both, filters, r->e));
        *out = query_tree_group(r->arena, QUERY_AND, both.items, both.count);
    } else if (search != NULL || filters != NULL) {
        *out = search != NULL ? search : filters;
    } else {
        *out = query_tree_group(r->arena, QUERY_ALL, NULL, 0);
    }
    return *out == NULL ? query_no_memory(r->e) : ST_OK;
}

// --- the text --------------------------------------------------------------------------------

// What the JSON library found, without its own words for what callers of its functions may do.
static const char *trouble_words(const json_error_t *trouble)
{
    enum json_error_code code = json_error_code(trouble);
    bool nul = code == json_error_null_character || code == json_error_null_byte_in_key ||
               code == json_error_null_value;
    return nul ? "a NUL character" : trouble->text;
}

status query_json_load(string_view json, size_t flags, json_t **out, struct error *e)
{
    if (json.length > QUERY_LIMIT_BYTES) {
        return error_set_field(e, ST_INVALID, "", "the query has %zu bytes, at most %zu",
                               json.length, QUERY_LIMIT_BYTES);
    }
    json_error_t trouble;
    *out = json_loadb(json.length == 0 ? "" : json.bytes, json.length,
                      JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | flags, &trouble);
    if (*out != NULL) {
        return ST_OK;
    }
    if (json_error_code(&trouble) == json_error_stack_overflow) {
        return error_set_field(e, ST_INVALID, "", "the query is nested deeper than %zu",
                               QUERY_LIMIT_DEPTH);
    }
    if (json_error_code(&trouble) == json_error_numeric_overflow) {
        return error_set_field(e, ST_INVALID, "",
                               "the query has a number that is too large at line %d, column %d: %s",
                               trouble.line, trouble.column, trouble.text);
    }
    if (json_error_code(&trouble) == json_error_out_of_memory) {
        return query_no_memory(e);
    }
    return error_set_field(e, ST_INVALID, "",
                           "the query is not valid JSON at line %d, column %d: %s", trouble.line,
                           trouble.column, trouble_words(&trouble));
}

status query_from_json(struct arena *arena, string_view json, const struct query **out,
                       struct error *e)
{
    if (sv_trim(json).length == 0) {
        const struct query *all = query_tree_group(arena, QUERY_ALL, NULL, 0);
        if (all == NULL) {
            return query_no_memory(e);
        }
        *out = all;
        return ST_OK;
    }
    json_t *root = NULL;
    TRY(query_json_load(json, JSON_DECODE_INT_AS_REAL, &root, e));
    struct query_reader r = {.arena = arena, .e = e};
    buffer_init(&r.pointer, QUERY_LIMIT_BYTES);
    const struct query *q = NULL;
    status result = read_root(&r, root, &q);
    buffer_release(&r.pointer);
    json_decref(root);
    if (result == ST_OK) {
        *out = q;
    }
    return result;
}

status query_member_from_json(struct arena *arena, json_t *member, const struct query **out,
                              struct error *e)
{
    struct query_reader r = {.arena = arena, .e = e};
    const struct query *q = NULL;
    buffer_init(&r.pointer, QUERY_LIMIT_BYTES);
    status result = read_member(&r, member, TERM_NAMES, &q);
    buffer_release(&r.pointer);
    if (result == ST_OK) {
        *out = q;
    }
    return result;
}
