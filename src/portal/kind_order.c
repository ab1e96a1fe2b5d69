// SPDX-License-Identifier: Apache-2.0
// Rows by the kinds of their tables.
#include "portal/kind_order.h"

#include "portal/metadata_json.h"

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

static size_t add_kind_tables(const struct dataset_view *data, const char *kind, struct uuid *out)
{
    size_t count = 0;
    for (size_t i = 0; i < data->count; i++) {
        const struct dataset *d = &data->datasets[i];
        for (size_t k = 0; k < d->resource_count; k++) {
            if (d->resources[k].is_table && sv_equal(d->resources[k].kind, sv_from(kind))) {
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
    for (size_t i = 0; i < METADATA_KINDS; i++) {
        *count += add_kind_tables(data, metadata_kinds[i], list + *count);
    }
    *tables = list;
    return ST_OK;
}

status kind_order_give(struct portal *p, struct snapshot *s, struct arena *arena,
                       struct search_request *request, struct error *e)
{
    struct kind_order *order = arena_new(arena, struct kind_order);
    if (order == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the search");
    }
    *order = (struct kind_order){p, s, arena};
    request->order_tables = order_by_kind;
    request->order_argument = order;
    return ST_OK;
}
