// SPDX-License-Identifier: Apache-2.0
// The statistics page: what there is, how it grew, what happened month by month, how it is used.
#include "api/pages/drawing.h"
#include "api/pages/language.h"
#include "api/pages/page.h"
#include "api/pages/publications.h"
#include "api/pages/use.h"

static void write_section(struct page *p, const char *id, const char *title)
{
    HTML(&p->w, "<section aria-labelledby=\"{}\">\n<h2 id=\"{}\">{}</h2>\n", html_string(id),
         html_string(id), html_text(say(p, title)));
}

static void write_headings(struct page *p, const char *const *names, size_t count)
{
    html_put(&p->w, "<thead><tr>");
    for (size_t i = 0; i < count; i++) {
        HTML(&p->w, "<th scope=\"col\" class=\"{}\">{}</th>",
             html_string(i > 0 ? "number" : "text"), html_text(say(p, names[i])));
    }
    html_put(&p->w, "</tr></thead>\n<tbody>\n");
}

// Rule E2: an empty portal says "no data".
static void write_usage(struct page *p, const struct page_use *use)
{
    write_section(p, "usage", "Use");
    if (use != NULL && use->known) {
        HTML(&p->w, "<p>{}</p>\n",
             html_text(say(p, "A dataset in a completed download is one dataset download. Robots, "
                              "double clicks, programs that page through the API, harvests, "
                              "aggregators and staff are left out.")));
        page_use_figures(p, use);
        page_use_chart(p, use);
        page_use_datasets(p, use);
    }
    if (use != NULL) {
        page_use_sources(p, use);
    }
    if (use != NULL && use->known) {
        html_put(&p->w, "</section>\n");
        return;
    }
    HTML(&p->w, "<p><b>{}</b> {}</p>\n</section>\n", html_text(say(p, "No data.")),
         html_text(say(p, "Downloads and views have not been counted here yet.")));
}

static void write_publications(struct page *p, const struct statistics_page *statistics)
{
    if (statistics->literature.total > 0) {
        write_section(p, "publications", "Publications");
        html_put(&p->w, "<p>");
        page_literature_counts(p, &statistics->literature);
        html_put(&p->w, "</p>\n</section>\n");
    }
}

static void write_largest(struct page *p, const struct statistics_page *statistics)
{
    static const char *const names[] = {"Dataset", "Records"};
    if (statistics->largest_count == 0) {
        return;
    }
    uint64_t most = statistics->largest[0].records;
    write_section(p, "largest", "Largest datasets");
    html_put(&p->w, "<table class=\"plain\">\n");
    write_headings(p, names, ARRAY_LENGTH(names));
    for (size_t i = 0; i < statistics->largest_count; i++) {
        const struct statistics_dataset *d = &statistics->largest[i];
        HTML(&p->w, "<tr><th scope=\"row\"><a href=\"/dataset/{}\">{}</a>", html_text(d->slug),
             html_text(d->title));
        page_bar(p, d->records, most);
        HTML(&p->w, "</th><td class=\"number\">{}</td></tr>\n",
             html_text(kinds_in_words(p, &d->holdings)));
    }
    HTML(&p->w,
         "</tbody>\n</table>\n<p><a class=\"more\" href=\"/datasets\">{}</a></p>\n</section>\n",
         html_text(say_count(p, statistics->datasets, "{} dataset", "All {} datasets")));
}

static void write_months(struct page *p, const struct statistics_page *statistics)
{
    static const char *const names[] = {"Month", "Changes", "Added", "Changed", "Removed"};
    if (statistics->month_count == 0) {
        return;
    }
    write_section(p, "months", "Month by month");
    HTML(&p->w, "<p>{}</p>\n",
         html_text(say(p, "Records of all kinds that imports and corrections touched.")));
    HTML(&p->w,
         "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" "
         "aria-label=\"{}\">\n<table class=\"plain\">\n",
         html_text(say(p, "Changes")));
    write_headings(p, names, ARRAY_LENGTH(names));
    for (size_t i = 0; i < statistics->month_count; i++) {
        const struct statistics_month *m = &statistics->months[i];
        HTML(&p->w,
             "<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td><td class=\"number\">{}</td>"
             "<td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
             html_text(page_month(p, m->time)), html_count(m->commits), html_count(m->added),
             html_count(m->changed), html_count(m->removed));
    }
    html_put(&p->w, "</tbody>\n</table>\n</div>\n</section>\n");
}

status page_statistics(const struct statistics_page *statistics, struct arena *arena,
                       struct buffer *out, struct error *e)
{
    struct page p;
    struct page naming = {.arena = arena, .site = statistics->site};
    struct page_head head = {
        .title = say(&naming, "Statistics"),
        .description = say(&naming, "What this portal holds, how it grew and how it is used."),
        .canonical = SV("/statistics"),
        .section = "statistics",
        .search_form = true,
    };
    page_begin(&p, statistics->site, arena, out, &head);
    HTML(&p.w, "<div class=\"prose\">\n<h1>{}</h1>\n<p class=\"lead\">{} · {}</p>\n",
         html_text(head.title), html_text(kinds_in_words(&p, &statistics->holdings)),
         html_text(say_count(&p, statistics->datasets, "{} dataset", "{} datasets")));
    html_put(&p.w, "</div>\n<div class=\"statistics\">\n");
    write_usage(&p, statistics->use);
    write_publications(&p, statistics);
    if (statistics->growth_count > 1) {
        write_section(&p, "growth", "Growing over time");
        draw_growth(&p, statistics->growth_kind, statistics->growth, statistics->growth_count);
        html_put(&p.w, "</section>\n");
    }
    write_largest(&p, statistics);
    write_months(&p, statistics);
    html_put(&p.w, "</div>\n");
    return page_end(&p, e);
}
