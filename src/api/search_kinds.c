// SPDX-License-Identifier: Apache-2.0
// Rows by the kinds of their tables (rule C4): the meaning of "_kind" where a search is sorted by
// it.
#include "api/page_text.h"
#include "api/search_input.h"

#include <stdlib.h>

struct kind_order {
    struct portal *portal;
    struct snapshot *snapshot;
    struct arena *arena;
};

static int compare_tables(const void *a, const void *b)
{
    return uuid_compare(a, b);
}

static size_t add_kind_tables(const struct dataset_view *data, enum record_kind kind,
                              struct uuid *out)
{
    size_t count = 0;
    for (size_t i = 0; i < data->count; i++) {
        const struct dataset *d = &data->datasets[i];
        for (size_t k = 0; k < d->resource_count; k++) {
            if (d->resources[k].is_table && kind_from_text(d->resources[k].kind) == kind) {
                out[count++] = d->resources[k].uuid;
            }
        }
    }
    qsort(out, count, sizeof *out, compare_tables);
    return count;
}

// As search_request.order_tables: by kind, in the order of kinds, then by UUID.
static status order_by_kind(void *argument, uint32_t commit, const struct uuid **tables,
                            size_t *count, struct error *e)
{
    const struct kind_order *order = argument;
    const struct dataset_view *data = NULL;
    size_t most = 1;
    TRY(portal_datasets(order->portal, order->snapshot, commit, order->arena, &data, e));
    for (size_t i = 0; i < data->count; i++) {
        most += data->datasets[i].resource_count;
    }
    struct uuid *list = arena_array(order->arena, struct uuid, most);
    if (list == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    *count = 0;
    for (size_t kind = 0; kind < KIND_COUNT; kind++) {
        *count += add_kind_tables(data, (enum record_kind)kind, list + *count);
    }
    *tables = list;
    return ST_OK;
}

status search_input_by_kind(const struct api *api, struct arena *arena, struct search_input *input,
                            struct error *e)
{
    struct kind_order *order = arena_new(arena, struct kind_order);
    if (order == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    *order = (struct kind_order){api->portal, input->view.snapshot, arena};
    input->request.order_tables = order_by_kind;
    input->request.order_argument = order;
    if (input->request.sort_count == 0) {
        struct search_sort *by_kind = arena_new(arena, struct search_sort);
        if (by_kind == NULL) {
            return error_set(e, ST_NO_MEMORY, "no memory for the search");
        }
        *by_kind = (struct search_sort){SV("_kind"), false};
        input->request.sorts = by_kind;
        input->request.sort_count = 1;
    }
    return ST_OK;
}
