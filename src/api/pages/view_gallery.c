// SPDX-License-Identifier: Apache-2.0
// The search as a wall of its media. Rows are justified by the style sheet from each picture's
// proportion, which is known beforehand, so that nothing moves when pictures come.
#include "api/pages/view_gallery.h"

#include "api/pages/language.h"
#include "api/pages/views.h"

#define PLAIN_RATIO 13 // of pictures whose size is not known, in tenths

// Width by height in tenths, within what the style sheet has.
static int64_t ratio_of(const struct gallery_tile *tile)
{
    if (tile->thumbnail.length == 0) {
        return 10;
    }
    if (tile->width == 0 || tile->height == 0) {
        return PLAIN_RATIO;
    }
    uint64_t ratio = ((uint64_t)tile->width * 10 + tile->height / 2) / tile->height;
    return (int64_t)MAX((uint64_t)6, MIN(ratio, (uint64_t)24));
}

static string_view alternative(struct page *p, const struct gallery_tile *tile)
{
    string_view title = page_start_of(p, tile->title);
    return tile->caption.length == 0
               ? title
               : arena_print(p->arena, SV_FORMAT ", " SV_FORMAT, SV_ARGUMENT(title),
                             SV_ARGUMENT(page_start_of(p, tile->caption)));
}

static void write_hidden(struct page *p, const struct gallery_tile *tile)
{
    HTML(&p->w, "<div class=\"tile-picture noticed\"><p>{}</p></div>",
         html_text(page_start_of(p, tile->notice)));
}

static void write_picture(struct page *p, const struct gallery_tile *tile)
{
    HTML(&p->w, "<a class=\"tile-picture\" href=\"{}\" data-medium>", html_text(tile->address));
    HTML(&p->w, "<img src=\"{}\" alt=\"{}\" loading=\"lazy\" decoding=\"async\"",
         html_text(tile->thumbnail), html_text(alternative(p, tile)));
    if (tile->width > 0 && tile->height > 0) {
        HTML(&p->w, " width=\"{}\" height=\"{}\"", html_number(tile->width),
             html_number(tile->height));
    }
    html_put(&p->w, "></a>");
}

// Media of other hosts, and what is no picture: a link with a drawn plate.
static void write_link(struct page *p, const struct gallery_tile *tile)
{
    HTML(&p->w, "<a class=\"tile-picture elsewhere\" href=\"{}\">", html_text(tile->address));
    page_plate(p, tile->plate, tile->title);
    HTML(&p->w, "<span>{}</span></a>", html_text(say(p, tile->kind)));
}

static void write_title(struct page *p, const struct gallery_tile *tile)
{
    HTML(&p->w, "<p class=\"tile-title\"><a href=\"{}\">", html_text(tile->record));
    if (tile->title_is_name) {
        HTML(&p->w, "<i lang=\"la\">{}</i>", html_text(page_start_of(p, tile->title)));
    } else {
        HTML(&p->w, "{}", html_text(page_start_of(p, tile->title)));
    }
    html_put(&p->w, "</a> ");
    page_type_badge(p, tile->type_status);
    html_put(&p->w, "</p>\n");
}

static void write_credit(struct page *p, const struct gallery_tile *tile)
{
    html_put(&p->w, "<p class=\"tile-credit\">");
    if (tile->caption.length > 0) {
        HTML(&p->w, "{}. ", html_text(page_start_of(p, tile->caption)));
    }
    if (tile->credit.length > 0) {
        HTML(&p->w, "© {} ", html_text(page_start_of(p, tile->credit)));
    }
    if (tile->licence.length == 0) {
        HTML(&p->w, "{}", html_text(say(p, "Licence not stated")));
    } else if (tile->licence_address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(tile->licence_address),
             html_text(tile->licence));
    } else {
        HTML(&p->w, "{}", html_text(page_start_of(p, tile->licence)));
    }
    html_put(&p->w, "</p>\n");
    if (tile->left_out > 0) {
        HTML(&p->w, "<p class=\"tile-credit\"><a href=\"{}\">{}</a></p>\n", html_text(tile->record),
             html_text(
                 say_count(p, tile->left_out, "{} more of this record", "{} more of this record")));
    }
}

static void write_tile(struct page *p, const struct view_gallery *g,
                       const struct gallery_tile *tile)
{
    HTML(&p->w, "<li class=\"wall-item ratio-{}\"><figure>", html_number(ratio_of(tile)));
    if (tile->notice.length > 0 && !g->notices_shown) {
        write_hidden(p, tile);
    } else if (tile->thumbnail.length > 0) {
        write_picture(p, tile);
    } else {
        write_link(p, tile);
    }
    html_put(&p->w, "<figcaption>");
    write_title(p, tile);
    if (tile->notice.length > 0) {
        HTML(&p->w, "<p class=\"tile-credit\">{}</p>",
             html_text(say(p, "This has a content notice.")));
    }
    write_credit(p, tile);
    html_put(&p->w, "</figcaption></figure></li>\n");
}

