// SPDX-License-Identifier: Apache-2.0
// Takes what is said of tables out of a dataset's record, and makes their own records of it.
// Must not know: files, what is ingested.
#include "portal/metadata_records.h"

#define RECORD_ROOM ((size_t)16 << 20)

struct making {
    struct arena *arena;
    struct uuid dataset;
    string_view rest; // of the dataset's record, without what was taken
    struct metadata_record *records;
    size_t count;
};

static status add_record(struct making *m, const char *kind, const struct uuid *uuid,
                         string_view json, struct error *e)
{
    char text[37];
    uuid_to_text(uuid, text);
    struct metadata_record record = {.key = arena_print(m->arena, "%s/%s", kind, text),
                                     .json = arena_copy(m->arena, json)};
    if (record.key.length == 0 || record.json.bytes == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a metadata record");
    }
    m->records[m->count++] = record;
    return ST_OK;
}

// Lays `over` over `json`, which is the record of a table already, or empty.
static status lay_over(struct making *m, const struct table_change *table, string_view over,
                       string_view *json, struct error *e)
{
    struct metadata_fixed fixed = {
        .uuid = table->uuid, .slug = table->slug, .dataset = &m->dataset, .type = "table"};
    struct buffer merged;
    buffer_init(&merged, RECORD_ROOM);
    status result = metadata_merge(*json, over, false, &fixed, &merged, e);
    if (result == ST_OK) {
        *json = arena_copy(m->arena, buffer_view(&merged));
    }
    buffer_release(&merged);
    return result;
}

// The record of a table; none when it is known and nothing is said of it.
static status add_table(struct making *m, const struct table_change *table, struct error *e)
{
    string_view said;
    TRY(metadata_take_resource(m->rest, table->slug, m->arena, &m->rest, &said, e));
    if (table->known != NULL && said.length == 0 && table->last.length == 0) {
        return ST_OK;
    }
    string_view json = table->known == NULL ? SV("") : table->known->json;
    if (table->known == NULL) {
        TRY(lay_over(m, table, table->first, &json, e));
    }
    TRY(lay_over(m, table, said, &json, e));
    TRY(lay_over(m, table, table->last, &json, e));
    return add_record(m, "resource", &table->uuid, json, e);
}

// The dataset's other tables.
static status add_known(struct making *m, const struct dataset *dataset,
                        const struct table_change *table, struct error *e)
{
    for (size_t i = 0; i < dataset->resource_count; i++) {
        const struct resource *r = &dataset->resources[i];
        struct table_change known = {.known = r, .uuid = r->uuid, .slug = r->slug};
        if (r->is_table && (table == NULL || uuid_compare(&table->uuid, &r->uuid) != 0)) {
            TRY(add_table(m, &known, e));
        }
    }
    return ST_OK;
}

status metadata_records_make(struct arena *arena, const struct dataset_change *dataset,
                             const struct table_change *table, const struct metadata_record **out,
                             size_t *count, struct error *e)
{
    struct making m = {.arena = arena, .dataset = dataset->uuid, .rest = dataset->json};
    size_t tables = dataset->known == NULL ? 0 : dataset->known->resource_count;
    m.records = arena_array(arena, struct metadata_record, tables + 2);
    if (m.records == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for metadata records");
    }
    if (table != NULL) {
        TRY(add_table(&m, table, e));
    }
    if (dataset->known != NULL) {
        TRY(add_known(&m, dataset->known, table, e));
    }
    TRY(add_record(&m, "dataset", &dataset->uuid, m.rest, e));
    *out = m.records;
    *count = m.count;
    return ST_OK;
}
