// SPDX-License-Identifier: Apache-2.0
// The museum's own hash of its v1.0.0 queries (ckanext-versioned-datastore, v1_0_0Hasher), kept so
// that addresses saved with it go on leading to their search: SHA-1 over a text form that it makes
// with Python's str() of numbers. Groups are first put right as its portal does it: an "or" of one
// member becomes an "and", empty groups go. Must not know: our own canonical form.
#include "query/query_json.h"
#include "query/query_tree.h"

#include <math.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Texts of members or fields, to be sorted; all lie in one arena.
struct texts {
    string_view *items;
    size_t count;
};

static int compare_texts(const void *a, const void *b)
{
    return sv_compare(*(const string_view *)a, *(const string_view *)b);
}

static status join(struct texts *list, const char *between, struct buffer *out, struct error *e)
{
    if (list->items == NULL) {
        return query_no_memory(e);
    }
    qsort(list->items, list->count, sizeof *list->items, compare_texts);
    for (size_t i = 0; i < list->count; i++) {
        buffer_append(out, between, i == 0 ? 0 : strlen(between));
        buffer_append_view(out, list->items[i]);
    }
    return ST_OK;
}

static string_view text_of(const json_t *value)
{
    return (string_view){json_string_value(value), json_string_length(value)};
}

// A number as Python's str() writes it (float.__repr__: the shortest that reads back, an exponent
// from 1e16 on and below 1e-4).
static void write_number(const json_t *value, struct buffer *out)
{
    if (json_is_integer(value)) {
        buffer_append_int(out, (int64_t)json_integer_value(value));
        return;
    }
    double number = json_real_value(value);
    char text[40];
    int digits = 1;
    for (; digits < 17; digits++) {
        (void)snprintf(text, sizeof text, "%.*e", digits - 1, number);
        if (strtod(text, NULL) == number) {
            break;
        }
    }
    (void)snprintf(text, sizeof text, "%.*e", digits - 1, number);
    long exponent = strtol(strchr(text, 'e') + 1, NULL, 10);
    if (exponent >= 16 || exponent < -4) {
        char *mark = strchr(text, 'e');
        buffer_append(out, text, (size_t)(mark - text));
        buffer_print(out, "e%c%02ld", exponent < 0 ? '-' : '+', labs(exponent));
        return;
    }
    int decimals = MAX(digits - 1 - (int)exponent, 1);
    buffer_print(out, "%.*f", decimals, number);
}

static status write_fields(struct arena *arena, const json_t *term, struct buffer *out,
                           struct error *e)
{
    const json_t *fields = json_object_get(term, "fields");
    struct texts list = {.count = json_array_size(fields)};
    list.items = arena_array(arena, string_view, list.count + 1);
    for (size_t i = 0; list.items != NULL && i < list.count; i++) {
        list.items[i] = text_of(json_array_get(fields, i));
    }
    return join(&list, ",", out, e);
}

static void write_bound(const json_t *term, const char *name, const char *inclusive, char sign,
                        struct buffer *out)
{
    const json_t *bound = json_object_get(term, name);
    if (bound != NULL) {
        buffer_append_byte(out, sign);
        buffer_append(out, "=", json_is_false(json_object_get(term, inclusive)) ? 0 : 1);
        write_number(bound, out);
    }
}

static void write_ring(const json_t *ring, struct buffer *out)
{
    for (size_t i = 0; i < json_array_size(ring); i++) {
        const json_t *position = json_array_get(ring, i);
        buffer_append(out, ",", i == 0 ? 0 : 1);
        buffer_append_byte(out, '[');
        write_number(json_array_get(position, 1), out);
        buffer_append_byte(out, ',');
        write_number(json_array_get(position, 0), out);
        buffer_append_byte(out, ']');
    }
}

// Holes: '/' and Python's text of a sorted list of strings.
static status write_holes(struct arena *arena, const json_t *polygon, struct buffer *out,
                          struct error *e)
{
    struct texts list = {.count = json_array_size(polygon) - 1};
    list.items = arena_array(arena, string_view, list.count);
    struct buffer ring;
    buffer_init(&ring, 64 * QUERY_LIMIT_BYTES);
    bool whole = list.items != NULL;
    for (size_t i = 0; whole && i < list.count; i++) {
        buffer_clear(&ring);
        write_ring(json_array_get(polygon, i + 1), &ring);
        list.items[i] = arena_copy(arena, buffer_view(&ring));
        whole = list.items[i].bytes != NULL;
    }
    buffer_release(&ring);
    if (!whole) {
        return query_no_memory(e);
    }
    buffer_append_view(out, SV("/['"));
    TRY(join(&list, "', '", out, e));
    buffer_append_view(out, SV("']"));
    return ST_OK;
}

