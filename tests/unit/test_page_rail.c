// SPDX-License-Identifier: Apache-2.0
// The rail of the search page, drawn from invented models: toggles, ranges, taxa, geological time,
// what the form carries, and hostile values in all of them.
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "api/pages/page.h"
#include "api/pages/rail.h"
#include "support/page_models.h"

#define PAGE_CEILING (4 << 20)

struct drawn {
    struct page_models models;
    struct arena arena;
    struct buffer out;
    struct rail rail;
    struct taxon_panel taxa;
    struct time_panel time;
};

static const struct preset presets[] = {
    {"Has coordinates", {"filter.exists", 13}, {"{\"geo_field\":true}", 18}, 1042, false},
    {"Is a type", {"filter.missing", 14}, {"!typeStatus", 11}, 1, true},
};
static const struct range_bucket buckets[] = {{10, 100}, {0, 7}, {1200, 1200}};
static const struct range_panel ranges[] = {
    {.field = {"year", 4},
     .parameter = {"year", 4},
     .label = "Year",
     .unit = "",
     .from = {"1850", 4},
     .to = {"1900", 4},
     .start = 1850,
     .width = 10,
     .buckets = buckets,
     .bucket_count = 3,
     .whole_numbers = true,
     .outside = 3,
     .missing = 40},
    {.field = {"depth \"<b>", 10},
     .parameter = {"depth \"<b>", 10},
     .label = "Depth",
     .unit = "m",
     .other = {"deep<i>", 7},
     .start = -1,
     .width = 0.5,
     .buckets = buckets,
     .bucket_count = 3},
};
static const struct taxon_step steps[] = {
    {{"kingdom", 7}, {{"Animalia", 8}, {"/search?kingdom=Animalia", 24}, 0}},
    {{"phylum", 6}, {{"<Arthropoda>", 12}, {"/search?kingdom=Animalia&phylum=x", 33}, 0}}};
static const struct taxon_row children[] = {{{"Insecta", 7}, {"/search?class=Insecta", 21}, 900},
                                            {{"\"Mala", 5}, {"/search?class=Mala", 18}, 1}};
static const struct time_row intervals[] = {
    {{"Phanerozoic", 11}, {"eon", 3}, {"/search?t=1", 11}, 538.8, 0, 30, 0, false},
    {{"Mesozoic", 8}, {"era", 3}, {"/search?t=2", 11}, 251.902, 66, 30, 1, false},
    {{"Jurassic", 8}, {"period", 6}, {"/search?t=3", 11}, 201.4, 143.1, 20, 2, false},
    {{"Upper Jurassic", 14}, {"epoch", 5}, {"/search?t=4", 11}, 161.5, 143.1, 10, 3, true},
    {{"Cretaceous", 10}, {"period", 6}, {"/search?t=5", 11}, 143.1, 66, 10, 2, false},
    {{"Precambrian", 11}, {"super-eon", 9}, {"/search?t=6", 11}, 4567, 538.8, 4, 0, false},
};
static const struct time_unknown unknown[] = {
    {{"latestEpochOrHighestSeries", 26}, {"Bagshot <b>", 11}, {"/search?x=1", 11}, 5}};

static int set_up(void **state)
{
    struct drawn *d = calloc(1, sizeof *d);
    if (d == NULL) {
        return -1;
    }
    page_models_fill(&d->models, SV(""));
    arena_init(&d->arena, 0);
    buffer_init(&d->out, PAGE_CEILING);
    d->taxa = (struct taxon_panel){.steps = steps,
                                   .step_count = 2,
                                   .root_address = SV("/search"),
                                   .child_field = SV("class"),
                                   .children = children,
                                   .child_count = 2,
                                   .missing = {SV(""), SV("/search?class=%21%2A"), 17}};
    d->time = (struct time_panel){.rows = intervals,
                                  .row_count = ARRAY_LENGTH(intervals),
                                  .dated = 34,
                                  .unknown = unknown,
                                  .unknown_count = 1,
                                  .unknown_other = 2,
                                  .chart = "ICS"};
    d->rail = (struct rail){.presets = presets,
                            .preset_count = ARRAY_LENGTH(presets),
                            .ranges = ranges,
                            .range_count = ARRAY_LENGTH(ranges),
                            .taxa = &d->taxa,
                            .time = &d->time};
    d->models.search.rail = &d->rail;
    *state = d;
    return 0;
}

static int tear_down(void **state)
{
    struct drawn *d = *state;
    buffer_release(&d->out);
    arena_release(&d->arena);
    free(d);
    return 0;
}

static size_t count_of(const struct drawn *d, const char *text)
{
    size_t count = 0;
    size_t length = strlen(text);
    for (size_t i = 0; i + length <= d->out.length; i++) {
        count += memcmp(d->out.bytes + i, text, length) == 0;
    }
    return count;
}

static void draw(struct drawn *d)
{
    struct error e = {0};
    buffer_clear(&d->out);
    assert_int_equal(page_search(&d->models.search, &d->arena, &d->out, &e), ST_OK);
    // Every list, item and fold that opens closes, also where the chart ends deep down.
    static const char *const tags[][2] = {{"<ul", "</ul>"},           {"<li", "</li>"},
                                          {"<details", "</details>"}, {"<fieldset", "</fieldset>"},
                                          {"<nav", "</nav>"},         {"<table", "</table>"}};
    for (size_t i = 0; i < ARRAY_LENGTH(tags); i++) {
        size_t links = strcmp(tags[i][0], "<li") == 0 ? count_of(d, "<link") : 0;
        assert_int_equal(count_of(d, tags[i][0]) - links, count_of(d, tags[i][1]));
    }
    assert_int_equal(count_of(d, "<b>"), 0);
    assert_int_equal(count_of(d, "<i>depth"), 0);
    assert_int_equal(count_of(d, " style="), 0);
}

