// SPDX-License-Identifier: Apache-2.0
// Head, masthead and footer of every page.

#include "api/pages/layout.h"

#include "api/pages/language.h"
#include "api/pages/messages.h"

string_view page_asset(struct page *p, const char *logical_name)
{
    string_view rest = p->site->assets;
    string_view line;
    while (sv_split(&rest, '\n', &line)) {
        size_t space = sv_find(line, ' ');
        if (sv_equal(sv_slice(line, 0, space), sv_from(logical_name))) {
            string_view hashed = sv_trim(sv_slice(line, space, line.length));
            return arena_print(p->arena, "/" SV_FORMAT, SV_ARGUMENT(hashed));
        }
    }
    return arena_print(p->arena, "/assets/%s", logical_name);
}

void page_style(struct page *p, const char *logical_name)
{
    HTML(&p->w, "<link rel=\"stylesheet\" href=\"{}\">\n", html_text(page_asset(p, logical_name)));
}

// Cuts at a character's start so that the description stays UTF-8.
static string_view cut_text(string_view text, size_t most)
{
    if (text.length <= most) {
        return text;
    }
    size_t length = most;
    while (length > 0 && ((unsigned char)text.bytes[length] & 0xc0) == 0x80) {
        length--;
    }
    return sv_slice(text, 0, length);
}

// The address of a path on this portal in a language; whole where the portal knows its own.
static string_view address_in(struct page *p, const struct language *language, string_view path)
{
    return arena_print(p->arena, SV_FORMAT "%s" SV_FORMAT, SV_ARGUMENT(p->site->base_url),
                       language == NULL ? "" : language->prefix, SV_ARGUMENT(path));
}

// Where a search engine finds the page, and the same in other languages. The writer must not put
// a language before these.
static void write_alternates(struct page *p, const struct page_head *head)
{
    struct html_writer plain = p->w;
    if (head->canonical.length == 0) {
        return;
    }
    plain.prefix = SV("");
    HTML(&plain, "<link rel=\"canonical\" href=\"{}\">\n",
         html_text(address_in(p, p->site->language, head->canonical)));
    HTML(&plain, "<link rel=\"alternate\" hreflang=\"en\" href=\"{}\">\n",
         html_text(address_in(p, NULL, head->canonical)));
    for (size_t i = 0; i < language_count; i++) {
        HTML(&plain, "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">\n",
             html_string(languages[i].code),
             html_text(address_in(p, &languages[i], head->canonical)));
    }
}

static void write_head(struct page *p, const struct page_head *head)
{
    struct html_writer *w = &p->w;
    const struct language *language = p->site->language;
    HTML(w, "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n",
         html_string(language == NULL ? "en" : language->code));
    html_put(w, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"color-scheme\" content=\"light dark\">\n");
    // What comes before the content is drawn at once: half of it would make the rest move.
    html_put(w, "<link rel=\"expect\" href=\"#main\" blocking=\"render\">\n");
    if (head->title.length > 0) {
        HTML(w, "<title>{} · {}</title>\n", html_text(head->title), html_text(p->site->name));
    } else {
        HTML(w, "<title>{}</title>\n", html_text(p->site->name));
    }
    if (head->description.length > 0) {
        HTML(w, "<meta name=\"description\" content=\"{}\">\n",
             html_text(cut_text(head->description, 300)));
    }
    if (head->noindex || p->site->demo || p->site->future != 0) {
        html_put(w, "<meta name=\"robots\" content=\"noindex\">\n");
    }
    write_alternates(p, head);
    if (head->linked.length > 0) {
        HTML(w, "<link rel=\"alternate\" type=\"application/ld+json\" href=\"{}\">\n",
             html_text(head->linked));
    }
    if (head->feed.length > 0) {
        HTML(w, "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"{}\" href=\"{}\">\n",
             html_text(say(p, "Changes")), html_text(head->feed));
    }
    HTML(w,
         "<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">\n"
         "<link rel=\"preload\" href=\"{}\" as=\"font\" type=\"font/woff2\" crossorigin>\n"
         "<link rel=\"preload\" href=\"{}\" as=\"font\" type=\"font/woff2\" crossorigin>\n"
         "<link rel=\"stylesheet\" href=\"{}\">\n"
         "<script type=\"module\" src=\"{}\"></script>\n",
         html_text(page_asset(p, "icon.svg")),
         html_text(page_asset(p, "fonts/source-sans-3-latin-wght-normal.woff2")),
         html_text(page_asset(p, "fonts/source-serif-4-latin-wght-normal.woff2")),
         html_text(page_asset(p, "app.css")), html_text(page_asset(p, "app.js")));
    if (p->site->theme.length > 0) {
        HTML(w, "<link rel=\"stylesheet\" href=\"{}\">\n", html_text(p->site->theme));
    }
    html_put(w, "</head>\n");
}

