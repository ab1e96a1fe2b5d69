// SPDX-License-Identifier: Apache-2.0
// Fills the statistics page from the datasets and the commit log.
#include "api/page_growth.h"
#include "api/page_use.h"
#include "api/publications.h"
#include "portal/metadata_json.h"

#include <stdlib.h>

#define LARGEST_SHOWN ((size_t)15)
#define MONTHS_SHOWN  ((size_t)24)

static int by_records(const void *a, const void *b)
{
    const struct statistics_dataset *x = a;
    const struct statistics_dataset *y = b;
    return x->records != y->records ? (x->records < y->records ? 1 : -1)
                                    : sv_compare(x->slug, y->slug);
}

static status fill_largest(const struct site *site, struct arena *arena,
                           struct statistics_page *page, struct error *e)
{
    const struct dataset_view *data = site->data;
    struct statistics_dataset *all = arena_array(arena, struct statistics_dataset, data->count + 1);
    if (all == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    for (size_t i = 0; i < data->count; i++) {
        const struct dataset *d = &data->datasets[i];
        all[i] = (struct statistics_dataset){d->title, d->slug, dataset_holdings(d), d->records};
    }
    qsort(all, data->count, sizeof *all, by_records);
    page->largest = all;
    page->largest_count = MIN(data->count, LARGEST_SHOWN);
    return ST_OK;
}

// The first millisecond of the month of a moment, UTC.
static moment month_of(moment m)
{
    int64_t day = m / 86400000 - (m % 86400000 < 0);
    struct civil_date date = civil_from_days(day);
    return (day - date.day + 1) * 86400000;
}

// From the newest commit back.
static status fill_months(const struct site *site, struct arena *arena,
                          struct statistics_page *page, struct error *e)
{
    const struct view *v = &site->view;
    struct statistics_month *months = arena_array(arena, struct statistics_month, MONTHS_SHOWN);
    if (months == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    page->months = months;
    for (uint32_t n = v->commit; n >= 1; n--) {
        const struct commit *c = snapshot_commit(v->snapshot, n);
        if (c == NULL || c->time <= PORTAL_BEGINS) {
            continue;
        }
        moment month = month_of(c->time);
        bool same = page->month_count > 0 && months[page->month_count - 1].time == month;
        if (!same && page->month_count == MONTHS_SHOWN) {
            break;
        }
        page->month_count += !same;
        struct statistics_month *m = &months[page->month_count - 1];
        m->time = month;
        m->commits++;
        for (size_t i = 0; i < c->count_tables; i++) {
            if (scope_allows(&scope_public, &c->counts[i].table)) {
                m->added += c->counts[i].added;
                m->changed += c->counts[i].changed;
                m->removed += c->counts[i].removed;
            }
        }
    }
    return ST_OK;
}

status show_statistics(void *context, struct http_request *request, struct http_response *response,
                       struct error *e)
{
    struct site site;
    bool done = false;
    TRY(page_of_request(context, request, response, &site, &done, e));
    if (done) {
        return ST_OK;
    }
    struct statistics_page page = {.site = &site.page,
                                   .holdings = portal_holdings(site.data),
                                   .datasets = site.data->count,
                                   .commits = site.view.commit};
    page.growth_kind = leading_kind(&page.holdings);
    TRY(fill_largest(&site, request->arena, &page, e));
    TRY(fill_months(&site, request->arena, &page, e));
    TRY(growth_of_kind(&site, page.growth_kind, request->arena, &page.growth, &page.growth_count,
                       e));
    struct page_use use;
    page_use_fill(context, request, &site, NULL, &use);
    page.use = &use;
    TRY(publications_of_portal(context, &page.literature, e));
    site_send(&site, response, !site.view.newest);
    return page_statistics(&page, request->arena, &response->body, e);
}