static void write_orders(struct page *p, const struct view_gallery *g)
{
    static const char *const labels[] = {"Default order", "Types first", "By name"};
    HTML(&p->w, "<nav class=\"choices\" aria-label=\"{}\"><ul>\n",
         html_text(say(p, "Order of the gallery")));
    for (size_t i = 0; i < GALLERY_ORDER_COUNT; i++) {
        if (g->orders[i].length == 0) {
            continue;
        }
        HTML(&p->w, "<li><a href=\"{}\"", html_text(g->orders[i]));
        if (g->order == (enum gallery_order)i) {
            html_put(&p->w, " aria-current=\"true\"");
        }
        HTML(&p->w, ">{}</a></li>\n", html_text(say(p, labels[i])));
    }
    html_put(&p->w, "</ul></nav>\n");
}

static void write_without(struct page *p, const struct view_gallery *g)
{
    if (g->without_media == 0) {
        return;
    }
    string_view words = say_count(p, g->without_media, "{} matching record has no media",
                                  "{} matching records have no media");
    HTML(&p->w, "<p class=\"small\"><a href=\"{}\">{}</a></p>\n", html_text(g->without_address),
         html_text(words));
}

static void write_notices(struct page *p, const struct view_gallery *g)
{
    if (!g->has_notices) {
        return;
    }
    const char *words =
        g->notices_shown ? "Hide media with a content notice" : "Show media with a content notice";
    HTML(&p->w, "<p class=\"notice\">{} <a href=\"{}\">{}</a></p>\n",
         html_text(say(p, "Some media here bear a notice about their content.")),
         html_text(g->notices_address), html_text(say(p, words)));
}

// What the light box says; scripts take their words from here.
static void write_wall_start(struct page *p)
{
    static const char *const words[][2] = {
        {"data-close", "Close"},
        {"data-in", "Zoom in"},
        {"data-out", "Zoom out"},
        {"data-fit", "Fit to the window"},
        {"data-whole", "Actual size, 1:1"},
        {"data-turn", "Turn by a quarter"},
        {"data-previous", "Previous"},
        {"data-next", "Next"},
        {"data-broken", "This picture could not be loaded."},
        {"data-hint", "Drag to move; scroll with Ctrl, or after a click, to zoom."}};
    html_put(&p->w, "<div class=\"gallery\" data-island=\"lightbox\"");
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        html_write(&p->w, arena_print(p->arena, " %s=\"{}\"", words[i][0]),
                   (const struct html_value[]){html_text(say(p, words[i][1]))}, 1);
    }
    html_put(&p->w, ">\n");
}

static void write_wall(struct page *p, const struct view_gallery *g)
{
    write_wall_start(p);
    string_view group = {0};
    bool open = false;
    for (size_t i = 0; i < g->tile_count; i++) {
        const struct gallery_tile *tile = &g->tiles[i];
        bool begins = i == 0 || (g->order == GALLERY_ORDER_TAXON && !sv_equal(group, tile->group));
        if (begins && open) {
            html_put(&p->w, "</ul>\n");
        }
        if (begins && g->order == GALLERY_ORDER_TAXON) {
            HTML(&p->w, "<h2 class=\"group\">{}</h2>\n",
                 html_text(tile->group.length > 0 ? page_start_of(p, tile->group)
                                                  : say(p, "Without a name")));
        }
        if (begins) {
            html_put(&p->w, "<ul class=\"wall\">\n");
            open = true;
            group = tile->group;
        }
        write_tile(p, g, tile);
    }
    if (open) {
        html_put(&p->w, "</ul>\n");
    }
    html_put(&p->w, "</div>\n");
}

void view_draw_gallery(struct page *p, const struct search_page *search)
{
    const struct view_gallery *g = search->gallery;
    page_style(p, "gallery.css");
    if (g->with_media == 0) {
        HTML(&p->w, "<p class=\"nothing\">{}</p>\n",
             html_text(say(p, "None of these records has media.")));
        return;
    }
    write_orders(p, g);
    html_put(&p->w, "<p class=\"range\">");
    SAY(p, "Media of records {} to {} of {} that have any", html_count(g->offset + 1),
        html_count(g->offset + g->shown), html_count(g->with_media));
    html_put(&p->w, "</p>\n");
    write_without(p, g);
    write_notices(p, g);
    write_wall(p, g);
    page_pager(p, search->state, g->with_media, g->limit, g->offset);
}
