// SPDX-License-Identifier: Apache-2.0
// Golden values of docs/digest.md, made by another program.
#include "support/store_fixture.h"

#include "store/import.h"

static const char *const rows[] = {
    "{\"name\":\"M\xc3\xbcller "
    "\\\"Fritz\\\"\\n\",\"id\":\"b\",\"empty\":\"\",\"list\":[{\"z\":1,\"a\":[]}],\"\\u0001\":"
    "null}",
    "{\"sex\":\"female\",\"id\":\"a\"}",
    "{\"id\":\"\xc3\xbc/1\"}",
};

static void assert_row_hash(struct snapshot *s, struct store_fixture *f, const char *key,
                            const char *expected)
{
    struct record_version v;
    char hex[65];
    assert_int_equal(
        snapshot_record(s, &scope_public, &f->table.table, sv_from(key), 1, &v, &f->error), ST_OK);
    sha256_to_hex(&v.hash, hex);
    assert_string_equal(hex, expected);
}

static void test_golden_values(void **state)
{
    (void)state;
    struct store_fixture f;
    struct snapshot *s = NULL;
    struct sha256 digest;
    uint64_t count = 0;
    char hex[65];
    store_fixture_begin(&f);
    assert_int_equal(STORE_IMPORT(&f, rows, NULL), ST_OK);
    assert_int_equal(store_snapshot(f.store, &s, NULL), ST_OK);
    assert_row_hash(s, &f, "a", "1b9d56b120444b41d6f24d8e369eb4ca6408c00370283b5fab4466ccf3d8c34e");
    assert_row_hash(s, &f, "b", "840760b473599e456c25a16c769a592db4d6bab648a3465ab5d38f037c027d3b");
    assert_row_hash(s, &f, "\xc3\xbc/1",
                    "420ec04dc86476baa3bac38f4af3c2be34de3903b66e6bfa55743f810cb44335");
    assert_int_equal(
        snapshot_digest(s, &scope_public, &f.table.table, 1, 1, &digest, &count, &f.error), ST_OK);
    sha256_to_hex(&digest, hex);
    assert_string_equal(hex, "9bc0f6fdf12dc2c567a05e8cd4fa5acd3598ff1a0d54bd0ec92f945a28d47721");
    assert_int_equal(count, 3);
    assert_int_equal(
        snapshot_digest(s, &scope_public, &f.table.table, 1, 0, &digest, &count, &f.error), ST_OK);
    sha256_to_hex(&digest, hex);
    assert_string_equal(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    snapshot_release(s);
    store_fixture_end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_golden_values)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
