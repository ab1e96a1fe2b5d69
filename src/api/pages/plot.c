// SPDX-License-Identifier: Apache-2.0
// Small histograms beside the fields of a dataset. Bars lead to their records; for keys and readers
// of screens the same is a table.
#include "api/pages/drawing.h"
#include "api/pages/language.h"

#define HEIGHT    40.0
#define MOST_BARS 400.0 // of one width; what spreads further is not drawn bar by bar

static string_view number_text(struct arena *arena, double number)
{
    return arena_print(arena, "%.10g", number);
}

static uint64_t highest(const struct plot_bar *bars, size_t count)
{
    uint64_t most = 1;
    for (size_t i = 0; i < count; i++) {
        most = MAX(most, bars[i].count);
    }
    return most;
}

static void draw_bar(struct page *p, const struct plot_bar *bar, double x, double wide, double high)
{
    string_view from = arena_print(p->arena, "%.1f", x);
    string_view width = arena_print(p->arena, "%.1f", wide);
    HTML(&p->w,
         "<a href=\"{}\" tabindex=\"-1\"><title>{}: {}</title><rect class=\"plot-reach\" x=\"{}\" "
         "y=\"0\" width=\"{}\" height=\"40\"/>",
         html_text(bar->address), html_text(number_text(p->arena, bar->from)),
         html_count(bar->count), html_text(from), html_text(width));
    HTML(&p->w, "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></a>", html_text(from),
         html_text(arena_print(p->arena, "%.1f", HEIGHT - high)), html_text(width),
         html_text(arena_print(p->arena, "%.1f", high)));
}

static void draw_table(struct page *p, const struct plot_bar *bars, size_t count, string_view label)
{
    HTML(&p->w,
         "<details class=\"plot-table\"><summary>{}<span class=\"hidden\">: {}</span></summary>"
         "<table><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>"
         "<tbody>\n",
         html_text(say(p, "As a table")), html_text(label), html_text(say(p, "From")),
         html_text(say(p, "Records")));
    for (size_t i = 0; i < count; i++) {
        if (bars[i].count > 0) {
            HTML(&p->w, "<tr><th scope=\"row\">{}</th><td><a href=\"{}\">{}</a></td></tr>\n",
                 html_text(number_text(p->arena, bars[i].from)), html_text(bars[i].address),
                 html_count(bars[i].count));
        }
    }
    html_put(&p->w, "</tbody></table></details>");
}

void draw_plot(struct page *p, const struct plot_bar *bars, size_t count, double width)
{
    double least = bars[0].from;
    double end = bars[count - 1].from + width;
    double places = (end - least) / width;
    double most = (double)highest(bars, count);
    if (!(places >= 1)) {
        return;
    }
    string_view from = number_text(p->arena, least);
    string_view to = count == 1 ? SV("") : number_text(p->arena, end); // one bar may be one value
    html_put(&p->w, "<svg class=\"field-plot\" viewBox=\"0 0 240 40\" preserveAspectRatio=\"none\" "
                    "aria-hidden=\"true\">");
    for (size_t i = 0; i < count; i++) {
        double x = (bars[i].from - least) / width / places * 240;
        double high = MAX((double)bars[i].count / most * HEIGHT, 0.8);
        double wide = MAX(240 / MIN(places, MOST_BARS) * 0.92, 0.6);
        draw_bar(p, &bars[i], x, wide, high);
    }
    HTML(&p->w,
         "</svg><span class=\"plot-ends\" "
         "aria-hidden=\"true\"><span>{}</span><span>{}</span></span>",
         html_text(from), html_text(to));
    draw_table(p, bars, count,
               count == 1 ? from : SAY_TEXT(p, "Histogram from {} to {}", from, to));
}
