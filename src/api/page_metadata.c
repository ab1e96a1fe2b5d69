// SPDX-License-Identifier: Apache-2.0
// Authors and facts from metadata records.
#include "api/page_metadata.h"

#include "formats/licence.h"

#include "api/page_text.h"
#include "api/pages/language.h"
#include "api/pages/layout.h"

static void release_json(void *root)
{
    json_decref(root);
}

const json_t *json_in_arena(struct arena *arena, string_view text)
{
    json_t *json =
        json_loadb(text.bytes == NULL ? "" : text.bytes, text.length, JSON_ALLOW_NUL, NULL);
    if (json == NULL || arena_defer(arena, release_json, json) != ST_OK) {
        return NULL;
    }
    return json;
}

string_view json_text(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_string(value)
               ? (string_view){json_string_value(value), json_string_length(value)}
               : SV("");
}

string_view dataset_licence(struct arena *arena, const struct dataset *dataset)
{
    string_view text = json_text(json_in_arena(arena, dataset->json), "licence");
    char uri[LICENCE_URI_SIZE];
    return arena_copy(arena, licence_uri(text, uri) ? sv_from(uri) : text);
}

// --- authors ---------------------------------------------------------------------------------

static string_view author_name(struct arena *arena, const json_t *author)
{
    string_view name = json_text(author, "name");
    string_view family = json_text(author, "family");
    string_view given = json_text(author, "given");
    if (name.length > 0 || family.length == 0) {
        return name;
    }
    if (given.length == 0) {
        return family;
    }
    return arena_print(arena, SV_FORMAT " " SV_FORMAT, SV_ARGUMENT(given), SV_ARGUMENT(family));
}

// An ORCID iD by itself becomes its address.
static string_view author_identifier(struct arena *arena, const json_t *author)
{
    string_view orcid = json_text(author, "orcid");
    if (orcid.length == 0 || sv_starts_with(orcid, SV("http"))) {
        return orcid;
    }
    return arena_print(arena, "https://orcid.org/" SV_FORMAT, SV_ARGUMENT(orcid));
}

status metadata_authors(struct arena *arena, const json_t *dataset, const struct author_row **out,
                        size_t *count, struct error *e)
{
    const json_t *list = json_object_get(dataset, "authors");
    size_t size = json_array_size(list);
    struct author_row *rows = arena_array(arena, struct author_row, size + 1);
    if (rows == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the authors");
    }
    size_t filled = 0;
    for (size_t i = 0; i < size; i++) {
        const json_t *author = json_array_get(list, i);
        struct author_row row = {.name = author_name(arena, author),
                                 .identifier = author_identifier(arena, author),
                                 .affiliation = json_text(author, "affiliation")};
        if (row.name.length > 0) {
            rows[filled++] = row;
        }
    }
    *out = rows;
    *count = filled;
    return ST_OK;
}