static status write_area(struct arena *arena, const json_t *area, struct buffer *out,
                         struct error *e)
{
    for (size_t i = 0; i < json_array_size(area); i++) {
        const json_t *polygon = json_array_get(area, i);
        buffer_append(out, ";", i == 0 ? 0 : 1);
        write_ring(json_array_get(polygon, 0), out);
        if (json_array_size(polygon) > 1) {
            TRY(write_holes(arena, polygon, out, e));
        }
    }
    return ST_OK;
}

static void write_geo_point(const json_t *term, struct buffer *out)
{
    const json_t *radius = json_object_get(term, "radius");
    const json_t *unit = json_object_get(term, "radius_unit");
    if (radius == NULL) {
        buffer_append_byte(out, '0');
    } else {
        write_number(radius, out);
    }
    buffer_append_view(out, unit == NULL ? SV("m") : text_of(unit));
    buffer_append_byte(out, ';');
    write_number(json_object_get(term, "latitude"), out);
    buffer_append_byte(out, ';');
    write_number(json_object_get(term, "longitude"), out);
}

static status write_term(struct arena *arena, const char *name, json_t *term, struct buffer *out,
                         struct error *e)
{
    if (strcmp(name, "exists") == 0 && json_object_get(term, "geo_field") != NULL) {
        buffer_append_view(out, SV("geo_exists"));
        return ST_OK;
    }
    buffer_print(out, "%s:", name);
    if (strcmp(name, "geo_custom_area") == 0) {
        return write_area(arena, term, out, e);
    }
    if (strcmp(name, "geo_point") == 0) {
        write_geo_point(term, out);
        return ST_OK;
    }
    if (strcmp(name, "geo_named_area") == 0) {
        void *only = json_object_iter(term);
        buffer_print(out, "%s;", json_object_iter_key(only));
        buffer_append_view(out, text_of(json_object_iter_value(only)));
        return ST_OK;
    }
    TRY(write_fields(arena, term, out, e));
    const json_t *value = json_object_get(term, "value");
    if (strcmp(name, "exists") != 0) {
        buffer_append_byte(out, ';');
    }
    if (json_is_string(value)) {
        buffer_append_view(out, text_of(value));
    } else if (value != NULL) {
        write_number(value, out);
    }
    write_bound(term, "less_than", "less_than_inclusive", '<', out);
    write_bound(term, "greater_than", "greater_than_inclusive", '>', out);
    return ST_OK;
}

static bool is_group_name(const char *name)
{
    return strcmp(name, "and") == 0 || strcmp(name, "or") == 0 || strcmp(name, "not") == 0;
}

static status write_member(struct arena *arena, json_t *member, size_t depth, struct buffer *out,
                           struct error *e);

static status write_group(struct arena *arena, const char *name, const json_t *list, size_t depth,
                          struct buffer *out, struct error *e)
{
    struct texts members = {.items = arena_array(arena, string_view, json_array_size(list) + 1)};
    struct buffer text;
    buffer_init(&text, 64 * QUERY_LIMIT_BYTES);
    status result = members.items == NULL ? query_no_memory(e) : ST_OK;
    for (size_t i = 0; result == ST_OK && i < json_array_size(list); i++) {
        buffer_clear(&text);
        result = write_member(arena, json_array_get(list, i), depth + 1, &text, e);
        if (result == ST_OK && text.length > 0) {
            string_view copy = arena_copy(arena, buffer_view(&text));
            // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): result would not be ST_OK
            members.items[members.count++] = copy;
            result = copy.bytes == NULL ? query_no_memory(e) : ST_OK;
        }
    }
    buffer_release(&text);
    TRY(result);
    bool lone = strcmp(name, "or") == 0 && json_array_size(list) == 1;
    buffer_print(out, "%s:[", lone ? "and" : name);
    TRY(join(&members, "|", out, e));
    buffer_append_byte(out, ']');
    return ST_OK;
}

// Writes nothing for an empty group.
static status write_member(struct arena *arena, json_t *member, size_t depth, struct buffer *out,
                           struct error *e)
{
    void *only = json_object_iter(member);
    const char *name = json_object_iter_key(only);
    json_t *value = json_object_iter_value(only);
    if (!is_group_name(name)) {
        return write_term(arena, name, value, out, e);
    }
    if (json_array_size(value) == 0 || depth > QUERY_TREE_DEPTH) {
        return ST_OK;
    }
    return write_group(arena, name, value, depth, out, e);
}

