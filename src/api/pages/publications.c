// SPDX-License-Identifier: Apache-2.0
// Draws publications.
#include "api/pages/publications.h"

#include "api/pages/language.h"

#include <string.h>

static string_view list_address(struct page *p, const struct literature_line *line,
                                const char *grade)
{
    struct address *a = arena_new(p->arena, struct address);
    if (a == NULL) {
        return SV("/publications");
    }
    address_init(a, SV("/publications"));
    if (line->filter != NULL) {
        address_add(a, sv_from(line->filter), line->value);
    }
    if (grade != NULL) {
        address_add(a, SV("grade"), sv_from(grade));
    }
    return address_print(a, p->arena);
}

static void write_part(struct page *p, const struct literature_line *line, const char *grade,
                       uint64_t count, const char *one, const char *many, bool *first)
{
    if (count > 0) {
        HTML(&p->w, "{}<a href=\"{}\">{}</a>", html_string(*first ? "" : "; "),
             html_text(list_address(p, line, grade)), html_text(say_count(p, count, one, many)));
        *first = false;
    }
}

// Rule G2: each grade is a number of its own.
void page_literature_record(struct page *p, const struct literature_line *line)
{
    bool first = true;
    if (line->named + line->contained + line->estimated == 0) {
        return;
    }
    HTML(&p->w, "<div><dt>{}</dt><dd>", html_text(say(p, "In the literature")));
    write_part(p, line, "named", line->named, "named in {} paper", "named in {} papers", &first);
    write_part(p, line, "contained", line->contained, "in data used by {}", "in data used by {}",
               &first);
    write_part(p, line, "estimated", line->estimated, "by estimate in data used by {}",
               "by estimate in data used by {}", &first);
    html_put(&p->w, "</dd></div>\n");
}

void page_literature_counts(struct page *p, const struct literature_line *line)
{
    HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(list_address(p, line, NULL)),
         html_text(say_count(p, line->total, "{} publication", "{} publications")));
    html_put(&p->w, " <span class=\"small\">");
    SAY(p, "{} direct, {} through GBIF, {} of them both", html_count(line->direct),
        html_count(line->gbif), html_count(line->both));
    html_put(&p->w, "</span>");
}

void page_literature_dataset(struct page *p, const struct literature_line *line)
{
    if (line->total > 0) {
        HTML(&p->w, "<div><dt>{}</dt><dd>", html_text(say(p, "Used in")));
        page_literature_counts(p, line);
        html_put(&p->w, "</dd></div>\n");
    }
}

// --- the list --------------------------------------------------------------------------------

static void begin_option(struct page *p, string_view value, bool chosen)
{
    if (chosen) {
        HTML(&p->w, "<option value=\"{}\" selected>", html_text(value));
    } else {
        HTML(&p->w, "<option value=\"{}\">", html_text(value));
    }
}

static void write_option(struct page *p, const char *value, const char *label, string_view chosen)
{
    begin_option(p, sv_from(value), sv_equal(chosen, sv_from(value)));
    HTML(&p->w, "{}</option>", html_text(say(p, label)));
}

// What the form does not ask goes on as it is.
static void write_hidden(struct page *p, const struct address *state)
{
    static const char *const kept[] = {"record", "identifier"};
    for (size_t i = 0; i < ARRAY_LENGTH(kept); i++) {
        string_view value = address_value(state, sv_from(kept[i]));
        if (value.length > 0) {
            HTML(&p->w, "<input type=\"hidden\" name=\"{}\" value=\"{}\">\n", html_string(kept[i]),
                 html_text(value));
        }
    }
}

static void begin_select(struct page *p, const char *name, const char *label)
{
    HTML(&p->w, "<p><label for=\"{}\">{}</label> <select id=\"{}\" name=\"{}\">", html_string(name),
         html_text(say(p, label)), html_string(name), html_string(name));
}

static void end_select(struct page *p)
{
    html_put(&p->w, "</select></p>\n");
}

static void write_datasets(struct page *p, const struct publications_page *publications)
{
    string_view chosen = address_value(publications->state, SV("dataset"));
    bool listed = chosen.length == 0;
    begin_select(p, "dataset", "Dataset");
    write_option(p, "", "every dataset", chosen);
    for (size_t i = 0; i < publications->dataset_count; i++) {
        const struct publications_dataset *one = &publications->datasets[i];
        bool is_chosen = sv_equal(one->slug, chosen);
        listed = listed || is_chosen;
        begin_option(p, one->slug, is_chosen);
        HTML(&p->w, "{} ({})</option>", html_text(page_start_of(p, one->title)),
             html_count(one->publications));
    }
    if (!listed) { // no publication used it
        begin_option(p, chosen, true);
        HTML(&p->w, "{}</option>", html_text(page_start_of(p, publications->of.label)));
    }
    end_select(p);
}

