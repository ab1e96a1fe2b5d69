// SPDX-License-Identifier: Apache-2.0
// Tells a query in words, for pages and citations (rule G1: "query in words"). Sentences are texts
// with a {} for each part, so that another wording can take their place.
// Must not know: how queries are run, which languages there are.
#include "query/query_tree.h"

#include "base/bidi.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define MOST_VALUES 5 // of a list are told by name
#define MOST_FIELDS 5

struct telling {
    const struct query_wording *wording; // NULL: English
    struct buffer *out;
};

static const char *query_text(const struct telling *t, const char *english)
{
    return t->wording == NULL ? english : t->wording->text(t->wording->context, english);
}

// Writes a text up to its next gap; what stands behind that.
static const char *say_on(const struct telling *t, const char *text)
{
    const char *gap = strstr(text, "{}");
    size_t length = gap == NULL ? strlen(text) : (size_t)(gap - text);
    buffer_append(t->out, text, length);
    return text + length + (gap == NULL ? 0 : 2);
}

static const char *say_first(const struct telling *t, const char *english)
{
    return say_on(t, query_text(t, english));
}

// A text without gaps.
static void say(const struct telling *t, const char *english)
{
    (void)say_first(t, english);
}

// What was given turns none of the words around it.
static void say_given(const struct telling *t, string_view text)
{
    bool turns = bidi_reaches_out(text);
    buffer_append_view(t->out, turns ? SV(BIDI_ISOLATE) : SV(""));
    if (turns) {
        bidi_contain(t->out, text);
    } else {
        buffer_append_view(t->out, text);
    }
    buffer_append_view(t->out, turns ? SV(BIDI_POP) : SV(""));
}

static void say_name(const struct telling *t, enum query_name kind, string_view name)
{
    const struct query_wording *w = t->wording;
    say_given(t, w == NULL ? name : w->name(w->context, kind, name));
}

// "a, b or c": before the part at `i` of a list of so many.
static void say_or(const struct telling *t, size_t i, size_t count)
{
    if (i > 0 && i + 1 == count) {
        say(t, " or ");
    } else if (i > 0) {
        buffer_append_view(t->out, SV(", "));
    }
}

static void say_rest(const struct telling *t, const char *english, size_t count)
{
    if (count > 0) {
        const char *rest = say_first(t, english);
        buffer_append_uint(t->out, count);
        (void)say_on(t, rest);
    }
}

static void say_fields(const struct telling *t, const struct query *q)
{
    size_t told = MIN(q->field_count, (size_t)MOST_FIELDS);
    for (size_t i = 0; i < told; i++) {
        say_or(t, i, q->field_count);
        say_name(t, QUERY_NAME_FIELD, q->fields[i]);
    }
    say_rest(t, " or {} more fields", q->field_count - told);
}

static void say_values(const struct telling *t, const struct query *q)
{
    size_t told = MIN(q->value_count, (size_t)MOST_VALUES);
    for (size_t i = 0; i < told; i++) {
        say_or(t, i, q->value_count);
        say_given(t, q->values[i]);
    }
    say_rest(t, " or {} more values", q->value_count - told);
}

// A sentence whose first gap is the fields; what stands behind that.
static const char *say_of_fields(const struct telling *t, const struct query *q,
                                 const char *english)
{
    const char *rest = say_first(t, english);
    say_fields(t, q);
    return say_on(t, rest);
}

static const char *say_number(const struct telling *t, double number, const char *rest)
{
    query_print_number(number, t->out);
    return say_on(t, rest);
}

static void say_number_range(const struct telling *t, const struct query *q)
{
    bool low = isfinite(q->low);
    bool high = isfinite(q->high);
    if (low && high && q->low_inclusive && q->high_inclusive) {
        const char *rest = say_of_fields(t, q, "{} {} to {}");
        (void)say_number(t, q->high, say_number(t, q->low, rest));
        return;
    }
    if (!low && !high) {
        say_fields(t, q);
    }
    if (low) {
        const char *sentence = q->low_inclusive ? "{} at least {}" : "{} more than {}";
        (void)say_number(t, q->low, say_of_fields(t, q, sentence));
    }
    if (low && high) {
        const char *sentence = q->high_inclusive ? " and at most {}" : " and less than {}";
        (void)say_number(t, q->high, say_first(t, sentence));
    } else if (high) {
        const char *sentence = q->high_inclusive ? "{} at most {}" : "{} less than {}";
        (void)say_number(t, q->high, say_of_fields(t, q, sentence));
    }
}

// A moment as the shortest date that starts (or ends) with it.
static const char *say_moment(const struct telling *t, moment m, bool end, const char *rest)
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
    buffer_append_view(t->out, sv_from(text));
    return say_on(t, rest);
}

