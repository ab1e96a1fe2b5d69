// SPDX-License-Identifier: Apache-2.0
// The table of views, and the tabs.
#include "api/pages/views.h"

#include "api/pages/language.h"

const struct view_drawing view_drawings[VIEW_COUNT] = {
    [VIEW_TABLE] = {"table", "Table", view_draw_table},
    [VIEW_LIST] = {"list", "List", view_draw_list},
    [VIEW_SPECIES] = {"species", "Species", view_draw_species},
    [VIEW_DATASETS] = {"datasets", "Datasets", view_draw_datasets},
    [VIEW_MAP] = {"map", "Map", view_draw_map},
    [VIEW_CHARTS] = {"charts", "Charts", view_draw_charts},
    [VIEW_GALLERY] = {"gallery", "Gallery", view_draw_gallery},
    [VIEW_CHANGES] = {"changes", "Changes", view_draw_changes},
    [VIEW_COMPARE] = {"compare", "Compare", view_draw_compare},
};

static const char *const no_controls[] = {NULL};
static const char *const charts_controls[] = {"charts.kind", "charts.by", "charts.split",
                                              "charts.then", NULL};
static const char *const changes_controls[] = {"version", "changes.from", "changes.kind",
                                               "changes.skip", NULL};
static const char *const compare_controls[] = {"compare.measure", "compare.of",   "compare.term",
                                               "compare.by",      "compare.with", NULL};

const char *const *view_controls(enum search_view view)
{
    static const char *const *const controls[VIEW_COUNT] = {
        [VIEW_CHARTS] = charts_controls,
        [VIEW_CHANGES] = changes_controls,
        [VIEW_COMPARE] = compare_controls,
    };
    return controls[view] == NULL ? no_controls : controls[view];
}

enum search_view view_of_name(string_view name)
{
    for (size_t i = 0; i < VIEW_COUNT; i++) {
        if (sv_equal(name, sv_from(view_drawings[i].name))) {
            return (enum search_view)i;
        }
    }
    return VIEW_COUNT;
}

bool view_owns(string_view parameter)
{
    size_t dot = sv_find(parameter, '.');
    return sv_equal(parameter, SV("view")) ||
           (dot < parameter.length && view_of_name(sv_slice(parameter, 0, dot)) != VIEW_COUNT);
}

void view_address(const struct address *state, enum search_view view, struct address *target)
{
    address_init(target, state->path);
    for (size_t i = 0; i < state->count; i++) {
        string_view name = state->pairs[i].name;
        if (!view_owns(name) && !sv_equal(name, SV("offset"))) {
            address_add(target, name, state->pairs[i].value);
        }
    }
    if (view != VIEW_TABLE) {
        address_add(target, SV("view"), sv_from(view_drawings[view].name));
    }
}

void views_tabs(struct page *p, const struct search_page *search)
{
    HTML(&p->w, "<nav class=\"views\" aria-label=\"{}\"><ul>\n", html_text(say(p, "Views")));
    for (size_t i = 0; i < VIEW_COUNT; i++) {
        struct address target;
        view_address(search->state, (enum search_view)i, &target);
        HTML(&p->w, "<li><a id=\"view-{}\" href=\"{}\"", html_string(view_drawings[i].name),
             html_text(address_print(&target, p->arena)));
        if (search->view == (enum search_view)i) {
            html_put(&p->w, " aria-current=\"page\"");
        }
        HTML(&p->w, ">{}</a></li>\n", html_text(say(p, view_drawings[i].label)));
    }
    html_put(&p->w, "</ul></nav>\n");
}

void view_range(struct page *p, const struct search_page *search)
{
    if (search->row_count == 0) {
        return;
    }
    const char *words = search->matches.count > 1 ? "Records {} to {} of {} of all kinds"
                                                  : "Records {} to {} of {}";
    html_put(&p->w, "<p class=\"range\">");
    SAY(p, words, html_count(search->offset + 1), html_count(search->offset + search->row_count),
        html_count(search->total));
    html_put(&p->w, "</p>\n");
}
