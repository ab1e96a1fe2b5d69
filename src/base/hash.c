// SPDX-License-Identifier: Apache-2.0
// XXH3 and SHA-256 behind our own names.
#include "base/hash.h"

#include <openssl/evp.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

struct sha256_stream {
    EVP_MD_CTX *context;
};

uint64_t hash_bytes(const void *bytes, size_t length)
{
    return XXH3_64bits(bytes, length);
}

// A context a thread, made at its first hash: looking the algorithm up each time costs more than
// hashing a record.
static pthread_once_t digest_once = PTHREAD_ONCE_INIT;
static pthread_key_t digest_key;
static EVP_MD *digest_algorithm;

static void free_digest_context(void *context)
{
    EVP_MD_CTX_free(context);
}

static void prepare_digest(void)
{
    digest_algorithm = EVP_MD_fetch(NULL, "SHA256", NULL);
    if (digest_algorithm == NULL || pthread_key_create(&digest_key, free_digest_context) != 0) {
        abort(); // libcrypto without SHA-256 cannot serve any purpose of ours
    }
}

static EVP_MD_CTX *thread_digest_context(void)
{
    (void)pthread_once(&digest_once, prepare_digest);
    EVP_MD_CTX *context = pthread_getspecific(digest_key);
    if (context == NULL) {
        context = EVP_MD_CTX_new();
        if (context == NULL || pthread_setspecific(digest_key, context) != 0) {
            abort();
        }
    }
    return context;
}

void sha256_of(const void *bytes, size_t length, struct sha256 *out)
{
    EVP_MD_CTX *context = thread_digest_context();
    unsigned int size = SHA256_SIZE;
    (void)EVP_DigestInit_ex2(context, digest_algorithm, NULL);
    (void)EVP_DigestUpdate(context, bytes, length);
    (void)EVP_DigestFinal_ex(context, out->bytes, &size);
}

struct sha256_stream *sha256_stream_create(void)
{
    struct sha256_stream *s = malloc(sizeof *s);
    if (s == NULL) {
        return NULL;
    }
    s->context = EVP_MD_CTX_new();
    if (s->context == NULL || EVP_DigestInit_ex(s->context, EVP_sha256(), NULL) != 1) {
        sha256_stream_destroy(s);
        return NULL;
    }
    return s;
}

void sha256_stream_add(struct sha256_stream *s, const void *bytes, size_t length)
{
    (void)EVP_DigestUpdate(s->context, bytes, length);
}

struct sha256_stream *sha256_stream_copy(const struct sha256_stream *s)
{
    struct sha256_stream *copy = malloc(sizeof *copy);
    if (copy == NULL) {
        return NULL;
    }
    copy->context = EVP_MD_CTX_new();
    if (copy->context == NULL || EVP_MD_CTX_copy_ex(copy->context, s->context) != 1) {
        sha256_stream_destroy(copy);
        return NULL;
    }
    return copy;
}

void sha256_stream_finish(struct sha256_stream *s, struct sha256 *out)
{
    unsigned int length = SHA256_SIZE;
    (void)EVP_DigestFinal_ex(s->context, out->bytes, &length);
}

void sha256_stream_destroy(struct sha256_stream *s)
{
    if (s != NULL) {
        EVP_MD_CTX_free(s->context);
        free(s);
    }
}

bool sha256_equal(const struct sha256 *a, const struct sha256 *b)
{
    return memcmp(a->bytes, b->bytes, SHA256_SIZE) == 0;
}

void sha256_to_hex(const struct sha256 *hash, char out[65])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < SHA256_SIZE; i++) {
        out[2 * i] = digits[hash->bytes[i] >> 4];
        out[2 * i + 1] = digits[hash->bytes[i] & 15];
    }
    out[64] = '\0';
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool sha256_from_hex(string_view text, struct sha256 *out)
{
    struct sha256 hash;
    if (text.length != (size_t)2 * SHA256_SIZE) {
        return false;
    }
    for (size_t i = 0; i < SHA256_SIZE; i++) {
        int high = hex_digit(text.bytes[2 * i]);
        int low = hex_digit(text.bytes[2 * i + 1]);
        if (high < 0 || low < 0) {
            return false;
        }
        hash.bytes[i] = (unsigned char)(high * 16 + low);
    }
    *out = hash;
    return true;
}
