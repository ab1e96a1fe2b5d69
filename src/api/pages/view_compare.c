// SPDX-License-Identifier: Apache-2.0
// Draws the view "compare": which searches, what is measured, the picture, the table.
#include "api/pages/view_compare.h"

#include "api/pages/language.h"
#include "api/pages/messages.h"
#include "api/pages/terms.h"
#include "api/pages/views.h"
#include "base/bidi.h"

const char *const compare_measure_names[COMPARE_MEASURES] = {
    [COMPARE_COUNT] = "count",       [COMPARE_SHARE] = "share", [COMPARE_SPECIES] = "species",
    [COMPARE_DISTINCT] = "distinct", [COMPARE_MEAN] = "mean",
};

enum compare_measure compare_measure_of_name(string_view name)
{
    size_t i = 0;
    while (i < COMPARE_MEASURES && !sv_equal(name, sv_from(compare_measure_names[i]))) {
        i++;
    }
    return (enum compare_measure)i;
}

// --- words -----------------------------------------------------------------------------------

string_view compare_letter(struct page *p, size_t search)
{
    return arena_print(p->arena, "%c", (char)('A' + (int)MIN(search, (size_t)25)));
}

string_view compare_row_label(struct page *p, const struct compare_row *row)
{
    return row->kind == CHART_MISSING ? say(p, "not recorded")
           : row->kind == CHART_REST  ? say(p, "all together")
                                      : row->label;
}

string_view compare_value(struct page *p, const struct view_compare *c,
                          const struct compare_cell *cell)
{
    if (!cell->has_value) {
        return SV("–");
    }
    switch (c->measure) {
    case COMPARE_SHARE:
    case COMPARE_SPECIES:
        return arena_print(p->arena, "%.1f %%", cell->value * 100);
    case COMPARE_MEAN:
        return arena_print(p->arena, "%.6g", cell->value);
    default:
        return page_grouped(p, (uint64_t)cell->value);
    }
}

string_view compare_interval(struct page *p, const struct view_compare *c,
                             const struct compare_cell *cell)
{
    (void)c;
    return cell->has_interval
               ? arena_print(p->arena, "%.1f–%.1f %%", cell->low * 100, cell->high * 100)
               : SV("–");
}

// "female and male"
static string_view base_in_words(struct page *p, const struct view_compare *c)
{
    string_view words = SV("");
    for (size_t i = 0; i < c->term_count; i++) {
        if ((c->base_terms >> i & 1) != 0) {
            words = words.length == 0 ? c->terms[i]
                                      : arena_print(p->arena, SV_FORMAT " + " SV_FORMAT,
                                                    SV_ARGUMENT(words), SV_ARGUMENT(c->terms[i]));
        }
    }
    return words;
}

static string_view measure_in_words(struct page *p, const struct view_compare *c)
{
    string_view of = bidi_isolate(p->arena, term_words(p, c->of));
    switch (c->measure) {
    case COMPARE_SHARE:
        return SAY_TEXT(p, "{}: share of {}", of, c->term);
    case COMPARE_SPECIES:
        return SAY_TEXT(p, "{}: share of {}, mean over species", of, c->term);
    case COMPARE_DISTINCT:
        return SAY_TEXT(p, "Different values of {}", of);
    case COMPARE_MEAN:
        return SAY_TEXT(p, "Mean of {}", of);
    default:
        return say(p, "Records");
    }
}

string_view compare_title(struct page *p, const struct view_compare *c)
{
    string_view measure = measure_in_words(p, c);
    string_view by = bidi_isolate(p->arena, term_words(p, c->by));
    return c->by.length == 0 ? measure
           : c->decades      ? SAY_TEXT(p, "{}, by {} in decades", measure, by)
                             : SAY_TEXT(p, "{}, by {}", measure, by);
}

static string_view left_out_in_words(struct page *p, const struct view_compare *c)
{
    string_view words = SV("");
    for (size_t i = 0; i < c->search_count && words.length == 0; i++) {
        if (c->searches[i].left_out.length > 0) {
            words = SAY_TEXT(p, "Index lots are left out: {}.", c->searches[i].left_out);
        }
    }
    return words;
}