static void presets_are_toggles_of_the_form(void **state)
{
    struct drawn *d = *state;
    address_add(&d->models.search_state, SV("filter.missing"), SV("!typeStatus"));
    draw(d);
    assert_int_equal(count_of(d, "name=\"filter.exists\" value=\"{&quot;geo_field&quot;:true}\">"),
                     1);
    assert_int_equal(count_of(d, "type=\"checkbox\" name=\"filter.missing\" value=\"!typeStatus\" "
                                 "checked>"),
                     1);
    assert_int_equal(count_of(d, "1,042<span class=\"hidden\"> records"), 1);
    assert_int_equal(count_of(d, ">1<span class=\"hidden\"> record<"), 2); // a taxon too
    // The form says it once: as the box, not as a hidden input too. The form of the date has no
    // boxes.
    assert_int_equal(count_of(d, "type=\"hidden\" name=\"filter.missing\" value=\"!typeStatus\""),
                     1);
}

static void ranges_have_inputs_and_a_table(void **state)
{
    struct drawn *d = *state;
    draw(d);
    assert_int_equal(count_of(d, "name=\"year~from\" value=\"1850\" placeholder=\"1850\""), 1);
    assert_int_equal(count_of(d, "name=\"year~to\" value=\"1900\" placeholder=\"1879\""), 1);
    // The inputs carry the range; only the form of the date has it as it stands.
    assert_int_equal(count_of(d, "type=\"hidden\" name=\"year\""), 1);
    assert_int_equal(count_of(d, "id=\"year\""), 0);
    // Rule K1: the same as a table, buckets without records left out; each count is a link.
    assert_int_equal(count_of(d, "year=1870..1879\">1,200</a>"), 1);
    assert_int_equal(count_of(d, "1870–1879</th>"), 1);
    assert_int_equal(count_of(d, "1860–1869</th>"), 0);
    assert_int_equal(count_of(d, "outside the chart 3 · not recorded 40"), 1);
    // What is no range is told and carried along.
    assert_int_equal(count_of(d, "“deep&lt;i&gt;” is no number."), 1);
    assert_int_equal(count_of(d, "data-start=\"-1\" data-end=\"0.5\""), 1);
    // Without a histogram the year has its box.
    d->rail.range_count = 0;
    draw(d);
    assert_int_equal(count_of(d, "id=\"year\" name=\"year\" value=\"1850..1900\""), 1);
}

static void taxa_lead_down_and_up(void **state)
{
    struct drawn *d = *state;
    draw(d);
    assert_int_equal(count_of(d, "href=\"/search\">All taxa</a>"), 1);
    assert_int_equal(count_of(d, "<span class=\"taxon-rank\">Phylum</span> &lt;Arthropoda&gt;</a>"),
                     1);
    assert_int_equal(count_of(d, "aria-current=\"true\"><span class=\"taxon-rank\">"), 1);
    assert_int_equal(count_of(d, "data-value=\"&quot;Mala\""), 1);
    assert_int_equal(count_of(d, "<span class=\"row-count\">17</span>"), 1);
    d->taxa = (struct taxon_panel){.steps = steps, .step_count = 1, .root_address = SV("/search")};
    draw(d); // below the lowest rank
    assert_int_equal(count_of(d, "taxon-children"), 1);
}

static void geological_time_is_a_nested_list(void **state)
{
    struct drawn *d = *state;
    draw(d);
    assert_int_equal(count_of(d, "class=\"time-unit time-upper-jurassic\""), 1);
    // The fold that holds what is chosen is open.
    assert_int_equal(count_of(d, "<details open><summary><span class=\"hidden\">Parts of Jurassic"),
                     1);
    assert_int_equal(count_of(d, "Bagshot &lt;b&gt;"), 1);
    assert_int_equal(count_of(d, "and 2 more names"), 1);
    d->time.row_count = 4; // ends deep down
    draw(d);
    assert_int_equal(count_of(d, "Precambrian"), 0);
}

static void values_have_ways_and_chips_words(void **state)
{
    struct drawn *d = *state;
    struct facet_panel panel = d->models.search.facets[0];
    panel.ways = true;
    panel.more = true;
    panel.values_address = SV("/api/v1/records?facet=x&limit=0");
    d->models.search.facets = &panel;
    d->models.search.facet_count = 1;
    address_add(&d->models.search_state, SV("country"), SV("!Peru"));
    address_add(&d->models.search_state, SV("query"), SV("{\"search\":\"bee\"}"));
    draw(d);
    assert_int_equal(count_of(d, ">only this</a>"), panel.value_count);
    assert_int_equal(count_of(d, ">not this</a>"), panel.value_count);
    assert_int_equal(count_of(d, "data-island=\"facet\""), 1);
    assert_int_equal(count_of(d, "class=\"chip chip-not\""), 1);
    assert_int_equal(count_of(d, "Country: not \xe2\x81\xa8Peru"), 0);
    assert_int_equal(count_of(d, "Country: not Peru"), 1);
    assert_int_equal(count_of(d, "chip-query\" href=\"/search/build?"), 1);
    assert_int_equal(count_of(d, "data-undo=\"Undo\""), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(presets_are_toggles_of_the_form),
        TEST(ranges_have_inputs_and_a_table),
        TEST(taxa_lead_down_and_up),
        TEST(geological_time_is_a_nested_list),
        TEST(values_have_ways_and_chips_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
