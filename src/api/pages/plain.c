// SPDX-License-Identifier: Apache-2.0
// Pages of plain text: errors, the list of the programming interface, about, accessibility.

#include "api/pages/layout.h"
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

status page_error(const struct error_page *error, struct arena *arena, struct buffer *out,
                  struct error *e)
{
    struct page p;
    size_t trouble = trouble_index(error->http_status);
    string_view title = error->title.length > 0 ? error->title : sv_from(troubles[trouble].title);
    struct page_head head = {.title = title, .noindex = true, .section = "", .search_form = true};
    page_begin(&p, error->site, arena, out, &head);
    HTML(&p.w,
         "<div class=\"prose trouble\">\n<p class=\"trouble-code code\">{}</p>\n<h1>{}</h1>\n",
         html_number(error->http_status), html_text(title));
    if (error->detail.length > 0) {
        HTML(&p.w, "<p class=\"lead\">{}</p>\n", html_text(error->detail));
    }
    if (error->field.length > 0) {
        HTML(&p.w, "<p>The part at fault: <code>{}</code></p>\n", html_text(error->field));
    }
    HTML(&p.w, "<p>{}</p>\n", html_string(troubles[trouble].help));
    html_put(&p.w, "<p><a href=\"/search\">Search all records</a> · <a href=\"/datasets\">Browse "
                   "the datasets</a> · <a href=\"/\">Home</a></p>\n");
    if (error->request_id.length > 0) {
        HTML(&p.w, "<p class=\"small\">Request <span class=\"code\">{}</span></p>\n",
             html_text(error->request_id));
    }
    html_put(&p.w, "</div>\n");
    return page_end(&p, e);
}

status page_api(const struct api_page *api, struct arena *arena, struct buffer *out,
                struct error *e)
{
    struct page p;
    struct page_head head = {
        .title = SV("Programming interface"),
        .description = SV("Every record, dataset and version of this portal as JSON over HTTP, "
                          "described by OpenAPI 3.1."),
        .canonical = SV("/api"),
        .section = "api",
        .search_form = true,
    };
    page_begin(&p, api->site, arena, out, &head);
    html_put(&p.w, "<div class=\"prose\">\n<h1>Programming interface</h1>\n<p class=\"lead\">What "
                   "the pages show comes from the same addresses as JSON. A search page's "
                   "parameters are those of <code>GET /api/v1/records</code>; each takes "
                   "<code>version</code>, a moment in milliseconds since 1970 or ISO 8601, and "
                   "answers as of then.</p>\n<p>The whole description: <a "
                   "href=\"/api/v1/openapi.json\">openapi.json</a>. Errors are problem details "
                   "(RFC 9457).</p>\n</div>\n<div class=\"table-scroll\" role=\"region\" "
                   "tabindex=\"0\" aria-label=\"Endpoints\">\n<table class=\"plain endpoints\">\n"
                   "<thead><tr><th scope=\"col\">Method</th><th scope=\"col\">Address</th><th "
                   "scope=\"col\">What it gives</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < api->endpoint_count; i++) {
        const struct api_endpoint *endpoint = &api->endpoints[i];
        HTML(&p.w, "<tr><td class=\"code\">{}</td><td class=\"code\">",
             html_text(endpoint->method));
        if (endpoint->example.length > 0) {
            HTML(&p.w, "<a href=\"{}\">{}</a>", html_text(endpoint->example),
                 html_text(endpoint->path));
        } else {
            HTML(&p.w, "{}", html_text(endpoint->path));
        }
        HTML(&p.w, "</td><td>{}</td></tr>\n", html_text(endpoint->summary));
    }
    html_put(&p.w, "</tbody>\n</table>\n</div>\n");
    return page_end(&p, e);
}

status page_about(const struct about_page *about, struct arena *arena, struct buffer *out,
                  struct error *e)
{
    struct page p = {.arena = arena, .site = about->site};
    string_view holdings = kinds_in_words(&p, &about->holdings);
    struct page_head head = {
        .title = SV("About"),
        .description = SV("What this portal holds, how its versions work and how to cite it."),
        .canonical = SV("/about"),
        .section = "about",
        .search_form = true,
    };
    page_begin(&p, about->site, arena, out, &head);
    HTML(&p.w, "<div class=\"prose\">\n<h1>About {}</h1>\n", html_text(about->site->name));
    HTML(&p.w, "<p class=\"lead\">It holds {} in {} {}.</p>\n", html_text(holdings),
         html_count(about->datasets), html_string(about->datasets == 1 ? "dataset" : "datasets"));
    if (about->text_markup.length > 0) {
        HTML(&p.w, "{}\n", html_markup(about->text_markup));
    }
    html_put(&p.w,
             "<h2>Every version is kept</h2>\n<p>A record is a chain of versions. An import, a "
             "correction and a removal are commits, with their author, time and reason. Each page "
             "and each search can be read as of any past day: choose the date beside the results "
             "or in a record's history. A removed record keeps its page.</p>\n<h2>Citing</h2>\n"
             "<p>Dataset and record pages give a citation with the date of the version, so that "
             "a reader finds what you saw.</p>\n<h2>Maps</h2>\n<p>The maps are drawn from Natural "
             "Earth, which is in the public domain; borders are shown as they are in fact "
             "administered there, and say nothing about claims.</p>\n<h2>Software</h2>\n<p>This "
             "portal runs on Vitrine, which is free software under the Apache licence 2.0. It "
             "sets no cookie and asks nothing of any other server.</p>\n");
    HTML(&p.w,
         "<p>Its typefaces and map data have <a href=\"{}\">licences of their own</a>.</p>"
         "\n</div>\n",
         html_text(page_asset(&p, "licences.txt")));
    return page_end(&p, e);
}

status page_accessibility(const struct page_site *site, struct arena *arena, struct buffer *out,
                          struct error *e)
{
    struct page p;
    struct page_head head = {
        .title = SV("Accessibility"),
        .description = SV("How accessible this portal is, and what is known to fail."),
        .canonical = SV("/accessibility"),
        .section = "",
        .search_form = true,
    };
    page_begin(&p, site, arena, out, &head);
    html_put(&p.w,
             "<div class=\"prose\">\n<h1>Accessibility</h1>\n<p class=\"lead\">These pages aim at "
             "the Web Content Accessibility Guidelines 2.2, level AA.</p>\n<p>You should be able "
             "to use all of them with a keyboard, without scripts, at 400 % zoom, in light, dark "
             "and forced colours, and with a screen reader.</p>\n<h2>What is known to fall short"
             "</h2>\n<ul>\n<li>The small maps have no text but the coordinates and the place "
             "names beside them.</li>\n<li>Wide tables scroll sideways in a frame of their own on "
             "small screens.</li>\n<li>Scientific names are marked as Latin; other languages in "
             "labels are not marked.</li>\n<li>The pages were tested with automatic tools and "
             "keyboard scripts in Chromium, not with every screen reader.</li>\n</ul>\n"
             "<h2>Alternatives</h2>\n<p>All content is available as JSON through the <a "
             "href=\"/api\">programming interface</a>.</p>\n</div>\n");
    return page_end(&p, e);
}
