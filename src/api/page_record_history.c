// SPDX-License-Identifier: Apache-2.0
// The history on a record page.
#include "api/page_differences.h"
#include "api/page_record_internal.h"
#include "query/search.h"

#define VERSIONS_SHOWN   ((size_t)50)      // on one page
#define COUNTED_VERSIONS ((size_t)12)      // whose changed fields are counted
#define COUNTED_BYTES    ((size_t)1 << 20) // of JSON that is compared for it

static status no_memory(struct error *e)
{
    return error_set(e, ST_NO_MEMORY, "no memory for the page");
}

// Where the successor is: a record of the same table, or an address of the web; "" for neither.
static status successor_address(struct record_filling *f, string_view successor, string_view *out,
                                struct error *e)
{
    struct record_version *rows = NULL;
    size_t count = 0;
    *out = SV("");
    if (successor.length == 0) {
        return ST_OK;
    }
    TRY(snapshot_versions(f->view.snapshot, &scope_public, &f->name.table->table, successor,
                          f->arena, &rows, &count, e));
    if (count > 0) {
        *out = record_path(f->arena, f->name.table->slug, successor);
    } else if (sv_starts_with(successor, SV("https://")) ||
               sv_starts_with(successor, SV("http://"))) {
        *out = successor;
    }
    return ST_OK;
}

status record_page_fill_removal(struct record_filling *f, const struct record_version *last,
                                struct removal_row *out, struct error *e)
{
    struct removal removal;
    TRY(record_removal(&f->view, &f->name, last, f->arena, &removal, e));
    *out = (struct removal_row){
        .time = view_time(&f->view, last->until),
        .reason = removal.reason,
        .replaced_by = removal.replaced_by,
    };
    return successor_address(f, removal.replaced_by, &out->address, e);
}

// --- what differs ----------------------------------------------------------------------------

// The time of the last event at or before a commit.
static moment event_time(struct record_filling *f, const struct record_event *events, size_t count,
                         uint32_t commit)
{
    for (size_t i = 0; i < count; i++) {
        if (events[i].commit <= commit) {
            return view_time(&f->view, events[i].commit);
        }
    }
    moment m = view_time(&f->view, commit);
    return m == 0 ? MOMENT_BEGINNING : m;
}

static bool is_asked(const struct http_request *request, const char *name)
{
    for (size_t i = 0; i < request->target.parameter_count; i++) {
        if (sv_equal(request->target.parameters[i].name, sv_from(name))) {
            return true;
        }
    }
    return false;
}

static status fill_differences(struct record_filling *f, const struct record_event *events,
                               size_t count, struct error *e)
{
    uint32_t from = 0;
    uint32_t to = 0;
    size_t bytes = 0;
    struct record_tree list = {0};
    if (!is_asked(f->request, "from") || !is_asked(f->request, "to")) {
        return ST_OK;
    }
    TRY(commit_parameter(&f->view, f->request, "from", 0, &from, e));
    TRY(commit_parameter(&f->view, f->request, "to", f->view.commit, &to, e));
    TRY(differences_read(&f->view, f->arena, record_row_at(f->rows, f->row_count, from),
                         record_row_at(f->rows, f->row_count, to), &bytes, &list, e));
    struct difference_list all = {
        .arena = f->arena,
        .tree = &list,
        .rows = arena_array(f->arena, struct difference_row, list.count + 1),
    };
    if (all.rows == NULL) {
        return no_memory(e);
    }
    differences_list(&all);
    f->page.has_difference = true;
    f->page.from = event_time(f, events, count, from);
    f->page.to = event_time(f, events, count, to);
    f->page.differences = all.rows;
    f->page.difference_count = all.count;
    f->page.differences_left_out = all.left_out;
    return ST_OK;
}

// The row before this one, or NULL for the first.
static const struct record_version *row_before(const struct record_filling *f,
                                               const struct record_version *row)
{
    return row == NULL || row == f->rows ? NULL : row - 1;
}

// How many fields an event changed, as long as what is compared for it stays small.
static status count_fields(struct record_filling *f, const struct record_version *row,
                           size_t *bytes, size_t *count, struct error *e)
{
    struct record_tree tree = {0};
    struct difference_list list = {.arena = f->arena, .tree = &tree};
    if (*bytes > COUNTED_BYTES) {
        return ST_OK;
    }
    TRY(differences_read(&f->view, f->arena, row_before(f, row), row, bytes, &tree, e));
    differences_list(&list);
    *count = list.count;
    return ST_OK;
}

static status fill_versions(struct record_filling *f, const struct record_event *events,
                            size_t first, size_t count, struct error *e)
{
    static const enum change_kind kinds[] = {CHANGE_ADDED, CHANGE_CHANGED, CHANGE_REMOVED,
                                             CHANGE_RETURNED};
    size_t shown = MIN(count - first, VERSIONS_SHOWN);
    size_t bytes = 0;
    struct version_row *versions = arena_array(f->arena, struct version_row, shown + 1);
    if (versions == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < shown; i++) {
        const struct record_event *event = &events[first + i];
        const struct commit *c = snapshot_commit(f->view.snapshot, event->commit);
        versions[i] = (struct version_row){
            .time = view_time(&f->view, event->commit),
            .previous =
                first + i + 1 < count ? view_time(&f->view, events[first + i + 1].commit) : 0,
            .change = kinds[event->change],
            .author = c == NULL ? SV("") : c->author,
            .message = c == NULL ? SV("") : c->message,
        };
        if (event->change == RECORD_REMOVED) {
            TRY(record_page_fill_removal(f, event->ended, &versions[i].removal, e));
        }
        if (i < COUNTED_VERSIONS && event->change == RECORD_CHANGED) {
            TRY(count_fields(f, event->row, &bytes, &versions[i].fields_changed, e));
        }
    }
    f->page.versions = versions;
    f->page.version_count = shown;
    return ST_OK;
}

// The address of another page of the history, keeping the moment that this one shows.
static string_view history_address(const struct record_filling *f, size_t older)
{
    struct arena *arena = f->arena;
    string_view path = record_address(arena, f->page.table, f->page.key, site_pinned(&f->site));
    if (older == 0) {
        return arena_print(arena, SV_FORMAT "#history", SV_ARGUMENT(path));
    }
    bool asks = sv_find(path, '?') < path.length;
    return arena_print(arena, SV_FORMAT "%solder=%zu#history", SV_ARGUMENT(path), asks ? "&" : "?",
                       older);
}

status record_page_fill_history(struct record_filling *f, struct error *e)
{
    struct record_event *events = NULL;
    size_t count = 0;
    uint64_t older = 0;
    TRY(record_events(f->rows, f->row_count, snapshot_last_commit(f->view.snapshot), f->arena,
                      &events, &count, e));
    TRY(parameter_number(f->request, "older", 0, INT32_MAX, &older, e));
    size_t first = count == 0 ? 0 : MIN((size_t)older, count - 1);
    TRY(fill_versions(f, events, first, count, e));
    f->page.version_total = count;
    f->page.version_first = first;
    if (first > 0) {
        size_t newer = first - MIN(first, VERSIONS_SHOWN);
        f->page.newer_address = history_address(f, newer);
    }
    if (first + f->page.version_count < count) {
        f->page.older_address = history_address(f, first + f->page.version_count);
    }
    return fill_differences(f, events, count, e);
}
