// SPDX-License-Identifier: Apache-2.0
// Dictionaries: values stand in the one order, come back with their kind, and are found by equality
// (rule C1: without case, accents count), prefix and number.
#include "base/fold.h"
#include "store/segment_private.h"
#include "store/value.h"
#include "unit/segment_fixture.h"

#include <math.h>

// A segment with one row for each JSON value, all under the name "v".
static void make_values(struct segment_fixture *f, const char *const *values, size_t count)
{
    char key[16];
    fixture_begin(f, NULL);
    for (size_t i = 0; i < count; i++) {
        struct buffer json;
        (void)snprintf(key, sizeof key, "%06zu", i);
        buffer_init(&json, (size_t)16 << 20);
        buffer_print(&json, "{\"v\":%s}", values[i]);
        buffer_append_byte(&json, '\0');
        fixture_add(f, 1, key, json.bytes);
        buffer_release(&json);
    }
    fixture_finish(f);
}

static struct dictionary open_dictionary(struct segment_fixture *f)
{
    struct dictionary d;
    ASSERT_OK(f, segment_dictionary(f->segment, fixture_leaf(f, "v"), &d, &f->error));
    return d;
}

struct listing {
    struct buffer text;
    uint32_t next;
};

static status list_value(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                         struct error *e)
{
    struct listing *l = argument;
    (void)e;
    assert_int_equal(ordinal, l->next++);
    static const char *const marks[] = {"'", "#", "true", "false", "null", "[]", "{}"};
    buffer_append_view(&l->text, sv_from(marks[kind]));
    buffer_append_view(&l->text, text);
    buffer_append_byte(&l->text, '|');
    return ST_OK;
}

static void assert_listing(struct segment_fixture *f, uint32_t first, uint32_t last,
                           const char *expected)
{
    struct dictionary d = open_dictionary(f);
    struct listing l = {.next = first};
    buffer_init(&l.text, (size_t)1 << 20);
    ASSERT_OK(f, dictionary_scan(&d, first, last, list_value, &l, &f->error));
    buffer_append_byte(&l.text, '\0');
    assert_string_equal(l.text.bytes, expected);
    buffer_release(&l.text);
}

static void test_values_stand_in_the_one_order(void **state)
{
    (void)state;
    static const char *const values[] = {"\"b\"",
                                         "\"a\"",
                                         "\"B\"",
                                         "\"\xc3\xa1\"",
                                         "\"A\"",
                                         "true",
                                         "false",
                                         "null",
                                         "[]",
                                         "{}",
                                         "\"\"",
                                         "\"FALSE\"",
                                         "\"10\"",
                                         "9",
                                         "10",
                                         "\"1850-02\"",
                                         "\"1850-02-03\"",
                                         "-1.5",
                                         "1850",
                                         "\"1850\"",
                                         "\"2007-11-13/15\"",
                                         "\"z 1850\"",
                                         "\"010\"",
                                         "\"-0\"",
                                         "9007199254740993",
                                         "9007199254740992",
                                         "9007199254740992.5"};
    struct segment_fixture f;
    make_values(&f, values, ARRAY_LENGTH(values));
    struct dictionary d = open_dictionary(&f);
    assert_int_equal(d.missing, 4);
    assert_int_equal(d.numbers, 11);
    assert_int_equal(d.dates, 3);
    assert_int_equal(d.booleans, 3);
    assert_int_equal(d.texts, 6);
    assert_listing(&f, 1, d.count,
                   "'|null|[]|{}|"
                   "#-1.5|'-0|#9|'010|'10|#10|'1850|#1850|#9007199254740992|"
                   "#9007199254740992.5|#9007199254740993|"
                   "'1850-02|'1850-02-03|'2007-11-13/15|"
                   "false|'FALSE|true|"
                   "'A|'a|'\xc3\xa1|'B|'b|'z 1850|");
    assert_listing(&f, 5, 5, "#-1.5|");
    assert_listing(&f, 3, 2, "");
    assert_int_equal(dictionary_class(&d, 4), CLASS_MISSING);
    assert_int_equal(dictionary_class(&d, 5), CLASS_NUMBER);
    assert_int_equal(dictionary_class(&d, 16), CLASS_DATE);
    assert_int_equal(dictionary_class(&d, 19), CLASS_BOOLEAN);
    assert_int_equal(dictionary_class(&d, 22), CLASS_TEXT);
    fixture_end(&f);
}

