// SPDX-License-Identifier: Apache-2.0
// Writes shapes as SVG.
#include "api/pages/chart_pen.h"

#include "api/pages/chart_text.h"

#define LINE_HEIGHT 1.3
#define MARGIN      20.0 // around a picture that stands alone
#define FACE        "'Source Sans 3', Arial, Helvetica, sans-serif"

// Classes for pages, attributes for files: the tokens of the light theme.
#define ROLE_(class, attributes)                                                                   \
    {                                                                                              \
        " class=\"" class "\"", " " attributes                                                     \
    }
#define OUTLINED(colour) "fill=\"" colour "\" stroke=\"#1f2421\" stroke-width=\"0.8\""
#define CELL(colour)     "fill=\"" colour "\" stroke=\"#b9ae95\" stroke-width=\"0.5\""
static const struct {
    const char *class;
    const char *attributes;
} roles[ROLE_COUNT] = {
    [ROLE_GROUND] = ROLE_("c-ground", "fill=\"#ffffff\""),
    [ROLE_TEXT] = ROLE_("c-text", "fill=\"#1f2421\" font-size=\"14\""),
    [ROLE_QUIET] = ROLE_("c-quiet", "fill=\"#4c544f\" font-size=\"12\""),
    [ROLE_STRONG] = ROLE_("c-strong", "fill=\"#1f2421\" font-size=\"17\" font-weight=\"600\""),
    [ROLE_AXIS] = ROLE_("c-axis", "stroke=\"#8a8271\" stroke-width=\"1\" fill=\"none\""),
    [ROLE_GRID] = ROLE_("c-grid", "stroke=\"#d9d2c3\" stroke-width=\"1\" fill=\"none\""),
    [ROLE_BAR] = ROLE_("c-bar", "fill=\"#1f5b45\""),
    [ROLE_MISSING] = ROLE_("c-missing", OUTLINED("#d9d2c3")),
    [ROLE_EMPTY] = ROLE_("c-empty", "fill=\"#f1ede3\""),
    [ROLE_ROW] = ROLE_("c-row", "fill=\"none\""),
    [ROLE_WHISKER] = ROLE_("c-whisker", "stroke=\"#1f2421\" stroke-width=\"1.5\" fill=\"none\""),
    [ROLE_SERIES] = ROLE_("c-series c-1", OUTLINED("#0072b2")),
    [ROLE_SERIES + 1] = ROLE_("c-series c-2", OUTLINED("#d55e00")),
    [ROLE_SERIES + 2] = ROLE_("c-series c-3", OUTLINED("#009e73")),
    [ROLE_SERIES + 3] = ROLE_("c-series c-4", OUTLINED("#b0689a")),
    [ROLE_SERIES + 4] = ROLE_("c-series c-5", OUTLINED("#8a7a00")),
    [ROLE_SERIES + 5] = ROLE_("c-series c-6", OUTLINED("#56b4e9")),
    [ROLE_TINT] = ROLE_("c-tint c-t1", OUTLINED("#e2eee7")),
    [ROLE_TINT + 1] = ROLE_("c-tint c-t2", OUTLINED("#f6e9cf")),
    [ROLE_TINT + 2] = ROLE_("c-tint c-t3", OUTLINED("#e0edf3")),
    [ROLE_TINT + 3] = ROLE_("c-tint c-t4", OUTLINED("#f8e3e0")),
    [ROLE_RAMP] = ROLE_("c-cell c-r1", CELL("#fbefd0")),
    [ROLE_RAMP + 1] = ROLE_("c-cell c-r2", CELL("#f3d08a")),
    [ROLE_RAMP + 2] = ROLE_("c-cell c-r3", CELL("#e3a84a")),
    [ROLE_RAMP + 3] = ROLE_("c-cell c-r4", CELL("#c47a2c")),
    [ROLE_RAMP + 4] = ROLE_("c-cell c-r5", CELL("#94502a")),
    [ROLE_RAMP + 5] = ROLE_("c-cell c-r6", CELL("#5e2f2b")),
    [ROLE_RAMP + 6] = ROLE_("c-cell c-r7", CELL("#2e1a24")),
};

static struct html_value number(const struct chart_picture *c, double value)
{
    return html_text(arena_print(c->page->arena, "%.1f", value));
}

static void put_role(struct chart_picture *c, enum chart_role role)
{
    html_write(&c->page->w, sv_from(c->alone ? roles[role].attributes : roles[role].class), NULL,
               0);
}

void pen_begin(struct chart_picture *c, string_view name)
{
    struct html_writer *w = &c->page->w;
    double margin = c->alone ? MARGIN : 0;
    struct html_value width = number(c, c->width + 2 * margin);
    struct html_value height = number(c, c->height + 2 * margin);
    if (c->alone) {
        struct html_value start = number(c, -margin);
        html_put(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        HTML(w,
             "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"{} {} "
             "{} {}\" role=\"img\" font-family=\"" FACE "\">\n<title>{}</title>\n",
             width, height, start, start, width, height, html_text(name));
        pen_box(
            c, ROLE_GROUND,
            (struct chart_box){-margin, -margin, c->width + 2 * margin, c->height + 2 * margin});
        return;
    }
    HTML(w, "<svg class=\"chart-picture\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\"", width,
         height, width, height);
    if (c->tabbable) {
        HTML(w, " role=\"group\" aria-label=\"{}\">\n", html_text(name));
    } else {
        html_put(w, " aria-hidden=\"true\">\n");
    }
}

void pen_end(struct chart_picture *c)
{
    html_put(&c->page->w, "</svg>\n");
}

void pen_box(struct chart_picture *c, enum chart_role role, struct chart_box box)
{
    html_put(&c->page->w, "<rect");
    put_role(c, role);
    HTML(&c->page->w, " x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", number(c, box.x),
         number(c, box.y), number(c, MAX(box.width, 0)), number(c, MAX(box.height, 0)));
}

void pen_line(struct chart_picture *c, enum chart_role role, double x1, double y1, double x2,
              double y2)
{
    html_put(&c->page->w, "<path");
    put_role(c, role);
    HTML(&c->page->w, " d=\"M{} {}L{} {}\"/>\n", number(c, x1), number(c, y1), number(c, x2),
         number(c, y2));
}

void pen_circle(struct chart_picture *c, enum chart_role role, double x, double y, double radius)
{
    html_put(&c->page->w, "<circle");
    put_role(c, role);
    HTML(&c->page->w, " cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", number(c, x), number(c, y),
         number(c, radius));
}

void pen_path(struct chart_picture *c, enum chart_role role, string_view d)
{
    html_put(&c->page->w, "<path");
    put_role(c, role);
    HTML(&c->page->w, " d=\"{}\"/>\n", html_text(d));
}

static void put_anchor(struct chart_picture *c, enum chart_anchor anchor)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    HTML(&c->page->w, " text-anchor=\"{}\"", html_string(anchors[anchor]));
}

