// SPDX-License-Identifier: Apache-2.0
// Words for numbers, days, licences and addresses.
#include "api/page_text.h"

#include "api/pages/html.h"
#include "api/pages/language.h"
#include "api/pages/layout.h"
#include "api/search_input.h"
#include "base/percent.h"
#include "formats/licence.h"
#include "portal/metadata_json.h"

#include <string.h>

#define VALUE_LONGEST ((size_t)2000) // bytes

// Kinds are numbered as the portal lists them.
static_assert(METADATA_KINDS == KIND_COUNT, "each kind has its number");
static_assert(KIND_SPECIMENS == 0 && KIND_RESEARCH == KIND_COUNT - 1, "in their order");

enum record_kind kind_from_text(string_view text)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (sv_equal(text, sv_from(metadata_kinds[i]))) {
            return (enum record_kind)i;
        }
    }
    return KIND_COUNT;
}

string_view kind_text(enum record_kind kind)
{
    return kind < KIND_COUNT ? sv_from(metadata_kinds[kind]) : SV("");
}

// --- licences --------------------------------------------------------------------------------

// "by-nc/4.0/" reads "CC BY-NC 4.0".
static string_view creative_commons_label(struct arena *arena, string_view rest)
{
    string_view code = {0};
    string_view version = {0};
    char upper[16];
    if (!sv_split(&rest, '/', &code) || !sv_split(&rest, '/', &version) ||
        code.length >= sizeof upper) {
        return (string_view){0};
    }
    for (size_t i = 0; i < code.length; i++) {
        char byte = code.bytes[i];
        upper[i] = (char)(byte >= 'a' && byte <= 'z' ? byte - ('a' - 'A') : byte);
    }
    return arena_print(arena, "CC %.*s " SV_FORMAT, (int)code.length, upper, SV_ARGUMENT(version));
}

