// SPDX-License-Identifier: Apache-2.0
// The rail's frame, its toggles and its facets.
#include "api/pages/rail.h"

#include "api/pages/filters.h"
#include "api/pages/language.h"
#include "api/pages/terms.h"

#include <string.h>

static bool has_facet(const struct search_page *search, string_view field)
{
    for (size_t i = 0; i < search->facet_count; i++) {
        if (sv_equal(search->facets[i].field, field)) {
            return true;
        }
    }
    return false;
}

static const struct range_panel *range_of(const struct search_page *search, string_view parameter)
{
    for (size_t i = 0; search->rail != NULL && i < search->rail->range_count; i++) {
        if (sv_equal(search->rail->ranges[i].parameter, parameter)) {
            return &search->rail->ranges[i];
        }
    }
    return NULL;
}

// --- a year without a histogram --------------------------------------------------------------

// The box holds one value; a search with several shows them as chips only.
static bool has_year_box(const struct search_page *search)
{
    size_t values = search->year_range ? 0 : 2;
    for (size_t i = 0; i < search->state->count; i++) {
        values += sv_equal(search->state->pairs[i].name, SV("year"));
    }
    return values <= 1 && !has_facet(search, SV("year")) && range_of(search, SV("year")) == NULL;
}

static void write_year(struct page *p, const struct search_page *search)
{
    HTML(&p->w,
         "<fieldset class=\"facet\" id=\"facet-range-year\">\n<legend>{}</legend>\n"
         "<label class=\"hidden\" for=\"year\">{}</label><input type=\"text\" "
         "id=\"year\" name=\"year\" value=\"{}\" inputmode=\"text\" autocomplete=\"off\" "
         "aria-describedby=\"year-hint\" data-range><p class=\"facet-rest\" "
         "id=\"year-hint\">{}</p>\n</fieldset>\n",
         html_text(say(p, "Year")), html_text(say(p, "Year or range of years")),
         html_text(address_value(search->state, SV("year"))),
         html_text(say(p, "1903, or a range: 1850-1900")));
}

// --- toggles ---------------------------------------------------------------------------------

static void write_preset(struct page *p, const struct preset *preset)
{
    HTML(&p->w,
         "<li class=\"facet-value\"><label><input type=\"checkbox\" name=\"{}\" value=\"{}\"",
         html_text(preset->parameter), html_text(preset->value));
    if (preset->chosen) {
        html_put(&p->w, " checked");
    }
    HTML(&p->w,
         "><span class=\"facet-label\">{}</span> <span class=\"facet-count\">{}<span "
         "class=\"hidden\"> {}</span></span></label></li>\n",
         html_text(say(p, preset->label)), html_count(preset->count),
         html_text(preset->count == 1 ? say(p, "record") : say(p, "records")));
}

static void write_presets(struct page *p, const struct rail *rail)
{
    if (rail->preset_count == 0) {
        return;
    }
    HTML(&p->w, "<fieldset class=\"facet presets\" id=\"presets\">\n<legend>{}</legend>\n<ul>\n",
         html_text(say(p, "Only records that")));
    for (size_t i = 0; i < rail->preset_count; i++) {
        write_preset(p, &rail->presets[i]);
    }
    html_put(&p->w, "</ul>\n</fieldset>\n");
}

// --- further facets --------------------------------------------------------------------------

// Each link asks for the facets shown and one more.
static void write_facet_choices(struct page *p, const struct search_page *search)
{
    if (search->facet_choice_count == 0) {
        return;
    }
    HTML(&p->w, "<details class=\"facet-choices\"><summary>{}</summary>\n<ul>\n",
         html_text(say(p, "More filters")));
    for (size_t i = 0; i < search->facet_choice_count; i++) {
        struct address target = *search->state;
        for (size_t j = 0; j < search->facet_count; j++) {
            address_add(&target, SV("facet"), search->facets[j].field);
        }
        address_add(&target, SV("facet"), search->facet_choices[i]);
        HTML(&p->w, "<li><a href=\"{}#facet-{}\">{}</a></li>\n",
             html_text(address_print(&target, p->arena)), html_text(search->facet_choices[i]),
             html_text(term_words(p, search->facet_choices[i])));
    }
    html_put(&p->w, "</ul></details>\n");
}

// --- all of it -------------------------------------------------------------------------------

static void write_apply(struct page *p)
{
    HTML(&p->w, "<p class=\"without-script\"><button type=\"submit\">{}</button></p>\n",
         html_text(say(p, "Apply filters")));
}

void rail_write(struct page *p, const struct search_page *search)
{
    const struct rail *rail = search->rail;
    size_t filters = filters_count(search->state);
    page_style(p, "rail.css");
    HTML(&p->w,
         "<aside class=\"rail\" aria-label=\"{}\">\n<details "
         "class=\"rail-fold\"><summary>{}",
         html_text(say(p, "Filters")), html_text(say(p, "Filters")));
    if (filters > 0) {
        html_put(&p->w, " ");
        SAY(p, "({} active)", html_count(filters));
    }
    html_put(&p->w, "</summary>\n<div class=\"rail-body\">\n");
    write_apply(p);
    if (rail != NULL) {
        write_presets(p, rail);
    }
    if (rail != NULL && rail->taxa != NULL) {
        rail_draw_taxa(p, rail->taxa);
    }
    rail_draw_ranges(p, search);
    filters_facets(p, search->state, search->facets, search->facet_count);
    if (has_year_box(search)) {
        write_year(p, search);
    }
    if (rail != NULL && rail->time != NULL) {
        rail_draw_time(p, rail->time);
    }
    write_facet_choices(p, search);
    write_apply(p);
    html_put(&p->w, "</div>\n</details>\n</aside>\n");
}

void rail_hidden_inputs(struct page *p, const struct search_page *search, const char *const *shown,
                        size_t shown_count)
{
    const struct rail *rail = search->rail;
    size_t presets = rail == NULL ? 0 : rail->preset_count;
    size_t ranges = rail == NULL ? 0 : rail->range_count;
    struct facet_panel *boxes =
        arena_array(p->arena, struct facet_panel, search->facet_count + presets + 1);
    struct facet_value *values = arena_array(p->arena, struct facet_value, presets + 1);
    const char **names = arena_array(p->arena, const char *, shown_count + ranges + 1);
    if (boxes == NULL || values == NULL || names == NULL) {
        return; // the page's own check tells that there is no memory
    }
    for (size_t i = 0; i < search->facet_count; i++) {
        boxes[i] = search->facets[i];
    }
    for (size_t i = 0; i < presets; i++) {
        values[i].value = rail->presets[i].value;
        boxes[search->facet_count + i] = (struct facet_panel){
            .parameter = rail->presets[i].parameter, .values = &values[i], .value_count = 1};
    }
    memcpy(names, shown, shown_count * sizeof *names);
    for (size_t i = 0; i < ranges; i++) {
        if (rail->ranges[i].other.length == 0) {
            string_view name =
                arena_print(p->arena, SV_FORMAT "%c", SV_ARGUMENT(rail->ranges[i].parameter), '\0');
            names[shown_count++] = name.length > 0 ? name.bytes : "";
        }
    }
    if (has_year_box(search)) {
        names[shown_count++] = "year";
    }
    filters_hidden_inputs(p, search->state, names, shown_count, boxes,
                          search->facet_count + presets);
}