static void write_navigation(struct page *p, const char *section)
{
    static const struct {
        const char *section;
        const char *address;
        const char *label;
    } links[] = {
        {"search", "/search", "Search"},
        {"datasets", "/datasets", "Datasets"},
        {"statistics", "/statistics", "Statistics"},
        {"help", "/help", "Help"},
        {"about", "/about", "About"},
        {"api", "/api", "API"},
    };
    HTML(&p->w, "<nav class=\"site-nav\" aria-label=\"{}\"><ul>\n", html_text(say(p, "Main")));
    for (size_t i = 0; i < ARRAY_LENGTH(links); i++) {
        bool here = sv_equal(sv_from(section), sv_from(links[i].section));
        HTML(&p->w, "<li><a id=\"nav-{}\" href=\"{}\"", html_string(links[i].section),
             html_string(links[i].address));
        if (here) {
            html_put(&p->w, " aria-current=\"page\"");
        }
        HTML(&p->w, ">{}</a></li>\n", html_text(say(p, links[i].label)));
    }
    html_put(&p->w, "</ul></nav>\n");
}

static void write_brand(struct page *p)
{
    html_put(&p->w, "<a class=\"brand\" href=\"/\">");
    if (p->site->logo.length > 0) {
        HTML(&p->w, "<img class=\"brand-mark\" src=\"{}\" alt=\"\" width=\"40\" height=\"40\">",
             html_text(p->site->logo));
    } else {
        HTML(&p->w,
             "<svg class=\"brand-mark\" aria-hidden=\"true\" viewBox=\"0 0 120 120\"><use "
             "href=\"{}#mark\"></use></svg>",
             html_text(page_asset(p, "plates.svg")));
    }
    HTML(&p->w, "<span>{}</span></a>\n", html_text(p->site->name));
}

static void write_masthead(struct page *p, const struct page_head *head)
{
    struct html_writer *w = &p->w;
    // Words for scripts, which have none of their own.
    HTML(w,
         "<body class=\"{}\" data-copied=\"{}\" data-not-copied=\"{}\">\n<a class=\"skip\" "
         "href=\"#main\">{}</a>\n",
         html_string(head->wide ? "wide" : ""), html_text(say(p, "Copied")),
         html_text(say(p, "Copying is not allowed here")),
         html_text(say(p, "Skip to the main content")));
    if (p->site->demo) {
        HTML(w, "<aside class=\"demo-banner\" aria-label=\"{}\"><strong>{}</strong> {}</aside>\n",
             html_text(say(p, "Demonstration")), html_text(say(p, "Demonstration.")),
             html_text(say(p, "The records, people and places here are invented and must not be "
                              "cited.")));
    }
    html_put(w, "<header class=\"masthead\">\n<div class=\"masthead-inner\">\n");
    write_brand(p);
    if (head->search_form) {
        string_view label = say(p, "Search all records");
        HTML(w,
             "<form class=\"masthead-search\" role=\"search\" aria-label=\"{}\" action=\"/search\" "
             "method=\"get\">\n<label class=\"hidden\" for=\"masthead-q\">{}</label>\n<input "
             "type=\"search\" id=\"masthead-q\" name=\"q\" autocomplete=\"off\" "
             "placeholder=\"{}\" data-suggest=\"{}\">\n<button "
             "type=\"submit\" formaction=\"/find\">{}</button>\n</form>\n",
             html_text(label), html_text(label), html_text(label), html_text(say(p, "Suggestions")),
             html_text(say(p, "Search")));
    }
    write_navigation(p, head->section);
    html_put(w, "</div>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n");
    if (p->site->left_out.length > 0) {
        html_put(w, "<p class=\"notice\" role=\"note\">");
        SAY(p, "This page does not know {}, and left it out.",
            html_text(page_start_of(p, p->site->left_out)));
        html_put(w, "</p>\n");
    }
    if (!head->tells_future) {
        page_future(p);
    }
}

void page_ignored(struct page *p, const struct ignored_parameter *ignored, size_t count)
{
    if (count == 0) {
        return;
    }
    HTML(&p->w, "<section class=\"notice\" aria-label=\"{}\">\n<p>{}</p>\n<ul>\n",
         html_text(say(p, "What was ignored")),
         html_text(say(p, "Parts of this address mean nothing here and were left out:")));
    for (size_t i = 0; i < count; i++) {
        HTML(&p->w, "<li><code>{}={}</code>: {}</li>\n",
             html_text(page_start_of(p, ignored[i].name)),
             html_text(page_start_of(p, ignored[i].value)),
             html_text(say_message(p, ignored[i].reason)));
    }
    html_put(&p->w, "</ul>\n</section>\n");
}

void page_future(struct page *p)
{
    if (p->site->future != 0) {
        html_put(&p->w, "<p class=\"notice\" role=\"note\">");
        SAY(p, "{} lies in the future: this is the newest version.",
            html_text(page_date(p, p->site->future)));
        html_put(&p->w, "</p>\n");
    }
}

