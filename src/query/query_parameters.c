// SPDX-License-Identifier: Apache-2.0
// Compiles URL parameters to a query tree (rule C2, docs/query.md).
// Must not know: stores, HTTP, which fields there are.
#include "query/query_parameter_terms.h"
#include "query/query_tree.h"

#include "store/value.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct compiler {
    struct arena *arena;
    struct error *e;
    const struct query_parameter *parameters;
    size_t *order; // places of the parameters that are asked, by name, then by place
    size_t count;
};

PRINTF_LIKE(3, 4)
static status fail(struct compiler *c, string_view field, const char *format, ...)
{
    char name[sizeof c->e->field];
    query_copy_excerpt(field, name, sizeof name);
    char sentence[ERROR_MESSAGE_SIZE / 2];
    va_list arguments;
    va_start(arguments, format);
    // NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): va_start stands above
    (void)vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    return error_set_field(c->e, ST_INVALID, name, "parameter %s: %s", name, sentence);
}

// --- one side of a range ---------------------------------------------------------------------

// What one side of a range can be read as.
struct side {
    bool open;
    bool is_number;
    bool is_date;
    double number;
    moment start;
    moment end;
};

static struct side read_side(string_view text, bool open)
{
    struct side s = {.open = open};
    text = sv_trim(text);
    struct value_facts facts;
    value_analyse(VALUE_STRING, text, &facts);
    s.is_number = !open && facts.is_number;
    s.number = facts.number;
    struct date_interval interval;
    if (!open && date_interval_from_text(text, &interval)) {
        s.is_date = true;
        s.start = interval.start;
        s.end = interval.end;
    }
    return s;
}

// Made of nothing but what numbers and dates are made of.
static bool looks_measured(string_view text)
{
    text = sv_trim(text);
    if (text.length == 0 || memchr("0123456789+-.", text.bytes[0], 13) == NULL) {
        return false;
    }
    for (size_t i = 0; i < text.length; i++) {
        if (memchr("0123456789+-.:/eETZ", text.bytes[i], 19) == NULL) {
            return false;
        }
    }
    return true;
}

// A number that none can be compared with, as programs write it.
static bool is_no_number(string_view text)
{
    static const char *const words[] = {"nan", "inf", "infinity"};
    text = sv_trim(text);
    bool is_signed = text.length > 0 && (text.bytes[0] == '-' || text.bytes[0] == '+');
    text = sv_slice(text, is_signed ? 1 : 0, SIZE_MAX);
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        if (text.length == strlen(words[i]) &&
            strncasecmp(text.bytes, words[i], text.length) == 0) {
            return true;
        }
    }
    return false;
}

// Both sides look like numbers or dates, though one of them may be none: 1..1e400, NaN..1900.
static bool means_a_range(string_view value, size_t at, size_t width, string_view open_mark)
{
    string_view halves[2] = {sv_slice(value, 0, at), sv_slice(value, at + width, value.length)};
    size_t measured = 0;
    size_t open = 0;
    for (size_t i = 0; i < 2; i++) {
        bool is_measured = looks_measured(halves[i]) || is_no_number(halves[i]);
        measured += is_measured;
        open += !is_measured && sv_equal(sv_trim(halves[i]), open_mark);
    }
    return measured > 0 && measured + open == 2;
}

// Takes `text` apart at the separator that starts at `at`.
static bool read_sides(string_view text, size_t at, size_t width, string_view open_mark,
                       struct side sides[2])
{
    string_view halves[2] = {sv_slice(text, 0, at), sv_slice(text, at + width, text.length)};
    for (size_t i = 0; i < 2; i++) {
        sides[i] = read_side(halves[i], sv_equal(sv_trim(halves[i]), open_mark));
        if (!sides[i].open && !sides[i].is_number && !sides[i].is_date) {
            return false;
        }
    }
    return true;
}

static bool sides_agree(const struct side *s, bool *numbers, bool *dates)
{
    *numbers = (s[0].open || s[0].is_number) && (s[1].open || s[1].is_number);
    *dates = (s[0].open || s[0].is_date) && (s[1].open || s[1].is_date);
    return *numbers || *dates;
}

