// SPDX-License-Identifier: Apache-2.0
// Arguments and options to searches.
#include "cli/asking_search.h"

#include <string.h>

// WORD... FIELD=VALUE... as URL parameters (rule C2).
static status query_of_arguments(struct asking *a, int count, char **arguments,
                                 struct search_request *out, struct error *e)
{
    struct query_parameter *list =
        arena_array(&a->arena, struct query_parameter, (size_t)count + 1);
    struct buffer words;
    size_t used = 0;
    buffer_init(&words, 64 * 1024);
    for (int i = 0; list != NULL && i < count; i++) {
        const char *equals = strchr(arguments[i], '=');
        if (equals != NULL && equals != arguments[i]) {
            list[used++] = (struct query_parameter){{arguments[i], (size_t)(equals - arguments[i])},
                                                    sv_from(equals + 1)};
        } else {
            buffer_append_view(&words, words.length > 0 ? SV(" ") : SV(""));
            buffer_append_view(&words, sv_from(arguments[i]));
        }
    }
    status result = list == NULL ? error_set(e, ST_NO_MEMORY, "no memory to search") : ST_OK;
    if (result == ST_OK && words.length > 0) {
        list[used++] =
            (struct query_parameter){SV("q"), arena_copy(&a->arena, buffer_view(&words))};
    }
    if (result == ST_OK) {
        result = query_from_parameters_apart(&a->arena, list, used, NULL, 0, &out->query,
                                             &out->fixed, e);
    }
    buffer_release(&words);
    return result;
}

status asking_query(struct asking *a, const char *json, int count, char **arguments,
                    struct search_request *out, struct error *e)
{
    return json != NULL ? query_from_json(&a->arena, sv_from(json), &out->query, e)
                        : query_of_arguments(a, count, arguments, out, e);
}

status asking_tables(struct asking *a, const char *dataset, const char *table,
                     struct search_request *out, struct error *e)
{
    if (table != NULL) {
        const struct store_table *known = NULL;
        TRY(asking_table(a, sv_from(table), &known, e));
        out->tables = &known->table;
        out->table_count = 1;
    } else if (dataset != NULL) {
        const struct dataset *d = dataset_find(a->view->datasets, a->view->count, sv_from(dataset));
        if (d == NULL) {
            return error_set_field(e, ST_NOT_FOUND, "dataset", "there is no dataset '%s'", dataset);
        }
        struct uuid *tables = arena_array(&a->arena, struct uuid, d->resource_count);
        for (size_t i = 0; tables != NULL && i < d->resource_count; i++) {
            if (d->resources[i].is_table) {
                tables[out->table_count++] = d->resources[i].uuid;
            }
        }
        out->tables = tables;
    }
    return ST_OK;
}
