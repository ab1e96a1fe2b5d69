// SPDX-License-Identifier: Apache-2.0
// Reading datasets from the metadata table.
#include "portal/datasets.h"

#include "base/array.h"
#include "base/fold.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#define RECORD_ROOM  ((size_t)16 << 20)
#define MOST_RECORDS ((size_t)1 << 24)

struct reading {
    struct snapshot *snapshot;
    const struct scope *scope;
    uint32_t commit;
    struct arena *arena;
    // What was read before; the records that are still the same are copied from there.
    const struct dataset *known;
    size_t known_count;
    const struct dataset **known_datasets;   // owned: by UUID
    const struct resource **known_resources; // owned: by UUID
    size_t known_resource_count;
    struct dataset *datasets; // owned
    size_t dataset_count;
    size_t dataset_capacity;
    struct resource *resources; // owned
    size_t resource_count;
    size_t resource_capacity;
    struct buffer text;
};

// qsort, for lists that may be empty and then nowhere.
static void sort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))
{
    if (count > 0) {
        qsort(items, count, size, compare);
    }
}

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

static status read_dataset(struct reading *r, const json_t *object, string_view json,
                           const struct record_version *v, struct error *e)
{
    struct dataset d = {.hash = v->hash, .modified = v->from};
    if (!uuid_member(object, "uuid", &d.uuid)) {
        return ST_OK;
    }
    if (!ARRAY_RESERVE(r->datasets, r->dataset_capacity, r->dataset_count, MOST_RECORDS)) {
        return no_memory(e);
    }
    d.slug = member(r, object, "slug");
    d.title = member(r, object, "title");
    d.category = member(r, object, "category");
    d.json = arena_copy(r->arena, json);
    r->datasets[r->dataset_count++] = d;
    return d.json.bytes == NULL ? no_memory(e) : ST_OK;
}

static status read_resource(struct reading *r, const json_t *object, string_view json,
                            const struct record_version *v, struct error *e)
{
    struct resource resource = {.hash = v->hash, .from = v->from};
    if (!uuid_member(object, "uuid", &resource.uuid) ||
        !uuid_member(object, "dataset", &resource.dataset)) {
        return ST_OK;
    }
    if (!ARRAY_RESERVE(r->resources, r->resource_capacity, r->resource_count, MOST_RECORDS)) {
        return no_memory(e);
    }
    resource.slug = member(r, object, "slug");
    resource.title = member(r, object, "title");
    resource.kind = member(r, object, "kind");
    resource.is_table = sv_equal(member(r, object, "type"), SV("table"));
    string_view path = member(r, object, "path");
    if (!resource.is_table && sv_starts_with(path, SV(FILES_PATH))) {
        resource.file = sv_slice(path, sizeof FILES_PATH - 1, SIZE_MAX);
    }
    resource.json = arena_copy(r->arena, json);
    r->resources[r->resource_count++] = resource;
    return resource.json.bytes == NULL ? no_memory(e) : ST_OK;
}

// --- what is known already ---------------------------------------------------------------------

static int by_dataset_uuid(const void *a, const void *b)
{
    return uuid_compare(&(*(const struct dataset *const *)a)->uuid,
                        &(*(const struct dataset *const *)b)->uuid);
}

static int by_resource_uuid(const void *a, const void *b)
{
    return uuid_compare(&(*(const struct resource *const *)a)->uuid,
                        &(*(const struct resource *const *)b)->uuid);
}

static status sort_known(struct reading *r, struct error *e)
{
    size_t resources = 0;
    for (size_t i = 0; i < r->known_count; i++) {
        resources += r->known[i].resource_count;
    }
    r->known_datasets = calloc(r->known_count + 1, sizeof *r->known_datasets);
    r->known_resources = calloc(resources + 1, sizeof *r->known_resources);
    // Datasets, those without resources too, point into the list: so it is there from the start.
    if (r->known_datasets == NULL || r->known_resources == NULL ||
        !ARRAY_RESERVE(r->resources, r->resource_capacity, 0, MOST_RECORDS)) {
        return no_memory(e);
    }
    for (size_t i = 0; i < r->known_count; i++) {
        r->known_datasets[i] = &r->known[i];
        for (size_t j = 0; j < r->known[i].resource_count; j++) {
            r->known_resources[r->known_resource_count++] = &r->known[i].resources[j];
        }
    }
    qsort(r->known_datasets, r->known_count, sizeof(struct dataset *), by_dataset_uuid);
    qsort(r->known_resources, r->known_resource_count, sizeof(struct resource *), by_resource_uuid);
    return ST_OK;
}

