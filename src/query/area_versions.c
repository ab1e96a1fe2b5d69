// SPDX-License-Identifier: Apache-2.0
// Reads what commits tell of sets of areas.
#include "query/area_versions.h"

#include "formats/document.h"
#include "formats/json_write.h"
#include "query/query_tree.h"

#include "base/array.h"

#include <jansson.h>
#include <stdlib.h>

static string_view text_member(const json_t *object, const char *name, struct arena *arena)
{
    const json_t *member = json_object_get(object, name);
    return !json_is_string(member) ? SV("")
                                   : arena_copy(arena, (string_view){json_string_value(member),
                                                                     json_string_length(member)});
}

static status read_version(struct snapshot *s, const struct record_version *row,
                           struct arena *arena, struct area_set_version *out, struct error *e)
{
    struct buffer text;
    buffer_init(&text, LIMIT_RECORD_BYTES * 4);
    status result = snapshot_write_record(s, row, false, &text, e);
    json_t *root = result == ST_OK ? json_loadb(text.bytes, text.length, 0, NULL) : NULL;
    buffer_release(&text);
    TRY(result);
    *out = (struct area_set_version){
        .name = text_member(root, "name", arena),
        .category = text_member(root, "category", arena),
        .source = text_member(root, "source", arena),
        .file = text_member(root, "file", arena),
        .areas = (size_t)json_integer_value(json_object_get(root, "areas")),
        .from = row->from,
        .until = row->until,
    };
    json_decref(root);
    return ST_OK;
}

status area_versions_read(struct snapshot *s, string_view set, struct arena *arena,
                          const struct area_set_version **out, size_t *count, struct error *e)
{
    struct record_version *rows = NULL;
    size_t found = 0;
    string_view key = arena_print(arena, AREA_SET_KEY SV_FORMAT, SV_ARGUMENT(set));
    if (key.bytes == NULL) {
        return query_no_memory(e);
    }
    TRY(snapshot_versions(s, &scope_metadata, &metadata_table, key, arena, &rows, &found, e));
    struct area_set_version *list = arena_array(arena, struct area_set_version, found);
    if (list == NULL) {
        return query_no_memory(e);
    }
    for (size_t i = 0; i < found; i++) {
        TRY(read_version(s, &rows[i], arena, &list[i], e));
    }
    *out = list;
    *count = found;
    return ST_OK;
}

// --- which sets there are ----------------------------------------------------------------------

struct set_names {
    struct arena *arena;
    string_view *list; // owned
    size_t count;
    size_t capacity;
};

// The name that a key of the metadata table tells of, once for its versions, which lie together.
static status add_name(struct set_names *names, string_view key, struct error *e)
{
    string_view name = sv_slice(key, sizeof AREA_SET_KEY - 1, SIZE_MAX);
    if (names->count > 0 && sv_equal(names->list[names->count - 1], name)) {
        return ST_OK;
    }
    if (!ARRAY_RESERVE(names->list, names->capacity, names->count, (size_t)1 << 24)) {
        return query_no_memory(e);
    }
    names->list[names->count] = arena_copy(names->arena, name);
    return names->list[names->count++].bytes == NULL ? query_no_memory(e) : ST_OK;
}

static status add_names_of(struct set_names *names, struct segment *segment,
                           const struct segment_table *table, struct error *e)
{
    uint32_t row = 0;
    bool equal = false;
    struct buffer scratch;
    TRY(segment_find_key(segment, table, SV(AREA_SET_KEY), &row, &equal, e));
    buffer_init(&scratch, LIMIT_KEY_BYTES * 2);
    status result = ST_OK;
    for (bool more = true; result == ST_OK && more && row < table->first_row + table->rows; row++) {
        string_view key = {0};
        result = segment_key(segment, row, &scratch, &key, e);
        more = result == ST_OK && sv_starts_with(key, SV(AREA_SET_KEY));
        result = more ? add_name(names, key, e) : result;
    }
    buffer_release(&scratch);
    return result;
}

static status add_segment(struct set_names *names, struct segment *segment, struct error *e)
{
    const struct segment_table *tables = NULL;
    size_t count = 0;
    TRY(segment_tables(segment, &tables, &count, e));
    for (size_t i = 0; i < count; i++) {
        if (uuid_compare(&tables[i].table, &metadata_table) == 0) {
            return add_names_of(names, segment, &tables[i], e);
        }
    }
    return ST_OK;
}

static int compare_names(const void *a, const void *b)
{
    return sv_compare(*(const string_view *)a, *(const string_view *)b);
}

// Into the arena, in order, each once.
static status keep_names(struct set_names *names, const string_view **out, size_t *count,
                         struct error *e)
{
    string_view *kept = arena_array(names->arena, string_view, names->count + 1);
    if (kept == NULL) {
        return query_no_memory(e);
    }
    if (names->count > 1) {
        qsort(names->list, names->count, sizeof *names->list, compare_names);
    }
    *count = 0;
    for (size_t i = 0; i < names->count; i++) {
        if (*count == 0 || !sv_equal(kept[*count - 1], names->list[i])) {
            kept[(*count)++] = names->list[i];
        }
    }
    *out = kept;
    return ST_OK;
}

status area_versions_sets(struct snapshot *s, struct arena *arena, const string_view **out,
                          size_t *count, struct error *e)
{
    struct set_names names = {.arena = arena};
    status result = ST_OK;
    for (size_t i = 0; result == ST_OK && i < snapshot_segments(s); i++) {
        result = add_segment(&names, snapshot_segment(s, i), e);
    }
    if (result == ST_OK) {
        result = keep_names(&names, out, count, e);
    }
    free(names.list);
    return result;
}

// --- versions --------------------------------------------------------------------------------

string_view area_versions_file(const struct area_set_version *versions, size_t count,
                               uint32_t commit, string_view before)
{
    if (count == 0) {
        return before;
    }
    if (commit < versions[0].from) {
        return before.length > 0 ? before : versions[0].file;
    }
    for (size_t i = 0; i < count; i++) {
        if (versions[i].from <= commit && commit < versions[i].until) {
            return versions[i].file;
        }
    }
    return SV("");
}

static void print_member(struct buffer *out, const char *name, string_view text)
{
    json_write_name(out, sv_from(name));
    json_write_string(out, text);
}

void area_version_print(const struct area_set_version *v, struct buffer *out)
{
    buffer_print(out, "{\"areas\":%zu", v->areas);
    print_member(out, "category", v->category);
    print_member(out, "file", v->file);
    print_member(out, "name", v->name);
    print_member(out, "source", v->source);
    buffer_append_byte(out, '}');
}