void page_begin(struct page *p, const struct page_site *site, struct arena *arena,
                struct buffer *out, const struct page_head *head)
{
    *p = (struct page){.arena = arena, .site = site};
    html_init(&p->w, out);
    if (site->language != NULL) {
        p->w.prefix = sv_from(site->language->prefix);
        p->w.separator = site->language->separator;
    }
    write_head(p, head);
    write_masthead(p, head);
}

// This page in the other languages.
static void write_languages(struct page *p)
{
    struct html_writer plain = p->w;
    const struct language *here = p->site->language;
    string_view path = p->site->here.length > 0 ? p->site->here : SV("/");
    plain.prefix = SV("");
    html_put(&plain, "<ul class=\"languages\">\n");
    if (here != NULL) {
        HTML(&plain, "<li><a href=\"{}\" lang=\"en\" hreflang=\"en\">English</a></li>\n",
             html_text(path));
    }
    for (size_t i = 0; i < language_count; i++) {
        if (here != &languages[i]) {
            string_view target =
                arena_print(p->arena, "%s" SV_FORMAT, languages[i].prefix, SV_ARGUMENT(path));
            HTML(&plain, "<li><a href=\"{}\" lang=\"{}\" hreflang=\"{}\">{}</a></li>\n",
                 html_text(target), html_string(languages[i].code), html_string(languages[i].code),
                 html_string(languages[i].name));
        }
    }
    html_put(&plain, "</ul>\n");
}

static void write_footer_links(struct page *p)
{
    static const struct {
        const char *address;
        const char *label;
    } links[] = {
        {"/about", "About this portal"},
        {"/understanding-the-collection", "Understanding the collection"},
        {"/harmful-content", "Harmful content"},
        {"/statistics", "Statistics"},
        {"/api", "Programming interface"},
        {"/help", "Help"},
        {"/accessibility", "Accessibility"},
        {"/privacy", "Privacy and cookies"},
        {"/terms", "Terms of use"},
    };
    html_put(&p->w, "<ul>\n");
    for (size_t i = 0; i < ARRAY_LENGTH(links); i++) {
        HTML(&p->w, "<li><a href=\"{}\">{}</a></li>\n", html_string(links[i].address),
             html_text(say(p, links[i].label)));
    }
    HTML(&p->w, "<li><a class=\"keys-link\" href=\"/help\">{}</a></li>\n",
         html_text(say(p, "Keys")));
    HTML(&p->w, "<li><a class=\"concern\" href=\"{}\">{}</a></li>\n</ul>\n",
         html_text(p->site->concern.length > 0 ? p->site->concern : SV("/harmful-content")),
         html_text(say(p, "Raise a concern")));
}

// The sheet of shortcuts; a script opens it.
static void write_keys(struct page *p)
{
    static const struct {
        const char *keys;
        const char *what;
    } rows[] = {
        {"/", "To the search box"},        {"j k", "Next and previous record of a list"},
        {"g e", "To the search page"},     {"g h", "To the home page"},
        {"g t", "This search as a table"}, {"g l", "This search as a list"},
        {"g m", "This search as a map"},   {"g g", "This search as pictures"},
        {"g c", "This search as charts"},  {"?", "This sheet"},
        {"Esc", "Close what is open"},
    };
    HTML(&p->w,
         "<dialog id=\"keys\" aria-labelledby=\"keys-title\">\n<h2 "
         "id=\"keys-title\">{}</h2>\n<dl>\n",
         html_text(say(p, "Keys")));
    for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
        HTML(&p->w, "<div><dt><kbd>{}</kbd></dt><dd>{}</dd></div>\n", html_string(rows[i].keys),
             html_text(say(p, rows[i].what)));
    }
    HTML(&p->w,
         "</dl>\n<p><label><input type=\"checkbox\" checked> "
         "{}</label></p>\n<form "
         "method=\"dialog\"><button type=\"submit\">{}</button></form>\n</dialog>\n",
         html_text(say(p, "Single keys work on these pages")), html_text(say(p, "Close")));
}

status page_end(struct page *p, struct error *e)
{
    struct html_writer *w = &p->w;
    html_put(w, "</main>\n<footer class=\"footer\">\n<div class=\"footer-inner\">\n");
    HTML(w, "<p class=\"footer-name\">{}</p>\n", html_text(p->site->name));
    write_footer_links(p);
    write_languages(p);
    html_put(w, "<p>");
    if (p->site->copyright.length > 0) {
        HTML(w, "{} ", html_text(p->site->copyright));
    }
    if (p->site->latest > 0) {
        HTML(w, "{} ", html_text(say(p, "Last change of the data:")));
        page_time(p, p->site->latest);
        html_put(w, ". ");
    }
    HTML(w, "{}</p>\n</div>\n</footer>\n",
         html_text(say(p, "Every version is kept. Maps: Natural Earth, public domain.")));
    write_keys(p);
    html_put(w, "</body>\n</html>\n");
    return html_check(w, e);
}
