// SPDX-License-Identifier: Apache-2.0
// Reads the terms of values: texts, numbers, dates.
// Must not know: groups, areas, how terms are run.
#include "query/query_json_reader.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "query/geological_chart.h"
#include "query/query_tree.h"
#include "query/wildcard.h"

#include <math.h>
#include <string.h>

// --- terms of schema v1.0.0 ------------------------------------------------------------------

status read_string_term(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "fields value"));
    TRY(reader_fields(r, value, q->kind == QUERY_STRING_CONTAINS || q->kind == QUERY_PHRASE ? 0 : 1,
                      q));
    return reader_text(r, value, "value", &q->text);
}

status read_number_equals(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "fields value"));
    TRY(reader_fields(r, value, 1, q));
    q->low_inclusive = q->high_inclusive = true;
    TRY(reader_number(r, value, "value", -INFINITY, INFINITY, &q->low));
    q->high = q->low;
    return ST_OK;
}

status read_number_range(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(
        r, value, "fields less_than less_than_inclusive greater_than greater_than_inclusive"));
    TRY(reader_fields(r, value, 1, q));
    q->low = -INFINITY;
    q->high = INFINITY;
    q->low_inclusive = q->high_inclusive = true;
    bool has_low = json_object_get(value, "greater_than") != NULL;
    bool has_high = json_object_get(value, "less_than") != NULL;
    if (!has_low && !has_high) {
        return reader_fail(r, "greater_than or less_than is needed");
    }
    if (has_low) {
        TRY(reader_number(r, value, "greater_than", -INFINITY, INFINITY, &q->low));
    }
    if (has_high) {
        TRY(reader_number(r, value, "less_than", -INFINITY, INFINITY, &q->high));
    }
    TRY(reader_truth(r, value, "greater_than_inclusive", &q->low_inclusive));
    TRY(reader_truth(r, value, "less_than_inclusive", &q->high_inclusive));
    q->low_inclusive = q->low_inclusive || !has_low;
    q->high_inclusive = q->high_inclusive || !has_high;
    if (q->low > q->high) {
        return reader_fail(r,
                           "the range is upside down: greater_than %.17g is above less_than %.17g",
                           q->low, q->high);
    }
    return ST_OK;
}

status read_exists(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "fields geo_field"));
    if (json_object_size(value) != 1) {
        return reader_fail(r, "expected either fields or geo_field");
    }
    json_t *geo = json_object_get(value, "geo_field");
    if (geo == NULL) {
        return reader_fields(r, value, 1, q);
    }
    (void)reader_enter(r, "geo_field");
    if (!json_is_true(geo)) {
        return reader_fail(r, "can only be true");
    }
    q->kind = QUERY_GEO_EXISTS;
    return ST_OK;
}

// --- terms of our superset v2 ----------------------------------------------------------------

// The same as a "not" of exists.
status read_missing(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "fields"));
    struct query *exists = arena_new(r->arena, struct query);
    const struct query **members =
        (const struct query **)arena_alloc_array(r->arena, 1, sizeof *members);
    if (exists == NULL || members == NULL) {
        return query_no_memory(r->e);
    }
    exists->kind = QUERY_EXISTS;
    TRY(reader_fields(r, value, 1, exists));
    members[0] = exists;
    q->members = members;
    q->member_count = 1;
    return ST_OK;
}

status read_in(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "fields values"));
    TRY(reader_fields(r, value, 1, q));
    json_t *list = json_object_get(value, "values");
    size_t before = reader_enter(r, "values");
    size_t count = json_array_size(list);
    if (!json_is_array(list) || count == 0) {
        return reader_fail(r, "expected a list of one or more texts");
    }
    r->values += count;
    if (r->values > QUERY_LIMIT_VALUES) {
        return reader_fail(r, "more than %zu values in all", QUERY_LIMIT_VALUES);
    }
    string_view *values = arena_array(r->arena, string_view, count);
    if (values == NULL) {
        return query_no_memory(r->e);
    }
    for (size_t i = 0; i < count; i++) {
        json_t *text = json_array_get(list, i);
        size_t inner = reader_enter_index(r, i);
        if (!json_is_string(text) || json_string_length(text) > QUERY_LIMIT_TEXT) {
            return reader_fail(r, "expected a text of at most %zu bytes", QUERY_LIMIT_TEXT);
        }
        reader_leave(r, inner);
        values[i] =
            arena_copy(r->arena, (string_view){json_string_value(text), json_string_length(text)});
        if (values[i].bytes == NULL) {
            return query_no_memory(r->e);
        }
    }
    q->values = values;
    q->value_count = count;
    reader_leave(r, before);
    return ST_OK;
}

static status read_date(struct query_reader *r, json_t *object, const char *name, bool end,
                        moment *out)
{
    if (json_object_get(object, name) == NULL) {
        return ST_OK;
    }
    string_view text;
    TRY(reader_text(r, object, name, &text));
    struct date_interval interval;
    if (!date_interval_from_text(text, &interval)) {
        (void)reader_enter(r, name);
        return reader_fail(r,
                           SV_FORMAT " is no date; write YYYY, YYYY-MM, YYYY-MM-DD or with a time",
                           SV_ARGUMENT(query_excerpt(text, 60)));
    }
    *out = end ? interval.end : interval.start;
    return ST_OK;
}