// --- terms -----------------------------------------------------------------------------------

static status add_number_range(struct compiler *c, string_view field, const struct side *s,
                               struct query_list *list)
{
    struct query *q = query_tree_term(c->arena, QUERY_NUMBER_RANGE, &field, 1);
    if (q == NULL) {
        return query_no_memory(c->e);
    }
    q->low = s[0].open ? -HUGE_VAL : s[0].number;
    q->high = s[1].open ? HUGE_VAL : s[1].number;
    q->low_inclusive = q->high_inclusive = true;
    if (q->low > q->high) {
        return fail(c, field, "the range is upside down: it starts above its end");
    }
    return query_list_add(c->arena, list, q, c->e);
}

static status add_date_range(struct compiler *c, string_view field, const struct side *s,
                             struct query_list *list)
{
    struct query *q = query_tree_term(c->arena, QUERY_DATE_RANGE, &field, 1);
    if (q == NULL) {
        return query_no_memory(c->e);
    }
    q->start = s[0].open ? INT64_MIN : s[0].start;
    q->end = s[1].open ? INT64_MAX : s[1].end;
    if (q->start > q->end) {
        return fail(c, field, "the range is upside down: it starts after its end");
    }
    return query_list_add(c->arena, list, q, c->e);
}

// Years are numbers and dates: a range of them asks for both.
static status add_range(struct compiler *c, string_view field, const struct side *sides,
                        struct query_list *list)
{
    if (sides[0].open && sides[1].open) {
        return fail(c, field,
                    "a range needs a bound on at least one side; * alone means any value");
    }
    bool numbers = false;
    bool dates = false;
    (void)sides_agree(sides, &numbers, &dates);
    if (numbers) {
        TRY(add_number_range(c, field, sides, list));
    }
    return dates ? add_date_range(c, field, sides, list) : ST_OK;
}

// What a value is as a range.
enum range_reading {
    RANGE_NONE,
    RANGE_READ,
    RANGE_BROKEN, // means to be one, but its sides are neither numbers nor dates that exist
};

static enum range_reading read_range(string_view value, struct side sides[2])
{
    bool numbers = false;
    bool dates = false;
    const char *dots = value.length < 2 ? NULL : memmem(value.bytes, value.length, "..", 2);
    if (dots != NULL) {
        size_t at = (size_t)(dots - value.bytes);
        if (read_sides(value, at, 2, SV(""), sides) && sides_agree(sides, &numbers, &dates)) {
            return RANGE_READ;
        }
        return looks_measured(value) || means_a_range(value, at, 2, SV("")) ? RANGE_BROKEN
                                                                            : RANGE_NONE;
    }
    size_t comma = sv_find(value, ',');
    bool one = comma < value.length &&
               sv_find(sv_slice(value, comma + 1, value.length), ',') == value.length - comma - 1;
    if (one && read_sides(value, comma, 1, SV("*"), sides) &&
        sides_agree(sides, &numbers, &dates)) {
        return RANGE_READ;
    }
    return one && means_a_range(value, comma, 1, SV("*")) ? RANGE_BROKEN : RANGE_NONE;
}

static status add_text_term(struct compiler *c, enum query_kind kind, string_view field,
                            string_view text, struct query_list *list)
{
    struct query *q = query_tree_term(c->arena, kind, &field, 1);
    if (q == NULL) {
        return query_no_memory(c->e);
    }
    q->text = arena_copy(c->arena, text);
    if (q->text.bytes == NULL) {
        return query_no_memory(c->e);
    }
    return query_list_add(c->arena, list, q, c->e);
}

static status add_missing(struct compiler *c, string_view field, struct query_list *list)
{
    struct query_list only = {0};
    TRY(add_text_term(c, QUERY_EXISTS, field, SV(""), &only));
    const struct query *q = query_tree_group(c->arena, QUERY_NOT, only.items, 1);
    if (q == NULL) {
        return query_no_memory(c->e);
    }
    return query_list_add(c->arena, list, q, c->e);
}

