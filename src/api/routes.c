// SPDX-License-Identifier: Apache-2.0
// Every route of the server. tests/integration/test_openapi.py holds it and openapi.json to each
// other.
#include "api/page_site.h"

// Of routes whose handler does not check them itself.
static const char *const none[] = {NULL};
static const char *const of_datasets[] = {"q", "limit", "offset", "version", NULL};
static const char *const of_dataset[] = {"version", NULL};
static const char *const of_dataset_page[] = {"version", "profile", NULL};
static const char *const of_commits[] = {"limit", "offset", "version", NULL};
static const char *const of_fields[] = {"table", "version", NULL};
static const char *const of_all_fields[] = {"text", "limit",   "dataset", "table",
                                            "kind", "version", NULL};
static const char *const of_record[] = {"version", NULL};
static const char *const of_one_record[] = {"format", "version", NULL};
static const char *const of_one_record_by_key[] = {"key", "format", "version", NULL};
static const char *const of_record_by_key[] = {"key", "version", NULL};
static const char *const of_citation[] = {"format", "version", NULL};
static const char *const of_citation_by_key[] = {"key", "format", "version", NULL};
static const char *const of_cited[] = {"format", "check", NULL};
static const char *const of_publications[] = {"dataset", "record", "identifier", "year",   "grade",
                                              "route",   "q",      "limit",      "offset", NULL};
static const char *const of_diff[] = {"from", "to", NULL};
static const char *const of_diff_by_key[] = {"key", "from", "to", NULL};
static const char *const of_list[] = {"q",     "kind",       "category",  "licence", "author",
                                      "tag",   "format",     "frequency", "sort",    "offset",
                                      "limit", "facetLimit", NULL};
static const char *const of_record_page[] = {"version", "from", "to", "older",
                                             "search",  "at",   NULL};
static const char *const of_record_page_by_key[] = {"key",   "version", "from", "to",
                                                    "older", "search",  "at",   NULL};

static const char *const of_usage[] = {"by", "dataset", "begin", "end", "limit", NULL};
static const char *const of_usage_report[] = {"month", "format", NULL};
static const char *const of_counter[] = {"begin-date",    "end-date", "dataset-id", "metric-type",
                                         "access-method", "versions", "format",     NULL};
static const char *const of_download_statistics[] = {"month", "year", "resource_id", NULL};

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
        .parameters = (parameters_), .lenient = true                                               \
    }

