// SPDX-License-Identifier: Apache-2.0
// From names of countries to codes, and back to the names that records write.
#include "api/page_portrait_country.h"

#include "api/page_searches.h"
#include "api/page_text.h"
#include "base/fold.h"
#include "formats/json_write.h"
#include "query/country_codes.h"

#define NAME            SV("country")
#define CODE            SV("countryCode")
#define SPELLINGS_ASKED ((size_t)24) // of records without a code
#define SPELLINGS_SHOWN ((size_t)24)
#define ADDRESS_ROOM    ((size_t)6000) // bytes of the term

// --- searches --------------------------------------------------------------------------------

static void ask(const struct search_filling *f, struct address *out)
{
    address_init(out, SV("/search"));
    if (!f->site.view.newest) {
        address_add(out, SV("version"),
                    arena_print(f->arena, "%lld", (long long)f->site.view.version));
    }
}

static void ask_value(const struct search_filling *f, struct address *out, string_view field,
                      string_view value)
{
    address_add(out, field, query_value_write(f->arena, value));
}

// The values of a field among the records of an address; none where no table has such fields.
static status count_values(struct search_filling *f, const struct address *state, string_view field,
                           size_t limit, struct search_facet *out, struct error *e)
{
    struct search_facet_request facet = {.field = field, .limit = limit};
    struct search_input *input = arena_new(f->arena, struct search_input);
    struct search_result result = {0};
    struct error absent = {0};
    if (input == NULL) {
        return search_page_no_memory(e);
    }
    *out = (struct search_facet){.field = field};
    status done = page_search_of(f->api, f->request, &f->site.view, state, input, &absent);
    if (done == ST_OK) {
        input->request.facets = &facet;
        input->request.facet_count = 1;
        input->request.limit = 0;
        done = search_run(f->site.view.snapshot, &scope_public, f->arena, &input->request, &result,
                          &absent);
    }
    if (done == ST_OK) {
        *out = result.facets[0];
    } else if (done != ST_INVALID) {
        *e = absent;
        return done;
    }
    return ST_OK;
}

static status count_records(struct search_filling *f, const struct address *state, uint64_t *out,
                            struct error *e)
{
    struct error absent = {0};
    status done = page_count(f->api, f->request, &f->site.view, state, out, &absent);
    if (done != ST_OK && done != ST_INVALID) {
        *e = absent;
        return done;
    }
    *out = done == ST_OK ? *out : 0;
    return ST_OK;
}

// --- names -----------------------------------------------------------------------------------

static const struct country_code *code_of_name(string_view name)
{
    for (size_t i = 0; i < country_code_count; i++) {
        const struct country_code *c = &country_codes[i];
        if (fold_case_equal(name, sv_from(c->name)) ||
            (c->other_name != NULL && fold_case_equal(name, sv_from(c->other_name)))) {
            return c;
        }
    }
    return country_code_find(name);
}

// The code that most records of a spelling have.
static status code_of_spelling(struct search_filling *f, string_view name,
                               const struct country_code **out, struct error *e)
{
    struct address *state = arena_new(f->arena, struct address);
    struct search_facet facet;
    if (state == NULL) {
        return search_page_no_memory(e);
    }
    ask(f, state);
    ask_value(f, state, NAME, name);
    TRY(count_values(f, state, CODE, 1, &facet, e));
    *out = facet.value_count == 0 ? NULL : country_code_find(facet.values[0].value);
    return ST_OK;
}

// --- the search ------------------------------------------------------------------------------

static void write_term(struct buffer *out, const struct country_code *code,
                       const string_view *names, size_t count)
{
    buffer_print(out,
                 "[{\"string_equals\":{\"fields\":[\"countryCode\"],\"value\":\"%s\"}},"
                 "{\"and\":[{\"missing\":{\"fields\":[\"countryCode\"]}},"
                 "{\"in\":{\"fields\":[\"country\"],\"values\":[",
                 code->code);
    for (size_t i = 0; i < count; i++) {
        buffer_append_view(out, i == 0 ? SV("") : SV(","));
        json_write_string(out, names[i]);
    }
    buffer_append_view(out, SV("]}}]}]"));
}

