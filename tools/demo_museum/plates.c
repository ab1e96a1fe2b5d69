// SPDX-License-Identifier: Apache-2.0
// Plates: the sheet around a drawing, labels, registers, and the files; see plates.h.
#include "plates.h"

#include <math.h>

#include "content_name.h"

static const char INK[] = "#3a3128";

static void begin(struct text *svg, const char *paper)
{
    text_format(svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                "viewBox=\"-600 -400 %d %d\"><rect x=\"-600\" y=\"-400\" width=\"%d\" "
                "height=\"%d\" fill=\"%s\"/>",
                PLATE_WIDTH, PLATE_HEIGHT, PLATE_WIDTH, PLATE_HEIGHT, PLATE_WIDTH, PLATE_HEIGHT,
                paper);
}

// A line of writing nobody can read.
static void add_writing(struct text *svg, struct rng *rng, double x, double y, double width,
                        double height)
{
    text_format(svg, "<path fill=\"none\" stroke=\"%s\" stroke-width=\"2.2\" d=\"", INK);
    double end = x + width * (0.6 + 0.4 * rng_unit(rng));
    bool open = false;
    while (x < end) {
        double step = height * (0.25 + 0.25 * rng_unit(rng));
        double rise = height * (rng_chance(rng, 0.25) ? 0.9 : 0.4) * (0.7 + 0.3 * rng_unit(rng));
        if (!open || rng_chance(rng, 0.16)) {
            x += open ? height * 0.5 : 0;
            text_format(svg, "M%.1f %.1f", x, y);
            open = true;
        }
        text_format(svg, "q%.1f %.1f %.1f 0", step * 0.5, -rise, step);
        x += step;
    }
    text_add(svg, "\"/>");
}

static void add_scale(struct text *svg)
{
    static const char *const CHART[] = {"#9b2c2c", "#e0b25b", "#1f5b45", "#1e5a78",
                                        "#6a5a8c", "#ffffff", "#9a9a9a", "#1c1c1c"};
    text_format(
        svg,
        "<g font-family=\"serif\" font-size=\"20\" fill=\"%s\"><path d=\"M-560 352h160v8h"
        "-160z\"/><path fill=\"#fff\" d=\"M-520 353.500h40v5h-40zM-440 353.500h40v5h-40z\"/>"
        "<text x=\"-560\" y=\"340\">10 mm</text><text x=\"-560\" y=\"-356\">DEMO</text></g>",
        INK);
    for (size_t i = 0; i < sizeof CHART / sizeof CHART[0]; i++) {
        text_format(svg, "<rect x=\"%zu\" y=\"336\" width=\"26\" height=\"26\" fill=\"%s\"/>",
                    350 + i * 26, CHART[i]);
    }
}

static void draw_specimen(struct text *svg, enum group group, size_t variant, bool detail,
                          uint64_t seed)
{
    struct rng rng = rng_make(seed, "plate", (uint64_t)group * PLATE_VARIANTS + variant);
    begin(svg, group >= GROUP_FOSSIL_INVERTEBRATES ? "#e9e6df" : "#f6f1e4");
    text_add(svg, detail ? "<g transform=\"translate(0 130) scale(2.300)\">" : "<g>");
    plate_draw(svg, group, &rng);
    text_add(svg, "</g>");
    add_scale(svg);
    text_add(svg, "</svg>\n");
}

static void draw_label(struct text *svg, struct rng *rng)
{
    begin(svg, "#d9d2c3");
    text_format(
        svg,
        "<g transform=\"rotate(%.1f)\"><rect x=\"-420\" y=\"-250\" width=\"840\" "
        "height=\"500\" fill=\"#fbf6e6\" stroke=\"%s\" stroke-width=\"3\"/><rect x=\"-405\" "
        "y=\"-235\" width=\"810\" height=\"470\" fill=\"none\" stroke=\"%s\"/><text x=\"0\" "
        "y=\"-180\" text-anchor=\"middle\" font-family=\"serif\" font-size=\"34\" "
        "letter-spacing=\"6\" fill=\"%s\">VITRINE DEMO MUSEUM</text>",
        rng_unit(rng) * 4 - 2, INK, INK, INK);
    for (int line = 0; line < 6; line++) {
        text_format(svg, "<path stroke=\"#b9ae98\" d=\"M-370 %d h740\"/>", -100 + line * 58);
        add_writing(svg, rng, -360, -104 + line * 58, 700, 30);
    }
    text_add(svg, "</g></svg>\n");
}

static void draw_register(struct text *svg, struct rng *rng)
{
    begin(svg, "#f3ead2");
    text_add(svg, "<path stroke=\"#b86b5e\" d=\"M-480 -400v800M-300 -400v800M260 -400v800\"/>");
    for (int line = 0; line < 17; line++) {
        int y = -340 + line * 44;
        text_format(svg, "<path stroke=\"#a9b5bd\" d=\"M-600 %dh1200\"/>", y);
        add_writing(svg, rng, -570, y - 4, 80, 18);
        add_writing(svg, rng, -470, y - 4, 150, 18);
        add_writing(svg, rng, -290, y - 4, 520, 22);
        add_writing(svg, rng, 270, y - 4, 300, 20);
    }
    text_add(svg, "</svg>\n");
}

static void draw_view(struct text *svg, enum group group, size_t variant, enum plate_view view,
                      uint64_t seed)
{
    struct rng rng = rng_make(seed, view == PLATE_LABEL ? "label" : "register", variant);
    switch (view) {
    case PLATE_WHOLE:
    case PLATE_DETAIL:
        draw_specimen(svg, group, variant, view == PLATE_DETAIL, seed);
        break;
    case PLATE_LABEL:
        draw_label(svg, &rng);
        break;
    case PLATE_REGISTER:
        draw_register(svg, &rng);
        break;
    }
}

static void draw_poster(struct text *svg, enum model model)
{
    begin(svg, "#ece8df");
    model_draw(svg, model);
    text_add(svg, "</svg>\n");
}

static const char *keep(struct pool *pool, const struct text *file, const char *extension,
                        const char *folder)
{
    char name[CONTENT_NAME_SIZE];
    content_name(file->data, file->length, extension, name);
    write_file(pool_format(pool, "%s/%s", folder, name), file->data, file->length);
    return pool_copy(pool, name);
}

void plates_make(struct plates *plates, struct pool *pool, uint64_t seed, const char *folder)
{
    struct text file = {0};
    make_folder(folder);
    for (int group = 0; group < GROUP_COUNT; group++) {
        for (size_t variant = 0; variant < PLATE_VARIANTS; variant++) {
            for (int view = 0; view < PLATE_VIEWS; view++) {
                text_clear(&file);
                draw_view(&file, (enum group)group, variant, (enum plate_view)view, seed);
                plates->names[group][variant][view] = keep(pool, &file, "svg", folder);
            }
        }
        struct rng rng = rng_make(seed, "call", (uint64_t)group);
        text_clear(&file);
        if (call_write(&file, (enum group)group, &rng)) {
            plates->calls[group] = keep(pool, &file, "wav", folder);
        }
    }
    for (int model = 0; model < MODEL_COUNT; model++) {
        text_clear(&file);
        model_write(&file, (enum model)model);
        plates->models[model] = keep(pool, &file, "glb", folder);
        text_clear(&file);
        draw_poster(&file, (enum model)model);
        plates->posters[model] = keep(pool, &file, "svg", folder);
    }
    text_release(&file);
}
