// SPDX-License-Identifier: Apache-2.0
// The views of a search: ways to look at one query, each a tab and a value of the parameter "view".
// A view's own parameters are called "NAME.something"; they filter nothing, and leaving the view
// drops them. Must not know: stores, queries, HTTP.
#pragma once

#include "api/pages/layout.h"

struct view_drawing {
    const char *name;  // in the address
    const char *label; // English, for say()
    void (*draw)(struct page *p, const struct search_page *search);
};

extern const struct view_drawing view_drawings[VIEW_COUNT];

// Parameters of a view that its drawing has controls for, so that the page need not carry them;
// ended by NULL.
const char *const *view_controls(enum search_view view);
// The view of a name; VIEW_COUNT where there is none of it.
enum search_view view_of_name(string_view name);
// Whether a parameter belongs to a view ("map.at") or chooses it ("view").
bool view_owns(string_view parameter);
// The same search in another view, on its first page: without the parameters of views. `target` is
// filled.
void view_address(const struct address *state, enum search_view view, struct address *target);
// "Records 21 to 40 of 1,204", for views that show rows.
void view_range(struct page *p, const struct search_page *search);
// The tabs.
void views_tabs(struct page *p, const struct search_page *search);

// --- drawing, in the order above --------------------------------------------------------------
void view_draw_table(struct page *p, const struct search_page *search);
void view_draw_list(struct page *p, const struct search_page *search);
void view_draw_species(struct page *p, const struct search_page *search);
void view_draw_datasets(struct page *p, const struct search_page *search);
void view_draw_map(struct page *p, const struct search_page *search);
void view_draw_charts(struct page *p, const struct search_page *search);
void view_draw_gallery(struct page *p, const struct search_page *search);
// The form that asks to be told of changes, outside of all other forms; nothing in other views.
void view_follow_form(struct page *p, const struct search_page *search);
void view_draw_changes(struct page *p, const struct search_page *search);
void view_draw_compare(struct page *p, const struct search_page *search);
