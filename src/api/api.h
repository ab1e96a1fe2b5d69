// SPDX-License-Identifier: Apache-2.0
// What the portal API's files share: the context of every handler, and a view of the data as of the
// moment that a request asks for. Must not know: sockets.
#pragma once

#include "http/router.h"
#include "portal/house.h"
#include "portal/people.h"
#include "portal/portal.h"

struct download_jobs;
struct kept_packages;
struct notices;
struct subscriptions;
struct page_cache;
struct cite_limit;
struct usage;
struct deposits;

struct api {
    struct portal *portal;
    struct identifier_register *identifiers;
    struct deposits *deposits; // tells a registry of them; NULL: there is no account
    struct literature *literature;
    struct cite_limit *cite_limit; // how many of them one client may have made; NULL: any number
    struct kept_packages *kept;    // finished downloads; NULL: none are kept
    struct download_jobs *jobs;    // downloads prepared in the background; NULL: none are
    struct subscriptions *subscriptions; // who follows a search; NULL: nobody can
    const struct notices *notices;
    struct page_cache *pages; // may be NULL
    struct usage *usage;      // may be NULL: nothing is counted
    moment started;           // of the server
    struct house house;       // what the museum sets of its pages
    struct people people;     // whom it has identified (rule I1)
};

// The store as of a commit, for one request.
struct view {
    struct snapshot *snapshot; // released with the request's arena
    uint32_t commit;           // 0: nothing has been committed yet
    moment version;            // the commit's time (rule A7)
    bool newest;               // no moment was asked
    moment future;             // the moment asked, where it lies after today (UTC); else 0
};

// The view of the moment in `version_text` (as moment_from_text reads it), of the newest
// commit when that is empty. ST_INVALID naming "version"; ST_NOT_FOUND for a moment before the
// first commit.
NODISCARD status view_open(const struct api *api, const struct http_request *request,
                           string_view version_text, struct view *out, struct error *e);
// The same of a moment, of the newest commit when that is NULL.
NODISCARD status view_open_at(const struct api *api, const struct http_request *request,
                              const moment *asked, struct view *out, struct error *e);
// Whether a moment is of today (UTC) or before: the rest of today counts as now, since a date alone
// means its last millisecond. Today is the last commit's day where the clock is behind.
bool view_is_past(const struct view *v, moment asked);
// The same from the request's version parameter.
NODISCARD status view_of_request(const struct api *api, const struct http_request *request,
                                 struct view *out, struct error *e);
// The time of a commit of the view's snapshot; 0 for 0.
moment view_time(const struct view *v, uint32_t commit);
// The error for a dataset or table (`what`) that only a later commit begins.
NODISCARD status not_here_yet(const char *what, string_view name, moment begins, struct error *e);
// Sets the ETag of the view and the request; true when the client has that answer already.
bool view_not_modified(const struct view *v, const struct http_request *request,
                       struct http_response *response);
// The same of an answer that is told in a language, "en".
bool view_not_modified_in(const struct view *v, const char *language,
                          const struct http_request *request, struct http_response *response);

// A whole number from 0 to `most` in the parameter, or `normal` when it is not there.
NODISCARD status parameter_number(const struct http_request *request, const char *name,
                                  uint64_t normal, uint64_t most, uint64_t *out, struct error *e);

// "true" or "false" in the parameter; *out stays where it is not there.
NODISCARD status parameter_truth(const struct http_request *request, const char *name, bool *out,
                                 struct error *e);

// Begins a JSON answer: content type and {"version":...
void answer_begin(const struct view *v, struct http_response *response);
// {"version": for a commit, as a member of an object: a moment in milliseconds, null for commit 0.
void write_version(struct buffer *out, moment version);

// Fields whose values a search box offers, in that order; ends with NULL.
extern const char *const suggest_any_fields[];

// --- handlers, in the order of routes.c ------------------------------------------------------
http_handler api_datasets, api_dataset, api_dataset_commits, api_commit_report, api_dataset_fields;
http_handler api_records, api_search, api_record, api_record_versions, api_record_diff;
http_handler api_suggest, api_suggest_any, api_summary, api_summary_post, api_scan, api_download,
    api_changes, api_feed, api_fields, api_description, api_unknown;
http_handler api_download_estimate, api_prepare, api_prepared, api_prepared_end;
http_handler api_geological_time, api_geological_time_post;
http_handler api_digest, api_digest_post;
http_handler api_lists, api_identifiers, api_values, api_contributions;
http_handler api_archive;
http_handler api_dataset_citation, api_record_citation, api_search_citation;
http_handler api_make_citation, api_get_citation;
http_handler api_publications;
http_handler api_tile;
http_handler api_health, api_ready, api_robots, api_asset, api_base_tile, api_medium, api_file;
http_handler api_theme, api_logo;
http_handler api_subscribe, api_subscription, api_subscription_end;
http_handler api_usage, api_usage_report, api_download_statistics;
http_handler counter_status, counter_reports, counter_dsr;

extern const struct http_route api_routes[];
extern const size_t api_route_count;