static void say_date_range(const struct telling *t, const struct query *q)
{
    if (q->start != INT64_MIN && q->end != INT64_MAX) {
        const char *sentence = q->within ? "{} wholly {} to {}" : "{} {} to {}";
        const char *rest = say_of_fields(t, q, sentence);
        (void)say_moment(t, q->end, true, say_moment(t, q->start, false, rest));
    } else if (q->start != INT64_MIN) {
        const char *sentence = q->within ? "{} wholly from {}" : "{} from {}";
        (void)say_moment(t, q->start, false, say_of_fields(t, q, sentence));
    } else {
        const char *sentence = q->within ? "{} wholly up to {}" : "{} up to {}";
        (void)say_moment(t, q->end, true, say_of_fields(t, q, sentence));
    }
}

static const char *say_latitude(const struct telling *t, double degrees, const char *rest)
{
    (void)say_number(t, fabs(degrees), say_first(t, degrees < 0 ? "{}° S" : "{}° N"));
    return say_on(t, rest);
}

static const char *say_longitude(const struct telling *t, double degrees, const char *rest)
{
    (void)say_number(t, fabs(degrees), say_first(t, degrees < 0 ? "{}° W" : "{}° E"));
    return say_on(t, rest);
}

static const char *say_length(const struct telling *t, double metres, const char *rest)
{
    query_print_number(metres >= 1000 ? metres / 1000 : metres, t->out);
    buffer_append_view(t->out, metres >= 1000 ? SV(" km") : SV(" m"));
    return say_on(t, rest);
}

static void say_distance(const struct telling *t, const struct query *q)
{
    const char *rest = NULL;
    if (q->kind == QUERY_DISTANCE) {
        rest = say_first(t, "{} to {} from {}, {}");
        rest = say_length(t, q->low, rest);
    } else {
        rest = say_first(t, "within {} of {}, {}");
    }
    rest = say_length(t, q->radius, rest);
    (void)say_longitude(t, q->longitude, say_latitude(t, q->latitude, rest));
}

static void say_box(const struct telling *t, const struct query *q)
{
    const char *rest = say_first(t, "between {} and {}, {} and {}");
    rest = say_longitude(t, q->east, say_longitude(t, q->west, rest));
    (void)say_latitude(t, q->north, say_latitude(t, q->south, rest));
}

static void say_geography(const struct telling *t, const struct query *q)
{
    if (q->kind == QUERY_GEO_EXISTS) {
        say(t, "with a position");
    } else if (q->kind == QUERY_GEO_NAMED_AREA) {
        const char *rest = say_first(t, "in {}");
        say_name(t, QUERY_NAME_AREA, q->text);
        (void)say_on(t, rest);
    } else if (q->kind == QUERY_GEO_CUSTOM_AREA) {
        say(t, q->polygon_count == 1 ? "in a drawn area" : "in drawn areas");
    } else if (q->kind == QUERY_GEO_POINT || q->kind == QUERY_DISTANCE) {
        say_distance(t, q);
    } else {
        say_box(t, q);
    }
}

// A sentence with a gap for a text that was given.
static void say_text(const struct telling *t, const struct query *q, const char *english)
{
    const char *rest = say_first(t, english);
    say_given(t, q->text);
    (void)say_on(t, rest);
}

// The same after a gap for the fields.
static void say_fields_text(const struct telling *t, const struct query *q, const char *english)
{
    const char *rest = say_of_fields(t, q, english);
    say_given(t, q->text);
    (void)say_on(t, rest);
}

static void say_fuzzy(const struct telling *t, const struct query *q)
{
    say_fields_text(t, q, q->whole ? "{} is nearly {}" : "{} has words nearly like {}");
    const char *rest = say_first(t, q->edits == 1 ? " ({} edit)" : " ({} edits)");
    buffer_append_uint(t->out, q->edits);
    (void)say_on(t, rest);
}

static void say_geological_time(const struct telling *t, const struct query *q)
{
    if (q->text.length > 0) {
        const char *rest = say_first(t, q->within ? "wholly from the {}" : "from the {}");
        say_name(t, QUERY_NAME_INTERVAL, q->text);
        (void)say_on(t, rest);
        return;
    }
    const char *rest = say_first(t, q->within ? "wholly from the time {} to {} million years ago"
                                              : "from the time {} to {} million years ago");
    (void)say_number(t, q->low, say_number(t, q->high, rest));
}

static void say_one_of(const struct telling *t, const struct query *q)
{
    const char *rest = say_of_fields(t, q, "{} is {}");
    say_values(t, q);
    (void)say_on(t, rest);
}

