// SPDX-License-Identifier: Apache-2.0
// Fills the view "compare": which searches, which measure, which groups. The first search is the
// page's own; others are told by their addresses.
#include "api/compare_ask.h"
#include "api/page_view_charts.h"
#include "api/pages/filters.h"
#include "api/pages/terms.h"
#include "api/pages/views.h"
#include "api/summary_input.h"
#include "portal/vocabularies.h"

#include <stdlib.h>

#define DATASETS_MOST ((size_t)60)
#define YEAR_MS       (INT64_C(31557600000))

struct comparing {
    struct search_filling *f;
    struct field_list typed;
    struct view_compare *page;
    struct compare_asked asked;
    struct compare_side sides[COMPARE_MOST];
};

// --- searches --------------------------------------------------------------------------------

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

static status list_sides(struct comparing *c, struct error *e)
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

// --- measure and groups ----------------------------------------------------------------------

static const struct search_outline *field_asked(struct comparing *c, const char *parameter)
{
    string_view name = address_value(&c->f->state, sv_from(parameter));
    const struct search_outline *field =
        name.length == 0 ? NULL : field_with_values(&c->typed, name);
    if (name.length > 0 && field == NULL) {
        search_page_ignore(c->f, sv_from(parameter), "no table searched has this field");
    }
    return field;
}

// The vocabulary that reads the field: of the name of its last part.
static status vocabulary_of(struct comparing *c, string_view field, const struct vocabulary **out,
                            struct error *e)
{
    string_view last = field;
    while (sv_split(&field, '.', &last)) {
        // the last part stays
    }
    static const char *const known[] = {"sex", "lifeStage", "typeStatus"};
    string_view name = last;
    for (size_t i = 0; i < ARRAY_LENGTH(known); i++) {
        name = sv_equal_ignore_case(last, sv_from(known[i])) ? sv_from(known[i]) : name;
    }
    struct error trouble = {0};
    *out = NULL;
    status result = portal_vocabulary(c->f->api->portal, name, c->f->arena, out, &trouble);
    if (result == ST_INVALID) { // there is none of the name
        return ST_OK;
    }
    if (result != ST_OK) {
        *e = trouble;
    }
    return result;
}

static enum compare_measure measure_asked(struct comparing *c)
{
    string_view name = address_value(&c->f->state, SV("compare.measure"));
    enum compare_measure measure = compare_measure_of_name(name);
    if (name.length > 0 && measure == COMPARE_MEASURES) {
        search_page_ignore(c->f, SV("compare.measure"), "there is no such measure");
    }
    return measure;
}

static const struct search_outline *number_field(const struct comparing *c)
{
    const struct search_outline *found = NULL;
    for (size_t i = 0; i < c->typed.count; i++) {
        const struct search_outline *field = &c->typed.fields[i];
        if (field->numbers * 2 > field->entries &&
            (found == NULL || field->records > found->records)) {
            found = field;
        }
    }
    return found;
}

static bool is_share(enum compare_measure measure)
{
    return measure == COMPARE_SHARE || measure == COMPARE_SPECIES;
}

// What a measure is of where nothing is said, or what is said does not suit it.
static status choose_of(struct comparing *c, struct error *e)
{
    struct compare_asked *a = &c->asked;
    const struct search_outline *of = field_asked(c, "compare.of");
    const struct search_outline *sex = field_with_values(&c->f->fields, SV("sex"));
    enum compare_measure measure = measure_asked(c);
    if (measure == COMPARE_MEASURES) {
        measure = of == NULL && sex != NULL ? COMPARE_SHARE : COMPARE_COUNT;
    }
    of = is_share(measure) && of == NULL ? sex : of;
    of = measure == COMPARE_MEAN && of == NULL ? number_field(c) : of;
    of = measure == COMPARE_DISTINCT && of == NULL
             ? field_with_values(&c->f->fields, SV("scientificName"))
             : of;
    if (is_share(measure) && of != NULL) {
        TRY(vocabulary_of(c, of->name, &a->of.vocabulary, e));
        if (a->of.vocabulary == NULL) {
            search_page_ignore(c->f, SV("compare.of"),
                               "no vocabulary says what this field's values mean");
            of = sex;
            TRY(vocabulary_of(c, SV("sex"), &a->of.vocabulary, e));
        }
    }
    measure = of == NULL ? COMPARE_COUNT : measure;
    a->measure = measure;
    a->of.field = of == NULL || measure == COMPARE_COUNT ? SV("") : of->name;
    a->of.kind = is_share(measure) ? BUCKET_TERM : BUCKET_VALUE;
    a->of_list = of != NULL && of->nested;
    return ST_OK;
}

