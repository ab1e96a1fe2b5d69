// SPDX-License-Identifier: Apache-2.0
// Segments as a whole: records come back exactly, whatever their shape; rows, tables, layers,
// points, tokens; and what the writer refuses.
#include "base/arena.h"
#include "base/file.h"
#include "store/segment.h"
#include "unit/segment_fixture.h"

#include <errno.h>

// --- records -------------------------------------------------------------------------------------

static void test_records_of_every_shape_come_back(void **state)
{
    (void)state;
    static const char *const records[] = {
        "{}",
        "{\"a\":\"\"}",
        "{\"a\":null}",
        "{\"a\":[]}",
        "{\"a\":{}}",
        "{\"a\":[[]]}",
        "{\"a\":[{}]}",
        "{\"a\":[null,\"\",[],{},true,false,1,\"1\",1.0,1e3]}",
        "{\"a\":[[1,2],[3],[[4]],5]}",
        "{\"a\":{\"b\":{\"c\":{\"d\":1}}}}",
        "{\"a\":[{\"b\":1},{\"b\":[{\"c\":2},{\"c\":3}]},{\"c\":[]}]}",
        "{\"a.b\":1,\"a\":{\"b\":2}}",
        "{\"a\":\"x\",\"z\":\"00123\",\"m\":123}",
        "{\"m\":-0,\"z\":0.0,\"a\":1E400}",
        "{\"unicode\":\"\xc3\xa9\xe2\x82\xac\xf0\x9f\xa6\x8b\",\"\xce\xb1\":"
        "\"\\u0001\\n\\\"\\\\\"}",
        "{\"a\":[{\"x\":{\"y\":1}},{\"x\":{\"y\":[]}},{\"x\":{}}]}",
        "{\"a\":[[{\"b\":1}],[{\"b\":2},[]]]}",
        "{\"t\":true,\"f\":false,\"n\":null,\"l\":[],\"o\":{},\"s\":\"true\",\"u\":\"false\"}",
    };
    struct segment_fixture f;
    fixture_begin(&f, NULL);
    for (size_t i = 0; i < ARRAY_LENGTH(records); i++) {
        char key[16];
        (void)snprintf(key, sizeof key, "%03zu", i);
        fixture_add(&f, 1, key, records[i]);
    }
    fixture_finish(&f);
    fixture_assert_rows(&f);
    ASSERT_OK(&f, segment_verify(f.segment, &f.error));
    fixture_end(&f);
}

static void test_members_come_in_the_order_first_seen(void **state)
{
    (void)state;
    struct segment_fixture f;
    struct buffer out;
    buffer_init(&out, 4096);
    fixture_begin(&f, NULL);
    fixture_add(&f, 1, "a", "{\"z\":1,\"a\":2,\"m\":3}");
    fixture_add(&f, 1, "b", "{\"m\":4,\"b\":5,\"z\":6}");
    fixture_finish(&f);
    ASSERT_OK(&f, segment_write_record(f.segment, 1, false, &out, &f.error));
    buffer_append_byte(&out, '\0');
    assert_string_equal(out.bytes, "{\"z\":6,\"m\":4,\"b\":5}");
    buffer_release(&out);
    fixture_end(&f);
}

// --- random records ------------------------------------------------------------------------------

static void random_value(struct fixture_random *r, struct buffer *out, unsigned depth);

