// SPDX-License-Identifier: Apache-2.0
// Tells a query in words, for pages and citations (rule G1: "query in words").
// Must not know: how queries are run.
#include "query/query_tree.h"

#include "base/bidi.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define MOST_VALUES 5 // of a list are told by name
#define MOST_FIELDS 5

static void say(struct buffer *out, const char *text)
{
    buffer_append(out, text, strlen(text));
}

// What was given turns none of the words around it.
static void say_given(string_view text, struct buffer *out)
{
    bool turns = bidi_reaches_out(text);
    say(out, turns ? BIDI_ISOLATE : "");
    if (turns) {
        bidi_contain(out, text);
    } else {
        buffer_append_view(out, text);
    }
    say(out, turns ? BIDI_POP : "");
}

static void say_fields(const struct query *q, struct buffer *out)
{
    size_t told = MIN(q->field_count, (size_t)MOST_FIELDS);
    for (size_t i = 0; i < told; i++) {
        say(out, i == 0 ? "" : i + 1 == q->field_count ? " or " : ", ");
        say_given(q->fields[i], out);
    }
    if (told < q->field_count) {
        buffer_print(out, " or %zu more fields", q->field_count - told);
    }
}

static void say_values(const struct query *q, struct buffer *out)
{
    size_t told = MIN(q->value_count, (size_t)MOST_VALUES);
    for (size_t i = 0; i < told; i++) {
        say(out, i == 0 ? "" : i + 1 == q->value_count ? " or " : ", ");
        say_given(q->values[i], out);
    }
    if (told < q->value_count) {
        buffer_print(out, " or %zu more values", q->value_count - told);
    }
}

static void say_number_range(const struct query *q, struct buffer *out)
{
    say_fields(q, out);
    if (isfinite(q->low) && isfinite(q->high) && q->low_inclusive && q->high_inclusive) {
        say(out, " ");
        query_print_number(q->low, out);
        say(out, " to ");
        query_print_number(q->high, out);
        return;
    }
    if (isfinite(q->low)) {
        say(out, q->low_inclusive ? " at least " : " more than ");
        query_print_number(q->low, out);
    }
    if (isfinite(q->high)) {
        say(out, isfinite(q->low) ? " and" : "");
        say(out, q->high_inclusive ? " at most " : " less than ");
        query_print_number(q->high, out);
    }
}

// A moment as the shortest date that starts (or ends) with it.
static void say_moment(moment m, bool end, struct buffer *out)
{
    char text[25];
    moment_to_text(m, text);
    const char *edge = end ? "T23:59:59.999Z" : "T00:00:00.000Z";
    if (strcmp(text + 10, edge) == 0) {
        text[10] = '\0';
        if (strcmp(text + 4, end ? "-12-31" : "-01-01") == 0) {
            text[4] = '\0';
        }
    }
    say(out, text);
}

static void say_date_range(const struct query *q, struct buffer *out)
{
    say_fields(q, out);
    say(out, q->within ? " wholly" : "");
    if (q->start != INT64_MIN && q->end != INT64_MAX) {
        say(out, " ");
        say_moment(q->start, false, out);
        say(out, " to ");
        say_moment(q->end, true, out);
    } else if (q->start != INT64_MIN) {
        say(out, " from ");
        say_moment(q->start, false, out);
    } else {
        say(out, " up to ");
        say_moment(q->end, true, out);
    }
}

static void say_degrees(double degrees, const char *positive, const char *negative,
                        struct buffer *out)
{
    query_print_number(fabs(degrees), out);
    say(out, "° ");
    say(out, degrees < 0 ? negative : positive);
}

static void say_length(double metres, struct buffer *out)
{
    query_print_number(metres >= 1000 ? metres / 1000 : metres, out);
    say(out, metres >= 1000 ? " km" : " m");
}

static void say_geography(const struct query *q, struct buffer *out)
{
    if (q->kind == QUERY_GEO_EXISTS) {
        say(out, "with a position");
    } else if (q->kind == QUERY_GEO_NAMED_AREA) {
        say(out, "in ");
        say_given(q->text, out);
    } else if (q->kind == QUERY_GEO_CUSTOM_AREA) {
        say(out, q->polygon_count == 1 ? "in a drawn area" : "in drawn areas");
    } else if (q->kind == QUERY_GEO_POINT || q->kind == QUERY_DISTANCE) {
        if (q->kind == QUERY_DISTANCE) {
            say_length(q->low, out);
            say(out, " to ");
            say_length(q->radius, out);
            say(out, " from ");
        } else {
            say(out, "within ");
            say_length(q->radius, out);
            say(out, " of ");
        }
        say_degrees(q->latitude, "N", "S", out);
        say(out, ", ");
        say_degrees(q->longitude, "E", "W", out);
    } else {
        say(out, "between ");
        say_degrees(q->west, "E", "W", out);
        say(out, " and ");
        say_degrees(q->east, "E", "W", out);
        say(out, ", ");
        say_degrees(q->south, "N", "S", out);
        say(out, " and ");
        say_degrees(q->north, "N", "S", out);
    }
}

