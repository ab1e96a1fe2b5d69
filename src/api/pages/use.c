// SPDX-License-Identifier: Apache-2.0
// Tables and the chart of use.
#include "api/pages/use.h"

#include "api/pages/language.h"
#include "usage/report.h"

#define CHART_WIDTH  600.0
#define CHART_HEIGHT 120.0

static void begin_table(struct page *p)
{
    HTML(&p->w,
         "<table class=\"plain\">\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\" "
         "class=\"number\">{}</th><th scope=\"col\" class=\"number\">{}</th></tr></thead>\n"
         "<tbody>\n",
         html_text(say(p, "Month")), html_text(say(p, "Dataset downloads")),
         html_text(say(p, "Records")));
}

static void write_row(struct page *p, string_view name, uint64_t downloads, uint64_t records)
{
    HTML(&p->w,
         "<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td><td class=\"number\">{}</td>"
         "</tr>\n",
         html_text(name), html_count(downloads), html_count(records));
}

static string_view change_text(struct page *p, uint64_t now, uint64_t before)
{
    int64_t percent = report_percent(now, before);
    return before == 0 ? SV("–")
                       : arena_print(p->arena, "%s%lld %%", percent < 0 ? "−" : "+",
                                     (long long)(percent < 0 ? -percent : percent));
}

static void write_change(struct page *p, const struct page_use *use)
{
    if (!use->comparable) {
        HTML(&p->w,
             "<tr><th scope=\"row\">{}</th><td colspan=\"2\" class=\"number\">{}</td></tr>\n",
             html_text(say(p, "Change in a year")), html_text(say(p, "no comparable month")));
        return;
    }
    write_row(p, page_month(p, use->before.month), use->before.downloads, use->before.records);
    HTML(&p->w,
         "<tr><th scope=\"row\">{}</th><td class=\"number\"><b>{}</b></td><td class=\"number\"><b>"
         "{}</b></td></tr>\n",
         html_text(say(p, "Change in a year")),
         html_text(change_text(p, use->last.downloads, use->before.downloads)),
         html_text(change_text(p, use->last.records, use->before.records)));
}

void page_use_figures(struct page *p, const struct page_use *use)
{
    begin_table(p);
    write_row(p, page_month(p, use->last.month), use->last.downloads, use->last.records);
    write_change(p, use);
    write_row(p, SAY_TEXT(p, "{}, so far", page_month(p, use->running.month)),
              use->running.downloads, use->running.records);
    write_row(p, SAY_TEXT(p, "Since {}", page_month(p, use->total.month)), use->total.downloads,
              use->total.records);
    html_put(&p->w, "</tbody>\n</table>\n");
}

// --- the chart -------------------------------------------------------------------------------

static int64_t month_number(moment m)
{
    return usage_month_of(m);
}

static uint64_t greatest(const struct page_use *use)
{
    uint64_t most = 1;
    for (size_t i = 0; i < use->month_count; i++) {
        most = MAX(most, use->months[i].records);
    }
    return most;
}

static string_view bars(struct page *p, const struct page_use *use)
{
    struct buffer d;
    int64_t first = month_number(use->months[0].month);
    int64_t last = month_number(use->months[use->month_count - 1].month);
    double width = CHART_WIDTH / (double)(last - first + 1);
    double most = (double)greatest(use);
    buffer_init(&d, 1 << 16);
    for (size_t i = 0; i < use->month_count; i++) {
        double x = (double)(month_number(use->months[i].month) - first) * width;
        double height = (double)use->months[i].records / most * CHART_HEIGHT;
        buffer_print(&d, "M%.1f %.0fv-%.1fh%.1fv%.1fz", x + width * 0.1, CHART_HEIGHT, height,
                     width * 0.8, height);
    }
    string_view path = arena_copy(p->arena, buffer_view(&d));
    buffer_release(&d);
    return path;
}

void page_use_chart(struct page *p, const struct page_use *use)
{
    if (use->month_count < 2) {
        return;
    }
    HTML(&p->w,
         "<figure class=\"growth\">\n<p class=\"growth-most\">{}</p>\n<svg class=\"growth-chart\" "
         "viewBox=\"0 0 600 120\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{}\">"
         "<path class=\"use-bars\" d=\"{}\"/></svg>\n<figcaption><span>{}</span><span>{}</span>"
         "</figcaption>\n",
         html_text(say_count(p, greatest(use), "{} record", "{} records")),
         html_text(say(p, "Bars of the records downloaded a month")), html_text(bars(p, use)),
         html_text(page_month(p, use->months[0].month)),
         html_text(page_month(p, use->months[use->month_count - 1].month)));
    HTML(&p->w, "<details><summary>{}</summary>\n", html_text(say(p, "The same as a table")));
    begin_table(p);
    for (size_t i = use->month_count; i > 0; i--) {
        const struct use_figures *m = &use->months[i - 1];
        write_row(p, page_month(p, m->month), m->downloads, m->records);
    }
    html_put(&p->w, "</tbody>\n</table>\n</details>\n</figure>\n");
}

// --- datasets and sources --------------------------------------------------------------------

void page_use_datasets(struct page *p, const struct page_use *use)
{
    if (use->dataset_count == 0) {
        return;
    }
    HTML(&p->w,
         "<table class=\"plain use-list\">\n<caption>{}</caption>\n<thead><tr><th "
         "scope=\"col\">{}</th><th "
         "scope=\"col\" class=\"number\">{}</th><th scope=\"col\" class=\"number\">{}</th></tr>"
         "</thead>\n<tbody>\n",
         html_text(say(p, "Most used datasets of the last twelve months")),
         html_text(say(p, "Dataset")), html_text(say(p, "Downloads")),
         html_text(say(p, "Records")));
    for (size_t i = 0; i < use->dataset_count; i++) {
        const struct use_dataset *d = &use->datasets[i];
        HTML(&p->w,
             "<tr><th scope=\"row\"><a href=\"/dataset/{}\">{}</a></th><td class=\"number\">{}</td>"
             "<td class=\"number\">{}</td></tr>\n",
             html_text(d->slug), html_text(d->title), html_count(d->downloads),
             html_count(d->records));
    }
    html_put(&p->w, "</tbody>\n</table>\n");
}

void page_use_sources(struct page *p, const struct page_use *use)
{
    if (use->source_count == 0) {
        return;
    }
    HTML(&p->w,
         "<table class=\"plain use-list\">\n<caption>{}</caption>\n<thead><tr><th "
         "scope=\"col\">{}</th><th "
         "scope=\"col\">{}</th><th scope=\"col\" class=\"number\">{}</th><th scope=\"col\" "
         "class=\"number\">{}</th></tr></thead>\n<tbody>\n",
         html_text(say(p, "Other sources, counted apart")), html_text(say(p, "Source")),
         html_text(say(p, "Months")), html_text(say(p, "Downloads")), html_text(say(p, "Records")));
    for (size_t i = 0; i < use->source_count; i++) {
        const struct use_source *s = &use->sources[i];
        HTML(&p->w,
             "<tr><th scope=\"row\">{} <span class=\"small\">{}</span></th><td>{} – {}</td><td "
             "class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
             html_text(s->name), html_text(s->method), html_text(page_month(p, s->first)),
             html_text(page_month(p, s->last)), html_count(s->downloads), html_count(s->records));
    }
    html_put(&p->w, "</tbody>\n</table>\n");
}
