// SPDX-License-Identifier: Apache-2.0
// Draws a portrait: what the records say of one thing, in numbers, pictures, charts and a map.
#include "api/pages/portrait.h"

#include "api/pages/language.h"
#include "api/pages/terms.h"
#include "api/pages/views.h"

// As a reader calls it.
static string_view title_of(const struct page *p, const struct portrait_page *portrait)
{
    return portrait->kind == PORTRAIT_INTERVAL  ? say_interval(p, portrait->title)
           : portrait->kind == PORTRAIT_COUNTRY ? say_country(p, portrait->title)
                                                : portrait->title;
}

static void write_title(struct page *p, const struct portrait_page *portrait)
{
    static const char *const kinds[] = {
        [PORTRAIT_COUNTRY] = "Country",
        [PORTRAIT_INTERVAL] = "Geological time",
        [PORTRAIT_PERSON] = "Person",
    };
    string_view kind = portrait->kind == PORTRAIT_TAXON ? term_words(p, portrait->rank)
                                                        : say(p, kinds[portrait->kind]);
    HTML(&p->w, "<p class=\"kicker\">{}</p>\n", html_text(kind));
    if (portrait->name) {
        HTML(&p->w, "<h1><i lang=\"la\">{}</i></h1>\n",
             html_text(page_start_of(p, portrait->title)));
    } else {
        HTML(&p->w, "<h1>{}</h1>\n", html_text(page_start_of(p, title_of(p, portrait))));
    }
}

static void write_above(struct page *p, const struct portrait_page *portrait)
{
    if (portrait->above_count == 0) {
        return;
    }
    HTML(&p->w, "<nav class=\"lineage\" aria-label=\"{}\"><ol>\n",
         html_text(say(p, "Classification")));
    for (size_t i = 0; i < portrait->above_count; i++) {
        HTML(&p->w, "<li><a href=\"{}\">{}</a></li>\n", html_text(portrait->above[i].address),
             html_text(portrait->above[i].label));
    }
    html_put(&p->w, "</ol></nav>\n");
}

// The same records in each view.
static void write_ways(struct page *p, const struct portrait_page *portrait)
{
    HTML(&p->w, "<p class=\"lead\"><a href=\"{}\">{}</a></p>\n", html_text(portrait->records),
         html_text(kinds_in_words(p, &portrait->matches)));
    HTML(&p->w, "<nav aria-label=\"{}\"><ul class=\"ways\">\n", html_text(say(p, "Views")));
    for (size_t i = 0; i < VIEW_COUNT; i++) {
        struct address target;
        view_address(portrait->search->state, (enum search_view)i, &target);
        HTML(&p->w, "<li><a href=\"{}\">{}</a></li>\n", html_text(address_print(&target, p->arena)),
             html_text(say(p, view_drawings[i].label)));
    }
    html_put(&p->w, "</ul></nav>\n");
}

static void write_facts(struct page *p, const struct portrait_page *portrait)
{
    if (portrait->fact_count == 0) {
        return;
    }
    html_put(&p->w, "<dl class=\"facts\">\n");
    for (size_t i = 0; i < portrait->fact_count; i++) {
        const struct page_pair *fact = &portrait->facts[i];
        HTML(&p->w, "<div><dt>{}</dt><dd>", html_text(fact->label));
        if (fact->address.length > 0) {
            HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(fact->address), html_text(fact->value));
        } else {
            HTML(&p->w, "{}", html_text(fact->value));
        }
        html_put(&p->w, "</dd></div>\n");
    }
    html_put(&p->w, "</dl>\n");
}

static void write_pictures(struct page *p, const struct portrait_page *portrait)
{
    if (portrait->picture_count == 0) {
        return;
    }
    HTML(&p->w,
         "<section aria-labelledby=\"pictures-title\">\n<h2 id=\"pictures-title\">{}</h2>\n<ul "
         "class=\"portrait-pictures\">\n",
         html_text(say(p, "Pictures")));
    for (size_t i = 0; i < portrait->picture_count; i++) {
        const struct page_picture *picture = &portrait->pictures[i];
        HTML(&p->w,
             "<li><a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"180\" height=\"180\" "
             "loading=\"lazy\"></a></li>\n",
             html_text(picture->address), html_text(picture->thumbnail), html_text(picture->label));
    }
    HTML(&p->w, "</ul>\n<p><a class=\"more\" href=\"{}\">{}</a></p>\n</section>\n",
         html_text(portrait->pictures_address), html_text(say(p, "All pictures")));
}

