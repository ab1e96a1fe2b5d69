// SPDX-License-Identifier: Apache-2.0
// Draws the view "charts".
#include "api/pages/view_charts.h"

#include "api/pages/language.h"
#include "api/pages/messages.h"
#include "api/pages/terms.h"
#include "api/pages/views.h"

#define WIDTH_ONE  800.0
#define WIDTH_MANY 440.0

const char *const chart_kind_names[CHART_KIND_COUNT] = {
    [CHART_BAR] = "bar",           [CHART_HISTOGRAM] = "histogram", [CHART_TIMELINE] = "timeline",
    [CHART_STACKED] = "stacked",   [CHART_TREEMAP] = "treemap",     [CHART_SUNBURST] = "sunburst",
    [CHART_CALENDAR] = "calendar",
};

enum chart_kind chart_kind_of_name(string_view name)
{
    for (size_t i = 0; i < CHART_KIND_COUNT; i++) {
        if (sv_equal(name, sv_from(chart_kind_names[i]))) {
            return (enum chart_kind)i;
        }
    }
    return CHART_KIND_COUNT;
}

// --- controls --------------------------------------------------------------------------------

static void write_option(struct page *p, string_view value, string_view label, bool chosen)
{
    HTML(&p->w, "<option value=\"{}\"", html_text(value));
    if (chosen) {
        html_put(&p->w, " selected");
    }
    HTML(&p->w, ">{}</option>\n", html_text(label));
}

static void write_kinds(struct page *p, const struct view_charts *charts)
{
    const string_view labels[CHART_KIND_COUNT] = {
        [CHART_BAR] = say(p, "Bars"),          [CHART_HISTOGRAM] = say(p, "Histogram"),
        [CHART_TIMELINE] = say(p, "Timeline"), [CHART_STACKED] = say(p, "Stacked shares"),
        [CHART_TREEMAP] = say(p, "Treemap"),   [CHART_SUNBURST] = say(p, "Sunburst"),
        [CHART_CALENDAR] = say(p, "Calendar"),
    };
    HTML(&p->w,
         "<p><label for=\"charts-kind\">{}</label> <select id=\"charts-kind\" "
         "name=\"charts.kind\">\n",
         html_text(say(p, "Chart")));
    write_option(p, SV(""), say(p, "Overview"), !charts->one);
    for (size_t i = 0; i < CHART_KIND_COUNT; i++) {
        write_option(p, sv_from(chart_kind_names[i]), labels[i],
                     charts->one && charts->kind == (enum chart_kind)i);
    }
    html_put(&p->w, "</select></p>\n");
}

static void write_choices(struct page *p, const struct chart_choice *choices, size_t count,
                          string_view chosen, int group, const char *title)
{
    bool begun = false;
    for (size_t i = 0; i < count; i++) {
        const struct chart_choice *c = &choices[i];
        int of = c->dates ? 1 : c->numbers ? 2 : 0;
        if (of != group) {
            continue;
        }
        if (!begun) {
            HTML(&p->w, "<optgroup label=\"{}\">\n", html_text(say(p, title)));
            begun = true;
        }
        string_view label = arena_print(p->arena, SV_FORMAT " (%u %%)",
                                        SV_ARGUMENT(term_words(p, c->name)), c->filled);
        write_option(p, c->name, label, sv_equal(c->name, chosen));
    }
    if (begun) {
        html_put(&p->w, "</optgroup>\n");
    }
}

void chart_field_select(struct page *p, const char *label, const char *parameter,
                        const struct chart_choice *choices, size_t count, string_view chosen,
                        const char *none, const char *none_value)
{
    // "charts.by" as an identifier that needs no escape in style sheets: "charts-by"
    string_view id = arena_copy(p->arena, sv_from(parameter));
    char *bytes = (char *)id.bytes;
    for (size_t i = 0; i < id.length; i++) {
        bytes[i] = bytes[i] == '.' ? '-' : bytes[i];
    }
    HTML(&p->w, "<p><label for=\"{}\">{}</label> <select id=\"{}\" name=\"{}\">\n", html_text(id),
         html_text(say(p, label)), html_text(id), html_string(parameter));
    if (none != NULL) {
        write_option(p, sv_from(none_value), say(p, none), chosen.length == 0);
    }
    write_choices(p, choices, count, chosen, 0, "Words");
    write_choices(p, choices, count, chosen, 1, "Dates");
    write_choices(p, choices, count, chosen, 2, "Numbers");
    html_put(&p->w, "</select></p>\n");
}