static void write_grade(struct page *p, string_view chosen)
{
    begin_select(p, "grade", "Evidence");
    write_option(p, "", "every evidence", chosen);
    write_option(p, "named", "names the record", chosen);
    write_option(p, "contained", "cites the search", chosen);
    write_option(p, "estimated", "by estimate used records of", chosen);
    write_option(p, "dataset", "used the dataset", chosen);
    end_select(p);
}

static void write_route(struct page *p, string_view chosen)
{
    begin_select(p, "route", "How it came");
    write_option(p, "", "every way", chosen);
    write_option(p, "direct", "direct", chosen);
    write_option(p, "gbif", "through GBIF", chosen);
    end_select(p);
}

static void write_form(struct page *p, const struct publications_page *publications)
{
    const struct address *state = publications->state;
    HTML(&p->w,
         "<form class=\"publication-filters\" role=\"search\" aria-label=\"{}\" "
         "action=\"/publications\" method=\"get\">\n",
         html_text(say(p, "Publications")));
    write_hidden(p, state);
    HTML(&p->w,
         "<p><label for=\"q\">{}</label> <input type=\"search\" id=\"q\" name=\"q\" "
         "value=\"{}\"></p>\n<p><label for=\"year\">{}</label> <input type=\"text\" "
         "id=\"year\" name=\"year\" size=\"10\" value=\"{}\" placeholder=\"2015..2020\"></p>\n",
         html_text(say(p, "Title, authors or journal")), html_text(address_value(state, SV("q"))),
         html_text(say(p, "Year")), html_text(address_value(state, SV("year"))));
    write_datasets(p, publications);
    write_grade(p, address_value(state, SV("grade")));
    write_route(p, address_value(state, SV("route")));
    HTML(&p->w, "<p><button type=\"submit\" class=\"primary\">{}</button></p>\n</form>\n",
         html_text(say(p, "Search")));
}

static const char *grade_words(const char *grade)
{
    return strcmp(grade, "named") == 0       ? "names the record"
           : strcmp(grade, "contained") == 0 ? "cites the search"
           : strcmp(grade, "estimated") == 0 ? "by estimate used records of"
                                             : "used the dataset";
}

static void write_evidence(struct page *p, const struct publication_row *row)
{
    html_put(&p->w, "<ul class=\"small\">\n");
    for (size_t i = 0; i < row->evidence_count; i++) {
        const struct publication_evidence *one = &row->evidence[i];
        HTML(&p->w, "<li>{} ", html_text(say(p, grade_words(one->grade))));
        if (one->target.address.length > 0) {
            HTML(&p->w, "<a href=\"{}\">{}</a></li>\n", html_text(one->target.address),
                 html_text(page_start_of(p, one->target.label)));
        } else {
            HTML(&p->w, "{}</li>\n", html_text(page_start_of(p, one->target.label)));
        }
    }
    if (row->evidence_more > 0) {
        HTML(&p->w, "<li>{}</li>\n",
             html_text(say_count(p, row->evidence_more, "and {} more", "and {} more")));
    }
    html_put(&p->w, "</ul>\n");
}

static void write_row(struct page *p, const struct publication_row *row)
{
    string_view title = row->title.length > 0 ? row->title : row->address;
    html_put(&p->w, "<li><p><b>");
    if (row->address.length > 0) {
        HTML(&p->w, "<a href=\"{}\" rel=\"nofollow\">{}</a>", html_text(row->address),
             html_text(page_start_of(p, title)));
    } else {
        HTML(&p->w, "{}", html_text(page_start_of(p, title)));
    }
    html_put(&p->w, "</b><br>");
    if (row->authors.length > 0) {
        HTML(&p->w, "{} ", html_text(page_start_of(p, row->authors)));
    }
    if (row->year != 0) {
        HTML(&p->w, "({}) ", html_number(row->year));
    }
    HTML(&p->w, "<i>{}</i> <span class=\"badge\">{}</span></p>\n",
         html_text(page_start_of(p, row->venue)),
         html_text(say(p, row->direct && row->gbif ? "direct and through GBIF"
                          : row->gbif              ? "through GBIF"
                                                   : "direct")));
    write_evidence(p, row);
    html_put(&p->w, "</li>\n");
}

static void write_none(struct page *p, const struct publications_page *publications)
{
    if (publications->state->count == 0) {
        HTML(&p->w, "<p>{}</p>\n", html_text(say(p, "No publication is known.")));
        return;
    }
    HTML(&p->w, "<p>{} <a href=\"/publications\">{}</a></p>\n",
         html_text(say(p, "No publication that is known fits this.")),
         html_text(say(p, "All publications")));
}

static void write_list(struct page *p, const struct publications_page *publications)
{
    if (publications->row_count == 0) {
        write_none(p, publications);
        return;
    }
    HTML(&p->w, "<ol class=\"publications\" start=\"{}\">\n",
         html_number((int64_t)publications->offset + 1));
    for (size_t i = 0; i < publications->row_count; i++) {
        write_row(p, &publications->rows[i]);
    }
    html_put(&p->w, "</ol>\n");
    page_pager(p, publications->state, publications->counts.total, publications->limit,
               publications->offset);
}

