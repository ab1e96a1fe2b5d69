// SPDX-License-Identifier: Apache-2.0
// What is kept of a use (rule E4): the hour, dataset, version, rows, bytes, format, access method,
// where it came from and, where a table says it, the country. No address, user agent, query words
// or e-mail have a place in it. Must not know: files, SQLite, HTTP.
#pragma once

#include "base/clock.h"
#include "base/status.h"
#include "base/string_view.h"

// What was done.
enum usage_kind {
    USAGE_DOWNLOAD, // one dataset in one completed download request (rule E1)
    USAGE_EXPORT,   // a dataset's rows taken by a program through the API, page by page or whole
    USAGE_PAGING,   // a dataset's rows on one page of the API's search
    USAGE_RECORD,   // one record looked at
    USAGE_DATASET,  // a dataset's description looked at
    USAGE_SEARCH,   // a search looked at on the pages; of no dataset
    USAGE_TALLY,    // one more use of a thing (struct usage_event, dataset); of no hour but a month
    USAGE_BEGINS,   // counting begins: earlier months are not known
    USAGE_KINDS,
};

// COUNTER RD1's Access_Method, and robots, which its reports leave out (rule E3).
enum usage_method { METHOD_REGULAR, METHOD_MACHINE, METHOD_ROBOT, USAGE_METHODS };

enum usage_surface {
    SURFACE_PAGE,
    SURFACE_API,
    SURFACE_AGGREGATOR,
    SURFACE_STAFF,
    SURFACE_HEALTH,
    USAGE_SURFACES,
};

extern const char *const usage_kind_names[USAGE_KINDS];
extern const char *const usage_method_names[USAGE_METHODS];
extern const char *const usage_surface_names[USAGE_SURFACES];

// Bits of usage_event.flags. A session is one hour of one user (RD1, 7.2).
#define USAGE_FIRST                 0x01u // of the datasets of its request
#define USAGE_UNIQUE_INVESTIGATION  0x02u // the session's first of the dataset
#define USAGE_UNIQUE_REQUEST        0x04u
#define USAGE_VERSION_INVESTIGATION 0x08u // the session's first of this version of the dataset
#define USAGE_VERSION_REQUEST       0x10u
#define USAGE_FLAGS                 0x1fu

struct usage_event {
    uint32_t hour;    // hours since 1970
    uint32_t dataset; // a name's number (book.h); 0 for none. Of a tally: the thing's
    moment version;   // of the dataset: its last commit at the moment shown
    uint64_t rows;    // delivered; of a tally: enum usage_thing_use
    uint64_t bytes;   // its share of the answer, by rows
    uint32_t format;  // a name's number; 0 for none
    uint8_t kind;     // enum usage_kind
    uint8_t method;
    uint8_t surface;
    uint8_t flags;
    char country[2]; // ISO 3166-1 alpha-2; NULs where not known
};

enum usage_thing_use { THING_LOOKED_AT, THING_DOWNLOADED, THING_USES };

// Lines of figures (rule E1): the headline is the first; the others stand beside it.
enum usage_line {
    LINE_DOWNLOADS,   // completed downloads, regular use and machines
    LINE_EXPORTS,     // harvests: rows taken by programs
    LINE_PAGING,      // pages of the API
    LINE_RECORDS,     // records looked at
    LINE_DATASETS,    // descriptions looked at
    LINE_SEARCHES,    // searches looked at
    LINE_AGGREGATORS, // anything that aggregators fetched
    LINE_ROBOTS,      // anything that robots did
    LINE_STAFF,
    LINE_HEALTH,
    USAGE_LINES,
};
extern const char *const usage_line_names[USAGE_LINES]; // as in JSON: "downloads"
enum usage_line usage_line_of(const struct usage_event *event);

// Whether COUNTER's reports count it, and whether as a Request too (content retrieved).
bool usage_is_investigation(const struct usage_event *event);
bool usage_is_request(const struct usage_event *event);

// Months counted from year 0: 12 * year + month - 1.
int32_t usage_month_of(moment time);
int32_t usage_month_of_hour(uint32_t hour);
moment usage_month_begins(int32_t month);
#define USAGE_MONTH_TEXT 8
void usage_month_to_text(int32_t month, char out[USAGE_MONTH_TEXT]); // "2020-05"
NODISCARD bool usage_month_from_text(string_view text, int32_t *out);

// On disk, little-endian.
#define USAGE_EVENT_BYTES ((size_t)44)
void usage_event_encode(const struct usage_event *event, unsigned char out[USAGE_EVENT_BYTES]);
// False for what no program of this version wrote.
NODISCARD bool usage_event_decode(const unsigned char in[USAGE_EVENT_BYTES],
                                  struct usage_event *out);
