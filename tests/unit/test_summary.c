// SPDX-License-Identifier: Apache-2.0
// Statistics, histograms, groups and grids of what a search finds; vocabularies and shares.
#include "support/search_fixture.h"

#include "query/number_map.h"
#include "query/share.h"
#include "query/summary.h"

#include <math.h>

static int set_up(void **state)
{
    struct search_fixture *f = malloc(sizeof *f);
    assert_non_null(f);
    search_fixture_begin(f);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    search_fixture_end(*state);
    free(*state);
    return 0;
}

static status summarise(struct search_fixture *f, const struct summary_request *asked,
                        struct summary *out)
{
    const struct search_request rows = {.commit = snapshot_last_commit(f->snapshot)};
    error_clear(&f->error);
    return search_summary(f->snapshot, &scope_public, &f->arena, &rows, asked, out, &f->error);
}

// --- vocabularies ----------------------------------------------------------------------------

static void rule_C5_reads_real_spellings(void **state)
{
    struct search_fixture *f = *state;
    static const char *const cases[][2] = {
        {"F", "female"},
        {"fem.", "female"},
        {"\xe2\x99\x80", "female"},
        {"FEMALE (1 DAY OLD)", "female"},
        {"adult female", "female"},
        {"M", "male"},
        {"\xe2\x99\x82 juv.", "male"},
        {"(M)", "male"},
        {"MALES", "male"},
        {"unknown", "unsexed"},
        {"--", "unsexed"},
        {"", "unsexed"},
        {" N/A ", "unsexed"},
        {"not determined", "unsexed"},
        {"F?", "doubtful"},
        {"F, PROB.", "doubtful"},
        {"?", "doubtful"},
        {"10 FEMALES, 64 MALES", "mixed"},
        {"\xe2\x99\x80\xe2\x99\x82", "mixed"},
        {"hermaphrodite", "mixed"},
        {"worker", "other"},
        {"180", "other"},
        {"unknown, male", "male"},
    };
    struct vocabulary v;
    assert_int_equal(vocabulary_parse(&f->arena, vocabulary_built_in(SV("sex")), &v, &f->error),
                     ST_OK);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        size_t term = 0;
        assert_int_equal(vocabulary_read(&v, sv_from(cases[i][0]), &term, &f->error), ST_OK);
        assert_string_equal(v.terms[term].bytes, cases[i][1]);
    }
    assert_int_equal(vocabulary_term(&v, SV("nothing")), v.term_count);
    size_t female = vocabulary_term(&v, SV("female"));
    size_t male = vocabulary_term(&v, SV("male"));
    assert_int_equal(vocabulary_join(&v, female, male), v.several);
    assert_int_equal(vocabulary_join(&v, female, v.missing), female);
    static const char *const others[] = {"lifeStage", "typeStatus"};
    for (size_t i = 0; i < ARRAY_LENGTH(others); i++) {
        assert_int_equal(
            vocabulary_parse(&f->arena, vocabulary_built_in(sv_from(others[i])), &v, &f->error),
            ST_OK);
    }
    assert_null(vocabulary_built_in(SV("colour")).bytes);
}

static void faults_of_vocabularies_are_named(void **state)
{
    struct search_fixture *f = *state;
    static const char head[] = "@missing\tm\n@several\ts\n@doubt\td\n@other\to\n@share\ta\tb\n";
    static const char *const cases[][2] = {
        {"a\tx\n", "must be told"},
        {"@missing\tm\nno tab\n", "line 2"},
        {"@nothing\tx\n", "line 1"},
        {"%a\tx\nb\tX\n", "means two terms"},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        struct vocabulary v;
        const char *text = cases[i][0];
        bool whole = text[0] == '%';
        string_view file = arena_print(&f->arena, "%s%s", whole ? head : "", text + whole);
        error_clear(&f->error);
        assert_int_equal(vocabulary_parse(&f->arena, file, &v, &f->error), ST_INVALID);
        assert_non_null(strstr(f->error.message, cases[i][1]));
    }
    error_clear(&f->error);
}

// --- rule C5 ---------------------------------------------------------------------------------

static void add_animals(char **rows, size_t *count, const char *class, const char *sex, size_t many)
{
    for (size_t i = 0; i < many; i++) {
        size_t room = 96;
        rows[*count] = malloc(room);
        assert_non_null(rows[*count]);
        (void)snprintf(rows[*count], room, "{\"id\":\"%zu\",\"class\":\"%s\",\"sex\":\"%s\"}",
                       *count, class, sex);
        (*count)++;
    }
}

