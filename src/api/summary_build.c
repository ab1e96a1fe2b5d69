// SPDX-License-Identifier: Apache-2.0
// Collects the parts of a summary.
// Must not know: where the words come from.
#include "api/summary_build.h"

#include "portal/datasets.h"
#include "portal/vocabularies.h"

#include <math.h>

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the summary");
}

struct summary_builder *summary_builder_create(const struct api *api, struct http_request *request,
                                               struct summary_input *input)
{
    struct summary_builder *b = arena_new(request->arena, struct summary_builder);
    if (b != NULL) {
        b->api = api;
        b->request = request;
        b->arena = request->arena;
        b->input = input;
    }
    return b;
}

bool summary_interval(string_view word, enum bucket_kind *kind)
{
    const struct {
        string_view word;
        enum bucket_kind kind;
    } intervals[] = {{SV("century"), BUCKET_CENTURY},
                     {SV("decade"), BUCKET_DECADE},
                     {SV("year"), BUCKET_YEAR},
                     {SV("month"), BUCKET_MONTH},
                     {SV("day"), BUCKET_DAY}};
    for (size_t i = 0; i < ARRAY_LENGTH(intervals); i++) {
        if (sv_equal(intervals[i].word, word)) {
            *kind = intervals[i].kind;
            return true;
        }
    }
    return false;
}

status summary_vocabulary(struct summary_builder *b, string_view name, string_view field,
                          const struct vocabulary **out, struct error *e)
{
    string_view last = field;
    if (name.length == 0) {
        while (sv_split(&field, '.', &last)) {
            // the last part stays
        }
        name = last;
    }
    return portal_vocabulary(b->api->portal, name, b->arena, out, e);
}

status summary_quantile(double number, const char *place, uint32_t *out, struct error *e)
{
    if (!(number >= 0 && number <= 1)) {
        return error_set_field(e, ST_INVALID, place, "%s: a quantile is a number from 0 to 1",
                               place);
    }
    *out = (uint32_t)lround(number * 1e6);
    return ST_OK;
}

// Takes index lots out of the tables that are to be searched.
static status leave_out_lots(struct summary_builder *b, struct error *e)
{
    struct search_request *request = &b->input->search.request;
    const struct view *v = &b->input->search.view;
    const struct dataset_view *data = NULL;
    size_t count = 0;
    size_t kept = 0;
    const struct store_table *all = snapshot_tables(v->snapshot, &count);
    size_t most = request->table_count > 0 ? request->table_count : count;
    struct uuid *tables = arena_array(b->arena, struct uuid, most + 1);
    string_view *left_out = arena_array(b->arena, string_view, most + 1);
    if (tables == NULL || left_out == NULL) {
        return no_memory(e);
    }
    TRY(portal_datasets(b->api->portal, v->snapshot, v->commit, b->arena, &data, e));
    for (size_t i = 0; i < most; i++) {
        const struct uuid *table = request->table_count > 0 ? &request->tables[i] : &all[i].table;
        const struct store_table *known = snapshot_table_by_uuid(v->snapshot, table);
        const struct dataset *dataset = NULL;
        const struct resource *resource = dataset_view_resource(data, table, &dataset);
        if (known == NULL || known->created > v->commit) {
            continue;
        }
        if (resource != NULL && sv_equal(resource->kind, SV("index lots"))) {
            left_out[b->input->left_out_count++] = known->slug;
        } else {
            tables[kept++] = *table;
        }
    }
    b->input->left_out = left_out;
    if (b->input->left_out_count == 0) {
        return ST_OK;
    }
    request->tables = tables;
    request->table_count = kept;
    return kept > 0 ? ST_OK
                    : error_set_field(e, ST_INVALID, "kind",
                                      "a share leaves index lots out, and nothing else is "
                                      "searched: name the kind to have them counted");
}

status summary_builder_finish(struct summary_builder *b, bool kinds_named, struct error *e)
{
    struct summary_request *r = &b->input->request;
    r->statistics = b->statistics;
    r->histograms = b->histograms;
    r->groups = b->groups;
    for (size_t i = 0; i < r->group_count; i++) {
        b->groups[i].by = b->by[i];
        b->groups[i].measures = b->measures[i];
    }
    r->grids = b->grids;
    return b->input->by_vocabulary && !kinds_named ? leave_out_lots(b, e) : ST_OK;
}
