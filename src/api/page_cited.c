// SPDX-License-Identifier: Apache-2.0
// /cite/{id}, /doi/{prefix}/{suffix}: the landing page of an identifier, and the same for programs,
// by Accept or `format`. Answered to anyone, and never the records themselves (rule F2).
#include "api/pages/cited.h"

#include "api/cited_formats.h"
#include "api/identify.h"
#include "api/page_metadata.h"
#include "api/page_searches.h"
#include "api/pages/language.h"
#include "api/query_words.h"
#include "api/usage_note.h"
#include "query/search_digest.h"
#include "store/erasures.h"

#define DIGEST_AT_ONCE ((uint64_t)500) // records

struct cited_filling {
    const struct api *api;
    struct http_request *request;
    struct arena *arena;
    struct site site; // as of now
    struct identifier one;
    struct cited cited;
    struct view then;
    bool has_then;
    struct uuid *tables; // those that are here
    size_t table_count;
    bool narrowed; // some are not
    const struct query *query;
    struct page words; // for sentences
    string_view *warnings;
    struct cited_page page;
};

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page of an identifier");
}

static void warn(struct cited_filling *f, string_view sentence)
{
    if (f->page.warning_count < 8) {
        f->warnings[f->page.warning_count++] = sentence;
    }
}

// --- what can be run again -------------------------------------------------------------------

static status fill_tables(struct cited_filling *f, struct error *e)
{
    f->tables = arena_array(f->arena, struct uuid, f->cited.table_count + 1);
    if (f->tables == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < f->cited.table_count; i++) {
        struct uuid uuid;
        if (uuid_from_text(f->cited.tables[i].uuid, &uuid) &&
            snapshot_table_by_uuid(f->site.view.snapshot, &uuid) != NULL) {
            f->tables[f->table_count++] = uuid;
        }
    }
    size_t missing = f->cited.table_count - f->table_count;
    f->narrowed = missing > 0;
    if (f->cited.table_count == 0 && f->one.imported) {
        warn(f, say(&f->words, "The resources of this search were not saved with it: the list of "
                               "those that are here may have changed."));
    } else if (missing > 0) {
        warn(f, say_count(&f->words, missing, "{} resource of this search is no longer here.",
                          "{} resources of this search are no longer here."));
    }
    return ST_OK;
}

// The view of the moment cited; none where nothing was here then.
static status open_then(struct cited_filling *f, struct error *e)
{
    const struct view *now = &f->site.view;
    moment at = f->one.version;
    f->then = *now;
    f->then.commit = at == 0 ? now->commit : snapshot_commit_at(now->snapshot, at);
    f->then.version = view_time(now, f->then.commit);
    f->then.newest = false;
    f->has_then = f->then.commit > 0 && (f->table_count > 0 || f->cited.table_count == 0);
    const struct query *read = NULL;
    TRY(query_from_json(f->arena, f->cited.query, &read, e));
    return query_normalise(f->arena, read, &f->query, e);
}

static struct search_input input_at(const struct cited_filling *f, const struct view *view)
{
    struct search_input input = {.view = *view};
    input.request = (struct search_request){
        .query = f->query,
        .tables = f->tables,
        .table_count = f->table_count,
        .commit = view->commit,
        .after = SV(""),
        .cancelled = http_request_cancelled,
        .cancelled_argument = f->request,
    };
    return input;
}

// A field that was left by every table since is no error here: nothing has it.
static status count_at(struct cited_filling *f, const struct view *view, uint64_t *out,
                       struct error *e)
{
    struct search_input input = input_at(f, view);
    struct error trouble = {0};
    status result = page_count_in(&input, f->arena, f->tables, f->table_count, out, &trouble);
    *out = result == ST_OK ? *out : 0;
    return result == ST_OK || result == ST_INVALID ? ST_OK
                                                   : error_set(e, result, "%s", trouble.message);
}

// --- the re-run ------------------------------------------------------------------------------

