// SPDX-License-Identifier: Apache-2.0
// Reads predicates of predicates. What is not known makes an "and" wider, and an "or" unknown as a
// whole, and under a "not" all of it, so that what comes out finds at least what was meant.
#include "query/gbif_predicate_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TOLD_BYTES   ((size_t)100)
#define OUT_OF_RANGE 1000.0 // degrees

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for a predicate");
}

static status no_predicate(const char *why, struct error *e)
{
    return error_set(e, ST_BAD_DATA, "a predicate %s", why);
}

// --- what the files share --------------------------------------------------------------------

string_view gbif_text(struct arena *arena, const json_t *value)
{
    if (json_is_string(value)) {
        return arena_copy(arena,
                          (string_view){json_string_value(value), json_string_length(value)});
    }
    if (json_is_integer(value)) {
        return arena_print(arena, "%lld", (long long)json_integer_value(value));
    }
    if (json_is_real(value)) {
        return arena_print(arena, "%.15g", json_real_value(value));
    }
    return json_is_true(value) ? SV("true") : json_is_false(value) ? SV("false") : SV("");
}

struct gbif_meaning gbif_not_known(struct gbif_reading *r, string_view key, string_view value)
{
    struct gbif_question *q = r->out;
    q->left_out++;
    if (q->told_count < GBIF_LIMIT_TOLD) {
        r->told[q->told_count++] =
            arena_print(r->arena, SV_FORMAT "%s" SV_FORMAT, SV_ARGUMENT(sv_slice(key, 0, 60)),
                        value.length > 0 ? " " : "", SV_ARGUMENT(sv_slice(value, 0, TOLD_BYTES)));
    }
    return (struct gbif_meaning){.sense = GBIF_UNKNOWN};
}

struct gbif_meaning gbif_term(json_t *term)
{
    return (struct gbif_meaning){.sense = term == NULL ? GBIF_UNKNOWN : GBIF_TERM, .term = term};
}

// --- members -----------------------------------------------------------------------------------

static string_view member(const struct gbif_reading *r, const json_t *p, const char *name)
{
    return gbif_text(r->arena, json_object_get(p, name));
}

// GBIF writes "key"; of isNull and isNotNull, "parameter". A key may be {"name": ...} in newer
// ones.
static string_view key_of(const struct gbif_reading *r, const json_t *p)
{
    const json_t *key = json_object_get(p, "key");
    key = key == NULL ? json_object_get(p, "parameter") : key;
    return gbif_text(r->arena, json_is_object(key) ? json_object_get(key, "name") : key);
}

// --- groups ------------------------------------------------------------------------------------

struct group {
    bool any; // "or"
    bool unknown;
    bool decided; // one member tells it all
    json_t *members;
};

static void add(struct group *g, struct gbif_meaning m)
{
    g->unknown = g->unknown || m.sense == GBIF_UNKNOWN;
    g->decided = g->decided || m.sense == (g->any ? GBIF_ALL : GBIF_NONE);
    if (m.sense == GBIF_TERM && json_array_append_new(g->members, m.term) != 0) {
        g->unknown = true;
    }
}

// `strict`: a member that is not known makes the whole so, as it would within "not".
static struct gbif_meaning end_group(struct group *g, bool strict)
{
    struct gbif_meaning out = {.sense = g->any ? GBIF_NONE : GBIF_ALL};
    if (g->decided) {
        out.sense = g->any ? GBIF_ALL : GBIF_NONE;
    } else if (g->unknown && (g->any || strict || json_array_size(g->members) == 0)) {
        out.sense = GBIF_UNKNOWN;
    } else if (json_array_size(g->members) == 1) {
        out = gbif_term(json_incref(json_array_get(g->members, 0)));
    } else if (json_array_size(g->members) > 1) {
        out = gbif_term(json_pack("{s:O}", g->any ? "or" : "and", g->members));
    }
    json_decref(g->members);
    return out;
}

static status read(struct gbif_reading *r, const json_t *p, size_t depth, bool strict,
                   struct gbif_meaning *out, struct error *e);

