// SPDX-License-Identifier: Apache-2.0
// GET /api/v1/feed: the commits that changed what a search finds, newest first, for readers of
// feeds: Atom (RFC 4287) or JSON Feed 1.1. Each entry leads to the differences, as a page and as
// rows.
#include "api/page_site.h"
#include "api/page_text.h"
#include "api/pages/address.h"
#include "api/search_input.h"
#include "base/clock.h"
#include "formats/json_write.h"
#include "formats/xml_write.h"
#include "query/search_history.h"

#define ENTRIES_NORMAL 20
#define ENTRIES_MOST   100
#define TIME_FOR_IT    ((uint64_t)2000000000) // nanoseconds: a page of fewer entries leads on
#define WORDS_MOST     ((size_t)1000)         // bytes of the title's words

struct feed {
    const struct http_request *request;
    struct arena *arena;
    struct search_input input;
    struct site site;
    bool atom;
    struct search_event *events;
    size_t count;
    moment next; // what `before` is in the address of the rest; 0: none
    struct buffer *out;
};

static const char *const own[] = {"format", "limit", "before", "version", NULL};

// --- addresses -------------------------------------------------------------------------------

// The search's own parameters, below another path.
static struct address *address_of(const struct feed *f, const char *path)
{
    struct address *a = arena_new(f->arena, struct address);
    if (a == NULL) {
        return NULL;
    }
    address_init(a, sv_from(path));
    for (size_t i = 0; i < f->request->target.parameter_count; i++) {
        const struct http_parameter *p = &f->request->target.parameters[i];
        bool other = false;
        for (size_t k = 0; own[k] != NULL; k++) {
            other = other || sv_equal(p->name, sv_from(own[k]));
        }
        if (!other) {
            address_add(a, p->name, p->value);
        }
    }
    return a;
}

static void add_moment(const struct feed *f, struct address *a, const char *name, moment m)
{
    address_add(a, sv_from(name), arena_print(f->arena, "%lld", (long long)m));
}

static string_view print(const struct feed *f, const struct address *a)
{
    return arena_print(f->arena, SV_FORMAT SV_FORMAT, SV_ARGUMENT(f->site.origin),
                       SV_ARGUMENT(address_print(a, f->arena)));
}

static string_view feed_address(const struct feed *f, moment before)
{
    struct address *a = address_of(f, "/api/v1/feed");
    if (a == NULL) {
        return SV("");
    }
    address_add(a, SV("format"), f->atom ? SV("atom") : SV("json"));
    if (before != 0) {
        add_moment(f, a, "before", before);
    }
    return print(f, a);
}

static string_view page_address(const struct feed *f, moment from, moment to)
{
    struct address *a = address_of(f, "/search");
    if (a == NULL) {
        return SV("");
    }
    if (to != 0) {
        address_add(a, SV("view"), SV("changes"));
        add_moment(f, a, "version", to);
    }
    if (from != 0) {
        add_moment(f, a, "changes.from", from);
    }
    return print(f, a);
}

// Of the first commit there is nothing before: its rows are the search's at that version.
static string_view rows_address(const struct feed *f, moment from, moment to)
{
    struct address *a = address_of(f, from == 0 ? "/api/v1/scan" : "/api/v1/changes");
    if (a == NULL) {
        return SV("");
    }
    if (from != 0) {
        add_moment(f, a, "from", from);
    }
    add_moment(f, a, from == 0 ? "version" : "to", to);
    return print(f, a);
}

// --- words -----------------------------------------------------------------------------------

static string_view title_of(const struct feed *f)
{
    struct buffer words;
    buffer_init(&words, (size_t)1 << 20);
    if (f->input.request.query != NULL) {
        query_describe(f->input.request.query, &words);
    }
    string_view told = excerpt(f->arena, buffer_view(&words), WORDS_MOST);
    string_view title =
        told.length == 0
            ? arena_print(f->arena, SV_FORMAT ": changes", SV_ARGUMENT(f->site.page.name))
            : arena_print(f->arena, SV_FORMAT ": changes of " SV_FORMAT,
                          SV_ARGUMENT(f->site.page.name), SV_ARGUMENT(told));
    buffer_release(&words);
    return title;
}

struct entry {
    const struct commit *commit;
    moment before; // of the commit before; 0: none
    string_view title;
    string_view page;
    string_view rows;
    char time[25];
};

