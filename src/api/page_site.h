// SPDX-License-Identifier: Apache-2.0
// What the handlers of pages share: the view and the datasets that a request is about, what every
// page shows, kinds of tables, sending a page. Must not know: how pages look.
#pragma once

#include "api/api.h"
#include "api/page_metadata.h"
#include "api/page_text.h"
#include "api/pages/page.h"

struct site {
    struct view view;
    const struct dataset_view *data; // datasets at the view's commit
    struct page_site page;
    string_view origin; // "http://museum.example", as the client calls this server; may be empty
};

// Leaves out parameters without a value: forms send a field that nobody filled, and it asks
// nothing.
NODISCARD status drop_empty_parameters(struct http_request *request, struct error *e);

// The facts at the view's commit; all of it lies in the request's arena.
NODISCARD status site_open(const struct api *api, struct http_request *request,
                           const struct view *view, struct site *out, struct error *e);
// As view_not_modified; the newest commit, the front end's files, today's date and the server's
// name count too, since pages show them.
bool site_not_modified(const struct view *view, struct http_request *request,
                       struct http_response *response);
// Drops empty parameters and opens the site at the moment that the request asks for; *done: the
// client has the page already.
NODISCARD status page_of_request(const struct api *api, struct http_request *request,
                                 struct http_response *response, struct site *site, bool *done,
                                 struct error *e);
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
http_handler show_home, show_search, show_datasets, show_dataset, show_record;
http_handler show_about, show_api, show_accessibility;
http_handler show_nothing; // where there is nothing
// As http_service.problem_page.
bool show_problem(void *context, const struct http_request *request,
                  const struct http_problem *problem, struct http_response *response);
