// SPDX-License-Identifier: Apache-2.0
// What the pages show, as plain values: a page is drawn from its struct and nothing else. Whoever
// fills one owns all it points to until the page is written; views are UTF-8, not escaped; a
// missing text has length 0. Addresses are ready to follow (encoded, starting with "/"). Must not
// know: stores, queries, HTTP.
#pragma once

#include "api/pages/address.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/string_view.h"

// The kinds of rule C4, in the order pages list them.
enum record_kind {
    KIND_SPECIMENS,
    KIND_INDEX_LOTS,
    KIND_PREPARATIONS,
    KIND_OBSERVATIONS,
    KIND_CHECKLIST,
    KIND_RESEARCH,
    KIND_COUNT,
};

// What every page needs.
struct page_site {
    string_view name;      // of the portal
    string_view tagline;   // one sentence; may be empty
    string_view base_url;  // "https://data.museum.example", no slash at the end; empty if not set
    string_view assets;    // web/dist/manifest.txt: lines "logical-name hashed-name"
    string_view copyright; // a line for the footer; may be empty
    bool demo;             // rule L1: banner and noindex
    moment latest;         // time of the newest commit; 0 when there is none
};

struct page_link {
    string_view label;
    string_view address;
    uint64_t count; // shown where the page shows counts
};

struct kind_count {
    enum record_kind kind;
    uint64_t count;
};

// Records by kind, those that there are: kinds are never added together without a word (rule C4).
struct holdings {
    struct kind_count kinds[KIND_COUNT + 1]; // KIND_COUNT for those of no declared kind
    size_t count;
};

// ---- home ------------------------------------------------------------------------------------

struct home_collection {
    string_view title;
    string_view address;
    string_view description; // one line; may be empty
    string_view subject;     // category or title words that choose the drawn plate
    enum record_kind kind;
    uint64_t records;
};

struct home_dataset {
    string_view title;
    string_view slug;
    string_view authors; // as cited; may be empty
    struct holdings holdings;
    moment time; // of its last commit
};

struct growth_point {
    moment time;
    uint64_t records; // alive after that commit
};

struct home_page {
    const struct page_site *site;
    struct holdings holdings;
    string_view kind_addresses[KIND_COUNT + 1]; // beside them: the search of that kind; or ""
    uint64_t datasets;
    struct page_link types; // label, search address and count; address empty hides the line
    struct page_link with_images;
    struct page_link with_coordinates;
    struct page_link countries;
    const struct home_collection *collections;
    size_t collection_count;
    const struct home_dataset *newest;
    size_t newest_count;
    const struct page_link *examples; // searches to try
    size_t example_count;
    const struct growth_point *growth; // by time, ascending
    size_t growth_count;
    enum record_kind growth_kind; // the one kind that is counted in it (rule C4)
};

// ---- search ----------------------------------------------------------------------------------

struct facet_value {
    string_view value; // as it goes into the address
    string_view label; // as shown; empty: the value
    uint64_t count;
    bool chosen;
};

struct facet_panel {
    string_view field;     // Darwin Core term or path
    string_view parameter; // its name in the address: the field, or "field.NAME"
    string_view label;     // empty: made from the field's name
    const struct facet_value *values;
    size_t value_count;
    uint64_t missing;
    uint64_t other;  // records under values not listed
    bool more;       // further values exist than are listed
    bool more_shown; // the longer list is shown now
};

// How a filter's value is shown, where not as it stands in the address.
struct value_label {
    string_view name; // of the parameter
    string_view value;
    string_view label;
};

struct result_column {
    string_view field;
    string_view label; // empty: made from the field's name
    int sorted;        // 1 ascending, -1 descending, 0 not, as the leading sort
    bool sortable;
};

struct result_cell {
    string_view text; // empty: not recorded
    bool name;        // a scientific name (italic)
    bool code;        // an identifier (monospaced)
    bool quiet;       // says where a record is from; two lines at most
};