static void random_string(struct fixture_random *r, struct buffer *out)
{
    static const char *const pieces[] = {"a",
                                         "Quercus robur",
                                         "1850",
                                         "1850-02",
                                         "2007-11-13/15",
                                         "-12.5",
                                         "true",
                                         "x\\\"y",
                                         "\\n",
                                         "\xc3\x85land",
                                         "\xe6\x9d\xb1\xe4\xba\xac",
                                         "NHMUK.1",
                                         "00123",
                                         " ",
                                         "E",
                                         "1e5"};
    buffer_append_byte(out, '"');
    uint32_t count = fixture_below(r, 4);
    for (uint32_t i = 0; i < count; i++) {
        const char *piece = pieces[fixture_below(r, ARRAY_LENGTH(pieces))];
        buffer_append_view(out, sv_from(piece));
    }
    if (fixture_below(r, 40) == 0) { // around the bounds of a dictionary's strings
        uint32_t length = 2000 + fixture_below(r, 100);
        for (uint32_t i = 0; i < length; i++) {
            buffer_append_byte(out, (char)('a' + fixture_below(r, 3)));
        }
    }
    if (fixture_below(r, 300) == 0) {
        uint32_t length = 60000 + fixture_below(r, 10000);
        for (uint32_t i = 0; i < length; i++) {
            buffer_append(out, "\xc3\xa9", 2);
        }
        buffer_append_uint(out, fixture_below(r, 4));
    }
    buffer_append_byte(out, '"');
}

static void random_list(struct fixture_random *r, struct buffer *out, unsigned depth)
{
    uint32_t count = fixture_below(r, 5);
    buffer_append_byte(out, '[');
    for (uint32_t i = 0; i < count; i++) {
        if (i > 0) {
            buffer_append_byte(out, ',');
        }
        random_value(r, out, depth + 1);
    }
    buffer_append_byte(out, ']');
}

static void random_object(struct fixture_random *r, struct buffer *out, unsigned depth)
{
    static const char *const names[] = {
        "a", "b", "a.b", "year", "decimalLatitude", "decimalLongitude", "\xc3\xa9t\xc3\xa9", "sex"};
    bool first = true;
    buffer_append_byte(out, '{');
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        if (fixture_below(r, 3) == 0) {
            buffer_print(out, "%s\"%s\":", first ? "" : ",", names[i]);
            random_value(r, out, depth + 1);
            first = false;
        }
    }
    buffer_append_byte(out, '}');
}

static void random_value(struct fixture_random *r, struct buffer *out, unsigned depth)
{
    static const char *const scalars[] = {"0",    "1",    "-7",      "1850", "12.50",
                                          "1e10", "true", "false",   "null", "9007199254740993",
                                          "-0.0", "1E+2", "0.1e-30", "90",   "9007199254740992"};
    uint32_t choice = fixture_below(r, depth > 4 ? 6 : 10);
    if (choice < 3) {
        random_string(r, out);
    } else if (choice < 6) {
        buffer_append_view(out, sv_from(scalars[fixture_below(r, ARRAY_LENGTH(scalars))]));
    } else if (choice < 8) {
        random_list(r, out, depth);
    } else {
        random_object(r, out, depth);
    }
}

static void add_random_rows(struct segment_fixture *f, struct fixture_random *r, unsigned tables,
                            unsigned keys)
{
    struct buffer json;
    buffer_init(&json, (size_t)16 << 20);
    for (unsigned table = 0; table < tables; table++) {
        for (unsigned key = 0; key < keys; key++) {
            char name[32];
            (void)snprintf(name, sizeof name, "key/%05u", key);
            uint32_t versions = 1 + fixture_below(r, 3);
            for (uint32_t version = 1; version <= versions; version++) {
                buffer_clear(&json);
                random_object(r, &json, 0);
                buffer_append_byte(&json, '\0');
                struct fixture_row *row = fixture_add(f, table, name, json.bytes);
                row->from = version < versions ? version : ROW_OWN_COMMIT;
                row->until = version < versions ? version + 1 : ROW_OPEN;
            }
        }
    }
    buffer_release(&json);
}

static void assert_documents(struct segment_fixture *f)
{
    struct name_table *names = name_table_create();
    struct buffer out;
    assert_non_null(names);
    buffer_init(&out, (size_t)64 << 20);
    for (uint32_t row = 0; row < f->count; row++) {
        struct arena arena;
        struct document document;
        arena_init(&arena, 0);
        ASSERT_OK(f, segment_read_record(f->segment, row, &arena, names, &document, &f->error));
        buffer_clear(&out);
        document_write_json(&document, names, true, &out);
        assert_int_equal(out.length, f->rows[row].length);
        assert_memory_equal(out.bytes, f->rows[row].json, out.length);
        arena_release(&arena);
    }
    buffer_release(&out);
    name_table_destroy(names);
}