static enum cited_check check_of(const struct search_digest *d)
{
    switch (d->comparison) {
    case DIGEST_EQUAL:
        return CITED_EQUAL;
    case DIGEST_EQUAL_BUT:
        return CITED_EQUAL_BUT;
    case DIGEST_DIFFERENT:
        return CITED_DIFFERENT;
    case DIGEST_CANNOT_BE_TOLD:
        return CITED_NOT_TOLD;
    case DIGEST_NOT_COMPARED:
        break;
    }
    return CITED_NO_RECORDED;
}

// Erasures touched one of the tables: then the page says so without being asked (rule F4).
static bool was_erased(const struct cited_filling *f)
{
    size_t count = 0;
    const struct commit *const *erasures = snapshot_erasures(f->then.snapshot, &count);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < erasures[i]->erased_count; k++) {
            for (size_t t = 0; t < f->table_count; t++) {
                if (uuid_compare(&erasures[i]->erased[k].table, &f->tables[t]) == 0) {
                    return true;
                }
            }
        }
    }
    return false;
}

static status run_again(struct cited_filling *f, struct error *e)
{
    struct search_digest digest;
    struct sha256 recorded;
    struct error trouble = {0};
    char hex[65];
    struct search_input input = input_at(f, &f->then);
    bool has = sha256_from_hex(f->cited.digest, &recorded);
    status result = search_digest_make(f->then.snapshot, &scope_public, f->arena, &input.request,
                                       has ? &recorded : NULL, &digest, &trouble);
    if (result == ST_INVALID) { // a field that no table here ever had
        f->page.check = CITED_IMPOSSIBLE;
        return ST_OK;
    }
    if (result != ST_OK) {
        return error_set(e, result, "%s", trouble.message);
    }
    sha256_to_hex(&digest.now, hex);
    f->page.digest_now = arena_copy(f->arena, sv_from(hex));
    f->page.rows = digest.rows;
    f->page.erased = MAX(digest.erased.rows, digest.unproved);
    f->page.first_erased = digest.erased.first;
    f->page.last_erased = digest.erased.last;
    f->page.unproved = digest.unproved;
    f->page.check = check_of(&digest);
    return ST_OK;
}

// An erased row that the search no longer finds has no day in the digest's answer: that of the
// tables' erasures is told.
static void date_erasures(struct cited_filling *f)
{
    size_t count = 0;
    const struct commit *const *erasures = snapshot_erasures(f->then.snapshot, &count);
    for (size_t i = 0; f->page.erased > 0 && f->page.first_erased == 0 && i < count; i++) {
        f->page.first_erased = erasures[i]->time;
        f->page.last_erased = erasures[count - 1]->time;
    }
}

static status fill_check(struct cited_filling *f, bool asked, struct error *e)
{
    if (f->one.kind != IDENTIFIER_SEARCH) {
        return ST_OK;
    }
    if (!f->has_then || f->narrowed) {
        f->page.check = CITED_IMPOSSIBLE;
        return ST_OK;
    }
    f->page.check_address = f->page.path;
    bool small = f->cited.counted && f->cited.records <= DIGEST_AT_ONCE;
    if (asked || small || was_erased(f)) {
        TRY(run_again(f, e));
        date_erasures(f);
    }
    return ST_OK;
}

// --- what the page says ----------------------------------------------------------------------

static const char *state_words(const struct identifier *one)
{
    if (identifier_has_doi(one)) {
        return one->state == IDENTIFIER_REGISTERED ? "A registered DOI, not listed in searches"
                                                   : "A registered DOI";
    }
    if (one->wanted.length > 0 && (one->real || one->doi.length == 0)) {
        return "Not registered yet: the registry has been asked";
    }
    return one->doi.length > 0 && !one->real
               ? "Not registered: made at a registry's test system, which nobody can follow"
               : "Not registered: an address of this portal alone";
}

static string_view shown_address(struct cited_filling *f)
{
    if (identifier_has_doi(&f->one)) {
        return arena_print(f->arena, CITATION_DOI SV_FORMAT, SV_ARGUMENT(f->one.doi));
    }
    string_view path = f->one.kind == IDENTIFIER_SLUG && f->one.name.length > 0
                           ? arena_print(f->arena, "/s/" SV_FORMAT, SV_ARGUMENT(f->one.name))
                           : f->page.path;
    return arena_print(f->arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(f->site.origin),
                       SV_ARGUMENT(path));
}

