// SPDX-License-Identifier: Apache-2.0
// Ready values are what writing each value gives; dictionaries that are too large, and those with a
// long value, are left alone.
#include "base/base.h"
#include "formats/json_write.h"
#include "store/ready_values.h"
#include "store/value.h"
#include "unit/segment_fixture.h"

struct list_fixture {
    struct string_list list;
    unsigned char *bytes; // owned
    struct error error;
};

static void make_list(struct list_fixture *f, const char *const *texts, const unsigned *kinds,
                      size_t count)
{
    struct string_list_builder builder;
    struct string_list_head head;
    struct section_part parts[STRING_LIST_PARTS];
    size_t length = 0;
    memset(f, 0, sizeof *f);
    string_list_builder_init(&builder);
    for (size_t i = 0; i < count; i++) {
        string_list_builder_add(&builder, texts[i], strlen(texts[i]), kinds[i]);
    }
    ASSERT_OK(f, string_list_builder_finish(&builder, &head, parts, &f->error));
    for (size_t i = 0; i < STRING_LIST_PARTS; i++) {
        length += parts[i].length;
    }
    f->bytes = malloc(length);
    assert_non_null(f->bytes);
    size_t at = 0;
    for (size_t i = 0; i < STRING_LIST_PARTS; i++) {
        if (parts[i].length > 0) {
            memcpy(f->bytes + at, parts[i].bytes, parts[i].length);
        }
        at += parts[i].length;
    }
    string_list_builder_release(&builder);
    ASSERT_OK(f, string_list_open(f->bytes, length, &f->list, &f->error));
}

static const char *const texts[] = {"", "", "", "", "-12.50", "", "", "\"Ap\\is\"\n", "Apidae"};
static const unsigned kinds[] = {VALUE_STRING,       VALUE_NULL,   VALUE_EMPTY_LIST,
                                 VALUE_EMPTY_OBJECT, VALUE_NUMBER, VALUE_FALSE,
                                 VALUE_TRUE,         VALUE_STRING, VALUE_STRING};
static const char *const written[] = {
    "\"f\":\"\",",      "\"f\":null,",  "\"f\":[],",   "\"f\":{},",
    "\"f\":-12.50,",    "\"f\":false,", "\"f\":true,", "\"f\":\"\\\"Ap\\\\is\\\"\\n\",",
    "\"f\":\"Apidae\","};

static void every_kind_is_written_once(void **state)
{
    (void)state;
    struct list_fixture f;
    struct ready_values r;
    make_list(&f, texts, kinds, ARRAY_LENGTH(texts));
    ready_values_make(&f.list, SV("\"f\":"), (size_t)1 << 16, &r);
    assert_int_equal(r.count, ARRAY_LENGTH(texts));
    for (uint32_t i = 1; i <= r.count; i++) {
        struct buffer one;
        buffer_init(&one, 1000);
        ready_value_write(SV("\"f\":"), kinds[i - 1], sv_from(texts[i - 1]), &one);
        string_view ready = {r.bytes + r.ends[i - 1], r.ends[i] - r.ends[i - 1]};
        assert_true(sv_equal(ready, sv_from(written[i - 1])));
        assert_true(sv_equal(buffer_view(&one), ready));
        buffer_release(&one);
    }
    assert_int_equal(r.size, r.ends[r.count] + (r.count + 1) * sizeof *r.ends);
    ready_values_release(&r);
    assert_int_equal(r.count, 0);
    free(f.bytes);
}

static void others_are_left_alone(void **state)
{
    (void)state;
    static const unsigned long_kinds[] = {VALUE_STRING, VALUE_LONG_STRING};
    static const char *const long_texts[] = {"a", "b0123456789abcdef"};
    struct list_fixture f;
    struct ready_values r;
    make_list(&f, long_texts, long_kinds, 2);
    ready_values_make(&f.list, SV("\"f\":"), (size_t)1 << 16, &r);
    assert_int_equal(r.count, 0);
    free(f.bytes);
    make_list(&f, texts, kinds, ARRAY_LENGTH(texts));
    ready_values_make(&f.list, SV("\"f\":"), 40, &r); // too few bytes for all
    assert_int_equal(r.count, 0);
    free(f.bytes);
    make_list(&f, NULL, NULL, 0);
    ready_values_make(&f.list, SV("\"f\":"), 40, &r);
    assert_int_equal(r.count, 0);
    free(f.bytes);
    const char **many = calloc(READY_MOST + 1, sizeof *many);
    unsigned *all = calloc(READY_MOST + 1, sizeof *all);
    assert_true(many != NULL && all != NULL);
    for (size_t i = 0; i <= READY_MOST; i++) {
        many[i] = "x";
    }
    make_list(&f, many, all, READY_MOST + 1);
    ready_values_make(&f.list, SV("\"f\":"), (size_t)1 << 20, &r);
    assert_int_equal(r.count, 0);
    free(f.bytes);
    make_list(&f, many, all, READY_MOST);
    ready_values_make(&f.list, SV("\"f\":"), (size_t)1 << 20, &r);
    assert_int_equal(r.count, READY_MOST);
    ready_values_release(&r);
    free(f.bytes);
    free(many);
    free(all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_is_written_once),
        cmocka_unit_test(others_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