static void test_random_records_come_back(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 6; seed++) {
        struct fixture_random random = {seed};
        struct segment_fixture f;
        fixture_begin(&f, NULL);
        add_random_rows(&f, &random, 1 + (unsigned)seed % 4, 120);
        fixture_finish(&f);
        fixture_assert_rows(&f);
        assert_documents(&f);
        ASSERT_OK(&f, segment_verify(f.segment, &f.error));
        fixture_end(&f);
    }
}

// --- rows ----------------------------------------------------------------------------------------

static void test_rows_keep_table_key_life_and_layers(void **state)
{
    (void)state;
    struct segment_fixture f;
    fixture_begin(&f, NULL);
    struct fixture_row *row = fixture_add(&f, 1, "a", "{\"v\":1}");
    row->from = 3;
    row->until = 5;
    row = fixture_add(&f, 1, "a", "{\"v\":2}");
    row->layers = strdup("{\"source\":{\"v\":1},\"corrections\":{\"v\":2}}");
    fixture_add(&f, 1, "b", "{\"v\":3}");
    fixture_add(&f, 9, "a", "{\"v\":4}");
    fixture_finish(&f);
    fixture_assert_rows(&f);

    const struct segment_table *tables = NULL;
    size_t count = 0;
    ASSERT_OK(&f, segment_tables(f.segment, &tables, &count, &f.error));
    assert_int_equal(count, 2);
    assert_int_equal(tables[0].rows, 3);
    assert_int_equal(tables[1].first_row, 3);
    struct uuid nine = fixture_table(9);
    assert_int_equal(uuid_compare(&tables[1].table, &nine), 0);

    const uint32_t *from = NULL;
    const uint32_t *until = NULL;
    ASSERT_OK(&f, segment_from(f.segment, &from, &f.error));
    ASSERT_OK(&f, segment_until(f.segment, &until, &f.error));
    assert_int_equal(from[0], 3);
    assert_int_equal(from[1], ROW_OWN_COMMIT);
    assert_int_equal(until[0], 5);
    assert_int_equal(until[3], ROW_OPEN);

    bool found = true;
    struct sha256 hash;
    struct buffer scratch;
    string_view json;
    buffer_init(&scratch, 4096);
    ASSERT_OK(&f, segment_layers(f.segment, 0, &found, &hash, &scratch, &json, &f.error));
    assert_false(found);
    ASSERT_OK(&f, segment_layers(f.segment, 1, &found, &hash, &scratch, &json, &f.error));
    assert_true(found);
    assert_true(sv_equal(json, sv_from(f.rows[1].layers)));
    assert_memory_equal(&hash, &f.rows[1].hash, sizeof hash);
    buffer_release(&scratch);
    ASSERT_OK(&f, segment_verify(f.segment, &f.error));
    fixture_end(&f);
}

static void test_rows_all_own_and_open_have_no_arrays(void **state)
{
    (void)state;
    struct segment_fixture f;
    const uint32_t *from = (const uint32_t *)&f;
    const uint32_t *until = (const uint32_t *)&f;
    fixture_begin(&f, NULL);
    fixture_add(&f, 1, "a", "{\"v\":1}");
    fixture_finish(&f);
    ASSERT_OK(&f, segment_from(f.segment, &from, &f.error));
    ASSERT_OK(&f, segment_until(f.segment, &until, &f.error));
    assert_null(from);
    assert_null(until);
    fixture_end(&f);
}

