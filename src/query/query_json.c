// SPDX-License-Identifier: Apache-2.0
// Reads the JSON form of a query: the museum's schema v1.0.0 and our superset v2 (docs/query.md).
// Every member that the schema does not name is refused, with the JSON pointer of its place.
// Must not know: stores, URL parameters.
#include "query/query_json.h"

#include "query/areas.h"
#include "query/query_tree.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reader {
    struct arena *arena;
    struct error *e;
    struct buffer pointer; // JSON pointer of the value being read (RFC 6901)
    size_t depth;          // open groups
    size_t terms;
    size_t values;
    size_t points;
};

// --- where we are ----------------------------------------------------------------------------

static size_t enter(struct reader *r, const char *name)
{
    size_t before = r->pointer.length;
    buffer_append_byte(&r->pointer, '/');
    for (const char *at = name; *at != '\0'; at++) {
        if (*at == '~' || *at == '/') {
            buffer_append(&r->pointer, *at == '~' ? "~0" : "~1", 2);
        } else {
            buffer_append_byte(&r->pointer, *at);
        }
    }
    return before;
}

static size_t enter_index(struct reader *r, size_t index)
{
    size_t before = r->pointer.length;
    buffer_append_byte(&r->pointer, '/');
    buffer_append_uint(&r->pointer, index);
    return before;
}

static void leave(struct reader *r, size_t before)
{
    r->pointer.length = before;
}

// Sets the trouble at the place where the reader stands, and names the place in the sentence too.
PRINTF_LIKE(2, 3)
static status fail(struct reader *r, const char *format, ...)
{
    char sentence[ERROR_MESSAGE_SIZE - 128];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    char pointer[sizeof r->e->field];
    query_copy_excerpt(buffer_view(&r->pointer), pointer, sizeof pointer);
    return error_set_field(r->e, ST_INVALID, pointer, "query%s: %s", pointer, sentence);
}

// --- plain values ----------------------------------------------------------------------------

static bool listed(const char *names, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = names; *at != '\0';) {
        size_t word = strcspn(at, " ");
        if (word == length && memcmp(at, name, length) == 0) {
            return true;
        }
        at += word + (at[word] == ' ');
    }
    return false;
}

// An object whose members all stand in `names` (words with one blank between).
static status check_object(struct reader *r, json_t *value, const char *names)
{
    if (!json_is_object(value)) {
        return fail(r, "expected an object with %s", names);
    }
    const char *name = NULL;
    json_t *member = NULL;
    json_object_foreach(value, name, member)
    {
        if (!listed(names, name)) {
            (void)enter(r, name);
            return fail(r, "no member of this name is known here; there are: %s", names);
        }
    }
    return ST_OK;
}

static status read_text(struct reader *r, json_t *object, const char *name, string_view *out)
{
    json_t *value = json_object_get(object, name);
    size_t before = enter(r, name);
    if (!json_is_string(value)) {
        return fail(r, "%s", value == NULL ? "is needed, a text" : "expected a text");
    }
    if (json_string_length(value) > QUERY_LIMIT_TEXT) {
        return fail(r, "the text is longer than %zu bytes", QUERY_LIMIT_TEXT);
    }
    *out = arena_copy(r->arena, (string_view){json_string_value(value), json_string_length(value)});
    leave(r, before);
    return out->bytes == NULL ? query_no_memory(r->e) : ST_OK;
}

static status read_number(struct reader *r, json_t *object, const char *name, double low,
                          double high, double *out)
{
    json_t *value = json_object_get(object, name);
    size_t before = enter(r, name);
    if (!json_is_number(value)) {
        return fail(r, "%s", value == NULL ? "is needed, a number" : "expected a number");
    }
    double number = json_number_value(value);
    if (!(number >= low && number <= high)) {
        return fail(r, "%g is not from %g to %g", number, low, high);
    }
    *out = number;
    leave(r, before);
    return ST_OK;
}

static status read_truth(struct reader *r, json_t *object, const char *name, bool *out)
{
    json_t *value = json_object_get(object, name);
    if (value == NULL) {
        return ST_OK;
    }
    size_t before = enter(r, name);
    if (!json_is_boolean(value)) {
        return fail(r, "expected true or false");
    }
    *out = json_is_true(value);
    leave(r, before);
    return ST_OK;
}

