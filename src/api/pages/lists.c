// SPDX-License-Identifier: Apache-2.0
// The page of pasted lists.
#include "api/pages/lists.h"

#include "api/pages/language.h"
#include "api/pages/messages.h"
#include "api/pages/terms.h"

static const struct {
    const char *title;
    const char *one;
    const char *many;
} part_words[3] = {
    {"Found in one record", "{} value stands in one record", "{} values stand in one record each"},
    {"Not found", "{} value stands in no record", "{} values stand in no record"},
    {"Ambiguous", "{} value stands in several records", "{} values stand in several records each"},
};

// The CSV of a part needs the list again: the button sends it there.
static void write_csv(struct page *p, const struct lists_page *lists, const struct list_part *part)
{
    bool first = lists->query.length == 0;
    string_view target = arena_print(p->arena, "/lists" SV_FORMAT "%spart=%s&format=csv",
                                     SV_ARGUMENT(lists->query), first ? "?" : "&", part->name);
    HTML(&p->w,
         "<button type=\"submit\" form=\"list-form\" formaction=\"{}\">{}<span class=\"hidden\">: "
         "{}</span></button>",
         html_text(target), html_text(say(p, "CSV")),
         html_text(say(p, part_words[part - lists->parts].title)));
}

static void write_rows(struct page *p, const struct list_part *part)
{
    html_put(&p->w, "<ul class=\"list-values\">\n");
    for (size_t i = 0; i < part->row_count; i++) {
        const struct list_row *row = &part->rows[i];
        html_put(&p->w, "<li>");
        if (row->address.length > 0) {
            HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(row->address),
                 html_text(page_start_of(p, row->value)));
        } else {
            HTML(&p->w, "{}", html_text(page_start_of(p, row->value)));
        }
        if (row->records > 1) {
            html_put(&p->w, " <span class=\"small\">");
            SAY(p, "{} records", html_count(row->records));
            html_put(&p->w, "</span>");
        }
        html_put(&p->w, "</li>\n");
    }
    html_put(&p->w, "</ul>\n");
    if (part->values > part->row_count) {
        html_put(&p->w, "<p class=\"small\">");
        SAY(p, "and {} more", html_count(part->values - part->row_count));
        html_put(&p->w, "</p>\n");
    }
}

static void write_part(struct page *p, const struct lists_page *lists, size_t which)
{
    const struct list_part *part = &lists->parts[which];
    HTML(&p->w,
         "<section class=\"list-part list-{}\">\n<h2>{} <span class=\"count\">{}</span></h2>\n<p>",
         html_string(part->name), html_text(say(p, part_words[which].title)),
         html_count(part->values));
    SAY(p, part->values == 1 ? part_words[which].one : part_words[which].many,
        html_count(part->values));
    html_put(&p->w, "</p>\n");
    if (part->values > 0) {
        html_put(&p->w, "<p class=\"list-ways\">");
        if (part->address.length > 0) {
            HTML(&p->w, "<a class=\"button\" href=\"{}\">{}</a> ", html_text(part->address),
                 html_text(say(p, "Search for their records")));
        } else if (which != 1) {
            HTML(&p->w, "<span class=\"small\">{}</span> ",
                 html_text(say(p, "Too many values for an address; the CSV has all of them.")));
        }
        write_csv(p, lists, part);
        html_put(&p->w, "</p>\n");
        write_rows(p, part);
    }
    html_put(&p->w, "</section>\n");
}

static void write_answer(struct page *p, const struct lists_page *lists)
{
    html_put(&p->w, "<div class=\"list-answer\">\n<p role=\"status\">");
    SAY(p, "{} different values, looked for in: {}", html_count(lists->asked),
        html_text(lists->field_count == 0 ? SV("–") : term_words(p, lists->fields[0])));
    for (size_t i = 1; i < lists->field_count; i++) {
        HTML(&p->w, ", {}", html_text(term_words(p, lists->fields[i])));
    }
    html_put(&p->w, "</p>\n<div class=\"list-parts\">\n");
    for (size_t i = 0; i < ARRAY_LENGTH(lists->parts); i++) {
        write_part(p, lists, i);
    }
    html_put(&p->w, "</div>\n</div>\n");
}

static void write_form(struct page *p, const struct lists_page *lists)
{
    string_view target = arena_print(p->arena, "/lists" SV_FORMAT, SV_ARGUMENT(lists->query));
    HTML(&p->w,
         "<form class=\"list-form\" id=\"list-form\" action=\"{}\" method=\"post\" "
         "enctype=\"text/plain\">\n<p><label for=\"list-field\">{}</label> <input type=\"text\" "
         "id=\"list-field\" name=\"field\" value=\"{}\" autocomplete=\"off\" spellcheck=\"false\" "
         "aria-describedby=\"list-field-hint\"> <span class=\"small\" "
         "id=\"list-field-hint\">{}</span></p>\n",
         html_text(target), html_text(say(p, "Field")), html_text(lists->field),
         html_text(say(p, "empty: catalogue numbers, identifiers and names")));
    // The last control: all behind its name is the list.
    HTML(&p->w,
         "<p><label for=\"list-values\">{}</label></p>\n<textarea id=\"list-values\" "
         "name=\"values\" rows=\"12\" spellcheck=\"false\" autocomplete=\"off\">\n{}</textarea>\n",
         html_text(say(p, "Values, one a line")), html_text(lists->values));
    HTML(&p->w, "<p><button type=\"submit\" class=\"primary\">{}</button></p>\n</form>\n",
         html_text(say(p, "Look for them")));
}

status page_lists(const struct lists_page *lists, struct arena *arena, struct buffer *out,
                  struct error *e)
{
    struct page p = {.arena = arena, .site = lists->site};
    const struct page_head head = {.title = say(&p, "A pasted list"),
                                   .noindex = true,
                                   .section = "search",
                                   .search_form = true};
    page_begin(&p, lists->site, arena, out, &head);
    page_style(&p, "lists.css");
    HTML(&p.w, "<h1>{}</h1>\n<p class=\"lead\">", html_text(say(&p, "A pasted list")));
    SAY(&p,
        "Catalogue numbers, identifiers or names, up to {}: which of them do records have? Nothing "
        "of the list is kept.",
        html_count(lists->most));
    html_put(&p.w, "</p>\n");
    if (lists->tables.length > 0) {
        html_put(&p.w, "<p>");
        SAY(&p, "Looked in: {}", html_text(lists->tables));
        html_put(&p.w, "</p>\n");
    }
    if (lists->error.length > 0) {
        HTML(&p.w, "<p class=\"notice\" role=\"alert\">{}</p>\n",
             html_text(say_message(&p, lists->error)));
    }
    if (lists->answered) {
        write_answer(&p, lists);
    }
    write_form(&p, lists);
    return page_end(&p, e);
}
