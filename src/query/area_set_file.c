// SPDX-License-Identifier: Apache-2.0
// Reads and writes sets of named areas.
// Must not know: which sets there are.
#include "query/area_set_file.h"

#include "base/file.h"
#include "base/fold.h"
#include "base/hash.h"
#include "formats/json_write.h"
#include "query/area_sets.h"
#include "query/query_json_reader.h"
#include "query/query_tree.h"

#include <stdlib.h>
#include <string.h>

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the areas");
}

// --- reading ---------------------------------------------------------------------------------

static const char *name_in(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

// Named as it lies in the data folder, as store/log is.
static status damaged(const char *path, const char *what, struct error *e)
{
    return error_set(e, ST_CORRUPT,
                     "areas/%s: %s; import the set again, or bring the file back from a backup",
                     name_in(path), what);
}

// The bytes are those that the file's name was made of.
static status check_name(string_view text, const char *path, struct error *e)
{
    const char *mark = strchr(name_in(path), AREA_FILE_MARK);
    struct sha256 hash;
    char hex[65];
    if (mark == NULL) {
        return ST_OK;
    }
    sha256_of(text.bytes == NULL ? "" : text.bytes, text.length, &hash);
    sha256_to_hex(&hash, hex);
    hex[AREA_FILE_DIGITS] = '\0';
    return sv_starts_with(sv_from(mark + 1), sv_from(hex))
               ? ST_OK
               : damaged(path, "its bytes are not those that its name was made of", e);
}

static status copy_member(struct area_set_file *f, json_t *head, const char *name, string_view *out,
                          struct error *e)
{
    const char *text = json_string_value(json_object_get(head, name));
    *out = arena_copy(&f->arena, text == NULL ? SV("") : sv_from(text));
    return out->bytes == NULL ? no_memory(e) : ST_OK;
}

static status check_head(struct area_set_file *f, json_t *head, string_view body, const char *path,
                         struct error *e)
{
    struct sha256 hash;
    struct sha256 told;
    sha256_of(body.bytes == NULL ? "" : body.bytes, body.length, &hash);
    const char *text = json_string_value(json_object_get(head, "sha256"));
    if (json_integer_value(json_object_get(head, "vitrineAreas")) != 1) {
        return damaged(path, "is no set of areas of format 1", e);
    }
    if (text == NULL || !sha256_from_hex(sv_from(text), &told) ||
        memcmp(&hash, &told, sizeof hash) != 0) {
        return damaged(path, "its bytes are not those that were written", e);
    }
    f->count = (size_t)json_integer_value(json_object_get(head, "areas"));
    TRY(copy_member(f, head, "name", &f->name, e));
    TRY(copy_member(f, head, "category", &f->category, e));
    return copy_member(f, head, "source", &f->source, e);
}

// {"name":"...","polygons":...}: the name is read up to its closing quote.
static status read_name(struct area_set_file *f, string_view line, struct area_line *out,
                        const char *path, struct error *e)
{
    static const char start[] = "{\"name\":";
    size_t at = sizeof start; // behind the opening quote
    while (at < line.length && line.bytes[at] != '"') {
        at += line.bytes[at] == '\\' ? 2 : 1;
    }
    if (!sv_starts_with(line, sv_from(start)) || at >= line.length) {
        return damaged(path, "a line has no name", e);
    }
    json_t *name =
        json_loadb(line.bytes + sizeof start - 1, at + 2 - sizeof start, JSON_DECODE_ANY, NULL);
    if (!json_is_string(name)) {
        json_decref(name);
        return damaged(path, "a line has no name", e);
    }
    struct buffer folded;
    buffer_init(&folded, (size_t)1 << 20);
    out->line = line;
    out->name = arena_copy(&f->arena, sv_from(json_string_value(name)));
    fold_case(out->name, &folded);
    out->folded = arena_copy(&f->arena, buffer_view(&folded));
    bool whole = !folded.failed && out->name.bytes != NULL && out->folded.bytes != NULL;
    buffer_release(&folded);
    json_decref(name);
    return whole ? ST_OK : no_memory(e);
}

static status read_lines(struct area_set_file *f, string_view body, const char *path,
                         struct error *e)
{
    struct area_line *areas = arena_array(&f->arena, struct area_line, f->count + 1);
    if (areas == NULL) {
        return no_memory(e);
    }
    string_view line;
    size_t count = 0;
    while (body.length > 0 && sv_split(&body, '\n', &line)) {
        if (count == f->count) {
            return damaged(path, "has more lines than it tells", e);
        }
        TRY(read_name(f, line, &areas[count++], path, e));
    }
    f->areas = areas;
    return count == f->count ? ST_OK : damaged(path, "has fewer lines than it tells", e);
}

static status read_file(struct area_set_file *f, const char *path, struct error *e)
{
    if (!file_exists(path)) {
        return damaged(path, "is missing", e);
    }
    TRY(file_map(path, &f->map, e));
    f->text = (string_view){(const char *)f->map.bytes, f->map.length};
    TRY(check_name(f->text, path, e));
    string_view body = f->text;
    string_view first;
    if (!sv_split(&body, '\n', &first)) {
        return damaged(path, "is empty", e);
    }
    json_t *head = json_loadb(first.bytes, first.length, 0, NULL);
    status result = json_is_object(head) ? check_head(f, head, body, path, e)
                                         : damaged(path, "its first line is no JSON object", e);
    json_decref(head);
    TRY(result);
    return f->count <= AREA_SET_AREAS ? read_lines(f, body, path, e)
                                      : damaged(path, "tells of too many areas", e);
}

status area_set_file_open(const char *path, struct area_set_file **out, struct error *e)
{
    struct area_set_file *f = calloc(1, sizeof *f);
    if (f == NULL) {
        return no_memory(e);
    }
    arena_init(&f->arena, 0);
    f->file = arena_copy(&f->arena, sv_from(name_in(path)));
    status result = f->file.bytes == NULL ? no_memory(e) : read_file(f, path, e);
    if (result != ST_OK) {
        area_set_file_close(f);
        return result;
    }
    *out = f;
    return ST_OK;
}

void area_set_file_close(struct area_set_file *f)
{
    if (f != NULL) {
        file_unmap(&f->map);
        arena_release(&f->arena);
        free(f);
    }
}

static int compare_line(const void *key, const void *line)
{
    return sv_compare(*(const string_view *)key, ((const struct area_line *)line)->folded);
}

const struct area_line *area_set_file_find(const struct area_set_file *f, string_view folded)
{
    return f->count == 0 ? NULL
                         : bsearch(&folded, f->areas, f->count, sizeof *f->areas, compare_line);
}

status area_line_polygons(const struct area_line *line, struct arena *arena,
                          const struct query_polygon **out, size_t *count, struct error *e)
{
    json_t *root = json_loadb(line->line.bytes, line->line.length, JSON_DECODE_INT_AS_REAL, NULL);
    struct query_reader r = {.arena = arena, .e = e};
    struct query area = {.kind = QUERY_GEO_CUSTOM_AREA};
    buffer_init(&r.pointer, QUERY_LIMIT_BYTES);
    status result = read_geo_custom_area(&r, json_object_get(root, "polygons"), &area);
    buffer_release(&r.pointer);
    json_decref(root);
    if (result == ST_OK) {
        *out = area.polygons;
        *count = area.polygon_count;
    }
    return result;
}

// --- writing ---------------------------------------------------------------------------------

static int compare_areas(const void *a, const void *b)
{
    return sv_compare((*(const struct area_to_write *const *)a)->folded,
                      (*(const struct area_to_write *const *)b)->folded);
}

static void write_member(const char *name, string_view text, struct buffer *out)
{
    json_write_name(out, sv_from(name));
    json_write_string(out, text);
}

static status write_body(const struct area_to_write *areas, size_t count, struct buffer *out,
                         struct error *e)
{
    const struct area_to_write **sorted =
        (const struct area_to_write **)calloc(count + 1, sizeof *sorted);
    if (sorted == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        sorted[i] = &areas[i];
    }
    qsort((void *)sorted, count, sizeof *sorted, compare_areas);
    for (size_t i = 0; i < count; i++) {
        buffer_append_byte(out, '{');
        write_member("name", sorted[i]->name, out);
        json_write_name(out, SV("polygons"));
        query_print_polygons(sorted[i]->polygons, sorted[i]->count, out);
        buffer_append(out, "}\n", 2);
    }
    free((void *)sorted);
    return buffer_check(out, "the areas", e);
}

status area_set_file_print(string_view name, string_view category, string_view source,
                           const struct area_to_write *areas, size_t count, struct buffer *out,
                           struct error *e)
{
    struct buffer body;
    struct sha256 hash;
    char hex[65];
    buffer_init(&body, 2 * AREA_SET_BYTES);
    status result = write_body(areas, count, &body, e);
    if (result == ST_OK) {
        sha256_of(body.bytes == NULL ? "" : body.bytes, body.length, &hash);
        sha256_to_hex(&hash, hex);
        buffer_print(out, "{\"areas\":%zu", count);
        write_member("category", category, out);
        write_member("name", name, out);
        buffer_print(out, ",\"sha256\":\"%s\"", hex);
        write_member("source", source, out);
        buffer_append_view(out, SV(",\"vitrineAreas\":1}\n"));
        buffer_append_view(out, buffer_view(&body));
        result = buffer_check(out, "the areas", e);
    }
    buffer_release(&body);
    return result;
}
