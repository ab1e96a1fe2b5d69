// SPDX-License-Identifier: Apache-2.0
// How to cite what a page shows: the sentence, and the same in the formats of programs that keep
// references, to copy or as a file.
#include "api/pages/language.h"
#include "api/pages/layout.h"

#define CITATION_LONG ((size_t)900) // bytes

// A long one scrolls in its frame, so that it is copied whole.
static void write_sentence(struct page *p, string_view citation)
{
    html_put(&p->w, "<p id=\"citation\"");
    if (citation.length > CITATION_LONG) {
        html_put(
            &p->w,
            " class=\"long\" tabindex=\"0\" role=\"group\" aria-labelledby=\"citation-title\"");
    }
    HTML(&p->w, ">{}</p>\n", html_text(citation));
}

static void write_format(struct page *p, const struct page_link *link)
{
    HTML(&p->w, "<li><a href=\"{}\" download>", html_text(link->address));
    SAY(p, "Download {}", html_text(link->label));
    HTML(&p->w, "</a> <button type=\"button\" class=\"quiet\" data-copy-address=\"{}\" hidden>",
         html_text(link->address));
    SAY(p, "Copy {}", html_text(link->label));
    html_put(&p->w, "</button></li>\n");
}

// The first is the sentence itself.
static void write_formats(struct page *p, const struct page_link *formats)
{
    html_put(&p->w, "<ul class=\"formats\">\n");
    for (size_t i = 1; i < PAGE_CITATIONS; i++) {
        write_format(p, &formats[i]);
    }
    html_put(&p->w, "</ul>\n");
}

void page_cite(struct page *p, string_view citation, const struct page_link *formats)
{
    if (citation.length == 0) {
        return;
    }
    HTML(&p->w,
         "<section class=\"citation\" aria-labelledby=\"citation-title\">\n<h2 "
         "id=\"citation-title\">{}</h2>\n",
         html_text(say(p, "Cite")));
    write_sentence(p, citation);
    page_copy_button(p, "citation", "Copy the citation");
    if (formats != NULL) {
        write_formats(p, formats);
    }
    html_put(&p->w, "</section>\n");
}

void page_cite_forms(struct page *p, string_view cited)
{
    static const char *const paths[] = {"/cite", "/s"};
    for (size_t i = 0; cited.length > 0 && i < ARRAY_LENGTH(paths); i++) {
        HTML(&p->w, "<form id=\"make-{}\" action=\"{}\" method=\"post\"></form>\n",
             html_string(paths[i] + 1),
             html_text(arena_print(p->arena, "%s" SV_FORMAT, paths[i], SV_ARGUMENT(cited))));
    }
}

// Without scripts: a form, since making one changes something; it stands outside of the search's.
static void write_maker(struct page *p, const char *form, const char *label)
{
    HTML(&p->w, "<p><button type=\"submit\" form=\"make-{}\">{}</button></p>\n", html_string(form),
         html_text(say(p, label)));
}

void page_cite_search(struct page *p, const struct page_link *formats, string_view cited)
{
    if (formats == NULL) {
        return;
    }
    HTML(
        &p->w,
        "<details class=\"code-samples cite-search\" data-island=\"cite\">\n<summary>{}</summary>\n"
        "<p class=\"small\">{}</p>\n<p class=\"sentence\" aria-live=\"polite\"><a "
        "href=\"{}\">{}</a></p>\n"
        "<button type=\"button\" class=\"quiet\" data-copy-address=\"{}\" hidden>{}</button>\n",
        html_text(say(p, "How to cite this search")),
        html_text(say(p, "The citation says what was asked, how many records of how many datasets "
                         "answer, and at which version: its address finds the same again.")),
        html_text(formats[0].address), html_text(say(p, "Read the citation")),
        html_text(formats[0].address), html_text(say(p, "Copy the citation")));
    write_formats(p, formats);
    if (cited.length > 0) {
        HTML(&p->w, "<p class=\"small\">{}</p>\n",
             html_text(say(p, "An identifier of its own has a page that keeps what was found, and "
                              "runs the search again to show that it is still the same. Equal "
                              "searches at equal versions share one.")));
        write_maker(p, "cite", "Give this search an identifier");
        write_maker(p, "s", "Give it a name to remember");
    }
    html_put(&p->w, "</details>\n");
}
