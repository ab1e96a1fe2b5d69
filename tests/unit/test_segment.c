// SPDX-License-Identifier: Apache-2.0
// Segments as a whole: records come back exactly, whatever their shape; rows, tables, layers,
// points, tokens; and what the writer refuses.
#include "support/segment_fixture.h"

#include "base/arena.h"
#include "store/segment.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records_of_every_shape_come_back),
        cmocka_unit_test(test_members_come_in_the_order_first_seen),
        cmocka_unit_test(test_random_records_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
