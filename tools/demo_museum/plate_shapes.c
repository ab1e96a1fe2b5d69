// SPDX-License-Identifier: Apache-2.0
// The drawings on plates: a shape for each kind of organism, its proportions and colours drawn by
// lot. They are inventions, as the species are. It must not know sheets and files.
#include <math.h>

#include "plates.h"

struct pen {
    struct text *svg;
    struct rng *rng;
    const char *fill;
    const char *second;
    const char *line;
};

#define PUT(p, ...) text_format((p)->svg, __VA_ARGS__)

static double within(struct pen *p, double low, double high)
{
    return low + (high - low) * rng_unit(p->rng);
}

static void put_ellipse(struct pen *p, double x, double y, double rx, double ry, const char *fill)
{
    PUT(p,
        "<ellipse cx=\"%.1f\" cy=\"%.1f\" rx=\"%.1f\" ry=\"%.1f\" fill=\"%s\" stroke=\"%s\" "
        "stroke-width=\"2\"/>",
        x, y, rx, ry, fill, p->line);
}

// What stands between the two is drawn again as its mirror image.
static void begin_half(struct pen *p)
{
    PUT(p, "<g id=\"half\">");
}

static void end_half(struct pen *p)
{
    PUT(p, "</g><use href=\"#half\" transform=\"scale(-1 1)\"/>");
}

static void put_legs(struct pen *p, double x, double y, double step, double reach, int count)
{
    PUT(p, "<path fill=\"none\" stroke=\"%s\" stroke-width=\"7\" stroke-linejoin=\"round\" d=\"",
        p->line);
    for (int i = 0; i < count; i++) {
        double lean = (i - (count - 1) / 2.0) * reach * 0.55;
        PUT(p, "M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1f", x, y + step * i, reach * 0.5,
            lean * 0.4 - reach * 0.12, reach * 0.3, lean * 0.5 + reach * 0.2, reach * 0.18,
            lean * 0.3);
    }
    PUT(p, "\"/>");
}

static void put_antenna(struct pen *p, double x, double y, double length)
{
    PUT(p,
        "<path fill=\"none\" stroke=\"%s\" stroke-width=\"4\" d=\"M%.1f %.1fq%.1f %.1f %.1f "
        "%.1f\"/>",
        p->line, x, y, length * 0.2, -length * 0.7, length * 0.8, -length);
}

// --- insects ---------------------------------------------------------------------------------

static void draw_butterfly(struct pen *p)
{
    double span = within(p, 230, 290);
    double tip = within(p, -190, -130);
    double tail = within(p, 130, 230);
    begin_half(p);
    PUT(p,
        "<path fill=\"%s\" stroke=\"%s\" stroke-width=\"3\" d=\"M8 -40C40 -120 %.1f %.1f %.1f "
        "%.1fC%.1f -60 %.1f 20 150 30C90 35 40 20 8 0Z\"/>",
        p->fill, p->line, span * 0.6, tip - 40, span, tip, span + 8, span - 40);
    PUT(p,
        "<path fill=\"%s\" stroke=\"%s\" stroke-width=\"3\" d=\"M8 0C60 20 200 20 215 80C225 140 "
        "150 %.1f 100 %.1fC60 %.1f 20 90 8 50Z\"/>",
        p->second, p->line, tail, tail, tail - 30);
    PUT(p, "<g fill=\"none\" stroke=\"%s\" stroke-width=\"1.500\" opacity=\"0.700\">", p->line);
    for (int i = 0; i < 7; i++) {
        PUT(p, "<path d=\"M14 -30Q%.1f %.1f %.1f %.1f\"/>", 90.0, -70.0 + i * 8, span - 8 - i * 12,
            tip + 12 + i * 26);
        PUT(p, "<path d=\"M14 20Q%.1f %.1f %.1f %.1f\"/>", 80.0, 40.0 + i * 9, 205.0 - i * 18,
            60 + i * (tail - 70) / 7);
    }
    PUT(p, "</g>");
    int spots = rng_between(p->rng, 1, 4);
    for (int i = 0; i < spots; i++) {
        double r = within(p, 9, 20);
        put_ellipse(p, span - 60 - i * 36, tip + 70 + i * 12, r, r, p->second);
        put_ellipse(p, 160 - i * 30, 90 + i * 14, r, r, p->fill);
        put_ellipse(p, 160 - i * 30, 90 + i * 14, r * 0.4, r * 0.4, p->line);
    }
    put_antenna(p, 5, -96, 110);
    end_half(p);
    put_ellipse(p, 0, 20, 14, 100, "#4a3b2a");
    put_ellipse(p, 0, -90, 13, 15, "#3a2d20");
}

