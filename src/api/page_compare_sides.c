// SPDX-License-Identifier: Apache-2.0
// The searches of the view "compare": the page's own, and others told by their addresses; those of
// index lots alone have no share. Must not know: how they are compared.
#include "api/page_view_compare_internal.h"
#include "api/pages/filters.h"
#include "api/summary_input.h"

// The query of an address, "a=b&c=d": behind a question mark, of a dataset's page, or as it is.
static string_view query_of(struct arena *arena, string_view given)
{
    static const string_view dataset = {"/dataset/", 9};
    size_t mark = sv_find(given, '?');
    string_view path = sv_slice(given, 0, mark);
    for (size_t i = 0; i < path.length; i++) {
        if (sv_starts_with(sv_slice(path, i, SIZE_MAX), dataset)) {
            return arena_print(arena, "dataset=" SV_FORMAT,
                               SV_ARGUMENT(sv_slice(path, i + dataset.length, SIZE_MAX)));
        }
    }
    if (mark < given.length) {
        return sv_slice(given, mark + 1, SIZE_MAX);
    }
    return sv_ends_with(given, SV("/search")) ? SV("") : given;
}

static bool steers(string_view name)
{
    return filter_is_control(name) && !sv_equal(name, SV("version"));
}

// The filters of an address and its version, if it has one.
static status read_given(struct comparing *c, string_view given, struct address *out,
                         struct error *e)
{
    struct http_target target;
    string_view query = query_of(c->f->arena, sv_trim(given));
    string_view raw = arena_print(c->f->arena, "/search?" SV_FORMAT, SV_ARGUMENT(query));
    address_init(out, SV("/search"));
    if (raw.length > HTTP_LIMIT_TARGET) {
        return error_set(e, ST_INVALID, "this address is too long");
    }
    TRY(http_target_parse(c->f->arena, raw, &target, e));
    for (size_t i = 0; i < target.parameter_count; i++) {
        const struct http_parameter *p = &target.parameters[i];
        if (query.length > 0 && sv_find(query, '=') == query.length) {
            return error_set(e, ST_INVALID, "this is no search's address");
        }
        if (!steers(p->name)) {
            address_add(out, p->name, sv_trim(p->value));
        }
    }
    return ST_OK;
}

// The fields that are measured and grouped by must be there; what is wrong is told.
static status open_side(struct comparing *c, size_t i, struct error *e)
{
    struct compare_side *side = &c->sides[i];
    struct search_filling *f = c->f;
    struct view view = f->site.view;
    string_view version = address_value(&side->state, SV("version"));
    if (i > 0 && version.length > 0) {
        TRY(view_open(f->api, f->request, version, &view, e));
    }
    TRY(page_search_of(f->api, f->request, &view, &side->state, &side->input, e));
    return chart_search_name(f, &side->input, &side->state, &c->page->searches[i].source, e);
}

// Whether the tables searched are of several kinds (rule C4).
static bool has_kinds(const struct comparing *c, const struct search_request *search)
{
    enum record_kind seen = KIND_COUNT + 1;
    size_t count = 0;
    const struct store_table *all = snapshot_tables(c->f->site.view.snapshot, &count);
    count = search->table_count > 0 ? search->table_count : count;
    for (size_t i = 0; i < count; i++) {
        const struct uuid *table = search->table_count > 0 ? &search->tables[i] : &all[i].table;
        enum record_kind kind = table_kind(&c->f->site, table);
        if (seen != KIND_COUNT + 1 && kind != seen) {
            return true;
        }
        seen = kind;
    }
    return false;
}

static string_view without_given(struct comparing *c, string_view given)
{
    struct address target = c->f->state;
    address_remove_pair(&target, SV("compare.with"), given);
    return address_print(&target, c->f->arena);
}

// The search behind the last one that can be asked cannot be.
static void fail_side(struct comparing *c, const struct error *trouble)
{
    struct compare_search *s = &c->page->searches[c->page->search_count];
    s->trouble = arena_copy(c->f->arena, sv_from(trouble->message));
    s->address = SV("/search");
    c->page->failed[c->page->failed_count++] = *s;
}

