// SPDX-License-Identifier: Apache-2.0
// What can be downloaded of what a page shows: how much it is, under which licences, what comes
// with it, and a link to each form of it.
#include "api/pages/language.h"
#include "api/pages/layout.h"

static void write_licences(struct page *p, const struct download_part *part)
{
    HTML(&p->w, "{} ", html_text(say(p, part->licence_count > 1 ? "Licences:" : "Licence:")));
    for (size_t i = 0; i < part->licence_count; i++) {
        const struct page_link *licence = &part->licences[i];
        HTML(&p->w, "{}", html_string(i > 0 ? ", " : ""));
        if (licence->label.length == 0) {
            HTML(&p->w, "{}", html_text(say(p, "not stated")));
        } else if (licence->address.length > 0) {
            HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(licence->address),
                 html_text(licence->label));
        } else {
            HTML(&p->w, "{}", html_text(page_start_of(p, licence->label)));
        }
    }
    html_put(&p->w, ".");
}

static void write_extent(struct page *p, const struct download_part *part)
{
    html_put(&p->w, "<p class=\"download-extent\">");
    if (part->datasets == 0) {
        HTML(&p->w, "{}. <a href=\"{}\">{}</a>",
             html_text(say_count(p, part->records, "{} record", "{} records")),
             html_text(part->datasets_address), html_text(say(p, "Their datasets and licences")));
    } else if (part->datasets == 1) {
        HTML(&p->w, "{}. ",
             html_text(say_count(p, part->records, "{} record from one dataset",
                                 "{} records from one dataset")));
        write_licences(p, part);
    } else {
        SAY(p, "{} records from {} datasets", html_count(part->records),
            html_count(part->datasets));
        html_put(&p->w, ". ");
        write_licences(p, part);
    }
    html_put(&p->w, "</p>\n");
}

static void write_term(struct page *p, const char *label, const char *about)
{
    HTML(&p->w, "<div><dt>{} <span class=\"small\">{}</span></dt><dd>", html_text(say(p, label)),
         html_text(say(p, about)));
}

void page_hidden_inputs(struct page *p, const struct address *address)
{
    for (size_t i = 0; i < address->count; i++) {
        HTML(&p->w, "<input type=\"hidden\" name=\"{}\" value=\"{}\">\n",
             html_text(address->pairs[i].name), html_text(address->pairs[i].value));
    }
}

void page_downloads_form(struct page *p, const struct download_part *part)
{
    if (part == NULL) {
        return;
    }
    HTML(&p->w, "<form id=\"download-form\" action=\"{}\" method=\"get\">\n",
         html_text(part->asked->path));
    page_hidden_inputs(p, part->asked);
    html_put(&p->w, "</form>\n");
}

const char *const page_image_sizes[PAGE_IMAGE_SIZES] = {"original", "2048", "1024", "512"};

static string_view image_size(struct page *p, size_t size)
{
    return size == 0 ? say(p, "as they came")
                     : arena_print(p->arena, "%s\u00a0px", page_image_sizes[size]);
}

struct option_word {
    const char *word; // of the parameter
    const char *label;
};

static void begin_option(struct page *p, const char *form, const char *name, const char *label)
{
    HTML(&p->w,
         "<span><label for=\"{}-{}\">{}</label> <select id=\"{}-{}\" name=\"{}\" form=\"{}\">\n",
         html_string(form), html_string(name), html_text(say(p, label)), html_string(form),
         html_string(name), html_string(name), html_string(form));
}

// The first one is usual.
static void write_word(struct page *p, const char *word, string_view label, bool chosen)
{
    HTML(&p->w, "<option value=\"{}\"", html_string(word));
    if (chosen) {
        html_put(&p->w, " selected");
    }
    HTML(&p->w, ">{}</option>\n", html_text(label));
}

static void write_option(struct page *p, const char *form, const char *name, const char *label,
                         const struct option_word words[2], bool second)
{
    begin_option(p, form, name, label);
    write_word(p, words[0].word, say(p, words[0].label), false);
    write_word(p, words[1].word, say(p, words[1].label), second);
    html_put(&p->w, "</select></span>\n");
}