static void draw_beetle(struct pen *p)
{
    double wide = within(p, 85, 130);
    double length = within(p, 190, 230);
    PUT(p,
        "<linearGradient id=\"gloss\"><stop offset=\"0\" stop-color=\"%s\"/><stop offset=\"0.450\" "
        "stop-color=\"%s\"/><stop offset=\"1\" stop-color=\"%s\"/></linearGradient>",
        p->line, p->second, p->fill);
    begin_half(p);
    put_legs(p, wide * 0.6, -70, 90, wide * 1.6, 3);
    put_antenna(p, 30, -200, within(p, 60, 190));
    PUT(p,
        "<path fill=\"url(#gloss)\" stroke=\"%s\" stroke-width=\"3\" d=\"M0 -60H%.1fC%.1f %.1f "
        "%.1f %.1f 0 %.1fZ\"/>",
        p->line, wide * 0.9, wide * 1.35, length * 0.4, wide * 0.7, length, length + 20);
    PUT(p, "<g fill=\"none\" stroke=\"%s\" stroke-width=\"2\" opacity=\"0.600\">", p->line);
    for (int i = 1; i < 8; i++) {
        double x = wide * i / 8.5;
        PUT(p, "<path d=\"M%.1f -55Q%.1f %.1f %.1f %.1f\"/>", x * 0.95, x * 1.25, length * 0.4,
            x * 0.5, length - x * 0.4);
    }
    PUT(p, "</g>");
    for (int i = 0, spots = rng_between(p->rng, 0, 4); i < spots; i++) {
        double r = within(p, 8, 18);
        put_ellipse(p, within(p, 25, wide * 0.8), -20 + i * 50, r, r, p->fill);
    }
    PUT(p,
        "<path fill=\"%s\" stroke=\"%s\" stroke-width=\"3\" d=\"M0 -64H%.1fQ%.1f -120 %.1f "
        "-160H0Z\""
        "/>",
        p->fill, p->line, wide * 0.92, wide, wide * 0.6);
    PUT(p,
        "<path fill=\"%s\" stroke=\"%s\" stroke-width=\"3\" d=\"M0 -160H%.1fQ%.1f -205 0 -212Z\"/>",
        p->line, p->line, wide * 0.5, wide * 0.5);
    put_ellipse(p, wide * 0.42, -180, 11, 14, "#1a1a1a");
    end_half(p);
    PUT(p, "<path stroke=\"%s\" stroke-width=\"3\" d=\"M0 -60V%.1f\"/>", p->line, length + 18);
}

// Flies, wasps, bugs and dragonflies: `narrow` of 1 is a dragonfly's wing.
static void draw_winged(struct pen *p, double narrow, int pairs)
{
    double reach = 200 + 90 * narrow;
    double deep = 90 - 45 * narrow;
    begin_half(p);
    put_legs(p, 20, -60, 40, 130, 3);
    for (int i = 0; i < pairs; i++) {
        double turn = pairs == 1 ? 25 : -12 + i * (22 + 10 * (1 - narrow));
        PUT(p,
            "<g transform=\"translate(18 %.1f) rotate(%.1f)\"><path fill=\"#dfe8ea\" "
            "fill-opacity=\"0.700\" stroke=\"%s\" stroke-width=\"2\" d=\"M0 -8C%.1f %.1f %.1f %.1f "
            "%.1f -6C%.1f %.1f %.1f %.1f 0 14Z\"/><g fill=\"none\" stroke=\"%s\" "
            "stroke-width=\"1.300\">",
            -70.0 + i * 45, turn, p->line, reach * 0.4, -deep * 0.5, reach, -deep * 0.5, reach,
            reach, deep, reach * 0.5, deep, p->line);
        for (int v = 0; v < 6; v++) {
            PUT(p, "<path d=\"M4 0Q%.1f %.1f %.1f %.1f\"/>", reach * 0.5, -deep * 0.3 + v * 9,
                reach * (0.97 - v * 0.1), -8.0 + v * deep * 0.13);
        }
        for (int v = 1; v < 9; v++) {
            PUT(p, "<path d=\"M%.1f -12l%.1f %.1f\"/>", reach * v / 9.5, 8.0, deep * 0.55);
        }
        PUT(p, "</g></g>");
    }
    put_antenna(p, 12, -128, 50 + 90 * (1 - narrow));
    put_ellipse(p, 22, -112, 15, 19, "#7a2f22");
    end_half(p);
    put_ellipse(p, 0, -110, 24, 24, p->line);
    put_ellipse(p, 0, -50, 34, 46, p->fill);
    int rings = 7;
    for (int i = 0; i < rings; i++) {
        double w = (38 - 18 * narrow) * (1 - 0.6 * fabs(i - 2.2) / rings);
        put_ellipse(p, 0, 10 + i * (26 + 10 * narrow), w, 17 + 5 * narrow,
                    i % 2 == 0 ? p->second : p->fill);
    }
}