// The text between double quotes means nothing but itself.
static bool is_quoted(string_view value)
{
    return value.length >= 2 && value.bytes[0] == '"' && value.bytes[value.length - 1] == '"';
}

// Adds what a value without its "!" asks for; `list` is or-ed.
static status add_value(struct compiler *c, string_view field, string_view value,
                        struct query_list *list)
{
    struct side sides[2];
    if (is_quoted(value)) {
        string_view text = sv_slice(value, 1, value.length - 2);
        return add_text_term(c, QUERY_STRING_EQUALS, field, text, list);
    }
    switch (read_range(value, sides)) {
    case RANGE_READ:
        return add_range(c, field, sides, list);
    case RANGE_BROKEN:
        return fail(c, field,
                    "\"" SV_FORMAT "\" is no range: both sides must be numbers, or dates that "
                    "exist; the text itself is asked for in double quotes",
                    SV_ARGUMENT(query_excerpt(value, 60)));
    case RANGE_NONE:
        break;
    }
    if (sv_equal(value, SV("*"))) {
        return add_text_term(c, QUERY_EXISTS, field, SV(""), list);
    }
    if (sv_ends_with(value, SV("*"))) {
        return add_text_term(c, QUERY_PREFIX, field, sv_slice(value, 0, value.length - 1), list);
    }
    return add_text_term(c, QUERY_STRING_EQUALS, field, value, list);
}

// --- parameters ------------------------------------------------------------------------------

static status group(struct compiler *c, enum query_kind kind, const struct query_list *list,
                    const struct query **out)
{
    *out = list->count == 1 && kind != QUERY_NOT
               ? list->items[0]
               : query_tree_group(c->arena, kind, list->items, list->count);
    return *out == NULL ? query_no_memory(c->e) : ST_OK;
}

// What a parameter asks in all: one of the wanted, and none of the unwanted.
static status add_wanted(struct compiler *c, const struct query_list *wanted,
                         const struct query_list *unwanted, struct query_list *terms)
{
    const struct query *q = NULL;
    if (wanted->count > 0) {
        TRY(group(c, QUERY_OR, wanted, &q));
        TRY(query_list_add(c->arena, terms, q, c->e));
    }
    if (unwanted->count > 0) {
        TRY(group(c, QUERY_NOT, unwanted, &q));
        TRY(query_list_add(c->arena, terms, q, c->e));
    }
    return ST_OK;
}

static status add_trouble(struct compiler *c, string_view name, status result,
                          const struct error *trouble)
{
    char field[sizeof c->e->field];
    query_copy_excerpt(name, field, sizeof field);
    return error_set_field(c->e, result, field, "parameter %s: %s", field, trouble->message);
}

// filter.TERM and query: the values are or-ed as those of a field are.
static status add_filter(struct compiler *c, string_view name, const size_t *places, size_t count,
                         struct query_list *terms)
{
    struct query_list wanted = {0};
    struct query_list unwanted = {0};
    for (size_t i = 0; i < count; i++) {
        string_view value = c->parameters[places[i]].value;
        const struct query *q = NULL;
        struct error trouble = {0};
        bool negated = value.length > 0 && value.bytes[0] == '!';
        string_view term = query_parameter_term(name);
        string_view json = sv_slice(value, negated ? 1 : 0, SIZE_MAX);
        status result = term.length == 0
                            ? query_from_json(c->arena, json, &q, &trouble)
                            : query_term_from_parameter(c->arena, term, json, &q, &trouble);
        if (result != ST_OK) {
            return add_trouble(c, name, result, &trouble);
        }
        if (q != NULL) {
            TRY(query_list_add(c->arena, negated ? &unwanted : &wanted, q, c->e));
        }
    }
    return add_wanted(c, &wanted, &unwanted, terms);
}