static void test_typed_columns_follow_the_values(void **state)
{
    (void)state;
    static const char *const values[] = {"\"1850\"", "3.5", "\"1850-02\"", "\"x\"", "null", "12"};
    struct segment_fixture f;
    const double *numbers = NULL;
    size_t count = 0;
    struct date_list dates;
    struct date_cursor cursor = {0};
    uint32_t ordinal = 0;
    moment start = 0;
    moment end = 0;
    make_values(&f, values, ARRAY_LENGTH(values));
    uint32_t path = fixture_leaf(&f, "v");
    ASSERT_OK(&f, segment_numbers(f.segment, path, &numbers, &count, &f.error));
    assert_int_equal(count, 3);
    assert_true(numbers[0] == 3.5 && numbers[1] == 12 && numbers[2] == 1850);
    ASSERT_OK(&f, segment_dates(f.segment, path, &dates, &f.error));
    assert_int_equal(dates.count, 2);
    assert_true(date_list_next(&dates, &cursor, &ordinal, &start, &end));
    assert_int_equal(ordinal, 4); // "1850", a number too
    assert_int_equal(start, days_from_civil(1850, 1, 1) * 86400000);
    assert_int_equal(end, days_from_civil(1851, 1, 1) * 86400000 - 1);
    assert_true(date_list_next(&dates, &cursor, &ordinal, &start, &end));
    assert_int_equal(ordinal, 5);
    assert_int_equal(end, days_from_civil(1850, 3, 1) * 86400000 - 1);
    assert_false(date_list_next(&dates, &cursor, &ordinal, &start, &end));
    fixture_end(&f);
}

static const char *const searched[] = {"\"Quercus\"",
                                       "\"quercus\"",
                                       "\"QUERCUS\"",
                                       "\"Quercus robur\"",
                                       "\"querc\xc3\xbas\"",
                                       "\"Z\"",
                                       "\"\"",
                                       "null",
                                       "\"1850\"",
                                       "1850",
                                       "\"1850.0\"",
                                       "1e3",
                                       "\"1E3\"",
                                       "true",
                                       "\"True\"",
                                       "false",
                                       "\"1850-02\"",
                                       "\"stra\xc3\x9f"
                                       "e\"",
                                       "\"Strasse\"",
                                       "\"\xc3\x85land\"",
                                       "\"aland\"",
                                       "[]"};

static void test_equality_ignores_case_and_minds_accents_rule_c1(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *found;
    } cases[] = {
        {"quercus", "'QUERCUS|'Quercus|'quercus|"},
        {"querc\xc3\x9as", "'querc\xc3\xbas|"},
        {"Quercu", ""},
        {"quercus robur", "'Quercus robur|"},
        {"1850", "'1850|#1850|"},
        {"1850.0", "'1850.0|"},
        {"1e3", "'1E3|#1e3|"},
        {"1000", ""},
        {"TRUE", "'True|"},
        {"false", "false|"},
        {"", "'|"},
        {"1850-02", "'1850-02|"},
        {"1850-03", ""},
        {"STRASSE", "'Strasse|'stra\xc3\x9f"
                    "e|"},
        {"\xc3\xa5land", "'\xc3\x85land|"},
        {"zz", ""},
        {"a", ""},
    };
    struct segment_fixture f;
    make_values(&f, searched, ARRAY_LENGTH(searched));
    struct dictionary d = open_dictionary(&f);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        uint32_t first = 0;
        uint32_t last = 0;
        ASSERT_OK(&f, dictionary_equal(&d, sv_from(cases[i].text), &first, &last, &f.error));
        if (strcmp(cases[i].text, "TRUE") == 0) {
            assert_int_equal(last - first, 1); // the token true is as true as the string
            continue;
        }
        assert_listing(&f, first, last, cases[i].found);
    }
    fixture_end(&f);
}

