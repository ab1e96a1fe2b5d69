// SPDX-License-Identifier: Apache-2.0
// Fills the search page. Its parameters are those of GET /api/v1/records; an empty value, as forms
// send them, says nothing.
#include "api/cite.h"
#include "api/page_digest.h"
#include "api/page_download.h"
#include "api/page_rail.h"
#include "api/page_views.h"
#include "api/pages/filters.h"
#include "api/pages/views.h"
#include "api/usage_note.h"
#include "store/value.h"

#include <string.h>

status search_page_no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

// "field.family" and "family" are one parameter; the shorter one stands for both.
static string_view canonical_parameter(struct arena *arena, string_view name)
{
    string_view field = field_of_parameter(name);
    return field.length == name.length ? name : parameter_of_field(arena, field);
}

static bool take_year(string_view text, uint64_t *year)
{
    text = sv_trim(text);
    return text.length >= 3 && text.length <= 4 && sv_to_uint64(text, year);
}

// "1850-1900" and "1850 – 1900", as people write a range of years, mean 1850..1900. Other values
// stay: "1900-12" is a month.
static string_view canonical_years(struct arena *arena, string_view value)
{
    static const char *const dashes[] = {"-", "\xe2\x80\x93", "\xe2\x80\x94"};
    for (size_t i = 0; i < ARRAY_LENGTH(dashes); i++) {
        string_view dash = sv_from(dashes[i]);
        uint64_t from = 0;
        uint64_t to = 0;
        size_t at = 0;
        while (at < value.length && !sv_starts_with(sv_slice(value, at, SIZE_MAX), dash)) {
            at++;
        }
        if (at < value.length && take_year(sv_slice(value, 0, at), &from) &&
            take_year(sv_slice(value, at + dash.length, SIZE_MAX), &to)) {
            return arena_print(arena, "%llu..%llu", (unsigned long long)MIN(from, to),
                               (unsigned long long)MAX(from, to));
        }
    }
    return value;
}

static string_view range_base(string_view name, const char *end)
{
    size_t length = strlen(end);
    return sv_ends_with(name, sv_from(end)) && name.length > length
               ? sv_slice(name, 0, name.length - length)
               : SV("");
}

static string_view join_range(struct arena *arena, string_view from, string_view to)
{
    struct value_facts low;
    struct value_facts high;
    value_analyse(VALUE_STRING, from, &low);
    value_analyse(VALUE_STRING, to, &high);
    if (low.is_number && high.is_number && low.number > high.number) {
        string_view other = from;
        from = to;
        to = other;
    }
    return arena_print(arena, SV_FORMAT ".." SV_FORMAT, SV_ARGUMENT(from), SV_ARGUMENT(to));
}

// The two inputs of a range come as NAME~from and NAME~to, and mean NAME=from..to in place of what
// else is asked of the field.
static void join_ranges(struct search_filling *f)
{
    for (size_t i = 0; i < f->state.count; i++) {
        string_view low = range_base(f->state.pairs[i].name, "~from");
        string_view base = low.length > 0 ? low : range_base(f->state.pairs[i].name, "~to");
        if (base.length == 0) {
            continue;
        }
        string_view names[2] = {arena_print(f->arena, SV_FORMAT "~from", SV_ARGUMENT(base)),
                                arena_print(f->arena, SV_FORMAT "~to", SV_ARGUMENT(base))};
        string_view value = join_range(f->arena, sv_trim(address_value(&f->state, names[0])),
                                       sv_trim(address_value(&f->state, names[1])));
        string_view from;
        string_view to;
        if (!rail_read_range(value, &from, &to)) {
            continue; // no numbers: told as what it is
        }
        address_remove(&f->state, names[0]);
        address_remove(&f->state, names[1]);
        address_remove(&f->state, base);
        address_add(&f->state, base, value);
        i = SIZE_MAX; // pairs have moved
    }
}

