// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/suggest/any: what a search box offers while somebody types: values of the fields that
// people ask for (names, places, people, numbers, years), each with the parameter that finds it.
// What people read of it is in the language that the request would rather have.
#include "api/accepted_language.h"
#include "api/page_text.h"
#include "api/pages/layout.h"
#include "api/pages/terms.h"
#include "api/search_answer.h"
#include "formats/json_write.h"

#define EACH_FIELD   ((size_t)3)
#define IN_ALL       ((size_t)12)
#define SHORTEST     ((size_t)2) // bytes: nobody is helped by what begins with one letter
#define LONGEST_WORD ((size_t)200)

// In the order in which they are offered.
const char *const suggest_any_fields[] = {
    "scientificName", "vernacularName", "genus",          "family",     "order",
    "class",          "country",        "stateProvince",  "recordedBy", "catalogNumber",
    "locality",       "typeStatus",     "collectionCode", NULL};

struct offering {
    struct search_input *input;
    struct arena *arena;
    struct buffer *out;
    struct page words; // in the reader's language
    string_view prefix;
    size_t count;
};

static string_view text_of(struct offering *o, string_view field, string_view value)
{
    return sv_equal(field, SV("country")) ? say_country(&o->words, value) : value;
}

static void write_one(struct offering *o, string_view field, string_view value, uint64_t count)
{
    static const char *const names[] = {"field", "label", "parameter", "value", "text"};
    const string_view texts[] = {field, term_words(&o->words, field),
                                 parameter_of_field(o->arena, field),
                                 query_value_write(o->arena, value), text_of(o, field, value)};
    buffer_append_view(o->out, o->count > 0 ? SV(",{") : SV("{"));
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        json_write_string(o->out, sv_from(names[i]));
        buffer_append_byte(o->out, ':');
        json_write_string(o->out, texts[i]);
        buffer_append_byte(o->out, ',');
    }
    buffer_print(o->out, "\"count\":%llu}", (unsigned long long)count);
    o->count++;
}

// A field that none of the tables has offers nothing.
static status offer_field(struct offering *o, const char *field, struct error *e)
{
    const struct search_facet_value *values = NULL;
    struct error trouble = {0};
    size_t count = 0;
    status result =
        search_suggest_words(o->input->view.snapshot, &scope_public, o->arena, &o->input->request,
                             sv_from(field), o->prefix, EACH_FIELD, &values, &count, &trouble);
    if (result == ST_INVALID && sv_equal(sv_from(trouble.field), sv_from(field))) {
        return ST_OK;
    }
    if (result != ST_OK) {
        *e = trouble;
        return result;
    }
    for (size_t i = 0; i < count && o->count < IN_ALL; i++) {
        if (value_fits_address(values[i].value)) {
            write_one(o, sv_from(field), values[i].value, values[i].count);
        }
    }
    return ST_OK;
}

// Four digits are a year.
static status offer_year(struct offering *o, struct error *e)
{
    uint64_t year = 0;
    if (o->prefix.length != 4 || !sv_to_uint64(o->prefix, &year)) {
        return ST_OK;
    }
    return offer_field(o, "year", e);
}

static bool known_in_language(const struct view *view, const struct language *language,
                              struct http_request *request, struct http_response *response)
{
    const char *code = language == NULL ? "en" : language->code;
    http_response_header(response, "Vary", SV("Accept-Language"));
    http_response_header(response, "Content-Language", sv_from(code));
    return view_not_modified_in(view, code, request, response);
}

status api_suggest_any(void *context, struct http_request *request, struct http_response *response,
                       struct error *e)
{
    static const char *const own[] = {"prefix", NULL};
    struct search_input input;
    string_view prefix = SV("");
    bool found = false;
    TRY(search_input_refuse_page(request, e));
    TRY(http_request_parameter(request, "prefix", &prefix, &found, e));
    if (prefix.length > LONGEST_WORD) {
        return error_set_field(e, ST_INVALID, "prefix", "a prefix has at most %zu bytes",
                               LONGEST_WORD);
    }
    TRY(search_input_from_parameters(context, request, own, &input, e));
    const struct page_site site = {.language = accepted_language(request)};
    if (known_in_language(&input.view, site.language, request, response)) {
        return ST_OK;
    }
    input.request.cancelled = http_request_cancelled;
    input.request.cancelled_argument = request;
    struct offering o = {.input = &input,
                         .arena = request->arena,
                         .out = &response->body,
                         .words = {.arena = request->arena, .site = &site},
                         .prefix = sv_trim(prefix)};
    answer_begin(&input.view, response);
    buffer_append_view(&response->body, SV(",\"prefix\":"));
    json_write_string(&response->body, prefix);
    buffer_append_view(&response->body, SV(",\"suggestions\":["));
    if (o.prefix.length < SHORTEST) { // what else is asked is to be right all the same
        struct search_result result;
        input.request.limit = 0;
        input.request.count_only = true;
        TRY(search_run(input.view.snapshot, &scope_public, request->arena, &input.request, &result,
                       e));
    } else {
        TRY(offer_year(&o, e));
        for (size_t i = 0; suggest_any_fields[i] != NULL && o.count < IN_ALL; i++) {
            TRY(offer_field(&o, suggest_any_fields[i], e));
        }
    }
    buffer_append_view(&response->body, SV("]}\n"));
    return ST_OK;
}