string_view compare_method(struct page *p, const struct view_compare *c)
{
    string_view out = SV("");
    string_view base = base_in_words(p, c);
    if (c->measure == COMPARE_SHARE) {
        out = SAY_TEXT(p,
                       "Share = {} / ({}); records that count as anything else stand beside it, "
                       "never in the denominator. Whiskers: Wilson's 95 % interval. A record of "
                       "several animals counts once, as mixed where it names both. {}",
                       c->term, base, left_out_in_words(p, c));
    } else if (c->measure == COMPARE_SPECIES) {
        out = SAY_TEXT(p,
                       "Each species has its share = {} / ({}) and counts once, whatever its "
                       "number of records; species without either are left out. Whiskers: mean ± "
                       "1.96 standard errors. {}",
                       c->term, base, left_out_in_words(p, c));
    }
    if (c->without > 0) {
        out = SAY_TEXT(p, "{} Groups without any of these: {}.", out, page_grouped(p, c->without));
    }
    if (c->further > 0) {
        out = SAY_TEXT(p, "{} Groups not shown: {}.", out, page_grouped(p, c->further));
    }
    return sv_trim(out);
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

static void write_measures(struct page *p, const struct view_compare *c)
{
    const string_view labels[COMPARE_MEASURES] = {
        [COMPARE_COUNT] = say(p, "Number of records"),
        [COMPARE_SHARE] = say(p, "Share of a term (sex, ...)"),
        [COMPARE_SPECIES] = say(p, "Share, mean over species"),
        [COMPARE_DISTINCT] = say(p, "Different values"),
        [COMPARE_MEAN] = say(p, "Mean of a number"),
    };
    HTML(&p->w,
         "<p><label for=\"compare-measure\">{}</label> <select id=\"compare-measure\" "
         "name=\"compare.measure\">\n",
         html_text(say(p, "Measure")));
    for (size_t i = 0; i < COMPARE_MEASURES; i++) {
        write_option(p, sv_from(compare_measure_names[i]), labels[i],
                     c->measure == (enum compare_measure)i);
    }
    html_put(&p->w, "</select></p>\n");
}

static void write_terms(struct page *p, const struct view_compare *c)
{
    if (c->measure != COMPARE_SHARE && c->measure != COMPARE_SPECIES) {
        return;
    }
    HTML(&p->w,
         "<p><label for=\"compare-term\">{}</label> <select id=\"compare-term\" "
         "name=\"compare.term\">\n",
         html_text(say(p, "term")));
    for (size_t i = 0; i < c->term_count; i++) {
        write_option(p, c->terms[i], c->terms[i], sv_equal(c->terms[i], c->term));
    }
    html_put(&p->w, "</select></p>\n");
}

static void write_presets(struct page *p, const struct view_compare *c)
{
    if (c->preset_count == 0) {
        return;
    }
    HTML(&p->w, "<p class=\"compare-presets\"><b>{}</b> ", html_text(say(p, "Sex study:")));
    for (size_t i = 0; i < c->preset_count; i++) {
        HTML(&p->w, "<a href=\"{}\">{}</a> ", html_text(c->presets[i].address),
             html_text(c->presets[i].label.length > 0 ? c->presets[i].label
                                                      : say(p, "mean over species")));
    }
    html_put(&p->w, "</p>\n");
}

static void write_controls(struct page *p, const struct view_compare *c)
{
    HTML(&p->w, "<fieldset class=\"chart-controls\"><legend class=\"hidden\">{}</legend>\n",
         html_text(say(p, "What is compared")));
    write_measures(p, c);
    chart_field_select(p, "of", "compare.of", c->choices, c->choice_count, c->of, "(nothing)", "");
    write_terms(p, c);
    chart_field_select(p, "by", "compare.by", c->choices, c->choice_count, c->by, "(all together)",
                       "-");
    HTML(&p->w, "<p class=\"without-script\"><button type=\"submit\">{}</button></p>\n",
         html_text(say(p, "Draw")));
    write_presets(p, c);
    html_put(&p->w, "</fieldset>\n");
}

// --- searches --------------------------------------------------------------------------------

static void write_removal(struct page *p, const struct compare_search *s)
{
    HTML(&p->w,
         "<input type=\"hidden\" name=\"compare.with\" value=\"{}\"> <a class=\"more\" "
         "href=\"{}\">{}<span class=\"hidden\"> {}</span></a>",
         html_text(s->given), html_text(s->remove_address), html_text(say(p, "Remove")),
         html_text(page_start_of(p, s->source.query)));
}

static void write_search(struct page *p, const struct view_compare *c, size_t i)
{
    const struct compare_search *s = &c->searches[i];
    struct html_writer *w = &p->w;
    HTML(w, "<li><span class=\"compare-letter c-l{}\">{}</span> <a href=\"{}\">{}</a> ",
         html_number((int64_t)i + 1), html_text(compare_letter(p, i)), html_text(s->address),
         html_text(page_start_of(p, s->source.query)));
    string_view records = s->all_kinds
                              ? say_count(p, s->total, "{} record", "{} records of all kinds")
                              : say_count(p, s->total, "{} record", "{} records");
    HTML(w, "<span class=\"small\">{}", html_text(records));
    if (c->searches[0].source.version != s->source.version) {
        html_put(w, ", ");
        page_time(p, s->source.version);
    }
    html_put(w, "</span>");
    if (i > 0) {
        write_removal(p, s);
    }
    html_put(w, "</li>\n");
}

static void write_failed(struct page *p, const struct compare_search *s)
{
    HTML(&p->w, "<li class=\"notice\">{}: {}", html_text(page_start_of(p, s->given)),
         html_text(say_message(p, s->trouble)));
    write_removal(p, s);
    html_put(&p->w, "</li>\n");
}

static void write_adding(struct page *p, const struct view_compare *c)
{
    struct html_writer *w = &p->w;
    HTML(w,
         "<p class=\"compare-add\"><label for=\"compare-with\">{}</label> <input type=\"text\" "
         "id=\"compare-with\" name=\"compare.with\" autocomplete=\"off\" placeholder=\"{}\">",
         html_text(say(p, "Compare with a search's address")),
         html_text(say(p, "/search?class=Aves")));
    if (c->dataset_count > 0) {
        HTML(w,
             " <label for=\"compare-dataset\">{}</label> <select id=\"compare-dataset\" "
             "name=\"compare.with\">\n",
             html_text(say(p, "or a dataset")));
        write_option(p, SV(""), say(p, "(none)"), true);
        for (size_t i = 0; i < c->dataset_count; i++) {
            write_option(p, c->datasets[i].address, c->datasets[i].label, false);
        }
        html_put(w, "</select>");
    }
    HTML(w, " <button type=\"submit\" class=\"without-script\">{}</button></p>\n",
         html_text(say(p, "Add")));
    if (c->everything_address.length + c->before_address.length == 0) {
        return;
    }
    html_put(w, "<p class=\"compare-presets\">");
    if (c->everything_address.length > 0) {
        HTML(w, "<a href=\"{}\">{}</a> ", html_text(c->everything_address),
             html_text(say(p, "with all records")));
    }
    if (c->before_address.length > 0) {
        HTML(w, "<a href=\"{}\">{}</a>", html_text(c->before_address),
             html_text(say(p, "with a year before")));
    }
    html_put(w, "</p>\n");
}

static void write_searches(struct page *p, const struct view_compare *c)
{
    HTML(&p->w, "<section class=\"compare-searches\" aria-label=\"{}\">\n<ol>\n",
         html_text(say(p, "Searches compared")));
    for (size_t i = 0; i < c->search_count; i++) {
        write_search(p, c, i);
    }
    for (size_t i = 0; i < c->failed_count; i++) {
        write_failed(p, &c->failed[i]);
    }
    html_put(&p->w, "</ol>\n");
    if (c->search_count + c->failed_count < COMPARE_MOST) {
        write_adding(p, c);
    }
    html_put(&p->w, "</section>\n");
}

void view_draw_compare(struct page *p, const struct search_page *search)
{
    const struct view_compare *c = search->compare;
    page_style(p, "charts.css");
    write_searches(p, c);
    write_controls(p, c);
    HTML(&p->w,
         "<div class=\"charts charts-one\">\n<figure class=\"chart\">\n<figcaption><h2>{}"
         "</h2></figcaption>\n",
         html_text(compare_title(p, c)));
    if (c->trouble.length > 0) {
        HTML(&p->w, "<p class=\"notice\">{}</p>\n", html_text(say_message(p, c->trouble)));
    } else {
        html_put(&p->w, "<div class=\"chart-room\">\n");
        compare_draw(p, c);
        HTML(&p->w, "</div>\n<p class=\"chart-notes\">{}</p>\n", html_text(compare_method(p, c)));
        compare_table(p, c);
        html_put(&p->w, "<p class=\"chart-links\">");
        chart_files(p, c->svg_address, c->csv_address, compare_title(p, c));
        html_put(&p->w, "</p>\n");
    }
    html_put(&p->w, "</figure>\n</div>\n");
}
