// SPDX-License-Identifier: Apache-2.0
// What the handlers of pages share: the view and the datasets that a request is about, what every
// page shows, kinds of tables, sending a page. Must not know: how pages look.
#pragma once

#include "api/api.h"
#include "api/page_cache.h"
#include "api/page_metadata.h"
#include "api/page_text.h"
#include "api/pages/page.h"

struct identifier_register;

struct site {
    struct view view;
    const struct dataset_view *data; // datasets at the view's commit
    const json_t *facts;             // the portal's; may be NULL
    struct page_site page;
    struct identifier_register *identifiers;
    uint64_t literature; // state of the register of the literature
    string_view origin;  // "http://museum.example", as the client calls this server; may be empty
};

// Leaves out parameters without a value: forms send a field that nobody filled, and it asks
// nothing.
NODISCARD status drop_empty_parameters(struct http_request *request, struct error *e);

// Leaves out the parameters of that name; drop_empty_parameters comes first.
void drop_parameter(struct http_request *request, string_view name);
// Drops empty parameters and opens the view that the request asks for. A moment in the future is
// dropped too: the page is the newest, and tells of it (page_site.future).
NODISCARD status page_view(const struct api *api, struct http_request *request, struct view *out,
                           struct error *e);

// The facts at the view's commit; all of it lies in the request's arena.
NODISCARD status site_open(const struct api *api, struct http_request *request,
                           const struct view *view, struct site *out, struct error *e);
// A number that changes every ten minutes while uses are counted, for what keeps figures of them.
int64_t site_use_stamp(const struct api *api);
// Of a page of the site as it is now, to keep it by.
struct page_cache_key site_cache_key(const struct api *api, const struct site *site,
                                     const struct http_request *request, string_view path);
// As view_not_modified; the newest commit, the front end's files, today's date and the server's
// name count too, since pages show them.
bool site_not_modified(const struct api *api, const struct view *view, struct http_request *request,
                       struct http_response *response);
// Drops empty parameters and opens the site at the moment that the request asks for; *done: the
// client has the page already.
NODISCARD status page_of_request(const struct api *api, struct http_request *request,
                                 struct http_response *response, struct site *site, bool *done,
                                 struct error *e);
// The address of a path of this host, in the reader's language.
string_view site_address(const struct http_request *request, string_view path);
// Leads to another path of this host, in the reader's language.
void site_redirect(struct http_request *request, struct http_response *response, int code,
                   string_view path);
// Marks the answer as a page; not to be indexed when it is of a demo or `noindex` (rules K2, L1).
void site_send(const struct site *site, struct http_response *response, bool noindex);
// The moment that links of this page carry on: 0 where none was asked.
moment site_pinned(const struct site *site);

// Records by kind, those that there are, in the order of kinds (rule C4): of one dataset, of all.
struct holdings dataset_holdings(const struct dataset *d);
struct holdings portal_holdings(const struct dataset_view *data);
// The kind of most of a dataset's records; KIND_COUNT where it has no tables.
enum record_kind dataset_kind(const struct dataset *d);
// What pages say a dataset is about, for its drawn plate.
string_view dataset_subject(struct arena *arena, const struct dataset *d);
// The kind of a table; KIND_COUNT where it declares none.
enum record_kind table_kind(const struct site *site, const struct uuid *table);

// --- handlers, in the order of routes.c ------------------------------------------------------
http_handler show_home, show_search, show_build, show_datasets, show_dataset, show_record;
http_handler show_record_version, go_to_downloads, go_to_changes; // lead elsewhere
http_handler go_to_found;
http_handler show_taxon, show_country, show_interval, show_person;
http_handler show_lists, show_list_answer;
http_handler show_prepare, take_prepare, show_prepared, end_prepared; // downloads for later
http_handler start_download;                                          // one of a page's form
http_handler show_statistics, show_text, show_api;
http_handler show_chart_svg, show_chart_csv; // the picture and the numbers of a search's chart
http_handler show_cited, show_name;          // identifiers, and searches by a name
http_handler show_publications;              // publications that used what is here
http_handler cite_by_form, name_by_form;     // what makes them
http_handler show_nothing;                   // where there is nothing
http_handler show_subscription, subscribe_by_form, change_subscription;
// As http_service.problem_language and http_service.problem_page.
const char *tell_problem(const struct http_request *request, string_view *detail);
bool show_problem(void *context, const struct http_request *request,
                  const struct http_problem *problem, struct http_response *response);