// Birds 200 female, 310 male, 490 unsexed and mammals 410, 440, 150 are 39 % and 48 %.
static void rule_C5_share_of_females(void **state)
{
    struct search_fixture *f = *state;
    char *rows[2000];
    size_t count = 0;
    add_animals(rows, &count, "Aves", "female", 120);
    add_animals(rows, &count, "Aves", "F", 50);
    add_animals(rows, &count, "aves", "\xe2\x99\x80", 30);
    add_animals(rows, &count, "Aves", "male", 300);
    add_animals(rows, &count, "Aves", "m.", 10);
    add_animals(rows, &count, "Aves", "unknown", 480);
    add_animals(rows, &count, "Aves", "--", 10);
    add_animals(rows, &count, "Mammalia", "fem.", 410);
    add_animals(rows, &count, "Mammalia", "Male", 440);
    add_animals(rows, &count, "Mammalia", "unsexed", 150);
    search_fixture_import(f, (const char *const *)rows, count, IMPORT_UPSERT);
    for (size_t i = 0; i < count; i++) {
        free(rows[i]);
    }
    struct vocabulary sex;
    struct summary s;
    assert_int_equal(vocabulary_parse(&f->arena, vocabulary_built_in(SV("sex")), &sex, &f->error),
                     ST_OK);
    const struct bucket_request by = {.field = SV("class")};
    const struct measure_request share = {
        .kind = MEASURE_SHARE, .field = SV("sex"), .vocabulary = &sex};
    const struct group_request group = {
        .by = &by, .by_count = 1, .measures = &share, .measure_count = 1};
    const struct summary_request asked = {.groups = &group, .group_count = 1};
    assert_int_equal(summarise(f, &asked, &s), ST_OK);
    assert_int_equal(s.total, 2000);
    assert_int_equal(s.groups[0].cell_count, 2);
    static const struct {
        const char *class;
        uint64_t of;
        int percent;
        uint64_t unsexed;
    } expected[] = {{"Aves", 510, 39, 490}, {"Mammalia", 850, 48, 150}};
    for (size_t i = 0; i < 2; i++) {
        const struct group_cell *cell = &s.groups[0].cells[i];
        assert_string_equal(cell->by[0].text.bytes, expected[i].class);
        assert_int_equal(cell->count, 1000);
        assert_int_equal(cell->measures[0].count, expected[i].of);
        assert_int_equal((int)lround(100 * cell->measures[0].number), expected[i].percent);
        assert_true(cell->measures[0].low < cell->measures[0].number &&
                    cell->measures[0].number < cell->measures[0].high);
        assert_int_equal(cell->measures[0].counts[sex.missing].count, expected[i].unsexed);
    }
}

// Wilson's interval against figures worked out apart: 200 of 510 is 0.350741 to 0.435185.
static void rule_C5_intervals(void **state)
{
    (void)state;
    double low = 0;
    double high = 0;
    share_interval(200, 510, &low, &high);
    assert_true(fabs(low - 0.350741) < 1e-6 && fabs(high - 0.435185) < 1e-6);
    share_interval(0, 10, &low, &high);
    assert_true(low < 1e-9 && fabs(high - 0.277533) < 1e-6);
    share_interval(10, 10, &low, &high);
    assert_true(fabs(low - 0.722467) < 1e-6 && high > 1 - 1e-9);
}

// --- the other parts -------------------------------------------------------------------------

static const char *const finds[] = {
    "{\"id\":\"a\",\"n\":\"3\",\"when\":\"1850-05\",\"decimalLatitude\":59.9,"
    "\"decimalLongitude\":10.7,\"list\":[1,2,2]}",
    "{\"id\":\"b\",\"n\":4.5,\"when\":\"1858/1861\",\"decimalLatitude\":59.91,"
    "\"decimalLongitude\":10.71,\"list\":[2]}",
    "{\"id\":\"c\",\"n\":\"x\",\"when\":\"1861\",\"decimalLatitude\":-90,"
    "\"decimalLongitude\":180,\"list\":[]}",
    "{\"id\":\"d\",\"when\":\"unknown\"}",
};

static void tells_statistics(void **state)
{
    struct search_fixture *f = *state;
    SEARCH_IMPORT(f, finds);
    static const uint32_t quantiles[] = {0, 500000, 1000000};
    const struct statistics_request fields[] = {
        {.field = SV("n"), .quantiles = quantiles, .quantile_count = 3},
        {.field = SV("when")},
        {.field = SV("list")}};
    const struct summary_request asked = {.statistics = fields, .statistics_count = 3};
    struct summary s;
    assert_int_equal(summarise(f, &asked, &s), ST_OK);
    const struct field_statistics *n = &s.statistics[0];
    assert_int_equal(n->records, 3);
    assert_int_equal(n->missing, 1);
    assert_int_equal(n->numbers, 2);
    assert_true(n->min == 3 && n->max == 4.5 && n->sum == 7.5 && n->mean == 3.75);
    assert_true(n->quantiles[0] == 3 && n->quantiles[1] == 3 && n->quantiles[2] == 4.5);
    assert_int_equal(n->texts, 1);
    assert_string_equal(n->first_text.bytes, "x");
    assert_int_equal(s.statistics[1].dates, 3);
    assert_true(s.statistics[1].start < s.statistics[1].end);
    assert_true(s.statistics[2].sum == 5); // each different value of a record once
}