static status read_group(struct gbif_reading *r, const json_t *p, bool any, size_t depth,
                         bool strict, struct gbif_meaning *out, struct error *e)
{
    const json_t *list = json_object_get(p, "predicates");
    struct group g = {.any = any, .members = json_array()};
    status result = json_is_array(list) ? ST_OK
                    : g.members == NULL ? no_memory(e)
                                        : no_predicate("and, or needs its predicates", e);
    for (size_t i = 0; i < json_array_size(list) && result == ST_OK; i++) {
        struct gbif_meaning one = {.sense = GBIF_ALL};
        result = read(r, json_array_get(list, i), depth + 1, strict, &one, e);
        if (result == ST_OK) {
            add(&g, one);
        }
    }
    if (result == ST_OK) {
        *out = end_group(&g, strict);
    } else {
        json_decref(g.members);
    }
    return result;
}

static status read_not(struct gbif_reading *r, const json_t *p, size_t depth,
                       struct gbif_meaning *out, struct error *e)
{
    struct gbif_meaning one = {.sense = GBIF_ALL};
    TRY(read(r, json_object_get(p, "predicate"), depth + 1, true, &one, e));
    out->sense = one.sense == GBIF_ALL    ? GBIF_NONE
                 : one.sense == GBIF_NONE ? GBIF_ALL
                                          : GBIF_UNKNOWN;
    if (one.sense == GBIF_TERM) {
        *out = gbif_term(json_pack("{s:[o]}", "not", one.term));
    }
    return ST_OK;
}

// --- values ------------------------------------------------------------------------------------

// "1990,2000", "*,2000": GBIF's way of a range in one value; of "equals" alone.
static bool split_range(string_view value, string_view *low, string_view *high)
{
    size_t comma = sv_find(value, ',');
    *low = sv_trim(sv_slice(value, 0, comma));
    *high = sv_trim(sv_slice(value, comma + 1, SIZE_MAX));
    *low = sv_equal(*low, SV("*")) ? SV("") : *low;
    *high = sv_equal(*high, SV("*")) ? SV("") : *high;
    return comma < value.length && low->length + high->length > 0;
}

static bool is_ranged(string_view key)
{
    static const char *const keys[] = {"YEAR",
                                       "MONTH",
                                       "DAY",
                                       "EVENT_DATE",
                                       "DECIMAL_LATITUDE",
                                       "DECIMAL_LONGITUDE",
                                       "ELEVATION",
                                       "DEPTH",
                                       "COORDINATE_UNCERTAINTY_IN_METERS",
                                       "START_DAY_OF_YEAR",
                                       "END_DAY_OF_YEAR",
                                       "MODIFIED"};
    for (size_t i = 0; i < ARRAY_LENGTH(keys); i++) {
        if (sv_equal(key, sv_from(keys[i]))) {
            return true;
        }
    }
    return false;
}

static struct gbif_meaning read_equals(struct gbif_reading *r, string_view key, string_view value)
{
    string_view low;
    string_view high;
    return is_ranged(key) && split_range(value, &low, &high)
               ? gbif_range(r, key, low, true, high, true)
               : gbif_value(r, key, value, false);
}

// As an "or" of its values.
static status read_in(struct gbif_reading *r, const json_t *p, string_view key,
                      struct gbif_meaning *out, struct error *e)
{
    const json_t *list = json_object_get(p, "values");
    struct group g = {.any = true, .members = json_array()};
    bool good = json_is_array(list) && g.members != NULL;
    for (size_t i = 0; good && i < json_array_size(list); i++) {
        if (++r->terms > GBIF_LIMIT_TERMS) {
            json_decref(g.members);
            return error_set(e, ST_TOO_LARGE, "more than %zu predicates and values",
                             GBIF_LIMIT_TERMS);
        }
        add(&g, read_equals(r, key, gbif_text(r->arena, json_array_get(list, i))));
    }
    *out = end_group(&g, true);
    return good ? ST_OK : no_predicate("in needs its values", e);
}

static struct gbif_meaning read_compared(struct gbif_reading *r, const json_t *p, string_view type,
                                         string_view key)
{
    string_view value = member(r, p, "value");
    bool less = sv_starts_with(type, SV("lessThan"));
    bool inclusive = type.length > 6 && sv_equal(sv_slice(type, type.length - 6, 6), SV("Equals"));
    return less ? gbif_range(r, key, SV(""), true, value, inclusive)
                : gbif_range(r, key, value, inclusive, SV(""), true);
}