static status check_field(struct reader *r, json_t *value)
{
    if (!json_is_string(value)) {
        return fail(r, "expected a field's name");
    }
    if (json_string_length(value) == 0 || json_string_length(value) > QUERY_LIMIT_TEXT) {
        return fail(r, "a field's name has 1 to %zu bytes", QUERY_LIMIT_TEXT);
    }
    return ST_OK;
}

static int compare_names(const void *a, const void *b)
{
    return sv_compare(*(const string_view *)a, *(const string_view *)b);
}

static bool has_repeats(struct arena *arena, const string_view *names, size_t count,
                        string_view *repeated)
{
    string_view *sorted = arena_array(arena, string_view, count);
    if (sorted == NULL) {
        return false;
    }
    memcpy(sorted, names, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare_names);
    for (size_t i = 1; i < count; i++) {
        if (sv_equal(sorted[i - 1], sorted[i])) {
            *repeated = sorted[i];
            return true;
        }
    }
    return false;
}

static status read_fields(struct reader *r, json_t *object, size_t least, struct query *q)
{
    json_t *value = json_object_get(object, "fields");
    size_t before = enter(r, "fields");
    size_t count = json_array_size(value);
    if (!json_is_array(value) || count < least) {
        return fail(r, "expected a list of %s field names",
                    least == 0 ? "none, one or more" : "one or more");
    }
    if (count > QUERY_LIMIT_FIELDS) {
        return fail(r, "%zu fields, at most %zu", count, QUERY_LIMIT_FIELDS);
    }
    string_view *fields = arena_array(r->arena, string_view, count + 1);
    if (fields == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t i = 0; i < count; i++) {
        json_t *name = json_array_get(value, i);
        size_t inner = enter_index(r, i);
        TRY(check_field(r, name));
        leave(r, inner);
        fields[i] =
            arena_copy(r->arena, (string_view){json_string_value(name), json_string_length(name)});
        if (fields[i].bytes == NULL) {
            return query_no_memory(r->e);
        }
    }
    string_view repeated = {NULL, 0};
    if (has_repeats(r->arena, fields, count, &repeated)) {
        return fail(r, "the field " SV_FORMAT " is named twice",
                    SV_ARGUMENT(query_excerpt(repeated, 60)));
    }
    q->fields = fields;
    q->field_count = count;
    leave(r, before);
    return ST_OK;
}

// --- terms of schema v1.0.0 ------------------------------------------------------------------

static status read_string_term(struct reader *r, json_t *value, struct query *q)
{
    TRY(check_object(r, value, "fields value"));
    TRY(read_fields(r, value, q->kind == QUERY_STRING_CONTAINS ? 0 : 1, q));
    return read_text(r, value, "value", &q->text);
}

static status read_number_equals(struct reader *r, json_t *value, struct query *q)
{
    TRY(check_object(r, value, "fields value"));
    TRY(read_fields(r, value, 1, q));
    q->low_inclusive = q->high_inclusive = true;
    TRY(read_number(r, value, "value", -INFINITY, INFINITY, &q->low));
    q->high = q->low;
    return ST_OK;
}

static status read_number_range(struct reader *r, json_t *value, struct query *q)
{
    TRY(check_object(r, value,
                     "fields less_than less_than_inclusive greater_than greater_than_inclusive"));
    TRY(read_fields(r, value, 1, q));
    q->low = -INFINITY;
    q->high = INFINITY;
    q->low_inclusive = q->high_inclusive = true;
    bool has_low = json_object_get(value, "greater_than") != NULL;
    bool has_high = json_object_get(value, "less_than") != NULL;
    if (!has_low && !has_high) {
        return fail(r, "greater_than or less_than is needed");
    }
    if (has_low) {
        TRY(read_number(r, value, "greater_than", -INFINITY, INFINITY, &q->low));
    }
    if (has_high) {
        TRY(read_number(r, value, "less_than", -INFINITY, INFINITY, &q->high));
    }
    TRY(read_truth(r, value, "greater_than_inclusive", &q->low_inclusive));
    TRY(read_truth(r, value, "less_than_inclusive", &q->high_inclusive));
    q->low_inclusive = q->low_inclusive || !has_low;
    q->high_inclusive = q->high_inclusive || !has_high;
    if (q->low > q->high) {
        return fail(r, "the range is upside down: greater_than %.17g is above less_than %.17g",
                    q->low, q->high);
    }
    return ST_OK;
}

