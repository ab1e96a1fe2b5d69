// SPDX-License-Identifier: Apache-2.0
// Charts and comparisons drawn from awkward numbers: nothing, 0, one giant, a thousand values,
// hostile labels; as pictures of a page, as files and as CSV.

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/pages/view_compare.h"
#include "support/views.h"

#define CEILING ((size_t)8 << 20)

static const struct page_site site = {.name = {"The <Demo> Museum", 17}, .demo = true};
static const struct chart_source source = {
    .query = {"family is \"<b>\"", 15},
    .name = {"44136fa3", 8},
    .address = {"http://museum.example/search?a=b&c=d", 36},
    .version = 1700000000000,
};

struct drawing {
    struct arena arena;
    struct buffer out;
    struct page page;
};

static void begin(struct drawing *d)
{
    arena_init(&d->arena, 0);
    buffer_init(&d->out, CEILING);
    d->page = (struct page){.arena = &d->arena, .site = &site};
    html_init(&d->page.w, &d->out);
}

static void end(struct drawing *d)
{
    buffer_release(&d->out);
    arena_release(&d->arena);
}

static bool holds(const struct drawing *d, const char *part)
{
    return d->out.length > 0 && memmem(d->out.bytes, d->out.length, part, strlen(part)) != NULL;
}

static size_t count_of(const struct drawing *d, const char *part)
{
    size_t count = 0;
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= d->out.length; i++) {
        count += memcmp(d->out.bytes + i, part, length) == 0;
    }
    return count;
}

// The whole of it is sound, and no number went wrong.
static void assert_sound(const struct drawing *d)
{
    struct error e = {0};
    assert_int_equal(html_check(&d->page.w, &e), ST_OK);
    assert_int_equal(count_of(d, "<svg"), count_of(d, "</svg>"));
    assert_int_equal(count_of(d, "<g>") + count_of(d, "<g "), count_of(d, "</g>"));
    assert_int_equal(count_of(d, "<a "), count_of(d, "</a>"));
    assert_int_equal(count_of(d, "<text"), count_of(d, "</text>"));
    assert_false(holds(d, "nan\"") || holds(d, "\"nan") || holds(d, "inf\"") ||
                 holds(d, "=\"-nan"));
    assert_false(holds(d, "<script") || holds(d, " style="));
}

#define ITEMS ((size_t)1000)

static struct chart_item items[ITEMS];
static struct chart_item series[12];
static uint64_t counts[ITEMS * 12];
static string_view addresses[ITEMS * 12];

static void fill(uint64_t (*count)(size_t), const char *label, size_t of)
{
    for (size_t i = 0; i < of; i++) {
        items[i] = (struct chart_item){.label = sv_from(label),
                                       .address = SV("/search?a=b&c=\"d\""),
                                       .count = count(i),
                                       .parent = CHART_NO_PARENT};
        for (size_t k = 0; k < 12; k++) {
            counts[i * 12 + k] = count(i + k);
            addresses[i * 12 + k] = SV("/search?e=f");
        }
    }
    for (size_t k = 0; k < 12; k++) {
        series[k] = (struct chart_item){.label = sv_from(label), .parent = CHART_NO_PARENT};
    }
    series[10].kind = CHART_REST;
    series[11].kind = CHART_MISSING;
}

static uint64_t none(size_t i)
{
    (void)i;
    return 0;
}

static uint64_t giant(size_t i)
{
    return i == 0 ? UINT64_MAX / 8192 : 1;
}

static uint64_t falling(size_t i)
{
    return 2000 - i;
}

static struct chart chart_of(enum chart_kind kind, size_t count)
{
    bool matrix = kind == CHART_STACKED || kind == CHART_CALENDAR;
    return (struct chart){.kind = kind,
                          .fields = {SV("family"), SV("sex")},
                          .field_count = matrix ? 2 : 1,
                          .items = items,
                          .item_count = count,
                          .series = series,
                          .series_count = matrix ? 12 : 0,
                          .counts = matrix ? counts : NULL,
                          .addresses = matrix ? addresses : NULL,
                          .total = 12345,
                          .missing = 7,
                          .further = 3,
                          .rest = 12};
}

static void test_every_kind_of_any_numbers(void **state)
{
    (void)state;
    static uint64_t (*const fillings[])(size_t) = {none, giant, falling};
    static const size_t sizes[] = {0, 1, 2, 12, ITEMS};
    static const char *const labels[] = {"", "Carabidae", "<script>alert(1)</script>",
                                         "\xe2\x80\xae reversed & \"quoted\"", "a\nb\x01"};
    for (size_t kind = 0; kind < CHART_KIND_COUNT; kind++) {
        for (size_t i = 0; i < ARRAY_LENGTH(fillings) * ARRAY_LENGTH(sizes); i++) {
            struct drawing d;
            begin(&d);
            fill(fillings[i % 3], labels[i % ARRAY_LENGTH(labels)], sizes[i / 3]);
            struct chart chart = chart_of((enum chart_kind)kind, sizes[i / 3]);
            chart_draw(&d.page, &chart, 440, 1);
            chart_draw_alone(&d.page, &chart, &source);
            assert_true(holds(&d, "The &lt;Demo&gt; Museum as of 2023-11-14T22:13:20.000Z"));
            assert_true(holds(&d, "these records are invented"));
            assert_true(holds(&d, "44136fa3"));
            assert_sound(&d);
            assert_false(holds(&d, "<bdi>")); // which no drawing knows
            chart_table(&d.page, &chart);
            assert_sound(&d);
            end(&d);
        }
    }
}

