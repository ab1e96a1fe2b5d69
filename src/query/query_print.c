// SPDX-License-Identifier: Apache-2.0
// The canonical JSON of a query (schema v2): members in byte order, no blanks, shortest numbers.
// Must not know: how trees are read or normalised.
#include "query/query_tree.h"

#include "base/hash.h"
#include "formats/json_write.h"

#include <math.h>

static void print_texts(const char *name, const string_view *texts, size_t count,
                        struct buffer *out)
{
    json_write_name(out, sv_from(name));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            buffer_append_byte(out, ',');
        }
        json_write_string(out, texts[i]);
    }
    buffer_append_byte(out, ']');
}

static void print_number_member(const char *name, double number, struct buffer *out)
{
    json_write_name(out, sv_from(name));
    query_print_number(number, out);
}

static void print_text_member(const char *name, string_view text, struct buffer *out)
{
    json_write_name(out, sv_from(name));
    json_write_string(out, text);
}

static void print_number_range(const struct query *q, struct buffer *out)
{
    if (isfinite(q->low)) {
        print_number_member("greater_than", q->low, out);
        json_write_name(out, SV("greater_than_inclusive"));
        buffer_append_view(out, q->low_inclusive ? SV("true") : SV("false"));
    }
    if (isfinite(q->high)) {
        print_number_member("less_than", q->high, out);
        json_write_name(out, SV("less_than_inclusive"));
        buffer_append_view(out, q->high_inclusive ? SV("true") : SV("false"));
    }
}

static void print_date_range(const struct query *q, struct buffer *out)
{
    char text[25];
    if (q->start != INT64_MIN) {
        moment_to_text(q->start, text);
        print_text_member("from", sv_from(text), out);
    }
    print_text_member("match", q->within ? SV("within") : SV("overlap"), out);
    if (q->end != INT64_MAX) {
        moment_to_text(q->end, text);
        print_text_member("to", sv_from(text), out);
    }
}

static void print_ring(const struct query_ring *ring, struct buffer *out)
{
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < ring->count; i++) {
        buffer_append(out, i == 0 ? "[" : ",[", i == 0 ? 1 : 2);
        query_print_number(ring->positions[2 * i], out);
        buffer_append_byte(out, ',');
        query_print_number(ring->positions[2 * i + 1], out);
        buffer_append_byte(out, ']');
    }
    buffer_append_byte(out, ']');
}

void query_print_polygons(const struct query_polygon *polygons, size_t count, struct buffer *out)
{
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        buffer_append(out, i == 0 ? "[" : ",[", i == 0 ? 1 : 2);
        for (size_t k = 0; k < polygons[i].count; k++) {
            if (k > 0) {
                buffer_append_byte(out, ',');
            }
            print_ring(&polygons[i].rings[k], out);
        }
        buffer_append_byte(out, ']');
    }
    buffer_append_byte(out, ']');
}

static void print_geography(const struct query *q, struct buffer *out)
{
    if (q->kind == QUERY_GEO_EXISTS) {
        json_write_name(out, SV("geo_field"));
        buffer_append_view(out, SV("true"));
    } else if (q->kind == QUERY_GEO_POINT) {
        print_number_member("latitude", q->latitude, out);
        print_number_member("longitude", q->longitude, out);
        print_number_member("radius", q->radius, out);
        print_text_member("radius_unit", SV("m"), out);
    } else if (q->kind == QUERY_GEO_NAMED_AREA) {
        json_write_name(out, q->category);
        json_write_string(out, q->text);
    } else {
        print_number_member("east", q->east, out);
        print_number_member("north", q->north, out);
        print_number_member("south", q->south, out);
        print_number_member("west", q->west, out);
    }
}

static void print_fuzzy(const struct query *q, struct buffer *out)
{
    print_number_member("distance", q->edits, out);
    print_texts("fields", q->fields, q->field_count, out);
    print_text_member("match", q->whole ? SV("value") : SV("word"), out);
    print_text_member("value", q->text, out);
}

static void print_distance(const struct query *q, struct buffer *out)
{
    print_number_member("at_least", q->low, out);
    print_number_member("at_most", q->radius, out);
    print_number_member("latitude", q->latitude, out);
    print_number_member("longitude", q->longitude, out);
    print_text_member("unit", SV("m"), out);
}

static void print_geological_time(const struct query *q, struct buffer *out)
{
    if (q->text.length == 0) {
        print_number_member("from", q->high, out);
    }
    print_text_member("match", q->within ? SV("within") : SV("overlap"), out);
    if (q->text.length == 0) {
        print_number_member("to", q->low, out);
    } else {
        print_text_member("name", q->text, out);
    }
}

static void print_tree(const struct query *q, size_t depth, struct buffer *out);

static void print_same(const struct query *q, size_t depth, struct buffer *out)
{
    json_write_name(out, SV("filters"));
    print_tree(q->members[0], depth + 1, out);
    print_text_member("list", q->text, out);
}

static void print_changed_since(const struct query *q, struct buffer *out)
{
    char text[25];
    moment_to_text(q->start, text);
    print_text_member("moment", sv_from(text), out);
}