static void test_an_empty_segment_is_whole(void **state)
{
    (void)state;
    struct segment_fixture f;
    size_t count = 1;
    const struct segment_table *tables = NULL;
    fixture_begin(&f, NULL);
    fixture_finish(&f);
    assert_int_equal(segment_rows(f.segment), 0);
    ASSERT_OK(&f, segment_tables(f.segment, &tables, &count, &f.error));
    assert_int_equal(count, 0);
    ASSERT_OK(&f, segment_verify(f.segment, &f.error));
    fixture_end(&f);
}

static void test_keys_are_found(void **state)
{
    (void)state;
    struct segment_fixture f;
    char key[16];
    fixture_begin(&f, NULL);
    for (unsigned table = 0; table < 3; table++) {
        for (uint32_t i = 0; i < 100; i++) {
            (void)snprintf(key, sizeof key, "k%04" PRIu32, i * 2);
            fixture_add(&f, table, key, "{\"v\":1}");
        }
    }
    fixture_finish(&f);
    const struct segment_table *tables = NULL;
    size_t count = 0;
    ASSERT_OK(&f, segment_tables(f.segment, &tables, &count, &f.error));
    for (size_t t = 0; t < count; t++) {
        for (uint32_t i = 0; i < 201; i++) {
            uint32_t row = 0;
            bool equal = false;
            (void)snprintf(key, sizeof key, "k%04" PRIu32, i);
            ASSERT_OK(
                &f, segment_find_key(f.segment, &tables[t], sv_from(key), &row, &equal, &f.error));
            assert_int_equal(row, tables[t].first_row + MIN((i + 1) / 2, 100u));
            assert_int_equal(equal, i % 2 == 0 && i < 200);
        }
    }
    fixture_end(&f);
}

static void test_key_cursors_walk_all_rows(void **state)
{
    (void)state;
    struct segment_fixture f;
    char key[40];
    fixture_begin(&f, NULL);
    for (uint32_t i = 0; i < 100; i++) {
        (void)snprintf(key, sizeof key, "a rather long key %06" PRIu32, i * i);
        fixture_add(&f, 1, key, "{\"v\":1}");
    }
    fixture_finish(&f);
    for (uint32_t start = 0; start <= 100; start += 9) {
        struct key_cursor c;
        string_view text;
        ASSERT_OK(&f, key_cursor_start(&c, f.segment, start, &f.error));
        for (uint32_t row = start; row < 100; row++) {
            assert_int_equal(c.row, row);
            ASSERT_OK(&f, key_cursor_key(&c, &text, &f.error));
            assert_true(sv_equal(text, sv_from(f.rows[row].key)));
            ASSERT_OK(&f, key_cursor_next(&c, &f.error));
        }
        assert_int_equal(c.row, 100);
        key_cursor_release(&c);
    }
    fixture_end(&f);
}

// --- levels --------------------------------------------------------------------------------------