static void test_prefixes_are_folded(void **state)
{
    (void)state;
    static const struct {
        const char *prefix;
        const char *found;
    } cases[] = {
        {"QUERCUS", "'QUERCUS|'Quercus|'quercus|'querc\xc3\xbas|'Quercus robur|"},
        {"quercus r", "'Quercus robur|"},
        {"\xc3\xa5", "'aland|'\xc3\x85land|"},
        {"y", ""},
        {"zz", ""},
        {"1", ""}, // numbers and dates are no texts
    };
    struct segment_fixture f;
    make_values(&f, searched, ARRAY_LENGTH(searched));
    struct dictionary d = open_dictionary(&f);
    uint32_t first = 0;
    uint32_t last = 0;
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        ASSERT_OK(&f, dictionary_prefix(&d, sv_from(cases[i].prefix), &first, &last, &f.error));
        assert_listing(&f, first, last, cases[i].found);
    }
    ASSERT_OK(&f, dictionary_prefix(&d, SV(""), &first, &last, &f.error));
    assert_int_equal(last - first + 1, d.texts);
    fixture_end(&f);
}

static void test_number_ranges(void **state)
{
    (void)state;
    static const char *const values[] = {"1", "2", "\"2\"", "2.5", "3", "\"a\"", "null"};
    static const struct {
        double low;
        bool low_inclusive;
        double high;
        bool high_inclusive;
        const char *found;
    } cases[] = {
        {2, true, 3, true, "'2|#2|#2.5|#3|"},
        {2, false, 3, false, "#2.5|"},
        {-HUGE_VAL, true, 2, false, "#1|"},
        {-HUGE_VAL, false, HUGE_VAL, false, "#1|'2|#2|#2.5|#3|"},
        {2.5, true, 2.5, true, "#2.5|"},
        {2.5, false, 2.5, true, ""},
        {3, true, 2, true, ""},
        {4, true, 9, true, ""},
    };
    struct segment_fixture f;
    make_values(&f, values, ARRAY_LENGTH(values));
    struct dictionary d = open_dictionary(&f);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        uint32_t first = 0;
        uint32_t last = 0;
        ASSERT_OK(&f,
                  dictionary_number_range(&d, cases[i].low, cases[i].low_inclusive, cases[i].high,
                                          cases[i].high_inclusive, &first, &last, &f.error));
        assert_listing(&f, first, last, cases[i].found);
    }
    fixture_end(&f);
}

// --- long values ---------------------------------------------------------------------------------

// A JSON string of `length` times `letter`, with `tail` behind.
static char *long_json(size_t length, char letter, const char *tail)
{
    char *json = malloc(length + strlen(tail) + 3);
    assert_non_null(json);
    json[0] = '"';
    memset(json + 1, letter, length);
    (void)snprintf(json + 1 + length, strlen(tail) + 2, "%s\"", tail);
    return json;
}

static void test_long_values_come_back_and_sort_by_their_whole_text(void **state)
{
    (void)state;
    static const struct {
        size_t length;
        char letter;
        const char *tail;
    } parts[] = {{2049, 'a', "b"}, {2048, 'a', ""},    {100000, 'a', "z"}, {2049, 'a', "a"},
                 {3000, 'A', "c"}, {4000000, 'b', ""}, {70000, 'c', "1"},  {70000, 'c', "0"},
                 {2049, '9', ""},  {2100, '0', "1"},   {3, 'a', ""}};
    char *values[ARRAY_LENGTH(parts)];
    for (size_t i = 0; i < ARRAY_LENGTH(parts); i++) {
        values[i] = long_json(parts[i].length, parts[i].letter, parts[i].tail);
    }
    struct segment_fixture f;
    make_values(&f, (const char *const *)values, ARRAY_LENGTH(parts));
    fixture_assert_rows(&f);
    ASSERT_OK(&f, segment_verify(f.segment, &f.error));
    struct dictionary d = open_dictionary(&f);
    assert_int_equal(d.count, ARRAY_LENGTH(parts));
    assert_int_equal(d.numbers, 1); // two thousand zeros and a one
    for (size_t i = 0; i < ARRAY_LENGTH(parts); i++) {
        uint32_t first = 0;
        uint32_t last = 0;
        string_view text = {values[i] + 1, strlen(values[i]) - 2};
        ASSERT_OK(&f, dictionary_equal(&d, text, &first, &last, &f.error));
        assert_int_equal(first, last);
        free(values[i]);
    }
    fixture_end(&f);
}

