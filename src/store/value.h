// SPDX-License-Identifier: Apache-2.0
// What a stored value is: its kind, its types and the one order of values (DESIGN.md, Value).
// Types belong to values; one value may have several: `1850` is text, a number and a date.
// Must not know: where values are stored. Pure and thread-safe.
#pragma once

#include "base/clock.h"
#include "base/string_view.h"

// The numbers stand in docs/format.md, String list and DICTIONARY.
enum value_kind {
    VALUE_STRING = 0,
    VALUE_NUMBER = 1, // text is the JSON token as it came
    VALUE_TRUE = 2,
    VALUE_FALSE = 3,
    VALUE_NULL = 4,
    VALUE_EMPTY_LIST = 5,
    VALUE_EMPTY_OBJECT = 6,
    VALUE_LONG_STRING = 7, // only inside dictionaries; elsewhere long strings are VALUE_STRING
};

// The class a value sorts in, in this order. Dictionaries keep missing first (docs/format.md);
// sorted answers show it last in both directions.
enum value_class { CLASS_MISSING, CLASS_NUMBER, CLASS_DATE, CLASS_BOOLEAN, CLASS_TEXT };

struct value_facts {
    enum value_class class;
    bool is_number;
    bool is_integer; // then `integer` is exact
    bool is_date;
    bool is_boolean;
    bool boolean;
    int64_t integer;
    double number; // correctly rounded; of an integer too
    moment start;  // of a date: its first millisecond, UTC
    moment end;    // and its last
};

// Finds the types of a value. Strings are looked at without the ASCII blanks at their ends.
// Number: a JSON token, or a string that is [+-]digits[.digits][e[+-]digits] (also ".5" and "5."),
//   leading zeros allowed, finite; so "00123" is the number 123, and "NaN", "1e400", "0x1F" and
//   "5.3.4" are text. Integers, written without point and exponent, that fit int64 are exact.
// Date: what date_interval_from_text reads (base/clock.h). Of a number only a plain four-digit
//   integer from 1000 to 2999 is also a date (a year).
// Boolean: true and false tokens, and the strings "true" and "false" in any case.
// Missing: null, the empty list and object, and the string of no bytes (blanks are text).
void value_analyse(enum value_kind kind, string_view text, struct value_facts *out);

// The order of values: class, as enum value_class counts; numbers by value (exact between integers
// and doubles); dates by start, then longer first; booleans false first; ties and texts by
// fold_compare; then kind. Missing-like values by kind. < 0, 0, > 0; 0 only for values equal in
// kind and bytes. The facts are those that value_analyse finds.
int value_compare(enum value_kind a_kind, string_view a, const struct value_facts *a_facts,
                  enum value_kind b_kind, string_view b, const struct value_facts *b_facts);

// Exact comparison of the numbers of two facts.
int value_compare_numbers(const struct value_facts *a, const struct value_facts *b);