const struct http_route api_routes[] = {
    API(GET, "/api/v1/datasets", "listDatasets", api_datasets, SLOW, of_datasets),
    API(GET, "/api/v1/datasets/{slug}", "getDataset", api_dataset, SLOW, of_dataset),
    API(GET, "/api/v1/datasets/{slug}/commits", "listCommits", api_dataset_commits, SLOW,
        of_commits),
    API(GET, "/api/v1/datasets/{slug}/commits/{commit}/report", "getCommitReport",
        api_commit_report, SLOW, none),
    API(GET, "/api/v1/datasets/{slug}/fields", "listFields", api_dataset_fields, SLOW, of_fields),
    API(GET, "/api/v1/datasets/{slug}/citation", "citeDataset", api_dataset_citation, SLOW,
        of_citation),
    API(GET, "/api/v1/records", "findRecords", api_records, SLOW, NULL),
    API(POST, "/api/v1/search", "search", api_search, SLOW, none, .json_body = true,
        .oversize_status = 400),
    API(GET, "/api/v1/records/{table}", "getRecordByKey", api_record, INLINE, of_one_record_by_key),
    API(GET, "/api/v1/records/{table}/versions", "listRecordVersionsByKey", api_record_versions,
        QUICK, of_record_by_key, .needs = "key"),
    API(GET, "/api/v1/records/{table}/diff", "diffRecordByKey", api_record_diff, QUICK,
        of_diff_by_key, .needs = "key"),
    API(GET, "/api/v1/records/{table}/citation", "citeRecordByKey", api_record_citation, QUICK,
        of_citation_by_key, .needs = "key"),
    API(GET, "/api/v1/records/{table}/{key}", "getRecord", api_record, INLINE, of_one_record),
    API(GET, "/api/v1/records/{table}/{key}/versions", "listRecordVersions", api_record_versions,
        QUICK, of_record),
    API(GET, "/api/v1/records/{table}/{key}/diff", "diffRecord", api_record_diff, QUICK, of_diff),
    API(GET, "/api/v1/records/{table}/{key}/citation", "citeRecord", api_record_citation, QUICK,
        of_citation),
    API(GET, "/api/v1/summary", "summarise", api_summary, SLOW, NULL),
    API(POST, "/api/v1/summary", "summariseByBody", api_summary_post, SLOW, none, .json_body = true,
        .oversize_status = 400),
    API(GET, "/api/v1/geological-time", "getGeologicalTime", api_geological_time, SLOW, NULL),
    API(POST, "/api/v1/geological-time", "searchGeologicalTime", api_geological_time_post, SLOW,
        none, .json_body = true, .oversize_status = 400),
    API(GET, "/api/v1/digest", "getDigest", api_digest, SLOW, NULL),
    API(POST, "/api/v1/digest", "searchDigest", api_digest_post, SLOW, none, .json_body = true,
        .oversize_status = 400),
    API(POST, "/api/v1/lists", "matchList", api_lists, SLOW, NULL, .oversize_status = 400),
    API(GET, "/api/v1/identifiers", "listIdentifiers", api_identifiers, SLOW, NULL),
    API(GET, "/api/v1/values", "listValues", api_values, STREAM, NULL),
    API(GET, "/api/v1/citation", "citeSearch", api_search_citation, SLOW, NULL),
    API(POST, "/api/v1/citations", "makeCitation", api_make_citation, SLOW, NULL),
    API(GET, "/api/v1/citations/{id}", "getCitation", api_get_citation, QUICK, none),
    API(GET, "/api/v1/publications", "listPublications", api_publications, SLOW, of_publications),
    API(GET, "/api/v1/contributions", "listContributions", api_contributions, SLOW, NULL),
    API(GET, "/api/v1/scan", "scan", api_scan, STREAM, NULL),
    API(POST, "/api/v1/subscriptions", "subscribe", api_subscribe, SLOW, none),
    API(GET, "/api/v1/subscriptions/{subscription}", "getSubscription", api_subscription, QUICK,
        none),
    API(DELETE, "/api/v1/subscriptions/{subscription}", "endSubscription", api_subscription_end,
        QUICK, none),
    API(POST, "/api/v1/downloads", "prepareDownload", api_prepare, SLOW, none),
    API(GET, "/api/v1/downloads/{job}", "getPreparedDownload", api_prepared, QUICK, none),
    API(DELETE, "/api/v1/downloads/{job}", "endPreparedDownload", api_prepared_end, QUICK, none),
    API(GET, "/api/v1/download/estimate", "estimateDownload", api_download_estimate, SLOW, NULL),
    API(GET, "/api/v1/download", "download", api_download, STREAM, NULL),
    API(GET, "/archive/{slug}", "getArchive", api_archive, STREAM, none),
    API(GET, "/api/v1/changes", "listChanges", api_changes, STREAM, NULL),
    API(GET, "/api/v1/feed", "getFeed", api_feed, SLOW, NULL),
    API(GET, "/api/v1/fields", "findFields", api_fields, SLOW, of_all_fields),
    API(GET, "/api/v1/tiles/{z}/{x}/{y}", "getTile", api_tile, SLOW, NULL),
    API(GET, "/api/v1/suggest", "suggest", api_suggest, SLOW, NULL),
    API(GET, "/api/v1/suggest/any", "suggestAnything", api_suggest_any, SLOW, NULL),
    API(GET, "/api/v1/usage", "getUsage", api_usage, SLOW, of_usage),
    API(GET, "/api/v1/usage/report", "getUsageReport", api_usage_report, SLOW, of_usage_report),
    API(GET, "/counter/r1/status", "getCounterStatus", counter_status, QUICK, none),
    API(GET, "/counter/r1/reports", "listCounterReports", counter_reports, QUICK, none),
    API(GET, "/counter/r1/reports/dsr", "getDatasetReport", counter_dsr, SLOW, of_counter),
    API(GET, "/api/3/action/download_statistics", "getDownloadStatistics", api_download_statistics,
        SLOW, of_download_statistics),
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
    PAGE("/find", go_to_found, SLOW, NULL),
    PAGE("/search", show_search, SLOW, NULL),
    PAGE("/search/chart.svg", show_chart_svg, SLOW, NULL),
    PAGE("/search/chart.csv", show_chart_csv, SLOW, NULL),
    PAGE("/search/build", show_build, SLOW, NULL),
    PAGE("/search/{name}", show_name, QUICK, none),
    PAGE("/search/{prefix}/{suffix}", show_name, QUICK, none),
    PAGE("/s/{name}", show_name, QUICK, none),
    PAGE("/cite/{id}", show_cited, SLOW, of_cited),
    PAGE("/doi/{prefix}/{suffix}", show_cited, SLOW, of_cited),
    {.method = HTTP_POST, .pattern = "/cite", .handle = cite_by_form, .lane = HTTP_LANE_SLOW},
    {.method = HTTP_POST, .pattern = "/s", .handle = name_by_form, .lane = HTTP_LANE_SLOW},
    {.method = HTTP_POST,
     .pattern = "/subscriptions",
     .handle = subscribe_by_form,
     .lane = HTTP_LANE_SLOW},
    PAGE("/subscriptions", go_to_changes, INLINE, none),
    PAGE("/subscriptions/{subscription}", show_subscription, QUICK, none),
    {.method = HTTP_POST,
     .pattern = "/subscriptions/{subscription}",
     .handle = change_subscription,
     .lane = HTTP_LANE_SLOW},
    PAGE("/lists", show_lists, SLOW, NULL),
    {.method = HTTP_POST, .pattern = "/lists", .handle = show_list_answer, .lane = HTTP_LANE_SLOW},
    PAGE("/downloads", go_to_downloads, INLINE, none),
    PAGE("/downloads/new", show_prepare, SLOW, NULL),
    PAGE("/downloads/start", start_download, INLINE, NULL),
    PAGE("/downloads/{job}", show_prepared, QUICK, none),
    {.method = HTTP_POST,
     .pattern = "/downloads",
     .handle = take_prepare,
     .lane = HTTP_LANE_SLOW,
     .parameters = none},
    {.method = HTTP_POST,
     .pattern = "/downloads/{job}/end",
     .handle = end_prepared,
     .lane = HTTP_LANE_QUICK,
     .parameters = none},
    PAGE("/datasets", show_datasets, SLOW, of_list),
    PAGE("/dataset/{slug}", show_dataset, SLOW, of_dataset_page),
    PAGE("/record/{table}", show_record, QUICK, of_record_page_by_key),
    PAGE("/record/{table}/{key}", show_record, QUICK, of_record_page),
    PAGE("/record/{table}/{key}/{version}", show_record_version, INLINE, none),
    PAGE("/taxon/{rank}/{name}", show_taxon, SLOW, of_dataset),
    PAGE("/country/{name}", show_country, SLOW, of_dataset),
    PAGE("/geological-time/{name}", show_interval, SLOW, of_dataset),
    PAGE("/person/{slug}", show_person, SLOW, of_dataset),
    PAGE("/about", show_text, QUICK, of_dataset),
    PAGE("/accessibility", show_text, QUICK, of_dataset),
    PAGE("/harmful-content", show_text, QUICK, of_dataset),
    PAGE("/help", show_text, QUICK, of_dataset),
    PAGE("/privacy", show_text, QUICK, of_dataset),
    PAGE("/publications", show_publications, SLOW, of_publications),
    PAGE("/statistics", show_statistics, SLOW, of_dataset),
    PAGE("/terms", show_text, QUICK, of_dataset),
    PAGE("/understanding-the-collection", show_text, QUICK, of_dataset),
    PAGE("/api", show_api, QUICK, of_dataset),
    PAGE("/robots.txt", api_robots, INLINE, none),
    PAGE("/assets/basemap/{pack}/{z}/{x}/{y}", api_base_tile, INLINE, none),
    PAGE("/assets/*", api_asset, INLINE, none),
    PAGE("/media/{name}", api_medium, QUICK, none),
    PAGE("/files/{name}", api_file, QUICK, of_dataset),
    PAGE("/site/theme.css", api_theme, INLINE, NULL),
    PAGE("/site/logo.svg", api_logo, INLINE, NULL),
    {.method = HTTP_OTHER, .pattern = "/*", .handle = show_nothing, .lane = HTTP_LANE_QUICK},
};
const size_t api_route_count = ARRAY_LENGTH(api_routes);
