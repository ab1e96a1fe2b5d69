// SPDX-License-Identifier: Apache-2.0
// Columns: every width gives its cells back, and sets of elements agree with a plain pass, whether
// they come from posting lists or from the column.
#include "base/base.h"
#include "store/segment_private.h"
#include "unit/segment_fixture.h"

static void add_row(struct segment_fixture *f, unsigned table, uint32_t row, const char *json)
{
    char key[16];
    (void)snprintf(key, sizeof key, "%08" PRIu32, row);
    fixture_add(f, table, key, json);
}

// A segment of `rows` rows whose field "v" has `values` values; every `hole`-th row has none.
static void make_column(struct segment_fixture *f, uint32_t rows, uint32_t values, uint32_t hole)
{
    char json[64];
    fixture_begin(f, NULL);
    for (uint32_t row = 0; row < rows; row++) {
        if (hole > 0 && row % hole == 0) {
            (void)snprintf(json, sizeof json, "{\"w\":1}");
        } else {
            (void)snprintf(json, sizeof json, "{\"v\":\"x%06" PRIu32 "\"}", row % values);
        }
        add_row(f, 1, row, json);
    }
    fixture_finish(f);
}

// How many elements have the values [first, last], and the first of them.
static size_t count_with(struct segment_fixture *f, uint32_t rows, uint32_t first, uint32_t last,
                         size_t *least)
{
    struct bitset set;
    ASSERT_OK(f, bitset_init(&set, rows, &f->error));
    ASSERT_OK(
        f, segment_elements_with(f->segment, fixture_leaf(f, "v"), first, last, &set, &f->error));
    ASSERT_OK(f, segment_verify(f->segment, &f->error));
    size_t count = bitset_count(&set);
    *least = bitset_next(&set, 0);
    bitset_release(&set);
    return count;
}

static uint32_t expected_cell(uint32_t row, uint32_t values, uint32_t hole)
{
    return hole > 0 && row % hole == 0 ? 0 : row % values + 1;
}

static const struct {
    uint32_t rows;
    uint32_t values;
    uint32_t hole;
    uint32_t width;
} columns[] = {
    {100, 1, 0, 0},        {100, 1, 7, 1},        {100, 3, 7, 2},    {100, 15, 0, 4},
    {100, 16, 0, 8},       {600, 255, 7, 8},      {600, 256, 7, 16}, {3000, 300, 0, 16},
    {66000, 65535, 0, 16}, {66000, 65536, 0, 24},
};

static void test_every_width_gives_its_cells_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(columns); i++) {
        struct segment_fixture f;
        struct column c;
        make_column(&f, columns[i].rows, columns[i].values, columns[i].hole);
        ASSERT_OK(&f, segment_column(f.segment, fixture_leaf(&f, "v"), &c, &f.error));
        assert_int_equal(c.width, columns[i].width);
        uint32_t *cells = malloc((columns[i].rows + 8) * sizeof *cells);
        assert_non_null(cells);
        column_unpack(&c, 0, columns[i].rows, cells);
        for (uint32_t row = 0; row < columns[i].rows; row++) {
            uint32_t wanted = expected_cell(row, columns[i].values, columns[i].hole);
            assert_int_equal(column_get(&c, row), wanted);
            assert_int_equal(cells[row], wanted);
        }
        column_unpack(&c, columns[i].rows - 3, 8, cells); // past the window: zeros
        assert_int_equal(cells[3], 0);
        assert_int_equal(cells[7], 0);
        assert_int_equal(column_get(&c, columns[i].rows), 0);
        free(cells);
        fixture_end(&f);
    }
}

static void assert_elements(struct segment_fixture *f, size_t i, uint32_t first, uint32_t last)
{
    struct bitset with;
    struct bitset among;
    struct bitset ordinals;
    struct dictionary d;
    uint32_t path = fixture_leaf(f, "v");
    ASSERT_OK(f, segment_dictionary(f->segment, path, &d, &f->error));
    ASSERT_OK(f, bitset_init(&with, columns[i].rows, &f->error));
    ASSERT_OK(f, bitset_init(&among, columns[i].rows, &f->error));
    ASSERT_OK(f, bitset_init(&ordinals, (size_t)d.count + 1, &f->error));
    ASSERT_OK(f, segment_elements_with(f->segment, path, first, last, &with, &f->error));
    bitset_set_range(&ordinals, first, (size_t)last + 1);
    ASSERT_OK(f, segment_elements_among(f->segment, path, &ordinals, &among, &f->error));
    for (uint32_t row = 0; row < columns[i].rows; row++) {
        uint32_t cell = expected_cell(row, columns[i].values, columns[i].hole);
        assert_int_equal(bitset_test(&with, row), cell >= first && cell <= last);
    }
    assert_true(bitset_equal(&with, &among));
    bitset_release(&with);
    bitset_release(&among);
    bitset_release(&ordinals);
}

