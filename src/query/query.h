// SPDX-License-Identifier: Apache-2.0
// The one query tree (docs/query.md): read from JSON or from URL parameters, checked, printed
// canonically, told in words. Everything here is pure and thread-safe.
// Must not know: stores, HTTP, who asks.
#pragma once

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/status.h"

// Bounds on a query; past one of them ST_INVALID (a 400) names which.
#define QUERY_LIMIT_BYTES          ((size_t)4 << 20)
#define QUERY_LIMIT_DEPTH          ((size_t)64)
#define QUERY_LIMIT_TERMS          ((size_t)10000)
#define QUERY_LIMIT_FIELDS         ((size_t)1000) // of one term
#define QUERY_LIMIT_VALUES         ((size_t)100000)
#define QUERY_LIMIT_POLYGON_POINTS ((size_t)100000)
#define QUERY_LIMIT_TEXT           ((size_t)10000)
#define QUERY_LIMIT_PATTERN        ((size_t)256) // bytes of a wildcard's value
#define QUERY_LIMIT_STARS          ((size_t)16)  // in it
#define QUERY_LIMIT_FUZZY          ((size_t)64)  // characters of a fuzzy term's value, folded

enum query_kind {
    QUERY_ALL,             // matches every record
    QUERY_AND,             // members
    QUERY_OR,              // members
    QUERY_NOT,             // none of the members
    QUERY_SEARCH,          // text: all its tokens anywhere in the record
    QUERY_STRING_EQUALS,   // fields (or-ed), text; case ignored, accents count (rule C1)
    QUERY_STRING_CONTAINS, // fields (none: all text), text: all its tokens
    QUERY_NUMBER_EQUALS,   // fields, low
    QUERY_NUMBER_RANGE,    // fields, low, high
    QUERY_EXISTS,          // fields hold a value that is not missing-like
    QUERY_GEO_EXISTS,      // the record has a position
    QUERY_GEO_POINT,       // latitude, longitude, radius in metres (great circle)
    QUERY_GEO_NAMED_AREA,  // category country | marine | geography, text: the name
    QUERY_GEO_CUSTOM_AREA, // polygons
    QUERY_IN,              // fields, values: string_equals any of them
    QUERY_PREFIX,          // fields, text: folded prefix
    QUERY_BBOX,            // west, south, east, north; west > east crosses the antimeridian
    QUERY_DATE_RANGE,      // fields, start, end (inclusive milliseconds), within
    QUERY_PART,            // fields, text: string_equals it, or one part of a list with bars
    QUERY_WILDCARD,        // fields, text: a pattern of * ? and \ (wildcard.h)
    QUERY_PHRASE,          // fields (none: all text), text: its tokens in sequence in one value
    QUERY_FUZZY,           // fields, text, edits 1 or 2, whole: the value instead of its words
    QUERY_DISTANCE,        // as geo_point, and at least `low` metres away
    QUERY_CHANGED_SINCE,   // the row was made by a commit after the moment `start`
    QUERY_SAME,            // text: a list's name; members[0] holds of one of its elements
    QUERY_GEOLOGICAL_TIME, // low, high: million years ago; within; text: the interval's name or ""
};

struct query_ring {
    const double *positions; // longitude, latitude pairs
    size_t count;            // pairs
};
struct query_polygon {
    const struct query_ring *rings; // first the outside, then holes
    size_t count;
};

struct query {
    enum query_kind kind;
    const struct query *const *members; // of and, or, not
    size_t member_count;
    const string_view *fields;
    size_t field_count;
    string_view text;
    string_view category;
    const string_view *values;
    size_t value_count;
    double low, high; // infinite: open
    bool low_inclusive, high_inclusive;
    moment start, end; // INT64_MIN, INT64_MAX: open
    bool within;       // date_range: whole intervals instead of overlap
    double latitude, longitude, radius;
    double west, south, east, north;
    const struct query_polygon *polygons;
    size_t polygon_count;
    unsigned edits;
    bool whole;
};

// Reads {"search"?, "filters"?} of the museum's schema v1.0.0 and our superset v2 (docs/query.md,
// which lists the terms and their members). Everything is copied into `arena`. ST_INVALID names the
// place (a JSON pointer, RFC 6901, in error.field). {} and empty text match every record. As the
// museum's portal does, an "or" of one member is accepted and empty groups are left out.
NODISCARD status query_from_json(struct arena *arena, string_view json, const struct query **out,
                                 struct error *e);

