// SPDX-License-Identifier: Apache-2.0
// The programming interface: each operation as a form, which opens the answer without scripts and
// shows it in place with them.
#include "api/pages/language.h"
#include "api/pages/layout.h"
#include "api/pages/page.h"

// Whether a plain form can ask it: all that is asked stands in the query.
static bool is_plain(const struct api_endpoint *endpoint)
{
    return sv_equal(endpoint->method, SV("GET")) &&
           sv_find(endpoint->path, '{') == endpoint->path.length;
}

static void write_parameter(struct page *p, const struct api_endpoint *endpoint,
                            const struct api_parameter *parameter)
{
    string_view id = arena_print(p->arena, SV_FORMAT "-" SV_FORMAT,
                                 SV_ARGUMENT(endpoint->operation), SV_ARGUMENT(parameter->name));
    // Every other name is a field: that is no box to fill.
    if (sv_equal(parameter->name, SV("filters"))) {
        HTML(&p->w, "<div class=\"parameter\"><p class=\"small\">{}</p></div>\n",
             html_text(parameter->description));
        return;
    }
    HTML(&p->w,
         "<div class=\"parameter\"><label for=\"{}\"><code>{}</code>{}</label><input "
         "type=\"text\" id=\"{}\" name=\"{}\" placeholder=\"{}\" autocomplete=\"off\" "
         "data-in=\"{}\" aria-describedby=\"{}-what\"",
         html_text(id), html_text(parameter->name),
         html_text(parameter->required ? say(p, " (required)") : SV("")), html_text(id),
         html_text(parameter->name), html_text(parameter->example),
         html_string(parameter->in_path ? "path" : "query"), html_text(id));
    if (parameter->required) {
        html_put(&p->w, " required");
    }
    HTML(&p->w, "><p class=\"small\" id=\"{}-what\">{}</p></div>\n", html_text(id),
         html_text(parameter->description));
}

static void write_form(struct page *p, const struct api_endpoint *endpoint)
{
    HTML(&p->w, "<form class=\"operation-form\" method=\"get\" action=\"{}\">\n",
         html_text(is_plain(endpoint) ? endpoint->path : SV("/api/v1/openapi.json")));
    for (size_t i = 0; i < endpoint->parameter_count; i++) {
        write_parameter(p, endpoint, &endpoint->parameters[i]);
    }
    if (endpoint->body_type.length > 0) {
        HTML(
            &p->w,
            "<div class=\"parameter\"><label for=\"{}-body\">{} (<code>{}</code>)</label><textarea "
            "id=\"{}-body\" rows=\"10\" spellcheck=\"false\" "
            "data-body=\"{}\">{}</textarea></div>\n",
            html_text(endpoint->operation), html_text(say(p, "Body")),
            html_text(endpoint->body_type), html_text(endpoint->operation),
            html_text(endpoint->body_type), html_text(endpoint->body));
    }
    HTML(&p->w, "<p><button type=\"submit\" class=\"{}\">{}</button></p>\n</form>\n",
         html_string(is_plain(endpoint) ? "primary" : "primary with-script"),
         html_text(say(p, "Ask")));
}

static void write_endpoint(struct page *p, const struct api_endpoint *endpoint)
{
    HTML(&p->w,
         "<details class=\"operation\" id=\"{}\" data-method=\"{}\" data-path=\"{}\">\n<summary>"
         "<span class=\"code method\">{}</span> <span class=\"code\">{}</span> <span>{}</span>"
         "</summary>\n",
         html_text(endpoint->operation), html_text(endpoint->method), html_text(endpoint->path),
         html_text(endpoint->method), html_text(endpoint->path), html_text(endpoint->summary));
    if (endpoint->description.length > 0) {
        HTML(&p->w, "<p>{}</p>\n", html_text(endpoint->description));
    }
    write_form(p, endpoint);
    html_put(&p->w, "</details>\n");
}

status page_api(const struct api_page *api, struct arena *arena, struct buffer *out,
                struct error *e)
{
    struct page p;
    struct page naming = {.arena = arena, .site = api->site};
    struct page_head head = {
        .title = say(&naming, "Programming interface"),
        .description = say(&naming, "Every record, dataset and version of this portal as JSON over "
                                    "HTTP, described by OpenAPI 3.1."),
        .canonical = SV("/api"),
        .section = "api",
        .search_form = true,
    };
    page_begin(&p, api->site, arena, out, &head);
    page_style(&p, "api.css");
    HTML(&p.w, "<div class=\"prose\">\n<h1>{}</h1>\n<p class=\"lead\">", html_text(head.title));
    SAY(&p,
        "What the pages show comes from the same addresses as JSON. A search page's parameters are "
        "those of {}; each takes {}, a moment in milliseconds since 1970 or ISO 8601, and answers "
        "as of then.",
        html_string("GET /api/v1/records"), html_string("version"));
    html_put(&p.w, "</p>\n<p>");
    SAY(&p,
        "The whole description: <a href=\"/api/v1/openapi.json\">openapi.json</a>. Errors are "
        "problem details ({}).",
        html_string("RFC 9457"));
    html_put(&p.w, "</p>\n</div>\n");
    HTML(&p.w,
         "<div class=\"operations\" data-island=\"console\" data-origin=\"{}\" data-asking=\"{}\" "
         "data-failed=\"{}\" data-cut=\"{}\" data-answer=\"{}\" data-copy=\"{}\">\n",
         html_text(api->origin), html_text(say(&p, "Asking…")),
         html_text(say(&p, "No answer came. Is the portal reachable?")),
         html_text(say(&p, "The answer is longer; its beginning is shown.")),
         html_text(say(&p, "Answer")), html_text(say(&p, "Copy")));
    for (size_t i = 0; i < api->endpoint_count; i++) {
        write_endpoint(&p, &api->endpoints[i]);
    }
    html_put(&p.w, "</div>\n");
    return page_end(&p, e);
}