static void test_sets_of_elements_agree_with_a_plain_pass(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(columns); i++) {
        struct segment_fixture f;
        uint32_t values = columns[i].values;
        make_column(&f, columns[i].rows, values, columns[i].hole);
        assert_elements(&f, i, 1, 1);
        assert_elements(&f, i, values, values);
        assert_elements(&f, i, 1, values);
        assert_elements(&f, i, MAX(values / 2, 1u), MAX(values / 2, 1u));
        assert_elements(&f, i, MAX(values / 3, 1u), MIN(values / 3 + 5, values));
        fixture_end(&f);
    }
}

// A term in more than a sixteenth of the elements has no list: the column answers.
static void test_common_terms_are_read_from_the_column(void **state)
{
    (void)state;
    struct segment_fixture f;
    size_t least = 0;
    char json[64];
    fixture_begin(&f, NULL);
    for (uint32_t row = 0; row < 20000; row++) {
        (void)snprintf(json, sizeof json, "{\"v\":\"x%06" PRIu32 "\"}", row % 4 == 0 ? 0 : row);
        add_row(&f, 1, row, json);
    }
    fixture_finish(&f);
    assert_int_equal(count_with(&f, 20000, 1, 1, &least), 5000);
    fixture_end(&f);
}

// Coordinates and moments keep no lists, numbers that may be names do.
static void test_measures_are_read_from_the_column(void **state)
{
    (void)state;
    static const struct {
        const char *before;
        const char *after;
        bool kept;
    } fields[] = {
        {"\"", ".5\"", false}, {"", "e-3", false}, {"\"", "-02-03\"", true}, {"", "", true}};
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++) {
        struct segment_fixture f;
        size_t least = 0;
        char json[64];
        fixture_begin(&f, NULL);
        for (uint32_t row = 0; row < 5000; row++) {
            (void)snprintf(json, sizeof json, "{\"v\":%s%" PRIu32 "%s}", fields[i].before,
                           row * 7919 % 5000 + 10000, fields[i].after);
            add_row(&f, 1, row, json);
        }
        fixture_finish(&f);
        uint32_t path = fixture_leaf(&f, "v");
        bool kept = f.segment->facts[path].sections[PATH_POSTINGS] != NO_SECTION;
        assert_int_equal(kept, fields[i].kept);
        assert_int_equal(count_with(&f, 5000, 3, 3, &least), 1);
        assert_int_equal(least * 7919 % 5000, 2);
        fixture_end(&f);
    }
}

static void test_windows_leave_other_tables_out(void **state)
{
    (void)state;
    struct segment_fixture f;
    struct column c;
    fixture_begin(&f, NULL);
    for (unsigned table = 0; table < 3; table++) {
        for (uint32_t row = 0; row < 100; row++) {
            add_row(&f, table, row, table == 1 ? "{\"only\":\"a\",\"all\":1}" : "{\"all\":1}");
        }
    }
    fixture_finish(&f);
    ASSERT_OK(&f, segment_column(f.segment, fixture_leaf(&f, "only"), &c, &f.error));
    assert_int_equal(c.first, 100);
    assert_int_equal(c.count, 100);
    assert_int_equal(c.width, 0);
    assert_int_equal(column_get(&c, 99), 0);
    assert_int_equal(column_get(&c, 100), 1);
    assert_int_equal(column_get(&c, 200), 0);
    fixture_end(&f);
}

static void test_sets_that_do_not_fit_are_refused(void **state)
{
    (void)state;
    struct segment_fixture f;
    struct bitset set;
    make_column(&f, 100, 5, 0);
    uint32_t path = fixture_leaf(&f, "v");
    ASSERT_OK(&f, bitset_init(&set, 99, &f.error));
    assert_int_equal(segment_elements_with(f.segment, path, 1, 1, &set, &f.error), ST_INVALID);
    bitset_release(&set);
    ASSERT_OK(&f, bitset_init(&set, 100, &f.error));
    error_clear(&f.error);
    assert_int_equal(segment_elements_with(f.segment, path, 1, 6, &set, &f.error), ST_INVALID);
    error_clear(&f.error);
    assert_int_equal(segment_elements_with(f.segment, path + 100, 1, 1, &set, &f.error),
                     ST_INVALID);
    error_clear(&f.error);
    ASSERT_OK(&f, segment_elements_with(f.segment, path, 3, 2, &set, &f.error));
    assert_true(bitset_is_empty(&set));
    bitset_release(&set);
    fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_width_gives_its_cells_back),
        cmocka_unit_test(test_sets_of_elements_agree_with_a_plain_pass),
        cmocka_unit_test(test_common_terms_are_read_from_the_column),
        cmocka_unit_test(test_measures_are_read_from_the_column),
        cmocka_unit_test(test_windows_leave_other_tables_out),
        cmocka_unit_test(test_sets_that_do_not_fit_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
