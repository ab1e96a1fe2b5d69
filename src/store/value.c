// SPDX-License-Identifier: Apache-2.0
// The types of values and their one order.
// Most values are words: their first byte already says that they are neither number, date nor
// truth.
#include "store/value.h"

#include "base/fold.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// What a text can be, judged by its first byte.
enum first_byte { PLAIN, BLANK, NUMERIC, TRUTH };

static const unsigned char first_bytes[256] = {
    [' '] = BLANK,   ['\t'] = BLANK,  ['\r'] = BLANK,  ['\n'] = BLANK,  ['+'] = NUMERIC,
    ['-'] = NUMERIC, ['.'] = NUMERIC, ['0'] = NUMERIC, ['1'] = NUMERIC, ['2'] = NUMERIC,
    ['3'] = NUMERIC, ['4'] = NUMERIC, ['5'] = NUMERIC, ['6'] = NUMERIC, ['7'] = NUMERIC,
    ['8'] = NUMERIC, ['9'] = NUMERIC, ['T'] = TRUTH,   ['t'] = TRUTH,   ['F'] = TRUTH,
    ['f'] = TRUTH,
};

// Digits that decide the rounding of a double (at most 767), with room to spare; what lies behind
// them only matters by being zero or not.
#define MOST_DIGITS 800

