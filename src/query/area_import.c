// SPDX-License-Identifier: Apache-2.0
// Brings a GeoJSON file of areas in as a set.
// Must not know: how sets are looked up.
#include "query/area_sets.h"

#include "base/array.h"
#include "base/file.h"
#include "base/fold.h"
#include "query/area_set_file.h"
#include "query/polygon_check.h"
#include "query/query_json_reader.h"
#include "query/query_tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct importing {
    const struct area_import *import;
    struct arena arena;
    struct area_to_write *areas; // owned
    size_t count;
    size_t capacity;
    struct area_import_result result;
    void (*tell)(void *argument, const char *sentence);
    void *argument;
    struct error *e;
};

// A feature's name: a text or a number of its properties; NULL where there is none.
static const char *name_of(struct importing *m, json_t *feature)
{
    static const char *const usual[] = {"name", "NAME", "Name"};
    json_t *properties = json_object_get(feature, "properties");
    string_view own = m->import->name_field;
    for (size_t i = 0; i < ARRAY_LENGTH(usual); i++) {
        json_t *value = own.length > 0 ? json_object_getn(properties, own.bytes, own.length)
                                       : json_object_get(properties, usual[i]);
        const char *text = json_string_value(value);
        if (text != NULL && sv_trim(sv_from(text)).length > 0) {
            return text;
        }
        if (json_is_integer(value)) {
            string_view number =
                arena_print(&m->arena, "%lld", (long long)json_integer_value(value));
            return number.bytes;
        }
    }
    return NULL;
}

// Adds polygons to the area of that name, or makes it.
static status keep_area(struct importing *m, string_view name, const struct query_polygon *polygons,
                        size_t count)
{
    if (!ARRAY_RESERVE(m->areas, m->capacity, m->count, AREA_SET_AREAS + 1)) {
        return m->count > AREA_SET_AREAS
                   ? error_set(m->e, ST_BAD_DATA, "the file has more than %zu areas",
                               AREA_SET_AREAS)
                   : query_no_memory(m->e);
    }
    struct buffer folded;
    buffer_init(&folded, (size_t)1 << 20);
    fold_case(name, &folded);
    m->areas[m->count] = (struct area_to_write){
        arena_copy(&m->arena, name), arena_copy(&m->arena, buffer_view(&folded)), polygons, count};
    bool whole = !folded.failed && m->areas[m->count].name.bytes != NULL &&
                 m->areas[m->count].folded.bytes != NULL;
    buffer_release(&folded);
    m->count++;
    return whole ? ST_OK : query_no_memory(m->e);
}

static status read_shape(struct importing *m, json_t *feature, const struct query_polygon **out,
                         size_t *count, struct error *e)
{
    struct query_reader r = {.arena = &m->arena, .e = e};
    buffer_init(&r.pointer, QUERY_LIMIT_BYTES);
    status result = read_geojson_polygons(&r, json_object_get(feature, "geometry"), out, count);
    buffer_release(&r.pointer);
    if (result == ST_OK) {
        result = polygons_check(*out, *count, e);
    }
    return result;
}

static status take_feature(struct importing *m, json_t *feature, size_t number)
{
    const struct query_polygon *polygons = NULL;
    size_t count = 0;
    struct error trouble = {0};
    const char *name = name_of(m, feature);
    status result = name == NULL
                        ? error_set(&trouble, ST_INVALID, "has no name among its properties")
                        : read_shape(m, feature, &polygons, &count, &trouble);
    if (result == ST_OK) {
        for (size_t i = 0; i < count; i++) {
            for (size_t k = 0; k < polygons[i].count; k++) {
                m->result.positions += polygons[i].rings[k].count;
            }
        }
        return keep_area(m, sv_trim(sv_from(name)), polygons, count);
    }
    if (result != ST_INVALID) {
        return error_set(m->e, result, "%s", trouble.message);
    }
    char sentence[ERROR_MESSAGE_SIZE];
    (void)snprintf(sentence, sizeof sentence, "feature %zu%s%.60s%s: %.300s", number + 1,
                   name == NULL ? "" : " (", name == NULL ? "" : name, name == NULL ? "" : ")",
                   trouble.message);
    if (!m->import->skip_broken) {
        return error_set(m->e, ST_BAD_DATA, "%s", sentence);
    }
    m->result.skipped++;
    if (m->tell != NULL) {
        m->tell(m->argument, sentence);
    }
    return ST_OK;
}

