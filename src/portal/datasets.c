// SPDX-License-Identifier: Apache-2.0
// Reading datasets from the metadata table.
#include "portal/datasets.h"

#include "base/fold.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define RECORD_ROOM ((size_t)16 << 20)

struct reading {
    struct snapshot *snapshot;
    const struct scope *scope;
    uint32_t commit;
    struct arena *arena;
    struct dataset *datasets;
    size_t dataset_count;
    struct resource *resources;
    size_t resource_count;
    size_t room; // for each of the two
    struct buffer text;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory to read datasets");
}

static string_view member(struct reading *r, const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    if (!json_is_string(value)) {
        return SV("");
    }
    return arena_copy(r->arena, (string_view){json_string_value(value), json_string_length(value)});
}

static bool uuid_member(const json_t *object, const char *name, struct uuid *out)
{
    const json_t *value = json_object_get(object, name);
    return json_is_string(value) &&
           uuid_from_text((string_view){json_string_value(value), json_string_length(value)}, out);
}

static void read_dataset(struct reading *r, const json_t *object, string_view json,
                         const struct record_version *v)
{
    struct dataset *d = &r->datasets[r->dataset_count];
    if (!uuid_member(object, "uuid", &d->uuid)) {
        return;
    }
    d->slug = member(r, object, "slug");
    d->title = member(r, object, "title");
    d->category = member(r, object, "category");
    d->json = arena_copy(r->arena, json);
    d->modified = v->from;
    r->dataset_count++;
}

static void read_resource(struct reading *r, const json_t *object, string_view json)
{
    struct resource *resource = &r->resources[r->resource_count];
    if (!uuid_member(object, "uuid", &resource->uuid) ||
        !uuid_member(object, "dataset", &resource->dataset)) {
        return;
    }
    resource->slug = member(r, object, "slug");
    resource->title = member(r, object, "title");
    resource->kind = member(r, object, "kind");
    resource->is_table = sv_equal(member(r, object, "type"), SV("table"));
    resource->json = arena_copy(r->arena, json);
    r->resource_count++;
}

static status read_record(struct reading *r, string_view key, const struct record_version *v,
                          struct error *e)
{
    buffer_clear(&r->text);
    TRY(snapshot_write_record(r->snapshot, v, false, &r->text, e));
    json_t *object = json_loadb(r->text.bytes, r->text.length, JSON_ALLOW_NUL, NULL);
    if (object == NULL) {
        return error_set(e, ST_CORRUPT, "the metadata record '" SV_FORMAT "' is not JSON",
                         SV_ARGUMENT(key));
    }
    if (sv_starts_with(key, SV("dataset/"))) {
        read_dataset(r, object, buffer_view(&r->text), v);
    } else if (sv_starts_with(key, SV("resource/"))) {
        read_resource(r, object, buffer_view(&r->text));
    }
    json_decref(object);
    return ST_OK;
}

static status count_metadata(struct reading *r, struct error *e)
{
    struct table_walk *walk = NULL;
    TRY(table_walk_create(r->snapshot, &scope_metadata, &metadata_table, r->commit, &walk, e));
    status result = ST_OK;
    bool more = true;
    while (result == ST_OK && more) {
        string_view key = {0};
        struct record_version v;
        result = table_walk_next(walk, &key, &v, &more, e);
        r->room += more;
    }
    table_walk_destroy(walk);
    return result;
}

static status read_all(struct reading *r, struct error *e)
{
    struct table_walk *walk = NULL;
    TRY(count_metadata(r, e));
    r->datasets = arena_array(r->arena, struct dataset, r->room);
    r->resources = arena_array(r->arena, struct resource, r->room);
    if (r->datasets == NULL || r->resources == NULL) {
        return no_memory(e);
    }
    TRY(table_walk_create(r->snapshot, &scope_metadata, &metadata_table, r->commit, &walk, e));
    status result = ST_OK;
    bool more = true;
    while (result == ST_OK && more) {
        string_view key = {0};
        struct record_version v;
        result = table_walk_next(walk, &key, &v, &more, e);
        if (result == ST_OK && more) {
            result = read_record(r, key, &v, e);
        }
    }
    table_walk_destroy(walk);
    return result;
}

// --- counts and moments ----------------------------------------------------------------------

static int by_uuid(const void *a, const void *b)
{
    return uuid_compare(&((const struct resource *)a)->uuid, &((const struct resource *)b)->uuid);
}

static struct resource *find_resource(struct reading *r, const struct uuid *uuid)
{
    struct resource wanted = {.uuid = *uuid};
    return r->resource_count == 0
               ? NULL
               : bsearch(&wanted, r->resources, r->resource_count, sizeof *r->resources, by_uuid);
}

static status count_segment(struct reading *r, size_t index, struct error *e)
{
    const struct segment_table *tables = NULL;
    size_t count = 0;
    const struct bitset *visible = NULL;
    struct arena arena;
    arena_init(&arena, 0);
    status result = segment_tables(snapshot_segment(r->snapshot, index), &tables, &count, e);
    if (result == ST_OK) {
        result = snapshot_visible(r->snapshot, index, r->commit, &arena, &visible, e);
    }
    for (size_t i = 0; i < count && result == ST_OK; i++) {
        struct resource *resource = find_resource(r, &tables[i].table);
        if (resource != NULL && scope_allows(r->scope, &resource->uuid)) {
            resource->records += bitset_count_range(visible, tables[i].first_row,
                                                    (size_t)tables[i].first_row + tables[i].rows);
        }
    }
    arena_release(&arena);
    return result;
}