static void tells_histograms(void **state)
{
    struct search_fixture *f = *state;
    SEARCH_IMPORT(f, finds);
    const struct histogram_request histograms[] = {
        {.by = {.field = SV("when"), .kind = BUCKET_DECADE}},
        {.by = {.field = SV("n"), .kind = BUCKET_WIDTH, .width = 2}},
        {.by = {.field = SV("n"), .kind = BUCKET_WIDTH}, .buckets = 3}};
    const struct summary_request asked = {.histograms = histograms, .histogram_count = 3};
    struct summary s;
    assert_int_equal(summarise(f, &asked, &s), ST_OK);
    const struct histogram *when = &s.histograms[0];
    assert_int_equal(when->bucket_count, 2);
    assert_string_equal(when->buckets[0].from.text.bytes, "1850"); // 1858/1861 counts at its start
    assert_int_equal(when->buckets[0].count, 2);
    assert_int_equal(when->buckets[1].count, 1);
    assert_int_equal(when->other, 1);
    assert_int_equal(s.histograms[1].bucket_count, 2);
    assert_true(s.histograms[1].buckets[1].from.number == 4);
    assert_int_equal(s.histograms[1].missing, 1);
    assert_true(s.histograms[2].width == 0.5);
}

static void tells_grids(void **state)
{
    struct search_fixture *f = *state;
    SEARCH_IMPORT(f, finds);
    const struct grid_request grids[] = {
        {.kind = GRID_GEOHASH, .precision = 3},
        {.kind = GRID_DEGREES, .degrees = 5.625},
        {.kind = GRID_TILE, .depth = 4},
        {.kind = GRID_TILE, .zoom = 1, .x = 1, .y = 0, .depth = 2}};
    const struct summary_request asked = {.grids = grids, .grid_count = 4};
    struct summary s;
    assert_int_equal(summarise(f, &asked, &s), ST_OK);
    assert_int_equal(s.grids[0].cell_count, 2);
    assert_string_equal(s.grids[0].cells[0].geohash, "pbp");
    assert_string_equal(s.grids[0].cells[1].geohash, "u4x");
    assert_int_equal(s.grids[0].cells[1].count, 2);
    assert_int_equal(s.grids[0].missing, 1);
    assert_int_equal(s.grids[1].cells[0].x, 63); // 180° E lies in the last column
    assert_int_equal(s.grids[1].cells[0].y, 0);
    assert_int_equal(s.grids[2].positions, 3);
    assert_int_equal(s.grids[2].cells[1].y, 15); // beyond the map's end: its last row
    assert_int_equal(s.grids[3].positions, 2);
    assert_int_equal(s.grids[3].missing, 1);
}

static void names_limits(void **state)
{
    struct search_fixture *f = *state;
    SEARCH_IMPORT(f, finds);
    static const struct grid_request grids[] = {{.kind = GRID_GEOHASH, .precision = 9},
                                                {.kind = GRID_TILE, .zoom = 1, .x = 2},
                                                {.kind = GRID_TILE, .zoom = 20, .depth = 5},
                                                {.kind = GRID_DEGREES, .degrees = 0},
                                                {.kind = GRID_DEGREES, .degrees = 0.00000001}};
    struct summary s;
    for (size_t i = 0; i < ARRAY_LENGTH(grids); i++) {
        const struct summary_request asked = {.grids = &grids[i], .grid_count = 1};
        assert_int_equal(summarise(f, &asked, &s), ST_INVALID);
        assert_string_equal(f->error.field, "grid");
    }
    const struct summary_request many = {.grids = grids, .grid_count = SUMMARY_LIMIT_PARTS + 1};
    assert_int_equal(summarise(f, &many, &s), ST_INVALID);
    const struct bucket_request by = {.field = SV("nothing")};
    const struct group_request group = {.by = &by, .by_count = 1};
    const struct summary_request unknown = {.groups = &group, .group_count = 1};
    assert_int_equal(summarise(f, &unknown, &s), ST_INVALID);
    assert_string_equal(f->error.field, "nothing");
}

static void number_maps_number_in_order(void **state)
{
    struct search_fixture *f = *state;
    struct number_map map;
    uint32_t number = 0;
    bool added = false;
    number_map_init(&map, 3000);
    for (uint64_t i = 0; i < 3000; i++) {
        assert_int_equal(number_map_add(&map, i << 32, &number, &added, &f->error), ST_OK);
        assert_true(added && number == i);
    }
    assert_int_equal(number_map_add(&map, UINT64_C(7) << 32, &number, &added, &f->error), ST_OK);
    assert_true(!added && number == 7);
    assert_int_equal(number_map_add(&map, 1, &number, &added, &f->error), ST_TOO_LARGE);
    number_map_release(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rule_C5_reads_real_spellings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(faults_of_vocabularies_are_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(rule_C5_share_of_females, set_up, tear_down),
        cmocka_unit_test(rule_C5_intervals),
        cmocka_unit_test_setup_teardown(tells_statistics, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_histograms, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_grids, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_limits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(number_maps_number_in_order, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