static status read_exists(struct reader *r, json_t *value, struct query *q)
{
    TRY(check_object(r, value, "fields geo_field"));
    if (json_object_size(value) != 1) {
        return fail(r, "expected either fields or geo_field");
    }
    json_t *geo = json_object_get(value, "geo_field");
    if (geo == NULL) {
        return read_fields(r, value, 1, q);
    }
    (void)enter(r, "geo_field");
    if (!json_is_true(geo)) {
        return fail(r, "can only be true");
    }
    q->kind = QUERY_GEO_EXISTS;
    return ST_OK;
}

// Units of the museum's schema, in metres (ES geo_distance has the same).
static bool unit_in_metres(const char *unit, double *metres)
{
    static const struct {
        const char *name;
        double metres;
    } units[] = {{"m", 1},       {"km", 1000},   {"mi", 1609.344}, {"nmi", 1852}, {"yd", 0.9144},
                 {"ft", 0.3048}, {"in", 0.0254}, {"cm", 0.01},     {"mm", 0.001}};
    for (size_t i = 0; i < ARRAY_LENGTH(units); i++) {
        if (strcmp(units[i].name, unit) == 0) {
            *metres = units[i].metres;
            return true;
        }
    }
    return false;
}

static status read_geo_point(struct reader *r, json_t *value, struct query *q)
{
    TRY(check_object(r, value, "latitude longitude radius radius_unit"));
    TRY(read_number(r, value, "latitude", -90, 90, &q->latitude));
    TRY(read_number(r, value, "longitude", -180, 180, &q->longitude));
    json_t *unit = json_object_get(value, "radius_unit");
    double metres = 1;
    if (unit != NULL) {
        size_t before = enter(r, "radius_unit");
        if (!json_is_string(unit) || !unit_in_metres(json_string_value(unit), &metres)) {
            return fail(r, "expected one of mi, yd, ft, in, km, m, cm, mm, nmi");
        }
        leave(r, before);
    }
    if (json_object_get(value, "radius") == NULL) {
        return ST_OK;
    }
    if (unit == NULL) {
        return fail(r, "a radius needs its radius_unit, such as km");
    }
    TRY(read_number(r, value, "radius", 0, 1e12, &q->radius));
    q->radius *= metres;
    return ST_OK;
}

static status read_geo_named_area(struct reader *r, json_t *value, struct query *q)
{
    static const char *const categories[] = {"country", "marine", "geography"};
    TRY(check_object(r, value, "country marine geography"));
    if (json_object_size(value) != 1) {
        return fail(r, "expected exactly one of country, marine and geography");
    }
    for (size_t i = 0; i < ARRAY_LENGTH(categories); i++) {
        if (json_object_get(value, categories[i]) != NULL) {
            q->category = sv_from(categories[i]);
            TRY(read_text(r, value, categories[i], &q->text));
            struct error unknown = {0};
            if (area_check(q->category, q->text, &unknown) != ST_OK) {
                (void)enter(r, categories[i]);
                return fail(r, "%s", unknown.message);
            }
        }
    }
    return ST_OK;
}

// --- areas -----------------------------------------------------------------------------------

static status read_position(struct reader *r, json_t *value, double *out)
{
    if (!json_is_array(value) || json_array_size(value) < 2 ||
        !json_is_number(json_array_get(value, 0)) || !json_is_number(json_array_get(value, 1))) {
        return fail(r, "expected a position: a list of longitude and latitude");
    }
    out[0] = json_number_value(json_array_get(value, 0));
    out[1] = json_number_value(json_array_get(value, 1));
    if (!(fabs(out[0]) <= 180) || !(fabs(out[1]) <= 90)) {
        return fail(r,
                    "%g, %g is no position: longitude is from -180 to 180, latitude from -90 to 90",
                    out[0], out[1]);
    }
    return ST_OK;
}

static status read_ring(struct reader *r, json_t *value, struct query_ring *out)
{
    size_t count = json_array_size(value);
    if (!json_is_array(value) || count < 4) {
        return fail(r, "expected a ring: a list of at least four positions");
    }
    r->points += count;
    if (r->points > QUERY_LIMIT_POLYGON_POINTS) {
        return fail(r, "the areas have more than %zu positions", QUERY_LIMIT_POLYGON_POINTS);
    }
    double *positions = arena_array(r->arena, double, 2 * count);
    if (positions == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t i = 0; i < count; i++) {
        size_t before = enter_index(r, i);
        TRY(read_position(r, json_array_get(value, i), positions + 2 * i));
        leave(r, before);
    }
    *out = (struct query_ring){positions, count};
    return ST_OK;
}