// The address of this list with one thing more asked for.
static string_view narrowed(struct page *p, const struct address *state, const char *name,
                            const char *value)
{
    struct address *a = arena_new(p->arena, struct address);
    if (a == NULL) {
        return SV("/publications");
    }
    *a = *state;
    address_remove(a, SV("offset"));
    address_remove(a, sv_from(name));
    address_add(a, sv_from(name), sv_from(value));
    return address_print(a, p->arena);
}

// A number that leads to what it counts; what is nothing leads nowhere.
static void write_number(struct page *p, const struct publications_page *publications,
                         const char *name, const char *value, string_view words, bool counts)
{
    html_put(&p->w, "<li>");
    if (counts) {
        HTML(&p->w, "<a href=\"{}\">{}</a>",
             html_text(narrowed(p, publications->state, name, value)), html_text(words));
    } else {
        HTML(&p->w, "{}", html_text(words));
    }
    html_put(&p->w, "</li>\n");
}

static void write_routes(struct page *p, const struct publications_page *publications)
{
    const struct literature_line *c = &publications->counts;
    HTML(&p->w, "<p><b>{}</b></p>\n<ul class=\"publication-counts\">\n",
         html_text(say_count(p, c->total, "{} publication", "{} publications")));
    write_number(p, publications, "route", "direct",
                 say_count(p, c->direct, "{} direct", "{} direct"), c->direct > 0);
    write_number(p, publications, "route", "gbif",
                 say_count(p, c->gbif, "{} through GBIF", "{} through GBIF"), c->gbif > 0);
    if (c->both > 0) {
        HTML(&p->w, "<li>{}</li>\n",
             html_text(say_count(p, c->both, "{} of them both", "{} of them both")));
    }
    html_put(&p->w, "</ul>\n");
}

// Rule G2: each grade is a number of its own.
static void write_grades(struct page *p, const struct publications_page *publications)
{
    const struct literature_line *c = &publications->counts;
    HTML(&p->w, "<p class=\"small\">{}</p>\n<ul class=\"publication-counts\">\n",
         html_text(say(p, "By their evidence, which is never added together: one publication may "
                          "stand in several.")));
    write_number(p, publications, "grade", "named",
                 say_count(p, c->named, "{} names a record", "{} name records"), c->named > 0);
    write_number(p, publications, "grade", "contained",
                 say_count(p, c->contained, "{} cites a search of this portal",
                           "{} cite searches of this portal"),
                 c->contained > 0);
    write_number(
        p, publications, "grade", "estimated",
        say_count(p, c->estimated, "{} used records by estimate", "{} used records by estimate"),
        c->estimated > 0);
    write_number(p, publications, "grade", "dataset",
                 say_count(p, publications->of_datasets, "{} cites a dataset", "{} cite datasets"),
                 publications->of_datasets > 0);
    html_put(&p->w, "</ul>\n");
}

static void write_sources(struct page *p, const struct publications_page *publications)
{
    if (publications->source_count == 0) {
        return;
    }
    HTML(&p->w, "<p class=\"small\">{} ", html_text(say(p, "Last gathered:")));
    for (size_t i = 0; i < publications->source_count; i++) {
        HTML(&p->w, "{}{} {}", html_string(i == 0 ? "" : ", "),
             html_string(publications->sources[i].name),
             html_text(page_date(p, publications->sources[i].at)));
    }
    html_put(&p->w, "</p>\n");
}

status page_publications(const struct publications_page *publications, struct arena *arena,
                         struct buffer *out, struct error *e)
{
    struct page p = {.arena = arena, .site = publications->site};
    const struct page_head head = {
        .title = say(&p, "Publications"),
        .description = say(&p, "Publications that used the records and datasets of this portal."),
        .canonical = publications->state->count == 0 ? SV("/publications") : SV(""),
        .noindex = publications->state->count > 0,
        .section = "statistics",
        .search_form = true,
    };
    page_begin(&p, publications->site, arena, out, &head);
    page_style(&p, "publications.css");
    HTML(&p.w, "<div class=\"prose\">\n<h1>{}</h1>\n", html_text(head.title));
    if (publications->of.label.length > 0) {
        HTML(&p.w, "<p class=\"lead\"><a href=\"{}\">{}</a></p>\n",
             html_text(publications->of.address),
             html_text(page_start_of(&p, publications->of.label)));
    }
    if (publications->counts.total > 0) {
        write_routes(&p, publications);
        write_grades(&p, publications);
    }
    if (publications->counts.total > 0 || publications->state->count > 0) {
        write_form(&p, publications);
    }
    write_list(&p, publications);
    write_sources(&p, publications);
    html_put(&p.w, "</div>\n");
    return page_end(&p, e);
}