status read_date_range(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "fields from to match"));
    TRY(reader_fields(r, value, 1, q));
    if (json_object_get(value, "from") == NULL && json_object_get(value, "to") == NULL) {
        return reader_fail(r, "from or to is needed");
    }
    q->start = INT64_MIN;
    q->end = INT64_MAX;
    TRY(read_date(r, value, "from", false, &q->start));
    TRY(read_date(r, value, "to", true, &q->end));
    if (q->start > q->end) {
        return reader_fail(r, "the range is upside down: from is after to");
    }
    return reader_match(r, value, &q->within);
}

// --- patterns, phrases and near words ---------------------------------------------------------

status read_wildcard(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(read_string_term(r, value, q));
    struct error trouble = {0};
    if (wildcard_check(q->text, &trouble) != ST_OK) {
        (void)reader_enter(r, "value");
        return reader_fail(r, "%s", trouble.message);
    }
    return ST_OK;
}

status read_phrase(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(read_string_term(r, value, q));
    if (sv_trim(q->text).length == 0) {
        (void)reader_enter(r, "value");
        return reader_fail(r, "expected the words of a phrase");
    }
    return ST_OK;
}

static size_t folded_characters(string_view text)
{
    struct buffer folded;
    buffer_init(&folded, 16 * QUERY_LIMIT_TEXT);
    fold_full(text, &folded);
    size_t count = 0;
    for (size_t at = 0; at < folded.length; count++) {
        (void)utf8_next(buffer_view(&folded), &at);
    }
    buffer_release(&folded);
    return count;
}

status read_fuzzy(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "fields value distance match"));
    TRY(reader_fields(r, value, 1, q));
    TRY(reader_text(r, value, "value", &q->text));
    double edits = 1;
    if (json_object_get(value, "distance") != NULL) {
        TRY(reader_number(r, value, "distance", 1, 2, &edits));
    }
    if (edits != 1 && edits != 2) {
        (void)reader_enter(r, "distance");
        return reader_fail(r, "expected 1 or 2 edits");
    }
    q->edits = (unsigned)edits;
    size_t characters = folded_characters(q->text);
    if (characters <= q->edits || characters > QUERY_LIMIT_FUZZY) {
        (void)reader_enter(r, "value");
        return reader_fail(r,
                           "the value has %zu characters; with a distance of %u it needs %u to %zu",
                           characters, q->edits, q->edits + 1, QUERY_LIMIT_FUZZY);
    }
    if (json_object_get(value, "match") != NULL) {
        string_view match;
        TRY(reader_text(r, value, "match", &match));
        q->whole = sv_equal(match, SV("value"));
        if (!q->whole && !sv_equal(match, SV("word"))) {
            (void)reader_enter(r, "match");
            return reader_fail(r, "expected word or value");
        }
    }
    return ST_OK;
}

// --- versions --------------------------------------------------------------------------------

status read_changed_since(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "moment"));
    const json_t *number = json_object_get(value, "moment");
    double milliseconds = json_number_value(number);
    if (json_is_number(number) && fabs(milliseconds) < 0x1p53 &&
        floor(milliseconds) == milliseconds) {
        q->start = (moment)milliseconds; // as answers give their version
        return ST_OK;
    }
    string_view text;
    TRY(reader_text(r, value, "moment", &text));
    struct error trouble = {0};
    if (moment_from_text(text, &q->start, &trouble) != ST_OK) {
        (void)reader_enter(r, "moment");
        return reader_fail(r, "%s", trouble.message);
    }
    return ST_OK;
}

// --- geological time -------------------------------------------------------------------------

static status read_interval_name(struct query_reader *r, json_t *value, struct query *q)
{
    string_view name;
    const struct geological_interval *interval = NULL;
    struct error trouble = {0};
    TRY(reader_text(r, value, "name", &name));
    if (geological_look_up(name, &interval, &trouble) != ST_OK) {
        (void)reader_enter(r, "name");
        return reader_fail(r, "%s", trouble.message);
    }
    q->text = sv_from(interval->name);
    q->high = interval->start;
    q->low = interval->end;
    return ST_OK;
}

status read_geological_time(struct query_reader *r, json_t *value, struct query *q)
{
    TRY(reader_check_object(r, value, "name from to match"));
    bool named = json_object_get(value, "name") != NULL;
    bool from = json_object_get(value, "from") != NULL;
    bool to = json_object_get(value, "to") != NULL;
    TRY(reader_match(r, value, &q->within));
    if (named ? from || to : !from && !to) {
        return reader_fail(r, "expected either a name, or from and to in millions of years ago");
    }
    if (named) {
        return read_interval_name(r, value, q);
    }
    q->high = GEOLOGICAL_OLDEST;
    if (from) {
        TRY(reader_number(r, value, "from", 0, GEOLOGICAL_OLDEST, &q->high));
    }
    if (to) {
        TRY(reader_number(r, value, "to", 0, GEOLOGICAL_OLDEST, &q->low));
    }
    if (q->high < q->low) {
        return reader_fail(r,
                           "the range is upside down: from %g is later than to %g million years "
                           "ago",
                           q->high, q->low);
    }
    return ST_OK;
}
