// SPDX-License-Identifier: Apache-2.0
// Every route of the server. tests/integration/test_openapi.py holds it and openapi.json to each
// other.
#include "api/page_site.h"

// Of routes whose handler does not check them itself.
static const char *const none[] = {NULL};
static const char *const of_datasets[] = {"q", "limit", "offset", "version", NULL};
static const char *const of_dataset[] = {"version", NULL};
static const char *const of_commits[] = {"limit", "offset", "version", NULL};
static const char *const of_fields[] = {"table", "version", NULL};
static const char *const of_all_fields[] = {"text", "limit",   "dataset", "table",
                                            "kind", "version", NULL};
static const char *const of_record[] = {"version", NULL};
static const char *const of_record_by_key[] = {"key", "version", NULL};
static const char *const of_diff[] = {"from", "to", NULL};
static const char *const of_diff_by_key[] = {"key", "from", "to", NULL};
static const char *const of_list[] = {"q",    "kind",   "category", "licence",
                                      "sort", "offset", "limit",    NULL};
static const char *const of_record_page[] = {"version", "from", "to", "older", NULL};
static const char *const of_record_page_by_key[] = {"key", "version", "from", "to", "older", NULL};

// The portal API: open to scripts of any site, errors always as problem details.
#define API(method_, pattern_, operation_, handle_, lane_, parameters_, ...)                       \
    {                                                                                              \
        .method = HTTP_##method_, .pattern = (pattern_), .operation = (operation_),                \
        .handle = (handle_), .lane = HTTP_LANE_##lane_, .parameters = (parameters_),               \
        .cross_origin = true, .problems_only = true, __VA_ARGS__                                   \
    }

// Pages: for people, with errors as pages where the client would rather have HTML.
#define PAGE(pattern_, handle_, lane_, parameters_)                                                \
    {                                                                                              \
        .method = HTTP_GET, .pattern = (pattern_), .handle = (handle_), .lane = HTTP_LANE_##lane_, \
        .parameters = (parameters_)                                                                \
    }

const struct http_route api_routes[] = {
    API(GET, "/api/v1/datasets", "listDatasets", api_datasets, SLOW, of_datasets),
    API(GET, "/api/v1/datasets/{slug}", "getDataset", api_dataset, SLOW, of_dataset),
    API(GET, "/api/v1/datasets/{slug}/commits", "listCommits", api_dataset_commits, SLOW,
        of_commits),
    API(GET, "/api/v1/datasets/{slug}/commits/{commit}/report", "getCommitReport",
        api_commit_report, SLOW, none),
    API(GET, "/api/v1/datasets/{slug}/fields", "listFields", api_dataset_fields, SLOW, of_fields),
    API(GET, "/api/v1/records", "findRecords", api_records, SLOW, NULL),
    API(POST, "/api/v1/search", "search", api_search, SLOW, none, .oversize_status = 400),
    API(GET, "/api/v1/records/{table}", "getRecordByKey", api_record, QUICK, of_record_by_key),
    API(GET, "/api/v1/records/{table}/versions", "listRecordVersionsByKey", api_record_versions,
        QUICK, of_record_by_key, .needs = "key"),
    API(GET, "/api/v1/records/{table}/diff", "diffRecordByKey", api_record_diff, QUICK,
        of_diff_by_key, .needs = "key"),
    API(GET, "/api/v1/records/{table}/{key}", "getRecord", api_record, QUICK, of_record),
    API(GET, "/api/v1/records/{table}/{key}/versions", "listRecordVersions", api_record_versions,
        QUICK, of_record),
    API(GET, "/api/v1/records/{table}/{key}/diff", "diffRecord", api_record_diff, QUICK, of_diff),
    API(GET, "/api/v1/summary", "summarise", api_summary, SLOW, NULL),
    API(POST, "/api/v1/summary", "summariseByBody", api_summary_post, SLOW, none,
        .oversize_status = 400),
    API(GET, "/api/v1/geological-time", "getGeologicalTime", api_geological_time, SLOW, NULL),
    API(POST, "/api/v1/geological-time", "searchGeologicalTime", api_geological_time_post, SLOW,
        none, .oversize_status = 400),
    API(POST, "/api/v1/lists", "matchList", api_lists, SLOW, NULL, .oversize_status = 400),
    API(GET, "/api/v1/identifiers", "listIdentifiers", api_identifiers, SLOW, NULL),
    API(GET, "/api/v1/scan", "scan", api_scan, STREAM, NULL),
    API(GET, "/api/v1/changes", "listChanges", api_changes, STREAM, NULL),
    API(GET, "/api/v1/fields", "findFields", api_fields, SLOW, of_all_fields),
    API(GET, "/api/v1/suggest", "suggest", api_suggest, SLOW, NULL),
    API(GET, "/api/v1/openapi.json", "getDescription", api_description, QUICK, none),
    {.method = HTTP_OTHER,
     .pattern = "/api/v1/*",
     .handle = api_unknown,
     .lane = HTTP_LANE_INLINE,
     .cross_origin = true,
     .problems_only = true},
    {.method = HTTP_GET,
     .pattern = "/healthz",
     .operation = "getHealth",
     .handle = api_health,
     .lane = HTTP_LANE_INLINE,
     .parameters = none,
     .problems_only = true},
    {.method = HTTP_GET,
     .pattern = "/readyz",
     .operation = "getReadiness",
     .handle = api_ready,
     .lane = HTTP_LANE_QUICK,
     .parameters = none,
     .problems_only = true},
    PAGE("/", show_home, SLOW, none),
    PAGE("/search", show_search, SLOW, NULL),
    PAGE("/datasets", show_datasets, SLOW, of_list),
    PAGE("/dataset/{slug}", show_dataset, SLOW, of_dataset),
    PAGE("/record/{table}", show_record, QUICK, of_record_page_by_key),
    PAGE("/record/{table}/{key}", show_record, QUICK, of_record_page),
    PAGE("/about", show_about, QUICK, of_dataset),
    PAGE("/api", show_api, QUICK, of_dataset),
    PAGE("/accessibility", show_accessibility, QUICK, of_dataset),
    PAGE("/robots.txt", api_robots, INLINE, none),
    PAGE("/assets/*", api_asset, INLINE, none),
    {.method = HTTP_OTHER, .pattern = "/*", .handle = show_nothing, .lane = HTTP_LANE_QUICK},
};
const size_t api_route_count = ARRAY_LENGTH(api_routes);