static bool has_own_terms(json_t *member, size_t depth)
{
    void *only = json_object_iter(member);
    const char *name = json_object_iter_key(only);
    if (!query_term_is_museums(name)) {
        return true;
    }
    if (strcmp(name, "geo_named_area") == 0) {
        const char *category = json_object_iter_key(json_object_iter(json_object_iter_value(only)));
        return strcmp(category, "country") != 0 && strcmp(category, "marine") != 0 &&
               strcmp(category, "geography") != 0;
    }
    const json_t *value = json_object_iter_value(only);
    for (size_t i = 0;
         is_group_name(name) && depth <= QUERY_TREE_DEPTH && i < json_array_size(value); i++) {
        if (has_own_terms(json_array_get(value, i), depth + 1)) {
            return true;
        }
    }
    return false;
}

static status hash_text(string_view text, char out[41], struct error *e)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    if (EVP_Digest(text.bytes == NULL ? "" : text.bytes, text.length, digest, &length, EVP_sha1(),
                   NULL) != 1 ||
        length != 20) {
        return error_set(e, ST_INTERNAL, "the museum's hash (SHA-1) cannot be made here");
    }
    for (size_t i = 0; i < 20; i++) {
        (void)snprintf(out + 2 * i, 3, "%02x", digest[i]);
    }
    return ST_OK;
}

static status hash_root(struct arena *arena, json_t *root, char out[41], struct error *e)
{
    json_t *filters = json_object_get(root, "filters");
    if (filters != NULL && has_own_terms(filters, 0)) {
        return error_set(e, ST_INVALID,
                         "the museum's hash is only of queries of schema v1.0.0, without the terms "
                         "that Vitrine adds to it");
    }
    struct buffer text;
    buffer_init(&text, 64 * QUERY_LIMIT_BYTES);
    const json_t *search = json_object_get(root, "search");
    if (search != NULL) {
        buffer_append_view(&text, SV("search:"));
        buffer_append_view(&text, text_of(search));
    }
    struct buffer group;
    buffer_init(&group, 64 * QUERY_LIMIT_BYTES);
    status result = filters == NULL ? ST_OK : write_member(arena, filters, 0, &group, e);
    if (result == ST_OK && group.length > 0) {
        buffer_append_view(&text, SV("filters:"));
        buffer_append_view(&text, buffer_view(&group));
    }
    result = result != ST_OK ? result : buffer_check(&text, "the query's text", e);
    result = result != ST_OK ? result : hash_text(buffer_view(&text), out, e);
    buffer_release(&group);
    buffer_release(&text);
    return result;
}

status query_museum_hash(string_view json, char out[41], struct error *e)
{
    struct arena arena;
    arena_init(&arena, 1024 * QUERY_LIMIT_BYTES);
    const struct query *checked = NULL;
    json_t *root = NULL;
    status result = query_from_json(&arena, json, &checked, e);
    if (result == ST_OK) {
        result = query_json_load(sv_trim(json).length == 0 ? SV("{}") : json, 0, &root, e);
    }
    if (result == ST_OK) {
        result = hash_root(&arena, root, out, e);
    }
    json_decref(root);
    arena_release(&arena);
    return result;
}

// The list as Python's repr() writes one of strings without quotes in them.
status query_museum_slug_hash(string_view query_hash, string_view schema, string_view version,
                              const string_view *resources, size_t count, char out[41],
                              struct error *e)
{
    struct arena arena;
    struct buffer text;
    arena_init(&arena, 0);
    buffer_init(&text, QUERY_LIMIT_BYTES);
    struct texts list = {.items = arena_array(&arena, string_view, count + 1), .count = count};
    for (size_t i = 0; list.items != NULL && i < count; i++) {
        list.items[i] = resources[i];
    }
    buffer_print(&text, SV_FORMAT "|" SV_FORMAT "|" SV_FORMAT "|[%s", SV_ARGUMENT(query_hash),
                 SV_ARGUMENT(schema), SV_ARGUMENT(version.length == 0 ? SV("None") : version),
                 count == 0 ? "" : "'");
    status result = join(&list, "', '", &text, e);
    buffer_append_view(&text, count == 0 ? SV("]") : SV("']"));
    result = result != ST_OK ? result : buffer_check(&text, "a saved search's text", e);
    result = result != ST_OK ? result : hash_text(buffer_view(&text), out, e);
    buffer_release(&text);
    arena_release(&arena);
    return result;
}