// Adds all that one parameter asks for to the and-ed terms.
static status add_parameter(struct compiler *c, string_view field, const size_t *places,
                            size_t count, struct query_list *terms)
{
    struct query_list wanted = {0};
    struct query_list unwanted = {0};
    for (size_t i = 0; i < count; i++) {
        string_view value = c->parameters[places[i]].value;
        bool negated = value.length > 1 && value.bytes[0] == '!';
        if (value.length == 0 || sv_equal(value, SV("!*")) || sv_equal(value, SV("\"\""))) {
            TRY(add_missing(c, field, &wanted));
        } else if (sv_equal(value, SV("!")) || sv_equal(value, SV("!\"\""))) {
            TRY(add_text_term(c, QUERY_EXISTS, field, SV(""), &wanted));
        } else {
            TRY(add_value(c, field, sv_slice(value, negated ? 1 : 0, value.length),
                          negated ? &unwanted : &wanted));
        }
    }
    return add_wanted(c, &wanted, &unwanted, terms);
}

static status add_search(struct compiler *c, const size_t *places, size_t count,
                         struct query_list *terms)
{
    struct query_list words = {0};
    for (size_t i = 0; i < count; i++) {
        string_view text = sv_trim(c->parameters[places[i]].value);
        if (text.length == 0) {
            continue;
        }
        struct query *q = query_tree_term(c->arena, QUERY_SEARCH, NULL, 0);
        if (q == NULL) {
            return query_no_memory(c->e);
        }
        q->text = arena_copy(c->arena, text);
        if (q->text.bytes == NULL) {
            return query_no_memory(c->e);
        }
        TRY(query_list_add(c->arena, &words, q, c->e));
    }
    const struct query *q = NULL;
    if (words.count == 0) {
        return ST_OK;
    }
    TRY(group(c, QUERY_OR, &words, &q));
    return query_list_add(c->arena, terms, q, c->e);
}

static bool is_reserved(string_view name, const char *const *reserved, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (sv_equal(name, sv_from(reserved[i]))) {
            return true;
        }
    }
    return false;
}

// "q", "query", "filter.x" and "field.q", "field.query", "field.filter.x" are different things:
// words go first, then terms.
static int rank_of(string_view name)
{
    return sv_equal(name, SV("q")) ? 0 : query_parameter_is_json(name) ? 1 : 2;
}

// The field that a parameter names; q stays q.
static string_view field_of(string_view name)
{
    static const char prefix[] = "field.";
    return sv_starts_with(name, sv_from(prefix)) ? sv_slice(name, sizeof prefix - 1, name.length)
                                                 : name;
}

static int compare_places(const void *a, const void *b, void *argument)
{
    const struct query_parameter *parameters = ((const struct compiler *)argument)->parameters;
    size_t x = *(const size_t *)a;
    size_t y = *(const size_t *)b;
    int ranks = rank_of(parameters[x].name) - rank_of(parameters[y].name);
    if (ranks != 0) {
        return ranks;
    }
    int order = sv_compare(field_of(parameters[x].name), field_of(parameters[y].name));
    return order != 0 ? order : (x > y) - (x < y);
}

// Checks bounds and gathers the parameters that ask something, equal names side by side.
static status gather(struct compiler *c, size_t count, const char *const *reserved,
                     size_t reserved_count)
{
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++) {
        string_view name = c->parameters[i].name;
        if (is_reserved(name, reserved, reserved_count)) {
            continue;
        }
        bytes += name.length + c->parameters[i].value.length;
        string_view field = field_of(name);
        if (field.length == 0 || field.length > QUERY_LIMIT_TEXT) {
            return fail(c, name, "a field's name has 1 to %zu bytes", QUERY_LIMIT_TEXT);
        }
        if (c->parameters[i].value.length > QUERY_LIMIT_TEXT) {
            return fail(c, name, "the value is longer than %zu bytes", QUERY_LIMIT_TEXT);
        }
        c->order[c->count++] = i;
    }
    if (c->count > QUERY_LIMIT_TERMS || bytes > QUERY_LIMIT_BYTES) {
        return error_set(c->e, ST_INVALID,
                         "the query has %zu parameters of %zu bytes, at most %zu of %zu", c->count,
                         bytes, QUERY_LIMIT_TERMS, QUERY_LIMIT_BYTES);
    }
    qsort_r(c->order, c->count, sizeof *c->order, compare_places, c);
    return ST_OK;
}

