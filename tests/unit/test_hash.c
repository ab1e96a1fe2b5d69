// SPDX-License-Identifier: Apache-2.0
// Checksums and content hashes, against published values.
#include "base/hash.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    const char *text;
    const char *hex;
} examples[] = {
    // FIPS 180-4's examples and the empty text
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
};

static void test_sha256(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < ARRAY_LENGTH(examples); i++) {
        struct sha256 hash;
        char hex[65];
        size_t length = strlen(examples[i].text);
        sha256_of(examples[i].text, length, &hash);
        sha256_to_hex(&hash, hex);
        assert_string_equal(hex, examples[i].hex);
        struct sha256_stream *s = sha256_stream_create();
        assert_non_null(s);
        sha256_stream_add(s, examples[i].text, length / 2);
        sha256_stream_add(s, examples[i].text + length / 2, length - length / 2);
        struct sha256 streamed;
        sha256_stream_finish(s, &streamed);
        sha256_stream_destroy(s);
        assert_true(sha256_equal(&hash, &streamed));
    }
    sha256_stream_destroy(NULL);
}

static void test_hexadecimal(void **unused)
{
    (void)unused;
    struct sha256 hash;
    struct sha256 other;
    assert_true(sha256_from_hex(sv_from(examples[1].hex), &hash));
    sha256_of("abc", 3, &other);
    assert_true(sha256_equal(&hash, &other));
    assert_true(sha256_from_hex(
        SV("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"), &hash));
    assert_true(sha256_equal(&hash, &other));
    other.bytes[31] ^= 1;
    assert_false(sha256_equal(&hash, &other));
    assert_false(sha256_from_hex(SV("ba78"), &hash));
    assert_false(sha256_from_hex(
        SV("ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), &hash));
}

static void test_checksum(void **unused)
{
    (void)unused;
    // XXH3 64 bits, seed 0, of nothing: published in xxHash's documentation.
    assert_true(hash_bytes("", 0) == UINT64_C(0x2d06800538d394c2));
    assert_true(hash_bytes("a", 1) != hash_bytes("b", 1));
    assert_true(hash_bytes("ab", 1) == hash_bytes("a", 1));
}

static void *hash_many(void *argument)
{
    bool *fine = argument;
    struct sha256 expected;
    *fine = sha256_from_hex(sv_from(examples[1].hex), &expected);
    for (int i = 0; i < 10000; i++) {
        struct sha256 hash;
        sha256_of("abc", 3, &hash);
        *fine = *fine && sha256_equal(&hash, &expected);
    }
    return NULL;
}

static void test_threads_do_not_share_state(void **unused)
{
    (void)unused;
    pthread_t threads[4];
    bool fine[4] = {false};
    for (size_t i = 0; i < ARRAY_LENGTH(threads); i++) {
        assert_int_equal(pthread_create(&threads[i], NULL, hash_many, &fine[i]), 0);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(threads); i++) {
        (void)pthread_join(threads[i], NULL);
        assert_true(fine[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sha256),
        cmocka_unit_test(test_hexadecimal),
        cmocka_unit_test(test_checksum),
        cmocka_unit_test(test_threads_do_not_share_state),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
