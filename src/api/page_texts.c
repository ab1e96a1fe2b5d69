// SPDX-License-Identifier: Apache-2.0
// Fills the pages of text: the house's own text of a name, else the program's.
#include "api/page_texts.h"

#include "api/page_markdown.h"
#include "api/page_site.h"
#include "api/pages/language.h"
#include "api/pages/layout.h"

#include <string.h>

struct kind_of_text {
    const char *path;
    const char *title; // English, for language_text
    const char *description;
};

static const struct kind_of_text kinds[] = {
    {"/about", "About", "What this portal holds, how its versions work and how to cite it."},
    {"/accessibility", "Accessibility statement",
     "How accessible this portal is, and what is known to fail."},
    {"/harmful-content", "Harmful content",
     "Why old words are kept, what notices mean, and how to raise a concern."},
    {"/help", "Help", "How to search, look, go back in time and take data away."},
    {"/privacy", "Privacy and cookies", "What is kept of a visit, and what is not."},
    {"/terms", "Terms of use", "What may be done with the data, and what is asked in return."},
    {"/understanding-the-collection", "Understanding the collection",
     "What the words of records mean, and what is not here yet."},
};

static const struct kind_of_text *kind_of(string_view path)
{
    size_t i = 0;
    while (i + 1 < ARRAY_LENGTH(kinds) && !sv_equal(path, sv_from(kinds[i].path))) {
        i++;
    }
    return &kinds[i];
}

static string_view own_text(string_view name, string_view language)
{
    for (size_t i = 0; i < page_text_count; i++) {
        string_view rest = sv_from(page_texts[i].name);
        string_view first;
        bool some = sv_split(&rest, '.', &first);
        if (some && sv_equal(first, name) && sv_equal(rest, language)) {
            return (string_view){(const char *)page_texts[i].bytes, page_texts[i].length};
        }
    }
    return SV("");
}

static string_view find_text(const struct house *house, string_view name, string_view language)
{
    string_view text = house_text(house, name, language);
    text = text.length > 0 ? text : own_text(name, language);
    return text.length > 0 ? text : own_text(name, SV(""));
}

// --- gaps ------------------------------------------------------------------------------------

// What Markdown might read as more than text stands behind a backslash (CommonMark, section 2.4).
static void append_plain(struct buffer *out, string_view text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (strchr("\\`*_{}[]()<>#+-.!|&~", text.bytes[i]) != NULL) {
            buffer_append_byte(out, '\\');
        }
        buffer_append_byte(out, text.bytes[i] == '\n' ? ' ' : text.bytes[i]);
    }
}

struct filling {
    struct arena *arena;
    struct buffer out;
    const struct text_page *page;
    const struct house *house;
};

static string_view in_language(const struct filling *f, const char *english)
{
    return sv_from(language_text(f->page->site->language, english));
}

static void append_contact(struct filling *f)
{
    string_view contact = f->house->contact;
    if (contact.length == 0) {
        buffer_append_view(&f->out, in_language(f, "the museum"));
        return;
    }
    bool mail = sv_find(contact, '/') == contact.length;
    buffer_append_view(&f->out, SV("["));
    append_plain(&f->out, contact);
    buffer_append_view(&f->out, mail ? SV("](<mailto:") : SV("](<"));
    buffer_append_view(&f->out, contact);
    buffer_append_view(&f->out, SV(">)"));
}

static void append_stated(struct filling *f, string_view text)
{
    append_plain(&f->out, text.length > 0 ? text : in_language(f, "not stated yet"));
}

static void append_value(struct filling *f, string_view name)
{
    if (sv_equal(name, SV("name"))) {
        append_plain(&f->out, f->page->site->name);
    } else if (sv_equal(name, SV("contact"))) {
        append_contact(f);
    } else if (sv_equal(name, SV("licences"))) {
        struct page p = {.arena = f->arena, .site = f->page->site};
        buffer_append_view(&f->out, page_asset(&p, "licences.txt"));
    } else if (sv_equal(name, SV("enforcement"))) {
        append_stated(f, f->house->enforcement);
    } else if (sv_equal(name, SV("tested"))) {
        append_stated(f, f->house->tested);
    } else if (sv_equal(name, SV("reviewed"))) {
        append_stated(f, f->house->reviewed);
    } else {
        buffer_append_byte(&f->out, '{');
        buffer_append_view(&f->out, name);
        buffer_append_byte(&f->out, '}');
    }
}

// {name} and the like; what is no name of these stays.
static void fill_gaps(struct filling *f, string_view text)
{
    while (text.length > 0) {
        size_t open = sv_find(text, '{');
        buffer_append_view(&f->out, sv_slice(text, 0, open));
        string_view rest = sv_slice(text, open + 1, SIZE_MAX);
        size_t close = sv_find(rest, '}');
        if (open == text.length || close == rest.length) {
            buffer_append_view(&f->out, sv_slice(text, open, SIZE_MAX));
            return;
        }
        append_value(f, sv_slice(rest, 0, close));
        text = sv_slice(rest, close + 1, SIZE_MAX);
    }
}

static string_view holdings_sentence(const struct site *site, struct arena *arena)
{
    struct holdings holdings = portal_holdings(site->data);
    struct page p = {.arena = arena, .site = &site->page};
    string_view datasets = say_count(&p, site->data->count, "{} dataset", "{} datasets");
    return arena_print(arena, SV_FORMAT " · " SV_FORMAT, SV_ARGUMENT(kinds_in_words(&p, &holdings)),
                       SV_ARGUMENT(datasets));
}

static status fill(const struct api *api, struct arena *arena, struct text_page *page,
                   struct error *e)
{
    const struct language *language = page->site->language;
    struct filling f = {.arena = arena, .page = page, .house = &api->house};
    string_view code = language == NULL ? SV("") : sv_from(language->code);
    buffer_init(&f.out, MARKDOWN_LIMIT);
    fill_gaps(&f, find_text(&api->house, sv_slice(page->path, 1, SIZE_MAX), code));
    status result = buffer_check(&f.out, "the text of the page", e);
    if (result == ST_OK) {
        result = markdown_to_page(arena, buffer_view(&f.out), &page->markup, e);
    }
    buffer_release(&f.out);
    return result;
}

status show_text(void *context, struct http_request *request, struct http_response *response,
                 struct error *e)
{
    const struct api *api = context;
    const struct kind_of_text *kind = kind_of(request->target.path);
    struct site site;
    bool done = false;
    TRY(page_of_request(api, request, response, &site, &done, e));
    if (done) {
        return ST_OK;
    }
    const struct language *language = site.page.language;
    struct text_page page = {.site = &site.page,
                             .title = sv_from(language_text(language, kind->title)),
                             .description = sv_from(language_text(language, kind->description)),
                             .path = sv_from(kind->path)};
    if (sv_equal(page.path, SV("/about"))) {
        const json_t *facts = json_in_arena(request->arena, site.data->portal.json);
        page.lead = holdings_sentence(&site, request->arena);
        TRY(markdown_to_page(request->arena, json_text(facts, "description"), &page.own_markup, e));
    }
    TRY(fill(api, request->arena, &page, e));
    site_send(&site, response, !site.view.newest);
    return page_text(&page, request->arena, &response->body, e);
}