// Spiders, mites, fleas and crustaceans.
static void draw_arthropod(struct pen *p, bool claws)
{
    begin_half(p);
    put_legs(p, 30, -60, 26, within(p, 190, 250), 4);
    if (claws) {
        PUT(p,
            "<path fill=\"%s\" stroke=\"%s\" stroke-width=\"3\" d=\"M60 -110C120 -170 150 -190 170 "
            "-250C215 -260 240 -210 215 -170L190 -205L195 -160C150 -120 110 -90 70 -80Z\"/>",
            p->fill, p->line);
        put_antenna(p, 12, -130, 150);
    }
    end_half(p);
    put_ellipse(p, 0, -70, claws ? 95 : 55, claws ? 75 : 60, p->fill);
    for (int i = 0; i < (claws ? 6 : 1); i++) {
        double w = claws ? 70 - i * 9 : within(p, 70, 110);
        put_ellipse(p, 0, claws ? 20 + i * 34 : 80, w, claws ? 22 : w * 1.25,
                    i % 2 == 0 ? p->second : p->fill);
    }
    for (int i = 0; !claws && i < 5; i++) {
        PUT(p,
            "<path fill=\"none\" stroke=\"%s\" stroke-width=\"5\" d=\"M%.1f %d q%.1f 20 %.1f 0\"/>",
            p->line, -46.0 + i * 6, 20 + i * 30, 46.0 - i * 6, 92.0 - i * 12);
    }
    put_ellipse(p, -16, -115, 6, 6, "#1a1a1a");
    put_ellipse(p, 16, -115, 6, 6, "#1a1a1a");
}

// --- plants and fungi ------------------------------------------------------------------------

static void put_leaf(struct pen *p, double x, double y, double angle, double length, double width)
{
    PUT(p,
        "<g transform=\"translate(%.1f %.1f) rotate(%.1f)\"><path fill=\"%s\" stroke=\"%s\" "
        "stroke-width=\"1.500\" d=\"M0 0C%.1f %.1f %.1f %.1f %.1f 0C%.1f %.1f %.1f %.1f 0 0Z\"/>"
        "<path stroke=\"%s\" d=\"M0 0H%.1f\"/></g>",
        x, y, angle, p->fill, p->line, length * 0.3, -width, length * 0.7, -width * 0.8, length,
        length * 0.7, width * 0.8, length * 0.3, width, p->line, length * 0.9);
}

static void put_flower(struct pen *p, double x, double y, double size)
{
    int petals = rng_between(p->rng, 4, 8);
    for (int i = 0; i < petals; i++) {
        PUT(p,
            "<ellipse cx=\"%.1f\" cy=\"0\" rx=\"%.1f\" ry=\"%.1f\" fill=\"%s\" stroke=\"%s\" "
            "transform=\"translate(%.1f %.1f) rotate(%.1f)\"/>",
            size * 0.6, size * 0.55, size * 0.3, p->second, p->line, x, y, 360.0 * i / petals);
    }
    put_ellipse(p, x, y, size * 0.28, size * 0.28, "#c79a3a");
}