static void write_image_sizes(struct page *p, const char *form, unsigned chosen)
{
    begin_option(p, form, "size", "Images");
    for (size_t i = 0; i < PAGE_IMAGE_SIZES; i++) {
        write_word(p, page_image_sizes[i], image_size(p, i), i > 0 && i == chosen);
    }
    html_put(&p->w, "</select></span>\n");
}

void page_download_options(struct page *p, const struct download_options *options, const char *form)
{
    static const struct option_word lists[] = {{"joined", "joined in one cell"},
                                               {"exploded", "in columns of their own"}};
    static const struct option_word values[] = {{"verbatim", "as they came"},
                                                {"interpreted", "as this portal reads them"}};
    write_option(p, form, "lists", "Lists", lists, options->exploded);
    write_option(p, form, "values", "Values", values, options->interpreted);
    if (options->images) {
        write_image_sizes(p, form, options->image_size);
    }
}

// A package of any format; works without scripts.
static void write_package(struct page *p, const struct download_part *part)
{
    write_term(p, "Package", "zip");
    HTML(&p->w,
         "<label for=\"download-format\">{}</label> <select id=\"download-format\" "
         "name=\"format\" form=\"download-form\">\n",
         html_text(say(p, "Format")));
    for (size_t i = 0; i < part->format_count; i++) {
        HTML(&p->w, "<option value=\"{}\">{}</option>\n", html_text(part->formats[i].address),
             html_text(part->formats[i].label));
    }
    html_put(&p->w, "</select>\n");
    if (part->datasets != 1) {
        HTML(&p->w,
             "<label><input type=\"checkbox\" name=\"separate\" value=\"true\" "
             "form=\"download-form\"> {}</label>\n",
             html_text(say(p, "A file for each dataset")));
    }
    page_download_options(p, &part->options, "download-form");
    HTML(&p->w, "<button type=\"submit\" form=\"download-form\">{}</button></dd></div>\n",
         html_text(say(p, "Download the package")));
}

static void write_alone(struct page *p, const struct download_part *part)
{
    write_term(p, "The records alone", "one file");
    for (size_t i = 0; i < PAGE_DOWNLOADS; i++) {
        HTML(&p->w, "<a href=\"{}\" download>{}<span class=\"hidden\"> ({})</span></a> ",
             html_text(part->links[i].address), html_text(part->links[i].label),
             html_text(say(p, "The records alone")));
    }
    html_put(&p->w, "</dd></div>\n");
}

static void write_images(struct page *p, const struct download_part *part)
{
    if (part->image_addresses[0].length == 0) {
        return;
    }
    write_term(p, "Images", "zip, of those with an open licence, and a list of all");
    for (size_t i = 0; i < PAGE_IMAGE_SIZES; i++) {
        HTML(&p->w, "<a href=\"{}\" download>{}<span class=\"hidden\"> ({})</span></a> ",
             html_text(part->image_addresses[i]), html_text(image_size(p, i)),
             html_text(say(p, "Images")));
    }
    html_put(&p->w, "</dd></div>\n");
}

void page_downloads(struct page *p, const struct download_part *part)
{
    write_extent(p, part);
    HTML(&p->w, "<p class=\"small\">{}</p>\n<dl class=\"downloads\">\n",
         html_text(say(p, "A package says what it is: with the records come the rights and "
                          "citations of each dataset, and a manifest with the query, the version "
                          "and checksums.")));
    write_package(p, part);
    write_term(p, "Darwin Core Archive", "zip, for GBIF and programs of its kind");
    HTML(&p->w, "<a href=\"{}\" download>{}</a></dd></div>\n", html_text(part->archive_address),
         html_text(say(p, "Darwin Core Archive")));
    write_images(p, part);
    write_alone(p, part);
    html_put(&p->w, "</dl>\n");
    if (part->prepare_address.length > 0) {
        HTML(&p->w, "<p><a href=\"{}\">{}</a></p>\n", html_text(part->prepare_address),
             html_text(say(p, "Size and time, or in the background")));
    }
}

void page_downloads_folded(struct page *p, const struct download_part *part)
{
    if (part == NULL) {
        return;
    }
    HTML(&p->w, "<details class=\"code-samples\" id=\"download\"><summary>{}</summary>\n",
         html_text(say(p, "Download these records")));
    page_downloads(p, part);
    html_put(&p->w, "</details>\n");
}