struct result_row {
    string_view address;             // of the record page, with version where the search has one
    string_view title;               // accessible name of the row's link
    const struct result_cell *cells; // as many as there are columns
};

struct matching_dataset {
    string_view title;
    string_view slug;
    string_view authors;
    string_view excerpt; // plain text around the match, or the description's start
    uint64_t matching;   // records of it that match; 0 when only its metadata match
    struct holdings holdings;
};

struct sort_choice {
    string_view value; // of the parameter sort
    string_view label;
};

struct search_alternative {
    string_view label;   // "Year: 1850..1900"
    string_view address; // the same search without that filter
    uint64_t total;
    enum record_kind kind; // of all tables searched; KIND_COUNT: none declared, or several
    bool all_kinds;        // several (rule C4)
};

struct search_page {
    const struct page_site *site;
    const struct address *state; // every parameter of the request, empty values dropped
    uint64_t total;
    struct holdings matches;                    // by kind
    string_view kind_addresses[KIND_COUNT + 1]; // beside them: the same search of that kind; or ""
    const struct value_label *labels;
    size_t label_count;
    moment version; // resolved
    bool as_of;     // the request named a version
    const struct matching_dataset *datasets;
    size_t dataset_count;
    uint64_t dataset_total;       // matching datasets in all
    string_view datasets_address; // where all of them are listed
    const struct facet_panel *facets;
    size_t facet_count;
    const string_view *facet_choices; // further fields that can be had as facets
    size_t facet_choice_count;
    bool year_range; // the tables have a field "year", so that a range of years can be asked
    const struct sort_choice *sorts; // beside the default order
    size_t sort_count;
    const struct result_column *columns;
    size_t column_count;
    const struct result_row *rows;
    size_t row_count;
    uint64_t limit;
    uint64_t offset;
    const struct search_alternative *without; // for the empty result: one filter removed each
    size_t without_count;
};

// ---- datasets --------------------------------------------------------------------------------

struct datasets_row {
    string_view title;
    string_view slug;
    string_view authors;
    string_view excerpt;
    string_view licence;
    string_view category;
    enum record_kind kind; // of most of its records
    struct holdings holdings;
    moment time;
};

struct datasets_page {
    const struct page_site *site;
    const struct address *state; // q, kind, category, licence, sort, offset
    const struct facet_panel *facets;
    size_t facet_count;
    const struct datasets_row *rows;
    size_t row_count;
    uint64_t total;
    uint64_t limit;
    uint64_t offset;
};

struct author_row {
    string_view name;
    string_view identifier; // an ORCID or ROR address; may be empty
    string_view affiliation;
};

struct resource_row {
    string_view slug;
    string_view title;
    string_view description; // one line
    string_view address;     // of its records' search, or of the file
    enum record_kind kind;
    uint64_t records; // or bytes, for a file
    bool file;
    string_view media_type; // of a file
};

struct field_row {
    string_view name;
    string_view table; // slug; shown where the dataset has several tables
    string_view type;  // "text", "number", "date", ...
    string_view example;
    uint64_t filled; // records that have a value
    uint64_t records;
};

struct commit_row {
    moment time;
    string_view author;
    string_view message;
    uint64_t added;
    uint64_t changed;
    uint64_t removed;
    string_view address;        // the search as of that commit
    string_view report_address; // of the report of rows that were bad; may be empty
    bool metadata;              // a change of the description, not of records
};

struct page_pair {
    string_view label;
    string_view value;
    string_view address; // makes the value a link; may be empty
};