static struct gbif_meaning read_range(struct gbif_reading *r, const json_t *p, string_view key)
{
    const json_t *v = json_object_get(p, "value");
    string_view low = member(r, v, "gte");
    string_view high = member(r, v, "lte");
    bool low_inclusive = low.length > 0;
    bool high_inclusive = high.length > 0;
    low = low_inclusive ? low : member(r, v, "gt");
    high = high_inclusive ? high : member(r, v, "lt");
    return gbif_range(r, key, low, low_inclusive, high, high_inclusive);
}

// "5km", "1250m", "3.5mi".
static struct gbif_meaning read_distance(struct gbif_reading *r, const json_t *p)
{
    string_view distance = member(r, p, "distance");
    string_view latitude = member(r, p, "latitude");
    string_view longitude = member(r, p, "longitude");
    char *end = NULL;
    double metres = distance.length > 0 ? strtod(distance.bytes, &end) : 0; // NUL behind: arena
    const char *unit = end == NULL ? "" : end;
    double north = latitude.length > 0 ? strtod(latitude.bytes, NULL) : OUT_OF_RANGE;
    double east = longitude.length > 0 ? strtod(longitude.bytes, NULL) : OUT_OF_RANGE;
    bool known = unit[0] == 0;
    static const char *const units[] = {"m", "km", "mi", "nmi", "yd", "ft", "in", "cm", "mm"};
    for (size_t i = 0; i < ARRAY_LENGTH(units); i++) {
        known = known || strcmp(unit, units[i]) == 0;
    }
    bool good = known && isfinite(metres) && metres >= 0 && metres < 1e9 && fabs(north) <= 90 &&
                fabs(east) <= 180;
    return good ? gbif_term(json_pack("{s:{s:f,s:f,s:f,s:s}}", "geo_point", "latitude", north,
                                      "longitude", east, "radius", metres, "radius_unit",
                                      unit[0] == 0 ? "m" : unit))
                : gbif_not_known(r, SV("geoDistance"), distance);
}

static struct gbif_meaning read_words(struct gbif_reading *r, const json_t *p)
{
    string_view words = member(r, p, "q");
    return words.length == 0 ? gbif_not_known(r, SV("fullTextSearch"), SV(""))
                             : gbif_term(json_pack("{s:{s:[],s:s%}}", "string_contains", "fields",
                                                   "value", words.bytes, words.length));
}

static struct gbif_meaning negate(struct gbif_meaning m)
{
    return m.sense == GBIF_TERM   ? gbif_term(json_pack("{s:[o]}", "not", m.term))
           : m.sense == GBIF_ALL  ? (struct gbif_meaning){.sense = GBIF_NONE}
           : m.sense == GBIF_NONE ? (struct gbif_meaning){.sense = GBIF_ALL}
                                  : m;
}

// --- all of it -----------------------------------------------------------------------------------

static status read_term(struct gbif_reading *r, const json_t *p, string_view type,
                        struct gbif_meaning *out, struct error *e)
{
    string_view key = key_of(r, p);
    if (sv_equal(type, SV("in"))) {
        return read_in(r, p, key, out, e);
    }
    if (sv_equal(type, SV("equals"))) {
        *out = read_equals(r, key, member(r, p, "value"));
    } else if (sv_equal(type, SV("like"))) {
        *out = gbif_value(r, key, member(r, p, "value"), true);
    } else if (sv_starts_with(type, SV("lessThan")) || sv_starts_with(type, SV("greaterThan"))) {
        *out = read_compared(r, p, type, key);
    } else if (sv_equal(type, SV("range"))) {
        *out = read_range(r, p, key);
    } else if (sv_equal(type, SV("within"))) {
        *out = gbif_value(r, SV("GEOMETRY"), member(r, p, "geometry"), false);
    } else if (sv_equal(type, SV("geoDistance"))) {
        *out = read_distance(r, p);
    } else if (sv_equal(type, SV("isNotNull"))) {
        *out = gbif_exists(r, key);
    } else if (sv_equal(type, SV("isNull"))) {
        *out = negate(gbif_exists(r, key));
    } else if (sv_equal(type, SV("fullTextSearch"))) {
        *out = read_words(r, p);
    } else {
        *out = gbif_not_known(r, type, key);
    }
    return ST_OK;
}

