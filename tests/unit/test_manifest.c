// SPDX-License-Identifier: Apache-2.0
// A manifest whose bytes are whole but whose payload is wrong: refused by name, with what is wrong.
#include "support/store_fixture.h"

#include "base/hash.h"
#include "store/manifest.h"

#define SEGMENT "{\"file\":\"00000000000000ab\",\"rows\":9,\"commit\":2,\"closings\":[]"

static status read_payload(struct store_fixture *f, const char *payload, struct manifest *out)
{
    struct buffer b;
    char path[PATH_SIZE];
    uint32_t words[] = {1, (uint32_t)strlen(payload)};
    uint64_t checksum = hash_bytes(payload, strlen(payload));
    buffer_init(&b, (size_t)1 << 20);
    buffer_append(&b, "VITRMAN1", 8);
    buffer_append(&b, words, sizeof words);
    buffer_append(&b, &checksum, sizeof checksum);
    buffer_append(&b, payload, strlen(payload));
    error_clear(&f->error);
    assert_int_equal(path_join(path, sizeof path, f->folder, "manifest", &f->error), ST_OK);
    assert_int_equal(file_replace(path, b.bytes, b.length, &f->error), ST_OK);
    buffer_release(&b);
    return manifest_read(f->folder, &f->arena, out, &f->error);
}

static void print_payload(char *out, size_t size, const char *segment)
{
    (void)snprintf(out, size,
                   "{\"generation\":1,\"logLength\":16,\"lastCommit\":3,\"segments\":[%s]}",
                   segment);
}

static void rows_that_ended_are_whole_numbers_in_pairs(void **state)
{
    (void)state;
    static const struct {
        const char *segment;
        const char *words; // NULL: it is good
    } cases[] = {
        {SEGMENT ",\"ended\":[0,1,8,3]}", NULL},
        {SEGMENT "}", NULL},
        {SEGMENT ",\"ended\":[0,1,8]}", "has no commit"},
        {SEGMENT ",\"ended\":[1.5,1]}", "out of range"},
        {SEGMENT ",\"ended\":[\"1\",1]}", "out of range"},
        {SEGMENT ",\"ended\":[1,1.5]}", "out of range"},
        {SEGMENT ",\"ended\":[9,1]}", "out of range"},
        {SEGMENT ",\"ended\":[-1,1]}", "out of range"},
        {SEGMENT ",\"ended\":[1,0]}", "out of range"},
        {"{\"file\":\"../../etc/passwd\",\"rows\":9,\"commit\":2}", "not complete"},
    };
    struct store_fixture f;
    store_fixture_begin(&f);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        char payload[256];
        struct manifest m;
        print_payload(payload, sizeof payload, cases[i].segment);
        status result = read_payload(&f, payload, &m);
        assert_int_equal(result, cases[i].words == NULL ? ST_OK : ST_CORRUPT);
        if (cases[i].words != NULL) {
            assert_non_null(strstr(f.error.message, cases[i].words));
            assert_non_null(strstr(f.error.message, "store/manifest"));
        }
    }
    store_fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_that_ended_are_whole_numbers_in_pairs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