string_view cited_search_address(struct arena *arena, const struct cited *c, moment version,
                                 const char *view)
{
    struct address *target = arena_new(arena, struct address);
    if (target == NULL) {
        return SV("");
    }
    address_init(target, SV("/search"));
    for (size_t i = 0; i < c->search_count; i++) {
        address_add(target, c->search[i].name, c->search[i].value);
    }
    if (view != NULL) {
        address_set(target, SV("view"), SV("changes"));
        address_set(target, SV("changes.from"), arena_print(arena, "%lld", (long long)version));
    } else if (version != 0) {
        address_set(target, SV("version"), arena_print(arena, "%lld", (long long)version));
    }
    string_view printed = address_print(target, arena);
    return printed.length > HTTP_LIMIT_TARGET ? SV("") : printed;
}

static status fill_datasets(struct cited_filling *f, struct error *e)
{
    struct cited_row *rows = arena_array(f->arena, struct cited_row, f->cited.dataset_count + 1);
    if (rows == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < f->cited.dataset_count; i++) {
        const struct cited_dataset *d = &f->cited.datasets[i];
        rows[i] = (struct cited_row){.title = d->title, .records = d->records};
        rows[i].licence = licence_label(f->arena, d->licence, &rows[i].licence_address);
        if (dataset_find(f->site.data->datasets, f->site.data->count, d->slug) != NULL) {
            rows[i].address =
                arena_print(f->arena, SV_FORMAT "?version=%lld",
                            SV_ARGUMENT(dataset_path(f->arena, d->slug)), (long long)d->version);
        }
    }
    f->page.rows_of_datasets = rows;
    f->page.dataset_count = f->cited.dataset_count;
    return ST_OK;
}

static status fill_links(struct cited_filling *f, struct error *e)
{
    struct page_link *links = arena_array(f->arena, struct page_link, CITED_FORMATS);
    if (links == NULL) {
        return no_memory(e);
    }
    for (int i = 0; i < CITED_FORMATS; i++) {
        links[i].label = sv_from(cited_formats[i].shown);
        links[i].address = arena_print(f->arena, SV_FORMAT "?format=%s", SV_ARGUMENT(f->page.path),
                                       cited_formats[i].name);
    }
    f->page.citation_links = links; // the first are those of citations, in their order
    f->page.metadata_links = links + PAGE_CITATIONS;
    f->page.metadata_count = CITED_FORMATS - PAGE_CITATIONS;
    f->page.linked = links[CITED_SCHEMA_ORG].address;
    return ST_OK;
}

static status fill_now(struct cited_filling *f, struct error *e)
{
    struct cited_page *p = &f->page;
    if (f->one.kind == IDENTIFIER_DATASET || p->withdrawn || f->site.view.commit == 0 ||
        (f->table_count == 0 && f->cited.table_count > 0)) {
        return ST_OK;
    }
    TRY(count_at(f, &f->site.view, &p->now, e));
    p->counts_now = true;
    p->now_address = cited_search_address(f->arena, &f->cited, 0, NULL);
    if (f->has_then) {
        p->then_address = cited_search_address(f->arena, &f->cited, f->one.version, NULL);
        p->changes_address = cited_search_address(f->arena, &f->cited, f->one.version, "changes");
    }
    return ST_OK;
}

// What was asked. What is kept of it is English; of words that were erased nothing else is left.
static string_view words_of(const struct cited_filling *f)
{
    const struct query *query = NULL;
    struct error ignored = {0};
    bool kept = f->site.page.language == NULL || f->cited.erased != 0 || f->cited.query.length == 0;
    if (kept || query_from_json(f->arena, f->cited.query, &query, &ignored) != ST_OK) {
        return f->cited.words;
    }
    return query_words(f->arena, f->site.page.language, query);
}

// The title that is registered for the search, in the reader's language.
static string_view title_of(struct cited_filling *f)
{
    struct page *p = &f->words;
    const struct cited *c = &f->cited;
    if (f->site.page.language == NULL || c->title.length > 0) {
        return cited_title(f->arena, c);
    }
    if (!c->counted) {
        return f->page.words;
    }
    string_view records = say_count(p, c->records, "{} record", "{} records");
    string_view datasets = say_count(p, c->dataset_count, "from {} dataset", "from {} datasets");
    return arena_print(f->arena, SV_FORMAT " " SV_FORMAT ": " SV_FORMAT, SV_ARGUMENT(records),
                       SV_ARGUMENT(datasets), SV_ARGUMENT(f->page.words));
}

