// SPDX-License-Identifier: Apache-2.0
// Pages of plain text: errors and texts.

#include "api/pages/language.h"
#include "api/pages/layout.h"
#include "api/pages/messages.h"
#include "api/pages/page.h"

static const struct {
    int status;
    const char *title;
    const char *help;
} troubles[] = {
    {400, "This request cannot be read", "Change the part that is named, or start a new search."},
    {404, "There is nothing at this address",
     "The address may be mistyped. If it named a record, search for its catalogue number."},
    {405, "This address does not take that method", "Follow a link instead of sending data."},
    {410, "This was removed", "Its history, where there is one, is kept."},
    {413, "The request is too large", "Ask for less at once."},
    {429, "Too many requests", "Wait a moment and try again."},
    {500, "Something failed here", "It was logged. Try again; if it stays, tell the museum."},
    {503, "The portal is busy", "Wait a moment and try again."},
};

static size_t trouble_index(int http_status)
{
    size_t fallback = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(troubles); i++) {
        if (troubles[i].status == http_status) {
            return i;
        }
        if (troubles[i].status == (http_status >= 500 ? 500 : 400)) {
            fallback = i;
        }
    }
    return fallback;
}

static void write_suggestions(struct page *p, const struct error_page *error)
{
    if (error->suggestion_count == 0) {
        return;
    }
    HTML(&p->w, "<h2>{}</h2>\n<ul class=\"meant\">\n",
         html_text(say(p, "Did you mean one of these?")));
    for (size_t i = 0; i < error->suggestion_count; i++) {
        HTML(&p->w, "<li><a href=\"{}\">{}</a></li>\n", html_text(error->suggestions[i].address),
             html_text(page_start_of(p, error->suggestions[i].label)));
    }
    html_put(&p->w, "</ul>\n");
}

static void write_search_instead(struct page *p, const struct error_page *error)
{
    if (error->http_status != 404) {
        return;
    }
    HTML(&p->w,
         "<form role=\"search\" action=\"/search\" method=\"get\" aria-label=\"{}\">\n<div "
         "class=\"search-line\"><label class=\"hidden\" for=\"q\">{}</label><input "
         "type=\"search\" id=\"q\" name=\"q\" value=\"{}\"> <button type=\"submit\" "
         "formaction=\"/find\">{}</button></div>\n</form>\n",
         html_text(say(p, "Search instead")), html_text(say(p, "Search all records")),
         html_text(error->words), html_text(say(p, "Search")));
}

status page_error(const struct error_page *error, struct arena *arena, struct buffer *out,
                  struct error *e)
{
    struct page p = {.arena = arena, .site = error->site};
    size_t trouble = trouble_index(error->http_status);
    string_view title = error->title.length > 0 ? error->title : say(&p, troubles[trouble].title);
    struct page_head head = {.title = title, .noindex = true, .section = "", .search_form = true};
    page_begin(&p, error->site, arena, out, &head);
    HTML(&p.w,
         "<div class=\"prose trouble\">\n<p class=\"trouble-code code\">{}</p>\n<h1>{}</h1>\n",
         html_number(error->http_status), html_text(title));
    if (error->detail.length > 0) {
        HTML(&p.w, "<p class=\"lead\">{}</p>\n", html_text(say_message(&p, error->detail)));
    }
    if (error->field.length > 0) {
        HTML(&p.w, "<p>{} <code>{}</code></p>\n", html_text(say(&p, "The part at fault:")),
             html_text(error->field));
    }
    HTML(&p.w, "<p>{}</p>\n", html_text(say(&p, troubles[trouble].help)));
    write_suggestions(&p, error);
    write_search_instead(&p, error);
    HTML(&p.w,
         "<p><a href=\"/search\">{}</a> · <a href=\"/datasets\">{}</a> · <a "
         "href=\"/\">{}</a></p>\n",
         html_text(say(&p, "Search all records")), html_text(say(&p, "Browse the datasets")),
         html_text(say(&p, "Home")));
    if (error->request_id.length > 0) {
        HTML(&p.w, "<p class=\"small\">{} <span class=\"code\">{}</span></p>\n",
             html_text(say(&p, "Request")), html_text(error->request_id));
    }
    html_put(&p.w, "</div>\n");
    return page_end(&p, e);
}

status page_text(const struct text_page *text, struct arena *arena, struct buffer *out,
                 struct error *e)
{
    struct page p;
    bool about = sv_equal(text->path, SV("/about"));
    struct page_head head = {
        .title = text->title,
        .description = text->description,
        .canonical = text->path,
        .section = about ? "about" : "",
        .search_form = true,
    };
    page_begin(&p, text->site, arena, out, &head);
    HTML(&p.w, "<div class=\"prose\">\n<h1>{}</h1>\n", html_text(text->title));
    if (text->lead.length > 0) {
        HTML(&p.w, "<p class=\"lead\">{}</p>\n", html_text(text->lead));
    }
    HTML(&p.w, "{}\n{}\n</div>\n", html_markup(text->own_markup), html_markup(text->markup));
    return page_end(&p, e);
}
