// SPDX-License-Identifier: Apache-2.0
// Recognising licences.
#include "formats/licence.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define LONGEST_SPELLING ((size_t)160)

// The parts that make up a Creative Commons licence, and the words that say nothing.
enum licence_part {
    PART_NONE = 0,
    PART_CC = 1,
    PART_BY = 2,
    PART_NC = 4,
    PART_SA = 8,
    PART_ND = 16,
    PART_ZERO = 32,
    PART_DOMAIN = 64, // "public domain" alone is no licence, beside CC0 it says the same
};

static const struct {
    const char *word;
    unsigned parts;
} words[] = {
    {"cc", PART_CC},
    {"creativecommons", PART_CC},
    {"creative", PART_CC},
    {"commons", PART_CC},
    {"by", PART_BY},
    {"ccby", PART_CC | PART_BY},
    {"attribution", PART_BY},
    {"nc", PART_NC},
    {"noncommercial", PART_NC},
    {"sa", PART_SA},
    {"sharealike", PART_SA},
    {"nd", PART_ND},
    {"noderivatives", PART_ND},
    {"noderivs", PART_ND},
    {"zero", PART_ZERO},
    {"cc0", PART_CC | PART_ZERO},
    {"cczero", PART_CC | PART_ZERO},
    {"0", PART_ZERO},
    {"publicdomain", PART_DOMAIN},
    {"dedication", PART_DOMAIN},
    {"license", PART_NONE},
    {"licence", PART_NONE},
    {"international", PART_NONE},
    {"unported", PART_NONE},
    {"generic", PART_NONE},
    {"universal", PART_NONE},
    {"version", PART_NONE},
    {"v", PART_NONE},
    {"waiver", PART_NONE},
    {"the", PART_NONE},
    {"a", PART_NONE},
    {"under", PART_NONE},
};

// Two words that are one.
static const char *const joined[][3] = {
    {"non", "commercial", "noncommercial"}, {"share", "alike", "sharealike"},
    {"no", "derivatives", "noderivatives"}, {"no", "derivs", "noderivs"},
    {"public", "domain", "publicdomain"},
};

static const char *const versions[] = {"1.0", "2.0", "2.5", "3.0", "4.0"};