static void test_trees_of_three_levels(void **state)
{
    (void)state;
    static const struct chart_item tree[] = {
        {CHART_VALUE, {"Insecta", 7}, {"/1", 2}, 90, CHART_NO_PARENT},
        {CHART_VALUE, {"Aves", 4}, {"/2", 2}, 10, CHART_NO_PARENT},
        {CHART_VALUE, {"Coleoptera", 10}, {"/3", 2}, 60, 0},
        {CHART_REST, {NULL, 0}, {NULL, 0}, 30, 0},
        {CHART_MISSING, {NULL, 0}, {"/4", 2}, 10, 1},
        {CHART_VALUE, {"Carabidae", 9}, {"/5", 2}, 60, 2},
    };
    for (int sunburst = 0; sunburst < 2; sunburst++) {
        struct drawing d;
        struct buffer csv;
        struct chart chart = {.kind = sunburst ? CHART_SUNBURST : CHART_TREEMAP,
                              .fields = {SV("class"), SV("order"), SV("family")},
                              .field_count = 3,
                              .items = tree,
                              .item_count = ARRAY_LENGTH(tree),
                              .total = 100};
        begin(&d);
        chart_draw(&d.page, &chart, 800, 1);
        assert_true(holds(&d, "<title>Insecta, Coleoptera, Carabidae: 60 records</title>"));
        assert_true(holds(&d, "<title>Insecta, other values: 30 records</title>"));
        assert_sound(&d);
        buffer_init(&csv, CEILING);
        chart_csv(&d.page, &chart, &source, &csv);
        assert_non_null(
            memmem(csv.bytes, csv.length, "Insecta,Coleoptera,Carabidae,value,60,", 38));
        assert_non_null(memmem(csv.bytes, csv.length, "Insecta,,,other,30,", 19));
        buffer_release(&csv);
        end(&d);
    }
}

static void test_values_of_csv_are_quoted(void **state)
{
    (void)state;
    static const char *const cases[][2] = {{"plain", "plain"},     {"a,b", "\"a,b\""},
                                           {"a\"b", "\"a\"\"b\""}, {"a\nb", "\"a\nb\""},
                                           {" a", "\" a\""},       {"", ""}};
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct buffer out;
        buffer_init(&out, 100);
        chart_csv_value(&out, sv_from(cases[i][0]), true);
        assert_view(buffer_view(&out), cases[i][1]);
        buffer_release(&out);
    }
}

static struct compare_cell share(uint64_t part, uint64_t base, double low, double high,
                                 const uint64_t *terms)
{
    return (struct compare_cell){.count = 1000,
                                 .has_value = base > 0,
                                 .has_interval = base > 0,
                                 .value = base > 0 ? (double)part / (double)base : 0,
                                 .low = low,
                                 .high = high,
                                 .part = part,
                                 .base = base,
                                 .terms = terms,
                                 .address = SV("/search?class=Aves")};
}

// Rule C5: 200 of 510 and 410 of 850, with what is unsexed beside them.
static void test_rule_c5_is_drawn(void **state)
{
    (void)state;
    static const string_view terms[] = {{"unsexed", 7}, {"female", 6}, {"male", 4}};
    static const uint64_t birds[] = {490, 200, 310};
    static const uint64_t mammals[] = {150, 410, 440};
    struct compare_row rows[3] = {
        {.label = SV("Aves"), .cells = {share(200, 510, 0.351, 0.435, birds)}},
        {.label = SV("Mammalia"), .cells = {share(410, 850, 0.449, 0.516, mammals)}},
        {.kind = CHART_MISSING, .cells = {share(0, 0, 0, 0, NULL)}},
    };
    struct view_compare c = {
        .searches = {{.source = source}},
        .search_count = 1,
        .measure = COMPARE_SHARE,
        .of = SV("sex"),
        .by = SV("class"),
        .term = SV("female"),
        .terms = terms,
        .term_count = 3,
        .base_terms = 6,
        .whole = {.kind = CHART_REST, .cells = {share(610, 1360, 0.42, 0.47, mammals)}},
        .rows = rows,
        .row_count = 3};
    struct drawing d;
    begin(&d);
    compare_draw(&d.page, &c);
    compare_draw_alone(&d.page, &c);
    compare_table(&d.page, &c);
    assert_sound(&d);
    assert_true(holds(&d, "39.2 % of 510") && holds(&d, "48.2 % of 850"));
    assert_true(holds(&d, "Share = female / (female + male)"));
    assert_true(holds(&d, "A: family is &quot;&lt;b&gt;&quot;; as of 2023-11-14T22:13:20.000Z"));
    assert_true(holds(&d, "<th scope=\"col\" class=\"number\">female</th><th scope=\"col\" "
                          "class=\"number\">male</th><th scope=\"col\" "
                          "class=\"number\">unsexed</th>"));
    end(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_kind_of_any_numbers),
        cmocka_unit_test(test_trees_of_three_levels),
        cmocka_unit_test(test_values_of_csv_are_quoted),
        cmocka_unit_test(test_rule_c5_is_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
