// SPDX-License-Identifier: Apache-2.0
// A table of formats with a button each, and a page that asks again by itself.
#include "api/pages/prepared.h"

#include "api/pages/language.h"
#include "api/pages/messages.h"

// "1.2 MB", in powers of ten.
static string_view size_text(struct page *p, uint64_t bytes)
{
    static const char *const units[] = {"B", "kB", "MB", "GB", "TB"};
    double value = (double)bytes;
    size_t unit = 0;
    for (; value >= 1000 && unit + 1 < ARRAY_LENGTH(units); unit++) {
        value /= 1000;
    }
    return arena_print(p->arena, value < 10 && unit > 0 ? "%.1f\u00a0%s" : "%.0f\u00a0%s", value,
                       units[unit]);
}

static void write_time(struct page *p, const struct offered_download *d)
{
    if (d->kept) {
        HTML(&p->w, "{}", html_text(say(p, "at once: it is made already")));
    } else if (d->seconds < 2) {
        HTML(&p->w, "{}", html_text(say(p, "a moment")));
    } else if (d->seconds < 90) {
        SAY(p, "about {} seconds", html_count((uint64_t)(d->seconds + 0.5)));
    } else {
        SAY(p, "about {} minutes", html_count((uint64_t)(d->seconds / 60 + 0.5)));
    }
}

static void write_offer(struct page *p, const struct prepare_page *page,
                        const struct offered_download *d)
{
    const string_view label = say(p, d->label);
    HTML(&p->w, "<tr><th scope=\"row\">{}</th><td>{}", html_text(label),
         html_text(size_text(p, d->bytes)));
    if (d->few) {
        HTML(&p->w, " <span class=\"small\">{}</span>",
             html_text(say(p, "estimated from at most 2,000 images")));
    }
    html_put(&p->w, "</td><td>");
    write_time(p, d);
    HTML(&p->w, "</td><td><a href=\"{}\" download>{}<span class=\"hidden\">: {}</span></a></td>",
         html_text(d->address), html_text(say(p, "Download now")), html_text(label));
    if (page->prepares) {
        HTML(&p->w,
             "<td><button type=\"submit\" form=\"prepare\" name=\"download\" value=\"{}\">{}"
             "<span class=\"hidden\">: {}</span></button></td>",
             html_text(d->address), html_text(say(p, "Prepare")), html_text(label));
    }
    html_put(&p->w, "</tr>\n");
}

static void write_form(struct page *p, const struct prepare_page *page)
{
    HTML(&p->w,
         "<h2>{}</h2>\n<p>{}</p>\n<form id=\"prepare\" action=\"/downloads\" "
         "method=\"post\">\n",
         html_text(say(p, "In the background")),
         html_text(say(p, "A prepared download has a page that shows how far it is, and is kept "
                          "for seven days. Choose Prepare in the table.")));
    if (page->sends_mail) {
        HTML(&p->w,
             "<p><label for=\"prepare-mail\">{}</label> <input type=\"email\" id=\"prepare-mail\" "
             "name=\"email\" autocomplete=\"email\" aria-describedby=\"prepare-mail-hint\"> <span "
             "class=\"small\" id=\"prepare-mail-hint\">{}</span></p>\n",
             html_text(say(p, "E-mail when it is ready")),
             html_text(say(p, "optional; used once and deleted")));
    }
    html_put(&p->w, "</form>\n");
}

static void write_options(struct page *p, const struct prepare_page *page)
{
    HTML(&p->w, "<form id=\"options\" class=\"download-options\" action=\"{}\" method=\"get\">\n",
         html_text(page->again->path));
    page_hidden_inputs(p, page->again);
    page_download_options(p, &page->options, "options");
    HTML(&p->w, "<button type=\"submit\">{}</button>\n<p class=\"small\">{}</p></form>\n",
         html_text(say(p, "Apply")),
         html_text(say(p, "A format that has no use for a choice is made without it.")));
}

