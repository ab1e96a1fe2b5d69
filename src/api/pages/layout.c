// SPDX-License-Identifier: Apache-2.0
// Head, masthead and footer of every page.

#include "api/pages/layout.h"

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

static void write_head(struct page *p, const struct page_head *head)
{
    struct html_writer *w = &p->w;
    html_put(w, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"color-scheme\" content=\"light dark\">\n");
    if (head->title.length > 0) {
        HTML(w, "<title>{} · {}</title>\n", html_text(head->title), html_text(p->site->name));
    } else {
        HTML(w, "<title>{}</title>\n", html_text(p->site->name));
    }
    if (head->description.length > 0) {
        HTML(w, "<meta name=\"description\" content=\"{}\">\n",
             html_text(cut_text(head->description, 300)));
    }
    if (head->noindex || p->site->demo) {
        html_put(w, "<meta name=\"robots\" content=\"noindex\">\n");
    }
    if (head->canonical.length > 0) {
        string_view address =
            arena_print(p->arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(p->site->base_url),
                        SV_ARGUMENT(head->canonical));
        HTML(w, "<link rel=\"canonical\" href=\"{}\">\n", html_text(address));
    }
    HTML(w,
         "<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">\n"
         "<link rel=\"preload\" href=\"{}\" as=\"font\" type=\"font/woff2\" crossorigin>\n"
         "<link rel=\"preload\" href=\"{}\" as=\"font\" type=\"font/woff2\" crossorigin>\n"
         "<link rel=\"stylesheet\" href=\"{}\">\n"
         "<script type=\"module\" src=\"{}\"></script>\n</head>\n",
         html_text(page_asset(p, "icon.svg")),
         html_text(page_asset(p, "fonts/source-sans-3-latin-wght-normal.woff2")),
         html_text(page_asset(p, "fonts/source-serif-4-latin-wght-normal.woff2")),
         html_text(page_asset(p, "app.css")), html_text(page_asset(p, "app.js")));
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
        {"about", "/about", "About"},
        {"api", "/api", "API"},
    };
    html_put(&p->w, "<nav class=\"site-nav\" aria-label=\"Main\"><ul>\n");
    for (size_t i = 0; i < ARRAY_LENGTH(links); i++) {
        bool here = sv_equal(sv_from(section), sv_from(links[i].section));
        HTML(&p->w, "<li><a href=\"{}\"", html_string(links[i].address));
        if (here) {
            html_put(&p->w, " aria-current=\"page\"");
        }
        HTML(&p->w, ">{}</a></li>\n", html_string(links[i].label));
    }
    html_put(&p->w, "</ul></nav>\n");
}

static void write_masthead(struct page *p, const struct page_head *head)
{
    struct html_writer *w = &p->w;
    html_put(w, "<body>\n<a class=\"skip\" href=\"#main\">Skip to the main content</a>\n");
    if (p->site->demo) {
        html_put(w, "<aside class=\"demo-banner\" aria-label=\"Demonstration\"><strong>"
                    "Demonstration.</strong> The records, people and places here are invented and "
                    "must not be cited.</aside>\n");
    }
    HTML(w,
         "<header class=\"masthead\">\n<div class=\"masthead-inner\">\n<a class=\"brand\" "
         "href=\"/\"><svg class=\"brand-mark\" aria-hidden=\"true\" viewBox=\"0 0 120 120\">"
         "<use href=\"{}#mark\"></use></svg><span>{}</span></a>\n",
         html_text(page_asset(p, "plates.svg")), html_text(p->site->name));
    if (head->search_form) {
        html_put(w, "<form class=\"masthead-search\" role=\"search\" action=\"/search\" "
                    "method=\"get\">\n<label class=\"hidden\" for=\"masthead-q\">Search all "
                    "records</label>\n<input type=\"search\" id=\"masthead-q\" name=\"q\" "
                    "autocomplete=\"off\" placeholder=\"Search all records\" "
                    "data-suggest=\"scientificName\">\n<button type=\"submit\">Search</button>\n"
                    "</form>\n");
    }
    write_navigation(p, head->section);
    html_put(w, "</div>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n");
}

void page_begin(struct page *p, const struct page_site *site, struct arena *arena,
                struct buffer *out, const struct page_head *head)
{
    *p = (struct page){.arena = arena, .site = site};
    html_init(&p->w, out);
    write_head(p, head);
    write_masthead(p, head);
}

status page_end(struct page *p, struct error *e)
{
    struct html_writer *w = &p->w;
    html_put(w, "</main>\n<footer class=\"footer\">\n<div class=\"footer-inner\">\n");
    HTML(w, "<p class=\"footer-name\">{}</p>\n", html_text(p->site->name));
    html_put(w, "<ul>\n<li><a href=\"/about\">About this portal</a></li>\n"
                "<li><a href=\"/api\">Programming interface</a></li>\n"
                "<li><a href=\"/accessibility\">Accessibility</a></li>\n</ul>\n<p>");
    if (p->site->copyright.length > 0) {
        HTML(w, "{} ", html_text(p->site->copyright));
    }
    if (p->site->latest > 0) {
        html_put(w, "Last change of the data: ");
        page_time(p, p->site->latest);
        html_put(w, ". ");
    }
    html_put(w, "Every version is kept. Maps: Natural Earth, public domain.</p>\n</div>\n"
                "</footer>\n</body>\n</html>\n");
    return html_check(w, e);
}
