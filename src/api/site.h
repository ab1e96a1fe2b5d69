// SPDX-License-Identifier: Apache-2.0
// What the handlers of pages share: the site's own facts, kinds of tables, reading JSON, sending a
// page. Must not know: how pages look.
#pragma once

#include "api/api.h"
#include "api/pages/page.h"

#include <jansson.h>

struct site {
    struct view view;
    const struct dataset_view *data; // datasets at the view's commit
    struct page_site page;
};

// The facts at the view's commit; all of it lies in the request's arena.
NODISCARD status site_open(const struct api *api, struct http_request *request,
                           const struct view *view, struct site *out, struct error *e);
// As view_not_modified, and the front end's files count too, since pages name them.
bool site_not_modified(const struct view *view, const struct http_request *request,
                       struct http_response *response);
// The site at the moment that the request asks for; *done: the client has the page already.
NODISCARD status page_of_request(const struct api *api, struct http_request *request,
                                 struct http_response *response, struct site *site, bool *done,
                                 struct error *e);
// Marks the answer as a page; not to be indexed when it is of a demo or `noindex` (rules K2, L1).
void site_send(const struct site *site, struct http_request *request,
               struct http_response *response, bool noindex);

// Of a resource's kind (rule C4); KIND_COUNT when it declares none.
enum record_kind kind_from_text(string_view kind);
// The word used in addresses and filters, "index lots"; "" for KIND_COUNT.
string_view kind_text(enum record_kind kind);
// Records of each kind that has any; returns how many kinds those are.
size_t count_kinds(const struct dataset_view *data, struct kind_count counts[KIND_COUNT]);
// The kind of most of a dataset's records.
enum record_kind dataset_kind(const struct dataset *d);

// A parsed JSON object that goes with the arena; NULL when it is none or memory is out.
const json_t *json_in_arena(struct arena *arena, string_view text);
// A string member, in the JSON's memory; "" when there is none.
string_view json_text(const json_t *object, const char *name);
// Names of a list of people, "Quillfeather M., Ombro T.", in the arena.
string_view author_names(struct arena *arena, const json_t *dataset);
// "/record/{table}/{key}" and "?version=" for a moment that is not 0.
string_view record_address(struct arena *arena, string_view table, string_view key, moment version);
// The first `length` bytes, cut at a blank, with "…" where something is left out.
string_view excerpt(struct arena *arena, string_view text, size_t length);

http_handler show_home, show_search, show_datasets, show_dataset, show_record;
http_handler show_about, show_accessibility, show_api, show_nothing;
bool show_problem(void *context, const struct http_request *request,
                  const struct http_problem *problem, struct http_response *response);
