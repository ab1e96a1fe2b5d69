// SPDX-License-Identifier: Apache-2.0
// Reads lists of HTTP headers with weights.
#include "http/negotiate.h"

// "0", "0.25", "1.000" as thousandths; anything else counts as 1.
static int parse_weight(string_view text)
{
    if (text.length == 0 || text.bytes[0] < '0' || text.bytes[0] > '1') {
        return 1000;
    }
    int weight = text.bytes[0] == '1' ? 1000 : 0;
    int place = 100;
    for (size_t i = 2; i < text.length && i < 5 && weight < 1000; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9') {
            break;
        }
        weight += (text.bytes[i] - '0') * place;
        place /= 10;
    }
    return weight;
}

// One element of a list: the name before the first ';', and its q parameter.
static string_view element_name(string_view element, int *weight)
{
    *weight = 1000;
    string_view name = {0};
    string_view part = {0};
    bool first = true;
    while (sv_split(&element, ';', &part)) {
        part = sv_trim(part);
        if (first) {
            name = part;
            first = false;
        } else if (sv_equal_ignore_case(sv_slice(part, 0, 2), SV("q="))) {
            *weight = parse_weight(sv_trim(sv_slice(part, 2, SIZE_MAX)));
        }
    }
    return name;
}

// How well a range such as "text/*" fits: 3 exactly, 2 by type, 1 for everything, 0 not at all.
static int range_fit(string_view range, string_view media_type)
{
    if (sv_equal_ignore_case(range, media_type)) {
        return 3;
    }
    if (sv_equal(range, SV("*/*"))) {
        return 1;
    }
    size_t slash = sv_find(range, '/');
    bool any_subtype = sv_equal(sv_slice(range, slash, SIZE_MAX), SV("/*"));
    size_t length = slash + 1;
    return any_subtype &&
                   sv_equal_ignore_case(sv_slice(range, 0, length), sv_slice(media_type, 0, length))
               ? 2
               : 0;
}

int accept_weight(string_view header, string_view media_type)
{
    if (sv_trim(header).length == 0) {
        return 1000;
    }
    int best_fit = 0;
    int result = 0;
    string_view element = {0};
    while (sv_split(&header, ',', &element)) {
        int weight = 0;
        int fit = range_fit(element_name(element, &weight), media_type);
        if (fit > best_fit) {
            best_fit = fit;
            result = weight;
        }
    }
    return result;
}

size_t accept_best(string_view header, const char *const *offers, size_t count)
{
    size_t best = count;
    int best_weight = 0;
    for (size_t i = 0; i < count; i++) {
        int weight = accept_weight(header, sv_from(offers[i]));
        if (weight > best_weight) {
            best_weight = weight;
            best = i;
        }
    }
    return best;
}

int accept_language_weight(string_view header, string_view language)
{
    int best = 0;
    string_view element = {0};
    while (sv_split(&header, ',', &element)) {
        int weight = 0;
        string_view range = element_name(element, &weight);
        string_view rest = sv_slice(range, language.length, SIZE_MAX);
        if (sv_equal_ignore_case(sv_slice(range, 0, language.length), language) &&
            (rest.length == 0 || rest.bytes[0] == '-')) {
            best = MAX(best, weight);
        }
    }
    return best;
}

bool accept_encoding_allows(string_view header, string_view coding)
{
    bool named = false;
    bool allowed = false;
    string_view element = {0};
    while (sv_split(&header, ',', &element)) {
        int weight = 0;
        string_view name = element_name(element, &weight);
        if (sv_equal_ignore_case(name, coding)) {
            return weight > 0;
        }
        if (sv_equal(name, SV("*"))) {
            named = true;
            allowed = weight > 0;
        }
    }
    return named && allowed;
}

static string_view opaque_part(string_view etag)
{
    return sv_starts_with(etag, SV("W/")) ? sv_slice(etag, 2, SIZE_MAX) : etag;
}

bool etag_listed(string_view header, string_view etag)
{
    string_view wanted = opaque_part(etag);
    string_view element = {0};
    if (sv_equal(sv_trim(header), SV("*"))) {
        return true;
    }
    while (sv_split(&header, ',', &element)) {
        if (wanted.length > 0 && sv_equal(opaque_part(sv_trim(element)), wanted)) {
            return true;
        }
    }
    return false;
}
