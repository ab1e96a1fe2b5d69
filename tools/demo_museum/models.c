// SPDX-License-Identifier: Apache-2.0
// Shells as surfaces: a tube wound around an axis while it grows (D. M. Raup, Geometric analysis of
// shell coiling, 1966), written as binary glTF 2.0, and drawn once from the side.
#include "plates.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ALONG = 400, AROUND = 16, DRAWN_ALONG = 260, DRAWN_AROUND = 16, POSTER_HALF = 340 };

#define SEEN_INTO 0.93 // of the length: what lies further in is dark

struct vector {
    double x;
    double y;
    double z;
};

// Lengths are of the axis' distance at the mouth, which is 1.
struct shell {
    double turns;
    double expansion; // how much it grows in a turn
    double distance;  // of the tube's middle from the axis
    double drop;      // along the axis; 0: coiled in a plane
    double tube;      // its radius
    double ribs;      // in a turn
    double rib_depth;
    double size;        // of the whole, metres
    struct vector tilt; // how the poster looks at it, radians
    unsigned char ground[3];
    unsigned char mark[3];
    bool banded; // marks run along the whorls, else in the furrows between ribs
};

static const struct shell SHELLS[MODEL_COUNT] = {[MODEL_SNAIL] = {6,
                                                                  1.72,
                                                                  0.66,
                                                                  1.62,
                                                                  0.5,
                                                                  14,
                                                                  0.012,
                                                                  0.046,
                                                                  {0.12, 0, 0},
                                                                  {240, 222, 186},
                                                                  {139, 74, 34},
                                                                  true},
                                                 [MODEL_AMMONITE] = {4.6,
                                                                     1.95,
                                                                     1.0,
                                                                     0,
                                                                     0.34,
                                                                     17,
                                                                     0.07,
                                                                     0.092,
                                                                     {-0.32, 0.3, 0},
                                                                     {186, 160, 118},
                                                                     {84, 66, 46},
                                                                     false}};

static double rib_of(const struct shell *shell, double angle)
{
    return sin(angle * shell->ribs);
}

// A place on the surface: `along` from the first whorl to the mouth, `around` the tube, both 0
// to 1.
static struct vector surface(const struct shell *shell, double along, double around)
{
    double angle = along * shell->turns * 2 * M_PI;
    double growth = pow(shell->expansion, angle / (2 * M_PI) - shell->turns);
    double turn = around * 2 * M_PI;
    // Ribs are strongest on the outside, which faces away from the axis.
    double rib = shell->rib_depth * rib_of(shell, angle) * (0.6 + 0.4 * cos(turn));
    double radius = shell->tube * (1 + rib) * growth;
    double out = shell->distance * growth + radius * cos(turn);
    double height = radius * sin(turn) - shell->drop * growth;
    double across = out * cos(angle);
    double deep = out * sin(angle);
    // What is coiled in a plane stands on its edge, so that its side is seen from the front.
    return shell->drop == 0 ? (struct vector){across, -deep, height}
                            : (struct vector){across, height, deep};
}

static struct vector minus(struct vector a, struct vector b)
{
    return (struct vector){a.x - b.x, a.y - b.y, a.z - b.z};
}