static const char *term_name(enum query_kind kind)
{
    switch (kind) {
    case QUERY_STRING_EQUALS:
        return "string_equals";
    case QUERY_NUMBER_EQUALS:
        return "number_equals";
    case QUERY_NUMBER_RANGE:
        return "number_range";
    case QUERY_EXISTS:
    case QUERY_GEO_EXISTS:
        return "exists";
    case QUERY_GEO_POINT:
        return "geo_point";
    case QUERY_GEO_NAMED_AREA:
        return "geo_named_area";
    case QUERY_GEO_CUSTOM_AREA:
        return "geo_custom_area";
    case QUERY_IN:
        return "in";
    case QUERY_PREFIX:
        return "prefix";
    case QUERY_BBOX:
        return "bbox";
    case QUERY_DATE_RANGE:
        return "date_range";
    case QUERY_PART:
        return "part";
    case QUERY_WILDCARD:
        return "wildcard";
    case QUERY_PHRASE:
        return "phrase";
    case QUERY_FUZZY:
        return "fuzzy";
    case QUERY_DISTANCE:
        return "distance";
    case QUERY_CHANGED_SINCE:
        return "changed_since";
    case QUERY_SAME:
        return "same";
    case QUERY_GEOLOGICAL_TIME:
        return "geological_time";
    case QUERY_ALL:
    case QUERY_SEARCH:
    case QUERY_STRING_CONTAINS:
    case QUERY_AND:
    case QUERY_OR:
    case QUERY_NOT:
        break;
    }
    return "string_contains"; // of no field: all text; of no field and no words: all records
}

// The members of terms that have fields or none, in byte order.
static void print_members(const struct query *q, struct buffer *out)
{
    bool has_fields = q->kind == QUERY_ALL || q->kind == QUERY_SEARCH || q->field_count > 0 ||
                      q->kind == QUERY_STRING_CONTAINS || q->kind == QUERY_PHRASE;
    if (has_fields) {
        print_texts("fields", q->fields, q->field_count, out);
    }
    if (q->kind == QUERY_NUMBER_EQUALS) {
        print_number_member("value", q->low, out);
    } else if (q->kind == QUERY_NUMBER_RANGE) {
        print_number_range(q, out);
    } else if (q->kind == QUERY_DATE_RANGE) {
        print_date_range(q, out);
    } else if (q->kind == QUERY_IN) {
        print_texts("values", q->values, q->value_count, out);
    } else if (!has_fields) {
        print_geography(q, out);
    } else if (q->kind != QUERY_EXISTS) {
        print_text_member("value", q->text, out);
    }
}

static void print_term(const struct query *q, size_t depth, struct buffer *out)
{
    buffer_append_byte(out, '{');
    json_write_name(out, sv_from(term_name(q->kind)));
    if (q->kind == QUERY_GEO_CUSTOM_AREA) {
        query_print_polygons(q->polygons, q->polygon_count, out);
        buffer_append_byte(out, '}');
        return;
    }
    buffer_append_byte(out, '{');
    if (q->kind == QUERY_FUZZY) {
        print_fuzzy(q, out);
    } else if (q->kind == QUERY_DISTANCE) {
        print_distance(q, out);
    } else if (q->kind == QUERY_GEOLOGICAL_TIME) {
        print_geological_time(q, out);
    } else if (q->kind == QUERY_CHANGED_SINCE) {
        print_changed_since(q, out);
    } else if (q->kind == QUERY_SAME) {
        print_same(q, depth, out);
    } else {
        print_members(q, out);
    }
    buffer_append(out, "}}", 2);
}

void query_print_term(const struct query *q, struct buffer *out)
{
    print_term(q, 0, out);
}

static void print_tree(const struct query *q, size_t depth, struct buffer *out)
{
    if (!query_is_group(q->kind)) {
        print_term(q, depth, out);
        return;
    }
    buffer_append_byte(out, '{');
    json_write_name(out, q->kind == QUERY_AND  ? SV("and")
                         : q->kind == QUERY_OR ? SV("or")
                                               : SV("not"));
    buffer_append_byte(out, '[');
    for (size_t i = 0; i < q->member_count && depth < QUERY_TREE_DEPTH; i++) {
        if (i > 0) {
            buffer_append_byte(out, ',');
        }
        print_tree(q->members[i], depth + 1, out);
    }
    buffer_append(out, "]}", 2);
}

// The first member that can stand as the query's "search", or NULL.
static const struct query *find_search(const struct query *q)
{
    if (q->kind == QUERY_SEARCH) {
        return q;
    }
    for (size_t i = 0; q->kind == QUERY_AND && i < q->member_count; i++) {
        if (q->members[i]->kind == QUERY_SEARCH) {
            return q->members[i];
        }
    }
    return NULL;
}

// The members of the query's one group, but for the one told elsewhere.
static void print_filters(const struct query *q, const struct query *search, struct buffer *out)
{
    const struct query *const *members = q->kind == QUERY_AND ? q->members : &q;
    size_t count = q->kind == QUERY_AND ? q->member_count : 1;
    buffer_append_view(out, SV("{\"and\":["));
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        if (members[i] == search) {
            continue;
        }
        if (!first) {
            buffer_append_byte(out, ',');
        }
        first = false;
        print_tree(members[i], 1, out);
    }
    buffer_append_view(out, SV("]}"));
}

void query_print(const struct query *q, struct buffer *out)
{
    const struct query *search = find_search(q);
    buffer_append_byte(out, '{');
    if (q->kind == QUERY_OR || q->kind == QUERY_NOT) {
        json_write_name(out, SV("filters"));
        print_tree(q, 0, out);
    } else if (q->kind != QUERY_ALL && q != search) {
        json_write_name(out, SV("filters"));
        print_filters(q, search, out);
    }
    if (search != NULL) {
        print_text_member("search", search->text, out);
    }
    buffer_append_byte(out, '}');
}

status query_name(const struct query *normalised, char out[65], struct error *e)
{
    struct buffer text;
    buffer_init(&text, 64 * QUERY_LIMIT_BYTES);
    query_print(normalised, &text);
    status result = buffer_check(&text, "the query", e);
    if (result == ST_OK) {
        struct sha256 hash;
        sha256_of(text.bytes, text.length, &hash);
        sha256_to_hex(&hash, out);
    }
    buffer_release(&text);
    return result;
}