static string_view label_of_uri(struct arena *arena, string_view uri)
{
    static const struct {
        const char *uri;
        const char *label;
    } named[] = {
        {"https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"},
        {"https://creativecommons.org/publicdomain/mark/1.0/", "Public Domain Mark 1.0"},
        {"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "OGL 3.0"},
        {"https://opendatacommons.org/licenses/odbl/1-0/", "ODbL 1.0"},
        {"https://opendatacommons.org/licenses/by/1-0/", "ODC-BY 1.0"},
        {"https://opendatacommons.org/licenses/pddl/1-0/", "PDDL 1.0"},
    };
    static const string_view creative_commons = {"https://creativecommons.org/licenses/", 37};
    for (size_t i = 0; i < ARRAY_LENGTH(named); i++) {
        if (sv_equal(uri, sv_from(named[i].uri))) {
            return sv_from(named[i].label);
        }
    }
    string_view label = {0};
    if (sv_starts_with(uri, creative_commons)) {
        label = creative_commons_label(arena, sv_slice(uri, creative_commons.length, SIZE_MAX));
    }
    return label.length > 0 ? label : uri;
}

string_view licence_label(struct arena *arena, string_view licence, string_view *address)
{
    char uri[LICENCE_URI_SIZE];
    *address = (string_view){0};
    if (licence_uri(licence, uri)) {
        *address = arena_copy(arena, sv_from(uri));
        return label_of_uri(arena, *address);
    }
    if (sv_starts_with(licence, SV("https://")) || sv_starts_with(licence, SV("http://"))) {
        *address = licence;
    }
    return label_of_uri(arena, licence);
}

// --- numbers and days ------------------------------------------------------------------------

string_view day_in_words(struct arena *arena, moment m)
{
    struct page p = {.arena = arena};
    return page_date(&p, m);
}

string_view day_in_digits(struct arena *arena, moment m)
{
    char text[25];
    moment_to_text(m, text);
    return arena_print(arena, "%.10s", text);
}

static string_view grouped(struct arena *arena, const struct language *language, uint64_t count)
{
    struct buffer text;
    struct html_writer w;
    buffer_init(&text, 64);
    html_init(&w, &text);
    w.separator = language == NULL ? ',' : language->separator;
    HTML(&w, "{}", html_count(count));
    string_view copy = arena_copy(arena, buffer_view(&text));
    buffer_release(&text);
    return copy;
}

string_view count_in_words(struct arena *arena, const struct language *language, uint64_t count)
{
    static const struct {
        uint64_t unit;
        const char *name;
    } units[] = {{1000000000, "billion"}, {1000000, "million"}};
    for (size_t i = 0; i < ARRAY_LENGTH(units); i++) {
        if (count >= units[i].unit) {
            uint64_t tenths = count / (units[i].unit / 10); // cut, never more than there is
            string_view whole = grouped(arena, language, tenths / 10);
            const char *name = language_text(language, units[i].name);
            if (tenths % 10 == 0) {
                return arena_print(arena, SV_FORMAT " %s", SV_ARGUMENT(whole), name);
            }
            // Where dots stand between thousands, a comma stands before tenths.
            char point = language != NULL && language->separator == '.' ? ',' : '.';
            return arena_print(arena, SV_FORMAT "%c%u %s", SV_ARGUMENT(whole), point,
                               (unsigned)(tenths % 10), name);
        }
    }
    return grouped(arena, language, count);
}

// --- addresses -------------------------------------------------------------------------------

#define MOST_PATH ((size_t)1 << 16)

static bool is_step(string_view key)
{
    return sv_equal(key, SV(".")) || sv_equal(key, SV(".."));
}

void write_record_path(struct buffer *out, string_view table, string_view key)
{
    buffer_append_view(out, SV("/record/"));
    percent_encode(out, table);
    buffer_append_view(out, is_step(key) ? SV("?key=") : SV("/"));
    percent_encode(out, key);
}

static string_view copy_path(struct arena *arena, struct buffer *text)
{
    string_view path = text->failed ? (string_view){0} : arena_copy(arena, buffer_view(text));
    buffer_release(text);
    return path;
}

static string_view print_path(struct arena *arena, string_view start, string_view name)
{
    struct buffer text;
    buffer_init(&text, MOST_PATH);
    buffer_append_view(&text, start);
    percent_encode(&text, name);
    return copy_path(arena, &text);
}

string_view record_path(struct arena *arena, string_view table, string_view key)
{
    struct buffer text;
    buffer_init(&text, MOST_PATH);
    write_record_path(&text, table, key);
    return copy_path(arena, &text);
}

string_view record_address(struct arena *arena, string_view table, string_view key, moment version)
{
    string_view path = record_path(arena, table, key);
    if (version == 0) {
        return path;
    }
    bool asks = sv_find(path, '?') < path.length;
    return arena_print(arena, SV_FORMAT "%sversion=%lld", SV_ARGUMENT(path), asks ? "&" : "?",
                       (long long)version);
}

string_view record_cited_address(struct arena *arena, string_view table, string_view key,
                                 moment version)
{
    string_view path = record_path(arena, table, key);
    bool asks = sv_find(path, '?') < path.length; // a key that no path can hold
    return asks || version == 0
               ? record_address(arena, table, key, version)
               : arena_print(arena, SV_FORMAT "/%lld", SV_ARGUMENT(path), (long long)version);
}

string_view named_path(struct arena *arena, string_view before, string_view name)
{
    bool step = sv_equal(name, SV(".")) || sv_equal(name, SV(".."));
    return step || !value_fits_address(name) ? SV("") : print_path(arena, before, name);
}

string_view dataset_path(struct arena *arena, string_view slug)
{
    return print_path(arena, SV("/dataset/"), slug);
}

string_view parameter_of_field(struct arena *arena, string_view field)
{
    bool taken = sv_equal(field, SV("q")) || sv_equal(field, SV("query")) ||
                 sv_starts_with(field, SV("field.")) || sv_starts_with(field, SV("filter."));
    for (size_t i = 0; i < search_parameter_count && !taken; i++) {
        taken = sv_equal(field, sv_from(search_parameters[i]));
    }
    return taken ? arena_print(arena, "field." SV_FORMAT, SV_ARGUMENT(field)) : field;
}

string_view field_of_parameter(string_view parameter)
{
    static const string_view prefix = {"field.", 6};
    return sv_starts_with(parameter, prefix) ? sv_slice(parameter, prefix.length, SIZE_MAX)
                                             : parameter;
}

bool value_fits_address(string_view value)
{
    return value.length > 0 && value.length <= VALUE_LONGEST;
}

string_view search_for_value(struct arena *arena, string_view field, string_view value)
{
    struct address target;
    if (!value_fits_address(value)) {
        return (string_view){0};
    }
    address_init(&target, SV("/search"));
    address_add(&target, parameter_of_field(arena, field), query_value_write(arena, value));
    return address_print(&target, arena);
}

string_view part_value(struct arena *arena, string_view field, string_view name)
{
    return arena_print(arena, SV_FORMAT ":" SV_FORMAT, SV_ARGUMENT(field), SV_ARGUMENT(name));
}

string_view search_address(struct arena *arena, const char *name, string_view value, moment version)
{
    struct address target;
    address_init(&target, SV("/search"));
    address_add(&target, sv_from(name), value);
    if (version != 0) {
        address_add(&target, SV("version"), arena_print(arena, "%lld", (long long)version));
    }
    return address_print(&target, arena);
}

string_view excerpt(struct arena *arena, string_view text, size_t length)
{
    if (text.length <= length) {
        return text;
    }
    size_t end = length;
    while (end > 0 && text.bytes[end] != ' ') {
        end--;
    }
    if (end == 0) { // one long word: back to a character's start
        for (end = length; end > 0 && ((unsigned char)text.bytes[end] & 0xc0) == 0x80;) {
            end--;
        }
    }
    return arena_print(arena, SV_FORMAT "…", SV_ARGUMENT(sv_trim(sv_slice(text, 0, end))));
}
