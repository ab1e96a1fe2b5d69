// SPDX-License-Identifier: Apache-2.0
// The history on a record page.
#include "api/page_record_internal.h"
#include "query/search.h"

#define COUNTED_VERSIONS ((size_t)12) // whose changed fields are counted

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

// The differences between two rows, either of which may be none, as a flat list of objects.
static status read_differences(struct record_filling *f, const struct record_version *before,
                               const struct record_version *after, struct record_tree *out,
                               struct error *e)
{
    string_view from = {0};
    string_view to = {0};
    struct buffer text;
    struct record_reader reader;
    TRY(record_json(&f->view, before, f->arena, &from, e));
    TRY(record_json(&f->view, after, f->arena, &to, e));
    TRY(record_reader_init(&reader, f->arena, e));
    buffer_init(&text, HTTP_LIMIT_RESPONSE);
    status result = record_diff(f->arena, from, to, &text, e);
    if (result == ST_OK) {
        result = record_read(&reader, buffer_view(&text), out, e);
    }
    buffer_release(&text);
    return result;
}

static size_t count_children(const struct record_tree *t)
{
    size_t count = 0;
    for (const struct node *n = t->nodes + 1; n < node_next(t->nodes); n = node_next(n)) {
        count++;
    }
    return count;
}

// A value as text; lists and objects as JSON.
static string_view shown_value(struct record_filling *f, const struct record_tree *t,
                               const struct node *node)
{
    if (node_is_scalar(node)) {
        return node_text(node);
    }
    struct document part = {node, (size_t)node->descendants + 1};
    struct buffer text;
    buffer_init(&text, HTTP_LIMIT_RESPONSE);
    document_write_json(&part, t->names, false, &text);
    string_view copy = arena_copy(f->arena, buffer_view(&text));
    buffer_release(&text);
    return copy;
}

static void fill_difference(struct record_filling *f, const struct record_tree *t,
                            const struct node *object, struct difference_row *row)
{
    *row = (struct difference_row){.change = CHANGE_CHANGED};
    for (const struct node *m = object + 1; m < node_next(object); m = node_next(m)) {
        string_view name = node_name(t, m);
        if (sv_equal(name, SV("field"))) {
            row->name = node_text(m);
        } else if (sv_equal(name, SV("from"))) {
            row->before = shown_value(f, t, m);
        } else if (sv_equal(name, SV("to"))) {
            row->after = shown_value(f, t, m);
        } else if (sv_equal(name, SV("change"))) {
            bool added = sv_equal(node_text(m), SV("added"));
            bool removed = sv_equal(node_text(m), SV("removed"));
            row->change = added ? CHANGE_ADDED : removed ? CHANGE_REMOVED : CHANGE_CHANGED;
        }
    }
}

// The time of the last event at or before a commit.
static moment event_time(struct record_filling *f, const struct record_event *events, size_t count,
                         uint32_t commit)
{
    for (size_t i = 0; i < count; i++) {
        if (events[i].commit <= commit) {
            return view_time(&f->view, events[i].commit);
        }
    }
    return view_time(&f->view, commit);
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
    struct record_tree list = {0};
    if (!is_asked(f->request, "from") || !is_asked(f->request, "to")) {
        return ST_OK;
    }
    TRY(commit_parameter(&f->view, f->request, "from", 0, &from, e));
    TRY(commit_parameter(&f->view, f->request, "to", f->view.commit, &to, e));
    TRY(read_differences(f, record_row_at(f->rows, f->row_count, from),
                         record_row_at(f->rows, f->row_count, to), &list, e));
    size_t total = count_children(&list);
    struct difference_row *rows = arena_array(f->arena, struct difference_row, total + 1);
    if (rows == NULL) {
        return no_memory(e);
    }
    for (const struct node *n = list.nodes + 1; n < node_next(list.nodes); n = node_next(n)) {
        fill_difference(f, &list, n, &rows[f->page.difference_count++]);
    }
    f->page.has_difference = true;
    f->page.from = event_time(f, events, count, from);
    f->page.to = event_time(f, events, count, to);
    f->page.differences = rows;
    return ST_OK;
}

// The row before this one, or NULL for the first.
static const struct record_version *row_before(const struct record_filling *f,
                                               const struct record_version *row)
{
    return row == NULL || row == f->rows ? NULL : row - 1;
}

status record_page_fill_history(struct record_filling *f, struct error *e)
{
    static const enum change_kind kinds[] = {CHANGE_ADDED, CHANGE_CHANGED, CHANGE_REMOVED,
                                             CHANGE_RETURNED};
    struct record_event *events = NULL;
    size_t count = 0;
    TRY(record_events(f->rows, f->row_count, snapshot_last_commit(f->view.snapshot), f->arena,
                      &events, &count, e));
    struct version_row *versions = arena_array(f->arena, struct version_row, count + 1);
    if (versions == NULL) {
        return no_memory(e);
    }
    for (size_t i = 0; i < count; i++) {
        const struct commit *c = snapshot_commit(f->view.snapshot, events[i].commit);
        versions[i] = (struct version_row){
            .time = view_time(&f->view, events[i].commit),
            .change = kinds[events[i].change],
            .author = c == NULL ? SV("") : c->author,
            .message = c == NULL ? SV("") : c->message,
        };
        if (events[i].change == RECORD_REMOVED) {
            TRY(record_page_fill_removal(f, events[i].ended, &versions[i].removal, e));
        }
        if (i < COUNTED_VERSIONS && events[i].change == RECORD_CHANGED) {
            struct record_tree list = {0};
            TRY(read_differences(f, row_before(f, events[i].row), events[i].row, &list, e));
            versions[i].fields_changed = count_children(&list);
        }
    }
    f->page.versions = versions;
    f->page.version_count = count;
    return fill_differences(f, events, count, e);
}