static void test_elements_are_lifted_to_their_rows(void **state)
{
    (void)state;
    struct segment_fixture f;
    char key[16];
    fixture_begin(&f, NULL);
    // Row i has i % 4 identifications, each with two names.
    for (uint32_t i = 0; i < 200; i++) {
        struct buffer json;
        buffer_init(&json, 4096);
        buffer_append_view(&json, SV("{\"identifications\":["));
        for (uint32_t k = 0; k < i % 4; k++) {
            buffer_print(&json, "%s{\"names\":[\"n%" PRIu32 "\",\"m%" PRIu32 "\"]}",
                         k > 0 ? "," : "", i, k);
        }
        buffer_append_view(&json, SV("]}"));
        buffer_append_byte(&json, '\0');
        (void)snprintf(key, sizeof key, "%04" PRIu32, i);
        fixture_add(&f, 1, key, json.bytes);
        buffer_release(&json);
    }
    fixture_finish(&f);
    fixture_assert_rows(&f);
    uint32_t names = fixture_leaf(&f, "identifications.names");
    const struct segment_path *paths = NULL;
    size_t count = 0;
    ASSERT_OK(&f, segment_paths(f.segment, &paths, &count, &f.error));
    uint32_t level = paths[names].level;
    assert_int_equal(segment_level_size(f.segment, level), 600);
    assert_int_equal(segment_level_size(f.segment, segment_level_parent(f.segment, level)), 300);

    struct dictionary d;
    struct bitset elements;
    struct bitset rows;
    uint32_t first = 0;
    uint32_t last = 0;
    ASSERT_OK(&f, segment_dictionary(f.segment, names, &d, &f.error));
    ASSERT_OK(&f, bitset_init(&elements, 600, &f.error));
    ASSERT_OK(&f, bitset_init(&rows, 200, &f.error));
    ASSERT_OK(&f, dictionary_equal(&d, SV("M2"), &first, &last, &f.error));
    ASSERT_OK(&f, segment_elements_with(f.segment, names, first, last, &elements, &f.error));
    ASSERT_OK(&f, segment_lift(f.segment, level, &elements, &rows, &f.error));
    for (uint32_t i = 0; i < 200; i++) {
        assert_int_equal(bitset_test(&rows, i), i % 4 == 3);
    }
    // None and all.
    bitset_clear_range(&elements, 0, 600);
    ASSERT_OK(&f, segment_lift(f.segment, level, &elements, &rows, &f.error));
    assert_true(bitset_is_empty(&rows));
    bitset_set_range(&elements, 0, 600);
    ASSERT_OK(&f, segment_lift(f.segment, level, &elements, &rows, &f.error));
    assert_int_equal(bitset_count(&rows), 150);
    assert_int_equal(segment_lift(f.segment, level, &rows, &rows, &f.error), ST_INVALID);
    bitset_release(&elements);
    bitset_release(&rows);
    fixture_end(&f);
}

// --- points --------------------------------------------------------------------------------------

static void add_positions(struct segment_fixture *f, unsigned table)
{
    static const char *const positions[] = {
        "{\"decimalLatitude\":\"51.4965\",\"decimalLongitude\":\"-0.1764\"}",
        "{\"DecimalLatitude\":\"-90\",\"decimalLongitude\":180}", // another field: no point
        "{\"decimalLatitude\":90,\"decimalLongitude\":180}",
        "{\"decimalLatitude\":\"90.1\",\"decimalLongitude\":1}",
        "{\"decimalLatitude\":1,\"decimalLongitude\":\"-180.00000001\"}",
        "{\"decimalLatitude\":\"\",\"decimalLongitude\":1}",
        "{\"decimalLatitude\":-90,\"decimalLongitude\":-180}",
        "{\"decimalLatitude\":\"north\",\"decimalLongitude\":1}",
        "{\"decimalLatitude\":[1],\"decimalLongitude\":1}",
        "{\"decimalLatitude\":\"0.00000004\",\"decimalLongitude\":\"1e1\"}",
        "{\"site\":{\"y\":5,\"x\":6}}",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(positions); i++) {
        char key[16];
        (void)snprintf(key, sizeof key, "%02zu", i);
        fixture_add(f, table, key, positions[i]);
    }
}

static void test_points_are_positions_in_range(void **state)
{
    (void)state;
    struct segment_fixture f;
    struct segment_points points;
    struct uuid two = fixture_table(2);
    struct uuid three = fixture_table(3);
    fixture_begin(&f, NULL);
    ASSERT_OK(&f, segment_writer_points(f.writer, &two, &(struct point_fields){"site.Y", "Site.x"},
                                        &f.error));
    ASSERT_OK(
        &f, segment_writer_points(f.writer, &three, &(struct point_fields){NULL, NULL}, &f.error));
    for (unsigned table = 1; table <= 3; table++) {
        add_positions(&f, table);
    }
    fixture_finish(&f);
    ASSERT_OK(&f, segment_verify(f.segment, &f.error));
    ASSERT_OK(&f, segment_points(f.segment, &points, &f.error));
    // Four in the first table, one in the second, whose fields are others.
    static const struct {
        uint32_t row;
        int32_t latitude;
        int32_t longitude;
    } expected[] = {{6, -900000000, -1800000000},
                    {0, 514965000, -1764000},
                    {9, 0, 100000000},
                    {21, 50000000, 60000000},
                    {2, 900000000, 1800000000}};
    assert_int_equal(points.count, ARRAY_LENGTH(expected));
    assert_int_equal(points.blocks, 1);
    for (size_t i = 0; i < points.count; i++) {
        size_t k = 0;
        while (k < ARRAY_LENGTH(expected) && expected[k].row != points.rows[i]) {
            k++;
        }
        assert_true(k < ARRAY_LENGTH(expected));
        assert_int_equal(points.latitudes[i], expected[k].latitude);
        assert_int_equal(points.longitudes[i], expected[k].longitude);
    }
    assert_int_equal(points.boxes[0], -900000000);
    assert_int_equal(points.boxes[1], 900000000);
    assert_int_equal(points.boxes[2], -1800000000);
    assert_int_equal(points.boxes[3], 1800000000);
    fixture_end(&f);
}