static status read_polygon(struct reader *r, json_t *value, struct query_polygon *out)
{
    size_t count = json_array_size(value);
    if (!json_is_array(value) || count == 0) {
        return fail(r, "expected a polygon: a list of an outer ring and any holes");
    }
    struct query_ring *rings = arena_array(r->arena, struct query_ring, count);
    if (rings == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t i = 0; i < count; i++) {
        size_t before = enter_index(r, i);
        TRY(read_ring(r, json_array_get(value, i), &rings[i]));
        leave(r, before);
    }
    *out = (struct query_polygon){rings, count};
    return ST_OK;
}

static status read_geo_custom_area(struct reader *r, json_t *value, struct query *q)
{
    size_t count = json_array_size(value);
    if (!json_is_array(value) || count == 0) {
        return fail(r, "expected the coordinates of a GeoJSON MultiPolygon");
    }
    struct query_polygon *polygons = arena_array(r->arena, struct query_polygon, count);
    if (polygons == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t i = 0; i < count; i++) {
        size_t before = enter_index(r, i);
        TRY(read_polygon(r, json_array_get(value, i), &polygons[i]));
        leave(r, before);
    }
    q->polygons = polygons;
    q->polygon_count = count;
    return ST_OK;
}

// --- terms of our superset v2 ----------------------------------------------------------------

static status read_in(struct reader *r, json_t *value, struct query *q)
{
    TRY(check_object(r, value, "fields values"));
    TRY(read_fields(r, value, 1, q));
    json_t *list = json_object_get(value, "values");
    size_t before = enter(r, "values");
    size_t count = json_array_size(list);
    if (!json_is_array(list) || count == 0) {
        return fail(r, "expected a list of one or more texts");
    }
    r->values += count;
    if (r->values > QUERY_LIMIT_VALUES) {
        return fail(r, "more than %zu values in all", QUERY_LIMIT_VALUES);
    }
    string_view *values = arena_array(r->arena, string_view, count);
    if (values == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t i = 0; i < count; i++) {
        json_t *text = json_array_get(list, i);
        size_t inner = enter_index(r, i);
        if (!json_is_string(text) || json_string_length(text) > QUERY_LIMIT_TEXT) {
            return fail(r, "expected a text of at most %zu bytes", QUERY_LIMIT_TEXT);
        }
        leave(r, inner);
        values[i] =
            arena_copy(r->arena, (string_view){json_string_value(text), json_string_length(text)});
        if (values[i].bytes == NULL) {
            return query_no_memory(r->e);
        }
    }
    q->values = values;
    q->value_count = count;
    leave(r, before);
    return ST_OK;
}

static status read_bbox(struct reader *r, json_t *value, struct query *q)
{
    TRY(check_object(r, value, "west south east north"));
    TRY(read_number(r, value, "west", -180, 180, &q->west));
    TRY(read_number(r, value, "south", -90, 90, &q->south));
    TRY(read_number(r, value, "east", -180, 180, &q->east));
    TRY(read_number(r, value, "north", -90, 90, &q->north));
    if (q->south > q->north) {
        return fail(r, "the box is upside down: south %g is above north %g", q->south, q->north);
    }
    return ST_OK;
}

static status read_date(struct reader *r, json_t *object, const char *name, bool end, moment *out)
{
    if (json_object_get(object, name) == NULL) {
        return ST_OK;
    }
    string_view text;
    TRY(read_text(r, object, name, &text));
    struct date_interval interval;
    if (!date_interval_from_text(text, &interval)) {
        (void)enter(r, name);
        return fail(r, SV_FORMAT " is no date; write YYYY, YYYY-MM, YYYY-MM-DD or with a time",
                    SV_ARGUMENT(query_excerpt(text, 60)));
    }
    *out = end ? interval.end : interval.start;
    return ST_OK;
}