static status fill_page(struct cited_filling *f, bool asked, struct error *e)
{
    struct cited_page *p = &f->page;
    struct citation citation;
    p->site = &f->site.page;
    bool wordless = f->one.state == IDENTIFIER_WITHDRAWN && f->cited.erased != 0;
    p->words = wordless ? SV("") : words_of(f);
    p->title = wordless                         ? say(&f->words, "A withdrawn search")
               : f->one.kind == IDENTIFIER_SLUG ? f->one.name
                                                : title_of(f);
    p->path = identifier_path(f->arena, &f->one, NULL);
    p->identifier = shown_address(f);
    p->registered = identifier_has_doi(&f->one);
    p->state = state_words(&f->one);
    p->dataset = f->one.kind == IDENTIFIER_DATASET;
    p->name = f->one.kind == IDENTIFIER_SLUG;
    p->withdrawn = f->one.state == IDENTIFIER_WITHDRAWN;
    p->words_erased = f->cited.erased;
    p->imported = f->one.imported;
    p->version = f->one.version;
    p->created = f->one.created;
    p->counted = f->cited.counted;
    p->then = f->cited.records;
    p->digest = f->cited.digest;
    p->definition = f->cited.definition;
    TRY(fill_tables(f, e));
    TRY(open_then(f, e));
    TRY(fill_now(f, e));
    if (!p->withdrawn) {
        TRY(fill_check(f, asked, e));
    }
    cited_citation(&f->site, &f->one, &f->cited, f->arena, &citation);
    p->citation = citation_text(f->arena, &citation);
    TRY(fill_links(f, e));
    return fill_datasets(f, e);
}

// --- handlers --------------------------------------------------------------------------------

static status find(const struct api *api, const struct http_request *request,
                   struct identifier *out, struct error *e)
{
    string_view id = http_request_capture(request, "id");
    string_view doi = arena_print(request->arena, SV_FORMAT "/" SV_FORMAT,
                                  SV_ARGUMENT(http_request_capture(request, "prefix")),
                                  SV_ARGUMENT(http_request_capture(request, "suffix")));
    status result = id.length > 0
                        ? identifiers_find(api->identifiers, id, request->arena, out, e)
                        : identifiers_find_doi(api->identifiers, doi, request->arena, out, e);
    // What a registry has as a draft, or its test system, is nobody else's.
    if (result == ST_OK && id.length == 0 && !identifier_has_doi(out)) {
        result = ST_NOT_FOUND;
    }
    return result != ST_NOT_FOUND
               ? result
               : error_set(e, ST_NOT_FOUND, "there is no identifier of this name here");
}

static status answer_page(struct cited_filling *f, struct http_response *response, struct error *e)
{
    bool check = false;
    TRY(parameter_truth(f->request, "check", &check, e));
    f->words = (struct page){.arena = f->arena, .site = &f->site.page};
    f->warnings = arena_array(f->arena, string_view, 8);
    if (f->warnings == NULL) {
        return no_memory(e);
    }
    f->page.warnings = f->warnings;
    TRY(fill_page(f, check, e));
    cited_links(f->request, &f->site, &f->page, response);
    site_send(&f->site, response, !f->page.registered || check);
    return page_cited(&f->page, f->arena, &response->body, e);
}

