// SPDX-License-Identifier: Apache-2.0
// The words around a chart, and the choice of its drawing.
#include "api/pages/chart.h"

#include "api/pages/chart_internal.h"
#include "api/pages/chart_text.h"
#include "api/pages/language.h"
#include "api/pages/messages.h"
#include "api/pages/terms.h"
#include "base/bidi.h"

#define WIDTH_ALONE 800.0
#define MOST_TABBED ((size_t)30) // links in a picture; the table has more of them
#define TITLE_VALUE 60           // characters, about, of a value in a sentence

// --- words -----------------------------------------------------------------------------------

string_view chart_label(struct page *p, const struct chart_item *item)
{
    return item->kind == CHART_MISSING ? say(p, "not recorded")
           : item->kind == CHART_REST  ? say(p, "other values")
                                       : item->label;
}

string_view chart_item_name(struct page *p, string_view label, uint64_t count)
{
    return arena_print(p->arena, SV_FORMAT ": " SV_FORMAT,
                       SV_ARGUMENT(bidi_isolate(p->arena, label)),
                       SV_ARGUMENT(say_count(p, count, "{} record", "{} records")));
}

string_view chart_short_count(struct page *p, double count)
{
    if (count >= 1e6) {
        string_view digits = arena_print(p->arena, "%.12g", count / 1e6);
        return SAY_TEXT(p, "{} million", digits);
    }
    return page_grouped(p, (uint64_t)count);
}

string_view chart_subject(struct page *p, const struct chart *c)
{
    string_view all = SV("");
    for (size_t i = 0; i < c->field_count; i++) {
        all = arena_print(p->arena, SV_FORMAT "%s" SV_FORMAT, SV_ARGUMENT(all), i == 0 ? "" : ", ",
                          SV_ARGUMENT(bidi_isolate(p->arena, term_words(p, c->fields[i]))));
    }
    return all;
}

static string_view of_all(struct page *p, const struct chart *c)
{
    return c->all_kinds ? say_count(p, c->total, "{} record", "{} records of all kinds")
                        : say_count(p, c->total, "{} record", "{} records");
}

// The value with the most records; NULL where there is none.
static const struct chart_item *greatest_item(const struct chart *c)
{
    const struct chart_item *most = NULL;
    for (size_t i = 0; i < c->item_count; i++) {
        const struct chart_item *item = &c->items[i];
        bool counts = item->kind == CHART_VALUE && item->parent == CHART_NO_PARENT;
        most = counts && item->count > (most == NULL ? 0 : most->count) ? item : most;
    }
    return most;
}

string_view chart_title(struct page *p, const struct chart *c)
{
    string_view subject = chart_subject(p, c);
    const struct chart_item *most = greatest_item(c);
    if (c->kind == CHART_STACKED && c->field_count > 1) {
        return SAY_TEXT(p, "{}: shares by {}, of {}", term_words(p, c->fields[1]),
                        term_words(p, c->fields[0]), of_all(p, c));
    }
    if (most == NULL) {
        return SAY_TEXT(p, "{}: nothing to draw in {}", subject, of_all(p, c));
    }
    string_view label = chart_text_fit(p->arena, chart_label(p, most), 1, TITLE_VALUE * 0.57, NULL);
    string_view count = page_grouped(p, most->count);
    if (c->kind == CHART_BAR || c->kind == CHART_TREEMAP || c->kind == CHART_SUNBURST) {
        return SAY_TEXT(p, "{}: {} has the most, {} of {}", subject, label, count, of_all(p, c));
    }
    return SAY_TEXT(p, "{}: most are of {}, {} of {}", subject, label, count, of_all(p, c));
}

// --- the picture -----------------------------------------------------------------------------

void chart_body_begin(struct page *p, struct chart_body *body)
{
    buffer_init(&body->text, (size_t)8 << 20);
    body->out = p->w.out;
    p->w.out = &body->text;
}

void chart_body_end(struct chart_picture *c, struct chart_body *body, string_view name)
{
    struct page *p = c->page;
    p->w.out = body->out;
    pen_begin(c, name);
    buffer_append_view(p->w.out, buffer_view(&body->text));
    p->w.misplaced = p->w.misplaced || body->text.failed;
    pen_end(c);
    buffer_release(&body->text);
}