static bool same_name(const struct query_parameter *a, const struct query_parameter *b)
{
    return rank_of(a->name) == rank_of(b->name) && sv_equal(field_of(a->name), field_of(b->name));
}

// Words and whole terms lie before the fields' own parameters (rank_of).
static status compile(struct compiler *c, const struct query **out, const struct query **fixed)
{
    struct query_list terms = {0};
    size_t fixed_count = 0;
    for (size_t i = 0; i < c->count;) {
        const struct query_parameter *first = &c->parameters[c->order[i]];
        size_t end = i + 1;
        while (end < c->count && same_name(first, &c->parameters[c->order[end]])) {
            end++;
        }
        if (sv_equal(first->name, SV("q"))) {
            TRY(add_search(c, c->order + i, end - i, &terms));
            fixed_count = terms.count;
        } else if (query_parameter_is_json(first->name)) {
            TRY(add_filter(c, first->name, c->order + i, end - i, &terms));
            fixed_count = terms.count;
        } else {
            TRY(add_parameter(c, field_of(first->name), c->order + i, end - i, &terms));
        }
        i = end;
    }
    const struct query_list first_terms = {.items = terms.items, .count = fixed_count};
    *fixed = NULL;
    if (fixed_count > 0) {
        TRY(group(c, QUERY_AND, &first_terms, fixed));
    }
    if (terms.count == 0) {
        *out = query_tree_group(c->arena, QUERY_ALL, NULL, 0);
        return *out == NULL ? query_no_memory(c->e) : ST_OK;
    }
    return group(c, QUERY_AND, &terms, out);
}

status query_from_parameters_apart(struct arena *arena, const struct query_parameter *parameters,
                                   size_t count, const char *const *reserved, size_t reserved_count,
                                   const struct query **out, const struct query **fixed,
                                   struct error *e)
{
    struct compiler c = {.arena = arena, .e = e, .parameters = parameters};
    c.order = arena_array(arena, size_t, count + 1);
    if (c.order == NULL) {
        return query_no_memory(e);
    }
    const struct query *q = NULL;
    TRY(gather(&c, count, reserved, reserved_count));
    TRY(compile(&c, &q, fixed));
    *out = q;
    return ST_OK;
}

status query_from_parameters(struct arena *arena, const struct query_parameter *parameters,
                             size_t count, const char *const *reserved, size_t reserved_count,
                             const struct query **out, struct error *e)
{
    const struct query *fixed = NULL;
    return query_from_parameters_apart(arena, parameters, count, reserved, reserved_count, out,
                                       &fixed, e);
}

// --- values in an address --------------------------------------------------------------------

bool query_value_text(string_view value, string_view *out)
{
    struct side sides[2];
    if (is_quoted(value) && value.length > 2) {
        *out = sv_slice(value, 1, value.length - 2);
        return true;
    }
    bool plain = value.length > 0 && value.bytes[0] != '!' && !sv_ends_with(value, SV("*")) &&
                 !is_quoted(value) && read_range(value, sides) == RANGE_NONE;
    if (plain) {
        *out = value;
    }
    return plain;
}

string_view query_value_write(struct arena *arena, string_view text)
{
    string_view read;
    bool means_itself = query_value_text(text, &read) && sv_equal(read, text) &&
                        sv_trim(text).length == text.length;
    if (means_itself) {
        return text;
    }
    char *quoted = arena_alloc_array(arena, text.length + 2, 1);
    if (quoted == NULL) {
        return SV("");
    }
    quoted[0] = '"';
    memcpy(quoted + 1, text.length > 0 ? text.bytes : "", text.length);
    quoted[text.length + 1] = '"';
    return (string_view){quoted, text.length + 2};
}
