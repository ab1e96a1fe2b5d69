// SPDX-License-Identifier: Apache-2.0
// Fills the pages about one thing: a taxon, a country, a geological interval, a person (rule I1).
// Each is a search, told in numbers, pictures, charts and a map.
#include "api/chart_ask.h"
#include "api/page_markdown.h"
#include "api/page_portrait_country.h"
#include "api/page_portrait_names.h"
#include "api/page_portrait_people.h"
#include "api/page_views.h"
#include "api/page_wall.h"
#include "api/pages/language.h"
#include "api/pages/portrait.h"
#include "api/pages/views.h"
#include "api/taxon_ranks.h"
#include "api/usage_note.h"
#include "base/fold.h"
#include "query/geological_chart.h"

#define PICTURES_SHOWN ((size_t)8)

struct portrait_filling {
    struct search_filling *f;
    struct portrait_page *page;
    size_t rank;                 // of a taxon; TAXON_RANKS otherwise
    size_t way;                  // of asking for it, from 0: the first that finds records counts
    bool last;                   // way there is
    const struct person *person; // NULL of anything else
};

// --- the search ------------------------------------------------------------------------------

// The ranks above and its own, as facets of one value each: the commonest classification of these
// records, and how most of them spell the name.
static void ask_above(struct portrait_filling *p, struct search_facet_request *facets)
{
    struct search_request *search = &p->f->input.request;
    search->facets = facets;
    search->facet_count = 0;
    for (size_t i = 0; i <= p->rank && p->rank < TAXON_RANKS; i++) {
        const struct search_outline *field = field_with_values(&p->f->fields, taxon_rank_field(i));
        if (field != NULL) {
            facets[search->facet_count++] =
                (struct search_facet_request){.field = field->name, .limit = 1};
        }
    }
}

// Runs the search of f->state. ST_NOT_FOUND where there are no such records.
static status run(struct portrait_filling *p, struct error *e)
{
    struct search_filling *f = p->f;
    struct error trouble = {0};
    struct search_facet_request *facets =
        arena_array(f->arena, struct search_facet_request, TAXON_RANKS);
    if (facets == NULL) {
        return search_page_no_memory(e);
    }
    status result =
        page_search_of(f->api, f->request, &f->site.view, &f->state, &f->input, &trouble);
    if (result == ST_INVALID) { // no such interval
        return error_set(e, ST_NOT_FOUND, "%s", trouble.message);
    }
    if (result != ST_OK) {
        *e = trouble;
        return result;
    }
    struct search_request *search = &f->input.request;
    TRY(page_fields(&f->site.view, search->tables, search->table_count, false, f->arena, &f->fields,
                    e));
    ask_above(p, facets);
    search->limit = 0;
    result =
        search_run(f->site.view.snapshot, &scope_public, f->arena, search, &f->result, &trouble);
    if (result == ST_INVALID || (result == ST_OK && f->result.total == 0)) {
        return error_set(e, ST_NOT_FOUND, "no record is of \"" SV_FORMAT "\"",
                         SV_ARGUMENT(sv_slice(p->page->title, 0, 80)));
    }
    if (result != ST_OK) {
        *e = trouble;
        return result;
    }
    f->page.total = f->result.total;
    f->page.version = f->site.view.version;
    f->page.site = &f->site.page;
    f->page.state = &f->state;
    return ST_OK;
}

// --- parts -----------------------------------------------------------------------------------

static status fill_above(struct portrait_filling *p, struct error *e)
{
    const struct search_result *result = &p->f->result;
    struct page_link *links = arena_array(p->f->arena, struct page_link, result->facet_count + 1);
    if (links == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < result->facet_count; i++) {
        const struct search_facet *facet = &result->facets[i];
        if (facet->value_count == 0 || taxon_rank(facet->field) >= p->rank) {
            continue;
        }
        struct page_link link = {
            .label = facet->values[0].value,
            .address = taxon_path(p->f->arena, facet->field, facet->values[0].value),
            .count = facet->values[0].count,
        };
        if (link.address.length > 0) {
            links[p->page->above_count++] = link;
        }
    }
    p->page->above = links;
    return ST_OK;
}

static status fill_pictures(struct portrait_filling *p, struct error *e)
{
    struct page_picture *out = arena_array(p->f->arena, struct page_picture, PICTURES_SHOWN);
    if (out == NULL) {
        return search_page_no_memory(e);
    }
    p->page->pictures = out;
    return page_wall(p->f, PICTURES_SHOWN, out, &p->page->picture_count, e);
}

static status fill_parts(struct portrait_filling *p, struct error *e)
{
    struct search_filling *f = p->f;
    struct portrait_page *page = p->page;
    TRY(search_page_fill_kinds(f, e));
    page->matches = f->page.matches;
    page->records = address_print(&f->state, f->arena);
    page->search = &f->page;
    page->version = f->site.view.version;
    page->as_of = !f->site.view.newest;
    TRY(fill_above(p, e));
    TRY(fill_pictures(p, e));
    struct address target;
    enum search_view gallery = view_of_name(SV("gallery"));
    view_address(&f->state, gallery == VIEW_COUNT ? VIEW_LIST : gallery, &target);
    page->pictures_address = address_print(&target, f->arena);
    TRY(view_fill_charts(f, e));
    TRY(view_fill_map(f, e));
    return ST_OK;
}

