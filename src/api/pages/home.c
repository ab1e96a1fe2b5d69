// SPDX-License-Identifier: Apache-2.0
// The home page: what the museum holds, a box to search it, and how it grew.

#include "api/pages/drawing.h"
#include "api/pages/language.h"
#include "api/pages/page.h"
#include "api/pages/use.h"

static void write_search_box(struct page *p, const struct home_page *home)
{
    struct html_writer *w = &p->w;
    HTML(w,
         "<form class=\"home-search\" role=\"search\" action=\"/search\" method=\"get\">\n<label "
         "for=\"q\">{}</label>\n<div class=\"search-line\"><input type=\"search\" id=\"q\" "
         "name=\"q\" autocomplete=\"off\" data-suggest=\"{}\"><button type=\"submit\" "
         "formaction=\"/find\" class=\"primary\">{}</button></div>\n",
         html_text(say(p, "Names, places, people, catalogue numbers, years")),
         html_text(say(p, "Suggestions")), html_text(say(p, "Search")));
    if (home->example_count > 0) {
        html_put(w, "<p class=\"examples\">");
        HTML(w, "{} ", html_text(say(p, "For example")));
        for (size_t i = 0; i < home->example_count; i++) {
            HTML(w, "<a href=\"{}\">{}</a>", html_text(home->examples[i].address),
                 html_text(home->examples[i].label));
            if (i + 1 < home->example_count) {
                html_put(w, " · ");
            }
        }
        html_put(w, "</p>\n");
    }
    html_put(w, "</form>\n");
}

static void write_figure(struct page *p, const struct page_link *figure)
{
    if (figure->address.length == 0) {
        return;
    }
    HTML(&p->w, "<div><dt><a href=\"{}\">{}</a></dt><dd>{}</dd></div>\n",
         html_text(figure->address), html_text(figure->label), html_count(figure->count));
}

// The holdings, drawn as a specimen label; kinds are never summed (rule C4).
static void write_holdings(struct page *p, const struct home_page *home)
{
    struct html_writer *w = &p->w;
    HTML(w,
         "<section class=\"label-card holdings\" aria-labelledby=\"holdings-title\">\n"
         "<h2 id=\"holdings-title\">{}</h2>\n<dl class=\"figures\">\n",
         html_text(say(p, "Holdings")));
    for (size_t i = 0; i < home->holdings.count; i++) {
        const struct kind_count *k = &home->holdings.kinds[i];
        string_view name = page_kind(p, k->kind, k->count);
        html_put(w, "<div class=\"figure-kind\"><dt>");
        if (home->kind_addresses[i].length > 0) {
            HTML(w, "<a href=\"{}\">{}</a>", html_text(home->kind_addresses[i]), html_text(name));
        } else {
            HTML(w, "{}", html_text(name));
        }
        HTML(w, "</dt><dd>{}</dd></div>\n", html_count(k->count));
    }
    html_put(w, "</dl>\n<dl class=\"figures figures-small\">\n");
    HTML(w, "<div><dt><a href=\"/datasets\">{}</a></dt><dd>{}</dd></div>\n",
         html_text(say(p, "datasets")), html_count(home->datasets));
    write_figure(p, &home->types);
    write_figure(p, &home->with_images);
    write_figure(p, &home->with_coordinates);
    write_figure(p, &home->countries);
    html_put(w, "</dl>\n");
    if (p->site->latest > 0) {
        HTML(w, "<p class=\"label-foot\">{} ", html_text(say(p, "As of")));
        page_time(p, p->site->latest);
        html_put(w, "</p>\n");
    }
    html_put(w, "</section>\n");
}

static void write_collections(struct page *p, const struct home_page *home)
{
    struct html_writer *w = &p->w;
    if (home->collection_count == 0) {
        return;
    }
    HTML(w,
         "<section aria-labelledby=\"collections-title\">\n<h2 "
         "id=\"collections-title\">{}</h2>\n<ul class=\"tiles\">\n",
         html_text(say(p, "Collections")));
    for (size_t i = 0; i < home->collection_count; i++) {
        const struct home_collection *c = &home->collections[i];
        html_put(w, "<li class=\"tile\">");
        page_plate(p, c->kind, c->subject);
        HTML(w, "<div><h3><a href=\"{}\">{}</a></h3>", html_text(c->address), html_text(c->title));
        HTML(w, "<p class=\"tile-count\"><b>{}</b> {}</p>", html_count(c->records),
             html_text(page_kind(p, c->kind, c->records)));
        if (c->description.length > 0) {
            HTML(w, "<p>{}</p>", html_text(c->description));
        }
        html_put(w, "</div></li>\n");
    }
    html_put(w, "</ul>\n</section>\n");
}