// Licences of others, by the spellings met; compared without case.
static const struct {
    const char *spelling;
    const char *uri;
} others[] = {
    {"OGL", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
    {"OGL v3", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
    {"OGL v3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
    {"OGL-UK-3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
    {"Open Government Licence v3.0",
     "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
    {"http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
     "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
    {"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
     "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
    {"ODbL", "https://opendatacommons.org/licenses/odbl/1-0/"},
    {"ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"},
    {"Open Database License", "https://opendatacommons.org/licenses/odbl/1-0/"},
    {"http://opendatacommons.org/licenses/odbl/1.0/",
     "https://opendatacommons.org/licenses/odbl/1-0/"},
    {"http://www.opendatacommons.org/licenses/odbl/1.0/",
     "https://opendatacommons.org/licenses/odbl/1-0/"},
    {"ODC-BY", "https://opendatacommons.org/licenses/by/1-0/"},
    {"ODC-BY-1.0", "https://opendatacommons.org/licenses/by/1-0/"},
    {"http://www.opendatacommons.org/licenses/by/1.0/",
     "https://opendatacommons.org/licenses/by/1-0/"},
    {"PDDL", "https://opendatacommons.org/licenses/pddl/1-0/"},
    {"ODC PDDL", "https://opendatacommons.org/licenses/pddl/1-0/"},
    {"http://www.opendatacommons.org/licenses/pddl/1.0/",
     "https://opendatacommons.org/licenses/pddl/1-0/"},
};

static bool is_version(const char *text)
{
    for (size_t i = 0; i < ARRAY_LENGTH(versions); i++) {
        if (strcmp(text, versions[i]) == 0) {
            return true;
        }
    }
    return false;
}

// Writes the URI of a set of parts; false when they are no licence.
static bool write_uri(unsigned parts, const char *version, const char *country, char *out)
{
    if ((parts & PART_ZERO) != 0) {
        bool fits = (parts & (PART_BY | PART_NC | PART_SA | PART_ND)) == 0 &&
                    (version[0] == '\0' || strcmp(version, "1.0") == 0);
        (void)snprintf(out, LICENCE_URI_SIZE, "https://creativecommons.org/publicdomain/zero/1.0/");
        return fits;
    }
    bool excluded = (parts & PART_SA) != 0 && (parts & PART_ND) != 0;
    if ((parts & PART_BY) == 0 || excluded || (parts & PART_DOMAIN) != 0) {
        return false;
    }
    (void)snprintf(out, LICENCE_URI_SIZE, "https://creativecommons.org/licenses/by%s%s%s/%s/%s%s",
                   (parts & PART_NC) != 0 ? "-nc" : "", (parts & PART_SA) != 0 ? "-sa" : "",
                   (parts & PART_ND) != 0 ? "-nd" : "", version[0] == '\0' ? "4.0" : version,
                   country, country[0] == '\0' ? "" : "/");
    return true;
}

// ---- addresses ------------------------------------------------------------------------------

// Takes a path segment off; lower-cased into `out`.
static bool take_segment(string_view *path, char *out, size_t size)
{
    size_t length = 0;
    while (length < path->length && length + 1 < size) {
        unsigned char byte = (unsigned char)path->bytes[length];
        if (isalnum(byte) == 0 && byte != '-' && byte != '.') {
            break;
        }
        out[length++] = (char)tolower(byte);
    }
    while (length > 0 && out[length - 1] == '.') {
        length--; // the end of a sentence
    }
    out[length] = '\0';
    *path = sv_slice(*path, length, SIZE_MAX);
    if (path->length > 0 && path->bytes[0] == '/') {
        *path = sv_slice(*path, 1, SIZE_MAX);
    }
    return length > 0;
}

static unsigned parts_of_code(const char *code)
{
    static const struct {
        const char *code;
        unsigned parts;
    } codes[] = {
        {"by", PART_BY},
        {"by-nc", PART_BY | PART_NC},
        {"by-sa", PART_BY | PART_SA},
        {"by-nd", PART_BY | PART_ND},
        {"by-nc-sa", PART_BY | PART_NC | PART_SA},
        {"by-nc-nd", PART_BY | PART_NC | PART_ND},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(codes); i++) {
        if (strcmp(code, codes[i].code) == 0) {
            return codes[i].parts;
        }
    }
    return PART_NONE;
}

// What follows "creativecommons.org/".
static bool read_address(string_view path, char *out)
{
    char kind[16];
    char code[16];
    char version[8];
    char country[8];
    if (!take_segment(&path, kind, sizeof kind)) {
        return false;
    }
    bool has_code = take_segment(&path, code, sizeof code);
    bool has_version = take_segment(&path, version, sizeof version);
    bool has_country = take_segment(&path, country, sizeof country);
    if (!has_code || (has_version && !is_version(version))) {
        return false;
    }
    if (!has_country || strlen(country) != 2 || !has_version || strcmp(version, "4.0") == 0) {
        country[0] = '\0'; // "legalcode", "deed.pt" and the like
    }
    if (strcmp(kind, "publicdomain") == 0) {
        if (strcmp(code, "mark") == 0) {
            (void)snprintf(out, LICENCE_URI_SIZE,
                           "https://creativecommons.org/publicdomain/mark/1.0/");
            return true;
        }
        return strcmp(code, "zero") == 0 && write_uri(PART_ZERO, "", "", out);
    }
    bool is_licence = strcmp(kind, "licenses") == 0 || strcmp(kind, "licences") == 0;
    unsigned parts = parts_of_code(code);
    return is_licence && parts != PART_NONE && write_uri(parts, version, country, out);
}

// Looks for addresses in a text; true when there is one, or the same one again.
static bool find_address(string_view text, char *out)
{
    static const char host[] = "creativecommons.org/";
    size_t length = sizeof host - 1;
    bool found = false;
    for (size_t at = 0; at + length <= text.length; at++) {
        if (!sv_equal_ignore_case(sv_slice(text, at, length), SV("creativecommons.org/"))) {
            continue;
        }
        char uri[LICENCE_URI_SIZE];
        if (!read_address(sv_slice(text, at + length, SIZE_MAX), uri)) {
            continue;
        }
        if (found && strcmp(uri, out) != 0) {
            return false;
        }
        memcpy(out, uri, sizeof uri);
        found = true;
    }
    return found;
}

// ---- spellings ------------------------------------------------------------------------------

// What a spelling has been read to say so far.
struct spelling {
    unsigned parts;
    char version[24];
    char previous[24]; // a word that may be the first of two
};

// Takes letters, or digits and dots, off the text; lower-cased. False at the end, or when a word is
// longer than any that is known.
static bool take_word(string_view *text, char *out, size_t size)
{
    size_t at = 0;
    while (at < text->length && isalnum((unsigned char)text->bytes[at]) == 0) {
        at++;
    }
    size_t length = 0;
    bool is_number = at < text->length && isdigit((unsigned char)text->bytes[at]) != 0;
    while (at < text->length) {
        unsigned char byte = (unsigned char)text->bytes[at];
        bool next_is_digit =
            at + 1 < text->length && isdigit((unsigned char)text->bytes[at + 1]) != 0;
        bool is_point = is_number && (byte == '.' || byte == '_') && next_is_digit;
        bool is_cc0 = byte == '0' && length == 2 && out[0] == 'c' && out[1] == 'c';
        bool ends_letters = !is_number && isdigit(byte) != 0 && !is_cc0; // "v3.0", "BY4.0"
        if (ends_letters || (!is_point && isalnum(byte) == 0)) {
            break;
        }
        if (length + 1 == size) {
            return false;
        }
        out[length++] = is_point ? '.' : (char)tolower(byte);
        at++;
    }
    out[length] = '\0';
    *text = sv_slice(*text, at, SIZE_MAX);
    return length > 0;
}

static bool join_words(struct spelling *s, char *word, size_t size)
{
    for (size_t i = 0; i < ARRAY_LENGTH(joined); i++) {
        if (strcmp(s->previous, joined[i][0]) == 0 && strcmp(word, joined[i][1]) == 0) {
            (void)snprintf(word, size, "%s", joined[i][2]);
            s->previous[0] = '\0';
            return true;
        }
    }
    return s->previous[0] == '\0';
}

static bool begins_pair(const char *word)
{
    for (size_t i = 0; i < ARRAY_LENGTH(joined); i++) {
        if (strcmp(word, joined[i][0]) == 0) {
            return true;
        }
    }
    return false;
}

// False when the word has no place in the name of a licence.
static bool add_word(struct spelling *s, char *word, size_t size)
{
    if (!join_words(s, word, size)) {
        return false;
    }
    if (begins_pair(word)) {
        (void)snprintf(s->previous, sizeof s->previous, "%s", word);
        return true;
    }
    if (is_version(word)) {
        bool is_new = s->version[0] == '\0' || strcmp(s->version, word) == 0;
        (void)snprintf(s->version, sizeof s->version, "%s", word);
        return is_new;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        if (strcmp(word, words[i].word) == 0) {
            s->parts |= words[i].parts;
            return true;
        }
    }
    return false;
}

static bool read_spelling(string_view text, char *out)
{
    struct spelling s = {0};
    char word[24];
    if (text.length > LONGEST_SPELLING) {
        return false;
    }
    while (sv_trim(text).length > 0) {
        if (!take_word(&text, word, sizeof word)) {
            break;
        }
        if (!add_word(&s, word, sizeof word)) {
            return false;
        }
    }
    // "by" alone is a word of English, and "zero" a number.
    bool says_enough = (s.parts & (PART_CC | PART_NC | PART_SA | PART_ND)) != 0;
    bool all_read = s.previous[0] == '\0' && sv_trim(text).length <= 3;
    return says_enough && all_read && write_uri(s.parts, s.version, "", out);
}

bool licence_uri(string_view text, char out[LICENCE_URI_SIZE])
{
    text = sv_trim(text);
    for (size_t i = 0; i < ARRAY_LENGTH(others); i++) {
        if (sv_equal_ignore_case(text, sv_from(others[i].spelling))) {
            (void)snprintf(out, LICENCE_URI_SIZE, "%s", others[i].uri);
            return true;
        }
    }
    char uri[LICENCE_URI_SIZE];
    if (find_address(text, uri) || read_spelling(text, uri)) {
        memcpy(out, uri, sizeof uri);
        return true;
    }
    return false;
}

bool licence_is_open(string_view uri)
{
    static const char *const parts[] = {
        "creativecommons.org/publicdomain/",
        "creativecommons.org/licenses/by/",
        "creativecommons.org/licenses/by-sa/",
        "nationalarchives.gov.uk/doc/open-government-licence/",
        "opendatacommons.org/licenses/",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(parts) && uri.length > 0; i++) {
        if (memmem(uri.bytes, uri.length, parts[i], strlen(parts[i])) != NULL) {
            return true;
        }
    }
    return false;
}