static void draw_plant(struct pen *p)
{
    double lean = within(p, -70, 70);
    double length = within(p, 70, 120);
    double width = within(p, 14, 42);
    int leaves = rng_between(p->rng, 9, 15);
    PUT(p, "<path fill=\"none\" stroke=\"%s\" stroke-width=\"7\" d=\"M0 300Q%.1f 0 %.1f -250\"/>",
        p->line, lean, -lean * 0.3);
    PUT(p, "<path fill=\"none\" stroke=\"#8a6a45\" stroke-width=\"3\" d=\"M0 296q-30 20 -60 34M0 "
           "296q10 20 4 44M0 296q30 12 58 30\"/>");
    for (int i = 0; i < leaves; i++) {
        double t = 0.08 + 0.75 * i / leaves;
        double x = 2 * t * (1 - t) * lean - t * t * lean * 0.3;
        double y = 300 - 550 * t;
        double side = i % 2 == 0 ? 1 : -1;
        put_leaf(p, x, y, side > 0 ? within(p, -50, -20) : within(p, -160, -130),
                 length * (1.25 - t * 0.7), width * (1.2 - t * 0.6));
    }
    for (int i = 0, flowers = rng_between(p->rng, 1, 5); i < flowers; i++) {
        put_flower(p, -lean * 0.3 + within(p, -70, 70) * (i > 0), -250 + within(p, 0, 70) * (i > 0),
                   within(p, 26, 42));
    }
}

static void draw_fern(struct pen *p)
{
    double bend = within(p, -90, 90);
    int pinnae = rng_between(p->rng, 18, 26);
    PUT(p, "<path fill=\"none\" stroke=\"%s\" stroke-width=\"6\" d=\"M0 320Q%.1f 20 %.1f -290\"/>",
        p->line, bend, bend * 0.4);
    for (int i = 0; i < pinnae; i++) {
        double t = 0.12 + 0.86 * i / pinnae;
        double x = 2 * t * (1 - t) * bend + t * t * bend * 0.4;
        double length = 175 * sin(M_PI * (0.18 + 0.82 * t)) + 8;
        put_leaf(p, x, 320 - 610 * t, -18 - 30 * t, length, 13);
        put_leaf(p, x, 320 - 610 * t, 198 + 30 * t, length, 13);
    }
}

struct twig {
    double x;
    double y;
    double angle;
    double length;
    double width;
};

// Lichens, mosses, algae, corals: twigs that fork.
static void draw_branches(struct pen *p, double spread)
{
    enum { DEPTH = 8, MOST = 1 << DEPTH };
    struct twig twigs[2 * MOST];
    size_t count = 0;
    double shorter = within(p, 0.72, 0.82);
    twigs[count++] = (struct twig){0, 290, -M_PI / 2, within(p, 120, 150), 20};
    PUT(p, "<g fill=\"none\" stroke=\"%s\" stroke-linecap=\"round\">", p->fill);
    for (size_t i = 0; i < count; i++) {
        struct twig t = twigs[i];
        double x = t.x + cos(t.angle) * t.length;
        double y = t.y + sin(t.angle) * t.length;
        PUT(p, "<path stroke-width=\"%.1f\" d=\"M%.1f %.1fL%.1f %.1f\"/>", t.width, t.x, t.y, x, y);
        if (count + 2 > MOST || t.length < 14) {
            continue;
        }
        for (int side = -1; side <= 1; side += 2) {
            twigs[count++] = (struct twig){x, y, t.angle + side * spread * within(p, 0.6, 1.3),
                                           t.length * shorter * within(p, 0.85, 1.05),
                                           fmax(t.width * 0.72, 2.5)};
        }
    }
    PUT(p, "</g>");
}

static void draw_mushroom(struct pen *p)
{
    double cap = within(p, 150, 220);
    double high = within(p, 90, 170);
    PUT(p,
        "<path fill=\"#efe3cd\" stroke=\"%s\" stroke-width=\"3\" d=\"M-34 -40C-30 80 -50 200 -62 "
        "280Q0 310 62 280C50 200 30 80 34 -40Z\"/>",
        p->line);
    PUT(p,
        "<path fill=\"#e2cfae\" stroke=\"%s\" stroke-width=\"3\" d=\"M%.1f -30Q0 30 %.1f -30Z\"/>",
        p->line, -cap, cap);
    PUT(p,
        "<path fill=\"%s\" stroke=\"%s\" stroke-width=\"3\" d=\"M%.1f -30C%.1f %.1f %.1f %.1f %.1f "
        "-30Q0 -70 %.1f -30Z\"/>",
        p->fill, p->line, -cap, -cap * 0.8, -high * 2, cap * 0.8, -high * 2, cap, -cap);
    for (int i = 0, spots = rng_between(p->rng, 0, 9); i < spots; i++) {
        double r = within(p, 7, 18);
        put_ellipse(p, within(p, -cap * 0.6, cap * 0.6), within(p, -70 - high * 0.7, -75), r,
                    r * 0.8, "#f4ead6");
    }
}

