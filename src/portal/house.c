// SPDX-License-Identifier: Apache-2.0
// Reads DATA/site.
#include "portal/house.h"

#include "base/file.h"
#include "base/hash.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define READABLE 4.5 // WCAG 2.2, 1.4.3

// The grounds that the program's style sheet draws on.
#define LIGHT_PAPER "#fbf9f4"
#define DARK_PAPER  "#14181a"

struct reading {
    struct arena *arena;
    struct house *house;
    const char *folder; // DATA/site
    struct house_text *texts;
    struct error *e;
};

// --- colours ---------------------------------------------------------------------------------

static int hexadecimal(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    char small = (char)(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

static bool is_colour(string_view text)
{
    bool good = text.length == 7 && text.bytes[0] == '#';
    for (size_t i = 1; i < 7 && good; i++) {
        good = hexadecimal(text.bytes[i]) >= 0;
    }
    return good;
}

// Relative luminance (WCAG 2.2, "relative luminance").
static double luminance(const char *colour)
{
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(weights); i++) {
        int part = hexadecimal(colour[1 + 2 * i]) * 16 + hexadecimal(colour[2 + 2 * i]);
        double share = part / 255.0;
        sum += weights[i] * (share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double colour_contrast(const char *one, const char *other)
{
    double a = luminance(one);
    double b = luminance(other);
    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

static status take_colour(struct reading *r, const char *name, string_view text, const char *paper,
                          char out[8])
{
    if (text.length == 0) {
        return ST_OK;
    }
    if (!is_colour(text)) {
        return error_set(r->e, ST_BAD_DATA,
                         "%s/site.json: colours.%s is to be written as \"#1f5b45\"", r->folder,
                         name);
    }
    (void)snprintf(out, 8, SV_FORMAT, SV_ARGUMENT(text));
    double contrast = colour_contrast(out, paper);
    if (contrast < READABLE) {
        return error_set(r->e, ST_BAD_DATA,
                         "%s/site.json: colours.%s, %s, stands out from its ground %s by %.1f to "
                         "1; text needs 4.5 (WCAG 2.2): choose a %s one",
                         r->folder, name, out, paper, contrast,
                         strcmp(paper, LIGHT_PAPER) == 0 ? "darker" : "lighter");
    }
    return ST_OK;
}

// --- site.json -------------------------------------------------------------------------------

static status check_members(const struct reading *r, const json_t *object, const char *const *names,
                            const char *of)
{
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)object, name, value)
    {
        size_t i = 0;
        while (names[i] != NULL && strcmp(names[i], name) != 0) {
            i++;
        }
        if (names[i] == NULL) {
            return error_set(r->e, ST_BAD_DATA, "%s/site.json: there is no \"%s%s\"", r->folder, of,
                             name);
        }
        if (!json_is_string(value) && strcmp(name, "colours") != 0) {
            return error_set(r->e, ST_BAD_DATA, "%s/site.json: \"%s%s\" is to be text", r->folder,
                             of, name);
        }
    }
    return ST_OK;
}

static string_view member(const struct reading *r, const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_string(value) ? arena_copy(r->arena, (string_view){json_string_value(value),
                                                                      json_string_length(value)})
                                 : SV("");
}

// A name in the folder, so that no address leads out of it.
static bool is_plain_name(string_view name)
{
    return name.length > 0 && name.bytes[0] != '.' && sv_find(name, '/') == name.length;
}

static status read_logo(struct reading *r, string_view name)
{
    char path[PATH_SIZE];
    if (name.length == 0) {
        return ST_OK;
    }
    if (!is_plain_name(name) || !sv_ends_with(name, SV(".svg"))) {
        return error_set(r->e, ST_BAD_DATA,
                         "%s/site.json: \"logo\" is to name an SVG file in %s, such as logo.svg",
                         r->folder, r->folder);
    }
    TRY(path_join(path, sizeof path, r->folder,
                  arena_print(r->arena, SV_FORMAT, SV_ARGUMENT(name)).bytes, r->e));
    TRY(file_read_in_arena(path, HOUSE_LIMIT_FILE, r->arena, &r->house->logo, r->e));
    if (memmem(r->house->logo.bytes, r->house->logo.length, "<svg", 4) == NULL) {
        return error_set(r->e, ST_BAD_DATA, "%s is no SVG document", path);
    }
    return ST_OK;
}

static status take_members(struct reading *r, const json_t *json)
{
    static const char *const names[] = {"contact",  "copyright", "enforcement", "tested",
                                        "reviewed", "logo",      "colours",     NULL};
    static const char *const colours[] = {"primary", "primaryDark", NULL};
    const json_t *chosen = json_object_get(json, "colours");
    struct house *h = r->house;
    if (!json_is_object(json) || (chosen != NULL && !json_is_object(chosen))) {
        return error_set(r->e, ST_BAD_DATA, "%s/site.json: %s is to be an object", r->folder,
                         json_is_object(json) ? "\"colours\"" : "it");
    }
    TRY(check_members(r, json, names, ""));
    TRY(check_members(r, chosen, colours, "colours."));
    h->contact = member(r, json, "contact");
    h->copyright = member(r, json, "copyright");
    h->enforcement = member(r, json, "enforcement");
    h->tested = member(r, json, "tested");
    h->reviewed = member(r, json, "reviewed");
    TRY(take_colour(r, "primary", member(r, chosen, "primary"), LIGHT_PAPER, h->colours.primary));
    TRY(take_colour(r, "primaryDark", member(r, chosen, "primaryDark"), DARK_PAPER,
                    h->colours.primary_dark));
    return read_logo(r, member(r, json, "logo"));
}

static status read_settings(struct reading *r)
{
    char path[PATH_SIZE];
    string_view text;
    json_error_t trouble;
    TRY(path_join(path, sizeof path, r->folder, "site.json", r->e));
    if (!file_exists(path)) {
        return ST_OK;
    }
    TRY(file_read_in_arena(path, HOUSE_LIMIT_FILE, r->arena, &text, r->e));
    r->house->state = hash_bytes(text.bytes, text.length);
    json_t *json = json_loadb(text.bytes, text.length, JSON_REJECT_DUPLICATES, &trouble);
    if (json == NULL) {
        return error_set(r->e, ST_BAD_DATA, "%s, line %d: %s", path, trouble.line, trouble.text);
    }
    status result = take_members(r, json);
    json_decref(json);
    return result;
}

// --- texts -----------------------------------------------------------------------------------

static status read_text(const char *name, void *argument)
{
    struct reading *r = argument;
    struct house *h = r->house;
    char path[PATH_SIZE];
    string_view all = sv_from(name);
    if (!sv_ends_with(all, SV(".md")) || all.bytes[0] == '.') {
        return ST_OK;
    }
    if (h->text_count == HOUSE_LIMIT_TEXTS) {
        return error_set(r->e, ST_BAD_DATA, "%s/pages has more than %zu texts", r->folder,
                         HOUSE_LIMIT_TEXTS);
    }
    (void)snprintf(path, sizeof path, "%s/pages/%s", r->folder, name);
    struct house_text *text = &r->texts[h->text_count];
    TRY(file_read_in_arena(path, HOUSE_LIMIT_FILE, r->arena, &text->markdown, r->e));
    text->name = arena_copy(r->arena, sv_slice(all, 0, all.length - 3));
    // Which text is whose counts, and in which order a folder lists them does not.
    h->state ^= hash_bytes(all.bytes, all.length) *
                (hash_bytes(text->markdown.bytes, text->markdown.length) | 1);
    h->text_count++;
    return ST_OK;
}

static status read_texts(struct reading *r)
{
    char path[PATH_SIZE];
    r->texts = arena_array(r->arena, struct house_text, HOUSE_LIMIT_TEXTS);
    if (r->texts == NULL) {
        return error_set(r->e, ST_NO_MEMORY, "no memory for the texts of %s", r->folder);
    }
    r->house->texts = r->texts;
    TRY(path_join(path, sizeof path, r->folder, "pages", r->e));
    return file_exists(path) ? folder_list(path, read_text, r, r->e) : ST_OK;
}

status house_open(const char *folder, struct arena *arena, struct house *out, struct error *e)
{
    char site[PATH_SIZE];
    TRY(path_join(site, sizeof site, folder, "site", e));
    *out = (struct house){.contact = SV("")};
    struct reading r = {.arena = arena, .house = out, .folder = site, .e = e};
    TRY(read_settings(&r));
    TRY(read_texts(&r));
    out->state ^= hash_bytes(out->logo.bytes, out->logo.length);
    return ST_OK;
}

static string_view text_of(const struct house *h, string_view name, string_view dot,
                           string_view language)
{
    for (size_t i = 0; i < h->text_count; i++) {
        string_view it = h->texts[i].name;
        if (it.length == name.length + dot.length + language.length && sv_starts_with(it, name) &&
            sv_starts_with(sv_slice(it, name.length, SIZE_MAX), dot) &&
            sv_ends_with(it, language)) {
            return h->texts[i].markdown;
        }
    }
    return SV("");
}

string_view house_text(const struct house *h, string_view name, string_view language)
{
    string_view text = language.length > 0 ? text_of(h, name, SV("."), language) : SV("");
    return text.length > 0 ? text : text_of(h, name, SV(""), SV(""));
}