static struct vector across(struct vector a, struct vector b)
{
    return (struct vector){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

static struct vector unit(struct vector a)
{
    double length = sqrt(a.x * a.x + a.y * a.y + a.z * a.z);
    return length == 0 ? (struct vector){0, 1, 0}
                       : (struct vector){a.x / length, a.y / length, a.z / length};
}

// Outward.
static struct vector normal(const struct shell *shell, double along, double around)
{
    const double step = 1e-4;
    struct vector here = surface(shell, along, around);
    return unit(across(minus(surface(shell, along, around + step), here),
                       minus(surface(shell, along + step, around), here)));
}

static double smooth(double low, double high, double value)
{
    double t = fmin(fmax((value - low) / (high - low), 0), 1);
    return t * t * (3 - 2 * t);
}

// How much of the mark's colour shows, 0 to 1.
static double mark_at(const struct shell *shell, double along, double around)
{
    double angle = along * shell->turns * 2 * M_PI;
    if (!shell->banded) {
        return 0.85 * smooth(0.1, 0.9, 0.5 - 0.5 * rib_of(shell, angle));
    }
    double wave = sin(4 * 2 * M_PI * around + 0.5 * sin(9 * angle));
    double flame = sin(11 * angle + 2.2 * sin(2 * M_PI * around));
    return fmin(smooth(0.35, 0.8, wave) + 0.6 * smooth(0.55, 0.95, flame), 1);
}

static void colour_at(const struct shell *shell, double along, double around, double out[3])
{
    double mark = mark_at(shell, along, around);
    for (int i = 0; i < 3; i++) {
        out[i] = (shell->ground[i] + (shell->mark[i] - shell->ground[i]) * mark) / 255;
    }
}

// --- binary glTF -----------------------------------------------------------------------------

static void add_number(struct text *out, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        text_add_char(out, (char)(value >> (8 * i) & 0xff));
    }
}

static void add_float(struct text *out, double value)
{
    float single = (float)value;
    uint32_t bits = 0;
    memcpy(&bits, &single, sizeof bits);
    add_number(out, bits, 4);
}

static void add_vector(struct text *out, struct vector v)
{
    add_float(out, v.x);
    add_float(out, v.y);
    add_float(out, v.z);
}

struct box {
    struct vector low;
    struct vector high;
};

static struct box bounds_of(const struct shell *shell)
{
    struct box b = {{HUGE_VAL, HUGE_VAL, HUGE_VAL}, {-HUGE_VAL, -HUGE_VAL, -HUGE_VAL}};
    for (int i = 0; i <= ALONG; i++) {
        for (int k = 0; k <= AROUND; k++) {
            struct vector v = surface(shell, (double)i / ALONG, (double)k / AROUND);
            b.low = (struct vector){fmin(b.low.x, v.x), fmin(b.low.y, v.y), fmin(b.low.z, v.z)};
            b.high = (struct vector){fmax(b.high.x, v.x), fmax(b.high.y, v.y), fmax(b.high.z, v.z)};
        }
    }
    return b;
}

static double scale_of(const struct shell *shell, const struct box *b)
{
    struct vector size = minus(b->high, b->low);
    return shell->size / fmax(size.x, fmax(size.y, size.z));
}

static struct vector placed(struct vector v, const struct box *b, double scale)
{
    return (struct vector){(v.x - (b->low.x + b->high.x) / 2) * scale,
                           (v.y - (b->low.y + b->high.y) / 2) * scale,
                           (v.z - (b->low.z + b->high.z) / 2) * scale};
}

static void add_colour(struct text *out, const double colour[3])
{
    for (int i = 0; i < 3; i++) { // glTF keeps colours of corners linear
        add_number(out, (uint32_t)lrint(pow(colour[i], 2.2) * 255), 1);
    }
    add_number(out, 255, 1);
}

// Positions, normals, colours, corners of triangles, one after the other.
static void add_surface(struct text *bin, const struct shell *shell, const struct box *b)
{
    double scale = scale_of(shell, b);
    for (int part = 0; part < 3; part++) {
        for (int n = 0; n < (ALONG + 1) * (AROUND + 1); n++) {
            int i = n / (AROUND + 1);
            int k = n % (AROUND + 1);
            double along = (double)i / ALONG;
            double around = (double)k / AROUND;
            double colour[3];
            if (part == 0) {
                add_vector(bin, placed(surface(shell, along, around), b, scale));
            } else if (part == 1) {
                add_vector(bin, normal(shell, along, around));
            } else {
                colour_at(shell, along, around, colour);
                add_colour(bin, colour);
            }
        }
    }
    for (int i = 0; i < ALONG; i++) {
        for (int k = 0; k < AROUND; k++) {
            uint32_t a = (uint32_t)(i * (AROUND + 1) + k);
            uint32_t c = a + AROUND + 1;
            const uint32_t corners[] = {a, a + 1, c, c, a + 1, c + 1};
            for (size_t n = 0; n < 6; n++) {
                add_number(bin, corners[n], 2);
            }
        }
    }
}

static void add_description(struct text *json, const struct shell *shell, const struct box *b)
{
    size_t corners = (size_t)(ALONG + 1) * (AROUND + 1);
    size_t indices = (size_t)ALONG * AROUND * 6;
    double scale = scale_of(shell, b);
    struct vector low = placed(b->low, b, scale);
    struct vector high = placed(b->high, b, scale);
    text_format(
        json,
        "{\"asset\":{\"version\":\"2.0\",\"generator\":\"Vitrine demo museum\"},\"scene\":0,"
        "\"scenes\":[{\"nodes\":[0]}],\"nodes\":[{\"mesh\":0}],\"meshes\":[{\"primitives\":"
        "[{\"attributes\":{\"POSITION\":0,\"NORMAL\":1,\"COLOR_0\":2},\"indices\":3,"
        "\"material\":0}]}],\"materials\":[{\"doubleSided\":true,\"pbrMetallicRoughness\":"
        "{\"metallicFactor\":0,\"roughnessFactor\":%s}}],",
        shell->banded ? "0.42" : "0.7");
    text_format(json,
                "\"accessors\":[{\"bufferView\":0,\"componentType\":5126,\"count\":%zu,\"type\":"
                "\"VEC3\",\"min\":[%.7f,%.7f,%.7f],\"max\":[%.7f,%.7f,%.7f]},{\"bufferView\":1,"
                "\"componentType\":5126,\"count\":%zu,\"type\":\"VEC3\"},{\"bufferView\":2,"
                "\"componentType\":5121,\"normalized\":true,\"count\":%zu,\"type\":\"VEC4\"},"
                "{\"bufferView\":3,\"componentType\":5123,\"count\":%zu,\"type\":\"SCALAR\"}],",
                corners, low.x, low.y, low.z, high.x, high.y, high.z, corners, corners, indices);
    text_format(
        json,
        "\"bufferViews\":[{\"buffer\":0,\"byteLength\":%zu},{\"buffer\":0,\"byteOffset\":%zu,"
        "\"byteLength\":%zu},{\"buffer\":0,\"byteOffset\":%zu,\"byteLength\":%zu},{\"buffer\""
        ":0,\"byteOffset\":%zu,\"byteLength\":%zu}],\"buffers\":[{\"byteLength\":%zu}]}",
        corners * 12, corners * 12, corners * 12, corners * 24, corners * 4, corners * 28,
        indices * 2, corners * 28 + indices * 2);
    while (json->length % 4 != 0) {
        text_add_char(json, ' ');
    }
}

void model_write(struct text *glb, enum model model)
{
    const struct shell *shell = &SHELLS[model];
    struct text json = {0};
    struct text bin = {0};
    struct box bounds = bounds_of(shell);
    add_description(&json, shell, &bounds);
    add_surface(&bin, shell, &bounds);
    text_add_bytes(glb, "glTF", 4); // Khronos glTF 2.0, section 4: binary
    add_number(glb, 2, 4);
    add_number(glb, (uint32_t)(12 + 8 + json.length + 8 + bin.length), 4);
    add_number(glb, (uint32_t)json.length, 4);
    text_add_bytes(glb, "JSON", 4);
    text_add_bytes(glb, json.data, json.length);
    add_number(glb, (uint32_t)bin.length, 4);
    text_add_bytes(glb, "BIN\0", 4);
    text_add_bytes(glb, bin.data, bin.length);
    text_release(&json);
    text_release(&bin);
}

// --- the drawing -----------------------------------------------------------------------------

struct facet {
    double x[4];
    double y[4];
    double depth;
    unsigned char colour[3];
};

static int by_depth(const void *a, const void *b)
{
    double x = ((const struct facet *)a)->depth;
    double y = ((const struct facet *)b)->depth;
    return (x > y) - (x < y);
}

// Turned about x, then about y; z comes towards who looks.
static struct vector turned(struct vector v, struct vector tilt)
{
    double y = v.y * cos(tilt.x) - v.z * sin(tilt.x);
    double z = v.y * sin(tilt.x) + v.z * cos(tilt.x);
    return (struct vector){v.x * cos(tilt.y) + z * sin(tilt.y), y,
                           z * cos(tilt.y) - v.x * sin(tilt.y)};
}

// False for what is hidden: of the inside the mouth alone is seen.
static bool make_facet(const struct shell *shell, const struct box *b, int i, int k,
                       struct facet *out)
{
    static const int steps[4][2] = {{0, 0}, {0, 1}, {1, 1}, {1, 0}};
    double scale = scale_of(shell, b) / shell->size * 2 * POSTER_HALF;
    double colour[3];
    double along = (i + 0.5) / DRAWN_ALONG;
    double around = (k + 0.5) / DRAWN_AROUND;
    out->depth = 0;
    for (int n = 0; n < 4; n++) {
        struct vector v = surface(shell, (double)(i + steps[n][0]) / DRAWN_ALONG,
                                  (double)(k + steps[n][1]) / DRAWN_AROUND);
        v = turned(placed(v, b, scale), shell->tilt);
        out->x[n] = v.x;
        out->y[n] = -v.y;
        out->depth += v.z;
    }
    struct vector facing = turned(normal(shell, along, around), shell->tilt);
    bool inside = facing.z < 0;
    if (inside && along < SEEN_INTO) {
        return false;
    }
    facing = inside ? minus((struct vector){0}, facing) : facing;
    double light = 0.42 + 0.62 * fmax(-0.45 * facing.x + 0.55 * facing.y + 0.7 * facing.z, 0);
    colour_at(shell, along, around, colour);
    for (int n = 0; n < 3; n++) {
        double shown = inside ? 0.35 * colour[n] + 0.5 : colour[n];
        out->colour[n] = (unsigned char)lrint(fmin(shown * light, 1) * 255);
    }
    return true;
}

void model_draw(struct text *svg, enum model model)
{
    const struct shell *shell = &SHELLS[model];
    size_t all = (size_t)DRAWN_ALONG * DRAWN_AROUND;
    size_t count = 0;
    struct facet *facets = array_zero(all, sizeof *facets);
    struct box bounds = bounds_of(shell);
    for (size_t n = 0; n < all; n++) {
        count += make_facet(shell, &bounds, (int)(n / DRAWN_AROUND), (int)(n % DRAWN_AROUND),
                            &facets[count]);
    }
    qsort(facets, count, sizeof *facets, by_depth);
    text_add(svg, "<g stroke-width=\"1\" stroke-linejoin=\"round\">");
    for (size_t n = 0; n < count; n++) {
        const struct facet *f = &facets[n];
        text_format(svg, "<path fill=\"#%02x%02x%02x\" stroke=\"#%02x%02x%02x\" d=\"M",
                    f->colour[0], f->colour[1], f->colour[2], f->colour[0], f->colour[1],
                    f->colour[2]);
        for (int c = 0; c < 4; c++) {
            text_format(svg, "%s%.0f %.0f", c == 0 ? "" : "L", f->x[c], f->y[c]);
        }
        text_add(svg, "z\"/>");
    }
    text_add(svg, "</g>");
    free(facets);
}