// --- shells, stars, fossils ------------------------------------------------------------------

static void draw_spiral(struct pen *p, double growth, bool ribs)
{
    double turns = 3.1 * 2 * M_PI;
    double start = 250 / exp(growth * turns);
    PUT(p, "<path fill=\"%s\" stroke=\"%s\" stroke-width=\"4\" d=\"", p->fill, p->line);
    for (int i = 0; i <= 160; i++) {
        double t = turns * i / 160;
        double r = start * exp(growth * t);
        PUT(p, "%s%.1f %.1f", i == 0 ? "M" : "L", r * cos(t) - 30, r * sin(t));
    }
    PUT(p, "\"/><g fill=\"none\" stroke=\"%s\" stroke-width=\"3\">", p->line);
    for (int i = 30; i < 160; i += ribs ? 2 : 7) {
        double t = turns * i / 160;
        double outer = start * exp(growth * t);
        double inner = start * exp(growth * (t - 2 * M_PI));
        PUT(p, "<path stroke=\"%s\" d=\"M%.1f %.1fQ%.1f %.1f %.1f %.1f\"/>",
            ribs ? p->line : p->second, inner * cos(t) - 30, inner * sin(t),
            (inner + outer) * 0.5 * cos(t + 0.1) - 30, (inner + outer) * 0.5 * sin(t + 0.1),
            outer * 0.98 * cos(t) - 30, outer * 0.98 * sin(t));
    }
    PUT(p, "</g>");
}

static void draw_star(struct pen *p)
{
    int arms = rng_chance(p->rng, 0.8) ? 5 : rng_between(p->rng, 6, 9);
    double inner = within(p, 60, 120);
    PUT(p, "<path fill=\"%s\" stroke=\"%s\" stroke-width=\"4\" stroke-linejoin=\"round\" d=\"",
        p->fill, p->line);
    for (int i = 0; i < 2 * arms; i++) {
        double angle = M_PI * i / arms - M_PI / 2;
        double r = i % 2 == 0 ? 285 : inner;
        PUT(p, "%s%.1f %.1f", i == 0 ? "M" : "L", r * cos(angle), r * sin(angle));
    }
    PUT(p, "Z\"/>");
    for (int i = 0; i < arms; i++) {
        double angle = 2 * M_PI * i / arms - M_PI / 2;
        for (int k = 1; k < 9; k++) {
            double r = 28.0 * k;
            put_ellipse(p, r * cos(angle), r * sin(angle), 9 - k * 0.7, 9 - k * 0.7, p->second);
        }
    }
}

static void draw_diatom(struct pen *p)
{
    int rays = rng_between(p->rng, 12, 32);
    put_ellipse(p, 0, 0, 270, 270, p->fill);
    put_ellipse(p, 0, 0, 240, 240, "#f4efe2");
    for (int ring = 1; ring < 9; ring++) {
        for (int i = 0; i < rays; i++) {
            double angle = 2 * M_PI * (i + 0.5 * (ring % 2)) / rays;
            double r = 26.0 * ring;
            put_ellipse(p, r * cos(angle), r * sin(angle), 3 + ring * 0.9, 3 + ring * 0.9,
                        ring % 3 == 0 ? p->second : p->fill);
        }
    }
}

static void put_stone(struct pen *p)
{
    PUT(p, "<path fill=\"#cfc4ae\" stroke=\"#8d8269\" stroke-width=\"4\" d=\"");
    for (int i = 0; i < 26; i++) {
        double angle = 2 * M_PI * i / 26;
        double r = within(p, 300, 340);
        PUT(p, "%s%.1f %.1f", i == 0 ? "M" : "L", r * 1.5 * cos(angle), r * sin(angle));
    }
    PUT(p, "Z\"/>");
}

