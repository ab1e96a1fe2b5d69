// SPDX-License-Identifier: Apache-2.0
// Finds a dataset's commits: in the log for its tables, in the metadata table for its description.
#include "api/commit_list.h"

bool commit_list_has_table(const struct commit_list *list, const struct uuid *table)
{
    const struct dataset *d = list->dataset;
    for (size_t i = 0; i < d->resource_count; i++) {
        if (uuid_compare(&d->resources[i].uuid, table) == 0) {
            return true;
        }
    }
    return false;
}

// Marks the commits that wrote or removed a metadata record.
static status mark_metadata(struct commit_list *list, string_view key, struct arena *arena,
                            struct error *e)
{
    struct record_version *rows = NULL;
    size_t count = 0;
    TRY(snapshot_versions(list->view->snapshot, &scope_metadata, &metadata_table, key, arena, &rows,
                          &count, e));
    for (size_t i = 0; i < count; i++) {
        if (rows[i].from <= list->view->commit) {
            bitset_set(&list->touched, rows[i].from);
        }
        if (rows[i].until <= list->view->commit) {
            bitset_set(&list->touched, rows[i].until);
        }
    }
    return ST_OK;
}

status commit_list_init(struct commit_list *list, struct arena *arena, struct error *e)
{
    char id[37];
    const struct dataset *d = list->dataset;
    TRY(bitset_init_in(&list->touched, arena, (size_t)list->view->commit + 1, e));
    for (uint32_t n = 1; n <= list->view->commit; n++) {
        const struct commit *c = snapshot_commit(list->view->snapshot, n);
        for (size_t i = 0; c != NULL && i < c->count_tables; i++) {
            if (commit_list_has_table(list, &c->counts[i].table)) {
                bitset_set(&list->touched, n);
            }
        }
    }
    uuid_to_text(&d->uuid, id);
    TRY(mark_metadata(list, arena_print(arena, "dataset/%s", id), arena, e));
    for (size_t i = 0; i < d->resource_count; i++) {
        uuid_to_text(&d->resources[i].uuid, id);
        TRY(mark_metadata(list, arena_print(arena, "resource/%s", id), arena, e));
    }
    return ST_OK;
}

bool commit_list_has(const struct commit_list *list, uint32_t commit)
{
    return commit < list->touched.bit_count && bitset_test(&list->touched, commit);
}

struct commit_counts commit_list_counts(const struct commit_list *list, const struct commit *c)
{
    struct commit_counts sum = {0};
    for (size_t i = 0; i < c->count_tables; i++) {
        const struct commit_counts *one = &c->counts[i];
        if (commit_list_has_table(list, &one->table)) {
            sum.added += one->added;
            sum.changed += one->changed;
            sum.removed += one->removed;
            sum.unchanged += one->unchanged;
            sum.clashes += one->clashes;
        }
    }
    return sum;
}

status commit_list_read_reports(struct commit_list *list, const struct api *api,
                                struct arena *arena, struct error *e)
{
    return catalogue_commit_reports(api->portal->catalogue, arena, &list->reports,
                                    &list->report_count, e);
}

string_view commit_list_report(const struct commit_list *list, uint32_t commit, struct arena *arena)
{
    if (commit_report_find(list->reports, list->report_count, commit) == NULL) {
        return SV("");
    }
    return arena_print(arena, "/api/v1/datasets/" SV_FORMAT "/commits/%u/report",
                       SV_ARGUMENT(list->dataset->slug), commit);
}