static void write_controls(struct page *p, const struct view_charts *charts)
{
    HTML(&p->w, "<fieldset class=\"chart-controls\"><legend class=\"hidden\">{}</legend>\n",
         html_text(say(p, "Choose a chart")));
    write_kinds(p, charts);
    chart_field_select(p, "of", "charts.by", charts->choices, charts->choice_count, charts->by,
                       "(any field)", "");
    chart_field_select(p, "by", "charts.split", charts->choices, charts->choice_count,
                       charts->split, "(nothing)", "");
    bool tree = charts->kind == CHART_TREEMAP || charts->kind == CHART_SUNBURST;
    if (charts->one && tree) {
        chart_field_select(p, "then by", "charts.then", charts->choices, charts->choice_count,
                           charts->third, "(nothing)", "");
    }
    HTML(&p->w, "<p class=\"without-script\"><button type=\"submit\">{}</button></p>\n",
         html_text(say(p, "Draw")));
    if (charts->one) {
        HTML(&p->w, "<p><a href=\"{}\">{}</a></p>\n", html_text(charts->overview_address),
             html_text(say(p, "Back to the overview")));
    }
    html_put(&p->w, "</fieldset>\n");
}

// --- charts ----------------------------------------------------------------------------------

void chart_files(struct page *p, string_view svg_address, string_view csv_address,
                 string_view subject)
{
    HTML(&p->w,
         "<span class=\"chart-files\" data-island=\"chart-file\" data-svg=\"{}\" data-label=\"{}\" "
         "data-failed=\"{}\">",
         html_text(svg_address), html_text(say(p, "PNG")),
         html_text(say(p, "The picture could not be made")));
    HTML(&p->w, "<a href=\"{}\" download>SVG<span class=\"hidden\">: {}</span></a> ",
         html_text(svg_address), html_text(subject));
    HTML(&p->w, "<a href=\"{}\" download>CSV<span class=\"hidden\">: {}</span></a></span>",
         html_text(csv_address), html_text(subject));
}

static void write_notes(struct page *p, const struct chart *c)
{
    if (c->missing + c->unplaced + c->further == 0) {
        return;
    }
    html_put(&p->w, "<p class=\"chart-notes\">");
    if (c->missing > 0) {
        string_view words = SAY_TEXT(p, "Not recorded: {}", page_grouped(p, c->missing));
        if (c->missing_address.length > 0) {
            HTML(&p->w, "<a href=\"{}\">{}</a> ", html_text(c->missing_address), html_text(words));
        } else {
            HTML(&p->w, "{} ", html_text(words));
        }
    }
    if (c->unplaced > 0) {
        SAY(p, "With other values: {}", html_count(c->unplaced));
        html_put(&p->w, " ");
    }
    if (c->further > 0) {
        SAY(p, "Other values: {}, {} in all", html_count(c->further), html_count(c->rest));
    }
    html_put(&p->w, "</p>\n");
}

static void write_windows(struct page *p, const struct chart *c)
{
    if (c->earlier_address.length + c->later_address.length == 0) {
        return;
    }
    html_put(&p->w, "<p class=\"chart-windows\">");
    if (c->earlier_address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">{}</a> ", html_text(c->earlier_address),
             html_text(say(p, "Earlier years")));
    }
    if (c->later_address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(c->later_address),
             html_text(say(p, "Later years")));
    }
    html_put(&p->w, "</p>\n");
}

static void write_chart(struct page *p, const struct view_charts *charts, size_t i)
{
    const struct chart *c = &charts->charts[i];
    HTML(&p->w, "<figure class=\"chart chart-{}\" id=\"chart-{}\">\n<figcaption><h2>{}</h2>",
         html_string(chart_kind_names[c->kind]), html_number((int64_t)i + 1),
         html_text(chart_title(p, c)));
    html_put(&p->w, "</figcaption>\n");
    if (c->trouble.length > 0) {
        HTML(&p->w, "<p class=\"notice\">{}</p>\n", html_text(say_message(p, c->trouble)));
    } else if (c->item_count > 0) {
        html_put(&p->w, "<div class=\"chart-room\">\n");
        chart_draw(p, c, charts->one ? WIDTH_ONE : WIDTH_MANY, (unsigned)i + 1);
        html_put(&p->w, "</div>\n");
        write_windows(p, c);
    }
    write_notes(p, c);
    if (c->trouble.length == 0) {
        chart_table(p, c);
    }
    html_put(&p->w, "<p class=\"chart-links\">");
    if (!charts->one) {
        HTML(&p->w, "<a href=\"{}\">{}<span class=\"hidden\">: {}</span></a> ",
             html_text(c->address), html_text(say(p, "Larger")), html_text(chart_subject(p, c)));
    }
    chart_files(p, c->svg_address, c->csv_address, chart_subject(p, c));
    html_put(&p->w, "</p>\n</figure>\n");
}

void chart_figures(struct page *p, const struct view_charts *charts)
{
    HTML(&p->w, "<div class=\"charts {}\">\n",
         html_string(charts->one ? "charts-one" : "charts-many"));
    for (size_t i = 0; i < charts->chart_count; i++) {
        write_chart(p, charts, i);
    }
    html_put(&p->w, "</div>\n");
}

void view_draw_charts(struct page *p, const struct search_page *search)
{
    const struct view_charts *charts = search->charts;
    page_style(p, "charts.css");
    write_controls(p, charts);
    if (charts->chart_count == 0) {
        HTML(&p->w, "<p>{}</p>\n",
             html_text(say(p, "These records have no fields that a chart says something of.")));
    }
    chart_figures(p, charts);
}
