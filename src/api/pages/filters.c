// SPDX-License-Identifier: Apache-2.0
// Chips, facets and hidden inputs.

#include "api/pages/filters.h"

#include "api/pages/language.h"
#include "api/pages/terms.h"
#include "api/pages/views.h"
#include "base/bidi.h"

#define MORE_VALUES "50"

bool filter_is_control(string_view name)
{
    static const char *const names[] = {"facet",  "facetLimit", "sort",    "limit",
                                        "offset", "after",      "version", "fields"};
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        if (sv_equal(name, sv_from(names[i]))) {
            return true;
        }
    }
    return view_owns(name);
}

static bool is_filter(const struct address_pair *pair)
{
    return !filter_is_control(pair->name);
}

size_t filters_count(const struct address *state)
{
    size_t count = 0;
    for (size_t i = 0; i < state->count; i++) {
        count += is_filter(&state->pairs[i]);
    }
    return count;
}

static bool is_json(string_view name)
{
    return sv_starts_with(name, SV("filter.")) || sv_equal(name, SV("query"));
}

bool filter_leaves_out(string_view value)
{
    return value.length > 1 && value.bytes[0] == '!' && !sv_equal(value, SV("!*")) &&
           !sv_equal(value, SV("!\"\""));
}

string_view filter_words(struct page *p, const struct address_pair *pair,
                         const struct value_label *labels, size_t label_count)
{
    string_view value = pair->value;
    bool without = false;
    for (size_t i = 0; i < label_count; i++) {
        if (sv_equal(labels[i].name, pair->name) && sv_equal(labels[i].value, pair->value)) {
            value = labels[i].label;
        }
    }
    string_view field = pair->name;
    if (is_json(field)) { // the words say it all
        return bidi_isolate(p->arena, value);
    }
    if (filter_leaves_out(pair->value) && p->site != NULL) {
        value = sv_equal(value, pair->value) ? sv_slice(value, 1, SIZE_MAX) : value;
        without = true;
    }
    if (sv_starts_with(field, SV("field."))) {
        field = sv_slice(field, 6, field.length);
    }
    string_view label = sv_equal(pair->name, SV("q"))    ? say(p, "Words")
                        : sv_equal(field, SV("kind"))    ? say(p, "Kind")
                        : sv_equal(field, SV("dataset")) ? say(p, "Dataset")
                                                         : term_words(p, field);
    string_view not = without ? say(p, "not") : SV("");
    return arena_print(p->arena, SV_FORMAT ": " SV_FORMAT "%s" SV_FORMAT,
                       SV_ARGUMENT(bidi_isolate(p->arena, label)), SV_ARGUMENT(not ),
                       without ? " " : "", SV_ARGUMENT(bidi_isolate(p->arena, value)));
}

static void address_without_page(const struct address *state, struct address *copy)
{
    *copy = *state;
    address_remove(copy, SV("offset"));
    address_remove(copy, SV("after"));
}

static void write_chip(struct page *p, const struct address *state, const struct address_pair *pair,
                       string_view words)
{
    struct address without;
    address_without_page(state, &without);
    address_remove_pair(&without, pair->name, pair->value);
    html_put(&p->w, "<li>");
    if (sv_equal(pair->name, SV("query"))) {
        struct address builder = without; // it reads all of the search, and writes it as one query
        builder = *state;
        builder.path = SV("/search/build");
        HTML(&p->w, "<a class=\"chip chip-query\" href=\"{}\">{}: {}</a> ",
             html_text(address_print(&builder, p->arena)), html_text(say(p, "Advanced query")),
             html_text(words));
        words = say(p, "Advanced query");
        HTML(&p->w,
             "<a class=\"chip\" href=\"{}\" data-removes><span class=\"hidden\">{} {}</span><span "
             "class=\"chip-cross\" aria-hidden=\"true\">×</span></a></li>\n",
             html_text(address_print(&without, p->arena)), html_text(say(p, "Remove the filter")),
             html_text(words));
        return;
    }
    HTML(&p->w,
         "<a class=\"chip{}\" href=\"{}\" data-removes><span class=\"hidden\">{} "
         "</span>{}<span class=\"chip-cross\" aria-hidden=\"true\"> ×</span></a></li>\n",
         html_string(filter_leaves_out(pair->value) ? " chip-not" : ""),
         html_text(address_print(&without, p->arena)), html_text(say(p, "Remove the filter")),
         html_text(words));
}

