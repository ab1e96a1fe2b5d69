// SPDX-License-Identifier: Apache-2.0
// What the pages show, as plain values: a page is drawn from its struct and nothing else. Whoever
// fills one owns all it points to until the page is written; views are UTF-8, not escaped; a
// missing text has length 0. Addresses are ready to follow (encoded, starting with "/"). Must not
// know: stores, queries, HTTP.
#pragma once

#include "api/pages/address.h"
#include "api/pages/rail_model.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/string_view.h"

// The views of a search, in the order of their tabs; views.h has more of them.
enum search_view {
    VIEW_TABLE, // where none is asked
    VIEW_LIST,
    VIEW_GALLERY,
    VIEW_MAP,
    VIEW_SPECIES,
    VIEW_DATASETS,
    VIEW_CHARTS,
    VIEW_COMPARE,
    VIEW_CHANGES,
    VIEW_COUNT,
};

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

struct language;      // language.h
struct view_table;    // view_table.h
struct view_species;  // view_species.h
struct view_datasets; // view_datasets.h
struct view_charts;   // view_charts.h
struct view_gallery;  // view_gallery.h
struct view_changes;  // view_changes.h
struct view_compare;  // view_compare.h

// What every page needs.
struct page_site {
    const struct language *language; // of the reader; NULL is English
    string_view name;                // of the portal
    string_view tagline;             // one sentence; may be empty
    string_view base_url;  // "https://data.museum.example", no slash at the end; empty if not set
    string_view assets;    // web/dist/manifest.txt: lines "logical-name hashed-name"
    string_view copyright; // a line for the footer; may be empty
    string_view here;      // this page's own address, without a language; may be empty
    string_view logo;      // address of the house's logo; empty: the program's mark
    string_view theme;     // address of the house's colours; may be empty
    string_view concern;   // address to raise a concern at (rule I2)
    string_view left_out;  // names of parameters that the page does not know; may be empty
    bool demo;             // rule L1: banner and noindex
    moment latest;         // time of the newest commit; 0 when there is none
    moment future;         // the moment asked, where it lies in the future; else 0
};

struct page_link {
    string_view label;
    string_view address;
    uint64_t count; // shown where the page shows counts
};

#define PAGE_CITATIONS ((size_t)4) // formats: text, BibTeX, RIS, CSL-JSON

// A picture that leads to its record.
struct page_picture {
    string_view thumbnail; // path of this host
    string_view label;     // of what
    string_view address;
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
    uint64_t records;    // alive after that commit
    string_view address; // the search for them
};

struct page_use; // use.h

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
    const struct page_picture *pictures;
    size_t picture_count;
    string_view pictures_address;      // of all of them
    const struct growth_point *growth; // by time, ascending
    size_t growth_count;
    enum record_kind growth_kind; // the one kind that is counted in it (rule C4)
    const struct page_use *use;   // NULL: nothing has been counted
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
    bool ways;       // each value has links to it alone and to all but it
    string_view
        values_address; // of the API that lists the field's values by a start ("facetPrefix"
                        // is to be added); empty: values cannot be looked for
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

// The digest of the records that a page is about (docs/digest.md).
struct digest_line {
    string_view address; // of the API that works it out; empty: no line
    string_view digest;  // 64 hexadecimal digits; empty where it is worked out when asked
    uint64_t rows;
    uint64_t erased; // of these, where it is known: rows that lost values by law since
    moment first_erased;
    moment last_erased;
};

// A parameter of the address that asked nothing, since it could not be understood.
struct ignored_parameter {
    string_view name;
    string_view value;
    string_view reason; // a sentence
};

// All records that a page is about, to have as files.
#define PAGE_DOWNLOADS ((size_t)4) // formats for programs: CSV, TSV, JSON, JSON Lines

// What readers of pages may choose of a download.
#define PAGE_IMAGE_SIZES 4
struct download_options {
    bool exploded;       // lists
    bool interpreted;    // values
    bool images;         // there are some, of
    unsigned image_size; // which of page_image_sizes
};
// Words of the parameter `size`; the first is usual.
extern const char *const page_image_sizes[PAGE_IMAGE_SIZES];

struct download_part {
    uint64_t records;
    size_t datasets;                  // 0: they are counted elsewhere,
    string_view datasets_address;     // here
    const struct page_link *licences; // each once, those of most records first; label empty: not
    size_t licence_count;             // stated; address may be empty
    const struct address *asked;      // by the form, which adds a format and options
    struct download_options options;
    const struct page_link *formats; // of packages; the address is the format's name
    size_t format_count;
    struct page_link links[PAGE_DOWNLOADS];        // the records alone
    string_view archive_address;                   // of a Darwin Core Archive of them
    string_view image_addresses[PAGE_IMAGE_SIZES]; // of packages of their images; empty: there are
                                                   // none
    string_view prepare_address; // of the page that tells how much it is, and prepares it
};

struct map_view; // view_map.h