// Those of the names that records without a code bear.
static status uncoded_names(struct search_filling *f, const struct country_code *code,
                            const struct search_facet *spellings, string_view *names, size_t *count,
                            struct error *e)
{
    struct address *state = arena_new(f->arena, struct address);
    struct search_facet facet;
    if (state == NULL) {
        return search_page_no_memory(e);
    }
    ask(f, state);
    address_add(state, CODE, SV("!*"));
    ask_value(f, state, NAME, sv_from(code->name));
    for (size_t i = 0; i < spellings->value_count; i++) {
        if (value_fits_address(spellings->values[i].value)) {
            ask_value(f, state, NAME, spellings->values[i].value);
        }
    }
    TRY(count_values(f, state, NAME, SPELLINGS_ASKED, &facet, e));
    for (size_t i = 0; i < facet.value_count; i++) {
        names[(*count)++] = facet.values[i].value;
    }
    return ST_OK;
}

static status ask_by_code(struct search_filling *f, const struct country_code *code,
                          const struct search_facet *spellings, struct error *e)
{
    string_view names[SPELLINGS_ASKED];
    size_t count = 0;
    struct buffer term;
    TRY(uncoded_names(f, code, spellings, names, &count, e));
    if (count == 0) {
        ask_value(f, &f->state, CODE, sv_from(code->code));
        return ST_OK;
    }
    buffer_init(&term, ADDRESS_ROOM);
    write_term(&term, code, names, count);
    if (term.failed) {
        ask_value(f, &f->state, CODE, sv_from(code->code));
    } else {
        address_add(&f->state, SV("filter.or"), arena_copy(f->arena, buffer_view(&term)));
    }
    buffer_release(&term);
    return ST_OK;
}

status portrait_country(struct search_filling *f, string_view name, struct portrait_page *page,
                        struct error *e)
{
    const struct country_code *code = code_of_name(name);
    struct address *state = arena_new(f->arena, struct address);
    struct search_facet spellings = {0};
    uint64_t records = 0; // with the code
    if (state == NULL) {
        return search_page_no_memory(e);
    }
    page->title = name;
    if (code == NULL && value_fits_address(name)) {
        TRY(code_of_spelling(f, name, &code, e));
    }
    if (code != NULL) {
        ask(f, state);
        ask_value(f, state, CODE, sv_from(code->code));
        TRY(count_values(f, state, NAME, SPELLINGS_ASKED, &spellings, e));
        TRY(count_records(f, state, &records, e));
        page->title = sv_from(code->name);
    }
    if (code != NULL && records > 0) {
        page->path = arena_print(f->arena, "/country/%s", code->code);
        return ask_by_code(f, code, &spellings, e);
    }
    ask_value(f, &f->state, NAME, code == NULL ? name : sv_from(code->name));
    return ST_OK;
}

status portrait_spellings(struct search_filling *f, struct portrait_page *page, struct error *e)
{
    struct page_link *links = arena_array(f->arena, struct page_link, SPELLINGS_SHOWN);
    struct search_facet facet;
    if (links == NULL) {
        return search_page_no_memory(e);
    }
    TRY(count_values(f, &f->state, NAME, SPELLINGS_SHOWN, &facet, e));
    bool coded = address_value(&f->state, NAME).length == 0;
    if (!coded && facet.value_count > 0) { // as most of them spell it (rule K2)
        page->title = facet.values[0].value;
        page->path = named_path(f->arena, SV("/country/"), page->title);
    }
    for (size_t i = 0; coded && facet.value_count > 1 && i < facet.value_count; i++) {
        links[page->spelling_count++] = (struct page_link){
            .label = facet.values[i].value,
            .address = page_value_address(f->arena, &f->state, NAME, facet.values[i].value),
            .count = facet.values[i].count,
        };
    }
    page->spellings = links;
    return ST_OK;
}