void filters_chips(struct page *p, const struct address *state, const struct value_label *labels,
                   size_t label_count)
{
    size_t count = filters_count(state);
    if (count == 0) {
        return;
    }
    struct address none;
    address_without_page(state, &none);
    HTML(&p->w, "<ul class=\"chips\" aria-label=\"{}\">\n", html_text(say(p, "Active filters")));
    for (size_t i = 0; i < state->count; i++) {
        if (is_filter(&state->pairs[i])) {
            string_view words = filter_words(p, &state->pairs[i], labels, label_count);
            write_chip(p, state, &state->pairs[i], words);
            address_remove(&none, state->pairs[i].name);
        }
    }
    if (count > 1) {
        HTML(&p->w, "<li><a class=\"chip-clear\" href=\"{}\" data-removes>{}</a></li>\n",
             html_text(address_print(&none, p->arena)), html_text(say(p, "Remove all")));
    }
    html_put(&p->w, "</ul>\n");
}

static uint64_t greatest_count(const struct facet_panel *facet)
{
    uint64_t most = 1;
    for (size_t i = 0; i < facet->value_count; i++) {
        most = MAX(most, facet->values[i].count);
    }
    return most;
}

static string_view words_of(struct page *p, const struct facet_value *value)
{
    return page_start_of(p, value->label.length > 0 ? value->label : value->value);
}

// Links to the records of this value alone, and to all but them.
static void write_ways(struct page *p, const struct address *state, const struct facet_panel *facet,
                       const struct facet_value *value)
{
    struct address only;
    struct address others;
    address_without_page(state, &only);
    address_without_page(state, &others);
    address_remove_pair(&others, facet->parameter, value->value);
    address_set(&only, facet->parameter, value->value);
    address_add(&others, facet->parameter,
                arena_print(p->arena, "!" SV_FORMAT, SV_ARGUMENT(value->value)));
    HTML(&p->w,
         "<span class=\"ways\"><details><summary><span class=\"hidden\">{}: {}</span></summary>"
         "<span class=\"ways-links\"><a href=\"{}\">{}</a> <a href=\"{}\">{}</a></span>"
         "</details></span>",
         html_text(say(p, "Only or without")), html_text(words_of(p, value)),
         html_text(address_print(&only, p->arena)), html_text(say(p, "only this")),
         html_text(address_print(&others, p->arena)), html_text(say(p, "not this")));
}

static void write_value(struct page *p, const struct address *state,
                        const struct facet_panel *facet, const struct facet_value *value,
                        uint64_t most)
{
    HTML(&p->w,
         "<li class=\"facet-value\"><label><input type=\"checkbox\" name=\"{}\" value=\"{}\"",
         html_text(facet->parameter), html_text(value->value));
    if (value->chosen) {
        html_put(&p->w, " checked");
    }
    HTML(&p->w,
         "><span class=\"facet-label\">{}</span> <span class=\"facet-count\">{}<span "
         "class=\"hidden\"> {}</span></span></label>",
         html_text(words_of(p, value)), html_count(value->count),
         html_text(say(p, value->count == 1 ? "record" : "records")));
    page_bar(p, value->count, most);
    if (facet->ways) {
        write_ways(p, state, facet, value);
    }
    html_put(&p->w, "</li>\n");
}