static void say_term(const struct telling *t, const struct query *q)
{
    switch (q->kind) {
    case QUERY_ALL:
        say(t, "all records");
        break;
    case QUERY_SEARCH:
        say_text(t, q, "with the words \"{}\"");
        break;
    case QUERY_STRING_EQUALS:
        say_fields_text(t, q, "{} is {}");
        break;
    case QUERY_STRING_CONTAINS:
        if (q->field_count == 0) {
            say_text(t, q, "with the words {}");
        } else {
            say_fields_text(t, q, "{} has the words {}");
        }
        break;
    case QUERY_PREFIX:
        say_fields_text(t, q, "{} starts with {}");
        break;
    case QUERY_PART:
        say_fields_text(t, q, "{} names {}");
        break;
    case QUERY_WILDCARD:
        say_fields_text(t, q, "{} matches {}");
        break;
    case QUERY_PHRASE:
        if (q->field_count == 0) {
            say_text(t, q, "with the phrase \"{}\"");
        } else {
            say_fields_text(t, q, "{} has the phrase \"{}\"");
        }
        break;
    case QUERY_FUZZY:
        say_fuzzy(t, q);
        break;
    case QUERY_CHANGED_SINCE:
        (void)say_moment(t, q->start, true, say_first(t, "changed since {}"));
        break;
    case QUERY_GEOLOGICAL_TIME:
        say_geological_time(t, q);
        break;
    case QUERY_IN:
        say_one_of(t, q);
        break;
    case QUERY_NUMBER_EQUALS:
        (void)say_number(t, q->low, say_of_fields(t, q, "{} equals {}"));
        break;
    case QUERY_NUMBER_RANGE:
        say_number_range(t, q);
        break;
    case QUERY_DATE_RANGE:
        say_date_range(t, q);
        break;
    case QUERY_EXISTS:
        (void)say_of_fields(t, q, "with {}");
        break;
    default:
        say_geography(t, q);
        break;
    }
}

static void say_tree(const struct telling *t, const struct query *q, size_t depth, bool inside);

// Members with a word between; what would be said twice in the same words is said once.
static void say_members(const struct telling *t, const struct query *q, const char *between,
                        size_t depth)
{
    struct buffer words[2];
    buffer_init(&words[0], QUERY_LIMIT_BYTES);
    buffer_init(&words[1], QUERY_LIMIT_BYTES);
    for (size_t i = 0; i < q->member_count; i++) {
        struct buffer *now = &words[i % 2];
        buffer_clear(now);
        say_tree(&(struct telling){t->wording, now}, q->members[i], depth + 1, true);
        if (i > 0 && sv_equal(buffer_view(now), buffer_view(&words[(i + 1) % 2]))) {
            continue;
        }
        if (i > 0) {
            say(t, between);
        }
        buffer_append_view(t->out, buffer_view(now));
    }
    buffer_release(&words[0]);
    buffer_release(&words[1]);
}

static void say_not(const struct telling *t, const struct query *q, size_t depth)
{
    enum query_kind only = q->member_count == 1 ? q->members[0]->kind : QUERY_AND;
    if (only == QUERY_EXISTS) {
        (void)say_of_fields(t, q->members[0], "without {}");
    } else if (only == QUERY_ALL) {
        say(t, "no records");
    } else {
        const char *rest = say_first(t, "not ({})");
        say_members(t, q, " or ", depth);
        (void)say_on(t, rest);
    }
}

static void say_same(const struct telling *t, const struct query *q, size_t depth)
{
    const char *rest = say_first(t, "one of {} has {}");
    say_name(t, QUERY_NAME_FIELD, q->text);
    rest = say_on(t, rest);
    say_tree(t, q->members[0], depth + 1, true);
    (void)say_on(t, rest);
}

static void say_tree(const struct telling *t, const struct query *q, size_t depth, bool inside)
{
    if (depth > QUERY_TREE_DEPTH) {
        return;
    }
    if (q->kind == QUERY_NOT) {
        say_not(t, q, depth);
    } else if (q->kind == QUERY_SAME) {
        say_same(t, q, depth);
    } else if (q->kind == QUERY_AND || q->kind == QUERY_OR) {
        bool grouped = inside && q->member_count > 1;
        buffer_append_view(t->out, grouped ? SV("(") : SV(""));
        say_members(t, q, q->kind == QUERY_AND ? " and " : " or ", depth);
        buffer_append_view(t->out, grouped ? SV(")") : SV(""));
    } else {
        say_term(t, q);
    }
}

void query_describe_as(const struct query *q, const struct query_wording *wording,
                       struct buffer *out)
{
    say_tree(&(struct telling){wording, out}, q, 0, false);
}

void query_describe(const struct query *q, struct buffer *out)
{
    query_describe_as(q, NULL, out);
}