// A written number taken apart: 0.DIGITS times ten to the power of `point`.
struct decimal {
    char digits[MOST_DIGITS + 1];
    size_t count;
    int64_t point;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void add_digit(struct decimal *d, char digit, bool before_point)
{
    if (d->count == 0 && digit == '0') {
        d->point -= before_point ? 0 : 1;
        return;
    }
    if (d->count < MOST_DIGITS) {
        d->digits[d->count++] = digit;
    } else if (digit != '0' && d->digits[MOST_DIGITS - 1] == '0') {
        d->digits[MOST_DIGITS - 1] = '1';
    }
    d->point += before_point ? 1 : 0;
}

// Takes e[+-]digits; the exponent stays within the bound of any number that can be written.
static bool take_exponent(const char **at, const char *end, int64_t *exponent)
{
    const char *s = *at + 1;
    bool negative = s < end && *s == '-';
    s += s < end && (*s == '-' || *s == '+');
    int64_t value = 0;
    const char *first = s;
    for (; s < end && is_digit(*s); s++) {
        value = MIN(value * 10 + (*s - '0'), INT64_C(1) << 50);
    }
    *at = s;
    *exponent = negative ? -value : value;
    return s > first;
}

// The double nearest to a decimal, ties to even; infinite when there is none.
static double decimal_to_double(const struct decimal *d)
{
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (d->count == 0 || d->point < -400) {
        return 0;
    }
    if (d->point > 400) {
        return HUGE_VAL;
    }
    int64_t scale = d->point - (int64_t)d->count;
    if (d->count <= 15 && scale >= -22 && scale <= 22) {
        // Both are exact doubles, so one operation rounds once (Clinger 1990).
        int64_t whole = 0;
        for (size_t i = 0; i < d->count; i++) {
            whole = whole * 10 + (d->digits[i] - '0');
        }
        return scale < 0 ? (double)whole / powers[-scale] : (double)whole * powers[scale];
    }
    char text[MOST_DIGITS + 32];
    memcpy(text, d->digits, d->count);
    text[d->count] = 'e';
    char *end = text + d->count + 1;
    if (scale < 0) {
        *end++ = '-';
    }
    uint64_t magnitude = (uint64_t)(scale < 0 ? -scale : scale);
    for (uint64_t unit = 1000; unit > 0; unit /= 10) {
        *end++ = (char)('0' + magnitude / unit % 10);
    }
    *end = '\0';
    return strtod(text, NULL); // no point in it, so no locale has a say
}

// Numbers that are not short whole ones: points, exponents, many digits.
static bool read_decimal(const char *at, const char *end, bool negative, double *out)
{
    struct decimal d;
    d.count = 0;
    d.point = 0;
    size_t seen = 0;
    for (; at < end && is_digit(*at); at++, seen++) {
        add_digit(&d, *at, true);
    }
    if (at < end && *at == '.') {
        for (at++; at < end && is_digit(*at); at++, seen++) {
            add_digit(&d, *at, false);
        }
    }
    if (seen == 0) {
        return false;
    }
    if (at < end && (*at == 'e' || *at == 'E')) {
        int64_t exponent = 0;
        if (!take_exponent(&at, end, &exponent)) {
            return false;
        }
        d.point += exponent;
    }
    if (at != end) {
        return false;
    }
    double value = decimal_to_double(&d);
    if (!isfinite(value)) {
        return false;
    }
    *out = negative && value != 0 ? -value : value;
    return true;
}

// [+-]digits that fit; fills `integer` and `number`.
static bool read_integer(const char *at, const char *end, bool negative, struct value_facts *out)
{
    uint64_t value = 0;
    if (at == end) {
        return false;
    }
    while (at < end && *at == '0') {
        at++;
    }
    if (end - at > 19) { // nineteen nines fit 64 bits
        return false;
    }
    for (; at < end; at++) {
        if (!is_digit(*at)) {
            return false;
        }
        value = value * 10 + (uint64_t)(*at - '0');
    }
    if (value > (uint64_t)INT64_MAX + (negative ? 1 : 0)) {
        return false;
    }
    out->is_integer = true;
    out->integer = negative ? (int64_t)(0 - value) : (int64_t)value;
    out->number = (double)out->integer;
    return true;
}

static void find_number(string_view text, struct value_facts *out)
{
    const char *at = text.bytes;
    const char *end = at + text.length;
    bool negative = *at == '-';
    at += *at == '-' || *at == '+';
    out->is_number =
        read_integer(at, end, negative, out) || read_decimal(at, end, negative, &out->number);
}

static void set_interval(const struct date_interval *interval, struct value_facts *out)
{
    out->is_date = true;
    out->start = interval->start;
    out->end = interval->end;
}

static void find_date(string_view text, struct value_facts *out)
{
    struct date_interval interval;
    bool is_year = text.length == 4 && out->is_integer && out->integer >= 1000 &&
                   out->integer <= 2999; // "+185" and "-185" are below 1000
    if (out->is_number ? is_year
                       : text.length >= 7 && (text.bytes[4] == '-' || text.bytes[4] == '/')) {
        if (date_interval_from_text(text, &interval)) {
            set_interval(&interval, out);
        }
    }
}

static void find_truth(string_view text, struct value_facts *out)
{
    out->boolean = sv_equal_ignore_case(text, SV("true"));
    out->is_boolean = out->boolean || sv_equal_ignore_case(text, SV("false"));
    if (out->is_boolean) {
        out->class = CLASS_BOOLEAN;
    }
}

static void analyse_text(string_view text, struct value_facts *out)
{
    if (text.length == 0) {
        return;
    }
    out->class = CLASS_TEXT;
    unsigned char first = first_bytes[(unsigned char)text.bytes[0]];
    if (first == PLAIN) {
        return;
    }
    text = sv_trim(text);
    first = text.length == 0 ? PLAIN : first_bytes[(unsigned char)text.bytes[0]];
    if (first == NUMERIC) {
        find_number(text, out);
        find_date(text, out);
        out->class = out->is_number ? CLASS_NUMBER : out->is_date ? CLASS_DATE : CLASS_TEXT;
    } else if (first == TRUTH && (text.length == 4 || text.length == 5)) {
        find_truth(text, out);
    }
}

void value_analyse(enum value_kind kind, string_view text, struct value_facts *out)
{
    *out = (struct value_facts){.class = CLASS_MISSING};
    switch (kind) {
    case VALUE_STRING:
    case VALUE_LONG_STRING:
    case VALUE_NUMBER:
        analyse_text(text, out);
        break;
    case VALUE_TRUE:
    case VALUE_FALSE:
        out->class = CLASS_BOOLEAN;
        out->is_boolean = true;
        out->boolean = kind == VALUE_TRUE;
        break;
    case VALUE_NULL:
    case VALUE_EMPTY_LIST:
    case VALUE_EMPTY_OBJECT:
        break;
    }
}

static int compare_int64(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

// An integer against a double that is none, without rounding the integer.
static int compare_integer_double(int64_t a, double b)
{
    if (b >= 0x1p63) {
        return -1;
    }
    if (b < -0x1p63) {
        return 1;
    }
    int64_t whole = (int64_t)b; // toward zero; exact
    double rest = b - (double)whole;
    int order = compare_int64(a, whole);
    return order != 0 ? order : (rest < 0) - (rest > 0);
}

int value_compare_numbers(const struct value_facts *a, const struct value_facts *b)
{
    if (a->is_integer && b->is_integer) {
        return compare_int64(a->integer, b->integer);
    }
    if (a->is_integer) {
        return compare_integer_double(a->integer, b->number);
    }
    if (b->is_integer) {
        return -compare_integer_double(b->integer, a->number);
    }
    return (a->number > b->number) - (a->number < b->number);
}

// The part of the order that the facts decide.
static int compare_facts(const struct value_facts *a, const struct value_facts *b)
{
    if (a->class != b->class) {
        return a->class < b->class ? -1 : 1;
    }
    int order = 0;
    switch (a->class) {
    case CLASS_NUMBER:
        return value_compare_numbers(a, b);
    case CLASS_DATE:
        order = compare_int64(a->start, b->start);
        return order != 0 ? order : compare_int64(b->end, a->end);
    case CLASS_BOOLEAN:
        return (int)a->boolean - (int)b->boolean;
    case CLASS_MISSING:
    case CLASS_TEXT:
        break;
    }
    return 0;
}

int value_compare(enum value_kind a_kind, string_view a, const struct value_facts *a_facts,
                  enum value_kind b_kind, string_view b, const struct value_facts *b_facts)
{
    int order = compare_facts(a_facts, b_facts);
    if (order == 0 && a_facts->class != CLASS_MISSING) {
        order = fold_compare(a, b);
    }
    return order != 0 ? order : (a_kind > b_kind) - (a_kind < b_kind);
}