status search_page_read_state(struct search_filling *f, struct error *e)
{
    const struct http_target *target = &f->request->target;
    if (target->parameter_count > ADDRESS_PAIRS_MAX) {
        return error_set(e, ST_INVALID, "the search has %zu parameters, at most %d",
                         target->parameter_count, ADDRESS_PAIRS_MAX);
    }
    address_init(&f->state, SV("/search"));
    for (size_t i = 0; i < target->parameter_count; i++) {
        const struct http_parameter *p = &target->parameters[i];
        if (sv_equal(p->name, SV("after"))) {
            return error_set_field(e, ST_INVALID, "after",
                                   "pages of results go by offset; after is for "
                                   "/api/v1/records");
        }
        string_view name = canonical_parameter(f->arena, p->name);
        bool years = sv_equal(name, SV("year"));
        address_add(&f->state, name, years ? canonical_years(f->arena, p->value) : p->value);
    }
    join_ranges(f);
    return ST_OK;
}

// The view that the address asks for. A name that is none is ignored.
static void choose_view(struct search_filling *f)
{
    string_view name = address_value(&f->state, SV("view"));
    enum search_view view = name.length == 0 ? VIEW_TABLE : view_of_name(name);
    f->page.view = view == VIEW_COUNT ? VIEW_TABLE : view;
    f->page.by_rows = view_fillings[f->page.view].rows;
    if (view == VIEW_COUNT) {
        search_page_ignore(f, SV("view"), "there is no such view");
    }
}

static status run_once(struct search_filling *f, struct error *e)
{
    struct search_request *search = &f->input.request;
    TRY(page_search_of(f->api, f->request, &f->site.view, &f->state, &f->input, e));
    if (search->limit == 0) {
        return error_set_field(e, ST_INVALID, "limit", "limit must be a whole number from 1 to %zu",
                               SEARCH_LIMIT_ROWS);
    }
    TRY(page_fields(&f->site.view, search->tables, search->table_count, false, f->arena, &f->fields,
                    e));
    TRY(search_page_choose_facets(f, e));
    TRY(rail_ask(f, e));
    struct search_input ordered = f->input; // the order is of these rows alone
    if (f->page.by_rows) {
        TRY(page_order_rows(f->api, f->arena, &f->state, &ordered, e));
    } else {
        search->limit = 0;
        search->offset = 0;
        search->sort_count = 0;
        ordered = f->input;
    }
    return search_run(f->site.view.snapshot, &scope_public, f->arena, &ordered.request, &f->result,
                      e);
}

void search_page_ignore(struct search_filling *f, string_view name, const char *reason)
{
    for (size_t i = 0; i < f->state.count; i++) {
        const struct address_pair *pair = &f->state.pairs[i];
        if (sv_equal(pair->name, name) && f->page.ignored_count < IGNORED_MOST) {
            f->ignored[f->page.ignored_count++] = (struct ignored_parameter){
                pair->name, pair->value, arena_copy(f->arena, sv_from(reason))};
        }
    }
    f->page.ignored = f->ignored;
    address_remove(&f->state, name);
    drop_parameter(f->request, name);
}

static bool names_fields(string_view parameter)
{
    return sv_equal(parameter, SV("facet")) || sv_equal(parameter, SV("sort")) ||
           sv_equal(parameter, SV("fields"));
}

// The parameter at fault: of that name, or one that names the field.
static string_view parameter_at_fault(const struct search_filling *f, string_view name)
{
    if (name.length == 0 || address_value(&f->state, name).length > 0) {
        return name;
    }
    for (size_t i = 0; i < f->state.count; i++) {
        const struct address_pair *pair = &f->state.pairs[i];
        string_view rest = pair->value;
        string_view part;
        while (names_fields(pair->name) && sv_split(&rest, ',', &part)) {
            if (sv_equal(part, name) || sv_equal(sv_slice(part, 1, SIZE_MAX), name)) {
                return pair->name;
            }
        }
    }
    return SV("");
}

// What of the address cannot be understood is left out, one parameter after the other, and told.
static status run_search(struct search_filling *f, struct error *e)
{
    for (;;) {
        struct error trouble = {0};
        status result = run_once(f, &trouble);
        string_view name = parameter_at_fault(f, sv_from(trouble.field));
        bool full = f->page.ignored_count == IGNORED_MOST;
        if (result != ST_INVALID || full || name.length == 0) {
            if (result != ST_OK) {
                *e = trouble;
            }
            return result;
        }
        search_page_ignore(f, name, trouble.message);
    }
}