static int by_dataset_then_slug(const void *a, const void *b)
{
    const struct resource *x = a;
    const struct resource *y = b;
    int order = uuid_compare(&x->dataset, &y->dataset);
    return order != 0 ? order : sv_compare(x->slug, y->slug);
}

// The first table of a dataset has the dataset's own slug and comes first.
static void put_main_first(const struct dataset *d, struct resource *resources, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        if (sv_equal(resources[i].slug, d->slug)) {
            struct resource main = resources[i];
            memmove(resources + 1, resources, i * sizeof *resources);
            resources[0] = main;
        }
    }
}

static void attach_resources(struct reading *r)
{
    qsort(r->resources, r->resource_count, sizeof *r->resources, by_dataset_then_slug);
    for (size_t i = 0; i < r->dataset_count; i++) {
        struct dataset *d = &r->datasets[i];
        size_t first = 0;
        while (first < r->resource_count &&
               uuid_compare(&r->resources[first].dataset, &d->uuid) != 0) {
            first++;
        }
        size_t end = first;
        while (end < r->resource_count && uuid_compare(&r->resources[end].dataset, &d->uuid) == 0) {
            d->records += r->resources[end].records;
            end++;
        }
        put_main_first(d, r->resources + first, end - first);
        d->resources = r->resources + first;
        d->resource_count = end - first;
    }
}

static bool touches(const struct commit *c, const struct dataset *d)
{
    for (size_t i = 0; i < c->count_tables; i++) {
        for (size_t j = 0; j < d->resource_count; j++) {
            if (uuid_compare(&c->counts[i].table, &d->resources[j].uuid) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void find_modified(struct reading *r)
{
    for (size_t i = 0; i < r->dataset_count; i++) {
        struct dataset *d = &r->datasets[i];
        for (uint32_t n = r->commit; n > d->modified; n--) {
            if (touches(snapshot_commit(r->snapshot, n), d)) {
                d->modified = n;
            }
        }
        const struct commit *c = snapshot_commit(r->snapshot, d->modified);
        d->modified_at = c == NULL ? 0 : c->time;
    }
}

static int by_title(const void *a, const void *b)
{
    const struct dataset *x = a;
    const struct dataset *y = b;
    int order = fold_compare(x->title, y->title);
    return order != 0 ? order : uuid_compare(&x->uuid, &y->uuid);
}

status datasets_read(struct snapshot *s, const struct scope *scope, uint32_t commit,
                     struct arena *arena, const struct dataset **out, size_t *count,
                     struct error *e)
{
    struct reading r = {.snapshot = s, .scope = scope, .commit = commit, .arena = arena};
    buffer_init(&r.text, RECORD_ROOM);
    status result = read_all(&r, e);
    if (result == ST_OK) {
        qsort(r.resources, r.resource_count, sizeof *r.resources, by_uuid);
    }
    for (size_t i = 0; result == ST_OK && i < snapshot_segments(s); i++) {
        result = count_segment(&r, i, e);
    }
    buffer_release(&r.text);
    if (result != ST_OK) {
        return result;
    }
    attach_resources(&r);
    find_modified(&r);
    qsort(r.datasets, r.dataset_count, sizeof *r.datasets, by_title);
    *out = r.datasets;
    *count = r.dataset_count;
    return ST_OK;
}

const struct dataset *dataset_find(const struct dataset *datasets, size_t count, string_view slug)
{
    struct uuid uuid;
    bool by_id = uuid_from_text(slug, &uuid);
    for (size_t i = 0; i < count; i++) {
        if (sv_equal(datasets[i].slug, slug) ||
            (by_id && uuid_compare(&datasets[i].uuid, &uuid) == 0)) {
            return &datasets[i];
        }
    }
    return NULL;
}

status dataset_read(struct snapshot *s, const struct scope *scope, uint32_t commit,
                    string_view slug, struct arena *arena, struct dataset *out, struct error *e)
{
    const struct dataset *datasets = NULL;
    size_t count = 0;
    TRY(datasets_read(s, scope, commit, arena, &datasets, &count, e));
    const struct dataset *found = dataset_find(datasets, count, slug);
    if (found == NULL) {
        return error_set_field(e, ST_NOT_FOUND, "dataset", "there is no dataset '" SV_FORMAT "'",
                               SV_ARGUMENT(slug));
    }
    *out = *found;
    return ST_OK;
}

status portal_read(struct snapshot *s, uint32_t commit, struct arena *arena,
                   struct portal_facts *out, struct error *e)
{
    struct record_version v;
    struct buffer text;
    *out = (struct portal_facts){.name = SV("Vitrine"), .json = SV("{}")};
    status result =
        snapshot_record(s, &scope_metadata, &metadata_table, SV("portal"), commit, &v, NULL);
    if (result == ST_NOT_FOUND || result == ST_GONE) {
        return ST_OK;
    }
    if (result != ST_OK) {
        return error_set(e, result, "the portal's record cannot be read");
    }
    buffer_init(&text, RECORD_ROOM);
    result = snapshot_write_record(s, &v, false, &text, e);
    json_t *object = result == ST_OK ? json_loadb(text.bytes, text.length, 0, NULL) : NULL;
    if (object != NULL) {
        struct reading r = {.arena = arena};
        string_view name = member(&r, object, "name");
        out->name = name.length > 0 ? name : out->name;
        out->demo = json_is_true(json_object_get(object, "demo"));
        out->json = arena_copy(arena, buffer_view(&text));
        json_decref(object);
    }
    buffer_release(&text);
    return result;
}