static void draw_crystals(struct pen *p)
{
    put_ellipse(p, 0, 240, 260, 60, "#8d8269");
    for (int i = 0, count = rng_between(p->rng, 5, 9); i < count; i++) {
        double x = within(p, -200, 200);
        double high = within(p, 150, 470) * (1 - fabs(x) / 420);
        double wide = within(p, 26, 60);
        PUT(p,
            "<g transform=\"translate(%.1f 240) rotate(%.1f)\" stroke=\"%s\" stroke-width=\"2\" "
            "fill-opacity=\"0.850\"><path fill=\"%s\" d=\"M%.1f 0V%.1fL0 %.1fV0Z\"/><path "
            "fill=\"%s\" d=\"M0 0V%.1fL%.1f %.1fV0Z\"/></g>",
            x, x * 0.12, p->line, p->fill, -wide, -high + wide, -high, p->second, -high, wide,
            -high + wide * 1.2);
    }
}

// --- vertebrates and worms -------------------------------------------------------------------

static void draw_fish(struct pen *p, bool bones)
{
    double deep = within(p, 80, 150);
    const char *fin = bones ? "none" : p->second;
    PUT(p,
        "<g transform=\"scale(1.250)\" stroke=\"%s\" stroke-width=\"3\"><path fill=\"%s\" d=\"M150 "
        "0L270 %.1fQ235 0 270 %.1fZM-60 %.1fQ20 %.1f 90 %.1fZM-20 %.1fQ20 %.1f 70 %.1fZ\"/><path "
        "fill=\"%s\" d=\"M-260 10C-160 %.1f 40 %.1f 160 -14V14C40 %.1f -160 %.1f -260 10Z\"/>",
        p->line, fin, -deep * 0.8, deep * 0.8, -deep * 0.6, -deep * 1.5, -deep * 0.4, deep * 0.7,
        deep * 1.3, deep * 0.5, bones ? "none" : p->fill, -deep * 1.1, -deep, deep, deep * 1.2);
    for (int i = 0; i < 17; i++) {
        double x = -140 + i * 17;
        double r = deep * 0.7 * (1 - i / 19.0);
        if (bones) {
            PUT(p, "<path fill=\"none\" d=\"M%.1f 0q14 %.1f 26 %.1fM%.1f 0q14 %.1f 26 %.1f\"/>", x,
                -r * 0.4, -r, x, r * 0.4, r);
        } else {
            PUT(p, "<path fill=\"none\" stroke-width=\"1\" d=\"M%.1f %.1fq16 %.1f 0 %.1f\"/>", x,
                -r * 0.7, r * 0.7, r * 1.4);
        }
    }
    PUT(p,
        "%s<circle cx=\"-205\" cy=\"-10\" r=\"13\" fill=\"#f4ead6\"/><circle cx=\"-205\" "
        "cy=\"-10\" r=\"6\"/><path fill=\"none\" d=\"M-165 -40q26 45 0 90\"/></g>",
        bones ? "<path d=\"M-150 0H160\" stroke-width=\"8\"/>" : "");
}

static void draw_bird(struct pen *p)
{
    double beak = within(p, 30, 95);
    PUT(p,
        "<g transform=\"rotate(-8)\" stroke=\"%s\" stroke-width=\"3\"><path fill=\"%s\" d=\"M170 "
        "-20L330 -50L340 0L330 40L170 30Z\"/><path fill=\"%s\" d=\"M-260 %d L%.1f 6L-250 14Z\"/>"
        "<path fill=\"%s\" d=\"M-270 0C-270 -70 -190 -75 -150 -50C-50 -110 120 -90 190 -10C150 90 "
        "-40 110 -150 50C-200 60 -270 55 -270 0Z\"/>",
        p->line, p->second, "#6b5a3a", -14, -262 - beak, p->fill);
    for (int row = 0; row < 4; row++) {
        for (int i = 0; i < 9 - row; i++) {
            PUT(p, "<path fill=\"%s\" d=\"M%d %dq34 -4 52 14q-28 10 -52 -14Z\"/>",
                row % 2 == 0 ? p->second : p->fill, -100 + i * 26 + row * 16,
                -52 + row * 24 + i * 3);
        }
    }
    PUT(p, "<circle cx=\"-222\" cy=\"-14\" r=\"10\" fill=\"#f4ead6\"/><path fill=\"none\" d=\"M40 "
           "84l-20 80M90 74l-10 84\" stroke-width=\"6\"/><path fill=\"none\" stroke-width=\"2\" "
           "d=\"M-14 150q60 30 150 40\"/><path fill=\"#fbf6e6\" d=\"M136 174h150v60h-150Z\"/></g>");
}