struct search_page {
    const struct page_site *site;
    const struct address *state; // every parameter of the request, empty and ignored ones dropped
    enum search_view view;
    string_view feed_address;   // of the commits that changed what is found
    bool by_rows;               // the view shows rows: it has an order, a limit and pages
    const struct map_view *map; // of VIEW_MAP
    const struct ignored_parameter *ignored;
    size_t ignored_count;
    const struct page_link *about; // pages about what is filtered by; a person without one has no
    size_t about_count;            // address (rule I1)
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
    const struct rail *rail;          // NULL: none
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
    string_view program_address;            // of the same records by the API, whole; may be empty
    const struct page_link *citation_links; // of the search in PAGE_CITATIONS formats; or NULL
    string_view cited; // "?family=...&version=...": the search at its version, to be cited
    const struct download_part *download;     // NULL: nothing to have
    const struct search_alternative *without; // for the empty result: one filter removed each
    size_t without_count;
    struct page_link plain;         // likewise: words without AND, OR, NOT; address empty for none
    const struct page_link *common; // likewise: common names like the word
    size_t common_count;
    struct digest_line digest;
    // Of one view each, in files of their own: view_NAME.h.
    const struct view_table *table;
    const struct view_species *species;
    const struct view_datasets *shares;
    const struct view_charts *charts;
    const struct view_gallery *gallery;
    const struct view_changes *changes;
    const struct view_compare *compare;
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

#define PAGE_FILES 2 // formats that the whole of one of several tables can be had in

struct resource_row {
    string_view slug;
    string_view title;
    string_view description; // one line
    string_view address;     // of its records' search
    enum record_kind kind;
    uint64_t records;
    string_view files[PAGE_FILES]; // all its records: CSV, JSON Lines; empty: those of the page
};

enum file_absence { FILE_ERASED, FILE_WITHDRAWN, FILE_LOST };

// A file beside a dataset's tables, as it came.
struct file_row {
    string_view name;
    string_view address; // empty: the portal no longer has it
    enum file_absence why_gone;
    string_view media_type;
    string_view sha256;
    string_view table; // slug of the table that it was read into; empty: put there by hand
    uint64_t bytes;
    moment time; // of the commit that brought it
};

enum field_plot { PLOT_NONE, PLOT_NUMBERS, PLOT_DATES };
struct plot_bar {
    double from; // a number or a year
    uint64_t count;
    string_view address; // the search for its records
};

struct field_row {
    string_view name;
    string_view table; // slug; shown where the dataset has several tables
    string_view type;  // "text", "number", "date", ...
    string_view example;
    uint64_t filled; // records that have a value
    uint64_t records;
    const struct page_link *top; // the commonest values with the records that have them; none where
    size_t top_count;            // hardly any value comes twice
    uint64_t distinct;           // values, where there are top ones
    enum field_plot plot;
    const struct plot_bar *bars; // by their bounds; none: no plot
    size_t bar_count;
    double bar_width;
};

struct commit_row {
    moment time;
    string_view author;
    string_view message;
    uint64_t added;
    uint64_t changed;
    uint64_t removed;
    string_view address;         // the search as of that commit
    string_view changes_address; // what it added, changed and removed, record by record
    string_view report_address;  // of the report of rows that were bad; may be empty
    bool metadata;               // a change of the description, not of records
};

struct page_pair {
    string_view label;
    string_view value;
    string_view address; // makes the value a link; may be empty
};

// How many publications used something (rule G2): in all, of them direct, through GBIF, both; and
// by grade, each alone. `filter` and `value` name it in the list's address; NULL for the portal.
struct literature_line {
    const char *filter;
    string_view value;
    uint64_t total;
    uint64_t direct;
    uint64_t gbif;
    uint64_t both;
    uint64_t named;
    uint64_t contained;
    uint64_t estimated;
};

// The cells of a map of the world that have records, the most first.
struct coverage {
    const struct map_view *map;
    uint64_t records;           // of these the map's `placed` have a position
    string_view placed_address; // of the search of those that have
    string_view map_address;    // of the same as a map that can be moved
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
    const struct coverage *coverage; // where its records are; NULL: none has a position
    bool has_extent;                 // west..north in degrees, as its metadata say
    double west;
    double south;
    double east;
    double north;
    const struct resource_row *tables;
    size_t table_count;
    const struct file_row *files; // newest first
    size_t file_count;
    const struct field_row *fields;
    size_t field_count;
    const struct commit_row *commits; // newest first
    size_t commit_count;
    uint64_t commit_total;
    string_view profile_address;       // of this page with plots and values; empty: they are here
    const struct growth_point *growth; // as of home_page
    size_t growth_count;
    string_view commits_address; // where all of them are; empty when all are listed
    string_view citation;
    const struct page_link *citation_links; // the same in each of PAGE_CITATIONS formats; or NULL
    string_view search_address;
    const struct download_part *download; // NULL: nothing to have
    moment version;
    moment changed; // last commit of the dataset at that version
    bool as_of;
    struct digest_line digest;
    const struct page_use *use; // NULL: nothing has been counted
    struct literature_line literature;
};

// ---- record ----------------------------------------------------------------------------------

struct value_row {
    string_view name; // Darwin Core term or path
    const string_view *values;
    const string_view *addresses; // beside them: all records with that value; empty hides the link
    const string_view *abouts;    // beside them: their own pages; NULL or empty for none
    size_t value_count;
    bool corrected; // the portal's correction stands over the source's value
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

// A picture, sound, film or model. Only what lies on this host is shown (rule D3: all else is
// linked).
enum medium_kind { MEDIUM_IMAGE, MEDIUM_SOUND, MEDIUM_FILM, MEDIUM_MODEL, MEDIUM_OTHER };

struct medium_row {
    enum medium_kind kind;
    string_view address;
    bool own;              // on this host: may stand in the page
    string_view thumbnail; // of this host; may be empty
    string_view format;    // media type; may be empty
    string_view title;     // may be empty
    string_view text;      // its description; may be empty
    string_view creator;
    string_view rights_holder;
    string_view licence; // empty: not stated (rule D1)
    string_view licence_address;
    string_view created;
    string_view category;
    string_view notice; // of content: folded until the reader chooses (rule I2); may be empty
};

// One determination of a specimen, as its list has them.
struct determination_row {
    string_view name;
    string_view authorship;
    string_view qualifier;
    string_view by;
    string_view by_address; // all records that they named; may be empty
    string_view date;       // as written
    string_view type;       // type status
    string_view remarks;
    bool current; // the name that the record goes by
};

// Records that belong to this one in some way.
enum relation {
    RELATION_GATHERING,     // of the same gathering
    RELATION_COLLECTOR_DAY, // by the same collector on the same day
    RELATION_PARTS,         // which say that they were taken from this one
    RELATION_SOURCE,        // of which this one says that it was taken
    RELATION_ORGANISM,      // of the same organism
    RELATION_SAMPLE,        // of the same material sample
    RELATION_HOST,          // of the host
    RELATION_NUMBER,        // with the same catalogue number
    RELATION_OTHER_NUMBER,  // with one of its other numbers
    RELATION_COUNT,
};

struct related_group {
    enum relation relation;
    string_view address; // of the search that finds them
    uint64_t total;      // this record counts where the search finds it
    bool with_this;      // it does
    bool late;           // they were not found in the time there is
    const struct page_link *records;
    size_t record_count;
};

// Where the record stands in the search that the reader comes from.
struct search_place {
    string_view search_address; // empty: none
    string_view previous;       // addresses of records; may be empty
    string_view next;
    uint64_t position; // 1 is the first
    uint64_t total;
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
    const struct page_link *citation_links; // as of a dataset
    string_view json_address;
    string_view linked_address; // JSON-LD
    string_view csv_address;
    string_view permanent_address; // whole, at its version; may be empty
    const struct medium_row *media;
    size_t medium_count;
    size_t medium_total;
    const struct determination_row *determinations;
    size_t determination_count;
    const int *flags; // of enum record_flag
    size_t flag_count;
    const struct related_group *related;
    size_t related_count;
    const struct page_link *external; // what other hosts say
    size_t external_count;
    struct search_place place;
    struct literature_line literature;
};

// ---- the rest --------------------------------------------------------------------------------

struct error_page {
    const struct page_site *site;
    int http_status;
    string_view title;  // empty: the status's own
    string_view detail; // what failed and what to change
    string_view field;  // parameter at fault; may be empty
    string_view request_id;
    const struct page_link *suggestions; // what may have been meant
    size_t suggestion_count;
    string_view words; // to search for instead; may be empty
};

struct api_parameter {
    string_view name;
    string_view description;
    string_view example; // may be empty
    bool in_path;
    bool required;
};

struct api_endpoint {
    string_view method;
    string_view path;      // "/api/v1/records/{table}"
    string_view operation; // its name
    string_view summary;   // a sentence
    string_view description;
    const struct api_parameter *parameters;
    size_t parameter_count;
    string_view body_type; // media type of the body; empty where it takes none
    string_view body;      // an example of it
};

struct api_page {
    const struct page_site *site;
    string_view origin; // "https://data.museum.example"; may be empty
    const struct api_endpoint *endpoints;
    size_t endpoint_count;
};

// A dataset in the list of the largest.
struct statistics_dataset {
    string_view title;
    string_view slug;
    struct holdings holdings;
    uint64_t records;
};

// What happened in a month.
struct statistics_month {
    moment time; // of its first millisecond
    uint64_t commits;
    uint64_t added;
    uint64_t changed;
    uint64_t removed;
};

struct statistics_page {
    const struct page_site *site;
    struct holdings holdings;
    uint64_t datasets;
    uint64_t commits;
    const struct statistics_dataset *largest; // by records
    size_t largest_count;
    const struct statistics_month *months; // newest first, those with commits
    size_t month_count;
    const struct growth_point *growth;
    size_t growth_count;
    enum record_kind growth_kind;
    const struct page_use *use; // NULL: nothing has been counted
    struct literature_line literature;
};

// A page of text: about, privacy, ...
struct text_page {
    const struct page_site *site;
    string_view title;
    string_view description; // one sentence, for the meta element
    string_view path;        // "/privacy"
    string_view lead;        // a sentence above the text; may be empty
    string_view own_markup;  // the house's description, HTML made safe before; may be empty
    string_view markup;      // HTML made safe before
};