static void write_names(struct page *p, const char *id, const char *title,
                        const struct page_link *names, size_t count)
{
    if (count == 0) {
        return;
    }
    HTML(&p->w,
         "<section aria-labelledby=\"{}\">\n<h2 id=\"{}\">{}</h2>\n<ul class=\"companions\">\n",
         html_string(id), html_string(id), html_text(say(p, title)));
    for (size_t i = 0; i < count; i++) {
        HTML(&p->w, "<li><a href=\"{}\"><i lang=\"la\">{}</i></a> {}</li>\n",
             html_text(names[i].address), html_text(names[i].label),
             html_text(say_count(p, names[i].count, "{} record", "{} records")));
    }
    html_put(&p->w, "</ul>\n</section>\n");
}

static void write_companions(struct page *p, const struct portrait_page *portrait)
{
    if (portrait->companion_count == 0) {
        return;
    }
    HTML(&p->w,
         "<section aria-labelledby=\"companions-title\">\n<h2 id=\"companions-title\">{}</h2>\n<ul "
         "class=\"companions\">\n",
         html_text(say(p, "Collected with")));
    for (size_t i = 0; i < portrait->companion_count; i++) {
        HTML(&p->w, "<li><a href=\"{}\">{}</a> {}</li>\n",
             html_text(portrait->companions[i].address), html_text(portrait->companions[i].label),
             html_text(say_count(p, portrait->companions[i].count, "{} record", "{} records")));
    }
    html_put(&p->w, "</ul>\n</section>\n");
}

static void write_spellings(struct page *p, const struct portrait_page *portrait)
{
    if (portrait->spelling_count == 0) {
        return;
    }
    HTML(&p->w,
         "<section aria-labelledby=\"spellings-title\">\n<h2 id=\"spellings-title\">{}</h2>\n<ul "
         "class=\"companions\">\n",
         html_text(say(p, "As the records write it")));
    for (size_t i = 0; i < portrait->spelling_count; i++) {
        const struct page_link *spelling = &portrait->spellings[i];
        HTML(&p->w, "<li><a href=\"{}\">{}</a> {}</li>\n", html_text(spelling->address),
             html_text(page_start_of(p, spelling->label)),
             html_text(say_count(p, spelling->count, "{} record", "{} records")));
    }
    html_put(&p->w, "</ul>\n</section>\n");
}

static void write_map(struct page *p, const struct portrait_page *portrait)
{
    const struct map_view *map = portrait->search->map;
    if (map == NULL || map->placed == 0) {
        return;
    }
    HTML(&p->w,
         "<section class=\"map-view\" aria-labelledby=\"places-title\">\n<h2 "
         "id=\"places-title\">{}</h2>\n",
         html_text(say(p, "Places")));
    page_style(p, "map.css");
    html_put(&p->w, "<div class=\"map-frame\"><div class=\"map-picture\">\n");
    map_draw_picture(p, map);
    html_put(&p->w, "</div></div>\n");
    map_draw_legend(p, map);
    map_draw_tables(p, portrait->search);
    html_put(&p->w, "</section>\n");
}

static void write_charts(struct page *p, const struct portrait_page *portrait)
{
    if (portrait->search->charts == NULL || portrait->search->charts->chart_count == 0) {
        return;
    }
    page_style(p, "charts.css");
    chart_figures(p, portrait->search->charts);
}

status page_portrait(const struct portrait_page *portrait, struct arena *arena, struct buffer *out,
                     struct error *e)
{
    struct page p;
    struct page naming = {.arena = arena, .site = portrait->site};
    string_view words = kinds_in_words(&naming, &portrait->matches);
    struct page_head head = {
        .title = page_start_of(&naming, title_of(&naming, portrait)),
        .description = arena_print(arena, SV_FORMAT ": " SV_FORMAT,
                                   SV_ARGUMENT(title_of(&naming, portrait)), SV_ARGUMENT(words)),
        .canonical = portrait->as_of ? (string_view){0} : portrait->path,
        .noindex = portrait->as_of,
        .section = "search",
        .search_form = true,
        .wide = true,
    };
    page_begin(&p, portrait->site, arena, out, &head);
    page_style(&p, "portrait.css");
    html_put(&p.w, "<article class=\"portrait\">\n");
    write_above(&p, portrait);
    write_title(&p, portrait);
    if (portrait->as_of) {
        page_version_bar(&p, portrait->version, portrait->path);
    }
    write_ways(&p, portrait);
    write_facts(&p, portrait);
    if (portrait->about_markup.length > 0) {
        HTML(&p.w, "<div class=\"prose\">{}</div>\n", html_markup(portrait->about_markup));
    }
    write_names(&p, "accepted-title", "Accepted name", portrait->accepted,
                portrait->accepted_count);
    write_names(&p, "synonyms-title", "Synonyms", portrait->synonyms, portrait->synonym_count);
    write_pictures(&p, portrait);
    write_companions(&p, portrait);
    write_spellings(&p, portrait);
    write_map(&p, portrait);
    write_charts(&p, portrait);
    html_put(&p.w, "</article>\n");
    return page_end(&p, e);
}
