// SPDX-License-Identifier: Apache-2.0
// Front-coded string lists: what goes in comes out, searches agree with a plain array, and damaged
// bytes are told.
#include "base/base.h"
#include "store/string_list.h"
#include "unit/segment_fixture.h"

struct list_fixture {
    struct string_list_builder builder;
    struct string_list list;
    unsigned char *bytes; // owned: an exact copy, so that the sanitizer sees a read past the end
    size_t length;
    struct error error;
};

static void finish_list(struct list_fixture *f)
{
    struct string_list_head head;
    struct section_part parts[STRING_LIST_PARTS];
    ASSERT_OK(f, string_list_builder_finish(&f->builder, &head, parts, &f->error));
    for (size_t i = 0; i < STRING_LIST_PARTS; i++) {
        f->length += parts[i].length;
    }
    f->bytes = malloc(f->length);
    assert_non_null(f->bytes);
    size_t at = 0;
    for (size_t i = 0; i < STRING_LIST_PARTS; i++) {
        if (parts[i].length > 0) {
            memcpy(f->bytes + at, parts[i].bytes, parts[i].length);
        }
        at += parts[i].length;
    }
    ASSERT_OK(f, string_list_open(f->bytes, f->length, &f->list, &f->error));
}

static void begin_list(struct list_fixture *f)
{
    memset(f, 0, sizeof *f);
    string_list_builder_init(&f->builder);
}

static void end_list(struct list_fixture *f)
{
    string_list_builder_release(&f->builder);
    free(f->bytes);
}

// String i of the lists of these tests: sorted, with long shared parts and every 40th very long.
static size_t make_string(size_t i, char out[LIMIT_LIST_STRING])
{
    int length = snprintf(out, 64, "shared/part/%06zu", i * 3);
    if (i % 40 == 7) {
        memset(out + length, 'x', LIMIT_LIST_STRING - (size_t)length);
        return LIMIT_LIST_STRING;
    }
    return (size_t)length;
}

static void make_list(struct list_fixture *f, size_t count)
{
    char text[LIMIT_LIST_STRING];
    begin_list(f);
    for (size_t i = 0; i < count; i++) {
        size_t length = make_string(i, text);
        string_list_builder_add(&f->builder, text, length, i % 8);
    }
    finish_list(f);
    assert_int_equal(f->list.count, count);
}

static void test_strings_come_back_in_any_order(void **state)
{
    (void)state;
    static const size_t counts[] = {0, 1, 15, 16, 17, 32, 33, 1000};
    for (size_t n = 0; n < ARRAY_LENGTH(counts); n++) {
        struct list_fixture f;
        struct string_cursor c;
        char text[LIMIT_LIST_STRING];
        make_list(&f, counts[n]);
        for (size_t i = 0; i < counts[n]; i++) {
            size_t at = i * 7919 % counts[n];
            size_t length = make_string(at, text);
            ASSERT_OK(&f, string_cursor_seek(&c, &f.list, (uint32_t)at, &f.error));
            assert_int_equal(c.length, length);
            assert_memory_equal(c.text, text, length);
            assert_int_equal(c.kind, at % 8);
        }
        for (size_t i = 0; i < counts[n]; i++) {
            size_t length = make_string(i, text);
            ASSERT_OK(&f, i == 0 ? string_cursor_seek(&c, &f.list, 0, &f.error)
                                 : string_cursor_next(&c, &f.error));
            assert_int_equal(c.length, length);
            assert_memory_equal(c.text, text, length);
        }
        assert_int_equal(string_cursor_seek(&c, &f.list, (uint32_t)counts[n], &f.error),
                         ST_CORRUPT);
        end_list(&f);
    }
}

static void test_empty_and_equal_strings(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "", "a", "", "a\0b", "a", "aa", "b"};
    static const size_t lengths[] = {0, 0, 1, 0, 3, 1, 2, 1};
    struct list_fixture f;
    struct string_cursor c;
    begin_list(&f);
    for (size_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        string_list_builder_add(&f.builder, texts[i], lengths[i], 0);
    }
    finish_list(&f);
    for (uint32_t i = 0; i < ARRAY_LENGTH(texts); i++) {
        ASSERT_OK(&f, string_cursor_seek(&c, &f.list, i, &f.error));
        assert_true(sv_equal(string_cursor_text(&c), (string_view){texts[i], lengths[i]}));
    }
    end_list(&f);
}