static status read(struct gbif_reading *r, const json_t *p, size_t depth, bool strict,
                   struct gbif_meaning *out, struct error *e)
{
    string_view type = member(r, p, "type");
    if (!json_is_object(p) || type.length == 0) {
        return no_predicate("is an object with a type", e);
    }
    if (depth > GBIF_LIMIT_DEPTH || ++r->terms > GBIF_LIMIT_TERMS) {
        return error_set(e, ST_TOO_LARGE, "more than %zu predicates, or deeper than %zu",
                         GBIF_LIMIT_TERMS, GBIF_LIMIT_DEPTH);
    }
    if (sv_equal(type, SV("and")) || sv_equal(type, SV("or"))) {
        return read_group(r, p, type.length == 2, depth, strict, out, e);
    }
    return sv_equal(type, SV("not")) ? read_not(r, p, depth, out, e)
                                     : read_term(r, p, type, out, e);
}

static status write_query(struct gbif_reading *r, json_t *term, struct error *e)
{
    json_t *root = json_pack("{s:{s:[O]}}", "filters", "and", term);
    char *text = root == NULL ? NULL : json_dumps(root, JSON_COMPACT);
    r->out->query = text == NULL ? SV("") : arena_copy(r->arena, sv_from(text));
    free(text);
    json_decref(root);
    return r->out->query.length > 0 ? ST_OK : no_memory(e);
}

status gbif_predicate_read(const json_t *predicate, const struct gbif_dataset *dataset,
                           struct arena *arena, struct gbif_question *out, struct error *e)
{
    struct gbif_reading r = {.dataset = dataset, .arena = arena, .out = out};
    struct gbif_meaning meaning = {.sense = GBIF_ALL};
    *out = (struct gbif_question){.query = SV("{}")};
    r.told = arena_array(arena, string_view, GBIF_LIMIT_TOLD);
    if (r.told == NULL) {
        return no_memory(e);
    }
    out->told = r.told;
    if (predicate == NULL || json_is_null(predicate) || json_object_size(predicate) == 0) {
        return json_is_object(predicate) || predicate == NULL || json_is_null(predicate)
                   ? ST_OK // of everything
                   : no_predicate("is an object with a type", e);
    }
    status result = read(&r, predicate, 0, false, &meaning, e);
    if (result == ST_OK && meaning.sense == GBIF_TERM) {
        result = write_query(&r, meaning.term, e);
    }
    if (meaning.sense == GBIF_TERM) {
        json_decref(meaning.term);
    }
    out->none = meaning.sense == GBIF_NONE;
    return result;
}

// --- taxa ----------------------------------------------------------------------------------------

struct taxa {
    struct arena *arena;
    string_view *keys;
    size_t count;
    size_t visited;
};

static void add_taxon(struct taxa *t, const json_t *value)
{
    string_view key = gbif_text(t->arena, value);
    for (size_t i = 0; i < t->count; i++) {
        if (sv_equal(t->keys[i], key)) {
            return;
        }
    }
    if (key.length > 0 && key.length <= 40 && t->count < GBIF_LIMIT_TAXA) {
        t->keys[t->count++] = key;
    }
}

static void find_taxa(struct taxa *t, const json_t *p, size_t depth)
{
    const json_t *list = json_object_get(p, "predicates");
    const json_t *values = json_object_get(p, "values");
    const char *key = json_string_value(json_object_get(p, "key"));
    if (depth > GBIF_LIMIT_DEPTH || ++t->visited > GBIF_LIMIT_TERMS) {
        return;
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        find_taxa(t, json_array_get(list, i), depth + 1);
    }
    if (json_is_object(json_object_get(p, "predicate"))) {
        find_taxa(t, json_object_get(p, "predicate"), depth + 1);
    }
    if (key != NULL && gbif_is_taxon_key(sv_from(key))) {
        add_taxon(t, json_object_get(p, "value"));
        for (size_t i = 0; i < json_array_size(values) && t->count < GBIF_LIMIT_TAXA; i++) {
            add_taxon(t, json_array_get(values, i));
        }
    }
}

status gbif_predicate_taxa(const json_t *predicate, struct arena *arena, string_view **out,
                           size_t *count, struct error *e)
{
    struct taxa t = {.arena = arena, .keys = arena_array(arena, string_view, GBIF_LIMIT_TAXA)};
    if (t.keys == NULL) {
        return no_memory(e);
    }
    find_taxa(&t, predicate, 0);
    *out = t.keys;
    *count = t.count;
    return ST_OK;
}