static void say_text(const struct query *q, const char *verb, struct buffer *out)
{
    say_fields(q, out);
    say(out, verb);
    say_given(q->text, out);
}

static void say_fuzzy(const struct query *q, struct buffer *out)
{
    say_text(q, q->whole ? " is nearly " : " has words nearly like ", out);
    buffer_print(out, " (%u edit%s)", q->edits, q->edits == 1 ? "" : "s");
}

static void say_geological_time(const struct query *q, struct buffer *out)
{
    say(out, q->within ? "wholly from the " : "from the ");
    if (q->text.length > 0) {
        say_given(q->text, out);
        return;
    }
    say(out, "time ");
    query_print_number(q->high, out);
    say(out, " to ");
    query_print_number(q->low, out);
    say(out, " million years ago");
}

static void say_term(const struct query *q, struct buffer *out)
{
    switch (q->kind) {
    case QUERY_ALL:
        say(out, "all records");
        break;
    case QUERY_SEARCH:
        say(out, "with the words \"");
        say_given(q->text, out);
        say(out, "\"");
        break;
    case QUERY_STRING_EQUALS:
        say_text(q, " is ", out);
        break;
    case QUERY_STRING_CONTAINS:
        say_text(q, q->field_count == 0 ? "with the words " : " has the words ", out);
        break;
    case QUERY_PREFIX:
        say_text(q, " starts with ", out);
        break;
    case QUERY_PART:
        say_text(q, " names ", out);
        break;
    case QUERY_WILDCARD:
        say_text(q, " matches ", out);
        break;
    case QUERY_PHRASE:
        say_text(q, q->field_count == 0 ? "with the phrase \"" : " has the phrase \"", out);
        say(out, "\"");
        break;
    case QUERY_FUZZY:
        say_fuzzy(q, out);
        break;
    case QUERY_CHANGED_SINCE:
        say(out, "changed since ");
        say_moment(q->start, true, out);
        break;
    case QUERY_GEOLOGICAL_TIME:
        say_geological_time(q, out);
        break;
    case QUERY_IN:
        say_fields(q, out);
        say(out, " is ");
        say_values(q, out);
        break;
    case QUERY_NUMBER_EQUALS:
        say_fields(q, out);
        say(out, " equals ");
        query_print_number(q->low, out);
        break;
    case QUERY_NUMBER_RANGE:
        say_number_range(q, out);
        break;
    case QUERY_DATE_RANGE:
        say_date_range(q, out);
        break;
    case QUERY_EXISTS:
        say(out, "with ");
        say_fields(q, out);
        break;
    default:
        say_geography(q, out);
        break;
    }
}

static void say_tree(const struct query *q, size_t depth, bool inside, struct buffer *out);

// Members with a word between; what would be said twice in the same words is said once.
static void say_members(const struct query *q, const char *between, size_t depth,
                        struct buffer *out)
{
    struct buffer words[2];
    buffer_init(&words[0], QUERY_LIMIT_BYTES);
    buffer_init(&words[1], QUERY_LIMIT_BYTES);
    for (size_t i = 0; i < q->member_count; i++) {
        struct buffer *now = &words[i % 2];
        buffer_clear(now);
        say_tree(q->members[i], depth + 1, true, now);
        if (i > 0 && sv_equal(buffer_view(now), buffer_view(&words[(i + 1) % 2]))) {
            continue;
        }
        say(out, i == 0 ? "" : between);
        buffer_append_view(out, buffer_view(now));
    }
    buffer_release(&words[0]);
    buffer_release(&words[1]);
}

static void say_not(const struct query *q, size_t depth, struct buffer *out)
{
    enum query_kind only = q->member_count == 1 ? q->members[0]->kind : QUERY_AND;
    if (only == QUERY_EXISTS) {
        say(out, "without ");
        say_fields(q->members[0], out);
    } else if (only == QUERY_ALL) {
        say(out, "no records");
    } else {
        say(out, "not (");
        say_members(q, " or ", depth, out);
        say(out, ")");
    }
}

static void say_tree(const struct query *q, size_t depth, bool inside, struct buffer *out)
{
    if (depth > QUERY_TREE_DEPTH) {
        return;
    }
    if (q->kind == QUERY_NOT) {
        say_not(q, depth, out);
    } else if (q->kind == QUERY_SAME) {
        say(out, "one of ");
        say_given(q->text, out);
        say(out, " has ");
        say_tree(q->members[0], depth + 1, true, out);
    } else if (q->kind == QUERY_AND || q->kind == QUERY_OR) {
        bool grouped = inside && q->member_count > 1;
        say(out, grouped ? "(" : "");
        say_members(q, q->kind == QUERY_AND ? " and " : " or ", depth, out);
        say(out, grouped ? ")" : "");
    } else {
        say_term(q, out);
    }
}

void query_describe(const struct query *q, struct buffer *out)
{
    say_tree(q, 0, false, out);
}