struct dataset_page {
    const struct page_site *site;
    string_view slug;
    string_view title;
    string_view description;        // plain text, for the meta element
    string_view description_markup; // HTML made safe before
    string_view subject;            // chooses the plate
    enum record_kind kind;          // of most of its records
    struct holdings holdings;
    const struct author_row *authors;
    size_t author_count;
    const struct page_pair *facts; // licence, organisation, coverage, DOI, ... in order
    size_t fact_count;
    const string_view *tags;
    size_t tag_count;
    bool has_extent; // west..north in degrees
    double west;
    double south;
    double east;
    double north;
    const struct resource_row *tables;
    size_t table_count;
    const struct field_row *fields;
    size_t field_count;
    const struct commit_row *commits; // newest first
    size_t commit_count;
    uint64_t commit_total;
    string_view commits_address; // where all of them are; empty when all are listed
    string_view citation;
    string_view search_address;
    moment version;
    moment changed; // last commit of the dataset at that version
    bool as_of;
};

// ---- record ----------------------------------------------------------------------------------

struct value_row {
    string_view name; // Darwin Core term or path
    const string_view *values;
    size_t value_count;
    bool corrected;             // the portal's correction stands over the source's value
    string_view search_address; // all records with this value; empty hides the link
};

struct value_list {
    string_view name;           // the nested list's path, such as "identifications"
    const string_view *columns; // member names
    size_t column_count;
    const string_view *cells; // row_count * column_count, by row
    size_t row_count;
};

enum change_kind {
    CHANGE_ADDED,
    CHANGE_CHANGED,
    CHANGE_REMOVED,
    CHANGE_RETURNED, // the key came back after a removal
};

// Why a record went (rule A5).
struct removal_row {
    moment time;
    string_view reason;
    string_view replaced_by; // key or address of its successor; may be empty
    string_view address;     // of the successor; empty when it cannot be followed
};

struct version_row {
    moment time;
    moment previous; // of the event before; 0 for the first
    enum change_kind change;
    string_view author;
    string_view message;
    uint64_t fields_changed;    // against the version before; 0 when not known
    struct removal_row removal; // of CHANGE_REMOVED
};

struct difference_row {
    string_view name;
    enum change_kind change;
    string_view before;
    string_view after;
};

struct record_page {
    const struct page_site *site;
    string_view table;   // slug
    string_view dataset; // slug
    string_view dataset_title;
    string_view licence;
    string_view licence_address;
    enum record_kind kind;
    string_view key;
    string_view path; // "/record/{table}/{key}", encoded
    string_view title;
    bool title_is_name; // italic
    string_view authorship;
    string_view catalog_number;
    string_view institution;
    string_view collection;
    string_view type_status;
    string_view summary; // one sentence for the meta element
    const struct value_row *fields;
    size_t field_count;
    const struct value_list *lists;
    size_t list_count;
    bool has_point;
    double latitude;
    double longitude;
    double uncertainty_metres;          // 0 when not known
    const struct version_row *versions; // newest first: those of one page of the history
    size_t version_count;
    size_t version_total;
    size_t version_first;      // how many newer ones are left out
    string_view newer_address; // further pages of the history; "" for none
    string_view older_address;
    moment version; // of the row shown
    bool as_of;     // the request named a moment
    bool newest;    // the row shown is the record's newest
    bool removed;   // at the moment shown: a 410 page
    struct removal_row removal;
    bool has_difference;
    moment from;
    moment to;
    const struct difference_row *differences;
    size_t difference_count;
    size_t differences_left_out; // fields that are empty in both, in one way or the other
    string_view citation;
    string_view json_address;
};

// ---- the rest --------------------------------------------------------------------------------

struct error_page {
    const struct page_site *site;
    int http_status;
    string_view title;  // empty: the status's own
    string_view detail; // what failed and what to change
    string_view field;  // parameter at fault; may be empty
    string_view request_id;
};

struct api_endpoint {
    string_view method;
    string_view path;
    string_view summary;
    string_view example; // an address to follow; empty for none
};

struct api_page {
    const struct page_site *site;
    const struct api_endpoint *endpoints;
    size_t endpoint_count;
};

struct about_page {
    const struct page_site *site;
    string_view text_markup; // the house's own text, HTML made safe before; may be empty
    uint64_t datasets;
    struct holdings holdings;
};
