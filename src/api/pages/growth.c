// SPDX-License-Identifier: Apache-2.0
// The growth chart: steps, since records arrive by commits.

#include "api/pages/drawing.h"
#include "api/pages/language.h"

#define CHART_WIDTH  600.0
#define CHART_HEIGHT 120.0

static double x_of(const struct growth_point *points, size_t count, moment time)
{
    double span = (double)(points[count - 1].time - points[0].time);
    return span <= 0.0 ? 0.0 : (double)(time - points[0].time) / span * CHART_WIDTH;
}

static uint64_t greatest(const struct growth_point *points, size_t count)
{
    uint64_t most = 1;
    for (size_t i = 0; i < count; i++) {
        most = MAX(most, points[i].records);
    }
    return most;
}

static void append_steps(struct buffer *d, const struct growth_point *points, size_t count)
{
    double most = (double)greatest(points, count);
    buffer_print(d, "M0 %.1f", CHART_HEIGHT - (double)points[0].records / most * CHART_HEIGHT);
    for (size_t i = 1; i < count; i++) {
        buffer_print(d, "H%.1fV%.1f", x_of(points, count, points[i].time),
                     CHART_HEIGHT - (double)points[i].records / most * CHART_HEIGHT);
    }
    buffer_print(d, "H%.0f", CHART_WIDTH);
}

static void draw_steps(struct page *p, const struct growth_point *points, size_t count)
{
    struct buffer d;
    buffer_init(&d, 1 << 18);
    append_steps(&d, points, count);
    string_view steps = arena_copy(p->arena, buffer_view(&d));
    HTML(&p->w,
         "<svg class=\"growth-chart\" viewBox=\"0 0 600 120\" preserveAspectRatio=\"none\" "
         "role=\"img\" aria-label=\"{}\"><path class=\"growth-area\" d=\"{}V120H0Z\"/>"
         "<path class=\"growth-line\" vector-effect=\"non-scaling-stroke\" d=\"{}\"/></svg>\n",
         html_text(say(p, "Line of the number of records over time")), html_text(steps),
         html_text(steps));
    buffer_release(&d);
}

// The last commit of each year, so that the table stays short.
static void draw_table(struct page *p, enum record_kind kind, const struct growth_point *points,
                       size_t count)
{
    HTML(&p->w,
         "<details><summary>{}</summary>\n<table class=\"plain\"><thead><tr><th "
         "scope=\"col\">{}</th><th scope=\"col\" class=\"number\">{}</th></tr></thead>"
         "<tbody>\n",
         html_text(say(p, "The same as a table")), html_text(say(p, "At the end of")),
         html_text(page_kind(p, kind, 2)));
    for (size_t i = 0; i < count; i++) {
        int64_t year = civil_from_days(points[i].time / 86400000).year;
        bool last = i + 1 == count || civil_from_days(points[i + 1].time / 86400000).year != year;
        if (last) {
            HTML(&p->w, "<tr><td>{}</td><td class=\"number\"><a href=\"{}\">{}</a></td></tr>\n",
                 html_number(year), html_text(points[i].address), html_count(points[i].records));
        }
    }
    html_put(&p->w, "</tbody></table></details>\n");
}

void draw_growth(struct page *p, enum record_kind kind, const struct growth_point *points,
                 size_t count)
{
    if (count < 2) {
        return;
    }
    uint64_t most = greatest(points, count);
    HTML(&p->w, "<figure class=\"growth\">\n<p class=\"growth-most\">{} {}</p>\n", html_count(most),
         html_text(page_kind(p, kind, most)));
    draw_steps(p, points, count);
    html_put(&p->w, "<figcaption><span>");
    page_time(p, points[0].time);
    html_put(&p->w, "</span><span>");
    page_time(p, points[count - 1].time);
    html_put(&p->w, "</span></figcaption>\n");
    draw_table(p, kind, points, count);
    html_put(&p->w, "</figure>\n");
}