static bool copy_texts(struct reading *r, string_view *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        *texts[i] = arena_copy(r->arena, *texts[i]);
        if (texts[i]->bytes == NULL) {
            return false;
        }
    }
    return true;
}

static status copy_dataset(struct reading *r, const struct uuid *uuid,
                           const struct record_version *v, bool *copied, struct error *e)
{
    const struct dataset wanted = {.uuid = *uuid};
    const struct dataset *key = &wanted;
    const struct dataset **found =
        bsearch(&key, r->known_datasets, r->known_count, sizeof(struct dataset *), by_dataset_uuid);
    *copied = found != NULL && sha256_equal(&(*found)->hash, &v->hash);
    if (!*copied) {
        return ST_OK;
    }
    struct dataset d = {.uuid = *uuid,
                        .slug = (*found)->slug,
                        .title = (*found)->title,
                        .category = (*found)->category,
                        .json = (*found)->json,
                        .hash = v->hash,
                        .modified = v->from};
    if (!copy_texts(r, (string_view *const[]){&d.slug, &d.title, &d.category, &d.json}, 4) ||
        !ARRAY_RESERVE(r->datasets, r->dataset_capacity, r->dataset_count, MOST_RECORDS)) {
        return no_memory(e);
    }
    r->datasets[r->dataset_count++] = d;
    return ST_OK;
}

static status copy_resource(struct reading *r, const struct uuid *uuid,
                            const struct record_version *v, bool *copied, struct error *e)
{
    const struct resource wanted = {.uuid = *uuid};
    const struct resource *key = &wanted;
    const struct resource **found = bsearch(&key, r->known_resources, r->known_resource_count,
                                            sizeof(struct resource *), by_resource_uuid);
    *copied = found != NULL && sha256_equal(&(*found)->hash, &v->hash);
    if (!*copied) {
        return ST_OK;
    }
    struct resource c = **found;
    c.records = 0;
    c.from = v->from;
    if (!copy_texts(r, (string_view *const[]){&c.slug, &c.title, &c.kind, &c.json, &c.file}, 5) ||
        !ARRAY_RESERVE(r->resources, r->resource_capacity, r->resource_count, MOST_RECORDS)) {
        return no_memory(e);
    }
    r->resources[r->resource_count++] = c;
    return ST_OK;
}

// --- all records -------------------------------------------------------------------------------

#define DATASET_KEY  "dataset/"
#define RESOURCE_KEY "resource/"

static status read_record(struct reading *r, string_view key, const struct record_version *v,
                          struct error *e)
{
    bool of_dataset = sv_starts_with(key, SV(DATASET_KEY));
    bool of_resource = sv_starts_with(key, SV(RESOURCE_KEY));
    struct uuid uuid;
    bool copied = false;
    size_t prefix = of_dataset ? sizeof DATASET_KEY - 1 : sizeof RESOURCE_KEY - 1;
    if (!of_dataset && !of_resource) {
        return ST_OK;
    }
    if (uuid_from_text(sv_slice(key, prefix, key.length), &uuid)) {
        TRY(of_dataset ? copy_dataset(r, &uuid, v, &copied, e)
                       : copy_resource(r, &uuid, v, &copied, e));
    }
    if (copied) {
        return ST_OK;
    }
    buffer_clear(&r->text);
    TRY(snapshot_write_record(r->snapshot, v, false, &r->text, e));
    json_t *object = json_loadb(r->text.bytes, r->text.length, JSON_ALLOW_NUL, NULL);
    if (object == NULL) {
        return error_set(e, ST_CORRUPT, "the metadata record '" SV_FORMAT "' is not JSON",
                         SV_ARGUMENT(key));
    }
    status result = of_dataset ? read_dataset(r, object, buffer_view(&r->text), v, e)
                               : read_resource(r, object, buffer_view(&r->text), v, e);
    json_decref(object);
    return result;
}

