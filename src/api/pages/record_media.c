// SPDX-License-Identifier: Apache-2.0
// A record's pictures, sounds, films and models, each with its credit and its licence beside that
// of the data (rule D3). What lies on another host is a link: pages load nothing from elsewhere.
#include "api/pages/language.h"
#include "api/pages/record_parts.h"

#include <string.h>

// The text that stands for a picture (rule K1): from its metadata, else what it is a picture of.
static string_view alternative(struct page *p, const struct record_page *record,
                               const struct medium_row *m)
{
    if (m->title.length > 0) {
        return m->text.length == 0 ? m->title
                                   : arena_print(p->arena, SV_FORMAT ": " SV_FORMAT,
                                                 SV_ARGUMENT(m->title), SV_ARGUMENT(m->text));
    }
    return m->text.length > 0 ? m->text : record->title;
}

static string_view kind_words(const struct page *p, const struct medium_row *m)
{
    switch (m->kind) {
    case MEDIUM_IMAGE:
        return say(p, "Image");
    case MEDIUM_SOUND:
        return say(p, "Sound");
    case MEDIUM_FILM:
        return say(p, "Film");
    case MEDIUM_MODEL:
        return say(p, "3D model");
    case MEDIUM_OTHER:
        break;
    }
    return say(p, "File");
}

static string_view host_of(string_view address)
{
    size_t slashes = sv_find(address, '/');
    string_view rest = sv_slice(address, slashes + 2, SIZE_MAX);
    return sv_slice(rest, 0, sv_find(rest, '/'));
}

// What is not shown: a link that says why.
static void write_elsewhere(struct page *p, const struct medium_row *m)
{
    HTML(&p->w, "<a class=\"elsewhere\" href=\"{}\" rel=\"noopener\"><span>{}</span> ",
         html_text(m->address), html_text(kind_words(p, m)));
    if (m->own) {
        HTML(&p->w, "{}<span class=\"small\">{}</span></a>\n", html_text(say(p, "Open the file")),
             html_text(m->format));
        return;
    }
    SAY(p, "at {}", html_text(page_start_of(p, host_of(m->address))));
    HTML(&p->w, "<span class=\"small\">{}</span></a>\n",
         html_text(say(p, "Not shown here: pages load nothing from other hosts")));
}

static void write_image(struct page *p, const struct record_page *record,
                        const struct medium_row *m, bool first)
{
    HTML(&p->w, "<a class=\"picture\" href=\"{}\"><img src=\"{}\" alt=\"{}\"",
         html_text(m->address), html_text(m->thumbnail), html_text(alternative(p, record, m)));
    if (first) {
        html_put(&p->w, " decoding=\"async\"></a>\n");
    } else {
        html_put(&p->w, " loading=\"lazy\"></a>\n");
    }
}

