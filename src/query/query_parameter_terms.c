// SPDX-License-Identifier: Apache-2.0
// Makes the JSON of a term from its short form, and has that read.
#include "query/query_parameter_terms.h"

#include "query/query_json.h"
#include "query/query_tree.h"
#include "store/value.h"

#include <stdio.h>
#include <string.h>

static const char prefix[] = "filter.";

string_view query_parameter_term(string_view name)
{
    return sv_starts_with(name, sv_from(prefix)) ? sv_slice(name, sizeof prefix - 1, name.length)
                                                 : SV("");
}

bool query_parameter_is_json(string_view name)
{
    return sv_equal(name, SV("query")) || query_parameter_term(name).length > 0;
}

// --- small parts -----------------------------------------------------------------------------

static json_t *text_json(string_view text)
{
    return json_stringn(text.length == 0 ? "" : text.bytes, text.length);
}

static json_t *number_json(string_view text)
{
    struct value_facts facts;
    text = sv_trim(text);
    value_analyse(VALUE_STRING, text, &facts);
    return text.length > 0 && facts.is_number ? json_real(facts.number) : NULL;
}

// False where the text is no number.
static bool put_number(json_t *object, const char *name, string_view text)
{
    json_t *number = number_json(text);
    return number != NULL && json_object_set_new(object, name, number) == 0;
}

// Numbers between commas into members; false when there are more, fewer or others.
static bool put_numbers(json_t *object, string_view text, const char *const *names, size_t count)
{
    size_t at = 0;
    string_view part;
    string_view rest = text;
    bool good = true;
    while (good && sv_split(&rest, ',', &part)) {
        good = at < count && put_number(object, names[at], part);
        at++;
    }
    return good && at == count;
}

// FIELD, or FIELD|FIELD, before the first colon, and what stands behind it.
static bool put_fields(json_t *object, string_view *text, bool value_follows)
{
    size_t colon = value_follows ? sv_find(*text, ':') : text->length;
    string_view names = sv_slice(*text, 0, colon);
    string_view name;
    json_t *fields = json_array();
    bool good = !value_follows || colon < text->length;
    while (good && names.length > 0 && sv_split(&names, '|', &name)) {
        good = json_array_append_new(fields, text_json(name)) == 0; // NULL is no UTF-8
    }
    *text = sv_slice(*text, colon + (value_follows ? 1 : 0), SIZE_MAX);
    return json_object_set_new(object, "fields", fields) == 0 && good;
}

static bool put_text(json_t *object, const char *name, string_view text)
{
    return json_object_set_new(object, name, text_json(text)) == 0;
}

// "within:" before a value.
static bool put_match(json_t *object, string_view *text)
{
    static const char within[] = "within:";
    if (!sv_starts_with(*text, sv_from(within))) {
        return true;
    }
    *text = sv_slice(*text, sizeof within - 1, SIZE_MAX);
    return put_text(object, "match", SV("within"));
}

// The place of "..", or the text's length.
static size_t find_dots(string_view text)
{
    const char *dots = text.length < 2 ? NULL : memmem(text.bytes, text.length, "..", 2);
    return dots == NULL ? text.length : (size_t)(dots - text.bytes);
}

// 10km, 2.5 mi: the number and its unit.
static bool put_length(json_t *object, string_view text, const char *name, const char *unit)
{
    size_t end = 0;
    text = sv_trim(text);
    while (end < text.length && memchr("0123456789.+-eE", text.bytes[end], 15) != NULL) {
        end++;
    }
    string_view letters = sv_trim(sv_slice(text, end, SIZE_MAX));
    return letters.length > 0 && put_number(object, name, sv_slice(text, 0, end)) &&
           put_text(object, unit, letters);
}

// Takes "LATITUDE,LONGITUDE," from the text.
static bool put_position(json_t *object, string_view *text)
{
    static const char *const names[] = {"latitude", "longitude"};
    size_t first = sv_find(*text, ',');
    size_t second = first + 1 + sv_find(sv_slice(*text, first + 1, SIZE_MAX), ',');
    bool good = first < text->length &&
                put_numbers(object, sv_slice(*text, 0, MIN(second, text->length)), names, 2);
    *text = sv_slice(*text, second + 1, SIZE_MAX);
    return good;
}

// --- short forms -----------------------------------------------------------------------------

typedef bool put_short(json_t *object, string_view text);

static bool put_fields_and_text(json_t *object, string_view text)
{
    return put_fields(object, &text, true) && put_text(object, "value", text);
}

static bool put_fields_alone(json_t *object, string_view text)
{
    return text.length > 0 && put_fields(object, &text, false);
}

// FIELD:WORDS, or FIELD:WORDS~2.
static bool put_fuzzy(json_t *object, string_view text)
{
    size_t length = text.length;
    if (length > 2 && text.bytes[length - 2] == '~' &&
        (text.bytes[length - 1] == '1' || text.bytes[length - 1] == '2')) {
        json_object_set_new(object, "distance", json_real(text.bytes[length - 1] - '0'));
        length -= 2;
    }
    return put_fields_and_text(object, sv_slice(text, 0, length));
}

static bool put_date_range(json_t *object, string_view text)
{
    bool good = put_fields(object, &text, true) && put_match(object, &text);
    size_t dots = find_dots(text);
    string_view from = sv_slice(text, 0, dots);
    string_view to = dots < text.length ? sv_slice(text, dots + 2, SIZE_MAX) : text;
    good = good && (from.length == 0 || put_text(object, "from", from));
    return good && (to.length == 0 || put_text(object, "to", to));
}

