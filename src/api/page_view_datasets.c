// SPDX-License-Identifier: Apache-2.0
// Fills the search by datasets.
#include "api/contributions.h"
#include "api/page_views.h"
#include "api/pages/view_datasets.h"
#include "api/pages/views.h"

static string_view records_address(const struct search_filling *f, const struct dataset *d)
{
    struct address *target = arena_new(f->arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    view_address(&f->state, VIEW_TABLE, target);
    address_set(target, SV("dataset"), d->slug);
    return address_print(target, f->arena);
}

static string_view dataset_address(const struct search_filling *f, const struct dataset *d)
{
    string_view path = dataset_path(f->arena, d->slug);
    moment pinned = site_pinned(&f->site);
    return pinned == 0 ? path
                       : arena_print(f->arena, SV_FORMAT "?version=%lld", SV_ARGUMENT(path),
                                     (long long)pinned);
}

status view_fill_datasets(struct search_filling *f, struct error *e)
{
    static const char *const own[] = {"format", NULL};
    const struct contribution *list = NULL;
    size_t count = 0;
    struct view_datasets *v = arena_new(f->arena, struct view_datasets);
    struct address *csv = arena_new(f->arena, struct address);
    TRY(contributions_make(&f->site, &f->input, f->result.total, f->arena, &list, &count, e));
    struct share_row *rows = arena_array(f->arena, struct share_row, count + 1);
    if (v == NULL || csv == NULL || rows == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        const struct contribution *c = &list[i];
        rows[i] = (struct share_row){
            .title = c->dataset->title,
            .address = dataset_address(f, c->dataset),
            .search_address = records_address(f, c->dataset),
            .kind = c->kind,
            .records = c->records,
            .licence = c->licence,
            .licence_address = c->licence_address,
            .citation = c->citation,
        };
    }
    page_api_state(f->arena, &f->state, f->site.view.version, SV("/api/v1/contributions"), own,
                   csv);
    address_add(csv, SV("format"), SV("csv"));
    v->rows = rows;
    v->row_count = count;
    v->csv_address = address_print(csv, f->arena);
    f->page.shares = v;
    return ST_OK;
}