static void choose_term(struct comparing *c)
{
    struct compare_asked *a = &c->asked;
    const struct vocabulary *v = a->of.vocabulary;
    if (!is_share(a->measure)) {
        return;
    }
    string_view name = address_value(&c->f->state, SV("compare.term"));
    size_t term = name.length == 0 ? v->share_of : vocabulary_term(v, name);
    if (term == v->term_count) {
        search_page_ignore(c->f, SV("compare.term"), "the vocabulary has no such term");
        term = v->share_of;
    }
    a->term = term;
    c->page->term = v->terms[term];
    c->page->terms = v->terms;
    c->page->term_count = v->term_count;
    c->page->base_terms = v->share_base | UINT64_C(1) << term;
}

static const struct search_outline *usual_by(const struct comparing *c)
{
    static const char *const names[] = {"class", "order", "family", "country", "collectionCode"};
    const struct search_outline *found = NULL;
    for (size_t i = 0; i < ARRAY_LENGTH(names) && found == NULL; i++) {
        found = field_with_values(&c->f->fields, sv_from(names[i]));
    }
    return found;
}

// Nothing said: the usual; "none": all together.
static status choose_by(struct comparing *c, struct error *e)
{
    struct compare_asked *a = &c->asked;
    bool none = address_has(&c->f->state, SV("compare.by"), SV("-"));
    const struct search_outline *by = none ? NULL : field_asked(c, "compare.by");
    by = by == NULL && !none ? usual_by(c) : by;
    if (by == NULL) {
        return ST_OK;
    }
    const struct search_outline *typed = field_with_values(&c->typed, by->name);
    a->has_by = true;
    a->by = (struct bucket_request){.field = by->name, .kind = BUCKET_VALUE};
    TRY(vocabulary_of(c, by->name, &a->by.vocabulary, e));
    bool year =
        sv_equal_ignore_case(by->name, SV("year")) ||
        (typed != NULL && typed->dates * 2 > typed->entries && typed->numbers < typed->dates);
    a->by.kind = a->by.vocabulary != NULL ? BUCKET_TERM : year ? BUCKET_DECADE : BUCKET_VALUE;
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
static status prepare_sides(struct comparing *c, struct error *e)
{
    size_t asked = c->page->search_count;
    c->page->search_count = 0;
    for (size_t i = 0; i < asked; i++) {
        size_t to = c->page->search_count;
        struct error trouble = {0};
        c->page->searches[to] = c->page->searches[i];
        c->sides[to] = c->sides[i];
        status result = is_share(c->asked.measure) ? leave_out_lots(c, to, &trouble) : ST_OK;
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

// --- what the page offers --------------------------------------------------------------------

static string_view with_pairs(struct comparing *c, string_view path, const char *measure,
                              string_view of, string_view by)
{
    struct address target = c->f->state;
    target.path = path;
    address_set(&target, SV("compare.measure"), sv_from(measure));
    address_set(&target, SV("compare.of"), of);
    address_set(&target, SV("compare.by"), by);
    address_remove(&target, SV("compare.term"));
    return address_print(&target, c->f->arena);
}

// The study of rule C5, where the tables have a sex.
static status offer_presets(struct comparing *c, struct error *e)
{
    static const char *const names[] = {"class", "order", "year", "institutionCode", "typeStatus"};
    struct page_link *presets = arena_array(c->f->arena, struct page_link, 8);
    const struct search_outline *sex = field_with_values(&c->f->fields, SV("sex"));
    struct page words = {.arena = c->f->arena, .site = &c->f->site.page};
    size_t count = 0;
    if (presets == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(names) && sex != NULL; i++) {
        const struct search_outline *by = field_with_values(&c->f->fields, sv_from(names[i]));
        if (by != NULL) {
            presets[count++] = (struct page_link){
                .label = term_words(&words, by->name),
                .address = with_pairs(c, SV("/search"), "share", sex->name, by->name)};
        }
    }
    if (count > 0) {
        presets[count++] = (struct page_link){
            .address = with_pairs(c, SV("/search"), "species", sex->name,
                                  c->asked.has_by ? c->asked.by.field : SV("-"))};
    }
    c->page->presets = presets;
    c->page->preset_count = count;
    return ST_OK;
}

static string_view with_search(struct comparing *c, string_view given)
{
    struct address target = c->f->state;
    address_add(&target, SV("compare.with"), given);
    return address_print(&target, c->f->arena);
}

static void offer_searches(struct comparing *c)
{
    struct search_filling *f = c->f;
    bool filters = c->sides[0].state.count > 0;
    moment before = f->site.view.version - YEAR_MS;
    struct address then = c->sides[0].state;
    if (c->page->search_count + c->page->failed_count == COMPARE_MOST) {
        return;
    }
    if (filters && !address_has(&f->state, SV("compare.with"), SV("/search"))) {
        c->page->everything_address = with_search(c, SV("/search"));
    }
    if (before > 0 && snapshot_commit_at(f->site.view.snapshot, before) > 0) {
        address_set(&then, SV("version"), arena_print(f->arena, "%lld", (long long)before));
        c->page->before_address = with_search(c, address_print(&then, f->arena));
    }
}

static int by_label(const void *a, const void *b)
{
    return sv_compare(((const struct page_link *)a)->label, ((const struct page_link *)b)->label);
}

static status offer_datasets(struct comparing *c, struct error *e)
{
    const struct dataset_view *data = c->f->site.data;
    struct page_link *links = arena_array(c->f->arena, struct page_link, DATASETS_MOST + 1);
    size_t count = 0;
    if (links == NULL) {
        return search_page_no_memory(e);
    }
    for (size_t i = 0; i < data->count && count < DATASETS_MOST; i++) {
        struct address target;
        address_init(&target, SV("/search"));
        address_add(&target, SV("dataset"), data->datasets[i].slug);
        links[count++] = (struct page_link){.label = data->datasets[i].title,
                                            .address = address_print(&target, c->f->arena)};
    }
    qsort(links, count, sizeof *links, by_label);
    c->page->datasets = links;
    c->page->dataset_count = count;
    return ST_OK;
}

static string_view file_address(struct comparing *c, const char *path)
{
    struct address target = c->f->state;
    target.path = sv_from(path);
    address_remove(&target, SV("offset"));
    return address_print(&target, c->f->arena);
}

static status choose(struct comparing *c, struct error *e)
{
    TRY(choose_of(c, e));
    choose_term(c);
    TRY(choose_by(c, e));
    const struct search_outline *species = field_with_values(&c->f->fields, SV("species"));
    species = species == NULL ? field_with_values(&c->f->fields, SV("scientificName")) : species;
    c->asked.species = species == NULL ? SV("scientificName") : species->name;
    c->page->measure = c->asked.measure;
    c->page->of = c->asked.of.field;
    c->page->by = c->asked.has_by ? c->asked.by.field : SV("");
    c->page->decades = c->asked.has_by && c->asked.by.kind == BUCKET_DECADE;
    return ST_OK;
}

status view_fill_compare(struct search_filling *f, struct error *e)
{
    struct comparing *c = arena_new(f->arena, struct comparing);
    struct view_compare *page = arena_new(f->arena, struct view_compare);
    const struct search_request *search = &f->input.request;
    if (c == NULL || page == NULL) {
        return search_page_no_memory(e);
    }
    c->f = f;
    c->page = page;
    TRY(page_fields(&f->site.view, search->tables, search->table_count, true, f->arena, &c->typed,
                    e));
    TRY(choose(c, e));
    TRY(list_sides(c, e));
    TRY(prepare_sides(c, e));
    if (page->trouble.length == 0) {
        TRY(compare_make(f, c->sides, &c->asked, page, e));
    }
    TRY(offer_presets(c, e));
    offer_searches(c);
    TRY(offer_datasets(c, e));
    TRY(charts_choices(f, &c->typed, &page->choices, &page->choice_count, e));
    page->svg_address = file_address(c, "/search/chart.svg");
    page->csv_address = file_address(c, "/search/chart.csv");
    f->page.compare = page;
    return ST_OK;
}