// --- tokens --------------------------------------------------------------------------------------

static size_t rows_with(struct segment_fixture *f, const char *token, bool prefix, uint32_t *first)
{
    struct bitset rows;
    ASSERT_OK(f, bitset_init(&rows, segment_rows(f->segment), &f->error));
    if (prefix) {
        ASSERT_OK(
            f, segment_rows_with_token_prefix(f->segment, sv_from(token), 100, &rows, &f->error));
    } else {
        ASSERT_OK(f, segment_rows_with_token(f->segment, sv_from(token), &rows, &f->error));
    }
    size_t count = bitset_count(&rows);
    *first = (uint32_t)bitset_next(&rows, 0);
    bitset_release(&rows);
    return count;
}

static void test_tokens_of_whole_records(void **state)
{
    (void)state;
    static const struct {
        const char *token;
        bool prefix;
        size_t count;
        uint32_t first;
    } cases[] = {
        {"quercus", false, 2, 0},
        {"robur", false, 1, 0},
        {"quercu", false, 0, 4},
        {"que", true, 2, 0},
        {"", true, 4, 0},
        {"stream", false, 1, 2},
        {"nested", false, 1, 3},
        {"1850-02-03", false, 0, 4}, // a whole code
        {"bm-1", false, 1, 1},
        {"zzz", true, 0, 4},
        {"\xe6\x9d\xb1\xe4\xba\xac", false, 1, 3},
    };
    struct segment_fixture f;
    fixture_begin(&f, NULL);
    fixture_add(&f, 1, "a", "{\"name\":\"Quercus robur\",\"date\":\"1850-02-03\"}");
    fixture_add(&f, 1, "b", "{\"name\":\"Quercus\",\"note\":\"see BM-1, quercus\"}");
    fixture_add(&f, 1, "c",
                "{\"note\":\"Str\xc3\xa9"
                "am\"}");
    fixture_add(&f, 2, "a", "{\"l\":[{\"m\":[\"x\",\"nested \xe6\x9d\xb1\xe4\xba\xac\"]}]}");
    fixture_finish(&f);
    ASSERT_OK(&f, segment_verify(f.segment, &f.error));
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        uint32_t first = 0;
        assert_int_equal(rows_with(&f, cases[i].token, cases[i].prefix, &first), cases[i].count);
        assert_int_equal(first, cases[i].first);
    }
    fixture_end(&f);
}

// More rows than a container holds, more texts than go without tokens of their own.
static void make_wordy(struct segment_fixture *f, struct thread_pool *pool, uint32_t rows)
{
    fixture_begin(f, pool);
    for (uint32_t i = 0; i < rows; i++) {
        char key[16];
        char json[128];
        (void)snprintf(key, sizeof key, "%08" PRIu32, i);
        (void)snprintf(json, sizeof json,
                       "{\"text\":\"word%c of t%" PRIu32
                       "x\",\"kind\":\"%s\",\"l\":[\"even w\",\"w\"]}",
                       'a' + (int)(i % 7), i % 12000, i % 1000 == 0 ? "rare kind" : "usual kind");
        fixture_add(f, 1, key, json);
    }
    fixture_finish(f);
}

