// SPDX-License-Identifier: Apache-2.0
// From roll-ups to the model of pages.
#include "api/page_use.h"

#include "api/usage_figures.h"
#include "base/log.h"
#include "usage/report.h"

#define CHART_MONTHS   25
#define DATASETS_SHOWN ((size_t)10)

struct use_filling {
    struct rollups *rollups;
    struct arena *arena;
    const struct site *site;
    string_view dataset; // UUID; empty for the portal
    int32_t now;         // the running month
    struct page_use *out;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

static struct use_figures figures_of(int32_t month, const struct usage_figures *f)
{
    return (struct use_figures){usage_month_begins(month), f->events, f->rows};
}

static status fill_month(struct use_filling *f, int32_t month, struct use_figures *out,
                         struct error *e)
{
    struct usage_figures sum;
    TRY(figures_sum(f->rollups, f->dataset, LINE_DOWNLOADS, month, month, &sum, e));
    *out = figures_of(month, &sum);
    return ST_OK;
}

static status fill_figures(struct use_filling *f, struct error *e)
{
    struct usage_figures total;
    bool known = false;
    uint32_t began = 0;
    moment now = clock_now();
    TRY(figures_began(f->rollups, &known, &began, e));
    TRY(fill_month(f, f->now - 1, &f->out->last, e));
    TRY(fill_month(f, f->now - 13, &f->out->before, e));
    TRY(fill_month(f, f->now, &f->out->running, e));
    TRY(figures_sum(f->rollups, f->dataset, LINE_DOWNLOADS, 0, f->now, &total, e));
    f->out->total = figures_of(known ? usage_month_of_hour(began) : f->now, &total);
    f->out->comparable = known && figures_month_is_whole(began, f->now - 13, now);
    f->out->known = total.events > 0;
    return ST_OK;
}

static status fill_months(struct use_filling *f, struct error *e)
{
    struct usage_month_lines *list = NULL;
    size_t count = 0;
    TRY(figures_months(f->rollups, f->dataset, f->now - CHART_MONTHS + 1, f->now, f->arena, &list,
                       &count, e));
    struct use_figures *months = arena_array(f->arena, struct use_figures, count + 1);
    if (months == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        months[i] = figures_of(list[i].month, &list[i].lines[LINE_DOWNLOADS]);
    }
    f->out->months = months;
    f->out->month_count = count;
    return ST_OK;
}

static status fill_datasets(struct use_filling *f, struct error *e)
{
    struct usage_of_name *list = NULL;
    size_t count = 0;
    TRY(figures_datasets(f->rollups, LINE_DOWNLOADS, f->now - 11, f->now, DATASETS_SHOWN, f->arena,
                         &list, &count, e));
    struct use_dataset *datasets = arena_array(f->arena, struct use_dataset, count + 1);
    if (datasets == NULL) {
        return no_memory(e);
    }
    f->out->datasets = datasets;
    for (size_t i = 0; i < count; i++) {
        const struct dataset *d = usage_dataset(f->site->data, list[i].name);
        if (d != NULL) {
            datasets[f->out->dataset_count++] = (struct use_dataset){
                d->title, d->slug, list[i].figures.events, list[i].figures.rows};
        }
    }
    return ST_OK;
}

static status fill_sources(struct use_filling *f, struct error *e)
{
    struct usage_source *list = NULL;
    size_t count = 0;
    TRY(figures_sources(f->rollups, f->arena, &list, &count, e));
    struct use_source *sources = arena_array(f->arena, struct use_source, count + 1);
    if (sources == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        sources[i] = (struct use_source){list[i].name,
                                         list[i].method,
                                         usage_month_begins(list[i].first),
                                         usage_month_begins(list[i].last),
                                         list[i].downloads,
                                         list[i].records};
    }
    f->out->sources = sources;
    f->out->source_count = count;
    return ST_OK;
}

static status fill(struct use_filling *f, const struct api *api, struct http_request *request,
                   struct error *e)
{
    TRY(usage_figures_open(api, request, &f->rollups, e));
    TRY(fill_figures(f, e));
    TRY(fill_months(f, e));
    if (f->dataset.length > 0) {
        return ST_OK;
    }
    TRY(fill_datasets(f, e));
    return fill_sources(f, e);
}

void page_use_fill(const struct api *api, struct http_request *request, const struct site *site,
                   const struct dataset *dataset, struct page_use *out)
{
    char uuid[37] = "";
    struct error e = {0};
    *out = (struct page_use){.known = false};
    if (dataset != NULL) {
        uuid_to_text(&dataset->uuid, uuid);
    }
    struct use_filling f = {.arena = request->arena,
                            .site = site,
                            .dataset = sv_from(uuid),
                            .now = usage_month_of(clock_now()),
                            .out = out};
    if (fill(&f, api, request, &e) != ST_OK) {
        log_message(LOG_WARNING, "figures of use are not shown: %s", e.message);
        *out = (struct page_use){.known = false};
    }
}
