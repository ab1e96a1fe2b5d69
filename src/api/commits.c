// SPDX-License-Identifier: Apache-2.0
// The commits of a dataset: those that touched its tables or its description, newest first.
#include "api/commit_list.h"
#include "api/dataset_answer.h"
#include "formats/json_write.h"

#define COMMITS_LIMIT  1000
#define COMMITS_NORMAL 100

static void write_count(const char *name, uint64_t value, struct buffer *out)
{
    json_write_name(out, sv_from(name));
    buffer_append_uint(out, value);
}

static void write_tables(const struct commit_list *list, const struct commit *c, struct buffer *out)
{
    bool first = true;
    buffer_append_view(out, SV(",\"tables\":["));
    for (size_t i = 0; i < c->count_tables; i++) {
        const struct commit_counts *counts = &c->counts[i];
        const struct store_table *t = snapshot_table_by_uuid(list->view->snapshot, &counts->table);
        if (t == NULL || !commit_list_has_table(list, &counts->table)) {
            continue;
        }
        buffer_append_view(out, first ? SV("{\"table\":") : SV(",{\"table\":"));
        json_write_string(out, t->slug);
        write_count("added", counts->added, out);
        write_count("changed", counts->changed, out);
        write_count("removed", counts->removed, out);
        write_count("unchanged", counts->unchanged, out);
        write_count("clashes", counts->clashes, out);
        buffer_append_byte(out, '}');
        first = false;
    }
    buffer_append_byte(out, ']');
}

static void write_report(string_view address, struct buffer *out)
{
    buffer_append_view(out, SV(",\"report\":"));
    if (address.length > 0) {
        json_write_string(out, address);
    } else {
        buffer_append_view(out, SV("null"));
    }
}

static void write_commit(const struct commit_list *list, const struct commit *c,
                         struct arena *arena, struct buffer *out)
{
    static const char *const kinds[] = {"import", "metadata", "correction", "revert", "erasure"};
    buffer_append_view(out, SV("{\"version\":"));
    buffer_append_int(out, c->time);
    write_count("number", c->number, out);
    buffer_append_view(out, SV(",\"kind\":"));
    json_write_string(out, sv_from(kinds[c->kind]));
    buffer_append_view(out, SV(",\"author\":"));
    json_write_string(out, c->author);
    buffer_append_view(out, SV(",\"message\":"));
    json_write_string(out, c->message);
    buffer_append_view(out, SV(",\"source\":"));
    if (c->source_name.length == 0) {
        buffer_append_view(out, SV("null"));
    } else {
        buffer_append_view(out, SV("{\"name\":"));
        json_write_string(out, c->source_name);
        json_write_member(out, SV("sha256"), c->source_hash);
        json_write_member(out, SV("date"), c->source_date);
        buffer_append_byte(out, '}');
    }
    write_tables(list, c, out);
    write_report(commit_list_report(list, c->number, arena), out);
    buffer_append_byte(out, '}');
}

static void write_commits(const struct commit_list *list, uint64_t limit, uint64_t offset,
                          struct arena *arena, struct buffer *out)
{
    uint64_t total = 0;
    uint64_t written = 0;
    buffer_append_view(out, SV(",\"commits\":["));
    for (uint32_t n = list->view->commit; n > 0; n--) {
        const struct commit *c = snapshot_commit(list->view->snapshot, n);
        if (!commit_list_has(list, n)) {
            continue;
        }
        if (total++ >= offset && written < limit) {
            if (written++ > 0) {
                buffer_append_byte(out, ',');
            }
            write_commit(list, c, arena, out);
        }
    }
    buffer_append_byte(out, ']');
    write_count("total", total, out);
}

status api_dataset_commits(void *context, struct http_request *request,
                           struct http_response *response, struct error *e)
{
    struct view v;
    struct commit_list list = {.view = &v};
    uint64_t limit = 0;
    uint64_t offset = 0;
    TRY(dataset_of_request(context, request, &v, &list.dataset, e));
    TRY(parameter_number(request, "limit", COMMITS_NORMAL, COMMITS_LIMIT, &limit, e));
    TRY(parameter_number(request, "offset", 0, INT64_MAX, &offset, e));
    if (view_not_modified(&v, request, response)) {
        return ST_OK;
    }
    TRY(commit_list_init(&list, request->arena, e));
    TRY(commit_list_read_reports(&list, context, request->arena, e));
    answer_begin(&v, response);
    write_commits(&list, limit, offset, request->arena, &response->body);
    buffer_append_view(&response->body, SV("}\n"));
    return ST_OK;
}