static void test_long_number_tokens_stay_number_tokens(void **state)
{
    (void)state;
    char *values[2];
    values[0] = long_json(3000, '1', "");
    values[1] = long_json(3000, '1', "");
    memmove(values[1], values[1] + 1, 3000); // the same without quotes
    values[1][3000] = '\0';
    struct segment_fixture f;
    make_values(&f, (const char *const *)values, ARRAY_LENGTH(values));
    fixture_assert_rows(&f);
    assert_int_equal(open_dictionary(&f).count, 2);
    free(values[0]);
    free(values[1]);
    fixture_end(&f);
}

// --- the key's own field -------------------------------------------------------------------------

// Rows whose field "v" is their key; the last has another value there, or none.
static void make_keys(struct segment_fixture *f, const char *last)
{
    char key[16];
    char json[64];
    fixture_begin(f, NULL);
    for (uint32_t row = 0; row < 700; row++) {
        (void)snprintf(key, sizeof key, "k%05" PRIu32, row);
        (void)snprintf(json, sizeof json, "{\"v\":\"%s\"}", key);
        fixture_add(f, 1, key, row + 1 < 700 || last == NULL ? json : last);
    }
    fixture_finish(f);
    fixture_assert_rows(f);
    ASSERT_OK(f, segment_verify(f->segment, &f->error));
}

static bool stands_in_keys(const struct segment_fixture *f, const struct dictionary *d)
{
    return f->segment->directory[d->section].kind == SECTION_KEYS;
}

static void assert_rows_of(struct segment_fixture *f, const struct dictionary *d, const char *text,
                           uint32_t row)
{
    uint32_t first = 0;
    uint32_t last = 0;
    struct bitset with;
    struct bitset among;
    struct bitset ordinals;
    ASSERT_OK(f, bitset_init(&with, 700, &f->error));
    ASSERT_OK(f, bitset_init(&among, 700, &f->error));
    ASSERT_OK(f, bitset_init(&ordinals, (size_t)d->count + 1, &f->error));
    ASSERT_OK(f, dictionary_equal(d, sv_from(text), &first, &last, &f->error));
    assert_int_equal(first, last);
    bitset_set(&ordinals, first);
    ASSERT_OK(f, segment_elements_with(f->segment, d->path, first, last, &with, &f->error));
    ASSERT_OK(f, segment_elements_among(f->segment, d->path, &ordinals, &among, &f->error));
    assert_int_equal(bitset_count(&with), 1);
    assert_true(bitset_test(&with, row));
    assert_true(bitset_equal(&with, &among));
    uint32_t elements[SHORT_LIST_MOST];
    size_t count = 0;
    bool is_short = false;
    ASSERT_OK(
        f, segment_short_list(f->segment, d->path, first, elements, &count, &is_short, &f->error));
    assert_true(is_short);
    assert_int_equal(count, 1);
    assert_int_equal(elements[0], row);
    bitset_release(&with);
    bitset_release(&among);
    bitset_release(&ordinals);
}

static void test_values_that_are_the_keys_stand_there_alone(void **state)
{
    (void)state;
    struct segment_fixture f;
    make_keys(&f, NULL);
    struct dictionary d = open_dictionary(&f);
    assert_true(stands_in_keys(&f, &d));
    assert_int_equal(f.segment->facts[d.path].sections[PATH_POSTINGS], NO_SECTION);
    struct column column;
    ASSERT_OK(&f, segment_column(f.segment, d.path, &column, &f.error));
    assert_int_equal(column.step, 1);
    assert_rows_of(&f, &d, "k00000", 0);
    assert_rows_of(&f, &d, "K00123", 123);
    assert_rows_of(&f, &d, "k00699", 699);
    fixture_end(&f);
}