static status add_side(struct comparing *c, string_view given, struct error *e)
{
    size_t i = c->page->search_count;
    struct compare_search *s = &c->page->searches[i];
    struct error trouble = {0};
    status result = read_given(c, given, &c->sides[i].state, &trouble);
    *s = (struct compare_search){.given = given,
                                 .remove_address = without_given(c, given),
                                 .source = {.query = given, .version = c->f->site.view.version}};
    if (result == ST_OK) {
        // All links of a page as of a moment stay at it.
        if (site_pinned(&c->f->site) != 0 &&
            address_value(&c->sides[i].state, SV("version")).length == 0) {
            address_add(&c->sides[i].state, SV("version"),
                        address_value(&c->f->state, SV("version")));
        }
        result = open_side(c, i, &trouble);
    }
    if (result == ST_INVALID || result == ST_NOT_FOUND || result == ST_TOO_LARGE) {
        fail_side(c, &trouble);
        return ST_OK;
    }
    if (result != ST_OK) {
        *e = trouble;
        return result;
    }
    s->address = address_print(&c->sides[i].state, c->f->arena);
    s->source.address = arena_print(c->f->arena, SV_FORMAT SV_FORMAT,
                                    SV_ARGUMENT(c->f->site.origin), SV_ARGUMENT(s->address));
    c->page->search_count++;
    return ST_OK;
}

status compare_list_sides(struct comparing *c, struct error *e)
{
    struct search_filling *f = c->f;
    struct address *own = &c->sides[0].state;
    address_init(own, SV("/search"));
    for (size_t i = 0; i < f->state.count; i++) {
        if (!steers(f->state.pairs[i].name)) {
            address_add(own, f->state.pairs[i].name, f->state.pairs[i].value);
        }
    }
    c->page->search_count = 1;
    c->page->searches[0].address = address_print(own, f->arena);
    TRY(open_side(c, 0, e));
    TRY(chart_source_fill(f, &c->page->searches[0].source, e));
    size_t count = 0;
    for (size_t i = 0; i < f->state.count; i++) {
        bool with = sv_equal(f->state.pairs[i].name, SV("compare.with"));
        count += with;
        if (with && count < COMPARE_MOST) {
            TRY(add_side(c, f->state.pairs[i].value, e));
        }
    }
    return ST_OK;
}

// --- index lots ------------------------------------------------------------------------------

// As /api/v1/summary leaves them out of shares, unless kinds are named (rule C5).
static status leave_out_lots(struct comparing *c, size_t i, struct error *e)
{
    struct compare_side *side = &c->sides[i];
    struct http_parameter *parameters = arena_array(c->f->arena, struct http_parameter, 2);
    struct summary_input *input = arena_new(c->f->arena, struct summary_input);
    if (parameters == NULL || input == NULL) {
        return search_page_no_memory(e);
    }
    size_t count = 0;
    string_view kind = address_value(&side->state, SV("kind"));
    parameters[count++] = (struct http_parameter){SV("share"), SV("sex:sex")};
    if (kind.length > 0) {
        parameters[count++] = (struct http_parameter){SV("kind"), kind};
    }
    struct http_request other = *c->f->request;
    other.target.parameters = parameters;
    other.target.parameter_count = count;
    input->search = side->input;
    TRY(summary_input_read(c->f->api, &other, input, e));
    side->input = input->search;
    for (size_t k = 0; k < input->left_out_count; k++) {
        string_view *words = &c->page->searches[i].left_out;
        *words = arena_print(c->f->arena, SV_FORMAT "%s" SV_FORMAT, SV_ARGUMENT(*words),
                             k == 0 ? "" : ", ", SV_ARGUMENT(input->left_out[k]));
    }
    return ST_OK;
}

// A search of nothing but index lots has no share.
status compare_prepare_sides(struct comparing *c, struct error *e)
{
    size_t asked = c->page->search_count;
    c->page->search_count = 0;
    for (size_t i = 0; i < asked; i++) {
        size_t to = c->page->search_count;
        struct error trouble = {0};
        c->page->searches[to] = c->page->searches[i];
        c->sides[to] = c->sides[i];
        status result =
            compare_is_share(c->asked.measure) ? leave_out_lots(c, to, &trouble) : ST_OK;
        if (result == ST_INVALID && i > 0) {
            fail_side(c, &trouble);
            continue;
        }
        if (result == ST_INVALID) {
            c->page->trouble = arena_copy(c->f->arena, sv_from(trouble.message));
        } else if (result != ST_OK) {
            *e = trouble;
            return result;
        }
        c->page->searches[to].all_kinds = has_kinds(c, &c->sides[to].input.request);
        c->page->search_count++;
    }
    return ST_OK;
}