static bool put_area(json_t *object, string_view text)
{
    char category[100];
    size_t colon = sv_find(text, ':');
    if (colon == 0 || colon >= text.length || colon >= sizeof category) {
        return false;
    }
    (void)snprintf(category, sizeof category, "%.*s", (int)colon, text.bytes);
    return put_text(object, category, sv_slice(text, colon + 1, SIZE_MAX));
}

static bool put_bbox(json_t *object, string_view text)
{
    static const char *const names[] = {"west", "south", "east", "north"};
    return put_numbers(object, text, names, ARRAY_LENGTH(names));
}

static bool put_point(json_t *object, string_view text)
{
    return put_position(object, &text) && put_length(object, text, "radius", "radius_unit");
}

// LATITUDE,LONGITUDE,5..10km, or only the greater one.
static bool put_distance(json_t *object, string_view text)
{
    bool good = put_position(object, &text);
    size_t dots = find_dots(text);
    if (good && dots < text.length) {
        good = put_number(object, "at_least", sv_slice(text, 0, dots));
        text = sv_slice(text, dots + 2, SIZE_MAX);
    }
    return good && put_length(object, text, "at_most", "unit");
}

static bool put_wkt(json_t *object, string_view text)
{
    return text.length > 0 && put_text(object, "wkt", text);
}

// A name, or million years: 201.4..145.
static bool put_geological_time(json_t *object, string_view text)
{
    bool good = put_match(object, &text);
    size_t dots = find_dots(text);
    if (dots == text.length) {
        return good && text.length > 0 && put_text(object, "name", text);
    }
    return good && put_number(object, "from", sv_slice(text, 0, dots)) &&
           put_number(object, "to", sv_slice(text, dots + 2, SIZE_MAX));
}

static bool put_moment(json_t *object, string_view text)
{
    return text.length > 0 && put_text(object, "moment", text);
}

static const struct {
    const char *term;
    const char *form; // for people; NULL: JSON alone
    put_short *put;
} forms[] = {
    {"string_equals", "FIELD:TEXT", put_fields_and_text},
    {"string_contains", "FIELD:WORDS, or :WORDS of all text", put_fields_and_text},
    {"prefix", "FIELD:TEXT", put_fields_and_text},
    {"part", "FIELD:TEXT", put_fields_and_text},
    {"wildcard", "FIELD:PATTERN", put_fields_and_text},
    {"phrase", "FIELD:WORDS, or :WORDS of all text", put_fields_and_text},
    {"fuzzy", "FIELD:WORDS or FIELD:WORDS~2", put_fuzzy},
    {"exists", "FIELD", put_fields_alone},
    {"missing", "FIELD", put_fields_alone},
    {"date_range", "FIELD:DATE..DATE or FIELD:within:DATE..DATE", put_date_range},
    {"geo_named_area", "CATEGORY:NAME, such as country:Kenya", put_area},
    {"bbox", "WEST,SOUTH,EAST,NORTH", put_bbox},
    {"geo_point", "LATITUDE,LONGITUDE,10km", put_point},
    {"distance", "LATITUDE,LONGITUDE,5..10km", put_distance},
    {"within", "a POLYGON or MULTIPOLYGON as well-known text", put_wkt},
    {"geological_time", "a NAME or FROM..TO in million years, with within: before it",
     put_geological_time},
    {"changed_since", "a moment", put_moment},
    {"and", NULL, NULL},
    {"or", NULL, NULL},
    {"not", NULL, NULL},
    {"in", NULL, NULL},
    {"number_equals", NULL, NULL},
    {"number_range", NULL, NULL},
    {"geo_custom_area", NULL, NULL},
    {"same", NULL, NULL},
};

// --- reading ---------------------------------------------------------------------------------

static status find_form(string_view term, size_t *out, struct error *e)
{
    for (size_t i = 0; i < ARRAY_LENGTH(forms); i++) {
        if (sv_equal(term, sv_from(forms[i].term))) {
            *out = i;
            return ST_OK;
        }
    }
    struct buffer names;
    char list[600];
    buffer_init(&names, sizeof list - 1);
    for (size_t i = 0; i < ARRAY_LENGTH(forms); i++) {
        buffer_print(&names, "%s%s", i == 0 ? "" : ", ", forms[i].term);
    }
    (void)snprintf(list, sizeof list, SV_FORMAT, SV_ARGUMENT(buffer_view(&names)));
    buffer_release(&names);
    return error_set(e, ST_INVALID, "there is no such term; there are %s", list);
}

static status make_json(size_t form, string_view value, json_t **out, struct error *e)
{
    string_view text = sv_trim(value);
    bool json = text.length > 0 && (text.bytes[0] == '{' || text.bytes[0] == '[');
    if (json) {
        return query_json_load(text, JSON_DECODE_INT_AS_REAL, out, e);
    }
    if (forms[form].put == NULL) {
        return error_set(e, ST_INVALID, "expected the term's JSON");
    }
    json_t *object = json_object();
    if (object == NULL || !forms[form].put(object, text)) {
        json_decref(object);
        return error_set(e, ST_INVALID, "expected %s; or the term's JSON", forms[form].form);
    }
    *out = object;
    return ST_OK;
}

status query_term_from_parameter(struct arena *arena, string_view term, string_view value,
                                 const struct query **out, struct error *e)
{
    size_t form = 0;
    json_t *inner = NULL;
    struct error trouble = {0};
    TRY(find_form(term, &form, e));
    status result = make_json(form, value, &inner, &trouble);
    json_t *root = result == ST_OK ? json_pack("{s:o}", forms[form].term, inner) : NULL;
    if (result == ST_OK) {
        result = root == NULL ? query_no_memory(&trouble)
                              : query_member_from_json(arena, root, out, &trouble);
    }
    json_decref(root);
    return result == ST_OK ? ST_OK : error_set(e, result, "%s", trouble.message);
}