static void test_values_that_are_nearly_the_keys_stand_apart(void **state)
{
    (void)state;
    static const char *const lasts[] = {"{\"v\":\"k00700\"}", "{\"v\":\"K00699\"}", "{\"w\":1}"};
    for (size_t i = 0; i < ARRAY_LENGTH(lasts); i++) {
        struct segment_fixture f;
        make_keys(&f, lasts[i]);
        struct dictionary d = open_dictionary(&f);
        assert_false(stands_in_keys(&f, &d));
        assert_rows_of(&f, &d, "k00698", 698);
        fixture_end(&f);
    }
}

// --- at random -----------------------------------------------------------------------------------

static void random_text(struct fixture_random *r, char out[64])
{
    static const char *const pieces[] = {"a",        "A", "\xc3\xa4", "b",        " ",
                                         "1",        "x", "\xc3\x9f", "abcdefgh", "ABCDEFGH",
                                         "\xce\xa3", "-", "0",        "\xcc\x81"};
    size_t at = 0;
    uint32_t count = 1 + fixture_below(r, 5);
    for (uint32_t i = 0; i < count; i++) {
        const char *piece = pieces[fixture_below(r, ARRAY_LENGTH(pieces))];
        at += (size_t)snprintf(out + at, 64 - at, "%s", piece);
    }
}

struct order_check {
    char before[64];
    size_t seen;
};

static status check_order(void *argument, uint32_t ordinal, enum value_kind kind, string_view text,
                          struct error *e)
{
    struct order_check *c = argument;
    struct value_facts a;
    struct value_facts b;
    (void)ordinal;
    (void)e;
    value_analyse(VALUE_STRING, sv_from(c->before), &a);
    value_analyse(kind, text, &b);
    assert_true(c->seen == 0 ||
                value_compare(VALUE_STRING, sv_from(c->before), &a, kind, text, &b) < 0);
    (void)snprintf(c->before, sizeof c->before, SV_FORMAT, SV_ARGUMENT(text));
    c->seen++;
    return ST_OK;
}

static void test_random_texts_are_in_order_and_found(void **state)
{
    (void)state;
    struct fixture_random random = {77};
    struct segment_fixture f;
    static char texts[6000][64];
    fixture_begin(&f, NULL);
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        char key[16];
        char json[80];
        random_text(&random, texts[i]);
        (void)snprintf(key, sizeof key, "%06zu", i);
        (void)snprintf(json, sizeof json, "{\"v\":\"%s\"}", texts[i]);
        fixture_add(&f, 1, key, json);
    }
    fixture_finish(&f);
    struct dictionary d = open_dictionary(&f);
    struct order_check check = {.seen = 0};
    struct buffer scratch;
    buffer_init(&scratch, 4096);
    ASSERT_OK(&f, dictionary_scan(&d, 1, d.count, check_order, &check, &f.error));
    assert_int_equal(check.seen, d.count);
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i += 7) {
        uint32_t first = 0;
        uint32_t last = 0;
        bool itself = false;
        ASSERT_OK(&f, dictionary_equal(&d, sv_from(texts[i]), &first, &last, &f.error));
        for (uint32_t ordinal = first; ordinal <= last; ordinal++) {
            enum value_kind kind = VALUE_NULL;
            string_view text;
            ASSERT_OK(&f, dictionary_get(&d, ordinal, &scratch, &kind, &text, &f.error));
            assert_true(fold_case_equal(text, sv_from(texts[i])));
            itself |= sv_equal(text, sv_from(texts[i]));
        }
        assert_true(itself);
    }
    ASSERT_OK(&f, segment_verify(f.segment, &f.error));
    buffer_release(&scratch);
    fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_stand_in_the_one_order),
        cmocka_unit_test(test_typed_columns_follow_the_values),
        cmocka_unit_test(test_equality_ignores_case_and_minds_accents_rule_c1),
        cmocka_unit_test(test_prefixes_are_folded),
        cmocka_unit_test(test_number_ranges),
        cmocka_unit_test(test_long_values_come_back_and_sort_by_their_whole_text),
        cmocka_unit_test(test_long_number_tokens_stay_number_tokens),
        cmocka_unit_test(test_values_that_are_the_keys_stand_there_alone),
        cmocka_unit_test(test_values_that_are_nearly_the_keys_stand_apart),
        cmocka_unit_test(test_random_texts_are_in_order_and_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