static void test_too_long_a_string_is_refused(void **state)
{
    (void)state;
    struct list_fixture f;
    struct string_list_head head;
    struct section_part parts[STRING_LIST_PARTS];
    static const char text[LIMIT_LIST_STRING + 1];
    begin_list(&f);
    string_list_builder_add(&f.builder, text, sizeof text, 0);
    assert_int_not_equal(string_list_builder_finish(&f.builder, &head, parts, &f.error), ST_OK);
    end_list(&f);
}

// Number of strings of [first, last) below `sought`, by the plain way.
static uint32_t count_below(uint32_t first, uint32_t last, string_view sought, bool *equal)
{
    char text[LIMIT_LIST_STRING];
    *equal = false;
    for (uint32_t i = first; i < last; i++) {
        int order = sv_compare((string_view){text, make_string(i, text)}, sought);
        if (order >= 0) {
            *equal = order == 0;
            return i;
        }
    }
    return last;
}

static void test_searches_agree_with_a_plain_array(void **state)
{
    (void)state;
    struct list_fixture f;
    make_list(&f, 200);
    struct fixture_random random = {5};
    for (size_t turn = 0; turn < 3000; turn++) {
        char sought[64];
        uint32_t first = fixture_below(&random, 201);
        uint32_t last = first + fixture_below(&random, 201 - first);
        (void)snprintf(sought, sizeof sought, "shared/part/%06u", fixture_below(&random, 610));
        uint32_t index = 0;
        bool equal = false;
        bool wanted_equal = false;
        uint32_t wanted = count_below(first, last, sv_from(sought), &wanted_equal);
        ASSERT_OK(&f, string_list_find_bytes(&f.list, first, last, sv_from(sought), &index, &equal,
                                             &f.error));
        assert_int_equal(index, wanted);
        assert_int_equal(equal, wanted_equal);
    }
    end_list(&f);
}

// Every single-byte change is either told or gives strings of the right bounds; nothing is read
// outside (the sanitizers look).
static void test_damaged_bytes_are_told_or_harmless(void **state)
{
    (void)state;
    struct list_fixture f;
    make_list(&f, 60);
    size_t told = 0;
    for (size_t at = 0; at < f.length; at += at < 64 ? 1 : 13) {
        for (unsigned bit = 0; bit < 8; bit++) {
            f.bytes[at] ^= (unsigned char)(1u << bit);
            struct string_list list;
            struct string_cursor c;
            struct error error = {0};
            status result = string_list_open(f.bytes, f.length, &list, &error);
            for (uint32_t i = 0; result == ST_OK && i < MIN(list.count, 60u); i++) {
                result = string_cursor_seek(&c, &list, i, &error);
                assert_true(result != ST_OK || c.length <= LIMIT_LIST_STRING);
            }
            assert_true(result == ST_OK || result == ST_CORRUPT);
            told += result == ST_CORRUPT;
            f.bytes[at] ^= (unsigned char)(1u << bit);
        }
    }
    assert_true(told > 200);
    end_list(&f);
}

// Strings that are all UUIDs in lower case take 16 bytes each, and no block offsets.
static void make_uuids(struct list_fixture *f, size_t count, const char *last)
{
    begin_list(f);
    for (size_t i = 0; i < count; i++) {
        char text[64];
        (void)snprintf(text, sizeof text, "%08zx-0a1b-4%03zx-8def-%012zx", i * 77, i, i * 991);
        const char *string = last != NULL && i + 1 == count ? last : text;
        string_list_builder_add(&f->builder, string, strlen(string), 0);
    }
    finish_list(f);
}

