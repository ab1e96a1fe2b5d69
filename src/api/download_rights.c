// SPDX-License-Identifier: Apache-2.0
// What each table's dataset states of rights (rule D2), as columns of the records that have no
// such field of their own.
#include "api/download.h"

#include "api/page_metadata.h"

#include <stdlib.h>

enum { RIGHTS = 4, STATED };
static const string_view rights_names[STATED] = {{"datasetID", 9},
                                                 {"datasetName", 11},
                                                 {"license", 7},
                                                 {"rightsHolder", 12},
                                                 {"institutionCode", 15}};

struct table_rights {
    struct uuid table;
    string_view texts[STATED];
};

struct rights_list {
    struct table_rights *tables; // by table
    size_t count;
    unsigned char columns[RIGHTS]; // those that no record has of its own
};

static int by_table(const void *a, const void *b)
{
    return uuid_compare(&((const struct table_rights *)a)->table,
                        &((const struct table_rights *)b)->table);
}

static string_view stated_text(const void *argument, const struct uuid *table, size_t column)
{
    const struct rights_list *list = argument;
    const struct table_rights *found =
        bsearch(&(struct table_rights){.table = *table}, list->tables, list->count,
                sizeof *list->tables, by_table);
    return found == NULL ? SV("") : found->texts[column];
}

static string_view rights_text(const void *argument, const struct uuid *table, size_t column)
{
    const struct rights_list *list = argument;
    return stated_text(argument, table, list->columns[column]);
}

static void describe_dataset(struct arena *arena, const struct dataset *d, struct rights_list *list)
{
    const json_t *json = json_in_arena(arena, d->json);
    char uuid[37];
    uuid_to_text(&d->uuid, uuid);
    struct table_rights of = {.texts = {
                                  arena_copy(arena, sv_from(uuid)),
                                  d->title,
                                  dataset_licence(arena, d),
                                  json_text(json, "organisation"),
                                  json_text(json, "organisation"),
                              }};
    for (size_t i = 0; i < d->resource_count; i++) {
        if (d->resources[i].is_table) {
            of.table = d->resources[i].uuid;
            list->tables[list->count++] = of;
        }
    }
}

// Whether records have a field of that name at the version, or the columns asked for do.
static status is_field(const struct download *d, struct arena *arena, string_view name, bool *out,
                       struct error *e)
{
    for (size_t i = 0; i < d->input.field_count; i++) {
        if (sv_equal(d->input.fields[i], name)) {
            *out = true;
            return ST_OK;
        }
    }
    return row_columns_have(d->input.view.snapshot, &scope_public, &d->input.request, name, arena,
                            out, e);
}

status download_rights(const struct site *site, struct arena *arena, struct download *d,
                       struct error *e)
{
    struct rights_list *list = arena_new(arena, struct rights_list);
    string_view *names = arena_array(arena, string_view, RIGHTS);
    size_t tables = 0;
    for (size_t i = 0; i < site->data->count; i++) {
        tables += site->data->datasets[i].resource_count;
    }
    struct table_rights *all = arena_array(arena, struct table_rights, tables + 1);
    if (list == NULL || names == NULL || all == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the rights of datasets");
    }
    list->tables = all;
    for (size_t i = 0; i < site->data->count; i++) {
        describe_dataset(arena, &site->data->datasets[i], list);
    }
    qsort(list->tables, list->count, sizeof *list->tables, by_table);
    size_t count = 0;
    for (size_t i = 0; i < RIGHTS; i++) {
        bool own = false;
        TRY(is_field(d, arena, rights_names[i], &own, e));
        if (!own) {
            list->columns[count] = (unsigned char)i;
            names[count++] = rights_names[i];
        }
    }
    d->stated = (struct row_constants){rights_names, STATED, stated_text, list};
    d->rights = (struct row_constants){names, count, rights_text, list};
    return ST_OK;
}