static void test_tokens_over_blocks_of_rows(void **state)
{
    (void)state;
    struct segment_fixture f;
    uint32_t first = 0;
    make_wordy(&f, NULL, 140000);
    ASSERT_OK(&f, segment_verify(f.segment, &f.error));
    assert_int_equal(rows_with(&f, "usual", false, &first), 139860);
    assert_int_equal(first, 1);
    assert_int_equal(rows_with(&f, "rare", false, &first), 140);
    assert_int_equal(rows_with(&f, "even", false, &first), 140000);
    assert_int_equal(rows_with(&f, "wordc", false, &first), 20000);
    assert_int_equal(first, 2);
    assert_int_equal(rows_with(&f, "t77x", false, &first), 12);
    assert_int_equal(first, 77);

    struct dictionary d;
    struct bitset ordinals;
    bool kept = false;
    uint32_t path = fixture_leaf(&f, "text");
    ASSERT_OK(&f, segment_dictionary(f.segment, path, &d, &f.error));
    ASSERT_OK(&f, bitset_init(&ordinals, (size_t)d.count + 1, &f.error));
    ASSERT_OK(&f, segment_field_token(f.segment, path, SV("t77x"), &ordinals, &kept, &f.error));
    assert_true(kept);
    struct buffer scratch;
    buffer_init(&scratch, 4096);
    size_t count = 0;
    for (size_t i = bitset_next(&ordinals, 0); i < ordinals.bit_count;
         i = bitset_next(&ordinals, i + 1)) {
        enum value_kind kind = VALUE_NULL;
        string_view text;
        ASSERT_OK(&f, dictionary_get(&d, (uint32_t)i, &scratch, &kind, &text, &f.error));
        assert_true(sv_ends_with(text, SV(" of t77x")));
        count++;
    }
    assert_int_equal(count, 7); // one with each of the words
    bitset_release(&ordinals);
    buffer_release(&scratch);

    uint32_t kind = fixture_leaf(&f, "kind");
    ASSERT_OK(&f, segment_dictionary(f.segment, kind, &d, &f.error));
    ASSERT_OK(&f, bitset_init(&ordinals, (size_t)d.count + 1, &f.error));
    ASSERT_OK(&f, segment_field_token(f.segment, kind, SV("rare"), &ordinals, &kept, &f.error));
    assert_false(kept);
    bitset_release(&ordinals);
    fixture_end(&f);
}

// --- what the writer refuses ---------------------------------------------------------------------

static void test_rows_out_of_order_are_refused(void **state)
{
    (void)state;
    static const struct {
        unsigned table;
        const char *key;
        uint32_t from;
    } wrong[] = {{1, "b", 0}, {2, "a", 3}, {2, "b", 1}};
    for (size_t i = 0; i < ARRAY_LENGTH(wrong); i++) {
        struct segment_fixture f;
        fixture_begin(&f, NULL);
        fixture_add(&f, 2, "b", "{\"v\":1}")->from = 2;
        fixture_flush(&f);
        struct uuid table = fixture_table(wrong[i].table);
        struct segment_row row = {.table = &table,
                                  .key = sv_from(wrong[i].key),
                                  .from = wrong[i].from,
                                  .until = ROW_OPEN,
                                  .document = &f.documents[0],
                                  .hash = &f.rows[0].hash};
        assert_int_equal(segment_writer_add(f.writer, &row, f.names, &f.error), ST_INTERNAL);
        struct segment_writer *w = f.writer;
        f.writer = NULL;
        assert_int_equal(segment_writer_finish(w, NULL), ST_INTERNAL);
        assert_int_equal(access(f.path, F_OK), -1); // nothing half-written stays
        fixture_end(&f);
    }
}