static double draw(struct chart_picture *c, const struct chart *chart)
{
    static double (*const drawings[CHART_KIND_COUNT])(struct chart_picture *,
                                                      const struct chart *) = {
        [CHART_BAR] = chart_draw_bars,          [CHART_HISTOGRAM] = chart_draw_columns,
        [CHART_TIMELINE] = chart_draw_columns,  [CHART_STACKED] = chart_draw_stacks,
        [CHART_TREEMAP] = chart_draw_treemap,   [CHART_SUNBURST] = chart_draw_sunburst,
        [CHART_CALENDAR] = chart_draw_calendar,
    };
    return drawings[chart->kind](c, chart);
}

void chart_draw(struct page *p, const struct chart *chart, double width, unsigned number)
{
    struct chart_body body;
    struct chart_picture c = {.page = p, .width = width, .number = number};
    bool rows = chart->kind == CHART_BAR; // whose links are large enough for a finger
    c.tabbable = rows && chart->item_count <= MOST_TABBED;
    if (chart->kind == CHART_SUNBURST) {
        c.width = MIN(width, 620);
    }
    chart_body_begin(p, &body);
    c.height = draw(&c, chart);
    chart_body_end(&c, &body, chart_title(p, chart));
}

double chart_draw_source(struct chart_picture *c, double y, const struct chart_source *source)
{
    struct page *p = c->page;
    char version[25];
    double start = y;
    moment_to_text(source->version, version);
    y += 14;
    pen_line(c, ROLE_AXIS, 0, y, c->width, y);
    const string_view lines[] = {
        SAY_TEXT(p, "Search: {}", source->query),
        SAY_TEXT(p, "{} as of {}", p->site->name,
                 source->version > 0 ? sv_from(version) : say(p, "the beginning")),
        SAY_TEXT(p, "Query SHA-256 {}", source->name),
        source->address,
    };
    for (size_t i = 0; i < ARRAY_LENGTH(lines); i++) {
        y += pen_paragraph(c, ROLE_QUIET, CHART_TEXT_LOW, y, lines[i]);
    }
    if (p->site->demo) {
        y += pen_paragraph(c, ROLE_QUIET, CHART_TEXT_LOW, y,
                           say(p, "A demonstration: these records are invented."));
    }
    return y + 6 - start;
}

static double draw_notes(struct chart_picture *c, const struct chart *chart, double y)
{
    struct page *p = c->page;
    double start = y;
    if (chart->missing > 0) {
        y += pen_paragraph(c, ROLE_QUIET, CHART_TEXT_LOW, y,
                           SAY_TEXT(p, "Not recorded: {}", page_grouped(p, chart->missing)));
    }
    if (chart->unplaced > 0) {
        y += pen_paragraph(c, ROLE_QUIET, CHART_TEXT_LOW, y,
                           SAY_TEXT(p, "With other values: {}", page_grouped(p, chart->unplaced)));
    }
    if (chart->further > 0) {
        string_view words = SAY_TEXT(p, "Other values: {}, {} in all",
                                     page_grouped(p, chart->further), page_grouped(p, chart->rest));
        y += pen_paragraph(c, ROLE_QUIET, CHART_TEXT_LOW, y, words);
    }
    return y - start;
}

void chart_draw_alone(struct page *p, const struct chart *chart, const struct chart_source *source)
{
    struct chart_body body;
    struct chart_picture c = {.page = p, .alone = true, .width = WIDTH_ALONE};
    string_view title = chart_title(p, chart);
    chart_body_begin(p, &body);
    double y = pen_paragraph(&c, ROLE_STRONG, 17, 0, title) + 16;
    if (chart->trouble.length > 0) {
        y += pen_paragraph(&c, ROLE_TEXT, CHART_TEXT, y, say_message(p, chart->trouble));
    } else {
        HTML(&p->w, "<g transform=\"translate(0 {})\">\n",
             html_text(arena_print(p->arena, "%.1f", y)));
        y += draw(&c, chart);
        html_put(&p->w, "</g>\n");
        y += draw_notes(&c, chart, y);
    }
    y += chart_draw_source(&c, y, source);
    c.height = y;
    chart_body_end(&c, &body, title);
}
