// SPDX-License-Identifier: Apache-2.0
// The report of a commit's bad rows, as JSON Lines (rule A8).
#include "api/commit_list.h"
#include "api/dataset_answer.h"
#include "base/file.h"
#include "portal/ingest.h"

#include <stdio.h>

static void unmap(void *file)
{
    file_unmap(file);
}

static status no_report(string_view commit, struct error *e)
{
    return error_set_field(e, ST_NOT_FOUND, "commit",
                           "the dataset has no commit \"" SV_FORMAT "\" with a report of bad rows",
                           SV_ARGUMENT(sv_slice(commit, 0, 40)));
}

// The ingest that made the commit, where it is one of the dataset's and left a report.
static status find_report(const struct api *api, struct commit_list *list, string_view text,
                          struct arena *arena, struct commit_report *out, struct error *e)
{
    uint64_t number = 0;
    if (!sv_to_uint64(text, &number) || number > list->view->commit ||
        !commit_list_has(list, (uint32_t)number)) {
        return no_report(text, e);
    }
    TRY(commit_list_read_reports(list, api, arena, e));
    const struct commit_report *found =
        commit_report_find(list->reports, list->report_count, (uint32_t)number);
    if (found == NULL) {
        return no_report(text, e);
    }
    *out = *found;
    return ST_OK;
}

// The file's bytes, mapped until the request ends; ST_NOT_FOUND when somebody cleared it away.
static status map_report(const struct api *api, const struct commit_report *report,
                         struct arena *arena, string_view *out, struct error *e)
{
    char path[PATH_SIZE];
    struct mapped_file *file = arena_new(arena, struct mapped_file);
    if (file == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a report");
    }
    TRY(portal_report_path(api->portal, report->job, path, e));
    if (!file_exists(path)) {
        return error_set_field(e, ST_NOT_FOUND, "commit",
                               "the report of commit %u is not kept any more", report->commit);
    }
    TRY(file_map(path, file, e));
    TRY(arena_defer(arena, unmap, file));
    *out = (string_view){(const char *)file->bytes, file->length};
    return ST_OK;
}

status api_commit_report(void *context, struct http_request *request,
                         struct http_response *response, struct error *e)
{
    const struct api *api = context;
    struct view v;
    struct commit_list list = {.view = &v};
    struct commit_report report;
    char state[64];
    string_view commit = http_request_capture(request, "commit");
    TRY(dataset_of_request(api, request, &v, &list.dataset, e));
    TRY(commit_list_init(&list, request->arena, e));
    TRY(find_report(api, &list, commit, request->arena, &report, e));
    TRY(map_report(api, &report, request->arena, &response->fixed, e));
    (void)snprintf(state, sizeof state, "report %u", report.commit); // it never changes
    if (http_response_not_modified(response, request, sv_from(state))) {
        return ST_OK;
    }
    response->content_type = "application/x-ndjson";
    http_response_header(
        response, "Content-Disposition",
        arena_print(request->arena, "attachment; filename=\"" SV_FORMAT "-commit-%u-report.jsonl\"",
                    SV_ARGUMENT(list.dataset->slug), report.commit));
    return ST_OK;
}