static status read_all(struct reading *r, struct error *e)
{
    struct table_walk *walk = NULL;
    TRY(sort_known(r, e));
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
    sort(r->resources, r->resource_count, sizeof *r->resources, by_dataset_then_slug);
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

// The dataset of a table, by its place in the list; SIZE_MAX when there is none.
static size_t dataset_of_table(const struct reading *r, const struct resource *const *by_id,
                               const struct uuid *table)
{
    const struct resource wanted = {.uuid = *table};
    const struct resource *key = &wanted;
    const struct resource *const *found =
        bsearch(&key, by_id, r->resource_count, sizeof(struct resource *), by_resource_uuid);
    for (size_t i = 0; found != NULL && i < r->dataset_count; i++) {
        if (*found >= r->datasets[i].resources &&
            *found < r->datasets[i].resources + r->datasets[i].resource_count) {
            return i;
        }
    }
    return SIZE_MAX;
}

// One pass over the commits, the newest first.
static status find_modified(struct reading *r, struct error *e)
{
    const struct resource **by_id = calloc(r->resource_count + 1, sizeof *by_id);
    bool *found = calloc(r->dataset_count + 1, sizeof *found);
    if (by_id == NULL || found == NULL) {
        free(by_id);
        free(found);
        return no_memory(e);
    }
    for (size_t i = 0; i < r->resource_count; i++) {
        by_id[i] = &r->resources[i];
    }
    qsort(by_id, r->resource_count, sizeof(struct resource *), by_resource_uuid);
    size_t left = r->dataset_count;
    for (uint32_t n = r->commit; n > 0 && left > 0; n--) {
        const struct commit *c = snapshot_commit(r->snapshot, n);
        for (size_t i = 0; c != NULL && i < c->count_tables; i++) {
            size_t at = dataset_of_table(r, by_id, &c->counts[i].table);
            if (at != SIZE_MAX && !found[at]) {
                found[at] = true;
                left--;
                r->datasets[at].modified = MAX(r->datasets[at].modified, n);
            }
        }
    }
    for (size_t i = 0; i < r->dataset_count; i++) {
        const struct commit *c = snapshot_commit(r->snapshot, r->datasets[i].modified);
        r->datasets[i].modified_at = c == NULL ? 0 : c->time;
    }
    free(by_id);
    free(found);
    return ST_OK;
}

static int by_title(const void *a, const void *b)
{
    const struct dataset *x = a;
    const struct dataset *y = b;
    int order = fold_compare(x->title, y->title);
    return order != 0 ? order : uuid_compare(&x->uuid, &y->uuid);
}

static status count_records(struct reading *r, struct error *e)
{
    sort(r->resources, r->resource_count, sizeof *r->resources, by_uuid);
    for (size_t i = 0; i < snapshot_segments(r->snapshot); i++) {
        TRY(count_segment(r, i, e));
    }
    return ST_OK;
}

// Moves both lists into the arena.
static status give(struct reading *r, const struct dataset **out, size_t *count, struct error *e)
{
    struct dataset *datasets = arena_array(r->arena, struct dataset, r->dataset_count);
    struct resource *resources = arena_array(r->arena, struct resource, r->resource_count);
    if (datasets == NULL || resources == NULL) {
        return no_memory(e);
    }
    if (r->resource_count > 0) {
        memcpy(resources, r->resources, r->resource_count * sizeof *resources);
    }
    for (size_t i = 0; i < r->dataset_count; i++) {
        datasets[i] = r->datasets[i];
        datasets[i].resources = resources + (r->datasets[i].resources - r->resources);
    }
    *out = datasets;
    *count = r->dataset_count;
    return ST_OK;
}

status datasets_read(struct snapshot *s, const struct scope *scope, uint32_t commit,
                     const struct dataset *known, size_t known_count, struct arena *arena,
                     const struct dataset **out, size_t *count, struct error *e)
{
    struct reading r = {.snapshot = s,
                        .scope = scope,
                        .commit = commit,
                        .arena = arena,
                        .known = known,
                        .known_count = known_count};
    buffer_init(&r.text, RECORD_ROOM);
    status result = read_all(&r, e);
    if (result == ST_OK) {
        result = count_records(&r, e);
    }
    if (result == ST_OK) {
        attach_resources(&r);
        result = find_modified(&r, e);
    }
    if (result == ST_OK) {
        sort(r.datasets, r.dataset_count, sizeof *r.datasets, by_title);
        result = give(&r, out, count, e);
    }
    buffer_release(&r.text);
    free(r.known_datasets);
    free(r.known_resources);
    free(r.datasets);
    free(r.resources);
    return result;
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
