// SPDX-License-Identifier: Apache-2.0
// The page of pasted lists (rule C7): /lists is a form, and what it posts is answered as a page, or
// as CSV for part=...&format=csv. The form's own encoding is text/plain (HTML, 4.10.21.8): lines
// name=value, the list last, so that it needs no decoding. Nothing is kept of a list, and nothing
// changes by one.
#include "api/page_searches.h"
#include "api/pages/lists.h"
#include "query/list_print.h"

#include <string.h>

#define ROWS_SHOWN ((size_t)20)

static const char *const part_names[] = {"found", "notFound", "ambiguous"};
static const char *const own[] = {"part", "format", NULL};

struct lists_filling {
    const struct api *api;
    struct http_request *request;
    struct arena *arena;
    struct site site;
    struct address state; // the tables that are looked in
    struct lists_page page;
};

// "field=...\r\nvalues=..."; all behind the second name is the list.
static void read_form(string_view body, struct lists_page *page)
{
    string_view rest = body;
    string_view line = SV("");
    if (sv_starts_with(rest, SV("field=")) && sv_split(&rest, '\n', &line)) {
        page->field = sv_trim(sv_slice(line, strlen("field="), SIZE_MAX));
    }
    page->values =
        sv_starts_with(rest, SV("values=")) ? sv_slice(rest, strlen("values="), SIZE_MAX) : rest;
}

static void read_state(struct lists_filling *f)
{
    const struct http_target *target = &f->request->target;
    address_init(&f->state, SV("/lists"));
    for (size_t i = 0; i < target->parameter_count; i++) {
        string_view name = target->parameters[i].name;
        if (!sv_equal(name, SV("part")) && !sv_equal(name, SV("format"))) {
            address_add(&f->state, name, target->parameters[i].value);
        }
    }
    string_view printed = address_print(&f->state, f->arena);
    f->page.query = sv_slice(printed, f->state.path.length, SIZE_MAX);
    f->page.tables = SV("");
    for (size_t i = 0; i < f->state.count; i++) {
        if (!sv_equal(f->state.pairs[i].name, SV("version"))) {
            f->page.tables = arena_print(
                f->arena, SV_FORMAT "%s" SV_FORMAT, SV_ARGUMENT(f->page.tables),
                f->page.tables.length > 0 ? ", " : "", SV_ARGUMENT(f->state.pairs[i].value));
        }
    }
}

static status run(struct lists_filling *f, struct search_input *input, struct list_match *match,
                  struct error *e)
{
    TRY(search_input_refuse_page(f->request, e));
    TRY(search_input_from_parameters(f->api, f->request, own, input, e));
    input->request.commit = f->site.view.commit;
    input->request.cancelled = http_request_cancelled;
    input->request.cancelled_argument = f->request;
    return list_match_run(f->site.view.snapshot, &scope_public, f->arena, &input->request,
                          f->page.values, &f->page.field, f->page.field.length > 0, match, e);
}

// --- the answer as a page --------------------------------------------------------------------

// The search for a query, with the tables that were looked in; empty where an address has no room.
static string_view search_of(const struct lists_filling *f, string_view json)
{
    struct address *target = arena_new(f->arena, struct address);
    if (target == NULL || json.length > HTTP_LIMIT_TARGET) {
        return SV("");
    }
    *target = f->state;
    target->path = SV("/search");
    address_add(target, SV("query"), json);
    string_view printed = address_print(target, f->arena);
    return printed.length > HTTP_LIMIT_TARGET ? SV("") : printed;
}

static string_view part_address(const struct lists_filling *f, const struct list_match *m,
                                enum list_status which)
{
    struct buffer json;
    buffer_init(&json, QUERY_LIMIT_BYTES);
    list_query_print(m, which, &json);
    string_view text = json.failed ? SV("") : arena_copy(f->arena, buffer_view(&json));
    buffer_release(&json);
    return text.length == 0 ? SV("") : search_of(f, text);
}

static status record_of(struct lists_filling *f, const struct list_match *m,
                        const struct list_entry *entry, string_view *out, struct error *e)
{
    struct search_hit hit;
    struct buffer key;
    buffer_init(&key, (size_t)1 << 20);
    status result = list_hit_read(f->site.view.snapshot, m, &entry->hits[0], &key, &hit, e);
    const struct store_table *table =
        result == ST_OK ? snapshot_table_by_uuid(f->site.view.snapshot, &hit.table) : NULL;
    if (table != NULL) {
        *out = record_address(f->arena, table->slug, hit.key, site_pinned(&f->site));
    }
    buffer_release(&key);
    return result;
}

