// SPDX-License-Identifier: Apache-2.0
// What the files that read a query's JSON share: the place where the reader stands, the bounds used
// up so far, plain values, and the readers of terms. Every trouble is ST_INVALID and names its
// place. Must not know: stores, URL parameters.
#pragma once

#include "base/buffer.h"
#include "query/query.h"

#include <jansson.h>

struct query_reader {
    struct arena *arena;
    struct error *e;
    struct buffer pointer; // JSON pointer of the value being read (RFC 6901)
    size_t depth;          // open groups
    size_t terms;
    size_t values;
    size_t points;
};

// Steps into a member or an item; gives what reader_leave takes back.
size_t reader_enter(struct query_reader *r, const char *name);
size_t reader_enter_index(struct query_reader *r, size_t index);
void reader_leave(struct query_reader *r, size_t before);
// Sets the trouble at the place where the reader stands, and names the place in the sentence too.
status reader_fail(struct query_reader *r, const char *format, ...) PRINTF_LIKE(2, 3);

// An object whose members all stand in `names` (words with one blank between).
NODISCARD status reader_check_object(struct query_reader *r, json_t *value, const char *names);
// A needed member: a text of at most QUERY_LIMIT_TEXT bytes, copied.
NODISCARD status reader_text(struct query_reader *r, json_t *object, const char *name,
                             string_view *out);
// A needed member: a number within bounds.
NODISCARD status reader_number(struct query_reader *r, json_t *object, const char *name, double low,
                               double high, double *out);
// A member that may be absent, then *out stays.
NODISCARD status reader_truth(struct query_reader *r, json_t *object, const char *name, bool *out);
// "fields": at least so many names, none twice.
NODISCARD status reader_fields(struct query_reader *r, json_t *object, size_t least,
                               struct query *q);
// "match", overlap or within; overlap when it is absent.
NODISCARD status reader_match(struct query_reader *r, json_t *object, bool *within);

// --- terms: the kind is set, the rest is filled in -------------------------------------------
NODISCARD status read_string_term(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_number_equals(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_number_range(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_exists(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_missing(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_in(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_date_range(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_wildcard(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_phrase(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_fuzzy(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_changed_since(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_geological_time(struct query_reader *r, json_t *value, struct query *q);
// (query_json_areas.c)
NODISCARD status read_geo_point(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_distance(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_bbox(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_geo_named_area(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_geo_custom_area(struct query_reader *r, json_t *value, struct query *q);
NODISCARD status read_within(struct query_reader *r, json_t *value, struct query *q);
// The polygons of a GeoJSON geometry, Feature, FeatureCollection or GeometryCollection that is made
// of Polygon and MultiPolygon alone (RFC 7946), not yet checked to be whole.
NODISCARD status read_geojson_polygons(struct query_reader *r, json_t *value,
                                       const struct query_polygon **out, size_t *count);