void pen_text(struct chart_picture *c, enum chart_role role, enum chart_anchor anchor, double x,
              double y, string_view text)
{
    if (text.length == 0) {
        return;
    }
    html_put(&c->page->w, "<text");
    put_role(c, role);
    put_anchor(c, anchor);
    HTML(&c->page->w, " x=\"{}\" y=\"{}\">{}</text>\n", number(c, x), number(c, y),
         html_text(text));
}

void pen_turned_text(struct chart_picture *c, enum chart_role role, enum chart_anchor anchor,
                     double x, double y, double degrees, string_view text)
{
    if (text.length == 0) {
        return;
    }
    html_put(&c->page->w, "<text");
    put_role(c, role);
    put_anchor(c, anchor);
    HTML(&c->page->w, " transform=\"translate({} {}) rotate({})\">{}</text>\n", number(c, x),
         number(c, y), number(c, degrees), html_text(text));
}

static double size_of(enum chart_role role)
{
    return role == ROLE_QUIET ? CHART_TEXT_LOW : role == ROLE_STRONG ? 17 : CHART_TEXT;
}

void pen_fitted_text(struct chart_picture *c, enum chart_role role, enum chart_anchor anchor,
                     double x, double y, string_view text, double most)
{
    pen_text(c, role, anchor, x, y,
             chart_text_fit(c->page->arena, text, size_of(role), most, NULL));
}

void pen_link_begin(struct chart_picture *c, string_view address, string_view name)
{
    struct html_writer *w = &c->page->w;
    if (c->alone || address.length == 0) {
        HTML(w, "<g><title>{}</title>\n", html_text(name));
    } else if (c->tabbable) {
        HTML(w, "<a href=\"{}\" aria-label=\"{}\"><title>{}</title>\n", html_text(address),
             html_text(name), html_text(name));
    } else {
        HTML(w, "<a href=\"{}\" tabindex=\"-1\"><title>{}</title>\n", html_text(address),
             html_text(name));
    }
}

void pen_link_end(struct chart_picture *c, string_view address)
{
    if (c->alone || address.length == 0) {
        html_put(&c->page->w, "</g>\n");
    } else {
        html_put(&c->page->w, "</a>\n");
    }
}

double pen_legend(struct chart_picture *c, double y, const struct chart_item *series,
                  const enum chart_role *of, size_t count)
{
    double x = 0;
    double line = y;
    for (size_t i = 0; i < count; i++) {
        string_view label = chart_text_fit(c->page->arena, chart_label(c->page, &series[i]),
                                           CHART_TEXT_LOW, c->width - 20, NULL);
        double width = 18 + chart_text_width(label, CHART_TEXT_LOW) + 12;
        if (x > 0 && x + width > c->width) {
            x = 0;
            line += 20;
        }
        pen_box(c, of[i], (struct chart_box){x + 1, line + 3, 12, 12});
        pen_text(c, ROLE_QUIET, ANCHOR_START, x + 18, line + 13, label);
        x += width;
    }
    return count == 0 ? 0 : line + 22 - y;
}

// How many bytes of the text stand on a line of that width: up to a blank, or as many characters as
// fit.
static size_t line_length(struct arena *arena, string_view text, double size, double width)
{
    bool cut = false;
    size_t fits = 0;
    size_t end = 0;
    while (end < text.length) {
        size_t next = end + 1 + sv_find(sv_slice(text, end + 1, SIZE_MAX), ' ');
        next = MIN(next, text.length);
        (void)chart_text_fit(arena, sv_slice(text, 0, next), size, width, &cut);
        if (cut) {
            break;
        }
        fits = next;
        end = next;
    }
    if (fits > 0) {
        return fits;
    }
    for (size_t i = 1; i < text.length && i < 400; i++) { // one long word
        bool starts = ((unsigned char)text.bytes[i] & 0xc0) != 0x80;
        if (starts && chart_text_width(sv_slice(text, 0, i), size) > width) {
            return fits > 0 ? fits : i;
        }
        fits = starts ? i : fits;
    }
    return MIN(text.length, (size_t)400);
}

double pen_paragraph(struct chart_picture *c, enum chart_role role, double size, double y,
                     string_view text)
{
    double line = y;
    while (text.length > 0) {
        size_t length = line_length(c->page->arena, text, size, c->width);
        line += size * LINE_HEIGHT;
        pen_fitted_text(c, role, ANCHOR_START, 0, line, sv_trim(sv_slice(text, 0, length)),
                        c->width + size);
        text = sv_trim(sv_slice(text, length, SIZE_MAX));
    }
    return line - y;
}