// The API's address of the same records; empty where the server does not know its own name.
static string_view program_address(const struct search_filling *f)
{
    struct address target;
    if (f->site.origin.length == 0) {
        return SV("");
    }
    address_init(&target, SV("/api/v1/records"));
    for (size_t i = 0; i < f->state.count; i++) {
        if (!view_owns(f->state.pairs[i].name)) {
            address_add(&target, f->state.pairs[i].name, f->state.pairs[i].value);
        }
    }
    return arena_print(f->arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(f->site.origin),
                       SV_ARGUMENT(address_print(&target, f->arena)));
}

// What is asked alone, at this version: counting its datasets is left to who wants the citation.
static void fill_citation(struct search_filling *f)
{
    struct address target;
    address_init(&target, SV("/api/v1/citation"));
    for (size_t i = 0; i < f->state.count; i++) {
        if (!filter_is_control(f->state.pairs[i].name)) {
            address_add(&target, f->state.pairs[i].name, f->state.pairs[i].value);
        }
    }
    f->page.citation_links =
        cite_links(f->arena, address_print(&target, f->arena), f->site.view.version);
    target.path = SV("");
    address_set(&target, SV("version"),
                arena_print(f->arena, "%lld", (long long)f->site.view.version));
    f->page.cited = address_print(&target, f->arena);
}

// A feed follows what is newest, whichever version the page shows.
static string_view feed_address(const struct search_filling *f)
{
    static const char *const own[] = {"format", "limit", "before", NULL};
    struct address *target = arena_new(f->arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    page_api_state(f->arena, &f->state, 0, SV("/api/v1/feed"), own, target);
    address_remove(target, SV("version"));
    return address_print(target, f->arena);
}

static status fill(struct search_filling *f, struct error *e)
{
    f->page.total = f->result.total;
    f->page.version = f->site.view.version;
    f->page.as_of = !f->site.view.newest;
    f->page.limit = f->input.request.limit;
    f->page.offset = f->input.request.offset;
    f->page.site = &f->site.page;
    f->page.state = &f->state;
    f->page.program_address = program_address(f);
    fill_citation(f);
    f->page.feed_address = feed_address(f);
    f->page.year_range = field_is_used(&f->fields, SV("year"));
    TRY(search_page_fill_labels(f, e));
    TRY(search_page_fill_about(f, e));
    TRY(search_page_fill_facets(f, e));
    TRY(rail_fill(f, e));
    if (f->page.by_rows) {
        TRY(search_page_fill_sorts(f, e));
        TRY(search_page_fill_rows(f, e));
    }
    TRY(search_page_fill_kinds(f, e));
    TRY(search_page_fill_datasets(f, e));
    if (f->result.total == 0) {
        TRY(search_page_fill_without(f, e));
        return search_page_fill_nothing(f, e);
    }
    if (view_fillings[f->page.view].fill != NULL) {
        TRY(view_fillings[f->page.view].fill(f, e));
    }
    TRY(page_download(&f->site, &f->input, &f->state, f->result.total, f->arena, &f->page.download,
                      e));
    return page_digest_line(&f->site.view, &f->input.request, f->result.total, &f->state, f->arena,
                            &f->page.digest, e);
}

status show_search(void *context, struct http_request *request, struct http_response *response,
                   struct error *e)
{
    struct search_filling *f = arena_new(request->arena, struct search_filling);
    bool done = false;
    if (f == NULL) {
        return search_page_no_memory(e);
    }
    f->api = context;
    f->request = request;
    f->arena = request->arena;
    TRY(page_of_request(f->api, request, response, &f->site, &done, e));
    (void)usage_note_begin(request, USAGE_SEARCH, SV("html"));
    if (done) {
        return ST_OK;
    }
    f->portal = json_in_arena(f->arena, f->site.data->portal.json);
    TRY(search_page_read_state(f, e));
    choose_view(f);
    TRY(run_search(f, e));
    TRY(fill(f, e));
    site_send(&f->site, response, f->state.count > 0 || f->page.ignored_count > 0);
    return page_search(&f->page, f->arena, &response->body, e);
}