static status read_date_range(struct reader *r, json_t *value, struct query *q)
{
    TRY(check_object(r, value, "fields from to match"));
    TRY(read_fields(r, value, 1, q));
    if (json_object_get(value, "from") == NULL && json_object_get(value, "to") == NULL) {
        return fail(r, "from or to is needed");
    }
    q->start = INT64_MIN;
    q->end = INT64_MAX;
    TRY(read_date(r, value, "from", false, &q->start));
    TRY(read_date(r, value, "to", true, &q->end));
    if (q->start > q->end) {
        return fail(r, "the range is upside down: from is after to");
    }
    if (json_object_get(value, "match") != NULL) {
        string_view match;
        TRY(read_text(r, value, "match", &match));
        q->within = sv_equal(match, SV("within"));
        if (!q->within && !sv_equal(match, SV("overlap"))) {
            (void)enter(r, "match");
            return fail(r, "expected overlap or within");
        }
    }
    return ST_OK;
}

// --- groups ----------------------------------------------------------------------------------

static const struct {
    const char *name;
    enum query_kind kind;
    status (*read)(struct reader *r, json_t *value, struct query *q); // NULL: a group
} kinds[] = {
    {"and", QUERY_AND, NULL},
    {"or", QUERY_OR, NULL},
    {"not", QUERY_NOT, NULL},
    {"string_equals", QUERY_STRING_EQUALS, read_string_term},
    {"string_contains", QUERY_STRING_CONTAINS, read_string_term},
    {"number_equals", QUERY_NUMBER_EQUALS, read_number_equals},
    {"number_range", QUERY_NUMBER_RANGE, read_number_range},
    {"exists", QUERY_EXISTS, read_exists},
    {"geo_point", QUERY_GEO_POINT, read_geo_point},
    {"geo_named_area", QUERY_GEO_NAMED_AREA, read_geo_named_area},
    {"geo_custom_area", QUERY_GEO_CUSTOM_AREA, read_geo_custom_area},
    {"in", QUERY_IN, read_in},
    {"prefix", QUERY_PREFIX, read_string_term},
    {"bbox", QUERY_BBOX, read_bbox},
    {"date_range", QUERY_DATE_RANGE, read_date_range},
};

#define GROUP_NAMES "and or not"
#define TERM_NAMES                                                                                 \
    "and or not string_equals string_contains number_equals number_range exists geo_point "        \
    "geo_named_area geo_custom_area in prefix bbox date_range"

static status read_member(struct reader *r, json_t *value, const char *names,
                          const struct query **out);

// *out is NULL for a group without members, which means nothing at all.
static status read_group(struct reader *r, json_t *value, enum query_kind kind,
                         const struct query **out)
{
    if (!json_is_array(value)) {
        return fail(r, "expected a list of terms and groups");
    }
    if (++r->depth > QUERY_LIMIT_DEPTH) {
        return fail(r, "groups are nested deeper than %zu", QUERY_LIMIT_DEPTH);
    }
    struct query_list members = {0};
    for (size_t i = 0; i < json_array_size(value); i++) {
        const struct query *member = NULL;
        size_t before = enter_index(r, i);
        TRY(read_member(r, json_array_get(value, i), TERM_NAMES, &member));
        leave(r, before);
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
static status read_member(struct reader *r, json_t *value, const char *names,
                          const struct query **out)
{
    TRY(check_object(r, value, names));
    if (json_object_size(value) != 1) {
        return fail(r, "expected exactly one of %s", names);
    }
    if (++r->terms > QUERY_LIMIT_TERMS) {
        return fail(r, "the query has more than %zu terms and groups", QUERY_LIMIT_TERMS);
    }
    void *only = json_object_iter(value);
    const char *name = json_object_iter_key(only);
    size_t before = enter(r, name);
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
    leave(r, before);
    return ST_OK;
}

static status read_search(struct reader *r, json_t *root, const struct query **out)
{
    *out = NULL;
    if (json_object_get(root, "search") == NULL) {
        return ST_OK;
    }
    string_view text;
    TRY(read_text(r, root, "search", &text));
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

static status read_root(struct reader *r, json_t *root, const struct query **out)
{
    TRY(check_object(r, root, "search filters"));
    const struct query *search = NULL;
    const struct query *filters = NULL;
    TRY(read_search(r, root, &search));
    json_t *group = json_object_get(root, "filters");
    if (group != NULL) {
        size_t before = enter(r, "filters");
        TRY(read_member(r, group, GROUP_NAMES, &filters));
        leave(r, before);
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
    struct reader r = {.arena = arena, .e = e};
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
