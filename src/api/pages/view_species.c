// SPDX-License-Identifier: Apache-2.0
// The search as the list of its taxa, a page at a time.
#include "api/pages/view_species.h"

#include "api/pages/language.h"
#include "api/pages/terms.h"
#include "api/pages/views.h"

// Two fields may have one label, such as the museum's currentScientificName; then each says its
// name.
static string_view level_label(struct page *p, const struct view_species *s, size_t index)
{
    string_view label = term_words(p, s->levels[index].field);
    for (size_t i = 0; i < index; i++) {
        if (sv_equal(term_words(p, s->levels[i].field), label)) {
            return arena_print(p->arena, SV_FORMAT " (" SV_FORMAT ")", SV_ARGUMENT(label),
                               SV_ARGUMENT(s->levels[index].field));
        }
    }
    return label;
}

static void write_levels(struct page *p, const struct view_species *s)
{
    HTML(&p->w, "<nav class=\"choices\" aria-label=\"{}\"><ul>\n",
         html_text(say(p, "Which rank is listed")));
    for (size_t i = 0; i < s->level_count; i++) {
        const struct species_level *level = &s->levels[i];
        HTML(&p->w, "<li><a href=\"{}\"", html_text(level->address));
        if (sv_equal(level->field, s->field)) {
            html_put(&p->w, " aria-current=\"true\"");
        }
        HTML(&p->w, ">{}</a></li>\n", html_text(level_label(p, s, i)));
    }
    html_put(&p->w, "</ul></nav>\n");
}

static void write_range(struct page *p, const struct view_species *s)
{
    html_put(&p->w, "<p class=\"range\">");
    SAY(p, "{} to {} of {} different values of “{}”", html_count(s->offset + 1),
        html_count(s->offset + s->row_count), html_count(s->distinct),
        html_text(term_words(p, s->field)));
    html_put(&p->w, "</p>\n");
}

// Rule C4: a count over several kinds says so.
static void write_kinds(struct page *p, const struct search_page *search)
{
    if (search->matches.count > 1) {
        html_put(&p->w, "<p class=\"small\">");
        SAY(p, "Counts are of records of all kinds: {}.",
            html_text(kinds_in_words(p, &search->matches)));
        html_put(&p->w, "</p>\n");
    }
}

static void write_order(struct page *p, string_view label, string_view address, bool chosen,
                        const char *order, const char *style)
{
    HTML(&p->w, "<th scope=\"col\" class=\"{}\"", html_string(style));
    if (chosen) {
        HTML(&p->w, " aria-sort=\"{}\"", html_string(order));
    }
    HTML(&p->w, "><a href=\"{}\">{}</a></th>", html_text(address), html_text(label));
}

static void write_head(struct page *p, const struct view_species *s)
{
    html_put(&p->w, "<thead><tr>");
    if (s->pictures) {
        HTML(&p->w, "<th scope=\"col\"><span class=\"hidden\">{}</span></th>",
             html_text(say(p, "Picture")));
    }
    write_order(p, term_words(p, s->field), s->name_address, s->by_name, "ascending", "name");
    write_order(p, say(p, "Records"), s->count_address, !s->by_name, "descending", "number");
    if (s->years) {
        HTML(&p->w,
             "<th scope=\"col\" class=\"number\">{}</th><th scope=\"col\" "
             "class=\"number\">{}</th>",
             html_text(say(p, "First year")), html_text(say(p, "Last year")));
    }
    html_put(&p->w, "</tr></thead>\n");
}

static void write_picture(struct page *p, const struct species_row *row)
{
    if (row->picture.length == 0) {
        html_put(&p->w, "<td class=\"picture\"></td>");
        return;
    }
    HTML(&p->w,
         "<td class=\"picture\"><a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"56\" "
         "height=\"42\" loading=\"lazy\"></a></td>",
         html_text(row->picture_address), html_text(row->picture),
         html_text(page_start_of(p, row->name)));
}

static void write_name(struct page *p, const struct view_species *s, const struct species_row *row)
{
    html_put(&p->w, "<th scope=\"row\" class=\"name\">");
    if (row->about.length > 0) {
        HTML(&p->w, "<a href=\"{}\">", html_text(row->about));
    }
    if (s->is_name) {
        HTML(&p->w, "<i lang=\"la\">{}</i>", html_text(page_start_of(p, row->name)));
    } else {
        HTML(&p->w, "{}", html_text(page_start_of(p, row->name)));
    }
    if (row->about.length > 0) {
        html_put(&p->w, "</a>");
    }
    html_put(&p->w, "</th>");
}

static void write_year(struct page *p, const struct species_row *row, int64_t year)
{
    html_put(&p->w, "<td class=\"number\">");
    if (row->has_years) {
        HTML(&p->w, "{}", html_number(year));
    }
    html_put(&p->w, "</td>");
}

static void write_row(struct page *p, const struct view_species *s, const struct species_row *row)
{
    html_put(&p->w, "<tr>");
    if (s->pictures) {
        write_picture(p, row);
    }
    write_name(p, s, row);
    html_put(&p->w, "<td class=\"number\">");
    if (row->address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(row->address), html_count(row->count));
    } else {
        HTML(&p->w, "{}", html_count(row->count));
    }
    html_put(&p->w, "</td>");
    if (s->years) {
        write_year(p, row, row->first);
        write_year(p, row, row->last);
    }
    html_put(&p->w, "</tr>\n");
}

// The names of this page, a line each, for the clipboard.
static void write_copy(struct page *p, const struct view_species *s)
{
    html_put(&p->w, "<pre id=\"species-names\" hidden>");
    for (size_t i = 0; i < s->row_count; i++) {
        HTML(&p->w, "{}\n", html_text(s->rows[i].name));
    }
    html_put(&p->w, "</pre>\n<p class=\"view-actions\">");
    HTML(&p->w, "<a href=\"{}\" download>{}</a> ", html_text(s->csv_address),
         html_text(say(p, "The whole list as CSV")));
    page_copy_button(p, "species-names", language_text(p->site->language, "Copy these names"));
    html_put(&p->w, "</p>\n");
}

static void write_missing(struct page *p, const struct view_species *s)
{
    if (s->missing == 0) {
        return;
    }
    string_view words =
        say_count(p, s->missing, "{} record without a value", "{} records without a value");
    if (s->missing_address.length > 0) {
        HTML(&p->w, "<p class=\"small\"><a href=\"{}\">{}</a></p>\n", html_text(s->missing_address),
             html_text(words));
    } else {
        HTML(&p->w, "<p class=\"small\">{}</p>\n", html_text(words));
    }
}

void view_draw_species(struct page *p, const struct search_page *search)
{
    const struct view_species *s = search->species;
    page_style(p, "species.css");
    if (s == NULL || s->field.length == 0) {
        HTML(&p->w, "<p class=\"nothing\">{}</p>\n",
             html_text(say(p, "None of the tables searched has a field of names.")));
        return;
    }
    write_levels(p, s);
    if (s->row_count > 0) {
        write_range(p, s);
        write_kinds(p, search);
        write_copy(p, s);
        HTML(&p->w,
             "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n"
             "<table class=\"records species\">\n",
             html_text(say(p, "Taxa of these records")));
        write_head(p, s);
        html_put(&p->w, "<tbody>\n");
        for (size_t i = 0; i < s->row_count; i++) {
            write_row(p, s, &s->rows[i]);
        }
        html_put(&p->w, "</tbody>\n</table>\n</div>\n");
    }
    write_missing(p, s);
    page_pager(p, search->state, s->distinct, s->limit, s->offset);
}