// One entry alone as a match, for its search.
static string_view entry_address(const struct lists_filling *f, const struct list_match *m,
                                 const struct list_entry *entry)
{
    struct list_match alone = *m;
    alone.entries = entry;
    alone.entry_count = 1;
    return part_address(f, &alone, entry->status);
}

static status fill_part(struct lists_filling *f, const struct list_match *m, enum list_status which,
                        struct error *e)
{
    struct list_part *part = &f->page.parts[which];
    size_t count = MIN(m->counts[which], ROWS_SHOWN);
    struct list_row *rows = arena_array(f->arena, struct list_row, count + 1);
    if (rows == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    *part = (struct list_part){.name = part_names[which], .values = m->counts[which], .rows = rows};
    for (size_t i = 0; i < m->entry_count && part->row_count < count; i++) {
        const struct list_entry *entry = &m->entries[i];
        if (entry->status != which) {
            continue;
        }
        struct list_row *row = &rows[part->row_count++];
        *row = (struct list_row){.value = entry->value, .records = entry->hit_count};
        if (which == LIST_FOUND) {
            TRY(record_of(f, m, entry, &row->address, e));
        } else if (which == LIST_AMBIGUOUS) {
            row->address = entry_address(f, m, entry);
        }
    }
    if (which != LIST_NOT_FOUND && part->values > 0) {
        part->address = part_address(f, m, which);
    }
    return ST_OK;
}

static status fill_answer(struct lists_filling *f, const struct list_match *m, struct error *e)
{
    f->page.answered = true;
    f->page.asked = m->entry_count;
    f->page.fields = m->fields;
    f->page.field_count = m->field_count;
    for (size_t i = 0; i < ARRAY_LENGTH(part_names); i++) {
        TRY(fill_part(f, m, (enum list_status)i, e));
    }
    return ST_OK;
}

// --- the answer as CSV -----------------------------------------------------------------------

static status send_csv(struct lists_filling *f, const struct list_match *m, string_view part,
                       struct http_response *response, struct error *e)
{
    unsigned statuses = 7;
    for (unsigned i = 0; i < ARRAY_LENGTH(part_names); i++) {
        statuses = sv_equal(part, sv_from(part_names[i])) ? 1u << i : statuses;
    }
    response->content_type = "text/csv; charset=utf-8";
    http_response_header(response, "Content-Disposition", SV("attachment; filename=\"list.csv\""));
    return list_print_csv(f->site.view.snapshot, m, statuses, &response->body, e);
}

// --- handlers --------------------------------------------------------------------------------

static status open_page(struct lists_filling *f, const struct api *api,
                        struct http_request *request, struct http_response *response, bool *done,
                        struct error *e)
{
    f->api = api;
    f->request = request;
    f->arena = request->arena;
    TRY(page_of_request(api, request, response, &f->site, done, e));
    f->page.site = &f->site.page;
    f->page.most = SEARCH_LIMIT_LIST;
    read_state(f);
    return ST_OK;
}

status show_lists(void *context, struct http_request *request, struct http_response *response,
                  struct error *e)
{
    struct lists_filling *f = arena_new(request->arena, struct lists_filling);
    bool done = false;
    if (f == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    TRY(open_page(f, context, request, response, &done, e));
    if (done) {
        return ST_OK;
    }
    site_send(&f->site, response, true);
    return page_lists(&f->page, f->arena, &response->body, e);
}

status show_list_answer(void *context, struct http_request *request, struct http_response *response,
                        struct error *e)
{
    struct lists_filling *f = arena_new(request->arena, struct lists_filling);
    struct error *trouble = arena_new(request->arena, struct error);
    struct search_input input;
    struct list_match match;
    string_view format = SV("");
    string_view part = SV("");
    bool done = false;
    bool found = false;
    if (f == NULL || trouble == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the page");
    }
    TRY(open_page(f, context, request, response, &done, e));
    if (done) {
        return ST_OK;
    }
    TRY(http_request_parameter(request, "format", &format, &found, e));
    TRY(http_request_parameter(request, "part", &part, &found, e));
    read_form(request->body, &f->page);
    status result = run(f, &input, &match, trouble);
    if (result != ST_OK && result != ST_INVALID) {
        return error_set(e, result, "%s", trouble->message);
    }
    if (result == ST_OK && sv_equal(format, SV("csv"))) {
        return send_csv(f, &match, part, response, e);
    }
    if (result == ST_OK) {
        TRY(fill_answer(f, &match, e));
    } else {
        f->page.error = sv_from(trouble->message);
    }
    site_send(&f->site, response, true);
    return page_lists(&f->page, f->arena, &response->body, e);
}