// The name that the island has for a model's format; NULL for one that it cannot show.
static const char *model_format(const struct medium_row *m)
{
    static const char *const formats[][2] = {
        {"model/gltf-binary", "glb"}, {"model/gltf+json", "gltf"}, {"model/stl", "stl"},
        {"model/ply", "ply"},         {"model/obj", "obj"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(formats); i++) {
        size_t length = strlen(formats[i][1]);
        bool ends = m->address.length > length && // names are in lower case (portal/media.h)
                    sv_equal(sv_slice(m->address, m->address.length - length, SIZE_MAX),
                             sv_from(formats[i][1])) &&
                    m->address.bytes[m->address.length - length - 1] == '.';
        if (ends || sv_equal_ignore_case(m->format, sv_from(formats[i][0]))) {
            return formats[i][1];
        }
    }
    return NULL;
}

// A solid in a frame: for a model that has no picture of its own.
#define SOLID                                                                                      \
    "<svg class=\"model-solid\" viewBox=\"0 0 100 100\" aria-hidden=\"true\">"                     \
    "<path d=\"M50 12 84 31 84 69 50 88 16 69 16 31ZM16 31 50 50 84 31M50 50 50 88\"/></svg>"

// What the island says (web/src/islands/model.ts, web/src/model/viewer.ts).
static void write_model_words(struct page *p)
{
    static const char *const words[][2] = {
        {"start", "Turn it in 3D"},
        {"loading", "Loading: {} %"},
        {"failed", "The model could not be shown ({}). The file can be opened."},
        {"webgl", "this browser draws nothing in 3D"},
        {"triangles", "{} triangles"},
        {"help", "Drag to turn it, pinch or scroll to come nearer. With the keyboard: arrows turn, "
                 "+ and − come nearer and go away, 1 to 6 are the six sides, 0 is the beginning."},
        {"front", "Front"},
        {"right", "Right"},
        {"back", "Back"},
        {"left", "Left"},
        {"top", "Top"},
        {"bottom", "Bottom"},
        {"in", "Zoom in"},
        {"out", "Zoom out"},
        {"reset", "As at the beginning"},
        {"full", "Full screen"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        html_write(&p->w, arena_print(p->arena, " data-%s=\"{}\"", words[i][0]),
                   (const struct html_value[]){html_text(say(p, words[i][1]))}, 1);
    }
}

static void write_model(struct page *p, const struct record_page *record,
                        const struct medium_row *m, const char *format, size_t number)
{
    string_view name = alternative(p, record, m);
    HTML(&p->w,
         "<div class=\"model\" data-island=\"model\" data-src=\"{}\" data-format=\"{}\" "
         "data-name=\"{}\"",
         html_text(m->address), html_string(format), html_text(name));
    write_model_words(p);
    HTML(&p->w,
         ">\n<div class=\"model-frame\" id=\"model-{}\"><a class=\"model-poster\" href=\"{}\">",
         html_number((int64_t)number), html_text(m->address));
    if (m->thumbnail.length > 0) {
        HTML(&p->w, "<img src=\"{}\" alt=\"{}\" loading=\"lazy\">", html_text(m->thumbnail),
             html_text(name));
    } else {
        html_put(&p->w, SOLID);
        HTML(&p->w, "<span>{}</span>", html_text(name));
    }
    html_put(&p->w, "</a></div>\n<p class=\"small\" role=\"status\"></p>\n<p class=\"small\">");
    HTML(&p->w, "<a href=\"{}\" download>{}</a> <span class=\"code\">{}</span></p></div>\n",
         html_text(m->address), html_text(say(p, "Download the 3D model")), html_string(format));
}

static void write_shown(struct page *p, const struct record_page *record,
                        const struct medium_row *m, size_t number)
{
    string_view name = alternative(p, record, m);
    const char *format = m->kind == MEDIUM_MODEL && m->own ? model_format(m) : NULL;
    if (m->kind == MEDIUM_IMAGE && m->thumbnail.length > 0) {
        write_image(p, record, m, number == 0);
    } else if (format != NULL) {
        write_model(p, record, m, format, number);
    } else if (m->kind == MEDIUM_SOUND && m->own) {
        HTML(&p->w, "<audio controls preload=\"none\" src=\"{}\" aria-label=\"{}\"></audio>\n",
             html_text(m->address), html_text(name));
    } else if (m->kind == MEDIUM_FILM && m->own) {
        HTML(&p->w, "<video controls preload=\"none\" src=\"{}\" aria-label=\"{}\"></video>\n",
             html_text(m->address), html_text(name));
    } else {
        write_elsewhere(p, m);
    }
}

// A notice of its content comes first, and the rest when the reader asks for it (rule I2).
static void write_medium(struct page *p, const struct record_page *record,
                         const struct medium_row *m, size_t number)
{
    if (m->notice.length == 0) {
        write_shown(p, record, m, number);
        return;
    }
    html_put(&p->w, "<details class=\"noticed\"><summary>");
    SAY(p, "Content notice: {}", html_text(page_start_of(p, m->notice)));
    html_put(&p->w, "</summary>\n");
    write_shown(p, record, m, MAX(number, 1));
    html_put(&p->w, "</details>\n");
}

static void write_licence(struct page *p, string_view licence, string_view address)
{
    if (licence.length == 0) {
        HTML(&p->w, "{}", html_text(say(p, "not stated")));
    } else if (address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(address), html_text(licence));
    } else {
        HTML(&p->w, "{}", html_text(licence));
    }
}

static void write_caption(struct page *p, const struct medium_row *m)
{
    html_put(&p->w, "<figcaption>");
    if (m->title.length > 0) {
        HTML(&p->w, "<span class=\"medium-title\">{}</span> ",
             html_text(page_start_of(p, m->title)));
    }
    if (m->category.length > 0) {
        HTML(&p->w, "<span class=\"badge\">{}</span> ", html_text(page_start_of(p, m->category)));
    }
    if (m->creator.length > 0) {
        HTML(&p->w, "<span>{}</span> ", html_text(page_start_of(p, m->creator)));
    }
    if (m->created.length > 0) {
        HTML(&p->w, "<span>{}</span> ", html_text(page_start_of(p, m->created)));
    }
    if (m->rights_holder.length > 0 && !sv_equal(m->rights_holder, m->creator)) {
        HTML(&p->w, "<span>© {}</span> ", html_text(page_start_of(p, m->rights_holder)));
    }
    html_put(&p->w, "<span class=\"licence\">");
    HTML(&p->w, "{} ", html_text(say(p, "Licence:")));
    write_licence(p, m->licence, m->licence_address);
    html_put(&p->w, "</span></figcaption>\n");
}

static const char *media_words(const struct record_page *record)
{
    for (size_t i = 0; i < record->medium_count; i++) {
        if (record->media[i].kind == MEDIUM_MODEL) {
            return "Images, sounds and models";
        }
    }
    return "Images and sounds";
}

void record_write_media(struct page *p, const struct record_page *record)
{
    if (record->medium_count == 0) {
        return;
    }
    HTML(&p->w,
         "<section class=\"media\" aria-labelledby=\"media-title\">\n<h2 id=\"media-title\">{} "
         "<span class=\"small\">{}</span></h2>\n<ul class=\"figures\">\n",
         html_text(say(p, media_words(record))), html_count(record->medium_total));
    for (size_t i = 0; i < record->medium_count; i++) {
        bool model = record->media[i].kind == MEDIUM_MODEL && record->media[i].own;
        HTML(&p->w, "<li class=\"{}\"><figure>\n", html_string(model ? "medium wide" : "medium"));
        write_medium(p, record, &record->media[i], i);
        write_caption(p, &record->media[i]);
        html_put(&p->w, "</figure></li>\n");
    }
    html_put(&p->w, "</ul>\n<p class=\"small\">");
    HTML(&p->w, "{} ", html_text(say(p, "Licence of the data of this record:")));
    write_licence(p, record->licence, record->licence_address);
    html_put(&p->w, "</p>\n</section>\n");
}