static void test_uuids_are_short_and_come_back(void **state)
{
    (void)state;
    static const size_t counts[] = {1, 16, 17, 500};
    for (size_t n = 0; n < ARRAY_LENGTH(counts); n++) {
        struct list_fixture f;
        make_uuids(&f, counts[n], NULL);
        assert_int_equal(f.length, sizeof(struct string_list_head) + 16 * counts[n]);
        for (uint32_t i = 0; i < counts[n]; i++) {
            struct string_cursor c;
            char text[64];
            char decoded[LIMIT_LIST_STRING];
            size_t length = 0;
            unsigned kind = 9;
            uint32_t index = 0;
            bool equal = false;
            (void)snprintf(text, sizeof text, "%08" PRIx32 "-0a1b-4%03" PRIx32 "-8def-%012" PRIx32,
                           i * 77, i, i * 991);
            ASSERT_OK(&f, string_cursor_seek(&c, &f.list, i, &f.error));
            assert_true(sv_equal(string_cursor_text(&c), sv_from(text)));
            assert_int_equal(c.kind, 0);
            assert_true(string_list_decode(&f.list, i, decoded, &length, &kind));
            assert_true(sv_equal((string_view){decoded, length}, sv_from(text)));
            assert_int_equal(kind, 0);
            ASSERT_OK(&f, string_list_find_bytes(&f.list, 0, f.list.count, sv_from(text), &index,
                                                 &equal, &f.error));
            assert_true(equal && index == i);
            struct string_cursor after;
            status result = string_cursor_resume(&after, &f.list, i, (size_t)(c.at - f.list.blob),
                                                 string_cursor_text(&c), &f.error);
            assert_int_equal(result, i + 1 < counts[n] ? ST_OK : ST_CORRUPT);
            assert_int_equal(string_cursor_next(&c, &f.error), result);
            assert_true(result != ST_OK ||
                        sv_equal(string_cursor_text(&c), string_cursor_text(&after)));
        }
        assert_false(string_list_decode(&f.list, (uint32_t)counts[n], (char[LIMIT_LIST_STRING]){0},
                                        &(size_t){0}, &(unsigned){0}));
        end_list(&f);
    }
}

static void test_other_strings_among_uuids_keep_all_as_they_are(void **state)
{
    (void)state;
    static const char *const others[] = {"",
                                         "x",
                                         "ffffffff-0a1b-4000-8def-00000000000A",
                                         "ffffffff-0a1b-4000-8def-00000000000g",
                                         "ffffffff-0a1b-4000-8def_000000000000",
                                         "ffffffff-0a1b-4000-8def-0000000000000"};
    for (size_t i = 0; i < ARRAY_LENGTH(others); i++) {
        struct list_fixture f;
        struct string_cursor c;
        make_uuids(&f, 40, others[i]);
        assert_null(f.list.uuids);
        ASSERT_OK(&f, string_cursor_seek(&c, &f.list, 39, &f.error));
        assert_true(sv_equal(string_cursor_text(&c), sv_from(others[i])));
        ASSERT_OK(&f, string_cursor_seek(&c, &f.list, 38, &f.error));
        assert_int_equal(c.length, UUID_TEXT);
        end_list(&f);
    }
}

static void test_damaged_lists_of_uuids_are_refused(void **state)
{
    (void)state;
    struct list_fixture f;
    struct string_list list;
    make_uuids(&f, 40, NULL);
    for (size_t length = 0; length < f.length; length++) {
        assert_int_equal(string_list_open(f.bytes, length, &list, &f.error), ST_CORRUPT);
    }
    for (size_t at = 0; at < sizeof(struct string_list_head); at++) {
        f.bytes[at] ^= 1;
        assert_int_equal(string_list_open(f.bytes, f.length, &list, &f.error), ST_CORRUPT);
        f.bytes[at] ^= 1;
    }
    end_list(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strings_come_back_in_any_order),
        cmocka_unit_test(test_empty_and_equal_strings),
        cmocka_unit_test(test_too_long_a_string_is_refused),
        cmocka_unit_test(test_searches_agree_with_a_plain_array),
        cmocka_unit_test(test_damaged_bytes_are_told_or_harmless),
        cmocka_unit_test(test_uuids_are_short_and_come_back),
        cmocka_unit_test(test_other_strings_among_uuids_keep_all_as_they_are),
        cmocka_unit_test(test_damaged_lists_of_uuids_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
