// SPDX-License-Identifier: Apache-2.0
// Reads GBIF's literature and downloads.
#include "portal/gather_read.h"

#include "base/buffer.h"
#include "base/uuid.h"

#define RESULTS_MOST ((size_t)10000) // of one page

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for what GBIF answered");
}

// "results" of a page, and whether it is the last.
static status results_of(const json_t *answer, const json_t **out, bool *end, struct error *e)
{
    const json_t *last = json_object_get(answer, "endOfRecords");
    *out = json_object_get(answer, "results");
    if (!json_is_array(*out) || !json_is_boolean(last) || json_array_size(*out) > RESULTS_MOST) {
        return error_set(e, ST_BAD_DATA,
                         "GBIF's answer is no page: it has no \"results\" and \"endOfRecords\"");
    }
    *end = json_is_true(last) || json_array_size(*out) == 0;
    return ST_OK;
}

bool gbif_is_key(string_view key)
{
    for (size_t i = 0; i < key.length; i++) {
        char c = key.bytes[i];
        bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!fits && c != '-') {
            return false;
        }
    }
    return key.length > 0 && key.length <= 60;
}

// --- papers ------------------------------------------------------------------------------------

// CSL's names of GBIF's types.
static string_view type_of(string_view type)
{
    static const char *const types[][2] = {
        {"JOURNAL", "article-journal"}, {"BOOK", "book"},
        {"BOOK_SECTION", "chapter"},    {"CONFERENCE_PROCEEDINGS", "paper-conference"},
        {"THESIS", "thesis"},           {"REPORT", "report"},
        {"WORKING_PAPER", "report"},    {"WEB_PAGE", "webpage"}};
    for (size_t i = 0; i < ARRAY_LENGTH(types); i++) {
        if (sv_equal(type, sv_from(types[i][0]))) {
            return sv_from(types[i][1]);
        }
    }
    return SV("");
}

// "Smith, J.; Jones, A."
static string_view authors_of(struct arena *arena, const json_t *list)
{
    struct buffer b;
    buffer_init(&b, LITERATURE_LIMIT_TEXT);
    for (size_t i = 0; i < json_array_size(list) && !b.failed; i++) {
        const json_t *one = json_array_get(list, i);
        string_view last = literature_member(arena, one, "lastName");
        string_view first = literature_member(arena, one, "firstName");
        size_t before = b.length;
        if (last.length + first.length > 0) {
            buffer_print(&b, "%s" SV_FORMAT "%s" SV_FORMAT, b.length > 0 ? "; " : "",
                         SV_ARGUMENT(last), last.length > 0 && first.length > 0 ? ", " : "",
                         SV_ARGUMENT(first));
        }
        b.length = b.failed ? before : b.length;
    }
    string_view out = b.length == 0 ? SV("") : arena_copy(arena, buffer_view(&b));
    buffer_release(&b);
    return out;
}

// Downloads' are texts, occurrences' are numbers.
static string_view key_of(struct arena *arena, const json_t *key)
{
    json_int_t number = json_integer_value(key);
    return json_is_string(key) ? literature_text(arena, sv_from(json_string_value(key)))
           : number > 0        ? arena_print(arena, "%lld", (long long)number)
                               : SV("");
}

static status read_keys(const json_t *list, struct arena *arena, const string_view **out,
                        size_t *out_count, struct error *e)
{
    size_t count = MIN(json_array_size(list), GATHER_LIMIT_KEYS);
    string_view *keys = arena_array(arena, string_view, count + 1);
    if (keys == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        string_view key = key_of(arena, json_array_get(list, i));
        if (gbif_is_key(key)) {
            keys[(*out_count)++] = key;
        }
    }
    *out = keys;
    return ST_OK;
}

