// SPDX-License-Identifier: Apache-2.0
// The tree of taxa: the path chosen, and the taxa of the next rank below it, each a link. Scripts
// make it a tree in the sense of ARIA (web/src/islands/taxa.ts).
#include "api/pages/language.h"
#include "api/pages/rail.h"
#include "api/pages/terms.h"

static void draw_children(struct page *p, const struct taxon_panel *taxa)
{
    html_put(&p->w, "<ul class=\"taxon-children\">\n");
    for (size_t i = 0; i < taxa->child_count; i++) {
        const struct taxon_row *child = &taxa->children[i];
        HTML(&p->w,
             "<li><a href=\"{}\" data-value=\"{}\"><span class=\"facet-label\">{}</span> <span "
             "class=\"row-count\">{}<span class=\"hidden\"> {}</span></span></a></li>\n",
             html_text(child->address), html_text(child->label),
             html_text(page_start_of(p, child->label)), html_count(child->count),
             html_text(child->count == 1 ? say(p, "record") : say(p, "records")));
    }
    if (taxa->missing.count > 0) {
        HTML(&p->w,
             "<li><a href=\"{}\"><span class=\"facet-label quiet-label\">{}</span> <span "
             "class=\"row-count\">{}</span></a></li>\n",
             html_text(taxa->missing.address), html_text(say(p, "not recorded")),
             html_count(taxa->missing.count));
    }
    html_put(&p->w, "</ul>\n");
    if (taxa->other > 0 || taxa->facet_address.length > 0) {
        html_put(&p->w, "<p class=\"facet-rest\">");
        SAY(p, "other values {}", html_count(taxa->other));
        if (taxa->facet_address.length > 0) {
            HTML(&p->w, " · <a href=\"{}#facet-{}\">{}<span class=\"hidden\">: {}</span></a>",
                 html_text(taxa->facet_address), html_text(taxa->child_field),
                 html_text(say(p, "More values")), html_text(term_words(p, taxa->child_field)));
        }
        html_put(&p->w, "</p>\n");
    }
}

// The path from its `step`th taxon down, each within the one above.
static void draw_path(struct page *p, const struct taxon_panel *taxa)
{
    for (size_t i = 0; i < taxa->step_count; i++) {
        const struct taxon_step *step = &taxa->steps[i];
        bool last = i + 1 == taxa->step_count;
        HTML(&p->w, "<ul class=\"taxon-path\"><li><a href=\"{}\"", html_text(step->row.address));
        if (last) {
            html_put(&p->w, " aria-current=\"true\"");
        }
        HTML(&p->w, "><span class=\"taxon-rank\">{}</span> {}</a>\n",
             html_text(term_words(p, step->field)), html_text(page_start_of(p, step->row.label)));
    }
    if (taxa->child_count + taxa->missing.count > 0) {
        HTML(&p->w, "<p class=\"taxon-rank\">{}</p>\n",
             html_text(term_words(p, taxa->child_field)));
        draw_children(p, taxa);
    }
    for (size_t i = 0; i < taxa->step_count; i++) {
        html_put(&p->w, "</li></ul>\n");
    }
}

void rail_draw_taxa(struct page *p, const struct taxon_panel *taxa)
{
    HTML(&p->w,
         "<nav class=\"facet taxa\" id=\"taxa\" aria-labelledby=\"taxa-title\" "
         "data-island=\"taxa\">\n<p class=\"facet-title\" id=\"taxa-title\">{}</p>\n",
         html_text(say(p, "Classification")));
    if (taxa->step_count > 0) {
        HTML(&p->w, "<p class=\"taxon-root\"><a href=\"{}\">{}</a></p>\n",
             html_text(taxa->root_address), html_text(say(p, "All taxa")));
    }
    draw_path(p, taxa);
    html_put(&p->w, "</nav>\n");
}