static bool begins_character(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

// "Mina Luise" gives "M.L."; "Wei-guo" and "J.-P." keep their hyphens: "W.-g.", "J.-P.".
static void append_initials(struct buffer *out, string_view given)
{
    bool start = true;
    for (size_t i = 0; i < given.length; i++) {
        char byte = given.bytes[i];
        bool apart = byte == ' ' || byte == '-' || byte == '.';
        if (start && !apart) {
            if (i > 0 && given.bytes[i - 1] == '-' && out->length > 0) {
                buffer_append_byte(out, '-');
            }
            size_t end = i + 1;
            while (end < given.length && !begins_character(given.bytes[end])) {
                end++;
            }
            buffer_append(out, given.bytes + i, end - i);
            buffer_append_byte(out, '.');
        }
        start = apart;
    }
}

// "Quillfeather M."; institutions by their whole name.
static bool append_cited(struct buffer *out, const json_t *author)
{
    string_view family = json_text(author, "family");
    string_view given = json_text(author, "given");
    string_view name = family.length > 0 ? family : json_text(author, "name");
    buffer_append_view(out, name);
    if (family.length > 0 && given.length > 0) {
        buffer_append_byte(out, ' ');
        append_initials(out, given);
    }
    return name.length > 0;
}

string_view metadata_authors_line(struct arena *arena, const json_t *dataset, size_t most)
{
    const json_t *list = json_object_get(dataset, "authors");
    size_t size = json_array_size(list);
    struct buffer line;
    size_t written = 0;
    buffer_init(&line, 64 * 1024);
    for (size_t i = 0; i < size && written < most; i++) {
        size_t before = line.length;
        if (written > 0) {
            buffer_append_view(&line, SV(", "));
        }
        if (append_cited(&line, json_array_get(list, i))) {
            written++;
        } else {
            line.length = before;
        }
    }
    if (size > most && written == most) {
        buffer_print(&line, " and %zu more", size - most);
    }
    string_view text = sv_trim(buffer_view(&line));
    text = text.length == 0 ? json_text(dataset, "organisation") : arena_copy(arena, text);
    buffer_release(&line);
    return text;
}

// --- facts -----------------------------------------------------------------------------------

struct fact_list {
    struct arena *arena;
    const struct language *language; // of the labels
    struct page_pair *facts;
    size_t count;
};

#define FACTS_MOST 24

static void add_fact(struct fact_list *list, const char *label, string_view value,
                     string_view address)
{
    if (value.length > 0 && list->count < FACTS_MOST) {
        list->facts[list->count++] =
            (struct page_pair){sv_from(language_text(list->language, label)), value, address};
    }
}

// "1836 to 2025", the two as they are written.
static string_view from_to(const struct fact_list *list, string_view start, string_view end)
{
    if (start.length == 0 || end.length == 0 || sv_equal(start, end)) {
        return start.length > 0 ? start : end;
    }
    return arena_print(list->arena, SV_FORMAT " %s " SV_FORMAT, SV_ARGUMENT(start),
                       language_text(list->language, "to"), SV_ARGUMENT(end));
}

// Names of languages by ISO 639-1 and 639-2 codes, as EML carries them.
static string_view language_name(const struct language *language, string_view code)
{
    static const struct {
        const char *codes[3];
        const char *name;
    } known[] = {
        {{"en", "eng"}, "English"},        {{"fr", "fra", "fre"}, "French"},
        {{"de", "deu", "ger"}, "German"},  {{"es", "spa"}, "Spanish"},
        {{"pt", "por"}, "Portuguese"},     {{"nl", "nld", "dut"}, "Dutch"},
        {{"it", "ita"}, "Italian"},        {{"ru", "rus"}, "Russian"},
        {{"zh", "zho", "chi"}, "Chinese"}, {{"ja", "jpn"}, "Japanese"},
        {{"la", "lat"}, "Latin"},          {{"sv", "swe"}, "Swedish"},
        {{"no", "nor"}, "Norwegian"},      {{"da", "dan"}, "Danish"},
        {{"fi", "fin"}, "Finnish"},        {{"pl", "pol"}, "Polish"},
        {{"cs", "ces", "cze"}, "Czech"},   {{"uk", "ukr"}, "Ukrainian"},
        {{"id", "ind"}, "Indonesian"},     {{"ko", "kor"}, "Korean"},
        {{"et", "est"}, "Estonian"},       {{"cy", "cym", "wel"}, "Welsh"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(known); i++) {
        for (size_t k = 0; k < 3 && known[i].codes[k] != NULL; k++) {
            if (sv_equal_ignore_case(code, sv_from(known[i].codes[k]))) {
                return sv_from(language_text(language, known[i].name));
            }
        }
    }
    return code;
}

static void add_identifier(struct fact_list *list, const json_t *dataset)
{
    string_view doi = json_text(dataset, "doi");
    if (sv_starts_with(doi, SV("10."))) {
        add_fact(list, "DOI given by its source", doi,
                 arena_print(list->arena, "https://doi.org/" SV_FORMAT, SV_ARGUMENT(doi)));
    }
}

// Role mailboxes only (rule I1): what EML's reader leaves of addresses.
static void add_contacts(struct fact_list *list, const json_t *dataset)
{
    const json_t *contacts = json_object_get(dataset, "contacts");
    for (size_t i = 0; i < json_array_size(contacts) && i < 5; i++) {
        const json_t *contact = json_array_get(contacts, i);
        string_view email = json_text(contact, "email");
        string_view name = json_text(contact, "name");
        string_view role = json_text(contact, "role");
        if (email.length == 0) {
            continue;
        }
        string_view label = role.length > 0 ? role : name.length > 0 ? name : email;
        add_fact(list, "Contact", label,
                 arena_print(list->arena, "mailto:" SV_FORMAT, SV_ARGUMENT(email)));
    }
}

// A whole date in words, as pages write dates; other texts as they are.
static string_view date_in_words(const struct fact_list *list, string_view text)
{
    struct date_interval day;
    bool whole = text.length == 10 && date_interval_from_text(text, &day);
    const struct page_site site = {.language = list->language};
    struct page words = {.arena = list->arena, .site = &site};
    return whole ? page_date(&words, day.start) : text;
}

// EML's maintUpFreqType; other texts as they are.
string_view update_frequency_words(const struct language *language, string_view frequency)
{
    static const char *const words[][2] = {
        {"annually", "once a year"},
        {"asNeeded", "as needed"},
        {"biannually", "twice a year"},
        {"continually", "continually"},
        {"daily", "daily"},
        {"irregular", "irregularly"},
        {"monthly", "monthly"},
        {"notPlanned", "not planned"},
        {"weekly", "weekly"},
        {"unknown", "unknown"},
        {"otherMaintenancePeriod", "at other times"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        if (sv_equal(frequency, sv_from(words[i][0]))) {
            return sv_from(language_text(language, words[i][1]));
        }
    }
    return frequency;
}

status metadata_facts(struct arena *arena, const struct language *language, const json_t *dataset,
                      const struct page_pair **out, size_t *count, struct error *e)
{
    struct fact_list list = {.arena = arena,
                             .language = language,
                             .facts = arena_array(arena, struct page_pair, FACTS_MOST)};
    const json_t *time = json_object_get(dataset, "temporal");
    string_view address = {0};
    if (list.facts == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the dataset's facts");
    }
    string_view licence = licence_label(arena, json_text(dataset, "licence"), &address);
    add_fact(&list, "Licence",
             licence.length > 0 ? licence : sv_from(language_text(language, "not stated")),
             address);
    add_fact(&list, "Published by", json_text(dataset, "organisation"), SV(""));
    add_fact(&list, "Category", json_text(dataset, "category"), SV(""));
    add_fact(&list, "Time covered",
             from_to(&list, json_text(time, "start"), json_text(time, "end")), SV(""));
    add_fact(&list, "Place covered", json_text(json_object_get(dataset, "spatial"), "description"),
             SV(""));
    add_fact(&list, "Updated",
             update_frequency_words(language, json_text(dataset, "updateFrequency")), SV(""));
    add_fact(&list, "First published", date_in_words(&list, json_text(dataset, "published")),
             SV(""));
    add_fact(&list, "Language", language_name(language, json_text(dataset, "language")), SV(""));
    add_identifier(&list, dataset);
    add_contacts(&list, dataset);
    *out = list.facts;
    *count = list.count;
    return ST_OK;
}
