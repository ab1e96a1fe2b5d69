// SPDX-License-Identifier: Apache-2.0
// The order of kinds for requests of the API and for pages.
#include "api/search_input.h"
#include "portal/kind_order.h"

status search_input_by_kind(const struct api *api, struct arena *arena, struct search_input *input,
                            struct error *e)
{
    TRY(kind_order_give(api->portal, input->view.snapshot, arena, &input->request, e));
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