static void make_entry(const struct feed *f, const struct search_event *event, struct entry *out)
{
    struct snapshot *s = f->input.view.snapshot;
    const struct commit *before = snapshot_commit(s, event->commit - 1);
    out->commit = snapshot_commit(s, event->commit);
    out->before = before == NULL ? 0 : before->time;
    out->title = arena_print(f->arena, "%llu added, %llu changed, %llu removed",
                             (unsigned long long)event->added, (unsigned long long)event->changed,
                             (unsigned long long)event->removed);
    out->page = page_address(f, out->before, out->commit->time);
    out->rows = rows_address(f, out->before, out->commit->time);
    moment_to_text(out->commit->time, out->time);
}

// --- Atom ------------------------------------------------------------------------------------

static void write_element(struct buffer *out, const char *name, string_view text)
{
    buffer_print(out, "<%s>", name);
    xml_write_text(out, text);
    buffer_print(out, "</%s>\n", name);
}

static void write_link(struct buffer *out, const char *relation, const char *type,
                       string_view address)
{
    buffer_print(out, "<link rel=\"%s\" type=\"%s\" href=\"", relation, type);
    xml_write_text(out, address);
    buffer_append_view(out, SV("\"/>\n"));
}

static void write_author(struct buffer *out, string_view name)
{
    buffer_append_view(out, SV("<author>"));
    write_element(out, "name", name);
    buffer_append_view(out, SV("</author>\n"));
}

static void write_atom_entry(const struct feed *f, const struct search_event *event)
{
    struct entry entry;
    make_entry(f, event, &entry);
    buffer_append_view(f->out, SV("<entry>\n"));
    write_element(f->out, "id", entry.rows);
    write_element(f->out, "title", entry.title);
    write_element(f->out, "updated", sv_from(entry.time));
    write_author(f->out, entry.commit->author);
    write_link(f->out, "alternate", "text/html", entry.page);
    write_link(f->out, "related", "application/x-ndjson", entry.rows);
    write_element(f->out, "summary", entry.commit->message);
    buffer_append_view(f->out, SV("</entry>\n"));
}

