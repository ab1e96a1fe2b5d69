// SPDX-License-Identifier: Apache-2.0
// Statistics, histograms, groups and grids of what a search finds; vocabularies and shares.
#include "support/search_fixture.h"

#include "query/number_map.h"
#include "query/share.h"
#include "query/summary_write.h"

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
    assert_true(n->min.integer == 3 && n->max.number == 4.5 && n->sum == 7.5 && n->mean == 3.75);
    assert_true(n->quantiles[0].number == 3 && n->quantiles[1].number == 3);
    assert_true(n->quantiles[2].number == 4.5);
    assert_int_equal(n->texts, 1);
    assert_string_equal(n->first_text.bytes, "x");
    assert_int_equal(s.statistics[1].dates, 3);
    assert_true(s.statistics[1].start < s.statistics[1].end);
    assert_true(s.statistics[2].sum == 5); // each different value of a record once
}

static void tells_whole_numbers_with_all_their_digits(void **state)
{
    struct search_fixture *f = *state;
    static const char *const rows[] = {
        "{\"id\":\"a\",\"n\":9999999999999999}", "{\"id\":\"b\",\"n\":\"1e16\"}",
        "{\"id\":\"c\",\"n\":-9223372036854775808}", "{\"id\":\"d\",\"n\":9007199254740993}",
        "{\"id\":\"e\",\"n\":9007199254740992}"};
    SEARCH_IMPORT(f, rows);
    static const uint32_t quantiles[] = {400000, 600000, 800000};
    const struct statistics_request field = {
        .field = SV("n"), .quantiles = quantiles, .quantile_count = 3};
    const struct summary_request asked = {.statistics = &field, .statistics_count = 1};
    struct summary s;
    assert_int_equal(summarise(f, &asked, &s), ST_OK);
    const struct field_statistics *n = &s.statistics[0];
    assert_true(n->min.is_integer && n->min.integer == INT64_MIN);
    assert_true(!n->max.is_integer && n->max.number == 1e16);
    assert_true(n->quantiles[0].integer == INT64_C(9007199254740992));
    assert_true(n->quantiles[1].integer == INT64_C(9007199254740993));
    assert_true(n->quantiles[2].integer == INT64_C(9999999999999999));
    struct buffer out;
    buffer_init(&out, (size_t)1 << 20);
    write_summary(&asked, &s, &out);
    buffer_append_byte(&out, '\0');
    assert_non_null(strstr(out.bytes, "\"min\":-9223372036854775808,"));
    assert_non_null(strstr(out.bytes, "\"value\":9007199254740993}"));
    buffer_release(&out);
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

#define MIXED 1500

// The same values as a plain column and in a list of one, which is counted record by record.
static void import_mixed(struct search_fixture *f, unsigned first, unsigned end)
{
    static const char *const odd[] = {"1858",   "\"1861-02\"", "\"1858/1861\"", "1858.5",
                                      "-1e300", "true",        "\"no year\"",   "\"0012\"",
                                      "-0.25",  "1e300",       "2999",          "\"1999-12-31\"",
                                      "\"\"",   "\"-4000\""};
    const char **rows = calloc(end - first, sizeof *rows);
    assert_non_null(rows);
    for (unsigned i = first; i < end; i++) {
        const char *value =
            i % 7 == 0 ? odd[i / 7 % ARRAY_LENGTH(odd)]
            : i % 7 == 1
                ? arena_print(&f->arena, "\"%04u-%02u-11\"", 1700 + i % 300, 1 + i % 12).bytes
                : arena_print(&f->arena, "%.3f", (double)i * 1.7 - 900).bytes;
        rows[i - first] =
            i % 11 == 0
                ? arena_print(&f->arena, "{\"id\":\"%u\"}", i).bytes
                : arena_print(&f->arena, "{\"id\":\"%u\",\"v\":%s,\"vl\":[%s]}", i, value, value)
                      .bytes;
    }
    search_fixture_import(f, rows, end - first, IMPORT_UPSERT);
    free((void *)rows);
}

static void assert_same_histogram(const struct histogram *a, const struct histogram *b)
{
    assert_int_equal(a->bucket_count, b->bucket_count);
    assert_int_equal(a->missing, b->missing);
    assert_int_equal(a->other, b->other);
    assert_true(a->width == b->width);
    for (size_t i = 0; i < a->bucket_count; i++) {
        assert_int_equal(a->buckets[i].count, b->buckets[i].count);
        assert_true(a->buckets[i].from.number == b->buckets[i].from.number);
        assert_true(sv_equal(a->buckets[i].from.text, b->buckets[i].from.text));
    }
}

static void runs_of_ordinals_count_as_rows_do(void **state)
{
    static const struct bucket_request by[] = {{.kind = BUCKET_WIDTH, .width = 250},
                                               {.kind = BUCKET_WIDTH, .width = 7.5},
                                               {.kind = BUCKET_WIDTH, .width = 3},
                                               {.kind = BUCKET_WIDTH},
                                               {.kind = BUCKET_CENTURY},
                                               {.kind = BUCKET_DECADE},
                                               {.kind = BUCKET_YEAR},
                                               {.kind = BUCKET_MONTH},
                                               {.kind = BUCKET_DAY}};
    struct search_fixture *f = *state;
    struct histogram_request plain[ARRAY_LENGTH(by)];
    struct histogram_request lists[ARRAY_LENGTH(by)];
    import_mixed(f, 0, MIXED);
    import_mixed(f, MIXED / 2, MIXED + 900);
    import_mixed(f, MIXED, MIXED + 901);
    for (size_t i = 0; i < ARRAY_LENGTH(by); i++) {
        plain[i] = lists[i] = (struct histogram_request){.by = by[i], .buckets = 24};
        plain[i].by.field = SV("v");
        lists[i].by.field = SV("vl");
    }
    const struct summary_request of_columns = {.histograms = plain,
                                               .histogram_count = ARRAY_LENGTH(by)};
    const struct summary_request of_lists = {.histograms = lists,
                                             .histogram_count = ARRAY_LENGTH(by)};
    struct summary a;
    struct summary b;
    assert_int_equal(summarise(f, &of_columns, &a), ST_OK);
    assert_int_equal(summarise(f, &of_lists, &b), ST_OK);
    for (size_t i = 0; i < ARRAY_LENGTH(by); i++) {
        assert_true(a.histograms[i].bucket_count > 1);
        assert_same_histogram(&a.histograms[i], &b.histograms[i]);
    }
    plain[0].by.width = 1e-300;
    const struct summary_request narrow = {.histograms = plain, .histogram_count = 1};
    assert_int_equal(summarise(f, &narrow, &a), ST_INVALID);
    assert_string_equal(f->error.field, "width");
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

// All points of a block may lie in one cell, and none of their rows be asked for.
static void tells_no_cell_without_records(void **state)
{
    struct search_fixture *f = *state;
    static const char *const first[] = {
        "{\"id\":\"a\",\"decimalLatitude\":\"51.5\",\"decimalLongitude\":\"-0.1\"}",
        "{\"id\":\"b\",\"family\":\"Apidae\"}"};
    static const char *const later[] = {"{\"id\":\"a\",\"family\":\"Vespidae\"}"};
    SEARCH_IMPORT(f, first);
    SEARCH_IMPORT(f, later);
    const struct grid_request grids[] = {{.kind = GRID_GEOHASH, .precision = 7},
                                         {.kind = GRID_DEGREES, .degrees = 5.625}};
    const struct summary_request asked = {.grids = grids, .grid_count = 2};
    struct summary s;
    assert_int_equal(summarise(f, &asked, &s), ST_OK);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(s.grids[i].cell_count, 0);
        assert_int_equal(s.grids[i].positions, 0);
        assert_int_equal(s.grids[i].missing, 2);
    }
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

#define SPREAD 3000

// A record's values once as they are and once as lists of one, which no column pass takes.
static void import_spread(struct search_fixture *f, size_t from, size_t to, size_t turn)
{
    static const char *const numbers[] = {"1", "1.0", "-2.5", "x", "", "1e300", "0.1", "1850-05"};
    static const char *const sexes[] = {"F", "male", "female", "", "unknown", "m.", "F & M"};
    char *rows[SPREAD];
    for (size_t i = from; i < to; i++) {
        char *row = malloc(256);
        assert_non_null(row);
        const char *n = numbers[(i * 7 + turn) % 8];
        const char *sex = sexes[i * 5 % 7];
        (void)snprintf(row, 256,
                       "{\"id\":\"%zu\",\"c\":\"%zu\",\"n\":\"%s\",\"s\":\"%s\",\"w\":\"w%zu\","
                       "\"cl\":[\"%zu\"],\"nl\":[\"%s\"],\"sl\":[\"%s\"],\"wl\":[\"w%zu\"]}",
                       i, i % 5, n, sex, i % 977, i % 5, n, sex, i % 977);
        rows[i - from] = row;
    }
    search_fixture_import(f, (const char *const *)rows, to - from, IMPORT_UPSERT);
    for (size_t i = from; i < to; i++) {
        free(rows[i - from]);
    }
}

static void assert_same_measure(const struct measure *a, const struct measure *b)
{
    assert_int_equal(a->count, b->count);
    assert_memory_equal(&a->number, &b->number, sizeof a->number);
    assert_int_equal(a->term_count, b->term_count);
    for (size_t i = 0; i < a->term_count; i++) {
        assert_int_equal(a->counts[i].count, b->counts[i].count);
    }
}

// Columns and rows one by one tell the same, with groups and without, in several segments.
static void columns_measure_as_rows_do(void **state)
{
    struct search_fixture *f = *state;
    static const char *const fields[][4] = {{"c", "n", "s", "w"}, {"cl", "nl", "sl", "wl"}};
    const string_view females[] = {SV("F"), SV("female")};
    import_spread(f, 0, SPREAD, 0);
    import_spread(f, SPREAD / 2, SPREAD / 2 + 900, 1);
    import_spread(f, SPREAD, SPREAD + 700, 2);
    struct vocabulary sex;
    assert_int_equal(vocabulary_parse(&f->arena, vocabulary_built_in(SV("sex")), &sex, &f->error),
                     ST_OK);
    for (size_t by_count = 0; by_count < 2; by_count++) {
        struct summary s[2];
        for (size_t i = 0; i < 2; i++) {
            const string_view n = sv_from(fields[i][1]);
            const string_view sexes = sv_from(fields[i][2]);
            const struct bucket_request by = {.field = sv_from(fields[i][0])};
            const struct measure_request measures[] = {
                {.kind = MEASURE_SHARE, .field = sexes, .vocabulary = &sex},
                {.kind = MEASURE_SHARE, .field = sexes, .values = females, .value_count = 2},
                {.kind = MEASURE_DISTINCT, .field = sv_from(fields[i][3])},
                {.kind = MEASURE_DISTINCT, .field = n},
                {.kind = MEASURE_SUM, .field = n},
                {.kind = MEASURE_MEAN, .field = n},
                {.kind = MEASURE_MIN, .field = n},
                {.kind = MEASURE_MAX, .field = n},
                {.kind = MEASURE_MEAN, .field = sexes},
            };
            const struct group_request group = {.by = &by,
                                                .by_count = by_count,
                                                .measures = measures,
                                                .measure_count = ARRAY_LENGTH(measures)};
            const struct summary_request asked = {.groups = &group, .group_count = 1};
            assert_int_equal(summarise(f, &asked, &s[i]), ST_OK);
        }
        assert_int_equal(s[0].groups[0].cell_count, by_count == 0 ? 1 : 5);
        assert_int_equal(s[0].groups[0].cell_count, s[1].groups[0].cell_count);
        for (size_t cell = 0; cell < s[0].groups[0].cell_count; cell++) {
            const struct group_cell *a = &s[0].groups[0].cells[cell];
            const struct group_cell *b = &s[1].groups[0].cells[cell];
            assert_int_equal(a->count, b->count);
            for (size_t k = 0; k < 9; k++) {
                assert_same_measure(&a->measures[k], &b->measures[k]);
            }
            assert_int_equal(a->measures[2].count, by_count == 0 ? 977 : 740);
            assert_true(a->measures[6].number == -2.5 && a->measures[7].number == 1e300);
        }
    }
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
        cmocka_unit_test_setup_teardown(tells_whole_numbers_with_all_their_digits, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(tells_histograms, set_up, tear_down),
        cmocka_unit_test_setup_teardown(runs_of_ordinals_count_as_rows_do, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_grids, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_no_cell_without_records, set_up, tear_down),
        cmocka_unit_test_setup_teardown(columns_measure_as_rows_do, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_limits, set_up, tear_down),
        cmocka_unit_test_setup_teardown(number_maps_number_in_order, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