static void draw_skull(struct pen *p)
{
    double snout = within(p, 120, 240);
    double brow = within(p, 110, 150);
    PUT(p,
        "<g fill=\"#efe6d0\" stroke=\"%s\" stroke-width=\"4\"><path d=\"M%.1f 10C%.1f -60 -90 -60 "
        "-40 -100C40 %.1f 220 -150 240 -20C240 40 170 60 120 50C60 70 -60 60 %.1f 70Z\"/><path "
        "d=\"M%.1f 92C-60 110 60 110 130 60L190 110C120 190 -40 160 %.1f 130Z\"/>",
        p->line, -snout - 60, -snout, -brow - 80, -snout - 40, -snout - 50, -snout - 50);
    PUT(p,
        "<ellipse cx=\"-10\" cy=\"-30\" rx=\"38\" ry=\"34\" fill=\"#6b5d49\"/><ellipse "
        "cx=\"%.1f\" cy=\"0\" rx=\"18\" ry=\"11\" fill=\"#6b5d49\"/><path fill=\"none\" d=\"M30 "
        "10q70 -30 130 10M150 -110q30 60 10 120\"/>",
        -snout - 20);
    int teeth = rng_between(p->rng, 7, 13);
    for (int i = 0; i < teeth; i++) {
        double x = -snout - 40 + i * (snout + 60) / teeth;
        PUT(p, "<path d=\"M%.1f 64l6 %.1fl7 -%.1fZ\"/><path d=\"M%.1f 100l6 -%.1fl7 %.1fZ\"/>", x,
            i == 1 ? 46.0 : 22.0, i == 1 ? 46.0 : 22.0, x + 4, i == 1 ? 40.0 : 18.0,
            i == 1 ? 40.0 : 18.0);
    }
    PUT(p, "</g>");
}

// Lizards and newts with legs; snakes and worms without.
static void draw_long_body(struct pen *p, bool legs)
{
    double wave = within(p, 40, legs ? 70 : 120);
    double thick = legs ? 46 : within(p, 20, 34);
    double curls = legs ? 1.2 : within(p, 1.6, 2.6);
    for (int side = -1; legs && side <= 1; side += 2) {
        for (int i = 0; i < 2; i++) {
            PUT(p,
                "<path fill=\"none\" stroke=\"%s\" stroke-width=\"20\" stroke-linecap=\"round\" "
                "stroke-linejoin=\"round\" d=\"M%d 0l%d %dl40 %d\"/>",
                p->fill, -120 + i * 150, i == 0 ? -26 : 36, side * 110, side * 30);
        }
    }
    for (int i = 70; i >= 0; i--) {
        double t = i / 70.0;
        double r = thick * (t < 0.12 ? 0.62 + t * 2 : fmax(1.05 - fabs(t - 0.35) * 1.5, 0.14));
        put_ellipse(p, -300 + 600 * t, wave * sin(curls * 2 * M_PI * t) * t, r, r,
                    i % 7 < 2 ? p->second : p->fill);
    }
    put_ellipse(p, -306, -12, 5, 5, "#1a1a1a");
    put_ellipse(p, -306, 12, 5, 5, "#1a1a1a");
}

// --- by group --------------------------------------------------------------------------------

struct colours {
    const char *fill;
    const char *second;
    const char *line;
};