static int compare_areas(const void *a, const void *b)
{
    return sv_compare(((const struct area_to_write *)a)->folded,
                      ((const struct area_to_write *)b)->folded);
}

// Areas of one name become one.
static status join_areas(struct importing *m)
{
    size_t kept = 0;
    qsort(m->areas, m->count, sizeof *m->areas, compare_areas);
    for (size_t i = 0; i < m->count;) {
        size_t end = i;
        size_t total = 0;
        while (end < m->count && sv_equal(m->areas[i].folded, m->areas[end].folded)) {
            total += m->areas[end++].count;
        }
        struct query_polygon *all = arena_array(&m->arena, struct query_polygon, total);
        if (all == NULL) {
            return query_no_memory(m->e);
        }
        size_t at = 0;
        for (size_t k = i; k < end; k++) {
            memcpy(all + at, m->areas[k].polygons, m->areas[k].count * sizeof *all);
            at += m->areas[k].count;
        }
        m->areas[kept] = m->areas[i];
        m->areas[kept].polygons = all;
        m->areas[kept++].count = total;
        i = end;
    }
    m->count = kept;
    m->result.areas = kept;
    return ST_OK;
}

static status take_features(struct importing *m, json_t *root)
{
    json_t *features = json_object_get(root, "features");
    const char *type = json_string_value(json_object_get(root, "type"));
    if (type != NULL && strcmp(type, "Feature") == 0) {
        TRY(take_feature(m, root, 0));
    } else if (!json_is_array(features)) {
        return error_set(m->e, ST_BAD_DATA, "the file is no GeoJSON FeatureCollection or Feature");
    }
    for (size_t i = 0; i < json_array_size(features); i++) {
        TRY(take_feature(m, json_array_get(features, i), i));
    }
    if (m->count == 0) {
        return error_set(m->e, ST_BAD_DATA, "the file has no area");
    }
    return join_areas(m);
}

static status import_root(struct importing *m, json_t *root)
{
    struct buffer text;
    string_view category = m->import->category.length > 0 ? m->import->category : m->import->name;
    if (sv_equal(category, SV("country"))) {
        return error_set_field(m->e, ST_INVALID, "category",
                               "countries ship with Vitrine; a set is of the category marine, "
                               "geography or its own name");
    }
    if (!sv_equal(category, SV("marine")) && !sv_equal(category, SV("geography")) &&
        !sv_equal(category, m->import->name)) {
        return error_set_field(m->e, ST_INVALID, "category",
                               "a category is marine, geography or the set's own name");
    }
    TRY(take_features(m, root));
    buffer_init(&text, 2 * AREA_SET_BYTES);
    status result = area_set_file_print(m->import->name, category, m->import->source, m->areas,
                                        m->count, &text, m->e);
    if (result == ST_OK) {
        result = area_sets_keep(m->import->name, buffer_view(&text), m->result.file,
                                &m->result.written, m->e);
    }
    buffer_release(&text);
    return result;
}

status area_sets_import(string_view geojson, const struct area_import *import,
                        void (*tell)(void *argument, const char *sentence), void *argument,
                        struct area_import_result *out, struct error *e)
{
    json_error_t trouble;
    if (geojson.length > AREA_SET_BYTES) {
        return error_set(e, ST_TOO_LARGE, "the file has %zu bytes, at most %zu", geojson.length,
                         AREA_SET_BYTES);
    }
    json_t *root =
        json_loadb(geojson.length == 0 ? "" : geojson.bytes, geojson.length, 0, &trouble);
    if (root == NULL) {
        return error_set(e, ST_BAD_DATA, "the file is not valid JSON at line %d, column %d: %s",
                         trouble.line, trouble.column, trouble.text);
    }
    struct importing m = {.import = import, .tell = tell, .argument = argument, .e = e};
    arena_init(&m.arena, 0);
    status result = import_root(&m, root);
    arena_release(&m.arena);
    free(m.areas);
    json_decref(root);
    if (result == ST_OK) {
        *out = m.result;
    }
    return result;
}