// One URL parameter of a records request, decoded.
struct query_parameter {
    string_view name;
    string_view value;
};
// Compiles q and FIELD=value parameters (rule C2):
//  - a repeated parameter is or; different ones are and;
//  - a..b, a.., ..b, and a,b  a,*  *,b are ranges, bounds included, where the sides are numbers or
//    dates (both, where they are both: years); any other comma belongs to the value;
//  - an empty value or "!*" means missing, "*" exists, a trailing "*" prefix;
//  - a value in double quotes is the text between them, whatever that looks like;
//  - a leading "!" leaves out what it names, whatever else the parameter asks for;
//  - filter.TERM=VALUE is a term of the JSON form (query_parameter_terms.h);
//  - query=JSON is a whole query in the JSON form.
// Names in `reserved` are skipped; "field.NAME" is the field NAME, also where NAME is reserved.
// Whether some table has the field is the engine's to check (search_run). The parameter's name
// stands in error.field.
NODISCARD status query_from_parameters(struct arena *arena,
                                       const struct query_parameter *parameters, size_t count,
                                       const char *const *reserved, size_t reserved_count,
                                       const struct query **out, struct error *e);

// The same, and what of it stands whatever the fields' own parameters ask: q, query and
// filter.TERM; NULL when there is none of these.
NODISCARD status query_from_parameters_apart(struct arena *arena,
                                             const struct query_parameter *parameters, size_t count,
                                             const char *const *reserved, size_t reserved_count,
                                             const struct query **out, const struct query **fixed,
                                             struct error *e);

// The text that a parameter's value asks for, where it asks for one text: the value itself, or what
// stands between its double quotes.
bool query_value_text(string_view value, string_view *out);
// A value that asks for the text and nothing else: the text itself where it can mean nothing else
// and has no blanks at its ends, which forms may take away, otherwise the text in double quotes. In
// `arena`, or the text; empty when there is no memory.
string_view query_value_write(struct arena *arena, string_view text);

// The same tree without needless nesting: and/or flattened, single members unwrapped, members
// sorted by canonical form and unique, string_equals of the same fields in an "or" joined to one
// "in", so that equal queries print equally. ST_INVALID past QUERY_LIMIT_DEPTH.
NODISCARD status query_normalise(struct arena *arena, const struct query *q,
                                 const struct query **out, struct error *e);
// Canonical JSON (schema v2) of a normalised tree; query_from_json reads it back as the same tree.
void query_print(const struct query *q, struct buffer *out);
// The query's name: SHA-256 in hexadecimal of the canonical JSON.
NODISCARD status query_name(const struct query *normalised, char out[65], struct error *e);
// In words, for people: "family is Apidae and year 1850 to 1900". What was given and would turn
// the words around it is isolated (base/bidi.h).
void query_describe(const struct query *q, struct buffer *out);

// Another wording than English, such as that of a language. What it gives outlives the call.
enum query_name {
    QUERY_NAME_FIELD,    // also a list's
    QUERY_NAME_AREA,     // such as a country
    QUERY_NAME_INTERVAL, // of geological time
};
struct query_wording {
    void *context;
    // What takes the place of one of the English texts, with as many gaps {} in the same order.
    const char *(*text)(void *context, const char *english);
    // What people call what a query names; the name itself where there is nothing else.
    string_view (*name)(void *context, enum query_name kind, string_view name);
};
// query_describe in a wording; NULL is English.
void query_describe_as(const struct query *q, const struct query_wording *wording,
                       struct buffer *out);
// Every field the tree names, in byte order, without repeats.
NODISCARD status query_fields(struct arena *arena, const struct query *q, const string_view **out,
                              size_t *count, struct error *e);

// The museum's hash of a v1.0.0 query, as its saved searches and DOIs carry it: 40 hexadecimal
// digits (SHA-1 over its own text form). ST_INVALID when the JSON is no query of that schema.
NODISCARD status query_museum_hash(string_view json, char out[41], struct error *e);
// The museum's hash of a saved search (a slug): of the query's hash, its schema's name ("v1.0.0"),
// the version in digits ("None" for none) and the identifiers of its resources, in any order.
NODISCARD status query_museum_slug_hash(string_view query_hash, string_view schema,
                                        string_view version, const string_view *resources,
                                        size_t count, char out[41], struct error *e);