// --- things ----------------------------------------------------------------------------------

// The value in double quotes, where it would mean something else (rule C2).
static void add_value(struct portrait_filling *p, string_view field, string_view value)
{
    struct search_filling *f = p->f;
    address_add(&f->state, parameter_of_field(f->arena, field), query_value_write(f->arena, value));
}

// The genus, and all behind the first blank; false for one word.
static bool cut_species(string_view name, string_view *genus, string_view *epithet)
{
    size_t blank = sv_find(name, ' ');
    *genus = sv_slice(name, 0, blank);
    *epithet = sv_trim(sv_slice(name, blank, SIZE_MAX));
    return genus->length > 0 && epithet->length > 0;
}

// Few collections have a field of species: most have its parts, others the whole name alone.
static void ask_species(struct portrait_filling *p, string_view name)
{
    string_view genus;
    string_view epithet;
    bool two = cut_species(name, &genus, &epithet);
    p->last = p->way == 2;
    if (p->way == 0) {
        add_value(p, taxon_rank_field(RANK_SPECIES), name);
    } else if (p->way == 1 && two) {
        add_value(p, taxon_rank_field(RANK_GENUS), genus);
        add_value(p, SV("specificEpithet"), epithet);
    } else {
        add_value(p, taxon_rank_field(RANK_NAME), name);
    }
}

static status choose_taxon(struct portrait_filling *p, struct error *e)
{
    p->page->title = http_request_capture(p->f->request, "name");
    p->rank = taxon_rank(http_request_capture(p->f->request, "rank"));
    if (p->rank == TAXON_RANKS) {
        p->last = true;
        return error_set(e, ST_NOT_FOUND,
                         "there is no such rank; there are kingdom, phylum, class, order, family, "
                         "genus, species and scientificName");
    }
    p->page->rank = taxon_rank_field(p->rank);
    p->page->name = p->rank >= RANK_GENUS;
    p->last = true;
    if (p->rank == RANK_SPECIES) {
        ask_species(p, p->page->title);
    } else {
        add_value(p, p->page->rank, p->page->title);
    }
    return ST_OK;
}

static status choose_country(struct portrait_filling *p, struct error *e)
{
    static const char *const known[] = {"country", "countryCode", "continent", NULL};
    p->last = true;
    p->f->known = known;
    return portrait_country(p->f, http_request_capture(p->f->request, "name"), p->page, e);
}

static status choose_interval(struct portrait_filling *p, struct error *e)
{
    (void)e;
    const struct geological_interval *interval = NULL;
    struct error none = {0};
    string_view name = http_request_capture(p->f->request, "name");
    p->last = true;
    if (geological_look_up(name, &interval, &none) == ST_OK) {
        name = sv_from(interval->name);
    }
    p->page->title = name;
    address_add(&p->f->state, SV("filter.geological_time"), name);
    return ST_OK;
}

static status choose_person(struct portrait_filling *p, struct error *e)
{
    static const char *const known[] = {"recordedBy", NULL};
    p->last = true;
    p->f->known = known;
    p->person = people_find(&p->f->api->people, http_request_capture(p->f->request, "slug"));
    if (p->person == NULL) {
        return error_set(e, ST_NOT_FOUND,
                         "there is no page about such a person; people have one who have died or "
                         "agreed to it. Search for the name as it was written instead");
    }
    p->page->title = p->person->name;
    for (size_t i = 0; i < p->person->written_count; i++) {
        address_add(&p->f->state, PART_PARAMETER,
                    part_value(p->f->arena, SV("recordedBy"), p->person->as_written[i]));
    }
    return ST_OK;
}

// --- people ----------------------------------------------------------------------------------

static void add_fact(struct portrait_page *page, struct page_pair *facts, const char *label,
                     string_view value, string_view address)
{
    if (value.length > 0) {
        facts[page->fact_count++] =
            (struct page_pair){sv_from(language_text(page->site->language, label)), value, address};
    }
}

static status fill_facts(struct portrait_filling *p, struct error *e)
{
    const struct person *person = p->person;
    struct arena *arena = p->f->arena;
    struct page_pair *facts = arena_array(arena, struct page_pair, 4);
    if (facts == NULL) {
        return search_page_no_memory(e);
    }
    p->page->facts = facts;
    string_view none = SV("");
    add_fact(p->page, facts, "Born", person->born, none);
    add_fact(p->page, facts, "Died", person->died, none);
    add_fact(p->page, facts, "Wikidata", person->wikidata,
             arena_print(arena, "https://www.wikidata.org/wiki/" SV_FORMAT,
                         SV_ARGUMENT(person->wikidata)));
    add_fact(p->page, facts, "ORCID", person->orcid,
             arena_print(arena, "https://orcid.org/" SV_FORMAT, SV_ARGUMENT(person->orcid)));
    return markdown_to_html(arena, person->about, &p->page->about_markup, e);
}