status show_cited(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    struct cited_filling *f = arena_new(request->arena, struct cited_filling);
    struct view view;
    enum cited_format format = CITED_FORMATS;
    if (f == NULL) {
        return no_memory(e);
    }
    f->api = context;
    f->request = request;
    f->arena = request->arena;
    http_response_header(response, "Vary", SV("Accept"));
    TRY(cited_format_of_request(request, &format, e));
    TRY(find(f->api, request, &f->one, e));
    TRY(cited_read(f->one.record, f->arena, &f->cited, e));
    string_view path = identifier_path(f->arena, &f->one, &f->cited);
    bool elsewhere = !sv_starts_with(
        path, http_request_capture(request, "id").length > 0 ? SV("/cite/") : SV("/doi/"));
    if (elsewhere && format == CITED_FORMATS) {
        site_redirect(request, response, 302, path);
        return ST_OK;
    }
    usage_note_thing(usage_note_begin(request, USAGE_SEARCH, SV("")), request, NAME_QUERY,
                     f->one.id);
    TRY(view_open_at(f->api, request, NULL, &view, e));
    TRY(site_open(f->api, request, &view, &f->site, e));
    return format == CITED_FORMATS
               ? answer_page(f, response, e)
               : cited_answer(f->api, &f->site, &f->one, &f->cited, format, request, response, e);
}

// --- names -----------------------------------------------------------------------------------

// To the search at its version; to the page of the identifier where that has no room in an address,
// or nothing is left to be asked.
static status go_to_search(const struct identifier *one, struct http_request *request,
                           struct http_response *response, struct error *e)
{
    struct cited cited;
    TRY(cited_read(one->record, request->arena, &cited, e));
    string_view path = one->state == IDENTIFIER_WITHDRAWN && cited.erased != 0
                           ? SV("")
                           : cited_search_address(request->arena, &cited, one->version, NULL);
    site_redirect(request, response, 302,
                  path.length > 0 ? path : identifier_path(request->arena, one, &cited));
    return ST_OK;
}

status show_name(void *context, struct http_request *request, struct http_response *response,
                 struct error *e)
{
    const struct api *api = context;
    struct identifier one;
    string_view name = http_request_capture(request, "name");
    if (name.length == 0) { // "/search/10.5519/qd.x", as the museum's portal had it
        TRY(find(api, request, &one, e));
        return go_to_search(&one, request, response, e);
    }
    status result = identifiers_find_name(api->identifiers, name, request->arena, &one, e);
    if (result == ST_NOT_FOUND) {
        return error_set(e, ST_NOT_FOUND, "no search is saved under this name");
    }
    return result == ST_OK ? go_to_search(&one, request, response, e) : result;
}

// --- making ----------------------------------------------------------------------------------

static status make(const struct api *api, enum identifier_kind kind, struct http_request *request,
                   struct http_response *response, struct identifier *out, bool *is_new,
                   struct error *e)
{
    struct search_input input;
    struct site site;
    TRY(identify_input(api, request, &input, &site, e));
    return identify_search(api, &site, &input, kind, request, response, out, is_new, e);
}

static status make_and_show(const struct api *api, enum identifier_kind kind,
                            struct http_request *request, struct http_response *response,
                            struct error *e)
{
    struct identifier one;
    bool is_new = false;
    TRY(make(api, kind, request, response, &one, &is_new, e));
    site_redirect(request, response, 303, identifier_path(request->arena, &one, NULL));
    return ST_OK;
}

status cite_by_form(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    return make_and_show(context, IDENTIFIER_SEARCH, request, response, e);
}

status name_by_form(void *context, struct http_request *request, struct http_response *response,
                    struct error *e)
{
    return make_and_show(context, IDENTIFIER_SLUG, request, response, e);
}

static status answer_json(const struct api *api, const struct identifier *one,
                          struct http_request *request, struct http_response *response,
                          struct error *e)
{
    struct cited cited;
    struct view view;
    struct site site;
    TRY(cited_read(one->record, request->arena, &cited, e));
    TRY(view_open_at(api, request, NULL, &view, e));
    TRY(site_open(api, request, &view, &site, e));
    return cited_json(&site, one, &cited, request, response, e);
}

status api_make_citation(void *context, struct http_request *request,
                         struct http_response *response, struct error *e)
{
    struct identifier one;
    bool is_new = false;
    TRY(make(context, IDENTIFIER_SEARCH, request, response, &one, &is_new, e));
    TRY(answer_json(context, &one, request, response, e));
    response->status = is_new ? 201 : 200;
    return ST_OK;
}

status api_get_citation(void *context, struct http_request *request, struct http_response *response,
                        struct error *e)
{
    struct identifier one;
    TRY(find(context, request, &one, e));
    return answer_json(context, &one, request, response, e);
}