status page_prepare(const struct prepare_page *page, struct arena *arena, struct buffer *out,
                    struct error *e)
{
    struct page p = {.arena = arena, .site = page->site};
    const struct page_head head = {
        .title = say(&p, "Download"), .noindex = true, .section = "search", .search_form = true};
    page_begin(&p, page->site, arena, out, &head);
    HTML(&p.w, "<h1>{}</h1>\n<p class=\"lead\"><a href=\"{}\">{}</a></p>\n",
         html_text(say(&p, "Download")), html_text(page->search),
         html_text(say_count(&p, page->records, "{} record", "{} records")));
    page_ignored(&p, page->ignored, page->ignored_count);
    write_options(&p, page);
    HTML(
        &p.w,
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table "
        "class=\"plain offers\">\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th "
        "scope=\"col\">{}</th><th scope=\"col\" colspan=\"2\"><span "
        "class=\"hidden\">{}</span></th></tr></thead>\n<tbody>\n",
        html_text(say(&p, "Formats")), html_text(say(&p, "Format")),
        html_text(say(&p, "Size, about")), html_text(say(&p, "Time to make it")),
        html_text(say(&p, "Download")));
    for (size_t i = 0; i < page->count; i++) {
        write_offer(&p, page, &page->offers[i]);
    }
    html_put(&p.w, "</tbody></table></div>\n");
    if (page->prepares) {
        write_form(&p, page);
    }
    return page_end(&p, e);
}

static void write_progress(struct page *p, const struct prepared_page *page)
{
    HTML(&p->w, "<p><progress max=\"100\" value=\"{}\" aria-label=\"{}\">{} %</progress> ",
         html_count(page->percent), html_text(say(p, "Progress")), html_count(page->percent));
    SAY(p, "{} of about {}", html_text(size_text(p, page->bytes)),
        html_text(size_text(p, page->expected)));
    HTML(&p->w, "</p>\n<p class=\"small\">{}</p>\n",
         html_text(say(p, "This page asks again every few seconds; it can be left and come back "
                          "to.")));
}

static void write_ready(struct page *p, const struct prepared_page *page)
{
    HTML(&p->w, "<p><a class=\"button primary\" href=\"{}\" download>{}</a> ",
         html_text(page->download), html_text(say(p, "Download")));
    SAY(p, "{}, kept until {}", html_text(size_text(p, page->bytes)), html_text(page->until));
    html_put(&p->w, "</p>\n");
}

status page_prepared(const struct prepared_page *page, struct arena *arena, struct buffer *out,
                     struct error *e)
{
    struct page p = {.arena = arena, .site = page->site};
    const char *title = page->state == PREPARED_READY    ? "Your download is ready"
                        : page->state == PREPARED_FAILED ? "Your download could not be made"
                        : page->state == PREPARED_MAKING ? "Your download is being made"
                                                         : "Your download waits its turn";
    const struct page_head head = {
        .title = say(&p, title), .noindex = true, .section = "search", .search_form = true};
    page_begin(&p, page->site, arena, out, &head);
    HTML(&p.w, "<h1>{}</h1>\n<p class=\"lead\" role=\"status\">{}</p>\n", html_text(say(&p, title)),
         html_text(say_count(&p, page->records, "{} record", "{} records")));
    if (page->state == PREPARED_READY) {
        write_ready(&p, page);
    } else if (page->state == PREPARED_FAILED) {
        HTML(&p.w, "<p class=\"notice\" role=\"alert\">{}</p>\n",
             html_text(say_message(&p, page->trouble)));
    } else {
        write_progress(&p, page);
    }
    HTML(&p.w, "<form action=\"{}\" method=\"post\"><button type=\"submit\">{}</button></form>\n",
         html_text(page->end),
         html_text(page->state < PREPARED_READY ? say(&p, "Stop and forget it")
                                                : say(&p, "Forget it")));
    return page_end(&p, e);
}