static struct colours choose_colours(enum group group, struct rng *rng)
{
    static const struct colours DRIED[] = {{"#7b8a4a", "#c58aa8", "#4b5a2c"},
                                           {"#8f8a4c", "#d6b24c", "#5a532a"},
                                           {"#6d7f52", "#b9c2dd", "#3f5136"},
                                           {"#94855a", "#c96f4a", "#5c4a2a"}};
    static const struct colours BRIGHT[] = {
        {"#d9832b", "#3a2a1c", "#2a1e14"}, {"#2f6d8c", "#9cc7cf", "#183845"},
        {"#c9a227", "#5b3a12", "#3a260e"}, {"#2c6b4a", "#a8c46a", "#173a28"},
        {"#8c3b2e", "#e3c08a", "#471c14"}, {"#5a4a78", "#c7b4d6", "#2d2440"}};
    static const struct colours PALE[] = {{"#d8b98f", "#a77c4e", "#5c4428"},
                                          {"#cbbf9f", "#8d7d55", "#544a30"},
                                          {"#c9a9a0", "#94635a", "#55332d"},
                                          {"#a9b7b0", "#5f7a72", "#33473f"}};
    if (group <= GROUP_ALGAE) {
        return DRIED[rng_below(rng, 4)];
    }
    bool bright = group <= GROUP_ECTOPARASITES || group == GROUP_BIRDS || group == GROUP_MINERALS ||
                  group == GROUP_REPTILES || group == GROUP_AMPHIBIANS;
    return bright ? BRIGHT[rng_below(rng, 6)] : PALE[rng_below(rng, 4)];
}

static void draw_plants(struct pen *p, enum group group)
{
    switch (group) {
    case GROUP_FERNS:
        draw_fern(p);
        break;
    case GROUP_FUNGI:
        draw_mushroom(p);
        break;
    case GROUP_BRYOPHYTES:
        draw_branches(p, 0.34);
        break;
    case GROUP_LICHENS:
        draw_branches(p, 0.75);
        break;
    case GROUP_ALGAE:
        draw_branches(p, 0.48);
        break;
    default:
        draw_plant(p);
    }
}

static void draw_insects(struct pen *p, enum group group)
{
    switch (group) {
    case GROUP_LEPIDOPTERA:
        draw_butterfly(p);
        break;
    case GROUP_COLEOPTERA:
        draw_beetle(p);
        break;
    case GROUP_ODONATA:
        draw_winged(p, 1, 2);
        break;
    case GROUP_DIPTERA:
        draw_winged(p, 0.3, 1);
        break;
    case GROUP_ECTOPARASITES:
        draw_arthropod(p, false);
        break;
    default:
        draw_winged(p, 0.25, 2);
    }
}

static void draw_animals(struct pen *p, enum group group)
{
    switch (group) {
    case GROUP_MAMMALS:
        draw_skull(p);
        break;
    case GROUP_BIRDS:
        draw_bird(p);
        break;
    case GROUP_FISHES:
        draw_fish(p, false);
        break;
    case GROUP_MOLLUSCS:
        draw_spiral(p, 0.2, false);
        break;
    case GROUP_CRUSTACEANS:
        draw_arthropod(p, true);
        break;
    case GROUP_ARACHNIDS:
        draw_arthropod(p, false);
        break;
    case GROUP_ECHINODERMS:
        draw_star(p);
        break;
    case GROUP_CORALS_SPONGES:
        draw_branches(p, 0.42);
        break;
    default:
        draw_long_body(p, group == GROUP_REPTILES || group == GROUP_AMPHIBIANS);
    }
}

static void draw_fossils(struct pen *p, enum group group)
{
    if (group != GROUP_MINERALS && group != GROUP_MICROFOSSILS && group != GROUP_OSTRACODS) {
        put_stone(p);
    }
    switch (group) {
    case GROUP_FOSSIL_FISHES:
        draw_fish(p, true);
        break;
    case GROUP_FOSSIL_TETRAPODS:
        draw_skull(p);
        break;
    case GROUP_FOSSIL_PLANTS:
        draw_fern(p);
        break;
    case GROUP_MICROFOSSILS:
    case GROUP_OSTRACODS:
        draw_diatom(p);
        break;
    case GROUP_MINERALS:
        draw_crystals(p);
        break;
    default:
        draw_spiral(p, 0.155, true);
    }
}

void plate_draw(struct text *svg, enum group group, struct rng *rng)
{
    struct colours colours = choose_colours(group, rng);
    struct pen pen = {svg, rng, colours.fill, colours.second, colours.line};
    if (group <= GROUP_ALGAE) {
        draw_plants(&pen, group);
    } else if (group <= GROUP_ECTOPARASITES) {
        draw_insects(&pen, group);
    } else if (group <= GROUP_WORMS) {
        draw_animals(&pen, group);
    } else {
        draw_fossils(&pen, group);
    }
}