static void write_facet_foot(struct page *p, const struct address *state,
                             const struct facet_panel *facet)
{
    if (facet->other > 0 || facet->missing > 0) {
        html_put(&p->w, "<p class=\"facet-rest\">");
        if (facet->other > 0) {
            SAY(p, "other values {}", html_count(facet->other));
        }
        if (facet->other > 0 && facet->missing > 0) {
            html_put(&p->w, " · ");
        }
        if (facet->missing > 0) {
            SAY(p, "not recorded {}", html_count(facet->missing));
        }
        html_put(&p->w, "</p>\n");
    }
    if (facet->more || facet->more_shown) {
        struct address target = *state;
        address_remove(&target, SV("facetLimit"));
        if (!facet->more_shown) {
            address_set(&target, SV("facetLimit"), SV(MORE_VALUES));
        }
        HTML(&p->w, "<p><a class=\"more\" href=\"{}#facet-{}\">{}<span class=\"hidden\"> {} {}",
             html_text(address_print(&target, p->arena)), html_text(facet->field),
             html_text(say(p, facet->more_shown ? "Fewer values" : "More values")),
             html_text(say(p, "of")), html_text(term_words(p, facet->field)));
        html_put(&p->w, "</span></a></p>\n");
    }
}

// What scripts need to look for further values (web/src/islands/facet.ts).
static void write_island(struct page *p, const struct facet_panel *facet, string_view label)
{
    HTML(&p->w,
         " data-island=\"facet\" data-field=\"{}\" data-parameter=\"{}\" data-values=\"{}\" "
         "data-label=\"{}: {}\" data-hint=\"{}\" data-none=\"{}\" data-found=\"{}\" "
         "data-record=\"{}\"",
         html_text(facet->field), html_text(facet->parameter), html_text(facet->values_address),
         html_text(say(p, "Find values")), html_text(label), html_text(say(p, "Find values")),
         html_text(say(p, "No value starts so")), html_text(say(p, "{} values")),
         html_text(say(p, "records")));
}

void filters_facets(struct page *p, const struct address *state, const struct facet_panel *facets,
                    size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct facet_panel *facet = &facets[i];
        if (facet->value_count == 0) {
            continue;
        }
        string_view label = facet->label.length > 0 ? facet->label : term_words(p, facet->field);
        HTML(&p->w, "<fieldset class=\"facet\" id=\"facet-{}\"", html_text(facet->field));
        if (facet->values_address.length > 0 && facet->more) {
            write_island(p, facet, label);
        }
        HTML(&p->w, ">\n<legend>{}</legend>\n<ul>\n", html_text(label));
        uint64_t most = greatest_count(facet);
        for (size_t j = 0; j < facet->value_count; j++) {
            write_value(p, state, facet, &facet->values[j], most);
        }
        html_put(&p->w, "</ul>\n");
        write_facet_foot(p, state, facet);
        html_put(&p->w, "</fieldset>\n");
    }
}

static bool has_checkbox(const struct address_pair *pair, const struct facet_panel *facets,
                         size_t facet_count)
{
    for (size_t i = 0; i < facet_count; i++) {
        if (!sv_equal(facets[i].parameter, pair->name)) {
            continue;
        }
        for (size_t j = 0; j < facets[i].value_count; j++) {
            if (sv_equal(facets[i].values[j].value, pair->value)) {
                return true;
            }
        }
    }
    return false;
}

static bool is_shown(string_view name, const char *const *shown, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (sv_equal(name, sv_from(shown[i]))) {
            return true;
        }
    }
    return sv_equal(name, SV("offset")) || sv_equal(name, SV("after"));
}

void filters_hidden_inputs(struct page *p, const struct address *state, const char *const *shown,
                           size_t shown_count, const struct facet_panel *facets, size_t facet_count)
{
    for (size_t i = 0; i < state->count; i++) {
        const struct address_pair *pair = &state->pairs[i];
        if (!is_shown(pair->name, shown, shown_count) && !has_checkbox(pair, facets, facet_count)) {
            HTML(&p->w, "<input type=\"hidden\" name=\"{}\" value=\"{}\">\n", html_text(pair->name),
                 html_text(pair->value));
        }
    }
}

void filters_announcer(struct page *p)
{
    HTML(&p->w,
         "<p class=\"hidden\" role=\"status\" id=\"announcer\" data-removed=\"{}\" "
         "data-undo=\"{}\" data-lost=\"{}\" data-again=\"{}\"></p>\n",
         html_text(say(p, "The filter was removed")), html_text(say(p, "Undo")),
         html_text(say(p, "The connection is lost. What you asked for is shown once it is back.")),
         html_text(say(p, "Try again")));
}