static status fill_person(struct portrait_filling *p, struct error *e)
{
    TRY(fill_facts(p, e));
    return portrait_companions(p->f, p->person, p->page, e);
}

// --- names -----------------------------------------------------------------------------------

// The commonest value of a field among the records, where it is the name as asked, case aside.
static string_view spelling_of(struct portrait_filling *p, string_view field, string_view name)
{
    for (size_t i = 0; i < p->f->result.facet_count; i++) {
        const struct search_facet *facet = &p->f->result.facets[i];
        if (facet->value_count > 0 && sv_equal_ignore_case(facet->field, field) &&
            fold_case_equal(facet->values[0].value, name)) {
            return facet->values[0].value;
        }
    }
    return name;
}

// As most records spell the name, whose page is the one to be indexed (rule K2).
static void spell(struct portrait_filling *p)
{
    string_view genus;
    string_view epithet;
    string_view name = spelling_of(p, p->page->rank, p->page->title);
    if (p->rank == RANK_SPECIES && p->way == 1 && cut_species(name, &genus, &epithet)) {
        name = arena_print(p->f->arena, SV_FORMAT " " SV_FORMAT,
                           SV_ARGUMENT(spelling_of(p, taxon_rank_field(RANK_GENUS), genus)),
                           SV_ARGUMENT(epithet));
    }
    p->page->title = name;
    p->page->path = taxon_path(p->f->arena, p->page->rank, name);
}

static status fill_names(struct portrait_filling *p, struct error *e)
{
    spell(p);
    return portrait_names(p->f, p->page, e);
}

static status fill_spellings(struct portrait_filling *p, struct error *e)
{
    return portrait_spellings(p->f, p->page, e);
}

// --- requests --------------------------------------------------------------------------------

// What each kind does of its own: says what is searched, and fills what the others lack.
static const struct {
    status (*choose)(struct portrait_filling *p, struct error *e);
    status (*fill)(struct portrait_filling *p, struct error *e); // may be NULL
} kinds[] = {
    [PORTRAIT_TAXON] = {choose_taxon, fill_names},
    [PORTRAIT_COUNTRY] = {choose_country, fill_spellings},
    [PORTRAIT_INTERVAL] = {choose_interval, NULL},
    [PORTRAIT_PERSON] = {choose_person, fill_person},
};

static void begin_state(struct search_filling *f)
{
    address_init(&f->state, SV("/search"));
    if (!f->site.view.newest) {
        address_add(&f->state, SV("version"),
                    arena_print(f->arena, "%lld", (long long)f->site.view.version));
    }
}

// Asks for it in one way after the other, until records are found.
static status find(struct portrait_filling *p, struct error *e)
{
    status result = ST_NOT_FOUND;
    for (p->way = 0; result == ST_NOT_FOUND && !p->last; p->way++) {
        begin_state(p->f);
        error_clear(e);
        result = kinds[p->page->kind].choose(p, e);
        if (result == ST_OK) {
            result = run(p, e);
        }
        if (result == ST_OK) {
            return ST_OK;
        }
    }
    return result;
}

static status show(struct portrait_filling *p, struct http_response *response, struct error *e)
{
    struct search_filling *f = p->f;
    const enum portrait_kind kind = p->page->kind;
    f->portal = json_in_arena(f->arena, f->site.data->portal.json);
    TRY(find(p, e));
    if (kinds[kind].fill != NULL) {
        TRY(kinds[kind].fill(p, e));
    }
    TRY(fill_parts(p, e));
    site_send(&f->site, response, p->page->as_of);
    return page_portrait(p->page, f->arena, &response->body, e);
}

static void note_use(struct http_request *request, enum portrait_kind kind)
{
    struct usage_note *note = usage_note_begin(request, USAGE_SEARCH, SV("html"));
    if (kind == PORTRAIT_PERSON) {
        usage_note_thing(note, request, NAME_PERSON, http_request_capture(request, "slug"));
    }
}

static status answer(void *context, struct http_request *request, struct http_response *response,
                     enum portrait_kind kind, struct error *e)
{
    struct search_filling *f = arena_new(request->arena, struct search_filling);
    struct portrait_page *page = arena_new(request->arena, struct portrait_page);
    bool done = false; // the client has the page already
    if (f == NULL || page == NULL) {
        return search_page_no_memory(e);
    }
    struct portrait_filling p = {.f = f, .page = page, .rank = TAXON_RANKS};
    f->api = context;
    f->request = request;
    f->arena = request->arena;
    page->kind = kind;
    page->path = request->target.path;
    TRY(page_of_request(f->api, request, response, &f->site, &done, e));
    note_use(request, kind);
    page->site = &f->site.page;
    return done ? ST_OK : show(&p, response, e);
}

status show_taxon(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    return answer(context, request, response, PORTRAIT_TAXON, e);
}

status show_country(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    return answer(context, request, response, PORTRAIT_COUNTRY, e);
}

status show_interval(void *context, struct http_request *request, struct http_response *response,
                     struct error *e)
{
    return answer(context, request, response, PORTRAIT_INTERVAL, e);
}

status show_person(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    return answer(context, request, response, PORTRAIT_PERSON, e);
}