static status read_paper(const json_t *one, struct arena *arena, struct gbif_paper *out,
                         struct error *e)
{
    const json_t *identifiers = json_object_get(one, "identifiers");
    json_int_t year = json_integer_value(json_object_get(one, "year"));
    *out = (struct gbif_paper){.download_count = 0};
    out->publication = (struct publication){
        .doi = literature_doi(arena, literature_member(arena, identifiers, "doi")),
        .title = literature_member(arena, one, "title"),
        .authors = authors_of(arena, json_object_get(one, "authors")),
        .venue = literature_member(arena, one, "source"),
        .type = type_of(literature_member(arena, one, "literatureType")),
        .address = literature_address(arena, literature_member(arena, one, "websites")),
        .year = year >= 1000 && year <= 2999 ? (int32_t)year : 0,
    };
    TRY(read_keys(json_object_get(one, "gbifDownloadKey"), arena, &out->downloads,
                  &out->download_count, e));
    return read_keys(json_object_get(one, "gbifOccurrenceKey"), arena, &out->occurrences,
                     &out->occurrence_count, e);
}

status gbif_read_papers(const json_t *answer, struct arena *arena, struct gbif_papers *out,
                        struct error *e)
{
    const json_t *results = NULL;
    *out = (struct gbif_papers){.count = 0};
    TRY(results_of(answer, &results, &out->end, e));
    out->list = arena_array(arena, struct gbif_paper, json_array_size(results) + 1);
    if (out->list == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < json_array_size(results); i++) {
        struct gbif_paper *one = &out->list[out->count];
        TRY(read_paper(json_array_get(results, i), arena, one, e));
        bool named = one->publication.doi.length > 0 || one->publication.title.length > 0;
        out->count += named;
        out->left_out += !named;
    }
    return ST_OK;
}

// --- downloads -----------------------------------------------------------------------------------

status gbif_read_download(const json_t *answer, struct arena *arena, struct gbif_download *out,
                          struct error *e)
{
    const json_t *request = json_object_get(answer, "request");
    struct date_interval created;
    *out = (struct gbif_download){.created = 0};
    if (!json_is_object(request)) {
        return error_set(e, ST_BAD_DATA, "GBIF's answer is no download: it has no \"request\"");
    }
    out->doi = literature_doi(arena, literature_member(arena, answer, "doi"));
    if (date_interval_from_text(literature_member(arena, answer, "created"), &created)) {
        out->created = created.end;
    }
    out->predicate = json_object_get(request, "predicate");
    out->sql = json_is_string(json_object_get(request, "sql"));
    return ST_OK;
}

// "datasetKey", in lower case; "" where it is none.
static string_view dataset_of(struct arena *arena, const json_t *object)
{
    struct uuid uuid;
    char text[37];
    if (!uuid_from_text(literature_member(arena, object, "datasetKey"), &uuid)) {
        return SV("");
    }
    uuid_to_text(&uuid, text);
    return arena_copy(arena, sv_from(text));
}

void gbif_read_occurrence(const json_t *answer, struct arena *arena, string_view *dataset,
                          string_view *name)
{
    *dataset = dataset_of(arena, answer);
    *name = literature_member(arena, answer, "occurrenceID");
}

status gbif_read_delivered(const json_t *answer, struct arena *arena, struct gbif_delivered **out,
                           size_t *count, bool *end, struct error *e)
{
    const json_t *results = NULL;
    *count = 0;
    TRY(results_of(answer, &results, end, e));
    *out = arena_array(arena, struct gbif_delivered, json_array_size(results) + 1);
    if (*out == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < json_array_size(results); i++) {
        const json_t *one = json_array_get(results, i);
        json_int_t records = json_integer_value(json_object_get(one, "numberRecords"));
        string_view key = dataset_of(arena, one);
        if (key.length > 0) {
            (*out)[(*count)++] = (struct gbif_delivered){key, records > 0 ? (uint64_t)records : 0};
        }
    }
    return ST_OK;
}

void gbif_read_taxon(const json_t *answer, struct arena *arena, string_view *rank,
                     string_view *name)
{
    *rank = literature_member(arena, answer, "rank");
    *name = literature_member(arena, answer, "canonicalName");
}
