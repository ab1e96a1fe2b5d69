// SPDX-License-Identifier: Apache-2.0
// Finds records with media.
#include "api/page_media.h"

#include "api/value_list.h"
#include "query/query_tree.h"

#define RECORDS_LOOKED_AT ((size_t)3) // for one picture
#define MEDIA_LOOKED_AT   ((size_t)6)

size_t page_media_fields(const struct search_filling *f, string_view out[MEDIA_FIELDS_MOST])
{
    size_t count = 0;
    for (size_t i = 0; record_media_fields[i] != NULL; i++) {
        string_view name = field_spelling(&f->fields, sv_from(record_media_fields[i]));
        if (name.length > 0) {
            out[count++] = name;
        }
    }
    return count;
}

status page_media_query(const struct search_filling *f, const struct query *query,
                        const struct query **out, bool *found, struct error *e)
{
    string_view fields[MEDIA_FIELDS_MOST];
    size_t count = page_media_fields(f, fields);
    *found = count > 0;
    if (count == 0) {
        return ST_OK;
    }
    const struct query *exists = query_tree_term(f->arena, QUERY_EXISTS, fields, count);
    const struct query **members =
        (const struct query **)arena_alloc_array(f->arena, 2, sizeof *members);
    if (exists == NULL || members == NULL) {
        return query_no_memory(e);
    }
    members[0] = exists;
    members[1] = query;
    *out = query == NULL ? exists : query_tree_group(f->arena, QUERY_AND, members, 2);
    return *out == NULL ? query_no_memory(e) : ST_OK;
}

string_view page_dataset_notice(const struct search_filling *f, const struct uuid *table)
{
    const struct dataset *d = NULL;
    (void)dataset_view_resource(f->site.data, table, &d);
    return d == NULL ? SV("") : json_text(json_in_arena(f->arena, d->json), "contentNotice");
}

status page_read_hit(struct search_filling *f, struct record_reader *reader,
                     const struct search_hit *hit, struct record_tree *out, struct error *e)
{
    struct buffer json;
    buffer_init(&json, HTTP_LIMIT_RESPONSE);
    status result = snapshot_write_record(f->site.view.snapshot, &hit->version, false, &json, e);
    if (result == ST_OK) {
        result = record_read(reader, buffer_view(&json), out, e);
    }
    buffer_release(&json);
    return result;
}

status page_picture_of_hit(struct search_filling *f, struct record_reader *reader,
                           const struct search_hit *hit, struct record_tree *tree,
                           struct value_picture *out, struct error *e)
{
    struct record_medium *media = NULL;
    size_t count = 0;
    size_t total = 0;
    const struct store_table *table = snapshot_table_by_uuid(f->site.view.snapshot, &hit->table);
    if (table == NULL || page_dataset_notice(f, &hit->table).length > 0) {
        return ST_OK;
    }
    TRY(page_read_hit(f, reader, hit, tree, e));
    TRY(record_media(f->arena, tree, f->site.origin, MEDIA_LOOKED_AT, &media, &count, &total, e));
    for (size_t i = 0; i < count && out->thumbnail.length == 0; i++) {
        if (media[i].kind == MEDIA_IMAGE && media[i].notice.length == 0) {
            out->thumbnail = media[i].thumbnail;
            out->record = record_address(f->arena, table->slug, hit->key, site_pinned(&f->site));
        }
    }
    return ST_OK;
}

status page_picture_of_value(struct search_filling *f, string_view field, string_view value,
                             struct value_picture *out, struct error *e)
{
    struct search_request request = f->input.request;
    struct search_result result = {0};
    struct record_reader reader;
    struct record_tree tree;
    bool found = false;
    *out = (struct value_picture){0};
    TRY(page_media_query(f, request.query, &request.query, &found, e));
    if (!found) {
        return ST_OK;
    }
    string_view *values = arena_new(f->arena, string_view);
    if (values == NULL) {
        return search_page_no_memory(e);
    }
    *values = value;
    TRY(query_with_values(f->arena, request.query, field, values, 1, &request.query, e));
    TRY(record_reader_init(&reader, f->arena, e));
    request.facet_count = 0;
    request.sort_count = 0;
    request.offset = 0;
    request.limit = RECORDS_LOOKED_AT;
    TRY(search_run(f->site.view.snapshot, &scope_public, f->arena, &request, &result, e));
    for (size_t i = 0; i < result.hit_count && out->thumbnail.length == 0; i++) {
        TRY(page_picture_of_hit(f, &reader, &result.hits[i], &tree, out, e));
    }
    return ST_OK;
}