static void test_an_abandoned_segment_leaves_no_file(void **state)
{
    (void)state;
    struct segment_fixture f;
    fixture_begin(&f, NULL);
    fixture_add(&f, 1, "a", "{\"v\":1}");
    fixture_flush(&f);
    assert_int_equal(segment_writer_rows(f.writer), 1);
    segment_writer_destroy(f.writer);
    f.writer = NULL;
    assert_int_equal(access(f.path, F_OK), -1);
    segment_writer_destroy(NULL);
    fixture_end(&f);
}

// A full disk, at each of the writes and at the sync: told, and nothing half-written stays.
static void test_a_full_disk_is_told(void **state)
{
    (void)state;
    for (long write = 1; write <= 3; write++) {
        struct segment_fixture f;
        fixture_begin(&f, NULL);
        fixture_add(&f, 1, "a", "{\"v\":1}");
        fixture_flush(&f);
        struct segment_writer *w = f.writer;
        f.writer = NULL;
        file_inject_fault(write, ENOSPC);
        assert_int_equal(segment_writer_finish(w, &f.error), ST_IO);
        file_inject_fault(0, 0);
        assert_non_null(strstr(f.error.message, f.path));
        assert_int_equal(access(f.path, F_OK), -1);
        fixture_end(&f);
    }
}

static void test_memory_grows_with_what_is_held(void **state)
{
    (void)state;
    struct segment_fixture f;
    fixture_begin(&f, NULL);
    size_t before = segment_writer_memory(f.writer);
    char json[3000];
    for (uint32_t i = 0; i < 500; i++) {
        char key[16];
        (void)snprintf(key, sizeof key, "%08" PRIu32, i);
        (void)snprintf(json, sizeof json, "{\"v\":\"%01900" PRIu32 "\"}", i);
        fixture_add(&f, 1, key, json);
    }
    fixture_flush(&f);
    size_t grown = segment_writer_memory(f.writer) - before;
    assert_true(grown > (size_t)500 * 1900);
    assert_true(grown < (size_t)500 * 1900 * 4);
    fixture_end(&f);
}

// A name table made where another was must not be taken for it.
static void test_name_tables_may_change_between_batches(void **state)
{
    (void)state;
    struct segment_fixture f;
    fixture_begin(&f, NULL);
    fixture_add(&f, 1, "a", "{\"a\":1,\"b\":{\"c\":2}}");
    fixture_flush(&f);
    for (unsigned i = 0; i < 20; i++) {
        char key[8];
        (void)snprintf(key, sizeof key, "k%02u", i);
        name_table_destroy(f.names);
        f.names = name_table_create();
        assert_non_null(f.names);
        fixture_add(&f, 1, key, i % 2 == 0 ? "{\"b\":[{\"c\":1}],\"a\":2}" : "{\"c\":1,\"b\":2}");
        fixture_flush(&f);
    }
    fixture_finish(&f);
    fixture_assert_rows(&f);
    fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records_of_every_shape_come_back),
        cmocka_unit_test(test_members_come_in_the_order_first_seen),
        cmocka_unit_test(test_random_records_come_back),
        cmocka_unit_test(test_rows_keep_table_key_life_and_layers),
        cmocka_unit_test(test_rows_all_own_and_open_have_no_arrays),
        cmocka_unit_test(test_an_empty_segment_is_whole),
        cmocka_unit_test(test_keys_are_found),
        cmocka_unit_test(test_key_cursors_walk_all_rows),
        cmocka_unit_test(test_elements_are_lifted_to_their_rows),
        cmocka_unit_test(test_points_are_positions_in_range),
        cmocka_unit_test(test_tokens_of_whole_records),
        cmocka_unit_test(test_tokens_over_blocks_of_rows),
        cmocka_unit_test(test_rows_out_of_order_are_refused),
        cmocka_unit_test(test_an_abandoned_segment_leaves_no_file),
        cmocka_unit_test(test_a_full_disk_is_told),
        cmocka_unit_test(test_memory_grows_with_what_is_held),
        cmocka_unit_test(test_name_tables_may_change_between_batches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