static void write_atom(const struct feed *f)
{
    char updated[25];
    moment_to_text(f->count > 0 ? snapshot_commit(f->input.view.snapshot, f->events[0].commit)->time
                                : f->input.view.version,
                   updated);
    buffer_append_view(f->out, SV("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                                  "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"));
    write_element(f->out, "id", feed_address(f, 0));
    write_element(f->out, "title", title_of(f));
    write_element(f->out, "updated", sv_from(updated));
    write_author(f->out, f->site.page.name);
    write_link(f->out, "self", "application/atom+xml", feed_address(f, 0));
    write_link(f->out, "alternate", "text/html", page_address(f, 0, 0));
    if (f->next != 0) { // RFC 5005, section 3
        write_link(f->out, "next", "application/atom+xml", feed_address(f, f->next));
    }
    for (size_t i = 0; i < f->count; i++) {
        write_atom_entry(f, &f->events[i]);
    }
    buffer_append_view(f->out, SV("</feed>\n"));
}

// --- JSON Feed -------------------------------------------------------------------------------

static void write_number(struct buffer *out, const char *name, uint64_t value)
{
    json_write_name(out, sv_from(name));
    buffer_append_uint(out, value);
}

static void write_json_entry(const struct feed *f, const struct search_event *event)
{
    struct entry entry;
    make_entry(f, event, &entry);
    buffer_append_byte(f->out, '{');
    json_write_member(f->out, SV("id"), entry.rows);
    json_write_member(f->out, SV("url"), entry.page);
    json_write_member(f->out, SV("title"), entry.title);
    json_write_name(f->out, SV("content_text"));
    json_write_string(f->out, entry.commit->message);
    json_write_member(f->out, SV("date_published"), sv_from(entry.time));
    buffer_append_view(f->out, SV(",\"authors\":[{"));
    json_write_name(f->out, SV("name"));
    json_write_string(f->out, entry.commit->author);
    buffer_append_view(f->out, SV("}],\"_changes\":{"));
    json_write_name(f->out, SV("from"));
    write_version(f->out, entry.before);
    json_write_name(f->out, SV("to"));
    write_version(f->out, entry.commit->time);
    write_number(f->out, "added", event->added);
    write_number(f->out, "changed", event->changed);
    write_number(f->out, "removed", event->removed);
    json_write_member(f->out, SV("rows"), entry.rows);
    buffer_append_view(f->out, SV("}}"));
}

static void write_json(const struct feed *f)
{
    buffer_append_byte(f->out, '{');
    json_write_member(f->out, SV("version"), SV("https://jsonfeed.org/version/1.1"));
    json_write_member(f->out, SV("title"), title_of(f));
    json_write_member(f->out, SV("home_page_url"), page_address(f, 0, 0));
    json_write_member(f->out, SV("feed_url"), feed_address(f, 0));
    if (f->next != 0) {
        json_write_member(f->out, SV("next_url"), feed_address(f, f->next));
    }
    buffer_append_view(f->out, SV(",\"items\":["));
    for (size_t i = 0; i < f->count; i++) {
        buffer_append_view(f->out, i == 0 ? SV("\n") : SV(",\n"));
        write_json_entry(f, &f->events[i]);
    }
    buffer_append_view(f->out, SV("\n]}\n"));
}

// --- the answer ------------------------------------------------------------------------------

static status read_format(const struct http_request *request, bool *atom, struct error *e)
{
    string_view name = SV("atom");
    bool found = false;
    TRY(http_request_parameter(request, "format", &name, &found, e));
    *atom = sv_equal(name, SV("atom"));
    if (!*atom && !sv_equal(name, SV("json"))) {
        return error_set_field(e, ST_INVALID, "format", "format must be atom or json");
    }
    return ST_OK;
}

// The last commit that may be told; `before` itself is none.
static status read_newest(const struct feed *f, uint32_t *newest, struct error *e)
{
    string_view text = SV("");
    bool found = false;
    moment before = 0;
    *newest = f->input.view.commit;
    TRY(http_request_parameter(f->request, "before", &text, &found, e));
    if (!found) {
        return ST_OK;
    }
    struct error inner = {0};
    if (moment_from_text(text, &before, &inner) != ST_OK) {
        return error_set_field(e, ST_INVALID, "before", "%s", inner.message);
    }
    *newest = MIN(*newest, snapshot_commit_at(f->input.view.snapshot, before - 1));
    return ST_OK;
}

static status find_events(struct feed *f, uint64_t limit, struct error *e)
{
    const struct cancellation cancellation = {http_request_cancelled, (void *)f->request};
    struct search_history asked = {.request = &f->input.request,
                                   .most = (size_t)limit,
                                   .until = clock_ticks() + TIME_FOR_IT,
                                   .cancellation = &cancellation};
    uint32_t next = 0;
    TRY(read_newest(f, &asked.newest, e));
    TRY(search_history_make(f->input.view.snapshot, &scope_public, &asked, f->arena, &f->events,
                            &f->count, &next, e));
    const struct commit *on = snapshot_commit(f->input.view.snapshot, next);
    f->next = on == NULL ? 0 : on->time + 1;
    return ST_OK;
}

status api_feed(void *context, struct http_request *request, struct http_response *response,
                struct error *e)
{
    static const char *const taken[] = {"format", "before", NULL};
    static const char *const useless[] = {"version", "explain", NULL};
    struct feed *f = arena_new(request->arena, struct feed);
    uint64_t limit = 0;
    if (f == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for the feed");
    }
    f->request = request;
    f->arena = request->arena;
    TRY(read_format(request, &f->atom, e));
    TRY(parameter_number(request, "limit", ENTRIES_NORMAL, ENTRIES_MOST, &limit, e));
    TRY(search_input_refuse_page(request, e));
    TRY(search_input_refuse(request, useless, e));
    TRY(search_input_from_parameters(context, request, taken, &f->input, e));
    if (site_not_modified(context, &f->input.view, request, response)) {
        return ST_OK;
    }
    TRY(site_open(context, request, &f->input.view, &f->site, e));
    TRY(find_events(f, limit, e));
    f->out = &response->body;
    response->content_type = f->atom ? "application/atom+xml" : "application/feed+json";
    if (f->atom) {
        write_atom(f);
    } else {
        write_json(f);
    }
    return buffer_check(&response->body, "the feed", e);
}