static void write_newest(struct page *p, const struct home_page *home)
{
    struct html_writer *w = &p->w;
    if (home->newest_count == 0) {
        return;
    }
    HTML(w,
         "<section aria-labelledby=\"newest-title\">\n<h2 id=\"newest-title\">{}</h2>\n<ol "
         "class=\"newest\">\n",
         html_text(say(p, "Newest datasets")));
    for (size_t i = 0; i < home->newest_count; i++) {
        const struct home_dataset *d = &home->newest[i];
        HTML(w, "<li><a href=\"/dataset/{}\">{}</a><p class=\"small\">", html_text(d->slug),
             html_text(d->title));
        if (d->authors.length > 0) {
            HTML(w, "{} · ", html_text(d->authors));
        }
        HTML(w, "{} · ", html_text(kinds_in_words(p, &d->holdings)));
        page_time(p, d->time);
        html_put(w, "</p></li>\n");
    }
    HTML(w, "</ol>\n<p><a class=\"more\" href=\"/datasets\">{}</a></p>\n</section>\n",
         html_text(say(p, "All datasets")));
}

// Rule I2: none of them is under a notice.
static void write_pictures(struct page *p, const struct home_page *home)
{
    if (home->picture_count == 0) {
        return;
    }
    HTML(&p->w,
         "<section aria-labelledby=\"pictures-title\">\n<h2 id=\"pictures-title\">{}</h2>\n<ul "
         "class=\"picture-wall\">\n",
         html_text(say(p, "From the drawers")));
    for (size_t i = 0; i < home->picture_count; i++) {
        const struct page_picture *picture = &home->pictures[i];
        HTML(&p->w,
             "<li><a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"160\" height=\"160\" "
             "loading=\"lazy\"></a></li>\n",
             html_text(picture->address), html_text(picture->thumbnail), html_text(picture->label));
    }
    HTML(&p->w, "</ul>\n<p><a class=\"more\" href=\"{}\">{}</a></p>\n</section>\n",
         html_text(home->pictures_address), html_text(say(p, "All pictures")));
}

// Rules E1 and E2: a month is compared with the same month a year before, or there is no data.
static void write_use(struct page *p, const struct page_use *use)
{
    if (use != NULL && use->known) {
        HTML(&p->w, "<section aria-labelledby=\"use-title\">\n<h2 id=\"use-title\">{}</h2>\n",
             html_text(say(p, "Downloads")));
        page_use_figures(p, use);
        page_use_datasets(p, use);
        HTML(&p->w, "<p><a class=\"more\" href=\"/statistics\">{}</a></p>\n</section>\n",
             html_text(say(p, "Statistics")));
        return;
    }
    HTML(&p->w,
         "<section aria-labelledby=\"use-title\">\n<h2 id=\"use-title\">{}</h2>\n<p>{} <a "
         "href=\"/statistics\">{}</a></p>\n</section>\n",
         html_text(say(p, "Downloads this month")),
         html_text(say(p, "No data yet: this portal has not counted downloads so far.")),
         html_text(say(p, "Statistics")));
}

static void write_growth(struct page *p, const struct home_page *home)
{
    if (home->growth_count < 2) {
        return;
    }
    HTML(&p->w,
         "<section aria-labelledby=\"growth-title\">\n<h2 id=\"growth-title\">{}</h2>\n"
         "<p>{}</p>\n",
         html_text(say(p, "Growing over time")),
         html_text(say(p, "Nothing is overwritten: the collection can be searched as it stood on "
                          "any day of this line.")));
    draw_growth(p, home->growth_kind, home->growth, home->growth_count);
    html_put(&p->w, "</section>\n");
}

status page_home(const struct home_page *home, struct arena *arena, struct buffer *out,
                 struct error *e)
{
    struct page p = {.arena = arena, .site = home->site};
    string_view words = kinds_in_words(&p, &home->holdings);
    string_view datasets = arena_print(arena, "%llu", (unsigned long long)home->datasets);
    string_view sentence = SAY_TEXT(
        &p,
        home->datasets == 1 ? "{} in {} dataset, each with every version that was ever published."
                            : "{} in {} datasets, each with every version that was ever published.",
        words, datasets);
    struct page_head head = {.description = sentence, .canonical = SV("/"), .section = ""};
    page_begin(&p, home->site, arena, out, &head);
    html_put(&p.w, "<div class=\"home-top\">\n<div class=\"home-intro\">\n");
    HTML(&p.w, "<h1>{}</h1>\n",
         html_text(home->site->tagline.length > 0 ? home->site->tagline
                                                  : say(&p, "Search the collections")));
    HTML(&p.w, "<p class=\"lead\">{}</p>\n", html_text(sentence));
    write_search_box(&p, home);
    html_put(&p.w, "</div>\n");
    write_holdings(&p, home);
    html_put(&p.w, "</div>\n");
    write_collections(&p, home);
    write_pictures(&p, home);
    html_put(&p.w, "<div class=\"home-bottom\">\n");
    write_newest(&p, home);
    html_put(&p.w, "<div>\n");
    write_growth(&p, home);
    write_use(&p, home->use);
    html_put(&p.w, "</div>\n</div>\n");
    return page_end(&p, e);
}
